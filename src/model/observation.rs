//! Reported figures.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::{IndicatorIx, Locator, ObservationIx, PeriodIx, RegionIx, Text};

/// What the words around a printed number say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// Nothing: the number as it stands.
    #[default]
    Exact,
    /// 约: about.
    About,
    /// 近: nearly, so a little less.
    Nearly,
    /// 余, 多, 超过: more than.
    MoreThan,
    /// 达: the level reached; exact, with the stress of an achievement.
    Reached,
}

impl Qualifier {
    /// The name used in tables: `exact`, `about`, `nearly`, `more_than` or `reached`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::MoreThan => "more_than",
            Self::Reached => "reached",
        }
    }

    /// The sign drawn before the number; empty where the number is exact.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Exact | Self::Reached => "",
            Self::About | Self::Nearly => "≈",
            Self::MoreThan => ">",
        }
    }

    /// Whether the number was rounded by its source.
    #[must_use]
    pub const fn is_rounded(self) -> bool {
        matches!(self, Self::About | Self::Nearly | Self::MoreThan)
    }
}

/// How a figure came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Printed in the source.
    #[default]
    Reported,
    /// Worked out from other figures.
    Derived,
    /// The indicator makes no sense for this region.
    NotApplicable,
}

impl Status {
    /// The name used in tables.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Derived => "derived",
            Self::NotApplicable => "not_applicable",
        }
    }
}

/// The content of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A finite number in the indicator's base unit.
    Number(f64),
    /// Something stated in words.
    Fact(Box<Text>),
    /// Nothing, because the indicator does not apply.
    NotApplicable,
}

/// One figure of one region. What no region reported has no observation: missing is never zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Whose figure it is.
    pub region: RegionIx,
    /// What it measures.
    pub indicator: IndicatorIx,
    /// When.
    pub period: PeriodIx,
    /// The value.
    pub value: Value,
    /// What the words around the printed number say.
    pub qualifier: Qualifier,
    /// The number (or words) as printed.
    pub printed: SmolStr,
    /// How it came about.
    pub status: Status,
    /// Where it is printed.
    ///
    /// Figures of one place share it, for a large set has millions of them.
    pub locator: Arc<Locator>,
    /// The figure of a larger region that this one is a part of.
    pub part_of: Option<ObservationIx>,
    /// Why comparing this figure with others of its indicator needs care.
    pub care: Option<Box<Text>>,
    /// What else a careful reader should know.
    pub note: Option<Box<Text>>,
}

impl Observation {
    /// The number, where there is one.
    #[must_use]
    pub const fn number(&self) -> Option<f64> {
        match self.value {
            Value::Number(value) => Some(value),
            Value::Fact(_) | Value::NotApplicable => None,
        }
    }
}
