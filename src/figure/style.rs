//! Every colour and size of the product, for window and export alike.
//!
//! Colours: Okabe and Ito's hues for the two compared cities, one even single-hue ramp for values,
//! one accent. Sizes stand on a grid of 4 points; nothing is written smaller than 12 points.

mod palettes;

use egui::{Color32, FontFamily, FontId};
use serde::{Deserialize, Serialize};

use crate::i18n::Texts;

pub use palettes::{CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, PRINT};

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
/// The least side of what can be pressed in large mode, in points: 45 points of the desktop at
/// [`LARGE_ZOOM`], where the Chinese guidance for older readers (适老化) asks for 44.
pub const LARGE_TARGET_PT: f32 = 30.0;
/// The least zoom of large mode, at which [`SMALL_PT`] is 18 points of the desktop.
pub const LARGE_ZOOM: f32 = 1.5;
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
    /// Whether text keeps 7:1 and every line is there to be seen.
    pub is_contrast: bool,
    /// Ground of the main area and of figures.
    pub surface: Color32,
    /// Ground of the side panel, the drawer and fields.
    pub panel: Color32,
    /// Lines that separate.
    pub hairline: Color32,
    /// Outlines of controls; at least 3:1 against both grounds.
    pub outline: Color32,
    /// Signs and edges of controls that are not possible now.
    pub disabled: Color32,
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

/// The colours a picture or the window wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark on light.
    #[default]
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light, text at 7:1 and more.
    ContrastLight,
    /// Light on dark, text at 7:1 and more.
    ContrastDark,
    /// Black on white with patterns; for pictures only.
    Print,
}

impl Theme {
    /// All that a picture can wear, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark, Self::Print];
    /// All that the window can wear.
    pub const OF_WINDOW: [Self; 4] =
        [Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];

    /// The theme with dark or light ground, in high contrast or not.
    #[must_use]
    pub const fn of_window(is_dark: bool, is_contrast: bool) -> Self {
        match (is_dark, is_contrast) {
            (false, false) => Self::Light,
            (true, false) => Self::Dark,
            (false, true) => Self::ContrastLight,
            (true, true) => Self::ContrastDark,
        }
    }

    /// The name in menus and dialogs.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Light => t.theme_light(),
            Self::Dark => t.theme_dark(),
            Self::ContrastLight => t.theme_contrast_light(),
            Self::ContrastDark => t.theme_contrast_dark(),
            Self::Print => t.theme_print(),
        }
    }

    /// Which of egui's two themes it is a form of.
    #[must_use]
    pub const fn base(self) -> egui::Theme {
        if self.palette().is_dark { egui::Theme::Dark } else { egui::Theme::Light }
    }

    /// The colours.
    #[must_use]
    pub const fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
            Self::ContrastLight => &CONTRAST_LIGHT,
            Self::ContrastDark => &CONTRAST_DARK,
            Self::Print => &PRINT,
        }
    }
}

impl Palette {
    /// Width of the ring around what has the keyboard, in points.
    #[must_use]
    pub const fn focus_pt(&self) -> f32 {
        if self.is_contrast { 3.0 } else { 2.0 }
    }

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

/// The side of what can be pressed and is usually `usual_pt` long, in points: more in large mode,
/// which the spacing of `ui` tells.
#[must_use]
pub fn target_pt(ui: &egui::Ui, usual_pt: f32) -> f32 {
    let is_large = ui.spacing().interact_size.y >= LARGE_TARGET_PT;
    if is_large { usual_pt.max(LARGE_TARGET_PT) } else { usual_pt }
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
