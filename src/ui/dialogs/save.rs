//! The dialog that saves a figure, in whichever format.

use std::path::{Path, PathBuf};

use egui::{Key, Response, TextEdit, Ui};

use super::{super::reflow, Answer};
use crate::{
    export::{format::Format, preset::Preset, svg::SvgText},
    figure::{FigureKind, style},
    ui::{View, widgets},
};

/// Width of the labels before the choices, in points.
const LABEL_PT: f32 = 72.0;

/// Where the keyboard shall go next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the chosen format.
    Format,
    /// To the path.
    Path,
    /// To the button that leaves an existing file alone.
    Keep,
}

/// What is to be saved, how and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaveDraft {
    /// The figure.
    pub kind: FigureKind,
    /// The format; it and the path's extension follow each other.
    pub format: Format,
    /// A picture's size by use.
    pub preset: Preset,
    /// Pixels a point of a PNG, 1 to 4.
    pub scale: u8,
    /// A picture's colours.
    pub theme: style::Theme,
    /// The lettering of an SVG.
    pub svg_text: SvgText,
    /// The target, as typed or chosen.
    pub path: String,
    /// The height that the figure needs on a screen, in points.
    pub natural_height_pt: u32,
    /// What went wrong at the last try.
    pub error: String,
    /// The file that is there already, while it is asked whether to replace it.
    pub existing: Option<PathBuf>,
    /// The place about which the desktop's own dialog has asked already.
    pub agreed: Option<PathBuf>,
    /// Where the keyboard shall go in the next frame.
    pub focus: Option<Focus>,
}

impl SaveDraft {
    /// A draft that saves a figure as PNG.
    #[must_use]
    pub fn new(kind: FigureKind, theme: style::Theme, path: &Path, natural_height_pt: u32) -> Self {
        Self {
            kind,
            format: Format::Png,
            preset: Preset::default(),
            scale: 2,
            theme,
            svg_text: SvgText::default(),
            path: path.display().to_string(),
            natural_height_pt,
            error: String::new(),
            existing: None,
            agreed: None,
            focus: Some(Focus::Format),
        }
    }

    /// This draft as the `last` figure was saved: format, size, lettering, folder. Colours for
    /// print belong to a use as well and stay; all others follow the window.
    #[must_use]
    pub fn like(mut self, last: &Self) -> Self {
        let last_path = last.target();
        let file = Path::new(self.path.trim()).file_name().map(ToOwned::to_owned);
        if let (Some(folder), Some(file)) = (last_path.parent(), file) {
            self.path = folder.join(file).display().to_string();
        }
        if last.theme == style::Theme::Print {
            self.theme = last.theme;
        }
        self.preset = last.preset;
        self.scale = last.scale;
        self.svg_text = last.svg_text;
        self.choose_format(last.format);
        self
    }

    /// Where the file goes: the path, with the format's extension where it names no format.
    #[must_use]
    pub fn target(&self) -> PathBuf {
        let path = PathBuf::from(self.path.trim());
        if Format::of_path(&path).is_some() || path.file_name().is_none() {
            return path;
        }
        let mut whole = path.into_os_string();
        whole.push(".");
        whole.push(self.format.id());
        whole.into()
    }

    /// Chooses a format; the path's extension follows.
    pub fn choose_format(&mut self, format: Format) {
        let path = PathBuf::from(self.path.trim());
        if Format::of_path(&path).is_some() {
            self.path = path.with_extension(format.id()).display().to_string();
        }
        self.format = format;
        self.path = self.target().display().to_string();
        self.edited();
    }

    /// Follows a path that was typed: its extension may choose another format.
    pub fn typed(&mut self) {
        if let Some(format) = Format::of_path(Path::new(self.path.trim())) {
            self.format = format;
        }
        self.edited();
    }

    /// Takes a place from the desktop's own dialog, which has asked about a file that is there.
    pub fn placed(&mut self, path: &Path) {
        self.path = path.display().to_string();
        self.typed();
        self.agreed = Some(path.to_owned());
    }

