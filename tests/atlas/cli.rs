//! The command line, as a process.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use crate::support::{
    folder::files_in,
    program::{SETTINGS, program},
};

const BASE: &str = include_str!("../../src/load/tests/base.ron");
const MAP: &str = include_str!("../../src/load/tests/land.geojson");

fn atlas(args: &[&str]) -> Output {
    program(SETTINGS).args(args).output().unwrap()
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
    let small = folder.path().join("base.ron");
    fs::create_dir(folder.path().join("maps")).unwrap();
    fs::write(folder.path().join("maps/land.geojson"), MAP).unwrap();
    fs::write(&small, BASE).unwrap();
    let small = stdout(&atlas(&["check", small.to_str().unwrap()]));
    assert!(small.contains("7 figures, 1 highlight, 1 source, 2 periods"), "{small}");

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
    let figures: [&[&str]; 8] = [
        &["ranking", "--indicator", "new_stable_employment"],
        &["map", "--indicator", "resident_population"],
        &["scatter", "--indicator", "resident_population", "--indicator-y", "land_area"],
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
    let cases: [(&[&str], &str); 10] = [
        (&["--figure", "rankin"], "ranking"),
        (&["--figure", "ranking"], "employment_rate"),
        (&["--figure", "ranking", "--indicator", "employment_rat"], "“employment_rate”"),
        (&["--figure", "comparison", "--regions", "huzhou"], "huzhou,jiaxing"),
        (&["--figure", "comparison", "--regions", "huzhou,jiaxin"], "“jiaxing”"),
        (&["--figure", "targets", "--size", "500x100"], "at least"),
        (&["--figure", "scatter", "--indicator", "land_area"], "resident_population"),
        (&["--figure", "scatter", "--indicator", "employment_rate"], "“Land area”"),
        (
            &["--figure", "scatter", "--indicator", "land_area", "--indicator-y", "land_are"],
            "“land_area”",
        ),
        (&["--figure", "targets", "--indicator-y", "land_area"], "takes no --indicator-y"),
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
    let takes_two = |line: &str| line.contains("--indicator ID --indicator-y ID");
    assert!(text.lines().any(|line| line.starts_with("scatter") && takes_two(line)));
}

fn export_all(folder: &Path, more: &[&str]) -> Output {
    let all = ["--all", "--lang", "en", "--format", "csv,json,txt"];
    export(folder, &[&all, more].concat())
}

#[test]
fn a_batch_writes_everything_once_and_lists_it() {
    let folder = tempfile::tempdir().unwrap();
    let first = export_all(folder.path(), &[]);
    assert!(first.status.success(), "{}", stderr(&first));
    let before = files_in(folder.path());
    let manifest: serde_json::Value = serde_json::from_slice(&before["manifest.json"]).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, before.len(), "the manifest lists every file but itself");
    for entry in listed {
        let bytes = &before[entry["file"].as_str().unwrap()];
        assert_eq!(entry["sha256"], city_atlas::hash::sha256_hex(bytes));
        for field in ["figure", "language", "title", "alt"] {
            assert!(!entry[field].as_str().unwrap().is_empty(), "{field} of {entry}");
        }
    }
    assert!(before.keys().filter(|name| name.starts_with("briefs/")).count() == 11);

    let again = export_all(folder.path(), &[]);
    assert!(stdout(&again).contains(" 0 written"), "{}", stdout(&again));
    assert_eq!(files_in(folder.path()), before);

    // Without its manifest the batch finds out that all is as it should be.
    fs::remove_file(folder.path().join("manifest.json")).unwrap();
    let adopted = export_all(folder.path(), &[]);
    assert!(stdout(&adopted).contains(" 0 written"), "{}", stdout(&adopted));
    assert_eq!(files_in(folder.path()), before);
}

#[test]
fn a_batch_mends_what_is_missing_and_spares_what_was_changed() {
    let folder = tempfile::tempdir().unwrap();
    assert!(export_all(folder.path(), &[]).status.success());
    let before = files_in(folder.path());
    let missing = folder.path().join("figures/targets_2023_en.csv");
    let changed = folder.path().join("figures/coverage_2023_en.txt");
    fs::remove_file(&missing).unwrap();
    fs::write(&changed, "my own words").unwrap();
    let output = export_all(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains(" 1 written"), "{}", stdout(&output));
    assert!(stderr(&output).contains("coverage_2023_en.txt"), "{}", stderr(&output));
    assert_eq!(fs::read(&changed).unwrap(), b"my own words");
    assert!(missing.exists());
    let replaced = export_all(folder.path(), &["--overwrite"]);
    assert!(replaced.status.success(), "{}", stderr(&replaced));
    assert_eq!(files_in(folder.path()), before);
}

#[test]
fn every_value_of_every_table_is_the_data_sets() {
    let folder = tempfile::tempdir().unwrap();
    assert!(export_all(folder.path(), &[]).status.success());
    let data = city_atlas::files::built_in().unwrap().data;
    let (mut reported, mut missing) = (0, 0);
    let files = files_in(folder.path());
    let is_table = |name: &str| Path::new(name).extension().is_some_and(|it| it == "csv");
    for (name, bytes) in files.iter().filter(|(name, _)| is_table(name)) {
        let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headers = reader.headers().unwrap().clone();
        let at = |column: &str| headers.iter().position(|it| it == column).unwrap();
        for row in reader.records().map(Result::unwrap) {
            let cell = |column: &str| &row[at(column)];
            let region = data.region_by_id(cell("region"));
            let indicator = data.indicator_by_id(cell("indicator"));
            let (Some(region), Some(indicator)) = (region, indicator) else { continue };
            let figure = data.figure(region, indicator).map(|(_, figure)| figure);
            if cell("status") == "not_reported" {
                assert!(figure.is_none() && cell("value").is_empty(), "{name}: {row:?}");
                missing += 1;
            } else {
                let figure = figure.unwrap();
                let value = figure.number().map_or(String::new(), |it| it.to_string());
                assert_eq!(cell("value"), value, "{name}: {row:?}");
                assert_eq!(cell("as_printed"), figure.printed, "{name}");
                assert_eq!(cell("qualifier"), figure.qualifier.id(), "{name}");
                assert_eq!(cell("locator"), figure.locator.code(), "{name}");
                reported += 1;
            }
        }
    }
    assert!(reported > 500 && missing > 500, "{reported} {missing}");
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let kinds = city_atlas::figure::FigureKind::ALL.into_iter();
    for kind in kinds.filter(|it| it.is_for(&data)) {
        let is_its_table = |entry: &serde_json::Value| {
            entry["figure"] == kind.id() && is_table(entry["file"].as_str().unwrap())
        };
        let listed = manifest["files"].as_array().unwrap();
        assert!(listed.iter().any(is_its_table), "no table of a {}", kind.id());
    }
}

#[test]
fn the_extension_chooses_the_format_of_one_figure() {
    let folder = tempfile::tempdir().unwrap();
    for (name, start) in [("a.csv", "\u{feff}role,"), ("a.JSON", "{"), ("a.txt", "Zhejiang")] {
        let target = folder.path().join(name);
        let output = export(&target, &["--figure", "targets", "--lang", "en"]);
        assert!(output.status.success(), "{name}: {}", stderr(&output));
        assert!(fs::read_to_string(target).unwrap().starts_with(start), "{name}");
    }
    let output = export(&folder.path().join("a.gif"), &["--figure", "targets"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains(".csv"), "{}", stderr(&output));
    let output = export(&folder.path().join("a.csv"), &["--figure", "targets", "--lang", "both"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn an_svg_holds_text_or_outlines_as_asked() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.svg");
    let figure = ["--figure", "targets", "--lang", "zh"];
    assert!(export(&target, &figure).status.success());
    let text = fs::read_to_string(&target).unwrap();
    assert!(text.contains("<text") && text.contains("xml:lang=\"zh-Hans\""));
    let output = export(&target, &[&figure[..], &["--svg-text", "outlines"]].concat());
    assert!(output.status.success(), "{}", stderr(&output));
    let outlines = fs::read_to_string(&target).unwrap();
    assert!(!outlines.contains("<text") && outlines.contains("<use "));
    let output = export(&target, &[&figure[..], &["--svg-text", "paths"]].concat());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("outlines"), "{}", stderr(&output));
}

#[test]
fn a_batch_of_svgs_is_made_again_when_the_lettering_changes() {
    let folder = tempfile::tempdir().unwrap();
    let all = |more: &[&str]| {
        let all = ["--all", "--lang", "en", "--format", "svg"];
        let output = export(folder.path(), &[&all, more].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    all(&[]);
    let before = files_in(folder.path());
    assert!(all(&["--scale", "3"]).contains(" 0 written"), "shapes have no scale");
    all(&["--svg-text", "outlines"]);
    for (name, bytes) in files_in(folder.path()) {
        let is_picture = Path::new(&name).extension().is_some_and(|it| it == "svg");
        assert_eq!(before[&name] != bytes, is_picture || name == "manifest.json", "{name}");
    }
}

#[test]
fn a_picture_says_which_data_it_was_made_of() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("a.png");
    assert!(export(&target, &["--figure", "targets", "--scale", "1"]).status.success());
    let bytes = fs::read(target).unwrap();
    let hash = city_atlas::hash::sha256_hex(include_bytes!("../../data.ron"));
    assert!(bytes.windows(hash.len()).any(|it| it == hash.as_bytes()));
}

#[test]
fn a_brief_is_one_page_and_wrong_names_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("huzhou.html");
    let path = target.to_str().unwrap();
    let output = atlas(&["brief", "huzhou", "--lang", "zh", "-o", path]);
    assert!(output.status.success(), "{}", stderr(&output));
    let page = fs::read_to_string(&target).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("lang=\"zh-Hans\""));
    assert!(page.contains("达72.75%"));
    let output = atlas(&["brief", "huzhu", "-o", path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("huzhou"), "{}", stderr(&output));
    assert_eq!(atlas(&["brief", "huzhou", "-o", "a.pdf"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn an_interrupted_batch_leaves_whole_files_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program(SETTINGS)
        .args(["export", "--all", "--lang", "en", "--format", "png,csv", "-o"])
        .arg(folder.path())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let some = || fs::read_dir(folder.path().join("figures")).map_or(0, Iterator::count) > 3;
    while !some() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let status = child.wait().unwrap();
    assert_eq!(status.code(), Some(1), "it says that it was stopped");
    let files = files_in(folder.path());
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len() + 1, files.len(), "no file that is half or not listed");
    for entry in listed {
        let bytes = &files[entry["file"].as_str().unwrap()];
        assert_eq!(entry["sha256"], city_atlas::hash::sha256_hex(bytes));
    }
}

#[test]
fn maps_are_exported_as_tiles_or_outlines() {
    let folder = tempfile::tempdir().unwrap();
    let map = ["--figure", "map", "--indicator", "land_area", "--scale", "1", "--lang", "en"];
    let pictures = ["tiles", "outlines"].map(|kind| {
        let path = folder.path().join(format!("{kind}.png"));
        let output = export(&path, &[map.as_slice(), &["--map", kind]].concat());
        assert!(output.status.success(), "{}", stderr(&output));
        fs::read(&path).unwrap()
    });
    assert_ne!(pictures[0], pictures[1]);
    // What outlines are not good for is said on the figure itself.
    let words = folder.path().join("outlines.txt");
    assert!(export(&words, &[map.as_slice(), &["--map", "outlines"]].concat()).status.success());
    assert!(fs::read_to_string(&words).unwrap().contains("Schematic"));
    let wrong = folder.path().join("wrong.png");
    let output = export(&wrong, &[map.as_slice(), &["--map", "globe"]].concat());
    assert!(stderr(&output).contains("tiles, outlines"), "{}", stderr(&output));
    let output = export(&wrong, &["--figure", "targets", "--map", "outlines"]);
    assert!(stderr(&output).contains("takes no --map"), "{}", stderr(&output));
}
