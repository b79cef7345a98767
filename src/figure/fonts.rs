//! The shipped fonts. Pictures use no others, so that they are the same on every machine.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::style::SEMIBOLD;

const REGULAR_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.ttf");
const SEMIBOLD_TTF: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-SemiBold.ttf");

/// Two weights of Noto Sans SC: the plain families and [`SEMIBOLD`].
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [("regular", REGULAR_TTF), (SEMIBOLD, SEMIBOLD_TTF)] {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let regular = vec!["regular".to_owned()];
    fonts
        .families
        .insert(FontFamily::Proportional, regular.clone());
    fonts.families.insert(FontFamily::Monospace, regular);
    let heavier = vec![SEMIBOLD.to_owned(), "regular".to_owned()];
    fonts
        .families
        .insert(FontFamily::Name(SEMIBOLD.into()), heavier);
    fonts
}
