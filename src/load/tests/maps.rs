//! Tiles and files of outlines.

use super::{MAP, OneMap, changed, expect, expect_with, load, wrong};
use crate::load::{Code, load_str};
use crate::model::Lang;

#[test]
fn tiles() {
    let found = wrong(
        "(region: \"east\", column: 1,",
        "¦(region: \"east\", column: 0,",
        Code::TilesCollide,
    );
    assert!(found.as_slice()[0].related.is_some());
    expect(
        &changed("region: \"east\", column: 1,", "region: ¦\"west\", column: 1,"),
        &[Code::PlacedTwice, Code::NotOnMap],
    );
    wrong("column: 1,", "column: ¦1000,", Code::TileOutOfRange);
    wrong("column: 1,", "column: ¦70000,", Code::TileOutOfRange);
    wrong(
        "Tiles(id: \"tiles\", name: (zh: \"方格\", en: \"Tiles\"), tiles: [\n            (region: \"west\", column: 0, row: 0),",
        "Tiles(id: ¦\"tiles\", name: (zh: \"方格\", en: \"Tiles\"), tiles: [",
        Code::NotOnMap,
    );
}

#[test]
fn a_map_may_show_the_parts_of_another_region_if_it_shows_all() {
    let counties = "(id: \"west\", name: (zh: \"西市\", en: \"West\"), short: (zh: \"西\", en: \"West\"), kind: City, parent: \"land\", code: \"330100\"),";
    let county = |id: &str| {
        format!(
            "(id: \"{id}\", name: (zh: \"县\", en: \"{id}\"), short: (zh: \"县\", en: \"{id}\"), kind: County, parent: \"west\"),"
        )
    };
    let with_counties = changed(counties, &[counties, &county("up"), &county("down")].concat());
    let map = |tiles: &str| {
        let layouts = "    layouts: [\n";
        let tiles =
            format!("Tiles(id: ¦\"west\", name: (zh: \"西\", en: \"West\"), tiles: [{tiles}]),");
        with_counties.replace(layouts, &format!("{layouts}{tiles}"))
    };
    let whole = map("(region: \"up\", column: 0, row: 0), (region: \"down\", column: 0, row: 1)");
    let data = load(&whole.replace('¦', "")).unwrap();
    assert_eq!(data.tile_grid().unwrap().id, "tiles", "the cities have theirs");
    let west = data.seen(None, data.region_by_id("west"));
    assert_eq!(west.tile_grid().unwrap().id, "west");
    let found = expect(&map("(region: \"up\", column: 0, row: 0)"), &[Code::NotOnMap]);
    let said = found.as_slice()[0].message(Lang::En);
    assert!(said.contains("down"), "{said}");
}

#[test]
fn files_of_outlines() {
    let with = |path: &str| changed("file: \"maps/land.geojson\"", &format!("file: ¦\"{path}\""));
    for path in [
        "/etc/passwd",
        "../land.geojson",
        "maps/../../x",
        "C:/x",
        "maps\\\\land",
        "maps//x",
        "./x",
        "maps/link.geojson",
    ] {
        expect(&with(path), &[Code::PathOutside]);
    }
    expect(&with("maps/none.geojson"), &[Code::AssetMissing]);
    expect(&with("maps/locked.geojson"), &[Code::AssetUnreadable]);
    for map in [
        "",
        "{",
        "[]",
        "{\"type\": \"Feature\"}",
        "{\"type\": \"Point\", \"coordinates\": [1, 2]}",
        "\u{0}",
    ] {
        expect_with(&with("maps/land.geojson"), map, &[Code::NotGeoJson]);
    }
}

#[track_caller]
fn wrong_map(from: &str, to: &str, codes: &[Code]) {
    assert_eq!(MAP.matches(from).count(), 1, "{from} must occur once");
    let mark = match codes[0] {
        Code::NotOnMap => changed("Outlines(id: ", "Outlines(id: ¦"),
        _ => changed("file: \"maps/land.geojson\"", "file: ¦\"maps/land.geojson\""),
    };
    expect_with(&mark, &MAP.replace(from, to), codes);
}

#[test]
fn features() {
    wrong_map("\"id\": \"east\"", "\"name\": \"east\"", &[Code::FeatureWithoutId, Code::NotOnMap]);
    wrong_map("\"id\": \"east\"", "\"id\": \"eest\"", &[Code::FeatureUnknown, Code::NotOnMap]);
    wrong_map("\"id\": \"east\"", "\"id\": \"west\"", &[Code::PlacedTwice, Code::NotOnMap]);
    wrong_map(
        "[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]",
        "[[[0, 0], [1, 0], [0, 0]]]",
        &[Code::FeatureWithoutArea],
    );
    wrong_map("[[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]", "[]", &[Code::FeatureWithoutArea]);
    wrong_map("[0, 1], [0, 0]]]", "[0, 91], [0, 0]]]", &[Code::BadCoordinates]);
    wrong_map("[0, 1], [0, 0]]]", "[-200, 1], [0, 0]]]", &[Code::BadCoordinates]);
    wrong_map("[0.5, 0.5]", "\"middle\"", &[Code::BadLabelPoint]);
    wrong_map("[0.5, 0.5]", "[0.5]", &[Code::BadLabelPoint]);
    wrong_map("[0.5, 0.5]", "[50, 50]", &[Code::BadLabelPoint]);
}

#[test]
fn a_city_without_outline() {
    let west_only = MAP.trim_end().split_once(",\n    {").unwrap().0.to_owned() + "]}";
    expect_with(&changed("Outlines(id: ", "Outlines(id: ¦"), &west_only, &[Code::NotOnMap]);
}

#[test]
fn nearest_feature_ids_are_suggested() {
    let map = MAP.replace("\"id\": \"east\"", "\"id\": \"eats\"");
    let diagnostics = load_str("base.ron", super::BASE, &OneMap(&map)).unwrap_err();
    let unknown = diagnostics.iter().find(|it| it.code == Code::FeatureUnknown).unwrap();
    assert!(unknown.help(Lang::En).contains("“east”"));
}
