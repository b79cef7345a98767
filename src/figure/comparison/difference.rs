//! By how much two numbers differ, where their verdict allows to say so.

use crate::{
    analysis::{CareReason, Comparison, ComparisonRow, Verdict, ranking::per_10k_residents},
    figure::words,
    i18n::{Texts, number},
    model::{Dataset, ObservationIx, UnitKind},
};

/// The second region's number beside the first's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The first number.
    pub a: f64,
    /// The second number.
    pub b: f64,
    /// Whether they are percentages, which differ by points.
    pub is_percent: bool,
}

impl Difference {
    /// Of a row whose numbers may be compared; `None` where they may not, or where one total holds
    /// the other.
    #[must_use]
    pub fn of(data: &Dataset, row: &ComparisonRow, is_per_residents: bool) -> Option<Self> {
        match &row.verdict {
            Verdict::Comparable => {}
            Verdict::WithCare(reasons) if !reasons.contains(&CareReason::PartAndWhole) => {}
            _ => return None,
        }
        if !data.is_same_measure(row.indicator_a, row.indicator_b) {
            return None;
        }
        let scaled = allows_per_residents(data, row) && is_per_residents;
        Some(Self {
            a: number_of(data, row.a?, scaled)?,
            b: number_of(data, row.b?, scaled)?,
            is_percent: words::unit_kind(data, row.indicator_a) == UnitKind::Percent,
        })
    }

    /// The second less the first, in the unit of both or in percentage points.
    #[must_use]
    pub fn difference(&self) -> f64 {
        // Decimal numbers leave a dust of binary fractions.
        ((self.b - self.a) * 1e6).round() / 1e6
    }

    /// The second divided by the first; `None` for percentages and where the first is zero.
    #[must_use]
    pub fn ratio(&self) -> Option<f64> {
        (!self.is_percent && self.a > 0.0).then(|| self.b / self.a)
    }

    /// The difference as a reader says it, from the second region's side.
    #[must_use]
    pub fn words(&self, t: &Texts) -> String {
        let difference = self.difference();
        if difference.abs() < f64::EPSILON {
            return t.difference_none().to_owned();
        }
        match self.ratio() {
            Some(ratio) => t.difference_ratio(ratio_words(ratio)),
            None if self.is_percent && difference > 0.0 => {
                t.difference_points_above(points(difference, t))
            }
            None if self.is_percent => t.difference_points_below(points(difference, t)),
            None => String::new(),
        }
    }

    /// The difference as a sentence with the regions' names, for those who do not see which is A.
    #[must_use]
    pub fn spoken(&self, (a, b): (&str, &str), t: &Texts) -> String {
        let difference = self.difference();
        if difference.abs() < f64::EPSILON {
            return t.spoken_difference_none().to_owned();
        }
        match self.ratio() {
            Some(ratio) => t.spoken_difference_ratio(a, b, ratio_words(ratio)),
            None if self.is_percent && difference > 0.0 => {
                t.spoken_difference_points(a, b, points(difference, t))
            }
            None if self.is_percent => t.spoken_difference_points(b, a, points(difference, t)),
            None => String::new(),
        }
    }

    /// How far apart the two are, for choosing the most telling.
    fn distance(&self) -> f64 {
        if self.is_percent {
            return self.difference().abs() / 100.0;
        }
        self.ratio().filter(|it| *it > 0.0).map_or(0.0, |ratio| ratio.ln().abs())
    }
}

/// Whether both sides are of one indicator that may be shown per 10,000 residents.
#[must_use]
pub fn allows_per_residents(data: &Dataset, row: &ComparisonRow) -> bool {
    row.indicator_a == row.indicator_b
        && data.residents().is_some()
        && data.indicator(row.indicator_a).is_some_and(|it| it.per_residents)
}

fn number_of(data: &Dataset, ix: ObservationIx, is_per_residents: bool) -> Option<f64> {
    let figure = data.observation(ix)?;
    let value = figure.number()?;
    if is_per_residents { per_10k_residents(data, figure.region, value) } else { Some(value) }
}

/// A ratio, **rounded**: one decimal, two where one would say “1.0”, none from 10 up.
fn ratio_words(ratio: f64) -> String {
    let tenths = (ratio * 10.0).round();
    match ratio {
        it if it >= 10.0 => format!("{it:.0}"),
        it if it < 0.95 || (tenths - 10.0).abs() < 0.5 => format!("{it:.2}"),
        it => format!("{it:.1}"),
    }
}

fn points(difference: f64, t: &Texts) -> String {
    number::plain(difference.abs(), UnitKind::PercentagePoint, t.lang())
}

