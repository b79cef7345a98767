//! Where reference periods stand in time, and between which of them there is a choice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Period, PeriodIx};

/// The order of periods in time, and the distances between them.
#[derive(Clone, Debug, Default)]
pub(super) struct Timeline {
    /// The periods, the earliest first.
    pub(super) order: Vec<PeriodIx>,
    /// The rank of each period in `order`, by position.
    pub(super) ranks: Vec<usize>,
    /// Where each period begins, in years, by position.
    pub(super) times: Vec<f64>,
    /// The first period of each stage, the earliest first; empty where there is nothing to choose.
    pub(super) stages: Vec<PeriodIx>,
    /// The stage that each period belongs to, by position.
    stage_of: Vec<Option<usize>>,
    /// The year of each period, by position.
    years: Vec<Option<i32>>,
}

impl Timeline {
    /// The order of `periods`: by their ids where all of them are dates, or else as they are listed,
    /// with equal distances.
    pub(super) fn new(periods: &[Period]) -> Self {
        let mut order: Vec<PeriodIx> = (0..periods.len()).map(PeriodIx::from).collect();
        let starts: Option<Vec<f64>> = periods.iter().map(|it| start(&it.id)).collect();
        let start_of = |ix: &PeriodIx| starts.as_ref().and_then(|all| all.get(ix.at()).copied());
        order.sort_by(|a, b| start_of(a).partial_cmp(&start_of(b)).unwrap_or_else(|| a.cmp(b)));
        let mut ranks = vec![0; periods.len()];
        for (rank, ix) in order.iter().enumerate() {
            if let Some(place) = ranks.get_mut(ix.at()) {
                *place = rank;
            }
        }
        let years = order.iter().map(start_of);
        let years = years.map(|it| it.map(|it| it.floor() as i32)).collect::<Vec<_>>();
        let years = ranks.iter().map(|rank| years.get(*rank).copied().flatten()).collect();
        let is_apart = order.is_sorted_by(|a, b| start_of(a) < start_of(b));
        let times = match starts {
            Some(starts) if is_apart => starts,
            _ => ranks.iter().map(|rank| *rank as f64).collect(),
        };
        let stage_of = vec![None; periods.len()];
        Self { order, ranks, times, stages: Vec::new(), stage_of, years }
    }

    /// Finds the stages: the periods for which some region reports the same thing more than once,
    /// as `series`, the periods of the figures of each such place, tell.
    ///
    /// Periods of one year are one stage, so that the year 2023 and its end go together, unless some
    /// region reports the same thing for both, as where figures are quarterly.
    pub(super) fn with_stages<I>(mut self, series: impl Iterator<Item = I>) -> Self
    where
        I: Iterator<Item = PeriodIx>,
    {
        let mut periods = BTreeSet::new();
        let mut is_by_year = true;
        for place in series {
            let mut year_before = None;
            for period in place {
                periods.insert(self.rank(period));
                let year = self.year(period);
                is_by_year &= year.is_some() && year != year_before;
                year_before = year;
            }
        }
        let mut stage_of_year = BTreeMap::new();
        for rank in periods {
            let Some(period) = self.order.get(rank).copied() else { continue };
            let year = self.year(period).filter(|_| is_by_year);
            let next = self.stages.len();
            let stage = year.map_or(next, |it| *stage_of_year.entry(it).or_insert(next));
            if stage == next {
                self.stages.push(period);
            }
            if let Some(place) = self.stage_of.get_mut(period.at()) {
                *place = Some(stage);
            }
        }
        for (place, year) in self.stage_of.iter_mut().zip(&self.years) {
            *place = place.or_else(|| stage_of_year.get(&(*year)?).copied());
        }
        self
    }

    pub(super) fn rank(&self, period: PeriodIx) -> usize {
        self.ranks.get(period.at()).copied().unwrap_or(usize::MAX)
    }

    /// The stage that `period` belongs to; `None` for one outside of all, which is always seen.
    pub(super) fn stage(&self, period: PeriodIx) -> Option<usize> {
        self.stage_of.get(period.at()).copied().flatten()
    }

    /// The periods that are seen at `stage`: its own, and those of none.
    pub(super) fn seen_at(&self, stage: usize) -> impl Iterator<Item = PeriodIx> {
        let all = self.order.iter().copied();
        all.filter(move |it| self.stage(*it).is_none_or(|it| it == stage))
    }

    /// Whether `period` is no later than `stage`.
    pub(super) fn is_by(&self, period: PeriodIx, stage: usize) -> bool {
        match (self.stage(period), self.stages.get(stage)) {
            (Some(its), _) => its <= stage,
            (None, Some(lead)) => self.rank(period) <= self.rank(*lead),
            (None, None) => true,
        }
    }

