//! The window: owns data and state, carries effects out, and nothing more.

mod desktop;
mod pictures;

use std::{
    path::{Path, PathBuf},
    sync::mpsc,
};

use egui::{Context, Ui};

use crate::{
    figure::{self, Content, FigureKind, Linked, style},
    files::{self, Loaded},
    i18n::{Texts, texts},
    model::{Dataset, Lang},
    state::{Action, Effect, History, ThemeChoice, ViewState, apply},
    ui::{
        self, Pushed, Scene, View,
        dialogs::{self, Answer, Dialog},
        faults::{self, FaultAnswer, FaultLine, FaultReport},
        search::SearchState,
    },
};

use desktop::NO_DIALOG;
pub use desktop::{Desktop, NativeDesktop, Reply};

/// Where the open data came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It came with the program.
    BuiltIn,
    /// A file.
    File(PathBuf),
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
    faults: Option<(FaultReport, Option<PathBuf>)>,
    notice: Option<String>,
    indicator_filter: String,
    table_filter: String,
    search: SearchState,
    desktop: Box<dyn Desktop>,
    replies: (mpsc::Sender<Reply>, mpsc::Receiver<Reply>),
    window_title: String,
    /// The language whose fonts are installed.
    fonts: Option<Lang>,
}

impl AtlasApp {
    /// Opens `loaded` in the view `state`.
    #[must_use]
    pub fn new(loaded: Loaded, state: ViewState, desktop: Box<dyn Desktop>) -> Self {
        let origin = loaded.path.map_or(Origin::BuiltIn, Origin::File);
        let scene = Scene::new(&loaded.data, &state);
        let mut app = Self {
            data: loaded.data,
            origin,
            origin_label: String::new(),
            state,
            history: History::default(),
            scene,
            hovered: None,
            dialog: None,
            faults: None,
            notice: None,
            indicator_filter: String::new(),
            table_filter: String::new(),
            search: SearchState::default(),
            desktop,
            replies: mpsc::channel(),
            window_title: String::new(),
            fonts: None,
        };
        app.label_origin();
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
        self.notice.as_deref()
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

    fn theme(&self, ctx: &Context) -> style::Theme {
        let system = match ctx.system_theme() {
            Some(egui::Theme::Dark) => style::Theme::Dark,
            Some(egui::Theme::Light) | None => style::Theme::Light,
        };
        self.state.theme.resolve(system)
    }

    /// Draws one frame and does what was asked for in it.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.take_replies(&ctx);
        self.take_dropped(&ctx);
        let theme = self.theme(&ctx);
        ctx.set_theme(match theme {
            style::Theme::Light | style::Theme::Print => egui::Theme::Light,
            style::Theme::Dark => egui::Theme::Dark,
        });
        if self.fonts != Some(self.state.lang) {
            ui::theme::install_fonts(&ctx, self.state.lang);
            self.fonts = Some(self.state.lang);
            ctx.request_repaint();
        }
        self.set_title(&ctx);
        let mut pushed = Pushed::default();
        if self.dialog.is_none() {
            pushed.actions.extend(ui::keys::pressed(&ctx));
        }
        if self.faults.is_some() {
            self.show_fault_screen(ui, theme, &mut pushed);
        } else {
            self.show_panels(ui, theme, &mut pushed);
        }
        if pushed.hovered != self.hovered {
            self.hovered = pushed.hovered;
            ctx.request_repaint();
        }
        for action in pushed.actions {
            self.act(&ctx, action);
        }
    }

