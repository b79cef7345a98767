//! Cuts RON text into the few kinds of tokens that its structure hangs on.
//!
//! Values are read by `ron`. This only finds where they begin and end, also in a file that `ron`
//! refuses, so that one broken element does not hide the mistakes in the others.

use super::span::Span;

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    Comma,
    Colon,
    /// Something in quotes.
    Text {
        is_closed: bool,
        has_newline: bool,
    },
    Comment {
        is_closed: bool,
    },
    /// A name, a number or anything else.
    Word,
}

/// How a file with faulty brackets or quotes is read all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Repairs {
    /// Every text ends with its line: one missing quote would turn the rest inside out.
    pub(super) texts_end_with_line: bool,
    /// Full-width brackets, commas and colons count as if they were half-width.
    pub(super) takes_full_width: bool,
    /// Closing brackets and commas that are missing, each before a byte, in order.
    pub(super) inserted: Vec<(usize, Token)>,
    /// The bytes of closing brackets that close nothing, in order.
    pub(super) ignored: Vec<usize>,
    /// What counts as blank, for it is read by itself: between two tokens each, in order.
    pub(super) skipped: Vec<Span>,
}

#[derive(Clone, Debug)]
pub(super) struct Lexer<'a> {
    rest: &'a str,
    at: usize,
    repairs: &'a Repairs,
    next_inserted: usize,
    next_skipped: usize,
}

impl<'a> Lexer<'a> {
    /// Reads `text`, which stands at byte `at` of the file.
    pub(super) fn new(text: &'a str, at: usize, repairs: &'a Repairs) -> Self {
        Self {
            rest: text,
            at,
            repairs,
            next_inserted: repairs.inserted.partition_point(|(before, _)| *before <= at),
            next_skipped: repairs.skipped.partition_point(|span| span.start < at),
        }
    }

    /// The missing token that belongs here.
    fn inserted(&mut self) -> Option<(Token, Span)> {
        let (before, token) = self.repairs.inserted.get(self.next_inserted)?;
        if *before > self.at {
            return None;
        }
        self.next_inserted += 1;
        Some((*token, Span::new(self.at, self.at)))
    }

    fn advance(&mut self, bytes: usize) -> Span {
        let bytes = bytes.min(self.rest.len());
        let start = self.at;
        self.rest = self.rest.get(bytes..).unwrap_or_default();
        self.at += bytes;
        Span::new(start, self.at)
    }

    /// Length of a text in quotes; escapes do not end it.
    fn quoted(&self, prefix: usize, quote: char) -> (usize, Token) {
        let body = self.rest.get(prefix + 1..).unwrap_or_default();
        let mut is_escaped = false;
        let mut has_newline = false;
        for (at, c) in body.char_indices() {
            if c == '\n' {
                has_newline = true;
                if self.repairs.texts_end_with_line || quote == '\'' {
                    return (prefix + 1 + at, text(false, false));
                }
            }
            if is_escaped {
                is_escaped = false;
            } else if c == '\\' {
                is_escaped = true;
            } else if c == quote {
                return (prefix + 2 + at, text(true, has_newline));
            }
        }
        (self.rest.len(), text(false, has_newline))
    }

    /// Length of a raw text such as `r#"…"#`, if one begins at byte `prefix`.
    fn raw(&self, prefix: usize) -> Option<(usize, Token)> {
        let from_hashes = self.rest.get(prefix..)?;
        let body = from_hashes.trim_start_matches('#');
        let hashes = from_hashes.len() - body.len();
        let body = body.strip_prefix('"')?;
        let end = format!("\"{}", "#".repeat(hashes));
        Some(match body.find(&end) {
            Some(at) => {
                let has_newline = body.get(..at).is_some_and(|body| body.contains('\n'));
                let length = prefix + hashes + 1 + at + end.len();
                (length, text(true, has_newline))
            }
            None => (self.rest.len(), text(false, true)),
        })
    }

