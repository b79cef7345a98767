//! RON files that people and other versions of the program write, read field by field.
//!
//! One field that this version does not understand costs that field, not the file.

use std::{
    collections::BTreeMap,
    fmt::{self, Write as _},
};

use ron::{Options, extensions::Extensions, ser::PrettyConfig, value::RawValue};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeOwned, MapAccess, Visitor},
};

/// The largest file that is read, in bytes; an ordinary one has fewer than ten thousand.
pub const MOST_BYTES: usize = 1024 * 1024;

/// Values within values that are followed before a file is refused.
const MOST_NESTING: usize = 32;

/// The fields of a RON struct, each as the text of its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(BTreeMap<String, String>);

fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(MOST_NESTING)
}

/// `value` as RON text, the fields of a struct a line each and what is in them on one line, so that
/// the text of a field is the same wherever it stands.
fn text_of<T: Serialize>(value: &T, lines_deep: usize) -> String {
    let pretty = PrettyConfig::new().struct_names(false).new_line("\n").depth_limit(lines_deep);
    // Only a value with keys that RON lacks, or a failing writer, could fail; a string is neither.
    options().to_string_pretty(value, pretty).unwrap_or_default()
}

/// Reads one value.
#[must_use]
pub fn value_of<T: DeserializeOwned>(text: &str) -> Option<T> {
    options().from_str(text).ok()
}

/// What could be read of a value, and the names of the fields that could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lenient<T> {
    /// The value; fields that could not be read are as in the default.
    pub value: T,
    /// Fields with a value that this version does not understand.
    pub unreadable: Vec<String>,
    /// Fields that this version does not know.
    pub unknown: Vec<String>,
}

impl Fields {
    /// Reads the fields of a RON struct.
    ///
    /// # Errors
    /// The place (line and column) and the fault of a text that is no RON struct, is larger than
    /// [`MOST_BYTES`] or nested too deep.
    pub fn parse(text: &str) -> Result<Self, String> {
        if text.len() > MOST_BYTES {
            return Err(format!("> {} KiB", MOST_BYTES / 1024));
        }
        options().from_str(text).map_err(|error| error.to_string())
    }

    /// The fields that `value` is written with.
    #[must_use]
    pub fn of<T: Serialize>(value: &T) -> Self {
        Self::parse(&text_of(value, 1)).unwrap_or_default()
    }

    /// The value of a field.
    #[must_use]
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> Option<T> {
        value_of(self.0.get(name)?)
    }

    /// The text of a field's value.
    #[must_use]
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// Sets a field to `value`.
    pub fn set<T: Serialize>(&mut self, name: &str, value: &T) {
        self.0.insert(name.to_owned(), text_of(value, 0));
    }

    /// Sets a field to a struct of `fields`.
    pub fn set_fields(&mut self, name: &str, fields: &Self) {
        self.0.insert(name.to_owned(), fields.lines("    "));
    }

    /// The RON struct, its lines after the first behind `margin`; values stay as they were written,
    /// for a new line in one may be part of a string.
    fn lines(&self, margin: &str) -> String {
        let is_struct = self.0.keys().all(|name| is_plain(name));
        let (open, close) = if is_struct { ("(", ")") } else { ("{", "}") };
        let mut lines = format!("{open}\n");
        for (name, text) in &self.0 {
            let name = if is_struct { name.clone() } else { text_of(name, 0) };
            // A comment behind the value would hide the comma.
            let is_commented = text.lines().last().is_some_and(|line| line.contains("//"));
            let end = if is_commented { "\n" } else { "" };
            // Writing into a string cannot fail.
            let _ = writeln!(lines, "{margin}    {name}: {text}{end},");
        }
        lines + margin + close
    }

    /// Names and texts of all fields, by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    /// The fields without those for which `is_dropped` holds.
    #[must_use]
    pub fn without(mut self, is_dropped: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|name, _| !is_dropped(name));
        self
    }

    /// The names of fields that differ from those of `other`.
    #[must_use]
    pub fn differing(&self, other: &Self) -> Vec<String> {
        let names = self.0.keys().chain(other.0.keys().filter(|it| !self.0.contains_key(*it)));
        names.filter(|it| self.0.get(*it) != other.0.get(*it)).cloned().collect()
    }

    /// The fields of `theirs` with what `self` changed since `base`: per field the last writer
    /// wins, and what nobody changed stays.
    #[must_use]
    pub fn merged_onto(&self, base: &Self, theirs: &Self) -> Self {
        let mut merged = theirs.clone();
        for name in self.differing(base) {
            match self.0.get(&name) {
                Some(text) => merged.0.insert(name, text.clone()),
                None => merged.0.remove(&name),
            };
        }
        merged
    }

    /// A value of these fields, as far as they can be read.
    #[must_use]
    pub fn lenient<T: DeserializeOwned + Serialize + Default>(&self) -> Lenient<T> {
        let known = Self::of(&T::default());
        let (mut unreadable, mut unknown) = (Vec::new(), Vec::new());
        let mut good = Self::default();
        for (name, text) in &self.0 {
            let alone = Self(BTreeMap::from([(name.clone(), text.clone())]));
            if !known.0.contains_key(name) {
                unknown.push(name.clone());
            } else if value_of::<T>(&alone.to_string()).is_some() {
                good.0.insert(name.clone(), text.clone());
            } else {
                unreadable.push(name.clone());
            }
        }
        let value = value_of(&good.to_string()).unwrap_or_default();
        Lenient { value, unreadable, unknown }
    }
}

