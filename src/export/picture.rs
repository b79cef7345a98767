//! Figures as pictures: laid out by the same drawing as in the window, without one.

use std::{cell::RefCell, collections::BTreeMap};

use egui::{Context, Frame, Margin, Ui, epaint::ClippedShape};

use super::{
    offscreen::{self, OffscreenSpec, RenderError},
    png::{self, PngError},
    raster::Pixmap,
};
use crate::{
    figure::{
        self, Content, Linked, fonts,
        style::{Palette, Theme},
    },
    model::Lang,
};

/// Space around a figure in a picture, in points.
pub const MARGIN_PT: i8 = 28;
/// Width of a picture whose size was not asked for, in points.
pub const DEFAULT_WIDTH_PT: f32 = 960.0;
/// The narrowest picture, in points.
pub const LEAST_WIDTH_PT: f32 = 480.0;
/// How much a row of marks may grow to fill a tall picture, in points.
const MOST_ROW_EXTRA_PT: f32 = 40.0;

/// What a picture is to be like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PictureSpec {
    /// Width and height in points; the height may be left to the figure.
    pub size_pt: (f32, Option<f32>),
    /// Pixels a point, 1 to 4.
    pub scale_ppp: f32,
    /// Colours.
    pub theme: Theme,
    /// How many times larger than it is to appear it is laid out: more than 1 for figures that are
    /// too long for a size, less for those that leave it empty. Size and scale are the layout's.
    pub reduction: f32,
}

