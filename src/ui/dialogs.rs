//! Dialogs inside the window: saving a figure, opening by path, the keys, what this is.

mod save;

use egui::{Id, Key, Modal, ScrollArea, TextEdit, Ui};

use super::{
    View, help, key_help,
    pages::Page,
    reflow,
    view_path::{self, ViewPathDraft},
    widgets,
};
use crate::{
    figure::style,
    i18n::Texts,
    state::{Command, HelpPage},
};
pub use save::{Focus, SaveDraft};

/// The open dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Save a figure.
    Save(SaveDraft),
    /// Open a file by its path, where the desktop has no file dialog.
    OpenPath {
        /// As typed.
        path: String,
    },
    /// Save or open a view by its path, where the desktop has no file dialog.
    ViewPath(ViewPathDraft),
    /// All keys.
    Keys {
        /// What they are filtered by, as typed.
        filter: String,
    },
    /// A page of the help.
    Help(HelpPage),
    /// Words about what is on the screen.
    Page(Page),
    /// What this is.
    About,
}

impl Dialog {
    /// What it is, for screen readers.
    fn title(&self, t: &Texts) -> String {
        match self {
            Self::Save(draft) => t.save_title(draft.kind.name(t)),
            Self::OpenPath { .. } => t.open_title().to_owned(),
            Self::ViewPath(draft) if draft.is_saving => t.view_save_title().to_owned(),
            Self::ViewPath(_) => t.view_open_title().to_owned(),
            Self::Keys { .. } => Command::Keys.name(t).to_owned(),
            Self::Help(page) => page.command().name(t).to_owned(),
            Self::Page(page) => page.name.clone(),
            Self::About => Command::About.name(t).to_owned(),
        }
    }

    /// What went wrong at the last try; empty where nothing did.
    #[must_use]
    pub fn problem(&self) -> &str {
        match self {
            Self::Save(draft) => &draft.error,
            Self::ViewPath(draft) => &draft.error,
            _ => "",
        }
    }
}

/// What a person answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// Close the dialog.
    Close,
    /// Save the figure as drafted, unless a file is in the way.
    Save,
    /// Save it over the file that is in the way.
    Replace,
    /// Ask the desktop for a place.
    Browse,
    /// Open the path as typed.
    Open,
}

/// Draws `dialog` over the window.
pub fn show(ui: &Ui, view: &View<'_>, dialog: &mut Dialog) -> Answer {
    let frame = widgets::dialog_frame(ui.ctx());
    let id = Id::unique("dialog");
    let area = Modal::default_area(id).accessible_name(dialog.title(view.t));
    let modal = Modal { area, ..Modal::new(id) }.frame(frame);
    let modal = modal.show(ui.ctx(), |ui| match dialog {
        Dialog::Save(draft) => scrolled(ui, |ui| save::show(ui, view, draft)),
        Dialog::OpenPath { path } => scrolled(ui, |ui| open_path(ui, view, path)),
        Dialog::ViewPath(draft) => scrolled(ui, |ui| view_path::show(ui, view, draft)),
        Dialog::Keys { filter } => {
            key_help::show(ui, view, filter);
            close(ui, view)
        }
        Dialog::Help(page) => {
            help::show(ui, view, *page);
            close(ui, view)
        }
        Dialog::Page(page) => {
            help::read(ui, view, (u8::MAX, page.name.as_str()), &page.blocks);
            close(ui, view)
        }
        Dialog::About => about(ui, view),
    });
    if modal.inner != Answer::Waiting || !modal.should_close() {
        return modal.inner;
    }
    match dialog {
        // Escape answers the question before it closes the dialog.
        Dialog::Save(draft) if draft.existing.is_some() => {
            draft.keep_existing();
            Answer::Waiting
        }
        _ => Answer::Close,
    }
}

/// Scrolls a dialog that is higher than the window.
fn scrolled(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> Answer) -> Answer {
    let most = reflow::height_pt(ui, 72.0);
    let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most);
    area.auto_shrink([true, true]).show(ui, add).inner
}

fn open_path(ui: &mut Ui, view: &View<'_>, path: &mut String) -> Answer {
    let t = view.t;
    ui.set_width(reflow::width_pt(ui, 480.0));
    widgets::heading(ui, t.open_title(), style::HEADING_PT, 2);
    ui.add_space(4.0);
    ui.label(widgets::quiet(t.open_explained(), view.palette));
    ui.add_space(8.0);
    let label = ui.label(t.open_path());
    let field = ui.add(TextEdit::singleline(path).desired_width(f32::INFINITY));
    // Asked before the focus is taken back, which would hide that Enter gave it up.
    let is_entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    field.labelled_by(label.id);
    ui.add_space(12.0);
    let mut answer = Answer::Waiting;
    ui.horizontal(|ui| {
        if ui.button(widgets::bold(t.button_open(), style::BODY_PT)).clicked() || is_entered {
            answer = Answer::Open;
        }
        if ui.button(t.button_cancel()).clicked() {
            answer = Answer::Close;
        }
    });
    answer
}

fn about(ui: &mut Ui, view: &View<'_>) -> Answer {
    let t = view.t;
    let lang = view.state.lang;
    ui.set_width(reflow::width_pt(ui, 520.0));
    widgets::heading(ui, t.about_title(env!("CARGO_PKG_VERSION")), style::HEADING_PT, 2);
    ui.add_space(8.0);
    let most = reflow::height_pt(ui, 200.0);
    ScrollArea::vertical()
        .max_height(most)
        .min_scrolled_height(most.min(420.0))
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.add(egui::Label::new(t.about_text()).wrap());
            ui.add_space(8.0);
            ui.label(widgets::bold(view.data.title().get(lang), style::BODY_PT));
            ui.add(egui::Label::new(view.data.about().get(lang)).wrap());
            ui.add_space(8.0);
            ui.label(widgets::bold(t.about_sources(), style::BODY_PT));
            for source in view.data.sources() {
                widgets::text(ui, source.title.get(lang), style::BODY_PT, false, view.palette.text);
                if let Some(note) = &source.note {
                    widgets::text(
                        ui,
                        note.get(lang),
                        style::SMALL_PT,
                        false,
                        view.palette.secondary,
                    );
                }
                ui.add_space(2.0);
            }
            if let Some(outlines) = view.data.outlines() {
                ui.add_space(8.0);
                ui.label(widgets::bold(t.about_map(), style::BODY_PT));
                ui.add(egui::Label::new(outlines.credit.get(lang)).wrap());
                ui.add(egui::Label::new(outlines.note.get(lang)).wrap());
            }
            ui.add_space(8.0);
            ui.add(egui::Label::new(t.about_licences()).wrap());
        });
    close(ui, view)
}

fn close(ui: &mut Ui, view: &View<'_>) -> Answer {
    ui.add_space(8.0);
    if ui.button(view.t.button_close()).clicked() { Answer::Close } else { Answer::Waiting }
}
