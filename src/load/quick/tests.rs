//! The quick way gives what the thorough way gives, or nothing.

use std::fmt::Write;
use std::sync::Arc;

use proptest::prelude::*;

use crate::load::report::Report;
use crate::load::{
    AssetError, Assets, Embedded, Progress, parts_quickly, parts_thoroughly, parts_without,
};
use crate::model::Lang;

const BASE: &str = include_str!("../tests/base.ron");
const SHIPPED: &str = include_str!("../../../data.ron");

struct OneMap;

impl Assets for OneMap {
    fn read(&self, _: &str) -> Result<Vec<u8>, AssetError> {
        Ok(include_bytes!("../tests/land.geojson").to_vec())
    }
}

/// What is wrong with `text`, told without what has nothing to do with it; tells whether anything
/// could be left out. It is what the thorough way tells of all of it, or begins as that does: what
/// follows from a bracket too many goes as far as anything is read.
#[track_caller]
fn flaws(text: &str, assets: &dyn Assets) -> (String, bool) {
    let told = |left_out| {
        let mut report = Report::default();
        parts_without(text, left_out, assets, &mut report, &Arc::default());
        let is_structure = report.tells_of_syntax();
        let told = report.finish("x.ron", text, 0);
        (told.map(|it| it.render(text, Lang::En, false)).unwrap_or_default(), is_structure)
    };
    let (whole, is_structure) = told(Vec::new());
    let Some(left_out) = super::leave_out(text, &Progress::default()) else {
        return (whole, false);
    };
    let is_less = left_out.iter().any(|it| it.start < it.end);
    let (told, _) = told(left_out);
    let first = |told: &str| told.split("\n\n").next().unwrap_or_default().to_owned();
    if is_structure {
        assert_eq!(first(&told), first(&whole), "{text}");
    } else {
        assert_eq!(told, whole, "{text}");
    }
    (told, is_less)
}

/// What the quick way gives, which is the same as what the other way gives.
#[track_caller]
fn quickly(text: &str, assets: &dyn Assets) -> Option<crate::model::DatasetParts> {
    let quick = parts_quickly(text, assets, &Progress::default())?;
    let mut report = Report::default();
    let thorough = parts_thoroughly(text, assets, &mut report, &Arc::default());
    assert!(report.is_empty());
    assert_eq!(format!("{:?}", Some(&quick)), format!("{:?}", thorough.as_ref()));
    Some(quick)
}

#[test]
fn sound_files_are_read_quickly_and_come_out_the_same() {
    assert_eq!(quickly(BASE, &OneMap).unwrap().observations.len(), 7);
    assert!(quickly(SHIPPED, &Embedded).unwrap().observations.len() > 100);
}

#[test]
fn a_list_in_a_comment_is_none() {
    let figures =
        BASE.split("    observations: [\n").nth(1).unwrap().split("    ],").next().unwrap();
    let hidden = format!("/*\n    observations: [\n{figures}    ],*/\n    highlights: [");
    let text = BASE.replace(figures, "").replacen("    highlights: [", &hidden, 1);
    let text = text.replace("    observations: [\n    ],", "    observations: [ ],");
    let quick = quickly(&text, &OneMap);
    assert!(quick.is_none_or(|it| it.observations.is_empty()));
}

/// `BASE` with another figure, and more fields than others have.
fn with_figure(figure: &str) -> String {
    BASE.replace("    observations: [\n", &format!("    observations: [\n{figure}\n"))
}

#[test]
fn every_way_of_writing_a_figure_comes_out_the_same() {
    let sound = [
        "(item: Row(\"东\\\"市\\\"\"), section: \"table\", source: \"review\", period: \"2022\", printed: \"约 1.5万人\", qualifier: About, value: 15000.0, indicator: \"jobs\", region: \"east\",),",
        "( // a note (with brackets\n region : \"east\" , indicator:\"jobs\",value:0,printed:\"0人\",period:\"2022\",source:\"review\",section:\"east\",item:Paragraph( 3 ) ) ,",
        "(region: \"west\", indicator: \"prize\", fact: (en: \"Second\", zh: \"二等奖\"), printed: \"二等奖\", period: \"2022\", source: \"review\", section: \"west\", item: Bullet(9), care: (zh: \"当心\", en: \"Care\"), note: (zh: \"注\", en: \"Note\"), status: Derived),",
    ];
    for figure in sound {
        let parts = quickly(&with_figure(figure), &OneMap);
        assert_eq!(parts.map(|it| it.observations.len()), Some(8), "{figure}");
    }
}

