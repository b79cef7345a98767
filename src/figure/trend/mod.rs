//! One indicator over time: lines on common axes, or a small chart for each city.

mod draw;
mod marks;
mod multiples;

pub use draw::{GROWING_ROWS, draw};
pub use multiples::draw as draw_multiples;

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Provenance, Swatch, Unavailable,
    chips::Chips, scatter::Span, takeaway, words,
};
use crate::{
    analysis::{self, Trend, TrendLine, TrendPoint},
    i18n::{Texts, axis::AxisScale, number},
    model::{Dataset, IndicatorIx, Lang, ObservationIx, PeriodIx, RegionIx},
};

/// The most lines of a picture besides those of chosen regions; more are told in the table alone.
pub const MOST_LINES: usize = 60;

/// A period on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodTick {
    /// Its name.
    pub name: String,
    /// Where it stands, from `0.0` at the first to `1.0` at the last.
    pub fraction: f64,
}

/// A point with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct PointMark {
    /// The point.
    pub point: TrendPoint,
    /// The value as shown.
    pub shown: String,
    /// What a screen reader says.
    pub spoken: String,
    /// What stands under the pointer.
    pub hover: String,
    /// Whether its source rounded it.
    pub is_rounded: bool,
}

/// A region's line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineMark {
    /// Whose it is.
    pub region: RegionIx,
    /// Its short name.
    pub label: String,
    /// Its points, the earliest first.
    pub points: Vec<PointMark>,
}

/// The marks of one indicator over time.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendBody {
    /// The language of its words.
    pub lang: Lang,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The periods, the earliest first.
    pub periods: Vec<PeriodTick>,
    /// What the axis reaches from and to.
    pub span: Span,
    /// How its numbers are written.
    pub scale: AxisScale,
    /// The unit beside the axis.
    pub unit: String,
    /// The line of the whole, where it may stand beside its parts.
    pub whole: Option<LineMark>,
    /// The cities' lines.
    pub lines: Vec<LineMark>,
    /// The cities without a number for any period.
    pub missing: Chips,
    /// The heading over them.
    pub missing_heading: String,
    /// The chosen regions, A and B.
    pub chosen: [Option<RegionIx>; 2],
    /// Column and row of each city, in the tile grid if there is one.
    pub places: Vec<(RegionIx, u16, u16)>,
}

impl TrendBody {
    /// Whether a line is drawn strongly: that of the whole or of a chosen region.
    #[must_use]
    pub fn is_strong(&self, region: RegionIx) -> bool {
        self.chosen.contains(&Some(region))
            || self.whole.as_ref().is_some_and(|it| it.region == region)
    }

    /// The names of the first and the last period.
    fn ends(&self) -> [&str; 2] {
        [self.periods.first(), self.periods.last()].map(|it| it.map_or("", |it| it.name.as_str()))
    }

    /// How many rows the small charts stand in.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.places.iter().map(|(.., row)| usize::from(*row) + 1).max().unwrap_or(0)
    }

    /// The lines that a picture draws: the whole's, those of chosen regions, and as many others as
    /// stay legible, the highest in the end first.
    #[must_use]
    pub fn shown(&self) -> Vec<&LineMark> {
        let last = |line: &LineMark| line.points.last().map_or(f64::MIN, |it| it.point.value);
        let mut lines: Vec<&LineMark> = self.lines.iter().collect();
        lines.sort_by(|a, b| {
            let key = |it: &LineMark| !self.is_strong(it.region);
            key(a).cmp(&key(b)).then(last(b).total_cmp(&last(a)))
        });
        self.whole.iter().chain(lines.into_iter().take(MOST_LINES)).collect()
    }
}

