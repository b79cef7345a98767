//! Any text as a printed number.
#![no_main]

use city_atlas_fuzz::model::printed_number::parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match parse(text) {
        Ok(number) => {
            assert!(number.value.is_finite());
            assert!(text.contains(number.unit));
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
});
