//! The whole data set → one long table.

use super::{COLUMNS, kind};
use crate::{
    import::draft::{Draft, Figure, LayoutMap, Locator},
    model::{Dataset, Item, Status, Text, Value, cell::cell},
};

/// Everything that the data set holds as CSV with a heading row, in UTF-8 without a byte order mark.
///
/// # Errors
///
/// When memory runs out.
pub fn csv(data: &Dataset) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::<u8>::new());
    writer.write_record(COLUMNS)?;
    for row in rows(&Draft::of(data)) {
        writer.write_record(row.0.iter().map(|it| cell(it)))?;
    }
    let bytes = writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// One record, a cell for each column.
struct Row(Vec<String>);

impl Row {
    fn new(kind: &str) -> Self {
        Self(vec![String::new(); COLUMNS.len()]).with("record", kind)
    }

    fn with(mut self, column: &str, value: impl Into<String>) -> Self {
        let at = COLUMNS.iter().position(|it| *it == column);
        if let Some(cell) = at.and_then(|at| self.0.get_mut(at)) {
            *cell = value.into();
        }
        self
    }

    fn maybe(self, column: &str, value: Option<&String>) -> Self {
        match value {
            Some(value) => self.with(column, value),
            None => self,
        }
    }

    fn yes(self, column: &str, is_so: bool) -> Self {
        if is_so { self.with(column, "true") } else { self }
    }

    fn text(self, column: &str, text: &Text) -> Self {
        self.with(&format!("{column}_zh"), &text.zh).with(&format!("{column}_en"), &text.en)
    }

    fn maybe_text(self, column: &str, text: Option<&Text>) -> Self {
        match text {
            Some(text) => self.text(column, text),
            None => self,
        }
    }

    fn locator(self, locator: &Locator) -> Self {
        let item = match &locator.item {
            Item::Bullet(number) => format!("Bullet {number}"),
            Item::Paragraph(number) => format!("Paragraph {number}"),
            Item::Row(name) => format!("Row {name}"),
        };
        let row = self.with("source", &locator.source).with("section", &locator.section);
        row.with("item", item)
    }
}

fn rows(draft: &Draft) -> Vec<Row> {
    let set = Row::new(kind::DATA_SET).with("id", &draft.id).text("title", &draft.title);
    let set = set.text("about", &draft.about).with("root", &draft.root);
    let mut rows = vec![set.maybe("residents", draft.residents.as_ref())];
    let named = |kind, id: &str, name| Row::new(kind).with("id", id).text("name", name);
    rows.extend(draft.periods.iter().map(|(id, name)| named(kind::PERIOD, id, name)));
    rows.extend(
        draft
            .themes
            .iter()
            .map(|it| named(kind::THEME, &it.id, &it.name).yes("context", it.is_context)),
    );
    rows.extend(draft.units.iter().map(|it| {
        let row = Row::new(kind::UNIT).with("id", &it.id).with("zh", &it.zh);
        let row = row.with("en_one", &it.en_one).with("en_other", &it.en_other);
        row.with("kind", format!("{:?}", it.kind))
    }));
    rows.extend(draft.sources.iter().map(|it| {
        let row = Row::new(kind::SOURCE).with("id", &it.id).text("title", &it.title);
        let row = row.text("short", &it.short).maybe_text("publisher", it.publisher.as_ref());
        let row = row.maybe("published", it.published.as_ref());
        row.maybe("address", it.address.as_ref()).maybe_text("note", it.note.as_ref())
    }));
    rows.extend(draft.regions.iter().map(|it| {
        let row = named(kind::REGION, &it.id, &it.name).text("short", &it.short);
        let row = row.with("kind", format!("{:?}", it.kind));
        row.maybe("parent", it.parent.as_ref()).maybe("code", it.code.as_ref())
    }));
    rows.extend(draft.indicators.iter().map(|it| {
        let row = named(kind::INDICATOR, &it.id, &it.name).text("definition", &it.definition);
        let row = row.with("theme", &it.theme).maybe("unit", it.unit.as_ref());
        row.yes("per_residents", it.per_residents).maybe("completion_of", it.completion_of.as_ref())
    }));
    rows.extend(draft.indicators.iter().flat_map(|it| {
        it.related.iter().map(|(other, reason)| {
            let row = Row::new(kind::RELATION).with("indicator", &it.id).with("related", other);
            row.text("reason", reason)
        })
    }));
    rows.extend(draft.figures.iter().map(figure));
    rows.extend(draft.highlights.iter().map(|it| {
        let row = Row::new(kind::HIGHLIGHT).with("region", &it.region).with("theme", &it.theme);
        row.text("headline", &it.headline).text("text", &it.text).locator(&it.locator)
    }));
    let pair = |kind, (a, b): &(String, String)| Row::new(kind).with("region", a).with("place", b);
    rows.extend(draft.land.iter().map(|it| pair(kind::LAND, it)));
    rows.extend(draft.sea.iter().map(|it| pair(kind::SEA, it)));
    for it in &draft.layouts {
        match &it.map {
            LayoutMap::Tiles(tiles) => {
                rows.push(named(kind::TILES, &it.id, &it.name));
                rows.extend(tiles.iter().map(|(region, column, row)| {
                    let tile = Row::new(kind::TILE).with("id", &it.id).with("region", region);
                    tile.with("place", format!("{column} {row}"))
                }));
            }
            LayoutMap::Outlines { file, credit, note } => {
                let row = named(kind::OUTLINES, &it.id, &it.name).with("file", file);
                rows.push(row.text("credit", credit).text("note", note));
            }
        }
    }
    rows
}

fn figure(it: &Figure) -> Row {
    let row = Row::new(kind::FIGURE).with("region", &it.region).with("indicator", &it.indicator);
    let row = row.with("period", &it.period).with("printed", &it.printed);
    let row = match &it.value {
        // The shortest decimal that reads back as the same number; never with an exponent.
        Value::Number(value) => row.with("value", value.to_string()),
        Value::Fact(text) => row.text("fact", text),
        Value::NotApplicable => row,
    };
    let row = row.with("qualifier", format!("{:?}", it.qualifier));
    let row = if it.status == Status::Reported {
        row
    } else {
        row.with("status", format!("{:?}", it.status))
    };
    let row = match &it.part_of {
        Some((region, indicator)) => {
            row.with("part_of_region", region).with("part_of_indicator", indicator)
        }
        None => row,
    };
    row.locator(&it.locator)
        .maybe_text("care", it.care.as_ref())
        .maybe_text("note", it.note.as_ref())
}
