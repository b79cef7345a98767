//! Gathers what is wrong while a file is read.

use super::diagnostic::{Diagnostic, Diagnostics, Place};
use super::problem::{Figure, Link, Map, Outline, Part, Problem, Shape, Syntax};
use super::span::{Positions, Span};
use super::text;

/// How much work goes into finding similar words: pairs of letters that are compared.
const MOST_COMPARED: usize = 4_000_000;

/// Words longer than this are not compared.
const LONGEST_COMPARED: usize = 100;

#[derive(Clone, Debug)]
struct Finding {
    span: Span,
    related: Option<Span>,
    problem: Problem,
}

/// The problems found so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Report {
    findings: Vec<Finding>,
    omitted: usize,
    compared: usize,
}

impl Report {
    pub(super) const fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// Whether anything is wrong with brackets, quotes or commas.
    #[cfg(test)]
    pub(super) fn tells_of_syntax(&self) -> bool {
        self.findings.iter().any(|it| matches!(it.problem, Problem::Syntax(_)))
    }

    /// Notes that `problem` stands at `span`.
    pub(super) fn add(&mut self, span: Span, problem: impl Into<Problem>) {
        self.push(span, None, problem.into());
    }

    /// Notes a problem that another place explains.
    pub(super) fn add_related(
        &mut self,
        span: Span,
        related: Option<Span>,
        problem: impl Into<Problem>,
    ) {
        self.push(span, related, problem.into());
    }

    fn push(&mut self, span: Span, related: Option<Span>, problem: Problem) {
        self.findings.push(Finding { span, related, problem });
        // A file of millions of mistakes must not fill memory.
        if self.findings.len() >= 2 * Diagnostics::MOST {
            self.keep_first();
        }
    }

    fn keep_first(&mut self) {
        self.findings.sort_by_key(|finding| (finding.span.start, finding.problem.code()));
        let excess = self.findings.len().saturating_sub(Diagnostics::MOST);
        self.omitted += excess;
        self.findings.truncate(Diagnostics::MOST);
    }

    /// The candidate most like `word`, if one is like it at all.
    ///
    /// Looking is slow, and a large file with very many mistakes gets no more suggestions.
    pub(super) fn nearest<'a>(
        &mut self,
        word: &str,
        candidates: impl IntoIterator<Item = &'a str>,
    ) -> Option<String> {
        if self.compared > MOST_COMPARED || word.len() > LONGEST_COMPARED {
            return None;
        }
        let folded = word.to_lowercase();
        let distance = |candidate: &&str| {
            let candidate = candidate.to_lowercase();
            let distance = strsim::damerau_levenshtein(&folded, &candidate);
            let longer = folded.chars().count().max(candidate.chars().count());
            (distance * 3 <= longer.max(3)).then_some(distance)
        };
        let compared = &mut self.compared;
        candidates
            .into_iter()
            .filter(|candidate| candidate.len() <= LONGEST_COMPARED)
            .take_while(|candidate| {
                *compared += word.len().max(1) * candidate.len().max(1);
                *compared <= MOST_COMPARED
            })
            .filter_map(|candidate| Some((distance(&candidate)?, candidate)))
            .min_by_key(|(distance, _)| *distance)
            .map(|(_, candidate)| text::visible(candidate))
    }

    /// The diagnostics for `text`, in its order; `None` where nothing is wrong.
    ///
    /// `skipped` bytes stand before `text` in its file.
    pub(super) fn finish(mut self, file: &str, text: &str, skipped: usize) -> Option<Diagnostics> {
        self.keep_first();
        if self.findings.is_empty() {
            return None;
        }
        let spans = self.findings.iter().flat_map(|it| [Some(it.span), it.related]);
        let positions = Positions::new(text, spans.flatten().map(|span| span.start).collect());
        let file = text::visible(file);
        let kept = self.findings.into_iter().map(|finding| {
            let related = finding.related.map(|span| place(&positions, span, skipped));
            let place = place(&positions, finding.span, skipped);
            Diagnostic::new(file.clone(), finding.problem, place, related)
        });
        Some(Diagnostics::new(kept.collect(), self.omitted))
    }
}

fn place(positions: &Positions, span: Span, skipped: usize) -> Place {
    let (line, column) = positions.of(span.start);
    Place { line, column, span: Span::new(span.start + skipped, span.end + skipped) }
}

macro_rules! into_problem {
    ($($name:ident),*) => {$(
        impl From<$name> for Problem {
            fn from(problem: $name) -> Self {
                Self::$name(problem)
            }
        }
    )*};
}

into_problem!(Syntax, Shape, Link, Figure, Part, Map, Outline);
