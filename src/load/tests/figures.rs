//! Figures that contradict their source, themselves or each other.

use super::{changed, expect, load, wrong};
use crate::load::Code;
use crate::model::Lang;

const EAST: &str =
    "(region: \"east\", indicator: \"jobs\", value: 600, printed: \"600人\", period: \"2023\"";

#[test]
fn one_figure_twice() {
    let found = expect(
        &changed(
            "        (region: \"land\", indicator: \"prize\"",
            "        ¦(region: \"east\", indicator: \"jobs\", value: 1, printed: \"1人\", period: \"2023\", source: \"review\", section: \"east\", item: Bullet(9)),\n        (region: \"land\", indicator: \"prize\"",
        ),
        &[Code::DuplicateFigure],
    );
    let related = found.as_slice()[0].related.unwrap();
    assert_eq!((related.line, related.column), (48, 9));
    // Another period is another figure.
    let other = changed(
        EAST,
        &format!(
            "{}, source: \"review\", section: \"east\", item: Bullet(1)),\n{EAST}",
            EAST.replace("2023", "2022")
        ),
    );
    assert!(load(&other).is_ok());
}

#[test]
fn values() {
    for value in ["NaN", "inf", "-inf", "1e999"] {
        wrong("value: 600,", &format!("value: ¦{value},"), Code::NotFinite);
    }
    wrong(EAST, &format!("¦{}", EAST.replace("value: 600, ", "")), Code::ValueMissing);
    wrong("value: 600,", "value: 600, fact: ¦(zh: \"a\", en: \"b\"),", Code::ValueAndFact);
    wrong("value: 600,", "fact: ¦(zh: \"a\", en: \"b\"),", Code::FactForQuantity);
    wrong("fact: (zh: \"一等奖\", en: \"First prize\")", "value: ¦1", Code::QuantityForFact);
    wrong("status: NotApplicable", "value: ¦1, status: NotApplicable", Code::ValueNotApplicable);
    wrong(
        "status: NotApplicable",
        "fact: ¦(zh: \"a\", en: \"b\"), status: NotApplicable",
        Code::ValueNotApplicable,
    );
    wrong("item: Bullet(3)", "item: Bullet(¦0)", Code::ItemZero);
    wrong("item: Paragraph(2)", "item: Paragraph(¦0)", Code::ItemZero);
}

#[test]
fn negative_values() {
    wrong(
        "value: 20000, printed: \"2万人\"",
        "value: ¦-20000, printed: \"-2万人\"",
        Code::NegativeValue,
    );
    wrong(
        "value: 118.5, qualifier: Reached, printed: \"达118.5%\"",
        "value: ¦-1, printed: \"-1%\"",
        Code::NegativeValue,
    );
    // A loss of money is possible.
    let money =
        changed("theme: \"context\", unit: \"person\"", "theme: \"context\", unit: \"yuan\"")
            .replace("value: 20000, printed: \"2万人\"", "value: -20000, printed: \"-2万元\"");
    assert!(load(&money).is_ok());
}

#[test]
fn printed_numbers() {
    let found = wrong("value: 20000,", "value: ¦2000,", Code::PrintedValueDiffers);
    let message = found.as_slice()[0].message(Lang::En);
    assert!(message.contains("20000") && message.contains("2000"), "{message}");
    assert!(found.as_slice()[0].related.is_some());
    wrong("printed: \"2万人\"", "printed: ¦\"两三万人\"", Code::PrintedUnreadable);
    wrong("printed: \"2万人\"", "printed: ¦\"人\"", Code::PrintedUnreadable);
    wrong("printed: \"2万人\"", "printed: ¦\"2万余人\"", Code::PrintedQualifierDiffers);
    wrong("qualifier: Nearly", "qualifier: ¦About", Code::PrintedQualifierDiffers);
    wrong(
        "qualifier: Reached, printed: \"达118.5%\"",
        "qualifier: ¦Reached, printed: \"118.5%\"",
        Code::PrintedQualifierDiffers,
    );
    // What is worked out is printed nowhere as a number.
    let derived =
        changed("printed: \"2万人\"", "status: Derived, printed: \"东区1万人、西区1万人\"");
    assert!(load(&derived).is_ok());
}

#[test]
fn parts_and_wholes() {
    let east =
        "section: \"east\", item: Bullet(1), part_of: (region: \"land\", indicator: \"jobs\")";
    let with = |part_of: &str| {
        changed(east, &east.replace("(region: \"land\", indicator: \"jobs\")", part_of))
    };
    expect(&with("¦(region: \"land\", indicator: \"residents\")"), &[Code::PartOfNothing]);
    expect(&with("(region: \"land\", indicator: ¦\"jbos\")"), &[Code::UnknownIndicator]);
    expect(&with("(region: ¦\"lend\", indicator: \"jobs\")"), &[Code::UnknownRegion]);
    expect(&with("(region: ¦\"west\", indicator: \"jobs\")"), &[Code::PartOfOutsider]);
    expect(&with("(region: ¦\"east\", indicator: \"jobs\")"), &[Code::PartOfOutsider]);
    let text = changed("value: 600, printed: \"600人\"", "value: ¦1600, printed: \"1600人\"");
    let found = expect(&text, &[Code::PartLargerThanWhole]);
    assert_eq!(found.as_slice()[0].related.unwrap().line, 47);
    wrong(
        "part_of: (region: \"land\", indicator: \"jobs\")),\n        (region: \"west\", indicator: \"plan\", value: 118.5, qualifier: Reached, printed: \"达118.5%\", period: \"2023\", source: \"review\", section: \"west\", item: Bullet(2)",
        "part_of: (region: \"land\", indicator: \"jobs\")),\n        (region: \"west\", indicator: \"plan\", value: 118.5, qualifier: Reached, printed: \"达118.5%\", period: \"2023\", source: \"review\", section: \"west\", item: Bullet(2), part_of: ¦(region: \"land\", indicator: \"jobs\")",
        Code::PartOfOtherUnit,
    );
}

#[test]
fn parts_that_add_up_to_too_much() {
    let exact = changed(
        "value: 300, qualifier: Nearly, printed: \"近300人\"",
        "value: 500, printed: \"500人\"",
    );
    let found = expect(&exact.replace("value: 1000,", "value: ¦1000,"), &[Code::PartsExceedWhole]);
    let message = found.as_slice()[0].message(Lang::En);
    assert!(message.contains("1100") && message.contains("1000"), "{message}");
    // Nearly 500 may be 400, and more than 1000 may be 1100.
    let nearly = changed(
        "value: 300, qualifier: Nearly, printed: \"近300人\"",
        "value: 500, qualifier: Nearly, printed: \"近500人\"",
    );
    assert!(load(&nearly).is_ok());
    let open = exact.replace(
        "value: 1000, printed: \"1000人\"",
        "value: 1000, qualifier: MoreThan, printed: \"1000余人\"",
    );
    assert!(load(&open).is_ok());
}
