//! Ways back: back and forward between places, undo and redo of every change.
//!
//! *Back* and *forward* travel between **places**: tab, cities, indicator and figure. They change
//! where a reader is and nothing else; language, colours, order of cities and the layout of the map
//! stay as they are now.
//!
//! *Undo* and *redo* step through **every change of the view**, a change of language or order and a
//! step back or forward among them. An undone change also gives back the trail of places as it
//! was, so that back and forward then lead where they led before it.
//!
//! What repeats faster than [`RAPID_SECS`] and changes the same, such as an arrow key held down,
//! counts as one change and one place.

use std::collections::VecDeque;

use super::{Tab, ViewState, fields::Fields, view::OpenFigure};
use crate::figure::FigureKind;

/// How many places, and how many changes, are kept.
const MOST: usize = 100;

/// Changes of the same kind that follow one another within this time are one change, in seconds.
/// A held key repeats every 0.03 to 0.1 s; two deliberate clicks are further apart.
pub const RAPID_SECS: f64 = 0.2;

/// Where a reader is.
#[derive(Clone, Debug, Eq)]
pub struct Place {
    /// The tab.
    pub tab: Tab,
    /// Id of region A.
    pub selected: Option<String>,
    /// Id of region B.
    pub compared: Option<String>,
    /// Id of the indicator.
    pub indicator: Option<String>,
    /// Id of the indicator upward in a scatter plot.
    pub indicator_y: Option<String>,
    /// Id of the period.
    pub period: Option<String>,
    /// Id of the region whose parts are looked at.
    pub root: Option<String>,
    /// The figure on the plots tab.
    pub figure: FigureKind,
    /// What the source drawer shows; it comes along and makes no place of its own.
    pub open: Option<OpenFigure>,
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        (self.tab, &self.selected, &self.compared, self.figure)
            == (other.tab, &other.selected, &other.compared, other.figure)
            && (&self.period, &self.root) == (&other.period, &other.root)
            && (&self.indicator, &self.indicator_y) == (&other.indicator, &other.indicator_y)
    }
}

impl Place {
    /// Where `view` is.
    #[must_use]
    pub fn of(view: &ViewState) -> Self {
        Self {
            tab: view.tab,
            selected: view.selected.clone(),
            compared: view.compared.clone(),
            indicator: view.indicator.clone(),
            indicator_y: view.indicator_y.clone(),
            period: view.period.clone(),
            root: view.root.clone(),
            figure: view.figure,
            open: view.open.clone(),
        }
    }

    /// `now` at this place.
    #[must_use]
    pub fn shown_as(self, now: &ViewState) -> ViewState {
        let is_same = self.indicator == now.indicator;
        // Limits set by hand are values of the indicator that is left.
        let classing = now.classing.clone();
        let classing = if is_same { classing } else { classing.without_limits() };
        ViewState {
            classing,
            tab: self.tab,
            selected: self.selected,
            compared: self.compared,
            indicator: self.indicator,
            indicator_y: self.indicator_y,
            period: self.period,
            root: self.root,
            figure: self.figure,
            open: self.open,
            // A choice that was begun here is not gone on with there.
            is_picking_second: false,
            ..now.clone()
        }
    }
}

/// The places before and after the present one, the nearest last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Trail {
    past: VecDeque<Place>,
    future: VecDeque<Place>,
}

/// The view at some moment, and where back and forward led then.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Moment {
    view: ViewState,
    trail: Trail,
}

/// The last change: when it was made, in seconds, and which fields it touched.
#[derive(Clone, Debug, PartialEq)]
struct Change {
    secs: f64,
    fields: Vec<String>,
}

/// Places and changes before and after the present ones.
#[derive(Clone, Debug, Default)]
pub struct History {
    trail: Trail,
    undo: VecDeque<Moment>,
    redo: VecDeque<Moment>,
    last: Option<Change>,
}

fn push<T>(stack: &mut VecDeque<T>, item: T) {
    stack.push_back(item);
    if stack.len() > MOST {
        stack.pop_front();
    }
}

