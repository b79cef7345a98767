//! The table of everything, read back: nothing is lost.

use proptest::prelude::*;

use super::{COLUMNS, csv};
use crate::import::{
    File, Input, Options,
    draft::{Draft, Figure, Highlight, Indicator, Layout, LayoutMap, Locator, Region},
    import, ron,
};
use crate::load::{AssetError, Assets, Code, Embedded, embedded, load_str};
use crate::model::{
    Dataset, Item, Lang, Qualifier, RegionKind, Source, Status, Text, Theme, Unit, UnitKind, Value,
};

struct NoFiles;

impl Assets for NoFiles {
    fn read(&self, _: &str) -> Result<Vec<u8>, AssetError> {
        Err(AssetError::Missing)
    }
}

/// The data set that comes of a table.
#[track_caller]
fn imported(table: &str, assets: &dyn Assets) -> Dataset {
    let figures = File { name: "all.csv", bytes: table.as_bytes() };
    let input = Input { figures, regions: None, map: None, map_file: "" };
    let imported = import(&input, &Options::default())
        .unwrap_or_else(|it| panic!("{}", it.render("", Lang::En, false)));
    load_str("all.ron", &imported.text, assets)
        .unwrap_or_else(|it| panic!("{}", it.render(&imported.text, Lang::En, false)))
}

#[track_caller]
fn same(a: &Dataset, b: &Dataset) {
    assert_eq!(Draft::of(a), Draft::of(b));
    assert!(a.observations().eq(b.observations()), "figures");
    assert!(a.highlights().eq(b.highlights()), "highlights");
    assert!(a.indicators().eq(b.indicators()), "indicators");
    assert_eq!((a.sources(), a.regions()), (b.sources(), b.regions()));
    assert_eq!((a.themes(), a.units()), (b.themes(), b.units()));
    assert_eq!((a.periods(), a.relations()), (b.periods(), b.relations()));
    assert_eq!((a.layouts(), a.neighbours()), (b.layouts(), b.neighbours()));
    assert_eq!((a.root(), a.residents()), (b.root(), b.residents()));
}

#[test]
fn the_shipped_data_come_back_whole() {
    let data = embedded().unwrap();
    let table = csv(&data).unwrap();
    let back = imported(&table, &Embedded);
    same(&data, &back);
    assert_eq!(csv(&back).unwrap(), table);
    // A spreadsheet program's own form of the file, too.
    same(&data, &imported(&format!("\u{feff}{table}"), &Embedded));
}

#[test]
fn a_record_that_cannot_be_read_is_named() {
    let head = COLUMNS.join(",");
    let fails = |row: &str| {
        let text = format!("{head}\n{row}\n");
        let figures = File { name: "all.csv", bytes: text.as_bytes() };
        let input = Input { figures, regions: None, map: None, map_file: "" };
        let found = import(&input, &Options::default()).unwrap_err();
        (found.as_slice()[0].location(), found.as_slice()[0].code)
    };
    assert_eq!(fails("figur,"), ("all.csv A2".to_owned(), Code::RecordUnknown));
    let many = ",".repeat(3);
    assert_eq!(
        fails(&format!("figure,{many},1x")),
        ("all.csv F2".to_owned(), Code::CellUnreadable)
    );
}

fn words() -> impl Strategy<Value = String> {
    "[ \"',;=+@\\\\-]{0,2}[a-zA-Z地区市人万][ -~éü—“”，。：；（）地区0-9]{0,8}"
}

fn text() -> impl Strategy<Value = Text> {
    (words(), words()).prop_map(|(zh, en)| Text { zh, en })
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        (1_u32..9).prop_map(Item::Bullet),
        (1_u32..9).prop_map(Item::Paragraph),
        words().prop_map(Item::Row),
    ]
}

/// What one region says of one indicator.
#[derive(Clone, Debug)]
enum Cell {
    Nothing,
    NotApplicable,
    Printed(u32, bool),
    Derived(f64, String),
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        Just(Cell::Nothing),
        Just(Cell::NotApplicable),
        (0_u32..1_000_000, any::<bool>())
            .prop_map(|(value, is_near)| Cell::Printed(value, is_near)),
        (0.0_f64..1e12, words()).prop_map(|(value, words)| Cell::Derived(value, words)),
    ]
}

