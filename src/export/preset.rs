//! Sizes that pictures are asked for in: on a screen, on a slide, on a page.

use crate::{
    export::picture::{self, PictureError, PictureSpec},
    figure::{Content, style::Theme},
    i18n::Texts,
};

/// A size by its use. Points are 1/96 inch, so that a page's width is that of its text on A4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// 960 points wide, as high as the figure needs.
    #[default]
    Screen,
    /// A 16:9 slide, 1280 × 720 points.
    Slide,
    /// Half an A4 page, 640 × 440 points.
    HalfPage,
    /// A full A4 page, 640 × 920 points.
    FullPage,
    /// 800 × 800 points.
    Square,
}

impl Preset {
    /// All presets, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::Screen, Self::Slide, Self::HalfPage, Self::FullPage, Self::Square];

    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Screen => "screen",
            Self::Slide => "slide",
            Self::HalfPage => "half-page",
            Self::FullPage => "full-page",
            Self::Square => "square",
        }
    }

    /// The name for readers.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Screen => t.preset_screen(),
            Self::Slide => t.preset_slide(),
            Self::HalfPage => t.preset_half_page(),
            Self::FullPage => t.preset_full_page(),
            Self::Square => t.preset_square(),
        }
    }

    /// Width and height in points; the screen leaves the height to the figure.
    #[must_use]
    pub const fn size_pt(self) -> (f32, Option<f32>) {
        match self {
            Self::Screen => (picture::DEFAULT_WIDTH_PT, None),
            Self::Slide => (1280.0, Some(720.0)),
            Self::HalfPage => (640.0, Some(440.0)),
            Self::FullPage => (640.0, Some(920.0)),
            Self::Square => (800.0, Some(800.0)),
        }
    }

    /// How far a short figure is enlarged: a slide is read from the back of a room and a square on a
    /// telephone, while a page has the sizes of its own text.
    const fn least_reduction(self) -> f32 {
        match self {
            Self::Slide => 0.6,
            Self::Square => 0.7,
            Self::Screen | Self::HalfPage | Self::FullPage => 1.0,
        }
    }
}

/// A long figure may be laid out on up to this many times the preset's width, and so appear smaller:
/// so far that 12-point text is printed in 5 points, the least that journals take.
const MOST_REDUCTION: f32 = 2.4;

/// The specification for `content` in `preset` at `scale_ppp` pixels a preset point.
///
/// A figure that is too long for the preset is laid out larger and reduced, and one that leaves room
/// on a slide or a square is laid out smaller and enlarged, so that the picture has the preset's
/// pixels and nothing is cut off.
///
/// # Errors
/// When the figure would have to be reduced until its text is smaller than 5 points, or the scale is out of bounds.
pub fn spec(
    content: &Content,
    preset: Preset,
    scale_ppp: f32,
    theme: Theme,
) -> Result<PictureSpec, PictureError> {
    let (width_pt, height_pt) = preset.size_pt();
    let whole = PictureSpec { size_pt: (width_pt, height_pt), scale_ppp, theme, reduction: 1.0 };
    let Some(height_pt) = height_pt else { return Ok(whole) };
    let mut reduction = preset.least_reduction();
    while reduction <= MOST_REDUCTION {
        let scale = scale_ppp / reduction;
        // A hair less than whole pixels: sizes are rounded up.
        let inside = |points: f32| (points * scale_ppp - 0.01) / scale;
        let (width, height) = (inside(width_pt), inside(height_pt));
        let size_pt = (width, Some(height));
        let tried = PictureSpec { size_pt, scale_ppp: scale, theme, reduction };
        if picture::natural_height_pt(content, &tried)? <= height {
            return Ok(tried);
        }
        reduction *= 1.06;
    }
    Err(PictureError::TooSmall {
        width_pt,
        height_pt,
        least_width_pt: picture::LEAST_WIDTH_PT,
        least_height_pt: picture::natural_height_pt(content, &whole)? / MOST_REDUCTION,
    })
}

#[cfg(test)]
mod tests {
    use super::{Preset, spec};
    use crate::{
        analysis::{Order, fixture},
        export::picture,
        figure::{self, FigureKind, FigureSpec, style::Theme},
        model::Lang,
    };

    #[test]
    fn every_preset_gives_exactly_its_pixels() {
        let data = fixture::dataset();
        for kind in [FigureKind::Comparison, FigureKind::Coverage] {
            let regions = if kind == FigureKind::Comparison {
                vec![fixture::A, fixture::B]
            } else {
                Vec::new()
            };
            let asked = FigureSpec {
                kind,
                indicator: None,
                indicator_y: None,
                regions,
                order: Order::Value,
                is_per_residents: false,
                comparison: crate::figure::comparison::CompareView::default(),
                map: crate::figure::MapLook::default(),
                lang: Lang::En,
            };
            let content = figure::content(&data, &asked).unwrap();
            for preset in Preset::ALL {
                let spec = spec(&content, preset, 1.0, Theme::Light).unwrap();
                let bytes = picture::png(&content, &spec).unwrap();
                let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
                // At one pixel a point it prints with 96 pixels to the inch.
                assert_eq!(reader.info().pixel_dims.unwrap().xppu, 3780, "{preset:?}");
                let pixmap = picture::draw(&content, &spec).unwrap();
                let (width, height) = preset.size_pt();
                assert_eq!(pixmap.width_px, width as u32, "{preset:?}");
                if let Some(height) = height {
                    assert_eq!(pixmap.height_px, height as u32, "{preset:?}");
                }
            }
        }
    }
}
