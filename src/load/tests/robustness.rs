//! Nothing panics, whatever is in the file.

use proptest::prelude::*;

use super::{BASE, MAP, OneMap, load};
use crate::load::lexer::Repairs;
use crate::load::piece::Piece;
use crate::load::structure;
use crate::load::{Embedded, load_str};
use crate::model::Lang;
use crate::model::Text;
use serde::Deserialize;

const SHIPPED: &str = include_str!("../../../data.ron");

/// `text` with a few stretches of it cut, doubled or overwritten.
fn mutated(text: &str, edits: &[(usize, usize, String)]) -> String {
    let mut text = text.to_owned();
    for (at, length, put) in edits {
        let floor = |mut at: usize| {
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = floor(at % (text.len() + 1));
        let end = floor((start + length).min(text.len())).max(start);
        text.replace_range(start..end, put);
    }
    text
}

fn edits() -> impl Strategy<Value = Vec<(usize, usize, String)>> {
    let put = prop::sample::select(vec![
        "",
        "(",
        ")",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "\\",
        "/*",
        "//",
        "#",
        "r#\"",
        "'",
        "，",
        "NaN",
        "-1",
        "0",
        "Some(",
        "None",
        "\u{202e}",
        "\n",
        "east",
        "id: \"x\"",
    ]);
    let edit = (any::<usize>(), 0_usize..12, put.prop_map(str::to_owned));
    prop::collection::vec(edit, 1..6)
}

/// Loads and renders, and checks that every place is in the text.
fn exercise(text: &str, result: Result<crate::model::Dataset, crate::load::Diagnostics>) {
    if let Err(diagnostics) = result {
        assert!(diagnostics.count() > 0);
        for lang in Lang::ALL {
            assert!(!diagnostics.render(text, lang, false).is_empty());
        }
        let starts: Vec<usize> = diagnostics.iter().map(|it| it.span.start).collect();
        assert!(starts.is_sorted());
        assert!(starts.iter().all(|start| *start <= text.len()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        exercise(&text, load(&text));
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = String::from_utf8_lossy(&bytes);
        exercise(&text, load(&text));
        let map = String::from_utf8_lossy(&bytes);
        exercise(BASE, load_str("base.ron", BASE, &OneMap(&map)));
    }

    #[test]
    fn no_changed_file_panics(edits in edits()) {
        let text = mutated(BASE, &edits);
        exercise(&text, load(&text));
    }

    #[test]
    fn no_changed_map_panics(edits in edits()) {
        let map = mutated(MAP, &edits);
        exercise(BASE, load_str("base.ron", BASE, &OneMap(&map)));
    }

    /// What this finds in a sound file is what `ron` finds.
    #[test]
    fn pieces_are_the_elements_that_ron_reads(texts in prop::collection::vec(("\\PC*", "\\PC*"), 0..6)) {
        let list: Vec<Text> = texts.into_iter().map(|(zh, en)| Text { zh, en }).collect();
        let pretty = ron::ser::PrettyConfig::new();
        let written = ron::ser::to_string_pretty(&Listed { list: list.clone() }, pretty).unwrap();
        let structure = structure::check(&written, Vec::new());
        prop_assert!(structure.flaws.is_empty(), "{written}");
        let whole = Piece { text: &written, at: 0, repairs: &structure.repairs };
        let fields: Vec<Piece> = whole.bracketed().unwrap().content.entries().collect();
        let (_, value) = fields[0].named().unwrap();
        let pieces = value.bracketed().unwrap().content.entries();
        let read: Vec<Text> = pieces.map(|it| ron::from_str(it.text).unwrap()).collect();
        prop_assert_eq!(read, list);
    }
}

proptest! {
    // The shipped file is large; a few cases each time find enough.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_change_to_the_shipped_file_panics(edits in edits()) {
        let text = mutated(SHIPPED, &edits);
        exercise(&text, load_str("data.ron", &text, &Embedded));
    }
}

#[derive(Debug, serde::Serialize, Deserialize)]
struct Listed {
    list: Vec<Text>,
}

/// The elements that `ron` itself finds in the lists of the shipped file.
#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow)]
    observations: Vec<&'a ron::value::RawValue>,
    #[serde(borrow)]
    indicators: Vec<&'a ron::value::RawValue>,
}

#[test]
fn elements_of_the_shipped_file_are_those_that_ron_finds() {
    let repairs = Repairs::default();
    let raw: Raw = ron::from_str(SHIPPED).unwrap();
    let start = SHIPPED.find("\n(").unwrap() + 1;
    let whole = Piece { text: &SHIPPED[start..], at: start, repairs: &repairs };
    let fields: Vec<Piece> = whole.bracketed().unwrap().content.entries().collect();
    let elements = |name: &str| -> Vec<Piece> {
        let mut named = fields.iter().filter_map(|field| field.named());
        let (_, list) = named.find(|(field, _)| field.text == name).unwrap();
        list.bracketed().unwrap().content.entries().collect()
    };
    for (name, expected) in [("observations", &raw.observations), ("indicators", &raw.indicators)] {
        let found = elements(name);
        assert_eq!(found.len(), expected.len(), "{name}");
        for (piece, raw) in found.iter().zip(expected) {
            // To `ron` the comments before an element are a part of it.
            assert!(raw.get_ron().trim().ends_with(piece.text), "{name}");
            assert_eq!(&SHIPPED[piece.at..piece.at + piece.text.len()], piece.text);
        }
    }
}

#[test]
fn deep_nesting_is_refused_without_overflowing() {
    for open in ["(", "[", "{", "Some(", "/*"] {
        let text = format!("(format: 1, id: {}", open.repeat(200_000));
        exercise(&text, load(&text));
    }
    let text =
        BASE.replace("id: \"base\"", &format!("id: {}1{}", "[".repeat(5000), "]".repeat(5000)));
    exercise(&text, load(&text));
}
