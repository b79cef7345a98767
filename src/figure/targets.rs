//! Targets: how much of each plan was completed, against the plan's 100%.

use egui::{Rect, pos2};

use super::{
    Body, Content, FigureKind, LegendEntry, Picked, Provenance, Swatch, Unavailable,
    bars::{self, BarMark},
    canvas::{Canvas, Ink},
    frame, style, takeaway, words,
};
use crate::{
    analysis,
    i18n::Texts,
    model::{Dataset, ObservationIx, RegionIx},
};

/// One plan.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRow {
    /// Whose it is.
    pub region: RegionIx,
    /// The completion rate's figure.
    pub figure: ObservationIx,
    /// What was planned.
    pub label: String,
    /// What was achieved.
    pub achieved: String,
    /// Percent of plan.
    pub rate_percent: f64,
    /// The rate as shown.
    pub rate_text: String,
}

/// The marks of a targets figure.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetsBody {
    /// The plans.
    pub rows: Vec<TargetRow>,
}

/// What the completion of plans shows.
///
/// # Errors
/// When the data set has no completion rate.
pub fn content(data: &Dataset, t: &Texts) -> Result<Content, Unavailable> {
    let targets = analysis::targets(data);
    if targets.is_empty() {
        return Err(Unavailable(t.why_no_targets().to_owned()));
    }
    let rows: Vec<TargetRow> = targets
        .iter()
        .filter_map(|target| {
            let rate = data.observation(target.figure)?;
            let achieved = target.achieved.and_then(|ix| data.observation(ix));
            Some(TargetRow {
                region: target.region,
                figure: target.figure,
                label: words::indicator(data, target.indicator, t).to_owned(),
                achieved: achieved.map_or(String::new(), |it| words::value(data, it, t)),
                rate_percent: target.rate_percent,
                rate_text: words::value(data, rate, t),
            })
        })
        .collect();
    let shown: Vec<ObservationIx> =
        targets.iter().flat_map(|it| [Some(it.figure), it.achieved]).flatten().collect();
    let region = targets.first().map_or(data.root(), |target| target.region);
    let period = shown.first().and_then(|ix| data.observation(*ix));
    let period = period.map_or("", |figure| words::period(data, figure.period, t));
    let alt: Vec<String> = rows
        .iter()
        .map(|row| t.alt_target(row.achieved.clone(), row.label.clone(), row.rate_text.clone()))
        .collect();
    let takeaway = takeaway::targets(&rows, t);
    Ok(Content {
        kind: FigureKind::Targets,
        lang: t.lang(),
        title: t.targets_title(words::short(data, region, t)),
        subtitle: t.targets_subtitle(period),
        legend: vec![
            LegendEntry::new(Swatch::Value, t.legend_completed()),
            LegendEntry::new(Swatch::Line, t.legend_plan()),
        ],
        notes: words::figure_notes(data, &shown, t),
        source: words::source_line(data, &shown, t),
        alt: takeaway::sentences(&[takeaway.as_str(), &alt.join(t.sentence_gap())], t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &["targets"], t),
        body: Body::Targets(TargetsBody { rows }),
    })
}

/// Draws a bar a plan, with a line at 100%.
pub fn draw(canvas: &mut Canvas<'_>, body: &TargetsBody, picked: &mut Picked) {
    let palette = canvas.palette;
    canvas.hairline();
    canvas.gap(8.0);
    let ink = Ink::bold(style::BODY_PT, palette.text);
    let detail_ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let label_pt = canvas.width * 0.34;
    let height = 52.0 + canvas.row_extra_pt;
    let left = canvas.left + label_pt + 16.0;
    let count = body.rows.len() as f32;
    let plot =
        Rect::from_min_max(pos2(left, canvas.y), pos2(canvas.right(), canvas.y + height * count));
    let largest = body.rows.iter().map(|row| row.rate_percent).fold(100.0, f64::max);
    let labels: Vec<(f32, f32)> = body
        .rows
        .iter()
        .map(|row| {
            let width = canvas.line(&row.rate_text, ink).size().x + 16.0;
            ((row.rate_percent / largest) as f32, width)
        })
        .collect();
    let longest = bars::longest(plot.width(), &labels);
    let marks: Vec<BarMark> = labels
        .iter()
        .enumerate()
        .map(|(at, (fraction, _))| BarMark {
            center_pt: height * (at as f32 + 0.5),
            thickness_pt: 22.0,
            start: 0.0,
            length: fraction * longest,
            color: frame::mark_color(palette),
            is_hatched: false,
        })
        .collect();
    let plan = (100.0 / largest) as f32 * longest;
    bars::draw(canvas, "targets", plot, &marks, Some(plan));
    for (row, mark) in body.rows.iter().zip(&marks) {
        let rect = canvas.row_rect(height);
        let middle = rect.center().y;
        let label = canvas.layout(&row.label, ink, label_pt);
        let achieved = canvas.layout(&row.achieved, detail_ink, label_pt);
        let top = middle - f32::midpoint(label.size().y, achieved.size().y);
        let bottom = top + label.size().y;
        canvas.put(pos2(canvas.left, top), label);
        canvas.put(pos2(canvas.left, bottom), achieved);
        canvas.put_middle(mark.rect(plot).right() + 8.0, middle, canvas.line(&row.rate_text, ink));
        let spoken = format!("{} {} {}", row.label, row.achieved, row.rate_text);
        let scale = (row.rate_percent, largest);
        let response = canvas.value_mark(("target", row.figure), rect, &spoken, scale);
        picked.note(&response, None, Some(row.figure));
        canvas.y += height;
    }
}
