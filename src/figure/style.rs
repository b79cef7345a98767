//! Every colour and size of the product, for window and export alike.
//!
//! Colours: Okabe and Ito's hues for the two compared cities, one even single-hue ramp for values,
//! one accent. Sizes stand on a grid of 4 points; nothing is written smaller than 12 points.

use egui::{Color32, FontFamily, FontId};
use serde::{Deserialize, Serialize};

/// Size of small text, in points.
pub const SMALL_PT: f32 = 12.0;
/// Size of running text, in points.
pub const BODY_PT: f32 = 14.0;
/// Size of a heading inside a panel, in points.
pub const HEADING_PT: f32 = 16.0;
/// Size of a figure's title, in points.
pub const TITLE_PT: f32 = 20.0;
/// Size of a single large value, in points.
pub const LARGE_PT: f32 = 22.0;
/// Height of a row that can be clicked, in points.
pub const ROW_PT: f32 = 28.0;
/// The grid, in points.
pub const GRID_PT: f32 = 4.0;
/// Corner radius of tiles, fields and buttons, in points.
pub const RADIUS_PT: u8 = 6;
/// Width of a hairline, in points.
pub const HAIRLINE_PT: f32 = 1.0;

/// The family of the heavier weight.
pub const SEMIBOLD: &str = "semibold";

/// Colours of one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Whether the ground is dark.
    pub is_dark: bool,
    /// Whether marks are told apart by pattern alone.
    pub is_print: bool,
    /// Ground of the main area and of figures.
    pub surface: Color32,
    /// Ground of the side panel, the drawer and fields.
    pub panel: Color32,
    /// Lines that separate.
    pub hairline: Color32,
    /// Outlines of controls; at least 3:1 against both grounds.
    pub outline: Color32,
    /// Text.
    pub text: Color32,
    /// Secondary text; at least 4.5:1 against both grounds.
    pub secondary: Color32,
    /// The one accent.
    pub accent: Color32,
    /// Ground of what is chosen.
    pub accent_ground: Color32,
    /// The first compared city.
    pub city_a: Color32,
    /// The second compared city.
    pub city_b: Color32,
    /// Text on a badge in a city's colour.
    pub on_city: Color32,
    /// "With care".
    pub care: Color32,
    /// Ground of "with care".
    pub care_ground: Color32,
    /// Faults.
    pub error: Color32,
    /// Hatching of what is not reported.
    pub hatch: Color32,
    /// Values from low to high.
    pub ramp: [Color32; 5],
    /// Ground of the control under the pointer.
    pub hover_ground: Color32,
}

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// Light colours.
pub const LIGHT: Palette = Palette {
    is_dark: false,
    is_print: false,
    surface: hex(0x00ff_ffff),
    panel: hex(0x00f6_f7f8),
    hairline: hex(0x00e1_e4e8),
    outline: hex(0x0086_8f99),
    text: hex(0x001a_1f26),
    secondary: hex(0x0059_636f),
    accent: hex(0x000b_6b66),
    accent_ground: hex(0x00e3_f1ef),
    city_a: hex(0x0000_65a3),
    city_b: hex(0x00b9_4e00),
    on_city: hex(0x00ff_ffff),
    care: hex(0x0080_5a00),
    care_ground: hex(0x00fd_f3d8),
    error: hex(0x00b3_261e),
    hatch: hex(0x00d5_dade),
    ramp: [
        hex(0x00d7_ebe8),
        hex(0x009f_d0c9),
        hex(0x004f_a79d),
        hex(0x000b_6b66),
        hex(0x0004_3a38),
    ],
    hover_ground: hex(0x00ec_eff1),
};

/// Dark colours.
pub const DARK: Palette = Palette {
    is_dark: true,
    is_print: false,
    surface: hex(0x0015_181c),
    panel: hex(0x001c_2025),
    hairline: hex(0x0030_363e),
    outline: hex(0x0070_7a86),
    text: hex(0x00e9_ecef),
    secondary: hex(0x00a9_b2bd),
    accent: hex(0x0058_c4b8),
    accent_ground: hex(0x0014_3532),
    city_a: hex(0x005b_b0e8),
    city_b: hex(0x00f0_955a),
    on_city: hex(0x0015_181c),
    care: hex(0x00e5_bd57),
    care_ground: hex(0x0038_2c0e),
    error: hex(0x00ff_8a80),
    hatch: hex(0x0033_3a42),
    ramp: [
        hex(0x001b_3b38),
        hex(0x0022_645e),
        hex(0x0037_978d),
        hex(0x0058_c4b8),
        hex(0x00a8_ebe2),
    ],
    hover_ground: hex(0x0027_2c33),
};

