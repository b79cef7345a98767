//! Small controls in the product's own look, each with its name for screen readers.

use std::ops::Range;

use egui::{
    Color32, Rect, Response, RichText, Sense, Stroke, StrokeKind, TextFormat, Ui, WidgetInfo,
    accesskit::Role, pos2, text::LayoutJob, vec2,
};

use super::{View, keys};
use crate::{
    figure::{
        style::{self, Palette},
        wrap,
    },
    state::{Command, System},
};

/// What dialogs stand in.
pub fn dialog_frame(ctx: &egui::Context) -> egui::Frame {
    egui::Frame::popup(&ctx.global_style()).inner_margin(egui::Margin::same(20))
}

/// What a control does, with the keys that do the same; what stands in the way, where it cannot.
#[allow(clippy::must_use_candidate, reason = "the tooltip is the point")]
pub fn hint(response: Response, view: &View<'_>, command: Command) -> Response {
    let ctx = response.ctx.clone();
    let text = || hint_text(&ctx, view, command);
    let show = |ui: &mut Ui| {
        ui.label(text());
    };
    // A control that is not possible says why.
    response.on_hover_ui(show).on_disabled_hover_ui(show)
}

/// The key that makes a click choose the second city: Ctrl, on a Mac the command key.
#[must_use]
pub fn command_key(ctx: &egui::Context) -> &'static str {
    match keys::system(ctx) {
        System::Mac => "⌘",
        System::Windows | System::Linux => "Ctrl",
    }
}

/// The text of [`hint`].
#[must_use]
pub fn hint_text(ctx: &egui::Context, view: &View<'_>, command: Command) -> String {
    let name = command.name(view.t);
    let by_keys = match command {
        // The keys switch to the language that is not in use.
        Command::LangZh | Command::LangEn if !command.mark(view.state, false).is_on() => {
            keys::of(ctx, Command::ToggleLang)
        }
        command => keys::of(ctx, command),
    };
    let mut lines = match by_keys {
        Some(keys) => format!("{name}  {keys}"),
        None => name.to_owned(),
    };
    if let Some(why) = view.why_not(command) {
        lines.push('\n');
        lines.push_str(&why);
    }
    lines
}

/// One line of text in which what was searched for is bold and underlined.
#[must_use]
pub fn marked(text: &str, marks: &[Range<usize>], size_pt: f32, color: Color32) -> LayoutJob {
    marked_with(text, marks, TextFormat::simple(style::font(size_pt, false), color), |format| {
        TextFormat {
            font_id: style::font(size_pt, true),
            underline: Stroke::new(1.0, color),
            ..format
        }
    })
}

/// Gives all of `job` the heavier weight, in the sizes it has.
pub fn embolden(job: &mut LayoutJob) {
    for section in &mut job.sections {
        section.format.font_id = style::font(section.format.font_id.size, true);
    }
}

/// `text` in `plain`, the stretches of `marks` in what `dress` makes of it.
fn marked_with(
    text: &str,
    marks: &[Range<usize>],
    plain: TextFormat,
    dress: impl Fn(TextFormat) -> TextFormat,
) -> LayoutJob {
    let mut job = LayoutJob::default();
    let mut done = 0;
    for mark in marks {
        let (Some(before), Some(within)) = (text.get(done..mark.start), text.get(mark.clone()))
        else {
            continue;
        };
        job.append(before, 0.0, plain.clone());
        job.append(within, 0.0, dress(plain.clone()));
        done = mark.end;
    }
    job.append(text.get(done..).unwrap_or_default(), 0.0, plain);
    job
}

