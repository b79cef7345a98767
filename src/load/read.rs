//! Reads the whole file into its raw form.

use super::fields::Fields;
use super::lexer::{Lexer, Repairs, Token};
use super::piece::Piece;
use super::problem::{Shape, Syntax};
use super::raw::{Element, File, Indicator, IndicatorKind, Named, Pair, Region, Source, Unit};
use super::read_figure;
use super::read_layout;
use super::reader::Reader;
use super::span::Span;
use super::text;
use crate::model::{RegionKind, UnitKind};

/// The format version that this program reads.
const FORMAT: u64 = 1;

/// Reads the file; `None` where it is not a data file at all.
pub(super) fn file(reader: &mut Reader, text: &str, repairs: &Repairs) -> Option<File> {
    let body = header(reader, text, repairs);
    if text.trim().is_empty() {
        reader.add(Span::new(0, 0), Syntax::Empty);
        return None;
    }
    let group = body.bracketed().filter(|it| it.open == '(');
    let Some(group) = group.filter(|it| it.name.is_none()) else {
        reader.add(body.head(), Syntax::NotADataFile);
        return None;
    };
    reader.no_trailing(group.trailing);
    let mut fields = reader.fields_in(body, group.content);
    if reader.is_damaged_at(body.at) {
        // Where the file breaks off, what comes later is not missing.
        fields.expect_gaps();
    }
    if let Some(format) = fields.required(reader, "format") {
        let found = reader.whole(format, u64::MAX)?;
        if found.value != FORMAT {
            // Another version may mean anything by its other fields.
            let found_value = found.value;
            reader.add(found.span, Shape::WrongFormat { found: found_value });
            return None;
        }
    }
    let mut file = File {
        id: fields.id(reader, "id"),
        title: fields.text(reader, "title"),
        about: fields.text(reader, "about"),
        root: fields.reference(reader, "root"),
        residents: fields.optional_reference(reader, "residents"),
        periods: fields.list(reader, "periods", element(period)),
        themes: fields.list(reader, "themes", element(theme)),
        units: fields.list(reader, "units", element(unit)),
        sources: fields.list(reader, "sources", element(source)),
        regions: fields.list(reader, "regions", element(region)),
        indicators: fields.list(reader, "indicators", element(indicator)),
        observations: fields.list(reader, "observations", element(read_figure::figure)),
        highlights: fields.list(reader, "highlights", element(read_figure::highlight)),
        ..File::default()
    };
    if let Some(neighbours) = fields.required(reader, "neighbours") {
        let mut fields = reader.fields(neighbours);
        file.land = pairs(reader, &mut fields, "land");
        file.sea = pairs(reader, &mut fields, "sea");
        fields.finish(reader);
    }
    file.layouts = fields.list(reader, "layouts", element(read_layout::layout));
    fields.finish(reader);
    Some(file)
}