    /// Asks whether to replace `existing`.
    pub fn ask_to_replace(&mut self, existing: PathBuf) {
        self.existing = Some(existing);
        self.focus = Some(Focus::Keep);
    }

    /// Leaves the existing file alone; another path may be typed.
    pub fn keep_existing(&mut self) {
        self.existing = None;
        self.focus = Some(Focus::Path);
    }

    /// Says why it could not be saved.
    pub fn fail(&mut self, error: String) {
        self.error = error;
        self.existing = None;
        self.focus = Some(Focus::Path);
    }

    /// What was said of an earlier path holds no more.
    fn edited(&mut self) {
        self.error.clear();
        self.existing = None;
    }

    /// Width and height of a picture, in pixels.
    fn size_px(&self) -> (u32, u32) {
        let (width, height) = match self.preset.size_pt() {
            (width, Some(height)) => (width as u32, height as u32),
            (width, None) => (width as u32, self.natural_height_pt),
        };
        let scale = self.format.scale_ppp(f32::from(self.scale)) as u32;
        (width * scale, height * scale)
    }
}

/// Draws the dialog and gives what was answered.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, draft: &mut SaveDraft) -> Answer {
    let t = view.t;
    let focus = draft.focus.take();
    ui.set_width(reflow::width_pt(ui, 560.0));
    widgets::heading(ui, t.save_title(draft.kind.name(t)), style::HEADING_PT, 2);
    ui.add_space(8.0);
    let mut is_chosen = formats(ui, view, draft, focus);
    if draft.format.is_picture() {
        is_chosen |= looks(ui, view, draft);
    }
    ui.add_space(8.0);
    let mut answer = Answer::Waiting;
    let label = ui.label(t.picture_path());
    let mut is_on_button = false;
    ui.horizontal(|ui| {
        let font = style::font(style::BODY_PT, false);
        let browse =
            ui.painter().layout_no_wrap(t.button_browse().to_owned(), font, view.palette.text);
        let gaps = ui.spacing().item_spacing.x + 2.0 * ui.spacing().button_padding.x;
        let width = ui.available_width() - browse.size().x - gaps;
        let field = ui.add(TextEdit::singleline(&mut draft.path).desired_width(width));
        if focus == Some(Focus::Path) {
            field.request_focus();
        }
        if field.labelled_by(label.id).changed() {
            draft.typed();
        }
        let browse = ui.button(t.button_browse());
        is_on_button |= browse.has_focus();
        if browse.clicked() {
            answer = Answer::Browse;
        }
    });
    if !draft.error.is_empty() {
        ui.add_space(6.0);
        ui.colored_label(view.palette.error, draft.error.as_str());
    }
    ui.add_space(12.0);
    is_on_button |= if draft.existing.is_some() {
        replace_question(ui, view, draft, focus, &mut answer)
    } else {
        buttons(ui, view, &mut answer)
    };
    // On a button Enter presses it, and on a choice that is open it chooses.
    let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
    if is_entered && !is_on_button && !is_chosen && answer == Answer::Waiting {
        answer = Answer::Save;
    }
    answer
}

/// A label, choices, and a quiet remark after them; gives what was done to each choice.
fn choices(
    ui: &mut Ui,
    view: &View<'_>,
    label: &str,
    items: &[(&str, bool)],
    remark: &str,
) -> Vec<Response> {
    let row = ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let cell = egui::vec2(LABEL_PT, style::target_pt(ui, 26.0));
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(cell, layout, |ui| {
            ui.set_min_width(LABEL_PT);
            ui.label(label);
        });
        let responses = widgets::segment_responses(ui, view.palette, items);
        if !remark.is_empty() {
            ui.add_space(12.0);
            ui.label(widgets::quiet(remark, view.palette));
        }
        responses
    });
    row.inner
}

