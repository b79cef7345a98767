//! Finds the figures that have nothing to do with what is wrong with a file, so that the thorough
//! way, which says what it is, can leave them out: they are nearly all of them.
//!
//! What the thorough way must see are the figures that cannot be read quickly, those beside them, for
//! a bracket or a comma may be missing between, and those that they are checked against: figures
//! about the same, wholes, and the other parts of these.

use rayon::prelude::*;

use super::cursor::Cursor;
use super::parts::{self, Fit};
use super::{Figures, Found, Known, STRETCHES_AT_ONCE, Terms, boundary, extent_by_line, stretches};
use crate::load::raw::{Figure, File};
use crate::load::reader::Reader;
use crate::load::regions::Tree;
use crate::load::report::Report;
use crate::load::span::Span;
use crate::load::tables::Tables;
use crate::load::{Progress, Step, problem::Kind, read, structure};

/// How much text is read thoroughly at most, in figures that cannot be read quickly. Where there is
/// more, the thorough way had better read all.
const MOST_FLAWED_BYTES: usize = 8 << 20;

/// How many figures before and after one with a flaw are read with it: where its bracket is missing
/// shows in the second after it.
const BESIDE: usize = 3;

/// The stretches of `text` that can count as blank when it is asked what is wrong with it; `None`
/// where that cannot be told quickly, or where nobody wants it any more.
pub(in crate::load) fn leave_out(text: &str, progress: &Progress) -> Option<Vec<Span>> {
    let span = extent_by_line(text)?;
    progress.begin(Step::Checking, span.end - span.start);
    let file = head(text, vec![span]).filter(|it| it.observations.is_skipped)?;
    let mut unheard = Report::default();
    let tables = Tables::new(&file, &mut unheard);
    let root = tables.regions.find_as(Kind::Root, file.root.as_ref(), &mut unheard);
    let tree = Tree::new(&file, &tables, root, &mut unheard);
    let figures = Figures { text, span, progress };
    let mut sieve = Sieve::new(&figures, &file, &tables, &tree)?;
    let flawed = head(text, sieve.left_out())?;
    for figure in &flawed.observations.items {
        sieve.keep_beside(&figure.raw, &tables);
    }
    Some(sieve.left_out())
}

/// The file without what stands at `skipped`, as far as it can be read.
fn head(text: &str, skipped: Vec<Span>) -> Option<File> {
    let structure = structure::check(text, skipped);
    if structure.is_hopeless {
        return None;
    }
    let mut reader = Reader::new(Report::default(), structure.damage);
    let file = read::file(&mut reader, text, &structure.repairs)?;
    reader.has_implicit_some.then_some(file)
}

/// Figures that can be read quickly.
struct Sieve {
    /// Where each stands, comma and all.
    spans: Vec<Span>,
    /// Those that are kept for the thorough way.
    is_kept: Vec<bool>,
    fit: Fit,
    /// Wholes with their parts, in order.
    by_whole: Vec<(usize, usize)>,
}

impl Sieve {
    fn new(figures: &Figures, file: &File, tables: &Tables, tree: &Tree) -> Option<Self> {
        let Figures { text, span, progress } = *figures;
        let terms = Terms::new(file, tables);
        let mut all = Sifted::default();
        for some in stretches(text, span).chunks(STRETCHES_AT_ONCE) {
            if progress.is_cancelled() {
                return None;
            }
            progress.reach(some.first().map_or(0, |it| it.start - span.start));
            let sifted: Vec<Sifted> =
                some.par_iter().map(|span| Sifted::new(text, *span, &terms)).collect();
            for sifted in sifted {
                all.append(sifted);
            }
            if all.flawed_bytes > MOST_FLAWED_BYTES {
                return None;
            }
        }
        let fit = parts::fit(&all.found.figures, &all.found.parts, file, tree)?;
        let mut by_whole: Vec<_> = fit.wholes.iter().map(|(part, whole)| (*whole, *part)).collect();
        by_whole.sort_unstable();
        let is_kept = vec![false; all.spans.len()];
        let mut sieve = Self { spans: all.spans, is_kept, fit, by_whole };
        for after in all.flaws {
            for at in after.saturating_sub(BESIDE)..after.saturating_add(BESIDE) {
                sieve.keep(at);
            }
        }
        for misfit in std::mem::take(&mut sieve.fit.misfits) {
            sieve.keep(misfit);
        }
        Some(sieve)
    }

