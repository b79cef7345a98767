//! The shipped fonts. Pictures use no others, so that they are the same on every machine.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::style::SEMIBOLD;
use crate::model::Lang;

const REGULAR_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf");
const SEMIBOLD_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-SemiBold.ttf");
const REGULAR_MARKS_TTF: &[u8] =
    include_bytes!("../../assets/fonts/NotoSansSC-Regular-LatinMarks.ttf");
const SEMIBOLD_MARKS_TTF: &[u8] =
    include_bytes!("../../assets/fonts/NotoSansSC-SemiBold-LatinMarks.ttf");

/// The font files in which a letter of a text in `lang` is looked for, first to last.
#[must_use]
pub const fn files(lang: Lang, is_bold: bool) -> &'static [&'static [u8]] {
    match (lang, is_bold) {
        (Lang::En, false) => &[REGULAR_MARKS_TTF, REGULAR_TTF],
        (Lang::En, true) => &[SEMIBOLD_MARKS_TTF, SEMIBOLD_TTF],
        (Lang::Zh, false) => &[REGULAR_TTF],
        (Lang::Zh, true) => &[SEMIBOLD_TTF],
    }
}

/// Two weights of Noto Sans SC: the plain families and [`SEMIBOLD`].
///
/// Chinese and Latin text share the code points of quotation marks and ellipsis, but not their
/// shapes: in English the proportional forms come first.
#[must_use]
pub fn definitions(lang: Lang) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files = [
        ("regular", REGULAR_TTF),
        (SEMIBOLD, SEMIBOLD_TTF),
        ("regular marks", REGULAR_MARKS_TTF),
        ("semibold marks", SEMIBOLD_MARKS_TTF),
    ];
    for (name, bytes) in files {
        let data = Arc::new(FontData::from_static(bytes));
        fonts.font_data.insert(name.to_owned(), data);
    }
    let family = |marks: &str, text: &str| match lang {
        Lang::En => vec![marks.to_owned(), text.to_owned()],
        Lang::Zh => vec![text.to_owned()],
    };
    let regular = family("regular marks", "regular");
    let semibold = family("semibold marks", SEMIBOLD);
    fonts.families = [
        (FontFamily::Proportional, regular.clone()),
        (FontFamily::Monospace, regular),
        (FontFamily::Name(SEMIBOLD.into()), semibold),
    ]
    .into();
    fonts
}
