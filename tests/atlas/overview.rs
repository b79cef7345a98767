//! The home page, the table and the source drawer in the whole window, with mouse and keyboard.

use std::{fs, path::Path};

use crate::support::window::{App, show as show_app};
use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files::{self, Loaded},
    model::Lang,
    state::{Tab, TableColumn, ThemeChoice, ViewState},
};
use egui::{Key, Modifiers, OutputCommand, accesskit::Role};
use egui_kittest::{
    Node,
    kittest::{NodeT, Queryable},
};

fn show(loaded: Loaded, view: impl FnOnce(&mut ViewState)) -> App {
    let mut state = ViewState::first(&loaded.data, Lang::En);
    state.theme = ThemeChoice::Light;
    state.tab = Tab::Coverage;
    view(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show_app(app, [1280.0, 800.0])
}

fn open(view: impl FnOnce(&mut ViewState)) -> App {
    show(files::built_in().unwrap(), view)
}

/// Cities by id with their short names in `lang`.
fn cities(app: &App, lang: Lang) -> Vec<(String, String)> {
    let data = app.state().data();
    let regions = data.cities().iter().filter_map(|ix| data.region(*ix));
    regions.map(|it| (it.id.clone(), it.short.get(lang).to_owned())).collect()
}

/// The first control whose whole name is `name`, wherever marks are counted at its end.
fn named<'a>(app: &'a App, name: &'a str) -> Node<'a> {
    let is_named = |node: &Node<'a>| {
        node.accesskit_node().label().is_some_and(|it| {
            it == name || it.strip_prefix(name).is_some_and(|rest| rest.starts_with([';', '；']))
        })
    };
    let mut found: Vec<Node<'a>> = app.query_all_by_label_contains(name).filter(is_named).collect();
    assert!(!found.is_empty(), "nothing is named {name}");
    found.remove(0)
}

/// The name of the first control that holds all of `parts`.
fn name_with(app: &App, parts: &[&str]) -> String {
    let names = app.query_all_by_label_contains(parts[0]).filter_map(|it| {
        let label = it.accesskit_node().label()?;
        parts.iter().all(|part| label.contains(part)).then_some(label)
    });
    names.into_iter().next().unwrap_or_else(|| panic!("nothing is named with {parts:?}"))
}

fn copied(app: &App) -> Option<String> {
    app.output().platform_output.commands.iter().find_map(|it| match it {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    })
}

#[test]
fn every_city_opens_from_the_home_page_in_one_action() {
    for lang in Lang::ALL {
        for (id, short) in cities(&open(|_| {}), lang) {
            let mut app = open(|state| state.lang = lang);
            named(&app, &short).click();
            app.run();
            let state = app.state().state();
            assert_eq!((state.selected.as_deref(), state.tab), (Some(id.as_str()), Tab::City));
        }
    }
}

#[test]
fn any_two_cities_are_compared_from_the_home_page_in_two_actions() {
    let list = cities(&open(|_| {}), Lang::En);
    for (a, b) in list.iter().zip(list.iter().cycle().skip(4)) {
        let mut app = open(|_| {});
        // The name says what is chosen, so each is looked up when it is its turn.
        let first = name_with(&app, &[a.1.as_str(), " of 11; "]);
        app.get_by_label(&first).click();
        app.run();
        let second = name_with(&app, &[b.1.as_str(), " of 11; "]);
        app.get_by_label(&second).click_modifiers(Modifiers::COMMAND);
        app.run();
        let state = app.state().state();
        assert_eq!(state.tab, Tab::Compare);
        let pair = (state.selected.as_deref(), state.compared.as_deref());
        assert_eq!(pair, (Some(a.0.as_str()), Some(b.0.as_str())));
    }
}

#[test]
fn a_suggestion_says_its_verdict_and_opens_what_it_suggests() {
    let mut app = open(|_| {});
    let name = name_with(&app, &["Jiaxing and Huzhou", "with care"]);
    named(&app, &name).click();
    app.run();
    let state = app.state().state();
    assert_eq!(state.tab, Tab::Compare);
    let pair = (state.selected.as_deref(), state.compared.as_deref());
    assert_eq!(pair, (Some("jiaxing"), Some("huzhou")));
    // The same again does not let go of the second city.
    app.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    app.run();
    assert_eq!(app.state().state().tab, Tab::Coverage);
    named(&app, &name).click();
    app.run();
    assert_eq!(app.state().state().compared.as_deref(), Some("huzhou"));
}

