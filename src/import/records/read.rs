//! The long table of a whole data set → a draft.
//!
//! Only what a draft cannot hold is refused here; whether the records fit together is checked as for
//! any other data file.

use std::collections::HashMap;

use super::kind;
use crate::{
    import::{
        draft::{Draft, Figure, Highlight, Indicator, Layout, LayoutMap, Locator, Region},
        grid::letters,
    },
    load::problem::{Cell as CellProblem, Problem, Table},
    model::{
        Item, Qualifier, RegionKind, Source, Status, Text, Theme, Unit, UnitKind, Value,
        cell::restored, printed_number::PrintedNumberError,
    },
};

/// Reads the table, or names the places of what is wrong: row and column from 0, and the problem.
pub(in crate::import) fn draft(text: &str, file: &str) -> Result<Draft, Vec<(String, Problem)>> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let columns: HashMap<String, usize> = reader
        .headers()
        .map(|headers| headers.iter().enumerate().map(|(at, it)| (it.to_owned(), at)).collect())
        .unwrap_or_default();
    let mut draft = Draft::default();
    let mut problems = Vec::new();
    for (at, record) in reader.records().enumerate() {
        let Ok(record) = record else {
            continue;
        };
        let row = Record { cells: &record, columns: &columns };
        if let Err((column, problem)) = add(&mut draft, row) {
            let column = columns.get(column).copied().unwrap_or(0);
            problems.push((format!("{file} {}{}", letters(column), at + 2), problem));
        }
    }
    if problems.is_empty() { Ok(draft) } else { Err(problems) }
}

/// One record.
#[derive(Clone, Copy)]
struct Record<'a> {
    cells: &'a csv::StringRecord,
    columns: &'a HashMap<String, usize>,
}

type Wrong = (&'static str, Problem);

impl Record<'_> {
    fn get(&self, column: &str) -> String {
        let cell = self.columns.get(column).and_then(|at| self.cells.get(*at));
        restored(cell.unwrap_or_default()).to_owned()
    }

    fn maybe(&self, column: &str) -> Option<String> {
        Some(self.get(column)).filter(|it| !it.is_empty())
    }

    fn is(&self, column: &str) -> bool {
        self.get(column) == "true"
    }

    fn text(&self, column: &str) -> Text {
        Text { zh: self.get(&format!("{column}_zh")), en: self.get(&format!("{column}_en")) }
    }

    fn maybe_text(&self, column: &str) -> Option<Text> {
        let text = self.text(column);
        (!text.zh.is_empty() || !text.en.is_empty()).then_some(text)
    }

    /// One of a few words, spelt as in the data file.
    fn word<T: Copy + std::fmt::Debug>(
        &self,
        column: &'static str,
        words: &[T],
    ) -> Result<T, Wrong> {
        let found = self.get(column);
        let word = words.iter().find(|word| format!("{word:?}") == found);
        word.copied().ok_or_else(|| unreadable(column, &found))
    }

    fn locator(&self) -> Result<Locator, Wrong> {
        let text = self.get("item");
        let wrong = || unreadable("item", &text);
        let (kind, rest) = text.split_once(' ').ok_or_else(wrong)?;
        let number = || rest.parse().map_err(|_| wrong());
        let item = match kind {
            "Bullet" => Item::Bullet(number()?),
            "Paragraph" => Item::Paragraph(number()?),
            "Row" => Item::Row(rest.to_owned()),
            _ => return Err(wrong()),
        };
        Ok(Locator { source: self.get("source"), section: self.get("section"), item })
    }
}

fn unreadable(column: &'static str, text: &str) -> Wrong {
    let error = if text.is_empty() {
        PrintedNumberError::Empty
    } else {
        PrintedNumberError::UnknownWords(text.to_owned())
    };
    (column, Problem::Cell(CellProblem::Unreadable { text: text.to_owned(), error }))
}

