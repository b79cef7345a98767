//! Writes a draft as a data file, laid out as one written by hand: an element a line.

use std::fmt::{Display, Write};

use super::draft::{Draft, Figure, Indicator, Layout, LayoutMap, Locator};
use crate::model::{Item, Qualifier, Source, Status, Text, Value};

/// The data file; `remarks` stand above it as comments, a line each.
#[must_use]
pub fn text(draft: &Draft, remarks: &[String]) -> String {
    let mut file = Writer::default();
    file.line(0, "#![enable(implicit_some)]");
    for remark in remarks {
        file.line(0, format_args!("// {}", remark.replace(['\n', '\r'], " ")));
    }
    file.line(0, "(");
    file.line(1, "format: 1,");
    file.line(1, format_args!("id: {},", quoted(&draft.id)));
    file.line(1, format_args!("title: {},", both(&draft.title)));
    file.line(1, format_args!("about: {},", both(&draft.about)));
    file.line(1, format_args!("root: {},", quoted(&draft.root)));
    if let Some(residents) = &draft.residents {
        file.line(1, format_args!("residents: {},", quoted(residents)));
    }
    file.list("periods", &draft.periods, |(id, name)| {
        Fields::new().id(id).text("name", name).done()
    });
    file.list("themes", &draft.themes, |it| {
        let fields = Fields::new().id(&it.id).text("name", &it.name);
        if it.is_context { fields.plain("context", true).done() } else { fields.done() }
    });
    file.list("units", &draft.units, |it| {
        let en = Fields::new().string("one", &it.en_one).string("other", &it.en_other).done();
        let fields = Fields::new().id(&it.id).string("zh", &it.zh).plain("en", en);
        fields.plain("kind", format_args!("{:?}", it.kind)).done()
    });
    file.list("sources", &draft.sources, source);
    file.list("regions", &draft.regions, |it| {
        let fields = Fields::new().id(&it.id).text("name", &it.name).text("short", &it.short);
        let fields = fields.plain("kind", format_args!("{:?}", it.kind));
        fields.maybe("parent", it.parent.as_deref()).maybe("code", it.code.as_deref()).done()
    });
    file.list("indicators", &draft.indicators, indicator);
    file.list("observations", &draft.figures, figure);
    file.list("highlights", &draft.highlights, |it| {
        let fields = Fields::new().string("region", &it.region).string("theme", &it.theme);
        let fields = fields.text("headline", &it.headline).text("text", &it.text);
        fields.locator(&it.locator).done()
    });
    let pairs = |pairs: &[(String, String)]| {
        let pairs = pairs.iter().map(|(a, b)| format!("({}, {})", quoted(a), quoted(b)));
        pairs.collect::<Vec<_>>().join(", ")
    };
    let (land, sea) = (pairs(&draft.land), pairs(&draft.sea));
    file.line(1, format_args!("neighbours: (land: [{land}], sea: [{sea}]),"));
    file.list("layouts", &draft.layouts, layout);
    file.line(0, ")");
    file.text
}

#[derive(Default)]
struct Writer {
    text: String,
}

impl Writer {
    fn line(&mut self, depth: usize, line: impl Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{:width$}{line}", "", width = depth * 4);
    }

    fn list<T>(&mut self, name: &str, items: &[T], element: impl Fn(&T) -> String) {
        if items.is_empty() {
            self.line(1, format_args!("{name}: [],"));
            return;
        }
        self.line(1, format_args!("{name}: ["));
        for item in items {
            self.line(2, format_args!("{},", element(item)));
        }
        self.line(1, "],");
    }
}

fn source(it: &Source) -> String {
    let fields = Fields::new().id(&it.id).text("title", &it.title).text("short", &it.short);
    let fields = fields.maybe_text("publisher", it.publisher.as_ref());
    let fields = fields.maybe("published", it.published.as_deref());
    fields.maybe("address", it.address.as_deref()).maybe_text("note", it.note.as_ref()).done()
}

