//! Verdicts: whether two figures may be compared, and if only with care, why.

use crate::model::{
    Dataset, IndicatorIx, Measure, Observation, ObservationIx, PeriodIx, RegionIx, Status, Text,
    UnitKind,
};

/// One of the two regions that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first region.
    A,
    /// The second region.
    B,
}

/// Why two figures may be compared only with care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CareReason {
    /// They are figures of two indicators; the text says what differs.
    Related(Text),
    /// The definition of one side's figure is in doubt; the text says how.
    Definition(Side, Text),
    /// They speak of different times.
    Periods(PeriodIx, PeriodIx),
    /// One side's number is rounded by its source.
    Rounded(Side),
    /// One side's number was worked out, not printed.
    Derived(Side),
    /// One region contains the other, so that a count of the one is in the count of the other.
    PartAndWhole,
}

/// Whether two figures may be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Same indicator, same period, nothing in doubt.
    Comparable,
    /// Comparable, minding these reasons. Never empty.
    WithCare(Vec<CareReason>),
    /// Only the first region reports it.
    OnlyA,
    /// Only the second region reports it.
    OnlyB,
    /// Neither reports it.
    Neither,
}

impl Verdict {
    /// The name used in tables and files.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Comparable => "comparable",
            Self::WithCare(_) => "with_care",
            Self::OnlyA => "only_a",
            Self::OnlyB => "only_b",
            Self::Neither => "neither",
        }
    }
}

/// What two regions report of one indicator, or of two related ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparisonRow {
    /// The indicator of the first region's figure.
    pub indicator_a: IndicatorIx,
    /// The indicator of the second region's figure; differs only where the two are related.
    pub indicator_b: IndicatorIx,
    /// The first region's figure.
    pub a: Option<ObservationIx>,
    /// The second region's figure.
    pub b: Option<ObservationIx>,
    /// Whether they may be compared.
    pub verdict: Verdict,
}

/// Everything that at least one of two regions reports, the comparable first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The first region.
    pub a: RegionIx,
    /// The second region.
    pub b: RegionIx,
    /// What either reports: comparable, with care, only A, only B; background after the rest.
    pub rows: Vec<ComparisonRow>,
    /// How many indicators neither of the two reports.
    pub neither: usize,
}

impl Comparison {
    /// The number of rows whose verdict has the given name.
    #[must_use]
    pub fn count(&self, verdict_id: &str) -> usize {
        self.rows.iter().filter(|row| row.verdict.id() == verdict_id).count()
    }

    /// Pairs of numbers that compare directly, and how many of them are background.
    #[must_use]
    pub fn comparable_numbers(&self, data: &Dataset) -> (usize, usize) {
        let numbers = || {
            self.rows.iter().filter(|row| row.verdict == Verdict::Comparable && !row.is_fact(data))
        };
        (numbers().count(), numbers().filter(|row| is_context(data, row.indicator_a)).count())
    }

    /// Facts in words that both regions report. They stand side by side; there is no more or less.
    #[must_use]
    pub fn shared_facts(&self, data: &Dataset) -> usize {
        let is_shared = |row: &&ComparisonRow| row.a.is_some() && row.b.is_some();
        self.rows.iter().filter(is_shared).filter(|row| row.is_fact(data)).count()
    }

    /// Pairs of numbers that compare with care.
    #[must_use]
    pub fn careful_numbers(&self, data: &Dataset) -> usize {
        let is_careful = |row: &&ComparisonRow| matches!(row.verdict, Verdict::WithCare(_));
        self.rows.iter().filter(is_careful).filter(|row| !row.is_fact(data)).count()
    }
}

impl ComparisonRow {
    /// Whether the indicator is stated in words.
    #[must_use]
    pub fn is_fact(&self, data: &Dataset) -> bool {
        data.indicator(self.indicator_a).is_some_and(|it| it.measure == Measure::Fact)
    }
}

/// The verdict on two regions' figures of one indicator.
#[must_use]
pub fn verdict(data: &Dataset, indicator: IndicatorIx, a: RegionIx, b: RegionIx) -> Verdict {
    let applicable = |region| {
        data.figure(region, indicator)
            .map(|(_, figure)| figure)
            .filter(|figure| figure.status != Status::NotApplicable)
    };
    match (applicable(a), applicable(b)) {
        (Some(first), Some(second)) => judge(data, first, second),
        (Some(_), None) => Verdict::OnlyA,
        (None, Some(_)) => Verdict::OnlyB,
        (None, None) => Verdict::Neither,
    }
}

/// The verdict on two reported figures, of one indicator or of two related ones.
fn judge(data: &Dataset, a: &Observation, b: &Observation) -> Verdict {
    let mut reasons = Vec::new();
    if a.indicator != b.indicator {
        let reason = data.related(a.indicator).find(|(other, _)| *other == b.indicator);
        reasons.extend(reason.map(|(_, text)| CareReason::Related(text.clone())));
    }
    for (side, figure) in [(Side::A, a), (Side::B, b)] {
        reasons.extend(figure.care.clone().map(|text| CareReason::Definition(side, *text)));
    }
    if a.period != b.period {
        reasons.push(CareReason::Periods(a.period, b.period));
    }
    for (side, figure) in [(Side::A, a), (Side::B, b)] {
        if figure.qualifier.is_rounded() {
            reasons.push(CareReason::Rounded(side));
        }
        if figure.status == Status::Derived {
            reasons.push(CareReason::Derived(side));
        }
    }
    if contains(data, a.region, b.region) || contains(data, b.region, a.region) {
        let kind = data.unit_of(a.indicator).map(|unit| unit.kind);
        if matches!(kind, Some(UnitKind::Count | UnitKind::Money | UnitKind::Area)) {
            reasons.push(CareReason::PartAndWhole);
        }
    }
    if reasons.is_empty() { Verdict::Comparable } else { Verdict::WithCare(reasons) }
}

