//! Comparisons worth making: those with the best verdicts, no two of them about the same thing.

use super::{Comparison, ComparisonRow, Verdict, compare, verdict};
use crate::model::{Dataset, IndicatorIx, Observation, ObservationIx, RegionIx, Status};

/// Something to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Two cities, and what both have numbers of, the best verdict first; background left out.
    Pair {
        /// The first city.
        a: RegionIx,
        /// The second city.
        b: RegionIx,
        /// The shared numbers. Never empty.
        shared: Vec<ComparisonRow>,
    },
    /// One indicator of which several cities have numbers, own or related, the largest first.
    Indicator {
        /// The indicator.
        indicator: IndicatorIx,
        /// Figures of at least two cities, each with a number; one a city.
        figures: Vec<ObservationIx>,
    },
}

/// A comparison that the data supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What to compare.
    pub subject: Subject,
    /// Pairs of numbers that compare directly.
    pub comparable: usize,
    /// Pairs of numbers that compare with care.
    pub careful: usize,
}

impl Suggestion {
    const fn is_pair(&self) -> bool {
        matches!(self.subject, Subject::Pair { .. })
    }

    /// The cities it is about.
    #[must_use]
    pub fn cities(&self, data: &Dataset) -> Vec<RegionIx> {
        match &self.subject {
            Subject::Pair { a, b, .. } => vec![*a, *b],
            Subject::Indicator { figures, .. } => {
                figures.iter().filter_map(|ix| data.observation(*ix)).map(|it| it.region).collect()
            }
        }
    }

    /// The indicators it is about.
    fn indicators(&self, data: &Dataset) -> Vec<IndicatorIx> {
        match &self.subject {
            Subject::Pair { shared, .. } => {
                shared.iter().flat_map(|row| [row.indicator_a, row.indicator_b]).collect()
            }
            Subject::Indicator { figures, .. } => figures
                .iter()
                .filter_map(|ix| data.observation(*ix))
                .map(|it| it.indicator)
                .collect(),
        }
    }
}

/// At most `most` comparisons, the best first.
///
/// More directly comparable numbers come first, then more that compare with care. Background such
/// as residents does not count: every pair has it. A pair of cities is passed over where a better
/// suggestion has one of them, or the same indicator; where that leaves room, what remains may
/// share an indicator, and at last a city, but never both cities of a pair.
#[must_use]
pub fn suggestions(data: &Dataset, most: usize) -> Vec<Suggestion> {
    let mut candidates = pairs(data);
    candidates.extend(indicators(data));
    // Stable, so that equals keep their order: pairs first, in official order.
    candidates.sort_by_key(|it| std::cmp::Reverse((it.comparable, it.careful)));
    let mut chosen: Vec<Suggestion> = Vec::new();
    for strictness in [2_u8, 1, 0] {
        for candidate in &candidates {
            if chosen.len() >= most {
                return chosen;
            }
            let is_other = |it: &Suggestion| is_other(data, it, candidate, strictness);
            if chosen.iter().all(is_other) {
                chosen.push(candidate.clone());
            }
        }
    }
    chosen
}

/// Whether `candidate` says something else than `chosen`.
fn is_other(data: &Dataset, chosen: &Suggestion, candidate: &Suggestion, strictness: u8) -> bool {
    let shares = |a: &[RegionIx], b: &[RegionIx]| a.iter().filter(|it| b.contains(it)).count();
    let (ours, theirs) = (chosen.cities(data), candidate.cities(data));
    let (topics, others) = (chosen.indicators(data), candidate.indicators(data));
    let is_new_topic = !topics.iter().any(|it| others.contains(it));
    let common = shares(&ours, &theirs);
    match strictness {
        2 => is_new_topic && common == 0,
        1 => is_new_topic && common < 2,
        _ if chosen.is_pair() && candidate.is_pair() => common < 2,
        _ => chosen.subject != candidate.subject,
    }
}

fn pairs(data: &Dataset) -> Vec<Suggestion> {
    let cities = data.cities();
    let mut found = Vec::new();
    for (at, a) in cities.iter().enumerate() {
        for b in cities.iter().skip(at + 1) {
            found.extend(pair(data, &compare(data, *a, *b)));
        }
    }
    found
}

fn pair(data: &Dataset, comparison: &Comparison) -> Option<Suggestion> {
    let mut shared: Vec<ComparisonRow> =
        comparison.rows.iter().filter(|row| is_shared_number(data, row)).cloned().collect();
    shared.sort_by_key(|row| row.verdict != Verdict::Comparable);
    let comparable = shared.iter().filter(|row| row.verdict == Verdict::Comparable).count();
    let careful = shared.len() - comparable;
    let (a, b) = (comparison.a, comparison.b);
    (!shared.is_empty()).then_some(Suggestion {
        subject: Subject::Pair { a, b, shared },
        comparable,
        careful,
    })
}

