//! A data file under construction: every element as the file will hold it, by id. What refers to no
//! other element is that of the model.

use crate::model::{
    Dataset, Item, Layout as Map, Locator as Place, Measure, Qualifier, RegionIx, RegionKind,
    Source, Status, Text, Theme, Unit, Value,
};

/// Everything that a data file holds, in its order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What the set holds.
    pub about: Text,
    /// The id of the region that the others are parts of.
    pub root: String,
    /// The id of the indicator that counts residents.
    pub residents: Option<String>,
    /// Reference periods: id and name.
    pub periods: Vec<(String, Text)>,
    /// Themes.
    pub themes: Vec<Theme>,
    /// Units.
    pub units: Vec<Unit>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Regions.
    pub regions: Vec<Region>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Highlights.
    pub highlights: Vec<Highlight>,
    /// Pairs of regions that touch on land.
    pub land: Vec<(String, String)>,
    /// Pairs of regions that face each other across water.
    pub sea: Vec<(String, String)>,
    /// Maps.
    pub layouts: Vec<Layout>,
}

/// A region.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Stable id.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// What sort of place it is.
    pub kind: RegionKind,
    /// The id of the region it is a part of.
    pub parent: Option<String>,
    /// Administrative division code.
    pub code: Option<String>,
}

/// An indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Indicator {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What is counted.
    pub definition: Text,
    /// The id of its theme.
    pub theme: String,
    /// The id of its unit; none for what is stated in words.
    pub unit: Option<String>,
    /// Whether "per 10,000 residents" means something for it.
    pub per_residents: bool,
    /// The id of the indicator whose plan it measures.
    pub completion_of: Option<String>,
    /// Near indicators by id, each with what differs.
    pub related: Vec<(String, Text)>,
}

/// Where something stands in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Locator {
    /// The id of the source.
    pub source: String,
    /// The section.
    pub section: String,
    /// The item in it.
    pub item: Item,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The id of its region.
    pub region: String,
    /// The id of its indicator.
    pub indicator: String,
    /// The id of its period.
    pub period: String,
    /// What it says.
    pub value: Value,
    /// What the words around the number say.
    pub qualifier: Qualifier,
    /// The number or the words as printed; empty where it does not apply and nothing is printed.
    pub printed: String,
    /// How it came about.
    pub status: Status,
    /// Where it is printed.
    pub locator: Locator,
    /// Region and indicator of the figure that it is a part of.
    pub part_of: Option<(String, String)>,
    /// Why comparing it needs care.
    pub care: Option<Text>,
    /// What else to know.
    pub note: Option<Text>,
}

/// A highlight.
#[derive(Clone, Debug, PartialEq)]
pub struct Highlight {
    /// The id of its region.
    pub region: String,
    /// The id of its theme.
    pub theme: String,
    /// Headline.
    pub headline: Text,
    /// What was done.
    pub text: Text,
    /// Where it is printed.
    pub locator: Locator,
}

/// A map.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What is on it.
    pub map: LayoutMap,
}

/// What is on a map.
#[derive(Clone, Debug, PartialEq)]
pub enum LayoutMap {
    /// Region, column and row of each tile.
    Tiles(Vec<(String, u16, u16)>),
    /// Outlines from a file.
    Outlines {
        /// The file, beside the data file.
        file: String,
        /// Whom the geometry is owed to.
        credit: Text,
        /// What it is not good for.
        note: Text,
    },
}

impl Draft {
    /// Everything that a data set holds, but for the hash of the file it was read from.
    #[must_use]
    pub fn of(data: &Dataset) -> Self {
        let region = |ix: RegionIx| data.region(ix).map_or(String::new(), |it| it.id.clone());
        let pairs = |pairs: &[(RegionIx, RegionIx)]| {
            pairs.iter().map(|(a, b)| (region(*a), region(*b))).collect()
        };
        let neighbours = data.neighbours();
        let residents = data.residents().and_then(|ix| data.indicator(ix));
        Self {
            id: data.id().to_owned(),
            title: data.title().clone(),
            about: data.about().clone(),
            root: region(data.root()),
            residents: residents.map(|it| it.id.clone()),
            periods: data.periods().iter().map(|it| (it.id.clone(), it.name.clone())).collect(),
            themes: data.themes().to_vec(),
            units: data.units().to_vec(),
            sources: data.sources().to_vec(),
            regions: data.regions().iter().map(|it| Region::of(it, data)).collect(),
            indicators: data.indicators().map(|(ix, it)| Indicator::of(ix, it, data)).collect(),
            figures: data.observations().filter_map(|(_, it)| Figure::of(it, data)).collect(),
            highlights: data.highlights().filter_map(|(_, it)| Highlight::of(it, data)).collect(),
            land: pairs(&neighbours.land),
            sea: pairs(&neighbours.sea),
            layouts: data.layouts().iter().map(|it| Layout::of(it, data)).collect(),
        }
    }
}

