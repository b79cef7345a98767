//! What those who listen are told: every change once, in one place, in the language of the window.

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::{Action, Tab, TableView, ThemeChoice, ViewState},
};
use egui::{
    Event, Key, Modifiers,
    accesskit::{Live, Role},
};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::support::window::{App, show_in_steps};

fn window(lang: Lang, tab: Tab) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = ThemeChoice::Light;
    state.tab = tab;
    state.selected = Some("hangzhou".into());
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show_in_steps(app, [1280.0, 800.0], 0.1, 20)
}

/// What is being told; empty between two pieces of news.
fn told(app: &App) -> String {
    let mut news =
        app.root().children_recursive().filter(|it| it.accesskit_node().role() == Role::Status);
    let label = news.next().unwrap().accesskit_node().label().unwrap_or_default();
    assert!(news.next().is_none(), "one place for all news");
    label
}

/// All that is told from now until the window has been at rest for half a second.
fn all_told(app: &mut App) -> Vec<String> {
    let (mut heard, mut last) = (Vec::new(), told(app));
    for _ in 0..12 {
        app.step();
        let now = told(app);
        if now != last && !now.is_empty() {
            heard.push(now.clone());
        }
        last = now;
    }
    // Nothing else speaks.
    let lives = app.root().children_recursive().filter(|it| {
        let node = it.accesskit_node();
        node.role() != Role::Status && node.data().live().is_some_and(|live| live != Live::Off)
    });
    assert_eq!(lives.count(), 0);
    heard
}

fn press(app: &mut App, modifiers: Modifiers, key: Key) -> Vec<String> {
    // In one frame, so that none of what follows is missed.
    let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
    app.input_mut().events.push(event);
    all_told(app)
}

fn click(app: &mut App, name: &str) -> Vec<String> {
    app.query_all_by_label(name).next().unwrap().click();
    all_told(app)
}

#[test]
fn every_change_is_told_once_in_english() {
    let mut app = window(Lang::En, Tab::City);
    assert_eq!(all_told(&mut app), [""; 0], "a window that opens has no news");
    assert_eq!(click(&mut app, "By name"), ["Order: By name"]);
    let control = Modifiers::COMMAND;
    assert_eq!(press(&mut app, control, Key::Z), ["Undone. Order: By value"]);
    assert_eq!(press(&mut app, control, Key::Y), ["Redone. Order: By name"]);
    assert_eq!(press(&mut app, control, Key::Num4), ["Plots tab"]);
    assert_eq!(press(&mut app, Modifiers::ALT, Key::ArrowLeft), ["Back. City tab"]);
    assert_eq!(press(&mut app, Modifiers::ALT, Key::ArrowRight), ["Forward. Plots tab"]);
    let dark = press(&mut app, control, Key::D);
    assert_eq!(dark.len(), 1, "{dark:?}");
    assert_eq!(press(&mut app, control, Key::L), ["语言：中文"]);
    assert_eq!(press(&mut app, control, Key::L), ["Language: English"]);
    let copied = press(&mut app, control | Modifiers::SHIFT, Key::D);
    assert_eq!(copied, ["Description copied to the clipboard"]);
    let again = press(&mut app, control | Modifiers::SHIFT, Key::D);
    assert_eq!(again, copied, "what happens twice is heard twice");
}

#[test]
fn cities_that_are_chosen_and_compared_are_told_once_in_chinese() {
    let mut app = window(Lang::Zh, Tab::City);
    let city = |app: &App, name: &str| {
        let all = app.root().children_recursive();
        let found = all.filter(|it| it.accesskit_node().role() == Role::ListItem);
        let mut found =
            found.filter(|it| it.accesskit_node().label().unwrap_or_default().starts_with(name));
        found.next().unwrap().rect().center()
    };
    let at = city(&app, "宁波市，第 2 个，共 11 个");
    app.drag_at(at);
    app.drop_at(at);
    assert_eq!(all_told(&mut app), ["已选择宁波"]);
    let at = city(&app, "绍兴市，第 6 个，共 11 个");
    app.hover_at(at);
    app.step();
    assert_eq!(press(&mut app, Modifiers::NONE, Key::C), ["正在对比宁波与绍兴；“对比”页"]);
    assert_eq!(click(&mut app, "结束对比"), ["对比已结束，仍选择宁波"]);
}

