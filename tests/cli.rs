//! The command line, as a process.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

fn atlas(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_city-atlas"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn export(target: &Path, args: &[&str]) -> Output {
    let target = target.to_str().unwrap();
    atlas(&[&["export", "-o", target], args].concat())
}

#[test]
fn check_sums_good_data_up_and_fails_on_bad() {
    let good = atlas(&["check"]);
    assert!(good.status.success());
    assert_eq!(stdout(&good).lines().count(), 1);
    assert!(stdout(&good).contains("ok: 12 regions"), "{}", stdout(&good));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bad.ron");
    fs::write(&path, "(format: 1, id: \"x\"").unwrap();
    let bad = atlas(&["check", path.to_str().unwrap()]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(stderr(&bad).contains("bad.ron"), "{}", stderr(&bad));
    assert!(bad.stdout.is_empty());
}

#[test]
fn the_table_holds_values_in_base_units_with_their_place() {
    let output = atlas(&["table", "--format", "csv"]);
    assert!(output.status.success());
    let mut reader = csv::Reader::from_reader(output.stdout.as_slice());
    let headers = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
    assert_eq!(
        headers,
        "region,region_zh,region_en,indicator,indicator_zh,indicator_en,theme,period,status,value,\
         unit,unit_zh,unit_en,qualifier,as_printed,source,locator,note"
    );
    let rows: Vec<Vec<String>> = reader
        .records()
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let expected = [
        ("zhejiang", "967000", "96.7万人次", "zhejiang paragraph 14"),
        ("zhejiang", "3009000000", "30.09亿元", "zhejiang paragraph 14"),
        ("huzhou", "72.75", "达72.75%", "huzhou bullet 2"),
        ("hangzhou", "100000", "近10万人次", "hangzhou bullet 5"),
        ("jinhua", "60000000", "6000余万元", "jinhua bullet 2"),
        ("lishui", "722", "722人", "lishui bullet 2"),
    ];
    for (region, value, printed, locator) in expected {
        let found = rows
            .iter()
            .any(|row| [&row[0], &row[9], &row[14], &row[16]] == [region, value, printed, locator]);
        assert!(found, "{region} {value} {printed} {locator}");
    }
    for city in ["ningbo", "shaoxing"] {
        let counted = rows.iter().filter(|row| row[0] == city && row[6] != "context");
        assert!(counted.clone().all(|row| row[10].is_empty()), "{city} reports no count");
        assert!(counted.count() > 0, "{city} reports facts");
    }
}

#[test]
fn every_item_of_every_city_stands_in_the_highlights() {
    let output = atlas(&["table", "--what", "highlights", "--format", "json"]);
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&output.stdout).unwrap();
    let bullets = [
        ("hangzhou", 5),
        ("ningbo", 3),
        ("wenzhou", 5),
        ("huzhou", 5),
        ("jiaxing", 4),
        ("shaoxing", 3),
        ("jinhua", 3),
        ("quzhou", 4),
        ("zhoushan", 2),
        ("taizhou", 5),
        ("lishui", 5),
    ];
    for (city, count) in bullets {
        for n in 1..=count {
            let locator = format!("{city} bullet {n}");
            assert!(rows.iter().any(|row| row["locator"] == locator), "{locator}");
        }
    }
    for n in 1..=18 {
        let locator = format!("zhejiang paragraph {n}");
        assert!(rows.iter().any(|row| row["locator"] == locator), "{locator}");
    }
}

#[test]
fn export_needs_no_display_and_gives_the_same_bytes_twice() {
    let folder = tempfile::tempdir().unwrap();
    let args =
        ["--figure", "ranking", "--indicator", "employment_rate", "--lang", "zh", "--scale", "2"];
    let mut pictures = Vec::new();
    for name in ["a.png", "b.png"] {
        let target = folder.path().join(name);
        let output = export(&target, &args);
        assert!(output.status.success(), "{}", stderr(&output));
        pictures.push(fs::read(target).unwrap());
    }
    assert_eq!(pictures[0], pictures[1]);
    let image = image::load_from_memory(&pictures[0]).unwrap();
    assert_eq!(image.width(), 1920, "960 points at 2 pixels a point");
}

#[test]
fn every_figure_can_be_exported_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let figures: [&[&str]; 7] = [
        &["ranking", "--indicator", "new_stable_employment"],
        &["map", "--indicator", "resident_population"],
        &["share", "--indicator", "new_stable_employment"],
        &["comparison", "--regions", "taizhou,lishui"],
        &["profile", "--regions", "ningbo"],
        &["targets"],
        &["coverage"],
    ];
    for lang in ["zh", "en"] {
        for figure in figures {
            let target = folder.path().join(format!("{}-{lang}.png", figure[0]));
            let args = [&["--lang", lang, "--scale", "1", "--figure"], figure].concat();
            let output = export(&target, &args);
            assert!(output.status.success(), "{figure:?}: {}", stderr(&output));
            assert!(image::open(target).unwrap().width() == 960);
        }
    }
}

#[test]
fn wrong_arguments_name_what_would_be_right() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.png");
    let cases: [(&[&str], &str); 6] = [
        (&["--figure", "rankin"], "ranking"),
        (&["--figure", "ranking"], "employment_rate"),
        (&["--figure", "ranking", "--indicator", "employment_rat"], "“employment_rate”"),
        (&["--figure", "comparison", "--regions", "huzhou"], "huzhou,jiaxing"),
        (&["--figure", "comparison", "--regions", "huzhou,jiaxin"], "“jiaxing”"),
        (&["--figure", "targets", "--size", "500x100"], "at least"),
    ];
    for (args, hint) in cases {
        let output = export(&target, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(hint), "{args:?}: {}", stderr(&output));
        assert!(!target.exists());
    }
    assert_eq!(atlas(&["--compare", "huzhou"]).status.code(), Some(2));
    assert_eq!(atlas(&["--tab", "nonsense"]).status.code(), Some(2));
}

#[test]
fn without_a_display_the_window_says_what_still_works() {
    let output = atlas(&["--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("city-atlas export"), "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
}

#[test]
fn the_list_of_figures_says_what_each_takes() {
    let output = atlas(&["export", "--list"]);
    let text = stdout(&output);
    assert!(text.lines().any(|line| line.starts_with("ranking") && line.contains("--indicator")));
    assert!(text.lines().any(|line| line.starts_with("comparison") && line.contains("A,B")));
}
