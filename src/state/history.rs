//! Where a person was before: back and forward.

use super::ViewState;

/// How many views are kept.
const MOST: usize = 100;

/// Views before and after the present one.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<ViewState>,
    future: Vec<ViewState>,
}

impl History {
    /// Notes that `old` was left for `new`. Language and colours are no places, so a change of
    /// them alone is not noted.
    pub fn note(&mut self, old: &ViewState, new: &ViewState) {
        let mut same_place = old.clone();
        same_place.lang = new.lang;
        same_place.theme = new.theme;
        same_place.open.clone_from(&new.open);
        same_place.is_picking_second = new.is_picking_second;
        same_place.table.clone_from(&new.table);
        same_place.home.clone_from(&new.home);
        same_place.drawer = new.drawer;
        if same_place == *new {
            return;
        }
        self.past.push(old.clone());
        if self.past.len() > MOST {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// The view before `now`, in its language and colours.
    pub fn back(&mut self, now: &ViewState) -> Option<ViewState> {
        let past = self.past.pop()?;
        self.future.push(now.clone());
        Some(in_manner_of(past, now))
    }

    /// The view that was left by [`Self::back`].
    pub fn forward(&mut self, now: &ViewState) -> Option<ViewState> {
        let future = self.future.pop()?;
        self.past.push(now.clone());
        Some(in_manner_of(future, now))
    }

    /// Whether there is a view to go back to.
    #[must_use]
    pub const fn has_past(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a view to go forward to.
    #[must_use]
    pub const fn has_future(&self) -> bool {
        !self.future.is_empty()
    }
}

fn in_manner_of(mut view: ViewState, now: &ViewState) -> ViewState {
    view.lang = now.lang;
    view.theme = now.theme;
    view
}

#[cfg(test)]
mod tests {
    use super::History;
    use crate::{model::Lang, state::ViewState};

    fn at(city: &str) -> ViewState {
        ViewState { selected: Some(city.into()), ..ViewState::default() }
    }

    #[test]
    fn back_and_forward_retrace_the_way_and_keep_the_language() {
        let mut history = History::default();
        history.note(&at("hangzhou"), &at("ningbo"));
        history.note(&at("ningbo"), &at("wenzhou"));
        let now = ViewState { lang: Lang::En, ..at("wenzhou") };
        let back = history.back(&now).unwrap();
        assert_eq!((back.selected.as_deref(), back.lang), (Some("ningbo"), Lang::En));
        let forward = history.forward(&back).unwrap();
        assert_eq!(forward.selected.as_deref(), Some("wenzhou"));
        assert!(!history.has_future());
    }

    #[test]
    fn a_change_of_language_is_no_place_to_go_back_to() {
        let mut history = History::default();
        history.note(&at("ningbo"), &ViewState { lang: Lang::En, ..at("ningbo") });
        assert!(!history.has_past());
    }
}
