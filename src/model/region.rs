//! Places that report figures.

use serde::{Deserialize, Serialize};

use super::{RegionIx, Text};

/// What sort of place a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RegionKind {
    /// A country.
    Country,
    /// A province, autonomous region or municipality.
    Province,
    /// A prefecture-level city.
    City,
    /// A county, district or county-level city.
    County,
}

/// A place that reports figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Stable id: lower-case pinyin, as used in files and on the command line.
    pub id: String,
    /// Full name.
    pub name: Text,
    /// Short name for tiles and axes.
    pub short: Text,
    /// What sort of place it is.
    pub kind: RegionKind,
    /// The region it is a part of.
    pub parent: Option<RegionIx>,
    /// Administrative division code (GB/T 2260).
    pub code: Option<String>,
}
