//! The few pictures that are kept: two figures, and the two views of the window in the README.
//!
//! `UPDATE_PICTURES=1 cargo test --test pictures` makes them anew; look at them before keeping them.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use crate::support::window::show;
use city_atlas::{
    analysis::Order,
    app::{AtlasApp, NativeDesktop},
    export::picture::{PictureSpec, png},
    figure::{self, FigureKind, FigureSpec, style::Theme},
    files,
    model::Lang,
    state::{Tab, ThemeChoice, ViewState},
};
use image::{
    ExtendedColorType, ImageEncoder, RgbaImage,
    codecs::png::{CompressionType, FilterType, PngEncoder},
};

/// How far a channel may differ: glyphs differ by one level between processors, blending adds one.
const LEVELS: u8 = 4;

fn compare(picture: &RgbaImage, path: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("UPDATE_PICTURES").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = std::io::BufWriter::new(fs::File::create(&path).unwrap());
        PngEncoder::new_with_quality(file, CompressionType::Best, FilterType::Adaptive)
            .write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgba8)
            .unwrap();
        return;
    }
    let kept = image::open(&path).unwrap().to_rgba8();
    assert_eq!(kept.dimensions(), picture.dimensions(), "size of {}", path.display());
    let differing = kept
        .pixels()
        .zip(picture.pixels())
        .filter(|(a, b)| a.0.iter().zip(b.0).any(|(a, b)| a.abs_diff(b) > LEVELS))
        .count();
    if differing > 0 {
        let now = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(path.file_name().unwrap());
        picture.save(&now).unwrap();
        panic!("{differing} pixels differ from {}; see {}", path.display(), now.display());
    }
}

fn window(view: impl FnOnce(&mut ViewState)) -> RgbaImage {
    let loaded = files::built_in().unwrap();
    let mut state = ViewState::first(&loaded.data, Lang::Zh);
    view(&mut state);
    let app = AtlasApp::new(loaded, state, Box::new(NativeDesktop));
    show(app, [1280.0, 800.0]).render().unwrap()
}

fn figure(
    kind: FigureKind,
    indicator: Option<&str>,
    regions: [&str; 2],
    spec: PictureSpec,
) -> RgbaImage {
    let data = files::built_in().unwrap().data;
    let regions = if kind == FigureKind::Comparison { regions.to_vec() } else { Vec::new() };
    let asked = FigureSpec {
        kind,
        indicator: indicator.and_then(|id| data.indicator_by_id(id)),
        indicator_y: None,
        regions: regions.iter().filter_map(|id| data.region_by_id(id)).collect(),
        order: Order::Value,
        is_per_residents: false,
        comparison: city_atlas::figure::comparison::CompareView::default(),
        map: figure::MapLook::default(),
        lang: if spec.theme == Theme::Dark { Lang::En } else { Lang::Zh },
    };
    let content = figure::content(&data, &asked).unwrap();
    image::load_from_memory(&png(&content, &spec).unwrap()).unwrap().to_rgba8()
}

#[test]
fn the_readmes_pictures_show_the_window_as_it_is() {
    let compared = window(|state| {
        state.theme = ThemeChoice::Light;
        state.tab = Tab::Compare;
        state.selected = Some("huzhou".into());
        state.compared = Some("jiaxing".into());
        state.indicator = Some("employment_rate".into());
    });
    compare(&compared, "assets/pictures/compare-zh-light.png");
    let plots = window(|state| {
        state.theme = ThemeChoice::Dark;
        state.lang = Lang::En;
        state.tab = Tab::Plots;
        state.selected = Some("quzhou".into());
        state.compared = Some("zhoushan".into());
        state.indicator = Some("assisted_employment_placed".into());
    });
    compare(&plots, "assets/pictures/plots-en-dark.png");
}

#[test]
fn a_ranking_keeps_its_look() {
    let spec = PictureSpec { size_pt: (600.0, None), scale_ppp: 1.0, ..PictureSpec::default() };
    let picture = figure(FigureKind::Ranking, Some("employment_rate"), ["", ""], spec);
    compare(&picture, "tests/atlas/golden/ranking-zh-light.png");
}

#[test]
fn a_comparison_keeps_its_look() {
    let size_pt = (720.0, None);
    let spec =
        PictureSpec { size_pt, scale_ppp: 1.0, theme: Theme::Dark, ..PictureSpec::default() };
    let picture = figure(FigureKind::Comparison, None, ["huzhou", "jiaxing"], spec);
    compare(&picture, "tests/atlas/golden/comparison-en-dark.png");
}