#[test]
fn a_card_shows_its_source_with_mouse_and_keyboard() {
    let mut app = open(|_| {});
    let card = name_with(&app, &["Key public places made accessible: 1,451 places", "145%"]);
    named(&app, &card).click();
    app.run();
    let opened = app.state().state().open.clone().unwrap();
    assert_eq!(
        (opened.region.as_str(), opened.indicator.as_str()),
        ("zhejiang", "accessible_places")
    );
    assert!(app.query_all_by_label_contains("As printed: 1451个").next().is_some());
    // By keyboard: the cards are one stop, arrows move between them.
    let mut app = open(|_| {});
    let group = egui::accesskit::Role::Group;
    app.get_by_role_and_label(group, "Zhejiang at a glance").focus();
    app.run();
    app.key_press(Key::ArrowRight);
    app.run();
    app.key_press(Key::Enter);
    app.run();
    app.run();
    let opened = app.state().state().open.clone().unwrap();
    assert_eq!(opened.indicator, "new_stable_employment");
}

#[test]
fn the_matrix_opens_figures_folds_themes_and_leaves_out_what_few_report() {
    let mut app = open(|_| {});
    let cell = name_with(&app, &["Huzhou, Employment rate of disabled people: 72.75%"]);
    named(&app, &cell).click_accesskit();
    app.run();
    let state = app.state().state();
    assert_eq!(state.open.as_ref().unwrap().indicator, "employment_rate");
    assert_eq!(state.tab, Tab::Coverage, "the page stays");
    let group = name_with(&app, &["Employment, ", "unfolded"]);
    named(&app, &group).click_accesskit();
    app.run();
    let is_gone = |app: &App, name: &str| app.query_all_by_label_contains(name).next().is_none();
    assert!(is_gone(&app, "Huzhou, Employment rate of disabled people: 72.75%"));
    assert!(!is_gone(&app, "Employment, 19 indicators, folded"));
    app.get_by_label("At least 3 cities").click_accesskit();
    app.run();
    assert!(is_gone(&app, "Role in the Asian Para Games ceremonies"));
    let ranking = name_with(&app, &["Land area: 11/11"]);
    named(&app, &ranking).click_accesskit();
    app.run();
    let state = app.state().state();
    assert_eq!((state.indicator.as_deref(), state.tab), (Some("land_area"), Tab::Plots));
}

#[test]
fn the_table_sorts_by_mouse_and_keyboard_and_says_so() {
    let mut app = open(|state| state.tab = Tab::Table);
    app.get_by_label("Value, not sorted").click();
    app.run();
    app.get_by_role_and_label(Role::ColumnHeader, "Value, sorted ascending").focus();
    app.run();
    app.key_press(Key::Enter);
    app.run();
    app.get_by_role_and_label(Role::ColumnHeader, "Value, sorted descending");
    let sort = app.state().state().table.sort.unwrap();
    assert_eq!((sort.column, sort.is_descending), (TableColumn::Value, true));
}

#[test]
fn the_table_filters_by_typing_in_either_language_and_can_be_cleared() {
    let mut app = open(|state| state.tab = Tab::Table);
    assert!(app.query_all_by_label("144 of 144 rows").next().is_some());
    let is_filter = |node: &Node<'_>| {
        node.accesskit_node().data().placeholder().is_some_and(|it| it == "Filter by any words")
    };
    let fields = app.query_all_by_role(egui::accesskit::Role::TextInput);
    let field = fields.into_iter().find(is_filter).unwrap();
    field.focus();
    field.type_text("湖州 就业率 72.75");
    app.run();
    assert_eq!(app.state().state().table.filter, "湖州 就业率 72.75");
    assert!(app.query_all_by_label("1 of 144 rows").next().is_some());
    app.get_by_label("Huzhou, Employment rate of disabled people: 72.75%");
    app.get_by_label("Clear filters").click();
    app.run();
    assert!(app.query_all_by_label("144 of 144 rows").next().is_some());
    // What matches nothing says what to do.
    let mut table = app.state().state().table.clone();
    table.filter = "nothing has these words".into();
    let mut app = open(|state| (state.tab, state.table) = (Tab::Table, table));
    let button = egui::accesskit::Role::Button;
    app.get_by_role_and_label(button, "Clear filters").click();
    app.run();
    assert!(!app.state().state().table.is_filtered());
}

#[test]
fn missing_figures_get_rows_in_words_on_request() {
    for (lang, switch, missing) in
        [(Lang::En, "Show missing", "not reported"), (Lang::Zh, "显示未报告", "未报告")]
    {
        let mut app = open(|state| {
            (state.tab, state.lang) = (Tab::Table, lang);
            state.table.region = Some("ningbo".into());
            state.table.filter = "employment_rate".into();
        });
        assert!(
            app.query_all_by_label_contains("0 ")
                .all(|it| { it.accesskit_node().role() != egui::accesskit::Role::Row })
        );
        app.get_by_label(switch).click();
        app.run();
        let rows = app.query_all_by_role(egui::accesskit::Role::Row);
        let names: Vec<String> =
            rows.into_iter().filter_map(|it| it.accesskit_node().label()).collect();
        assert!(!names.is_empty() && names.iter().all(|it| it.ends_with(missing)), "{names:?}");
    }
}

