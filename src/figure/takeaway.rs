//! The one sentence that a figure says, and the sentences for those who do not see it.

use super::{
    comparison::ComparisonBody,
    coverage::{Count, CoverageBody, CoverageCell, CoverageMatrixRow},
    profile::ProfileBody,
    ranking::RankingBody,
    targets::TargetRow,
    words,
};
use crate::{
    analysis::{Comparison, Share},
    i18n::{Texts, number},
    model::Dataset,
};

/// Sentences one after the other, as the language sets them; empty ones are left out.
#[must_use]
pub fn sentences(parts: &[&str], t: &Texts) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(t.sentence_gap())
}

/// Parts of a list as one sentence; nothing where there are none.
#[must_use]
pub fn listed(parts: &[String], t: &Texts) -> String {
    if parts.is_empty() {
        String::new()
    } else {
        t.takeaway_sentence(parts.join(t.sentence_mark()))
    }
}

/// Who reports it, who has the most, and how many do not, of `total` places of a `level` that
/// [`words::level`] names.
#[must_use]
pub fn ranking(
    title: &str,
    body: &RankingBody,
    (total, level): (usize, &'static str),
    t: &Texts,
) -> String {
    let reporting = body.reporting_count();
    let word = |count| number::word(count, t.lang());
    let who = if reporting == total {
        t.takeaway_all(level, title, word(total))
    } else {
        t.takeaway_some(reporting, level, word(reporting), title, word(total))
    };
    let leaders: Vec<_> =
        body.rows.iter().filter(|row| body.leaders.contains(&row.region)).collect();
    let names: Vec<&str> = leaders.iter().map(|row| row.label.as_str()).collect();
    let lead = match (leaders.first(), body.number_count()) {
        (Some(row), 1) => t.takeaway_only(row.label.clone(), row.value_text.clone()),
        // All equal: none is the highest.
        (Some(_), count) if names.len() == count => String::new(),
        (Some(row), _) => t.takeaway_lead(and(&names, t), row.value_text.clone()),
        (None, _) => String::new(),
    };
    let missing = body.missing.count();
    let rest =
        if missing == 0 { String::new() } else { t.takeaway_rest(missing, level, word(missing)) };
    capitalised(&t.takeaway_sentence(format!("{who}{lead}{rest}")))
}

/// What of two cities' figures may be compared.
#[must_use]
pub fn comparison(
    data: &Dataset,
    body: &ComparisonBody,
    comparison: &Comparison,
    t: &Texts,
) -> String {
    let (comparable, context) = comparison.comparable_numbers(data);
    let word = |count| number::word(count, t.lang());
    capitalised(&t.takeaway_comparison(
        body.a_name.clone(),
        body.b_name.clone(),
        word(comparison.careful_numbers(data)),
        comparable,
        word(comparable),
        match context {
            0 => String::new(),
            all if all == comparable => t.takeaway_context_all().to_owned(),
            some => t.takeaway_context_some(word(some)),
        },
        comparison.count("only_a"),
        word(comparison.count("only_a")),
        word(comparison.count("only_b")),
    ))
}

/// What the itemised cities account for.
#[must_use]
pub fn share(data: &Dataset, share: &Share, name: &str, whole_value: &str, t: &Texts) -> String {
    let names: Vec<&str> =
        share.parts.iter().map(|(region, ..)| words::short(data, *region, t)).collect();
    let itemised: f64 = share.parts.iter().map(|(_, _, value)| value).sum();
    let percent = format!("{:.1}%", itemised / share.total * 100.0);
    let root = words::short(data, data.root(), t);
    let parts = t.takeaway_share(names.len(), name, and(&names, t), percent, root, whole_value);
    let rest = if share.rest > 0.0 { t.takeaway_share_rest() } else { "" };
    t.takeaway_sentence(format!("{parts}{rest}"))
}

/// How many plans were met, and which by most.
#[must_use]
pub fn targets(rows: &[TargetRow], t: &Texts) -> String {
    let met = rows.iter().filter(|row| row.rate_percent >= 100.0).count();
    let word = |count| number::word(count, t.lang());
    let top = rows.iter().max_by(|a, b| a.rate_percent.total_cmp(&b.rate_percent));
    let (name, rate) = top.map_or(("", ""), |row| (row.label.as_str(), row.rate_text.as_str()));
    capitalised(&if met == rows.len() {
        t.takeaway_targets_all(met, name, rate, word(met))
    } else {
        t.takeaway_targets_some(met, word(met), name, rate, word(rows.len()))
    })
}

/// How many highlights each city has, and under which theme the most.
#[must_use]
pub fn profile(data: &Dataset, body: &ProfileBody, t: &Texts) -> String {
    let said: Vec<String> = body
        .regions
        .iter()
        .enumerate()
        .map(|(side, region)| profile_of(words::region(data, *region, t), body, side, t))
        .collect();
    said.join(t.sentence_gap())
}

fn profile_of(name: &str, body: &ProfileBody, side: usize, t: &Texts) -> String {
    let counts: Vec<(&str, usize)> = body
        .rows
        .iter()
        .map(|row| (row.theme.as_str(), row.counts.get(side).copied().unwrap_or(0)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let total: usize = counts.iter().map(|(_, count)| count).sum();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    // In quotes, for the names of themes hold words such as “and” themselves.
    let top: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count == most)
        .map(|(theme, _)| t.quoted(*theme))
        .collect();
    let names: Vec<&str> = top.iter().map(String::as_str).collect();
    if total == 0 {
        return t.takeaway_profile_none(name);
    }
    let lead = if top.len() == counts.len() {
        String::new()
    } else {
        t.takeaway_profile_lead(most, and(&names, t), top.len())
    };
    t.takeaway_profile(total, lead, name, counts.len())
}

/// The themes under which none of the cities has a highlight, in one sentence.
#[must_use]
pub fn profile_missing(body: &ProfileBody, t: &Texts) -> String {
    let empty: Vec<&str> = body
        .rows
        .iter()
        .filter(|row| row.counts.iter().all(|count| *count == 0))
        .map(|row| row.theme.as_str())
        .collect();
    if empty.is_empty() { String::new() } else { t.alt_profile_missing(empty.join(t.list_mark())) }
}

/// How many indicators more than one city reports.
#[must_use]
pub fn coverage(body: &CoverageBody, t: &Texts) -> String {
    let reported: Vec<usize> = body
        .rows
        .iter()
        .filter(|row| row.indicator.is_some())
        .map(|row| row.cells.iter().filter(|cell| cell.figure.is_some()).count())
        .collect();
    let shared = reported.iter().filter(|count| **count > 1).count();
    let by_all = reported.iter().filter(|count| **count == body.cities.len()).count();
    t.takeaway_coverage(by_all, reported.len(), shared)
}

/// The theme under which most cities report something, and how many themes each city leaves out.
#[must_use]
pub fn coverage_themes(body: &CoverageBody, t: &Texts) -> String {
    let reporting = |row: &CoverageMatrixRow| {
        let counts = row.cells.iter().filter_map(|cell| cell.count);
        counts.filter(|count| count.number() > 0).count()
    };
    let most = body.rows.iter().map(reporting).max().unwrap_or(0);
    let best: Vec<&str> = body
        .rows
        .iter()
        .filter(|row| reporting(row) == most)
        .map(|row| row.label.as_str())
        .collect();
    let all = body.rows.iter().filter(|row| reporting(row) == body.cities.len()).count();
    t.takeaway_coverage_themes(all, most, and(&best, t), body.rows.len())
}

/// How many figures each city reports, in one sentence.
#[must_use]
pub fn coverage_by_city(body: &CoverageBody, t: &Texts) -> String {
    let of_cell = |cell: &CoverageCell| match cell.count {
        Some(Count::Figures(count)) => count,
        _ => usize::from(cell.figure.is_some()),
    };
    let count = |at: usize| -> usize {
        body.rows.iter().filter_map(|row| row.cells.get(at)).map(of_cell).sum()
    };
    let parts: Vec<String> = body
        .cities
        .iter()
        .enumerate()
        .map(|(at, (_, name))| t.alt_pair(name.as_str(), t.figures_counted(count(at))))
        .collect();
    if parts.is_empty() { String::new() } else { t.takeaway_sentence(parts.join(t.list_mark())) }
}

/// Names in a row with the language's “and” before the last.
#[must_use]
pub fn and(names: &[&str], t: &Texts) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{}{}{last}", before.join(t.list_mark()), t.and_mark()),
    }
}

