//! Figures as SVG: the very shapes that the window and the PNG show, written instead of painted.
//!
//! The walker (`walk`) goes over egui's display list. A shape that it does not know is an error
//! and never left out. Texts are written as text or as outlines of the shipped fonts; either way
//! they stand where they stand in a picture of one pixel a point.

mod letters;
mod mesh;
mod paths;
mod text;
mod walk;
mod xml;

use egui::{Vec2, vec2};

use super::{
    markup::language_tag,
    picture::{self, PictureError, PictureSpec, Shapes},
};
use crate::{figure::Content, hash::sha256_hex, i18n::Texts, model::Lang};
use walk::Walker;
use xml::Element;

/// How letters are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SvgText {
    /// As text: can be searched, copied and edited; shown in the reader's fonts.
    #[default]
    Text,
    /// As outlines of the shipped fonts: looks the same everywhere.
    Outlines,
}

impl SvgText {
    /// Both ways, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Text, Self::Outlines];

    /// The name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Outlines => "outlines",
        }
    }

    /// The name for readers.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Text => t.svg_text_text(),
            Self::Outlines => t.svg_text_outlines(),
        }
    }

    /// What it is good for, in a sentence.
    #[must_use]
    pub fn about(self, t: &Texts) -> &str {
        match self {
            Self::Text => t.svg_text_text_about(),
            Self::Outlines => t.svg_text_outlines_about(),
        }
    }
}

/// Why there is no SVG.
#[derive(Debug, thiserror::Error)]
pub enum SvgError {
    /// The figure cannot be laid out.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The figure draws something that this version cannot write.
    #[error("the figure holds {what}, which cannot be written as SVG; choose PNG")]
    Unsupported {
        /// What it is.
        what: &'static str,
    },
    /// A font that came with the program is damaged.
    #[error("a font of the program cannot be read ({0}); install the program again")]
    Font(ttf_parser::FaceParsingError),
}

/// Noto Sans SC, which the program is set in, and what desktops have in its place.
const FONTS_ZH: &str = "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', \
    'Microsoft YaHei', sans-serif";
const FONTS_EN: &str = "'Noto Sans SC', 'Source Sans 3', 'Source Sans Pro', 'Noto Sans', \
    'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The figure as an SVG file. `spec` gives size and colours, and its scale the pixels on which
/// edges and letters are placed. Equal figures give equal bytes.
///
/// # Errors
/// When the figure does not fit the size asked for, or draws what SVG cannot show.
pub fn svg(content: &Content, spec: &PictureSpec, text: SvgText) -> Result<String, SvgError> {
    let layout = picture::shapes(content, spec)?;
    let hash = sha256_hex(content.file_stem.as_bytes());
    let prefix = format!("f{}", hash.get(..6).unwrap_or_default());
    let mut walker = Walker::new(content.lang, text, layout.spec.scale_ppp, prefix.clone())?;
    for shape in &layout.shapes {
        walker.add(shape)?;
    }
    let (defs, body) = walker.finish();

    let lang = language_tag(content.lang);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let (title, desc) = (format!("{prefix}t"), format!("{prefix}d"));
    let Vec2 { x: width, y: height } = shown_size(&layout, spec)?;
    let (right, bottom) = (layout.spec.width_pt, layout.spec.height_pt);
    Element::open(&mut out, "svg")
        .text("xmlns", "http://www.w3.org/2000/svg")
        .text("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .text("version", "1.1")
        .number("width", width)
        .number("height", height)
        .text("viewBox", &format!("0 0 {} {}", xml::number(right), xml::number(bottom)))
        .text("lang", lang)
        .text("xml:lang", lang)
        .text("role", "img")
        .text("aria-labelledby", &format!("{title} {desc}"))
        .children()
        .push('\n');
    Element::open(&mut out, "title").text("id", &title).holding(&content.title);
    out.push('\n');
    Element::open(&mut out, "desc").text("id", &desc).holding(&content.alt);
    out.push('\n');
    metadata(&mut out, content, lang);
    if !defs.is_empty() {
        out.push_str("<defs>\n");
        out.push_str(&defs);
        out.push_str("</defs>\n");
    }
    Element::open(&mut out, "rect")
        .number("width", right)
        .number("height", bottom)
        .fill(layout.spec.background)
        .end();
    out.push('\n');
    page(&mut out, text, content.lang);
    out.push_str(&body);
    out.push_str("</g>\n</svg>\n");
    Ok(out)
}

/// Width and height that the file asks for, in CSS pixels: what was laid out larger is shown
/// smaller.
fn shown_size(layout: &Shapes, spec: &PictureSpec) -> Result<Vec2, PictureError> {
    let [width_px, height_px] = layout.spec.size_px()?;
    Ok(vec2(width_px as f32, height_px as f32) / (spec.scale_ppp * spec.reduction))
}

/// Opens the group that holds all shapes.
fn page(out: &mut String, text: SvgText, lang: Lang) {
    let page = Element::open(out, "g");
    let page = match (text, lang) {
        (SvgText::Outlines, _) => page,
        (SvgText::Text, Lang::Zh) => page.text("font-family", FONTS_ZH),
        // In English, quotation marks and ellipses of a Chinese font shall be narrow.
        (SvgText::Text, Lang::En) => {
            page.text("font-family", FONTS_EN).text("style", "font-feature-settings:'pwid'")
        }
    };
    page.children().push('\n');
}

/// Title, source and data of the figure for programs that catalogue files, in Dublin Core.
fn metadata(out: &mut String, content: &Content, lang: &str) {
    out.push_str(
        "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:atlas=\"urn:city-atlas\">\
         <rdf:Description rdf:about=\"\">\n",
    );
    let fields = [
        ("dc:title", content.title.as_str()),
        ("dc:language", lang),
        ("dc:source", &content.source),
        ("atlas:data-set", &content.provenance.data_set),
        ("atlas:data-sha256", &content.provenance.sha256),
        ("atlas:software", concat!("City Atlas ", env!("CARGO_PKG_VERSION"))),
    ];
    for (name, value) in fields {
        Element::open(out, name).holding(value);
        out.push('\n');
    }
    out.push_str("</rdf:Description></rdf:RDF></metadata>\n");
}

#[cfg(test)]
mod tests;
