//! Words that figures, panels and exports share: values, places in sources, verdicts.

use crate::{
    analysis::{CareReason, Excess, Side, Verdict},
    i18n::{Texts, number},
    model::{
        Dataset, IndicatorIx, Locator, Observation, ObservationIx, PeriodIx, Qualifier, RegionIx,
        RegionKind, Status, UnitKind,
    },
};

/// The full name of a region.
#[must_use]
pub fn region<'a>(data: &'a Dataset, ix: RegionIx, t: &Texts) -> &'a str {
    data.region(ix).map_or("", |region| region.name.get(t.lang()))
}

/// The short name of a region.
#[must_use]
pub fn short<'a>(data: &'a Dataset, ix: RegionIx, t: &Texts) -> &'a str {
    data.region(ix).map_or("", |region| region.short.get(t.lang()))
}

/// What sort of places the cities in sight are, as the catalogues name it: `city`, `county` or, for
/// others and for several sorts at once, `place`.
#[must_use]
pub fn level(data: &Dataset) -> &'static str {
    let is_all =
        |kind| data.cities().iter().all(|it| data.region(*it).is_some_and(|it| it.kind == kind));
    if is_all(RegionKind::City) {
        "city"
    } else if is_all(RegionKind::County) {
        "county"
    } else {
        "place"
    }
}

/// The name of an indicator.
#[must_use]
pub fn indicator<'a>(data: &'a Dataset, ix: IndicatorIx, t: &Texts) -> &'a str {
    data.indicator(ix).map_or("", |indicator| indicator.name.get(t.lang()))
}

/// The name of a reference period.
#[must_use]
pub fn period<'a>(data: &'a Dataset, ix: PeriodIx, t: &Texts) -> &'a str {
    data.period(ix).map_or("", |period| period.name.get(t.lang()))
}

/// How values of an indicator behave; facts count as counts.
#[must_use]
pub fn unit_kind(data: &Dataset, ix: IndicatorIx) -> UnitKind {
    data.unit_of(ix).map_or(UnitKind::Count, |unit| unit.kind)
}

/// A figure with its sign and unit, or "not applicable".
#[must_use]
pub fn value(data: &Dataset, figure: &Observation, t: &Texts) -> String {
    if figure.status == Status::NotApplicable {
        return t.not_applicable().to_owned();
    }
    number::figure(figure, data.unit_of(figure.indicator), t.lang())
}

/// A value per 10,000 residents, **rounded** to three decimals.
#[must_use]
pub fn per_residents(value: f64, t: &Texts) -> String {
    let rounded = (value * 1000.0).round() / 1000.0;
    number::plain(rounded, UnitKind::Area, t.lang())
}

/// [`per_residents`] of a figure's value, with the sign of its qualifier.
#[must_use]
pub fn per_residents_of(figure: &Observation, value: f64, t: &Texts) -> String {
    format!("{}{}", number::sign(figure.qualifier), per_residents(value, t))
}

/// What the words around the printed number say; empty where they say nothing.
#[must_use]
pub fn qualifier(qualifier: Qualifier, t: &Texts) -> &str {
    match qualifier {
        Qualifier::Exact => "",
        Qualifier::About => t.qualifier_about(),
        Qualifier::Nearly => t.qualifier_nearly(),
        Qualifier::MoreThan => t.qualifier_more_than(),
        Qualifier::Reached => t.qualifier_reached(),
    }
}

/// Where in its source a figure stands, without the source's title.
#[must_use]
pub fn place(data: &Dataset, locator: &Locator, t: &Texts) -> String {
    let section = data.region_by_id(&locator.section).map(|ix| region(data, ix, t));
    locator.words(section, t.lang())
}

/// A source's title and the place in it.
#[must_use]
pub fn source_and_place(data: &Dataset, locator: &Locator, t: &Texts) -> String {
    let title = data.source(locator.source).map_or("", |source| source.short.get(t.lang()));
    t.source_place(place(data, locator, t), title)
}

/// The place in a source, then the source's title, for narrow columns.
#[must_use]
pub fn place_and_source(data: &Dataset, locator: &Locator, t: &Texts) -> String {
    let title = data.source(locator.source).map_or("", |source| source.short.get(t.lang()));
    format!("{} · {title}", place(data, locator, t))
}