impl History {
    /// Notes that `old` became `new` at `now_secs`, a clock that starts anywhere.
    pub fn note(&mut self, old: &ViewState, new: &ViewState, now_secs: f64) {
        let fields = Fields::of(new).differing(&Fields::of(old));
        if fields.is_empty() {
            return;
        }
        let change = Change { secs: now_secs, fields };
        let repeats = self.last.as_ref().is_some_and(|last| {
            last.fields == change.fields && (0.0..RAPID_SECS).contains(&(now_secs - last.secs))
        });
        self.last = Some(change);
        if !repeats {
            push(&mut self.undo, Moment { view: old.clone(), trail: self.trail.clone() });
        }
        self.redo.clear();
        if Place::of(old) != Place::of(new) {
            if !repeats {
                push(&mut self.trail.past, Place::of(old));
            }
            self.trail.future.clear();
        }
    }

    /// The view at the place before that of `now`.
    pub fn back(&mut self, now: &ViewState) -> Option<ViewState> {
        self.travel(now, true)
    }

    /// The view at the place that was left by [`Self::back`].
    pub fn forward(&mut self, now: &ViewState) -> Option<ViewState> {
        self.travel(now, false)
    }

    fn travel(&mut self, now: &ViewState, is_back: bool) -> Option<ViewState> {
        let before = self.trail.clone();
        let Trail { past, future } = &mut self.trail;
        let (from, to) = if is_back { (past, future) } else { (future, past) };
        let here = Place::of(now);
        // Repeats that were taken as one may have ended where they began.
        while from.back() == Some(&here) {
            from.pop_back();
        }
        let there = from.pop_back()?;
        push(to, here);
        push(&mut self.undo, Moment { view: now.clone(), trail: before });
        self.redo.clear();
        self.last = None;
        Some(there.shown_as(now))
    }

    /// The view before the last change of `now`.
    pub fn undo(&mut self, now: &ViewState) -> Option<ViewState> {
        self.step(now, true)
    }

    /// The view that was left by [`Self::undo`].
    pub fn redo(&mut self, now: &ViewState) -> Option<ViewState> {
        self.step(now, false)
    }

    fn step(&mut self, now: &ViewState, is_undo: bool) -> Option<ViewState> {
        let (from, to) = if is_undo {
            (&mut self.undo, &mut self.redo)
        } else {
            (&mut self.redo, &mut self.undo)
        };
        // Repeats that were taken as one may have ended where they began.
        while from.back().is_some_and(|it| it.view == *now) {
            from.pop_back();
        }
        let Moment { view, trail } = from.pop_back()?;
        let here = Moment { view: now.clone(), trail: std::mem::replace(&mut self.trail, trail) };
        push(to, here);
        self.last = None;
        Some(view)
    }

    /// The place that [`Self::back`] leads to.
    #[must_use]
    pub fn before(&self, now: &ViewState) -> Option<&Place> {
        let here = Place::of(now);
        self.trail.past.iter().rev().find(|it| **it != here)
    }

    /// The place that [`Self::forward`] leads to.
    #[must_use]
    pub fn after(&self, now: &ViewState) -> Option<&Place> {
        let here = Place::of(now);
        self.trail.future.iter().rev().find(|it| **it != here)
    }

