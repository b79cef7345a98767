//! What the window makes of edits to the open file.

use std::path::Path;

use egui::Context;

use super::{
    AtlasApp,
    files::report_of,
    keep_what_exists,
    watch::{News, Watch},
};
use crate::{
    files::{Loaded, ReadFile},
    load::Diagnostics,
    model::Lang,
    state::{FileEdits, NoticeKind},
    ui::{banner, faults::FaultReport},
};

/// The open file, as it is followed.
#[derive(Default)]
pub(super) struct LiveFile {
    /// Whether files are followed at all: a window for tests or pictures need not.
    is_on: bool,
    /// The files of the data that are shown.
    read: Vec<ReadFile>,
    watch: Option<Watch>,
    /// What is wrong with the file as it is now, while the version before is shown.
    broken: Option<Broken>,
}

struct Broken {
    diagnostics: Diagnostics,
    /// The same in words.
    report: Option<(Lang, FaultReport)>,
}

impl LiveFile {
    pub(super) fn new(read: Vec<ReadFile>) -> Self {
        Self { read, ..Self::default() }
    }

    /// Takes note that a file was opened, of which the files `read` were read.
    pub(super) fn opened(&mut self, read: Vec<ReadFile>) {
        *self = Self { is_on: self.is_on, ..Self::new(read) };
    }

    /// Takes note of what is wrong with the file as it is now.
    pub(super) fn broke(&mut self, diagnostics: Diagnostics) {
        self.broken = Some(Broken { diagnostics, report: None });
    }

    /// What is wrong with the file at `path` as it is now, in the words of `lang`.
    pub(super) fn report(&mut self, path: Option<&Path>, lang: Lang) -> Option<&FaultReport> {
        let Broken { diagnostics, report } = self.broken.as_mut()?;
        if report.as_ref().is_none_or(|(made_for, _)| *made_for != lang) {
            *report = Some((lang, report_of(diagnostics, path, lang)));
        }
        report.as_ref().map(|(_, report)| report)
    }
}

impl AtlasApp {
    /// Shows edits to the open file as they are saved.
    #[must_use]
    pub fn with_live_files(mut self) -> Self {
        self.live.is_on = true;
        self
    }

    /// Follows the open file, or the one with faults that would be; called once a frame.
    pub(super) fn follow_file(&mut self, ctx: &Context) {
        let faulty = self.faults.as_ref().and_then(|(_, path)| path.as_deref());
        let open = self.origin.path();
        let wanted = faulty
            .or(open)
            .filter(|_| self.live.is_on && self.state.file_edits == FileEdits::AtOnce);
        if self.live.watch.as_ref().map(Watch::path) != wanted {
            let read = if faulty.is_none() { self.live.read.as_slice() } else { &[] };
            self.live.watch = wanted.map(|path| Watch::new(ctx, path, read));
        }
        if let Some(news) = self.live.watch.as_ref().and_then(Watch::news) {
            self.edited(ctx, news);
        }
    }

    fn edited(&mut self, ctx: &Context, news: News) {
        let path = self.live.watch.as_ref().map(|it| it.path().to_owned());
        let is_of_faults = self.faults.as_ref().is_some_and(|(_, faulty)| *faulty == path);
        let is_of_data = self.is_open(path.as_deref());
        match news {
            Ok(loaded) if is_of_data => self.show_edit(ctx, loaded),
            Ok(loaded) => self.opened(ctx, Ok(loaded), path.as_deref()),
            Err(diagnostics) if is_of_faults => {
                let report = report_of(&diagnostics, path.as_deref(), self.state.lang);
                self.faults = Some((report, path));
                if is_of_data {
                    self.live.broke(diagnostics);
                }
            }
            Err(diagnostics) => {
                self.live.broke(diagnostics);
                let t = self.t();
                let report = self.live.report(path.as_deref(), self.state.lang);
                if let Some(report) = report {
                    self.teller.tell(banner::title(report, t), true);
                }
            }
        }
    }

    /// Whether the open data came from the file at `path`.
    pub(super) fn is_open(&self, path: Option<&Path>) -> bool {
        path.is_some() && self.origin.path() == path
    }

    /// Shows everything that is wrong with the open file as it is now.
    pub(super) fn show_edit_faults(&mut self) {
        let path = self.origin.path().map(Path::to_owned);
        if let Some(report) = self.live.report(path.as_deref(), self.state.lang) {
            self.faults = Some((report.clone(), path));
        }
    }

    /// Shows the open file as it is now, and as much of the view as it still has.
    fn show_edit(&mut self, ctx: &Context, loaded: Loaded) {
        let was_broken = self.live.broken.take().is_some() | self.faults.take().is_some();
        let (before, now) = (&self.data, &loaded.data);
        let is_same = before.sha256() == now.sha256() && before.outlines() == now.outlines();
        self.live.read = loaded.read;
        if is_same && !was_broken {
            return;
        }
        // It stands for a place in the data as they were.
        self.hovered = None;
        self.run = None;
        self.replace_data(loaded.data);
        self.become_state(ctx, keep_what_exists(&self.state, &self.data));
        self.tell(NoticeKind::Info, self.t().notice_edit_shown(self.origin_label.as_str()));
    }
}