impl Default for PictureSpec {
    fn default() -> Self {
        Self {
            size_pt: (DEFAULT_WIDTH_PT, None),
            scale_ppp: 2.0,
            theme: Theme::Light,
            reduction: 1.0,
        }
    }
}

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The size cannot hold the figure without cutting something off.
    #[error(
        "the figure needs at least {least_width_pt} by {least_height_pt} points; \
         {width_pt} by {height_pt} were asked for"
    )]
    TooSmall {
        /// Asked for.
        width_pt: f32,
        /// Asked for.
        height_pt: f32,
        /// Needed.
        least_width_pt: f32,
        /// Needed at that width.
        least_height_pt: f32,
    },
    /// It cannot be rendered at this size.
    #[error(transparent)]
    Render(#[from] RenderError),
    /// It cannot be encoded.
    #[error(transparent)]
    Png(#[from] PngError),
}

thread_local! {
    /// A context for each language that this thread has drawn in: reading the fonts and painting
    /// their glyphs costs more than drawing a figure, and both last from one figure to the next.
    static CONTEXTS: RefCell<BTreeMap<&'static str, Context>> = const { RefCell::new(BTreeMap::new()) };
}

/// A context with the shipped fonts and nothing of the machine's, nor of an earlier figure's.
fn context(theme: Theme, lang: Lang) -> Context {
    let new = || {
        let ctx = Context::default();
        ctx.set_fonts(fonts::definitions(lang));
        ctx.all_styles_mut(|style| style.animation_time = 0.0);
        ctx
    };
    let ctx =
        CONTEXTS.with_borrow_mut(|known| known.entry(lang.code()).or_insert_with(new).clone());
    offscreen::forget_widgets(&ctx);
    ctx.set_theme(theme.base());
    ctx
}

fn page(ui: &mut Ui, content: &Content, palette: &Palette, row_extra_pt: f32) {
    Frame::new().inner_margin(Margin::same(MARGIN_PT)).show(ui, |ui| {
        // Nothing is lit up in a picture: it must say the same to every reader.
        figure::draw(ui, content, palette, &Linked::default(), row_extra_pt);
    });
}

/// The height that `content` needs at `width_pt`, in points.
///
/// # Errors
/// When the width or the scale is out of bounds.
pub fn natural_height_pt(content: &Content, spec: &PictureSpec) -> Result<f32, PictureError> {
    let ctx = context(spec.theme, content.lang);
    height_in(&ctx, content, spec)
}

fn height_in(ctx: &Context, content: &Content, spec: &PictureSpec) -> Result<f32, PictureError> {
    let palette = spec.theme.palette();
    let size = offscreen::measure(ctx, spec.size_pt.0, spec.scale_ppp, |ui| {
        page(ui, content, palette, 0.0);
    })?;
    Ok(size.y.ceil())
}

/// A picture whose size has been found to hold its figure.
struct Layout {
    ctx: Context,
    spec: OffscreenSpec,
    row_extra_pt: f32,
}

fn layout(content: &Content, spec: &PictureSpec) -> Result<Layout, PictureError> {
    let (width_pt, height_pt) = spec.size_pt;
    let ctx = context(spec.theme, content.lang);
    let palette = spec.theme.palette();
    let natural = height_in(&ctx, content, spec)?;
    let height = height_pt.unwrap_or(natural);
    if width_pt < LEAST_WIDTH_PT || height < natural {
        return Err(PictureError::TooSmall {
            width_pt,
            height_pt: height,
            least_width_pt: LEAST_WIDTH_PT,
            least_height_pt: natural,
        });
    }
    let rows = content.row_count().max(1) as f32;
    let row_extra_pt = ((height - natural) / rows).floor().clamp(0.0, MOST_ROW_EXTRA_PT);
    let spec = OffscreenSpec {
        width_pt,
        height_pt: height,
        scale_ppp: spec.scale_ppp,
        background: palette.surface,
    };
    Ok(Layout { ctx, spec, row_extra_pt })
}

/// Draws `content` without a window and without a GPU, the same bytes on every machine.
///
/// # Errors
/// When the figure does not fit the size asked for, which is said rather than cut off, or when the
/// size is out of bounds.
pub fn draw(content: &Content, spec: &PictureSpec) -> Result<Pixmap, PictureError> {
    let Layout { ctx, spec: size, row_extra_pt } = layout(content, spec)?;
    let rendered = offscreen::render(&ctx, &size, |ui| {
        page(ui, content, spec.theme.palette(), row_extra_pt);
    })?;
    Ok(rendered.pixmap)
}

/// A figure as the shapes that [`draw`] paints.
#[derive(Debug)]
pub struct Shapes {
    /// In the order of painting, over the background of `spec`.
    pub shapes: Vec<ClippedShape>,
    /// Size, scale and background.
    pub spec: OffscreenSpec,
}

/// Lays `content` out as [`draw`] does, and paints nothing.
///
/// # Errors
/// As [`draw`].
pub fn shapes(content: &Content, spec: &PictureSpec) -> Result<Shapes, PictureError> {
    let Layout { ctx, spec: size, row_extra_pt } = layout(content, spec)?;
    let shapes = offscreen::shapes(&ctx, &size, |ui| {
        page(ui, content, spec.theme.palette(), row_extra_pt);
    })?;
    Ok(Shapes { shapes, spec: size })
}

/// Draws `content` and encodes it as PNG, with title, source and description in its text chunks.
///
/// # Errors
/// As [`draw`], and when the picture cannot be encoded.
pub fn png(content: &Content, spec: &PictureSpec) -> Result<Vec<u8>, PictureError> {
    let Layout { ctx, spec: size, row_extra_pt } = layout(content, spec)?;
    let text = [
        ("Title", content.title.as_str()),
        ("Description", content.alt.as_str()),
        ("Source", content.source.as_str()),
        ("Data set", content.provenance.data_set.as_str()),
        ("Data SHA-256", content.provenance.sha256.as_str()),
        ("Software", concat!("City Atlas ", env!("CARGO_PKG_VERSION"))),
    ];
    let head = png::Head {
        size_px: size.size_px()?,
        // What was laid out larger prints at the size that was asked for.
        scale_ppp: size.scale_ppp * spec.reduction,
        is_opaque: size.background.is_opaque(),
        text: &text,
    };
    // Painted and encoded a strip at a time: the whole picture would need ten times the memory.
    png::encode_rows(&head, |rows| {
        let draw = |ui: &mut Ui| page(ui, content, spec.theme.palette(), row_extra_pt);
        offscreen::render_strips(&ctx, &size, draw, |strip| {
            rows.push(strip).map_err(PictureError::from)
        })
    })
}
