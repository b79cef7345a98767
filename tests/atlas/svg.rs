//! Figures as SVG: whole, readable by any program, and the same picture as the PNG.

use std::{collections::BTreeMap, path::Path};

use city_atlas::{
    export::{
        format::{Format, figure_bytes},
        picture::{self, PictureSpec},
        plan,
        preset::{self, Preset},
        svg::SvgText,
    },
    figure::{Content, FigureKind, MarkStatus, marks, style::Theme},
    files,
    model::{Dataset, Lang},
};
use resvg::{tiny_skia, usvg};
use roxmltree::{Document, Node};

/// Figures of a kind that are looked at in a language.
const EACH_KIND: usize = 2;

fn data() -> Dataset {
    files::built_in().unwrap().data
}

/// The shipped data, and invented ones with several periods.
fn data_sets() -> [Dataset; 2] {
    let years = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/atlas/fixtures/years.ron");
    let years = files::open(&years).unwrap().data;
    let latest = years.stages().last().copied();
    [data(), years.seen(latest, None)]
}

/// Some figures of every kind that the data supports.
fn figures(data: &Dataset, lang: Lang) -> Vec<Content> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut all = plan::figures(data, lang);
    all.retain(|content| {
        let count = counts.entry(content.kind.id()).or_default();
        *count += 1;
        *count <= EACH_KIND
    });
    let is_shipped = !data.has_series();
    let possible = FigureKind::ALL.into_iter().filter(|it| it.is_for(data)).count();
    assert!(counts.len() == possible || !is_shipped, "{counts:?}");
    let over_time = [FigureKind::Trend, FigureKind::Multiples].map(FigureKind::id);
    assert!(over_time.iter().all(|it| counts.contains_key(it) != is_shipped), "{counts:?}");
    all
}

fn svg_of(data: &Dataset, content: &Content, spec: &PictureSpec, text: SvgText) -> String {
    let bytes = figure_bytes(data, content, Format::Svg, spec, text)
        .unwrap_or_else(|error| panic!("{}: {error}", content.file_stem));
    String::from_utf8(bytes).unwrap()
}

fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect()
}

fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn every_figure_names_itself_in_its_language() {
    for data in data_sets() {
        for lang in Lang::ALL {
            for content in figures(&data, lang) {
                for text in SvgText::ALL {
                    let svg = svg_of(&data, &content, &PictureSpec::default(), text);
                    let document = Document::parse(&svg).unwrap();
                    let root = document.root_element();
                    let tag = if lang == Lang::Zh { "zh-Hans" } else { "en" };
                    assert_eq!(root.attribute("lang"), Some(tag));
                    assert_eq!(root.attribute("role"), Some("img"));
                    let child = |name| root.children().find(|it| it.has_tag_name(name)).unwrap();
                    assert_eq!(text_of(child("title")), content.title);
                    assert_eq!(text_of(child("desc")), content.alt);
                    let labels = root.attribute("aria-labelledby").unwrap();
                    for name in ["title", "desc"] {
                        let id = child(name).attribute("id").unwrap();
                        assert!(labels.split(' ').any(|it| it == id));
                    }
                    let metadata = text_of(child("metadata"));
                    for known in [&content.source, data.sha256(), data.id()] {
                        assert!(metadata.contains(known), "{known} in {metadata}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_value_can_be_searched_in_text_and_heard_in_outlines() {
    for data in data_sets() {
        for lang in Lang::ALL {
            for content in figures(&data, lang) {
                let spec = PictureSpec::default();
                let svg = svg_of(&data, &content, &spec, SvgText::Text);
                let document = Document::parse(&svg).unwrap();
                let texts = document.descendants().filter(|it| it.has_tag_name("text"));
                let written: String = texts.map(|it| bare(&text_of(it))).collect();
                let outlined = svg_of(&data, &content, &spec, SvgText::Outlines);
                let document = Document::parse(&outlined).unwrap();
                assert!(!document.descendants().any(|it| it.has_tag_name("text")));
                let labels = document.descendants().filter_map(|it| it.attribute("aria-label"));
                let heard: String = labels.map(bare).collect();
                assert_eq!(written, heard, "{}", content.file_stem);
                // A coverage matrix shows by a dot that there is a value, a scatter plot or a
                // line by a point which.
                let shows_values = !matches!(
                    content.kind,
                    FigureKind::Coverage
                        | FigureKind::Scatter
                        | FigureKind::Trend
                        | FigureKind::Multiples
                );
                let shown = marks(&data, &content);
                for mark in shown.iter().filter(|it| it.status != MarkStatus::NotReported) {
                    let is_there = written.contains(&bare(&mark.shown));
                    assert!(is_there || !shows_values, "{}: {mark:?}", content.file_stem);
                }
            }
        }
    }
}

/// The numbers of path data made of absolute commands, as corners.
fn corners(path: &str) -> Vec<[f32; 2]> {
    let mut found: Vec<[f32; 2]> = Vec::new();
    let mut rest = path;
    while let Some(command) = rest.chars().next() {
        let end =
            rest[1..].find(|it: char| it.is_ascii_alphabetic()).map_or(rest.len(), |it| it + 1);
        let numbers: Vec<f32> =
            rest[1..end].split_whitespace().map(|it| it.parse().unwrap()).collect();
        let last = found.last().copied().unwrap_or_default();
        match command {
            'H' => found.push([numbers[0], last[1]]),
            'V' => found.push([last[0], numbers[0]]),
            'A' => found.push([numbers[5], numbers[6]]),
            'Z' => {}
            _ => found.extend(numbers.chunks(2).map(|it| [it[0], it[1]])),
        }
        rest = &rest[end..];
    }
    found
}

/// The corners of what `node` draws, before any clipping; texts by their ends.
fn extent(node: Node<'_, '_>) -> Vec<[f32; 2]> {
    let number = |name: &str| node.attribute(name).map_or(0.0, |it| it.parse().unwrap());
    let (x, y) = (number("x"), number("y"));
    match node.tag_name().name() {
        "rect" => vec![[x, y], [x + number("width"), y + number("height")]],
        "circle" => {
            let (cx, cy, r) = (number("cx"), number("cy"), number("r"));
            vec![[cx - r, cy - r], [cx + r, cy + r]]
        }
        "text" => vec![[x, y - number("font-size")], [x + number("textLength"), y]],
        "path" => corners(node.attribute("d").unwrap()),
        _ => Vec::new(),
    }
}

#[test]
fn nothing_reaches_over_the_edge() {
    for data in data_sets() {
        for lang in Lang::ALL {
            for content in figures(&data, lang) {
                for preset in [Preset::Screen, Preset::HalfPage] {
                    let Ok(spec) = preset::spec(&content, preset, 1.0, Theme::Light) else {
                        continue;
                    };
                    let svg = svg_of(&data, &content, &spec, SvgText::Text);
                    let document = Document::parse(&svg).unwrap();
                    let view = document.root_element().attribute("viewBox").unwrap();
                    let view: Vec<f32> = view.split(' ').map(|it| it.parse().unwrap()).collect();
                    let mut count = 0;
                    for node in document.descendants() {
                        let is_clipped = node.ancestors().any(|it| it.has_attribute("clip-path"));
                        let is_rotated = node.ancestors().any(|it| it.has_attribute("transform"));
                        if is_clipped || is_rotated {
                            continue;
                        }
                        for [x, y] in extent(node) {
                            count += 1;
                            let is_inside =
                                (0.0..=view[2]).contains(&x) && (0.0..=view[3]).contains(&y);
                            assert!(
                                is_inside,
                                "{} {preset:?}: {x} {y} of {node:?}",
                                content.file_stem
                            );
                        }
                    }
                    assert!(count > 20, "{} draws next to nothing", content.file_stem);
                }
            }
        }
    }
}

#[test]
fn a_preset_gives_an_svg_its_size() {
    let data = data();
    let all = figures(&data, Lang::En);
    let coverage = all.iter().find(|it| it.kind == FigureKind::Coverage).unwrap();
    let spec = preset::spec(coverage, Preset::FullPage, 1.0, Theme::Print).unwrap();
    let svg = svg_of(&data, coverage, &spec, SvgText::Text);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!((root.attribute("width"), root.attribute("height")), (Some("640"), Some("920")));
}

#[test]
fn equal_figures_give_equal_bytes_whatever_the_scale_of_pngs() {
    for data in data_sets() {
        for content in figures(&data, Lang::Zh) {
            for text in SvgText::ALL {
                let once = svg_of(&data, &content, &PictureSpec::default(), text);
                let spec = PictureSpec { scale_ppp: 3.0, ..PictureSpec::default() };
                assert_eq!(once, svg_of(&data, &content, &spec, text), "{}", content.file_stem);
            }
        }
    }
}

/// A channel that differs by more than this, of 255, is another colour.
const LEVELS: u8 = 25;
/// Side of the squares whose mean colours are compared, in pixels: egui puts letters on whole pixels
/// and SVG where they belong, so that single pixels of their edges differ.
const SIDE_PX: usize = 4;
/// The share of squares that may have another colour: egui draws letters on a dark ground bolder.
/// On a light ground a third of it was measured at most.
const SHARE: f64 = 0.015;

/// The mean colours of the squares of a picture, after moving it by so many pixels.
fn squares(rgba: &[u8], width: usize, shift: usize) -> Vec<[u8; 3]> {
    let moved = &rgba[4 * (shift * width + shift)..];
    let height = moved.len() / (4 * width);
    let mut means = Vec::new();
    for top in (0..height - SIDE_PX).step_by(SIDE_PX) {
        for left in (0..width - SIDE_PX).step_by(SIDE_PX) {
            means.push([0, 1, 2].map(|channel| {
                let sum: usize = (0..SIDE_PX * SIDE_PX)
                    .map(|it| (top + it / SIDE_PX) * width + left + it % SIDE_PX)
                    .map(|pixel| usize::from(moved[4 * pixel + channel]))
                    .sum();
                u8::try_from(sum / (SIDE_PX * SIDE_PX)).unwrap()
            }));
        }
    }
    means
}

/// The share of squares that differ between two pictures of one size, after moving the second one.
fn difference(a: &[u8], b: &[u8], width: usize, shift: usize) -> f64 {
    let (a, b) = (squares(a, width, 0), squares(b, width, shift));
    let differs =
        |(a, b): &(&[u8; 3], &[u8; 3])| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > LEVELS);
    a.iter().zip(&b).filter(differs).count() as f64 / a.len() as f64
}

#[test]
fn svg_and_png_are_the_same_picture() {
    for data in data_sets() {
        for (lang, theme) in
            [(Lang::Zh, Theme::Light), (Lang::En, Theme::Dark), (Lang::En, Theme::Print)]
        {
            for content in figures(&data, lang) {
                let spec = PictureSpec { scale_ppp: 1.0, theme, ..PictureSpec::default() };
                let svg = svg_of(&data, &content, &spec, SvgText::Outlines);
                let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
                let png = picture::draw(&content, &spec).unwrap();
                let mut painted = tiny_skia::Pixmap::new(png.width_px, png.height_px).unwrap();
                let size = tree.size();
                assert_eq!(size.to_int_size().width(), png.width_px, "{}", content.file_stem);
                assert_eq!(size.to_int_size().height(), png.height_px, "{}", content.file_stem);
                resvg::render(&tree, tiny_skia::Transform::identity(), &mut painted.as_mut());
                let width = png.width_px as usize;
                let share = difference(&png.rgba, painted.data(), width, 0);
                let moved = difference(&png.rgba, painted.data(), width, 2);
                let name = &content.file_stem;
                assert!(share < SHARE, "{name}: {share:.4} of the squares differ");
                // A few thin lines on a wide ground are no measure of it.
                assert!(
                    moved > 2.0 * SHARE || data.has_series(),
                    "{name}: a shift by two pixels would go unseen"
                );
            }
        }
    }
}
