//! The status bar.

use egui::{Frame, Label, Margin, Panel, RichText, Sense, Ui};

use super::{
    Pushed, View,
    focus::{self, Part},
    keys, layout, theme, widgets,
};
use crate::{
    figure::style,
    state::{Action, Command, Notice, NoticeKind, action::NoticeAction},
};

/// Draws the bar at the bottom of `ui`.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let frame = Frame::new().fill(view.palette.surface).inner_margin(Margin {
        left: theme::PAD_PT,
        right: theme::PAD_PT,
        top: 2,
        bottom: 2,
    });
    Panel::bottom("status").exact_size(theme::STATUS_PT).resizable(false).frame(frame).show(
        ui,
        |ui| {
            focus::begin(ui, Part::Status, view.t);
            ui.spacing_mut().item_spacing.x = 20.0;
            let mut of_told = Pushed::default();
            layout::row_with_end(
                ui,
                "status",
                // What is told takes what is left and is cut short there; the list has all of it.
                |ui| {
                    if let Some(title) = view.kept.sounding {
                        let words = widgets::quiet(view.t.sound_playing(title), view.palette);
                        ui.add(Label::new(words).truncate());
                        return;
                    }
                    match view.kept.notices.shown() {
                        Some(notice) => told(ui, view, notice, &mut of_told),
                        None => about_data(ui, view),
                    }
                },
                |ui| right(ui, view, pushed),
            );
            pushed.actions.extend(of_told.actions);
        },
    );
}

fn right(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let percent = view.kept.zoom_percent;
    if percent != 100 {
        let reset = Command::ZoomReset;
        let shortcut = reset.spec().shortcut.map(|it| keys::words(ui.ctx(), it));
        let name = view.t.status_zoom(percent);
        let zoom = widgets::link(ui, view.palette, &name, style::SMALL_PT);
        let hover = format!("{}  {}", reset.name(view.t), shortcut.unwrap_or_default());
        if zoom.on_hover_text(hover).clicked() {
            pushed.actions.push(reset.action());
        }
    }
    let (unread, all) = (view.kept.notices.unread(), view.kept.notices.list().len());
    let name = view.t.notices_button(unread);
    let list = widgets::link(ui, view.palette, &name, style::SMALL_PT);
    if list.on_hover_text(view.t.notices_counted(all, unread)).clicked() {
        pushed.actions.push(Command::Notices.action());
    }
    let open = widgets::link(ui, view.palette, view.origin, style::SMALL_PT);
    if open.on_hover_text(Command::Open.name(view.t)).clicked() {
        pushed.actions.push(Command::Open.action());
    }
}

fn about_data(ui: &mut Ui, view: &View<'_>) {
    let title = view.data.title().get(view.state.lang);
    ui.label(widgets::quiet(title, view.palette));
    ui.add(Label::new(widgets::quiet(view.scene.status.as_str(), view.palette)).truncate());
}

fn told(ui: &mut Ui, view: &View<'_>, notice: &Notice, pushed: &mut Pushed) {
    let color = match notice.kind {
        NoticeKind::Info => view.palette.accent,
        NoticeKind::Warning => view.palette.care,
        NoticeKind::Error => view.palette.error,
    };
    // Done is the usual case and needs no word.
    let text = match notice.kind {
        NoticeKind::Info => notice.text.clone(),
        kind => format!("{} {}", kind.sign(), notice.text),
    };
    ui.spacing_mut().item_spacing.x = 12.0;
    if let Some(path) = &notice.path {
        let mut of_label = Pushed::default();
        layout::row_with_end(
            ui,
            "notice",
            |ui| label(ui, view, &text, color, &mut of_label),
            |ui| {
                let name = view.t.notice_show_in_folder();
                if widgets::link(ui, view.palette, name, style::SMALL_PT).clicked() {
                    let does = NoticeAction::ShowInFolder(path.clone());
                    pushed.actions.push(Action::Notice(does));
                }
            },
        );
        pushed.actions.extend(of_label.actions);
    } else {
        label(ui, view, &text, color, pushed);
    }
}

/// The text of a notice, cut short where it must be; a click opens the list.
fn label(ui: &mut Ui, view: &View<'_>, text: &str, color: egui::Color32, pushed: &mut Pushed) {
    let rich = RichText::new(text).font(style::font(style::SMALL_PT, true)).color(color);
    let label = ui.add(Label::new(rich).truncate().sense(Sense::CLICK));
    if label.on_hover_text(view.t.notice_open_list()).clicked() {
        pushed.actions.push(Command::Notices.action());
    }
}