fn contains(data: &Dataset, whole: RegionIx, part: RegionIx) -> bool {
    let mut parent = data.region(part).and_then(|region| region.parent);
    while let Some(region) = parent {
        if region == whole {
            return true;
        }
        parent = data.region(region).and_then(|region| region.parent);
    }
    false
}

/// Compares everything that the two regions report.
///
/// An indicator that only A reports is paired with a related one that only B reports, so that the
/// reader sees the near match and the reason why it is none.
#[must_use]
pub fn compare(data: &Dataset, a: RegionIx, b: RegionIx) -> Comparison {
    let mut rows = Vec::new();
    let mut neither = 0;
    for (indicator, _) in data.indicators() {
        let verdict = verdict(data, indicator, a, b);
        if verdict == Verdict::Neither {
            neither += 1;
            continue;
        }
        rows.push(ComparisonRow {
            indicator_a: indicator,
            indicator_b: indicator,
            a: data.figure(a, indicator).map(|(ix, _)| ix),
            b: data.figure(b, indicator).map(|(ix, _)| ix),
            verdict,
        });
    }
    pair_related(data, &mut rows);
    rows.sort_by_key(|row| (order(&row.verdict), is_context(data, row.indicator_a)));
    Comparison { a, b, rows, neither }
}

/// Joins rows that only A has with related rows that only B has; each is joined once.
fn pair_related(data: &Dataset, rows: &mut Vec<ComparisonRow>) {
    let mut at = 0;
    while let Some(row) = rows.get(at).cloned() {
        let partner = (row.verdict == Verdict::OnlyA)
            .then(|| {
                let related: Vec<_> = data.related(row.indicator_a).map(|(ix, _)| ix).collect();
                rows.iter().position(|other| {
                    other.verdict == Verdict::OnlyB && related.contains(&other.indicator_b)
                })
            })
            .flatten();
        let Some(partner_at) = partner else {
            at += 1;
            continue;
        };
        let partner = rows.remove(partner_at);
        if partner_at < at {
            at -= 1;
        }
        let figures = (
            row.a.and_then(|ix| data.observation(ix)),
            partner.b.and_then(|ix| data.observation(ix)),
        );
        if let (Some(first), Some(second), Some(joined)) = (figures.0, figures.1, rows.get_mut(at))
        {
            joined.indicator_b = partner.indicator_b;
            joined.b = partner.b;
            joined.verdict = judge(data, first, second);
        }
        at += 1;
    }
}

const fn order(verdict: &Verdict) -> u8 {
    match verdict {
        Verdict::Comparable | Verdict::WithCare(_) => 0,
        Verdict::OnlyA => 1,
        Verdict::OnlyB => 2,
        Verdict::Neither => 3,
    }
}

fn is_context(data: &Dataset, indicator: IndicatorIx) -> bool {
    data.indicator(indicator)
        .and_then(|indicator| data.theme(indicator.theme))
        .is_some_and(|theme| theme.is_context)
}

#[cfg(test)]
mod tests {
    use super::{CareReason, Side, Verdict, compare, verdict};
    use crate::analysis::fixture;

    #[test]
    fn same_indicator_and_period_is_comparable() {
        let data = fixture::dataset();
        let (a, b, stations) = (fixture::A, fixture::B, fixture::STATIONS);
        assert_eq!(verdict(&data, stations, a, b), Verdict::Comparable);
    }

    #[test]
    fn what_one_side_lacks_is_said_to_be_missing_there() {
        let data = fixture::dataset();
        assert_eq!(verdict(&data, fixture::RATE, fixture::A, fixture::B), Verdict::OnlyA);
        assert_eq!(verdict(&data, fixture::RATE, fixture::B, fixture::A), Verdict::OnlyB);
        assert_eq!(verdict(&data, fixture::RATE, fixture::B, fixture::C), Verdict::Neither);
    }

    #[test]
    fn related_indicators_pair_up_with_the_reason() {
        let data = fixture::dataset();
        let comparison = compare(&data, fixture::A, fixture::B);
        let row = comparison.rows.iter().find(|row| row.indicator_a == fixture::RATE).unwrap();
        assert_eq!(row.indicator_b, fixture::WORKING_AGE_RATE);
        let Verdict::WithCare(reasons) = &row.verdict else { panic!("{:?}", row.verdict) };
        assert!(matches!(reasons.as_slice(), [CareReason::Related(_)]));
        assert!(!comparison.rows.iter().any(|row| row.indicator_a == fixture::WORKING_AGE_RATE));
    }

    #[test]
    fn pairing_holds_in_both_directions() {
        let data = fixture::dataset();
        let forth = compare(&data, fixture::A, fixture::B);
        let back = compare(&data, fixture::B, fixture::A);
        assert_eq!(forth.rows.len(), back.rows.len());
        for id in ["comparable", "with_care"] {
            assert_eq!(forth.count(id), back.count(id));
        }
        assert_eq!(forth.count("only_a"), back.count("only_b"));
    }

    #[test]
    fn rounded_numbers_ask_for_care() {
        let data = fixture::dataset();
        let verdict = verdict(&data, fixture::SERVICES, fixture::A, fixture::B);
        assert_eq!(verdict, Verdict::WithCare(vec![CareReason::Rounded(Side::B)]));
    }

    #[test]
    fn a_part_against_its_whole_asks_for_care() {
        let data = fixture::dataset();
        let verdict = verdict(&data, fixture::STATIONS, fixture::A, fixture::ROOT);
        assert_eq!(verdict, Verdict::WithCare(vec![CareReason::PartAndWhole]));
    }
}
