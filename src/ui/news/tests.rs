use egui::{
    Id,
    accesskit::{Role, Toggled},
};

use super::{About, IS_READ_AT_FOCUS, Look, News, Teller, speaks_for_itself};

fn news(text: &str, about: About) -> News {
    News { text: text.to_owned(), is_urgent: false, about, due_secs: 0.0 }
}

fn look(role: Role, label: &str, is_on: bool) -> Look {
    Look { role, label: label.to_owned(), toggled: Some(Toggled::from(is_on)), is_selected: None }
}

#[test]
fn what_a_pressed_control_says_by_itself_is_not_told_again() {
    let id = Some(Id::unique("control"));
    let told = news("Order: By name", About::View);
    let (off, on) =
        (look(Role::RadioButton, "By name", false), look(Role::RadioButton, "By name", true));
    assert_eq!(speaks_for_itself(&told, (id, &off), (id, &on)), !IS_READ_AT_FOCUS);
    assert!(!speaks_for_itself(&told, (id, &on), (id, &on)), "a key elsewhere changed it");
    let heading = |label| look(Role::ColumnHeader, label, false);
    let (old, new) = (heading("Value, not sorted"), heading("Value, sorted ascending"));
    assert!(speaks_for_itself(
        &news("Value, sorted ascending", About::View),
        (id, &old),
        (id, &new)
    ));
    assert!(
        !speaks_for_itself(&news("Saved", About::Deed), (id, &off), (id, &on)),
        "what was done is"
    );
}

#[test]
fn a_control_that_gets_the_keyboard_back_and_names_the_choice_is_enough() {
    let (row, button) = (Some(Id::unique("row")), Some(Id::unique("button")));
    let old = look(Role::Button, "Land area", false);
    let new = look(Role::Button, "Indicator: Land area", false);
    let told = news("Indicator: Land area", About::View);
    assert!(speaks_for_itself(&told, (row, &old), (button, &new)));
    let other = news("Indicator: Households", About::View);
    assert!(!speaks_for_itself(&other, (row, &old), (button, &new)));
}

#[test]
fn notices_of_one_moment_are_all_told_and_outrank_the_view() {
    let mut teller = Teller::default();
    teller.add(news("Plots tab", About::View));
    teller.tell("Saved.".to_owned(), false);
    teller.add(news("Plots tab", About::View));
    teller.tell("Settings were not kept.".to_owned(), true);
    let next = teller.next.unwrap();
    assert_eq!((next.text.as_str(), next.is_urgent), ("Saved. Settings were not kept.", true));
}
