//! Reads single values of the file and says what is wrong with those that cannot be read.

use std::fmt::Display;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::piece::Piece;
use super::problem::{Expected, Problem, Shape, Syntax};
use super::progress::Progress;
use super::report::Report;
use super::span::{At, Span, offset};
use super::text;
use crate::model::{Lang, Text};

/// From this many findings on elements are read but not kept.
const MOST_FINDINGS: usize = 20_000;

/// Room is set aside for no more elements than could be sound.
const LEAST_ELEMENT_BYTES: usize = 64;

/// A list of the file.
#[derive(Clone, Debug)]
pub(super) struct List<T> {
    pub(super) items: Vec<T>,
    /// Whether the whole list could be found, so that what is not in it does not exist.
    pub(super) is_found: bool,
    /// Whether its elements are read by themselves.
    pub(super) is_skipped: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), is_found: false, is_skipped: false }
    }
}

/// Reads values and gathers what is wrong with them.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) report: Report,
    pub(super) has_implicit_some: bool,
    /// Where the brackets and quotes are wrong, in order.
    damage: Vec<Span>,
    /// Inside a damaged element what looks wrong is only a result of the damage.
    is_muted: bool,
    findings: usize,
    /// Told how far the lists are read, and asked whether to go on.
    pub(super) progress: Arc<Progress>,
}

impl Reader {
    pub(super) fn new(report: Report, damage: Vec<Span>) -> Self {
        Self { report, damage, ..Self::default() }
    }

    pub(super) fn add(&mut self, span: Span, problem: impl Into<Problem>) {
        self.add_related(span, None, problem);
    }

    pub(super) fn add_related(
        &mut self,
        span: Span,
        related: Option<Span>,
        problem: impl Into<Problem>,
    ) {
        self.findings += 1;
        if !self.is_muted && !self.is_damaged(span) {
            self.report.add_related(span, related, problem);
        }
    }

    /// Whether brackets or quotes are wrong within `span`.
    fn is_damaged(&self, span: Span) -> bool {
        let first = self.damage.partition_point(|flaw| flaw.start < span.start);
        self.damage.get(first).is_some_and(|flaw| span.contains(flaw.start))
    }

    /// Whether the bracket at byte `at` is wrong.
    pub(super) fn is_damaged_at(&self, at: usize) -> bool {
        self.damage.binary_search_by_key(&at, |flaw| flaw.start).is_ok()
    }

    /// Reads one element of a list and tells whether it is broken.
    pub(super) fn element<'a, T>(
        &mut self,
        piece: Piece<'a>,
        read: impl FnOnce(&mut Self, Piece<'a>) -> T,
    ) -> (T, bool) {
        let (findings, was_muted) = (self.findings, self.is_muted);
        let is_damaged = self.is_damaged(piece.span());
        self.is_muted |= is_damaged;
        let value = read(self, piece);
        self.is_muted = was_muted;
        (value, is_damaged || self.findings > findings)
    }

    /// A list, each element read on its own.
    ///
    /// Where very much is wrong, the rest is read for what it has to report and not kept: an
    /// element may take a hundred times the memory of the two brackets that stand for it.
    pub(super) fn list<'a, T>(
        &mut self,
        piece: Piece<'a>,
        read: impl Fn(&mut Self, Piece<'a>) -> T,
    ) -> List<T> {
        let list = piece.bracketed().filter(|it| it.open == '[');
        let Some(list) = list.filter(|it| it.name.is_none()) else {
            self.wrong::<()>(piece, Expected::List);
            return List::default();
        };
        self.no_trailing(list.trailing);
        let is_skipped = piece.repairs.skipped.contains(&list.content.span());
        let mut found = List { items: Vec::new(), is_found: true, is_skipped };
        // Growing step by step would need three times the room.
        let most = list.content.text.len() / LEAST_ELEMENT_BYTES;
        found.items.reserve_exact(list.content.entries().take(most).count());
        for entry in list.content.entries() {
            if self.progress.is_cancelled() {
                break;
            }
            self.progress.reach(entry.at);
            if !self.is_entry(entry) {
                continue;
            }
            let element = read(self, entry);
            if self.findings < MOST_FINDINGS {
                found.items.push(element);
            } else {
                found.is_found = false;
            }
        }
        found
    }

    /// Whether something stands here; where two commas follow each other nothing does.
    pub(super) fn is_entry(&mut self, entry: Piece) -> bool {
        let is_there = !entry.text.is_empty();
        if !is_there {
            self.add(Span::new(entry.at, entry.at + 1), Syntax::EmptyEntry);
        }
        is_there
    }

    pub(super) fn no_trailing(&mut self, trailing: Option<Span>) {
        if let Some(span) = trailing {
            self.add(span, Syntax::Trailing);
        }
    }

    pub(super) fn wrong<T>(&mut self, piece: Piece, expected: Expected) -> Option<T> {
        self.add(piece.head(), Shape::WrongType { expected });
        None
    }

