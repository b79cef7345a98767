//! Tests of loading.
//!
//! Each test changes one place of `base.ron`. In what is put there `¦` marks where the diagnostic
//! must point to.

mod bounds;
mod elements;
mod figures;
mod format;
mod geometry;
mod maps;
mod references;
mod robustness;
mod syntax;

use super::{AssetError, Assets, Code, Diagnostics, Embedded, embedded, load_str};
use crate::model::{Dataset, Lang, Measure, Value};

const BASE: &str = include_str!("base.ron");

/// Two squares side by side; the eastern one has a hole.
const MAP: &str = include_str!("land.geojson");

/// One file at the place that `base.ron` names.
struct OneMap<'a>(&'a str);

impl Assets for OneMap<'_> {
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError> {
        match relative_path {
            "maps/land.geojson" => Ok(self.0.as_bytes().to_vec()),
            "maps/link.geojson" => Err(AssetError::Outside),
            "maps/locked.geojson" => Err(AssetError::Unreadable("locked".to_owned())),
            _ => Err(AssetError::Missing),
        }
    }
}

fn load(text: &str) -> Result<Dataset, Diagnostics> {
    load_str("base.ron", text, &OneMap(MAP))
}

/// `BASE` with the only occurrence of `from` replaced by `to`.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    assert_eq!(BASE.matches(from).count(), 1, "{from} must occur once");
    BASE.replace(from, to)
}

/// Asserts that the diagnostics of `marked` have `codes`, and that the first of them with the first
/// code points to the mark.
#[track_caller]
fn expect(marked: &str, codes: &[Code]) -> Diagnostics {
    expect_with(marked, MAP, codes)
}

#[track_caller]
fn expect_with(marked: &str, map: &str, codes: &[Code]) -> Diagnostics {
    let (before, after) = marked.split_once('¦').expect("a mark");
    let text = format!("{before}{after}");
    let diagnostics = load_str("base.ron", &text, &OneMap(map)).expect_err("a mistake");
    let shown = diagnostics.render(&text, Lang::En, false);
    let found: Vec<Code> = diagnostics.iter().map(|it| it.code).collect();
    let mut sorted = (found.clone(), codes.to_vec());
    sorted.0.sort_unstable();
    sorted.1.sort_unstable();
    assert_eq!(sorted.0, sorted.1, "{shown}");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
    let places: Vec<(usize, usize)> = diagnostics
        .iter()
        .filter(|it| it.code == codes[0])
        .map(|it| (it.line, it.column))
        .collect();
    assert!(places.contains(&(line, column)), "{line}:{column} in {shown}");
    for diagnostic in &diagnostics {
        assert_eq!(diagnostic.file, "base.ron");
        assert_eq!(diagnostic.span.start.min(text.len()), diagnostic.span.start);
        for lang in Lang::ALL {
            assert!(!diagnostic.message(lang).is_empty(), "{}", diagnostic.code);
            assert!(!diagnostic.help(lang).is_empty(), "{}", diagnostic.code);
        }
        assert_ne!(diagnostic.message(Lang::Zh), diagnostic.message(Lang::En));
        assert_ne!(diagnostic.help(Lang::Zh), diagnostic.help(Lang::En));
    }
    diagnostics
}

/// Replaces `from` by `to`, where `to` holds the mark, and expects exactly one diagnostic.
#[track_caller]
fn wrong(from: &str, to: &str, code: Code) -> Diagnostics {
    expect(&changed(from, to), &[code])
}

#[test]
fn the_base_loads() {
    let data = load(BASE).unwrap_or_else(|error| panic!("{}", error.render(BASE, Lang::En, false)));
    assert_eq!(data.cities().len(), 2);
    assert_eq!(data.residents(), data.indicator_by_id("residents"));
    let east = data.region_by_id("east").unwrap();
    let jobs = data.indicator_by_id("jobs").unwrap();
    let (_, figure) = data.figure(east, jobs).unwrap();
    assert_eq!(figure.value, Value::Number(600.0));
    let whole = data.observation(figure.part_of.unwrap()).unwrap();
    assert_eq!(whole.region, data.root());
    let prize = data.indicator_by_id("prize").unwrap();
    assert_eq!(data.indicator(prize).unwrap().measure, Measure::Fact);
    let (_, not_applicable) = data.figure(data.root(), prize).unwrap();
    assert_eq!(not_applicable.value, Value::NotApplicable);
    assert_eq!(data.outlines().unwrap().regions.len(), 2);
    assert_eq!(data.tile_grid().unwrap().size(), (2, 1));
}

