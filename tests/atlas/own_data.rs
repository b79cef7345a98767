//! Own data: begun from the small example, imported from spreadsheets, dropped on the window.

use std::{fs, path::Path, process::Output};

use city_atlas::{
    app::{AtlasApp, NativeDesktop},
    files,
    model::Lang,
    state::ViewState,
};
use egui_kittest::kittest::Queryable;
use rust_xlsxwriter::{Format, Workbook};

use crate::support::{
    folder::files_in,
    program::{SETTINGS, program},
    window::show,
};

fn atlas(folder: &Path, args: &[&str]) -> Output {
    program(SETTINGS).args(args).current_dir(folder).output().unwrap()
}

#[track_caller]
fn succeeds(folder: &Path, args: &[&str]) -> (String, String) {
    let output = atlas(folder, args);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{args:?}\n{out}{err}");
    (out, err)
}

#[track_caller]
fn fails(folder: &Path, args: &[&str]) -> String {
    let output = atlas(folder, args);
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}\n{text}");
    text
}

#[test]
fn the_small_data_set_is_sound_and_replaces_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (told, warned) = succeeds(folder.path(), &["new", "mine", "--lang", "en"]);
    assert!(told.contains("city-atlas check mine"), "{told}");
    assert!(warned.is_empty(), "{warned}");
    let (checked, warned) = succeeds(folder.path(), &["check", "mine/data.ron"]);
    assert!(checked.contains("ok: 5 regions") && warned.is_empty(), "{checked}{warned}");
    let written = files_in(folder.path());
    assert_eq!(written.keys().collect::<Vec<_>>(), ["mine/data.ron", "mine/map.geojson"]);
    assert!(fails(folder.path(), &["new", "mine", "--lang", "zh"]).contains("已经存在"));
    assert_eq!(files_in(folder.path()), written);
}

/// A workbook with a title over merged headings, units in a row, and notes under the table.
fn workbook(path: &Path) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let middle = Format::new();
    sheet.merge_range(0, 0, 0, 3, "2023年浙江省残疾人就业情况", &middle).unwrap();
    sheet.merge_range(1, 0, 2, 0, "地区", &middle).unwrap();
    sheet.merge_range(1, 1, 1, 2, "就业", &middle).unwrap();
    sheet.merge_range(1, 3, 2, 3, "投入", &middle).unwrap();
    sheet.write(2, 1, "新增就业").unwrap().write(2, 2, "就业率").unwrap();
    sheet.write(3, 0, "单位").unwrap().write(3, 1, "人").unwrap();
    sheet.write(3, 2, "%").unwrap().write(3, 3, "万元").unwrap();
    sheet.write(4, 0, "全省").unwrap().write(4, 1, 900).unwrap().write(4, 3, 1200.5).unwrap();
    sheet.write(5, 0, "杭州市").unwrap().write(5, 1, "近500").unwrap();
    sheet.write(5, 2, 72.75).unwrap().write(5, 3, "—").unwrap();
    sheet.write(6, 0, "宁波市").unwrap().write(6, 1, 400).unwrap().write(6, 3, 300).unwrap();
    sheet.write(7, 0, "注：就业率为劳动年龄段。").unwrap();
    sheet.write(8, 0, "资料来源：浙江省残疾人联合会").unwrap();
    book.save(path).unwrap();
}

#[test]
fn a_workbook_becomes_a_data_file_that_passes_the_check() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    workbook(&here.join("就业.xlsx"));
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/maps/zhejiang.geojson");
    let map = map.to_str().unwrap();
    let import = ["import", "就业.xlsx", "--map", map, "-o", "my.ron", "--lang", "en"];
    let (told, notes) = succeeds(here, &import);
    assert!(told.contains("my.ron: ok: 12 regions, 3 indicators, 6 figures"), "{told}");
    assert!(notes.contains("regions in rows, indicators in columns"), "{notes}");
    assert!(notes.contains("never zero") && notes.contains("温州市"), "{notes}");
    let (checked, _) = succeeds(here, &["check", "my.ron"]);
    assert!(checked.contains("ok: 12 regions"), "{checked}");
    let (table, _) = succeeds(here, &["table", "my.ron"]);
    let row = table.lines().find(|it| it.contains("hangzhou") && it.contains("近500人"));
    assert!(row.unwrap().contains(",500,"), "{table}");
    assert!(table.contains("12005000") && table.contains("1200.5万元"), "{table}");
    let text = fs::read_to_string(here.join("my.ron")).unwrap();
    assert!(text.contains("浙江省残疾人联合会") && text.contains("就业率为劳动年龄段"));
    // It opens as any other data file, its picture can be made, and nothing is replaced unasked.
    let export = ["export", "my.ron", "--figure", "ranking", "--indicator", "touru", "-o", "a.csv"];
    succeeds(here, &export);
    assert!(fails(here, &import).contains("--force"));
    succeeds(here, &[&import[..], &["--force"]].concat());
    assert_eq!(fs::read_to_string(here.join("my.ron")).unwrap(), text);
}

#[test]
fn cells_that_cannot_be_read_are_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("t.csv"), "地区,人数（人）\n杭州市,5至10\n宁波市,3\n").unwrap();
    let told = fails(here, &["import", "t.csv", "-o", "t.ron", "--lang", "zh"]);
    assert!(told.contains("t.csv B2") && told.contains("cell-unreadable"), "{told}");
    assert!(told.contains("处理办法") && told.contains("--skip-unreadable"), "{told}");
    assert!(!here.join("t.ron").exists());
    let skip = ["import", "t.csv", "-o", "t.ron", "--lang", "en", "--skip-unreadable"];
    let (_, notes) = succeeds(here, &skip);
    assert!(notes.contains("t.csv B2"), "{notes}");
    let misuse = atlas(here, &["import", "t.csv", "-o", "x.ron", "--columns", "colour=A"]);
    assert_eq!(misuse.status.code(), Some(2));
}

#[test]
fn the_table_of_everything_is_read_back() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    let (all, _) = succeeds(here, &["table", "--what", "all"]);
    fs::write(here.join("all.csv"), &all).unwrap();
    fs::create_dir_all(here.join("assets/maps")).unwrap();
    let map = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/maps/zhejiang.geojson");
    fs::copy(map, here.join("assets/maps/zhejiang.geojson")).unwrap();
    succeeds(here, &["import", "all.csv", "-o", "back.ron"]);
    assert_eq!(succeeds(here, &["table", "back.ron", "--what", "all"]).0, all);
}

#[test]
fn the_format_is_described_in_both_languages() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(succeeds(here, &["format", "--lang", "en"]).0.contains("# How data files are written"));
    assert!(succeeds(here, &["format", "--lang", "zh"]).0.contains("# 数据文件的格式"));
}

#[test]
fn a_spreadsheet_opens_in_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("就业.xlsx");
    workbook(&path);
    let loaded = files::open(&path).unwrap_or_else(|it| panic!("{it}"));
    let state = ViewState::first(&loaded.data, Lang::Zh);
    let app = show(AtlasApp::new(loaded, state, Box::new(NativeDesktop)), [1280.0, 800.0]);
    assert!(app.query_all_by_label_contains("浙江省残疾人就业情况").next().is_some());
    assert!(app.query_all_by_label_contains("杭州市").next().is_some());
}
