//! The list of what was told.

use egui::{Id, Label, Margin, Modal, RichText, ScrollArea, Ui};

use super::{Pushed, View, layout, reflow, widgets};
use crate::{
    figure::style,
    i18n::Texts,
    state::{Action, Notice, NoticeKind, action::NoticeAction},
};

/// A kind in a word.
#[must_use]
pub fn kind_name(kind: NoticeKind, t: &Texts) -> &str {
    match kind {
        NoticeKind::Info => t.notice_kind_info(),
        NoticeKind::Warning => t.notice_kind_warning(),
        NoticeKind::Error => t.notice_kind_error(),
    }
}

/// Draws the list over the window.
pub fn show(ui: &Ui, view: &View<'_>, pushed: &mut Pushed) {
    let frame = egui::Frame::popup(ui.style()).inner_margin(Margin::same(20));
    let modal = Modal::new(Id::unique("notices")).frame(frame).show(ui.ctx(), |ui| {
        let t = view.t;
        ui.set_width(reflow::width_pt(ui, 560.0));
        widgets::heading(ui, t.notices_heading(), style::HEADING_PT, 2);
        ui.add_space(8.0);
        let list = view.kept.notices.list();
        if list.is_empty() {
            ui.add(Label::new(t.notices_none()).wrap());
        }
        let most = reflow::height_pt(ui, 200.0);
        ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
            for notice in list {
                row(ui, view, notice, pushed);
            }
        });
        ui.add_space(12.0);
        ui.horizontal(|ui| {
            if ui.button(t.button_close()).clicked() {
                pushed.actions.push(Action::Notice(NoticeAction::Close));
            }
            if !list.is_empty() {
                if ui.button(t.notices_copy_all()).clicked() {
                    let all: Vec<String> = list.iter().map(|it| line(it, t)).collect();
                    pushed.actions.push(Action::Notice(NoticeAction::Copy(all.join("\n"))));
                }
                if ui.button(t.notices_clear()).clicked() {
                    pushed.actions.push(Action::Notice(NoticeAction::Clear));
                }
            }
        });
    });
    if modal.should_close() {
        pushed.actions.push(Action::Notice(NoticeAction::Close));
    }
}

/// A notice in one line, for the clipboard.
fn line(notice: &Notice, t: &Texts) -> String {
    format!("{} {}{}{}", notice.time, kind_name(notice.kind, t), t.notice_mark(), notice.text)
}

fn row(ui: &mut Ui, view: &View<'_>, notice: &Notice, pushed: &mut Pushed) {
    let (t, palette) = (view.t, view.palette);
    let color = match notice.kind {
        NoticeKind::Info => palette.secondary,
        NoticeKind::Warning => palette.care,
        NoticeKind::Error => palette.error,
    };
    ui.push_id(notice.id, |ui| {
        ui.horizontal(|ui| {
            let kind = format!("{} {}", notice.kind.sign(), kind_name(notice.kind, t));
            ui.label(widgets::bold(kind, style::SMALL_PT).color(color));
            ui.label(widgets::quiet(notice.time.as_str(), palette));
            layout::row_with_end(
                ui,
                "notice",
                |_| {},
                |ui| {
                    let mut link = |name: &str, does: NoticeAction| {
                        if widgets::link(ui, palette, name, style::SMALL_PT).clicked() {
                            pushed.actions.push(Action::Notice(does));
                        }
                    };
                    if let Some(path) = &notice.path {
                        link(t.notice_show_in_folder(), NoticeAction::ShowInFolder(path.clone()));
                    }
                    link(t.button_copy(), NoticeAction::Copy(line(notice, t)));
                    link(t.notice_dismiss(), NoticeAction::Dismiss(notice.id));
                },
            );
        });
        let text = RichText::new(notice.text.as_str()).color(palette.text);
        ui.add(Label::new(text).wrap().selectable(true));
        ui.add_space(10.0);
    });
}
