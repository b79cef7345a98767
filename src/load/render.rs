//! Diagnostics as text for a terminal.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::diagnostic::{Diagnostic, Diagnostics, Place};
use super::span::line_around;
use crate::model::Lang;

/// Lines longer than this are not shown: nobody reads them.
const LONGEST_LINE: usize = 2000;

/// All diagnostics, a blank line between them, and their number at the end.
pub(super) fn diagnostics(all: &Diagnostics, source: &str, lang: Lang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() };
    let page = Page { renderer: renderer.decor_style(DecorStyle::Unicode), source, lang };
    let mut text = String::new();
    for diagnostic in all {
        text.push_str(&page.one(diagnostic));
        text.push_str("\n\n");
    }
    text.push_str(&summary(all, lang));
    text.push('\n');
    text
}

struct Page<'a> {
    renderer: Renderer,
    source: &'a str,
    lang: Lang,
}

impl Page<'_> {
    fn one(&self, diagnostic: &Diagnostic) -> String {
        let message = diagnostic.message(self.lang);
        let help = diagnostic.help(self.lang);
        let (error_name, help_name, related_label) = match self.lang {
            Lang::Zh => ("错误", "处理办法", "参见这里"),
            Lang::En => ("error", "help", "see here"),
        };
        let title = Level::ERROR
            .with_name(error_name)
            .primary_title(message.as_str())
            .id(diagnostic.code.as_str());
        let mut group = Group::with_title(title);
        if diagnostic.is_about_whole_file() {
            group = group.element(Origin::path(diagnostic.file.as_str()));
        } else {
            let place =
                Place { line: diagnostic.line, column: diagnostic.column, span: diagnostic.span };
            group = self.with_place(group, &diagnostic.file, place, None);
        }
        if let Some(related) = diagnostic.related {
            group = self.with_place(group, &diagnostic.file, related, Some(related_label));
        }
        let help = Level::HELP.with_name(help_name).message(help.as_str());
        self.renderer.render(&[group.element(help)])
    }

    /// Shows one line only, so that a large file is not gone through for every diagnostic.
    fn with_place<'a>(
        &'a self,
        group: Group<'a>,
        file: &'a str,
        place: Place,
        label: Option<&'a str>,
    ) -> Group<'a> {
        let shown = line_around(self.source, place.span.start, LONGEST_LINE).and_then(|it| {
            let (line, start) = it;
            let from = place.span.start.saturating_sub(start);
            let to = place.span.end.saturating_sub(start).min(line.len());
            line.get(from..to).map(|_| (line, from, to))
        });
        let Some((line, from, to)) = shown else {
            let origin = Origin::path(file).line(place.line).char_column(place.column);
            return group.element(origin);
        };
        let kind = match label {
            Some(_) => AnnotationKind::Context,
            None => AnnotationKind::Primary,
        };
        let snippet = Snippet::source(line)
            .line_start(place.line)
            .path(file)
            .annotation(kind.span(from..to).label(label));
        group.element(snippet)
    }
}

fn summary(all: &Diagnostics, lang: Lang) -> String {
    match (lang, all.count(), all.omitted()) {
        (Lang::Zh, count, 0) => format!("共发现 {count} 处问题。"),
        (Lang::Zh, count, omitted) => {
            format!("共发现 {count} 处问题，其中 {omitted} 处未列出。")
        }
        (Lang::En, 1, _) => "1 problem found.".to_owned(),
        (Lang::En, count, 0) => format!("{count} problems found."),
        (Lang::En, count, omitted) => {
            format!("{count} problems found, {omitted} of them not shown.")
        }
    }
}
