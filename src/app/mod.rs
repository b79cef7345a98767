//! The window: owns data and state, carries effects out, and nothing more.

mod answers;
mod clock;
mod copies;
pub mod crash;
mod desktop;
mod effects;
mod files;
mod keep;
mod live;
mod opening;
mod periods;
mod pictures;
mod small_file;
mod sound;
mod store;
mod views;
mod watch;
mod window;
mod wishes;

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
};

use egui::{Context, Ui};

use crate::{
    figure::{Linked, style},
    files::Loaded,
    i18n::{Texts, texts},
    model::{Dataset, Lang},
    state::{Conditions, History, NoticeKind, Notices, ViewState},
    ui::{
        self, Pushed, Scene, View,
        dialogs::{self, Dialog},
        faults::{self, FaultAnswer, FaultReport},
        kept::{Kept, RecentRow},
        map::MapPanel,
        menu::MenuState,
        news::{self, Teller},
        palette::{self, PaletteState},
        reflow::{self, Front},
        search::SearchState,
        side::SideFilters,
        theme::Dress,
    },
};

pub use desktop::{Desktop, NativeDesktop, Reply};
pub use files::fault_report;
pub use keep::keep_what_exists;
pub use opening::Then;
pub use sound::{PlayState, Playing};
pub use store::{Keeping, Store, StoreNotice};
pub use views::{is_view, read_view};
pub use window::run;
pub use wishes::Wishes;

/// Where the open data came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
}

impl Origin {
    /// The file, if it was one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::BuiltIn => None,
            Self::File(path) => Some(path),
        }
    }
}

/// The whole program behind the window.
pub struct AtlasApp {
    data: Dataset,
    origin: Origin,
    origin_label: String,
    state: ViewState,
    history: History,
    scene: Scene,
    hovered: Option<crate::model::RegionIx>,
    dialog: Option<Dialog>,
    /// How the last figure was saved; the next one is drafted alike.
    last_saved: Option<ui::dialogs::SaveDraft>,
    focus: ui::focus::FocusKeeper,
    faults: Option<(FaultReport, Option<PathBuf>)>,
    live: live::LiveFile,
    /// The file that is being opened.
    opening: Option<opening::Opening>,
    /// How long a frame waits for it.
    patience: std::time::Duration,
    notices: Notices,
    is_notices_open: bool,
    store: Store,
    recorder: Option<crash::Recorder>,
    is_first_start: bool,
    recent: Vec<RecentRow>,
    is_recent_checked: bool,
    side_filters: SideFilters,
    table_cursor: ui::table::TableCursor,
    axis_filters: [String; 2],
    search: SearchState,
    menus: MenuState,
    palette: PaletteState,
    map: MapPanel,
    desktop: Box<dyn Desktop>,
    replies: (mpsc::Sender<Reply>, mpsc::Receiver<Reply>),
    window_title: String,
    /// The language whose fonts are installed.
    fonts: Option<Lang>,
    /// How egui's own widgets look.
    dressed: Option<Dress>,
    /// What the desktop asks for, once it was asked.
    wishes: Option<Wishes>,
    /// The part that a small window shows.
    front: Front,
    /// The figure that is being heard.
    sounding: Option<sound::Sounding>,
    /// The periods that go by themselves.
    run: Option<periods::Run>,
    /// Tells news to those who listen.
    teller: Teller,
}

impl AtlasApp {
    /// Opens `loaded` in the view `state`. Nothing is remembered without [`Self::with_store`].
    #[must_use]
    pub fn new(loaded: Loaded, state: ViewState, desktop: Box<dyn Desktop>) -> Self {
        let origin = loaded.path.map_or(Origin::BuiltIn, Origin::File);
        let data = state.seen(&loaded.data);
        let scene = Scene::new(&data, &state);
        let live = live::LiveFile::new(loaded.read);
        let mut app = Self {
            data,
            origin,
            origin_label: String::new(),
            state,
            history: History::default(),
            scene,
            hovered: None,
            dialog: None,
            last_saved: None,
            focus: ui::focus::FocusKeeper::default(),
            faults: None,
            live,
            opening: None,
            patience: opening::PATIENCE,
            notices: Notices::default(),
            is_notices_open: false,
            store: Store::default(),
            recorder: None,
            is_first_start: false,
            recent: Vec::new(),
            is_recent_checked: false,
            side_filters: SideFilters::default(),
            table_cursor: ui::table::TableCursor::default(),
            axis_filters: Default::default(),
            search: SearchState::default(),
            menus: MenuState::default(),
            palette: PaletteState::default(),
            map: MapPanel::default(),
            desktop,
            replies: mpsc::channel(),
            window_title: String::new(),
            fonts: None,
            dressed: None,
            wishes: None,
            front: Front::default(),
            sounding: None,
            run: None,
            teller: Teller::default(),
        };
        app.label_origin();
        app.tell_excesses();
        app
    }

