//! A data set as seen through a window, and what sees through it.

use std::{
    collections::BTreeMap,
    sync::{Arc, OnceLock},
};

use rayon::prelude::*;

use super::{Dataset, Whole};
use crate::model::{
    Indicator, IndicatorIx, Layout, Observation, ObservationIx, Outlines, PeriodIx, Region,
    RegionIx, TileGrid,
};

/// What a window shows.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// The stage of time; `None` where all figures are seen.
    stage: Option<usize>,
    /// The figures of that stage, in the file's order.
    figures: Option<Arc<[ObservationIx]>>,
    pub(super) root: RegionIx,
    pub(super) cities: Arc<[RegionIx]>,
    /// Whether each region lies in the window, by position; `None` where all do.
    inside: Option<Arc<[bool]>>,
    /// The maps of the cities, where the window narrows them.
    pub(super) maps: Option<Maps>,
    /// How many cities report each indicator, by position; counted when first asked for.
    reporting: Arc<OnceLock<Vec<u32>>>,
}

/// The maps of a window that is narrower than the whole.
#[derive(Clone, Debug)]
pub(super) struct Maps {
    /// Tiles: as laid out, or else one after the other.
    pub(super) grid: Arc<TileGrid>,
    /// Outlines, where all cities have one.
    pub(super) outlines: Option<Arc<Outlines>>,
}

impl Maps {
    fn new(layouts: &[Layout], cities: &[RegionIx]) -> Self {
        let grid = layouts.iter().find_map(|layout| match layout {
            Layout::Tiles(grid) => grid.of(cities),
            Layout::Outlines(_) => None,
        });
        let outlines = layouts.iter().find_map(|layout| match layout {
            Layout::Outlines(outlines) => outlines.of(cities),
            Layout::Tiles(_) => None,
        });
        let grid = grid.unwrap_or_else(|| TileGrid::flowing(cities));
        Self { grid: Arc::new(grid), outlines: outlines.map(Arc::new) }
    }
}

impl Seen {
    /// Everything.
    pub(super) fn all(whole: &Whole) -> Self {
        let root = whole.parts.root;
        let cities = children(&whole.parts.regions, root);
        let reporting = Arc::default();
        Self { stage: None, figures: None, root, cities, inside: None, maps: None, reporting }
    }
}

impl Whole {
    /// The same with the stages of time, which follow from what regions report several times.
    pub(super) fn with_stages(mut self) -> Self {
        let figures = &self.parts.observations;
        let get = |ix: &ObservationIx| figures.get(ix.at());
        let place = |it: &ObservationIx| get(it).map(|it| (it.region, it.indicator));
        let several = || {
            let places = self.lists.by_place().chunk_by(|a, b| place(a) == place(b));
            places.filter(|it| it.len() > 1)
        };
        let has_series = several().next().is_some();
        let several = several().filter(|it| {
            let first = it.first().and_then(get);
            !first.is_some_and(|it| self.is_figure_background(it))
        });
        let periods = several.map(|it| it.iter().filter_map(get).map(|it| it.period));
        let timeline = self.timeline.clone().with_stages(periods);
        (self.timeline, self.has_series) = (timeline, has_series);
        self
    }

    fn is_background(&self, indicator: &Indicator) -> bool {
        self.parts.themes.get(indicator.theme.at()).is_some_and(|it| it.is_context)
    }

    fn is_figure_background(&self, figure: &Observation) -> bool {
        let indicator = self.parts.indicators.get(figure.indicator.at());
        indicator.is_some_and(|it| self.is_background(it))
    }

