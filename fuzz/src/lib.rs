//! The rooms under test, taken from the program by path.
//!
//! None of them opens a window, so a target needs a few dozen crates to be instrumented instead of
//! three hundred.

#[path = "../../src/analysis/mod.rs"]
pub mod analysis;
#[path = "../../src/figure/mod.rs"]
pub mod figure;
#[path = "../../src/hash.rs"]
pub mod hash;
#[path = "../../src/i18n/mod.rs"]
pub mod i18n;
#[path = "../../src/import/mod.rs"]
pub mod import;
#[path = "../../src/load/mod.rs"]
pub mod load;
#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/sound/mod.rs"]
pub mod sound;
#[path = "../../src/state/mod.rs"]
pub mod state;

mod edit;

use std::sync::LazyLock;

pub use edit::{Edit, edited};
use load::{AssetError, Assets, Diagnostics, load_str};
use model::{Dataset, Lang};

/// A small data file without a mistake, and its map.
pub const BASE: &str = include_str!("../../src/load/tests/base.ron");
/// The map of [`BASE`].
pub const MAP: &str = include_str!("../../src/load/tests/land.geojson");

/// Several periods and three levels of regions.
pub const YEARS: &str = include_str!("../../tests/atlas/fixtures/years.ron");
/// The data file that ships.
pub const SHIPPED: &str = include_str!("../../data.ron");

/// The data set of [`BASE`].
pub static DATA: LazyLock<Dataset> = LazyLock::new(|| sound("base.ron", BASE));
/// The data set of [`YEARS`].
pub static YEARS_DATA: LazyLock<Dataset> = LazyLock::new(|| sound("years.ron", YEARS));

fn sound(name: &str, text: &str) -> Dataset {
    load_str(name, text, &OneMap(MAP.as_bytes())).unwrap_or_else(|error| panic!("{error}"))
}

/// The same bytes for whatever file a data file names.
pub struct OneMap<'a>(pub &'a [u8]);

impl Assets for OneMap<'_> {
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError> {
        assert!(!relative_path.starts_with('/') && !relative_path.contains(".."));
        Ok(self.0.to_vec())
    }
}

/// Loads `text` with `map` and checks what every load promises: a data set, or at least one
/// diagnostic, each at a place in the text, in order, in words of both languages.
pub fn exercise(text: &str, map: &[u8]) {
    match load_str("fuzzed.ron", text, &OneMap(map)) {
        Ok(data) => look_at(&data),
        Err(diagnostics) => look_through(&diagnostics, text),
    }
}

/// Looks at `data` through every window that it has.
fn look_at(data: &Dataset) {
    for period in data.stages().iter().copied().map(Some).chain([None]) {
        for root in 0..data.regions().len() {
            let seen = data.seen(period, Some(root.into()));
            for (_, figure) in seen.figures_of_region(seen.root()) {
                assert!(!figure.printed.chars().any(char::is_control));
            }
        }
    }
    for (indicator, _) in data.indicators() {
        for line in analysis::trend(data, indicator).all() {
            assert!(!line.points.is_empty());
        }
    }
    let _ = analysis::excesses(data);
}

/// Checks what is promised of every list of mistakes in `text`.
pub fn look_through(diagnostics: &Diagnostics, text: &str) {
    assert!(diagnostics.count() > 0);
    let starts: Vec<usize> = diagnostics.iter().map(|it| it.span.start).collect();
    assert!(starts.is_sorted());
    assert!(starts.iter().all(|start| *start <= text.len()));
    for lang in Lang::ALL {
        assert!(!diagnostics.render(text, lang, false).is_empty());
    }
}