/// As [`text`], with what was searched for underlined on a tinted ground. The weight stays, so
/// that lines break where they would without marks.
pub fn marked_text(
    ui: &mut Ui,
    text: &str,
    marks: &[Range<usize>],
    is_bold: bool,
    palette: &Palette,
) -> Response {
    let font = style::font(style::BODY_PT, is_bold);
    let lines = wrap::broken(ui.painter(), text, &font, ui.available_width());
    let marks = moved(text, &lines, marks);
    let plain = TextFormat::simple(font, palette.text);
    let job = marked_with(&lines, &marks, plain, |format| TextFormat {
        underline: Stroke::new(1.5, palette.accent),
        background: palette.accent_ground,
        ..format
    });
    let response = ui.add(egui::Label::new(job));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// `marks` of `text` in `lines`, the same text with line breaks put in, or put in place of spaces.
#[must_use]
pub fn moved(text: &str, lines: &str, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    // Where each character of the text begins in the lines.
    let mut starts = vec![0; text.len() + 1];
    let mut rest = lines.char_indices().peekable();
    for (at, c) in text.char_indices() {
        while rest.peek().is_some_and(|(_, it)| *it == '\n' && c != '\n' && !c.is_whitespace()) {
            rest.next();
        }
        let start = rest.peek().map_or(lines.len(), |(start, _)| *start);
        if let Some(slot) = starts.get_mut(at) {
            *slot = start;
        }
        if rest.peek().is_some_and(|(_, it)| *it == c) {
            rest.next();
        }
    }
    if let Some(last) = starts.last_mut() {
        *last = lines.len();
    }
    let start_of = |at: usize| starts.get(at).copied().unwrap_or(lines.len());
    marks
        .iter()
        .map(|mark| {
            let from = start_of(mark.start);
            let within = lines.get(from..start_of(mark.end)).unwrap_or_default();
            from..from + within.trim_end().len()
        })
        .collect()
}

/// Text in the heavier weight.
#[must_use]
pub fn bold(text: impl Into<String>, size_pt: f32) -> RichText {
    RichText::new(text).font(style::font(size_pt, true))
}

/// A heading of `level`, 1 the uppermost, which screen readers find among all headings.
#[allow(clippy::must_use_candidate, reason = "the heading is the point")]
pub fn heading(ui: &mut Ui, text: impl Into<String>, size_pt: f32, level: usize) -> Response {
    let text = text.into();
    let response = ui.label(bold(text.as_str(), size_pt));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(level);
        node.set_label(text);
        node.clear_value();
    });
    response
}

/// Small secondary text.
#[must_use]
pub fn quiet(text: impl Into<String>, palette: &Palette) -> RichText {
    RichText::new(text).font(style::font(style::SMALL_PT, false)).color(palette.secondary)
}

/// A text that wraps by the Unicode rules, in points and colour as given.
pub fn text(ui: &mut Ui, text: &str, size_pt: f32, is_bold: bool, color: Color32) -> Response {
    let font = style::font(size_pt, is_bold);
    let lines = wrap::broken(ui.painter(), text, &font, ui.available_width());
    // Laid out by lines already, but named as one text.
    let response = ui.add(egui::Label::new(RichText::new(lines).font(font).color(color)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    response
}

/// A ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, palette: &Palette) {
    if response.has_focus() {
        let stroke = Stroke::new(palette.focus_pt(), palette.accent);
        ui.painter().rect_stroke(response.rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    }
}

/// Height of a tab, in points.
pub const TAB_PT: f32 = 40.0;

/// A tab: plain text, underlined in the accent when chosen.
pub fn tab(ui: &mut Ui, palette: &Palette, text: &str, is_chosen: bool) -> Response {
    let color = if is_chosen { palette.accent } else { palette.secondary };
    let font = style::font(style::BODY_PT, is_chosen);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
    let size = vec2(galley.size().x + 12.0, TAB_PT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, text));
    // A tab is selected, not pressed.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.clear_toggled();
        node.set_selected(is_chosen);
    });
    let color = if response.hovered() && !is_chosen { palette.text } else { color };
    let at = pos2(rect.left() + 6.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, color);
    if is_chosen {
        let line = Rect::from_min_max(
            pos2(rect.left() + 6.0, rect.bottom() - 2.0),
            pos2(rect.right() - 6.0, rect.bottom()),
        );
        ui.painter().rect_filled(line, 1, palette.accent);
    }
    focus_ring(ui, &response, palette);
    response
}