    /// A text in quotes, whatever it holds.
    fn quoted(&mut self, piece: Piece) -> Option<String> {
        match parse(piece) {
            Ok(text) => Some(text),
            Err(_) if !piece.text.starts_with(['"', 'r']) => self.wrong(piece, Expected::Text),
            Err(reason) => {
                self.add(piece.head(), Syntax::Refused { reason });
                None
            }
        }
    }

    /// A text that is neither empty nor holds invisible characters.
    pub(super) fn string(&mut self, piece: Piece, lang: Option<Lang>) -> Option<At<String>> {
        let value = self.quoted(piece)?;
        let span = piece.head();
        if value.trim().is_empty() {
            self.add(span, Shape::EmptyText { lang });
            return None;
        }
        if self.is_too_long(&value, span, text::MOST_CHARS) {
            return None;
        }
        if let Some(found) = text::hidden(&value) {
            self.add(span, Shape::ControlCharacter { found });
            return None;
        }
        Some(At { value, span })
    }

    fn is_too_long(&mut self, value: &str, span: Span, most: usize) -> bool {
        let is_too_long = value.chars().nth(most).is_some();
        if is_too_long {
            self.add(span, Shape::TextTooLong { most });
        }
        is_too_long
    }

    /// An id as it is declared.
    pub(super) fn id(&mut self, piece: Piece) -> Option<At<String>> {
        let value = self.quoted(piece)?;
        let span = piece.head();
        if value.is_empty() {
            self.add(span, Shape::EmptyId);
            return None;
        }
        if self.is_too_long(&value, span, text::MOST_ID_CHARS) {
            return None;
        }
        if let Some(bad) = text::not_of_id(&value) {
            self.add(span, Shape::BadId { bad });
        }
        Some(At { value, span })
    }

    /// An id as it is referred to: whether it exists is checked later.
    pub(super) fn reference(&mut self, piece: Piece) -> Option<At<String>> {
        let value = self.quoted(piece)?;
        Some(At { value, span: piece.head() })
    }

    pub(super) fn number(&mut self, piece: Piece) -> Option<At<f64>> {
        match parse(piece) {
            Ok(value) => Some(At { value, span: piece.head() }),
            Err(_) => self.wrong(piece, Expected::Number),
        }
    }

    pub(super) fn whole(&mut self, piece: Piece, most: u64) -> Option<At<u64>> {
        match parse(piece) {
            Ok(value) if value <= most => Some(At { value, span: piece.head() }),
            _ => self.wrong(piece, Expected::WholeNumber { most }),
        }
    }

    pub(super) fn yes_or_no(&mut self, piece: Piece) -> Option<bool> {
        match parse(piece) {
            Ok(value) => Some(value),
            Err(_) => self.wrong(piece, Expected::YesOrNo),
        }
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &mut self,
        piece: Piece,
        words: &[(&'static str, T)],
    ) -> Option<At<T>> {
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == piece.text) {
            return Some(At { value: *value, span: piece.head() });
        }
        let allowed = words.iter().map(|(word, _)| *word).collect();
        self.unknown_word(piece, piece, allowed);
        None
    }

    /// Says that `word`, the name in `piece`, is not among those allowed.
    pub(super) fn unknown_word(&mut self, piece: Piece, word: Piece, allowed: Vec<&'static str>) {
        if word.text.is_empty() || word.text.contains(['"', '(', '[']) {
            self.wrong::<()>(piece, Expected::Word);
            return;
        }
        let problem = Shape::UnknownWord {
            found: text::clip(word.text),
            nearest: self.report.nearest(word.text, allowed.iter().copied()),
            allowed,
        };
        self.add(word.head(), problem);
    }

    /// A text in both languages.
    pub(super) fn text(&mut self, piece: Piece) -> Option<Text> {
        let mut fields = self.fields(piece);
        let zh = fields.required(self, "zh");
        let en = fields.required(self, "en");
        fields.finish(self);
        let zh = zh.and_then(|zh| self.string(zh, Some(Lang::Zh)));
        let en = en.and_then(|en| self.string(en, Some(Lang::En)));
        Some(Text { zh: zh?.value, en: en?.value })
    }
}

/// Reads one value, or says why `ron` cannot.
fn parse<T: DeserializeOwned>(piece: Piece) -> Result<T, String> {
    ron::from_str(piece.text).map_err(|error| reason(&error.code))
}

/// Why `ron` refuses a text, in its own words.
pub(super) fn reason(error: &impl Display) -> String {
    text::clip(&error.to_string())
}

/// Whether the whole of `text` is RON. What was read piece by piece nearly always is.
pub(super) fn check_whole(text: &str, report: &mut Report) {
    if let Err(error) = ron::from_str::<serde::de::IgnoredAny>(text) {
        let at = offset(text, error.span.start.line, error.span.start.col);
        let reason = reason(&error.code);
        report.add(Span::new(at, at + 1), Syntax::Refused { reason });
    }
}