/// The most telling directly comparable numbers in a sentence each, at most two: what regions
/// report before background, the furthest apart first.
#[must_use]
pub fn telling(data: &Dataset, comparison: &Comparison, t: &Texts) -> Vec<String> {
    let is_background = |row: &ComparisonRow| {
        let theme = data.indicator(row.indicator_a).and_then(|it| data.theme(it.theme));
        theme.is_some_and(|it| it.is_context)
    };
    let mut found: Vec<(&ComparisonRow, Difference)> = comparison
        .rows
        .iter()
        .filter(|row| row.verdict == Verdict::Comparable)
        .filter_map(|row| Some((row, Difference::of(data, row, false)?)))
        .filter(|(_, it)| it.distance() > 0.0)
        .collect();
    found.sort_by(|(row, x), (other, y)| {
        let background = is_background(row).cmp(&is_background(other));
        background.then(y.distance().total_cmp(&x.distance()))
    });
    let mut told: Vec<(&ComparisonRow, Difference)> = Vec::new();
    for (row, it) in found {
        // Two counts of the same people would say one thing twice.
        let is_related = |(other, _): &(&ComparisonRow, Difference)| {
            data.related(row.indicator_a).any(|(ix, _)| ix == other.indicator_a)
        };
        if told.len() < 2 && !told.iter().any(is_related) {
            told.push((row, it));
        }
    }
    told.into_iter().map(|(row, it)| sentence(data, comparison, row, it, t)).collect()
}

fn sentence(
    data: &Dataset,
    comparison: &Comparison,
    row: &ComparisonRow,
    difference: Difference,
    t: &Texts,
) -> String {
    let value = |ix: Option<ObservationIx>| {
        let figure = ix.and_then(|ix| data.observation(ix));
        figure.map_or_else(String::new, |it| words::value(data, it, t))
    };
    let a = (words::short(data, comparison.a, t), value(row.a));
    let b = (words::short(data, comparison.b, t), value(row.b));
    let is_b_more = difference.b > difference.a;
    let ((more, more_value), (less, less_value)) = if is_b_more { (b, a) } else { (a, b) };
    let indicator = words::indicator(data, row.indicator_a, t);
    let apart = if is_b_more { difference.ratio() } else { difference.ratio().map(f64::recip) };
    match apart {
        Some(ratio) => t.telling_ratio(
            indicator,
            less,
            less_value.as_str(),
            more,
            more_value.as_str(),
            ratio_words(ratio),
        ),
        None => t.telling_points(
            indicator,
            less,
            less_value.as_str(),
            more,
            more_value.as_str(),
            points(difference.difference(), t),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, telling};
    use crate::{
        analysis::{compare, fixture},
        i18n::texts,
        load,
        model::Lang,
    };

    fn between(a: f64, b: f64, is_percent: bool, lang: Lang) -> String {
        Difference { a, b, is_percent }.words(texts(lang))
    }

    #[test]
    fn numbers_differ_by_a_ratio_and_percentages_by_points() {
        assert_eq!(between(10.0, 16.0, false, Lang::En), "1.6 times A");
        assert_eq!(between(10.0, 16.0, false, Lang::Zh), "为 A 的 1.6 倍");
        assert_eq!(between(17.0, 10.0, false, Lang::En), "0.59 times A");
        assert_eq!(between(100.0, 102.0, false, Lang::En), "1.02 times A");
        assert_eq!(between(72.75, 73.08, true, Lang::En), "0.33 percentage points above A");
        assert_eq!(between(73.08, 72.75, true, Lang::Zh), "比 A 低 0.33 个百分点");
        assert_eq!(between(3.0, 3.0, false, Lang::En), "the same as A");
        assert_eq!(between(0.0, 3.0, false, Lang::En), "", "no ratio to nothing");
    }

    #[test]
    fn what_may_not_be_compared_has_no_difference() {
        let data = fixture::dataset();
        let parts = compare(&data, fixture::A, fixture::ROOT).rows;
        let stations = parts.iter().find(|it| it.indicator_a == fixture::STATIONS).unwrap();
        assert_eq!(Difference::of(&data, stations, false), None, "a part in its whole");
        let rows = compare(&data, fixture::A, fixture::C).rows;
        let rate = rows.iter().find(|row| row.indicator_a == fixture::RATE).unwrap();
        assert_eq!(Difference::of(&data, rate, false), None, "only A reports it");
        let stations = rows.iter().find(|row| row.indicator_a == fixture::STATIONS).unwrap();
        assert_eq!(Difference::of(&data, stations, false).unwrap().ratio(), Some(1.0));
        let scaled = Difference::of(&data, stations, true).unwrap().ratio().unwrap();
        assert!((scaled - 5.0).abs() < 1e-9, "{scaled}");
    }

    #[test]
    fn the_most_telling_numbers_are_named_with_their_direction() {
        let data = load::embedded().unwrap();
        let [a, b] = ["huzhou", "jiaxing"].map(|id| data.region_by_id(id).unwrap());
        let comparison = compare(&data, a, b);
        for lang in Lang::ALL {
            let said = telling(&data, &comparison, texts(lang));
            assert!((1..=2).contains(&said.len()));
            assert!(said[0].contains("1.6"), "{said:?}");
            // A rate with care is never made into a sentence of more and less.
            assert!(!said.iter().any(|it| it.contains("73.08")), "{said:?}");
        }
    }
}
