//! Figures to be heard: which notes a figure is, and what they sound like. Pure; `app` plays.
//!
//! A bar is a tone, its pitch the bar's length on a scale of two octaves; what is not reported is a
//! soft click, and never a low tone, as it is never a short bar.

mod score;
mod synth;
mod wav;

use serde::{Deserialize, Serialize};

use crate::i18n::Texts;

pub use score::{Note, Score, Side, Sound, pitch_hz, score};
pub use synth::{SAMPLE_RATE_HZ, samples};
pub use wav::wav;

/// How fast notes follow one another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speed {
    /// Half as fast.
    Slow,
    /// Two notes a second.
    #[default]
    Medium,
    /// Twice as fast.
    Fast,
}

/// How loud notes are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Volume {
    /// For headphones.
    Soft,
    /// The usual.
    #[default]
    Medium,
    /// As loud as it goes.
    Loud,
}

/// How a reader wants figures to sound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Manner {
    /// Speed.
    pub speed: Speed,
    /// Volume.
    pub volume: Volume,
}

impl Speed {
    /// All speeds.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Medium, Self::Fast];

    /// From the start of one note to the start of the next, in seconds.
    #[must_use]
    pub const fn step_secs(self) -> f32 {
        match self {
            Self::Slow => 1.0,
            Self::Medium => 0.5,
            Self::Fast => 0.25,
        }
    }

    /// The name in menus.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Slow => t.command_sound_slow(),
            Self::Medium => t.command_sound_medium_speed(),
            Self::Fast => t.command_sound_fast(),
        }
    }
}

impl Volume {
    /// All volumes.
    pub const ALL: [Self; 3] = [Self::Soft, Self::Medium, Self::Loud];

    /// The largest swing of a tone, of what a sample can hold.
    #[must_use]
    pub const fn amplitude(self) -> f32 {
        match self {
            Self::Soft => 0.2,
            Self::Medium => 0.45,
            Self::Loud => 0.9,
        }
    }

    /// The name in menus.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Soft => t.command_sound_soft(),
            Self::Medium => t.command_sound_medium_volume(),
            Self::Loud => t.command_sound_loud(),
        }
    }
}