/// The source line under a figure: each source once, with its places as long as they are few.
#[must_use]
pub fn source_line(data: &Dataset, figures: &[ObservationIx], t: &Texts) -> String {
    const MOST_PLACES: usize = 5;
    let mut sources: Vec<(&Locator, Vec<String>)> = Vec::new();
    for figure in figures.iter().filter_map(|ix| data.observation(*ix)) {
        let at = place(data, &figure.locator, t);
        match sources.iter_mut().find(|(it, _)| it.source == figure.locator.source) {
            Some((_, places)) if !places.contains(&at) => places.push(at),
            Some(_) => {}
            None => sources.push((&figure.locator, vec![at])),
        }
    }
    let parts: Vec<String> = sources
        .into_iter()
        .map(|(locator, places)| {
            let title = data.source(locator.source).map_or("", |it| it.short.get(t.lang()));
            if places.len() > MOST_PLACES {
                title.to_owned()
            } else {
                t.source_place(places.join(t.list_mark()), title)
            }
        })
        .collect();
    t.source_line(parts.join(t.sentence_mark()))
}

/// What stands under the pointer on a figure: whose and what, value, the number as printed, source.
#[must_use]
pub fn hover(data: &Dataset, figure: &Observation, t: &Texts) -> String {
    let whose = t.named_value(region(data, figure.region, t), indicator(data, figure.indicator, t));
    let said = qualifier(figure.qualifier, t);
    let printed = if said.is_empty() {
        t.drawer_printed(figure.printed.as_str())
    } else {
        t.drawer_printed_qualified(figure.printed.as_str(), said)
    };
    let lines = [
        whose,
        value(data, figure, t),
        printed,
        period(data, figure.period, t).to_owned(),
        source_and_place(data, &figure.locator, t),
    ];
    lines.join("\n")
}

/// The short label of a verdict.
#[must_use]
pub fn verdict(data: &Dataset, verdict: &Verdict, a: RegionIx, b: RegionIx, t: &Texts) -> String {
    match verdict {
        Verdict::Comparable => t.verdict_comparable().to_owned(),
        Verdict::WithCare(_) => t.verdict_with_care().to_owned(),
        Verdict::OnlyA => t.verdict_only(short(data, a, t)),
        Verdict::OnlyB => t.verdict_only(short(data, b, t)),
        Verdict::Neither => t.verdict_neither().to_owned(),
    }
}

/// A reason for care as a sentence.
#[must_use]
pub fn care(data: &Dataset, reason: &CareReason, a: RegionIx, b: RegionIx, t: &Texts) -> String {
    let name = |side: &Side| match side {
        Side::A => short(data, a, t),
        Side::B => short(data, b, t),
    };
    match reason {
        CareReason::Related(text) => text.get(t.lang()).to_owned(),
        CareReason::Definition(side, text) => t.care_definition(name(side), text.get(t.lang())),
        CareReason::Periods(first, second) => t.care_periods(
            name(&Side::A),
            name(&Side::B),
            period(data, *first, t),
            period(data, *second, t),
        ),
        CareReason::Rounded(side) => t.care_rounded(name(side)),
        CareReason::Derived(side) => t.care_derived(name(side)),
        CareReason::PartAndWhole => t.care_part_and_whole().to_owned(),
    }
}

/// A whole that is smaller than its parts together, in words.
#[must_use]
pub fn excess(data: &Dataset, excess: &Excess, t: &Texts) -> String {
    let Some(figure) = data.observation(excess.whole) else { return String::new() };
    let unit = data.unit_of(figure.indicator);
    let sum = unit.map_or(String::new(), |it| number::with_unit(excess.sum, it, t.lang()));
    t.excess_one(
        excess.parts,
        indicator(data, figure.indicator, t),
        period(data, figure.period, t),
        region(data, figure.region, t),
        sum,
        value(data, figure, t),
    )
}

/// Notes on figures, each once, with the name of the city they belong to.
#[must_use]
pub fn figure_notes(data: &Dataset, figures: &[ObservationIx], t: &Texts) -> Vec<String> {
    let mut notes = Vec::new();
    for figure in figures.iter().filter_map(|ix| data.observation(*ix)) {
        for text in [&figure.care, &figure.note].into_iter().flatten() {
            let note = t.note_of(text.get(t.lang()), short(data, figure.region, t));
            if !notes.contains(&note) {
                notes.push(note);
            }
        }
    }
    notes
}

/// Words for a file name: ids with hyphens, joined by underscores.
#[must_use]
pub fn file_stem(data: &Dataset, parts: &[&str], t: &Texts) -> String {
    let of_name = data.id().rsplit('-').next();
    let of_name = of_name.filter(|it| it.chars().all(|c| c.is_ascii_digit()));
    let seen = data.seen_period().and_then(|it| data.period(it)).map(|it| it.id.as_str());
    let year = seen.or(of_name);
    let inside = (data.root() != data.top()).then(|| data.region(data.root()));
    let inside = inside.flatten().map(|it| it.id.as_str());
    let parts: Vec<String> = parts
        .iter()
        .copied()
        .chain(inside)
        .chain(year)
        .chain([t.lang().code()])
        .filter(|part| !part.is_empty())
        .map(|part| part.replace('_', "-"))
        .collect();
    parts.join("_")
}
