//! Ranking: one indicator across the cities, related figures apart, the rest named.

mod draw;
mod excerpt;

pub use draw::{draw, lit};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Provenance, Swatch, Unavailable, change,
    chips::{Chip, Chips},
    takeaway, words,
};
use crate::{
    analysis::{self, RankedFigure, Ranking, RelatedFigure},
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, Observation, ObservationIx, PeriodIx, RegionIx, UnitKind},
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

/// Figures that a long ranking tells of in one line.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// The row before which the line stands.
    pub before: usize,
    /// How many they are and what they reach from and to.
    pub text: String,
    /// The figures.
    pub figures: Vec<(ObservationIx, Option<f64>)>,
}

/// The marks of a ranking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RankingBody {
    /// Cities with a number.
    pub rows: Vec<BarRow>,
    /// Those between them that are not drawn.
    pub left_out: Vec<LeftOut>,
    /// The cities with the largest value, where they are few.
    pub leaders: Vec<RegionIx>,
    /// Cities with a fact in words.
    pub facts: Vec<BarRow>,
    /// Those of them that are not drawn.
    pub facts_left_out: Vec<LeftOut>,
    /// Heading over the related figures.
    pub related_heading: String,
    /// Figures of related indicators.
    pub related: Vec<BarRow>,
    /// Those of them that are not drawn.
    pub related_left_out: Vec<LeftOut>,
    /// Heading over the cities that do not report it.
    pub missing_heading: String,
    /// The cities that do not report it.
    pub missing: Chips,
    /// The province's value as a line, where it means something.
    pub reference: Option<f64>,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
}

impl RankingBody {
    fn largest(&self) -> f64 {
        let values = self.rows.iter().chain(&self.related).filter_map(|row| row.value);
        let others = self.left_out.iter().chain(&self.related_left_out).flat_map(|it| &it.figures);
        let others = others.filter_map(|(_, value)| *value);
        values.chain(others).chain(self.reference).fold(0.0, f64::max)
    }

    /// How many cities have a number.
    #[must_use]
    pub fn number_count(&self) -> usize {
        self.rows.len() + self.left_out.iter().map(|it| it.figures.len()).sum::<usize>()
    }

    /// How many cities report the indicator, in numbers or in words.
    #[must_use]
    pub fn reporting_count(&self) -> usize {
        let facts = self.facts_left_out.iter().map(|it| it.figures.len()).sum::<usize>();
        self.number_count() + self.facts.len() + facts
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
    content_of(data, &ranking, &spec.regions, t)
}

/// What `ranking` shows; of a long one the rows of `chosen` regions are always drawn.
///
/// # Errors
/// As [`content`].
pub fn content_of(
    data: &Dataset,
    ranking: &Ranking,
    chosen: &[RegionIx],
    t: &Texts,
) -> Result<Content, Unavailable> {
    let indicator = ranking.indicator;
    let reporting = ranking.figures.len() + ranking.facts.len();
    if reporting == 0 {
        return Err(unavailable(data, indicator, ranking, t));
    }
    let body = body(data, ranking, chosen, t);
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

/// Makes the rows of a ranking.
struct Maker<'a> {
    data: &'a Dataset,
    ranking: &'a Ranking,
    /// The periods for which anybody reports the indicator.
    periods: Vec<PeriodIx>,
    t: &'a Texts,
}

fn body(data: &Dataset, ranking: &Ranking, chosen: &[RegionIx], t: &Texts) -> RankingBody {
    let make = Maker { data, ranking, periods: data.periods_of(ranking.indicator), t };
    let leaders: Vec<RegionIx> = leaders(ranking);
    let figures = &ranking.figures;
    let is_wanted = |region: RegionIx| chosen.contains(&region) || leaders.contains(&region);
    let (rows, left_out) = drawn(
        figures,
        |ranked| is_wanted(ranked.region),
        |ranked| make.bar(ranked),
        |some| make.left_out(some.iter().map(|it| (it.figure, Some(it.value)))),
    );
    let (facts, facts_left_out) = drawn(
        &ranking.facts,
        |(region, _)| chosen.contains(region),
        |(region, ix)| make.fact(*region, *ix),
        |some| make.left_out(some.iter().map(|(_, ix)| (*ix, None))),
    );
    let value = |it: &RelatedFigure| it.value.filter(|_| !ranking.is_per_residents);
    let (related, related_left_out) = drawn(
        &ranking.related,
        |it| chosen.contains(&it.region),
        |it| make.related(it, value(it)),
        |some| make.left_out(some.iter().map(|it| (it.figure, value(it)))),
    );
    let missing = |region: &RegionIx| Chip {
        spoken: t.spoken_fact(words::region(data, *region, t), t.not_reported()),
        ..Chip::named(data, *region, t)
    };
    RankingBody {
        rows,
        left_out,
        leaders,
        facts,
        facts_left_out,
        related_heading: t.related_heading().to_owned(),
        related,
        related_left_out,
        missing_heading: t.missing_heading(ranking.not_reported.len(), words::level(data)),
        missing: Chips::new(&ranking.not_reported, |it| *it, missing, t),
        reference: ranking.reference,
        is_per_residents: ranking.is_per_residents,
    }
}

/// The cities with the largest value; none where they are many.
fn leaders(ranking: &Ranking) -> Vec<RegionIx> {
    const MOST_LEADERS: usize = 5;
    let most = ranking.figures.iter().map(|it| it.value).fold(f64::MIN, f64::max);
    // Equal up to rounding is equal: nobody leads by less than can be shown.
    let leaders = ranking.figures.iter().filter(|it| (it.value - most).abs() < f64::EPSILON);
    let leaders: Vec<RegionIx> = leaders.map(|it| it.region).collect();
    let is_long = ranking.figures.len() > excerpt::MOST_ROWS;
    if is_long && leaders.len() > MOST_LEADERS { Vec::new() } else { leaders }
}

/// The rows of those of `all` that are drawn, and what is told of the others.
fn drawn<T>(
    all: &[T],
    is_wanted: impl Fn(&T) -> bool,
    row: impl Fn(&T) -> Option<BarRow>,
    left_out: impl Fn(&[T]) -> LeftOut,
) -> (Vec<BarRow>, Vec<LeftOut>) {
    let (mut rows, mut others) = (Vec::new(), Vec::new());
    for run in excerpt::runs(all.len(), |at| all.get(at).is_some_and(&is_wanted)) {
        let some = all.get(run.places).unwrap_or_default();
        if run.is_drawn {
            rows.extend(some.iter().filter_map(&row));
        } else {
            others.push(LeftOut { before: rows.len(), ..left_out(some) });
        }
    }
    (rows, others)
}

impl Maker<'_> {
    /// How a value of the ranking is shown.
    fn shown(&self, figure: &Observation, value: f64) -> String {
        if self.ranking.is_per_residents {
            words::per_residents_of(figure, value, self.t)
        } else {
            words::value(self.data, figure, self.t)
        }
    }

