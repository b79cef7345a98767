//! Checks quotes, brackets and comments of the whole file before anything is read.
//!
//! Where brackets do not match, it works out which one is missing from what these files look like,
//! so that the rest of the file can be read and checked too.

use super::flaw::{Flaw, without_results};
use super::lexer::{Lexer, Repairs, Token, closing, half_width};
use super::problem::Syntax;
use super::span::Span;

/// What the structure of a file is like.
#[derive(Clone, Debug, Default)]
pub(super) struct Structure {
    /// How the file is best read.
    pub(super) repairs: Repairs,
    /// Where anything is wrong, in order.
    pub(super) damage: Vec<Span>,
    /// What to tell of it.
    pub(super) flaws: Vec<Flaw>,
    /// Whether so much is wrong, or brackets stand so deep, that reading on would say nothing.
    pub(super) is_hopeless: bool,
}

/// Brackets in brackets, at most. A sound file has six.
pub(super) const DEEPEST: usize = 64;

/// The most flaws that are looked for: each takes more memory than the byte that it stands at.
const MOST_FLAWS: usize = 5_000;

/// What is wrong with the structure of `text`, and how the rest of it is best read.
///
/// `skipped` stretches, in order, count as blank.
pub(super) fn check(text: &str, skipped: Vec<Span>) -> Structure {
    let as_is = Repairs { skipped, ..Repairs::default() };
    let pass = Pass::run(text, as_is.clone(), false);
    if pass.flaws.is_empty() {
        return Structure { repairs: as_is, ..Structure::default() };
    }
    let half_width = Repairs { takes_full_width: true, ..as_is };
    if pass.has_long_text {
        let by_line = Repairs { texts_end_with_line: true, ..half_width.clone() };
        let by_line = Pass::run(text, by_line, true);
        if by_line.flaws.iter().any(Flaw::is_endless) {
            return by_line.finish(text);
        }
    }
    Pass::run(text, half_width, true).finish(text)
}

/// How a file without a flaw is read, `skipped` counting as blank; `None` where it has any.
pub(super) fn of_sound(text: &str, skipped: Span) -> Option<Repairs> {
    let repairs = Repairs { skipped: vec![skipped], ..Repairs::default() };
    let pass = Pass::run(text, repairs, false);
    pass.flaws.is_empty().then_some(pass.repairs)
}

/// An open bracket.
#[derive(Clone, Copy)]
struct Open {
    bracket: char,
    span: Span,
    /// Whether the entry that is read in it has a colon already.
    has_colon: bool,
}

#[derive(Default)]
struct Pass {
    flaws: Vec<Flaw>,
    stack: Vec<Open>,
    repairs: Repairs,
    is_mending: bool,
    has_long_text: bool,
    is_hopeless: bool,
    /// The last comma, where nothing or only one word follows it so far.
    comma: Option<Span>,
    /// The last token and the one before it, comments aside.
    last: Option<(Token, Span)>,
    earlier: Option<Token>,
}

impl Pass {
    /// Goes through `text`, read with `repairs`, and puts to them what it finds missing.
    fn run(text: &str, repairs: Repairs, is_mending: bool) -> Self {
        let mut pass = Self { is_mending, ..Self::default() };
        for (token, span) in Lexer::new(text, 0, &repairs) {
            let is_full_width = pass.report_full_width(text, span);
            pass.report_missing_comma(token, span, is_full_width);
            pass.token(token, span);
            if !matches!(token, Token::Comment { .. }) {
                let is_word_after_comma =
                    token == Token::Word && matches!(pass.last, Some((Token::Comma, _)));
                pass.comma = match token {
                    Token::Comma => Some(span),
                    _ => pass.comma.filter(|_| is_word_after_comma),
                };
                pass.earlier = pass.last.map(|(token, _)| token);
                pass.last = Some((token, span));
            }
            if pass.stack.len() > DEEPEST {
                pass.add(span, Syntax::TooDeep { most: DEEPEST }, None);
                pass.is_hopeless = true;
            }
            if pass.is_hopeless || pass.flaws.len() >= MOST_FLAWS {
                pass.is_hopeless = true;
                pass.stack.clear();
                break;
            }
        }
        let end = Span::new(text.len(), text.len());
        while let Some(open) = pass.stack.pop() {
            pass.unclosed(open, end, None);
        }
        let Repairs { inserted, ignored, .. } = std::mem::take(&mut pass.repairs);
        pass.repairs = Repairs { inserted, ignored, ..repairs };
        pass
    }

