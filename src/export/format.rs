//! The formats a figure can be exported in, and the one place that chooses between them.

use std::path::Path;

use super::{
    data::{self, BYTE_ORDER_MARK, DataError},
    picture::{self, PictureError, PictureSpec},
    words,
};
use crate::{
    figure::{Content, marks},
    model::Dataset,
};

/// What a figure can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A picture of pixels.
    Png,
    /// A picture of shapes.
    Svg,
    /// The marks as a table.
    Csv,
    /// The marks with title, notes and source.
    Json,
    /// The figure in words.
    Txt,
}

impl Format {
    /// All formats, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Png, Self::Svg, Self::Csv, Self::Json, Self::Txt];

    /// The extension of its files, and its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Txt => "txt",
        }
    }

    /// The format whose files have `path`'s extension, in upper or lower case; `None` for another.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.id() == extension)
    }
}

/// Why a figure cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// As a picture.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// As a table.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The format is planned, but not there yet.
    #[error("{0} cannot be written yet; choose png, csv, json or txt")]
    NotYet(&'static str),
}

/// The bytes of a file that holds `content`, which was made of `data`, in `format`. `picture` is
/// heeded by pictures only.
///
/// # Errors
/// When the figure does not fit the size asked for, or memory runs out.
pub fn figure_bytes(
    data: &Dataset,
    content: &Content,
    format: Format,
    picture: &PictureSpec,
) -> Result<Vec<u8>, ExportError> {
    Ok(match format {
        Format::Png => picture::png(content, picture)?,
        Format::Svg => return Err(ExportError::NotYet("svg")),
        Format::Csv => {
            let table = data::csv(&marks(data, content))?;
            format!("{BYTE_ORDER_MARK}{table}").into_bytes()
        }
        Format::Json => data::json(content, &marks(data, content))?.into_bytes(),
        Format::Txt => words::text(content, &marks(data, content)).into_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Format;

    #[test]
    fn the_extension_says_the_format() {
        assert_eq!(Format::of_path(Path::new("a/b.PNG")), Some(Format::Png));
        assert_eq!(Format::of_path(Path::new("b.tar.csv")), Some(Format::Csv));
        assert_eq!(Format::of_path(Path::new("b.gif")), None);
        assert_eq!(Format::of_path(Path::new("png")), None);
    }
}