    /// Keeps the figure at `at`, if there is one, and what it is a part of.
    fn keep(&mut self, mut at: usize) {
        while let Some(is_kept) = self.is_kept.get_mut(at)
            && !*is_kept
        {
            *is_kept = true;
            match self.fit.wholes.binary_search_by_key(&at, |(part, _)| *part) {
                Ok(found) => at = self.fit.wholes.get(found).map_or(usize::MAX, |it| it.1),
                Err(_) => return,
            }
        }
    }

    /// Keeps what a figure that the thorough way reads is checked against.
    fn keep_beside(&mut self, figure: &Figure, tables: &Tables) {
        let period = figure.period.as_ref().and_then(|id| tables.periods.get(&id.value));
        let whole = figure.part_of.as_ref().map(|it| (&it.region, &it.indicator));
        let places = [Some((&figure.region, &figure.indicator)), whole];
        for (region, indicator) in places.into_iter().flatten() {
            let region = region.as_ref().and_then(|id| tables.regions.get(&id.value));
            let indicator = indicator.as_ref().and_then(|id| tables.indicators.get(&id.value));
            let (Some(region), Some(indicator), Some(period)) = (region, indicator, period) else {
                continue;
            };
            let same: Vec<usize> = self.fit.keys.find(region, indicator, period).collect();
            for whole in same {
                self.keep_with_parts(whole);
            }
        }
    }

    fn keep_with_parts(&mut self, whole: usize) {
        self.keep(whole);
        let start = self.by_whole.partition_point(|(it, _)| *it < whole);
        let parts = self.by_whole.get(start..).unwrap_or_default().iter();
        let parts: Vec<usize> =
            parts.take_while(|(it, _)| *it == whole).map(|(_, part)| *part).collect();
        for part in parts {
            self.keep(part);
        }
    }

    /// The stretches of figures that are not kept.
    fn left_out(&self) -> Vec<Span> {
        let mut left_out: Vec<Span> = Vec::new();
        let mut is_gap = true;
        for (span, is_kept) in self.spans.iter().zip(&self.is_kept) {
            match left_out.last_mut().filter(|_| !is_gap) {
                _ if *is_kept => {}
                Some(last) => last.end = span.end,
                None => left_out.push(*span),
            }
            is_gap = *is_kept;
        }
        left_out
    }
}

/// What was found in one stretch.
#[derive(Default)]
struct Sifted {
    found: Found,
    /// Where every figure stands.
    spans: Vec<Span>,
    /// Before which figure there stands what cannot be read quickly.
    flaws: Vec<usize>,
    flawed_bytes: usize,
}

impl Sifted {
    fn new(text: &str, span: Span, terms: &Terms) -> Self {
        let mut sifted = Self::default();
        let mut known = Known::default();
        let mut cursor = Cursor::new(text.get(..span.end).unwrap_or_default(), span.start);
        loop {
            cursor.skip();
            let start = cursor.at();
            if start >= span.end {
                return sifted;
            }
            match known.next(&mut cursor, terms) {
                Some(figure) if is_plain(text.get(start..cursor.at()).unwrap_or_default()) => {
                    sifted.found.push(figure);
                    sifted.spans.push(Span::new(start, cursor.at()));
                }
                _ => {
                    let end = boundary(text, start, span.end);
                    sifted.flaws.push(sifted.spans.len());
                    sifted.flawed_bytes += end - start;
                    cursor = cursor.moved_to(end);
                }
            }
        }
    }

    fn append(&mut self, mut other: Self) {
        let before = self.spans.len();
        self.flaws.extend(other.flaws.iter().map(|at| at + before));
        self.found.append(other.found);
        self.spans.append(&mut other.spans);
        self.flawed_bytes += other.flawed_bytes;
    }
}

/// Whether no text in a figure goes on in the next line: where a quotation mark is missing somewhere,
/// every text is taken to end with its line.
fn is_plain(figure: &str) -> bool {
    let is_even = |line: &str| line.bytes().filter(|byte| *byte == b'"').count() % 2 == 0;
    !figure.contains('\n')
        || (!figure.contains('\\') && !figure.contains("//") && figure.lines().all(is_even))
}