/// What `indicator` over time shows.
///
/// # Errors
/// When no region in sight has numbers for more than one period.
pub fn content(
    data: &Dataset,
    indicator: IndicatorIx,
    spec: &FigureSpec,
    t: &Texts,
) -> Result<Content, Unavailable> {
    let name = words::indicator(data, indicator, t);
    if !data.has_series() {
        return Err(Unavailable(t.why_one_period().to_owned()));
    }
    let trend = analysis::trend(data, indicator);
    if !trend.all().any(|it| it.points.len() > 1) {
        return Err(Unavailable(t.why_no_line(name)));
    }
    let body = body(data, &trend, spec, t);
    let shown: Vec<ObservationIx> =
        trend.all().flat_map(|it| &it.points).map(|it| it.figure).collect();
    let id = data.indicator(indicator).map_or("", |it| it.id.as_str());
    let takeaway = takeaway(data, &body, &trend, t);
    let title = name.to_owned();
    Ok(Content {
        kind: spec.kind,
        lang: t.lang(),
        subtitle: subtitle(data, &body, &trend, t),
        legend: legend(data, &body, t),
        notes: notes(data, &body, &trend, spec.kind, t),
        source: words::source_line(data, &shown, t),
        alt: alt(&takeaway, &body, words::level(data), t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(&data.unseen(), &[id, spec.kind.id()], t),
        body: if spec.kind == FigureKind::Multiples {
            Body::Multiples(Box::new(body))
        } else {
            Body::Trend(Box::new(body))
        },
        title,
    })
}

fn body(data: &Dataset, trend: &Trend, spec: &FigureSpec, t: &Texts) -> TrendBody {
    let times: Vec<f64> = trend.periods.iter().map(|it| data.time_of(*it)).collect();
    let first = times.first().copied().unwrap_or_default();
    let length = times.last().map_or(1.0, |it| it - first);
    let tick = |(period, time): (&PeriodIx, &f64)| PeriodTick {
        name: words::period(data, *period, t).to_owned(),
        fraction: if length > 0.0 { (time - first) / length } else { 0.5 },
    };
    let values = || trend.all().flat_map(|it| &it.points).map(|it| it.value);
    let largest = values().map(f64::abs).fold(0.0, f64::max);
    let kind = words::unit_kind(data, trend.indicator);
    let scale = AxisScale::of(largest, kind, t.lang());
    let chosen = |at: usize| spec.regions.get(at).copied();
    let values: Vec<f64> = values().collect();
    TrendBody {
        lang: t.lang(),
        indicator: trend.indicator,
        periods: trend.periods.iter().zip(&times).map(tick).collect(),
        span: Span::of(values.iter().copied()),
        unit: data.unit_of(trend.indicator).map_or(String::new(), |it| scale.unit(it)),
        scale,
        whole: trend.whole.as_ref().map(|it| line(data, it, t)),
        lines: trend.lines.iter().map(|it| line(data, it, t)).collect(),
        missing: Chips::of_regions(data, &trend.missing, t),
        missing_heading: t.trend_missing(trend.missing.len(), words::level(data)),
        chosen: [chosen(0), chosen(1)],
        places: multiples::places(data),
    }
}

fn line(data: &Dataset, line: &TrendLine, t: &Texts) -> LineMark {
    let name = words::region(data, line.region, t);
    let point = |point: &TrendPoint| {
        let figure = data.observation(point.figure)?;
        let shown = words::value(data, figure, t);
        let period = words::period(data, figure.period, t);
        Some(PointMark {
            point: *point,
            spoken: t.trend_spoken(period, name, shown.as_str()),
            hover: words::hover(data, figure, t),
            is_rounded: figure.qualifier.is_rounded(),
            shown,
        })
    };
    LineMark {
        region: line.region,
        label: words::short(data, line.region, t).to_owned(),
        points: line.points.iter().filter_map(point).collect(),
    }
}

fn subtitle(data: &Dataset, body: &TrendBody, trend: &Trend, t: &Texts) -> String {
    let [first, last] = body.ends();
    let range = format!("{first} – {last}");
    let coverage = t.trend_coverage(words::level(data), trend.several(), data.cities().len());
    let parts = [body.unit.as_str(), range.as_str(), coverage.as_str()];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn legend(data: &Dataset, body: &TrendBody, t: &Texts) -> Vec<LegendEntry> {
    let mut entries = Vec::new();
    let name = |it: RegionIx| words::short(data, it, t).to_owned();
    let has_line = |it: &RegionIx| body.lines.iter().any(|line| line.region == *it);
    let [a, b] = body.chosen.map(|it| it.filter(has_line));
    entries.extend(a.map(|it| LegendEntry::new(Swatch::CityA, t.legend_city_a(name(it)))));
    entries.extend(b.map(|it| LegendEntry::new(Swatch::CityB, t.legend_city_b(name(it)))));
    if let Some(whole) = &body.whole {
        entries.push(LegendEntry::new(Swatch::Line, whole.label.clone()));
    }
    if body.lines.iter().any(|it| !body.is_strong(it.region)) {
        entries.push(LegendEntry::new(Swatch::Value, t.legend_trend_others(words::level(data))));
    }
    let points = || body.whole.iter().chain(&body.lines).flat_map(|it| &it.points);
    if points().any(|it| it.point.is_changed) {
        entries.push(LegendEntry::new(Swatch::Words, t.legend_trend_break()));
    }
    if points().any(|it| it.is_rounded) {
        entries.push(LegendEntry::new(Swatch::Ring, t.legend_trend_rounded()));
    }
    entries
}

fn notes(
    data: &Dataset,
    body: &TrendBody,
    trend: &Trend,
    kind: FigureKind,
    t: &Texts,
) -> Vec<String> {
    let mut notes = Vec::new();
    if kind == FigureKind::Multiples {
        let unit = data.unit_of(trend.indicator);
        let values = trend.all().flat_map(|it| &it.points).map(|it| it.value);
        let most = values.fold(f64::MIN, f64::max);
        let ends = [(body.span.low * 100.0).round() / 100.0, most]
            .map(|it| unit.map_or(String::new(), |unit| number::with_unit(it, unit, t.lang())));
        let ([low, high], [first, last]) = (ends, body.ends());
        notes.push(t.trend_scale(first, high, last, low));
    }
    for point in trend.all().flat_map(|it| &it.points).filter(|it| it.is_changed) {
        let Some(figure) = data.observation(point.figure) else { continue };
        let text = figure.care.as_ref().or(figure.note.as_ref());
        let Some(text) = text else { continue };
        let (region, period) =
            (words::short(data, figure.region, t), words::period(data, figure.period, t));
        notes.push(t.trend_break(period, region, text.get(t.lang())));
    }
    let unreported = unreported(data, trend, t);
    if !unreported.is_empty() {
        notes.push(t.trend_unreported(unreported.join(t.list_mark())));
    }
    let has_gap = |line: &TrendLine| line.points.iter().skip(1).any(|it| !it.is_joined);
    if trend.all().any(has_gap) {
        notes.push(t.trend_gap().to_owned());
    }
    let more = body.lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        notes.push(t.trend_more(more, words::level(data)));
    }
    notes
}

/// Periods between the first and the last for which nobody in sight reports a number.
fn unreported<'a>(data: &'a Dataset, trend: &Trend, t: &Texts) -> Vec<&'a str> {
    let (Some(first), Some(last)) = (trend.periods.first(), trend.periods.last()) else {
        return Vec::new();
    };
    let (first, last) = (data.time_of(*first), data.time_of(*last));
    let is_between = |it: &PeriodIx| {
        let time = data.time_of(*it);
        time > first && time < last
    };
    let is_reported =
        |stage: &PeriodIx| trend.periods.iter().any(|it| data.stage_of(*it) == Some(*stage));
    let between = data.stages().iter().filter(|it| is_between(it) && !is_reported(it));
    between.map(|it| words::period(data, *it, t)).collect()
}

