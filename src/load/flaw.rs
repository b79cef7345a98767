//! What can be wrong with quotes, brackets and commas.

use super::problem::Syntax;
use super::span::Span;

/// Something wrong with the structure, and the place that explains it.
#[derive(Clone, Debug)]
pub(super) struct Flaw {
    pub(super) span: Span,
    pub(super) problem: Syntax,
    pub(super) related: Option<Span>,
}

impl Flaw {
    /// Whether a text or a comment goes on where it should have ended.
    pub(super) const fn is_endless(&self) -> bool {
        matches!(self.problem, Syntax::UnclosedText | Syntax::UnclosedComment)
    }
}

/// Leaves out flaws that only result from a text or a comment that does not end.
pub(super) fn without_results(text: &str, mut flaws: Vec<Flaw>) -> Vec<Flaw> {
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
        // A full-width quote is the reason itself.
        Syntax::FullWidth { instead: '"', .. } => true,
        Syntax::FullWidth { .. } | Syntax::MissingComma => {
            let rest = text.get(flaw.span.start..).unwrap_or_default();
            let line_end = rest.find('\n').unwrap_or(rest.len());
            !any_within(flaw.span.start, flaw.span.start + line_end)
        }
        _ => true,
    });
    flaws
}
