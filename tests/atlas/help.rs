//! The pages of the help, opened and read without a mouse.

use crate::support::window::{App, show};
use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    i18n::texts,
    model::Lang,
    state::{Command, HelpPage, ViewState},
};
use egui::{
    Key,
    accesskit::{Action, Role},
};
use egui_kittest::kittest::{NodeT, Queryable};

fn open(lang: Lang, size: [f32; 2], page: HelpPage) -> App {
    let loaded = files::built_in().unwrap();
    let state = ViewState::first(&loaded.data, lang);
    let mut app = show(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), size);
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
