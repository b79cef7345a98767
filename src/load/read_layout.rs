//! Reads maps and neighbours into their raw form.

use super::piece::Piece;
use super::problem::Expected;
use super::raw::{Layout, Map, Pair, Tile};
use super::reader::Reader;

pub(super) fn layout(reader: &mut Reader, piece: Piece) -> Layout {
    let allowed = vec!["Tiles", "Outlines"];
    let group = piece.bracketed().filter(|it| it.open == '(');
    let Some(group) = group else {
        reader.unknown_word(piece, piece, allowed);
        return Layout::default();
    };
    reader.no_trailing(group.trailing);
    let Some(name) = group.name else {
        reader.wrong::<()>(piece, Expected::Word);
        return Layout::default();
    };
    if !allowed.contains(&name.text) {
        reader.unknown_word(piece, name, allowed);
        return Layout::default();
    }
    let mut fields = reader.fields_in(piece, group.content);
    let mut layout =
        Layout { id: fields.id(reader, "id"), name: fields.text(reader, "name"), map: None };
    layout.map = Some(if name.text == "Tiles" {
        Map::Tiles(fields.list(reader, "tiles", tile))
    } else {
        Map::Outlines {
            file: fields.string(reader, "file"),
            credit: fields.text(reader, "credit"),
            note: fields.text(reader, "note"),
        }
    });
    fields.finish(reader);
    layout
}

fn tile(reader: &mut Reader, piece: Piece) -> Tile {
    let mut fields = reader.fields(piece);
    let region = fields.reference(reader, "region");
    let column = fields.required(reader, "column");
    let row = fields.required(reader, "row");
    fields.finish(reader);
    Tile {
        head: piece.head(),
        region,
        column: column.and_then(|piece| reader.whole(piece, u64::MAX)),
        row: row.and_then(|piece| reader.whole(piece, u64::MAX)),
    }
}

/// Two regions: `("hangzhou", "huzhou")`.
pub(super) fn pair(reader: &mut Reader, piece: Piece) -> Pair {
    let nothing = Pair { span: piece.head(), a: None, b: None };
    let group = piece.bracketed().filter(|it| it.open == '(');
    let Some(group) = group.filter(|it| it.name.is_none()) else {
        reader.wrong::<()>(piece, Expected::Pair);
        return nothing;
    };
    reader.no_trailing(group.trailing);
    let mut values = group.content.entries();
    let (Some(a), Some(b), None) = (values.next(), values.next(), values.next()) else {
        reader.wrong::<()>(piece, Expected::Pair);
        return nothing;
    };
    Pair { a: reader.reference(a), b: reader.reference(b), ..nothing }
}