#[test]
fn a_filter_tells_what_it_leaves_when_typing_rests() {
    let mut app = window(Lang::En, Tab::City);
    app.get_by_label("Filter cities by name, pinyin or initials").focus();
    app.run();
    app.get_by_label("Filter cities by name, pinyin or initials").type_text("hu");
    let heard = all_told(&mut app);
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].ends_with("of 11 cities"), "{heard:?}");
    app.get_by_label("Filter cities by name, pinyin or initials").type_text("zzz");
    assert_eq!(all_told(&mut app), ["No city matches"]);
    app.key_press(Key::Escape);
    assert_eq!(all_told(&mut app), ["11 of 11 cities"]);
}

#[test]
fn the_table_tells_its_order_and_its_rows() {
    let mut app = window(Lang::En, Tab::Table);
    let sorted = click(&mut app, "Value, not sorted");
    assert_eq!(sorted, ["Value, sorted ascending"]);
    app.get_by_role(Role::Grid);
    let heard = click(&mut app, "Show missing");
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].ends_with("rows"), "{heard:?}");
}

#[test]
fn a_figure_that_cannot_be_saved_is_told_and_so_is_one_that_was() {
    let folder = tempfile::tempdir().unwrap();
    let mut app = window(Lang::En, Tab::Plots);
    let save = |app: &mut App, path: &std::path::Path| {
        if app.query_by_label("Path").is_none() {
            app.key_press_modifiers(Modifiers::COMMAND, Key::S);
            all_told(app);
        }
        let field = app.root().children_recursive().find(|it| {
            it.accesskit_node().role() == Role::TextInput
                && it.accesskit_node().value().is_some_and(|text| text.contains(".png"))
        });
        let field = field.unwrap();
        field.focus();
        let text = path.display().to_string();
        app.step();
        app.key_press_modifiers(Modifiers::COMMAND, Key::A);
        app.event(egui::Event::Text(text));
        app.step();
        app.key_press(Key::Enter);
        all_told(app)
    };
    let failed = save(&mut app, &folder.path().join("missing/a.png"));
    assert_eq!(failed.len(), 1, "{failed:?}");
    let saved = save(&mut app, &folder.path().join("a.png"));
    assert_eq!(saved.len(), 1, "{saved:?}");
    assert!(saved[0].contains("a.png"), "{saved:?}");
}

#[test]
fn titles_are_headings_with_their_level() {
    let levels = |app: &App| {
        let all = app.root().children_recursive();
        let found = all.filter(|it| it.accesskit_node().role() == Role::Heading);
        found
            .map(|it| {
                let node = it.accesskit_node();
                (node.label().unwrap_or_default(), node.data().level())
            })
            .collect::<Vec<_>>()
    };
    for lang in Lang::ALL {
        for tab in Tab::ALL.into_iter().filter(|it| *it != Tab::Table) {
            let app = window(lang, tab);
            let found = levels(&app);
            assert!(
                found.iter().any(|(name, level)| !name.is_empty() && *level == Some(2)),
                "{tab:?}: {found:?}"
            );
            assert!(found.iter().all(|(_, level)| level.is_some()), "{tab:?}: {found:?}");
        }
        let mut empty = window(lang, Tab::Table);
        let filter = TableView { filter: "no such words".into(), ..TableView::default() };
        let ctx = empty.ctx.clone();
        empty.state_mut().act(&ctx, Action::SetTable(filter));
        empty.run_steps(4);
        assert_eq!(levels(&empty).len(), 1, "that no row fits is a title");
    }
}
