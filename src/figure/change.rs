//! A change since the period before, in words.

use super::words;
use crate::{
    analysis::{Bound, Change, Difference, change},
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, PeriodIx, RegionIx, UnitKind},
};

/// What `region`'s figure of `indicator` says of the period before; empty where there is none.
#[must_use]
pub fn of(data: &Dataset, region: RegionIx, indicator: IndicatorIx, t: &Texts) -> String {
    let change = change(data, region, indicator, &data.periods_of(indicator));
    change.map_or(String::new(), |it| words(data, indicator, &it, t))
}

/// The same in a few words, without the reason why two figures may not be compared; `periods` are
/// those of the indicator.
#[must_use]
pub fn short(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    periods: &[PeriodIx],
    t: &Texts,
) -> String {
    let period = |ix| words::period(data, ix, t);
    match change(data, region, indicator, periods) {
        Some(Change::NotComparable { before, .. }) => {
            let before = data.observation(before).map(|it| it.period);
            t.change_not_comparable_short(before.map_or("", period))
        }
        Some(Change::Unknown { before }) => t.change_unknown_short(period(before)),
        Some(change) => words(data, indicator, &change, t),
        None => String::new(),
    }
}

/// A change in words; empty for the first period.
#[must_use]
pub fn words(data: &Dataset, indicator: IndicatorIx, change: &Change, t: &Texts) -> String {
    let period = |before| {
        let figure = data.observation(before);
        figure.map_or("", |it| words::period(data, it.period, t))
    };
    match change {
        Change::First => String::new(),
        Change::Unknown { before } => t.change_unknown(words::period(data, *before, t)),
        Change::NotComparable { before, why } => {
            let value = data.observation(*before).map(|it| words::value(data, it, t));
            let why = match why {
                Difference::Definition(text) => text.get(t.lang()),
                Difference::Status => t.change_status(),
                Difference::NoNumber => t.change_no_number(),
            };
            t.change_not_comparable(period(*before), value.unwrap_or_default(), why)
        }
        Change::Known { before, by, ratio, bound } => {
            let period = period(*before);
            if *by == 0.0 && *bound == Bound::Exact {
                return t.change_none(period);
            }
            let is_up = *by >= 0.0;
            // At least so much more is, seen from above, at most so much less.
            let bound = match (bound, is_up) {
                (Bound::Exact, _) => "",
                (Bound::About, _) => t.change_about(),
                (Bound::AtLeast, true) | (Bound::AtMost, false) => t.change_at_least(),
                (Bound::AtMost, true) | (Bound::AtLeast, false) => t.change_at_most(),
            };
            let amount = amount(data, indicator, by.abs(), *ratio, t);
            if is_up {
                t.change_up(amount, bound, period)
            } else {
                t.change_down(amount, bound, period)
            }
        }
    }
}

/// A difference with its unit; percentages differ by points, all else by a part as well.
fn amount(
    data: &Dataset,
    indicator: IndicatorIx,
    by: f64,
    ratio: Option<f64>,
    t: &Texts,
) -> String {
    let kind = words::unit_kind(data, indicator);
    if kind == UnitKind::Percent {
        return t.change_points(number::plain((by * 1e6).round() / 1e6, UnitKind::Area, t.lang()));
    }
    let unit = data.unit_of(indicator);
    let amount = unit.map_or(String::new(), |it| number::with_unit(by, it, t.lang()));
    match ratio.filter(|_| kind != UnitKind::PercentagePoint) {
        Some(ratio) => t.change_with_part(amount, format!("{:.1}%", ratio.abs() * 100.0)),
        None => amount,
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::{analysis::fixture, i18n::texts, model::Lang};

    fn said(period: &str, region: &str, indicator: &str, lang: Lang) -> String {
        let data = fixture::years();
        let data = data.seen(data.period_by_id(period), None);
        let region = data.region_by_id(region).unwrap();
        of(&data, region, data.indicator_by_id(indicator).unwrap(), texts(lang))
    }

    #[test]
    fn changes_are_said_as_far_as_they_are_known() {
        for (period, region, indicator, en, zh) in [
            (
                "2021",
                "jia",
                "jobs",
                "up 100 people (3.1%) on 2020",
                "比 2020 年增加 100 人（3.1%）",
            ),
            (
                "2023",
                "yi",
                "jobs",
                "down 100 people (4.0%) on 2022",
                "比 2022 年减少 100 人（4.0%）",
            ),
            ("2023", "yi", "rate", "down 0.6 points on 2022", "比 2022 年减少 0.6 个百分点"),
            (
                "2023",
                "yi",
                "spending",
                "up at least 6 million yuan (30.0%) on 2022",
                "比 2022 年增加至少 600 万元（30.0%）",
            ),
            (
                "2022",
                "yi",
                "jobs",
                "no figure for 2021, so no change is stated",
                "2021 年未报告，不计算变化",
            ),
            (
                "2022",
                "jia",
                "jobs",
                "not comparable with 2021 (3,300 people): Counts flexible work since 2022.",
                "不宜与 2021 年（3300 人）比较：自 2022 年起包括灵活就业。",
            ),
            ("2019", "jia", "jobs", "", ""),
        ] {
            assert_eq!(said(period, region, indicator, Lang::En), en);
            assert_eq!(said(period, region, indicator, Lang::Zh), zh);
        }
    }
}
