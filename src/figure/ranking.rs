//! Ranking: one indicator across the cities, related figures apart, the rest named.

use egui::{Rect, pos2, vec2};

use super::{
    Body, Content, FigureKind, FigureSpec, LegendEntry, Linked, Picked, Swatch, Unavailable,
    bars::{self, BarMark},
    canvas::{Canvas, Ink},
    frame, style, words,
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
    /// The province's value as a line, where it means something.
    pub reference: Option<f64>,
}

impl RankingBody {
    fn largest(&self) -> f64 {
        let values = self
            .rows
            .iter()
            .chain(&self.related)
            .filter_map(|row| row.value);
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
    let reporting = ranking.figures.len() + ranking.facts.len();
    if reporting == 0 {
        return Err(unavailable(data, indicator, &ranking, t));
    }
    let body = body(data, &ranking, t);
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
    let mut notes: Vec<String> = Vec::new();
    for related in &ranking.related {
        let note = related.reason.get(t.lang()).to_owned();
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
        subtitle: subtitle(data, &ranking, t),
        legend: legend(data, &ranking, t),
        notes,
        source: words::source_line(data, &shown, t),
        alt: alt(&title, &body, total, reporting, t),
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
    let mut related: Vec<&str> = ranking
        .related
        .iter()
        .map(|it| words::indicator(data, it.indicator, t))
        .collect();
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
    let unit = if ranking.is_per_residents {
        t.per_10k_residents(unit)
    } else {
        unit
    };
    let reporting = ranking.figures.len() + ranking.facts.len();
    let coverage = t.coverage_of(reporting, data.cities().len());
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
    if ranking
        .related
        .iter()
        .any(|related| related.value.is_some())
        && !ranking.is_per_residents
    {
        entries.push(LegendEntry::new(Swatch::Hatched, t.legend_related()));
    }
    if let Some(reference) = ranking.reference {
        let name = words::short(data, data.root(), t);
        let kind = words::unit_kind(data, ranking.indicator);
        let value = value_text(reference, kind, ranking.is_per_residents, t);
        entries.push(LegendEntry::new(
            Swatch::Line,
            t.legend_reference(name, value),
        ));
    }
    entries
}

fn value_text(value: f64, kind: UnitKind, is_per_residents: bool, t: &Texts) -> String {
    let percent = if kind == UnitKind::Percent { "%" } else { "" };
    let value = if is_per_residents {
        (value * 1000.0).round() / 1000.0
    } else {
        value
    };
    format!("{}{percent}", number::plain(value, kind, t.lang()))
}

fn body(data: &Dataset, ranking: &Ranking, t: &Texts) -> RankingBody {
    let reporting = ranking.figures.len();
    let rows = ranking.figures.iter().filter_map(|ranked| {
        let figure = data.observation(ranked.figure)?;
        let full = words::value(data, figure, t);
        let value_text = if ranking.is_per_residents {
            let scaled = value_text(
                ranked.value,
                words::unit_kind(data, ranking.indicator),
                true,
                t,
            );
            format!("{}{scaled}", number::sign(figure.qualifier))
        } else {
            full.clone()
        };
        let name = words::region(data, ranked.region, t);
        Some(BarRow {
            region: ranked.region,
            figure: ranked.figure,
            label: words::short(data, ranked.region, t).to_owned(),
            value: Some(ranked.value),
            spoken: t.spoken_bar(name, ranked.rank, reporting, value_text.clone()),
            value_text,
            detail: if ranking.is_per_residents {
                full
            } else {
                String::new()
            },
        })
    });
    let facts = ranking.facts.iter().filter_map(|(region, ix)| {
        let value_text = words::value(data, data.observation(*ix)?, t);
        let name = words::region(data, *region, t);
        Some(BarRow {
            region: *region,
            figure: *ix,
            label: words::short(data, *region, t).to_owned(),
            value: None,
            spoken: t.spoken_fact(name, value_text.clone()),
            value_text,
            detail: String::new(),
        })
    });
    let related = ranking.related.iter().filter_map(|related| {
        let value_text = words::value(data, data.observation(related.figure)?, t);
        let name = words::region(data, related.region, t);
        let detail = words::indicator(data, related.indicator, t).to_owned();
        Some(BarRow {
            region: related.region,
            figure: related.figure,
            label: words::short(data, related.region, t).to_owned(),
            value: related.value.filter(|_| !ranking.is_per_residents),
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
        missing_heading: t.missing_heading(ranking.not_reported.len()),
        missing: ranking
            .not_reported
            .iter()
            .map(|ix| (*ix, words::short(data, *ix, t).to_owned()))
            .collect(),
        reference: ranking.reference,
    }
}

fn alt(title: &str, body: &RankingBody, total: usize, reporting: usize, t: &Texts) -> String {
    let join = |rows: &[BarRow]| {
        rows.iter()
            .map(|row| t.alt_pair(row.label.clone(), row.value_text.clone()))
            .collect::<Vec<_>>()
            .join(t.list_mark())
    };
    let values = if body.rows.is_empty() {
        join(&body.facts)
    } else {
        join(&body.rows)
    };
    let mut alt = t.alt_ranking(reporting, title, total, values);
    if !body.missing.is_empty() {
        let names: Vec<&str> = body.missing.iter().map(|(_, name)| name.as_str()).collect();
        alt.push_str(t.sentence_gap());
        alt.push_str(&t.alt_missing(body.missing.len(), names.join(t.list_mark())));
    }
    alt
}

/// Draws the rows, the related rows and the names of those that do not report it.
pub fn draw(canvas: &mut Canvas<'_>, body: &RankingBody, linked: &Linked, picked: &mut Picked) {
    canvas.hairline();
    let label_pt = label_width(canvas, body);
    let largest = body.largest();
    rows(
        canvas,
        "rows",
        &body.rows,
        (label_pt, largest, body),
        linked,
        picked,
    );
    fact_rows(canvas, body, label_pt, linked, picked);
    if !body.related.is_empty() {
        canvas.gap(16.0);
        heading(canvas, &body.related_heading);
        rows(
            canvas,
            "related",
            &body.related,
            (label_pt, largest, body),
            linked,
            picked,
        );
    }
    if !body.missing.is_empty() {
        canvas.gap(16.0);
        heading(canvas, &body.missing_heading);
        chips(canvas, &body.missing, linked, picked);
    }
}

fn heading(canvas: &mut Canvas<'_>, text: &str) {
    canvas.paragraph(text, Ink::plain(style::SMALL_PT, canvas.palette.secondary));
    canvas.gap(6.0);
}

fn label_width(canvas: &Canvas<'_>, body: &RankingBody) -> f32 {
    let ink = Ink::bold(style::BODY_PT, canvas.palette.text);
    let rows = body.rows.iter().chain(&body.related).chain(&body.facts);
    rows.map(|row| canvas.line(&row.label, ink).size().x)
        .fold(48.0, f32::max)
        .min(canvas.width * 0.3)
}

fn rows(
    canvas: &mut Canvas<'_>,
    key: &'static str,
    list: &[BarRow],
    (label_pt, largest, body): (f32, f64, &RankingBody),
    linked: &Linked,
    picked: &mut Picked,
) {
    if list.is_empty() {
        return;
    }
    let is_related = key == "related";
    let palette = canvas.palette;
    let height = style::ROW_PT + 8.0 + canvas.row_extra_pt;
    let thickness = (height * 0.5).min(36.0);
    let plot_left = canvas.left + label_pt + 12.0;
    let plot = Rect::from_min_max(
        pos2(plot_left, canvas.y),
        pos2(canvas.right(), canvas.y + height * list.len() as f32),
    );
    let value_ink = Ink::bold(style::BODY_PT, palette.text);
    let detail_ink = Ink::plain(style::SMALL_PT, palette.secondary);
    let fraction = |row: &BarRow| match row.value {
        Some(value) if largest > 0.0 => (value / largest) as f32,
        _ => 0.0,
    };
    let widths: Vec<(f32, f32)> = (body.rows.iter().chain(&body.related))
        .map(|row| {
            let value = canvas.line(&row.value_text, value_ink).size().x + 8.0;
            let detail = canvas.line(&row.detail, detail_ink).size().x;
            // A long detail may wrap, so it claims at most a third of the width.
            let detail = if row.detail.is_empty() {
                0.0
            } else {
                detail.min(plot.width() / 3.0) + 8.0
            };
            (fraction(row), value + detail)
        })
        .collect();
    let longest = bars::longest(plot.width(), &widths);
    let marks: Vec<BarMark> = list
        .iter()
        .enumerate()
        .map(|(at, row)| BarMark {
            center_pt: height * (at as f32 + 0.5),
            thickness_pt: thickness,
            start: 0.0,
            length: fraction(row) * longest,
            color: frame::mark_color(palette),
            is_hatched: is_related,
        })
        .collect();
    ground(canvas, list, height, linked);
    let reference = body
        .reference
        .filter(|_| !is_related && largest > 0.0)
        .map(|value| (value / largest) as f32 * longest);
    bars::draw(canvas, key, plot, &marks, reference);
    for (row, mark) in list.iter().zip(&marks) {
        let rect = canvas.row_rect(height);
        let middle = rect.center().y;
        let label = canvas.layout(
            &row.label,
            Ink::bold(style::BODY_PT, palette.text),
            label_pt,
        );
        let x = canvas.left + label_pt - label.size().x;
        canvas.put_middle(x, middle, label);
        let bar = mark.rect(plot);
        let value = canvas.line(&row.value_text, value_ink);
        let value = canvas.put_middle(bar.right() + 8.0, middle, value);
        let room = canvas.right() - value.right() - 8.0;
        if !row.detail.is_empty() {
            let detail = canvas.layout(&row.detail, detail_ink, room);
            canvas.put_middle(value.right() + 8.0, middle, detail);
        }
        let response = canvas.mark((key, row.figure), rect, &row.spoken);
        picked.note(&response, Some(row.region), Some(row.figure));
        canvas.y += height;
        if !is_related {
            canvas.hairline();
            canvas.y -= style::HAIRLINE_PT;
        }
    }
}

/// Lights up the row of the hovered and the chosen cities.
fn ground(canvas: &Canvas<'_>, list: &[BarRow], height: f32, linked: &Linked) {
    for (at, row) in list.iter().enumerate() {
        let rect = canvas
            .row_rect(height)
            .translate(vec2(0.0, height * at as f32));
        if let Some(color) = lit(canvas, row.region, linked) {
            canvas.ui.painter().rect_filled(rect, 0, color);
        }
    }
}

/// The ground of a region's row, if it is chosen or under the pointer.
#[must_use]
pub fn lit(canvas: &Canvas<'_>, region: RegionIx, linked: &Linked) -> Option<egui::Color32> {
    if linked.hovered == Some(region) {
        Some(canvas.palette.hover_ground)
    } else if linked.selected == Some(region) || linked.compared == Some(region) {
        Some(canvas.palette.accent_ground)
    } else {
        None
    }
}

fn fact_rows(
    canvas: &mut Canvas<'_>,
    body: &RankingBody,
    label_pt: f32,
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    for row in &body.facts {
        let left = canvas.left + label_pt + 28.0;
        let text = Ink::plain(style::BODY_PT, palette.text);
        let value = canvas.layout(&row.value_text, text, canvas.right() - left);
        let height = (value.size().y + 12.0).max(style::ROW_PT + 4.0) + canvas.row_extra_pt;
        let rect = canvas.row_rect(height);
        if let Some(color) = lit(canvas, row.region, linked) {
            canvas.ui.painter().rect_filled(rect, 0, color);
        }
        let label = canvas.layout(
            &row.label,
            Ink::bold(style::BODY_PT, palette.text),
            label_pt,
        );
        canvas.put_middle(
            canvas.left + label_pt - label.size().x,
            rect.center().y,
            label,
        );
        let dot = pos2(left - 12.0, rect.center().y);
        canvas
            .ui
            .painter()
            .circle_filled(dot, 4.0, frame::mark_color(palette));
        canvas.put_middle(left, rect.center().y, value);
        let response = canvas.mark(("fact", row.figure), rect, &row.spoken);
        picked.note(&response, Some(row.region), Some(row.figure));
        canvas.y += height;
        canvas.hairline();
    }
}

fn chips(
    canvas: &mut Canvas<'_>,
    list: &[(RegionIx, String)],
    linked: &Linked,
    picked: &mut Picked,
) {
    let palette = canvas.palette;
    let height = 24.0;
    let mut x = canvas.left;
    for (region, name) in list {
        let galley = canvas.line(name, Ink::plain(style::SMALL_PT, palette.secondary));
        let width = galley.size().x + 20.0;
        if x > canvas.left && x + width > canvas.right() {
            x = canvas.left;
            canvas.y += height + 6.0;
        }
        let rect = Rect::from_min_size(pos2(x, canvas.y), vec2(width, height));
        let painter = canvas.ui.painter();
        if let Some(color) = lit(canvas, *region, linked) {
            painter.rect_filled(rect, 12, color);
        }
        let stroke = egui::Stroke::new(1.0, palette.hairline);
        painter.rect_stroke(rect, 12, stroke, egui::StrokeKind::Inside);
        canvas.put_middle(x + 10.0, rect.center().y, galley);
        let response = canvas.mark(("missing", *region), rect, name);
        picked.note(&response, Some(*region), None);
        x += width + 8.0;
    }
    canvas.y += height;
}
