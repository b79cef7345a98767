//! Pure answers to questions about a data set: who reports what, in which order, and what may be
//! compared. No drawing and no words of the interface.

pub mod change;
pub mod classes;
pub mod comparison;
pub mod coverage;
pub mod headlines;
pub mod matching;
pub mod neighbours;
pub mod profile;
pub mod ranking;
pub mod scatter;
pub mod sequence;
pub mod share;
pub mod similarity;
pub mod suggestions;
pub mod sums;
pub mod targets;
pub mod trend;

#[cfg(test)]
pub(crate) mod fixture;

pub use change::{Bound, Change, Difference, change};
pub use classes::{Breaks, BreaksError, Class, Classing, classes};
pub use comparison::{CareReason, Comparison, ComparisonRow, Side, Verdict, compare, verdict};
pub use coverage::{Coverage, coverage};
pub use headlines::{Headline, headlines};
pub use neighbours::{Direction, Neighbour, neighbours};
pub use profile::{ThemeProfile, theme_profile};
pub use ranking::{Order, RankedFigure, Ranking, RelatedFigure, cities_in_order, ranking};
pub use scatter::{Axis, Scatter, ScatterPoint, scatter};
pub use sequence::figures_by_theme;
pub use share::{Share, share};
pub use similarity::{Similarity, by_similarity, overlap, shared_indicators};
pub use suggestions::{Subject, Suggestion, suggestions};
pub use sums::{Excess, excesses};
pub use targets::{Target, targets};
pub use trend::{Trend, TrendLine, TrendPoint, trend};
