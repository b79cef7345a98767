//! Reads the figures of a sound file quickly: a large file has millions of them.
//!
//! ```text
//! text ─ extent ─► [ figures ] ─ in stretches, on all cores ─► Observations
//!          └─────► the rest ─ as any other file, the list taken for empty ─► tables
//! ```
//!
//! This either gives what the thorough way would give or gives up, for whatever reason; then the
//! thorough way reads the file again and says what is wrong with it. Figures that have nothing to do
//! with that it need not read: [`leave_out`] finds them.

mod cursor;
mod parts;
mod sieve;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use memchr::{memchr, memchr2, memchr3};
use rayon::prelude::*;
use smol_str::SmolStr;

use super::progress::Progress;
use super::raw::{File, IndicatorKind};
use super::regions::Tree;
use super::span::Span;
use super::tables::Tables;
use crate::model::{
    IndicatorIx, Locator, Observation, ObservationIx, PeriodIx, RegionIx, SourceIx, Status,
    UnitKind, Value, printed_number,
};
use cursor::{Cursor, Written};
pub(super) use sieve::leave_out;

/// How much text one core reads in one go: a few thousand figures. Tests, whose files are small, cut
/// theirs too.
const STRETCH_BYTES: usize = if cfg!(any(test, fuzzing)) { 1 << 10 } else { 1 << 20 };

/// How many stretches are read before their figures are put to the others.
const STRETCHES_AT_ONCE: usize = 16;

/// The bytes between the brackets of `observations: […]`; `None` where they cannot be told quickly.
///
/// The name is looked for at the beginning of a line, as every writer of such files puts it; what
/// else it might be is found out when the figures are read.
pub(super) fn extent(text: &str) -> Option<Span> {
    let start = extent_start(text)?;
    let bytes = text.as_bytes();
    let mut at = start;
    loop {
        at += memchr3(b'"', b']', b'/', bytes.get(at..)?)?;
        match bytes.get(at)? {
            b']' => return Some(Span::new(start, at)),
            b'"' => at = end_of_text(bytes, at + 1)?,
            _ if bytes.get(at + 1) == Some(&b'/') => at += memchr(b'\n', bytes.get(at..)?)?,
            _ => return None,
        }
    }
}

/// The same by the line that ends the list, where a missing quotation mark hides the bracket.
fn extent_by_line(text: &str) -> Option<Span> {
    let start = extent_start(text)?;
    let length = memchr::memmem::find(text.as_bytes().get(start..)?, b"\n    ]")?;
    Some(Span::new(start, start + length + "\n    ".len()))
}

fn extent_start(text: &str) -> Option<usize> {
    const NAME: &[u8] = b"\n    observations: [";
    Some(memchr::memmem::find(text.as_bytes(), NAME)? + NAME.len())
}

/// The byte after the quotation mark that ends a text.
fn end_of_text(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        at += memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes.get(at) == Some(&b'"') {
            return Some(at + 1);
        }
        at += 2;
    }
}

/// What figures refer to and are checked against.
struct Terms<'a> {
    tables: &'a Tables<'a>,
    /// What every indicator is measured in, by position.
    measures: Vec<Option<(IndicatorKind, Option<UnitKind>)>>,
}

impl<'a> Terms<'a> {
    fn new(file: &File, tables: &'a Tables<'a>) -> Self {
        let measure = |element: &super::raw::Element<super::raw::Indicator>| {
            let unit = element.raw.unit.as_ref().and_then(|id| tables.units.get(&id.value));
            let unit = unit.and_then(|unit| file.units.items.get(unit)?.raw.kind);
            Some((element.raw.kind?.value, unit))
        };
        Self { tables, measures: file.indicators.items.iter().map(measure).collect() }
    }
}

/// The figures of a file, not yet read.
pub(super) struct Figures<'a> {
    /// The file.
    pub(super) text: &'a str,
    /// Its bytes between the brackets of the list.
    pub(super) span: Span,
    /// Told how far they are read, and asked whether to go on.
    pub(super) progress: &'a Progress,
}

