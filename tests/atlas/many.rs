//! Figures of more regions than can be drawn: the ends, the chosen and how many lie between.

use city_atlas::{
    analysis::Order,
    export::data,
    figure::{self, Body, FigureKind, FigureSpec, comparison::CompareView, map::MapLook, marks},
    load::{self, Embedded},
    model::{Dataset, Lang, RegionIx},
};

const COUNT: usize = 400;

/// The fixture of one county after the other: each second one reports, the later the more.
fn dataset() -> Dataset {
    loaded(&text())
}

fn loaded(text: &str) -> Dataset {
    load::load_str("many.ron", text, &Embedded).unwrap_or_else(|error| panic!("{error}"))
}

fn text() -> String {
    use std::fmt::Write;
    let (mut regions, mut tiles, mut figures) = (String::new(), String::new(), String::new());
    for at in 0..COUNT {
        writeln!(
            regions,
            "        (id: \"c{at}\", name: (zh: \"县{at}\", en: \"County {at}\"), \
             short: (zh: \"县{at}\", en: \"County {at}\"), kind: County, parent: \"land\"),"
        )
        .unwrap();
        writeln!(tiles, "            (region: \"c{at}\", column: {}, row: {}),", at % 25, at / 25)
            .unwrap();
        if at % 2 == 0 {
            for indicator in ["staff", "pupils"] {
                writeln!(
                    figures,
                    "        (region: \"c{at}\", indicator: \"{indicator}\", value: {0}, \
                     printed: \"{0}人\", period: \"2023\", source: \"book\", section: \"table\", \
                     item: Row(\"c{at}\")),",
                    at + 10
                )
                .unwrap();
            }
        }
    }
    include_str!("fixtures/many.ron")
        .replace("        // regions", &regions)
        .replace("            // tiles", &tiles)
        .replace("        // figures", &figures)
}

fn spec(data: &Dataset, kind: FigureKind, chosen: Option<RegionIx>) -> FigureSpec {
    FigureSpec {
        kind,
        indicator: data.indicator_by_id("staff"),
        indicator_y: data.indicator_by_id("pupils"),
        regions: chosen.into_iter().collect(),
        order: Order::Value,
        is_per_residents: false,
        comparison: CompareView::default(),
        map: MapLook::default(),
        lang: Lang::En,
    }
}

#[test]
fn a_long_ranking_draws_its_ends_and_the_chosen_and_tells_of_the_rest() {
    let data = dataset();
    let chosen = data.region_by_id("c200");
    let content = figure::content(&data, &spec(&data, FigureKind::Ranking, chosen)).unwrap();
    let Body::Ranking(body) = &content.body else { panic!("a ranking") };
    assert_eq!(body.reporting_count(), 200, "no county is lost");
    assert!(body.rows.len() <= 60 && body.rows.iter().any(|row| Some(row.region) == chosen));
    let told: Vec<&str> = body.left_out.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(told.len(), 2, "before and after the chosen county: {told:?}");
    assert_eq!(told[1], "90 more, from 30 people to 208 people");
    assert!(content.takeaway.contains("200 of 400 counties"), "{}", content.takeaway);
    assert!(content.takeaway.contains("County 398"), "{}", content.takeaway);
    let csv = data::csv(&marks::marks(&data, &content)).unwrap();
    assert_eq!(csv.lines().count(), 1 + COUNT, "the table has every county");
    assert!(csv.contains("value,c100,") && csv.contains("not_reported"));
}

#[test]
fn names_that_have_no_room_are_counted_and_stay_in_the_table() {
    let data = dataset();
    for kind in [FigureKind::Ranking, FigureKind::Scatter] {
        let content = figure::content(&data, &spec(&data, kind, None)).unwrap();
        assert!(content.alt.contains("and 100 more"), "{kind:?}: {}", content.alt);
        let csv = data::csv(&marks::marks(&data, &content)).unwrap();
        let counties = (0..COUNT).filter(|at| csv.contains(&format!(",c{at},"))).count();
        assert_eq!(counties, COUNT, "{kind:?}");
    }
}

#[test]
fn a_county_that_shares_the_leaders_name_does_not_lend_it_its_value() {
    let data = loaded(&text().replace("County 398", "County 100"));
    let spec = FigureSpec { order: Order::Name, ..spec(&data, FigureKind::Ranking, None) };
    let content = figure::content(&data, &spec).unwrap();
    assert!(content.takeaway.contains("408 people"), "{}", content.takeaway);
}
