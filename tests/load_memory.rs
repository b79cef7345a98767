//! Loading takes memory in proportion to the file, whatever is in it.
//!
//! A process of its own, for its allocator counts every byte; one test, for threads would count
//! each other's.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

use std::fmt::Write;

use city_atlas::load::{AssetError, Assets, load_str};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const BASE: &str = include_str!("../src/load/tests/base.ron");
const MAP: &str = include_str!("../src/load/tests/land.geojson");
/// What is promised: so many times the bytes of the files …
const MOST_TIMES: usize = 12;
/// … and a fixed part, for the first thousand diagnostics and whatever does not grow.
const FIXED_BYTES: usize = 2 << 20;
/// Large enough that the fixed part does not hide what grows.
const FILE_BYTES: usize = 1 << 20;

struct OneMap<'a>(&'a str);

impl Assets for OneMap<'_> {
    fn read(&self, _: &str) -> Result<Vec<u8>, AssetError> {
        Ok(self.0.as_bytes().to_vec())
    }
}

/// `pattern` until the text is large.
fn many(pattern: &str) -> String {
    pattern.repeat(FILE_BYTES / pattern.len())
}

fn in_list(list: &str, elements: &str) -> String {
    let start = format!("    {list}: [\n");
    assert_eq!(BASE.matches(&start).count(), 1, "{list}");
    BASE.replace(&start, &format!("{start}{elements}"))
}

fn numbered(element: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= FILE_BYTES {
            break;
        }
        writeln!(text, "{}", element(number)).unwrap();
    }
    text
}

/// Memory at the highest while `text` is loaded, above what it began with.
fn peak_bytes(text: &str, map: &str) -> usize {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let result = load_str("hostile.ron", text, &OneMap(map));
    if let Err(diagnostics) = &result {
        assert!(diagnostics.count() > 0);
    }
    let peak = MEMORY.peak_usage();
    drop(result);
    peak.saturating_sub(before)
}

#[test]
fn no_file_takes_memory_out_of_proportion() {
    let figure = |number: usize| {
        format!(
            "(region:\"east\",indicator:\"jobs\",value:{number},printed:\"{number}\",\
             period:\"p{number}\",source:\"review\",section:\"east\",item:Bullet(1)),"
        )
    };
    let nested = format!("(format: 1, id: {}", many("("));
    let regions = numbered(|it| {
        format!(
            "(id:\"r{it}\",name:(zh:\"名\",en:\"n\"),short:(zh:\"名\",en:\"n\"),kind:City,parent:\"land\"),"
        )
    });
    let shapes = [
        ("open brackets", nested),
        ("closing brackets", format!("(format: 1){}", many(")"))),
        ("closing lists", format!("({}", many("]"))),
        ("texts without commas", format!("({}", many("\"\""))),
        ("commas", in_list("themes", &many(","))),
        ("empty elements", in_list("observations", &many("(),"))),
        ("numbers", in_list("themes", &many("1,"))),
        ("fields", format!("(format: 1, {}", numbered(|it| format!("f{it}:1,")))),
        ("line breaks", BASE.replace("id: \"base\"", &format!("{}id: \"base\"", many("\n")))),
        ("comments", format!("{}{BASE}", many("/**/"))),
        ("one long line", BASE.replace("id: \"base\"", &format!("{}id: \"BASE\"", many(" ")))),
        ("a long text", BASE.replace("用于测试。", &many("字"))),
        ("escapes", BASE.replace("用于测试。", &many("\\n"))),
        ("full-width signs", many("，")),
        ("unknown words", in_list("observations", &numbered(|it| format!("(region: \"r{it}\"),")))),
        ("many regions", in_list("regions", &regions)),
        ("many figures", in_list("observations", &numbered(figure))),
        ("nothing but NUL", many("\0")),
    ];
    let mut excess = Vec::new();
    for (name, text) in &shapes {
        let peak = peak_bytes(text, MAP);
        let most = MOST_TIMES * text.len() + FIXED_BYTES;
        println!("{name}: {} bytes, peak {peak}, {:.1} times", text.len(), times(peak, text.len()));
        if peak > most {
            excess.push(format!("{name}: {peak} of {most} bytes"));
        }
    }
    let feature = |geometry: &str, properties: &str| {
        format!(
            "{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\",\
             \"properties\":{properties},\"geometry\":{geometry}}}]}}"
        )
    };
    let polygon = |rings: &str| format!("{{\"type\":\"Polygon\",\"coordinates\":[{rings}[]]}}");
    let id = "{\"id\":\"east\"}";
    let circle = numbered(|it| {
        let angle = f64::from(u32::try_from(it).unwrap()) / 10_000.0;
        format!("[{:.4},{:.4}],", 50.0 * angle.cos(), 50.0 * angle.sin())
    });
    let maps = [
        ("short points", feature(&polygon(&format!("[{}[0,0]],", many("[1,2],"))), id)),
        ("a long ring", feature(&polygon(&format!("[{circle}[0,0]],")), id)),
        ("empty rings", feature(&polygon(&many("[],")), id)),
        ("points without numbers", feature(&polygon(&format!("[{}[0,0]],", many("[],"))), id)),
        ("properties", feature("null", &format!("{{\"id\":\"east\",\"x\":[{}0]}}", many("0,")))),
        ("features", {
            let features = many("{\"type\":\"Feature\",\"properties\":{},\"geometry\":null},");
            let features = features.trim_end_matches(',');
            format!("{{\"type\":\"FeatureCollection\",\"features\":[{features}]}}")
        }),
        ("nested arrays", many("[")),
    ];
    for (name, map) in &maps {
        let peak = peak_bytes(BASE, map);
        let most = MOST_TIMES * map.len() + FIXED_BYTES;
        println!(
            "map of {name}: {} bytes, peak {peak}, {:.1} times",
            map.len(),
            times(peak, map.len())
        );
        if peak > most {
            excess.push(format!("map of {name}: {peak} of {most} bytes"));
        }
    }
    assert!(excess.is_empty(), "{excess:#?}");
}

fn times(peak: usize, file: usize) -> f64 {
    peak as f64 / file as f64
}
