//! Checks quotes, brackets and comments of the whole file before anything is read.
//!
//! Where brackets do not match, it works out which one is missing from what these files look like,
//! so that the rest of the file can be read and checked too.

use super::lexer::{Lexer, Repairs, Token, closing};
use super::problem::Syntax;
use super::span::Span;

/// Something wrong with the structure, and the place that explains it.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    pub(super) span: Span,
    pub(super) problem: Syntax,
    pub(super) related: Option<Span>,
}

/// What the structure of a file is like.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure {
    /// How the file is best read.
    pub(super) repairs: Repairs,
    /// Where anything is wrong, in order.
    pub(super) damage: Vec<Span>,
    /// What to tell of it.
    pub(super) flaws: Vec<Flaw>,
}

/// What is wrong with the structure of `text`, and how the rest of it is best read.
pub(super) fn check(text: &str) -> Structure {
    let as_is = Pass::run(text, false, false);
    if as_is.flaws.is_empty() {
        return Structure::default();
    }
    if as_is.has_long_text {
        let by_line = Pass::run(text, true, true);
        if by_line.flaws.iter().any(Flaw::is_endless) {
            return by_line.finish(text);
        }
    }
    Pass::run(text, false, true).finish(text)
}

impl Flaw {
    /// Whether a text or a comment goes on where it should have ended.
    const fn is_endless(&self) -> bool {
        matches!(self.problem, Syntax::UnclosedText | Syntax::UnclosedComment)
    }
}

/// Leaves out flaws that only result from a text or a comment that does not end.
fn without_results(text: &str, mut flaws: Vec<Flaw>) -> Vec<Flaw> {
    let mut ends: Vec<usize> =
        flaws.iter().filter(|it| it.is_endless()).map(|it| it.span.start).collect();
    ends.sort_unstable();
    let any_within = |start: usize, end: usize| {
        let first = ends.partition_point(|at| *at < start);
        ends.get(first).is_some_and(|at| *at < end)
    };
    flaws.retain(|flaw| match flaw.problem {
        Syntax::UnclosedBracket { .. } => {
            let end = flaw.related.map_or(text.len(), |span| span.end);
            !any_within(flaw.span.start, end)
        }
        Syntax::UnexpectedClosing { .. } => {
            let start = flaw.related.map_or(0, |span| span.start);
            !any_within(start, flaw.span.end)
        }
        Syntax::FullWidth { .. } => {
            let rest = text.get(flaw.span.start..).unwrap_or_default();
            let line_end = rest.find('\n').unwrap_or(rest.len());
            !any_within(flaw.span.start, flaw.span.start + line_end)
        }
        _ => true,
    });
    flaws
}

#[derive(Default)]
struct Pass {
    flaws: Vec<Flaw>,
    stack: Vec<(char, Span)>,
    repairs: Repairs,
    is_mending: bool,
    has_long_text: bool,
}

/// What the last tokens were, as far as it helps to find a missing bracket.
#[derive(Clone, Copy, Default)]
enum Before {
    #[default]
    Other,
    Comma(Span),
    WordAfterComma(Span),
}

impl Pass {
    fn run(text: &str, texts_end_with_line: bool, is_mending: bool) -> Self {
        let repairs = Repairs { texts_end_with_line, ..Repairs::default() };
        let mut pass = Self { is_mending, ..Self::default() };
        let mut before = Before::Other;
        for (token, span) in Lexer::new(text, 0, &repairs) {
            pass.token(token, span, before);
            before = match (token, before) {
                (Token::Comment { .. }, before) => before,
                (Token::Comma, _) => Before::Comma(span),
                (Token::Word, Before::Comma(comma)) => Before::WordAfterComma(comma),
                _ => Before::Other,
            };
            if token == Token::Word {
                pass.word(text, span);
            }
        }
        let end = Span::new(text.len(), text.len());
        while let Some((open, span)) = pass.stack.pop() {
            pass.unclosed(open, span, end, None);
        }
        pass.repairs.texts_end_with_line = texts_end_with_line;
        pass
    }

    fn finish(self, text: &str) -> Structure {
        let mut damage: Vec<Span> = self.flaws.iter().map(|flaw| flaw.span).collect();
        damage.sort_unstable();
        Structure { repairs: self.repairs, damage, flaws: without_results(text, self.flaws) }
    }

    fn token(&mut self, token: Token, span: Span, before: Before) {
        match (token, before) {
            // In these files a group never follows a comma inside a group.
            (Token::Open('('), Before::Comma(comma)) if self.is_mending => {
                self.give_up('(', comma, span);
                self.stack.push(('(', span));
            }
            // Nor does a named field stand in a list.
            (Token::Colon, Before::WordAfterComma(comma)) if self.is_mending => {
                self.give_up('[', comma, span);
            }
            (Token::Open(open), _) => self.stack.push((open, span)),
            (Token::Close(close), _) => self.close(close, span),
            (Token::Text { is_closed, has_newline }, _) => {
                self.has_long_text |= has_newline || !is_closed;
                if !is_closed {
                    self.add(span, Syntax::UnclosedText, None);
                }
            }
            (Token::Comment { is_closed: false }, _) => {
                let start = Span::new(span.start, span.start + 2);
                self.add(start, Syntax::UnclosedComment, None);
            }
            (Token::Word | Token::Comma | Token::Colon | Token::Comment { .. }, _) => {}
        }
    }

    fn add(&mut self, span: Span, problem: Syntax, related: Option<Span>) {
        self.flaws.push(Flaw { span, problem, related });
    }

    /// Reports a bracket that is not closed and closes it before `end`.
    fn unclosed(&mut self, open: char, span: Span, end: Span, related: Option<Span>) {
        self.add(span, Syntax::UnclosedBracket { open }, related);
        self.repairs.inserted.push((end.start, closing(open)));
    }

    /// Closes all innermost brackets of one sort before `comma`, for `here` cannot stand in them.
    ///
    /// The bracket around the whole file stays: there is nothing to go back to.
    fn give_up(&mut self, unfit: char, comma: Span, here: Span) {
        while self.stack.len() > 1
            && let Some((open, span)) = self.stack.pop_if(|(open, _)| *open == unfit)
        {
            self.unclosed(open, span, comma, Some(here));
        }
    }

    fn close(&mut self, close: char, span: Span) {
        let fits = |(open, _): &(char, Span)| closing(*open) == close;
        // A list outranks the groups in it, but a group too many does not end the list around it.
        let found = if close == ')' {
            let last = self.stack.len().checked_sub(1);
            last.filter(|_| self.stack.last().is_some_and(fits))
        } else {
            self.stack.iter().rposition(fits)
        };
        let Some(at) = found else {
            let related = self.stack.last().map(|(_, span)| *span);
            self.add(span, Syntax::UnexpectedClosing { close }, related);
            self.repairs.ignored.push(span.start);
            return;
        };
        while self.stack.len() > at + 1 {
            if let Some((open, open_span)) = self.stack.pop() {
                self.unclosed(open, open_span, span, Some(span));
            }
        }
        self.stack.pop();
    }

    fn word(&mut self, text: &str, span: Span) {
        let mut chars = text.get(span.start..span.end).unwrap_or_default().chars();
        if let (Some(found), None) = (chars.next(), chars.next())
            && let Some(instead) = half_width(found)
        {
            self.add(span, Syntax::FullWidth { found, instead }, None);
        }
    }
}

/// What RON expects where a Chinese keyboard gave a full-width sign.
const fn half_width(found: char) -> Option<char> {
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
