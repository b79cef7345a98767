//! Names in a row, for cities that are not drawn: each can be pointed at and chosen like a mark.

use egui::{Rect, Stroke, StrokeKind, pos2, vec2};

use super::{
    Linked, Picked,
    canvas::{self, Canvas, Ink},
    ranking, style, words,
};
use crate::{
    i18n::Texts,
    model::{Dataset, ObservationIx, RegionIx},
};

/// The height of a chip, in points.
const HEIGHT_PT: f32 = 24.0;

/// One city in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Chip {
    /// The city.
    pub region: RegionIx,
    /// The figure that it opens, if it has one.
    pub figure: Option<ObservationIx>,
    /// Its name, with its value where it has one.
    pub text: String,
    /// What a screen reader says, which stands apart from any heading.
    pub spoken: String,
    /// What stands under the pointer; empty where the text says all.
    pub hover: String,
}

impl Chip {
    /// A city by its name alone.
    #[must_use]
    pub fn named(data: &Dataset, region: RegionIx, t: &Texts) -> Self {
        let text = words::short(data, region, t).to_owned();
        Self { region, figure: None, spoken: text.clone(), text, hover: String::new() }
    }
}

/// The most cities that are named.
const MOST_NAMED: usize = 100;

/// Cities in words; of very many only the first are named.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chips {
    /// Those that are named.
    pub named: Vec<Chip>,
    /// The others.
    pub others: Vec<RegionIx>,
    /// How many the others are; empty where all are named.
    pub more: String,
}

impl Chips {
    /// The cities of `list`.
    #[must_use]
    pub fn new<T>(
        list: &[T],
        region: impl Fn(&T) -> RegionIx,
        chip: impl Fn(&T) -> Chip,
        t: &Texts,
    ) -> Self {
        let (named, others) = list.split_at(MOST_NAMED.min(list.len()));
        Self {
            named: named.iter().map(chip).collect(),
            others: others.iter().map(region).collect(),
            more: if others.is_empty() { String::new() } else { t.more_names(others.len()) },
        }
    }

    /// Cities by their names alone.
    #[must_use]
    pub fn of_regions(data: &Dataset, list: &[RegionIx], t: &Texts) -> Self {
        Self::new(list, |it| *it, |it| Chip::named(data, *it, t), t)
    }

    /// All of them, named or not.
    pub fn regions(&self) -> impl Iterator<Item = RegionIx> {
        self.named.iter().map(|it| it.region).chain(self.others.iter().copied())
    }

    /// How many they are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.named.len() + self.others.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// Their names in a row, with how many are not among them.
    #[must_use]
    pub fn listed(&self, t: &Texts) -> String {
        let more = Some(self.more.as_str()).filter(|it| !it.is_empty());
        let names: Vec<&str> = self.named.iter().map(|it| it.text.as_str()).chain(more).collect();
        names.join(t.list_mark())
    }
}

/// Draws the chips in as many rows as they need.
pub fn draw(canvas: &mut Canvas<'_>, chips: &Chips, linked: &Linked, picked: &mut Picked) {
    rows(canvas, &chips.named, linked, picked);
    if !chips.more.is_empty() {
        canvas.gap(6.0);
        canvas.paragraph(&chips.more, Ink::plain(style::SMALL_PT, canvas.palette.secondary));
    }
}

fn rows(canvas: &mut Canvas<'_>, list: &[Chip], linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    let mut x = canvas.left;
    let height_pt = style::target_pt(canvas.ui, HEIGHT_PT);
    for chip in list {
        let ink = Ink::plain(style::SMALL_PT, palette.secondary);
        let galley = canvas.layout(&chip.text, ink, canvas.width - 20.0);
        let width = galley.size().x + 20.0;
        if x > canvas.left && x + width > canvas.right() {
            x = canvas.left;
            canvas.y += height_pt + 6.0;
        }
        let rect = Rect::from_min_size(pos2(x, canvas.y), vec2(width, height_pt));
        let painter = canvas.ui.painter();
        if let Some(color) = ranking::lit(canvas, chip.region, linked) {
            painter.rect_filled(rect, 12, color);
        }
        let stroke = Stroke::new(1.0, palette.hairline);
        painter.rect_stroke(rect, 12, stroke, StrokeKind::Inside);
        canvas.put_middle(x + 10.0, rect.center().y, galley);
        let response = canvas.mark(("missing", chip.region), rect, &chip.spoken);
        picked.note(&response, Some(chip.region), chip.figure);
        if !chip.hover.is_empty() {
            canvas::tooltip(&response, &chip.hover);
        }
        x += width + 8.0;
    }
    canvas.y += height_pt;
}
