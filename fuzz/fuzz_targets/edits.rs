//! A sound data file with stretches cut, doubled and overwritten: it gets deeper into the checks
//! than any bytes do, for most of what it makes is still nearly a data file.
#![no_main]

use city_atlas_fuzz::{BASE, Edit, MAP, YEARS, edited, exercise};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, Vec<Edit>)| {
    let (is_base, edits) = input;
    exercise(&edited(if is_base { BASE } else { YEARS }, &edits), MAP.as_bytes());
});