#[test]
fn the_table_is_walked_opened_and_copied_by_keyboard() {
    let mut app = open(|state| state.tab = Tab::Table);
    app.get_by_label("Table, 144 rows").focus();
    app.run();
    app.key_press(Key::ArrowDown);
    app.run();
    app.key_press(Key::Enter);
    app.run();
    let data = app.state().data();
    let second = data.observations().nth(1).map(|(_, it)| it.indicator).unwrap();
    let id = data.indicator(second).unwrap().id.clone();
    assert_eq!(app.state().state().open.as_ref().unwrap().indicator, id);
    app.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    app.run();
    app.event(egui::Event::Copy);
    app.step();
    let text = copied(&app).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(text.lines().all(|line| line.split('\t').count() == 6), "{text}");
    assert!(app.state().notice().unwrap().starts_with("2 rows copied"));
    app.key_press(Key::End);
    app.run();
    app.key_press(Key::Enter);
    app.run();
    let last = app.state().data().observations().last().map(|(_, it)| it.indicator).unwrap();
    let id = app.state().data().indicator(last).unwrap().id.clone();
    assert_eq!(app.state().state().open.as_ref().unwrap().indicator, id);
}

#[test]
fn the_menu_of_a_row_opens_by_keyboard_and_copies_the_cell() {
    let mut app = open(|state| state.tab = Tab::Table);
    app.get_by_label("Table, 144 rows").focus();
    app.run();
    app.key_press(Key::ArrowRight);
    app.run();
    app.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    app.run();
    app.get_by_label("Copy cell").click();
    app.step();
    app.step();
    assert_eq!(app.state().notice().unwrap(), "Cell copied to the clipboard");
}

#[test]
fn the_whole_table_is_copied_with_its_headings() {
    let mut app = open(|state| {
        state.tab = Tab::Table;
        state.table.region = Some("huzhou".into());
    });
    app.get_by_label("Copy table").click();
    app.step();
    let text = copied(&app).or_else(|| {
        app.step();
        copied(&app)
    });
    let text = text.unwrap();
    assert!(text.starts_with("Region\tIndicator\tValue\t"), "{text}");
    assert!(text.lines().skip(1).all(|line| line.starts_with("Huzhou\t")), "{text}");
    assert!(app.state().notice().unwrap().starts_with("Table copied"));
}

#[test]
fn the_drawer_goes_on_to_the_next_figure_follows_links_and_folds() {
    let mut app = open(|state| {
        state.selected = Some("zhejiang".into());
        state.indicator = Some("new_stable_employment".into());
    });
    app.get_by_label("Key public places made accessible: 1,451 places").click_accesskit();
    app.run();
    let opened = app.state().state().open.clone().unwrap();
    assert_eq!(opened.indicator, "accessible_places");
    app.key_press(Key::OpenBracket);
    app.run();
    assert_ne!(app.state().state().open, Some(opened.clone()));
    app.key_press(Key::CloseBracket);
    app.run();
    assert_eq!(app.state().state().open, Some(opened));
    app.get_by_label("Copy citation").click();
    app.step();
    app.step();
    assert_eq!(app.state().notice().unwrap(), "Citation copied to the clipboard");
    app.key_press_modifiers(Modifiers::COMMAND, Key::J);
    app.run();
    assert!(app.query_all_by_label_contains("As printed").next().is_none());
    app.get_by_label("Unfold the source panel").click();
    app.run();
    assert!(app.query_all_by_label_contains("As printed").next().is_some());
}

#[test]
fn a_web_address_is_shown_in_full_before_it_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = include_str!("../../data.ron");
    let address = "https://example.org/review?year=2023";
    let with_address = shipped.replacen(
        "id: \"review-2023\",\n",
        &format!("id: \"review-2023\",\n            address: \"{address}\",\n"),
        1,
    );
    assert_ne!(with_address, shipped);
    let path = folder.path().join("other.ron");
    fs::write(&path, with_address).unwrap();
    fs::create_dir_all(folder.path().join("assets/maps")).unwrap();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/maps/zhejiang.geojson");
    fs::copy(map, folder.path().join("assets/maps/zhejiang.geojson")).unwrap();
    let loaded = files::open(&path).unwrap();
    let mut app = show(loaded, |state| {
        state.selected = Some("huzhou".into());
        state.indicator = Some("employment_rate".into());
    });
    let opens = |app: &App| {
        let commands = &app.output().platform_output.commands;
        commands.iter().any(|it| matches!(it, OutputCommand::OpenUrl(open) if open.url == address))
    };
    app.get_by_label("Source online: example.org").click();
    app.run();
    assert!(!opens(&app), "opened without asking");
    app.get_by_label(address);
    app.get_by_label("Open example.org").click();
    app.step();
    let is_opened = opens(&app);
    app.step();
    assert!(is_opened || opens(&app));
}

#[test]
fn the_page_the_table_and_the_drawer_rest_when_idle() {
    for tab in [Tab::Coverage, Tab::Table] {
        let mut app = open(|state| state.tab = tab);
        app.run();
        assert!(app.run() <= 1, "{tab:?}");
    }
}
