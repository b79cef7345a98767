//! The pictures of a brief, inside the page, in light and dark.

use std::{cmp::Reverse, fmt::Write};

use crate::{
    analysis::Order,
    export::{
        base64,
        format::ExportError,
        markup::escaped,
        picture::{self, PictureSpec},
    },
    figure::{self, Content, FigureKind, FigureSpec, style::Theme},
    i18n::Texts,
    model::{Dataset, IndicatorIx, Measure, RegionIx},
};

/// More rankings than this make a page heavy; the rest is in its tables.
const MOST_RANKINGS: usize = 3;
/// The same for shares.
const MOST_SHARES: usize = 3;

/// The theme profile, rankings of what the region and others report, and shares that name it.
pub(super) fn section(data: &Dataset, region: RegionIx, t: &Texts) -> Result<String, ExportError> {
    let spec = |kind, indicator, regions| FigureSpec {
        kind,
        indicator,
        indicator_y: None,
        regions,
        order: Order::Value,
        is_per_residents: false,
        comparison: crate::figure::comparison::CompareView::default(),
        map: crate::figure::MapLook::default(),
        lang: t.lang(),
    };
    let mut specs = vec![spec(FigureKind::Profile, None, vec![region])];
    let rankings = shared(data, region).into_iter().take(MOST_RANKINGS);
    specs.extend(rankings.map(|it| spec(FigureKind::Ranking, Some(it), Vec::new())));
    let shares = shares(data, region).into_iter().take(MOST_SHARES);
    specs.extend(shares.map(|it| spec(FigureKind::Share, Some(it), Vec::new())));
    let mut body = String::new();
    for content in specs.iter().filter_map(|spec| figure::content(data, spec).ok()) {
        body.push_str(&embedded(&content)?);
    }
    Ok(super::section("pictures", t.brief_pictures_heading(), &body))
}

/// Numbers that the region and at least one other city report, the best reported first.
fn shared(data: &Dataset, region: RegionIx) -> Vec<IndicatorIx> {
    let mut found: Vec<IndicatorIx> = data
        .indicators()
        .filter(|(ix, it)| {
            let is_context = data.theme(it.theme).is_some_and(|theme| theme.is_context);
            !is_context
                && matches!(it.measure, Measure::Quantity(_))
                && data.figure(region, *ix).is_some()
                && data.reporting_cities(*ix) > 1
        })
        .map(|(ix, _)| ix)
        .collect();
    found.sort_by_key(|ix| Reverse(data.reporting_cities(*ix)));
    found
}

/// Indicators of which the region's figure is a part of the whole's.
fn shares(data: &Dataset, region: RegionIx) -> Vec<IndicatorIx> {
    data.figures_of_region(region)
        .filter_map(|(_, figure)| data.observation(figure.part_of?))
        .map(|whole| whole.indicator)
        .collect()
}

fn embedded(content: &Content) -> Result<String, ExportError> {
    let drawn = |theme| picture::png(content, &PictureSpec { theme, ..PictureSpec::default() });
    let (light, dark) = (drawn(Theme::Light)?, drawn(Theme::Dark)?);
    let (width_px, height_px) = size_px(&light);
    let scale = PictureSpec::default().scale_ppp as u32;
    let mut out = String::from("<figure>\n<picture>\n");
    let _ = write!(
        out,
        "<source media=\"screen and (prefers-color-scheme: dark)\" \
         srcset=\"data:image/png;base64,{}\">\n\
         <img width=\"{}\" height=\"{}\" alt=\"{}\" src=\"data:image/png;base64,{}\">\n\
         </picture>\n<figcaption>{}</figcaption>\n</figure>\n",
        base64::encode(&dark),
        width_px / scale,
        height_px / scale,
        escaped(&content.alt),
        base64::encode(&light),
        escaped(&content.takeaway),
    );
    Ok(out)
}

/// Width and height as the header of a PNG file says them (bytes 16 to 23).
fn size_px(png: &[u8]) -> (u32, u32) {
    let number = |from: usize| {
        let bytes = png.get(from..from + 4).and_then(|it| it.try_into().ok());
        bytes.map_or(0, u32::from_be_bytes)
    };
    (number(16), number(20))
}
