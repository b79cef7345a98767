//! Checks figures that were read quickly against each other.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::{ObservationIx, PartOf};
use crate::load::parts;
use crate::load::raw::File;
use crate::load::regions::Tree;
use crate::model::Observation;

/// Puts in which figures are parts of which; `None` where a figure stands there twice or a part does
/// not fit into its whole.
pub(super) fn check(
    figures: &mut [Observation],
    part_of: &[PartOf],
    file: &File,
    tree: &Tree,
) -> Option<()> {
    let keys = Keys::new(figures, file)?;
    let mut wholes = Vec::with_capacity(part_of.len());
    for (part, region, indicator) in part_of {
        let period = figures.get(*part)?.period.at();
        wholes.push((*part, keys.find(*region, *indicator, period)?));
    }
    let figures_before = &*figures;
    let unit = |at: usize| {
        let indicator = file.indicators.items.get(figures_before.get(at)?.indicator.at())?;
        indicator.raw.unit.as_ref().map(|unit| &unit.value)
    };
    let mut groups: BTreeMap<(usize, usize), Vec<&Observation>> = BTreeMap::new();
    for (at, whole_at) in &wholes {
        let (part, whole) = (figures_before.get(*at)?, figures_before.get(*whole_at)?);
        let is_larger = least(part).zip(most(whole)).is_some_and(|(least, most)| least > most);
        let is_part = tree.is_part(part.region.at(), whole.region.at());
        if !is_part || is_larger || unit(*at) != unit(*whole_at) {
            return None;
        }
        groups.entry((*whole_at, part.indicator.at())).or_default().push(part);
    }
    for ((whole, _), parts) in groups {
        let regions: HashSet<usize> = parts.iter().map(|part| part.region.at()).collect();
        let is_inside = |part: &&&Observation| {
            tree.above(part.region.at()).any(|above| regions.contains(&above))
        };
        let sum: f64 =
            parts.iter().filter(|part| !is_inside(part)).filter_map(|part| least(part)).sum();
        if most(figures_before.get(whole)?).is_some_and(|most| parts::is_more(sum, most)) {
            return None;
        }
    }
    for (at, whole) in wholes {
        figures.get_mut(at)?.part_of = Some(ObservationIx::from(whole));
    }
    Some(())
}

fn least(figure: &Observation) -> Option<f64> {
    parts::least(figure.number()?, figure.qualifier)
}

fn most(figure: &Observation) -> Option<f64> {
    parts::most(figure.number()?, figure.qualifier)
}

/// Region, indicator and period of every figure as one number, in order, with its position.
struct Keys {
    sorted: Vec<(u64, u32)>,
    indicators: usize,
    periods: usize,
}

impl Keys {
    /// `None` where two figures are about the same, or there are too many of them.
    fn new(figures: &[Observation], file: &File) -> Option<Self> {
        let (indicators, periods) = (file.indicators.items.len(), file.periods.items.len());
        let mut keys = Self { sorted: Vec::new(), indicators, periods };
        let figure = |(at, it): (usize, &Observation)| {
            let key = keys.key(it.region.at(), it.indicator.at(), it.period.at())?;
            Some((key, u32::try_from(at).ok()?))
        };
        let mut sorted = figures.par_iter().enumerate().map(figure).collect::<Option<Vec<_>>>()?;
        sorted.par_sort_unstable();
        let is_twice = sorted.windows(2).any(|pair| matches!(pair, [(a, _), (b, _)] if a == b));
        keys.sorted = sorted;
        (!is_twice).then_some(keys)
    }

    fn key(&self, region: usize, indicator: usize, period: usize) -> Option<u64> {
        let place = region.checked_mul(self.indicators)?.checked_add(indicator)?;
        u64::try_from(place.checked_mul(self.periods)?.checked_add(period)?).ok()
    }

    fn find(&self, region: usize, indicator: usize, period: usize) -> Option<usize> {
        let key = self.key(region, indicator, period)?;
        let at = self.sorted.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.sorted.get(at).map(|(_, figure)| *figure as usize)
    }
}
