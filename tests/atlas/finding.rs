//! Finding and commanding by keyboard: search, palette, list filter, menus and key help.

use crate::support::window::{App, show};
use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::{MapKind, Tab, ThemeChoice, TrailEnd, ViewState},
};
use egui::{Event, Key, Modifiers, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};

fn open(lang: Lang, size: [f32; 2]) -> App {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, lang);
    state.theme = ThemeChoice::Light;
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show(app, size)
}

/// The two sizes that the window must be usable in, in both languages.
fn windows() -> impl Iterator<Item = (Lang, App)> {
    let sizes = [[1280.0, 800.0], [900.0, 600.0]];
    Lang::ALL.into_iter().flat_map(move |lang| sizes.map(|size| (lang, open(lang, size))))
}

fn press(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

fn press_ctrl(app: &mut App, key: Key) {
    app.key_press_modifiers(Modifiers::COMMAND, key);
    app.run();
}

fn type_text(app: &mut App, text: &str) {
    app.event(Event::Text(text.into()));
    app.run();
}

fn has(app: &App, text: &str) -> bool {
    app.query_all_by_label_contains(text).next().is_some()
}

/// The names of the rows on offer, as a screen reader meets them.
fn options(app: &App) -> Vec<String> {
    let rows = app.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|it| it.accesskit_node().label()).collect()
}

#[test]
fn any_city_is_two_keys_and_a_few_letters_away() {
    for (_, mut app) in windows() {
        for (typed, id) in [("hz", "hangzhou"), ("lishui", "lishui"), ("舟", "zhoushan")] {
            press_ctrl(&mut app, Key::F);
            type_text(&mut app, typed);
            press(&mut app, Key::Enter);
            let state = app.state().state();
            assert_eq!((state.selected.as_deref(), state.tab), (Some(id), Tab::City), "{typed}");
        }
    }
}

#[test]
fn a_highlight_is_gone_to_and_its_words_are_marked_until_one_goes_on() {
    for (lang, mut app) in windows() {
        let words = if lang == Lang::Zh { "惠民十条" } else { "ten measures" };
        press_ctrl(&mut app, Key::F);
        type_text(&mut app, words);
        press(&mut app, Key::Enter);
        let trail = app.state().state().trail.clone().unwrap();
        assert_eq!(trail.words, words);
        assert!(matches!(trail.end, Some(TrailEnd::Highlight(_))), "{trail:?}");
        assert_eq!(app.state().state().tab, Tab::City);
        assert!(has(&app, &format!("“{words}”")), "what is marked is said");
        let forget = if lang == Lang::Zh { "取消标记" } else { "Remove the marks" };
        app.get_by_label(forget).click();
        app.run();
        assert_eq!(app.state().state().trail, None);
    }
}

#[test]
fn a_number_as_printed_leads_to_its_source() {
    let mut app = open(Lang::En, [1280.0, 800.0]);
    press_ctrl(&mut app, Key::F);
    type_text(&mut app, "72.75");
    app.get_by_label_contains("Huzhou, item").click();
    app.run();
    let open = app.state().state().open.clone().unwrap();
    assert_eq!(open.region, "huzhou");
    assert!(has(&app, "达72.75%"), "the drawer shows it as printed");
}

#[test]
fn arrows_move_the_mark_and_more_opens_the_group() {
    let mut app = open(Lang::En, [1280.0, 800.0]);
    press_ctrl(&mut app, Key::F);
    type_text(&mut app, "disabled");
    let marked = |app: &App| {
        let mut rows = app
            .query_all_by_role(Role::ListBoxOption)
            .filter(|it| it.accesskit_node().is_selected() == Some(true))
            .filter_map(|it| it.accesskit_node().label())
            // The city list in the side panel has its positions.
            .filter(|it| !it.contains("; item "));
        rows.next().unwrap()
    };
    let first = marked(&app);
    press(&mut app, Key::ArrowDown);
    assert_ne!(marked(&app), first);
    press(&mut app, Key::ArrowUp);
    assert_eq!(marked(&app), first);
    press(&mut app, Key::End);
    press(&mut app, Key::Home);
    assert_eq!(marked(&app), first);
    let before = options(&app).len();
    let more = app.query_all_by_label_contains(" more").next().unwrap();
    more.click();
    app.run();
    assert!(options(&app).len() > before);
}

#[test]
fn escape_clears_then_gives_the_keyboard_back() {
    let mut app = open(Lang::Zh, [900.0, 600.0]);
    press_ctrl(&mut app, Key::F);
    type_text(&mut app, "zzzqqq");
    assert!(has(&app, "没有找到“zzzqqq”"));
    press(&mut app, Key::Escape);
    assert!(!has(&app, "没有找到"));
    assert!(has(&app, "试试搜索"), "an empty field suggests");
    press(&mut app, Key::Escape);
    assert!(!has(&app, "试试搜索"));
    press(&mut app, Key::X);
    assert_eq!(app.state().notice(), Some("请先选择对比市 B。"), "letters are keys again");
}

#[test]
fn what_is_found_is_put_away_when_tab_leads_on_even_under_the_pointer() {
    let mut app = open(Lang::En, [1280.0, 800.0]);
    press_ctrl(&mut app, Key::F);
    let list = app.get_by_label("Try").rect().center();
    app.event(Event::PointerMoved(list));
    app.run();
    press(&mut app, Key::Tab);
    app.run();
    assert!(app.query_by_label("Try").is_none());
}