/// Black on white, for printing: values are told by pattern, not by colour.
pub const PRINT: Palette = Palette {
    is_dark: false,
    is_print: true,
    surface: hex(0x00ff_ffff),
    panel: hex(0x00ff_ffff),
    hairline: hex(0x00b0_b0b0),
    outline: hex(0x0060_6060),
    text: hex(0x0000_0000),
    secondary: hex(0x0040_4040),
    accent: hex(0x0000_0000),
    accent_ground: hex(0x00ff_ffff),
    city_a: hex(0x0000_0000),
    city_b: hex(0x0050_5050),
    on_city: hex(0x00ff_ffff),
    care: hex(0x0000_0000),
    care_ground: hex(0x00ff_ffff),
    error: hex(0x0000_0000),
    hatch: hex(0x00b0_b0b0),
    ramp: [
        hex(0x00ec_ecec),
        hex(0x00c4_c4c4),
        hex(0x008f_8f8f),
        hex(0x0059_5959),
        hex(0x001c_1c1c),
    ],
    hover_ground: hex(0x00f0_f0f0),
};

/// The colours a picture or the window wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Black on white with patterns; for pictures only.
    Print,
}

impl Theme {
    /// The colours.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::Print => &PRINT,
        }
    }
}

impl Palette {
    /// The colour of step `at` of `count` steps, from low to high; fewer steps lie further apart.
    #[must_use]
    pub fn ramp_step(&self, at: usize, count: usize) -> Color32 {
        let steps: &[usize] = match count {
            0 | 1 => &[2],
            2 => &[1, 3],
            3 => &[0, 2, 3],
            4 => &[0, 1, 2, 3],
            _ => &[0, 1, 2, 3, 4],
        };
        let [.., top] = self.ramp;
        steps.get(at).and_then(|step| self.ramp.get(*step)).copied().unwrap_or(top)
    }

    /// The text colour with the better contrast on `ground`.
    #[must_use]
    pub fn text_on(&self, ground: Color32) -> Color32 {
        let (light, dark) =
            if self.is_dark { (self.text, self.surface) } else { (self.surface, self.text) };
        if contrast(light, ground) >= contrast(dark, ground) { light } else { dark }
    }
}

/// Contrast ratio of two opaque colours, `1.0..=21.0`, by WCAG 2.2.
#[must_use]
pub fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |colour: Color32| {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(colour.r()) + 0.7152 * channel(colour.g()) + 0.0722 * channel(colour.b())
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The font at `size_pt`, in the heavier weight if `is_bold`.
#[must_use]
pub fn font(size_pt: f32, is_bold: bool) -> FontId {
    let family = if is_bold { FontFamily::Name(SEMIBOLD.into()) } else { FontFamily::Proportional };
    FontId::new(size_pt, family)
}

#[cfg(test)]
mod tests {
    use super::{DARK, LIGHT, PRINT, contrast};

    #[test]
    fn text_and_controls_keep_their_contrast() {
        for palette in [LIGHT, DARK, PRINT] {
            for ground in [palette.surface, palette.panel] {
                for text in [palette.text, palette.secondary, palette.accent, palette.error] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}");
                }
                for edge in [palette.outline, palette.city_a, palette.city_b] {
                    assert!(contrast(edge, ground) >= 3.0, "{edge:?} on {ground:?}");
                }
            }
            assert!(contrast(palette.care, palette.care_ground) >= 4.5);
            assert!(contrast(palette.accent, palette.accent_ground) >= 4.5);
            for city in [palette.city_a, palette.city_b] {
                assert!(contrast(palette.on_city, city) >= 4.5);
            }
            for step in palette.ramp {
                assert!(contrast(palette.text_on(step), step) >= 4.5, "text on {step:?}");
            }
        }
    }
}