#[test]
fn the_shipped_file_loads() {
    let text = include_str!("../../../data.ron");
    if let Err(diagnostics) = embedded() {
        panic!("{}", diagnostics.render(text, Lang::En, false));
    }
    assert!(load_str("data.ron", text, &Embedded).is_ok());
}

#[test]
fn all_problems_are_named_at_once_and_in_order() {
    let text = changed("title: (zh: \"例子\"", "title: (zh: \"\"")
        .replace("theme: \"work\", unit", "theme: \"wrok\", unit")
        .replace("value: 600,", "value: 700,")
        .replace("kind: Province", "kind: Provinz")
        .replace("(\"east\", \"west\")", "(\"east\", \"wset\")")
        .replace("column: 1", "column: 0");
    let diagnostics = load(&text).unwrap_err();
    let found: Vec<Code> = diagnostics.iter().map(|it| it.code).collect();
    let expected = [
        Code::EmptyText,
        Code::UnknownWord,
        Code::UnknownTheme,
        Code::PrintedValueDiffers,
        Code::UnknownRegion,
        Code::TilesCollide,
    ];
    assert_eq!(found, expected, "{}", diagnostics.render(&text, Lang::En, false));
    assert_eq!(diagnostics.count(), 6);
}

#[test]
fn very_many_problems_are_counted_but_not_all_kept() {
    let broken = "(id: \"A\", name: (zh: \"\", en: \"\")),\n";
    let text = changed("    themes: [\n", &format!("    themes: [\n{}", broken.repeat(5000)));
    let diagnostics = load(&text).unwrap_err();
    assert_eq!(diagnostics.as_slice().len(), Diagnostics::MOST);
    // Three in every element, and all but the first are duplicates.
    assert_eq!(diagnostics.count(), 4 * 5000 - 1);
    assert_eq!(diagnostics.as_slice()[0].line, 15);
    let shown = diagnostics.render(&text, Lang::Zh, false);
    assert!(shown.ends_with("共发现 19999 处问题，其中 18999 处未列出。\n"));
}

#[test]
fn codes_are_stable_names() {
    let mut names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let is_plain = |name: &&str| name.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'));
    assert!(names.iter().all(is_plain));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Code::ALL.len());
}

#[test]
fn diagnostics_are_shown_with_their_line() {
    let text = changed("value: 600,", "value: 700,");
    let diagnostics = load(&text).unwrap_err();
    let shown = diagnostics.render(&text, Lang::En, false);
    for part in [
        "error[printed-value-differs]: “600人” as printed is 600, but value is 700",
        "base.ron:48:52",
        "value: 700,",
        "help: Correct value or printed",
        "1 problem found.",
    ] {
        assert!(shown.contains(part), "{part} in\n{shown}");
    }
    let chinese = diagnostics.render(&text, Lang::Zh, true);
    assert!(chinese.contains("\u{1b}[") && chinese.contains("处理办法"));
    // Without the text there is still the place.
    assert!(diagnostics.render("", Lang::En, false).contains("base.ron:48:52"));
    assert!(diagnostics.to_string().starts_with("base.ron:48:52: "));
}

#[test]
fn a_byte_order_mark_is_no_mistake_and_moves_nothing() {
    assert!(load(&format!("\u{feff}{BASE}")).is_ok());
    let text = format!("\u{feff}{}", changed("value: 600,", "value: 700,"));
    let diagnostics = load(&text).unwrap_err();
    let first = &diagnostics.as_slice()[0];
    assert_eq!((first.line, first.column), (48, 52));
    assert_eq!(&text[first.span.start..first.span.end], "700");
}

#[test]
fn windows_line_ends_load() {
    assert!(load(&BASE.replace('\n', "\r\n")).is_ok());
}