/// The RON struct, one field a line; a RON map where a name is none that a struct could have.
impl fmt::Display for Fields {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines(""))
    }
}

fn is_plain(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AnyFields;
        impl<'de> Visitor<'de> for AnyFields {
            type Value = Fields;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("named fields in parentheses")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields, A::Error> {
                let mut fields = BTreeMap::new();
                while let Some(name) = map.next_key::<String>()? {
                    let text = map.next_value::<Box<RawValue>>()?;
                    fields.insert(name, text.get_ron().trim().to_owned());
                }
                Ok(Fields(fields))
            }
        }
        deserializer.deserialize_any(AnyFields)
    }
}

#[cfg(test)]
mod tests {
    use super::Fields;
    use crate::{
        model::Lang,
        state::{Tab, ViewState},
    };

    #[test]
    fn a_value_survives_being_written() {
        let view = ViewState {
            lang: Lang::En,
            tab: Tab::Compare,
            selected: Some("huzhou \"x\"\n".into()),
            ..ViewState::default()
        };
        let mut fields = Fields::default();
        fields.set("view", &view);
        let read = Fields::parse(&fields.to_string()).unwrap();
        assert_eq!(read.get::<ViewState>("view"), Some(view));
        assert!(!fields.to_string().contains("Some("), "people write values as they are");
    }

    #[test]
    fn a_field_that_is_not_understood_costs_that_field_alone() {
        let fields =
            Fields::parse("(tab: hologram, selected: \"huzhou\", warp: (1, [2])) // end").unwrap();
        let read = fields.lenient::<ViewState>();
        assert_eq!(read.value.selected.as_deref(), Some("huzhou"));
        assert_eq!(read.value.tab, Tab::default());
        assert_eq!((read.unreadable, read.unknown), (vec!["tab".into()], vec!["warp".into()]));
        // What is not understood is kept as it was written.
        assert_eq!(fields.raw("warp"), Some("(1, [2])"));
    }

    #[test]
    fn what_a_person_wrote_over_several_lines_stays_as_it_is() {
        let inner = Fields::parse("(text: \"one\n  two\", list: [\n1,\n2])").unwrap();
        let mut outer = Fields::default();
        outer.set_fields("inner", &inner);
        let read = Fields::parse(&outer.to_string()).unwrap();
        assert_eq!(read.get::<Fields>("inner"), Some(inner));
    }

    #[test]
    fn a_comment_behind_a_value_does_not_break_the_file_that_is_written() {
        let fields = Fields::parse("(warp: 9 // engage\n, path: \"a//b\" // last\n)").unwrap();
        assert_eq!(fields.get::<u32>("warp"), Some(9));
        let again = Fields::parse(&fields.to_string()).unwrap();
        assert_eq!(again, fields);
        let mut outer = Fields::default();
        outer.set_fields("inner", &fields);
        let read = Fields::parse(&outer.to_string()).unwrap();
        assert_eq!(read.get::<Fields>("inner"), Some(fields));
    }

    #[test]
    fn two_writers_keep_what_the_other_changed() {
        let fields = |text: &str| Fields::parse(text).unwrap();
        let base = fields("(a: 1, b: 1, c: 1)");
        let merged = fields("(a: 2, b: 1, c: 1)").merged_onto(&base, &fields("(a: 1, b: 3, d: 4)"));
        assert_eq!(merged, fields("(a: 2, b: 3, d: 4)"));
    }

    #[test]
    fn what_is_no_struct_or_nested_for_ever_is_refused() {
        for text in ["", "(", "[1]", "7", "(a: )", "(a: 1", &"(a: ".repeat(40_000)] {
            assert!(Fields::parse(text).is_err(), "{}", &text[..text.len().min(20)]);
        }
        let large = format!("(a: \"{}\")", "x".repeat(super::MOST_BYTES));
        assert!(Fields::parse(&large).unwrap_err().contains("KiB"));
    }
}
