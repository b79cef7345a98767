use super::{Action, apply};
use crate::{
    analysis::{Breaks, Classing, fixture},
    figure::FigureKind,
    state::{Offer, Tab, ViewState},
};

fn after(actions: &[Action]) -> ViewState {
    let data = fixture::dataset();
    actions
        .iter()
        .fold(ViewState::default(), |state, action| apply(&state, &data, action.clone()).0)
}

#[test]
fn choosing_b_shows_the_comparison() {
    let state = after(&[Action::Select("a".into()), Action::Compare("b".into())]);
    assert_eq!(state.tab, Tab::Compare);
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("a"), Some("b")));
}

#[test]
fn a_and_b_are_never_the_same_city() {
    let start = [Action::Select("a".into()), Action::Compare("b".into())];
    let state = after(&[start.as_slice(), &[Action::Select("b".into())]].concat());
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("b"), Some("a")));
    let state = after(&[start.as_slice(), &[Action::Compare("a".into())]].concat());
    assert_eq!(state.compared, None);
}

#[test]
fn while_a_is_pinned_choices_change_b_alone() {
    let start = [Action::Select("a".into()), Action::TogglePinA];
    let state = after(&[start.as_slice(), &[Action::Select("b".into())]].concat());
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("a"), Some("b")));
    assert_eq!(state.tab, Tab::Compare);
    let go_on = [Action::Select("c".into()), Action::Select("a".into())];
    let state = after(&[start.as_slice(), &go_on].concat());
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("a"), Some("c")));
}

#[test]
fn picking_the_second_city_lasts_for_one_choice() {
    let start = [Action::Select("a".into()), Action::SetPickingSecond(true)];
    let picked = [start.as_slice(), &[Action::Select("b".into())]].concat();
    let state = after(&picked);
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("a"), Some("b")));
    assert!(!state.is_picking_second);
    let state = after(&[picked.as_slice(), &[Action::Select("c".into())]].concat());
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("c"), Some("b")));
    let left = after(&[start.as_slice(), &[Action::SetTab(Tab::Plots)]].concat());
    assert!(!left.is_picking_second, "another tab ends it");
}

#[test]
fn several_actions_are_one_step() {
    let both = Action::Together(vec![
        Action::Select("a".into()),
        Action::Compare("b".into()),
        Action::SetTab(Tab::Compare),
    ]);
    let state = after(&[both]);
    assert_eq!(state.tab, Tab::Compare);
    assert_eq!((state.selected.as_deref(), state.compared.as_deref()), (Some("a"), Some("b")));
}

#[test]
fn figures_of_a_region_follow_one_another_and_end() {
    let open = |state: &ViewState| state.open.as_ref().map(|it| it.indicator.clone());
    let first = [Action::Select("a".into()), Action::SetIndicator("stations".into())];
    let state = after(&[first.as_slice(), &[Action::StepFigure(1)]].concat());
    assert_eq!(open(&state).as_deref(), Some("rate"));
    assert_eq!(state.indicator.as_deref(), Some("rate"));
    let state = after(&[first.as_slice(), &[Action::StepFigure(-1)]].concat());
    assert_eq!(open(&state), None, "there is none before the first");
}

#[test]
fn swapping_axes_and_choosing_what_lies_on_the_other_axis_never_doubles_an_indicator() {
    let scatter = [
        Action::SetIndicator("residents".into()),
        Action::SetIndicatorY("stations".into()),
        Action::SetFigure(FigureKind::Scatter),
    ];
    let axes = |more: &[Action]| {
        let state = after(&[scatter.as_slice(), more].concat());
        (state.indicator.unwrap(), state.indicator_y.unwrap())
    };
    let swapped = ("stations".to_owned(), "residents".to_owned());
    assert_eq!(axes(&[Action::SwapAxes]), swapped);
    assert_eq!(axes(&[Action::SetIndicator("stations".into())]), swapped);
    assert_eq!(axes(&[Action::SetIndicatorY("residents".into())]), swapped);
    assert_eq!(axes(&[Action::SetIndicatorY("none".into())]), (swapped.1, swapped.0));
}

#[test]
fn an_offer_shows_its_figure_in_one_step() {
    let offer = Offer {
        kind: FigureKind::Scatter,
        indicator: Some("residents".into()),
        indicator_y: Some("stations".into()),
        compared: None,
    };
    let state = after(&[Action::SetIndicator("rate".into()), Action::Show(offer)]);
    assert!(state.is_scatter());
    assert_eq!(state.indicator.as_deref(), Some("residents"));
    assert_eq!(state.indicator_y.as_deref(), Some("stations"));
}

#[test]
fn limits_by_hand_end_with_their_indicator() {
    let by_hand = Classing::ByHand(Breaks::try_from(vec![15.0]).unwrap());
    let start = [Action::SetIndicator("stations".into()), Action::SetClassing(by_hand.clone())];
    assert_eq!(after(&start).classing, by_hand);
    let again = [start.as_slice(), &[Action::SetIndicator("stations".into())]].concat();
    assert_eq!(after(&again).classing, by_hand);
    let other = [start.as_slice(), &[Action::SetIndicator("rate".into())]].concat();
    assert_eq!(after(&other).classing, Classing::Natural);
    let per_residents = [start.as_slice(), &[Action::TogglePerResidents]].concat();
    assert_eq!(after(&per_residents).classing, Classing::Natural);
}

#[test]
fn unknown_ids_change_nothing() {
    assert_eq!(after(&[Action::Select("atlantis".into())]), ViewState::default());
    assert_eq!(after(&[Action::SetIndicator("none".into())]), ViewState::default());
}
