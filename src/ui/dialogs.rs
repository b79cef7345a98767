//! Dialogs inside the window: saving a picture, opening by path, the keys, what this is.

use egui::{Id, Key, Modal, ScrollArea, TextEdit, Ui};

use super::{View, keys, widgets};
use crate::{
    export::preset::Preset,
    figure::{FigureKind, style},
    state::{Command, command::Menu},
};

/// What a picture is to be like and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureDraft {
    /// The figure.
    pub kind: FigureKind,
    /// Its size by use.
    pub preset: Preset,
    /// Pixels a point, 1 to 4.
    pub scale: u8,
    /// Colours.
    pub theme: style::Theme,
    /// The target, as typed or chosen.
    pub path: String,
    /// The height that the figure needs on a screen, in points.
    pub natural_height_pt: u32,
    /// What went wrong at the last try.
    pub error: String,
}

/// The open dialog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Save a picture.
    Picture(PictureDraft),
    /// Open a file by its path, where the desktop has no file dialog.
    OpenPath {
        /// As typed.
        path: String,
    },
    /// All keys.
    Keys,
    /// What this is.
    About,
}

/// What a person answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// Close the dialog.
    Close,
    /// Save the picture as drafted.
    Save,
    /// Ask the desktop for a place.
    Browse,
    /// Open the path as typed.
    Open,
}

/// Draws `dialog` over the window.
pub fn show(ui: &Ui, view: &View<'_>, dialog: &mut Dialog) -> Answer {
    let frame = egui::Frame::popup(ui.style()).inner_margin(egui::Margin::same(20));
    let modal = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| match dialog {
        Dialog::Picture(draft) => picture(ui, view, draft),
        Dialog::OpenPath { path } => open_path(ui, view, path),
        Dialog::Keys => key_help(ui, view),
        Dialog::About => about(ui, view),
    });
    if modal.inner == Answer::Waiting && modal.should_close() { Answer::Close } else { modal.inner }
}

fn picture(ui: &mut Ui, view: &View<'_>, draft: &mut PictureDraft) -> Answer {
    let t = view.t;
    ui.set_width(560.0);
    ui.label(widgets::bold(t.picture_title(draft.kind.name(t)), style::HEADING_PT));
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.label(t.picture_preset());
        ui.add_space(8.0);
        let items = Preset::ALL.map(|preset| (preset.name(t), draft.preset == preset));
        if let Some(at) = widgets::segments(ui, view.palette, &items) {
            draft.preset = Preset::ALL.get(at).copied().unwrap_or_default();
        }
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(t.picture_scale());
        ui.add_space(8.0);
        let names = ["1×", "2×", "3×", "4×"];
        let items: Vec<(&str, bool)> = names
            .into_iter()
            .zip(1_u8..)
            .map(|(name, scale)| (name, draft.scale == scale))
            .collect();
        if let Some(at) = widgets::segments(ui, view.palette, &items) {
            draft.scale = u8::try_from(at + 1).unwrap_or(2);
        }
        ui.add_space(12.0);
        let (width, height) = match draft.preset.size_pt() {
            (width, Some(height)) => (width as u32, height as u32),
            (width, None) => (width as u32, draft.natural_height_pt),
        };
        let scale = u32::from(draft.scale);
        let size = t.picture_size(height * scale, width * scale);
        ui.label(widgets::quiet(size, view.palette));
    });
    ui.add_space(4.0);
    ui.horizontal(|ui| {
        ui.label(t.picture_colours());
        ui.add_space(8.0);
        let themes = [
            (style::Theme::Light, t.theme_light()),
            (style::Theme::Dark, t.theme_dark()),
            (style::Theme::Print, t.theme_print()),
        ];
        let items = themes.map(|(theme, name)| (name, draft.theme == theme));
        if let Some(at) = widgets::segments(ui, view.palette, &items) {
            draft.theme = themes.get(at).map_or(draft.theme, |(theme, _)| *theme);
        }
    });
    ui.add_space(8.0);
    let mut answer = Answer::Waiting;
    let label = ui.label(t.picture_path());
    let mut is_entered = false;
    ui.horizontal(|ui| {
        let field = TextEdit::singleline(&mut draft.path).desired_width(430.0);
        let field = ui.add(field).labelled_by(label.id);
        is_entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if ui.button(t.button_browse()).clicked() {
            answer = Answer::Browse;
        }
    });
    if !draft.error.is_empty() {
        ui.add_space(6.0);
        ui.colored_label(view.palette.error, draft.error.as_str());
    }
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        if ui.button(widgets::bold(t.button_save(), style::BODY_PT)).clicked() || is_entered {
            answer = Answer::Save;
        }
        if ui.button(t.button_cancel()).clicked() {
            answer = Answer::Close;
        }
    });
    answer
}

fn open_path(ui: &mut Ui, view: &View<'_>, path: &mut String) -> Answer {
    let t = view.t;
    ui.set_width(480.0);
    ui.label(widgets::bold(t.open_title(), style::HEADING_PT));
    ui.add_space(4.0);
    ui.label(widgets::quiet(t.open_explained(), view.palette));
    ui.add_space(8.0);
    let label = ui.label(t.open_path());
    let field = ui.add(TextEdit::singleline(path).desired_width(f32::INFINITY));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let field = field.labelled_by(label.id);
    let is_entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
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

fn key_help(ui: &mut Ui, view: &View<'_>) -> Answer {
    let t = view.t;
    ui.set_width(480.0);
    ui.label(widgets::bold(t.command_keys(), style::HEADING_PT));
    ui.add_space(8.0);
    let most = ui.ctx().content_rect().height() - 180.0;
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        for menu in Menu::ALL {
            ui.label(widgets::quiet(menu.name(t), view.palette));
            egui::Grid::new(menu.name(t)).num_columns(2).min_col_width(140.0).show(ui, |ui| {
                for command in Command::ALL.iter().filter(|it| it.spec().menu == menu) {
                    let Some(shortcut) = command.spec().shortcut else {
                        continue;
                    };
                    ui.label(keys::words(ui.ctx(), shortcut));
                    ui.label(command.name(t));
                    ui.end_row();
                }
            });
            ui.add_space(8.0);
        }
        for line in [t.keys_tab(), t.keys_arrows(), t.keys_click()] {
            ui.add(egui::Label::new(line).wrap());
        }
    });
    close(ui, view)
}

fn about(ui: &mut Ui, view: &View<'_>) -> Answer {
    let t = view.t;
    let lang = view.state.lang;
    ui.set_width(520.0);
    ui.label(widgets::bold(t.about_title(env!("CARGO_PKG_VERSION")), style::HEADING_PT));
    ui.add_space(8.0);
    let most = ui.ctx().content_rect().height() - 200.0;
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        ui.add(egui::Label::new(t.about_text()).wrap());
        ui.add_space(8.0);
        ui.label(widgets::bold(view.data.title().get(lang), style::BODY_PT));
        ui.add(egui::Label::new(view.data.about().get(lang)).wrap());
        ui.add_space(8.0);
        ui.label(widgets::bold(t.about_sources(), style::BODY_PT));
        for source in view.data.sources() {
            widgets::text(ui, source.title.get(lang), style::BODY_PT, false, view.palette.text);
            if let Some(note) = &source.note {
                widgets::text(ui, note.get(lang), style::SMALL_PT, false, view.palette.secondary);
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
