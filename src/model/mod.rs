//! What the data is: regions, indicators, observations and where each of them comes from.
//!
//! Nothing here knows of windows, files or drawing. A [`Dataset`] is put together by `load`,
//! which checks it; from then on it does not change.

pub mod cell;
pub mod dataset;
pub mod geometry;
pub mod highlight;
pub mod index;
pub mod indicator;
mod links;
pub mod observation;
mod places;
pub mod printed_number;
pub mod region;
pub mod source;
pub mod text;
mod time;

pub use dataset::{Dataset, DatasetParts};
pub use geometry::{Layout, Neighbours, Outlines, Point, RegionOutline, Tile, TileGrid};
pub use highlight::Highlight;
pub use index::{
    HighlightIx, IndicatorIx, ObservationIx, PeriodIx, RegionIx, SourceIx, ThemeIx, UnitIx,
};
pub use indicator::{Indicator, Measure, Period, Relation, Theme, Unit, UnitKind};
pub use observation::{Observation, Qualifier, Status, Value};
pub use region::{Region, RegionKind};
pub use source::{Item, Locator, Source};
pub use text::{Lang, Text};
