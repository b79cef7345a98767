//! What a scatter plot says in sentences. It says where cities stand, and claims no connection.

use super::{PointMark, ScatterBody};
use crate::{
    analysis::Axis,
    figure::{takeaway, words},
    i18n::{Texts, number},
    model::{Dataset, RegionIx},
};

/// How many cities report both, and which is the highest on each axis.
pub fn takeaway(names: &[String; 2], body: &ScatterBody, total: usize, t: &Texts) -> String {
    let [x, y] = names;
    let reporting = body.points.len();
    let word = |count| number::word(count, t.lang());
    let who = if reporting == total {
        t.scatter_all(word(total), x.as_str(), y.as_str())
    } else {
        t.scatter_some(word(reporting), word(total), x.as_str(), y.as_str())
    };
    let lead = match [highest(body, Axis::X, t), highest(body, Axis::Y, t)] {
        [Some((city, value)), Some((other, other_value))] if city == other => {
            t.scatter_lead_both(city, value, other_value)
        }
        [Some((city, value)), Some((other, other_value))] => {
            let first = t.scatter_lead(x.as_str(), city, value);
            first + &t.scatter_lead_too(y.as_str(), other, other_value)
        }
        [Some((city, value)), None] => t.scatter_lead(x.as_str(), city, value),
        [None, Some((city, value))] => t.scatter_lead(y.as_str(), city, value),
        [None, None] => String::new(),
    };
    let said = who + &lead;
    takeaway::capitalised(&t.takeaway_sentence(said))
}

/// The number of `point` on `axis`, with its words.
fn on(point: &PointMark, axis: Axis) -> (f64, &str) {
    let ([x, y], [x_shown, y_shown]) = (point.values, &point.shown);
    match axis {
        Axis::X => (x, x_shown),
        Axis::Y => (y, y_shown),
    }
}

/// The names of the highest on `axis` and their value; `None` where all are equal.
fn highest(body: &ScatterBody, axis: Axis, t: &Texts) -> Option<(String, String)> {
    let most = body.points.iter().map(|point| on(point, axis).0).fold(f64::MIN, f64::max);
    let is_leader = |point: &&PointMark| (on(point, axis).0 - most).abs() < f64::EPSILON;
    let leaders: Vec<&PointMark> = body.points.iter().filter(is_leader).collect();
    let first = leaders.first()?;
    if leaders.len() == body.points.len() {
        return None;
    }
    let names: Vec<&str> = leaders.iter().map(|point| point.label.as_str()).collect();
    Some((takeaway::and(&names, t), on(first, axis).1.to_owned()))
}

/// The takeaway, every city with both numbers, and the cities that lack one.
pub fn alt(takeaway: &str, body: &ScatterBody, t: &Texts) -> String {
    let named = body.points.iter().filter(|point| point.is_named);
    let mut values: Vec<String> = named
        .map(|point| {
            let [x, y] = &point.shown;
            t.alt_pair(point.label.as_str(), format!("{x}{}{y}", t.list_mark()))
        })
        .collect();
    if values.len() < body.points.len() {
        values.push(t.more_names(body.points.len() - values.len()));
    }
    let absent: Vec<String> = body
        .absent
        .iter()
        .map(|group| {
            let said = t.named_value(group.heading.as_str(), group.chips.listed(t));
            t.takeaway_sentence(said)
        })
        .collect();
    let values = takeaway::listed(&values, t);
    let mut parts = vec![takeaway, &values];
    parts.extend(absent.iter().map(String::as_str));
    takeaway::sentences(&parts, t)
}

/// What a reader must know: other periods, round numbers, axes that do not start at zero.
pub fn notes(data: &Dataset, names: &[String; 2], body: &ScatterBody, t: &Texts) -> Vec<String> {
    let scatter = &body.analysis;
    let mut notes = Vec::new();
    if !scatter.is_one_period(data) {
        let each: Vec<String> = names
            .iter()
            .zip(Axis::ALL)
            .map(|(name, axis)| t.scatter_periods_of(name.as_str(), periods(data, body, axis, t)))
            .collect();
        notes.push(t.scatter_note_periods(each.join(t.sentence_mark())));
    }
    let list = |cities: &[RegionIx]| {
        let names: Vec<&str> = cities.iter().map(|ix| words::short(data, *ix, t)).collect();
        takeaway::and(&names, t)
    };
    for (name, axis) in names.iter().zip(Axis::ALL) {
        let side = match axis {
            Axis::X => t.scatter_side_x(),
            Axis::Y => t.scatter_side_y(),
        };
        let rounded = scatter.rounded(data, axis);
        if !rounded.is_empty() {
            notes.push(t.scatter_note_rounded(list(&rounded), name.as_str()));
        }
        // What a figure's own note explains needs no second word.
        let mut derived = scatter.derived(data, axis);
        derived.retain(|city| !has_note(data, body, *city, axis));
        if !derived.is_empty() {
            notes.push(t.scatter_note_derived(list(&derived), name.as_str()));
        }
        if let Some(city) = scatter.far_out(axis) {
            notes.push(t.scatter_note_far(words::short(data, city, t), side));
        }
    }
    notes.extend(not_from_zero(body, t));
    notes.push(t.scatter_note_no_claim().to_owned());
    notes
}

fn has_note(data: &Dataset, body: &ScatterBody, city: RegionIx, axis: Axis) -> bool {
    let point = body.analysis.points.iter().find(|point| point.region == city);
    let figure = point.and_then(|point| data.observation(point.on(axis).figure));
    figure.is_some_and(|it| it.note.is_some() || it.care.is_some())
}

fn not_from_zero(body: &ScatterBody, t: &Texts) -> Option<String> {
    let [x, y] = body.axes.each_ref().map(|axis| axis.span.is_from_zero());
    match (x, y) {
        (true, true) => None,
        (false, true) => Some(t.scatter_note_not_zero(t.scatter_side_x())),
        (true, false) => Some(t.scatter_note_not_zero(t.scatter_side_y())),
        (false, false) => Some(t.scatter_note_neither_zero().to_owned()),
    }
}

/// The periods on `axis`; where there are several, each with its cities.
fn periods(data: &Dataset, body: &ScatterBody, axis: Axis, t: &Texts) -> String {
    let periods = body.analysis.periods(data, axis);
    let is_single = periods.len() == 1;
    let named: Vec<String> = periods
        .into_iter()
        .map(|(period, cities)| {
            let period = words::period(data, period, t);
            let names: Vec<&str> = cities.iter().map(|ix| words::short(data, *ix, t)).collect();
            if is_single {
                period.to_owned()
            } else {
                t.named_value(takeaway::and(&names, t), period)
            }
        })
        .collect();
    named.join(t.list_mark())
}
