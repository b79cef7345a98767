//! Ranking: one indicator across the cities, related figures apart, the rest named.

mod draw;

pub use draw::{draw, lit};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Provenance, Swatch, Unavailable, change,
    takeaway, words,
};
use crate::{
    analysis::{self, Ranking},
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, ObservationIx, RegionIx, UnitKind},
};

/// One bar with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Whose it is.
    pub region: RegionIx,
    /// The figure.
    pub figure: ObservationIx,
    /// The city's short name.
    pub label: String,
    /// The number behind the bar; `None` where it has another unit and stands in words only.
    pub value: Option<f64>,
    /// The value as shown.
    pub value_text: String,
    /// What to know beside the value.
    pub detail: String,
    /// What a screen reader says.
    pub spoken: String,
    /// What stands under the pointer.
    pub hover: String,
}

/// The marks of a ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankingBody {
    /// Cities with a number.
    pub rows: Vec<BarRow>,
    /// Cities with a fact in words.
    pub facts: Vec<BarRow>,
    /// Heading over the related figures.
    pub related_heading: String,
    /// Figures of related indicators.
    pub related: Vec<BarRow>,
    /// Heading over the cities that do not report it.
    pub missing_heading: String,
    /// The cities that do not report it.
    pub missing: Vec<(RegionIx, String)>,
    /// What a screen reader says of each of them.
    pub missing_spoken: Vec<String>,
    /// The province's value as a line, where it means something.
    pub reference: Option<f64>,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
}

impl RankingBody {
    fn largest(&self) -> f64 {
        let values = self.rows.iter().chain(&self.related).filter_map(|row| row.value);
        values.chain(self.reference).fold(0.0, f64::max)
    }
}

/// What a ranking of `indicator` shows.
///
/// # Errors
/// When no city reports the indicator, saying which related ones could be shown.
pub fn content(
    data: &Dataset,
    indicator: IndicatorIx,
    spec: &FigureSpec,
    t: &Texts,
) -> Result<Content, Unavailable> {
    let ranking = analysis::ranking(data, indicator, spec.order, spec.is_per_residents);
    content_of(data, &ranking, t)
}