/// A rounded choice, for example one kind of figure.
pub fn pill(
    ui: &mut Ui,
    palette: &Palette,
    text: &str,
    is_chosen: bool,
    is_possible: bool,
) -> Response {
    let color = match (is_chosen, is_possible) {
        (true, _) => palette.accent,
        (false, true) => palette.text,
        (false, false) => palette.secondary,
    };
    let font = style::font(style::SMALL_PT, is_chosen);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, color);
    let size = vec2(galley.size().x + 22.0, style::target_pt(ui, 26.0));
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, is_possible, is_chosen, text));
    let ground = if is_chosen {
        palette.accent_ground
    } else if response.hovered() && is_possible {
        palette.hover_ground
    } else {
        Color32::TRANSPARENT
    };
    ui.painter().rect_filled(rect, 13, ground);
    let edge = if is_chosen { palette.accent } else { palette.outline };
    if is_possible {
        let stroke = Stroke::new(style::HAIRLINE_PT, edge);
        ui.painter().rect_stroke(rect, 13, stroke, StrokeKind::Inside);
    } else {
        // What the data cannot support has no solid edge, besides its quieter text.
        let stroke = Stroke::new(style::HAIRLINE_PT, palette.disabled);
        ui.painter().rect_stroke(rect, 13, stroke, StrokeKind::Inside);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response, palette);
    response
}

/// A rounded switch that is on or off, drawn as a pill with a tick when on.
pub fn toggle(ui: &mut Ui, palette: &Palette, text: &str, is_on: bool) -> Response {
    let shown = if is_on { format!("✓ {text}") } else { text.to_owned() };
    let response = pill(ui, palette, &shown, is_on, true);
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, is_on, text));
    response
}

/// A button that names a chosen city under its letter and opens a list to choose another.
pub fn choice_button(
    ui: &mut Ui,
    palette: &Palette,
    (letter, color): (&str, Color32),
    name: &str,
    spoken: &str,
) -> Response {
    let font = style::font(style::BODY_PT, true);
    let name = ui.painter().layout_no_wrap(name.to_owned(), font, palette.text);
    let font = style::font(style::SMALL_PT, true);
    let letter = ui.painter().layout_no_wrap(letter.to_owned(), font, palette.on_city);
    let size = vec2(name.size().x + 64.0, 32.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, spoken));
    let ground = if response.hovered() { palette.hover_ground } else { palette.surface };
    ui.painter().rect_filled(rect, style::RADIUS_PT, ground);
    let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let badge = pos2(rect.left() + 18.0, rect.center().y);
    ui.painter().circle_filled(badge, 9.0, color);
    ui.painter().galley(badge - letter.size() / 2.0, letter, palette.on_city);
    let at = pos2(rect.left() + 34.0, rect.center().y - name.size().y / 2.0);
    ui.painter().galley(at, name, palette.text);
    let center = pos2(rect.right() - 16.0, rect.center().y);
    let corners = [vec2(-5.0, -3.0), vec2(5.0, -3.0), vec2(0.0, 4.0)];
    let points = corners.map(|it| center + it).to_vec();
    ui.painter().add(egui::Shape::convex_polygon(points, palette.text, Stroke::NONE));
    focus_ring(ui, &response, palette);
    response
}

/// Two or more choices side by side, one of them chosen; gives the position that was clicked.
pub fn segments(ui: &mut Ui, palette: &Palette, items: &[(&str, bool)]) -> Option<usize> {
    segment_responses(ui, palette, items).iter().position(Response::clicked)
}

/// [`segments`], with what was done to each.
pub fn segment_responses(ui: &mut Ui, palette: &Palette, items: &[(&str, bool)]) -> Vec<Response> {
    let mut responses = Vec::new();
    ui.spacing_mut().item_spacing.x = 0.0;
    for (at, (text, is_chosen)) in items.iter().enumerate() {
        let color = if *is_chosen { palette.accent } else { palette.secondary };
        let font = style::font(style::SMALL_PT, *is_chosen);
        let galley = ui.painter().layout_no_wrap((*text).to_owned(), font, color);
        let size = vec2(galley.size().x + 20.0, style::target_pt(ui, 26.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, *is_chosen, *text));
        let ground = if *is_chosen {
            palette.accent_ground
        } else if response.hovered() {
            palette.hover_ground
        } else {
            Color32::TRANSPARENT
        };
        let corner = |is_end: bool| if is_end { style::RADIUS_PT } else { 0 };
        let (left, right) = (corner(at == 0), corner(at + 1 == items.len()));
        let radius = egui::CornerRadius { nw: left, sw: left, ne: right, se: right };
        ui.painter().rect_filled(rect, radius, ground);
        let stroke = Stroke::new(style::HAIRLINE_PT, palette.outline);
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
        focus_ring(ui, &response, palette);
        responses.push(response);
    }
    responses
}

