//! The list of what a batch export wrote: enough to find, check and resume it.

use serde::{Deserialize, Serialize};

/// The version of the manifest's layout.
const FORMAT: u32 = 1;

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Path below the folder, with `/`.
    pub file: String,
    /// Kind of figure, or `brief`.
    pub figure: String,
    /// `zh` or `en`.
    pub language: String,
    /// Title.
    pub title: String,
    /// The figure in sentences.
    pub alt: String,
    /// SHA-256 of the file, 64 hexadecimal digits.
    pub sha256: String,
    /// SHA-256 of everything the file depends on; another recipe makes another file.
    pub recipe: String,
}

/// The files of one batch, in the order of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of this layout.
    pub format: u32,
    /// Id of the data set.
    pub data_set: String,
    /// SHA-256 of the data file.
    pub data_sha256: String,
    /// The files.
    pub files: Vec<Entry>,
}

impl Manifest {
    /// A manifest of `files` made of the data set with this id and hash.
    #[must_use]
    pub fn new(data_set: &str, data_sha256: &str, files: Vec<Entry>) -> Self {
        Self {
            format: FORMAT,
            data_set: data_set.to_owned(),
            data_sha256: data_sha256.to_owned(),
            files,
        }
    }

    /// Reads what [`Manifest::json`] wrote; `None` for anything else, which then counts as nothing
    /// known, so that files are compared instead of trusted.
    #[must_use]
    pub fn read(text: &[u8]) -> Option<Self> {
        serde_json::from_slice(text).ok().filter(|it: &Self| it.format == FORMAT)
    }

    /// The manifest as indented JSON.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn json(&self) -> Result<String, serde_json::Error> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The entry of `file`.
    #[must_use]
    pub fn entry(&self, file: &str) -> Option<&Entry> {
        self.files.iter().find(|entry| entry.file == file)
    }
}

#[cfg(test)]
mod tests {
    use super::{Entry, Manifest};

    #[test]
    fn a_manifest_reads_what_it_wrote_and_nothing_else() {
        let entry = Entry {
            file: "figures/a.png".into(),
            figure: "ranking".into(),
            language: "zh".into(),
            title: "就业".into(),
            alt: "\"quoted\"".into(),
            sha256: "0".repeat(64),
            recipe: "1".repeat(64),
        };
        let manifest = Manifest::new("set", "hash", vec![entry]);
        let text = manifest.json().unwrap();
        assert_eq!(Manifest::read(text.as_bytes()), Some(manifest));
        assert_eq!(Manifest::read(b"{}"), None);
        assert_eq!(Manifest::read(&text.as_bytes()[..40]), None);
        let newer = text.replace("\"format\": 1", "\"format\": 9");
        assert_eq!(Manifest::read(newer.as_bytes()), None);
    }
}
