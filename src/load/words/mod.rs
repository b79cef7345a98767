//! Every diagnostic in both languages: what is wrong, and how to mend it.

mod figure;
mod file;
mod link;
mod map;
mod outline;
mod part;
mod shape;
mod sheet;
mod syntax;

use super::problem::Problem;
use crate::model::Lang;

/// A message and a help, each in Chinese and English, side by side so that neither is forgotten.
pub(super) struct Words {
    zh: [String; 2],
    en: [String; 2],
}

impl Words {
    /// Message and help in Chinese, then in English.
    fn new(
        zh: impl Into<String>,
        zh_help: impl Into<String>,
        en: impl Into<String>,
        en_help: impl Into<String>,
    ) -> Self {
        Self { zh: [zh.into(), zh_help.into()], en: [en.into(), en_help.into()] }
    }

    /// What is wrong with `problem`, and how to mend it, in `lang`: a message and a help.
    pub(super) fn of(problem: &Problem, lang: Lang) -> [String; 2] {
        let words = match problem {
            Problem::Syntax(problem) => syntax::words(problem),
            Problem::Shape(problem) => shape::words(problem),
            Problem::Link(problem) => link::words(problem),
            Problem::Figure(problem) => figure::words(problem),
            Problem::Part(problem) => part::words(problem),
            Problem::Map(problem) => map::words(problem),
            Problem::Outline(problem) => outline::words(problem),
            Problem::File(problem) => file::words(problem),
            Problem::Book(problem) => sheet::book(problem),
            Problem::Table(problem) => sheet::table(problem),
            Problem::Cell(problem) => sheet::cell(problem),
        };
        match lang {
            Lang::Zh => words.zh,
            Lang::En => words.en,
        }
    }
}

/// `Did you mean “x”?`, or what to do where nothing similar exists.
fn suggest(nearest: Option<&str>, otherwise: [String; 2]) -> [String; 2] {
    match nearest {
        Some(nearest) => [format!("是不是想写“{nearest}”？"), format!("Did you mean “{nearest}”?")],
        None => otherwise,
    }
}
