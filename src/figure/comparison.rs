//! Comparison: two cities side by side, one row an indicator, a verdict and its reason on each.

use egui::{Color32, Rect, pos2, vec2};

use super::{
    Body, Content, FigureKind, LegendEntry, Linked, Picked, Swatch, Unavailable,
    bars::{self, BarMark},
    canvas::{Canvas, Ink},
    style, words,
};
use crate::{
    analysis::{self, ComparisonRow, Verdict},
    i18n::Texts,
    model::{Dataset, Indicator, Observation, ObservationIx, RegionIx},
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
    let rows: Vec<PairRow> = comparison
        .rows
        .iter()
        .map(|row| pair(data, row, (*a, *b), t))
        .collect();
    let shown: Vec<ObservationIx> = comparison
        .rows
        .iter()
        .flat_map(|row| [row.a, row.b])
        .flatten()
        .collect();
    let summary = words::comparison_summary(data, &comparison, t);
    let body = ComparisonBody {
        a: *a,
        b: *b,
        a_name: words::region(data, *a, t).to_owned(),
        b_name: words::region(data, *b, t).to_owned(),
        headings: [
            t.heading_indicator().to_owned(),
            t.heading_verdict().to_owned(),
        ],
        rows,
    };
    let id = |ix: &RegionIx| data.region(*ix).map_or("", |region| region.id.as_str());
    let pairs = body
        .rows
        .iter()
        .filter(|row| row.a.figure.is_some() && row.b.figure.is_some());
    let spoken: Vec<&str> = pairs.map(|row| row.spoken.as_str()).collect();
    Ok(Content {
        kind: FigureKind::Comparison,
        title: t.comparison_title(body.a_name.clone(), body.b_name.clone()),
        subtitle: summary.clone(),
        legend: vec![
            LegendEntry::new(Swatch::CityA, t.legend_city_a(body.a_name.clone())),
            LegendEntry::new(Swatch::CityB, t.legend_city_b(body.b_name.clone())),
            LegendEntry::new(Swatch::Hatched, t.legend_with_care()),
        ],
        notes: notes(data, &shown, &body, t),
        source: words::source_line(data, &shown, t),
        alt: format!(
            "{summary}{}{}",
            t.sentence_gap(),
            spoken.join(t.sentence_gap())
        ),
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
    let unit = |indicator| data.indicator(indicator).and_then(Indicator::unit);
    let is_same_unit = unit(row.indicator_a) == unit(row.indicator_b);
    let fractions = match numbers {
        [Some(first), Some(second)] if is_same_unit && first.max(second) > 0.0 => {
            let largest = first.max(second);
            [
                Some((first / largest) as f32),
                Some((second / largest) as f32),
            ]
        }
        _ => [None, None],
    };
    let cell = |ix: Option<ObservationIx>, figure: Option<&Observation>, fraction| Cell {
        figure: ix,
        text: figure.map_or_else(
            || t.not_reported().to_owned(),
            |figure| words::value(data, figure, t),
        ),
        own_indicator: figure
            .filter(|figure| figure.indicator != row.indicator_a)
            .map_or(String::new(), |it| {
                words::indicator(data, it.indicator, t).to_owned()
            }),
        fraction,
    };
    let [figure_a, figure_b] = figures;
    let [fraction_a, fraction_b] = fractions;
    let name = words::indicator(data, row.indicator_a, t).to_owned();
    let verdict = words::verdict(data, &row.verdict, a, b, t);
    let reasons: Vec<String> = match &row.verdict {
        Verdict::WithCare(reasons) => reasons
            .iter()
            .map(|reason| words::care(data, reason, a, b, t))
            .collect(),
        _ => Vec::new(),
    };
    let cells = [
        cell(row.a, figure_a, fraction_a),
        cell(row.b, figure_b, fraction_b),
    ];
    let [a_cell, b_cell] = cells;
    let period = figure_a
        .or(figure_b)
        .map_or("", |it| words::period(data, it.period, t))
        .to_owned();
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

/// Left edges and widths of the four columns.
struct Columns {
    name: (f32, f32),
    a: (f32, f32),
    b: (f32, f32),
    verdict_right: f32,
}

impl Columns {
    fn of(canvas: &Canvas<'_>, body: &ComparisonBody) -> Self {
        let ink = Ink::plain(style::SMALL_PT, canvas.palette.text);
        let chip = body
            .rows
            .iter()
            .map(|row| canvas.line(&row.verdict, ink).size().x + 20.0);
        let chip = chip.fold(60.0, f32::max);
        let gap = 16.0;
        let left = canvas.width - chip - 3.0 * gap;
        let name = left * 0.3;
        let side = (left - name) / 2.0;
        let a = canvas.left + name + gap;
        Self {
            name: (canvas.left, name),
            a: (a, side),
            b: (a + side + gap, side),
            verdict_right: canvas.right(),
        }
    }
}

/// Draws headings and rows.
pub fn draw(canvas: &mut Canvas<'_>, body: &ComparisonBody, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    let columns = Columns::of(canvas, body);
    let small = Ink::plain(style::SMALL_PT, palette.secondary);
    let [indicator, verdict] = &body.headings;
    let verdict = canvas.line(verdict, small);
    let verdict_x = columns.verdict_right - verdict.size().x;
    let a_heading = canvas.line(
        &format!("A {}", body.a_name),
        Ink::bold(style::SMALL_PT, palette.city_a),
    );
    let b_heading = canvas.line(
        &format!("B {}", body.b_name),
        Ink::bold(style::SMALL_PT, palette.city_b),
    );
    let y = canvas.y;
    canvas.put(pos2(columns.name.0, y), canvas.line(indicator, small));
    canvas.put(pos2(columns.a.0, y), a_heading);
    canvas.put(pos2(columns.b.0, y), b_heading);
    canvas.put(pos2(verdict_x, y), verdict);
    canvas.gap(22.0);
    for (at, row) in body.rows.iter().enumerate() {
        canvas.hairline();
        pair_row(canvas, at, row, &columns, (body, linked), picked);
    }
}

fn pair_row(
    canvas: &mut Canvas<'_>,
    at: usize,
    row: &PairRow,
    columns: &Columns,
    (body, _linked): (&ComparisonBody, &Linked),
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let name_ink = Ink::plain(style::BODY_PT, palette.text);
    let name = canvas.layout(&row.name, name_ink, columns.name.1);
    let period = canvas.layout(
        &row.period,
        Ink::plain(style::SMALL_PT, palette.secondary),
        columns.name.1,
    );
    let name_height = name.size().y + period.size().y;
    let sides = [
        (&row.a, columns.a, palette.city_a, body.a),
        (&row.b, columns.b, palette.city_b, body.b),
    ];
    let cell_heights = sides.map(|(cell, (_, width), _, _)| cell_height(canvas, cell, width));
    let cells_height = cell_heights.into_iter().fold(name_height, f32::max);
    let main_height = cells_height + 12.0 + canvas.row_extra_pt;
    let reason = row.reasons.join("  ");
    let reason_ink = Ink::plain(style::SMALL_PT, palette.care);
    let reason_width = columns.verdict_right - columns.a.0;
    let reason = (!reason.is_empty()).then(|| canvas.layout(&reason, reason_ink, reason_width));
    let reason_height = reason.as_ref().map_or(0.0, |galley| galley.size().y + 6.0);
    let row_rect = canvas.row_rect(main_height + reason_height);
    let middle = canvas.y + main_height / 2.0;
    // The row as a whole is named for screen readers; each side opens its own source.
    for (side, (cell, (x, width), color, region)) in sides.into_iter().enumerate() {
        let rect = Rect::from_min_size(pos2(x - 6.0, canvas.y), vec2(width + 6.0, main_height));
        if let Some(figure) = cell.figure {
            let spoken = if side == 0 {
                row.spoken.clone()
            } else {
                format!("{} {}", row.name, cell.text)
            };
            let response = canvas.mark((at, side), rect, &spoken);
            if response.hovered() {
                canvas
                    .ui
                    .painter()
                    .rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
            }
            if response.hovered() || response.has_focus() {
                picked.hovered = Some(region);
            }
            if response.clicked() {
                picked.opened = Some(figure);
            }
        }
        cell_marks(
            canvas,
            (at, side),
            cell,
            (x, width),
            middle,
            (color, row.tone),
        );
    }
    let name_y = middle - name_height / 2.0;
    let name_bottom = name_y + name.size().y;
    canvas.put(pos2(columns.name.0, name_y), name);
    canvas.put(pos2(columns.name.0, name_bottom), period);
    chip(
        canvas,
        &row.verdict,
        row.tone,
        columns.verdict_right,
        middle,
    );
    if let Some(galley) = reason {
        canvas.put(pos2(columns.a.0, canvas.y + main_height - 2.0), galley);
    }
    canvas.y = row_rect.bottom();
}

fn cell_height(canvas: &Canvas<'_>, cell: &Cell, width: f32) -> f32 {
    let text = canvas.layout(
        &cell.text,
        Ink::plain(style::BODY_PT, Color32::PLACEHOLDER),
        width,
    );
    let own = canvas.layout(
        &cell.own_indicator,
        Ink::plain(style::SMALL_PT, Color32::PLACEHOLDER),
        width,
    );
    let own = if cell.own_indicator.is_empty() {
        0.0
    } else {
        own.size().y
    };
    text.size().y + own
}

fn cell_marks(
    canvas: &mut Canvas<'_>,
    key: (usize, usize),
    cell: &Cell,
    (x, width): (f32, f32),
    middle: f32,
    (color, tone): (Color32, Tone),
) {
    let palette = canvas.palette;
    let text_color = if cell.figure.is_some() {
        palette.text
    } else {
        palette.secondary
    };
    let text = canvas.layout(&cell.text, Ink::plain(style::BODY_PT, text_color), width);
    let own_ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let own = (!cell.own_indicator.is_empty())
        .then(|| canvas.layout(&cell.own_indicator, own_ink, width));
    let own_height = own.as_ref().map_or(0.0, |galley| galley.size().y);
    let line_middle = middle - own_height / 2.0;
    let mut text_x = x;
    if let Some(fraction) = cell.fraction {
        let thickness = 12.0;
        // The longer bar leaves room for the longest value of its column.
        let bar_width = (width - text.size().x.max(96.0) - 8.0).max(24.0);
        let plot = Rect::from_min_size(pos2(x, line_middle - 8.0), vec2(bar_width, 16.0));
        let mark = BarMark {
            center_pt: 8.0,
            thickness_pt: thickness,
            start: 0.0,
            length: fraction,
            color,
            is_hatched: tone == Tone::Care,
        };
        bars::draw(canvas, &format!("{key:?}"), plot, &[mark], None);
        text_x = mark.rect(plot).right() + 8.0;
    }
    let bottom = canvas.put_middle(text_x, line_middle, text).bottom();
    if let Some(own) = own {
        canvas.put(pos2(x, bottom), own);
    }
}

/// A verdict in a pill, its right edge at `right`.
pub fn chip(canvas: &mut Canvas<'_>, text: &str, tone: Tone, right: f32, middle: f32) {
    let palette = canvas.palette;
    let (ink, ground) = match tone {
        Tone::Good => (palette.accent, palette.accent_ground),
        Tone::Care => (palette.care, palette.care_ground),
        Tone::Plain => (palette.secondary, palette.panel),
    };
    let galley = canvas.line(text, Ink::plain(style::SMALL_PT, ink));
    let size = vec2(galley.size().x + 20.0, 22.0);
    let rect = Rect::from_min_size(pos2(right - size.x, middle - size.y / 2.0), size);
    let painter = canvas.ui.painter();
    painter.rect_filled(rect, 11, ground);
    if tone == Tone::Plain {
        let stroke = egui::Stroke::new(1.0, palette.hairline);
        painter.rect_stroke(rect, 11, stroke, egui::StrokeKind::Inside);
    }
    canvas.put_middle(rect.left() + 10.0, middle, galley);
}
