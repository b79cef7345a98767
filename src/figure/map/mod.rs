//! Map: one indicator on equal tiles or on schematic outlines. The side panel and the figure use
//! the same content and the same drawing.

pub mod camera;
pub mod content;
pub mod draw;
pub mod labels;
pub mod legend;
pub mod morph;
pub mod outlines;
pub mod shapes;
pub mod symbols;
pub mod tiles;

use std::sync::Arc;

use egui::Rect;
use serde::{Deserialize, Serialize};

use super::{LegendEntry, style::Palette};
use crate::{
    analysis::Classing,
    model::{IndicatorIx, ObservationIx, Outlines, RegionIx},
};

pub use camera::Camera;
pub use content::{body, content};
pub use draw::draw;

/// How the map is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MapKind {
    /// Equal tiles.
    #[default]
    Tiles,
    /// Schematic outlines.
    Outlines,
}

impl MapKind {
    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tiles => "tiles",
            Self::Outlines => "outlines",
        }
    }
}

/// How a map is asked to look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapLook {
    /// Its layout.
    pub kind: MapKind,
    /// How values become steps of the ramp.
    pub classing: Classing,
}

/// What a region has to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fill {
    /// Nothing: no indicator is chosen, or it does not apply.
    #[default]
    Plain,
    /// The step of the ramp.
    Step(usize),
    /// A fact in words: a star, since it is no more or less.
    Fact,
    /// Not reported: quiet hatching.
    Missing,
}

/// One region on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The region.
    pub region: RegionIx,
    /// Column and row of its tile.
    pub tile: (u16, u16),
    /// Its short name.
    pub name: String,
    /// Its value, rounded for the tile, or "not reported".
    pub value: String,
    /// The same for a narrow tile.
    pub short_value: String,
    /// Its figure.
    pub figure: Option<ObservationIx>,
    /// What it shows.
    pub fill: Fill,
    /// Whether it reports a related indicator instead.
    pub is_related: bool,
    /// What a screen reader says: with the place in the order, since it cannot be seen.
    pub spoken: String,
    /// What stands under the pointer.
    pub hover: String,
}

/// The marks of a map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapBody {
    /// The regions.
    pub places: Vec<Place>,
    /// Columns and rows of the tile grid.
    pub size: (u16, u16),
    /// How many steps the ramp has.
    pub steps: usize,
    /// What every mark means.
    pub legend: Vec<LegendEntry>,
    /// What it shows; `None` for names only.
    pub indicator: Option<IndicatorIx>,
    /// Whether values are per 10,000 residents.
    pub is_per_residents: bool,
    /// How it is laid out: as asked for, or as the data allows.
    pub kind: MapKind,
    /// The outlines, if the data set has any.
    pub outlines: Option<Arc<Outlines>>,
}

impl MapBody {
    /// Rows of the tile grid.
    #[must_use]
    pub fn grid_rows(&self) -> usize {
        usize::from(self.size.1)
    }

    /// How many rows can grow where a picture has height to spare; outlines grow as if they had
    /// twelve.
    #[must_use]
    pub fn row_count(&self) -> usize {
        match self.kind {
            MapKind::Tiles => self.grid_rows(),
            MapKind::Outlines => OUTLINES_ROWS,
        }
    }

    /// The place of `region`.
    #[must_use]
    pub fn place(&self, region: RegionIx) -> Option<&Place> {
        self.places.iter().find(|place| place.region == region)
    }
}

/// How many rows' worth of spare height outlines can take.
const OUTLINES_ROWS: usize = 12;

/// The ground of a place.
fn ground(palette: &Palette, body: &MapBody, fill: Fill) -> egui::Color32 {
    match fill {
        Fill::Step(at) => palette.ramp_step(at, body.steps),
        Fill::Plain | Fill::Fact | Fill::Missing => palette.surface,
    }
}

/// Where a map is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stage {
    /// What is seen of it.
    pub viewport: Rect,
    /// Where the whole map lies, larger than the viewport when zoomed in.
    pub map: Rect,
}

impl Stage {
    /// The whole map in `viewport`.
    #[must_use]
    pub const fn fitted(viewport: Rect) -> Self {
        Self { viewport, map: viewport }
    }
}

/// A region that answers to pointer and keyboard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Whose it is.
    pub region: RegionIx,
    /// Where it is drawn, which may be out of sight.
    pub rect: Rect,
    /// Whether it has the keyboard.
    pub is_current: bool,
}
