//! Figures to be heard: started and stopped as a reader does it, on a desktop that only listens.

use std::{cell::RefCell, path::Path, rc::Rc, sync::mpsc};

use city_atlas::{
    app::{AtlasApp, Desktop, PlayState, Playing, Reply, Wishes},
    export::format::Format,
    files,
    i18n::Texts,
    model::Lang,
    state::{MotionChoice, Tab, ThemeChoice, ViewState},
};
use egui::{Context, Key};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::window::{App, show_in_steps};

/// What a desktop was asked to play, and how that fares.
#[derive(Clone, Default)]
struct Ears {
    heard: Rc<RefCell<Vec<Vec<u8>>>>,
    state: Rc<RefCell<Option<PlayState>>>,
    stopped: Rc<RefCell<usize>>,
    wishes: Option<Wishes>,
}

struct Sounding(Ears);

impl Playing for Sounding {
    fn look(&mut self) -> PlayState {
        self.0.state.borrow().unwrap_or(PlayState::Failed)
    }
}

impl Drop for Sounding {
    fn drop(&mut self) {
        *self.0.stopped.borrow_mut() += 1;
    }
}

impl Desktop for Ears {
    fn ask_for_file(&self, _: &Context, _: &Texts, _: mpsc::Sender<Reply>) {}

    fn ask_for_place(&self, _: &Context, _: &Path, _: Format, _: mpsc::Sender<Reply>) {}

    fn play(&self, wav: Vec<u8>) -> Option<Box<dyn Playing>> {
        self.state.borrow().as_ref()?;
        self.heard.borrow_mut().push(wav);
        Some(Box::new(Sounding(self.clone())))
    }

    fn watch_wishes(&self, _: &Context, reply: mpsc::Sender<Reply>) {
        if let Some(wishes) = self.wishes {
            reply.send(Reply::Wishes(wishes)).unwrap();
        }
    }
}

fn window(ears: &Ears, tab: Tab) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.tab = tab;
    state.theme = ThemeChoice::System;
    state.indicator = Some("assisted_employment_placed".into());
    let app = AtlasApp::new(loaded, state, Box::new(ears.clone()));
    app.follow_desktop(&Context::default());
    show_in_steps(app, [1280.0, 800.0], 0.25, 8)
}

fn playing(app: &App) -> bool {
    app.query_by_label_contains("Esc stops").is_some()
}

#[test]
fn a_ranking_is_played_with_its_marks_lit_until_escape() {
    let ears = Ears::default();
    *ears.state.borrow_mut() = Some(PlayState::Heard(0));
    let mut app = window(&ears, Tab::Plots);
    assert!(ears.heard.borrow().is_empty(), "nothing is heard unasked");
    app.key_press(Key::H);
    app.step();
    app.step();
    assert_eq!(ears.heard.borrow().len(), 1);
    assert_eq!(&ears.heard.borrow()[0][..4], b"RIFF");
    assert!(playing(&app));
    // The first note is the first bar’s; two notes later another mark is lit.
    let before = app.render().unwrap();
    for _ in 0..4 {
        app.step();
    }
    assert!(app.render().unwrap() != before, "the lit mark moves on");
    let live = app.query_by_label_contains("Esc stops").map(|it| it.accesskit_node().live());
    assert_eq!(live, Some(egui::accesskit::Live::Off), "no voice talks over the tones");
    app.key_press(Key::Escape);
    app.run();
    assert_eq!(*ears.stopped.borrow(), 1);
    assert!(!playing(&app));
    assert!(app.run() <= 1, "no frame is asked for at rest");
}

#[test]
fn another_figure_silences_the_one_that_is_played_and_the_same_key_stops() {
    let ears = Ears::default();
    *ears.state.borrow_mut() = Some(PlayState::Heard(0));
    let mut app = window(&ears, Tab::Plots);
    app.key_press(Key::H);
    app.step();
    app.step();
    app.key_press(Key::H);
    app.run();
    assert_eq!((*ears.stopped.borrow(), playing(&app)), (1, false));
    app.key_press(Key::H);
    app.step();
    app.step();
    app.query_all_by_label("By name").next().unwrap().click();
    app.run();
    assert_eq!((*ears.stopped.borrow(), playing(&app)), (2, false));
}

#[test]
fn the_end_is_quiet_and_a_missing_device_is_told() {
    let ears = Ears::default();
    *ears.state.borrow_mut() = Some(PlayState::Over);
    let mut app = window(&ears, Tab::Plots);
    app.key_press(Key::H);
    app.run();
    assert!(!playing(&app) && app.state().notice().is_none());
    *ears.state.borrow_mut() = Some(PlayState::Failed);
    app.key_press(Key::H);
    app.run();
    assert!(app.state().notice().unwrap().contains("no sound device"));
    *ears.state.borrow_mut() = None;
    app.key_press(Key::H);
    app.run();
    assert!(app.state().notice().unwrap().contains("no program that plays"));
}

#[test]
fn where_no_figure_is_to_be_heard_the_ranking_beside_it_is() {
    let ears = Ears::default();
    *ears.state.borrow_mut() = Some(PlayState::Over);
    let mut app = window(&ears, Tab::Coverage);
    app.key_press(Key::H);
    app.run();
    assert_eq!(ears.heard.borrow().len(), 1);
}

#[test]
fn the_window_follows_the_desktop_unless_its_reader_chose() {
    let wishes = Wishes { is_dark: Some(true), is_contrast: true, is_motion_reduced: true };
    let ears = Ears { wishes: Some(wishes), ..Ears::default() };
    let mut app = window(&ears, Tab::City);
    assert_eq!(app.state().state().motion, MotionChoice::System);
    let ground = |app: &App| app.ctx.global_style().visuals.panel_fill;
    assert_eq!(ground(&app), egui::Color32::BLACK, "high contrast on dark ground");
    assert!(!app.ctx.global_style().visuals.text_cursor.blink, "nothing blinks");
    app.get_by_label("Display").click();
    app.run();
    app.get_by_label("Allow motion").click();
    app.run();
    app.get_by_label("Display").click();
    app.run();
    app.get_by_label("Light colours").click();
    app.run();
    assert_eq!(ground(&app), egui::Color32::WHITE);
    assert!(app.ctx.global_style().visuals.text_cursor.blink);
}