/// A small square button with one sign on it; `name` says what it does.
pub fn sign_button(
    ui: &mut Ui,
    palette: &Palette,
    sign: &str,
    name: &str,
    is_possible: bool,
) -> Response {
    let sense = if is_possible { Sense::click() } else { Sense::hover() };
    let (rect, response) =
        ui.allocate_exact_size(egui::Vec2::splat(style::target_pt(ui, 26.0)), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_possible, name));
    if response.hovered() && is_possible {
        ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let (edge, color) = if is_possible {
        (palette.outline, palette.text)
    } else {
        (palette.disabled, palette.disabled)
    };
    let stroke = Stroke::new(style::HAIRLINE_PT, edge);
    ui.painter().rect_stroke(rect, style::RADIUS_PT, stroke, StrokeKind::Inside);
    let font = style::font(style::BODY_PT, false);
    let galley = ui.painter().layout_no_wrap(sign.to_owned(), font, color);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    focus_ring(ui, &response, palette);
    response.on_hover_text(name)
}

/// Text that can be clicked, in the accent, underlined under the pointer.
pub fn link(ui: &mut Ui, palette: &Palette, text: &str, size_pt: f32) -> Response {
    let font = style::font(size_pt, false);
    let galley = ui.painter().layout(text.to_owned(), font, palette.accent, ui.available_width());
    let size = vec2(
        galley.size().x.max(style::target_pt(ui, 24.0)),
        galley.size().y.max(style::target_pt(ui, 24.0)),
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, text));
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    let bottom = at.y + galley.size().y;
    ui.painter().galley(at, galley, palette.accent);
    if response.hovered() || palette.is_contrast {
        ui.painter().hline(rect.x_range(), bottom - 1.0, Stroke::new(1.0, palette.accent));
    }
    focus_ring(ui, &response, palette);
    response
}

/// Light or dark, drawn as a sun or a moon, since fonts differ in what they have.
pub fn theme_button(ui: &mut Ui, palette: &Palette, name: &str) -> Response {
    let (rect, response) =
        ui.allocate_exact_size(egui::Vec2::splat(style::target_pt(ui, 28.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if response.hovered() {
        ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    let center = rect.center();
    let painter = ui.painter();
    if palette.is_dark {
        painter.circle_filled(center, 4.0, palette.text);
        for at in 0..8_u8 {
            let angle = f32::from(at) * std::f32::consts::FRAC_PI_4;
            let way = egui::Vec2::angled(angle);
            let stroke = Stroke::new(1.5, palette.text);
            painter.line_segment([center + way * 6.0, center + way * 8.5], stroke);
        }
    } else {
        painter.circle_filled(center, 7.0, palette.text);
        let ground = if response.hovered() { palette.hover_ground } else { palette.surface };
        painter.circle_filled(center + vec2(3.5, -2.5), 6.0, ground);
    }
    focus_ring(ui, &response, palette);
    response
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn marks_stay_on_their_words_when_lines_break() {
        let text = "Employment rate of people";
        let lines = "Employment\nrate of\npeople";
        let at = |word: &str| text.find(word).unwrap();
        let marks = [at("rate")..at("rate") + 4, at("people")..text.len()];
        let words: Vec<_> = moved(text, lines, &marks).into_iter().map(|it| &lines[it]).collect();
        assert_eq!(words, ["rate", "people"]);
        let (text, lines) = ("提升康复服务水平", "提升康\n复服务\n水平");
        let start = "提升".len();
        let words = moved(text, lines, std::slice::from_ref(&(start..start + "康复".len())));
        assert_eq!(&lines[words[0].clone()], "康\n复");
    }
}