fn add(draft: &mut Draft, row: Record) -> Result<(), Wrong> {
    match row.get("record").as_str() {
        kind::DATA_SET => {
            draft.id = row.get("id");
            draft.title = row.text("title");
            draft.about = row.text("about");
            draft.root = row.get("root");
            draft.residents = row.maybe("residents");
        }
        kind::PERIOD => draft.periods.push((row.get("id"), row.text("name"))),
        kind::THEME => draft.themes.push(Theme {
            id: row.get("id"),
            name: row.text("name"),
            is_context: row.is("context"),
        }),
        kind::UNIT => draft.units.push(unit(row)?),
        kind::SOURCE => draft.sources.push(source(row)),
        kind::REGION => draft.regions.push(region(row)?),
        kind::INDICATOR => draft.indicators.push(indicator(row)),
        kind::RELATION => {
            let (a, b) = (row.get("indicator"), row.get("related"));
            let indicator = draft.indicators.iter_mut().find(|it| it.id == a);
            let indicator = indicator.ok_or_else(|| unreadable("indicator", &a))?;
            indicator.related.push((b, row.text("reason")));
        }
        kind::FIGURE => draft.figures.push(figure(row)?),
        kind::HIGHLIGHT => draft.highlights.push(Highlight {
            region: row.get("region"),
            theme: row.get("theme"),
            headline: row.text("headline"),
            text: row.text("text"),
            locator: row.locator()?,
        }),
        kind::LAND => draft.land.push((row.get("region"), row.get("place"))),
        kind::SEA => draft.sea.push((row.get("region"), row.get("place"))),
        kind::TILES => draft.layouts.push(Layout {
            id: row.get("id"),
            name: row.text("name"),
            map: LayoutMap::Tiles(Vec::new()),
        }),
        kind::TILE => tile(draft, row)?,
        kind::OUTLINES => draft.layouts.push(Layout {
            id: row.get("id"),
            name: row.text("name"),
            map: LayoutMap::Outlines {
                file: row.get("file"),
                credit: row.text("credit"),
                note: row.text("note"),
            },
        }),
        other => {
            return Err((
                "record",
                Problem::Table(Table::UnknownRecord { found: other.to_owned() }),
            ));
        }
    }
    Ok(())
}

fn unit(row: Record) -> Result<Unit, Wrong> {
    const KINDS: [UnitKind; 5] = [
        UnitKind::Count,
        UnitKind::Money,
        UnitKind::Percent,
        UnitKind::PercentagePoint,
        UnitKind::Area,
    ];
    Ok(Unit {
        id: row.get("id"),
        zh: row.get("zh"),
        en_one: row.get("en_one"),
        en_other: row.get("en_other"),
        kind: row.word("kind", &KINDS)?,
    })
}

fn source(row: Record) -> Source {
    Source {
        id: row.get("id"),
        title: row.text("title"),
        short: row.text("short"),
        publisher: row.maybe_text("publisher"),
        published: row.maybe("published"),
        address: row.maybe("address"),
        note: row.maybe_text("note"),
    }
}

fn region(row: Record) -> Result<Region, Wrong> {
    const KINDS: [RegionKind; 4] =
        [RegionKind::Country, RegionKind::Province, RegionKind::City, RegionKind::County];
    Ok(Region {
        id: row.get("id"),
        name: row.text("name"),
        short: row.text("short"),
        kind: row.word("kind", &KINDS)?,
        parent: row.maybe("parent"),
        code: row.maybe("code"),
    })
}

fn indicator(row: Record) -> Indicator {
    Indicator {
        id: row.get("id"),
        name: row.text("name"),
        definition: row.text("definition"),
        theme: row.get("theme"),
        unit: row.maybe("unit"),
        per_residents: row.is("per_residents"),
        completion_of: row.maybe("completion_of"),
        related: Vec::new(),
    }
}

fn figure(row: Record) -> Result<Figure, Wrong> {
    const QUALIFIERS: [Qualifier; 5] = [
        Qualifier::Exact,
        Qualifier::About,
        Qualifier::Nearly,
        Qualifier::MoreThan,
        Qualifier::Reached,
    ];
    const STATUSES: [Status; 3] = [Status::Reported, Status::Derived, Status::NotApplicable];
    let value = match (row.maybe("value"), row.maybe_text("fact")) {
        (Some(text), _) => {
            let number: Option<f64> = text.parse().ok();
            let number = number.filter(|it| it.is_finite());
            Value::Number(number.ok_or_else(|| unreadable("value", &text))?)
        }
        (None, Some(fact)) => Value::Fact(Box::new(fact)),
        (None, None) => Value::NotApplicable,
    };
    let is_given = |column| row.maybe(column).is_some();
    Ok(Figure {
        region: row.get("region"),
        indicator: row.get("indicator"),
        period: row.get("period"),
        value,
        qualifier: if is_given("qualifier") {
            row.word("qualifier", &QUALIFIERS)?
        } else {
            Qualifier::Exact
        },
        printed: row.get("printed"),
        status: if is_given("status") { row.word("status", &STATUSES)? } else { Status::Reported },
        locator: row.locator()?,
        part_of: row.maybe("part_of_region").map(|it| (it, row.get("part_of_indicator"))),
        care: row.maybe_text("care"),
        note: row.maybe_text("note"),
    })
}

fn tile(draft: &mut Draft, row: Record) -> Result<(), Wrong> {
    let (id, place) = (row.get("id"), row.get("place"));
    let layout = draft.layouts.iter_mut().find(|it| it.id == id);
    let Some(LayoutMap::Tiles(tiles)) = layout.map(|it| &mut it.map) else {
        return Err(unreadable("id", &id));
    };
    let numbers = place.split_once(' ');
    let numbers = numbers.and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    let (column, line) = numbers.ok_or_else(|| unreadable("place", &place))?;
    tiles.push((row.get("region"), column, line));
    Ok(())
}