    /// Whether there is a change of `now` to undo.
    #[must_use]
    pub fn can_undo(&self, now: &ViewState) -> bool {
        self.undo.iter().any(|it| it.view != *now)
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self, now: &ViewState) -> bool {
        self.redo.iter().any(|it| it.view != *now)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{History, RAPID_SECS};
    use crate::{
        analysis::{Breaks, Classing, Order},
        model::Lang,
        state::{Tab, ViewState},
    };

    fn at(city: &str) -> ViewState {
        ViewState { selected: Some(city.into()), ..ViewState::default() }
    }

    /// A history and the view after `views`, one a second.
    fn walked(views: &[ViewState]) -> (History, ViewState) {
        let mut history = History::default();
        for (secs, pair) in views.windows(2).enumerate() {
            history.note(&pair[0], &pair[1], secs as f64);
        }
        (history, views.last().unwrap().clone())
    }

    #[test]
    fn limits_of_classes_do_not_travel_to_another_indicator() {
        let by_hand = Classing::ByHand(Breaks::try_from(vec![5.0]).unwrap());
        let at = |indicator: &str, classing: &Classing| ViewState {
            indicator: Some(indicator.into()),
            classing: classing.clone(),
            ..ViewState::default()
        };
        let first = at("rate", &Classing::Natural);
        let mut history = History::default();
        history.note(&first, &at("stations", &Classing::Natural), 0.0);
        let back = history.back(&at("stations", &by_hand)).unwrap();
        assert_eq!(back, first);
    }

    #[test]
    fn back_and_forward_retrace_the_way_and_keep_how_it_is_shown() {
        let (mut history, now) = walked(&[at("hangzhou"), at("ningbo"), at("wenzhou")]);
        let now = ViewState { lang: Lang::En, order: Order::Name, ..now };
        assert_eq!(history.before(&now).unwrap().selected.as_deref(), Some("ningbo"));
        let back = history.back(&now).unwrap();
        assert_eq!(back, ViewState { selected: Some("ningbo".into()), ..now.clone() });
        assert_eq!(history.after(&back).unwrap().selected.as_deref(), Some("wenzhou"));
        assert_eq!(history.forward(&back), Some(now.clone()));
        assert_eq!(history.after(&now), None);
        assert_eq!(history.forward(&now), None);
    }

    #[test]
    fn language_and_order_are_changes_to_undo_but_no_places() {
        let english = ViewState { lang: Lang::En, ..at("ningbo") };
        let sorted = ViewState { order: Order::Name, ..english.clone() };
        let (mut history, now) = walked(&[at("ningbo"), english.clone(), sorted.clone()]);
        assert_eq!(history.back(&now), None);
        assert_eq!(history.undo(&now), Some(english.clone()));
        assert_eq!(history.undo(&english), Some(at("ningbo")));
        assert!(!history.can_undo(&at("ningbo")));
        assert_eq!(history.redo(&at("ningbo")), Some(english));
    }

    #[test]
    fn an_undone_step_back_leads_back_again() {
        let (mut history, now) = walked(&[at("hangzhou"), at("ningbo")]);
        let back = history.back(&now).unwrap();
        assert_eq!(history.undo(&back), Some(now.clone()));
        assert_eq!(history.before(&now).unwrap().selected.as_deref(), Some("hangzhou"));
        assert_eq!(history.after(&now), None);
    }

    #[test]
    fn an_arrow_key_held_down_is_one_change_and_one_place() {
        let mut history = History::default();
        let way = ["a", "b", "c", "d"].map(at);
        for (pair, step) in way.windows(2).zip(1..) {
            history.note(&pair[0], &pair[1], f64::from(step) * RAPID_SECS * 0.4);
        }
        let mut again = history.clone();
        assert_eq!(history.undo(&way[3]), Some(way[0].clone()));
        assert_eq!(again.back(&way[3]), Some(way[0].clone()));
        assert_eq!(again.back(&way[0]), None);
    }

    #[test]
    fn going_somewhere_new_ends_the_way_forward() {
        let (mut history, now) = walked(&[at("hangzhou"), at("ningbo")]);
        let back = history.back(&now).unwrap();
        history.note(&back, &at("lishui"), 50.0);
        assert_eq!((history.after(&at("lishui")), history.can_redo(&at("lishui"))), (None, false));
    }

    fn any_view() -> impl Strategy<Value = ViewState> {
        (0..4_usize, "[a-c]", proptest::bool::ANY, proptest::bool::ANY).prop_map(
            |(tab, city, is_english, is_by_name)| ViewState {
                tab: Tab::ALL[tab],
                selected: Some(city),
                lang: if is_english { Lang::En } else { Lang::Zh },
                order: if is_by_name { Order::Name } else { Order::Value },
                ..ViewState::default()
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_undone_can_be_redone_and_what_is_left_reached_again(
            views in prop::collection::vec(any_view(), 2..12),
            steps in prop::collection::vec(0..4_u8, 0..12),
        ) {
            let (mut history, mut now) = walked(&views);
            for step in steps {
                let trail = history.trail.clone();
                let mut tried = history.clone();
                let (there, again): (Option<ViewState>, _) = match step {
                    0 => { let it = tried.undo(&now); (it.clone(), it.and_then(|it| tried.redo(&it))) }
                    1 => { let it = tried.redo(&now); (it.clone(), it.and_then(|it| tried.undo(&it))) }
                    2 => { let it = tried.back(&now); (it.clone(), it.and_then(|it| tried.forward(&it))) }
                    _ => { let it = tried.forward(&now); (it.clone(), it.and_then(|it| tried.back(&it))) }
                };
                if there.is_some() {
                    prop_assert_eq!(again.as_ref(), Some(&now));
                    if step < 2 {
                        prop_assert_eq!(&tried.trail, &trail);
                    }
                }
                let moved = match step {
                    0 => history.undo(&now),
                    1 => history.redo(&now),
                    2 => history.back(&now),
                    _ => history.forward(&now),
                };
                now = moved.unwrap_or(now);
            }
        }
    }
}
