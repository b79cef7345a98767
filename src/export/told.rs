//! Why a file was not saved, in the reader's language. The command line speaks English.

use super::{file::WriteError, format::ExportError, offscreen::RenderError, picture::PictureError};
use crate::{
    figure::{FigureKind, takeaway},
    i18n::Texts,
};

/// Why a file could not be written, and how to mend it.
#[must_use]
pub fn write_error(error: &WriteError, t: &Texts) -> String {
    let shown = |path: &std::path::Path| path.display().to_string();
    match error {
        WriteError::NoFileName { path } => t.write_no_file_name(shown(path)),
        WriteError::FolderMissing { path, folder } => {
            t.write_folder_missing(shown(folder), shown(path))
        }
        WriteError::NotInAFolder { path, folder } => {
            t.write_not_in_a_folder(shown(folder), shown(path))
        }
        WriteError::IsAFolder { path } => t.write_is_a_folder(shown(path)),
        WriteError::NotAFile { path } => t.write_not_a_file(shown(path)),
        WriteError::ReadOnly { path } => t.write_read_only(shown(path)),
        WriteError::NotPermitted { path, source } => {
            t.write_not_permitted(shown(path), source.to_string())
        }
        WriteError::DiskFull { path, source } => t.write_disk_full(shown(path), source.to_string()),
        WriteError::BadName { path, source } => t.write_bad_name(shown(path), source.to_string()),
        WriteError::Other { path, source } => t.write_other(shown(path), source.to_string()),
    }
}

/// Why a figure of `kind` cannot be made a picture, and what would work.
#[must_use]
pub fn picture_error(error: &PictureError, kind: FigureKind, t: &Texts) -> String {
    match error {
        PictureError::TooSmall { width_pt, height_pt, least_width_pt, least_height_pt } => {
            let said = t.picture_too_small(
                height_pt.round() as usize,
                least_height_pt.ceil() as usize,
                least_width_pt.ceil() as usize,
                width_pt.round() as usize,
            );
            if kind == FigureKind::Coverage {
                let themes = FigureKind::CoverageThemes.name(t);
                takeaway::sentences(&[said.as_str(), t.picture_shorter(themes).as_str()], t)
            } else {
                said
            }
        }
        PictureError::Render(RenderError::TooLarge { width_px, height_px }) => {
            t.picture_too_large(*height_px as usize, *width_px as usize)
        }
        // Neither can be asked for in the window; what is left comes of a lack of memory.
        PictureError::Render(_) | PictureError::Png(_) => t.export_failed(error.to_string()),
    }
}

/// Why a figure of `kind` cannot be made a file.
#[must_use]
pub fn export_error(error: &ExportError, kind: FigureKind, t: &Texts) -> String {
    match error {
        ExportError::Picture(error) => picture_error(error, kind, t),
        ExportError::Data(_) | ExportError::Svg(_) => t.export_failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;

    use super::{picture_error, write_error};
    use crate::{
        export::{file::WriteError, picture::PictureError},
        figure::FigureKind,
        i18n::texts,
        model::Lang,
    };

    #[test]
    fn a_failed_save_is_told_with_its_path_and_a_way_out_in_both_languages() {
        let path = std::path::PathBuf::from("/disk/a.png");
        let full = || std::io::Error::from(ErrorKind::StorageFull);
        let error = WriteError::DiskFull { path, source: full() };
        let en = write_error(&error, texts(Lang::En));
        let zh = write_error(&error, texts(Lang::Zh));
        assert!(en.contains("/disk/a.png") && en.contains("free some space"), "{en}");
        assert!(zh.contains("/disk/a.png") && zh.contains("清理"), "{zh}");
    }

    #[test]
    fn a_matrix_too_long_for_its_picture_points_to_the_shorter_one() {
        let error = PictureError::TooSmall {
            width_pt: 640.0,
            height_pt: 440.0,
            least_width_pt: 480.0,
            least_height_pt: 928.4,
        };
        for lang in Lang::ALL {
            let t = texts(lang);
            let said = picture_error(&error, FigureKind::Coverage, t);
            assert!(said.contains("929") && said.contains("440"), "{said}");
            assert!(said.contains(t.figure_coverage_themes()), "{said}");
            let of_another = picture_error(&error, FigureKind::Ranking, t);
            assert!(!of_another.contains(t.figure_coverage_themes()), "{of_another}");
        }
    }
}
