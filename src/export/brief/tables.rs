//! The tables of a brief: figures by theme, and what may be compared with the neighbours.

use std::fmt::Write;

use super::section;
use crate::{
    analysis,
    export::{
        markup::{escaped, language_tag},
        plan,
    },
    figure::words,
    i18n::Texts,
    model::{Dataset, Lang, Neighbours, Observation, RegionIx, ThemeIx, Value},
};

/// A table a theme: what the region reports, as printed, of when, from where.
pub(super) fn figures(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let mut body = String::new();
    for (at, theme) in data.themes().iter().enumerate() {
        let of_theme: Vec<&Observation> = data
            .figures_of_region(region)
            .map(|(_, figure)| figure)
            .filter(|it| {
                data.indicator(it.indicator).is_some_and(|it| it.theme == ThemeIx::from(at))
            })
            .collect();
        if of_theme.is_empty() {
            continue;
        }
        let caption =
            t.brief_figures_caption(words::region(data, region, t), theme.name.get(t.lang()));
        body.push_str(&table(data, &format!("theme-{at}"), &caption, &of_theme, t));
    }
    if body.is_empty() {
        let _ = writeln!(body, "<p>{}</p>", escaped(t.not_reported()));
    }
    section("figures", t.figures_heading(), &body)
}

fn table(data: &Dataset, id: &str, caption: &str, figures: &[&Observation], t: &Texts) -> String {
    let has_notes = figures.iter().any(|it| it.care.is_some() || it.note.is_some());
    let mut headings = vec![
        t.heading_indicator(),
        t.heading_value(),
        t.heading_printed(),
        t.heading_period(),
        t.heading_source(),
    ];
    if has_notes {
        headings.push(t.drawer_note());
    }
    let mut out = opening(id, caption);
    for heading in headings {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(heading));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for figure in figures {
        let class = if matches!(figure.value, Value::Number(_)) { "value" } else { "fact" };
        let _ = write!(
            out,
            "<tr><th scope=\"row\">{}</th><td class=\"{class}\">{}</td>\
             <td><span lang=\"{}\">{}</span></td><td>{}</td><td>{}</td>",
            escaped(words::indicator(data, figure.indicator, t)),
            escaped(&words::value(data, figure, t)),
            // Sources print Chinese, whatever the language of the page.
            language_tag(Lang::Zh),
            escaped(&figure.printed),
            escaped(words::period(data, figure.period, t)),
            escaped(&words::source_and_place(data, &figure.locator, t)),
        );
        if has_notes {
            let notes: Vec<&str> = [&figure.care, &figure.note]
                .into_iter()
                .flatten()
                .map(|it| it.get(t.lang()))
                .collect();
            let _ = write!(out, "<td>{}</td>", escaped(&notes.join(t.sentence_gap())));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</section>\n");
    out
}

/// A table that can be scrolled sideways with the keyboard, up to its headings.
fn opening(id: &str, caption: &str) -> String {
    format!(
        "<section class=\"scroll\" aria-labelledby=\"{id}\" tabindex=\"0\">\n\
         <table>\n<caption id=\"{id}\">{}</caption>\n<thead><tr>",
        escaped(caption)
    )
}

/// How much of what the region and each neighbour report may be compared.
pub(super) fn neighbours(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let others: Vec<RegionIx> = plan::neighbours(data)
        .into_iter()
        .filter_map(|pair| Neighbours::other(region, pair))
        .collect();
    if others.is_empty() {
        return String::new();
    }
    let name = words::region(data, region, t);
    let mut body = opening("neighbours-table", &t.brief_neighbours_caption(name));
    let _ = write!(body, "<th scope=\"col\">{}</th>", escaped(t.heading_region()));
    let only_here = t.verdict_only(words::short(data, region, t));
    for heading in [
        t.verdict_comparable(),
        t.verdict_with_care(),
        t.brief_facts(),
        &only_here,
        t.brief_only_neighbour(),
    ] {
        let _ = write!(body, "<th scope=\"col\" class=\"number\">{}</th>", escaped(heading));
    }
    body.push_str("</tr></thead>\n<tbody>\n");
    for other in others {
        let comparison = analysis::compare(data, region, other);
        let _ =
            write!(body, "<tr><th scope=\"row\">{}</th>", escaped(words::region(data, other, t)));
        let counts = [
            comparison.comparable_numbers(data).0,
            comparison.careful_numbers(data),
            comparison.shared_facts(data),
            comparison.count("only_a"),
            comparison.count("only_b"),
        ];
        for count in counts {
            let _ = write!(body, "<td class=\"number\">{count}</td>");
        }
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody>\n</table>\n</section>\n");
    section("neighbours", t.brief_neighbours_heading(), &body)
}
