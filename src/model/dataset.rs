//! The whole of a data file, checked, with the look-ups that everything else is built on.

mod seen;
#[cfg(test)]
mod tests;

use std::{collections::HashMap, sync::Arc};

use seen::Seen;

use super::{
    Highlight, HighlightIx, Indicator, IndicatorIx, Layout, Locator, Neighbours, Observation,
    ObservationIx, Outlines, Period, PeriodIx, Region, RegionIx, Relation, Source, SourceIx, Text,
    Theme, ThemeIx, TileGrid, Unit, UnitIx, links::Links, places::FigureLists, time::Timeline,
};

/// The parts of a data set. `load` fills it; every index in it must be valid.
#[derive(Clone, Debug)]
pub struct DatasetParts {
    /// Stable id, used in file names.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What the set holds, in a few sentences.
    pub about: Text,
    /// The region that the others are parts of.
    pub root: RegionIx,
    /// The indicator that counts residents, for values per 10,000 of them.
    pub residents: Option<IndicatorIx>,
    /// Reference periods.
    pub periods: Vec<Period>,
    /// Themes.
    pub themes: Vec<Theme>,
    /// Units.
    pub units: Vec<Unit>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Regions, in official order.
    pub regions: Vec<Region>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Links between indicators that are near each other but not the same.
    pub relations: Vec<Relation>,
    /// Figures.
    pub observations: Vec<Observation>,
    /// Highlights.
    pub highlights: Vec<Highlight>,
    /// Which regions touch.
    pub neighbours: Neighbours,
    /// Maps, the default first.
    pub layouts: Vec<Layout>,
}

/// A checked data set. It does not change once made, and copies of it share what they hold.
///
/// It can be looked at through a window ([`Self::seen`]): one period, and the children of one
/// region. Figures and cities are then those that the window shows; [`Self::series`] and whatever
/// speaks of all periods or regions see through it.
#[derive(Clone, Debug)]
pub struct Dataset {
    whole: Arc<Whole>,
    sha256: Arc<str>,
    seen: Seen,
}

/// What is the same through every window.
#[derive(Clone, Debug)]
struct Whole {
    parts: DatasetParts,
    timeline: Timeline,
    lists: FigureLists,
    links: Links,
    /// Whether some region reports the same thing for more than one period.
    has_series: bool,
    region_by_id: HashMap<String, RegionIx>,
    indicator_by_id: HashMap<String, IndicatorIx>,
}