    /// Length of a block comment; these nest.
    fn block_comment(&self) -> (usize, Token) {
        let mut depth = 0_usize;
        let mut at = 0;
        while let Some(rest) = self.rest.get(at..) {
            if rest.starts_with("/*") {
                depth += 1;
                at += 2;
            } else if rest.starts_with("*/") {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return (at, Token::Comment { is_closed: true });
                }
            } else if let Some(c) = rest.chars().next() {
                at += c.len_utf8();
            } else {
                break;
            }
        }
        (self.rest.len(), Token::Comment { is_closed: false })
    }

    fn word(&self, first: char) -> (usize, Token) {
        if !is_word_char(first) {
            let meant = half_width(first).filter(|_| self.repairs.takes_full_width);
            let token = match meant {
                Some(open @ ('(' | '[')) => Token::Open(open),
                Some(close @ (')' | ']')) => Token::Close(close),
                Some(',') => Token::Comma,
                Some(':') => Token::Colon,
                _ => Token::Word,
            };
            return (first.len_utf8(), token);
        }
        let length = self.rest.find(|c| !is_word_char(c)).unwrap_or(self.rest.len());
        let next = self.rest.get(length..).unwrap_or_default();
        let prefixed = match self.rest.get(..length) {
            Some("r" | "br") => self.raw(length),
            Some("b") if next.starts_with('"') => Some(self.quoted(length, '"')),
            Some("b") if next.starts_with('\'') => Some(self.quoted(length, '\'')),
            _ => None,
        };
        prefixed.unwrap_or((length, Token::Word))
    }
}

impl Iterator for Lexer<'_> {
    type Item = (Token, Span);

    fn next(&mut self) -> Option<Self::Item> {
        // A loop, for a file of closing brackets only would overflow the stack.
        loop {
            let (token, span) = self.advance_token()?;
            let is_ignored = matches!(token, Token::Close(_))
                && self.repairs.ignored.binary_search(&span.start).is_ok();
            if !is_ignored {
                return Some((token, span));
            }
        }
    }
}

impl Lexer<'_> {
    /// Goes past white space and what counts as such.
    fn advance_blank(&mut self) {
        loop {
            let start = self.at;
            let blank = self.rest.len() - self.rest.trim_start_matches(is_blank).len();
            self.advance(blank);
            let Some(span) = self.repairs.skipped.get(self.next_skipped) else { return };
            if span.start > self.at {
                return;
            }
            self.next_skipped += 1;
            // One that begins before stands within a text or a comment.
            if span.start >= start {
                self.advance(span.end.saturating_sub(self.at));
            }
        }
    }

    fn advance_token(&mut self) -> Option<(Token, Span)> {
        self.advance_blank();
        if let Some(inserted) = self.inserted() {
            return Some(inserted);
        }
        let first = self.rest.chars().next()?;
        let (length, token) = match first {
            '(' | '[' | '{' => (1, Token::Open(first)),
            ')' | ']' | '}' => (1, Token::Close(first)),
            ',' => (1, Token::Comma),
            ':' => (1, Token::Colon),
            '"' | '\'' => self.quoted(0, first),
            '/' if self.rest.starts_with("//") => {
                let length = self.rest.find('\n').unwrap_or(self.rest.len());
                (length, Token::Comment { is_closed: true })
            }
            '/' if self.rest.starts_with("/*") => self.block_comment(),
            _ => self.word(first),
        };
        Some((token, self.advance(length)))
    }
}

const fn text(is_closed: bool, has_newline: bool) -> Token {
    Token::Text { is_closed, has_newline }
}

/// What RON takes for white space.
const fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '-')
}

/// The closing bracket that belongs to an opening one.
pub(super) const fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// What RON expects where a Chinese keyboard gave a full-width sign.
pub(super) const fn half_width(found: char) -> Option<char> {
    Some(match found {
        '，' | '、' | '；' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        '［' | '【' => '[',
        '］' | '】' => ']',
        '“' | '”' | '＂' | '„' | '«' | '»' | '「' | '」' => '"',
        _ => return None,
    })
}
