//! Reads figures and highlights into their raw form.

use super::fields::Fields;
use super::piece::Piece;
use super::problem::{Expected, Figure as Problem};
use super::raw::{Figure, Highlight, Locator, PartOf};
use super::reader::Reader;
use super::span::At;
use crate::model::{Item, Qualifier, Status};

pub(super) fn figure(reader: &mut Reader, piece: Piece) -> Figure {
    const QUALIFIERS: [(&str, Qualifier); 5] = [
        ("Exact", Qualifier::Exact),
        ("About", Qualifier::About),
        ("Nearly", Qualifier::Nearly),
        ("MoreThan", Qualifier::MoreThan),
        ("Reached", Qualifier::Reached),
    ];
    const STATUSES: [(&str, Status); 3] = [
        ("Reported", Status::Reported),
        ("Derived", Status::Derived),
        ("NotApplicable", Status::NotApplicable),
    ];
    let mut fields = reader.fields(piece);
    let mut figure = Figure {
        region: fields.reference(reader, "region"),
        indicator: fields.reference(reader, "indicator"),
        ..Figure::default()
    };
    if let Some(value) = fields.optional(reader, "value") {
        figure.value = reader.number(value);
    }
    if let Some(fact) = fields.optional(reader, "fact") {
        let span = fact.head();
        figure.fact = reader.text(fact).map(|value| At { value, span });
    }
    let qualifier = fields.defaulted("qualifier");
    figure.qualifier = qualifier.and_then(|word| reader.word(word, &QUALIFIERS));
    // The status comes later in the file's order of fields, but decides what is needed here.
    let printed = fields.defaulted("printed");
    figure.period = fields.reference(reader, "period");
    figure.locator = locator(reader, &mut fields);
    let status = fields.defaulted("status");
    let status = status.and_then(|word| reader.word(word, &STATUSES));
    figure.status = status.map(|status| status.value).unwrap_or_default();
    match printed {
        Some(printed) => figure.printed = reader.string(printed, None),
        None if figure.status == Status::NotApplicable => {}
        None => {
            fields.required(reader, "printed");
        }
    }
    if let Some(part_of) = fields.optional(reader, "part_of") {
        let mut whole = reader.fields(part_of);
        figure.part_of = Some(PartOf {
            span: part_of.head(),
            region: whole.reference(reader, "region"),
            indicator: whole.reference(reader, "indicator"),
        });
        whole.finish(reader);
    }
    figure.care = fields.optional_text(reader, "care");
    figure.note = fields.optional_text(reader, "note");
    fields.finish(reader);
    figure
}

pub(super) fn highlight(reader: &mut Reader, piece: Piece) -> Highlight {
    let mut fields = reader.fields(piece);
    let highlight = Highlight {
        region: fields.reference(reader, "region"),
        theme: fields.reference(reader, "theme"),
        headline: fields.text(reader, "headline"),
        text: fields.text(reader, "text"),
        locator: locator(reader, &mut fields),
    };
    fields.finish(reader);
    highlight
}

fn locator(reader: &mut Reader, fields: &mut Fields) -> Locator {
    let source = fields.reference(reader, "source");
    let section = fields.string(reader, "section");
    let item = fields.required(reader, "item");
    Locator { source, section, item: item.and_then(|piece| read_item(reader, piece)) }
}

/// `Bullet(2)`, `Paragraph(3)` or `Row("…")`.
fn read_item(reader: &mut Reader, piece: Piece) -> Option<Item> {
    let allowed = vec!["Bullet", "Paragraph", "Row"];
    let group = piece.bracketed().filter(|it| it.open == '(');
    let Some(group) = group else {
        reader.unknown_word(piece, piece, allowed);
        return None;
    };
    reader.no_trailing(group.trailing);
    let Some(name) = group.name else {
        return reader.wrong(piece, Expected::Word);
    };
    let mut values = group.content.entries();
    let (Some(value), None) = (values.next(), values.next()) else {
        return reader.wrong(piece, Expected::Word);
    };
    match name.text {
        "Bullet" => count(reader, value).map(Item::Bullet),
        "Paragraph" => count(reader, value).map(Item::Paragraph),
        "Row" => reader.string(value, None).map(|row| Item::Row(row.value)),
        _ => {
            reader.unknown_word(piece, name, allowed);
            None
        }
    }
}

fn count(reader: &mut Reader, piece: Piece) -> Option<u32> {
    let count = reader.whole(piece, u32::MAX.into())?;
    if count.value == 0 {
        reader.add(count.span, Problem::ItemZero);
        return None;
    }
    u32::try_from(count.value).ok()
}
