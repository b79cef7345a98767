//! Any bytes as a data file and, after the first NUL, as its map.
#![no_main]

use city_atlas_fuzz::exercise;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
    let (text, map) = bytes.split_at(end);
    let map = map.strip_prefix(&[0]).unwrap_or(map);
    exercise(&String::from_utf8_lossy(text), map);
});