    /// The figures that are seen at `stage`: those of its periods and of periods outside of all
    /// stages; of the background, the latest up to then, or else the first.
    fn figures_at(&self, stage: usize) -> Arc<[ObservationIx]> {
        let get = |ix: ObservationIx| Some((ix, self.parts.observations.get(ix.at())?));
        let periods = self.timeline.seen_at(stage);
        let mut figures: Vec<ObservationIx> = periods
            .flat_map(|it| self.lists.of_period(&self.timeline, it))
            .filter_map(|ix| get(*ix))
            .filter(|(_, figure)| !self.is_figure_background(figure))
            .map(|(ix, _)| ix)
            .collect();
        let background = self.parts.indicators.iter().enumerate();
        for (at, _) in background.filter(|(_, it)| self.is_background(it)) {
            let all = self.lists.of_indicator(IndicatorIx::from(at)).iter();
            let mut best: BTreeMap<RegionIx, (ObservationIx, &Observation)> = BTreeMap::new();
            for (ix, figure) in all.filter_map(|ix| get(*ix)) {
                // First those up to the stage, the latest of them first; then the earliest.
                let order = |it: &Observation| {
                    let rank = self.timeline.rank(it.period);
                    let is_by = self.timeline.is_by(it.period, stage);
                    (is_by, if is_by { rank } else { usize::MAX - rank })
                };
                let before = best.get(&figure.region);
                if before.is_none_or(|(_, it)| order(it) < order(figure)) {
                    best.insert(figure.region, (ix, figure));
                }
            }
            figures.extend(best.values().map(|(ix, _)| *ix));
        }
        figures.sort_unstable();
        figures.into()
    }
}

impl Dataset {
    /// The same data set as seen through the figures of one `period` and the parts of one region,
    /// `root`; without them, all periods and the region that holds all others.
    ///
    /// With the figures of a period go those of its stage (the year 2023 and its end) and of periods
    /// that are no part of a choice; of background indicators, the latest up to then.
    #[must_use]
    pub fn seen(&self, period: Option<PeriodIx>, root: Option<RegionIx>) -> Self {
        let regions = &self.whole.parts.regions;
        let root = root.unwrap_or(self.top());
        let place = if root == self.seen.root {
            self.seen.clone()
        } else {
            let cities = children(regions, root);
            let is_inside = |at| ancestry(regions, RegionIx::from(at)).any(|above| above == root);
            let is_narrow = root != self.top();
            Seen {
                inside: is_narrow.then(|| (0..regions.len()).map(is_inside).collect()),
                maps: is_narrow.then(|| Maps::new(&self.whole.parts.layouts, &cities)),
                root,
                cities,
                ..self.seen.clone()
            }
        };
        let stage = period.and_then(|it| self.whole.timeline.stage(it));
        let figures = match stage {
            Some(now) if self.seen.stage == stage => {
                self.seen.figures.clone().or_else(|| Some(self.whole.figures_at(now)))
            }
            Some(now) => Some(self.whole.figures_at(now)),
            None => None,
        };
        let is_same = (place.root, stage) == (self.seen.root, self.seen.stage);
        let reporting = if is_same { Arc::clone(&place.reporting) } else { Arc::default() };
        Self { seen: Seen { stage, figures, reporting, ..place }, ..self.clone() }
    }

    /// The whole data set: all periods, and the region that holds all others.
    #[must_use]
    pub fn unseen(&self) -> Self {
        self.seen(None, None)
    }

    /// The periods between which there is a choice, the earliest first; empty where no region
    /// reports the same thing for more than one.
    #[must_use]
    pub fn stages(&self) -> &[PeriodIx] {
        &self.whole.timeline.stages
    }

    /// The one of [`Self::stages`] that `period` belongs to.
    #[must_use]
    pub fn stage_of(&self, period: PeriodIx) -> Option<PeriodIx> {
        self.stages().get(self.whole.timeline.stage(period)?).copied()
    }

    /// The one of [`Self::stages`] that is looked at; `None` where all are.
    #[must_use]
    pub fn seen_period(&self) -> Option<PeriodIx> {
        self.stages().get(self.seen.stage?).copied()
    }

    /// All reference periods, the earliest first.
    #[must_use]
    pub fn periods_in_order(&self) -> &[PeriodIx] {
        &self.whole.timeline.order
    }

    /// Where `period` stands in time, in years; without dates, in equal steps.
    #[must_use]
    pub fn time_of(&self, period: PeriodIx) -> f64 {
        self.whole.timeline.times.get(period.at()).copied().unwrap_or_default()
    }