/// The text with its first letter as a sentence begins.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::and;
    use crate::{
        analysis::Order,
        figure::{FigureKind, FigureSpec, content},
        i18n::texts,
        load,
        model::Lang,
    };

    fn takeaway(kind: FigureKind, indicator: &str, regions: &[&str], lang: Lang) -> String {
        let data = load::embedded().unwrap();
        let spec = FigureSpec {
            kind,
            indicator: data.indicator_by_id(indicator),
            indicator_y: None,
            regions: regions.iter().map(|id| data.region_by_id(id).unwrap()).collect(),
            order: Order::Value,
            is_per_residents: false,
            comparison: crate::figure::comparison::CompareView::default(),
            map: crate::figure::MapLook::default(),
            lang,
        };
        let content = content(&data, &spec).unwrap();
        assert!(content.alt.starts_with(&content.takeaway));
        content.takeaway
    }

    #[test]
    fn a_ranking_says_who_reports_and_who_leads() {
        let rate = |lang| takeaway(FigureKind::Ranking, "employment_rate", &[], lang);
        assert_eq!(
            rate(Lang::En),
            "One of eleven cities reports “Employment rate of disabled people”: Huzhou, 72.75%; \
             ten do not."
        );
        assert_eq!(
            rate(Lang::Zh),
            "11 个市中 1 个市报告了“残疾人就业率”：湖州，72.75%；其余 10 个市未报告。"
        );
        assert_eq!(
            takeaway(FigureKind::Map, "resident_population", &[], Lang::En),
            "All eleven cities report “Resident population”, highest in Hangzhou \
             (12.522 million people)."
        );
    }

    #[test]
    fn every_kind_has_a_sentence_in_both_languages() {
        for lang in Lang::ALL {
            for (kind, indicator, regions) in [
                (FigureKind::Comparison, "", ["huzhou", "jiaxing"].as_slice()),
                (FigureKind::Share, "new_stable_employment", &[]),
                (FigureKind::Targets, "", &[]),
                (FigureKind::Profile, "", &["ningbo", "huzhou"]),
                (FigureKind::Coverage, "", &[]),
                (FigureKind::CoverageThemes, "", &[]),
            ] {
                let said = takeaway(kind, indicator, regions, lang);
                assert!(said.ends_with(['.', '。']) && !said.contains('$'), "{kind:?}: {said}");
            }
        }
    }

    #[test]
    fn equal_themes_are_all_named_with_each() {
        let said = takeaway(FigureKind::Profile, "", &["ningbo"], Lang::En);
        assert!(said.ends_with("“Accessibility” and “Culture and outreach” (2 each)."), "{said}");
    }

    #[test]
    fn names_join_as_each_language_joins_them() {
        assert_eq!(and(&["A", "B", "C"], texts(Lang::En)), "A, B and C");
        assert_eq!(and(&["甲", "乙", "丙"], texts(Lang::Zh)), "甲、乙与丙");
        assert_eq!(and(&[], texts(Lang::En)), "");
    }
}
