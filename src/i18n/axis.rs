//! Numbers along an axis: all in one step of 万, 亿, millions or billions, which stands once beside
//! the axis' name, so that the numbers themselves stay short and alike.

use super::number;
use crate::model::{Lang, Unit, UnitKind};

/// The step in which all numbers along one axis are written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisScale {
    divisor: f64,
    word: &'static str,
    lang: Lang,
    /// Chinese leaves four digits alone, but not beside five on one axis: 5,000 below 15,000.
    is_long: bool,
}

impl AxisScale {
    /// The step for numbers of `kind` up to `largest`, by their size without a sign.
    #[must_use]
    pub fn of(largest: f64, kind: UnitKind, lang: Lang) -> Self {
        let is_grouped = matches!(kind, UnitKind::Count | UnitKind::Money);
        let (divisor, word) = match lang {
            _ if !is_grouped => (1.0, ""),
            Lang::Zh if largest >= 1e8 => (1e8, "亿"),
            Lang::Zh if largest >= 1e4 => (1e4, "万"),
            Lang::En if largest >= 1e9 => (1e9, "billion"),
            Lang::En if largest >= 1e6 => (1e6, "million"),
            _ => (1.0, ""),
        };
        Self { divisor, word, lang, is_long: largest / divisor >= 1e4 }
    }

    /// A number on the axis, without its unit: `1,200`, `2.5`.
    #[must_use]
    pub fn tick(&self, value: f64) -> String {
        // The kind of an area is never grouped into words, which this scale has done already.
        let lang = if self.is_long { Lang::En } else { self.lang };
        number::plain(value / self.divisor, UnitKind::Area, lang)
    }

    /// The unit with the step, as it stands beside the axis' name: `万人`, `million people`, `%`.
    #[must_use]
    pub fn unit(&self, unit: &Unit) -> String {
        let word = unit.word(2.0, self.lang);
        match (self.word, self.lang) {
            ("", _) => word.to_owned(),
            (step, Lang::Zh) => format!("{step}{word}"),
            (step, Lang::En) => format!("{step} {word}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::AxisScale;
    use crate::model::{Lang, Unit, UnitKind};

    #[test]
    fn the_step_stands_once_beside_the_name() {
        let people = Unit {
            id: "person".into(),
            zh: "人".into(),
            en_one: "person".into(),
            en_other: "people".into(),
            kind: UnitKind::Count,
        };
        let zh = AxisScale::of(12_522_000.0, people.kind, Lang::Zh);
        assert_eq!((zh.tick(2_500_000.0), zh.unit(&people)), ("250".into(), "万人".into()));
        let en = AxisScale::of(12_522_000.0, people.kind, Lang::En);
        assert_eq!(
            (en.tick(2_500_000.0), en.unit(&people)),
            ("2.5".into(), "million people".into())
        );
        let small = AxisScale::of(4_000.0, people.kind, Lang::En);
        assert_eq!((small.tick(2_500.0), small.unit(&people)), ("2,500".into(), "people".into()));
        let area = AxisScale::of(17_000.0, UnitKind::Area, Lang::Zh);
        assert_eq!((area.tick(5_000.0), area.tick(15_000.0)), ("5,000".into(), "15,000".into()));
        let short = AxisScale::of(7_000.0, UnitKind::Area, Lang::Zh);
        assert_eq!(short.tick(5_000.0), "5000");
    }
}
