//! The colours of each theme. `tests/atlas/colours.rs` holds them to their contrasts, and to what
//! readers with another colour vision can tell apart.

use egui::Color32;

use super::Palette;

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// Light colours.
pub const LIGHT: Palette = Palette {
    is_dark: false,
    is_print: false,
    is_contrast: false,
    surface: hex(0x00ff_ffff),
    panel: hex(0x00f6_f7f8),
    hairline: hex(0x00e1_e4e8),
    outline: hex(0x007d_8690),
    disabled: hex(0x00a6_adb5),
    text: hex(0x001a_1f26),
    secondary: hex(0x0059_636f),
    accent: hex(0x000b_6b66),
    accent_ground: hex(0x00e3_f1ef),
    city_a: hex(0x0000_65a3),
    city_b: hex(0x00b3_4a00),
    on_city: hex(0x00ff_ffff),
    care: hex(0x007d_5800),
    care_ground: hex(0x00fd_f3d8),
    error: hex(0x00a8_0f3c),
    hatch: hex(0x0086_8f99),
    ramp: [
        hex(0x00d7_ebe8),
        hex(0x009f_d0c9),
        hex(0x0045_9a90),
        hex(0x000b_6b66),
        hex(0x0004_3a38),
    ],
    hover_ground: hex(0x00ec_eff1),
};

/// Dark colours.
pub const DARK: Palette = Palette {
    is_dark: true,
    is_print: false,
    is_contrast: false,
    surface: hex(0x0015_181c),
    panel: hex(0x001c_2025),
    hairline: hex(0x0030_363e),
    outline: hex(0x007a_8490),
    disabled: hex(0x0056_5f69),
    text: hex(0x00e9_ecef),
    secondary: hex(0x00a9_b2bd),
    accent: hex(0x0058_c4b8),
    accent_ground: hex(0x0014_3532),
    city_a: hex(0x005b_b0e8),
    city_b: hex(0x00f0_955a),
    on_city: hex(0x0015_181c),
    care: hex(0x00e5_bd57),
    care_ground: hex(0x0038_2c0e),
    error: hex(0x00ff_8d9e),
    hatch: hex(0x0066_707b),
    ramp: [
        hex(0x001b_3b38),
        hex(0x0022_645e),
        hex(0x0037_978d),
        hex(0x0058_c4b8),
        hex(0x00a8_ebe2),
    ],
    hover_ground: hex(0x0027_2c33),
};

/// High contrast on a light ground. The ramp leaves out the middle tones, on which no text has 7:1.
pub const CONTRAST_LIGHT: Palette = Palette {
    is_dark: false,
    is_print: false,
    is_contrast: true,
    surface: hex(0x00ff_ffff),
    panel: hex(0x00ff_ffff),
    hairline: hex(0x0076_7676),
    outline: hex(0x0000_0000),
    disabled: hex(0x006b_6b6b),
    text: hex(0x0000_0000),
    secondary: hex(0x0026_2b30),
    accent: hex(0x0000_423e),
    accent_ground: hex(0x00d9_f2ee),
    city_a: hex(0x0000_3a75),
    city_b: hex(0x007d_2c00),
    on_city: hex(0x00ff_ffff),
    care: hex(0x005c_4000),
    care_ground: hex(0x00ff_f0c2),
    error: hex(0x008f_0038),
    hatch: hex(0x0059_5959),
    ramp: [
        hex(0x00e4_f5f2),
        hex(0x00a6_d9d1),
        hex(0x0066_afa5),
        hex(0x0000_584f),
        hex(0x0000_2b28),
    ],
    hover_ground: hex(0x00e6_e6e6),
};

/// High contrast on a dark ground; the ramp as in [`CONTRAST_LIGHT`].
pub const CONTRAST_DARK: Palette = Palette {
    is_dark: true,
    is_print: false,
    is_contrast: true,
    surface: hex(0x0000_0000),
    panel: hex(0x0000_0000),
    hairline: hex(0x0080_8080),
    outline: hex(0x00ff_ffff),
    disabled: hex(0x0090_9090),
    text: hex(0x00ff_ffff),
    secondary: hex(0x00e0_e4e8),
    accent: hex(0x006e_e7d8),
    accent_ground: hex(0x0000_332f),
    city_a: hex(0x007c_c8ff),
    city_b: hex(0x00ff_ab70),
    on_city: hex(0x0000_0000),
    care: hex(0x00ff_d75e),
    care_ground: hex(0x002e_2300),
    error: hex(0x00ff_9fb2),
    hatch: hex(0x00a0_a0a0),
    ramp: [
        hex(0x0005_1716),
        hex(0x000a_3531),
        hex(0x0011_5e56),
        hex(0x0058_b8ac),
        hex(0x00b6_f5ec),
    ],
    hover_ground: hex(0x0026_2626),
};

/// Black on white, for printing: values are told by pattern, not by colour.
pub const PRINT: Palette = Palette {
    is_dark: false,
    is_print: true,
    is_contrast: false,
    surface: hex(0x00ff_ffff),
    panel: hex(0x00ff_ffff),
    hairline: hex(0x00b0_b0b0),
    outline: hex(0x0060_6060),
    disabled: hex(0x0090_9090),
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
    hatch: hex(0x0080_8080),
    ramp: [
        hex(0x00ec_ecec),
        hex(0x00c4_c4c4),
        hex(0x008f_8f8f),
        hex(0x0059_5959),
        hex(0x001c_1c1c),
    ],
    hover_ground: hex(0x00f0_f0f0),
};
