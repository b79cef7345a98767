//! Any bytes as a spreadsheet and, after the first NUL, as a list of regions and a map: what is
//! made of them can be read as RON, and a data set comes back from its own records the same.
#![no_main]

use city_atlas_fuzz::import::{File, Input, Options, TableLayout, import, records};
use city_atlas_fuzz::load::load_str;
use city_atlas_fuzz::{OneMap, look_through};
use libfuzzer_sys::fuzz_target;

fn input<'a>(figures: &'a [u8], regions: Option<&'a [u8]>, map: Option<&'a [u8]>) -> Input<'a> {
    let file = |name, bytes| File { name, bytes };
    Input {
        figures: file("figures.csv", figures),
        regions: regions.map(|bytes| file("regions.csv", bytes)),
        map: map.map(|bytes| file("source.geojson", bytes)),
        map_file: "map.geojson",
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, bytes)) = bytes.split_first() else { return };
    let mut parts = bytes.splitn(3, |byte| *byte == 0);
    let figures = parts.next().unwrap_or_default();
    let options = Options {
        layout: TableLayout::ALL.get(usize::from(choice % 4)).copied(),
        skips_unreadable: choice & 4 != 0,
        period: (choice & 8 != 0).then(|| "2023".to_owned()),
        ..Options::default()
    };
    let imported = match import(&input(figures, parts.next(), parts.next()), &options) {
        Ok(imported) => imported,
        Err(diagnostics) => return look_through(&diagnostics, ""),
    };
    ron::from_str::<serde::de::IgnoredAny>(&imported.text)
        .unwrap_or_else(|error| panic!("{error}\n{}", imported.text));
    let map = imported.map.clone().unwrap_or_default();
    let data = match load_str("imported.ron", &imported.text, &OneMap(&map)) {
        Ok(data) => data,
        Err(diagnostics) => return look_through(&diagnostics, &imported.text),
    };
    let written = records(&data).expect("CSV in memory");
    let again = import(&input(written.as_bytes(), None, None), &Options::default())
        .unwrap_or_else(|error| panic!("{error}\n{written}"));
    let data = load_str("again.ron", &again.text, &OneMap(&map))
        .unwrap_or_else(|error| panic!("{error}\n{}", again.text));
    assert_eq!(records(&data).expect("CSV in memory"), written);
});
