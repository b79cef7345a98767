//! The program as its users meet it: its window, its files and its command line.
//!
//! One test program rather than one for each file, so that the window's libraries are linked once.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod app;
mod architecture;
mod cli;
mod colours;
mod faults;
mod finding;
mod glyphs;
mod hearing;
mod help;
mod hostile;
mod keep;
mod keep_cli;
mod keyboard;
mod live;
mod many;
mod map;
mod news;
mod opening;
mod overview;
mod own_data;
mod pictures;
mod raster;
mod reach;
mod same_bytes;
mod support;
mod svg;
mod years;
