//! The pages of the help, opened and read without a mouse.

use crate::support::window::{App, show_for_dialogs};
use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    figure::FigureKind,
    files,
    i18n::texts,
    model::Lang,
    state::{Command, HelpPage, Tab, ViewState},
};
use egui::{
    Key,
    accesskit::{Action, Role},
};
use egui_kittest::kittest::{NodeT, Queryable};

fn open(lang: Lang, size: [f32; 2], page: HelpPage) -> App {
    let loaded = files::built_in().unwrap();
    let state = ViewState::first(&loaded.data, lang);
    let mut app = show_for_dialogs(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), size);
    press(&mut app, Key::F10);
    for key in [Key::ArrowLeft, Key::ArrowDown] {
        press(&mut app, key);
    }
    let name = page.command().name(texts(lang));
    let item = app.get_by_role_and_label(Role::MenuItem, name);
    item.click();
    app.run();
    app
}

fn press(app: &mut App, key: Key) {
    app.key_press(key);
    app.run();
}

/// The current part of the page: its role, its name and its place.
fn current(app: &App) -> (Role, String, egui::Rect) {
    let page = app.get_by_role(Role::Document);
    let id = page.accesskit_node().data().active_descendant().unwrap();
    let mut parts = page.children().filter(|it| it.accesskit_node().locate().0 == id);
    let part = parts.next().unwrap();
    (part.accesskit_node().role(), part.accesskit_node().label().unwrap(), part.rect())
}

#[test]
fn every_page_is_reached_from_the_menu_and_read_to_its_end_with_arrow_keys() {
    for lang in Lang::ALL {
        for page in HelpPage::ALL {
            let mut app = open(lang, [900.0, 600.0], page);
            let (role, title, _) = current(&app);
            assert_eq!(role, Role::Heading, "{title}");
            let mut said = vec![title];
            loop {
                press(&mut app, Key::ArrowDown);
                let (_, part, rect) = current(&app);
                if said.last() == Some(&part) {
                    break;
                }
                let window = app.ctx.content_rect();
                assert!(window.contains(rect.center_top()), "{part} is out of sight");
                said.push(part);
            }
            let parts = app.get_by_role(Role::Document);
            let names = parts.children().filter_map(|it| it.accesskit_node().label());
            assert_eq!(said, names.collect::<Vec<_>>(), "{page:?}");
        }
    }
}

#[test]
fn headings_have_levels_and_nothing_can_be_pressed_in_vain() {
    let app = open(Lang::En, [1280.0, 800.0], HelpPage::Accessibility);
    let headings: Vec<_> = app
        .get_by_role(Role::Document)
        .children()
        .filter(|it| it.accesskit_node().role() == Role::Heading)
        .map(|it| it.accesskit_node().data().level())
        .collect();
    assert_eq!(headings[..2], [Some(1), Some(2)]);
    for part in app.get_by_role(Role::Document).children() {
        assert!(!part.accesskit_node().data().supports_action(Action::Click));
    }
}

#[test]
fn escape_closes_the_page_and_the_palette_finds_it() {
    let mut app = open(Lang::En, [1280.0, 800.0], HelpPage::Accessibility);
    press(&mut app, Key::Escape);
    assert!(app.query_by_role(Role::Document).is_none());
    app.key_press_modifiers(egui::Modifiers::COMMAND, Key::K);
    app.run();
    app.event(egui::Event::Text(Command::HelpAccessibility.name(texts(Lang::Zh)).into()));
    app.run();
    press(&mut app, Key::Enter);
    assert!(app.query_by_role(Role::Document).is_some());
}

/// The name of the open page, and what its parts say.
fn page(app: &App) -> (String, Vec<String>) {
    let page = app.get_by_role(Role::Document);
    let parts = page.children().filter_map(|it| it.accesskit_node().label()).collect();
    (page.accesskit_node().label().unwrap(), parts)
}

#[test]
fn one_key_says_what_is_on_the_screen_and_gives_the_keyboard_back() {
    for lang in Lang::ALL {
        let loaded = files::built_in().unwrap();
        let mut state = ViewState::first(&loaded.data, lang);
        state.indicator = Some("employment_rate".into());
        state.selected = Some("huzhou".into());
        let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
        let mut app = show_for_dialogs(app, [900.0, 600.0]);
        press(&mut app, Key::F2);
        let (name, said) = page(&app);
        assert_eq!(name, texts(lang).screen_title());
        let all = said.join("\n");
        for part in if lang == Lang::En {
            ["Zhejiang", "Tab: City", "City A: Huzhou", "City B: none", "1 of 11 cities"]
        } else {
            ["浙江", "页面：城市", "城市 A：湖州市", "城市 B：未选择", "有 1 个市报告"]
        } {
            assert!(all.contains(part), "{part} is missing in {all}");
        }
        press(&mut app, Key::Escape);
        assert!(app.query_by_role(Role::Document).is_none());
    }
}

#[test]
fn n_tells_how_a_city_stands_to_its_neighbours_and_where_they_lie() {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.indicator = Some("resident_population".into());
    state.selected = Some("huzhou".into());
    let mut app =
        show_for_dialogs(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), [1280.0, 800.0]);
    press(&mut app, Key::N);
    let (name, said) = page(&app);
    assert_eq!(name, "Huzhou and its neighbours");
    let hangzhou = said.iter().find(|it| it.starts_with("Hangzhou (to the ")).unwrap();
    assert!(hangzhou.contains("south") && hangzhou.contains("12.522 million people."));
    assert!(hangzhou.contains("times Huzhou’s"), "{hangzhou}");
    press(&mut app, Key::Escape);
    // What is not reported is said, and never compared.
    let act = city_atlas::state::Action::SetIndicator("employment_rate".into());
    let ctx = app.ctx.clone();
    app.state_mut().act(&ctx, act);
    app.run();
    press(&mut app, Key::N);
    let (_, said) = page(&app);
    let hangzhou = said.iter().find(|it| it.starts_with("Hangzhou (to the ")).unwrap();
    assert!(hangzhou.ends_with(": not reported."), "{hangzhou}");
}

#[test]
fn every_figure_can_be_read_in_words_and_as_a_table() {
    for lang in Lang::ALL {
        for kind in FigureKind::ALL {
            let loaded = files::built_in().unwrap();
            let mut state = ViewState::first(&loaded.data, lang);
            (state.tab, state.figure) = (Tab::Plots, kind);
            state.indicator = Some("resident_population".into());
            state.compared = Some("taizhou".into());
            let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
            let mut app = show_for_dialogs(app, [1280.0, 800.0]);
            press(&mut app, Key::T);
            if app.query_by_role(Role::Document).is_none() {
                assert!(app.state().notice().is_some(), "{kind:?} says why not");
                continue;
            }
            let rows = app.query_all_by_role(Role::Row).count();
            assert!(rows > 3, "{kind:?} has {rows} rows");
        }
    }
}
