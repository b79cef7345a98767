//! Scatter: any two indicators across the cities, a point a city. Cities that lack one of the two
//! are named below; nothing is fitted through the points.

mod draw;
mod marks;
mod place;
mod scale;
mod text;
mod unavailable;
mod viewport;

pub use draw::{GROWING_ROWS, draw};
pub use scale::Span;
pub use unavailable::without_partner;
pub use viewport::{STEP, Viewport};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Provenance, Swatch, Unavailable,
    chips::{Chip, Chips},
    words,
};
use crate::{
    analysis::{
        self, Axis, Scatter, ScatterPoint,
        scatter::{Coordinate, LEAST_POINTS},
    },
    i18n::{Texts, axis::AxisScale, number},
    model::{Dataset, IndicatorIx, Lang, ObservationIx, RegionIx, UnitKind},
};

/// One axis with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct AxisBody {
    /// What it measures.
    pub indicator: IndicatorIx,
    /// Name, unit and period.
    pub title: String,
    /// The values it reaches from and to.
    pub span: Span,
    /// How its numbers are written.
    pub scale: AxisScale,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
}

/// One city with both figures.
#[derive(Clone, Debug, PartialEq)]
pub struct PointMark {
    /// The city.
    pub region: RegionIx,
    /// Its figures across and upward.
    pub figures: [ObservationIx; 2],
    /// Its numbers across and upward.
    pub values: [f64; 2],
    /// Its numbers in words.
    pub shown: [String; 2],
    /// Its short name.
    pub label: String,
    /// Whether the name stands beside the point: among very many only the outermost and the chosen
    /// have room for it.
    pub is_named: bool,
    /// Whether a source rounded one of its numbers.
    pub is_rounded: bool,
    /// What a screen reader says.
    pub spoken: String,
    /// What stands under the pointer.
    pub hover: String,
}

/// Cities that are no point, with what they lack.
#[derive(Clone, Debug, PartialEq)]
pub struct Absent {
    /// What they lack, in words.
    pub heading: String,
    /// The cities.
    pub chips: Chips,
}

/// The marks of a scatter plot.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterBody {
    /// The axes across and upward.
    pub axes: [AxisBody; 2],
    /// Cities with both numbers.
    pub points: Vec<PointMark>,
    /// Cities without, by what they lack.
    pub absent: Vec<Absent>,
    /// What it was made of.
    pub analysis: Scatter,
    /// The language of its words.
    pub lang: Lang,
}

