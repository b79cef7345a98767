//! Places in the data file.

use std::collections::HashMap;

/// Bytes `start..end` of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    pub(super) const fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }
}

/// A value with its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) span: Span,
}

/// Line and column of each of some bytes, both from 1, the column in characters.
///
/// Goes through the text once for all of them: a file may be one long line.
#[derive(Clone, Debug)]
pub(super) struct Positions(HashMap<usize, (usize, usize)>);

impl Positions {
    pub(super) fn new(text: &str, mut offsets: Vec<usize>) -> Self {
        offsets.sort_unstable();
        offsets.dedup();
        let mut found = HashMap::with_capacity(offsets.len());
        let (mut at, mut line, mut column) = (0, 1, 1);
        for offset in offsets {
            let end = text.floor_char_boundary(offset);
            let between = text.get(at..end).unwrap_or_default();
            match between.rsplit_once('\n') {
                Some((before, last)) => {
                    line += before.matches('\n').count() + 1;
                    column = last.chars().count() + 1;
                }
                None => column += between.chars().count(),
            }
            at = at.max(end);
            found.insert(offset, (line, column));
        }
        Self(found)
    }

    pub(super) fn of(&self, offset: usize) -> (usize, usize) {
        self.0.get(&offset).copied().unwrap_or((1, 1))
    }
}

/// The line around byte `at` without its end, and the byte at which it starts; `None` where it goes
/// on for more than `longest` bytes on one side.
pub(super) fn line_around(text: &str, at: usize, longest: usize) -> Option<(&str, usize)> {
    let before = text.get(..at)?;
    let near = before.ceil_char_boundary(at.saturating_sub(longest));
    let start = match before.get(near..)?.rfind('\n') {
        Some(found) => near + found + 1,
        None if near == 0 => 0,
        None => return None,
    };
    let rest = text.get(at..)?;
    let near = rest.floor_char_boundary(longest.min(rest.len()));
    let end = match rest.get(..near)?.find('\n') {
        Some(found) => at + found,
        None if near == rest.len() => text.len(),
        None => return None,
    };
    Some((text.get(start..end)?.trim_end_matches('\r'), start))
}

/// The byte at a position that `ron` names, both from 1.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line.checked_sub(2) {
        Some(breaks) => text.match_indices('\n').nth(breaks).map_or(text.len(), |(at, _)| at + 1),
        None => 0,
    };
    let rest = text.get(start..).unwrap_or_default();
    let line = rest.split('\n').next().unwrap_or_default();
    let within = line.char_indices().nth(column.saturating_sub(1)).map_or(line.len(), |(at, _)| at);
    start + within
}
