//! What a failed load tells its user.

use std::fmt;

use super::problem::Problem;
use super::span::Span;
use super::words::Words;
use super::{Code, render};
use crate::model::Lang;

/// How bad a diagnostic is. Only errors exist now: a data file is right or it is not loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Severity {
    /// The file cannot be used.
    Error,
}

/// Another place in the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The bytes of the file.
    pub span: Span,
}

/// One problem of a data file: where it is, what is wrong and how to mend it.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// Which check failed.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The file as its user names it.
    pub file: String,
    /// Line, from 1; 1 for a file that could not be read at all.
    pub line: usize,
    /// Column in characters, from 1; 1 for a file that could not be read at all.
    pub column: usize,
    /// The bytes of the file; empty for a file that could not be read at all.
    pub span: Span,
    /// Another place that explains this one, such as the first of two equal ids.
    pub related: Option<Place>,
    problem: Problem,
}

impl Diagnostic {
    pub(super) fn new(
        file: String,
        problem: Problem,
        place: Place,
        related: Option<Place>,
    ) -> Self {
        Self {
            code: problem.code(),
            severity: Severity::Error,
            file,
            line: place.line,
            column: place.column,
            span: place.span,
            related,
            problem,
        }
    }

    /// Whether the file could not be read at all, so that no place in its text is wrong, or the
    /// place is a cell that `file` names.
    #[must_use]
    pub const fn is_about_whole_file(&self) -> bool {
        matches!(
            self.problem,
            Problem::File(_) | Problem::Book(_) | Problem::Table(_) | Problem::Cell(_)
        )
    }

    /// What is wrong, typed.
    #[cfg(test)]
    pub(super) const fn problem(&self) -> &Problem {
        &self.problem
    }

    /// What is wrong, in one sentence.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let [message, _] = Words::of(&self.problem, lang);
        message
    }

    /// How to mend it.
    #[must_use]
    pub fn help(&self, lang: Lang) -> String {
        let [_, help] = Words::of(&self.problem, lang);
        help
    }

    /// `data.ron:12:5`, or the file alone where no place in it is wrong.
    #[must_use]
    pub fn location(&self) -> String {
        if self.is_about_whole_file() {
            self.file.clone()
        } else {
            format!("{}:{}:{}", self.file, self.line, self.column)
        }
    }
}

/// Everything that is wrong with a data file, in the order of the file. Never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    omitted: usize,
}

impl Diagnostics {
    /// The most diagnostics that are kept; the rest is only counted.
    pub const MOST: usize = 1000;

    /// `kept` must be in the order of the file.
    pub(super) const fn new(kept: Vec<Diagnostic>, omitted: usize) -> Self {
        Self { kept, omitted }
    }

    /// A file that cannot be read at all.
    pub(crate) fn of_file(file: String, problem: Problem) -> Self {
        let place = Place { line: 1, column: 1, span: Span::default() };
        Self::new(vec![Diagnostic::new(file, problem, place, None)], 0)
    }

    /// What is wrong with spreadsheets, each with its place, such as `figures.xlsx Sheet1!C7`.
    ///
    /// `None` where nothing is wrong. Only the first [`Self::MOST`] are kept.
    pub(crate) fn of_cells(mut problems: Vec<(String, Problem)>) -> Option<Self> {
        let omitted = problems.len().saturating_sub(Self::MOST);
        problems.truncate(Self::MOST);
        let place = Place { line: 1, column: 1, span: Span::default() };
        let one = |(file, problem)| Diagnostic::new(file, problem, place, None);
        let kept: Vec<Diagnostic> = problems.into_iter().map(one).collect();
        (!kept.is_empty()).then(|| Self::new(kept, omitted))
    }

    /// The diagnostics, first things first; at most [`Self::MOST`].
    #[must_use]
    pub fn as_slice(&self) -> &[Diagnostic] {
        &self.kept
    }

    /// The diagnostics in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.kept.iter()
    }

    /// How many more were found than are kept.
    #[must_use]
    pub const fn omitted(&self) -> usize {
        self.omitted
    }

    /// How many were found.
    #[must_use]
    pub fn count(&self) -> usize {
        self.kept.len() + self.omitted
    }

    /// All of them as text for a terminal, each with the line of `source` that it speaks of.
    ///
    /// `source` is the text that was loaded; without it the places are named but not shown.
    #[must_use]
    pub fn render(&self, source: &str, lang: Lang, color: bool) -> String {
        render::diagnostics(self, source, lang, color)
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in self {
            let location = diagnostic.location();
            let message = diagnostic.message(Lang::En);
            writeln!(f, "{location}: {message} [{}]", diagnostic.code)?;
        }
        if self.omitted > 0 {
            writeln!(f, "and {} more", self.omitted)?;
        }
        Ok(())
    }
}

impl std::error::Error for Diagnostics {}
