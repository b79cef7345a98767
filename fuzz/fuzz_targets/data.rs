//! Any bytes as a data file, beside a sound map.
#![no_main]

use city_atlas_fuzz::{MAP, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    exercise(&text, MAP.as_bytes());
});