fn takeaway(data: &Dataset, body: &TrendBody, trend: &Trend, t: &Texts) -> String {
    let word = |count| number::word(count, t.lang());
    let name = words::indicator(data, trend.indicator, t);
    let (several, total) = (trend.several(), data.cities().len());
    let count = t.takeaway_trend(
        words::level(data),
        name,
        word(trend.periods.len()),
        several,
        word(total),
        word(several),
    );
    let mut parts = vec![t.takeaway_sentence(takeaway::capitalised(&count))];
    let strong = body.whole.iter().chain(&body.lines).filter(|it| body.is_strong(it.region));
    for line in strong.filter(|it| it.points.len() > 1) {
        let (Some(first), Some(last)) = (line.points.first(), line.points.last()) else { continue };
        let period = |it: &PointMark| {
            body.periods.get(it.point.at).map_or(String::new(), |it| it.name.clone())
        };
        let is_broken = line.points.iter().any(|it| it.point.is_changed);
        let (from, to) = (first.shown.as_str(), last.shown.as_str());
        let said = if is_broken {
            t.takeaway_trend_broken(from, period(first), to, period(last), line.label.as_str())
        } else {
            t.takeaway_trend_region(from, period(first), to, period(last), line.label.as_str())
        };
        parts.push(t.takeaway_sentence(said));
    }
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    takeaway::sentences(&parts, t)
}

/// A line in words, period by period, a gap among them.
fn line_words(body: &TrendBody, line: &LineMark, t: &Texts) -> String {
    let at = |at: usize| line.points.iter().find(|it| it.point.at == at);
    let values = body.periods.iter().enumerate().map(|(rank, period)| {
        let shown = at(rank).map_or(t.not_reported(), |it| it.shown.as_str());
        t.multiple_point(period.name.as_str(), shown)
    });
    let values: Vec<String> = values.collect();
    t.multiple_spoken(line.label.as_str(), values.join(t.list_mark()))
}

fn alt(takeaway: &str, body: &TrendBody, level: &'static str, t: &Texts) -> String {
    let lines: Vec<String> = body.shown().into_iter().map(|it| line_words(body, it, t)).collect();
    let missing = if body.missing.is_empty() {
        String::new()
    } else {
        t.alt_missing(body.missing.count(), level, body.missing.listed(t))
    };
    takeaway::sentences(&[takeaway, &takeaway::listed(&lines, t), &missing], t)
}

#[cfg(test)]
mod tests;
