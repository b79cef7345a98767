//! Pictures without a window: egui figures laid out off screen, painted on the CPU and saved as PNG,
//! or written shape by shape as SVG ([`svg`]).
//!
//! The path of a picture is [`offscreen::render_strips`] → [`png::encode_rows`] →
//! [`file::write_whole`]: painted and encoded a strip of rows at a time, so that a large picture
//! needs little memory. [`offscreen::render`] gives it as a whole, for the clipboard. Nothing here opens a window or talks to a graphics card, so a server, a
//! test and a laptop produce the same bytes from the same tessellated figure.
//!
//! What egui hands over can differ in one point: its font renderer uses the processor's vector
//! instructions, and between two generations of them 7 of 9,000 glyph bitmaps differed, each in one
//! texel by one level of 255. On one machine pictures are the same every time.

pub mod base64;
pub mod brief;
pub mod data;
pub mod file;
pub mod format;
pub mod litter;
pub mod manifest;
pub mod markup;
pub mod offscreen;
pub mod picture;
pub mod plan;
pub mod png;
pub mod preset;
pub mod raster;
pub mod svg;
pub mod told;
pub mod words;

#[cfg(test)]
mod testing;