    fn set_title(&mut self, ctx: &Context) {
        let name = |ix| figure::words::short(&self.data, ix, self.t());
        let title = self.data.title().get(self.state.lang);
        // What is chosen comes first: taskbars and window lists cut titles at the end.
        let title = match (self.scene.selected, self.scene.compared) {
            (Some(a), Some(b)) => format!("{} – {} · {title} – City Atlas", name(a), name(b)),
            (Some(a), None) => format!("{} · {title} – City Atlas", name(a)),
            _ => format!("{title} – City Atlas"),
        };
        if title != self.window_title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.window_title = title;
        }
        // Without it a screen reader meets a window without a name.
        ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
            node.set_label(self.window_title.as_str());
        });
    }

    fn show_panels(&mut self, ui: &mut Ui, theme: style::Theme, pushed: &mut Pushed) {
        let view = View {
            data: &self.data,
            state: &self.state,
            scene: &self.scene,
            t: texts(self.state.lang),
            palette: theme.palette(),
            linked: Linked {
                selected: self.scene.selected,
                compared: self.scene.compared,
                hovered: self.hovered,
            },
            origin: &self.origin_label,
            travel: (self.history.has_past(), self.history.has_future()),
        };
        ui::header::show(ui, &view, &mut self.search, pushed);
        ui::drawer::show(ui, &view, self.notice.as_deref(), pushed);
        ui::side::show(ui, &view, &mut self.indicator_filter, pushed);
        ui::main_area::show(ui, &view, &mut self.table_filter, pushed);
        let answer = self.dialog.as_mut().map(|dialog| dialogs::show(ui, &view, dialog));
        if let Some(answer) = answer {
            self.answer_dialog(ui.ctx(), &answer);
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

    /// Carries `action` out.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        let (next, effects) = apply(&self.state, &self.data, action);
        if next != self.state {
            self.history.note(&self.state, &next);
            self.notice = None;
            self.become_state(ctx, next);
        }
        for effect in effects {
            self.carry_out(ctx, effect);
        }
    }

    fn become_state(&mut self, ctx: &Context, next: ViewState) {
        self.state = next;
        self.scene = Scene::new(&self.data, &self.state);
        self.label_origin();
        ctx.request_repaint();
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::AskForFile => {
                self.desktop.ask_for_file(ctx, self.t(), self.replies.0.clone());
            }
            Effect::Open(path) => self.open(ctx, &path),
            Effect::OpenBuiltIn => self.opened(ctx, files::built_in(), None),
            Effect::Reload => self.reload(ctx),
            Effect::AskForPicture(kind) => self.draft_picture(ctx, kind),
            Effect::CopyPicture(kind) => self.copy_picture(ctx, kind),
            Effect::CopyWords(kind) => self.copy_words(ctx, kind),
            Effect::CopyData(kind) => self.copy_data(ctx, kind),
            Effect::Zoom(step) => {
                let zoom = if step == 0 { 1.0 } else { ctx.zoom_factor() + 0.1 * f32::from(step) };
                ctx.set_zoom_factor(zoom.clamp(0.8, 2.5));
            }
            Effect::Travel(step) => {
                let there = if step < 0 {
                    self.history.back(&self.state)
                } else {
                    self.history.forward(&self.state)
                };
                if let Some(view) = there {
                    self.become_state(ctx, view);
                }
            }
            Effect::ToggleTheme => {
                let mut next = self.state.clone();
                next.theme = match self.theme(ctx) {
                    style::Theme::Light | style::Theme::Print => ThemeChoice::Dark,
                    style::Theme::Dark => ThemeChoice::Light,
                };
                self.become_state(ctx, next);
            }
            Effect::PinHovered => match self.hovered.and_then(|ix| self.data.region(ix)) {
                Some(region) => self.act(ctx, Action::Compare(region.id.clone())),
                None => self.notice = Some(self.t().notice_pin_nothing().to_owned()),
            },
            Effect::FocusSearch => self.search.wants_focus = true,
            Effect::ShowKeys => self.dialog = Some(Dialog::Keys),
            Effect::ShowAbout => self.dialog = Some(Dialog::About),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        ctx.request_repaint();
    }

    fn reload(&mut self, ctx: &Context) {
        let faulty = self.faults.as_ref().and_then(|(_, path)| path.clone());
        match (faulty, self.origin.clone()) {
            (Some(path), _) | (None, Origin::File(path)) => self.open(ctx, &path),
            (None, Origin::BuiltIn) => self.opened(ctx, files::built_in(), None),
        }
    }

    fn open(&mut self, ctx: &Context, path: &Path) {
        self.opened(ctx, files::open(path), Some(path));
    }

    fn opened(
        &mut self,
        ctx: &Context,
        result: Result<Loaded, crate::load::Diagnostics>,
        path: Option<&Path>,
    ) {
        ctx.request_repaint();
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(diagnostics) => {
                let name = path.map_or(String::new(), |it| it.display().to_string());
                let report = fault_report(&name, &diagnostics, self.state.lang);
                self.faults = Some((report, path.map(Path::to_owned)));
                return;
            }
        };
        self.faults = None;
        self.data = loaded.data;
        self.origin = loaded.path.map_or(Origin::BuiltIn, Origin::File);
        let state = keep_what_exists(&self.state, &self.data);
        self.become_state(ctx, state);
        self.notice = Some(self.t().notice_opened(self.origin_label.as_str()));
    }

    fn take_replies(&mut self, ctx: &Context) {
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
                Reply::Place(Some(path)) => {
                    if let Some(Dialog::Picture(draft)) = &mut self.dialog {
                        draft.path = path.display().to_string();
                        draft.error.clear();
                    }
                }
                Reply::Open(None, _) | Reply::Place(None) => {}
            }
        }
    }

    fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).next()
        });
        if let Some(path) = dropped {
            self.open(ctx, &path);
        }
    }

    fn content(&self, kind: FigureKind) -> Result<Content, String> {
        figure::content(&self.data, &self.state.figure_spec(&self.data, kind))
            .map_err(|why| why.to_string())
    }

    fn answer_dialog(&mut self, ctx: &Context, answer: &Answer) {
        match (answer, self.dialog.clone()) {
            (Answer::Waiting, _) => return,
            (Answer::Browse, Some(Dialog::Picture(draft))) => {
                let suggested = PathBuf::from(&draft.path);
                self.desktop.ask_for_place(ctx, &suggested, self.replies.0.clone());
            }
            (Answer::Save, Some(Dialog::Picture(draft))) => self.save_picture(draft),
            (Answer::Open, Some(Dialog::OpenPath { path })) => {
                self.dialog = None;
                self.open(ctx, Path::new(path.trim()));
            }
            _ => self.dialog = None,
        }
        ctx.request_repaint();
    }
}

