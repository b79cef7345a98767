//! Several periods and several levels: chosen, stepped through, gone into; and nothing of it where
//! there is but one.

use std::{
    path::{Path, PathBuf},
    process::Output,
};

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    figure::FigureKind,
    files,
    model::Lang,
    state::{Command, Tab, ThemeChoice, ViewState},
};
use egui::Key;
use egui_kittest::kittest::Queryable;

use crate::support::{
    program::{SETTINGS, program},
    window::{App, show, show_in_steps},
};

const WIDE: [f32; 2] = [1280.0, 800.0];

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/atlas/fixtures/years.ron")
}

fn app(view: impl FnOnce(&mut ViewState)) -> AtlasApp {
    let loaded = files::open(&fixture()).unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.theme = ThemeChoice::Light;
    view(&mut state);
    AtlasApp::new(loaded, state, Box::new(NativeDesktop))
}

fn open(view: impl FnOnce(&mut ViewState)) -> App {
    show(app(view), WIDE)
}

fn press(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

fn period(app: &App) -> String {
    let data = app.state().data();
    data.period(data.seen_period().unwrap()).unwrap().id.clone()
}

#[test]
fn the_latest_period_is_shown_first_and_another_is_a_key_or_a_click_away() {
    let mut app = open(|view| view.indicator = Some("jobs".into()));
    assert!(app.query_by_label("Period: 2023").is_some());
    app.get_by_label_contains("Jiazhou: 4,300 people");
    press(&mut app, Key::Comma);
    assert_eq!(period(&app), "2022");
    app.get_by_label_contains("Jiazhou: 4,100 people");
    app.get_by_label_contains("Bingzhou: not reported");
    press(&mut app, Key::Period);
    assert_eq!(period(&app), "2023");
    press(&mut app, Key::Period);
    assert_eq!(app.state().notice(), Some("This is the last period."));
    app.get_by_label("Period: 2023").click();
    app.run();
    app.get_by_label("2020").click();
    app.run();
    assert_eq!(period(&app), "2020");
}

#[test]
fn a_period_without_figures_says_so_and_leads_to_one_with_some() {
    let mut app = open(|view| view.indicator = Some("fairs".into()));
    app.get_by_label("“Job fairs” has no figures for 2023.");
    app.get_by_label("Show 2021").click();
    app.run();
    assert_eq!(period(&app), "2021");
    app.get_by_label_contains("Jiazhou: 5,000 people");
}

#[test]
fn periods_go_by_themselves_up_to_the_last_and_are_undone_in_one_step() {
    let start = |view: &mut ViewState| {
        view.indicator = Some("jobs".into());
        view.period = Some("2021".into());
    };
    let mut app = show_in_steps(app(start), WIDE, 0.5, 40);
    app.get_by_label("Step through the periods").click();
    for _ in 0..12 {
        app.step();
    }
    assert_eq!(period(&app), "2023");
    app.run();
    assert!(app.query_by_label("Step through the periods").is_some(), "it stops at the end");
    app.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    app.run();
    assert_eq!(period(&app), "2021");
}

#[test]
fn whoever_acts_meanwhile_stops_the_periods() {
    let mut app = show_in_steps(app(|view| view.period = Some("2019".into())), WIDE, 0.1, 40);
    app.get_by_label("Step through the periods").click();
    app.step();
    app.step();
    app.get_by_label("Stop").click();
    app.run();
    assert_eq!(period(&app), "2019");
    assert!(app.query_by_label("Stop").is_none());
}

#[test]
fn one_period_shows_nothing_of_it() {
    for tab in Tab::ALL {
        let loaded = files::built_in().unwrap();
        let mut state = ViewState::first(&loaded.data, Lang::En);
        state.tab = tab;
        let app = show(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), WIDE);
        assert!(app.query_by_label_contains("Period:").is_none(), "{tab:?}");
        assert!(app.query_by_label("Step through the periods").is_none(), "{tab:?}");
    }
    let data = files::built_in().unwrap().data;
    for command in [Command::NextPeriod, Command::PlayPeriods, Command::GoInto, Command::GoUp] {
        assert!(!command.is_for(&data), "{command:?}");
    }
}

fn atlas(args: &[&str]) -> (Output, String, String) {
    let output = program(SETTINGS).args(args).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    (output, out, err)
}

