//! Tests of the brief on the shipped data.

use super::{escaped, html};
use crate::{load, model::Lang};

#[test]
fn every_highlight_and_every_printed_number_stands_in_the_page() {
    let data = load::embedded().unwrap();
    let region = data.region_by_id("taizhou").unwrap();
    for lang in Lang::ALL {
        let page = html(&data, region, lang).unwrap();
        for (_, highlight) in data.highlights_of(region) {
            assert!(page.contains(&escaped(highlight.headline.get(lang))));
            assert!(page.contains(&escaped(highlight.text.get(lang))));
        }
        for (_, figure) in data.figures_of_region(region) {
            assert!(page.contains(&escaped(&figure.printed)), "{}", figure.printed);
        }
        assert!(page.contains(data.sha256()) && !data.sha256().is_empty());
    }
}

#[test]
fn the_page_is_well_formed_and_loads_and_runs_nothing() {
    let data = load::embedded().unwrap();
    let region = data.region_by_id("ningbo").unwrap();
    let page = html(&data, region, Lang::En).unwrap();
    assert_eq!(page, html(&data, region, Lang::En).unwrap(), "the same bytes twice");
    for forbidden in ["<script", "http://", "javascript:", "<link", "@import", "url("] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    let mut open: Vec<&str> = Vec::new();
    let mut levels: Vec<u32> = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("every tag is closed");
        let name = tag.split([' ', '\n']).next().unwrap();
        match name {
            "!DOCTYPE" | "meta" | "img" | "source" => {}
            _ if name.starts_with('/') => assert_eq!(open.pop(), name.get(1..)),
            _ => {
                open.push(name);
                levels.extend(name.strip_prefix('h').and_then(|it| it.parse::<u32>().ok()));
            }
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "no level is skipped");
    assert_eq!(page.matches("<img").count(), page.matches("alt=\"").count());
    assert!(!page.contains("alt=\"\""));
}

#[test]
fn words_of_the_data_cannot_become_markup() {
    let hostile = r#"<img src=x onerror="alert('1')">&amp;"#;
    let safe = escaped(hostile);
    assert!(!safe.contains(['<', '>', '"', '\'']), "{safe}");
    assert_eq!(escaped("a\u{0}\u{8}b\n"), "ab\n");
}