    /// The period with this id.
    #[must_use]
    pub fn period_by_id(&self, id: &str) -> Option<PeriodIx> {
        self.periods().iter().position(|it| it.id == id).map(PeriodIx::from)
    }

    /// What `region` reports of `indicator` for all periods, the earliest first.
    pub fn series(
        &self,
        region: RegionIx,
        indicator: IndicatorIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        let list = self.whole.lists.series(&self.whole.parts.observations, region, indicator);
        list.iter().filter_map(|ix| Some((*ix, self.observation(*ix)?)))
    }

    /// The periods for which any city or the root reports `indicator`, the earliest first.
    #[must_use]
    pub fn periods_of(&self, indicator: IndicatorIx) -> Vec<PeriodIx> {
        let list = self.whole.lists.of_indicator(indicator).iter();
        let figures = list.filter_map(|ix| self.observation(*ix));
        let is_shown = |region: RegionIx| {
            region == self.root()
                || self.region(region).is_some_and(|it| it.parent == Some(self.root()))
        };
        let mut periods: Vec<PeriodIx> =
            figures.filter(|it| is_shown(it.region)).map(|it| it.period).collect();
        periods.sort_unstable_by_key(|it| self.whole.timeline.rank(*it));
        periods.dedup();
        periods
    }

    /// Whether some region reports the same thing for more than one period.
    #[must_use]
    pub fn has_series(&self) -> bool {
        self.whole.has_series
    }

    /// Whether some part of the region that holds all others has parts itself.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        let is_deep = |it: &Region| it.parent.is_some_and(|it| it != self.top());
        self.regions().iter().any(is_deep)
    }

    /// The regions directly under `region`, in official order.
    #[must_use]
    pub fn children(&self, region: RegionIx) -> Arc<[RegionIx]> {
        children(&self.whole.parts.regions, region)
    }

    /// `region` and the regions it is a part of, from the inside out.
    pub fn ancestry(&self, region: RegionIx) -> impl Iterator<Item = RegionIx> {
        ancestry(&self.whole.parts.regions, region)
    }

    /// How many cities report each indicator, by position.
    pub(super) fn reporting(&self) -> &[u32] {
        self.seen.reporting.get_or_init(|| {
            let count = |(at, _): (usize, &Indicator)| {
                let cities = self.seen.cities.iter();
                let indicator = IndicatorIx::from(at);
                let reporting = cities.filter(|city| self.figure(**city, indicator).is_some());
                u32::try_from(reporting.count()).unwrap_or(u32::MAX)
            };
            let indicators = &self.whole.parts.indicators;
            indicators.par_iter().enumerate().map(count).collect()
        })
    }

    /// Whether the window shows a figure, whatever its region.
    pub(super) fn is_seen(&self, figure: ObservationIx) -> bool {
        self.seen.figures.as_ref().is_none_or(|all| all.binary_search(&figure).is_ok())
    }

    /// The figures of the stage that is looked at, in the file's order; `None` where all are.
    pub(super) fn seen_figures(&self) -> Option<&[ObservationIx]> {
        self.seen.figures.as_deref()
    }

    pub(super) fn is_inside(&self, region: RegionIx) -> bool {
        self.seen.inside.as_ref().is_none_or(|all| all.get(region.at()).is_some_and(|it| *it))
    }
}

/// The regions directly under `region`, in official order.
fn children(regions: &[Region], region: RegionIx) -> Arc<[RegionIx]> {
    let all = regions.iter().enumerate();
    all.filter(|(_, it)| it.parent == Some(region)).map(|(at, _)| RegionIx::from(at)).collect()
}

/// `region` and the regions it is a part of, from the inside out.
fn ancestry(regions: &[Region], region: RegionIx) -> impl Iterator<Item = RegionIx> {
    let parent = |it: &RegionIx| regions.get(it.at())?.parent;
    // No chain is longer than the list, even where parents were in a ring.
    std::iter::successors(Some(region), parent).take(regions.len())
}