/// Stands in for an index that is out of range, which a checked data set does not have.
macro_rules! lookup {
    ($(#[$doc:meta])* $name:ident, $list:ident, $ix:ty, $item:ty) => {
        $(#[$doc])*
        ///
        /// `None` only for an index of another data set.
        #[must_use]
        pub fn $name(&self, ix: $ix) -> Option<&$item> {
            self.whole.parts.$list.get(ix.at())
        }
    };
}

impl Dataset {
    /// Puts the parts together and builds the look-ups.
    ///
    /// Where a region has figures of one indicator for several periods, look-ups without a period
    /// give the latest one.
    #[must_use]
    pub fn new(parts: DatasetParts) -> Self {
        let timeline = Timeline::new(&parts.periods);
        let (regions, indicators) = (parts.regions.len(), parts.indicators.len());
        let (lists, links) = rayon::join(
            || FigureLists::new(&parts.observations, &timeline, regions, indicators),
            || Links::new(&parts.observations, &parts.highlights),
        );
        let by_id = |at: usize, id: &String| (id.clone(), RegionIx::from(at));
        let region_by_id =
            parts.regions.iter().enumerate().map(|(at, region)| by_id(at, &region.id)).collect();
        let indicator_by_id = parts
            .indicators
            .iter()
            .enumerate()
            .map(|(at, indicator)| (indicator.id.clone(), IndicatorIx::from(at)))
            .collect();
        let whole = Whole {
            parts,
            timeline,
            lists,
            links,
            has_series: false,
            region_by_id,
            indicator_by_id,
        };
        let whole = whole.with_stages();
        let seen = Seen::all(&whole);
        Self { whole: Arc::new(whole), sha256: Arc::default(), seen }
    }

    /// The same data set with the SHA-256 of the file it was read from, 64 hexadecimal digits.
    #[must_use]
    pub fn with_sha256(self, sha256: String) -> Self {
        Self { sha256: sha256.into(), ..self }
    }

    /// The SHA-256 of the file it was read from, 64 hexadecimal digits; empty for one put together
    /// in memory. Exports carry it, so that a figure can be traced to its very data.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Stable id, used in file names.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.whole.parts.id
    }

    /// Title.
    #[must_use]
    pub fn title(&self) -> &Text {
        &self.whole.parts.title
    }

    /// What the set holds, in a few sentences.
    #[must_use]
    pub fn about(&self) -> &Text {
        &self.whole.parts.about
    }

    /// The region whose parts are looked at: the province, unless a window shows another.
    #[must_use]
    pub const fn root(&self) -> RegionIx {
        self.seen.root
    }

    /// The region that all others are parts of.
    #[must_use]
    pub fn top(&self) -> RegionIx {
        self.whole.parts.root
    }

    /// The indicator that counts residents, for values per 10,000 of them.
    #[must_use]
    pub fn residents(&self) -> Option<IndicatorIx> {
        self.whole.parts.residents
    }

    /// The regions directly under the root, in official order: the cities of a province.
    #[must_use]
    pub fn cities(&self) -> &[RegionIx] {
        &self.seen.cities
    }

    lookup!(/// A region.
        region, regions, RegionIx, Region);
    lookup!(/// An indicator.
        indicator, indicators, IndicatorIx, Indicator);
    lookup!(/// A figure.
        observation, observations, ObservationIx, Observation);
    lookup!(/// A highlight.
        highlight, highlights, HighlightIx, Highlight);
    lookup!(/// A theme.
        theme, themes, ThemeIx, Theme);
    lookup!(/// A unit.
        unit, units, UnitIx, Unit);
    lookup!(/// A reference period.
        period, periods, PeriodIx, Period);
    lookup!(/// A source.
        source, sources, SourceIx, Source);

    /// All regions, in official order.
    #[must_use]
    pub fn regions(&self) -> &[Region] {
        &self.whole.parts.regions
    }

    /// All themes.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.whole.parts.themes
    }

    /// All reference periods.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.whole.parts.periods
    }

    /// All units.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.whole.parts.units
    }

    /// All links between near indicators.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.whole.parts.relations
    }

    /// All indicators with their positions.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        self.whole.parts.indicators.iter().enumerate().map(|(at, it)| (IndicatorIx::from(at), it))
    }

    /// The figures that the window shows, with their positions; all where there is none.
    pub fn observations(&self) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        let seen = self.seen_figures();
        let all = if seen.is_none() { self.figure_count() } else { 0 };
        let positions = (0..all).map(ObservationIx::from);
        positions
            .chain(seen.unwrap_or_default().iter().copied())
            .filter_map(|ix| Some((ix, self.observation(ix)?)))
            .filter(|(_, figure)| self.is_inside(figure.region))
    }

    /// The number of figures for all periods and regions.
    #[must_use]
    pub fn figure_count(&self) -> usize {
        self.whole.parts.observations.len()
    }

    /// The highlights that the window shows, with their positions; they belong to no period.
    pub fn highlights(&self) -> impl Iterator<Item = (HighlightIx, &Highlight)> {
        let all = self.whole.parts.highlights.iter().enumerate();
        let all = all.map(|(at, it)| (HighlightIx::from(at), it));
        all.filter(|(_, highlight)| self.is_inside(highlight.region))
    }

    /// All sources.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.whole.parts.sources
    }

    /// Maps, the default first.
    #[must_use]
    pub fn layouts(&self) -> &[Layout] {
        &self.whole.parts.layouts
    }

    /// The tile grid of the cities: the first that has them, if the set has one; in a narrower
    /// window without one, tiles one after the other.
    #[must_use]
    pub fn tile_grid(&self) -> Option<&TileGrid> {
        let whole = || {
            self.whole.parts.layouts.iter().find_map(|layout| match layout {
                Layout::Tiles(grid) => {
                    self.has_city(grid.tiles.iter().map(|it| it.region)).then_some(grid)
                }
                Layout::Outlines(_) => None,
            })
        };
        self.seen.maps.as_ref().map_or_else(whole, |it| Some(&it.grid))
    }

    /// The first outlines of the cities, if the set has such.
    #[must_use]
    pub fn outlines(&self) -> Option<&Arc<Outlines>> {
        let whole = || {
            self.whole.parts.layouts.iter().find_map(|layout| match layout {
                Layout::Outlines(outlines) => {
                    self.has_city(outlines.regions.iter().map(|it| it.region)).then_some(outlines)
                }
                Layout::Tiles(_) => None,
            })
        };
        self.seen.maps.as_ref().map_or_else(whole, |it| it.outlines.as_ref())
    }

    fn has_city(&self, mut regions: impl Iterator<Item = RegionIx>) -> bool {
        regions.any(|it| self.seen.cities.contains(&it))
    }

    /// Which regions touch.
    #[must_use]
    pub fn neighbours(&self) -> &Neighbours {
        &self.whole.parts.neighbours
    }

    /// The region with this id.
    #[must_use]
    pub fn region_by_id(&self, id: &str) -> Option<RegionIx> {
        self.whole.region_by_id.get(id).copied()
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator_by_id(&self, id: &str) -> Option<IndicatorIx> {
        self.whole.indicator_by_id.get(id).copied()
    }

    /// The unit of an indicator that is a number.
    #[must_use]
    pub fn unit_of(&self, indicator: IndicatorIx) -> Option<&Unit> {
        self.unit(self.indicator(indicator)?.unit()?)
    }

    /// Whether the numbers of two indicators may stand on one axis.
    #[must_use]
    pub fn is_same_measure(&self, a: IndicatorIx, b: IndicatorIx) -> bool {
        matches!((self.unit_of(a), self.unit_of(b)), (Some(a), Some(b)) if a.is_same_measure(b))
    }

    /// What `region` reports of `indicator`; `None` means not reported in the period that is seen.
    #[must_use]
    pub fn figure(
        &self,
        region: RegionIx,
        indicator: IndicatorIx,
    ) -> Option<(ObservationIx, &Observation)> {
        self.series(region, indicator).filter(|(ix, _)| self.is_seen(*ix)).last()
    }

    /// Everything that `region` reports in the period that is seen, in the file's order.
    pub fn figures_of_region(
        &self,
        region: RegionIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        self.resolve(self.whole.lists.of_region(region))
    }

    /// Everything that is reported of `indicator` in the window, in the file's order.
    pub fn figures_of_indicator(
        &self,
        indicator: IndicatorIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        let all = self.whole.lists.of_indicator(indicator);
        self.resolve(all).filter(|(_, figure)| self.is_inside(figure.region))
    }

    /// Those of `list` that are seen.
    fn resolve(
        &self,
        list: &[ObservationIx],
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        let seen = list.iter().filter(|ix| self.is_seen(**ix));
        seen.filter_map(|ix| Some((*ix, self.observation(*ix)?)))
    }

    /// The highlights of `region`, in the file's order.
    pub fn highlights_of(
        &self,
        region: RegionIx,
    ) -> impl Iterator<Item = (HighlightIx, &Highlight)> {
        let all = self.whole.links.highlights(region);
        all.filter_map(|ix| Some((ix, self.highlight(ix)?)))
    }

    /// The indicators near `indicator`, each with what differs.
    pub fn related(&self, indicator: IndicatorIx) -> impl Iterator<Item = (IndicatorIx, &Text)> {
        self.whole.parts.relations.iter().filter_map(move |relation| {
            if relation.a == indicator {
                Some((relation.b, &relation.reason))
            } else if relation.b == indicator {
                Some((relation.a, &relation.reason))
            } else {
                None
            }
        })
    }

    /// The figures that are parts of the figure `whole`.
    pub fn parts_of(
        &self,
        whole: ObservationIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        self.shown(self.whole.links.parts(whole))
    }

    /// The other figures that the same item of the same source prints.
    pub fn figures_at<'a>(
        &'a self,
        locator: &'a Locator,
    ) -> impl Iterator<Item = (ObservationIx, &'a Observation)> {
        let near = self.shown(self.whole.links.near_locator(locator));
        near.filter(move |(_, figure)| *figure.locator == *locator)
    }

    /// Those of `positions` that the window shows.
    fn shown(
        &self,
        positions: impl Iterator<Item = ObservationIx>,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        let seen = positions.filter(|ix| self.is_seen(*ix));
        seen.filter_map(|ix| Some((ix, self.observation(ix)?)))
            .filter(|(_, figure)| self.is_inside(figure.region))
    }

    /// The number of cities that report `indicator`.
    #[must_use]
    pub fn reporting_cities(&self, indicator: IndicatorIx) -> usize {
        self.reporting().get(indicator.at()).map_or(0, |it| *it as usize)
    }
}
