//! Text as it was laid out: in rows, and in each row in runs of one look.

use std::sync::Arc;

use egui::{
    Color32, FontFamily, Galley, Pos2,
    emath::GuiRounding as _,
    epaint::TextShape,
    text::{LayoutSection, TextFormat},
};

use super::SvgError;
use crate::figure::style::SEMIBOLD;

/// A piece of one row in one font, size and colour.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// Its letters, without spaces at either end.
    pub text: String,
    /// Where each letter starts, in points from the left of the picture.
    pub starts: Vec<f32>,
    /// Where the last letter ends.
    pub end: f32,
    /// The line that the letters stand on, in points from the top of the picture.
    pub baseline: f32,
    /// Size in points.
    pub size_pt: f32,
    /// Whether in the heavier weight.
    pub is_bold: bool,
    /// Colour.
    pub color: Color32,
    /// Whether a space parts it from the run before.
    pub is_parted: bool,
}

impl Run {
    /// Left edge.
    pub(super) fn start(&self) -> f32 {
        self.starts.first().copied().unwrap_or(self.end)
    }
}

/// The runs of `shape` in reading order, on the pixels of the layout.
///
/// # Errors
/// When it is laid out with something that no figure uses, such as underlining.
pub(super) fn runs(shape: &TextShape) -> Result<Vec<Run>, SvgError> {
    let galley: &Arc<Galley> = &shape.galley;
    if !shape.underline.is_empty() {
        return Err(SvgError::Unsupported { what: "underlined text" });
    }
    let origin = shape.pos.round_to_pixels(galley.pixels_per_point);
    let mut letters = galley.job.text.char_indices();
    let mut runs = Vec::new();
    let mut before: Option<char> = None;
    for row in &galley.rows {
        let top_left = origin + row.pos.to_vec2();
        let mut x = row.glyphs.first().map_or(0.0, |glyph| glyph.pos.x);
        let mut current: Option<(usize, Run)> = None;
        for glyph in &row.glyphs {
            let byte = letters.next().map_or(galley.job.text.len(), |(byte, _)| byte);
            let (index, section) = section_at(galley, byte)?;
            if current.as_ref().is_none_or(|(at, _)| *at != index) {
                runs.extend(current.take().and_then(|(_, run)| trimmed(run, &mut before)));
                let baseline = (top_left.y + glyph.pos.y).round_to_pixels(galley.pixels_per_point);
                current = Some((index, empty_run(shape, &section.format, baseline)?));
            }
            if let Some((_, run)) = &mut current {
                run.text.push(glyph.chr);
                run.starts.push(top_left.x + x);
                // Letters sit on whole pixels in a picture; their widths say where they belong.
                x += glyph.advance_width;
                run.end = top_left.x + x;
            }
        }
        runs.extend(current.and_then(|(_, run)| trimmed(run, &mut before)));
        if row.ends_with_newline {
            letters.next();
            before = before.map(|it| if is_latin(it) { ' ' } else { it });
        }
    }
    Ok(runs)
}

fn empty_run(shape: &TextShape, format: &TextFormat, baseline: f32) -> Result<Run, SvgError> {
    let is_decorated = !format.underline.is_empty()
        || !format.strikethrough.is_empty()
        || format.italics
        || format.extra_letter_spacing != 0.0
        || format.background != Color32::TRANSPARENT;
    if is_decorated {
        return Err(SvgError::Unsupported { what: "decorated text" });
    }
    let is_bold = match &format.font_id.family {
        FontFamily::Proportional | FontFamily::Monospace => false,
        FontFamily::Name(name) if name.as_ref() == SEMIBOLD => true,
        FontFamily::Name(_) => return Err(SvgError::Unsupported { what: "text in another font" }),
    };
    let own =
        if format.color == Color32::PLACEHOLDER { shape.fallback_color } else { format.color };
    Ok(Run {
        text: String::new(),
        starts: Vec::new(),
        end: 0.0,
        baseline,
        size_pt: format.font_id.size,
        is_bold,
        color: shape.override_text_color.unwrap_or(own).gamma_multiply(shape.opacity_factor),
        is_parted: false,
    })
}

/// The section of the byte `byte`; what stands for text that was left out belongs to the last one.
fn section_at(galley: &Galley, byte: usize) -> Result<(usize, &LayoutSection), SvgError> {
    let mut sections = galley.job.sections.iter().enumerate();
    let holds = |it: &LayoutSection| (it.byte_range.start.0..it.byte_range.end.0).contains(&byte);
    let found = sections.clone().find(|(_, it)| holds(it));
    found
        .or_else(|| sections.next_back())
        .ok_or(SvgError::Unsupported { what: "text without a look" })
}

/// `run` without the spaces around it, which have nothing to show; `None` where nothing is left.
/// `before` is the letter before it, and becomes its last one.
fn trimmed(mut run: Run, before: &mut Option<char>) -> Option<Run> {
    let leading = run.text.chars().take_while(|it| it.is_whitespace()).count();
    let is_parted = leading > 0 || before.is_some_and(char::is_whitespace);
    *before = run.text.chars().last().or(*before);
    let kept = run.text.trim().chars().count();
    if kept == 0 {
        return None;
    }
    if let Some(end) = run.starts.get(leading + kept) {
        run.end = *end;
    }
    run.starts = run.starts.into_iter().skip(leading).take(kept).collect();
    run.text = run.text.trim().to_owned();
    run.is_parted = is_parted;
    Some(run)
}

/// Whether words in the script of `letter` are parted by spaces.
fn is_latin(letter: char) -> bool {
    letter < '\u{2e80}'
}

/// The whole text of `runs`, as it is read.
pub(super) fn plain(runs: &[Run]) -> String {
    let mut text = String::new();
    for run in runs {
        if run.is_parted && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&run.text);
    }
    text
}

/// Where a rotated text turns around, and how far in degrees; `None` for level text.
pub(super) fn turn(shape: &TextShape) -> Option<(Pos2, f32)> {
    (shape.angle != 0.0).then(|| (shape.pos, shape.angle.to_degrees()))
}
