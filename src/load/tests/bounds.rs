//! What bounds a file: depth, length, number; and that nothing in it hides.

use std::fmt::Write;

use super::{BASE, MAP, OneMap, changed, expect_with, load, wrong};
use crate::load::{Code, Diagnostics, load_str};
use crate::model::Lang;

#[track_caller]
fn first(text: &str) -> Code {
    let diagnostics = load(text).unwrap_err();
    diagnostics.as_slice()[0].code
}

#[test]
fn an_empty_file_is_called_empty() {
    for text in ["", " \r\n\t", "\u{feff}"] {
        assert_eq!(first(text), Code::FileEmpty);
    }
}

#[test]
fn brackets_too_deep_are_one_diagnostic() {
    for open in ["(", "[", "{"] {
        let diagnostics = load(&format!("(id: {}", open.repeat(100_000))).unwrap_err();
        assert_eq!((diagnostics.count(), diagnostics.as_slice()[0].code), (1, Code::TooDeep));
    }
}

#[test]
fn closing_brackets_only_neither_overflow_nor_go_on_for_ever() {
    for close in [")", "]", "}", "])"] {
        let diagnostics = load(&format!("(format: 1){}", close.repeat(500_000))).unwrap_err();
        assert!(diagnostics.count() >= Diagnostics::MOST);
    }
}

#[test]
fn long_texts_and_ids_are_refused_where_they_stand() {
    let long = "字".repeat(10_001);
    wrong("zh: \"用于测试。\"", &format!("zh: ¦\"{long}\""), Code::TextTooLong);
    assert!(load(&changed("用于测试。", &"字".repeat(10_000))).is_ok());
    let id = "a".repeat(81);
    wrong("id: \"base\"", &format!("id: ¦\"{id}\""), Code::TextTooLong);
}

#[test]
fn an_element_of_very_many_fields_is_one_diagnostic() {
    let fields = (0..5000).map(|it| format!("f{it}: 1")).collect::<Vec<_>>().join(", ") + ", ";
    let text = changed("id: \"base\",", &format!("id: \"base\", {fields}"));
    let codes: Vec<Code> = load(&text).unwrap_err().iter().map(|it| it.code).collect();
    assert_eq!(codes.iter().filter(|it| **it == Code::TooManyFields).count(), 1);
}

#[test]
fn characters_without_a_trace_are_refused_in_texts() {
    for hidden in [
        '\0',
        '\u{8}',
        '\u{1b}',
        '\u{ad}',
        '\u{200b}',
        '\u{200d}',
        '\u{200e}',
        '\u{202e}',
        '\u{2060}',
        '\u{2066}',
        '\u{3164}',
        '\u{feff}',
        '\u{e0041}',
    ] {
        let text = changed("zh: \"东市\"", &format!("zh: \"东{hidden}市\""));
        assert_eq!(first(&text), Code::ControlCharacter, "{hidden:?}");
    }
}

#[test]
fn joiners_stand_in_scripts_that_need_them() {
    assert!(load(&changed("en: \"Example\"", "en: \"می\u{200c}شود\"")).is_ok());
}

#[test]
fn messages_make_visible_what_is_hidden_in_the_file() {
    let text = changed("root: \"land\"", "root: \"la\u{202e}nd\u{1b}[31m\"");
    let diagnostics = load(&text).unwrap_err();
    for lang in Lang::ALL {
        for diagnostic in &diagnostics {
            let message = diagnostic.message(lang);
            assert!(!message.contains(['\u{202e}', '\u{1b}']), "{message:?}");
        }
    }
    let shown = diagnostics.render(&text, Lang::En, false);
    assert!(shown.contains("\\u{202e}") && !shown.contains(['\u{202e}', '\u{1b}']), "{shown}");
}

#[test]
fn a_chain_of_parents_has_an_end() {
    let mut regions = String::new();
    let mut parent = "east".to_owned();
    for number in 0..3000 {
        let _ = writeln!(
            regions,
            "(id: \"r{number}\", name: (zh: \"名\", en: \"n\"), short: (zh: \"名\", en: \"n\"), \
             kind: County, parent: \"{parent}\"),"
        );
        parent = format!("r{number}");
    }
    let text = changed("    regions: [\n", &format!("    regions: [\n{regions}"));
    let diagnostics = load(&text).unwrap_err();
    assert!(diagnostics.iter().all(|it| it.code == Code::TooManyLevels));
    assert_eq!(diagnostics.count(), 3000 - 15);
}

#[test]
fn a_file_has_eight_maps_at_most() {
    let more = (0..8)
        .map(|it| {
            format!(
                "Outlines(id: \"m{it}\", name: (zh: \"图\", en: \"Map\"), \
                 file: \"maps/land.geojson\", credit: (zh: \"图\", en: \"c\"), \
                 note: (zh: \"图\", en: \"n\")),\n"
            )
        })
        .collect::<Vec<String>>()
        .concat();
    let text = changed("    layouts: [\n", &format!("    layouts: [\n{more}"));
    assert_eq!(first(&text), Code::TooManyLayouts);
}

#[test]
fn a_polygon_of_very_many_holes_is_not_triangulated() {
    let hole = |it: usize| {
        let (x, y) = (0.001 * (it % 900) as f64, 0.001 * (it / 900) as f64);
        format!(",[[{x},{y}],[{},{y}],[{x},{}]]", x + 0.0005, y + 0.0005)
    };
    let holes = (1..4000).map(hole).collect::<Vec<_>>().concat();
    let map = MAP.replace("[0, 0]]]}},\n", &format!("[0, 0]]{holes}]}}}},\n"));
    let marked = changed("file: \"maps/", "file: ¦\"maps/");
    expect_with(&marked, &map, &[Code::TooTangled]);
}

#[test]
fn numbers_beyond_all_bounds_are_refused_in_data_and_maps() {
    assert!(load(&changed("value: 600,", "value: 1e400,")).is_err());
    for place in ["[181, 0]", "[0, -91]", "[1e400, 0]", "[1e39, 1]"] {
        let map = MAP.replacen("[0, 0]", place, 1);
        assert!(load_str("base.ron", BASE, &OneMap(&map)).is_err(), "{place}");
    }
}

/// Counts the work of finding places by what it gives: all diagnostics of one very long line.
#[test]
fn a_thousand_mistakes_in_one_line_have_their_columns() {
    let line = "(id: \"A\", name: (zh: \"名\", en: \"n\")), ".repeat(3000);
    let text = changed("    themes: [\n", &format!("    themes: [{line}\n"));
    let diagnostics = load(&text).unwrap_err();
    let bad: Vec<usize> =
        diagnostics.iter().filter(|it| it.code == Code::BadId).map(|it| it.column).collect();
    assert!(bad.len() > 300);
    let width = line.chars().count() / 3000;
    assert!(bad.windows(2).all(|pair| (pair[1] - pair[0]) % width == 0));
}
/// What one polygon of a map costs to draw grows with the pairs of lines that lie side by side.
#[test]
fn an_outline_of_very_many_crossing_lines_is_not_triangulated() {
    let zigzag: Vec<String> = (0..20_000_u32)
        .map(|it| format!("[{},{}]", it % 2, f64::from(it * 7919 % 20_000) / 20_000.0))
        .collect();
    let ring = format!("[[[0, 0], {}, [0, 0]]]", zigzag.join(","));
    let map = MAP.replace("[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]", &ring);
    let marked = changed("file: \"maps/", "file: ¦\"maps/");
    expect_with(&marked, &map, &[Code::TooTangled]);
}
