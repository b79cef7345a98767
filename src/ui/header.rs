//! The header: title, menus, language and colours.

use egui::{Button, Frame, Margin, MenuBar, Panel, Stroke, Ui, containers::menu::MenuButton};

use super::{
    Pushed, View, keys, recent,
    search::{self, SearchState},
    theme, widgets,
};
use crate::{
    figure::{FigureKind, style},
    model::Lang,
    state::{Action, Command, command::Menu},
};

/// Draws the header at the top of `ui`.
pub fn show(ui: &mut Ui, view: &View<'_>, search: &mut SearchState, pushed: &mut Pushed) {
    let palette = view.palette;
    let frame = Frame::new().fill(palette.surface).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 6,
        bottom: 6,
    });
    Panel::top("header").exact_size(theme::HEADER_PT).resizable(false).frame(frame).show(
        ui,
        |ui| {
            ui.horizontal_centered(|ui| {
                let title = view.data.title().get(view.state.lang);
                ui.label(widgets::bold(title, 15.0));
                ui.add_space(8.0);
                menus(ui, view, pushed);
                right(ui, view, search, pushed);
            });
        },
    );
}

fn menus(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    MenuBar::new().ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for menu in Menu::ALL {
            MenuButton::from_button(Button::new(menu.name(view.t)).frame(false)).ui(ui, |ui| {
                ui.set_min_width(220.0);
                if menu == Menu::Figure {
                    figures(ui, view, pushed);
                    ui.separator();
                }
                let commands = Command::ALL.iter().filter(|it| it.spec().menu == menu);
                for command in commands {
                    item(ui, view, *command, pushed);
                    if *command == Command::OpenBuiltIn {
                        recent::menu(ui, view, pushed);
                    }
                }
            });
        }
    });
}

fn figures(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    for kind in FigureKind::ALL {
        if ui.add(Button::new(kind.name(view.t)).frame(false)).clicked() {
            pushed.actions.push(Action::SetFigure(kind));
            ui.close();
        }
    }
}

fn item(ui: &mut Ui, view: &View<'_>, command: Command, pushed: &mut Pushed) {
    let mut button = Button::new(command.name(view.t)).frame(false);
    if let Some(shortcut) = command.spec().shortcut {
        button = button.shortcut_text(keys::words(ui.ctx(), shortcut));
    }
    let is_possible = match command {
        Command::Back => view.travel.0,
        Command::Forward => view.travel.1,
        Command::Undo => view.kept.can_undo,
        Command::Redo => view.kept.can_redo,
        Command::Swap => view.scene.compared.is_some(),
        Command::TogglePerResidents => view.scene.allows_per_residents,
        _ => true,
    };
    if ui.add_enabled(is_possible, button).clicked() {
        pushed.actions.push(command.action());
        ui.close();
    }
}

fn right(ui: &mut Ui, view: &View<'_>, search: &mut SearchState, pushed: &mut Pushed) {
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.with_layout(layout, |ui| {
        let name = Command::ToggleTheme.name(view.t);
        if widgets::theme_button(ui, view.palette, name).on_hover_text(name).clicked() {
            pushed.actions.push(Command::ToggleTheme.action());
        }
        ui.add_space(8.0);
        // Each language names itself, so that a reader of either finds it.
        let is_english = view.state.lang == Lang::En;
        let items = [("中文", !is_english), ("EN", is_english)];
        let size = egui::vec2(96.0, 28.0);
        ui.allocate_ui_with_layout(size, egui::Layout::left_to_right(egui::Align::Center), |ui| {
            if let Some(at) = widgets::segments(ui, view.palette, &items) {
                let lang = if at == 0 { Lang::Zh } else { Lang::En };
                pushed.actions.push(Action::SetLang(lang));
            }
        });
        ui.add_space(8.0);
        let is_narrow = ui.ctx().content_rect().width() < theme::NARROW_WINDOW_PT;
        let width = if is_narrow { 150.0 } else { 280.0 };
        search::show(ui, view, search, width, pushed);
    });
}

/// A hairline under or over a panel.
#[must_use]
pub fn hairline(view: &View<'_>) -> Stroke {
    Stroke::new(style::HAIRLINE_PT, view.palette.hairline)
}