impl Region {
    fn of(region: &crate::model::Region, data: &Dataset) -> Self {
        let parent = region.parent.and_then(|ix| data.region(ix));
        Self {
            id: region.id.clone(),
            name: region.name.clone(),
            short: region.short.clone(),
            kind: region.kind,
            parent: parent.map(|it| it.id.clone()),
            code: region.code.clone(),
        }
    }
}

impl Indicator {
    fn of(
        ix: crate::model::IndicatorIx,
        indicator: &crate::model::Indicator,
        data: &Dataset,
    ) -> Self {
        let id_of = |ix| data.indicator(ix).map(|it| it.id.clone());
        let unit = match indicator.measure {
            Measure::Quantity(unit) => data.unit(unit).map(|it| it.id.clone()),
            Measure::Fact => None,
        };
        let related = data.relations().iter().filter(|it| it.a == ix);
        Self {
            id: indicator.id.clone(),
            name: indicator.name.clone(),
            definition: indicator.definition.clone(),
            theme: data.theme(indicator.theme).map_or(String::new(), |it| it.id.clone()),
            unit,
            per_residents: indicator.per_residents,
            completion_of: indicator.completion_of.and_then(id_of),
            related: related.filter_map(|it| Some((id_of(it.b)?, it.reason.clone()))).collect(),
        }
    }
}

impl Locator {
    fn of(place: &Place, data: &Dataset) -> Option<Self> {
        Some(Self {
            source: data.source(place.source)?.id.clone(),
            section: place.section.clone(),
            item: place.item.clone(),
        })
    }
}

impl Figure {
    fn of(figure: &crate::model::Observation, data: &Dataset) -> Option<Self> {
        let whole = figure.part_of.and_then(|ix| data.observation(ix));
        let ids = |it: &crate::model::Observation| {
            Some((data.region(it.region)?.id.clone(), data.indicator(it.indicator)?.id.clone()))
        };
        let (region, indicator) = ids(figure)?;
        Some(Self {
            region,
            indicator,
            period: data.period(figure.period)?.id.clone(),
            value: figure.value.clone(),
            qualifier: figure.qualifier,
            printed: figure.printed.to_string(),
            status: figure.status,
            locator: Locator::of(&figure.locator, data)?,
            part_of: whole.and_then(ids),
            care: figure.care.as_deref().cloned(),
            note: figure.note.as_deref().cloned(),
        })
    }
}

impl Highlight {
    fn of(highlight: &crate::model::Highlight, data: &Dataset) -> Option<Self> {
        Some(Self {
            region: data.region(highlight.region)?.id.clone(),
            theme: data.theme(highlight.theme)?.id.clone(),
            headline: highlight.headline.clone(),
            text: highlight.text.clone(),
            locator: Locator::of(&highlight.locator, data)?,
        })
    }
}

impl Layout {
    fn of(layout: &Map, data: &Dataset) -> Self {
        match layout {
            Map::Tiles(grid) => {
                let tiles = grid.tiles.iter().map(|tile| {
                    let id = data.region(tile.region).map_or(String::new(), |it| it.id.clone());
                    (id, tile.column, tile.row)
                });
                let map = LayoutMap::Tiles(tiles.collect());
                Self { id: grid.id.clone(), name: grid.name.clone(), map }
            }
            Map::Outlines(outlines) => Self {
                id: outlines.id.clone(),
                name: outlines.name.clone(),
                map: LayoutMap::Outlines {
                    file: outlines.file.clone(),
                    credit: outlines.credit.clone(),
                    note: outlines.note.clone(),
                },
            },
        }
    }
}
