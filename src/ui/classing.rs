//! How values become classes: a small choice behind the map's “…” button.

use egui::{Popup, PopupCloseBehavior, Ui};

use super::{
    Pushed, View,
    map::{self, Sign},
    reflow, widgets,
};
use crate::{
    analysis::{Breaks, BreaksError, Classing, classes},
    figure::style,
    i18n::Texts,
    state::Action,
};

/// Limits as typed, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
    fault: Option<Fault>,
}

/// Why limits as typed cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// This is no number.
    NoNumber(String),
    /// The numbers are no limits.
    Breaks(BreaksError),
}

impl Fault {
    fn words(&self, t: &Texts) -> String {
        match self {
            Self::NoNumber(word) => t.classing_no_number(word.as_str()),
            Self::Breaks(BreaksError::Count) => t.classing_count().to_owned(),
            Self::Breaks(BreaksError::NotRising) => t.classing_not_rising().to_owned(),
            Self::Breaks(BreaksError::NotFinite) => t.classing_not_finite().to_owned(),
        }
    }
}

/// Whether there are values to class.
#[must_use]
pub fn is_offered(view: &View<'_>) -> bool {
    view.scene.map.steps > 0
}

/// The “…” button and its popup.
pub fn button(ui: &mut Ui, view: &View<'_>, draft: &mut Draft, pushed: &mut Pushed) {
    let name = view.t.classing_name();
    let response = map::signed(ui, view, Sign::More, name, true).on_hover_text(name);
    if response.clicked() {
        draft.text = match &view.state.classing {
            Classing::ByHand(breaks) => listed(breaks.values()),
            classing => suggested(view, classing),
        };
        draft.fault = None;
    }
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(name)
        .show(|ui| {
            ui.set_width(reflow::width_pt(ui, 330.0));
            choice(ui, view, draft, pushed);
        });
}

/// The limits of the present classes, as a start for limits by hand.
fn suggested(view: &View<'_>, classing: &Classing) -> String {
    let found = classes(&view.scene.map_values, classing);
    let limits: Vec<f64> = found.iter().skip(1).map(|class| class.low).collect();
    listed(&limits)
}

fn listed(limits: &[f64]) -> String {
    limits.iter().map(f64::to_string).collect::<Vec<_>>().join("; ")
}

fn choice(ui: &mut Ui, view: &View<'_>, draft: &mut Draft, pushed: &mut Pushed) {
    let t = view.t;
    ui.label(widgets::bold(t.classing_heading(), style::BODY_PT));
    let present = &view.state.classing;
    let methods = [
        (Classing::Natural, t.classing_natural()),
        (Classing::Quantile, t.classing_quantile()),
        (Classing::Equal, t.classing_equal()),
    ];
    for (classing, name) in methods {
        if ui.radio(*present == classing, name).clicked() {
            pushed.actions.push(Action::SetClassing(classing));
        }
    }
    ui.add_space(4.0);
    let label = ui.label(t.classing_by_hand());
    ui.horizontal(|ui| {
        let field = egui::TextEdit::singleline(&mut draft.text).desired_width(240.0);
        let field = ui.add(field).labelled_by(label.id).on_hover_text(t.classing_hint());
        let is_entered =
            field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.button(t.classing_apply()).clicked() || is_entered {
            match parsed(&draft.text) {
                Ok(breaks) => {
                    draft.fault = None;
                    pushed.actions.push(Action::SetClassing(Classing::ByHand(breaks)));
                }
                Err(fault) => draft.fault = Some(fault),
            }
        }
    });
    widgets::text(ui, t.classing_hint(), style::SMALL_PT, false, view.palette.secondary);
    if let Some(fault) = &draft.fault {
        widgets::text(ui, &fault.words(t), style::SMALL_PT, false, view.palette.error);
    }
}

/// Limits parted by semicolons or white space; thousands may be parted by commas.
fn parsed(text: &str) -> Result<Breaks, Fault> {
    let parts = text.split(|it: char| it == ';' || it == '；' || it.is_whitespace());
    let number = |part: &str| {
        let plain = part.replace([',', '，'], "");
        plain.parse::<f64>().map_err(|_| Fault::NoNumber(part.to_owned()))
    };
    let values: Result<Vec<f64>, Fault> = parts.filter(|it| !it.is_empty()).map(number).collect();
    Breaks::try_from(values?).map_err(Fault::Breaks)
}

#[cfg(test)]
mod tests {
    use super::{BreaksError, Fault, parsed};

    #[test]
    fn limits_are_read_as_people_type_them() {
        for text in ["1000; 2500.5", "1,000；2,500.5", " 1000  2500.5 "] {
            assert_eq!(parsed(text).unwrap().values(), [1000.0, 2500.5], "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert_eq!(parsed("10; many"), Err(Fault::NoNumber("many".into())));
        assert_eq!(parsed("10; 5"), Err(Fault::Breaks(BreaksError::NotRising)));
        assert_eq!(parsed("  "), Err(Fault::Breaks(BreaksError::Count)));
    }
}
