//! Writes pictures as PNG.
//!
//! Equal pictures and texts give equal bytes: the settings are fixed and no time is recorded.

use std::io::Write;

use png::text_metadata::ITXtChunk;
use png::{
    BitDepth, ColorType, DeflateCompression, Encoder, EncodingError, Filter, PixelDimensions,
    SrgbRenderingIntent, StreamWriter, Unit,
};

use super::raster::Pixmap;

/// An egui point is taken as a CSS pixel, of which there are 96 to an inch.
pub const POINTS_PER_INCH: f64 = 96.0;

const METRES_PER_INCH: f64 = 0.0254;

/// On a page of charts of 1600 by 1000 pixels this makes 294 kB in 5 ms. The encoder's special fast
/// mode needs 3.5 ms but makes 1.3 MB, and its default 247 kB in 27 ms.
pub const COMPRESSION: DeflateCompression = DeflateCompression::Level(1);
/// How rows are prepared for compression, unless they repeat the one above.
pub const FILTER: Filter = Filter::Adaptive;

/// Why a picture cannot be written as PNG.
#[derive(Debug, thiserror::Error)]
pub enum PngError {
    /// The picture's bytes do not fit its width and height, or it has none.
    #[error(
        "the picture of {width_px} by {height_px} pixels holds {bytes} bytes; \
         give it four bytes a pixel and at least one pixel"
    )]
    Size {
        /// Width in pixels.
        width_px: u32,
        /// Height in pixels.
        height_px: u32,
        /// The bytes the picture holds.
        bytes: usize,
    },
    /// A text cannot be stored.
    #[error(
        "the text under the keyword \u{201c}{}\u{201d} cannot be stored in a PNG file; \
         keywords are 1 to 79 printable Latin letters, signs and single spaces, \
         and texts hold no zero character",
        keyword.escape_debug()
    )]
    Text {
        /// The keyword as given.
        keyword: String,
    },
    /// The encoder failed, for want of memory or because the picture exceeds the format.
    #[error("the picture cannot be written as PNG: {source}; try a smaller size or scale")]
    Encoder {
        /// What the encoder reports.
        #[from]
        source: EncodingError,
    },
}

/// What must be known of a picture before its rows.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// Width and height in pixels.
    pub size_px: [u32; 2],
    /// Pixels per egui point, from which the printed size follows.
    pub scale_ppp: f32,
    /// Whether no pixel lets anything shine through.
    pub is_opaque: bool,
    /// (keyword, text) pairs in the order given. Customary keywords are `Title`, `Description`,
    /// `Source`, `Author` and `Copyright`.
    pub text: &'a [(&'a str, &'a str)],
}

/// Encodes a picture as PNG, with `text` as (keyword, text) pairs in the order given.
///
/// Opaque pictures are stored as 8-bit RGB, others as 8-bit RGBA. The file says that its colours
/// are sRGB and how large it prints: [`POINTS_PER_INCH`] times the picture's scale.
///
/// # Errors
///
/// When the picture holds too few or too many bytes, a text does not fit the format, or memory runs
/// out.
pub fn encode(pixmap: &Pixmap, text: &[(&str, &str)]) -> Result<Vec<u8>, PngError> {
    let head = Head {
        size_px: [pixmap.width_px, pixmap.height_px],
        scale_ppp: pixmap.scale_ppp,
        is_opaque: pixmap.is_opaque(),
        text,
    };
    encode_rows(&head, |rows| rows.push(&pixmap.rgba))
}

/// Encodes a picture of which `give` gives the rows from the top, some at a time.
///
/// # Errors
///
/// As [`encode`], and when `give` fails, with its error.
pub fn encode_rows<E: From<PngError>>(
    head: &Head<'_>,
    give: impl FnOnce(&mut Rows<'_, '_>) -> Result<(), E>,
) -> Result<Vec<u8>, E> {
    let mut file = Vec::new();
    let mut writer = encoder(head, &mut file)?.write_header().map_err(PngError::from)?;
    for (keyword, text) in head.text {
        writer.write_text_chunk(&ITXtChunk::new(*keyword, *text)).map_err(PngError::from)?;
    }
    let mut rows = Rows::new(head, writer.stream_writer().map_err(PngError::from)?);
    give(&mut rows)?;
    rows.finish()?;
    writer.finish().map_err(PngError::from)?;
    Ok(file)
}