/// What a scatter plot of the indicators `x` and `y` shows.
///
/// # Errors
/// When the two do not pair up; the error says why, and what would.
pub fn content(
    data: &Dataset,
    x: IndicatorIx,
    y: Option<IndicatorIx>,
    spec: &FigureSpec,
    t: &Texts,
) -> Result<Content, Unavailable> {
    let y = y.or_else(|| analysis::scatter::partners(data, x).first().copied());
    let Some(y) = y else { return Err(unavailable::without_partner(data, x, t)) };
    let scatter = analysis::scatter(data, [x, y], spec.order, spec.is_per_residents);
    if x == y || scatter.points.len() < LEAST_POINTS {
        return Err(unavailable::pair(data, x, y, t));
    }
    let names = [x, y].map(|ix| words::indicator(data, ix, t).to_owned());
    let mut body = body(data, scatter, t);
    name_outermost(&mut body.points, &spec.regions);
    let shown: Vec<ObservationIx> = shown(&body.analysis);
    let takeaway = text::takeaway(&names, &body, data.cities().len(), t);
    let mut notes = text::notes(data, &names, &body, t);
    for note in words::figure_notes(data, &shown, t) {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    let [x_name, y_name] = names;
    let id = |ix| data.indicator(ix).map_or("", |it| it.id.as_str());
    Ok(Content {
        kind: FigureKind::Scatter,
        lang: t.lang(),
        title: t.scatter_title(x_name, y_name),
        subtitle: t.scatter_subtitle(body.points.len(), data.cities().len()),
        legend: legend(&body, t),
        notes,
        source: words::source_line(data, &shown, t),
        alt: text::alt(&takeaway, &body, t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &[id(x), id(y), FigureKind::Scatter.id()], t),
        body: Body::Scatter(Box::new(body)),
    })
}

/// Every figure that is drawn or named.
fn shown(scatter: &Scatter) -> Vec<ObservationIx> {
    let points = Axis::ALL
        .into_iter()
        .flat_map(|axis| scatter.points.iter().map(move |point| point.on(axis).figure));
    let single = scatter.only_x.iter().chain(&scatter.only_y).map(|(_, it)| it.figure);
    points.chain(single).collect()
}

fn legend(body: &ScatterBody, t: &Texts) -> Vec<LegendEntry> {
    let is_any = body.points.iter().any(|point| point.is_rounded);
    is_any.then(|| LegendEntry::new(Swatch::Ring, t.scatter_legend_rounded())).into_iter().collect()
}

fn body(data: &Dataset, scatter: Scatter, t: &Texts) -> ScatterBody {
    ScatterBody {
        axes: Axis::ALL.map(|axis| axis_body(data, &scatter, axis, t)),
        points: scatter.points.iter().map(|it| point(data, &scatter, it, t)).collect(),
        absent: absent(data, &scatter, t),
        analysis: scatter,
        lang: t.lang(),
    }
}

/// What the scatter says of one axis: its indicator and whether it is per 10,000 residents.
const fn measure(scatter: &Scatter, axis: Axis) -> (IndicatorIx, bool) {
    let ([x, y], [x_scaled, y_scaled]) = (scatter.indicators, scatter.per_residents);
    match axis {
        Axis::X => (x, x_scaled),
        Axis::Y => (y, y_scaled),
    }
}

fn axis_body(data: &Dataset, scatter: &Scatter, axis: Axis, t: &Texts) -> AxisBody {
    let (indicator, is_per_residents) = measure(scatter, axis);
    let values = scatter.points.iter().map(|point| point.on(axis).value);
    let largest = values.clone().map(f64::abs).fold(0.0, f64::max);
    let kind = if is_per_residents { UnitKind::Area } else { words::unit_kind(data, indicator) };
    let scale = AxisScale::of(largest, kind, t.lang());
    let unit = data.unit_of(indicator).map_or(String::new(), |it| scale.unit(it));
    let name = words::indicator(data, indicator, t);
    let unit = if is_per_residents { t.per_10k_residents(unit) } else { unit };
    let periods = scatter.periods(data, axis);
    let periods: Vec<&str> = periods.iter().map(|(ix, _)| words::period(data, *ix, t)).collect();
    AxisBody {
        indicator,
        title: t.scatter_axis_title(name, periods.join(t.list_mark()), unit),
        span: Span::of(values),
        scale,
        is_per_residents,
    }
}

/// A city's number on an axis, in words.
fn value(data: &Dataset, at: Coordinate, is_per_residents: bool, t: &Texts) -> String {
    let Some(figure) = data.observation(at.figure) else { return String::new() };
    if is_per_residents {
        let sign = number::sign(figure.qualifier);
        let unit = data.unit_of(figure.indicator).map_or("", |unit| unit.word(2.0, t.lang()));
        let scaled = words::per_residents(at.value, t);
        return format!("{sign}{}", t.scatter_scaled(unit, scaled));
    }
    words::value(data, figure, t)
}

fn point(data: &Dataset, scatter: &Scatter, point: &ScatterPoint, t: &Texts) -> PointMark {
    let on = Axis::ALL.map(|axis| {
        let (indicator, is_per_residents) = measure(scatter, axis);
        let shown = value(data, point.on(axis), is_per_residents, t);
        let said = t.named_value(words::indicator(data, indicator, t), shown.as_str());
        let figure = data.observation(point.on(axis).figure);
        let hover = figure.map_or(String::new(), |it| words::hover(data, it, t));
        (shown, said, hover, figure.is_some_and(|it| it.qualifier.is_rounded()))
    });
    let [(x_shown, x_said, x_hover, x_rounded), (y_shown, y_said, y_hover, y_rounded)] = on;
    let name = words::region(data, point.region, t);
    PointMark {
        region: point.region,
        figures: [point.x.figure, point.y.figure],
        values: [point.x.value, point.y.value],
        shown: [x_shown, y_shown],
        label: words::short(data, point.region, t).to_owned(),
        is_named: true,
        is_rounded: x_rounded || y_rounded,
        spoken: t.scatter_spoken(name, x_said, y_said),
        hover: format!("{x_hover}\n\n{y_hover}"),
    }
}

/// Of very many points only the outermost four at each side and the chosen ones keep their names.
fn name_outermost(points: &mut [PointMark], chosen: &[RegionIx]) {
    const MOST_NAMED: usize = 60;
    const AT_EACH_SIDE: usize = 4;
    if points.len() <= MOST_NAMED {
        return;
    }
    for point in points.iter_mut() {
        point.is_named = chosen.contains(&point.region);
    }
    for axis in 0..2 {
        let value = |point: &PointMark| point.values.get(axis).copied().unwrap_or_default();
        let mut order: Vec<&mut PointMark> = points.iter_mut().collect();
        order.sort_by(|a, b| value(a).total_cmp(&value(b)));
        let inner = AT_EACH_SIDE..order.len() - AT_EACH_SIDE;
        for (at, point) in order.into_iter().enumerate() {
            point.is_named |= !inner.contains(&at);
        }
    }
}

fn absent(data: &Dataset, scatter: &Scatter, t: &Texts) -> Vec<Absent> {
    let mut groups = Vec::new();
    for (axis, list) in [(Axis::X, &scatter.only_x), (Axis::Y, &scatter.only_y)] {
        let (indicator, is_per_residents) = measure(scatter, axis);
        let name = words::indicator(data, indicator, t);
        let chip = |(region, at): &(RegionIx, Coordinate)| {
            let shown = value(data, *at, is_per_residents, t);
            let figure = data.observation(at.figure);
            let text = t.alt_pair(words::short(data, *region, t), shown);
            Chip {
                region: *region,
                figure: Some(at.figure),
                spoken: text.clone(),
                text,
                hover: figure.map_or(String::new(), |it| words::hover(data, it, t)),
            }
        };
        groups.push(Absent {
            heading: t.scatter_only(list.len(), name),
            chips: Chips::new(list, |(region, _)| *region, chip, t),
        });
    }
    groups.push(Absent {
        heading: t.scatter_neither(scatter.neither.len()),
        chips: Chips::of_regions(data, &scatter.neither, t),
    });
    groups.push(Absent {
        heading: t.scatter_not_applicable(scatter.not_applicable.len()),
        chips: Chips::of_regions(data, &scatter.not_applicable, t),
    });
    groups.retain(|group| !group.chips.is_empty());
    groups
}

#[cfg(test)]
mod tests;
