//! Ids, texts and what refers to them.

use super::{changed, expect, load, wrong};
use crate::load::Code;
use crate::model::Lang;

#[test]
fn ids_that_stand_there_twice() {
    let start = "    periods: [\n";
    let again = format!("{start}        (id: \"2023\", name: (zh: \"a\", en: \"b\")),\n");
    let text = changed(start, &again)
        .replace("(id: \"2023\", name: (zh: \"2023", "(id: ¦\"2023\", name: (zh: \"2023");
    let found = expect(&text, &[Code::DuplicateId]);
    assert_eq!(found.as_slice()[0].related.unwrap().line, 11);
}

#[test]
fn every_list_is_checked_for_ids_twice() {
    let twice = [
        ("themes", "(id: \"work\", name: (zh: \"a\", en: \"b\"))"),
        ("units", "(id: \"yuan\", zh: \"a\", en: (one: \"a\", other: \"b\"), kind: Count)"),
        (
            "sources",
            "(id: \"review\", title: (zh: \"a\", en: \"b\"), short: (zh: \"a\", en: \"b\"))",
        ),
        (
            "regions",
            "(id: \"east\", name: (zh: \"a\", en: \"b\"), short: (zh: \"a\", en: \"b\"), kind: City, parent: \"land\")",
        ),
        (
            "indicators",
            "(id: \"prize\", name: (zh: \"a\", en: \"b\"), definition: (zh: \"a\", en: \"b\"), theme: \"work\", kind: Fact)",
        ),
        (
            "layouts",
            "Tiles(id: \"outlines\", name: (zh: \"a\", en: \"b\"), tiles: [(region: \"west\", column: 0, row: 0), (region: \"east\", column: 1, row: 0)])",
        ),
    ];
    for (list, element) in twice {
        let start = format!("    {list}: [\n");
        let text = changed(&start, &format!("{start}        {element},\n"));
        let diagnostics = load(&text).unwrap_err();
        let codes: Vec<Code> = diagnostics.iter().map(|it| it.code).collect();
        assert!(codes.contains(&Code::DuplicateId), "{list}: {diagnostics}");
        let codes: Vec<Code> = codes.into_iter().filter(|it| *it != Code::NotOnMap).collect();
        assert_eq!(codes, [Code::DuplicateId], "{list}: {diagnostics}");
    }
}

#[test]
fn ids_of_other_characters() {
    expect(&changed("id: \"base\"", "id: ¦\"\""), &[Code::EmptyId]);
    expect(&changed("id: \"base\"", "id: ¦\"Base\""), &[Code::BadId]);
    expect(&changed("id: \"base\"", "id: ¦\"ba se\""), &[Code::BadId]);
    expect(&changed("id: \"base\"", "id: ¦\"省\""), &[Code::BadId]);
    expect(&changed("(id: \"tiles\"", "(id: ¦\"../tiles\""), &[Code::BadId]);
}

#[test]
fn texts_that_are_empty_or_hide_something() {
    let found = wrong("title: (zh: \"例子\"", "title: (zh: ¦\" \"", Code::EmptyText);
    assert!(found.as_slice()[0].message(Lang::En).contains("Chinese"));
    let found = wrong("en: \"A first\"", "en: ¦\"\"", Code::EmptyText);
    assert!(found.as_slice()[0].message(Lang::Zh).contains("英文"));
    wrong("other: \"people\"", "other: ¦\"\"", Code::EmptyText);
    wrong("printed: \"600人\"", "printed: ¦\"\"", Code::EmptyText);
    wrong("section: \"east\", item: Bullet(3)", "section: ¦\"\", item: Bullet(3)", Code::EmptyText);
    wrong("item: Row(\"东市\")", "item: Row(¦\"\")", Code::EmptyText);
    for hidden in ["\u{202e}", "\u{2066}", "\u{200f}", "\\u{7}", "\\n", "\u{200b}", "\u{feff}"] {
        let to = format!("en: ¦\"A {hidden}first\"");
        wrong("en: \"A first\"", &to, Code::ControlCharacter);
    }
}

#[test]
fn addresses() {
    for address in [
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "example.org",
        "https://a b",
        "http://user@host",
    ] {
        let to = format!("address: ¦\"{address}\"");
        wrong("address: \"https://example.org/review\"", &to, Code::BadAddress);
    }
}

#[test]
fn parents() {
    expect(&changed("kind: Province)", "kind: Province, parent: ¦\"east\")"), &[Code::ParentCycle]);
    wrong(
        "kind: City, parent: \"land\", code",
        "kind: City, parent: ¦\"west\", code",
        Code::ParentCycle,
    );
    let found = wrong(
        "(id: \"west\", name: (zh: \"西市\", en: \"West\"), short: (zh: \"西\", en: \"West\"), kind: City, parent: \"land\", code",
        "(id: ¦\"west\", name: (zh: \"西市\", en: \"West\"), short: (zh: \"西\", en: \"West\"), kind: City, code",
        Code::OutsideRoot,
    );
    assert!(found.as_slice()[0].help(Lang::En).contains("land"));
}

#[test]
fn relations() {
    wrong("indicator: \"plan\", reason", "indicator: ¦\"jobs\", reason", Code::RelationToItself);
    wrong("(\"east\", \"west\")", "(\"east\", ¦\"east\")", Code::RelationToItself);
    wrong(
        "(\"east\", \"west\")",
        "(\"east\", \"west\"), ¦(\"west\", \"east\")",
        Code::DuplicateRelation,
    );
    wrong(
        "completion_of: \"jobs\"",
        "completion_of: \"jobs\", related: [(indicator: ¦\"jobs\", reason: (zh: \"a\", en: \"b\"))]",
        Code::DuplicateRelation,
    );
}

#[test]
fn completion_and_units() {
    wrong("completion_of: \"jobs\"", "completion_of: ¦\"plan\"", Code::RelationToItself);
    wrong(
        "theme: \"context\", unit: \"person\", kind: Quantity",
        "theme: \"context\", unit: \"person\", kind: Quantity, completion_of: ¦\"jobs\"",
        Code::CompletionNotPercent,
    );
    wrong("kind: Fact", "unit: ¦\"yuan\", kind: Fact", Code::UnitOnFact);
    wrong(
        "(id: \"prize\", name: (zh: \"奖项\", en: \"Prize\"), definition: (zh: \"获奖。\", en: \"Won.\"), theme: \"work\", kind: Fact)",
        "(id: \"prize\", name: (zh: \"奖项\", en: \"Prize\"), definition: (zh: \"获奖。\", en: \"Won.\"), theme: \"work\", kind: Fact), (id: ¦\"other\", name: (zh: \"奖项\", en: \"Prize\"), definition: (zh: \"获奖。\", en: \"Won.\"), theme: \"work\", kind: Quantity)",
        Code::UnitMissing,
    );
}
