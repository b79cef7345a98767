//! A figure in words: for a text file, for the clipboard, for those who do not see it.

use std::fmt::Write;

use crate::{
    figure::{Content, Mark, MarkRole, MarkStatus, takeaway},
    i18n::texts,
};

/// The figure in plain text: title, takeaway, the figures one a line, what is missing, notes and
/// source. Nothing that the figure draws is left out.
#[must_use]
pub fn text(content: &Content, marks: &[Mark]) -> String {
    let t = texts(content.lang);
    let mut out = format!("{}\n{}\n\n{}\n", content.title, content.subtitle, content.takeaway);
    let shown: Vec<&Mark> =
        marks.iter().filter(|mark| mark.status != MarkStatus::NotReported).collect();
    if !shown.is_empty() {
        out.push('\n');
    }
    // Where all is about one indicator, the title names it.
    let own: Vec<&Mark> = marks.iter().filter(|mark| mark.role != MarkRole::Related).collect();
    let is_single =
        own.windows(2).all(|pair| matches!(pair, [a, b] if a.indicator_name == b.indicator_name));
    for mark in shown {
        let _ = writeln!(out, "- {}", line(mark, is_single, content));
    }
    let missing = missing(marks, is_single, content);
    if !missing.is_empty() {
        let _ = writeln!(out, "\n{}", t.words_missing_heading());
        for line in missing {
            let _ = writeln!(out, "- {line}");
        }
    }
    if !content.notes.is_empty() {
        let _ = writeln!(out, "\n{}", t.words_notes_heading());
        for note in &content.notes {
            let _ = writeln!(out, "- {note}");
        }
    }
    let _ = write!(out, "\n{}\n", content.source);
    out
}

/// One mark in words: whose, what, how much, as printed, and with which verdict.
fn line(mark: &Mark, is_single: bool, content: &Content) -> String {
    let t = texts(content.lang);
    let about = if mark.role == MarkRole::Highlights {
        mark.theme_name.as_str()
    } else {
        mark.indicator_name.as_str()
    };
    let is_named = matches!(mark.role, MarkRole::Highlights | MarkRole::Related);
    let name = if is_single && !is_named {
        mark.region_name.clone()
    } else {
        t.words_region_and_indicator(about, mark.region_name.as_str())
    };
    let mut line = t.named_value(name, mark.shown.as_str());
    if let Some(percent) = mark.share_percent {
        let _ = write!(line, "{}{percent:.1}%", t.list_mark());
    }
    // Spacing apart, saying the same twice helps nobody.
    let bare = |text: &str| text.replace(' ', "");
    if !mark.as_printed.is_empty() && bare(&mark.as_printed) != bare(&mark.shown) {
        line = t.words_as_printed(mark.as_printed.as_str(), line);
    }
    if mark.verdict == "with_care" {
        line = t.words_with_care(mark.reasons.join(t.sentence_gap()), line);
    }
    line
}

/// What is not reported: one line an indicator, with the regions that do not report it.
fn missing(marks: &[Mark], is_single: bool, content: &Content) -> Vec<String> {
    let t = texts(content.lang);
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.status == MarkStatus::NotReported) {
        match found.iter_mut().find(|(indicator, _)| *indicator == mark.indicator_name) {
            Some((_, regions)) => regions.push(&mark.region_name),
            None => found.push((&mark.indicator_name, vec![&mark.region_name])),
        }
    }
    found
        .into_iter()
        .map(|(indicator, regions)| {
            let names = takeaway::and(&regions, t);
            if is_single { names } else { t.named_value(indicator, names) }
        })
        .collect()
}
