//! The two pickers of a scatter plot: what can be on each axis, and why the rest cannot.

use super::PickerRow;
use crate::{
    analysis::scatter::{LEAST_POINTS, common_cities, is_fact, partners},
    figure::words,
    i18n::Texts,
    model::{Dataset, IndicatorIx},
    state::ViewState,
};

/// The picker of one axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AxisScene {
    /// Id of the chosen indicator.
    pub chosen: Option<String>,
    /// Its name, or that one is to be chosen.
    pub name: String,
    /// Its definition.
    pub definition: String,
    /// All indicators: those that can be chosen first.
    pub rows: Vec<PickerRow>,
}

/// The pickers across and upward.
pub(super) fn axes(data: &Dataset, state: &ViewState, t: &Texts) -> [AxisScene; 2] {
    let chosen = [state.indicator_ix(data), state.indicator_y_ix(data)];
    let [x, y] = chosen;
    [axis(data, x, y, t), axis(data, y, x, t)]
}

fn axis(
    data: &Dataset,
    own: Option<IndicatorIx>,
    other: Option<IndicatorIx>,
    t: &Texts,
) -> AxisScene {
    let about = own.and_then(|ix| data.indicator(ix));
    AxisScene {
        chosen: about.map(|it| it.id.clone()),
        name: about.map_or(t.plots_axis_none(), |it| it.name.get(t.lang())).to_owned(),
        definition: about.map_or(String::new(), |it| it.definition.get(t.lang()).to_owned()),
        rows: rows(data, other, t),
    }
}

fn rows(data: &Dataset, other: Option<IndicatorIx>, t: &Texts) -> Vec<PickerRow> {
    // What pairs up with nothing asks nothing of the other axis.
    let other = other.filter(|ix| !partners(data, *ix).is_empty());
    let cannot = other.map_or_else(
        || t.plots_cannot_alone().to_owned(),
        |ix| t.plots_cannot(words::indicator(data, ix, t)),
    );
    let all: Vec<PickerRow> = super::picker_rows(data, t, |ix| why_not(data, ix, other, t));
    let (mut possible, mut rest): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|row| row.why_not.is_none());
    // The themes' headings go with all rows; here two groups matter more.
    for row in possible.iter_mut().chain(&mut rest) {
        row.heading = None;
    }
    if let Some(first) = rest.first_mut() {
        first.heading = Some(cannot);
    }
    possible.append(&mut rest);
    possible
}

/// Why the indicator cannot be on one axis while `other` is on the other.
fn why_not(
    data: &Dataset,
    indicator: IndicatorIx,
    other: Option<IndicatorIx>,
    t: &Texts,
) -> Option<String> {
    if is_fact(data, indicator) {
        return Some(t.plots_fact().to_owned());
    }
    let Some(other) = other else {
        let reporting = common_cities(data, indicator, indicator);
        return match reporting {
            0 => Some(t.plots_no_city().to_owned()),
            it if it < LEAST_POINTS => Some(t.plots_few_alone(it)),
            _ if partners(data, indicator).is_empty() => Some(t.plots_few(0)),
            _ => None,
        };
    };
    // To choose what is on the other axis swaps the two.
    if indicator == other {
        return None;
    }
    let common = common_cities(data, indicator, other);
    (common < LEAST_POINTS).then(|| t.plots_few(common))
}
