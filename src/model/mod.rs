//! What the data is: regions, indicators, observations and where each of them comes from.
//!
//! Nothing here knows of windows, files or drawing. A [`Dataset`] is built by `load`, which
//! checks it; from then on it is immutable.
