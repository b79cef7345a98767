//! The files that a data file refers to.

use thiserror::Error;

/// Gives the files that a data file names, so that loading itself reads no disk.
pub trait Assets {
    /// The bytes of the file at `relative_path`, which is checked to be relative, with `/` between
    /// its parts and without `..`.
    ///
    /// # Errors
    ///
    /// Where there is no such file or it cannot be read.
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError>;
}

/// Why a file that belongs to the data cannot be had.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum AssetError {
    /// It does not exist.
    #[error("the file does not exist")]
    Missing,
    /// It lies outside the folder of the data file, be it by a link.
    #[error("the file lies outside the folder of the data file")]
    Outside,
    /// It cannot be read, for the reason given.
    #[error("{0}")]
    Unreadable(String),
}

/// The files that ship inside the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Embedded;

impl Assets for Embedded {
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError> {
        match relative_path {
            "assets/maps/zhejiang.geojson" => {
                Ok(include_bytes!("../../assets/maps/zhejiang.geojson").to_vec())
            }
            _ => Err(AssetError::Missing),
        }
    }
}

/// Whether `path` stays inside the folder that it starts from, on every system.
pub(super) fn is_inside(path: &str) -> bool {
    let is_plain = |part: &str| !matches!(part, "" | "." | "..");
    !path.contains(['\\', ':']) && path.split('/').all(is_plain)
}