    fn bar(&self, ranked: &RankedFigure) -> Option<BarRow> {
        let Self { data, ranking, t, .. } = *self;
        let figure = data.observation(ranked.figure)?;
        let value_text = self.shown(figure, ranked.value);
        let name = words::region(data, ranked.region, t);
        let change = change::short(data, ranked.region, ranking.indicator, &self.periods, t);
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
            spoken: match ranking.figures.len() {
                1 => t.spoken_bar_alone(name, said),
                reporting => t.spoken_bar(name, ranked.rank, reporting, said),
            },
            value_text,
            detail: if ranking.is_per_residents { words::value(data, figure, t) } else { change },
        })
    }

    fn fact(&self, region: RegionIx, ix: ObservationIx) -> Option<BarRow> {
        let Self { data, t, .. } = *self;
        let figure = data.observation(ix)?;
        let value_text = words::value(data, figure, t);
        let name = words::region(data, region, t);
        Some(BarRow {
            region,
            figure: ix,
            label: words::short(data, region, t).to_owned(),
            value: None,
            hover: words::hover(data, figure, t),
            spoken: t.spoken_fact(name, value_text.clone()),
            value_text,
            detail: String::new(),
        })
    }

    fn related(&self, related: &RelatedFigure, value: Option<f64>) -> Option<BarRow> {
        let Self { data, t, .. } = *self;
        let figure = data.observation(related.figure)?;
        let value_text = words::value(data, figure, t);
        let name = words::region(data, related.region, t);
        let detail = words::indicator(data, related.indicator, t).to_owned();
        Some(BarRow {
            region: related.region,
            figure: related.figure,
            label: words::short(data, related.region, t).to_owned(),
            value,
            hover: words::hover(data, figure, t),
            spoken: t.spoken_related(detail.clone(), name, value_text.clone()),
            value_text,
            detail,
        })
    }

    /// What is told of figures that are not drawn.
    fn left_out(&self, figures: impl Iterator<Item = (ObservationIx, Option<f64>)>) -> LeftOut {
        let figures: Vec<(ObservationIx, Option<f64>)> = figures.collect();
        let numbers = || figures.iter().filter_map(|(ix, value)| Some((*ix, (*value)?)));
        let shown = |it: Option<(ObservationIx, f64)>| {
            let (ix, value) = it?;
            Some(self.shown(self.data.observation(ix)?, value))
        };
        let least = shown(numbers().min_by(|a, b| a.1.total_cmp(&b.1)));
        let most = shown(numbers().max_by(|a, b| a.1.total_cmp(&b.1)));
        let text = match (least, most) {
            (Some(least), Some(most)) => self.t.left_out_values(figures.len(), least, most),
            _ => self.t.more_names(figures.len()),
        };
        LeftOut { before: 0, text, figures }
    }
}

fn alt(takeaway: &str, body: &RankingBody, level: &'static str, t: &Texts) -> String {
    let pair = |row: &BarRow| t.alt_pair(row.label.clone(), row.value_text.clone());
    // Facts are words, so a colon sets them off.
    let fact = |row: &BarRow| t.named_value(row.label.clone(), row.value_text.clone());
    let facts = body.facts.iter().map(fact);
    let values: Vec<String> = body.rows.iter().map(pair).chain(facts).collect();
    // The takeaway names a single value already.
    let others = body.left_out.iter().chain(&body.facts_left_out).map(|it| it.text.clone());
    let values: Vec<String> = values.into_iter().chain(others).collect();
    let values = if body.rows.len() == 1 { &[] } else { values.as_slice() };
    let missing = if body.missing.is_empty() {
        String::new()
    } else {
        t.alt_missing(body.missing.count(), level, body.missing.listed(t))
    };
    let related: Vec<String> = body.related.iter().map(|row| row.spoken.clone()).collect();
    let related = takeaway::listed(&related, t);
    takeaway::sentences(&[takeaway, &takeaway::listed(values, t), &missing, &related], t)
}
