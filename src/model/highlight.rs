//! What a region achieved, in words.

use super::{Locator, RegionIx, Text, ThemeIx};

/// One achievement of one region under one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Highlight {
    /// Whose it is.
    pub region: RegionIx,
    /// Its theme.
    pub theme: ThemeIx,
    /// A few words.
    pub headline: Text,
    /// A sentence or two.
    pub text: Text,
    /// Where it is printed.
    pub locator: Locator,
}
