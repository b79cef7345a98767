//! A text made ready for matching: its letters folded, its Chinese characters with their readings.

use std::ops::Range;

use pinyin::{ToPinyin, ToPinyinMulti};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One character of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// Where it stands, in bytes.
    pub bytes: Range<usize>,
    /// Without case, width and accents; empty for what no one types: spaces and punctuation.
    pub folded: Vec<char>,
    /// In pinyin without tones, the usual reading first; empty for all but Chinese characters.
    pub readings: Vec<&'static str>,
    /// Whether a word begins here.
    pub starts_word: bool,
}

/// A text made ready for matching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub(super) letters: Vec<Letter>,
    is_sentence: bool,
}

impl Key {
    /// A name: found by initials, with letters left out and with a typo too.
    #[must_use]
    pub fn name(text: &str) -> Self {
        Self { letters: letters(text, true), is_sentence: false }
    }

    /// A sentence or more: found by its words, Chinese or in whole pinyin.
    #[must_use]
    pub fn sentence(text: &str) -> Self {
        Self { letters: letters(text, false), is_sentence: true }
    }

    pub(super) const fn is_sentence(&self) -> bool {
        self.is_sentence
    }

    /// The number of characters.
    pub(super) const fn len(&self) -> usize {
        self.letters.len()
    }

    /// The bytes of a stretch of letters.
    pub(super) fn bytes(&self, letters: Range<usize>) -> Option<Range<usize>> {
        let letters = self.letters.get(letters)?;
        Some(letters.first()?.bytes.start..letters.last()?.bytes.end)
    }
}

/// `c` without case, width and accents; nothing for punctuation and spaces. Signs that change a
/// number are kept.
pub(super) fn folded(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric() || matches!(c, '%' | '+' | '/'))
}

fn letters(text: &str, is_name: bool) -> Vec<Letter> {
    let mut out = Vec::new();
    let mut before = None;
    for (start, c) in text.char_indices() {
        let folded: Vec<char> = folded(c).collect();
        let readings = if is_name {
            all_readings(c)
        } else {
            c.to_pinyin().map(pinyin::Pinyin::plain).into_iter().collect()
        };
        let kind = (!folded.is_empty()).then_some(readings.is_empty());
        let starts_word = kind.is_some() && kind != before;
        before = kind;
        out.push(Letter { bytes: start..start + c.len_utf8(), folded, readings, starts_word });
    }
    out
}

/// Readings that differ without their tones.
fn all_readings(c: char) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain) {
        if !out.contains(&reading) {
            out.push(reading);
        }
    }
    out
}

/// Whether `typed` stands for the letter `c` of a reading: ü is typed as u or v.
pub(super) fn is_typed(c: char, typed: char) -> bool {
    c == typed || (c == 'ü' && matches!(typed, 'u' | 'v'))
}

/// How many of `typed` stand for the beginning of `reading`.
pub(super) fn common(reading: &str, typed: &[char]) -> usize {
    reading.chars().zip(typed).take_while(|(c, typed)| is_typed(*c, **typed)).count()
}
