//! Files that are not RON, and fields that are not what they should be.

use super::{BASE, changed, expect, load, wrong};
use crate::load::Code;
use crate::model::Lang;

#[test]
fn a_file_that_is_something_else() {
    expect("¦", &[Code::FileEmpty]);
    expect("¦[1, 2]", &[Code::Syntax]);
    expect("¦hello", &[Code::Syntax]);
    expect("¦{\"format\": 1}", &[Code::Syntax]);
}

#[test]
fn a_missing_bracket_is_found_at_its_element() {
    wrong(
        "(id: \"yuan\", zh: \"元\", en: (one: \"yuan\", other: \"yuan\"), kind: Money),",
        "¦(id: \"yuan\", zh: \"元\", en: (one: \"yuan\", other: \"yuan\", kind: Money),",
        Code::Syntax,
    );
    wrong(
        "        (id: \"percent\", zh: \"%\", en: (one: \"%\", other: \"%\"), kind: Percent),",
        "        ¦(id: \"percent\", zh: \"%\", en: (one: \"%\", other: \"%\"), kind: Percent,",
        Code::Syntax,
    );
}

#[test]
fn a_missing_end_of_list() {
    let themes = changed("    themes: [", "    themes: ¦[");
    expect(&themes.replace("    ],\n    units: [", "    units: ["), &[Code::Syntax]);
    wrong("land: [(\"east\", \"west\")]", "land: ¦[(\"east\", \"west\")", Code::Syntax);
}

#[test]
fn a_bracket_too_many() {
    wrong("kind: Money),", "kind: Money)¦),", Code::Syntax);
    wrong("sea: []", "sea: []¦]", Code::Syntax);
}

#[test]
fn a_missing_quote_is_found_in_its_line() {
    let rest = "en: (one: \"yuan\", other: \"yuan";
    wrong(&format!("zh: \"元\", {rest}\""), &format!("zh: \"元, {rest}¦\""), Code::Syntax);
}

#[test]
fn one_broken_element_does_not_hide_the_others() {
    let text = changed("kind: Money),", "kind: Money,")
        .replace("value: 600,", "value: 700,")
        .replace("parent: \"land\"),", "parent: \"lnd\"),");
    let diagnostics = load(&text).unwrap_err();
    let codes: Vec<Code> = diagnostics.iter().map(|it| it.code).collect();
    let expected = [Code::Syntax, Code::UnknownParent, Code::PrintedValueDiffers];
    assert_eq!(codes, expected, "{}", diagnostics.render(&text, Lang::En, false));
}

#[test]
fn punctuation_of_another_width() {
    for (from, to) in [
        ("kind: Money),", "kind: Money¦）,"),
        ("kind: Money),", "kind¦：Money),"),
        ("periods: [", "periods: ¦【"),
        ("id: \"base\",", "id: ¦“base\","),
    ] {
        let text = changed(from, to);
        let first = load(&text.replace('¦', "")).unwrap_err();
        assert!(first.iter().all(|it| it.code == Code::Syntax), "{first}");
    }
    let found = wrong("kind: Money),", "kind: Money)¦，", Code::Syntax);
    let help = found.as_slice()[0].help(Lang::Zh);
    assert!(help.contains("半角"), "{help}");
}

#[test]
fn comments_may_hold_anything_but_must_end() {
    assert!(load(&changed("kind: Money),", "kind: Money), // ) ] \" ，")).is_ok());
    assert!(load(&changed("kind: Money),", "kind: Money), /* ) /* \" */ */")).is_ok());
    wrong("    themes: [", "    ¦/* themes: [", Code::Syntax);
}

#[test]
fn texts_may_hold_brackets_and_quotes() {
    assert!(load(&changed("\"A first\"", "\"A \\\"(first\\\" [\"")).is_ok());
    assert!(load(&changed("\"A first\"", "r#\"A \"first\" (\"#")).is_ok());
    wrong("\"A first\"", "¦\"A \\q first\"", Code::Syntax);
}

#[test]
fn a_missing_comma() {
    wrong("zh: \"元\", en", "zh: \"元\" ¦en", Code::Syntax);
    wrong("value: 600, printed", "value: 600 ¦printed", Code::Syntax);
    wrong("kind: Fact),\n        (", "kind: Fact)\n        ¦(", Code::Syntax);
    wrong("(\"east\", \"west\")", "(\"east\" ¦\"west\")", Code::Syntax);
}

#[test]
fn entries_need_names_and_commas() {
    wrong("residents: \"residents\",", "¦\"residents\",", Code::Syntax);
    wrong("kind: Money),", "kind: Money),¦,", Code::Syntax);
    wrong("kind: Money),", "kind: Money) ¦(id: \"x\"),", Code::Syntax);
    wrong("value: 600,", "¦value:,", Code::Syntax);
    let text = format!("{BASE}¦()");
    expect(&text, &[Code::Syntax]);
}

