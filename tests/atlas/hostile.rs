//! A data file is not trusted: whatever it says stays words, in every file that is made of it.

use std::{fs, path::Path};

use city_atlas::files;

use crate::support::{folder::files_in, program::program};

const BASE: &str = include_str!("../../src/load/tests/base.ron");
const MAP: &str = include_str!("../../src/load/tests/land.geojson");

/// Words as an attacker would choose them, for each place that takes words.
const WORDS: [&str; 8] = [
    "<script>alert(1)</script>",
    "\\\"><img src=https://evil.example/x onerror=alert(1)>",
    "</style><style>@import url(https://evil.example/x)</style>",
    "]]></text><script xlink:href='https://evil.example/x'/>",
    "=HYPERLINK(\\\"https://evil.example/\\\")",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "&lt;b onclick=evil()&gt;&#60;i&#62;",
    "--><!--#exec cmd=\\\"x\\\"--> ${7*7} {{7*7}}",
];

/// The small data file with a hostile name for everything.
fn hostile() -> String {
    let mut at = 0;
    let parts = BASE.split_inclusive("en: \"").map(|part| {
        let word = WORDS[at % WORDS.len()];
        at += 1;
        // What follows `en: "` is replaced up to its closing quotation mark.
        part.strip_suffix("en: \"").map_or(part.to_owned(), |it| format!("{it}en: \"{word}-{at} "))
    });
    let text: String = parts.collect();
    text.replace("headline: (zh: \"首创\"", "headline: (zh: \"<svg onload=alert(1)>\"")
        .replace("(id: \"east\", name: (zh: \"东市\"", "(id: \"east\", name: (zh: \"+1<script>\"")
}

/// Everything that the program makes of the hostile file, by name.
fn made() -> std::collections::BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("maps")).unwrap();
    fs::write(folder.path().join("maps/land.geojson"), MAP).unwrap();
    let path = folder.path().join("hostile.ron");
    fs::write(&path, hostile()).unwrap();
    files::open(&path).unwrap_or_else(|error| panic!("{error}"));
    let (path, out) = (path.to_str().unwrap(), folder.path().join("out"));
    let atlas = |args: &[&str]| {
        let output = program(folder.path().join("config")).args(args).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let formats = "png,svg,csv,json";
    atlas(&["export", "--all", path, "--format", formats, "-o", out.to_str().unwrap()]);
    let mut made = files_in(&out);
    let all = atlas(&["table", path, "--what", "all"]);
    fs::write(folder.path().join("all.csv"), &all).unwrap();
    files::open(&folder.path().join("all.csv")).unwrap_or_else(|error| panic!("{error}"));
    made.insert("all.csv".to_owned(), all);
    for what in ["figures", "highlights"] {
        for format in ["csv", "json"] {
            let table = atlas(&["table", path, "--what", what, "--format", format]);
            made.insert(format!("{what}.{format}"), table);
        }
    }
    made
}