/// The choice that was clicked, unless it was the chosen one already.
fn newly_chosen<T: Copy + PartialEq>(all: &[T], now: T, responses: &[Response]) -> Option<T> {
    let at = responses.iter().position(Response::clicked)?;
    all.get(at).copied().filter(|it| *it != now)
}

/// The formats with what the chosen one is good for; gives whether another one was chosen.
fn formats(ui: &mut Ui, view: &View<'_>, draft: &mut SaveDraft, focus: Option<Focus>) -> bool {
    let t = view.t;
    let items = Format::ALL.map(|it| (it.name(t), draft.format == it));
    let responses = choices(ui, view, t.save_format(), &items, "");
    if focus == Some(Focus::Format)
        && let Some((response, _)) = responses.iter().zip(items).find(|(_, (_, is))| *is)
    {
        response.request_focus();
    }
    let chosen = newly_chosen(&Format::ALL, draft.format, &responses);
    if let Some(format) = chosen {
        draft.choose_format(format);
    }
    explanation(ui, view, draft.format.about(t));
    chosen.is_some()
}

/// A sentence under a row of choices.
fn explanation(ui: &mut Ui, view: &View<'_>, text: &str) {
    let left = LABEL_PT + ui.spacing().item_spacing.x;
    let margin = egui::Margin { left: left as i8, right: 0, top: 1, bottom: 8 };
    egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        widgets::text(ui, text, style::SMALL_PT, false, view.palette.secondary);
    });
}

/// What only pictures have: size, scale, lettering, colours; gives whether anything was chosen.
fn looks(ui: &mut Ui, view: &View<'_>, draft: &mut SaveDraft) -> bool {
    let t = view.t;
    let items = Preset::ALL.map(|it| (it.name(t), draft.preset == it));
    let (width, height) = draft.size_px();
    let size = t.picture_size(height, width);
    // Where there is a scale, it has its say in the size.
    let is_scaled = draft.format == Format::Png;
    let remark = if is_scaled { "" } else { &size };
    let responses = choices(ui, view, t.picture_preset(), &items, remark);
    let preset = newly_chosen(&Preset::ALL, draft.preset, &responses);
    draft.preset = preset.unwrap_or(draft.preset);
    ui.add_space(4.0);
    let mut is_chosen = preset.is_some();
    if is_scaled {
        let scales = [1, 2, 3, 4];
        let names = ["1×", "2×", "3×", "4×"];
        let items: Vec<_> =
            names.into_iter().zip(scales).map(|(name, it)| (name, draft.scale == it)).collect();
        let responses = choices(ui, view, t.picture_scale(), &items, &size);
        let scale = newly_chosen(&scales, draft.scale, &responses);
        draft.scale = scale.unwrap_or(draft.scale);
        is_chosen |= scale.is_some();
        ui.add_space(4.0);
    }
    let themes = style::Theme::ALL;
    let items = themes.map(|it| (it.name(t), draft.theme == it));
    let responses = choices(ui, view, t.picture_colours(), &items, "");
    let theme = newly_chosen(&themes, draft.theme, &responses);
    draft.theme = theme.unwrap_or(draft.theme);
    is_chosen |= theme.is_some();
    ui.add_space(4.0);
    if draft.format == Format::Svg {
        let items = SvgText::ALL.map(|it| (it.name(t), draft.svg_text == it));
        let responses = choices(ui, view, t.save_letters(), &items, "");
        let letters = newly_chosen(&SvgText::ALL, draft.svg_text, &responses);
        draft.svg_text = letters.unwrap_or(draft.svg_text);
        is_chosen |= letters.is_some();
        explanation(ui, view, draft.svg_text.about(t));
    }
    is_chosen
}

/// Save or cancel; gives whether one of them has the keyboard.
fn buttons(ui: &mut Ui, view: &View<'_>, answer: &mut Answer) -> bool {
    let t = view.t;
    let row = ui.horizontal(|ui| {
        let save = ui.button(widgets::bold(t.button_save(), style::BODY_PT));
        if save.clicked() {
            *answer = Answer::Save;
        }
        let cancel = ui.button(t.button_cancel());
        if cancel.clicked() {
            *answer = Answer::Close;
        }
        save.has_focus() || cancel.has_focus()
    });
    row.inner
}