prop_compose! {
    fn draft()(
        title in text(),
        regions in proptest::collection::vec((text(), text(), any::<bool>(), proptest::option::of(words())), 2..5),
        indicators in proptest::collection::vec((text(), text(), any::<bool>(), any::<bool>()), 1..4),
        cells in proptest::collection::vec((cell(), item(), proptest::option::of(text()), proptest::option::of(text()), text()), 60),
        source in (text(), text(), proptest::option::of(text()), proptest::option::of(words()), proptest::option::of(text())),
        names in proptest::collection::vec(text(), 12),
        is_context in any::<bool>(),
    ) -> Draft {
        let name = |at: usize| names[at].clone();
        let id = |kind: &str, at: usize| format!("{kind}{at}");
        let region_ids: Vec<String> = (0..regions.len()).map(|at| id("r", at)).collect();
        let mut draft = Draft {
            id: "random".to_owned(),
            title,
            about: name(0),
            root: id("r", 0),
            periods: vec![("p0".to_owned(), name(1)), ("p1".to_owned(), name(2))],
            themes: vec![Theme { id: "t0".to_owned(), name: name(3), is_context }],
            units: vec![Unit {
                id: "u0".to_owned(),
                zh: name(4).zh,
                en_one: name(4).en,
                en_other: name(5).en,
                kind: UnitKind::Count,
            }],
            sources: vec![Source {
                id: "s0".to_owned(),
                title: source.0,
                short: source.1,
                publisher: source.2,
                published: source.3,
                address: None,
                note: source.4,
            }],
            land: vec![(id("r", 0), id("r", 1))],
            ..Draft::default()
        };
        draft.regions = regions
            .into_iter()
            .enumerate()
            .map(|(at, (name, short, is_nested, code))| Region {
                id: id("r", at),
                name,
                short,
                kind: if at == 0 { RegionKind::Province } else { RegionKind::City },
                parent: (at > 0).then(|| id("r", if is_nested { at - 1 } else { 0 })),
                code,
            })
            .collect();
        draft.indicators = indicators
            .iter()
            .enumerate()
            .map(|(at, (name, definition, is_fact, per_residents))| Indicator {
                id: id("i", at),
                name: name.clone(),
                definition: definition.clone(),
                theme: "t0".to_owned(),
                unit: (!is_fact).then(|| "u0".to_owned()),
                per_residents: *per_residents,
                completion_of: None,
                related: if at > 0 { vec![(id("i", at - 1), definition.clone())] } else { Vec::new() },
            })
            .collect();
        let mut cells = cells.into_iter();
        for (at, region) in region_ids.iter().enumerate() {
            for (indicator, (_, _, is_fact, _)) in indicators.iter().enumerate() {
                for period in ["p0", "p1"] {
                    let Some((cell, item, care, note, words)) = cells.next() else { continue };
                    let locator = Locator {
                        source: "s0".to_owned(),
                        section: if at == 0 { "table".to_owned() } else { region.clone() },
                        item,
                    };
                    let mut figure = Figure {
                        region: region.clone(),
                        indicator: id("i", indicator),
                        period: period.to_owned(),
                        value: Value::NotApplicable,
                        qualifier: Qualifier::Exact,
                        printed: String::new(),
                        status: Status::Reported,
                        locator,
                        part_of: None,
                        care,
                        note,
                    };
                    match cell {
                        Cell::Nothing => continue,
                        Cell::NotApplicable => figure.status = Status::NotApplicable,
                        _ if *is_fact => {
                            figure.printed.clone_from(&words.zh);
                            figure.value = Value::Fact(Box::new(words));
                        }
                        Cell::Printed(value, is_near) => {
                            figure.value = Value::Number(f64::from(value));
                            figure.printed = format!("{}{value}", if is_near { "近" } else { "" });
                            figure.qualifier = if is_near { Qualifier::Nearly } else { Qualifier::Exact };
                        }
                        Cell::Derived(value, words) => {
                            figure.value = Value::Number(value);
                            figure.status = Status::Derived;
                            figure.printed = words;
                        }
                    }
                    draft.figures.push(figure);
                }
            }
        }
        draft.highlights.push(Highlight {
            region: id("r", 1),
            theme: "t0".to_owned(),
            headline: name(6),
            text: name(7),
            locator: Locator { source: "s0".to_owned(), section: "table".to_owned(), item: Item::Bullet(1) },
        });
        let cities = draft.regions.iter().filter(|it| it.parent.as_deref() == Some("r0"));
        let tiles = cities.enumerate().map(|(at, it)| (it.id.clone(), u16::try_from(at).unwrap(), 0));
        draft.layouts.push(Layout { id: "tiles".to_owned(), name: name(8), map: LayoutMap::Tiles(tiles.collect()) });
        draft
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_data_set_comes_back_whole(draft in draft()) {
        let text = ron::text(&draft, &[]);
        let data = load_str("random.ron", &text, &NoFiles)
            .unwrap_or_else(|it| panic!("{}", it.render(&text, Lang::En, false)));
        prop_assert_eq!(&Draft::of(&data), &draft);
        let table = csv(&data).unwrap();
        let back = imported(&table, &NoFiles);
        same(&data, &back);
        prop_assert_eq!(csv(&back).unwrap(), table);
    }
}