#[test]
fn whatever_is_wrong_is_left_to_the_thorough_way() {
    let figure = "(region: \"east\", indicator: \"jobs\", value: 5, printed: \"5人\", period: \"2022\", source: \"review\", section: \"east\", item: Bullet(1)),";
    assert!(quickly(&with_figure(figure), &OneMap).is_some());
    for (from, to) in [
        ("\"east\", indicator", "\"nowhere\", indicator"),
        ("5,", "6,"),
        ("5,", "-5,"),
        ("5,", "1e400,"),
        ("\"5人\"", "\"\""),
        ("\"5人\"", "\"5\u{202e}人\""),
        ("\"5人\"", "\"近5人\""),
        ("\"2022\"", "\"2023\""),
        ("\"review\"", "\"other\""),
        ("section: \"east\"", "section: \"nowhere\""),
        ("Bullet(1)", "Bullet(0)"),
        ("Bullet(1)", "Bullet(1), item: Bullet(1)"),
        ("Bullet(1)", "Bullet(1), colour: 3"),
        ("Bullet(1)", "Bullet(1), part_of: (region: \"west\", indicator: \"jobs\")"),
        ("Bullet(1)", "Bullet(1), part_of: (region: \"land\", indicator: \"jobs\")"),
        ("item: Bullet(1)", ""),
        ("),", ")"),
        ("),", "],"),
    ] {
        let wrong = figure.replacen(from, to, 1);
        assert_ne!(wrong, figure);
        assert!(quickly(&with_figure(&wrong), &OneMap).is_none(), "{wrong}");
        let (told, _) = flaws(&with_figure(&wrong), &OneMap);
        assert!(!told.is_empty(), "{wrong}");
    }
    // Parts that are more than their whole together, though none of them alone.
    let parts = BASE.replace("value: 600, printed: \"600人\"", "value: 900, printed: \"900人\"");
    assert!(
        quickly(
            &parts
                .replace("300, qualifier: Nearly, printed: \"近300人\"", "300, printed: \"300人\""),
            &OneMap
        )
        .is_none()
    );
}

/// `data.ron` with one place changed.
#[track_caller]
fn shipped_with(from: &str, to: &str) -> String {
    assert_eq!(SHIPPED.matches(from).count(), 1, "{from} must occur once");
    SHIPPED.replace(from, to)
}

#[test]
fn a_few_flaws_are_told_of_without_reading_the_rest() {
    for (from, to, told) in [
        ("value: 53, printed: \"53枚\"", "value: 54, printed: \"53枚\"", "53枚"),
        ("value: 53, printed: \"53枚\"", "value: 53, printed: \"53枚", "quot"),
        ("value: 53, printed: \"53枚\",", "value: 53 printed: \"53枚\",", "comma"),
        ("value: 53, printed: \"53枚\"", "value: 53, printed: \"53枚\")", ")"),
        (
            "\"para_games_silvers\",\n            value",
            "\"para_games_golds\",\n            value",
            "already has",
        ),
    ] {
        let (words, is_less) = flaws(&shipped_with(from, to), &Embedded);
        assert!(is_less, "{to}");
        assert!(words.contains(told), "{words}");
    }
}

#[test]
fn a_list_of_many_stretches_keeps_its_order() {
    let mut figures = String::new();
    let mut periods = String::new();
    for number in 0..12_000 {
        let _ = writeln!(periods, "        (id: \"p{number}\", name: (zh: \"期\", en: \"p\")),");
        let _ = writeln!(
            figures,
            "        (region: \"east\", indicator: \"jobs\", value: {number}, printed: \
             \"{number}人\", period: \"p{number}\", source: \"review\", section: \"table\", item: \
             Row(\"东市\"), note: (zh: \"第 {number} 个\", en: \"No. {number}\")),"
        );
    }
    assert!(figures.len() > super::STRETCH_BYTES);
    let text =
        with_figure(&figures).replace("    periods: [\n", &format!("    periods: [\n{periods}"));
    let parts = quickly(&text, &OneMap).unwrap();
    assert_eq!(parts.observations.len(), 12_007);
    let places: Vec<_> =
        parts.observations.iter().take(12_000).map(crate::model::Observation::number).collect();
    assert!(places.is_sorted());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Something cut out or put in anywhere.
    #[test]
    fn no_change_makes_the_two_ways_differ(
        at in any::<prop::sample::Index>(),
        length in 0_usize..12,
        put in prop::sample::select(vec![
            "", "(", ")", "[", "]", "\"", ",", ":", "\\", "//", "/*", "\n", " ", "0", "-", "None",
            "Some(", "r#\"", "east", "land", "jobs", "，", "part_of", "\\\"", "\\n", "    observations: [",
        ]),
    ) {
        let mut at = at.index(BASE.len());
        let mut end = (at + length).min(BASE.len());
        while !BASE.is_char_boundary(at) { at -= 1; }
        while !BASE.is_char_boundary(end) { end += 1; }
        let mut text = BASE.to_owned();
        text.replace_range(at..end, put);
        quickly(&text, &OneMap);
        flaws(&text, &OneMap);
    }
}
