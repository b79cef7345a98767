//! The brief of one region: one page that holds everything, for a browser, a screen reader, paper.
//!
//! The page loads nothing and runs nothing: style and pictures are in it, and all text is escaped.

mod pictures;
mod tables;
#[cfg(test)]
mod tests;

use std::fmt::Write;

use super::{
    format::ExportError,
    markup::{escaped, language_tag},
};
use crate::{
    figure::words,
    i18n::{Texts, texts},
    model::{Dataset, Lang, RegionIx, Source, SourceIx, ThemeIx},
};

const STYLE: &str = include_str!("style.css");

/// The title of the brief of `region`.
#[must_use]
pub fn title(data: &Dataset, region: RegionIx, lang: Lang) -> String {
    let t = texts(lang);
    t.brief_title(words::region(data, region, t), data.title().get(lang))
}

/// One sentence on what `region` reports.
#[must_use]
pub fn lead(data: &Dataset, region: RegionIx, lang: Lang) -> String {
    let t = texts(lang);
    let figures = data.figures_of_region(region).filter(|(_, figure)| {
        let indicator = data.indicator(figure.indicator);
        indicator.and_then(|it| data.theme(it.theme)).is_none_or(|theme| !theme.is_context)
    });
    t.brief_lead(
        t.figures_counted(figures.count()),
        t.highlights_counted(data.highlights_of(region).count()),
        words::region(data, region, t),
    )
}

/// The page of `region` as HTML 5.
///
/// # Errors
/// When a picture cannot be drawn, for want of memory.
pub fn html(data: &Dataset, region: RegionIx, lang: Lang) -> Result<String, ExportError> {
    let t = texts(lang);
    let title = escaped(&title(data, region, lang));
    let lead = escaped(&lead(data, region, lang));
    let mut out = String::new();
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{lead}\">\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n\
         <a class=\"skip\" href=\"#main\">{}</a>\n<header>\n<p class=\"kicker\">{}</p>\n\
         <h1>{}</h1>\n<p class=\"lead\">{lead}</p>\n</header>\n<main id=\"main\">\n",
        language_tag(lang),
        escaped(t.brief_skip()),
        escaped(data.title().get(lang)),
        escaped(words::region(data, region, t)),
    );
    out.push_str(&glance(data, region, t));
    out.push_str(&highlights(data, region, t));
    out.push_str(&tables::figures(data, region, t));
    out.push_str(&pictures::section(data, region, t)?);
    out.push_str(&tables::neighbours(data, region, t));
    out.push_str(&missing(data, region, t));
    out.push_str("</main>\n");
    out.push_str(&footer(data, region, t));
    out.push_str("</body>\n</html>\n");
    Ok(out)
}

fn section(id: &str, heading: &str, body: &str) -> String {
    format!(
        "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{}</h2>\n{body}</section>\n",
        escaped(heading)
    )
}

/// Background figures and counts, each with its name.
fn glance(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let mut body = String::from("<dl class=\"glance\">\n");
    let mut pair = |name: &str, value: &str| {
        let (name, value) = (escaped(name), escaped(value));
        let _ = writeln!(body, "<div><dt>{name}</dt><dd>{value}</dd></div>");
    };
    for (_, figure) in data.figures_of_region(region) {
        let theme = data.indicator(figure.indicator).and_then(|it| data.theme(it.theme));
        if theme.is_some_and(|theme| theme.is_context) {
            let name = words::indicator(data, figure.indicator, t);
            let period = words::period(data, figure.period, t);
            pair(&format!("{name} · {period}"), &words::value(data, figure, t));
        }
    }
    let count = data.highlights_of(region).count();
    pair(t.highlights_heading(), &count.to_string());
    body.push_str("</dl>\n");
    section("glance", t.brief_glance_heading(), &body)
}

/// The highlights by theme, each with its source.
fn highlights(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let mut body = String::new();
    for (at, theme) in data.themes().iter().enumerate() {
        let of_theme: Vec<_> = data
            .highlights_of(region)
            .filter(|(_, it)| it.theme == ThemeIx::from(at))
            .map(|(_, it)| it)
            .collect();
        if of_theme.is_empty() {
            continue;
        }
        let name = escaped(theme.name.get(t.lang()));
        let _ = write!(body, "<h3>{name}</h3>\n<ul class=\"highlights\">\n");
        for it in of_theme {
            let _ = writeln!(
                body,
                "<li><p><strong>{}</strong></p>\n<p>{}</p>\n<p class=\"source\">{}</p></li>",
                escaped(it.headline.get(t.lang())),
                escaped(it.text.get(t.lang())),
                escaped(&words::source_and_place(data, &it.locator, t)),
            );
        }
        body.push_str("</ul>\n");
    }
    if body.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", escaped(t.highlights_none()));
    }
    section("highlights", t.highlights_heading(), &body)
}

/// What other cities report and this one does not, by theme.
fn missing(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let name = words::region(data, region, t);
    let mut body = format!("<p>{}</p>\n", escaped(&t.brief_missing_text(name)));
    let mut is_empty = true;
    for (at, theme) in data.themes().iter().enumerate() {
        let absent: Vec<String> = data
            .indicators()
            .filter(|(_, it)| it.theme == ThemeIx::from(at))
            .filter(|(ix, _)| data.figure(region, *ix).is_none())
            .map(|(ix, it)| (data.reporting_cities(ix), it))
            .filter(|(reporting, _)| *reporting > 0)
            .map(|(reporting, it)| {
                let name = it.name.get(t.lang());
                t.brief_missing_item(t.cities_counted(reporting), name)
            })
            .collect();
        if absent.is_empty() {
            continue;
        }
        is_empty = false;
        let _ = write!(body, "<h3>{}</h3>\n<ul>\n", escaped(theme.name.get(t.lang())));
        for item in absent {
            let _ = writeln!(body, "<li>{}</li>", escaped(&item));
        }
        body.push_str("</ul>\n");
    }
    if is_empty {
        body = format!("<p>{}</p>\n", escaped(t.brief_missing_none()));
    }
    section("missing", t.brief_missing_heading(), &body)
}

/// The sources that the page draws on, and which data it was made of.
fn footer(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let of_figures = data.figures_of_region(region).map(|(_, it)| it.locator.source);
    let of_highlights = data.highlights_of(region).map(|(_, it)| it.locator.source);
    let used: std::collections::BTreeSet<SourceIx> = of_figures.chain(of_highlights).collect();
    let mut out = format!("<footer>\n<h2>{}</h2>\n<ul>\n", escaped(t.brief_sources_heading()));
    for source in used.into_iter().filter_map(|ix| data.source(ix)) {
        let _ = writeln!(out, "<li>{}</li>", escaped(&source_words(source, t)));
    }
    let stamp = t.brief_data(data.sha256(), data.id());
    let _ = write!(out, "</ul>\n<p>{}</p>\n</footer>\n", escaped(&stamp));
    out
}

/// A source with all that is known of it.
fn source_words(source: &Source, t: &Texts) -> String {
    let lang = t.lang();
    let mut parts = vec![source.title.get(lang).to_owned()];
    parts.extend(source.publisher.as_ref().map(|it| it.get(lang).to_owned()));
    parts.extend(source.published.clone());
    parts.extend(source.address.clone());
    let known = parts.join(" · ");
    source
        .note
        .as_ref()
        .map_or(known.clone(), |note| format!("{known}{}{}", t.brief_note_mark(), note.get(lang)))
}