impl Figures<'_> {
    /// The figures; `None` where anything about them is not as usual.
    pub(super) fn read(
        &self,
        file: &File,
        tables: &Tables,
        tree: &Tree,
    ) -> Option<Vec<Observation>> {
        let Self { text, span, progress } = *self;
        let terms = Terms::new(file, tables);
        let bounds = stretches(text, span);
        let mut found = Found::default();
        for some in bounds.chunks(STRETCHES_AT_ONCE) {
            if progress.is_cancelled() {
                return None;
            }
            progress.reach(some.first().map_or(0, |it| it.start - span.start));
            let read: Vec<Option<Found>> =
                some.par_iter().map(|span| stretch(text, *span, &terms)).collect();
            for read in read {
                found.append(read?);
            }
        }
        found.figures.shrink_to_fit();
        let fit = parts::fit(&found.figures, &found.parts, file, tree)?;
        if !fit.misfits.is_empty() {
            return None;
        }
        for (part, whole) in fit.wholes {
            found.figures.get_mut(part)?.part_of = Some(ObservationIx::from(whole));
        }
        Some(found.figures)
    }
}

/// Cuts the list before lines on which a figure may begin. Whether one does turns out when the
/// stretch before it is read.
fn stretches(text: &str, span: Span) -> Vec<Span> {
    let mut bounds = Vec::new();
    let mut start = span.start;
    while start < span.end {
        let end = boundary(text, start + STRETCH_BYTES, span.end);
        bounds.push(Span::new(start, end));
        start = end;
    }
    bounds
}

/// The first line from `at` on that begins with a bracket.
fn boundary(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    while let Some(line) = bytes.get(at..end).and_then(|rest| memchr(b'\n', rest)) {
        at += line + 1;
        let rest = bytes.get(at..end).unwrap_or_default();
        let indent = rest.iter().take_while(|byte| **byte == b' ').count();
        if rest.get(indent) == Some(&b'(') {
            return at;
        }
    }
    end
}

/// A figure that is a part of another: its position, and region and indicator of the other.
type PartOf = (usize, usize, usize);

/// Figures that were read.
#[derive(Debug, Default)]
struct Found {
    figures: Vec<Observation>,
    parts: Vec<PartOf>,
}

impl Found {
    fn push(&mut self, (figure, part_of): (Observation, Option<(usize, usize)>)) {
        if let Some((region, indicator)) = part_of {
            self.parts.push((self.figures.len(), region, indicator));
        }
        self.figures.push(figure);
    }

    fn append(&mut self, mut other: Self) {
        let before = self.figures.len();
        self.parts.extend(other.parts.iter().map(|(at, region, it)| (at + before, *region, *it)));
        self.figures.append(&mut other.figures);
    }
}

/// The figures of one stretch, which begins and ends between two of them.
fn stretch(text: &str, span: Span, terms: &Terms) -> Option<Found> {
    let mut cursor = Cursor::new(text.get(..span.end)?, span.start);
    let mut found = Found::default();
    let mut known = Known::default();
    loop {
        cursor.skip();
        if cursor.at() == span.end {
            return Some(found);
        }
        found.push(known.next(&mut cursor, terms)?);
    }
}

