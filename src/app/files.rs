//! Opening data files: asked for, dropped, read again.

use std::{path::Path, time::Duration};

use egui::Context;

use super::{AtlasApp, Origin, Reply, Then, desktop::NO_DIALOG, is_view, keep_what_exists};
use crate::{
    analysis,
    figure::words,
    files::{self, Loaded},
    i18n::texts,
    load::{Code, Diagnostic, Diagnostics},
    model::{Dataset, Lang},
    state::{History, NoticeKind, ViewState},
    ui::{
        dialogs::Dialog,
        faults::{FaultLine, FaultReport},
    },
};

impl AtlasApp {
    pub(super) fn reload(&mut self, ctx: &Context) {
        let faulty = self.faults.as_ref().and_then(|(_, path)| path.clone());
        match (faulty, self.origin.clone()) {
            (Some(path), _) | (None, Origin::File(path)) => self.open(ctx, &path),
            (None, Origin::BuiltIn) => self.opened(ctx, files::built_in(), None),
        }
    }

    pub(super) fn open(&mut self, ctx: &Context, path: &Path) {
        if is_view(path) {
            self.open_view_or_tell(ctx, path);
        } else {
            let opened = path.to_owned();
            let then: Then = Box::new(move |app, ctx, result| {
                app.opened(ctx, result, Some(&opened));
            });
            self.open_aside(ctx, path, then);
        }
    }

    pub(super) fn opened(
        &mut self,
        ctx: &Context,
        result: Result<Loaded, Diagnostics>,
        path: Option<&Path>,
    ) {
        ctx.request_repaint();
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(diagnostics) => {
                let report = report_of(&diagnostics, path, self.state.lang);
                self.faults = Some((report, path.map(Path::to_owned)));
                if self.is_open(path) {
                    // Behind the report are data that the file does not hold any more.
                    self.live.broke(diagnostics);
                }
                return;
            }
        };
        let last = self.store.settings().views.get(loaded.data.id());
        let last = last.filter(|_| loaded.data.id() != self.data.id());
        let view = last.map_or_else(|| self.state.clone(), |last| last.in_manner_of(&self.state));
        self.show_loaded(ctx, loaded, &view);
    }

    /// Shows a data file that was read, in as much of `view` as there is in it.
    pub fn show_loaded(&mut self, ctx: &Context, loaded: Loaded, view: &ViewState) {
        self.faults = None;
        self.live.opened(loaded.read);
        if loaded.data.id() != self.data.id() {
            // Places of other data cannot be gone back to.
            self.history = History::default();
        }
        self.run = None;
        self.replace_data(loaded.data);
        self.origin = loaded.path.map_or(Origin::BuiltIn, Origin::File);
        let state = keep_what_exists(view, &self.data);
        self.become_state(ctx, state);
        self.remember_file();
        let told = self.t().notice_opened(self.origin_label.as_str());
        self.tell(NoticeKind::Info, told);
        self.tell_excesses();
    }

    /// Shows `data` instead, and lets go of those before beside the window: with millions of figures
    /// that takes a while.
    pub(super) fn replace_data(&mut self, data: Dataset) {
        let before = std::mem::replace(&mut self.data, data);
        // Where no thread can be had they go here and now.
        let _ = std::thread::Builder::new().spawn(move || drop(before));
    }

    /// Tells of wholes that are smaller than their parts together; in data too large to look at
    /// while a person waits, the command line finds them.
    pub(super) fn tell_excesses(&mut self) {
        const MOST_FIGURES: usize = 200_000;
        if !self.data.has_levels() || self.data.figure_count() > MOST_FIGURES {
            return;
        }
        let all = analysis::excesses(&self.data);
        if let Some(first) = all.first() {
            let first = words::excess(&self.data, first, self.t());
            let told = self.t().excess_notice(all.len(), first);
            self.tell(NoticeKind::Warning, told);
        }
    }

    pub(super) fn take_replies(&mut self, ctx: &Context) {
        let replies: Vec<Reply> = self.replies.1.try_iter().collect();
        for reply in replies {
            match reply {
                Reply::Open(Some(path), _) => {
                    self.dialog = None;
                    self.open(ctx, &path);
                }
                Reply::Open(None, after) if after < NO_DIALOG => {
                    self.dialog = Some(Dialog::OpenPath { path: String::new() });
                }
                Reply::Place(path, after) => self.take_place(path.as_deref(), after),
                Reply::ViewPlace(Some(path), _) => {
                    if let Err(why) = self.save_view(&path) {
                        self.tell(NoticeKind::Error, why);
                    }
                }
                Reply::View(Some(path), _) => self.open_view_or_tell(ctx, &path),
                Reply::ViewPlace(None, after) if after < NO_DIALOG => self.ask_for_view_path(true),
                Reply::View(None, after) if after < NO_DIALOG => self.ask_for_view_path(false),
                Reply::NotShown(path) => {
                    let path = path.display().to_string();
                    ctx.copy_text(path.clone());
                    self.tell(NoticeKind::Warning, self.t().notice_not_shown(path));
                }
                Reply::Missing(paths) => self.list_recent(&paths),
                Reply::Wishes(wishes) => self.wishes = Some(wishes),
                Reply::Open(None, _) | Reply::View(None, _) | Reply::ViewPlace(None, _) => {}
            }
        }
    }

    /// Puts the place that was chosen into the dialog, or says that there is no way to choose one.
    fn take_place(&mut self, path: Option<&Path>, after: Duration) {
        let t = self.t();
        let Some(Dialog::Save(draft)) = &mut self.dialog else { return };
        match path {
            Some(path) => draft.placed(path),
            None if after < NO_DIALOG => draft.fail(t.open_explained().to_owned()),
            None => {}
        }
    }

    fn open_view_or_tell(&mut self, ctx: &Context, path: &Path) {
        if let Err(why) = self.open_view(ctx, path) {
            self.tell(NoticeKind::Error, why);
        }
    }

    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).next()
        });
        if let Some(path) = dropped {
            self.open(ctx, &path);
        }
    }
}

/// What is wrong with the file at `path`, in the words of `lang`.
pub(super) fn report_of(diagnostics: &Diagnostics, path: Option<&Path>, lang: Lang) -> FaultReport {
    let name = path.map_or(String::new(), |it| it.display().to_string());
    fault_report(&name, diagnostics, lang)
}

/// Diagnostics in the words of `lang`.
#[must_use]
pub fn fault_report(file: &str, diagnostics: &Diagnostics, lang: Lang) -> FaultReport {
    let t = texts(lang);
    let of_file = |it: &Diagnostic| it.is_about_whole_file() && it.code == Code::FileMissing;
    let lines = diagnostics.iter().map(|it| FaultLine {
        place_in_file: if it.file == file && !it.is_about_whole_file() {
            t.edit_place(it.column, it.line)
        } else {
            String::new()
        },
        place: if it.is_about_whole_file() {
            it.file.clone()
        } else {
            t.faults_place(it.column, it.file.as_str(), it.line)
        },
        message: it.message(lang),
        help: it.help(lang),
    });
    FaultReport {
        file: file.to_owned(),
        lines: lines.collect(),
        more: diagnostics.omitted(),
        is_missing: diagnostics.iter().any(of_file),
    }
}
