//! A sound data file with changes, read the quick way where that can be and once more the thorough
//! way: both give the same data set, or the same mistakes. What follows from a bracket too many is
//! told as far as anything is read, so of such mistakes it is the first that must be the same.
#![no_main]

use city_atlas_fuzz::import::records;
use city_atlas_fuzz::load::{Assets, Code, Diagnostics, Embedded, load_str};
use city_atlas_fuzz::model::{Dataset, Lang};
use city_atlas_fuzz::{BASE, Edit, MAP, OneMap, SHIPPED, YEARS, edited};
use libfuzzer_sys::fuzz_target;

/// How writers put the list of figures, by which the quick way finds it, and the same with another
/// blank for the thorough way only, and as it is shown in diagnostics.
const USUAL: &str = "\n    observations: [";
const UNUSUAL: &str = "\n    observations:\u{c}[";
const SHOWN: &str = "    observations:␌[";

fn told(loaded: Result<Dataset, Diagnostics>, text: &str) -> Result<String, String> {
    let as_usual =
        |told: String| told.replace(&UNUSUAL[1..], &USUAL[1..]).replace(SHOWN, &USUAL[1..]);
    match loaded {
        Ok(data) => Ok(as_usual(records(&data).expect("CSV in memory"))),
        Err(found) => {
            let told = as_usual(found.render(text, Lang::En, false));
            let is_structure = found.iter().any(|it| it.code == Code::Syntax);
            let first = || told.split("\n\n").next().unwrap_or_default().to_owned();
            Err(if is_structure { first() } else { told })
        }
    }
}

fuzz_target!(|input: (u8, Vec<Edit>)| {
    let (base, edits) = input;
    let map: &dyn Assets = &OneMap(MAP.as_bytes());
    // The file that ships takes fifty times as long.
    let (base, assets) = match base % 16 {
        0..8 => (BASE, map),
        8..15 => (YEARS, map),
        _ => (SHIPPED, &Embedded as &dyn Assets),
    };
    let text = edited(base, &edits);
    let unusual = text.replace(USUAL, UNUSUAL);
    let load = |text: &str| load_str("fuzzed.ron", text, assets);
    let (quick, thorough) = (told(load(&text), &text), told(load(&unusual), &unusual));
    assert_eq!(quick, thorough, "{text}");
});
