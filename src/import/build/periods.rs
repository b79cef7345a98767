//! Years, months and days as tables write them → the periods of the data file.

use super::{Draft, Entry, Findings, Note, Table};
use crate::import::{
    frame::is_year,
    slug::{self, Ids},
};
use crate::model::Text;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The period of each entry, by id.
pub(super) fn build(
    table: &Table,
    entries: &[Entry],
    draft: &mut Draft,
    findings: &mut Findings,
) -> Vec<String> {
    let of_title = || {
        let years = table.frame.titles.iter().flat_map(|title| years(title));
        let mut years: Vec<String> = years.collect();
        years.dedup();
        (years.len() == 1).then(|| years.remove(0))
    };
    let given = table.options.period.clone();
    let mut default: Option<Option<String>> = given.clone().map(Some);
    let mut ids = Ids::default();
    let mut all = Vec::with_capacity(entries.len());
    for entry in entries {
        let written = match &entry.period {
            Some(period) => Some(period.clone()),
            None => default.get_or_insert_with(of_title).clone(),
        };
        let (wanted, name) = if let Some(written) = &written {
            read(written, findings)
        } else {
            let name = Text { zh: "未注明时期".to_owned(), en: "period not given".to_owned() };
            ("unspecified".to_owned(), name)
        };
        let known = draft.periods.iter().find(|(_, it)| *it == name).map(|(id, _)| id.clone());
        let id = known.unwrap_or_else(|| {
            let id = ids.take(&wanted);
            draft.periods.push((id.clone(), name));
            id
        });
        all.push(id);
    }
    match default {
        Some(None) => findings.notes.push(Note::NoPeriod),
        Some(Some(period)) if given.is_none() => findings.notes.push(Note::PeriodOfTitle(period)),
        _ => {}
    }
    // Earlier periods first, whatever the order of the table.
    draft.periods.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// The years that a title speaks of.
fn years(title: &str) -> Vec<String> {
    let digits = title.split(|c: char| !c.is_ascii_digit());
    digits.filter(|it| is_year(it)).map(str::to_owned).collect()
}

/// Id and name of a period.
fn read(written: &str, findings: &mut Findings) -> (String, Text) {
    let plain: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let parts: Vec<u32> = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .filter_map(|it| it.parse().ok())
        .collect();
    let is_dated = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.' | '年' | '月' | '日'));
    let month = |month: u32| {
        let at = usize::try_from(month).ok()?.checked_sub(1)?;
        MONTHS.get(at)
    };
    let year = parts.first().copied().filter(|year| (1900..=2100).contains(year));
    match (year, parts.as_slice()) {
        (Some(year), [_]) if is_dated => {
            (year.to_string(), Text { zh: format!("{year} 年"), en: year.to_string() })
        }
        (Some(year), [_]) if matches!(plain.split_once('年'), Some((_, "末" | "底"))) => (
            format!("{year}-end"),
            Text { zh: format!("{year} 年末"), en: format!("End of {year}") },
        ),
        (Some(year), [_, number]) if is_dated => match month(*number) {
            Some(name) => (
                format!("{year}-{number:02}"),
                Text { zh: format!("{year} 年 {number} 月"), en: format!("{name} {year}") },
            ),
            None => other(written, findings),
        },
        // Spreadsheets turn a year that was typed as a date into the first of January.
        (Some(year), [_, number, day]) if is_dated => match month(*number) {
            Some(name) => (
                format!("{year}-{number:02}-{day:02}"),
                Text {
                    zh: format!("{year} 年 {number} 月 {day} 日"),
                    en: format!("{day} {name} {year}"),
                },
            ),
            None => other(written, findings),
        },
        _ => other(written, findings),
    }
}

fn other(written: &str, findings: &mut Findings) -> (String, Text) {
    (slug::of(written, slug::Use::Other), findings.text("", "", written))
}

#[cfg(test)]
mod tests {
    use super::{Findings, read, years};

    #[test]
    fn periods_are_named_in_both_languages() {
        for (written, id, zh, en) in [
            ("2023", "2023", "2023 年", "2023"),
            ("2023年", "2023", "2023 年", "2023"),
            ("2023年末", "2023-end", "2023 年末", "End of 2023"),
            ("2023年6月", "2023-06", "2023 年 6 月", "June 2023"),
            ("2020-11-01", "2020-11-01", "2020 年 11 月 1 日", "1 November 2020"),
        ] {
            let (found, name) = read(written, &mut Findings::default());
            assert_eq!((found.as_str(), name.zh.as_str(), name.en.as_str()), (id, zh, en));
        }
        let (id, name) = read("2023年一季度", &mut Findings::default());
        assert_eq!((id.as_str(), name.zh.as_str()), ("2023nianyijidu", "2023年一季度"));
        assert_eq!(years("表1 2023年浙江省"), ["2023"]);
    }
}
