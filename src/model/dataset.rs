//! The whole of a data file, checked, with the look-ups that everything else is built on.

use std::{collections::HashMap, sync::Arc};

use super::{
    Highlight, HighlightIx, Indicator, IndicatorIx, Layout, Locator, Neighbours, Observation,
    ObservationIx, Outlines, Period, PeriodIx, Region, RegionIx, Relation, Source, SourceIx, Text,
    Theme, ThemeIx, TileGrid, Unit, UnitIx,
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

/// A checked data set. It does not change once made.
#[derive(Clone, Debug)]
pub struct Dataset {
    parts: DatasetParts,
    sha256: String,
    cities: Vec<RegionIx>,
    region_by_id: HashMap<String, RegionIx>,
    indicator_by_id: HashMap<String, IndicatorIx>,
    figure_by_place: HashMap<(RegionIx, IndicatorIx), ObservationIx>,
    figures_by_region: HashMap<RegionIx, Vec<ObservationIx>>,
    figures_by_indicator: HashMap<IndicatorIx, Vec<ObservationIx>>,
}

/// Stands in for an index that is out of range, which a checked data set does not have.
macro_rules! lookup {
    ($(#[$doc:meta])* $name:ident, $list:ident, $ix:ty, $item:ty) => {
        $(#[$doc])*
        ///
        /// `None` only for an index of another data set.
        #[must_use]
        pub fn $name(&self, ix: $ix) -> Option<&$item> {
            self.parts.$list.get(ix.at())
        }
    };
}

impl Dataset {
    /// Puts the parts together and builds the look-ups.
    ///
    /// Where a region has figures of one indicator for several periods, look-ups without a period
    /// give the last one listed.
    #[must_use]
    pub fn new(parts: DatasetParts) -> Self {
        let mut figure_by_place = HashMap::new();
        let mut figures_by_region: HashMap<_, Vec<_>> = HashMap::new();
        let mut figures_by_indicator: HashMap<_, Vec<_>> = HashMap::new();
        for (at, figure) in parts.observations.iter().enumerate() {
            let ix = ObservationIx::from(at);
            figure_by_place.insert((figure.region, figure.indicator), ix);
            figures_by_region.entry(figure.region).or_default().push(ix);
            figures_by_indicator.entry(figure.indicator).or_default().push(ix);
        }
        let by_id = |at: usize, id: &String| (id.clone(), RegionIx::from(at));
        let region_by_id =
            parts.regions.iter().enumerate().map(|(at, region)| by_id(at, &region.id)).collect();
        let indicator_by_id = parts
            .indicators
            .iter()
            .enumerate()
            .map(|(at, indicator)| (indicator.id.clone(), IndicatorIx::from(at)))
            .collect();
        let cities = (0..parts.regions.len())
            .map(RegionIx::from)
            .filter(|ix| parts.regions.get(ix.at()).is_some_and(|r| r.parent == Some(parts.root)))
            .collect();
        Self {
            parts,
            sha256: String::new(),
            cities,
            region_by_id,
            indicator_by_id,
            figure_by_place,
            figures_by_region,
            figures_by_indicator,
        }
    }

    /// The same data set with the SHA-256 of the file it was read from, 64 hexadecimal digits.
    #[must_use]
    pub fn with_sha256(self, sha256: String) -> Self {
        Self { sha256, ..self }
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
        &self.parts.id
    }

    /// Title.
    #[must_use]
    pub const fn title(&self) -> &Text {
        &self.parts.title
    }

    /// What the set holds, in a few sentences.
    #[must_use]
    pub const fn about(&self) -> &Text {
        &self.parts.about
    }

    /// The region that the others are parts of.
    #[must_use]
    pub const fn root(&self) -> RegionIx {
        self.parts.root
    }

    /// The indicator that counts residents, for values per 10,000 of them.
    #[must_use]
    pub const fn residents(&self) -> Option<IndicatorIx> {
        self.parts.residents
    }

    /// The regions directly under the root, in official order: the cities of a province.
    #[must_use]
    pub fn cities(&self) -> &[RegionIx] {
        &self.cities
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
        &self.parts.regions
    }

    /// All themes.
    #[must_use]
    pub fn themes(&self) -> &[Theme] {
        &self.parts.themes
    }

    /// All reference periods.
    #[must_use]
    pub fn periods(&self) -> &[Period] {
        &self.parts.periods
    }

    /// All units.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.parts.units
    }

    /// All links between near indicators.
    #[must_use]
    pub fn relations(&self) -> &[Relation] {
        &self.parts.relations
    }

    /// All indicators with their positions.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        self.parts.indicators.iter().enumerate().map(|(at, it)| (IndicatorIx::from(at), it))
    }

    /// All figures with their positions.
    pub fn observations(&self) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        self.parts.observations.iter().enumerate().map(|(at, it)| (ObservationIx::from(at), it))
    }

    /// All highlights with their positions.
    pub fn highlights(&self) -> impl Iterator<Item = (HighlightIx, &Highlight)> {
        self.parts.highlights.iter().enumerate().map(|(at, it)| (HighlightIx::from(at), it))
    }

    /// All sources.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.parts.sources
    }

    /// Maps, the default first.
    #[must_use]
    pub fn layouts(&self) -> &[Layout] {
        &self.parts.layouts
    }

    /// The first tile grid, if the set has one.
    #[must_use]
    pub fn tile_grid(&self) -> Option<&TileGrid> {
        self.parts.layouts.iter().find_map(|layout| match layout {
            Layout::Tiles(grid) => Some(grid),
            Layout::Outlines(_) => None,
        })
    }

    /// The first outlines, if the set has any.
    #[must_use]
    pub fn outlines(&self) -> Option<&Arc<Outlines>> {
        self.parts.layouts.iter().find_map(|layout| match layout {
            Layout::Outlines(outlines) => Some(outlines),
            Layout::Tiles(_) => None,
        })
    }

    /// Which regions touch.
    #[must_use]
    pub const fn neighbours(&self) -> &Neighbours {
        &self.parts.neighbours
    }

    /// The region with this id.
    #[must_use]
    pub fn region_by_id(&self, id: &str) -> Option<RegionIx> {
        self.region_by_id.get(id).copied()
    }

    /// The indicator with this id.
    #[must_use]
    pub fn indicator_by_id(&self, id: &str) -> Option<IndicatorIx> {
        self.indicator_by_id.get(id).copied()
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

    /// What `region` reports of `indicator`; `None` means not reported.
    #[must_use]
    pub fn figure(
        &self,
        region: RegionIx,
        indicator: IndicatorIx,
    ) -> Option<(ObservationIx, &Observation)> {
        let ix = *self.figure_by_place.get(&(region, indicator))?;
        Some((ix, self.observation(ix)?))
    }

    /// Everything that `region` reports, in the file's order.
    pub fn figures_of_region(
        &self,
        region: RegionIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        self.resolve(self.figures_by_region.get(&region))
    }

    /// Everything that is reported of `indicator`, in the file's order.
    pub fn figures_of_indicator(
        &self,
        indicator: IndicatorIx,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        self.resolve(self.figures_by_indicator.get(&indicator))
    }

    fn resolve(
        &self,
        list: Option<&Vec<ObservationIx>>,
    ) -> impl Iterator<Item = (ObservationIx, &Observation)> {
        list.map(Vec::as_slice)
            .unwrap_or_default()
            .iter()
            .filter_map(|ix| Some((*ix, self.observation(*ix)?)))
    }

    /// The highlights of `region`, in the file's order.
    pub fn highlights_of(
        &self,
        region: RegionIx,
    ) -> impl Iterator<Item = (HighlightIx, &Highlight)> {
        self.highlights().filter(move |(_, highlight)| highlight.region == region)
    }

    /// The indicators near `indicator`, each with what differs.
    pub fn related(&self, indicator: IndicatorIx) -> impl Iterator<Item = (IndicatorIx, &Text)> {
        self.parts.relations.iter().filter_map(move |relation| {
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
        self.observations().filter(move |(_, figure)| figure.part_of == Some(whole))
    }

    /// The other figures that the same item of the same source prints.
    pub fn figures_at<'a>(
        &'a self,
        locator: &'a Locator,
    ) -> impl Iterator<Item = (ObservationIx, &'a Observation)> {
        self.observations().filter(move |(_, figure)| figure.locator == *locator)
    }

    /// The number of cities that report `indicator`.
    #[must_use]
    pub fn reporting_cities(&self, indicator: IndicatorIx) -> usize {
        self.cities.iter().filter(|city| self.figure(**city, indicator).is_some()).count()
    }
}
