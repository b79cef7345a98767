//! What the window remembers from one start to the next, and what it tells.

use std::path::PathBuf;

use egui::{Context, Event};

use super::{AtlasApp, Origin, Store, StoreNotice, clock, crash, store};
use crate::{
    figure::style,
    i18n::Texts,
    model::Dataset,
    state::{
        NoticeKind, ViewFile, ViewState,
        settings::{RecentFile, WindowPlace, ZOOM},
    },
    ui::kept::RecentRow,
};

impl AtlasApp {
    /// Remembers what happens in `store`, and tells what happened to it and to the program.
    #[must_use]
    pub fn with_store(mut self, store: Store, told: Vec<StoreNotice>) -> Self {
        self.is_first_start = !store.settings().was_started;
        self.store = store;
        self.store.change(|it| it.was_started = true);
        self.remember_file();
        self.tell_store(told);
        self.tell_of_crash();
        self
    }

    /// Notes what is shown in `recorder`, for the case that the program stops by a fault.
    #[must_use]
    pub fn with_recorder(mut self, recorder: crash::Recorder) -> Self {
        recorder.note(ViewFile::new(&self.data, &self.state));
        self.recorder = Some(recorder);
        self
    }

    /// Whether the program has never been started before, as far as its settings tell.
    #[must_use]
    pub const fn is_first_start(&self) -> bool {
        self.is_first_start
    }

    /// What is remembered.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// Tells something in the status bar and keeps it in the list.
    pub fn tell(&mut self, kind: NoticeKind, text: String) {
        self.notices.tell(kind, text, None, clock::time_of_day());
    }

    /// [`Self::tell`] about a file, which can then be shown in its folder.
    pub fn tell_of(&mut self, kind: NoticeKind, text: String, path: PathBuf) {
        self.notices.tell(kind, text, Some(path), clock::time_of_day());
    }

    pub(super) fn tell_store(&mut self, told: Vec<StoreNotice>) {
        for notice in told {
            let (kind, text, path) = store_words(notice, self.t());
            self.notices.tell(kind, text, path, clock::time_of_day());
        }
    }

    fn tell_of_crash(&mut self) {
        let reports = self.store.folder().map(|it| it.join("reports"));
        let last = self.store.settings().last_report.clone();
        let Some(report) = reports.and_then(|it| crash::untold(&it, last.as_deref())) else {
            return;
        };
        let name = report.file_name().map(|it| it.to_string_lossy().into_owned());
        self.store.change(|it| it.last_report = name);
        let told = self.t().crash_last_time(report.display().to_string());
        self.tell_of(NoticeKind::Warning, told, report);
    }

    /// Remembers the view that `old` became.
    pub(super) fn remember_view(&mut self, old: &ViewState) {
        let (id, view) = (self.data.id(), &self.state);
        self.store.change(|it| it.note_view(id, old, view));
        if let Some(recorder) = &self.recorder {
            recorder.note(ViewFile::new(&self.data, view));
        }
    }