/// `state` without what `data` lacks; a choice that is lost falls back to the first view's.
fn keep_what_exists(state: &ViewState, data: &Dataset) -> ViewState {
    let first = ViewState::first(data, state.lang);
    let mut next = state.clone();
    if next.selected_ix(data).is_none() {
        next.selected = first.selected;
    }
    if next.indicator_ix(data).is_none() {
        next.indicator = first.indicator;
    }
    if next.compared_ix(data).is_none() {
        next.compared = None;
    }
    next.open = None;
    next
}

/// Diagnostics in the words of `lang`.
#[must_use]
pub fn fault_report(file: &str, diagnostics: &crate::load::Diagnostics, lang: Lang) -> FaultReport {
    let t = texts(lang);
    let lines = diagnostics.iter().map(|it| FaultLine {
        place: if it.is_about_whole_file() {
            it.file.clone()
        } else {
            t.faults_place(it.column, it.file.as_str(), it.line)
        },
        message: it.message(lang),
        help: it.help(lang),
    });
    FaultReport { file: file.to_owned(), lines: lines.collect(), more: diagnostics.omitted() }
}

impl eframe::App for AtlasApp {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display, or no way to draw on it.
pub fn run(make: impl FnOnce() -> AtlasApp + 'static) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("city-atlas")
        .with_title("City Atlas")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([900.0, 600.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "city-atlas",
        options,
        Box::new(|creation| {
            ui::theme::install(&creation.egui_ctx);
            creation.egui_ctx.options_mut(|options| options.zoom_with_keyboard = false);
            Ok(Box::new(make()))
        }),
    )
}
