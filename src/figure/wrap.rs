//! Line breaks by the Unicode rules.
//!
//! egui breaks Chinese text after an opening quotation mark or bracket, which no reader of Chinese
//! forgives. Here lines break where UAX #14 allows it, and egui only places them.

use egui::{FontId, Painter};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// `text` with a line break wherever the next word would not fit `width_pt`, in points.
///
/// A single word wider than that stays whole; the caller's own wrapping then splits it.
#[must_use]
pub fn broken(painter: &Painter, text: &str, font: &FontId, width_pt: f32) -> String {
    let paragraphs = text.split('\n').map(|it| paragraph(painter, it, font, width_pt));
    paragraphs.collect::<Vec<_>>().join("\n")
}

fn paragraph(painter: &Painter, text: &str, font: &FontId, width_pt: f32) -> String {
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::PLACEHOLDER);
    if galley.size().x <= width_pt || !width_pt.is_finite() {
        return text.to_owned();
    }
    // The right edge of every character, in order.
    let edges: Vec<(char, f32)> = galley
        .rows
        .iter()
        .flat_map(|row| &row.glyphs)
        .map(|glyph| (glyph.chr, glyph.pos.x + glyph.advance_width))
        .collect();
    let edge_before = |byte: usize| {
        let chars = text.get(..byte).map_or(0, |it| it.chars().count());
        edges.get(..chars).and_then(<[_]>::last).map_or(0.0, |(_, edge)| *edge)
    };
    // Spaces at the end of a line may hang over the edge.
    let edge_of_words = |byte: usize| {
        let words = text.get(..byte).unwrap_or_default().trim_end();
        edge_before(words.len())
    };
    let mut lines: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut last_fit = None;
    for (byte, kind) in linebreaks(text) {
        if edge_of_words(byte) - edge_before(start) > width_pt
            && let Some(fit) = last_fit.filter(|fit| *fit > start)
        {
            lines.push(text.get(start..fit).unwrap_or_default().trim_end());
            start = fit;
        }
        last_fit = Some(byte);
        if kind == BreakOpportunity::Mandatory {
            lines.push(text.get(start..byte).unwrap_or_default().trim_end());
            start = byte;
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use egui::{Context, RawInput};

    use super::broken;
    use crate::{figure::fonts, model::Lang};

    fn wrap(text: &str, width_pt: f32) -> String {
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions(Lang::Zh));
        let mut lines = String::new();
        let output = ctx.run_ui(RawInput::default(), |ui| {
            let font = crate::figure::style::font(14.0, false);
            lines = broken(ui.painter(), text, &font, width_pt);
        });
        output.drop_without_applying_deltas();
        lines
    }

    #[test]
    fn no_line_ends_with_an_opening_mark_or_starts_with_a_closing_one() {
        let text =
            "印发《杭州喜迎亚（残）运惠民十条》，提升“有爱无碍”之城，对无障碍环境作全链条提升。";
        for width_pt in 60_u16..400 {
            let lines = wrap(text, f32::from(width_pt));
            for line in lines.lines() {
                assert!(!line.ends_with(['“', '《', '（']), "{width_pt}: {lines}");
                assert!(!line.starts_with(['”', '》', '）', '，', '。']), "{width_pt}: {lines}");
            }
        }
    }

    #[test]
    fn nothing_is_lost_and_english_breaks_at_spaces() {
        let text = "Employment rate, disabled people of working age";
        let lines = wrap(text, 120.0);
        assert!(lines.lines().count() > 1);
        assert_eq!(lines.replace('\n', " "), text);
        assert_eq!(wrap(text, 2000.0), text);
    }
}
