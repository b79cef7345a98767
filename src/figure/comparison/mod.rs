//! Comparison: two cities side by side, one row an indicator, a verdict and its reason on each.

mod draw;

pub use draw::{chip, draw, title};

use super::{
    Body, Content, FigureKind, LegendEntry, Provenance, Swatch, Unavailable, takeaway, words,
};
use crate::{
    analysis::{self, ComparisonRow, Verdict},
    i18n::Texts,
    model::{Dataset, Observation, ObservationIx, RegionIx},
};

/// How a verdict is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Comparable.
    Good,
    /// With care.
    Care,
    /// Only one side.
    Plain,
}

/// One city's side of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The figure; `None` means not reported.
    pub figure: Option<ObservationIx>,
    /// Value or "not reported".
    pub text: String,
    /// The indicator's name, where it differs from the row's.
    pub own_indicator: String,
    /// What stands under the pointer.
    pub hover: String,
    /// The bar's length as a fraction of the row's larger value; only where both have one.
    pub fraction: Option<f32>,
}

/// One indicator, or two related ones.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The indicator's name.
    pub name: String,
    /// Period, where it is not the data set's usual one.
    pub period: String,
    /// The first city.
    pub a: Cell,
    /// The second city.
    pub b: Cell,
    /// The verdict's label.
    pub verdict: String,
    /// Its colour.
    pub tone: Tone,
    /// Why care is needed.
    pub reasons: Vec<String>,
    /// What a screen reader says.
    pub spoken: String,
}

/// The marks of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonBody {
    /// The first city.
    pub a: RegionIx,
    /// The second city.
    pub b: RegionIx,
    /// The first city's name.
    pub a_name: String,
    /// The second city's name.
    pub b_name: String,
    /// The word between the two names.
    pub and: String,
    /// Headings: indicator, comparability.
    pub headings: [String; 2],
    /// The rows, the comparable first.
    pub rows: Vec<PairRow>,
}

/// What a comparison of two regions shows.
///
/// # Errors
/// When not exactly two different regions are given.
pub fn content(data: &Dataset, regions: &[RegionIx], t: &Texts) -> Result<Content, Unavailable> {
    let [a, b] = regions else {
        return Err(Unavailable(t.why_two_cities().to_owned()));
    };
    if a == b {
        return Err(Unavailable(t.why_two_cities().to_owned()));
    }
    let comparison = analysis::compare(data, *a, *b);
    let rows: Vec<PairRow> =
        comparison.rows.iter().map(|row| pair(data, row, (*a, *b), t)).collect();
    let shown: Vec<ObservationIx> =
        comparison.rows.iter().flat_map(|row| [row.a, row.b]).flatten().collect();
    let summary = words::comparison_summary(data, &comparison, t);
    let body = ComparisonBody {
        a: *a,
        b: *b,
        a_name: words::region(data, *a, t).to_owned(),
        b_name: words::region(data, *b, t).to_owned(),
        and: t.versus_mark().to_owned(),
        headings: [t.heading_indicator().to_owned(), t.heading_verdict().to_owned()],
        rows,
    };
    let id = |ix: &RegionIx| data.region(*ix).map_or("", |region| region.id.as_str());
    let pairs = body.rows.iter().filter(|row| row.a.figure.is_some() && row.b.figure.is_some());
    let spoken: Vec<&str> = pairs.map(|row| row.spoken.as_str()).collect();
    let takeaway = takeaway::comparison(data, &body, &comparison, t);
    Ok(Content {
        kind: FigureKind::Comparison,
        lang: t.lang(),
        title: t.comparison_title(body.a_name.clone(), body.b_name.clone()),
        subtitle: summary,
        legend: vec![
            LegendEntry::new(Swatch::CityA, t.legend_city_a(body.a_name.clone())),
            LegendEntry::new(Swatch::CityB, t.legend_city_b(body.b_name.clone())),
            LegendEntry::new(Swatch::Hatched, t.legend_with_care()),
        ],
        notes: notes(data, &shown, &body, t),
        source: words::source_line(data, &shown, t),
        alt: takeaway::sentences(&[takeaway.as_str(), &spoken.join(t.sentence_gap())], t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &["comparison", &format!("{}-{}", id(a), id(b))], t),
        body: Body::Comparison(body),
    })
}

/// Notes on the figures shown, without what the rows say already.
fn notes(data: &Dataset, shown: &[ObservationIx], body: &ComparisonBody, t: &Texts) -> Vec<String> {
    let said: Vec<&String> = body.rows.iter().flat_map(|row| &row.reasons).collect();
    let mut notes = words::figure_notes(data, shown, t);
    notes.retain(|note| !said.contains(&note));
    notes
}

fn pair(data: &Dataset, row: &ComparisonRow, (a, b): (RegionIx, RegionIx), t: &Texts) -> PairRow {
    let figures = [row.a, row.b].map(|ix| ix.and_then(|ix| data.observation(ix)));
    let numbers = figures.map(|figure| figure.and_then(Observation::number));
    let is_same_measure = data.is_same_measure(row.indicator_a, row.indicator_b);
    let fractions = match numbers {
        [Some(first), Some(second)] if is_same_measure && first.max(second) > 0.0 => {
            let largest = first.max(second);
            [Some((first / largest) as f32), Some((second / largest) as f32)]
        }
        _ => [None, None],
    };
    let cell = |ix: Option<ObservationIx>, figure: Option<&Observation>, fraction| Cell {
        figure: ix,
        hover: figure.map_or(String::new(), |figure| words::hover(data, figure, t)),
        text: figure
            .map_or_else(|| t.not_reported().to_owned(), |figure| words::value(data, figure, t)),
        own_indicator: figure
            .filter(|figure| figure.indicator != row.indicator_a)
            .map_or(String::new(), |it| words::indicator(data, it.indicator, t).to_owned()),
        fraction,
    };
    let [figure_a, figure_b] = figures;
    let [fraction_a, fraction_b] = fractions;
    let name = words::indicator(data, row.indicator_a, t).to_owned();
    // Facts have no more or less: that both report one is all a verdict can say.
    let verdict = if row.verdict == Verdict::Comparable && row.is_fact(data) {
        t.verdict_both_report().to_owned()
    } else {
        words::verdict(data, &row.verdict, a, b, t)
    };
    let reasons: Vec<String> = match &row.verdict {
        Verdict::WithCare(reasons) => {
            reasons.iter().map(|reason| words::care(data, reason, a, b, t)).collect()
        }
        _ => Vec::new(),
    };
    let cells = [cell(row.a, figure_a, fraction_a), cell(row.b, figure_b, fraction_b)];
    let [a_cell, b_cell] = cells;
    let period =
        figure_a.or(figure_b).map_or("", |it| words::period(data, it.period, t)).to_owned();
    let spoken = t.spoken_pair(
        a_cell.text.clone(),
        words::short(data, a, t),
        b_cell.text.clone(),
        words::short(data, b, t),
        name.clone(),
        verdict.clone(),
    );
    PairRow {
        name,
        period,
        a: a_cell,
        b: b_cell,
        verdict,
        tone: match row.verdict {
            Verdict::Comparable => Tone::Good,
            Verdict::WithCare(_) => Tone::Care,
            _ => Tone::Plain,
        },
        reasons,
        spoken,
    }
}
