//! Any bytes as a map, beside a sound data file.
#![no_main]

use city_atlas_fuzz::{BASE, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| exercise(BASE, bytes));
