//! What is said over the data while the file they came from cannot be shown as it is now.

use egui::{Frame, Label, Margin, Panel, RichText, Ui};

use super::{Pushed, View, faults::FaultReport, theme, widgets};
use crate::{figure::style, i18n::Texts, state::Command};

/// Problems that are listed in the banner itself.
const MOST_LINES: usize = 2;

/// What the banner says first, and what is told when it appears.
#[must_use]
pub fn title(report: &FaultReport, t: &Texts) -> String {
    let count = report.lines.len() + report.more;
    if report.is_missing {
        t.edit_missing(report.file.as_str())
    } else {
        t.edit_broken(count, report.file.as_str())
    }
}

/// Draws the banner below the header; tells whether all problems are asked for.
pub fn show(ui: &mut Ui, view: &View<'_>, report: &FaultReport, pushed: &mut Pushed) -> bool {
    let (t, palette) = (view.t, view.palette);
    let frame =
        Frame::new().fill(palette.care_ground).inner_margin(Margin::symmetric(theme::PAD_PT, 8));
    let lines = if report.is_missing { 0 } else { report.lines.len().min(MOST_LINES) };
    // A panel does not become lower than it was: one with fewer lines is another.
    let id = ("banner", lines);
    let panel =
        Panel::top(egui::Id::unique(id)).resizable(false).show_separator_line(false).frame(frame);
    let mut is_all_asked = false;
    panel.show(ui, |ui| {
        let layout = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(layout, |ui| {
            if ui.button(Command::Reload.name(t)).clicked() {
                pushed.actions.push(Command::Reload.action());
            }
            is_all_asked = ui.button(t.edit_show_all()).clicked();
            let words = egui::Layout::top_down(egui::Align::Min);
            ui.with_layout(words, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                let title = widgets::bold(title(report, t), style::BODY_PT).color(palette.care);
                ui.add(Label::new(title).wrap());
                for line in report.lines.iter().take(lines) {
                    let text = RichText::new(line.brief(t)).color(palette.text);
                    let hint = format!("{}\n{}\n{}", line.place, line.message, line.help);
                    ui.add(Label::new(text).truncate()).on_hover_text(hint);
                }
            });
        });
    });
    is_all_asked
}
