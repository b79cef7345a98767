//! What the marks of a map mean: each class by the values that are really in it.

use egui::{Rect, pos2, vec2};

use super::{Fill, Place};
use crate::{
    analysis::{Class, Ranking},
    figure::{
        LegendEntry, Swatch,
        canvas::{Canvas, Ink},
        frame, style, words,
    },
    i18n::{Texts, number},
    model::{Dataset, Lang, Qualifier, UnitKind},
};

/// The legend of a map of `ranking` with `classes` and `places`.
pub(super) fn entries(
    data: &Dataset,
    ranking: &Ranking,
    classes: &[Class],
    places: &[Place],
    t: &Texts,
) -> Vec<LegendEntry> {
    let (unit, spans) = spans(data, ranking, classes, t);
    let unit = unit.map(|unit| LegendEntry::new(Swatch::Words, unit));
    let step = |(at, span): (usize, String)| {
        LegendEntry::new(Swatch::Step { at, count: classes.len() }, span)
    };
    let steps = spans.into_iter().enumerate().map(step);
    let mut entries: Vec<LegendEntry> = unit.into_iter().chain(steps).collect();
    let has = |fill: Fill| places.iter().any(|place| place.fill == fill);
    if has(Fill::Fact) {
        entries.push(LegendEntry::new(Swatch::Star, t.legend_fact()));
    }
    if has(Fill::Missing) {
        entries.push(LegendEntry::new(Swatch::Missing, t.legend_missing()));
    }
    if places.iter().any(|place| place.is_related) {
        entries.push(LegendEntry::new(Swatch::Ring, t.legend_related_dot()));
    }
    if let Some(value) = whole(data, ranking, t) {
        let name = words::short(data, data.root(), t);
        entries.push(LegendEntry::new(Swatch::Words, t.legend_reference(name, value)));
    }
    entries
}

/// The province's own value, on the scale of the map.
fn whole(data: &Dataset, ranking: &Ranking, t: &Texts) -> Option<String> {
    let figure = data.observation(ranking.whole?)?;
    let scaled = ranking.reference.filter(|_| ranking.is_per_residents);
    Some(scaled.map_or_else(
        || words::value(data, figure, t),
        |value| format!("{}{}", number::sign(figure.qualifier), words::per_residents(value, t)),
    ))
}

/// The classes' labels, and the unit once for all where it would be repeated too often.
fn spans(
    data: &Dataset,
    ranking: &Ranking,
    classes: &[Class],
    t: &Texts,
) -> (Option<String>, Vec<String>) {
    let unit = data.unit_of(ranking.indicator).filter(|_| !ranking.is_per_residents);
    let kind = unit.map_or(UnitKind::Count, |unit| unit.kind);
    let bare = |value: f64| match unit {
        Some(_) => number::plain(value, kind, t.lang()),
        None => words::per_residents(value, t),
    };
    let Some(unit) = unit.filter(|_| classes.len() >= LEAST_HOISTED && kind != UnitKind::Percent)
    else {
        let full = |value: f64| {
            unit.map_or_else(|| bare(value), |unit| number::with_unit(value, unit, t.lang()))
        };
        let label = |class: &Class| {
            if class.low < class.high {
                t.class_span(bare(class.low), full(class.high))
            } else {
                format!("{}{}", sign(data, ranking, *class), full(class.low))
            }
        };
        return (None, classes.iter().map(label).collect());
    };
    // 万, million and the like are said once too if all ends have the same.
    let ends: Vec<String> = classes.iter().flat_map(|it| [bare(it.low), bare(it.high)]).collect();
    let scale = |end: &str| end.split_once(' ').map_or("", |(_, word)| word).to_owned();
    let first = ends.first().map_or(String::new(), |end| scale(end));
    let is_shared = !first.is_empty() && ends.iter().all(|end| scale(end) == first);
    let end = |value: f64| {
        let end = bare(value);
        if is_shared { end.split(' ').next().unwrap_or_default().to_owned() } else { end }
    };
    let label = |class: &Class| {
        if class.low < class.high {
            t.class_span(end(class.low), end(class.high))
        } else {
            format!("{}{}", sign(data, ranking, *class), end(class.low))
        }
    };
    let word = unit.word(2.0, t.lang());
    let heading = match (is_shared, t.lang()) {
        (false, _) => word.to_owned(),
        (true, Lang::Zh) => format!("{first}{word}"),
        (true, Lang::En) => format!("{first} {word}"),
    };
    (Some(heading), classes.iter().map(label).collect())
}

