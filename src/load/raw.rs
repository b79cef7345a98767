//! The file as it is written, before anything refers to anything.
//!
//! A field is `None` where it is left out or could not be read; the latter is reported already.

use super::reader::List;
use super::span::{At, Span};
use crate::model::{Item, Qualifier, RegionKind, Status, Text, UnitKind};

pub(super) type Id = At<String>;

/// One element of a list.
#[derive(Clone, Debug, Default)]
pub(super) struct Element<T> {
    /// Its first line.
    pub(super) head: Span,
    /// Whether anything in it could not be read.
    pub(super) is_broken: bool,
    pub(super) raw: T,
}

pub(super) type Elements<T> = List<Element<T>>;

/// Something with an id that others refer to.
pub(super) trait Declares {
    fn id(&self) -> Option<&Id>;
}

macro_rules! declares {
    ($($name:ident),*) => {$(
        impl Declares for $name {
            fn id(&self) -> Option<&Id> {
                self.id.as_ref()
            }
        }
    )*};
}

declares!(Named, Unit, Source, Region, Indicator, Layout);

#[derive(Clone, Debug, Default)]
pub(super) struct File {
    pub(super) id: Option<Id>,
    pub(super) title: Option<Text>,
    pub(super) about: Option<Text>,
    pub(super) root: Option<Id>,
    pub(super) residents: Option<Id>,
    pub(super) periods: Elements<Named>,
    pub(super) themes: Elements<Named>,
    pub(super) units: Elements<Unit>,
    pub(super) sources: Elements<Source>,
    pub(super) regions: Elements<Region>,
    pub(super) indicators: Elements<Indicator>,
    pub(super) observations: Elements<Figure>,
    pub(super) highlights: Elements<Highlight>,
    pub(super) land: Vec<Pair>,
    pub(super) sea: Vec<Pair>,
    pub(super) layouts: Elements<Layout>,
}

/// A period or a theme.
#[derive(Clone, Debug, Default)]
pub(super) struct Named {
    pub(super) id: Option<Id>,
    pub(super) name: Option<Text>,
    pub(super) is_context: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Unit {
    pub(super) id: Option<Id>,
    pub(super) zh: Option<String>,
    pub(super) en_one: Option<String>,
    pub(super) en_other: Option<String>,
    pub(super) kind: Option<UnitKind>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Source {
    pub(super) id: Option<Id>,
    pub(super) title: Option<Text>,
    pub(super) short: Option<Text>,
    pub(super) publisher: Option<Text>,
    pub(super) published: Option<String>,
    pub(super) address: Option<String>,
    pub(super) note: Option<Text>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Region {
    pub(super) id: Option<Id>,
    pub(super) name: Option<Text>,
    pub(super) short: Option<Text>,
    pub(super) kind: Option<RegionKind>,
    pub(super) parent: Option<Id>,
    pub(super) code: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IndicatorKind {
    Quantity,
    Fact,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Indicator {
    pub(super) id: Option<Id>,
    pub(super) name: Option<Text>,
    pub(super) definition: Option<Text>,
    pub(super) theme: Option<Id>,
    pub(super) unit: Option<Id>,
    pub(super) kind: Option<At<IndicatorKind>>,
    pub(super) per_residents: bool,
    pub(super) completion_of: Option<Id>,
    pub(super) related: Vec<(Option<Id>, Option<Text>)>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Locator {
    pub(super) source: Option<Id>,
    pub(super) section: Option<Id>,
    pub(super) item: Option<Item>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct PartOf {
    pub(super) span: Span,
    pub(super) region: Option<Id>,
    pub(super) indicator: Option<Id>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Figure {
    pub(super) region: Option<Id>,
    pub(super) indicator: Option<Id>,
    pub(super) period: Option<Id>,
    pub(super) value: Option<At<f64>>,
    pub(super) fact: Option<At<Text>>,
    pub(super) qualifier: Option<At<Qualifier>>,
    pub(super) printed: Option<Id>,
    pub(super) status: Status,
    pub(super) locator: Locator,
    pub(super) part_of: Option<PartOf>,
    pub(super) care: Option<Text>,
    pub(super) note: Option<Text>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Highlight {
    pub(super) region: Option<Id>,
    pub(super) theme: Option<Id>,
    pub(super) headline: Option<Text>,
    pub(super) text: Option<Text>,
    pub(super) locator: Locator,
}

#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) span: Span,
    pub(super) a: Option<Id>,
    pub(super) b: Option<Id>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Layout {
    pub(super) id: Option<Id>,
    pub(super) name: Option<Text>,
    pub(super) map: Option<Map>,
}

#[derive(Clone, Debug)]
pub(super) enum Map {
    Tiles(List<Tile>),
    Outlines { file: Option<Id>, credit: Option<Text>, note: Option<Text> },
}

#[derive(Clone, Debug)]
pub(super) struct Tile {
    pub(super) head: Span,
    pub(super) region: Option<Id>,
    pub(super) column: Option<At<u64>>,
    pub(super) row: Option<At<u64>>,
}
