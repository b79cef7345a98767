//! Laying a typed word along the letters of a text without a gap.

use std::ops::Range;

use super::{
    Key, Rank,
    key::{self, Letter},
};

/// The least letters of a word in pinyin that is looked for inside sentences.
const PINYIN_IN_SENTENCE: usize = 4;
/// The least Latin letters that are looked for inside a word of a sentence.
const INSIDE_WORD: usize = 4;

/// A stretch of letters that a word lies along.
pub(super) struct Place {
    /// The letters.
    pub letters: Range<usize>,
    /// How good the place is.
    pub rank: Rank,
}

/// How a word came to its end.
#[derive(Clone, Copy)]
struct Course {
    /// The letter after the last.
    end: usize,
    /// Whether a reading was cut to its initial on the way.
    is_cut: bool,
    /// Whether the last reading was typed in part only.
    is_open: bool,
    /// Whether a Chinese character was typed in pinyin.
    is_spelt: bool,
}

/// All places of `word` in `key`.
pub(super) fn places<'a>(key: &'a Key, word: &'a [char]) -> impl Iterator<Item = Place> + 'a {
    (0..key.len()).filter_map(move |at| {
        let letter = key.letters.get(at)?;
        if !begins(letter, word) {
            return None;
        }
        let course = follow(&key.letters, at, word, &mut Vec::new())?;
        let rank = if key.is_sentence() {
            in_sentence(letter, course, word)?
        } else {
            in_name(key, at, course)
        };
        Some(Place { letters: at..course.end, rank })
    })
}

/// Whether `word` can begin at `letter`.
fn begins(letter: &Letter, word: &[char]) -> bool {
    let Some(first) = word.first() else { return false };
    letter.folded.first() == Some(first)
        || letter.readings.iter().any(|it| it.starts_with(|c| key::is_typed(c, *first)))
}

fn in_name(key: &Key, at: usize, course: Course) -> Rank {
    let typed = |letters: &[Letter]| letters.iter().any(|it| !it.folded.is_empty());
    let is_start = !key.letters.get(..at).is_some_and(typed);
    let is_end = !key.letters.get(course.end..).is_some_and(typed);
    let starts_word = key.letters.get(at).is_some_and(|it| it.starts_word);
    match (course.is_cut, is_start) {
        (false, true) if is_end && !course.is_open => Rank::Whole,
        (false, true) => Rank::Start,
        (false, false) if starts_word => Rank::Word,
        (true, true) => Rank::Initials,
        _ => Rank::Part,
    }
}

/// Words of a sentence are found from their beginning and whole, so that three letters do not
/// light up half a page.
fn in_sentence(letter: &Letter, course: Course, word: &[char]) -> Option<Rank> {
    let is_fit = if course.is_spelt {
        !course.is_cut && !course.is_open && word.len() >= PINYIN_IN_SENTENCE
    } else {
        !letter.readings.is_empty() || letter.starts_word || word.len() >= INSIDE_WORD
    };
    is_fit.then_some(Rank::Sentence)
}

/// Lays `word` along `letters` from `at`: a character as itself, in full pinyin, by its initial,
/// and the last one by the beginning of its pinyin. `failed` keeps what was tried in vain.
fn follow(
    letters: &[Letter],
    at: usize,
    word: &[char],
    failed: &mut Vec<(usize, usize)>,
) -> Option<Course> {
    if word.is_empty() {
        return Some(Course { end: at, is_cut: false, is_open: false, is_spelt: false });
    }
    let letter = letters.get(at)?;
    if letter.folded.is_empty() {
        return follow(letters, at + 1, word, failed);
    }
    if failed.contains(&(at, word.len())) {
        return None;
    }
    let course = as_itself(letters, at, word, failed)
        .or_else(|| letter.readings.iter().find_map(|it| spelt(letters, at, word, it, failed)))
        .or_else(|| letter.readings.iter().find_map(|it| cut(letters, at, word, it, failed)));
    if course.is_none() {
        failed.push((at, word.len()));
    }
    course
}

fn as_itself(
    letters: &[Letter],
    at: usize,
    word: &[char],
    failed: &mut Vec<(usize, usize)>,
) -> Option<Course> {
    let rest = word.strip_prefix(letters.get(at)?.folded.as_slice())?;
    follow(letters, at + 1, rest, failed)
}

/// In full pinyin, or in what is typed of it so far.
fn spelt(
    letters: &[Letter],
    at: usize,
    word: &[char],
    reading: &str,
    failed: &mut Vec<(usize, usize)>,
) -> Option<Course> {
    let common = key::common(reading, word);
    if common == reading.chars().count() {
        let course = follow(letters, at + 1, word.get(common..)?, failed)?;
        return Some(Course { is_spelt: true, ..course });
    }
    let is_all = common == word.len();
    is_all.then_some(Course { end: at + 1, is_cut: false, is_open: true, is_spelt: true })
}

/// By the initial alone, with more to follow; zh, ch and sh count as initials too.
fn cut(
    letters: &[Letter],
    at: usize,
    word: &[char],
    reading: &str,
    failed: &mut Vec<(usize, usize)>,
) -> Option<Course> {
    let common = key::common(reading, word);
    let is_double = reading.chars().nth(1) == Some('h');
    let lengths = [(is_double && common >= 2).then_some(2), (common >= 1).then_some(1)];
    lengths.into_iter().flatten().find_map(|length| {
        let course = follow(letters, at + 1, word.get(length..)?, failed)?;
        Some(Course { is_cut: true, is_spelt: true, ..course })
    })
}