    /// What the window shows.
    #[must_use]
    pub const fn state(&self) -> &ViewState {
        &self.state
    }

    /// The open data.
    #[must_use]
    pub const fn data(&self) -> &Dataset {
        &self.data
    }

    /// What was last told in the status bar.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notices.shown().map(|it| it.text.as_str())
    }

    /// Shows `diagnostics` of a file that could not be opened.
    pub fn show_faults(&mut self, report: FaultReport, path: Option<PathBuf>) {
        self.faults = Some((report, path));
    }

    fn t(&self) -> &'static Texts {
        texts(self.state.lang)
    }

    fn label_origin(&mut self) {
        self.origin_label = match &self.origin {
            Origin::BuiltIn => self.t().origin_built_in().to_owned(),
            Origin::File(path) => path.display().to_string(),
        };
    }

    /// Follows what the desktop asks of every program, from now on.
    pub fn follow_desktop(&self, ctx: &Context) {
        self.desktop.watch_wishes(ctx, self.replies.0.clone());
    }

    fn is_motion_reduced(&self) -> bool {
        self.state.motion.is_reduced(self.wishes.unwrap_or_default().is_motion_reduced)
    }

    fn theme(&self, ctx: &Context) -> style::Theme {
        let wishes = self.wishes.unwrap_or_default();
        let told = wishes.is_dark.map(|it| if it { egui::Theme::Dark } else { egui::Theme::Light });
        let is_dark = told.or_else(|| ctx.system_theme()) == Some(egui::Theme::Dark);
        self.state.theme.resolve(style::Theme::of_window(is_dark, wishes.is_contrast))
    }

    /// Draws one frame and does what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_replies(&ctx);
        self.take_dropped(&ctx);
        self.follow_opening(&ctx);
        self.follow_file(&ctx);
        self.remember_window(&ctx);
        let theme = self.theme(&ctx);
        let (is_still, is_large) = (self.is_motion_reduced(), self.state.is_large);
        let dress = Dress { theme, is_still, is_large };
        if self.dressed != Some(dress) {
            ui::theme::wear(&ctx, dress);
            self.fit_zoom(&ctx, self.dressed.is_some_and(|it| it.is_large));
            self.dressed = Some(dress);
        }
        if self.fonts != Some(self.state.lang) {
            ui::theme::install_fonts(&ctx, self.state.lang);
            self.fonts = Some(self.state.lang);
            ctx.request_repaint();
        }
        self.set_title(&ctx);
        let mut pushed = Pushed::default();
        self.focus.begin(&ctx);
        let heard = self.follow_sound(&ctx);
        self.follow_periods(&ctx);
        if !self.is_covered() {
            self.take_keys(&ctx, &mut pushed);
            pushed.actions.extend(ui::travel::pressed(&ctx));
        }
        if self.faults.is_some() {
            self.show_fault_screen(ui, theme, &mut pushed);
        } else {
            self.show_panels(ui, theme, &mut pushed);
        }
        self.show_opening(&ctx);
        // The mark that is heard is lit as if it were pointed at.
        let hovered = heard.or_else(|| self.pointed_at(&ctx, &pushed));
        if hovered != self.hovered {
            self.hovered = hovered;
            ctx.request_repaint();
        }
        for action in pushed.actions {
            self.act(&ctx, action);
        }
        let is_covered = self.is_covered() || egui::Popup::is_any_open(&ctx);
        self.focus.end(&ctx, is_covered);
        self.tell_news(&ctx, pushed.found, is_covered);
    }

    /// Tells those who listen what is new in this frame.
    fn tell_news(&mut self, ctx: &Context, found: Option<(usize, usize)>, is_covered: bool) {
        let table = &self.scene.table;
        let now = news::Now {
            data: &self.data,
            view: &self.state,
            rows: (table.rows.len(), table.total),
            notices: self.notices.list(),
            problem: self.dialog.as_ref().map_or("", Dialog::problem),
            found,
            is_covered,
            t: texts(self.state.lang),
        };
        self.teller.end(ctx, &now);
    }

    /// Whether something that takes all keys lies over the window.
    fn is_covered(&self) -> bool {
        self.dialog.is_some()
            || self.opening.is_some()
            || self.is_notices_open
            || self.palette.is_open()
            || self.menus.is_open()
    }

    /// The city that is pointed at: by the keyboard while keys are used, by the pointer otherwise.
    fn pointed_at(&mut self, ctx: &Context, pushed: &Pushed) -> Option<crate::model::RegionIx> {
        if self.focus.is_led_by_keys(ctx) {
            pushed.current.or(pushed.hovered)
        } else {
            pushed.hovered.or(pushed.current)
        }
    }

    fn show_panels(&mut self, ui: &mut Ui, theme: style::Theme, pushed: &mut Pushed) {
        let kept = Kept {
            notices: &self.notices,
            recent: &self.recent,
            before: self.history.before(&self.state),
            after: self.history.after(&self.state),
            can_undo: self.history.can_undo(&self.state),
            can_redo: self.history.can_redo(&self.state),
            zoom_percent: (ui.ctx().zoom_factor() * 100.0).round() as u32,
            is_first_start: self.is_first_start,
            sounding: self.sounding.as_ref().map(sound::Sounding::title),
        };
        let view = View {
            data: &self.data,
            state: &self.state,
            scene: &self.scene,
            t: texts(self.state.lang),
            palette: theme.palette(),
            is_motion_reduced: self.is_motion_reduced(),
            is_running: self.run.is_some(),
            front: reflow::is_small(ui.ctx()).then_some(self.front),
            linked: Linked {
                selected: self.scene.selected,
                compared: self.scene.compared,
                hovered: self.hovered,
            },
            origin: &self.origin_label,
            travel: (kept.before.is_some(), kept.after.is_some()),
            kept,
        };
        ui::header::show(ui, &view, &mut self.menus, &mut self.search, pushed);
        let mut is_all_asked = false;
        if let Some(report) = self.live.report(self.origin.path(), self.state.lang) {
            is_all_asked = ui::banner::show(ui, &view, report, pushed);
        }
        let (mut of_drawer, mut of_status) = (Pushed::default(), Pushed::default());
        ui::layout::stack(
            ui,
            |ui| {
                ui::main_area::bar(ui, &view, pushed);
                ui::drawer::front(ui, &view, pushed);
                ui::side::show(ui, &view, &mut self.side_filters, &mut self.map, pushed);
                let filters = &mut self.axis_filters;
                ui::main_area::show(ui, &view, &mut self.table_cursor, filters, pushed);
            },
            |ui| ui::drawer::show(ui, &view, &mut of_drawer),
            |ui| ui::status::show(ui, &view, &mut of_status),
        );
        pushed.actions.extend(of_drawer.actions.into_iter().chain(of_status.actions));
        if self.is_notices_open {
            ui::notices::show(ui, &view, pushed);
        }
        palette::show(ui, &view, &mut self.palette, pushed);
        let answer = self.dialog.as_mut().map(|dialog| dialogs::show(ui, &view, dialog));
        if let Some(answer) = answer {
            self.answer_dialog(ui.ctx(), &answer);
        }
        if is_all_asked {
            self.show_edit_faults();
        }
    }

    /// What commands depend on, as the window stands.
    fn conditions(&self, is_small: bool) -> Conditions {
        Conditions {
            has_past: self.history.before(&self.state).is_some(),
            has_future: self.history.after(&self.state).is_some(),
            can_undo: self.history.can_undo(&self.state),
            can_redo: self.history.can_redo(&self.state),
            is_small,
            ..ui::conditions(&self.data, &self.scene, self.hovered)
        }
    }

    /// Pushes the commands whose keys were pressed; one that is not possible says why instead.
    fn take_keys(&mut self, ctx: &Context, pushed: &mut Pushed) {
        let is_small = reflow::is_small(ctx);
        for command in ui::keys::pressed(ctx) {
            match command.obstacle(&self.conditions(is_small)) {
                Some(obstacle) => self.tell(NoticeKind::Info, obstacle.words(self.t())),
                None => pushed.actions.push(command.action()),
            }
        }
    }

    fn show_fault_screen(&mut self, ui: &mut Ui, theme: style::Theme, pushed: &mut Pushed) {
        let Some((report, path)) = &self.faults else {
            return;
        };
        let answer = faults::show(ui, report, theme.palette(), self.t(), path.is_some());
        match answer {
            Some(FaultAnswer::Do(action)) => pushed.actions.push(action),
            Some(FaultAnswer::Back) => self.faults = None,
            None => {}
        }
    }
}
