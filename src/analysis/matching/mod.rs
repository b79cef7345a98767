//! Finding texts by what was typed: Chinese, pinyin, initials or English, with a typo at most.
//!
//! Fuzzy matchers that score one string against another know no letter with several readings, so
//! the ranking is made here, best first: the whole name, its beginning, the beginning of a word,
//! initials (`hz` for 杭州, `la` for "Land area"), a part, a sentence that holds the words, letters
//! in their order, one typo. A [`Key`] is made once a text; a [`Query`] once a change of the field.

mod align;
mod key;
mod loose;

use std::ops::Range;

pub use key::Key;

/// The most letters of a query that are heeded.
const MOST_LETTERS: usize = 48;

/// Stretches of a text, in bytes on the borders of characters, in order and apart.
pub type Marks = Vec<Range<usize>>;

/// How well a text fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The whole name.
    Whole,
    /// The beginning of the name.
    Start,
    /// The beginning of a word.
    Word,
    /// The initials of words or of Chinese characters.
    Initials,
    /// A part of the name.
    Part,
    /// Words inside a longer text.
    Sentence,
    /// All letters in their order.
    Scattered,
    /// All but one letter.
    Typo,
}

/// What was typed, made ready: words in folded letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<char>>,
}

impl Query {
    /// Splits `text` at white space and folds case, width and accents.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut left = MOST_LETTERS;
        let fold = |word: &str| {
            let letters: Vec<char> = word.chars().flat_map(key::folded).take(left).collect();
            left -= letters.len();
            letters
        };
        let words = text.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
        Self { words }
    }

    /// Whether nothing was typed that can be looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The query as one word: `hang zhou` is meant as `hangzhou` too.
    fn joined(&self) -> Option<Self> {
        (self.words.len() > 1).then(|| Self { words: vec![self.words.concat()] })
    }
}

/// A text, or a group of texts about one thing, that fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// How well it fits; of two hits the lesser is the better.
    pub score: (Rank, usize, usize),
    /// What fits, one list a key in the order of the keys.
    pub marks: Vec<Marks>,
}

/// Where one word fits in one key.
struct Fit {
    rank: Rank,
    start: usize,
    marks: Marks,
}

/// Whether every word of `query` fits one of `keys`, and how well. An empty query fits nothing.
#[must_use]
pub fn find(query: &Query, keys: &[&Key]) -> Option<Hit> {
    let apart = find_words(query, keys);
    let joined = query.joined().and_then(|joined| find_words(&joined, keys));
    match (apart, joined) {
        (Some(apart), Some(joined)) if joined.score.0 < apart.score.0 => Some(joined),
        (None, joined) => joined,
        (apart, _) => apart,
    }
}

fn find_words(query: &Query, keys: &[&Key]) -> Option<Hit> {
    let mut marks = vec![Marks::new(); keys.len()];
    let mut worst = None;
    for word in &query.words {
        let mut best: Option<(Rank, usize, usize)> = None;
        for (key, marks) in keys.iter().zip(&mut marks) {
            let Some(fit) = fit(key, word) else { continue };
            marks.extend(fit.marks);
            let score = (fit.rank, fit.start, key.len());
            best = Some(best.map_or(score, |best| best.min(score)));
        }
        worst = worst.max(Some(best?));
    }
    for marks in &mut marks {
        *marks = tidy(std::mem::take(marks));
    }
    worst.map(|score| Hit { score, marks })
}

/// The best place of `word` in `key`.
fn fit(key: &Key, word: &[char]) -> Option<Fit> {
    let strict = align::places(key, word).min_by_key(|it| (it.rank, it.letters.start));
    let strict = strict.map(|place| Fit {
        rank: place.rank,
        start: place.letters.start,
        marks: key.bytes(place.letters).into_iter().collect(),
    });
    if key.is_sentence() || strict.as_ref().is_some_and(|it| it.rank <= Rank::Word) {
        return strict;
    }
    let initials =
        loose::initials(key, word).map(|marks| Fit { rank: Rank::Initials, start: 0, marks });
    let better = match (strict, initials) {
        (Some(strict), Some(initials)) if initials.rank < strict.rank => Some(initials),
        (strict, initials) => strict.or(initials),
    };
    better
        .or_else(|| {
            let marks = loose::scattered(key, word)?;
            Some(Fit { rank: Rank::Scattered, start: 0, marks })
        })
        .or_else(|| {
            let marks = loose::typo(key, word)?;
            Some(Fit { rank: Rank::Typo, start: 0, marks })
        })
}

/// Leaves out hits with letters left out or a typo where `hits` has better ones: `city` is no
/// misspelt `charity` when there are cities.
pub fn keep_close<T>(hits: &mut Vec<T>, rank: impl Fn(&T) -> Rank) {
    if hits.iter().any(|hit| rank(hit) < Rank::Scattered) {
        hits.retain(|hit| rank(hit) < Rank::Scattered);
    }
}

/// Every place in `key` where a word of `query` stands, for marking a text that was found.
#[must_use]
pub fn marks(query: &Query, key: &Key) -> Marks {
    let all = |query: &Query| -> Marks {
        let words = query.words.iter();
        words
            .flat_map(|word| align::places(key, word))
            .filter_map(|it| key.bytes(it.letters))
            .collect()
    };
    let mut found = all(query);
    found.extend(query.joined().iter().flat_map(all));
    tidy(found)
}

/// In order, without overlaps.
fn tidy(mut marks: Marks) -> Marks {
    marks.sort_by_key(|it| (it.start, it.end));
    let mut out = Marks::with_capacity(marks.len());
    for mark in marks {
        match out.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => out.push(mark),
        }
    }
    out
}

#[cfg(test)]
mod tests;
