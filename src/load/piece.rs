//! Stretches of the file that hold one value.

use super::lexer::{Lexer, Repairs, Token};
use super::span::Span;

/// One value of the file as it is written, with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) repairs: &'a Repairs,
}

/// A value in brackets, perhaps with a name before them: `Bullet(2)`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bracketed<'a> {
    pub(super) name: Option<Piece<'a>>,
    pub(super) open: char,
    pub(super) content: Piece<'a>,
    /// What stands after the closing bracket and should not.
    pub(super) trailing: Option<Span>,
}

impl<'a> Piece<'a> {
    pub(super) const fn span(self) -> Span {
        Span::new(self.at, self.at + self.text.len())
    }

    /// One line of the value, which is enough to point at it: the first that says something.
    pub(super) fn head(self) -> Span {
        let mut start = self.at;
        for line in self.text.split_inclusive('\n').take(8) {
            let trimmed = line.trim();
            let says_something = !trimmed.is_empty()
                && !trimmed.ends_with(['(', '[', '{'])
                && !trimmed.starts_with("//");
            if says_something {
                let indent = line.len() - line.trim_start().len();
                return Span::new(start + indent, start + indent + trimmed.len());
            }
            start += line.len();
        }
        let first_line = self.text.lines().next().unwrap_or_default();
        Span::new(self.at, self.at + first_line.trim_end().len())
    }

    fn tokens(self) -> impl Iterator<Item = (Token, Span)> + use<'a> {
        Lexer::new(self.text, self.at, self.repairs)
            .filter(|(token, _)| !matches!(token, Token::Comment { .. }))
    }

    /// The part of this piece at `span`, which counts from the start of the file.
    fn part(self, span: Span) -> Self {
        let start = span.start.saturating_sub(self.at);
        let end = span.end.saturating_sub(self.at);
        Self {
            text: self.text.get(start..end).unwrap_or_default(),
            at: span.start,
            repairs: self.repairs,
        }
    }

    /// The value without the brackets around it.
    pub(super) fn bracketed(self) -> Option<Bracketed<'a>> {
        let mut tokens = self.tokens().peekable();
        let mut name = None;
        if let Some((_, span)) = tokens.next_if(|(token, _)| *token == Token::Word) {
            name = Some(self.part(span));
        }
        let Some((Token::Open(open), open_span)) = tokens.next() else {
            return None;
        };
        let mut depth = 1_usize;
        let mut end = self.span().end;
        for (token, span) in tokens.by_ref() {
            match token {
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                end = span.start;
                break;
            }
        }
        // A bracket put in has no width and belongs to what is around this piece.
        let trailing = tokens
            .find(|(_, span)| span.start < span.end)
            .map(|(_, span)| Span::new(span.start, self.span().end));
        Some(Bracketed { name, open, content: self.part(Span::new(open_span.end, end)), trailing })
    }

    /// The values between the commas. One that is missing between two commas comes out empty.
    ///
    /// One at a time: a list of commas would fill memory.
    pub(super) fn entries(self) -> Entries<'a> {
        Entries { piece: self, tokens: Lexer::new(self.text, self.at, self.repairs), current: None }
    }

    /// The name and the value of `name: value`; `None` without a name and a colon.
    pub(super) fn named(self) -> Option<(Self, Self)> {
        let mut tokens = self.tokens();
        let (Token::Word, name) = tokens.next()? else {
            return None;
        };
        let (Token::Colon, _) = tokens.next()? else {
            return None;
        };
        let first = tokens.next().map(|(_, span)| span);
        let start = first.map_or(self.span().end, |span| span.start);
        let value = self.part(Span::new(start, self.span().end));
        Some((self.part(name), value))
    }
}

/// The values between the commas of a piece.
pub(super) struct Entries<'a> {
    piece: Piece<'a>,
    tokens: Lexer<'a>,
    current: Option<Span>,
}

impl<'a> Iterator for Entries<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        let mut depth = 0_usize;
        for (token, span) in self.tokens.by_ref() {
            match token {
                Token::Comment { .. } => continue,
                Token::Comma if depth == 0 => {
                    let nothing = Span::new(span.start, span.start);
                    return Some(self.piece.part(self.current.take().unwrap_or(nothing)));
                }
                // A bracket put in at the very end belongs to what is around this piece.
                Token::Close(_) if depth == 0 => continue,
                Token::Open(_) => depth += 1,
                Token::Close(_) => depth -= 1,
                _ => {}
            }
            let start = self.current.map_or(span.start, |current| current.start);
            self.current = Some(Span::new(start, span.end));
        }
        self.current.take().map(|last| self.piece.part(last))
    }
}
