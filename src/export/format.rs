//! The formats a figure can be exported in, and the one place that chooses between them.

use std::path::Path;

use super::{
    data::{self, BYTE_ORDER_MARK, DataError},
    picture::{self, PictureError, PictureSpec},
    svg::{self, SvgError, SvgText},
    words,
};
use crate::{
    figure::{Content, marks},
    i18n::Texts,
    model::Dataset,
};

/// What a figure can be exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A picture of pixels.
    Png,
    /// A picture of shapes.
    Svg,
    /// The marks as a table.
    Csv,
    /// The marks with title, notes and source.
    Json,
    /// The figure in words.
    Txt,
}

impl Format {
    /// All formats, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Png, Self::Svg, Self::Csv, Self::Json, Self::Txt];

    /// The extension of its files, and its name on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Txt => "txt",
        }
    }

    /// Whether its files are pictures, with size and colours.
    #[must_use]
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Png | Self::Svg)
    }

    /// The pixels a point at which a picture in this format is laid out where `asked` were asked
    /// for: shapes have no pixels, and stand on those of a screen.
    #[must_use]
    pub const fn scale_ppp(self, asked: f32) -> f32 {
        match self {
            Self::Svg => 1.0,
            Self::Png | Self::Csv | Self::Json | Self::Txt => asked,
        }
    }

    /// The name for readers.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Txt => t.format_txt(),
        }
    }

    /// What it is good for, in a sentence.
    #[must_use]
    pub fn about(self, t: &Texts) -> &str {
        match self {
            Self::Png => t.format_png_about(),
            Self::Svg => t.format_svg_about(),
            Self::Csv => t.format_csv_about(),
            Self::Json => t.format_json_about(),
            Self::Txt => t.format_txt_about(),
        }
    }

    /// The format whose files have `path`'s extension, in upper or lower case; `None` for another.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.id() == extension)
    }
}

/// Why a figure cannot be exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// As a picture.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// As a table.
    #[error(transparent)]
    Data(#[from] DataError),
    /// As shapes.
    #[error(transparent)]
    Svg(#[from] SvgError),
}

/// The bytes of a file that holds `content`, which was made of `data`, in `format`. `picture` is
/// heeded by pictures only, `svg_text` by SVG only.
///
/// # Errors
/// When the figure does not fit the size asked for, or memory runs out.
pub fn figure_bytes(
    data: &Dataset,
    content: &Content,
    format: Format,
    picture: &PictureSpec,
    svg_text: SvgText,
) -> Result<Vec<u8>, ExportError> {
    Ok(match format {
        Format::Png => picture::png(content, picture)?,
        Format::Svg => {
            let scale_ppp = format.scale_ppp(picture.scale_ppp * picture.reduction);
            let at_one = PictureSpec { scale_ppp: scale_ppp / picture.reduction, ..*picture };
            svg::svg(content, &at_one, svg_text)?.into_bytes()
        }
        Format::Csv => {
            let table = data::csv(&marks(data, content))?;
            format!("{BYTE_ORDER_MARK}{table}").into_bytes()
        }
        Format::Json => data::json(content, &marks(data, content))?.into_bytes(),
        Format::Txt => words::text(content, &marks(data, content)).into_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Format;

    #[test]
    fn the_extension_says_the_format() {
        assert_eq!(Format::of_path(Path::new("a/b.PNG")), Some(Format::Png));
        assert_eq!(Format::of_path(Path::new("b.tar.csv")), Some(Format::Csv));
        assert_eq!(Format::of_path(Path::new("b.gif")), None);
        assert_eq!(Format::of_path(Path::new("png")), None);
    }
}