/// What the figure before refers to: the next one mostly refers to the same.
#[derive(Debug, Default)]
struct Known<'a> {
    region: Option<(Cow<'a, str>, usize)>,
    period: Option<(Cow<'a, str>, usize)>,
    locators: HashMap<(Cow<'a, str>, usize), Vec<Arc<Locator>>>,
}

impl<'a> Known<'a> {
    /// The next figure and the comma behind it, with region and indicator of what it is a part of.
    fn next(
        &mut self,
        cursor: &mut Cursor<'a>,
        terms: &Terms,
    ) -> Option<(Observation, Option<(usize, usize)>)> {
        let written = cursor.figure()?;
        let part_of = match &written.part_of {
            Some((region, indicator)) => {
                let region = terms.tables.regions.get(region)?;
                Some((region, terms.tables.indicators.get(indicator)?))
            }
            None => None,
        };
        let figure = self.figure(written, terms)?;
        (cursor.take(b',').is_some() || cursor.is_at_end()).then_some((figure, part_of))
    }

    fn figure(&mut self, written: Written<'a>, terms: &Terms) -> Option<Observation> {
        let tables = terms.tables;
        let value = value(&written, terms)?;
        let locator = self.locator(&written, tables)?;
        let indicator = tables.indicators.get(&written.indicator)?;
        let printed = match &written.printed {
            Some(printed) => SmolStr::new(printed),
            None if written.status == Status::NotApplicable => SmolStr::default(),
            None => return None,
        };
        let Written { region, period, qualifier, status, care, note, .. } = written;
        Some(Observation {
            region: RegionIx::from(look_up(&mut self.region, region, |id| tables.regions.get(id))?),
            indicator: IndicatorIx::from(indicator),
            period: PeriodIx::from(look_up(&mut self.period, period, |id| tables.periods.get(id))?),
            value,
            qualifier,
            printed,
            status,
            locator,
            part_of: None,
            care: care.map(Box::new),
            note: note.map(Box::new),
        })
    }

    /// The place in the source, the same for all figures of one place.
    fn locator(&mut self, written: &Written<'a>, tables: &Tables) -> Option<Arc<Locator>> {
        let item = written.item.as_ref()?;
        let source = tables.sources.get(&written.source)?;
        let is_section =
            written.section == "table" || tables.regions.get(&written.section).is_some();
        let section = is_section.then_some(&written.section)?;
        let row = match item {
            cursor::Placed::Row(row) => row.clone(),
            _ => section.clone(),
        };
        let near = self.locators.entry((row, source)).or_default();
        let is_it = |it: &&Arc<Locator>| it.section == *section && item.is(&it.item);
        if let Some(known) = near.iter().find(is_it) {
            return Some(Arc::clone(known));
        }
        let section = section.clone().into_owned();
        let made = Arc::new(Locator { source: SourceIx::from(source), section, item: item.item() });
        near.push(Arc::clone(&made));
        Some(made)
    }
}

/// The position of `id`, which is often that of the one before.
fn look_up<'a>(
    last: &mut Option<(Cow<'a, str>, usize)>,
    id: Cow<'a, str>,
    find: impl Fn(&str) -> Option<usize>,
) -> Option<usize> {
    if let Some((known, at)) = last
        && *known == id
    {
        return Some(*at);
    }
    let at = find(&id)?;
    *last = Some((id, at));
    Some(at)
}

/// What a figure says, if it fits its indicator and what is printed.
fn value(written: &Written, terms: &Terms) -> Option<Value> {
    let indicator = terms.tables.indicators.get(&written.indicator)?;
    let (kind, unit) = (*terms.measures.get(indicator)?)?;
    match (written.status, written.value, &written.fact) {
        (Status::NotApplicable, None, None) => Some(Value::NotApplicable),
        (Status::Reported | Status::Derived, None, Some(fact)) if kind == IndicatorKind::Fact => {
            Some(Value::Fact(Box::new(fact.clone())))
        }
        (Status::Reported | Status::Derived, Some(value), None)
            if kind == IndicatorKind::Quantity =>
        {
            let may_be_negative =
                !matches!(unit?, UnitKind::Count | UnitKind::Area | UnitKind::Percent);
            let is_as_printed = || {
                let printed = written.printed.as_ref()?;
                let read = printed_number::parse(printed).ok()?;
                // The same number, not one near it.
                let is_same = (read.value - value).abs() <= 0.0;
                (is_same && read.qualifier == written.qualifier).then_some(())
            };
            if written.status == Status::Reported {
                is_as_printed()?;
            }
            (value >= 0.0 || may_be_negative).then_some(Value::Number(value))
        }
        _ => None,
    }
}