/// What `ranking` shows.
///
/// # Errors
/// As [`content`].
pub fn content_of(data: &Dataset, ranking: &Ranking, t: &Texts) -> Result<Content, Unavailable> {
    let indicator = ranking.indicator;
    let reporting = ranking.figures.len() + ranking.facts.len();
    if reporting == 0 {
        return Err(unavailable(data, indicator, ranking, t));
    }
    let body = body(data, ranking, t);
    let total = data.cities().len();
    let shown: Vec<ObservationIx> = ranking
        .figures
        .iter()
        .map(|figure| figure.figure)
        .chain(ranking.facts.iter().map(|(_, ix)| *ix))
        .chain(ranking.related.iter().map(|related| related.figure))
        .chain(ranking.whole.filter(|_| ranking.reference.is_some()))
        .collect();
    let title = words::indicator(data, indicator, t).to_owned();
    let takeaway = takeaway::ranking(&title, &body, (total, words::level(data)), t);
    let mut notes: Vec<String> = Vec::new();
    for related in &ranking.related {
        let other = words::indicator(data, related.indicator, t);
        let note = t.named_value(other, related.reason.get(t.lang()));
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    for note in words::figure_notes(data, &shown, t) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let id = data.indicator(indicator).map_or("", |it| it.id.as_str());
    Ok(Content {
        kind: FigureKind::Ranking,
        lang: t.lang(),
        subtitle: subtitle(data, ranking, t),
        legend: legend(data, ranking, t),
        notes,
        source: words::source_line(data, &shown, t),
        alt: alt(&takeaway, &body, words::level(data), t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &[id, "ranking"], t),
        body: Body::Ranking(body),
        title,
    })
}

fn unavailable(
    data: &Dataset,
    indicator: IndicatorIx,
    ranking: &Ranking,
    t: &Texts,
) -> Unavailable {
    let name = words::indicator(data, indicator, t);
    let mut related: Vec<&str> =
        ranking.related.iter().map(|it| words::indicator(data, it.indicator, t)).collect();
    related.dedup();
    Unavailable(if related.is_empty() {
        t.why_no_city(name)
    } else {
        t.why_no_city_related(name, related.join(t.list_mark()))
    })
}

fn subtitle(data: &Dataset, ranking: &Ranking, t: &Texts) -> String {
    let first = ranking.figures.first().map(|figure| figure.figure);
    let first = first.or_else(|| ranking.facts.first().map(|(_, ix)| *ix));
    let figure = first.and_then(|ix| data.observation(ix));
    let period = figure.map_or("", |figure| words::period(data, figure.period, t));
    let unit = data
        .unit_of(ranking.indicator)
        .filter(|unit| unit.kind != UnitKind::Percent)
        .map_or(String::new(), |unit| unit.word(2.0, t.lang()).to_owned());
    let unit = if ranking.is_per_residents { t.per_10k_residents(unit) } else { unit };
    let reporting = ranking.figures.len() + ranking.facts.len();
    let coverage = t.coverage_of(words::level(data), reporting, data.cities().len());
    [unit.as_str(), period, coverage.as_str()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn legend(data: &Dataset, ranking: &Ranking, t: &Texts) -> Vec<LegendEntry> {
    let mut entries = Vec::new();
    if !ranking.figures.is_empty() {
        entries.push(LegendEntry::new(Swatch::Value, t.legend_reported()));
    }
    if ranking.related.iter().any(|related| related.value.is_some()) && !ranking.is_per_residents {
        entries.push(LegendEntry::new(Swatch::Hatched, t.legend_related()));
    }
    if let Some(reference) = ranking.reference {
        let name = words::short(data, data.root(), t);
        let kind = words::unit_kind(data, ranking.indicator);
        let value = match kind {
            UnitKind::Percent => format!("{}%", number::plain(reference, kind, t.lang())),
            _ => words::per_residents(reference, t),
        };
        entries.push(LegendEntry::new(Swatch::Line, t.legend_reference(name, value)));
    }
    entries
}

fn body(data: &Dataset, ranking: &Ranking, t: &Texts) -> RankingBody {
    let reporting = ranking.figures.len();
    let periods = data.periods_of(ranking.indicator);
    let rows = ranking.figures.iter().filter_map(|ranked| {
        let figure = data.observation(ranked.figure)?;
        let full = words::value(data, figure, t);
        let value_text = if ranking.is_per_residents {
            let scaled = words::per_residents(ranked.value, t);
            format!("{}{scaled}", number::sign(figure.qualifier))
        } else {
            full.clone()
        };
        let name = words::region(data, ranked.region, t);
        let change = change::short(data, ranked.region, ranking.indicator, &periods, t);
        let said = if change.is_empty() || ranking.is_per_residents {
            value_text.clone()
        } else {
            format!("{value_text}{}{change}", t.sentence_mark())
        };
        Some(BarRow {
            region: ranked.region,
            figure: ranked.figure,
            label: words::short(data, ranked.region, t).to_owned(),
            value: Some(ranked.value),
            hover: words::hover(data, figure, t),
            spoken: if reporting == 1 {
                t.spoken_bar_alone(name, said)
            } else {
                t.spoken_bar(name, ranked.rank, reporting, said)
            },
            value_text,
            detail: if ranking.is_per_residents { full } else { change },
        })
    });
    let facts = ranking.facts.iter().filter_map(|(region, ix)| {
        let figure = data.observation(*ix)?;
        let value_text = words::value(data, figure, t);
        let name = words::region(data, *region, t);
        Some(BarRow {
            region: *region,
            figure: *ix,
            label: words::short(data, *region, t).to_owned(),
            value: None,
            hover: words::hover(data, figure, t),
            spoken: t.spoken_fact(name, value_text.clone()),
            value_text,
            detail: String::new(),
        })
    });
    let related = ranking.related.iter().filter_map(|related| {
        let figure = data.observation(related.figure)?;
        let value_text = words::value(data, figure, t);
        let name = words::region(data, related.region, t);
        let detail = words::indicator(data, related.indicator, t).to_owned();
        Some(BarRow {
            region: related.region,
            figure: related.figure,
            label: words::short(data, related.region, t).to_owned(),
            value: related.value.filter(|_| !ranking.is_per_residents),
            hover: words::hover(data, figure, t),
            spoken: t.spoken_related(detail.clone(), name, value_text.clone()),
            value_text,
            detail,
        })
    });
    RankingBody {
        rows: rows.collect(),
        facts: facts.collect(),
        related_heading: t.related_heading().to_owned(),
        related: related.collect(),
        missing_heading: t.missing_heading(ranking.not_reported.len(), words::level(data)),
        missing: ranking
            .not_reported
            .iter()
            .map(|ix| (*ix, words::short(data, *ix, t).to_owned()))
            .collect(),
        missing_spoken: ranking
            .not_reported
            .iter()
            .map(|ix| t.spoken_fact(words::region(data, *ix, t), t.not_reported()))
            .collect(),
        reference: ranking.reference,
        is_per_residents: ranking.is_per_residents,
    }
}

fn alt(takeaway: &str, body: &RankingBody, level: &'static str, t: &Texts) -> String {
    let pair = |row: &BarRow| t.alt_pair(row.label.clone(), row.value_text.clone());
    // Facts are words, so a colon sets them off.
    let fact = |row: &BarRow| t.named_value(row.label.clone(), row.value_text.clone());
    let facts = body.facts.iter().map(fact);
    let values: Vec<String> = body.rows.iter().map(pair).chain(facts).collect();
    // The takeaway names a single value already.
    let values = if body.rows.len() == 1 { &[] } else { values.as_slice() };
    let missing = if body.missing.is_empty() {
        String::new()
    } else {
        let names: Vec<&str> = body.missing.iter().map(|(_, name)| name.as_str()).collect();
        t.alt_missing(body.missing.len(), level, names.join(t.list_mark()))
    };
    let related: Vec<String> = body.related.iter().map(|row| row.spoken.clone()).collect();
    let related = takeaway::listed(&related, t);
    takeaway::sentences(&[takeaway, &takeaway::listed(values, t), &missing, &related], t)
}