/// Whether both sides have a number on one scale, and it is no background.
fn is_shared_number(data: &Dataset, row: &ComparisonRow) -> bool {
    let number = |ix: Option<ObservationIx>| {
        ix.and_then(|ix| data.observation(ix)).and_then(Observation::number)
    };
    number(row.a).is_some()
        && number(row.b).is_some()
        && data.is_same_measure(row.indicator_a, row.indicator_b)
        && !is_context(data, row.indicator_a)
}

fn indicators(data: &Dataset) -> Vec<Suggestion> {
    data.indicators()
        .filter(|(ix, _)| !is_context(data, *ix) && data.reporting_cities(*ix) > 0)
        .filter_map(|(ix, _)| indicator(data, ix))
        .collect()
}

/// The indicator with what each city has of it, or else of a related one.
fn indicator(data: &Dataset, indicator: IndicatorIx) -> Option<Suggestion> {
    let near: Vec<IndicatorIx> = data
        .related(indicator)
        .map(|(other, _)| other)
        .filter(|other| data.is_same_measure(indicator, *other))
        .collect();
    let figures: Vec<ObservationIx> = data
        .cities()
        .iter()
        .filter_map(|city| {
            [indicator].iter().chain(&near).find_map(|it| {
                let (ix, figure) = data.figure(*city, *it)?;
                (figure.number().is_some() && figure.status != Status::NotApplicable).then_some(ix)
            })
        })
        .collect();
    if figures.len() < 2 {
        return None;
    }
    let mut own: Vec<RegionIx> = Vec::new();
    for figure in figures.iter().filter_map(|ix| data.observation(*ix)) {
        if figure.indicator == indicator {
            own.push(figure.region);
        }
    }
    // Each city is compared with the first that reports the indicator itself.
    let first = *own.first()?;
    let is_direct =
        |city: &&RegionIx| verdict(data, indicator, first, **city) == Verdict::Comparable;
    let comparable = own.iter().skip(1).filter(is_direct).count();
    let mut figures = figures;
    figures.sort_by(|a, b| {
        let value = |ix: &ObservationIx| data.observation(*ix).and_then(Observation::number);
        value(b).unwrap_or_default().total_cmp(&value(a).unwrap_or_default())
    });
    let careful = figures.len() - 1 - comparable;
    Some(Suggestion { subject: Subject::Indicator { indicator, figures }, comparable, careful })
}

fn is_context(data: &Dataset, indicator: IndicatorIx) -> bool {
    data.indicator(indicator)
        .and_then(|it| data.theme(it.theme))
        .is_some_and(|theme| theme.is_context)
}

#[cfg(test)]
mod tests {
    use super::{Subject, Suggestion, suggestions};
    use crate::{
        analysis::fixture,
        model::{Dataset, Observation},
    };

    fn shipped() -> Dataset {
        crate::files::built_in().unwrap().data
    }

    fn has_numbers(data: &Dataset, suggestion: &Suggestion) -> bool {
        let number = |ix| data.observation(ix).and_then(Observation::number).is_some();
        match &suggestion.subject {
            Subject::Pair { shared, .. } => {
                !shared.is_empty()
                    && shared
                        .iter()
                        .all(|row| row.a.is_some_and(number) && row.b.is_some_and(number))
            }
            Subject::Indicator { figures, .. } => {
                figures.len() >= 2 && figures.iter().all(|ix| number(*ix))
            }
        }
    }

    #[test]
    fn nothing_is_suggested_without_numbers_on_both_sides() {
        for data in [fixture::dataset(), shipped()] {
            let found = suggestions(&data, 20);
            assert!(!found.is_empty());
            for suggestion in &found {
                assert!(has_numbers(&data, suggestion), "{suggestion:?}");
                assert!(suggestion.comparable + suggestion.careful > 0, "{suggestion:?}");
            }
        }
    }

    #[test]
    fn suggestions_are_the_same_every_time() {
        assert_eq!(suggestions(&shipped(), 3), suggestions(&shipped(), 3));
    }

    #[test]
    fn no_two_suggestions_are_about_the_same_pair() {
        let data = shipped();
        let found = suggestions(&data, 3);
        assert_eq!(found.len(), 3);
        for (at, one) in found.iter().enumerate() {
            for other in found.iter().skip(at + 1) {
                let common =
                    one.cities(&data).iter().filter(|it| other.cities(&data).contains(it)).count();
                assert!(common < 2, "{one:?} and {other:?}");
            }
        }
    }

    #[test]
    fn direct_comparisons_come_before_those_with_care() {
        let data = fixture::dataset();
        let found = suggestions(&data, 3);
        assert!(found.len() > 1 && found[0].comparable > 0, "{found:?}");
        assert!(found.iter().all(|it| it.comparable <= found[0].comparable), "{found:?}");
    }

    #[test]
    fn background_is_no_reason_to_compare() {
        let data = shipped();
        let context = |ix| {
            let theme = data.indicator(ix).unwrap().theme;
            data.theme(theme).unwrap().is_context
        };
        for suggestion in suggestions(&data, 50) {
            assert!(!suggestion.indicators(&data).into_iter().any(context), "{suggestion:?}");
        }
    }
}
