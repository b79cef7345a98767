//! What the tests of pictures share.

use std::sync::Arc;

use egui::{Context, FontData, FontDefinitions, FontFamily};

/// A context with one font and no animations.
pub fn context() -> Context {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/fonts/NotoSansSC-Regular.ttf"
    );
    let bytes = std::fs::read(path).expect("the application's font");
    let mut fonts = FontDefinitions::empty();
    fonts
        .font_data
        .insert("test".to_owned(), Arc::new(FontData::from_owned(bytes)));
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts
            .families
            .entry(family)
            .or_default()
            .push("test".to_owned());
    }
    let ctx = Context::default();
    ctx.set_fonts(fonts);
    ctx.set_theme(egui::Theme::Light);
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
    ctx
}