fn encoder<'a>(
    head: &Head<'_>,
    file: &'a mut Vec<u8>,
) -> Result<Encoder<'static, &'a mut Vec<u8>>, PngError> {
    let [width_px, height_px] = head.size_px;
    if width_px == 0 || height_px == 0 {
        return Err(PngError::Size { width_px, height_px, bytes: 0 });
    }
    if let Some((keyword, _)) = head.text.iter().find(|(keyword, text)| !fits(keyword, text)) {
        return Err(PngError::Text { keyword: (*keyword).to_owned() });
    }
    let mut encoder = Encoder::new(file, width_px, height_px);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    encoder.set_pixel_dims(pixel_dimensions(head.scale_ppp));
    encoder.set_deflate_compression(COMPRESSION);
    encoder.set_color(if head.is_opaque { ColorType::Rgb } else { ColorType::Rgba });
    Ok(encoder)
}

/// Takes the rows of a picture that is being encoded.
pub struct Rows<'writer, 'file> {
    stream: StreamWriter<'writer, &'file mut Vec<u8>>,
    size_px: [u32; 2],
    is_opaque: bool,
    /// The row given last, as given.
    last: Vec<u8>,
    /// The same without alpha, for opaque pictures.
    last_rgb: Vec<u8>,
    taken_bytes: usize,
}

impl<'writer, 'file> Rows<'writer, 'file> {
    fn new(head: &Head<'_>, stream: StreamWriter<'writer, &'file mut Vec<u8>>) -> Self {
        let (size_px, is_opaque) = (head.size_px, head.is_opaque);
        let pixels = usize::try_from(size_px[0]).unwrap_or(usize::MAX);
        let (last, last_rgb) = (vec![0; pixels.saturating_mul(4)], Vec::new());
        Self { stream, size_px, is_opaque, last, last_rgb, taken_bytes: 0 }
    }

    /// Takes the next whole rows: four bytes a pixel, not multiplied by alpha.
    ///
    /// # Errors
    ///
    /// When these are no whole rows or too many.
    pub fn push(&mut self, rgba: &[u8]) -> Result<(), PngError> {
        self.taken_bytes = self.taken_bytes.saturating_add(rgba.len());
        let rows = rgba.chunks_exact(self.last.len());
        if !rows.remainder().is_empty() || self.taken_bytes > self.bytes() {
            return Err(self.size_error());
        }
        for row in rows {
            // Most rows of a chart repeat the one above, and that costs next to nothing to say.
            let is_repeated = row == self.last;
            self.stream.set_filter(if is_repeated { Filter::Up } else { FILTER });
            if !is_repeated {
                self.last.copy_from_slice(row);
            }
            if self.is_opaque {
                if !is_repeated || self.last_rgb.is_empty() {
                    without_alpha(row, &mut self.last_rgb);
                }
                self.stream.write_all(&self.last_rgb)
            } else {
                self.stream.write_all(row)
            }
            .map_err(EncodingError::from)?;
        }
        Ok(())
    }

    fn finish(self) -> Result<(), PngError> {
        if self.taken_bytes != self.bytes() {
            return Err(self.size_error());
        }
        Ok(self.stream.finish()?)
    }

    /// How many bytes the whole picture has.
    fn bytes(&self) -> usize {
        let height = usize::try_from(self.size_px[1]).unwrap_or(usize::MAX);
        self.last.len().saturating_mul(height)
    }

    fn size_error(&self) -> PngError {
        let [width_px, height_px] = self.size_px;
        PngError::Size { width_px, height_px, bytes: self.taken_bytes }
    }
}

/// Whether a keyword and its text obey the format's rules.
fn fits(keyword: &str, text: &str) -> bool {
    let is_printable = |letter: char| matches!(letter, ' '..='~' | '\u{a1}'..='\u{ff}');
    (1..=79).contains(&keyword.chars().count())
        && keyword.chars().all(is_printable)
        && keyword.trim() == keyword
        && !keyword.contains("  ")
        && !text.contains('\0')
}

/// How many pixels make a metre of paper.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates, and the scale is positive"
)]
fn pixel_dimensions(scale_ppp: f32) -> Option<PixelDimensions> {
    let per_metre = (POINTS_PER_INCH / METRES_PER_INCH * f64::from(scale_ppp)).round();
    (per_metre >= 1.0).then_some(PixelDimensions {
        xppu: per_metre as u32,
        yppu: per_metre as u32,
        unit: Unit::Meter,
    })
}

