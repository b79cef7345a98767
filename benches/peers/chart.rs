//! What all programs draw: the data of City Atlas' own figure, as it exports them.

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{Fault, measure, programs};

/// Width and height of every picture, in pixels.
pub const SIZE_PX: (u32, u32) = (3200, 2000);

/// The chart in words and numbers.
#[derive(Clone, Debug)]
pub struct Chart {
    /// A file with a bar a line: label, value, value as shown, tabs between them.
    pub table: PathBuf,
    /// Title.
    pub title: String,
    /// What stands below the title.
    pub subtitle: String,
    /// The font of all labels.
    pub font: PathBuf,
}

impl Chart {
    /// Asks City Atlas for the figure's data and puts them into `folder` as a table.
    ///
    /// # Errors
    /// When the export fails or files cannot be written.
    pub fn prepare(folder: &Path) -> Result<Self, Fault> {
        let exported = folder.join("chart.json");
        let mut export = Command::new(programs::CITY_ATLAS);
        export.args(programs::FIGURE).arg("-o").arg(&exported);
        measure::run(export)?;
        let figure: serde_json::Value = serde_json::from_slice(&fs::read(exported)?)?;
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let marks = figure.get("marks").and_then(serde_json::Value::as_array);
        let mut lines = String::new();
        for mark in marks.into_iter().flatten() {
            let of = |key: &str| mark.get(key).cloned().unwrap_or_default();
            let (label, value, shown) = (text(&of("region_name")), of("value"), text(&of("shown")));
            let _ = writeln!(lines, "{label}\t{value}\t{shown}");
        }
        let table = folder.join("chart.tsv");
        fs::write(&table, lines)?;
        let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/fonts");
        let of = |key: &str| figure.get(key).map_or(String::new(), text);
        Ok(Self {
            table,
            title: of("title"),
            subtitle: of("subtitle"),
            font: assets.join("NotoSansSC-Regular.ttf"),
        })
    }
}

/// Fails unless the PNG file at `path` has [`SIZE_PX`].
///
/// # Errors
/// When it has another size, or is missing.
pub fn check_size(path: &Path) -> Result<(), Fault> {
    // Its header says so; decoding it would make this process large, and a child's peak is never
    // below that of the process that started it.
    let bytes = fs::read(path)?;
    let number = |from: usize| {
        let bytes = bytes.get(from..from + 4).and_then(|it| it.try_into().ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    let size = (number(16), number(20));
    if size == SIZE_PX {
        return Ok(());
    }
    Err(format!("{} measures {size:?} instead of {SIZE_PX:?} pixels", path.display()).into())
}
