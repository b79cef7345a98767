//! What the tests of pictures share.

use egui::Context;

use crate::figure::fonts;

/// A context with the shipped fonts and no animations.
pub fn context() -> Context {
    let ctx = Context::default();
    ctx.set_fonts(fonts::definitions(crate::model::Lang::Zh));
    ctx.set_theme(egui::Theme::Light);
    ctx.all_styles_mut(|style| style.animation_time = 0.0);
    ctx
}
