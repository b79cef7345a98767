//! What narrows the table: words, region, theme, status; which columns it has; copying it.

use egui::{Button, ScrollArea, TextEdit, Ui, containers::menu::MenuButton};

use super::{Pushed, View, widgets};
use crate::ui::layout;
use crate::{
    figure::style,
    state::{Action, Command, StatusFilter, TableColumn, TableView},
    ui::scene::table::{heading, status_name},
};

/// Draws two rows of controls.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let mut next = view.state.table.clone();
    if view.front.is_some() {
        ui.horizontal_wrapped(|ui| {
            let hint = view.t.table_filter();
            let field = TextEdit::singleline(&mut next.filter).hint_text(hint);
            ui.add(field.desired_width(200.0)).on_hover_text(hint);
            columns(ui, view, &mut next);
            copy(ui, view, pushed);
            choices(ui, view, &mut next);
            counted(ui, view);
        });
        keep(view, next, pushed);
        return;
    }
    ui.horizontal(|ui| {
        let width = (ui.available_width() * 0.42).min(280.0);
        let hint = view.t.table_filter();
        ui.add(TextEdit::singleline(&mut next.filter).hint_text(hint).desired_width(width))
            .on_hover_text(hint);
        let mut is_copied = false;
        layout::row_with_end(
            ui,
            "filters",
            |ui| {
                counted(ui, view);
            },
            |ui| {
                columns(ui, view, &mut next);
                is_copied = ui.button(Command::CopyTable.name(view.t)).clicked();
            },
        );
        if is_copied {
            pushed.actions.push(Command::CopyTable.action());
        }
    });
    ui.add_space(2.0);
    ui.horizontal_wrapped(|ui| choices(ui, view, &mut next));
    keep(view, next, pushed);
}

fn keep(view: &View<'_>, next: TableView, pushed: &mut Pushed) {
    if next != view.state.table {
        pushed.actions.push(Action::SetTable(next));
    }
}

/// How many rows there are.
fn counted(ui: &mut Ui, view: &View<'_>) {
    let scene = &view.scene.table;
    let rows = view.t.table_rows(scene.rows.len(), scene.total);
    ui.label(widgets::quiet(rows, view.palette));
}

fn copy(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    if ui.button(Command::CopyTable.name(view.t)).clicked() {
        pushed.actions.push(Command::CopyTable.action());
    }
}

fn choices(ui: &mut Ui, view: &View<'_>, next: &mut TableView) {
    let t = view.t;
    let scene = &view.scene.table;
    let named = |list: &[(String, String)], id: Option<&str>| {
        let chosen = list.iter().find(|(it, _)| Some(it.as_str()) == id);
        chosen.map_or(t.table_all(), |(_, name)| name.as_str()).to_owned()
    };
    let region = t.table_region(named(&scene.regions, next.region.as_deref()));
    choose(ui, view, &region, &scene.regions, &mut next.region);
    let theme = t.table_theme(named(&scene.themes, next.theme.as_deref()));
    choose(ui, view, &theme, &scene.themes, &mut next.theme);
    let status = t.table_status(next.status.map_or(t.table_all(), |it| status_name(it, t)));
    menu(ui, &status, |ui| {
        let all = (None, t.table_all());
        let each = StatusFilter::ALL.map(|it| (Some(it), status_name(it, t)));
        for (value, name) in std::iter::once(all).chain(each) {
            if ui.selectable_label(next.status == value, name).clicked() {
                next.status = value;
                ui.close();
            }
        }
    });
    let can_pair = view.scene.compared.is_some() || next.is_pair_only;
    ui.add_enabled(can_pair, egui::Checkbox::new(&mut next.is_pair_only, t.table_pair()));
    ui.checkbox(&mut next.has_missing, t.table_missing());
    if next.is_filtered()
        && widgets::link(ui, view.palette, t.table_clear(), style::SMALL_PT).clicked()
    {
        let has_missing = next.has_missing;
        *next = TableView { has_missing, ..next.without_filters() };
    }
}

/// One of a list of ids, or all.
fn choose(
    ui: &mut Ui,
    view: &View<'_>,
    text: &str,
    list: &[(String, String)],
    chosen: &mut Option<String>,
) {
    menu(ui, text, |ui| {
        if ui.selectable_label(chosen.is_none(), view.t.table_all()).clicked() {
            *chosen = None;
            ui.close();
        }
        for (id, name) in list {
            if ui.selectable_label(chosen.as_ref() == Some(id), name).clicked() {
                *chosen = Some(id.clone());
                ui.close();
            }
        }
    });
}

/// A button with a list below it, which scrolls in low windows.
fn menu(ui: &mut Ui, text: &str, items: impl FnOnce(&mut Ui)) {
    let most = (ui.ctx().content_rect().height() - 160.0).max(160.0);
    MenuButton::from_button(Button::new(format!("{text} ▼"))).ui(ui, |ui| {
        ui.set_min_width(160.0);
        ScrollArea::vertical().max_height(most).show(ui, items);
    });
}

/// Which columns are shown.
fn columns(ui: &mut Ui, view: &View<'_>, next: &mut TableView) {
    let behavior = egui::PopupCloseBehavior::CloseOnClickOutside;
    let config = egui::containers::menu::MenuConfig::new().close_behavior(behavior);
    let button = Button::new(format!("{} ▼", view.t.table_columns()));
    MenuButton::from_button(button).config(config).ui(ui, |ui| {
        ui.set_min_width(160.0);
        let shown = next.shown_columns();
        for column in TableColumn::ALL {
            let mut is_shown = shown.contains(&column);
            let is_last = is_shown && shown.len() == 1;
            ui.add_enabled_ui(!is_last, |ui| {
                if ui.checkbox(&mut is_shown, heading(column, view.t)).changed() {
                    *next = next.with_column(column, is_shown);
                }
            });
        }
    });
}