/// From this many classes on the unit is said once for all.
const LEAST_HOISTED: usize = 3;

/// The sign of a class with one value, if every city's figure carries the same.
fn sign(data: &Dataset, ranking: &Ranking, class: Class) -> String {
    let mut signs: Vec<Qualifier> = ranking
        .figures
        .iter()
        .filter(|it| class.contains(it.value))
        .filter_map(|it| Some(data.observation(it.figure)?.qualifier))
        .collect();
    signs.dedup();
    match signs.as_slice() {
        [one] => number::sign(*one),
        _ => String::new(),
    }
}

/// Height of one line of a legend, in points.
const LINE_PT: f32 = 20.0;

/// Draws `entries` in lines that wrap within the width of the canvas; the cursor moves below them.
pub fn flow(canvas: &mut Canvas<'_>, entries: &[LegendEntry]) {
    let mut x = canvas.left;
    for entry in entries {
        let width = width(canvas, entry);
        if x > canvas.left && x + width > canvas.right() + 0.5 {
            x = canvas.left;
            canvas.y += LINE_PT;
        }
        let at = pos2(x, canvas.y);
        let rect = one(canvas, entry, at, canvas.right() - x);
        x = rect.right() + 12.0;
        // A long label takes several lines of its own.
        canvas.y += (rect.height() - LINE_PT).max(0.0);
    }
    if !entries.is_empty() {
        canvas.y += LINE_PT;
    }
}

/// The height that [`flow`] takes at most, in points.
pub(super) fn height_pt(canvas: &Canvas<'_>, entries: &[LegendEntry]) -> f32 {
    let all: f32 = entries.iter().map(|entry| width(canvas, entry) + 12.0).sum();
    // Each line may leave room for the entry that did not fit.
    let longest = entries.iter().map(|entry| width(canvas, entry)).fold(0.0, f32::max);
    let lines = (all / (canvas.width - longest).max(1.0)).ceil();
    LINE_PT * lines.min(entries.len() as f32)
}

/// Draws `entries` one below the other from `at`, at most `width_pt` wide; gives their rectangle.
pub fn column(
    canvas: &mut Canvas<'_>,
    entries: &[LegendEntry],
    at: egui::Pos2,
    width_pt: f32,
) -> Rect {
    let mut y = at.y;
    for entry in entries {
        let rect = one(canvas, entry, pos2(at.x, y), width_pt);
        y = rect.bottom() + 4.0;
    }
    Rect::from_min_max(at, pos2(at.x + width_pt, y))
}

/// Width of an entry's sample with the gap after it, in points.
const fn sample_pt(swatch: Swatch) -> f32 {
    match swatch {
        Swatch::Words => 0.0,
        _ => 22.0,
    }
}

fn ink(canvas: &Canvas<'_>) -> Ink {
    Ink::plain(style::SMALL_PT, canvas.palette.secondary)
}

fn width(canvas: &Canvas<'_>, entry: &LegendEntry) -> f32 {
    sample_pt(entry.swatch) + canvas.line(&entry.label, ink(canvas)).size().x
}

fn one(canvas: &mut Canvas<'_>, entry: &LegendEntry, at: egui::Pos2, width_pt: f32) -> Rect {
    let left = sample_pt(entry.swatch);
    let galley = canvas.layout(&entry.label, ink(canvas), width_pt - left);
    let size = vec2(left + galley.size().x, galley.size().y.max(LINE_PT));
    let rect = Rect::from_min_size(at, size);
    let middle = at.y + LINE_PT / 2.0;
    let sample = Rect::from_center_size(pos2(at.x + 8.0, middle), vec2(16.0, 12.0));
    frame::swatch(canvas, entry.swatch, sample);
    let top = if galley.size().y > LINE_PT { at.y } else { middle - galley.size().y / 2.0 };
    canvas.put(pos2(at.x + left, top), galley);
    canvas.say(rect, &entry.label);
    rect
}
