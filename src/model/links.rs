//! What figures and highlights are found by beside their places: their source, whole and region.

use std::hash::{DefaultHasher, Hash, Hasher};

use rayon::prelude::*;

use super::{Highlight, HighlightIx, Locator, Observation, ObservationIx, RegionIx};

/// Lists of pairs in order, the second of which is found by the first.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// Figures by their places in sources; a number may stand for several places.
    by_locator: Vec<(u32, ObservationIx)>,
    /// Parts by their wholes.
    by_whole: Vec<(ObservationIx, ObservationIx)>,
    highlights_by_region: Vec<(RegionIx, HighlightIx)>,
}

impl Links {
    pub(super) fn new(figures: &[Observation], highlights: &[Highlight]) -> Self {
        let mut by_locator: Vec<(u32, ObservationIx)> = figures
            .par_iter()
            .enumerate()
            .map(|(at, figure)| (number(&figure.locator), ObservationIx::from(at)))
            .collect();
        by_locator.par_sort_unstable();
        let parts = figures.iter().enumerate();
        let mut by_whole: Vec<(ObservationIx, ObservationIx)> =
            parts.filter_map(|(at, it)| Some((it.part_of?, ObservationIx::from(at)))).collect();
        by_whole.sort_unstable();
        let highlights = highlights.iter().enumerate();
        let mut highlights_by_region: Vec<(RegionIx, HighlightIx)> =
            highlights.map(|(at, it)| (it.region, HighlightIx::from(at))).collect();
        highlights_by_region.sort_unstable();
        Self { by_locator, by_whole, highlights_by_region }
    }

    /// The figures that may stand at `locator`, in the file's order.
    pub(super) fn near_locator(
        &self,
        locator: &Locator,
    ) -> impl Iterator<Item = ObservationIx> + '_ {
        of(&self.by_locator, number(locator))
    }

    /// The parts of `whole`, in the file's order.
    pub(super) fn parts(&self, whole: ObservationIx) -> impl Iterator<Item = ObservationIx> + '_ {
        of(&self.by_whole, whole)
    }

    /// The highlights of `region`, in the file's order.
    pub(super) fn highlights(&self, region: RegionIx) -> impl Iterator<Item = HighlightIx> + '_ {
        of(&self.highlights_by_region, region)
    }
}

fn number(locator: &Locator) -> u32 {
    let mut hasher = DefaultHasher::new();
    locator.hash(&mut hasher);
    hasher.finish() as u32
}

/// What stands beside `key`.
fn of<K: Ord + Copy, V: Copy>(pairs: &[(K, V)], key: K) -> impl Iterator<Item = V> + '_ {
    let start = pairs.partition_point(|(it, _)| *it < key);
    let rest = pairs.get(start..).unwrap_or_default();
    rest.iter().take_while(move |(it, _)| *it == key).map(|(_, value)| *value)
}