fn without_alpha(rgba: &[u8], rgb: &mut Vec<u8>) {
    let (pixels, _) = rgba.as_chunks::<4>();
    rgb.resize(pixels.len() * 3, 0);
    let (places, _) = rgb.as_chunks_mut::<3>();
    for (place, [red, green, blue, _]) in places.iter_mut().zip(pixels) {
        *place = [*red, *green, *blue];
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn picture(alpha: u8) -> Pixmap {
        let pixels = [[255, 0, 0, 255], [0, 128, 0, alpha], [1, 2, 3, 255]];
        Pixmap {
            width_px: 3,
            height_px: 1,
            scale_ppp: 2.0,
            rgba: pixels.into_iter().flatten().collect(),
        }
    }

    fn decode(bytes: &[u8]) -> (Vec<u8>, png::Info<'static>) {
        let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().expect("a PNG file");
        let mut pixels = vec![0; reader.output_buffer_size().expect("small")];
        reader.next_frame(&mut pixels).expect("pixels");
        reader.finish().expect("an end");
        (pixels, reader.info().clone())
    }

    #[test]
    fn opaque_pictures_come_back_as_rgb() {
        let text = [("Title", "\u{676d}\u{5dde}"), ("Source", "Yearbook 2024")];
        let bytes = encode(&picture(255), &text).expect("fits");
        let (pixels, info) = decode(&bytes);
        assert_eq!(pixels, [255, 0, 0, 0, 128, 0, 1, 2, 3]);
        assert_eq!(info.color_type, ColorType::Rgb);
        // 96 points to the inch times 2 pixels to the point, over 0.0254 metres to the inch.
        let per_metre = info.pixel_dims.map(|dims| (dims.xppu, dims.yppu, dims.unit));
        assert_eq!(per_metre, Some((7559, 7559, Unit::Meter)));
        let stored: Vec<_> = info
            .utf8_text
            .iter()
            .map(|chunk| (chunk.keyword.clone(), chunk.get_text().expect("plain")))
            .collect();
        let given = text.map(|(keyword, text)| (keyword.to_owned(), text.to_owned()));
        assert_eq!(stored, given);
    }

    #[test]
    fn see_through_pictures_keep_their_alpha() {
        let (pixels, info) = decode(&encode(&picture(7), &[]).expect("fits"));
        assert_eq!(pixels, picture(7).rgba);
        assert_eq!(info.color_type, ColorType::Rgba);
    }

    #[test]
    fn equal_pictures_give_equal_bytes_without_a_time() {
        let bytes = encode(&picture(255), &[("Title", "x")]).expect("fits");
        let again = encode(&picture(255), &[("Title", "x")]).expect("fits");
        assert_eq!(bytes, again);
        assert!(!bytes.windows(4).any(|name| name == b"tIME"));
    }

    #[test]
    fn texts_the_format_cannot_hold_are_refused() {
        let long = "k".repeat(80);
        for (keyword, text) in [
            ("", "text"),
            (long.as_str(), "text"),
            (" Title", "text"),
            ("\u{6807}\u{9898}", "text"),
            ("Title", "a\0b"),
        ] {
            let error = encode(&picture(255), &[(keyword, text)]).expect_err("refused");
            assert!(matches!(error, PngError::Text { .. }), "{error}");
        }
    }

    #[test]
    fn rows_given_in_pieces_make_the_same_file() {
        for alpha in [255, 7] {
            let mut picture = picture(alpha);
            let row = picture.rgba.clone();
            // Rows that repeat the one above, at the top, in the middle and at the end.
            let rows = [&row, &row, &vec![0; 12], &vec![0; 12], &row, &row];
            picture.rgba = rows.into_iter().flatten().copied().collect();
            picture.height_px = 6;
            let whole = encode(&picture, &[]).expect("fits");
            let (pixels, info) = decode(&whole);
            let channels = info.color_type.samples();
            let expected = picture.rgba.as_chunks::<4>().0.iter();
            let expected: Vec<u8> = expected.flat_map(|it| it[..channels].to_vec()).collect();
            assert_eq!(pixels, expected);
            let head =
                Head { size_px: [3, 6], scale_ppp: 2.0, is_opaque: picture.is_opaque(), text: &[] };
            let in_pieces = encode_rows(&head, |rows| {
                picture.rgba.chunks(24).try_for_each(|piece| rows.push(piece))
            });
            assert_eq!(in_pieces.expect("fits"), whole);
        }
    }

    #[test]
    fn pictures_of_the_wrong_size_are_refused() {
        let mut short = picture(255);
        short.rgba.pop();
        let mut empty = picture(255);
        empty.height_px = 0;
        empty.rgba.clear();
        for picture in [short, empty] {
            let error = encode(&picture, &[]).expect_err("refused");
            assert!(matches!(error, PngError::Size { .. }), "{error}");
        }
    }
}