#[test]
fn the_command_line_takes_a_period() {
    let file = fixture();
    let file = file.to_str().unwrap();
    let (_, checked, _) = atlas(&["check", file]);
    assert!(checked.contains("7 periods"), "{checked}");
    let (_, all, _) = atlas(&["table", file]);
    let (_, one, _) = atlas(&["table", file, "--period", "2021"]);
    assert!(all.contains(",2019,") && !one.contains(",2019,") && one.contains(",2021,"), "{one}");
    let (refused, _, told) = atlas(&["table", file, "--period", "1066"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(told.contains("2019, 2020, 2021, 2022, 2023"), "{told}");
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.csv");
    let target = target.to_str().unwrap();
    let ranking = ["export", file, "--figure", "ranking", "--indicator", "jobs", "--lang", "en"];
    for (period, value) in [(&["--period", "2021"][..], "3300"), (&[], "4300")] {
        let (output, _, told) = atlas(&[&ranking[..], period, &["-o", target]].concat());
        assert!(output.status.success(), "{told}");
        let table = std::fs::read_to_string(target).unwrap();
        assert!(table.contains(value) && table.contains("period"), "{table}");
    }
}

#[test]
fn a_point_of_another_year_takes_the_window_to_that_year() {
    let mut app = open(|view| {
        view.tab = Tab::Plots;
        view.figure = FigureKind::Trend;
        view.indicator = Some("jobs".into());
    });
    app.get_by_label_contains("Yizhou, 2020: 2,100 people").click();
    app.run();
    assert_eq!(period(&app), "2020");
    assert_eq!(app.state().state().selected.as_deref(), Some("yi"));
    assert!(app.query_all_by_label_contains("Up 100 people (5.0%) on 2019").next().is_some());
}

#[test]
fn the_city_says_how_each_figure_changed() {
    let app = open(|view| view.tab = Tab::City);
    app.get_by_label("New jobs: 4,300 people; up 200 people (4.9%) on 2022");
    let app = open(|view| {
        view.tab = Tab::City;
        view.period = Some("2022".into());
    });
    app.get_by_label("New jobs: 4,100 people; not comparable with 2021");
}

#[test]
fn figures_over_time_are_offered_only_where_there_are_several_periods() {
    let app = open(|view| view.tab = Tab::Plots);
    assert!(
        app.query_by_label("Over time").is_some() && app.query_by_label("Small charts").is_some()
    );
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.tab = Tab::Plots;
    let app = show(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), WIDE);
    assert!(app.query_by_label("Over time").is_none());
}

#[test]
fn figures_over_time_are_exported_with_everything_and_only_where_data_have_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = fixture();
    let (file, target) = (file.to_str().unwrap(), folder.path().to_str().unwrap());
    let all = ["export", file, "--all", "--lang", "en", "--format", "csv", "-o", target];
    let (output, _, told) = atlas(&all);
    assert!(output.status.success(), "{told}");
    let table = std::fs::read_to_string(folder.path().join("figures/jobs_trend_en.csv")).unwrap();
    assert!(
        table.lines().any(|it| it.contains("Yizhou") && it.contains("not reported")),
        "{table}"
    );
    assert!(folder.path().join("figures/rate_multiples_en.csv").exists());
    assert!(!folder.path().join("figures/fairs_trend_en.csv").exists());
    let (output, _, told) =
        atlas(&["export", "--figure", "trend", "--indicator", "employment_rate", "-o", "x.png"]);
    assert!(!output.status.success() && told.contains("several periods"), "{told}");
}

fn root(app: &App) -> String {
    let data = app.state().data();
    data.region(data.root()).unwrap().id.clone()
}

#[test]
fn a_city_is_gone_into_and_left_by_link_key_and_second_click() {
    let mut app = open(|view| view.indicator = Some("jobs".into()));
    app.get_by_label("Show the 2 parts of Jiazhou").click();
    app.run();
    assert_eq!(root(&app), "jia");
    app.get_by_label_contains("East Jia County: 2,100 people");
    app.get_by_label_contains("West Jia County, 2 of 2; New jobs: 2,500 people");
    app.get_by_label("Fable Province").click();
    app.run();
    assert_eq!(root(&app), "fable");
    press(&mut app, Key::G);
    assert_eq!(root(&app), "jia", "the chosen city is gone into");
    press(&mut app, Key::Backspace);
    assert_eq!(
        (root(&app).as_str(), app.state().state().selected.as_deref()),
        ("fable", Some("jia"))
    );
    press(&mut app, Key::Backspace);
    assert_eq!(app.state().notice(), Some("There is no level above."));
    app.key_press_modifiers(egui::Modifiers::COMMAND, Key::Z);
    app.run();
    assert_eq!(root(&app), "jia", "undo goes back in");
}

#[test]
fn enter_chooses_a_city_and_enter_again_goes_into_it() {
    let mut app = open(|view| {
        view.indicator = Some("jobs".into());
        view.selected = Some("bing".into());
    });
    let place = app.get_by_label_contains("Yizhou, 2 of 4");
    place.focus();
    app.run();
    press(&mut app, Key::Enter);
    assert_eq!(app.state().state().selected.as_deref(), Some("yi"));
    press(&mut app, Key::Enter);
    assert_eq!(root(&app), "yi");
}

#[test]
fn search_and_the_filter_of_the_list_find_every_level() {
    let mut app = open(|_| {});
    app.get_by_label_contains("Filter cities by name").focus();
    app.run();
    app.get_by_label_contains("Filter cities by name").type_text("North Yi");
    app.run();
    app.get_by_label("North Yi County (Yizhou)").click();
    app.run();
    assert_eq!(root(&app), "yi");
    assert_eq!(app.state().state().selected.as_deref(), Some("yi-north"));
}

#[test]
fn parts_that_exceed_their_whole_are_told_and_the_data_still_open() {
    let app = open(|_| {});
    let told = app.state().notice().unwrap();
    assert!(
        told.starts_with("One figure is smaller than all its parts together: Jiazhou"),
        "{told}"
    );
    let file = fixture();
    let (output, _, told) = atlas(&["check", file.to_str().unwrap()]);
    assert!(output.status.success());
    assert!(told.starts_with("warning:") && told.lines().count() == 1, "{told}");
}

#[test]
fn the_command_line_looks_within_a_region() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.csv");
    let (file, target) = (fixture(), target.to_str().unwrap());
    let file = file.to_str().unwrap();
    let map = ["export", file, "--figure", "map", "--indicator", "jobs", "--lang", "en"];
    let (output, _, told) = atlas(&[&map[..], &["--within", "jia", "-o", target]].concat());
    assert!(output.status.success(), "{told}");
    let table = std::fs::read_to_string(target).unwrap();
    assert!(table.contains("jia-east") && !table.contains(",yi,"), "{table}");
    let (output, _, told) = atlas(&[&map[..], &["--within", "ding", "-o", target]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("fable, jia, yi"), "{told}");
}
