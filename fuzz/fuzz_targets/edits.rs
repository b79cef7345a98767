//! A sound data file with stretches cut, doubled and overwritten: it gets deeper into the checks
//! than any bytes do, for most of what it makes is still nearly a data file.
#![no_main]

use city_atlas_fuzz::{BASE, MAP, exercise};
use libfuzzer_sys::arbitrary::{self, Arbitrary};
use libfuzzer_sys::fuzz_target;

#[derive(Arbitrary, Debug)]
enum Edit {
    Cut { at: u16, length: u8 },
    Copy { from: u16, length: u8, to: u16 },
    Write { at: u16, length: u8, text: String },
    Swap { first: u8, second: u8 },
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at % (text.len() + 1))
}

fn stretch(text: &str, at: u16, length: u8) -> std::ops::Range<usize> {
    let start = floor(text, at.into());
    let end = text.floor_char_boundary((start + usize::from(length)).min(text.len()));
    start..end.max(start)
}

fn apply(text: &mut String, edit: Edit) {
    match edit {
        Edit::Cut { at, length } => text.replace_range(stretch(text, at, length), ""),
        Edit::Copy { from, length, to } => {
            let copied = text[stretch(text, from, length)].to_owned();
            text.insert_str(floor(text, to.into()), &copied);
        }
        Edit::Write { at, length, text: put } => {
            text.replace_range(stretch(text, at, length), &put);
        }
        Edit::Swap { first, second } => {
            let mut lines: Vec<&str> = text.lines().collect();
            let count = lines.len().max(1);
            if lines.len() > 1 {
                lines.swap(usize::from(first) % count, usize::from(second) % count);
            }
            *text = lines.join("\n");
        }
    }
}

fuzz_target!(|edits: Vec<Edit>| {
    let mut text = BASE.to_owned();
    for edit in edits.into_iter().take(12) {
        apply(&mut text, edit);
    }
    exercise(&text, MAP.as_bytes());
});