    /// Remembers which data are open.
    pub(super) fn remember_file(&mut self) {
        let file = match &self.origin {
            Origin::BuiltIn => None,
            // A path that is not whole would mean another file from another folder.
            Origin::File(path) => Some(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
        };
        let id = self.data.id().to_owned();
        self.store.change(|it| {
            it.is_file_open = file.is_some();
            if let Some(path) = file {
                it.note_recent(RecentFile { path, id });
            }
        });
        self.is_recent_checked = false;
    }

    /// Looks at what happens to window and disk; called once a frame.
    pub(super) fn remember_window(&mut self, ctx: &Context) {
        let told = self.store.notices();
        self.tell_store(told);
        let has_come_back = ctx.input(|it| it.events.contains(&Event::WindowFocused(true)));
        if has_come_back || !self.is_recent_checked {
            self.is_recent_checked = true;
            let files = &self.store.settings().recent_files;
            let paths = files.iter().map(|it| it.path.clone()).collect();
            self.desktop.find_missing(ctx, paths, self.replies.0.clone());
        }
        let place = window_place(ctx, self.store.settings().window);
        if place != self.store.settings().window {
            self.store.change(|it| it.window = place);
        }
    }

    /// Takes note of which recent files are missing.
    pub(super) fn list_recent(&mut self, missing: &[PathBuf]) {
        let row = |file: &RecentFile| RecentRow::new(&file.path, missing.contains(&file.path));
        self.recent = self.store.settings().recent_files.iter().map(row).collect();
    }

    pub(super) fn zoom(&mut self, ctx: &Context, step: i8) {
        let zoom = if step == 0 { 1.0 } else { ctx.zoom_factor() + 0.1 * f32::from(step) };
        let percent = (self.set_zoom(ctx, zoom) * 100.0).round() as u32;
        self.teller.tell(self.t().status_zoom(percent), false);
    }

    /// Shows everything `zoom` times as large as usual, as far as may be; tells how large it became.
    fn set_zoom(&mut self, ctx: &Context, zoom: f32) -> f32 {
        let least = if self.state.is_large { style::LARGE_ZOOM } else { *ZOOM.start() };
        // In tenths, so that steps up and down meet again.
        let zoom = ((zoom * 10.0).round() / 10.0).clamp(least, *ZOOM.end());
        ctx.set_zoom_factor(zoom);
        self.store.change(|it| it.zoom = Some(zoom));
        zoom
    }

    /// Enlarges the window's content when large mode is switched on, and brings it back when it is
    /// switched off.
    pub(super) fn fit_zoom(&mut self, ctx: &Context, was_large: bool) {
        match (was_large, self.state.is_large) {
            (_, true) if ctx.zoom_factor() < style::LARGE_ZOOM => {
                self.set_zoom(ctx, style::LARGE_ZOOM);
            }
            (true, false) => {
                self.set_zoom(ctx, 1.0);
            }
            _ => {}
        }
    }
}

/// Where the window stands, in points of the desktop; `before` where it is no ordinary window now.
fn window_place(ctx: &Context, before: WindowPlace) -> WindowPlace {
    let zoom = ctx.zoom_factor();
    ctx.input(|input| {
        let now = input.viewport();
        if now.minimized == Some(true) || now.fullscreen == Some(true) {
            return before;
        }
        if now.maximized == Some(true) {
            return WindowPlace { is_maximized: true, ..before };
        }
        let whole = |it: f32| (it * zoom).round();
        let size = now.inner_rect.map(|it| (whole(it.width()), whole(it.height())));
        let position = now.outer_rect.map(|it| (whole(it.min.x), whole(it.min.y)));
        WindowPlace {
            size: size.or(before.size),
            position: position.or(before.position),
            is_maximized: now.maximized.unwrap_or(before.is_maximized),
        }
    })
}

fn store_words(notice: StoreNotice, t: &Texts) -> (NoticeKind, String, Option<PathBuf>) {
    match notice {
        StoreNotice::Broken { path, aside: Ok(aside), reason } => {
            let told =
                t.settings_broken(aside.display().to_string(), path.display().to_string(), reason);
            (NoticeKind::Warning, told, Some(aside))
        }
        StoreNotice::Broken { path, aside: Err(why), reason } => {
            let told = t.settings_broken_stays(path.display().to_string(), reason, why);
            (NoticeKind::Error, told, Some(path))
        }
        StoreNotice::Newer { path } => {
            (NoticeKind::Warning, t.settings_newer(path.display().to_string()), Some(path))
        }
        StoreNotice::Partly { path, fields } => {
            let fields = fields.join(t.list_mark());
            let told = t.settings_partly(fields, path.display().to_string());
            (NoticeKind::Warning, told, Some(path))
        }
        StoreNotice::Failed { path, reason } => {
            let told = t.settings_failed(path.display().to_string(), reason);
            (NoticeKind::Warning, told, None)
        }
        StoreNotice::Homeless => {
            (NoticeKind::Warning, t.settings_homeless(store::CONFIG_VARIABLE), None)
        }
    }
}

/// `state` without what `data` lacks; a choice that is lost falls back to the first view's.
#[must_use]
pub fn keep_what_exists(state: &ViewState, data: &Dataset) -> ViewState {
    let first = ViewState::first(data, state.lang);
    let mut next = state.clone();
    if next.selected_ix(data).is_none() {
        next.selected = first.selected;
    }
    if next.indicator_ix(data).is_none() {
        next.indicator = first.indicator;
        next.classing = next.classing.without_limits();
    }
    let has = |id: &String| data.indicator_by_id(id).is_some();
    next.indicator_y = next.indicator_y.filter(|id| has(id) && Some(id) != next.indicator.as_ref());
    if next.compared_ix(data).is_none() || next.compared == next.selected {
        next.compared = None;
    }
    next.period = next.period.filter(|id| data.period_by_id(id).is_some());
    next.root = next.root.filter(|id| data.region_by_id(id).is_some());
    next.open = next.open.filter(|it| {
        data.region_by_id(&it.region).is_some() && data.indicator_by_id(&it.indicator).is_some()
    });
    next
}