    fn finish(self, text: &str) -> Structure {
        let mut damage: Vec<Span> = self.flaws.iter().map(|flaw| flaw.span).collect();
        damage.sort_unstable();
        Structure {
            repairs: self.repairs,
            damage,
            flaws: without_results(text, self.flaws),
            is_hopeless: self.is_hopeless,
        }
    }

    fn token(&mut self, token: Token, span: Span) {
        let open = |bracket| Open { bracket, span, has_colon: false };
        let comma = self.comma.filter(|_| self.is_mending);
        match (token, comma) {
            // In these files a group never follows a comma inside a group.
            (Token::Open('('), Some(comma)) => {
                self.give_up('(', comma, span);
                self.stack.push(open('('));
            }
            // Nor does a named field stand in a list.
            (Token::Colon, Some(comma)) => self.give_up('[', comma, span),
            (Token::Open(bracket), _) => self.stack.push(open(bracket)),
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
        if let Some(open) = self.stack.last_mut() {
            match token {
                Token::Comma => open.has_colon = false,
                Token::Colon => open.has_colon = true,
                _ => {}
            }
        }
    }

    /// Reports a sign of a Chinese keyboard, and tells whether it is one.
    fn report_full_width(&mut self, text: &str, span: Span) -> bool {
        let mut chars = text.get(span.start..span.end).unwrap_or_default().chars();
        let (Some(found), None) = (chars.next(), chars.next()) else {
            return false;
        };
        let Some(instead) = half_width(found) else {
            return false;
        };
        self.add(span, Syntax::FullWidth { found, instead }, None);
        true
    }

    /// Reports two values with nothing between them, or a second name in one entry.
    fn report_missing_comma(&mut self, token: Token, span: Span, is_full_width: bool) {
        let Some((last, last_span)) = self.last else {
            return;
        };
        let Some(open) = self.stack.last_mut() else {
            return;
        };
        let ends_value = matches!(last, Token::Close(_) | Token::Text { .. });
        let begins_value = matches!(token, Token::Open(_) | Token::Text { .. } | Token::Word);
        let follows_value = ends_value && begins_value && !is_full_width;
        let is_second_name = token == Token::Colon
            && last == Token::Word
            && open.has_colon
            && self.earlier == Some(Token::Word);
        let is_endless = matches!(last, Token::Text { is_closed: false, .. });
        if follows_value && is_endless {
            // The comma is within the text that does not end.
            open.has_colon = false;
            self.repairs.inserted.push((span.start, Token::Comma));
        } else if follows_value {
            open.has_colon = false;
            self.missing_comma(span);
        } else if is_second_name {
            open.has_colon = false;
            self.missing_comma(last_span);
        }
    }

    fn missing_comma(&mut self, before: Span) {
        self.add(before, Syntax::MissingComma, None);
        self.repairs.inserted.push((before.start, Token::Comma));
    }

    fn add(&mut self, span: Span, problem: Syntax, related: Option<Span>) {
        self.flaws.push(Flaw { span, problem, related });
    }

    /// Reports a bracket that is not closed and closes it before `end`.
    fn unclosed(&mut self, open: Open, end: Span, related: Option<Span>) {
        let bracket = open.bracket;
        self.add(open.span, Syntax::UnclosedBracket { open: bracket }, related);
        let close = Token::Close(closing(bracket));
        self.repairs.inserted.push((end.start, close));
    }

    /// Closes all innermost brackets of one sort before `comma`, for `here` cannot stand in them.
    ///
    /// The bracket around the whole file stays: there is nothing to go back to.
    fn give_up(&mut self, unfit: char, comma: Span, here: Span) {
        while self.stack.len() > 1
            && let Some(open) = self.stack.pop_if(|open| open.bracket == unfit)
        {
            self.unclosed(open, comma, Some(here));
        }
    }

    fn close(&mut self, close: char, span: Span) {
        let fits = |open: &Open| closing(open.bracket) == close;
        // A list outranks the groups in it, but a group too many does not end the list around it.
        let found = if close == ')' {
            let last = self.stack.len().checked_sub(1);
            last.filter(|_| self.stack.last().is_some_and(fits))
        } else {
            self.stack.iter().rposition(fits)
        };
        let Some(at) = found else {
            let related = self.stack.last().map(|open| open.span);
            self.add(span, Syntax::UnexpectedClosing { close }, related);
            self.repairs.ignored.push(span.start);
            return;
        };
        while self.stack.len() > at + 1 {
            if let Some(open) = self.stack.pop() {
                self.unclosed(open, span, Some(span));
            }
        }
        self.stack.pop();
    }
}
