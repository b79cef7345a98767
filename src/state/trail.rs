//! Going where a search leads, and the words that are marked there.

use super::{Action, OpenFigure, Tab, ViewState};
use crate::model::Dataset;

/// What a search led to, marked until a person goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail {
    /// The words that were typed.
    pub words: String,
    /// What they led to.
    pub end: Option<TrailEnd>,
    /// Counts up, so that going to the same place again scrolls there again.
    pub visit: u32,
}

/// The one thing that a search led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrailEnd {
    /// A highlight, by its position in the data set.
    Highlight(usize),
    /// A figure.
    Figure(OpenFigure),
}

/// A place to go to in one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destination {
    /// Id of the region to choose.
    pub region: Option<String>,
    /// Id of the indicator to choose.
    pub indicator: Option<String>,
    /// The tab to show.
    pub tab: Option<Tab>,
    /// The thing to scroll to; a figure is opened in the source drawer too.
    pub end: Option<TrailEnd>,
    /// The words to mark there.
    pub words: String,
}

/// `state` at `place`; ids that the data set lacks change nothing.
pub(super) fn go(state: &ViewState, data: &Dataset, place: Destination) -> ViewState {
    let steps = [
        place.region.map(Action::ChooseA),
        place.indicator.map(Action::SetIndicator),
        place.tab.map(Action::SetTab),
    ];
    let mut next = steps
        .into_iter()
        .flatten()
        .fold(state.clone(), |state, step| super::apply(&state, data, step).0);
    if let Some(TrailEnd::Figure(figure)) = &place.end {
        next.open = Some(figure.clone());
        next.drawer.is_folded = false;
    }
    let visit = state.trail.as_ref().map_or(0, |it| it.visit.wrapping_add(1));
    next.trail = place.end.map(|end| Trail { words: place.words, end: Some(end), visit });
    next
}

#[cfg(test)]
mod tests {
    use super::{Destination, TrailEnd};
    use crate::{
        analysis::fixture,
        state::{Action, Tab, ViewState, apply},
    };

    #[test]
    fn a_search_goes_there_in_one_step_and_going_on_forgets_the_words() {
        let data = fixture::dataset();
        let place = Destination {
            region: Some("b".into()),
            tab: Some(Tab::City),
            end: Some(TrailEnd::Highlight(0)),
            words: "care".into(),
            ..Destination::default()
        };
        let start = ViewState { tab: Tab::Plots, ..ViewState::default() };
        let (there, _) = apply(&start, &data, Action::GoTo(place.clone()));
        assert_eq!((there.selected.as_deref(), there.tab), (Some("b"), Tab::City));
        assert_eq!(there.trail.as_ref().map(|it| it.words.as_str()), Some("care"));
        let (again, _) = apply(&there, &data, Action::GoTo(place));
        assert_ne!(again.trail, there.trail, "the place is scrolled to anew");
        let (on, _) = apply(&there, &data, Action::Select("a".into()));
        assert_eq!(on.trail, None);
    }
}
