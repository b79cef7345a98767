//! The main area: tabs, and what the chosen one shows.

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::{
    Pushed, View, city, compare,
    focus::{self, Part},
    home, layout, plots,
    reflow::Front,
    table::{self, TableCursor},
    theme, trail, travel, widgets,
};
use crate::{
    figure::{self, Unavailable, style},
    i18n::Texts,
    state::{Action, Command, Tab},
};

/// Draws the tabs over the whole width of a small window; elsewhere they stand over the content.
pub fn bar(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    if view.front.is_none() {
        return;
    }
    let frame = Frame::new().fill(view.palette.surface);
    Panel::top("tabs").resizable(false).frame(frame).show(ui, |ui| {
        focus::begin(ui, Part::Main, view.t);
        tabs(ui, view, pushed);
    });
}

/// Draws tabs and content into what is left of `ui`.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    cursor: &mut TableCursor,
    axis_filters: &mut [String; 2],
    pushed: &mut Pushed,
) {
    if view.front.is_some_and(|it| it != Front::Main) {
        return;
    }
    let frame = Frame::new().fill(view.palette.surface);
    CentralPanel::no_frame().frame(frame).show(ui, |ui| {
        if view.front.is_none() {
            focus::begin(ui, Part::Main, view.t);
            tabs(ui, view, pushed);
            let y = ui.cursor().top();
            let line = egui::Stroke::new(style::HAIRLINE_PT, view.palette.hairline);
            ui.painter().hline(ui.max_rect().x_range(), y, line);
            ui.add_space(1.0);
        }
        let content = Frame::new().inner_margin(Margin::symmetric(pad_pt(view), 12));
        if view.state.tab == Tab::Table {
            content.show(ui, |ui| table::show(ui, view, cursor, pushed));
            return;
        }
        if view.state.tab == Tab::City {
            trail::show(ui, view, pushed);
        }
        // Each tab keeps its own place while another is looked at.
        let salt = ("main", view.state.tab as u8);
        ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
            content.show(ui, |ui| match view.state.tab {
                Tab::City => city::show(ui, view, pushed),
                Tab::Compare => compare::show(ui, view, pushed),
                Tab::Plots => plots::show(ui, view, axis_filters, pushed),
                Tab::Coverage => home::show(ui, view, pushed),
                Tab::Table => {}
            });
            focus::reveal(ui);
        });
    });
}

/// Space on the left and right of the content, in points.
fn pad_pt(view: &View<'_>) -> i8 {
    if view.front.is_some() { theme::MAIN_PAD_PT / 2 } else { theme::MAIN_PAD_PT }
}

fn tabs(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let frame =
        Frame::new().inner_margin(Margin { left: 8, right: pad_pt(view), top: 0, bottom: 0 });
    if let Some(front) = view.front {
        frame.show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = egui::vec2(2.0, 0.0);
                let side = Command::ToggleSide;
                let name = view.t.tab_side();
                let response = widgets::tab(ui, view.palette, name, front == Front::Side);
                if widgets::hint(response, view, side).clicked() {
                    pushed.actions.push(side.action());
                }
                each_tab(ui, view, front == Front::Main, pushed);
                let source = Command::ToggleDrawer;
                let name = view.t.tab_source();
                let response = widgets::tab(ui, view.palette, name, front == Front::Source);
                if widgets::hint(response, view, source).clicked() {
                    pushed.actions.push(source.action());
                }
            });
        });
        return;
    }
    frame.show(ui, |ui| {
        let (rect, _) = ui.allocate_exact_size(
            egui::vec2(ui.available_width(), widgets::TAB_PT),
            egui::Sense::empty(),
        );
        let mut ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
        let mut of_tabs = Pushed::default();
        layout::row_with_end(
            &mut ui,
            "tabs",
            |ui| {
                travel::buttons(ui, view, &mut of_tabs);
                each_tab(ui, view, true, &mut of_tabs);
            },
            // The table has no picture; what copies it stands beside its filters.
            |ui| {
                if view.state.tab != Tab::Table {
                    figure_buttons(ui, view, pushed);
                }
            },
        );
        pushed.actions.extend(of_tabs.actions);
    });
}

fn each_tab(ui: &mut Ui, view: &View<'_>, is_front: bool, pushed: &mut Pushed) {
    for tab in Tab::ALL {
        let is_chosen = is_front && view.state.tab == tab;
        let name = tab_name(tab, view.t);
        let response = widgets::tab(ui, view.palette, name, is_chosen);
        if widgets::hint(response, view, tab.command()).clicked() {
            pushed.actions.push(Action::SetTab(tab));
        }
    }
}

/// In a narrow window the figure is copied from the menu or with the keys.
const COPY_PT: f32 = 880.0;

fn figure_buttons(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    for command in [Command::CopyPicture, Command::SaveFigure] {
        let is_narrow = ui.ctx().content_rect().width() < COPY_PT;
        if is_narrow && command == Command::CopyPicture {
            continue;
        }
        let name = command.name(view.t);
        let text = if command == Command::CopyPicture { view.t.button_copy() } else { name };
        let is_possible = view.why_not(command).is_none();
        let button = ui.add_enabled(is_possible, egui::Button::new(text));
        if widgets::hint(button, view, command).clicked() {
            pushed.actions.push(command.action());
        }
    }
}

/// The name of `tab`.
#[must_use]
pub fn tab_name(tab: Tab, t: &Texts) -> &str {
    match tab {
        Tab::City => t.tab_city(),
        Tab::Compare => t.tab_compare(),
        Tab::Plots => t.tab_plots(),
        Tab::Coverage => t.tab_coverage(),
        Tab::Table => t.tab_table(),
    }
}

/// The figure of the tab, or why there is none.
pub fn current_figure(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    match &view.scene.figure {
        Some(Ok(content)) => {
            let picked = figure::draw(ui, content, view.palette, &view.linked, 0.0);
            view.follow(picked, pushed);
        }
        Some(Err(Unavailable(why))) => {
            ui.add_space(24.0);
            widgets::heading(ui, why.as_str(), style::HEADING_PT, 2);
        }
        None => {}
    }
}
