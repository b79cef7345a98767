//! The description of the format in the help: nothing in it is untrue, and nothing is missing.

use std::collections::{BTreeMap, BTreeSet};

use super::{changed, load};
use crate::load::problem::{Problem, Shape};
use crate::load::{AssetError, Assets, Code, load_str};
use crate::model::Lang;

const PAGES: [(&str, Lang); 2] = [
    (include_str!("../../../assets/help/format.zh.md"), Lang::Zh),
    (include_str!("../../../assets/help/format.en.md"), Lang::En),
];

/// The map that the examples name.
struct ExampleMap;

impl Assets for ExampleMap {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        match path {
            "map.geojson" => Ok(include_bytes!("../../../assets/new/map.geojson").to_vec()),
            _ => Err(AssetError::Missing),
        }
    }
}

/// What stands in backticks at the start of each row of the tables under a heading.
fn fields_of(page: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut section = None;
    for line in page.lines() {
        if line.starts_with('#') {
            section = line.split('`').nth(1).map(str::to_owned);
        } else if let (Some(section), Some(field)) = (&section, line.strip_prefix("| `")) {
            let field = field.split('`').next().unwrap().to_owned();
            found.entry(section.clone()).or_default().insert(field);
        }
    }
    found
}

/// The fields that the reader of the format takes at one place of the small file.
fn allowed(from: &str) -> BTreeSet<String> {
    let text = changed(from, &from.replacen('(', "(qqq: 1, ", 1));
    let diagnostics = load(&text).unwrap_err();
    let fields = diagnostics.iter().find_map(|it| match it.problem() {
        Problem::Shape(Shape::UnknownField { allowed, .. }) => Some(allowed.clone()),
        _ => None,
    });
    let fields = fields.unwrap_or_else(|| panic!("{from} takes any field"));
    fields.into_iter().map(str::to_owned).collect()
}

/// Each element of the format with a place of it in the small file.
const ELEMENTS: [(&str, &str); 17] = [
    ("file", "(\n    format: 1,"),
    ("text", "title: (zh: \"例子\""),
    ("periods", "(id: \"2022\", name"),
    ("themes", "(id: \"work\", name"),
    ("units", "(id: \"yuan\", zh"),
    ("en", "zh: \"元\", en: (one"),
    ("sources", "(id: \"review\", title"),
    ("regions", "(id: \"land\", name"),
    ("indicators", "(id: \"plan\", name"),
    ("related", "[(indicator: \"plan\""),
    ("observations", "(region: \"east\", indicator: \"jobs\", value"),
    (
        "part_of",
        "part_of: (region: \"land\", indicator: \"jobs\")),\n        (region: \"west\", indicator: \"jobs\"",
    ),
    ("highlights", "(region: \"east\", theme"),
    ("neighbours", "neighbours: (land"),
    ("Tiles", "Tiles(id"),
    ("tiles", "(region: \"west\", column"),
    ("Outlines", "Outlines(id"),
];

#[test]
fn the_help_names_every_field_and_no_other() {
    for (page, lang) in PAGES {
        let mut named = fields_of(page);
        for (element, place) in ELEMENTS {
            let fields = allowed(place);
            assert_eq!(named.remove(element), Some(fields), "{element} in {lang:?}");
        }
        named.remove("layouts");
        assert!(named.is_empty(), "{named:?} are no elements of the format, {lang:?}");
    }
}

#[test]
fn the_help_names_every_diagnostic_and_no_other() {
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    for (page, lang) in PAGES {
        let table = page.rsplit("\n## ").next().unwrap();
        let rows = table.lines().filter_map(|line| line.strip_prefix("| `"));
        let named: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
        assert_eq!(named, codes, "{lang:?}");
    }
}

#[test]
fn the_help_names_every_word_of_the_format() {
    let words = [
        ("kind: Province", "Country, Province, City, County"),
        ("kind: Money", "Count, Money, Percent, PercentagePoint, Area"),
        ("qualifier: Nearly", "Exact, About, Nearly, MoreThan, Reached"),
        ("status: NotApplicable", "Reported, Derived, NotApplicable"),
    ];
    for (place, words) in words {
        let (field, _) = place.split_once(' ').unwrap();
        let diagnostics = load(&changed(place, &format!("{field} Qqq"))).unwrap_err();
        let taken = diagnostics.iter().find_map(|it| match it.problem() {
            Problem::Shape(Shape::UnknownWord { allowed, .. }) => Some(allowed.join(", ")),
            _ => None,
        });
        assert_eq!(taken.as_deref(), Some(words));
        for (page, lang) in PAGES {
            for word in words.split(", ") {
                assert!(page.contains(&format!("`{word}`")), "{word} in {lang:?}");
            }
        }
    }
    for (page, _) in PAGES {
        for word in ["`Bullet(", "`Paragraph(", "`Row(", "`Quantity`", "`Fact`"] {
            assert!(page.contains(word), "{word}");
        }
    }
}

#[test]
fn the_examples_in_the_help_are_one_data_file() {
    let joined = PAGES.map(|(page, _)| {
        let blocks = page.split("```ron\n").skip(1).map(|it| it.split("```").next().unwrap());
        blocks.collect::<String>()
    });
    assert_eq!(joined[0], joined[1], "both languages show the same examples");
    let data = load_str("help.ron", &joined[0], &ExampleMap)
        .unwrap_or_else(|it| panic!("{}", it.render(&joined[0], Lang::En, false)));
    assert_eq!((data.cities().len(), data.layouts().len()), (3, 2));
}
