//! Checks figures that were read quickly against each other.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::PartOf;
use crate::load::parts;
use crate::load::raw::File;
use crate::load::regions::Tree;
use crate::model::Observation;

/// How figures fit together.
pub(super) struct Fit {
    /// Where every figure stands.
    pub(super) keys: Keys,
    /// Parts with their wholes, by position.
    pub(super) wholes: Vec<(usize, usize)>,
    /// Figures that do not fit: those that stand there twice, and parts with their wholes where one
    /// is not in the other.
    pub(super) misfits: Vec<usize>,
}

/// Finds which figures are parts of which; `None` where there are too many of them.
pub(super) fn fit(
    figures: &[Observation],
    part_of: &[PartOf],
    file: &File,
    tree: &Tree,
) -> Option<Fit> {
    let keys = Keys::new(figures, file)?;
    let mut misfits = keys.twice();
    let mut wholes = Vec::with_capacity(part_of.len());
    for (part, region, indicator) in part_of {
        let period = figures.get(*part)?.period.at();
        match keys.find(*region, *indicator, period).next() {
            Some(whole) => wholes.push((*part, whole)),
            None => misfits.push(*part),
        }
    }
    let unit = |at: usize| {
        let indicator = file.indicators.items.get(figures.get(at)?.indicator.at())?;
        indicator.raw.unit.as_ref().map(|unit| &unit.value)
    };
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for (at, whole_at) in &wholes {
        let (part, whole) = (figures.get(*at)?, figures.get(*whole_at)?);
        let is_larger = least(part).zip(most(whole)).is_some_and(|(least, most)| least > most);
        let is_part = tree.is_part(part.region.at(), whole.region.at());
        if !is_part || is_larger || unit(*at) != unit(*whole_at) {
            misfits.extend([*at, *whole_at]);
        }
        groups.entry((*whole_at, part.indicator.at())).or_default().push(*at);
    }
    for ((whole, _), at) in groups {
        let parts: Vec<&Observation> = at.iter().filter_map(|at| figures.get(*at)).collect();
        let regions: HashSet<usize> = parts.iter().map(|part| part.region.at()).collect();
        let is_inside = |part: &&&Observation| {
            tree.above(part.region.at()).any(|above| regions.contains(&above))
        };
        let sum: f64 =
            parts.iter().filter(|part| !is_inside(part)).filter_map(|part| least(part)).sum();
        if most(figures.get(whole)?).is_some_and(|most| parts::is_more(sum, most)) {
            misfits.push(whole);
            misfits.extend(at);
        }
    }
    Some(Fit { keys, wholes, misfits })
}

fn least(figure: &Observation) -> Option<f64> {
    parts::least(figure.number()?, figure.qualifier)
}

fn most(figure: &Observation) -> Option<f64> {
    parts::most(figure.number()?, figure.qualifier)
}

/// Region, indicator and period of every figure as one number, in order, with its position.
pub(super) struct Keys {
    sorted: Vec<(u64, u32)>,
    indicators: usize,
    periods: usize,
}

impl Keys {
    /// `None` where there are too many figures.
    fn new(figures: &[Observation], file: &File) -> Option<Self> {
        let (indicators, periods) = (file.indicators.items.len(), file.periods.items.len());
        let mut keys = Self { sorted: Vec::new(), indicators, periods };
        let figure = |(at, it): (usize, &Observation)| {
            let key = keys.key(it.region.at(), it.indicator.at(), it.period.at())?;
            Some((key, u32::try_from(at).ok()?))
        };
        let mut sorted = figures.par_iter().enumerate().map(figure).collect::<Option<Vec<_>>>()?;
        sorted.par_sort_unstable();
        keys.sorted = sorted;
        Some(keys)
    }

    /// The figures that are about the same as others.
    fn twice(&self) -> Vec<usize> {
        let groups = self.sorted.chunk_by(|(a, _), (b, _)| a == b).filter(|it| it.len() > 1);
        groups.flatten().map(|(_, at)| *at as usize).collect()
    }

    fn key(&self, region: usize, indicator: usize, period: usize) -> Option<u64> {
        let place = region.checked_mul(self.indicators)?.checked_add(indicator)?;
        u64::try_from(place.checked_mul(self.periods)?.checked_add(period)?).ok()
    }

    /// The figures about this, in order.
    pub(super) fn find(
        &self,
        region: usize,
        indicator: usize,
        period: usize,
    ) -> impl Iterator<Item = usize> {
        let key = self.key(region, indicator, period);
        let start = self.sorted.partition_point(|(it, _)| Some(*it) < key);
        let rest = self.sorted.get(start..).unwrap_or_default().iter();
        rest.take_while(move |(it, _)| Some(*it) == key).map(|(_, at)| *at as usize)
    }
}
