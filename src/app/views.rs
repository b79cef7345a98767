//! Views as files: saving and opening them.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{AtlasApp, Origin, small_file};
use crate::{
    export::{file::write_whole, told},
    state::{NoticeKind, ViewFile, view_file},
    ui::{dialogs::Dialog, view_path::ViewPathDraft},
};

/// Whether a path is that of a view rather than of data, by its name.
#[must_use]
pub fn is_view(path: &Path) -> bool {
    path.to_string_lossy().ends_with(view_file::ENDING)
}

/// Reads a view file.
///
/// # Errors
/// Why it cannot be read, or what is wrong with it.
pub fn read_view(path: &Path) -> Result<ViewFile, String> {
    let text = small_file::read(path).map_err(|error| error.to_string())?;
    ViewFile::parse(
        &text.ok_or_else(|| std::io::Error::from(std::io::ErrorKind::NotFound).to_string())?,
    )
}

impl AtlasApp {
    pub(super) fn ask_where_to_save_view(&self, ctx: &Context) {
        let suggested = self.suggested_view();
        self.desktop.ask_for_view_place(ctx, &suggested, self.replies.0.clone());
    }

    /// The path to save a view at: beside the data, or in the home folder.
    fn suggested_view(&self) -> PathBuf {
        let beside = match &self.origin {
            Origin::File(path) => path.parent().map(Path::to_owned),
            Origin::BuiltIn => None,
        };
        let folder = beside.or_else(|| etcetera::home_dir().ok()).unwrap_or_default();
        folder.join(view_file::suggested_name(self.data.id(), self.state.selected.as_deref()))
    }

    /// Asks for a path inside the window, where the desktop has no file dialog.
    pub(super) fn ask_for_view_path(&mut self, is_saving: bool) {
        let path = if is_saving { self.suggested_view() } else { PathBuf::new() };
        let path = path.display().to_string();
        self.dialog =
            Some(Dialog::ViewPath(ViewPathDraft { is_saving, path, error: String::new() }));
    }

    /// Saves the view; gives what went wrong, in words.
    pub(super) fn save_view(&mut self, path: &Path) -> Result<(), String> {
        let is_named = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("ron"));
        let mut whole = path.as_os_str().to_owned();
        if !is_named && path.file_name().is_some() {
            whole.push(view_file::ENDING);
        }
        let path = PathBuf::from(whole);
        // A slip of the pen must not cost anyone their data file.
        if path.is_file() && read_view(&path).is_err() {
            return Err(self.t().view_would_replace(path.display().to_string()));
        }
        let text = ViewFile::new(&self.data, &self.state).text();
        write_whole(&path, text.as_bytes()).map_err(|error| told::write_error(&error, self.t()))?;
        let told = self.t().notice_view_saved(path.display().to_string());
        self.tell_of(NoticeKind::Info, told, path);
        Ok(())
    }

    pub(super) fn open_view(&mut self, ctx: &Context, path: &Path) -> Result<(), String> {
        let name = path.display().to_string();
        let file = read_view(path).map_err(|why| self.t().view_refused(name.as_str(), why))?;
        self.show_view(ctx, &file, &name);
        Ok(())
    }

    /// Shows what the open data has of `file`, and says what it has not.
    pub fn show_view(&mut self, ctx: &Context, file: &ViewFile, name: &str) {
        let t = self.t();
        let opened = file.view_on(&self.data, &self.state);
        let mut parts = vec![t.notice_view_opened(name)];
        let is_other = !file.data_id.is_empty() && file.data_id != self.data.id();
        if is_other {
            let made_for = [&file.data_title, &file.data_id].into_iter().find(|it| !it.is_empty());
            parts.push(t.view_of_other_data(made_for.map_or("", String::as_str)));
        } else if !file.data_sha256.is_empty() && file.data_sha256 != self.data.sha256() {
            parts.push(t.view_of_changed_data().to_owned());
        }
        if !opened.unknown_ids.is_empty() {
            parts.push(t.view_unknown_ids(opened.unknown_ids.join(t.list_mark())));
        }
        if !opened.unreadable.is_empty() {
            parts.push(t.view_unreadable(opened.unreadable.join(t.list_mark())));
        }
        let kind = if parts.len() > 1 { NoticeKind::Warning } else { NoticeKind::Info };
        self.change_view(ctx, opened.view);
        self.tell(kind, parts.join(t.sentence_gap()));
    }
}