fn text<'a>(name: &str, bytes: &'a [u8]) -> &'a str {
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn hostile_words_stay_words_in_every_file() {
    let made = made();
    let mut seen = std::collections::BTreeSet::new();
    for (name, bytes) in &made {
        let ending = Path::new(name).extension().unwrap().to_str().unwrap();
        seen.insert(ending.to_owned());
        match ending {
            "html" => check_page(name, text(name, bytes)),
            "svg" => check_svg(name, text(name, bytes)),
            "csv" => check_csv(name, bytes),
            "json" => {
                let _: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            }
            "png" => check_png(name, bytes),
            _ => panic!("{name}: what is that?"),
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["csv", "html", "json", "png", "svg"]);
}

/// Every tag and attribute of a page, read as a browser reads them.
fn check_page(name: &str, page: &str) {
    use html5gum::{Token, Tokenizer};
    let mut has_hostile_words = false;
    let mut open: Vec<String> = Vec::new();
    for Ok(token) in Tokenizer::new(page) {
        match token {
            Token::StartTag(tag) => {
                let tag_name = String::from_utf8(tag.name.0).unwrap();
                let bad = ["script", "link", "iframe", "object", "embed", "base", "form", "svg"];
                assert!(!bad.contains(&tag_name.as_str()), "{name}: <{tag_name}>");
                for (key, value) in tag.attributes {
                    let key = String::from_utf8(key.0).unwrap();
                    let value = String::from_utf8(value.value.0).unwrap();
                    check_attribute(name, &key, &value);
                }
                if !["meta", "img", "source", "br", "hr", "wbr"].contains(&tag_name.as_str()) {
                    open.push(tag_name);
                }
            }
            Token::EndTag(tag) => {
                let tag_name = String::from_utf8(tag.name.0).unwrap();
                assert_eq!(open.pop(), Some(tag_name), "{name}");
            }
            Token::String(words) => {
                let words = String::from_utf8(words.value.0).unwrap();
                has_hostile_words |= words.contains("<script>") || words.contains("onerror=");
                if open.last().is_some_and(|it| it == "style") {
                    assert!(!words.contains("@import") && !words.contains("url("), "{name}");
                }
            }
            Token::Error(error) => panic!("{name}: {error:?}"),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    assert!(open.is_empty(), "{name}: {open:?}");
    assert!(has_hostile_words, "{name} lost the words");
}

fn check_attribute(name: &str, key: &str, value: &str) {
    assert!(!key.starts_with("on"), "{name}: {key}={value}");
    match key {
        "src" | "srcset" => {
            assert!(value.starts_with("data:image/png;base64,"), "{name}: {value:.60}");
        }
        "href" | "xlink:href" => {
            let is_fine = value.starts_with('#') || value == "https://example.org/review";
            assert!(is_fine, "{name}: {value}");
        }
        "style" => assert!(!value.contains("url("), "{name}: {value}"),
        "action" | "formaction" | "background" | "ping" => panic!("{name}: {key}={value}"),
        _ => {}
    }
}

fn check_svg(name: &str, svg: &str) {
    let options = roxmltree::ParsingOptions { allow_dtd: false, ..Default::default() };
    let document = roxmltree::Document::parse_with_options(svg, options)
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    for node in document.descendants() {
        assert!(!node.is_pi(), "{name}: a processing instruction");
        let bad = ["script", "foreignObject", "image", "use", "animate", "set", "a", "style"];
        let tag_name = node.tag_name().name();
        assert!(!bad.contains(&tag_name), "{name}: <{tag_name}>");
        for attribute in node.attributes() {
            check_attribute(name, attribute.name(), attribute.value());
            let value = attribute.value();
            let is_local = !value.contains("url(") || value.contains("url(#");
            assert!(is_local, "{name}: {value}");
        }
    }
}

/// No cell that a spreadsheet would work out, and every row as long as the first.
fn check_csv(name: &str, bytes: &[u8]) {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
    for record in reader.records() {
        for cell in &record.unwrap_or_else(|error| panic!("{name}: {error}")) {
            let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert!(!is_formula || cell.parse::<f64>().is_ok(), "{name}: {cell}");
        }
    }
}

/// Text chunks hold the words as they are, and nothing that ends them early.
fn check_png(name: &str, bytes: &[u8]) {
    let decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    let mut reader = decoder.read_info().unwrap_or_else(|error| panic!("{name}: {error}"));
    reader.finish().unwrap_or_else(|error| panic!("{name}: {error}"));
    let info = reader.info();
    let mut texts = Vec::new();
    for chunk in &info.utf8_text {
        texts.push((chunk.keyword.clone(), chunk.get_text().unwrap()));
    }
    for chunk in &info.compressed_latin1_text {
        texts.push((chunk.keyword.clone(), chunk.get_text().unwrap()));
    }
    for chunk in &info.uncompressed_latin1_text {
        texts.push((chunk.keyword.clone(), chunk.text.clone()));
    }
    assert!(!texts.is_empty(), "{name} says nothing of itself");
    for (keyword, text) in texts {
        let hidden = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(hidden) && !keyword.contains(hidden), "{name}: {keyword}: {text:?}");
    }
}

/// Loads the small data file with `old` replaced, which must fail.
fn refused(old: &str, new: &str) {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("maps")).unwrap();
    fs::write(folder.path().join("maps/land.geojson"), MAP).unwrap();
    assert!(BASE.contains(old), "{old}");
    let path = folder.path().join("x.ron");
    fs::write(&path, BASE.replace(old, new)).unwrap();
    assert!(files::open(&path).is_err(), "{new}");
}

#[test]
fn only_web_addresses_are_links() {
    for address in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,<script>",
        "smb://evil.example/share",
        "\\\\\\\\evil.example\\\\share",
        "https://",
        "https://good.example@evil.example/",
        "https://evil.example/\\\" onclick=\\\"x",
        "HTTPS://x y",
    ] {
        refused("https://example.org/review", address);
    }
}

#[test]
fn no_path_leads_out_of_the_folder() {
    for path in [
        "/etc/passwd",
        "../land.geojson",
        "maps/../../land.geojson",
        "C:/Windows/win.ini",
        "\\\\\\\\evil.example\\\\share\\\\x",
        "maps\\\\land.geojson",
        "file:///etc/passwd",
        "https://evil.example/x.geojson",
    ] {
        refused("file: \"maps/land.geojson\"", &format!("file: \"{path}\""));
    }
}

#[test]
fn ids_become_no_names_of_the_system() {
    let base = BASE.replace("\"east\"", "\"con\"").replace("\"west\"", "\"nul\"");
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("maps")).unwrap();
    let map = MAP.replace("\"east\"", "\"con\"").replace("\"west\"", "\"nul\"");
    fs::write(folder.path().join("maps/land.geojson"), map).unwrap();
    let path = folder.path().join("x.ron");
    fs::write(&path, base).unwrap();
    let data = files::open(&path).unwrap_or_else(|error| panic!("{error}")).data;
    let formats = city_atlas::export::format::Format::ALL;
    let jobs = city_atlas::export::plan::jobs(&data, &city_atlas::model::Lang::ALL, &formats);
    assert!(jobs.len() > 10);
    for job in jobs {
        let name = job.file.rsplit('/').next().unwrap();
        let stem = name.split('.').next().unwrap().to_ascii_lowercase();
        let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
        let is_reserved = ["con", "prn", "aux", "nul", "com", "lpt"].contains(&device);
        assert!(!is_reserved && !name.ends_with(['.', ' ']), "{name}");
        assert!(name.len() < 200 && name.is_ascii(), "{name}");
    }
    for (old, new) in
        [("\"west\"", "\"../west\""), ("\"west\"", "\"we.st\""), ("\"west\"", "\"WEST\"")]
    {
        refused(old, new);
    }
}
