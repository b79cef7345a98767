//! The named fields of one element.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::piece::Piece;
use super::problem::{Expected, Shape, Syntax};
use super::reader::{List, Reader};
use super::span::{At, Span};
use super::text;
use crate::model::Text;

/// The most fields of one element; the file itself has seventeen.
const MOST_FIELDS: usize = 64;

/// The fields of one element, each asked for once; [`Fields::finish`] finds those nobody wants.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    head: Span,
    entries: Vec<(Piece<'a>, Piece<'a>)>,
    asked: Vec<&'static str>,
    /// Whether a field that is not here is missing for certain.
    is_complete: bool,
}

impl Reader {
    /// The fields of `(name: value, …)`.
    pub(super) fn fields<'a>(&mut self, piece: Piece<'a>) -> Fields<'a> {
        let group = piece.bracketed().filter(|it| it.open == '(');
        match group {
            Some(group) if group.name.is_none() => {
                self.no_trailing(group.trailing);
                self.fields_in(piece, group.content)
            }
            _ => {
                self.wrong::<()>(piece, Expected::Group);
                Fields {
                    head: piece.head(),
                    entries: Vec::new(),
                    asked: Vec::new(),
                    is_complete: false,
                }
            }
        }
    }

    /// The fields in `content`, what `piece` holds between its brackets.
    pub(super) fn fields_in<'a>(&mut self, piece: Piece<'a>, content: Piece<'a>) -> Fields<'a> {
        let mut entries: Vec<(Piece, Piece)> = Vec::new();
        let mut seen: HashMap<&str, Span> = HashMap::new();
        let mut is_complete = true;
        for entry in content.entries() {
            if entries.len() >= MOST_FIELDS {
                self.add(entry.head(), Shape::TooManyFields { most: MOST_FIELDS });
                is_complete = false;
                break;
            }
            if !self.is_entry(entry) {
                continue;
            }
            let Some((name, value)) = entry.named() else {
                self.add(entry.head(), Syntax::Unnamed);
                continue;
            };
            if value.text.is_empty() {
                self.add(name.span(), Syntax::Unnamed);
            }
            match seen.entry(name.text) {
                Entry::Occupied(first) => {
                    let field = text::clip(name.text);
                    let first = Some(*first.get());
                    self.add_related(name.span(), first, Shape::DuplicateField { field });
                }
                Entry::Vacant(entry) => {
                    entry.insert(name.span());
                    entries.push((name, value));
                }
            }
        }
        Fields { head: piece.head(), entries, asked: Vec::new(), is_complete }
    }
}

impl<'a> Fields<'a> {
    /// Do not report missing fields: the element breaks off.
    pub(super) const fn expect_gaps(&mut self) {
        self.is_complete = false;
    }

    fn ask(&mut self, name: &'static str) -> Option<Piece<'a>> {
        if !self.asked.contains(&name) {
            self.asked.push(name);
        }
        let (_, value) = self.entries.iter().find(|(it, _)| it.text == name)?;
        Some(*value)
    }

    /// The value of a field that must be there.
    pub(super) fn required(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<Piece<'a>> {
        let value = self.ask(name);
        if value.is_none() && self.is_complete {
            reader.add(self.head, Shape::MissingField { field: name });
        }
        value.filter(|value| !value.text.is_empty())
    }

    /// The value of a field that may be left out.
    pub(super) fn optional(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<Piece<'a>> {
        let value = self.ask(name).filter(|value| !value.text.is_empty())?;
        if value.text == "None" {
            return None;
        }
        let some = value
            .bracketed()
            .filter(|it| it.open == '(' && it.name.is_some_and(|name| name.text == "Some"));
        match some {
            Some(some) => {
                reader.no_trailing(some.trailing);
                some.content.entries().next()
            }
            None if reader.has_implicit_some => Some(value),
            None => {
                reader.add(value.head(), Shape::NeedsSome);
                None
            }
        }
    }

    /// The value of a field with a default.
    pub(super) fn defaulted(&mut self, name: &'static str) -> Option<Piece<'a>> {
        self.ask(name).filter(|value| !value.text.is_empty())
    }

    pub(super) fn id(&mut self, reader: &mut Reader, name: &'static str) -> Option<At<String>> {
        let piece = self.required(reader, name)?;
        reader.id(piece)
    }

    pub(super) fn reference(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<At<String>> {
        let piece = self.required(reader, name)?;
        reader.reference(piece)
    }

    pub(super) fn string(&mut self, reader: &mut Reader, name: &'static str) -> Option<At<String>> {
        let piece = self.required(reader, name)?;
        reader.string(piece, None)
    }

    pub(super) fn text(&mut self, reader: &mut Reader, name: &'static str) -> Option<Text> {
        let piece = self.required(reader, name)?;
        reader.text(piece)
    }

    pub(super) fn optional_text(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<Text> {
        let piece = self.optional(reader, name)?;
        reader.text(piece)
    }

    pub(super) fn optional_string(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<At<String>> {
        let piece = self.optional(reader, name)?;
        reader.string(piece, None)
    }

    pub(super) fn optional_reference(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
    ) -> Option<At<String>> {
        let piece = self.optional(reader, name)?;
        reader.reference(piece)
    }

    pub(super) fn flag(&mut self, reader: &mut Reader, name: &'static str) -> bool {
        let piece = self.defaulted(name);
        piece.and_then(|piece| reader.yes_or_no(piece)) == Some(true)
    }

    /// A list, each element read on its own.
    pub(super) fn list<T>(
        &mut self,
        reader: &mut Reader,
        name: &'static str,
        read: impl Fn(&mut Reader, Piece<'a>) -> T,
    ) -> List<T> {
        let piece = self.required(reader, name);
        piece.map_or_else(List::default, |piece| reader.list(piece, read))
    }

    /// Says which fields do not exist.
    pub(super) fn finish(self, reader: &mut Reader) {
        for (name, _) in &self.entries {
            if !self.asked.contains(&name.text) {
                let known = self.asked.iter().copied();
                let problem = Shape::UnknownField {
                    found: text::clip(name.text),
                    nearest: reader.report.nearest(name.text, known),
                    allowed: self.asked.clone(),
                };
                reader.add(name.span(), problem);
            }
        }
    }
}
