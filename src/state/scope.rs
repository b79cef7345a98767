//! Which period, and the parts of which region, the window looks at.

use super::ViewState;
use crate::model::{Dataset, PeriodIx, RegionIx};

/// A choice of what is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Look at a period, by id.
    Period(String),
    /// Look at the next (1) or previous (-1) period.
    StepPeriod(i8),
    /// Look at the parts of a region, by id.
    Into(String),
    /// Look at the parts of the region around.
    Up,
}

impl ViewState {
    /// The period that is looked at: the latest without a choice; `None` where there is none to
    /// make.
    #[must_use]
    pub fn period_ix(&self, data: &Dataset) -> Option<PeriodIx> {
        let chosen = self.period.as_deref().and_then(|id| data.period_by_id(id));
        chosen.and_then(|it| data.stage_of(it)).or_else(|| data.stages().last().copied())
    }

    /// The region whose parts are looked at.
    #[must_use]
    pub fn root_ix(&self, data: &Dataset) -> RegionIx {
        let chosen = self.root.as_deref().and_then(|id| data.region_by_id(id));
        chosen.filter(|it| !data.children(*it).is_empty()).unwrap_or(data.top())
    }

    /// `data` through the period and the region that are looked at.
    #[must_use]
    pub fn seen(&self, data: &Dataset) -> Dataset {
        data.seen(self.period_ix(data), Some(self.root_ix(data)))
    }

    /// Whether `data` is seen as this view asks.
    #[must_use]
    pub fn is_seen(&self, data: &Dataset) -> bool {
        (data.seen_period(), data.root()) == (self.period_ix(data), self.root_ix(data))
    }
}

/// The period that stands `step` before or after the one that `state` looks at.
#[must_use]
pub fn period_beside(state: &ViewState, data: &Dataset, step: i8) -> Option<PeriodIx> {
    let now = state.period_ix(data)?;
    let at = data.stages().iter().position(|it| *it == now)?;
    data.stages().get(at.checked_add_signed(isize::from(step))?).copied()
}

/// What the choice `scope` makes of `next`; ids that the data set lacks change nothing.
pub(super) fn apply(next: &mut ViewState, data: &Dataset, scope: Scope) {
    let id_of = |it: RegionIx| data.region(it).map(|it| it.id.clone());
    match scope {
        Scope::Period(id) => {
            if data.period_by_id(&id).is_some_and(|it| data.stage_of(it).is_some()) {
                next.period = Some(id);
            }
        }
        Scope::StepPeriod(step) => {
            if let Some(period) = period_beside(next, data, step).and_then(|it| data.period(it)) {
                next.period = Some(period.id.clone());
            }
        }
        Scope::Into(id) => {
            let parts = data.region_by_id(&id).map(|it| data.children(it));
            if parts.is_some_and(|it| !it.is_empty()) {
                let target = data.region_by_id(&id);
                // Further out, the part that one comes from stays chosen.
                let mut path = data.ancestry(next.root_ix(data));
                let parent = |it: &RegionIx| data.region(*it).and_then(|it| it.parent);
                let from = path.find(|it| parent(it) == target).and_then(id_of);
                next.root = (target != Some(data.top())).then(|| id.clone());
                next.compared = None;
                super::action::choose_a(next, from.unwrap_or(id));
            }
        }
        Scope::Up => {
            let root = next.root_ix(data);
            if let Some(above) = data.region(root).and_then(|it| it.parent) {
                next.root = (above != data.top()).then(|| id_of(above)).flatten();
                next.compared = None;
                if let Some(id) = id_of(root) {
                    super::action::choose_a(next, id);
                }
            }
        }
    }
}

/// Looks at the parts of another region where the one that is chosen now lies outside of those that
/// were looked at.
pub(super) fn keep_in_sight(next: &mut ViewState, before: &ViewState, data: &Dataset) {
    if next.selected == before.selected {
        return;
    }
    let Some(chosen) = next.selected_ix(data) else { return };
    let root = next.root_ix(data);
    let parent = data.region(chosen).and_then(|it| it.parent);
    if chosen == root || parent == Some(root) {
        return;
    }
    let around = parent.filter(|it| *it != data.top());
    next.root = around.and_then(|it| data.region(it)).map(|it| it.id.clone());
}

#[cfg(test)]
mod tests {
    use super::{Scope, period_beside};
    use crate::{
        analysis::fixture,
        model::Lang,
        state::{Action, ViewState, apply},
    };

    fn after(state: &ViewState, action: Action) -> ViewState {
        let data = fixture::years();
        apply(state, &state.seen(&data), action).0
    }

    #[test]
    fn the_latest_period_is_looked_at_first_and_steps_end_at_both_ends() {
        let data = fixture::years();
        let first = ViewState::first(&data, Lang::En);
        assert_eq!(first.period_ix(&data), data.period_by_id("2023"));
        assert_eq!(period_beside(&first, &data, 1), None);
        let same = after(&first, Action::Scope(Scope::StepPeriod(1)));
        assert_eq!(same, first);
        let back = after(&first, Action::Scope(Scope::StepPeriod(-1)));
        assert_eq!(back.period.as_deref(), Some("2022"));
        let unknown = after(&back, Action::Scope(Scope::Period("1066".into())));
        assert_eq!(unknown, back);
    }

    #[test]
    fn a_region_with_parts_is_gone_into_and_left_again() {
        let data = fixture::years();
        let first = ViewState::first(&data, Lang::En);
        let inside = after(&first, Action::Scope(Scope::Into("jia".into())));
        assert_eq!(inside.seen(&data).cities().len(), 2);
        assert_eq!(inside.selected.as_deref(), Some("jia"));
        let nowhere = after(&first, Action::Scope(Scope::Into("ding".into())));
        assert_eq!(nowhere, first, "a region without parts is not gone into");
        let up = after(&inside, Action::Scope(Scope::Up));
        assert_eq!((up.root.as_deref(), up.selected.as_deref()), (None, Some("jia")));
        assert_eq!(after(&up, Action::Scope(Scope::Up)), up, "nothing is above the top");
    }

    #[test]
    fn a_choice_elsewhere_takes_the_window_there() {
        let data = fixture::years();
        let first = ViewState::first(&data, Lang::En);
        let county = after(&first, Action::Select("yi-north".into()));
        assert_eq!(county.root.as_deref(), Some("yi"));
        let city = after(&county, Action::Select("bing".into()));
        assert_eq!(city.root, None);
        let stays = after(&county, Action::Select("yi".into()));
        assert_eq!(stays.root.as_deref(), Some("yi"), "the whole is in sight beside its parts");
    }
}
