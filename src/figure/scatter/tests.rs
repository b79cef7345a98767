use super::{Body, Content, FigureSpec, ScatterBody, Unavailable};
use crate::{
    analysis::Order,
    figure::{self, FigureKind, MarkRole, MarkStatus, marks},
    load::{self, Embedded},
    model::{Dataset, Lang},
};

/// The shipped data without these figures, pairs of a region's and an indicator's id.
fn without(left_out: &[(&str, &str)]) -> Dataset {
    let mut text = include_str!("../../../data.ron").to_owned();
    for (region, indicator) in left_out {
        let line = format!("region: \"{region}\", indicator: \"{indicator}\",");
        let at = text.find(&line).unwrap();
        let start = text[..at].rfind("        (\n").unwrap();
        let end = at + text[at..].find("\n        ),\n").unwrap() + "\n        ),\n".len();
        text.replace_range(start..end, "");
    }
    load::load_str("data.ron", &text, &Embedded).unwrap()
}

fn sparse() -> Dataset {
    without(&[
        ("lishui", "land_area"),
        ("quzhou", "land_area"),
        ("huzhou", "census_population"),
        ("zhoushan", "census_population"),
        ("zhoushan", "land_area"),
    ])
}

fn asked(data: &Dataset, x: &str, y: &str, lang: Lang) -> FigureSpec {
    FigureSpec {
        kind: FigureKind::Scatter,
        indicator: data.indicator_by_id(x),
        indicator_y: data.indicator_by_id(y),
        regions: Vec::new(),
        order: Order::Official,
        is_per_residents: false,
        comparison: figure::comparison::CompareView::default(),
        map: figure::MapLook::default(),
        lang,
    }
}

fn content(data: &Dataset, x: &str, y: &str, lang: Lang) -> Result<Content, Unavailable> {
    figure::content(data, &asked(data, x, y, lang))
}

fn body(content: &Content) -> &ScatterBody {
    let Body::Scatter(body) = &content.body else { panic!("{:?}", content.kind) };
    body
}

#[test]
fn cities_that_lack_one_are_named_by_what_they_lack_and_never_drawn() {
    let data = sparse();
    let content = content(&data, "census_population", "land_area", Lang::En).unwrap();
    let body = body(&content);
    assert_eq!(body.points.len(), 7);
    let groups: Vec<(&str, Vec<&str>)> = body
        .absent
        .iter()
        .map(|group| {
            let names = group.chips.named.iter().map(|chip| chip.text.split(' ').next().unwrap());
            (group.heading.as_str(), names.collect())
        })
        .collect();
    assert_eq!(
        groups,
        [
            ("Not drawn: 2 cities report only “Census population”", vec!["Quzhou", "Lishui"]),
            ("Not drawn: 1 city reports only “Land area”", vec!["Huzhou"]),
            ("Not drawn: 1 city reports neither (not the same as zero)", vec!["Zhoushan"]),
        ]
    );
    for name in ["Quzhou", "Lishui", "Huzhou", "Zhoushan"] {
        assert!(content.alt.contains(name), "{}", content.alt);
    }
}

#[test]
fn the_sentence_says_how_many_report_both_and_who_is_highest() {
    let data = sparse();
    let said = |x, y, lang| content(&data, x, y, lang).unwrap().takeaway;
    assert_eq!(
        said("census_population", "land_area", Lang::En),
        "Seven of eleven cities report both “Census population” and “Land area”; both are \
         highest in Hangzhou (11,936,010 people; 16,850.03 km²)."
    );
    let zh = said("census_population", "land_area", Lang::Zh);
    assert!(zh.starts_with("11 个市中 7 个市同时报告了") && zh.contains("以杭州最高"), "{zh}");
}

#[test]
fn what_does_not_pair_up_says_why_and_what_would() {
    let data = load::embedded().unwrap();
    let why = |x, y, lang| content(&data, x, y, lang).unwrap_err().to_string();
    let cases = [
        ("employment_rate", "land_area", "Only one city reports both", "“Resident population”"),
        ("provincial_advanced_collective", "", "stated in words", "“Land area”"),
        ("employment_rate", "", "a scatter plot needs three", "“Land area”"),
        ("land_area", "land_area", "two different ones", "“Census population”"),
    ];
    for (x, y, reason, works) in cases {
        let said = why(x, y, Lang::En);
        assert!(said.contains(reason) && said.contains(works), "{x} {y}: {said}");
        let zh = why(x, y, Lang::Zh);
        assert!(zh.contains("土地面积") && zh.ends_with('。'), "{zh}");
    }
    let few = without(&[]);
    assert!(content(&few, "land_area", "", Lang::En).is_ok(), "a partner is found");
}

#[test]
fn periods_and_axes_are_spoken_of() {
    let data = load::embedded().unwrap();
    let content = content(&data, "resident_population", "land_area", Lang::En).unwrap();
    let has = |text: &str| content.notes.iter().any(|note| note.contains(text));
    assert!(has("“Resident population” – End of 2023; “Land area” – 31 December 2009"));
    assert!(has("does not show that one figure explains the other"));
    assert!(!has("start at zero"));
    let [across, upward] = &body(&content).axes;
    assert_eq!(across.title, "Resident population (million people) · End of 2023");
    assert_eq!(upward.title, "Land area (km²) · 31 December 2009");
    let zh = self::content(&data, "resident_population", "land_area", Lang::Zh).unwrap();
    assert_eq!(body(&zh).axes[0].title, "常住人口（万人）· 2023 年末");
    let mut far = body(&content).clone();
    far.analysis.points[0].x.value *= 20.0;
    let names = ["A".to_owned(), "B".to_owned()];
    let notes = super::text::notes(&data, &names, &far, crate::i18n::texts(Lang::En));
    assert!(notes.iter().any(|it| it.contains("Hangzhou lies far from")), "{notes:?}");
}

#[test]
fn the_data_are_those_of_the_figure() {
    let data = sparse();
    for lang in Lang::ALL {
        let content = content(&data, "census_population", "land_area", lang).unwrap();
        let marks = marks(&data, &content);
        assert_eq!(marks.len(), 2 * data.cities().len(), "both figures of every city");
        let body = body(&content);
        for (point, pair) in body.points.iter().zip(marks.chunks(2)) {
            assert_eq!([pair[0].role, pair[1].role], [MarkRole::X, MarkRole::Y]);
            assert_eq!([pair[0].value, pair[1].value], point.values.map(Some));
            assert_eq!([&pair[0].shown, &pair[1].shown], point.shown.each_ref());
        }
        let missing = marks.iter().filter(|mark| mark.status == MarkStatus::NotReported);
        assert_eq!(missing.clone().count(), 5);
        assert!(missing.clone().all(|mark| mark.value.is_none()));
    }
}

#[test]
fn values_per_residents_stand_beside_the_values_themselves() {
    let data = crate::analysis::fixture::dataset();
    let spec = FigureSpec {
        is_per_residents: true,
        order: Order::Value,
        ..asked(&data, "residents", "stations", Lang::En)
    };
    let content = figure::content(&data, &spec).unwrap();
    assert!(body(&content).axes[1].title.contains("per 10,000 residents"));
    let marks = marks(&data, &content);
    let c = marks.iter().find(|it| it.region == "c" && it.role == MarkRole::Y).unwrap();
    assert_eq!((c.per_10k_residents, c.value), (Some(0.5), Some(10.0)));
    let a = marks.iter().find(|it| it.region == "a" && it.role == MarkRole::X).unwrap();
    assert_eq!(a.per_10k_residents, None, "residents per residents mean nothing");
}
