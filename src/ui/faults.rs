//! What is shown instead of half a data set: every problem with its place and its mend.

use egui::{CentralPanel, Frame, Label, Margin, RichText, ScrollArea, Ui};

use super::widgets;
use crate::{
    figure::style::{self, Palette},
    i18n::Texts,
    state::{Action, Command},
};

/// One problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultLine {
    /// File, line and column.
    pub place: String,
    /// Line and column in the data file itself; empty for a problem elsewhere.
    pub place_in_file: String,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

/// A file that could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultReport {
    /// The file.
    pub file: String,
    /// Its problems, in the order of the file.
    pub lines: Vec<FaultLine>,
    /// How many more there are.
    pub more: usize,
    /// Whether there is no such file.
    pub is_missing: bool,
}

impl FaultLine {
    /// Place and problem in one line.
    #[must_use]
    pub fn brief(&self, t: &Texts) -> String {
        let place = [&self.place_in_file, &self.place].into_iter().find(|it| !it.is_empty());
        t.edit_problem(place.map_or("", String::as_str), self.message.as_str())
    }
}

impl FaultReport {
    /// The whole report as text, for the clipboard.
    #[must_use]
    pub fn text(&self) -> String {
        let line = |it: &FaultLine| format!("{}: {}\n    {}\n", it.place, it.message, it.help);
        self.lines.iter().map(line).collect()
    }
}

/// Draws the report over all of `ui`; `has_data` tells whether there is data to go back to.
pub fn show(
    ui: &mut Ui,
    report: &FaultReport,
    palette: &Palette,
    t: &Texts,
    has_path: bool,
) -> Option<FaultAnswer> {
    let mut answer = None;
    let frame = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(32, 24));
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        let count = report.lines.len() + report.more;
        widgets::heading(ui, t.faults_title(count, report.file.as_str()), style::TITLE_PT, 1);
        ui.add_space(4.0);
        ui.label(RichText::new(t.faults_explained()).color(palette.secondary));
        ui.add_space(12.0);
        ui.horizontal_wrapped(|ui| {
            if has_path && ui.button(Command::Reload.name(t)).clicked() {
                answer = Some(FaultAnswer::Do(Command::Reload.action()));
            }
            if ui.button(Command::Open.name(t)).clicked() {
                answer = Some(FaultAnswer::Do(Command::Open.action()));
            }
            if ui.button(t.faults_back()).clicked() {
                answer = Some(FaultAnswer::Back);
            }
            if ui.button(t.faults_copy()).clicked() {
                ui.ctx().copy_text(report.text());
            }
        });
        ui.add_space(12.0);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for line in &report.lines {
                ui.label(widgets::quiet(line.place.as_str(), palette));
                let message = RichText::new(line.message.as_str()).color(palette.error);
                ui.add(Label::new(message).wrap().selectable(true));
                ui.add(Label::new(line.help.as_str()).wrap().selectable(true));
                ui.add_space(10.0);
            }
            if report.more > 0 {
                ui.label(t.faults_more(report.more));
            }
        });
    });
    answer
}

/// What a person wants to do about a faulty file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultAnswer {
    /// An action.
    Do(Action),
    /// Back to the data that is open.
    Back,
}
