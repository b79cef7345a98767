//! Typed positions in the lists of a [`Dataset`](super::Dataset).

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as a number to look up with.
            #[must_use]
            pub const fn at(self) -> usize {
                self.0 as usize
            }
        }

        impl From<usize> for $name {
            /// Positions beyond `u32::MAX` saturate; the loader's size limit lies far below.
            fn from(at: usize) -> Self {
                Self(u32::try_from(at).unwrap_or(u32::MAX))
            }
        }
    )*};
}

index! {
    /// Position of a region.
    RegionIx;
    /// Position of a theme.
    ThemeIx;
    /// Position of a unit.
    UnitIx;
    /// Position of a reference period.
    PeriodIx;
    /// Position of a source.
    SourceIx;
    /// Position of an indicator.
    IndicatorIx;
    /// Position of an observation.
    ObservationIx;
    /// Position of a highlight.
    HighlightIx;
}
