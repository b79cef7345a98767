//! The shipped fonts' letters as outlines, each once in a file.

use std::{collections::BTreeMap, fmt::Write};

use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::SvgError;
use crate::{figure::fonts, model::Lang};

/// Letters that were used, under the ids of their outlines.
pub(super) struct Letters {
    faces: [Vec<Face<'static>>; 2],
    /// By weight, font and glyph; the place in the order of first use is the id.
    used: BTreeMap<(bool, usize, u16), Option<usize>>,
    /// The outlines in the order of first use.
    outlines: Vec<String>,
}

/// A letter's outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Its number in the file; `None` for one that leaves no ink, such as a space.
    pub number: Option<usize>,
    /// Units of its font to the size of the text.
    pub units_per_em: u16,
}

impl Letters {
    /// No letters of `lang` yet.
    ///
    /// # Errors
    /// When a shipped font cannot be read.
    pub(super) fn new(lang: Lang) -> Result<Self, SvgError> {
        let faces = |is_bold| {
            let files = fonts::files(lang, is_bold).iter();
            files.map(|bytes| Face::parse(bytes, 0)).collect::<Result<Vec<_>, _>>()
        };
        let faces = [faces(false).map_err(SvgError::Font)?, faces(true).map_err(SvgError::Font)?];
        Ok(Self { faces, used: BTreeMap::new(), outlines: Vec::new() })
    }

    /// The outline of `letter` in one of the weights: from the first font that has it, as on the
    /// screen, or else the box that stands for letters no font has.
    pub(super) fn letter(&mut self, letter: char, is_bold: bool) -> Letter {
        let [regular, bold] = &self.faces;
        let faces = if is_bold { bold } else { regular };
        let found = faces
            .iter()
            .enumerate()
            .find_map(|(at, face)| face.glyph_index(letter).map(|glyph| (at, face, glyph)));
        let boxed =
            || faces.iter().enumerate().next_back().map(|(at, face)| (at, face, GlyphId(0)));
        let Some((at, face, glyph)) = found.or_else(boxed) else {
            return Letter { number: None, units_per_em: 1000 };
        };
        let outlines = &mut self.outlines;
        let number = *self.used.entry((is_bold, at, glyph.0)).or_insert_with(|| {
            let mut path = Path::default();
            face.outline_glyph(glyph, &mut path)?;
            outlines.push(path.data);
            Some(outlines.len() - 1)
        });
        Letter { number, units_per_em: face.units_per_em() }
    }

    /// The outlines by their numbers, in font units with y downward.
    pub(super) fn outlines(&self) -> &[String] {
        &self.outlines
    }
}

/// Path data of an outline, turned upside down, since fonts count upward.
#[derive(Default)]
struct Path {
    data: String,
}

impl Path {
    fn add(&mut self, command: char, points: &[(f32, f32)]) {
        self.data.push(command);
        for (at, (x, y)) in points.iter().enumerate() {
            let gap = if at > 0 { " " } else { "" };
            let _ =
                write!(self.data, "{gap}{} {}", super::xml::number(*x), super::xml::number(-*y));
        }
    }
}

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.add('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.add('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