#[test]
fn the_palette_runs_commands_and_goes_to_places() {
    for (lang, mut app) in windows() {
        press_ctrl(&mut app, Key::K);
        type_text(&mut app, if lang == Lang::Zh { "lunkuo" } else { "outlines" });
        press(&mut app, Key::Enter);
        assert_eq!(app.state().state().map, MapKind::Outlines, "{lang:?}");
        press_ctrl(&mut app, Key::K);
        type_text(&mut app, "wz");
        press(&mut app, Key::Enter);
        assert_eq!(app.state().state().selected.as_deref(), Some("wenzhou"));
        press_ctrl(&mut app, Key::K);
        type_text(&mut app, "land area");
        press(&mut app, Key::Enter);
        assert_eq!(app.state().state().indicator.as_deref(), Some("land_area"));
        // What was used stands first; Enter does it again.
        press_ctrl(&mut app, Key::K);
        press(&mut app, Key::Enter);
        assert_eq!(app.state().state().map, MapKind::Tiles);
    }
}

#[test]
fn the_palette_says_why_a_command_is_not_possible() {
    let mut app = open(Lang::En, [900.0, 600.0]);
    press_ctrl(&mut app, Key::K);
    type_text(&mut app, "swap");
    assert!(has(&app, "Choose a second city first."));
    let row = app.get_by_label_contains("Swap A and B");
    assert!(row.accesskit_node().is_disabled());
    press(&mut app, Key::Enter);
    assert!(has(&app, "Swap A and B"), "it stays open");
    press(&mut app, Key::Escape);
    press(&mut app, Key::Escape);
    assert!(!has(&app, "Swap A and B"));
}

#[test]
fn the_list_is_narrowed_by_typing_in_any_spelling() {
    for (lang, mut app) in windows() {
        let name = if lang == Lang::Zh { "筛选城市" } else { "Filter cities" };
        let count = if lang == Lang::Zh { "2 / 11" } else { "2 of 11" };
        let field = |app: &App| {
            let mut fields = app.query_all_by_role(Role::TextInput);
            let is_filter = |it: &egui_kittest::Node<'_>| {
                it.accesskit_node().data().placeholder() == Some(name)
            };
            let field = fields.find(is_filter).unwrap();
            field.focus();
        };
        field(&app);
        app.run();
        type_text(&mut app, "hz");
        assert!(app.query_by_label(count).is_some(), "{lang:?}");
        press(&mut app, Key::Escape);
        assert!(app.query_by_label(count).is_none(), "{lang:?}");
        field(&app);
        app.run();
        type_text(&mut app, "atlantis");
        assert!(has(&app, "“atlantis”"), "an empty list says what to do");
        let clear = if lang == Lang::Zh { "清除筛选" } else { "Clear the filter" };
        app.get_by_label(clear).click();
        app.run();
        assert!(!has(&app, "“atlantis”"));
    }
}

#[test]
fn menus_are_worked_by_keyboard_alone() {
    for (lang, mut app) in windows() {
        press(&mut app, Key::F10);
        let reload = if lang == Lang::Zh { "重新读取，F5" } else { "Reload, F5" };
        assert!(has(&app, reload), "F10 opens the first menu");
        press(&mut app, Key::ArrowRight);
        assert!(!has(&app, reload), "the next menu takes its place");
        let city = if lang == Lang::Zh { "，Ctrl+2" } else { ", Ctrl+2" };
        let item = app.get_by_label_contains(city);
        assert_eq!(item.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
        press(&mut app, Key::ArrowDown);
        press(&mut app, Key::ArrowDown);
        press(&mut app, Key::Enter);
        assert_eq!(app.state().state().tab, Tab::Compare, "{lang:?}");
        assert!(!has(&app, city), "choosing closes the menu");
        press(&mut app, Key::F10);
        press(&mut app, Key::Escape);
        assert!(!has(&app, reload));
    }
}

#[test]
fn a_letter_jumps_to_its_item_in_a_menu() {
    let mut app = open(Lang::Zh, [1280.0, 800.0]);
    press(&mut app, Key::F10);
    type_text(&mut app, "c");
    press(&mut app, Key::Enter);
    assert!(!has(&app, "重新读取，F5"), "重 is read chóng here, and Enter ran it");
    assert!(app.state().notice().is_some_and(|it| it.contains("data.ron")));
}

#[test]
fn alt_alone_opens_the_menus_but_alt_with_a_key_does_not() {
    let mut app = open(Lang::En, [1280.0, 800.0]);
    let alt = |app: &mut App, is_down: bool| {
        let modifiers = if is_down { Modifiers::ALT } else { Modifiers::NONE };
        app.event(Event::ModifiersChanged(modifiers));
        app.run();
    };
    alt(&mut app, true);
    alt(&mut app, false);
    assert!(has(&app, "Reload, F5"));
    press(&mut app, Key::Escape);
    alt(&mut app, true);
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    app.run();
    alt(&mut app, false);
    assert!(!has(&app, "Reload, F5"));
}

#[test]
fn a_key_that_cannot_act_now_says_why() {
    let mut app = open(Lang::En, [1280.0, 800.0]);
    app.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    app.run();
    assert_eq!(app.state().notice(), Some("Nothing to go back to yet"));
}

#[test]
fn the_key_help_lists_every_key_and_filters_by_name_or_key() {
    for (lang, mut app) in windows() {
        press(&mut app, Key::Questionmark);
        let (find, zoom) =
            if lang == Lang::Zh { ("搜索", "放大") } else { ("Find", "Zoom in") };
        assert!(app.query_all_by_label(find).next().is_some());
        assert!(app.query_all_by_label(zoom).next().is_some());
        type_text(&mut app, "ctrl+f");
        assert!(app.query_all_by_label(find).next().is_some());
        assert!(app.query_all_by_label(zoom).next().is_none());
        press(&mut app, Key::Escape);
        assert!(app.query_all_by_label(zoom).next().is_some(), "Escape clears first");
        press(&mut app, Key::Escape);
        assert!(app.query_all_by_label(zoom).next().is_none(), "then it closes");
    }
}