#[test]
fn the_first_line() {
    wrong(
        "#![enable(implicit_some)]",
        "#![enable(implicit_some)]\n¦#![enable(magic)]",
        Code::Syntax,
    );
    assert!(
        load(&changed("#![enable(implicit_some)]", "#![enable(implicit_some, unwrap_newtypes)]"))
            .is_ok()
    );
    let text = changed("#![enable(implicit_some)]\n", "");
    let diagnostics = load(&text).unwrap_err();
    assert!(diagnostics.iter().all(|it| it.code == Code::NeedsSome));
    let explicit = text
        .replace("parent: \"land\"", "parent: Some(\"land\")")
        .replace("residents: \"residents\"", "residents: Some(\"residents\")")
        .replace("code: \"330100\"", "code: Some(\"330100\")")
        .replace(
            "address: \"https://example.org/review\"",
            "address: Some(\"https://example.org/review\")",
        )
        .replace("unit: \"person\"", "unit: Some(\"person\")")
        .replace("unit: \"percent\"", "unit: Some(\"percent\")")
        .replace("completion_of: \"jobs\"", "completion_of: Some(\"jobs\")")
        .replace(
            "part_of: (region: \"land\", indicator: \"jobs\")",
            "part_of: Some((region: \"land\", indicator: \"jobs\"))",
        )
        .replace(
            "fact: (zh: \"一等奖\", en: \"First prize\")",
            "fact: Some((zh: \"一等奖\", en: \"First prize\"))",
        );
    let mut explicit = explicit;
    for value in ["1000", "600", "300", "118.5", "20000"] {
        explicit = explicit.replace(&format!("value: {value},"), &format!("value: Some({value}),"));
    }
    assert!(load(&explicit).is_ok(), "{}", load(&explicit).unwrap_err());
}

#[test]
fn a_format_of_the_future() {
    wrong("format: 1,", "format: ¦2,", Code::WrongFormat);
    wrong("format: 1,", "format: ¦\"1\",", Code::WrongType);
}

#[test]
fn fields_that_do_not_exist() {
    let found = expect(
        &changed("printed: \"600人\"", "¦printd: \"600人\""),
        &[Code::UnknownField, Code::MissingField],
    );
    let unknown = found.iter().find(|it| it.code == Code::UnknownField).unwrap();
    assert!(unknown.help(Lang::En).contains("“printed”"));
    wrong("format: 1,", "format: 1, ¦colour: \"red\",", Code::UnknownField);
    wrong(
        "indicator: \"plan\", reason",
        "¦weight: 1, indicator: \"plan\", reason",
        Code::UnknownField,
    );
    let found = wrong(
        "(zh: \"首创\", en: \"A first\")",
        "(zh: \"首创\", en: \"A first\", ¦xyz: 1)",
        Code::UnknownField,
    );
    assert!(found.as_slice()[0].help(Lang::En).contains("zh, en"));
}

#[test]
fn fields_that_are_missing_or_twice() {
    wrong(
        "        (id: \"context\", name: (zh: \"背景\", en: \"Context\"), context",
        "        ¦(id: \"context\", context",
        Code::MissingField,
    );
    wrong(
        "headline: (zh: \"首创\", en: \"A first\")",
        "headline: ¦(zh: \"首创\")",
        Code::MissingField,
    );
    for field in [
        "source: \"review\", ",
        "section: \"east\", ",
        "printed: \"600人\", ",
        "period: \"2023\", ",
    ] {
        let figure = "(region: \"east\", indicator: \"jobs\", value: 600, printed: \"600人\", period: \"2023\", source: \"review\", section: \"east\", item";
        wrong(figure, &format!("¦{}", figure.replace(field, "")), Code::MissingField);
    }
    wrong(
        "    highlights: [\n",
        "    highlights: [\n        ¦(region: \"east\", theme: \"work\", headline: (zh: \"a\", en: \"b\"), text: (zh: \"a\", en: \"b\"), source: \"review\", section: \"east\"),\n",
        Code::MissingField,
    );
    let found = wrong("root: \"land\",", "root: \"land\", ¦root: \"land\",", Code::DuplicateField);
    assert_eq!(found.as_slice()[0].related.unwrap().column, 5);
}

#[test]
fn values_of_another_type() {
    wrong("value: 600,", "value: ¦\"600\",", Code::WrongType);
    wrong("value: 600,", "value: ¦6e,", Code::WrongType);
    wrong("value: 600,", "value: ¦600人,", Code::WrongType);
    wrong("id: \"base\",", "id: ¦base,", Code::WrongType);
    wrong("title: (zh: \"例子\", en: \"Example\"),", "title: ¦\"例子\",", Code::WrongType);
    wrong("per_residents: true,", "per_residents: ¦yes,", Code::WrongType);
    wrong("sea: []", "sea: ¦()", Code::WrongType);
    wrong("(\"east\", \"west\")", "¦(\"east\")", Code::WrongType);
    wrong("(\"east\", \"west\")", "¦\"east\"", Code::WrongType);
    wrong("column: 1,", "column: ¦-1,", Code::WrongType);
    wrong("item: Bullet(3)", "item: Bullet(¦\"3\")", Code::WrongType);
    wrong("item: Bullet(3)", "item: ¦(3)", Code::WrongType);
    wrong("kind: Province", "kind: ¦\"Province\"", Code::WrongType);
}

#[test]
fn words_that_do_not_exist() {
    let found = wrong("kind: Province", "kind: ¦Provnce", Code::UnknownWord);
    assert!(found.as_slice()[0].help(Lang::En).contains("“Province”"));
    wrong("qualifier: Nearly", "qualifier: ¦Almost", Code::UnknownWord);
    expect(
        &changed("status: NotApplicable", "status: ¦Guessed"),
        &[Code::UnknownWord, Code::MissingField],
    );
    wrong("kind: Money", "kind: ¦Gold", Code::UnknownWord);
    wrong("kind: Fact", "kind: ¦Opinion", Code::UnknownWord);
    wrong("item: Bullet(3)", "item: ¦Line(3)", Code::UnknownWord);
    wrong("        Tiles(", "        ¦Hexagons(", Code::UnknownWord);
}
