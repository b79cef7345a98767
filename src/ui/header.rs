//! The header: title, menus, language and colours.

use egui::{Frame, Margin, Panel, Stroke, Ui};

use super::{
    Pushed, View,
    focus::{self, Part},
    layout,
    menu::{self, MenuState},
    search::{self, SearchState},
    theme, widgets,
};
use crate::{figure::style, model::Lang, state::Command};

/// Draws the header at the top of `ui`.
pub fn show(
    ui: &mut Ui,
    view: &View<'_>,
    menus: &mut MenuState,
    search: &mut SearchState,
    pushed: &mut Pushed,
) {
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
            focus::begin(ui, Part::Header, view.t);
            let mut of_menus = Pushed::default();
            layout::row_with_end(
                ui,
                "header",
                |ui| {
                    // In a small window the title of the desktop's window is enough.
                    if view.front.is_none() {
                        let title = view.data.title().get(view.state.lang);
                        ui.label(widgets::bold(title, 15.0));
                        ui.add_space(8.0);
                    }
                    menu::show(ui, view, menus, &mut of_menus);
                },
                |ui| right(ui, view, search, pushed),
            );
            pushed.actions.extend(of_menus.actions);
        },
    );
}

/// Room for all but the search in the header of a small window, in points.
const OTHERS_PT: f32 = 392.0;

/// Search, language and colours.
fn right(ui: &mut Ui, view: &View<'_>, search: &mut SearchState, pushed: &mut Pushed) {
    ui.spacing_mut().item_spacing.x = 8.0;
    let window_pt = ui.ctx().content_rect().width();
    let width = match view.front {
        Some(_) => (window_pt - OTHERS_PT).clamp(96.0, 150.0),
        None if window_pt < theme::NARROW_WINDOW_PT => 150.0,
        None => 280.0,
    };
    search::show(ui, view, search, width, pushed);
    // Each language names itself, so that a reader of either finds it.
    let is_english = view.state.lang == Lang::En;
    let items = [("中文", !is_english), ("EN", is_english)];
    let languages = ui.horizontal(|ui| widgets::segment_responses(ui, view.palette, &items));
    let commands = [Command::LangZh, Command::LangEn];
    for (response, command) in languages.inner.into_iter().zip(commands) {
        if widgets::hint(response, view, command).clicked() {
            pushed.actions.push(command.action());
        }
    }
    // The menu has all colours.
    if view.front.is_some() {
        return;
    }
    ui.add_space(8.0);
    let name = Command::ToggleTheme.name(view.t);
    let button = widgets::theme_button(ui, view.palette, name);
    if widgets::hint(button, view, Command::ToggleTheme).clicked() {
        pushed.actions.push(Command::ToggleTheme.action());
    }
}

/// A hairline under or over a panel.
#[must_use]
pub fn hairline(view: &View<'_>) -> Stroke {
    Stroke::new(style::HAIRLINE_PT, view.palette.hairline)
}
