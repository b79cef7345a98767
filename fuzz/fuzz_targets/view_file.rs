//! Any text as a view file: whatever opens can be saved and opens again as the same view.
#![no_main]

use city_atlas_fuzz::model::Dataset;
use city_atlas_fuzz::state::{ViewFile, ViewState};
use city_atlas_fuzz::{DATA, YEARS_DATA};
use libfuzzer_sys::fuzz_target;

fn opens(file: &ViewFile, data: &Dataset) {
    let now = ViewState::first(data, Default::default());
    let opened = file.view_on(data, &now);
    let view = &opened.view;
    assert!(view.selected.is_none() || view.selected_ix(data).is_some());
    assert!(view.compared.is_none() || view.compared_ix(data).is_some());
    assert!(view.indicator.is_none() || view.indicator_ix(data).is_some());
    assert!(view.is_seen(&view.seen(data)));
    let saved = ViewFile::new(data, &opened.view);
    let again = ViewFile::parse(&saved.text()).expect("what was saved opens").view_on(data, &now);
    assert_eq!(again.view, opened.view);
    assert!(again.unknown_ids.is_empty() && again.unreadable.is_empty(), "{again:?}");
}

fuzz_target!(|text: &str| {
    let file = match ViewFile::parse(text) {
        Ok(file) => file,
        Err(why) => return assert!(!why.is_empty()),
    };
    assert_eq!(ViewFile::parse(&file.text()).as_ref(), Ok(&file), "{}", file.text());
    opens(&file, &DATA);
    opens(&file, &YEARS_DATA);
});