    fn year(&self, period: PeriodIx) -> Option<i32> {
        self.years.get(period.at()).copied().flatten()
    }
}

/// When a period with this id begins, in years; `None` where the id has no date.
///
/// Read are `2023`, `2023-06`, `2023-06-30`, `2023-q2`, `2023-h1` and `2023-end`; a span such as
/// `to-2023` or `2018-2022` counts as the end of its last year.
fn start(id: &str) -> Option<f64> {
    let plain = id.to_ascii_lowercase();
    date(&plain).or_else(|| {
        let numbers = plain.split(|it: char| !it.is_ascii_digit());
        let mut years = numbers.filter(|it| it.len() == 4).filter_map(|it| it.parse::<f64>().ok());
        Some(years.next_back().filter(|it| (1000.0..3000.0).contains(it))? + 0.9995)
    })
}

fn date(id: &str) -> Option<f64> {
    let (year, rest) = id.split_at_checked(4)?;
    if !year.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let year: f64 = year.parse().ok()?;
    let rest = rest.trim_start_matches(['-', '_']);
    let part = |number: &str, most: u8| {
        let number = number.parse().ok().filter(|it| (1..=most).contains(it))?;
        Some(f64::from(number - 1) / f64::from(most))
    };
    let within = match (rest.strip_prefix('q'), rest.strip_prefix('h'), rest.split_once('-')) {
        _ if rest.is_empty() => 0.0,
        _ if rest == "end" => 0.999,
        (Some(quarter), ..) => part(quarter, 4)?,
        (_, Some(half), _) => part(half, 2)?,
        (.., Some((month, day))) => part(month, 12)? + part(day, 31)? / 12.0,
        _ if rest.len() == 2 => part(rest, 12)?,
        _ => return None,
    };
    Some(year + within)
}

#[cfg(test)]
mod tests {
    use super::{Timeline, start};
    use crate::model::{Period, PeriodIx, Text};

    fn timeline(ids: &[&str]) -> Timeline {
        let name = || Text { zh: String::new(), en: String::new() };
        let periods: Vec<Period> =
            ids.iter().map(|id| Period { id: (*id).to_owned(), name: name() }).collect();
        Timeline::new(&periods)
    }

    fn stages(ids: &[&str], series: &[&[u32]]) -> (Vec<u32>, Vec<Option<usize>>) {
        let series: Vec<Vec<PeriodIx>> =
            series.iter().map(|it| it.iter().map(|it| PeriodIx(*it)).collect()).collect();
        let timeline = timeline(ids).with_stages(series.iter().map(|it| it.iter().copied()));
        (timeline.stages.iter().map(|it| it.0).collect(), timeline.stage_of)
    }

    #[test]
    fn dates_are_put_in_order_whatever_the_order_of_the_file() {
        let timeline = timeline(&["2023", "2010", "2020-q3", "2020-h1", "2020-06-30", "to-2020"]);
        assert_eq!(timeline.order, [1, 3, 4, 2, 5, 0].map(PeriodIx));
        assert_eq!(timeline.ranks, [5, 0, 3, 1, 2, 4]);
        assert_eq!(timeline.times.get(1..3), Some([2010.0, 2020.5].as_slice()));
    }

    #[test]
    fn what_is_no_date_stays_as_listed_with_equal_distances() {
        let timeline = timeline(&["2023", "before", "after"]);
        assert_eq!(timeline.order, [0, 1, 2].map(PeriodIx));
        assert_eq!(timeline.times, [0.0, 1.0, 2.0]);
        for id in ["", "23", "二〇二三", "99999"] {
            assert_eq!(start(id), None, "{id}");
        }
    }

    #[test]
    fn a_year_and_its_end_are_one_stage_but_quarters_are_not() {
        let ids = ["2022", "2022-end", "2023", "2023-end", "2000", "to-2023"];
        let (leads, all) = stages(&ids, &[&[0, 2], &[1, 3]]);
        assert_eq!(leads, [0, 2]);
        assert_eq!(all, [Some(0), Some(0), Some(1), Some(1), None, Some(1)]);
        let (leads, _) = stages(&["2023-q1", "2023-q2", "2023"], &[&[0, 1]]);
        assert_eq!(leads, [0, 1]);
    }

    #[test]
    fn without_anything_reported_twice_there_is_no_choice() {
        assert_eq!(stages(&["2022", "2023"], &[]), (vec![], vec![None, None]));
    }
}