/// Reads the `#![enable(…)]` lines and gives what follows them.
fn header<'a>(reader: &mut Reader, text: &'a str, repairs: &'a Repairs) -> Piece<'a> {
    let tokens: Vec<(Token, Span)> = Lexer::new(text, 0, repairs)
        .filter(|(token, _)| !matches!(token, Token::Comment { .. }))
        .take(64)
        .collect();
    let mut rest = tokens.as_slice();
    let slice = |span: Span| text.get(span.start..span.end).unwrap_or_default();
    while let [(Token::Word, hash), after @ ..] = rest
        && slice(*hash) == "#"
    {
        let end =
            after.iter().position(|(token, _)| *token == Token::Close(']')).unwrap_or(after.len());
        let last = after.get(end).map_or(hash.end, |(_, span)| span.end);
        let span = Span::new(hash.start, last);
        match attribute(slice(span)) {
            Some(has_implicit_some) => reader.has_implicit_some |= has_implicit_some,
            None => reader.add(span, Syntax::Attribute),
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    let start = rest.first().map_or(text.len(), |(_, span)| span.start);
    Piece { text: text.get(start..).unwrap_or_default(), at: start, repairs }
}

/// Whether an attribute enables `implicit_some`; `None` where RON has no such attribute.
fn attribute(attribute: &str) -> Option<bool> {
    let compact: String = attribute.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = compact.strip_prefix("#![")?.strip_suffix(']')?;
    if inner.starts_with("type=") || inner.starts_with("schema=") {
        return Some(false);
    }
    let names = inner.strip_prefix("enable(")?.strip_suffix(')')?;
    let names = names.strip_suffix(',').unwrap_or(names);
    let mut has_implicit_some = false;
    for name in names.split(',') {
        let extension = ron::extensions::Extensions::from_ident(name)?;
        has_implicit_some |= extension == ron::extensions::Extensions::IMPLICIT_SOME;
    }
    Some(has_implicit_some)
}

/// Reads one element with `read` and notes whether it is broken.
pub(super) fn element<'a, T>(
    read: fn(&mut Reader, Piece<'a>) -> T,
) -> impl Fn(&mut Reader, Piece<'a>) -> Element<T> {
    move |reader, piece| {
        let (raw, is_broken) = reader.element(piece, read);
        Element { head: piece.head(), is_broken, raw }
    }
}

fn period(reader: &mut Reader, piece: Piece) -> Named {
    let mut fields = reader.fields(piece);
    let period =
        Named { id: fields.id(reader, "id"), name: fields.text(reader, "name"), is_context: false };
    fields.finish(reader);
    period
}

fn theme(reader: &mut Reader, piece: Piece) -> Named {
    let mut fields = reader.fields(piece);
    let theme = Named {
        id: fields.id(reader, "id"),
        name: fields.text(reader, "name"),
        is_context: fields.flag(reader, "context"),
    };
    fields.finish(reader);
    theme
}

fn unit(reader: &mut Reader, piece: Piece) -> Unit {
    const KINDS: [(&str, UnitKind); 5] = [
        ("Count", UnitKind::Count),
        ("Money", UnitKind::Money),
        ("Percent", UnitKind::Percent),
        ("PercentagePoint", UnitKind::PercentagePoint),
        ("Area", UnitKind::Area),
    ];
    let mut fields = reader.fields(piece);
    let mut unit = Unit {
        id: fields.id(reader, "id"),
        zh: fields.string(reader, "zh").map(|it| it.value),
        ..Unit::default()
    };
    if let Some(en) = fields.required(reader, "en") {
        let mut en = reader.fields(en);
        unit.en_one = en.string(reader, "one").map(|it| it.value);
        unit.en_other = en.string(reader, "other").map(|it| it.value);
        en.finish(reader);
    }
    let kind = fields.required(reader, "kind");
    unit.kind = kind.and_then(|kind| reader.word(kind, &KINDS)).map(|kind| kind.value);
    fields.finish(reader);
    unit
}

fn source(reader: &mut Reader, piece: Piece) -> Source {
    let mut fields = reader.fields(piece);
    let mut source = Source {
        id: fields.id(reader, "id"),
        title: fields.text(reader, "title"),
        short: fields.text(reader, "short"),
        publisher: fields.optional_text(reader, "publisher"),
        ..Source::default()
    };
    let published = fields.optional_string(reader, "published");
    source.published = published.map(|it| it.value);
    if let Some(address) = fields.optional_string(reader, "address") {
        if !text::is_web_address(&address.value) {
            reader.add(address.span, Shape::BadAddress);
        }
        source.address = Some(address.value);
    }
    source.note = fields.optional_text(reader, "note");
    fields.finish(reader);
    source
}

fn region(reader: &mut Reader, piece: Piece) -> Region {
    const KINDS: [(&str, RegionKind); 4] = [
        ("Country", RegionKind::Country),
        ("Province", RegionKind::Province),
        ("City", RegionKind::City),
        ("County", RegionKind::County),
    ];
    let mut fields = reader.fields(piece);
    let mut region = Region {
        id: fields.id(reader, "id"),
        name: fields.text(reader, "name"),
        short: fields.text(reader, "short"),
        ..Region::default()
    };
    let kind = fields.required(reader, "kind");
    region.kind = kind.and_then(|kind| reader.word(kind, &KINDS)).map(|kind| kind.value);
    region.parent = fields.optional_reference(reader, "parent");
    let code = fields.optional_string(reader, "code");
    region.code = code.map(|it| it.value);
    fields.finish(reader);
    region
}

fn indicator(reader: &mut Reader, piece: Piece) -> Indicator {
    const KINDS: [(&str, IndicatorKind); 2] =
        [("Quantity", IndicatorKind::Quantity), ("Fact", IndicatorKind::Fact)];
    let mut fields = reader.fields(piece);
    let mut indicator = Indicator {
        id: fields.id(reader, "id"),
        name: fields.text(reader, "name"),
        definition: fields.text(reader, "definition"),
        theme: fields.reference(reader, "theme"),
        unit: fields.optional_reference(reader, "unit"),
        ..Indicator::default()
    };
    let kind = fields.required(reader, "kind");
    indicator.kind = kind.and_then(|kind| reader.word(kind, &KINDS));
    indicator.per_residents = fields.flag(reader, "per_residents");
    indicator.completion_of = fields.optional_reference(reader, "completion_of");
    let related = fields.defaulted("related");
    let read_related = |reader: &mut Reader, related| {
        let mut fields = reader.fields(related);
        let other = fields.reference(reader, "indicator");
        let reason = fields.text(reader, "reason");
        fields.finish(reader);
        (other, reason)
    };
    indicator.related = related.map(|it| reader.list(it, read_related).items).unwrap_or_default();
    fields.finish(reader);
    indicator
}

fn pairs(reader: &mut Reader, fields: &mut Fields, name: &'static str) -> Vec<Pair> {
    let list = fields.defaulted(name);
    list.map(|list| reader.list(list, read_layout::pair).items).unwrap_or_default()
}
