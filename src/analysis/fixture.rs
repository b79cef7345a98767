//! A small data set for the tests of this folder: a province with three cities.

use std::sync::Arc;

use crate::model::{
    Dataset, DatasetParts, Indicator, IndicatorIx, Item, Locator, Measure, Neighbours, Observation,
    ObservationIx, Period, PeriodIx, Qualifier, Region, RegionIx, RegionKind, Relation, Source,
    SourceIx, Status, Text, Theme, ThemeIx, Unit, UnitIx, UnitKind, Value,
};

pub(crate) const ROOT: RegionIx = RegionIx(0);
pub(crate) const A: RegionIx = RegionIx(1);
pub(crate) const B: RegionIx = RegionIx(2);
pub(crate) const C: RegionIx = RegionIx(3);
pub(crate) const RATE: IndicatorIx = IndicatorIx(0);
pub(crate) const WORKING_AGE_RATE: IndicatorIx = IndicatorIx(1);
pub(crate) const STATIONS: IndicatorIx = IndicatorIx(2);
pub(crate) const SERVICES: IndicatorIx = IndicatorIx(3);
pub(crate) const RESIDENTS: IndicatorIx = IndicatorIx(4);

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

fn region(id: &str, parent: Option<RegionIx>) -> Region {
    let kind = if parent.is_some() { RegionKind::City } else { RegionKind::Province };
    Region { id: id.into(), name: text(id), short: text(id), kind, parent, code: None }
}

fn indicator(id: &str, theme: u32, unit: u32, per_residents: bool) -> Indicator {
    Indicator {
        id: id.into(),
        name: text(id),
        definition: text(id),
        theme: ThemeIx(theme),
        measure: Measure::Quantity(UnitIx(unit)),
        per_residents,
        completion_of: None,
    }
}

fn figure(region: RegionIx, indicator: IndicatorIx, value: f64) -> Observation {
    Observation {
        region,
        indicator,
        period: PeriodIx(0),
        value: Value::Number(value),
        qualifier: Qualifier::Exact,
        printed: value.to_string().into(),
        status: Status::Reported,
        locator: Arc::new(Locator {
            source: SourceIx(0),
            section: "a".into(),
            item: Item::Bullet(1),
        }),
        part_of: None,
        care: None,
        note: None,
    }
}

/// A reports a rate, B a related one; all three report stations; residents are complete.
pub(crate) fn dataset() -> Dataset {
    let observations = vec![
        figure(ROOT, STATIONS, 100.0),
        Observation { part_of: Some(ObservationIx(0)), ..figure(A, STATIONS, 10.0) },
        figure(B, STATIONS, 20.0),
        figure(C, STATIONS, 10.0),
        figure(ROOT, RATE, 70.0),
        figure(A, RATE, 72.75),
        figure(B, WORKING_AGE_RATE, 73.08),
        figure(A, SERVICES, 5.0),
        Observation { qualifier: Qualifier::Nearly, ..figure(B, SERVICES, 6.0) },
        figure(ROOT, RESIDENTS, 3_400_000.0),
        figure(A, RESIDENTS, 1_000_000.0),
        figure(B, RESIDENTS, 2_000_000.0),
        figure(C, RESIDENTS, 200_000.0),
    ];
    let unit = |id: &str, kind| Unit {
        id: id.into(),
        zh: id.into(),
        en_one: id.into(),
        en_other: id.into(),
        kind,
    };
    Dataset::new(DatasetParts {
        id: "fixture".into(),
        title: text("fixture"),
        about: text("fixture"),
        root: ROOT,
        residents: Some(RESIDENTS),
        periods: vec![Period { id: "2023".into(), name: text("2023") }],
        themes: vec![
            Theme { id: "work".into(), name: text("work"), is_context: false },
            Theme { id: "context".into(), name: text("context"), is_context: true },
        ],
        units: vec![unit("percent", UnitKind::Percent), unit("site", UnitKind::Count)],
        sources: vec![Source {
            id: "review".into(),
            title: text("review"),
            short: text("review"),
            publisher: None,
            published: None,
            address: None,
            note: None,
        }],
        regions: vec![
            region("root", None),
            region("a", Some(ROOT)),
            region("b", Some(ROOT)),
            region("c", Some(ROOT)),
        ],
        indicators: vec![
            indicator("rate", 0, 0, false),
            indicator("working_age_rate", 0, 0, false),
            indicator("stations", 0, 1, true),
            indicator("services", 0, 1, false),
            indicator("residents", 1, 1, false),
        ],
        relations: vec![Relation { a: RATE, b: WORKING_AGE_RATE, reason: text("other base") }],
        observations,
        highlights: Vec::new(),
        neighbours: Neighbours::default(),
        layouts: Vec::new(),
    })
}

/// An invented province with several years and three levels.
pub(crate) fn years() -> Dataset {
    let text = include_str!("../../tests/atlas/fixtures/years.ron");
    crate::load::load_str("years.ron", text, &crate::load::Embedded).unwrap()
}
