//! Names that fit loosely: by initials of words, with letters left out, with one typo.

use std::ops::Range;

use super::{
    Key, Marks,
    key::{Letter, is_typed},
};

/// English words that initials may leave out.
const SMALL_WORDS: [&str; 11] =
    ["of", "in", "the", "and", "for", "to", "per", "with", "a", "by", "on"];
/// The least letters of a word in which letters may be left out, Chinese and other.
const SCATTERED: (usize, usize) = (2, 3);
/// How far scattered letters may lie apart: the stretch they span, in lengths of the word.
const MOST_SPREAD: usize = 3;
/// The least letters of a word that may hold a typo.
const TYPO: usize = 4;
/// The most characters that are spelt together in search of a typo.
const MOST_SPELT: usize = 6;

/// The initials of words, from the first on: `dpf` for "Disabled Persons' Federation".
pub(super) fn initials(key: &Key, word: &[char]) -> Option<Marks> {
    if word.len() < 2 {
        return None;
    }
    let mut marks = Marks::new();
    let mut typed = word.iter();
    let mut wanted = typed.next();
    for run in words(key) {
        let Some(letters) = key.letters.get(run) else { continue };
        let first = letters.first()?;
        let Some(initial) = wanted else { break };
        if stands_for(first, *initial) {
            marks.push(first.bytes.clone());
            wanted = typed.next();
        } else if marks.is_empty() || !is_small(letters) {
            return None;
        }
    }
    wanted.is_none().then_some(marks)
}

/// Words of Latin letters, and each Chinese character.
fn words(key: &Key) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut is_word = false;
    for (at, letter) in key.letters.iter().enumerate() {
        let is_chinese = !letter.readings.is_empty();
        match out.last_mut() {
            _ if letter.folded.is_empty() => is_word = false,
            Some(last) if is_word && !is_chinese => last.end = at + 1,
            _ => {
                out.push(at..at + 1);
                is_word = !is_chinese;
            }
        }
    }
    out
}

fn is_small(letters: &[Letter]) -> bool {
    let word: String = letters.iter().flat_map(|it| &it.folded).collect();
    SMALL_WORDS.contains(&word.as_str())
}

/// Whether `typed` is the letter, or the initial of one of its readings.
fn stands_for(letter: &Letter, typed: char) -> bool {
    letter.folded.first() == Some(&typed)
        || letter.readings.iter().any(|it| it.starts_with(|c| is_typed(c, typed)))
}

/// All letters of `word` in their order, from the beginning of a word on, not too far apart.
pub(super) fn scattered(key: &Key, word: &[char]) -> Option<Marks> {
    let is_chinese = word.iter().any(|c| !c.is_ascii());
    if word.len() < if is_chinese { SCATTERED.0 } else { SCATTERED.1 } {
        return None;
    }
    let starts = key.letters.iter().enumerate().filter(|(_, it)| it.starts_word);
    starts.map(|(at, _)| at).find_map(|at| {
        let mut marks = Marks::new();
        let mut typed = word.iter().peekable();
        let span = word.len() * MOST_SPREAD;
        for letter in key.letters.iter().skip(at).take(span) {
            if typed.peek().is_some_and(|it| stands_for(letter, **it)) {
                typed.next();
                marks.push(letter.bytes.clone());
            } else if marks.is_empty() {
                return None;
            }
        }
        typed.peek().is_none().then_some(marks)
    })
}

/// A word of the name that differs from `word` in one letter left out, put in, changed or swapped.
pub(super) fn typo(key: &Key, word: &[char]) -> Option<Marks> {
    if word.len() < TYPO || word.iter().any(|c| !c.is_ascii_alphabetic()) {
        return None;
    }
    let typed: String = word.iter().collect();
    let is_near = |candidate: &str| {
        candidate.chars().next() == word.first().copied()
            && candidate.len().abs_diff(typed.len()) <= 1
            && strsim::osa_distance(candidate, &typed) == 1
    };
    let words = words(key);
    let near = (0..words.len()).find_map(|from| {
        let mut spelt = String::new();
        let rest = words.get(from..)?;
        for run in rest.iter().take(MOST_SPELT) {
            let letters = key.letters.get(run.clone())?;
            let is_latin = letters.first()?.readings.is_empty();
            if is_latin && !spelt.is_empty() {
                return None;
            }
            spell(letters, &mut spelt);
            if is_near(&spelt) {
                return Some(rest.first()?.start..run.end);
            }
            if is_latin || spelt.len() > typed.len() {
                return None;
            }
        }
        None
    })?;
    Some(key.bytes(near).into_iter().collect())
}

/// Adds the usual reading, or the letters themselves.
fn spell(letters: &[Letter], out: &mut String) {
    for letter in letters {
        match letter.readings.first() {
            Some(reading) => out.push_str(reading),
            None => out.extend(&letter.folded),
        }
    }
}
