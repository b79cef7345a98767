//! What is measured: indicators, their units, themes and reference periods.

use serde::{Deserialize, Serialize};

use super::{IndicatorIx, Lang, Text, ThemeIx, UnitIx};

/// A field that indicators and highlights belong to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Whether its indicators are background (residents, area) rather than what a region reports.
    pub is_context: bool,
}

/// How values of a unit behave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum UnitKind {
    /// Things, people or services counted.
    Count,
    /// Money in the currency's main unit.
    Money,
    /// Hundredths of a whole.
    Percent,
    /// Differences between percentages.
    PercentagePoint,
    /// Area.
    Area,
}

/// The unit of a quantity. Values are stored in base units: 人, 元, %.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Stable id.
    pub id: String,
    /// Chinese word, as it stands after a number.
    pub zh: String,
    /// English word after one.
    pub en_one: String,
    /// English word after any other number.
    pub en_other: String,
    /// How its values behave.
    pub kind: UnitKind,
}

impl Unit {
    /// Whether both units count the same thing, though Chinese may use another classifier
    /// (10 家 and 43 个 bases).
    #[must_use]
    pub fn is_same_measure(&self, other: &Self) -> bool {
        self.kind == other.kind && self.en_other == other.en_other
    }

    /// The word that follows `value` in `lang`.
    #[must_use]
    pub fn word(&self, value: f64, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En if (value - 1.0).abs() < f64::EPSILON => &self.en_one,
            Lang::En => &self.en_other,
        }
    }
}

/// The time that a figure speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// Whether an indicator is counted or stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A number in a unit.
    Quantity(UnitIx),
    /// Something stated in words, such as an award.
    Fact,
}

/// One thing that is measured, with one definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Stable id.
    pub id: String,
    /// Name, short enough for a title.
    pub name: Text,
    /// What is counted, and what the source leaves open.
    pub definition: Text,
    /// Its theme.
    pub theme: ThemeIx,
    /// Number or words.
    pub measure: Measure,
    /// Whether "per 10,000 residents" means something for it.
    pub per_residents: bool,
    /// For a completion rate: the indicator whose plan it measures.
    pub completion_of: Option<IndicatorIx>,
}

impl Indicator {
    /// The unit, unless the indicator is stated in words.
    #[must_use]
    pub const fn unit(&self) -> Option<UnitIx> {
        match self.measure {
            Measure::Quantity(unit) => Some(unit),
            Measure::Fact => None,
        }
    }
}

/// Two indicators that are near each other but not the same, and why. It holds both ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// One side.
    pub a: IndicatorIx,
    /// The other.
    pub b: IndicatorIx,
    /// What differs.
    pub reason: Text,
}
