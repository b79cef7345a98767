//! Share: what of the province's figure the cities that itemise it account for.

use egui::{Rect, Stroke, StrokeKind, pos2, vec2};

use super::{
    Body, Content, FigureKind, Linked, Picked, Provenance, Swatch, Unavailable,
    bars::{self, BarMark},
    canvas::{Canvas, Ink},
    frame, ranking, style, takeaway, words,
};
use crate::{
    analysis,
    i18n::Texts,
    model::{Dataset, IndicatorIx, ObservationIx, RegionIx},
};

/// One part.
#[derive(Clone, Debug, PartialEq)]
pub struct SharePart {
    /// Whose it is.
    pub region: RegionIx,
    /// The figure.
    pub figure: ObservationIx,
    /// Name, value and share in words.
    pub label: String,
    /// The part as a fraction of the whole.
    pub fraction: f32,
}

/// The marks of a share.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareBody {
    /// The whole's figure.
    pub whole: ObservationIx,
    /// The whole in words.
    pub whole_label: String,
    /// The parts, the largest first.
    pub parts: Vec<SharePart>,
    /// The rest in words.
    pub rest_label: String,
}

/// What the share of `indicator` shows.
///
/// # Errors
/// When no part of the province's figure is itemised.
pub fn content(data: &Dataset, indicator: IndicatorIx, t: &Texts) -> Result<Content, Unavailable> {
    let name = words::indicator(data, indicator, t);
    let share = analysis::share(data, indicator)
        .ok_or_else(|| Unavailable(t.why_no_share(name, words::short(data, data.root(), t))))?;
    let whole = data.observation(share.whole);
    let whole_value = whole.map_or(String::new(), |figure| words::value(data, figure, t));
    let percent = |value: f64| format!("{:.1}%", value / share.total * 100.0);
    let parts: Vec<SharePart> = share
        .parts
        .iter()
        .filter_map(|(region, ix, value)| {
            let figure = data.observation(*ix)?;
            let name = words::region(data, *region, t);
            Some(SharePart {
                region: *region,
                figure: *ix,
                label: t.share_part(name, percent(*value), words::value(data, figure, t)),
                fraction: (value / share.total) as f32,
            })
        })
        .collect();
    let unit = data.unit_of(indicator);
    let rest_value = unit
        .map_or(String::new(), |unit| crate::i18n::number::with_unit(share.rest, unit, t.lang()));
    let rest_label = t.share_rest(percent(share.rest), rest_value);
    let root = words::region(data, data.root(), t);
    let whole_label = t.share_whole(root, whole_value.as_str());
    let shown: Vec<ObservationIx> =
        std::iter::once(share.whole).chain(parts.iter().map(|part| part.figure)).collect();
    let period = whole.map_or("", |figure| words::period(data, figure.period, t));
    let takeaway = takeaway::share(data, &share, name, &whole_value, t);
    let mut alt = vec![whole_label.clone()];
    alt.extend(parts.iter().map(|part| part.label.clone()));
    alt.push(rest_label.clone());
    let id = data.indicator(indicator).map_or("", |it| it.id.as_str());
    Ok(Content {
        kind: FigureKind::Share,
        lang: t.lang(),
        title: t.share_title(name, words::short(data, data.root(), t)),
        subtitle: format!("{whole_label} · {period}"),
        // Each line of words carries its own sample.
        legend: Vec::new(),
        notes: words::figure_notes(data, &shown, t),
        source: words::source_line(data, &shown, t),
        alt: takeaway::sentences(&[takeaway.as_str(), &takeaway::listed(&alt, t)], t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &[id, "share"], t),
        body: Body::Share(ShareBody { whole: share.whole, whole_label, parts, rest_label }),
    })
}

/// Draws one bar for the whole with its parts filled, and a line of words for each.
pub fn draw(canvas: &mut Canvas<'_>, body: &ShareBody, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    canvas.hairline();
    canvas.gap(16.0);
    let height = 44.0;
    let rect = canvas.row_rect(height);
    // What no part fills is empty, not a part of its own.
    let edge = Stroke::new(1.0, palette.outline);
    canvas.ui.painter().rect_stroke(rect, 0, edge, StrokeKind::Inside);
    let mut start = 0.0;
    let mut marks = Vec::new();
    for part in &body.parts {
        marks.push(BarMark {
            center_pt: height / 2.0,
            thickness_pt: height,
            start,
            length: part.fraction,
            color: frame::mark_color(palette),
            is_hatched: false,
        });
        start += part.fraction;
    }
    bars::draw(canvas, "share", rect, &marks, None);
    let stroke = Stroke::new(1.0, palette.outline);
    canvas.ui.painter().rect_stroke(rect, 0, stroke, StrokeKind::Inside);
    canvas.y += height;
    canvas.gap(12.0);
    for part in &body.parts {
        line(canvas, part, linked, picked);
    }
    let sample = Rect::from_center_size(pos2(canvas.left + 7.0, canvas.y + 14.0), vec2(14.0, 10.0));
    frame::swatch(canvas, Swatch::Rest, sample);
    let label = canvas.layout(
        &body.rest_label,
        Ink::plain(style::BODY_PT, palette.secondary),
        canvas.width - 24.0,
    );
    let label_height = label.size().y;
    canvas.put(pos2(canvas.left + 24.0, canvas.y + 4.0), label);
    canvas.y += label_height + 8.0;
}

fn line(canvas: &mut Canvas<'_>, part: &SharePart, linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    let ink = Ink::bold(style::BODY_PT, palette.text);
    let label = canvas.layout(&part.label, ink, canvas.width - 24.0);
    let rect =
        canvas.row_rect((label.size().y + 8.0).max(style::target_pt(canvas.ui, style::ROW_PT)));
    if let Some(color) = ranking::lit(canvas, part.region, linked) {
        canvas.ui.painter().rect_filled(rect, 0, color);
    }
    let at = pos2(canvas.left + 7.0, rect.center().y);
    frame::swatch(canvas, Swatch::Value, Rect::from_center_size(at, vec2(14.0, 10.0)));
    canvas.put_middle(canvas.left + 24.0, rect.center().y, label);
    let response = canvas.mark(("part", part.figure), rect, &part.label);
    picked.note(&response, Some(part.region), Some(part.figure));
    canvas.y = rect.bottom();
}
