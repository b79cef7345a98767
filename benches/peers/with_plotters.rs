//! The ranking chart with plotters, as this program's own process.

use std::fs;

use plotters::{
    prelude::*,
    style::{
        register_font,
        text_anchor::{HPos, Pos, VPos},
    },
};

use crate::{Fault, chart::SIZE_PX};

const FAMILY: &str = "Noto Sans SC";
const BAR: RGBColor = RGBColor(47, 127, 134);
const SECONDARY: RGBColor = RGBColor(90, 100, 114);

/// Draws what `args` say: table, title, subtitle, font, and the picture to write.
///
/// # Errors
/// When a file cannot be read or written, or plotters fails.
pub fn draw(args: &[&str]) -> Result<(), Fault> {
    let [table, title, subtitle, font, out] = *args else {
        return Err("usage: TABLE TITLE SUBTITLE FONT OUT".into());
    };
    // plotters keeps a font for as long as the process lives.
    let font: &'static [u8] = fs::read(font)?.leak();
    register_font(FAMILY, FontStyle::Normal, font).map_err(|_| "the font cannot be used")?;
    let lines = fs::read_to_string(table)?;
    let rows: Vec<(&str, f64, &str)> = lines.lines().filter_map(row).collect();
    let largest = rows.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
    let (width, height) = SIZE_PX;
    let mut pixels = vec![0; width as usize * height as usize * 3];
    {
        let root = BitMapBackend::with_buffer(&mut pixels, SIZE_PX).into_drawing_area();
        root.fill(&WHITE)?;
        root.draw(&text(title, (64, 80), 40, &BLACK, HPos::Left))?;
        root.draw(&text(subtitle, (64, 164), 26, &SECONDARY, HPos::Left))?;
        let (left, top, row_height) = (256, 240, 148);
        for (at, (label, value, shown)) in (0_i32..).zip(&rows) {
            let middle = top + row_height * at + row_height / 2;
            let right = left + (value / largest * 2457.0) as i32;
            let bar = [(left, middle - 46), (right, middle + 46)];
            root.draw(&Rectangle::new(bar, BAR.filled()))?;
            root.draw(&text(label, (left - 12, middle), 26, &BLACK, HPos::Right))?;
            root.draw(&text(shown, (right + 12, middle), 26, &BLACK, HPos::Left))?;
        }
        let axis = vec![(left, top), (left, top + row_height * 11)];
        root.draw(&PathElement::new(axis, BLACK))?;
        root.present()?;
    }
    image::save_buffer(out, &pixels, width, height, image::ColorType::Rgb8)?;
    Ok(())
}

fn row(line: &str) -> Option<(&str, f64, &str)> {
    let mut cells = line.split('\t');
    Some((cells.next()?, cells.next()?.parse().ok()?, cells.next()?))
}

fn text<'a>(
    text: &'a str,
    at: (i32, i32),
    size_px: u32,
    colour: &'a RGBColor,
    side: HPos,
) -> Text<'a, (i32, i32), &'a str> {
    let style = (FAMILY, size_px).into_font().color(colour).pos(Pos::new(side, VPos::Center));
    Text::new(text, at, style)
}
