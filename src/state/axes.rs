//! The two indicators of a scatter plot, and figures that are offered instead of impossible ones.

use super::{Tab, ViewState};
use crate::{analysis::scatter::pairs_up, figure::FigureKind, model::Dataset};

/// A figure that works, with the choices that make it work; `None` keeps what is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// The kind of figure.
    pub kind: FigureKind,
    /// Id of the indicator.
    pub indicator: Option<String>,
    /// Id of the indicator upward.
    pub indicator_y: Option<String>,
    /// Id of the region to compare with the chosen one.
    pub compared: Option<String>,
}

/// The id of the indicator upward, chosen or not.
fn y_id(state: &ViewState, data: &Dataset) -> Option<String> {
    data.indicator(state.indicator_y_ix(data)?).map(|it| it.id.clone())
}

/// Puts the indicator `id` on the axis across; if it lay upward, the two swap where they pair up.
pub(super) fn put_across(next: &mut ViewState, data: &Dataset, id: String) {
    if data.indicator_by_id(&id).is_none() {
        return;
    }
    let lay_upward = y_id(next, data);
    if lay_upward.as_ref() == Some(&id) {
        let pair = (next.indicator_ix(data), data.indicator_by_id(&id));
        let is_pair = matches!(pair, (Some(old), Some(new)) if pairs_up(data, old, new));
        next.indicator_y = next.indicator.take().filter(|_| is_pair);
    }
    next.indicator = Some(id);
    next.open = None;
}

/// Puts the indicator `id` on the axis upward; if it lay across, the two swap.
pub(super) fn put_upward(next: &mut ViewState, data: &Dataset, id: String) {
    if data.indicator_by_id(&id).is_none() {
        return;
    }
    if next.indicator.as_ref() == Some(&id) {
        next.indicator = y_id(next, data).or(next.indicator.take());
    }
    next.indicator_y = Some(id);
    next.open = None;
}

/// Swaps the axes of the scatter plot, if one is looked at.
pub(super) fn swap(next: &mut ViewState, data: &Dataset) {
    if let (true, Some(upward)) = (next.is_scatter(), y_id(next, data)) {
        next.indicator_y = next.indicator.replace(upward);
        next.open = None;
    }
}

/// Shows the figure that is offered, with the choices that make it work.
pub(super) fn show(next: &mut ViewState, data: &Dataset, offer: Offer) {
    let known = |id: &String| data.indicator_by_id(id).is_some();
    if let Some(indicator) = offer.indicator.filter(known) {
        next.indicator = Some(indicator);
    }
    if let Some(indicator) = offer.indicator_y.filter(known) {
        next.indicator_y = Some(indicator);
    }
    let is_other =
        |id: &String| data.region_by_id(id).is_some() && next.selected.as_ref() != Some(id);
    if let Some(region) = offer.compared.filter(is_other) {
        next.compared = Some(region);
    }
    next.figure = offer.kind;
    next.tab = Tab::Plots;
    next.is_picking_second = false;
    next.open = None;
}