/// Whether to replace a file that is there; gives whether a button has the keyboard.
fn replace_question(
    ui: &mut Ui,
    view: &View<'_>,
    draft: &mut SaveDraft,
    focus: Option<Focus>,
    answer: &mut Answer,
) -> bool {
    let t = view.t;
    let name = draft.existing.as_deref().and_then(Path::file_name).unwrap_or_default();
    let question = t.save_replace(name.to_string_lossy());
    widgets::text(ui, &question, style::BODY_PT, false, view.palette.care);
    ui.add_space(6.0);
    let row = ui.horizontal(|ui| {
        let replace = ui.button(widgets::bold(t.button_replace(), style::BODY_PT));
        if replace.clicked() {
            *answer = Answer::Replace;
        }
        let keep = ui.button(t.button_keep());
        if focus == Some(Focus::Keep) {
            keep.request_focus();
        }
        if keep.clicked() {
            draft.keep_existing();
        }
        replace.has_focus() || keep.has_focus() || keep.clicked()
    });
    row.inner
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::SaveDraft;
    use crate::{
        export::{format::Format, preset::Preset},
        figure::{FigureKind, style::Theme},
    };

    fn draft(path: &str) -> SaveDraft {
        SaveDraft::new(FigureKind::Ranking, Theme::Light, Path::new(path), 400)
    }

    #[test]
    fn format_and_extension_follow_each_other() {
        let mut draft = draft("/tmp/a.b.png");
        draft.choose_format(Format::Svg);
        assert_eq!(draft.path, "/tmp/a.b.svg");
        draft.path = "/tmp/c.CSV ".into();
        draft.typed();
        assert_eq!((draft.format, draft.target()), (Format::Csv, PathBuf::from("/tmp/c.CSV")));
        // An extension half typed changes nothing, and what names no format keeps its dot.
        draft.path = "/tmp/c.js".into();
        draft.typed();
        assert_eq!((draft.format, draft.target()), (Format::Csv, PathBuf::from("/tmp/c.js.csv")));
        draft.path = "/tmp/版本1.2".into();
        draft.choose_format(Format::Txt);
        assert_eq!(draft.path, "/tmp/版本1.2.txt");
    }

    #[test]
    fn the_next_figure_is_saved_as_the_last_one_was() {
        let mut last = draft("/tmp/a.png");
        (last.preset, last.scale, last.theme) = (Preset::Slide, 4, Theme::Print);
        last.path = "/tmp/report/first.svg".into();
        last.typed();
        let next = draft("/home/b.c.png").like(&last);
        assert_eq!(next.path, "/tmp/report/b.c.svg");
        assert_eq!((next.format, next.preset, next.scale), (Format::Svg, Preset::Slide, 4));
        assert_eq!(next.theme, Theme::Print);
        last.theme = Theme::Dark;
        assert_eq!(draft("/home/b.png").like(&last).theme, Theme::Light, "as the window");
    }

    #[test]
    fn no_file_name_is_made_up() {
        let mut draft = draft("");
        assert_eq!(draft.target(), PathBuf::new());
        draft.choose_format(Format::Json);
        assert_eq!((draft.path.as_str(), draft.format), ("", Format::Json));
    }

    #[test]
    fn the_desktops_consent_holds_for_its_own_path_only() {
        let mut draft = draft("/tmp/a.png");
        draft.placed(Path::new("/tmp/b.svg"));
        assert_eq!(draft.format, Format::Svg);
        assert_eq!(draft.agreed.as_ref(), Some(&draft.target()));
        draft.path.push('g');
        draft.typed();
        assert_ne!(draft.agreed.as_ref(), Some(&draft.target()));
    }
}
