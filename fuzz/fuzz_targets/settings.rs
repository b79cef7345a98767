//! Any text as a settings file at the start and, after the first NUL, as what another window made
//! of it since: what is then written can be read, and says what it said before.
#![no_main]

use city_atlas_fuzz::state::settings::{Reading, Settings, file_text, merged};
use libfuzzer_sys::fuzz_target;

fn read_back(text: &str) -> Reading {
    Reading::parse(text).unwrap_or_else(|why| panic!("{why}\n{text}"))
}

fuzz_target!(|text: &str| {
    let (at_start, since) = text.split_once('\0').unwrap_or((text, text));
    let read = match Reading::parse(at_start) {
        Ok(read) => read,
        Err(why) => return assert!(!why.is_empty()),
    };
    let base = read.settings.fields();
    assert_eq!(read_back(&file_text(&base)).settings, read.settings);
    let mine = Settings { was_started: !read.settings.was_started, ..read.settings.clone() };
    // A file that is broken by then is put aside, and the settings are written whole.
    if let Ok(theirs) = Reading::parse(since) {
        let next = merged(&mine.fields(), &base, &theirs.fields);
        let on_disk = read_back(&file_text(&next));
        assert_eq!(on_disk.fields, next);
        assert_eq!(on_disk.settings.was_started, mine.was_started);
        assert_eq!(on_disk.settings.views, theirs.settings.views);
    }
});
