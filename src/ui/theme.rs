//! Dresses egui in the product's colours, sizes and fonts; the values stand in `figure::style`.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle,
    Visuals,
    style::{ScrollAnimation, WidgetVisuals},
    vec2,
};

use crate::{
    figure::{
        fonts,
        style::{self, Palette, Theme},
    },
    model::Lang,
};

/// Width of the side panel, in points.
pub const SIDE_PT: f32 = 324.0;
/// Width of the side panel in a narrow window, in points.
pub const SIDE_NARROW_PT: f32 = 308.0;
/// Below this width of the window the side panel is narrow, in points.
pub const NARROW_WINDOW_PT: f32 = 1100.0;
/// Below this height of the window the source drawer is low, in points.
pub const LOW_WINDOW_PT: f32 = 700.0;
/// Height of the header, in points.
pub const HEADER_PT: f32 = 44.0;
/// Height of the status bar, in points.
pub const STATUS_PT: f32 = 28.0;
/// Height of the source drawer, in points.
pub const DRAWER_PT: f32 = 112.0;
/// Height of the source drawer in a low window, in points.
pub const DRAWER_LOW_PT: f32 = 92.0;
/// Space between the edge of a panel and what stands in it, in points.
pub const PAD_PT: i8 = 16;
/// Space on the left and right of the main area, in points.
pub const MAIN_PAD_PT: i8 = 22;

/// Gives `ctx` the fonts for `lang`.
pub fn install_fonts(ctx: &Context, lang: Lang) {
    ctx.set_fonts(fonts::definitions(lang));
}

/// Gives `ctx` fonts, and the style of light and dark.
pub fn install(ctx: &Context) {
    install_fonts(ctx, Lang::default());
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme.base(), style_of(theme.palette()));
    }
}

/// How the window looks besides what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dress {
    /// Colours.
    pub theme: Theme,
    /// Whether nothing slides or blinks.
    pub is_still: bool,
    /// Whether all that can be pressed is large.
    pub is_large: bool,
}

/// Lets the window of `ctx` look as `dress` says.
pub fn wear(ctx: &Context, dress: Dress) {
    let Dress { theme, is_still, is_large } = dress;
    let mut style = style_of(theme.palette());
    if is_large {
        style.spacing.interact_size = egui::Vec2::splat(style::LARGE_TARGET_PT);
        style.spacing.icon_width = 20.0;
    }
    if is_still {
        style.scroll_animation = ScrollAnimation::none();
        style.visuals.text_cursor.blink = false;
    }
    ctx.set_style_of(theme.base(), style);
    ctx.set_theme(theme.base());
}

/// The style for `palette`.
#[must_use]
pub fn style_of(palette: &Palette) -> Style {
    let mut out = Style {
        animation_time: 0.0,
        scroll_animation: egui::style::ScrollAnimation::none(),
        ..Style::default()
    };
    let body = FontId::new(style::BODY_PT, FontFamily::Proportional);
    out.text_styles = [
        (TextStyle::Small, FontId::new(style::SMALL_PT, FontFamily::Proportional)),
        (TextStyle::Body, body.clone()),
        (TextStyle::Monospace, body.clone()),
        (TextStyle::Button, body),
        (TextStyle::Heading, style::font(style::TITLE_PT, true)),
    ]
    .into();
    out.spacing.item_spacing = vec2(8.0, 4.0);
    out.spacing.button_padding = vec2(10.0, 5.0);
    out.spacing.interact_size = vec2(28.0, 28.0);
    out.spacing.menu_margin = Margin::same(6);
    out.spacing.window_margin = Margin::same(PAD_PT);
    out.spacing.tooltip_width = 360.0;
    out.spacing.icon_width = 18.0;
    let floating = egui::style::ScrollStyle::floating();
    out.spacing.scroll = if palette.is_contrast {
        // Always to be seen, and no words fade at the edge.
        egui::style::ScrollStyle {
            floating_width: 8.0,
            dormant_handle_opacity: 1.0,
            fade: egui::style::ScrollFadeStyle { strength: 0.0, ..floating.fade },
            ..floating
        }
    } else {
        egui::style::ScrollStyle { floating_width: 4.0, dormant_handle_opacity: 0.35, ..floating }
    };
    out.interaction.selectable_labels = false;
    out.interaction.tooltip_delay = 0.3;
    out.visuals = visuals(palette);
    out
}

fn visuals(palette: &Palette) -> Visuals {
    let mut out = if palette.is_dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::same(style::RADIUS_PT);
    let widget = |ground: Color32, edge: Stroke, text: Color32| WidgetVisuals {
        bg_fill: ground,
        weak_bg_fill: ground,
        bg_stroke: edge,
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    let line = |color| Stroke::new(style::HAIRLINE_PT, color);
    let focus = Stroke::new(palette.focus_pt(), palette.accent);
    out.widgets.noninteractive = widget(palette.surface, line(palette.hairline), palette.text);
    out.widgets.inactive = widget(palette.surface, line(palette.outline), palette.text);
    out.widgets.hovered = widget(palette.hover_ground, line(palette.text), palette.text);
    out.widgets.active = widget(palette.accent_ground, focus, palette.text);
    out.widgets.open = widget(palette.hover_ground, line(palette.outline), palette.text);
    out.selection.bg_fill = palette.accent_ground;
    out.selection.stroke = focus;
    out.weak_text_color = Some(palette.secondary);
    out.hyperlink_color = palette.accent;
    out.faint_bg_color = palette.panel;
    out.extreme_bg_color = palette.surface;
    out.text_edit_bg_color = Some(palette.surface);
    out.warn_fg_color = palette.care;
    out.error_fg_color = palette.error;
    out.panel_fill = palette.surface;
    out.window_fill = palette.surface;
    out.window_stroke = line(palette.outline);
    out.window_corner_radius = CornerRadius::same(8);
    out.menu_corner_radius = radius;
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if palette.is_dark { 96 } else { 40 }),
    };
    // In high contrast the edge alone parts a window from what lies under it.
    let shadow = if palette.is_contrast { Shadow::NONE } else { shadow };
    out.window_shadow = shadow;
    out.popup_shadow = shadow;
    // Words on what is not possible now keep 4.5:1 in high contrast.
    out.disabled_alpha = if palette.is_contrast { 0.6 } else { 0.5 };
    out.interact_cursor = Some(egui::CursorIcon::PointingHand);
    out
}