fn indicator(it: &Indicator) -> String {
    let fields = Fields::new().id(&it.id).text("name", &it.name);
    let fields = fields.text("definition", &it.definition).string("theme", &it.theme);
    let kind = if it.unit.is_some() { "Quantity" } else { "Fact" };
    let mut fields = fields.maybe("unit", it.unit.as_deref()).plain("kind", kind);
    if it.per_residents {
        fields = fields.plain("per_residents", true);
    }
    fields = fields.maybe("completion_of", it.completion_of.as_deref());
    if !it.related.is_empty() {
        let one = |(other, reason): &(String, Text)| {
            Fields::new().string("indicator", other).text("reason", reason).done()
        };
        let related: Vec<String> = it.related.iter().map(one).collect();
        fields = fields.plain("related", format_args!("[{}]", related.join(", ")));
    }
    fields.done()
}

fn figure(it: &Figure) -> String {
    let mut fields = Fields::new().string("region", &it.region).string("indicator", &it.indicator);
    match &it.value {
        Value::Number(value) => fields = fields.plain("value", value),
        Value::Fact(text) => fields = fields.text("fact", text),
        Value::NotApplicable => {}
    }
    if it.qualifier != Qualifier::Exact {
        fields = fields.plain("qualifier", format_args!("{:?}", it.qualifier));
    }
    if !it.printed.is_empty() {
        fields = fields.string("printed", &it.printed);
    }
    fields = fields.string("period", &it.period);
    if it.status != Status::Reported {
        fields = fields.plain("status", format_args!("{:?}", it.status));
    }
    fields = fields.locator(&it.locator);
    if let Some((region, indicator)) = &it.part_of {
        let whole = Fields::new().string("region", region).string("indicator", indicator).done();
        fields = fields.plain("part_of", whole);
    }
    fields.maybe_text("care", it.care.as_ref()).maybe_text("note", it.note.as_ref()).done()
}

fn layout(it: &Layout) -> String {
    let fields = Fields::new().id(&it.id).text("name", &it.name);
    match &it.map {
        LayoutMap::Tiles(tiles) => {
            let one = |(region, column, row): &(String, u16, u16)| {
                let fields = Fields::new().string("region", region).plain("column", column);
                format!("\n            {},", fields.plain("row", row).done())
            };
            let tiles: String = tiles.iter().map(one).collect();
            format!("Tiles{}", fields.plain("tiles", format_args!("[{tiles}\n        ]")).done())
        }
        LayoutMap::Outlines { file, credit, note } => {
            let fields = fields.string("file", file).text("credit", credit);
            format!("Outlines{}", fields.text("note", note).done())
        }
    }
}

/// The fields of one element.
struct Fields(String);

impl Fields {
    const fn new() -> Self {
        Self(String::new())
    }

    fn plain(mut self, name: &str, value: impl Display) -> Self {
        let gap = if self.0.is_empty() { "" } else { ", " };
        // Writing to a text cannot fail.
        let _ = write!(self.0, "{gap}{name}: {value}");
        self
    }

    fn string(self, name: &str, value: &str) -> Self {
        self.plain(name, quoted(value))
    }

    fn id(self, id: &str) -> Self {
        self.string("id", id)
    }

    fn text(self, name: &str, text: &Text) -> Self {
        self.plain(name, both(text))
    }

    fn maybe(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.string(name, value),
            None => self,
        }
    }

    fn maybe_text(self, name: &str, text: Option<&Text>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    fn locator(self, locator: &Locator) -> Self {
        let item = match &locator.item {
            Item::Bullet(number) => format!("Bullet({number})"),
            Item::Paragraph(number) => format!("Paragraph({number})"),
            Item::Row(name) => format!("Row({})", quoted(name)),
        };
        let fields = self.string("source", &locator.source).string("section", &locator.section);
        fields.plain("item", item)
    }

    fn done(self) -> String {
        format!("({})", self.0)
    }
}

fn both(text: &Text) -> String {
    Fields::new().string("zh", &text.zh).string("en", &text.en).done()
}

/// The text in quotes, with what RON needs escaped.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(c);
            }
            c if c.is_control() => quoted.extend(c.escape_unicode()),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
