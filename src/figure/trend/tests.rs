use crate::{
    analysis::{Order, fixture},
    figure::{Body, Content, FigureKind, FigureSpec, MarkStatus, Unavailable, content, marks},
    load,
    model::{Dataset, Lang},
};

fn spec(data: &Dataset, kind: FigureKind, indicator: &str, regions: &[&str]) -> FigureSpec {
    FigureSpec {
        kind,
        indicator: data.indicator_by_id(indicator),
        indicator_y: None,
        regions: regions.iter().map(|id| data.region_by_id(id).unwrap()).collect(),
        order: Order::Value,
        is_per_residents: false,
        comparison: crate::figure::comparison::CompareView::default(),
        map: crate::figure::MapLook::default(),
        lang: Lang::En,
    }
}

fn trend(indicator: &str, regions: &[&str]) -> Result<Content, Unavailable> {
    let data = fixture::years();
    content(&data, &spec(&data, FigureKind::Trend, indicator, regions))
}

#[test]
fn it_says_how_far_chosen_cities_came_and_where_that_may_not_be_said() {
    let said = trend("rate", &["jia"]).unwrap().takeaway;
    assert_eq!(
        said,
        "Two of four cities report “Employment rate” for more than one of three periods. \
         Fable: 60.5% in 2020, 62.5% in 2023. Jiazhou: 62% in 2020, 64% in 2023."
    );
    let said = trend("jobs", &["jia"]).unwrap();
    assert!(said.takeaway.ends_with("for what is counted changes."), "{}", said.takeaway);
    assert!(said.notes.contains(&"Jiazhou, 2022: Counts flexible work since 2022.".to_owned()));
    assert!(said.alt.contains("2,100 people (2020), not reported (2021)"), "{}", said.alt);
}

#[test]
fn the_table_has_every_period_and_a_gap_has_no_value() {
    let data = fixture::years();
    let content = trend("jobs", &[]).unwrap();
    let marks = marks(&data, &content);
    let of = |region: &str, period: &str| {
        marks.iter().find(|it| it.region == region && it.period == period).unwrap()
    };
    assert_eq!(of("yi", "2020").value, Some(2100.0));
    assert_eq!((of("yi", "2021").value, of("yi", "2021").status), (None, MarkStatus::NotReported));
    assert!(marks.iter().any(|it| it.region == "ding" && it.status == MarkStatus::NotReported));
}

#[test]
fn one_period_is_no_line_and_says_why() {
    let why = trend("fairs", &[]).unwrap_err().0;
    assert_eq!(why, "No place reports “Job fairs” as a number for more than one period.");
    let data = load::embedded().unwrap();
    let spec = spec(&data, FigureKind::Trend, "employment_rate", &[]);
    assert!(content(&data, &spec).unwrap_err().0.starts_with("The data set has no figures of"));
}

#[test]
fn small_charts_stand_as_the_tiles_do() {
    let data = fixture::years();
    let content = content(&data, &spec(&data, FigureKind::Multiples, "jobs", &[])).unwrap();
    let Body::Multiples(body) = &content.body else { panic!() };
    let places: Vec<(u16, u16)> = body.places.iter().map(|(_, x, y)| (*x, *y)).collect();
    assert_eq!(places, [(0, 0), (1, 0), (0, 1), (1, 1)]);
    assert!(content.notes[0].starts_with("All charts share one scale"), "{:?}", content.notes);
}

#[test]
fn inside_a_city_the_lines_are_its_counties() {
    let data = fixture::years();
    let data = data.seen(data.period_by_id("2023"), data.region_by_id("jia"));
    let content = content(&data, &spec(&data, FigureKind::Trend, "jobs", &[])).unwrap();
    let Body::Trend(body) = &content.body else { panic!() };
    let labels: Vec<&str> = body.lines.iter().map(|it| it.label.as_str()).collect();
    assert_eq!(labels, ["East Jia", "West Jia"]);
}
