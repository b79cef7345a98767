//! Reads figures as sound files write them, in one go and without keeping places.

use std::borrow::Cow;

use memchr::memchr2;

use crate::load::text;
use crate::model::{Item, Qualifier, Status, Text};

/// A figure as it is written.
#[derive(Clone, Debug, Default)]
pub(super) struct Written<'a> {
    pub(super) region: Cow<'a, str>,
    pub(super) indicator: Cow<'a, str>,
    pub(super) period: Cow<'a, str>,
    pub(super) value: Option<f64>,
    pub(super) fact: Option<Text>,
    pub(super) qualifier: Qualifier,
    pub(super) printed: Option<Cow<'a, str>>,
    pub(super) status: Status,
    pub(super) source: Cow<'a, str>,
    pub(super) section: Cow<'a, str>,
    pub(super) item: Option<Placed<'a>>,
    /// Region and indicator of the figure that this one is a part of.
    pub(super) part_of: Option<(Cow<'a, str>, Cow<'a, str>)>,
    pub(super) care: Option<Text>,
    pub(super) note: Option<Text>,
}

/// An [`Item`] that owns nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Placed<'a> {
    Bullet(u32),
    Paragraph(u32),
    Row(Cow<'a, str>),
}

impl Placed<'_> {
    pub(super) fn is(&self, item: &Item) -> bool {
        match (self, item) {
            (Self::Bullet(a), Item::Bullet(b)) | (Self::Paragraph(a), Item::Paragraph(b)) => a == b,
            (Self::Row(a), Item::Row(b)) => a == b,
            _ => false,
        }
    }

    pub(super) fn item(&self) -> Item {
        match self {
            Self::Bullet(number) => Item::Bullet(*number),
            Self::Paragraph(number) => Item::Paragraph(*number),
            Self::Row(row) => Item::Row(row.clone().into_owned()),
        }
    }
}

/// The fields of a figure, in the usual order.
const FIELDS: [&str; 14] = [
    "region",
    "indicator",
    "value",
    "qualifier",
    "printed",
    "period",
    "source",
    "section",
    "item",
    "fact",
    "status",
    "part_of",
    "care",
    "note",
];

/// Where in the text the reading stands. Everything gives `None` for what it does not understand,
/// be it wrong or only unusual.
#[derive(Clone, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) const fn moved_to(&self, at: usize) -> Self {
        Self { text: self.text, at }
    }

    pub(super) const fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Goes past white space and comments to the end of the line.
    pub(super) fn skip(&mut self) {
        loop {
            match self.peek() {
                Some(b' ' | b'\t'..=b'\r') => self.at += 1,
                Some(b'/') if self.rest().starts_with("//") => {
                    let rest = self.rest();
                    self.at += memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
                }
                _ => return,
            }
        }
    }

    /// Takes `byte`, with the blanks before it.
    pub(super) fn take(&mut self, byte: u8) -> Option<()> {
        self.skip();
        (self.peek() == Some(byte)).then(|| self.at += 1)
    }

    /// A name or a number.
    fn word(&mut self) -> Option<&'a str> {
        self.skip();
        let is_of_word =
            |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-');
        let rest = self.rest();
        let length = rest.bytes().take_while(|byte| is_of_word(byte)).count();
        self.at += length;
        rest.get(..length).filter(|word| !word.is_empty())
    }

    /// What stands in quotes.
    fn quoted(&mut self) -> Option<Cow<'a, str>> {
        self.take(b'"')?;
        let body = self.rest();
        let end = memchr2(b'"', b'\\', body.as_bytes())?;
        if body.as_bytes().get(end) == Some(&b'"') {
            self.at += end + 1;
            return body.get(..end).map(Cow::Borrowed);
        }
        let mut is_escaped = false;
        let end = body.bytes().position(|byte| {
            let is_end = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            is_end
        })?;
        let whole = self.text.get(self.at - 1..=self.at + end)?;
        self.at += end + 1;
        ron::from_str(whole).ok().map(Cow::Owned)
    }

    /// A text that is neither empty nor holds invisible characters.
    fn string(&mut self) -> Option<Cow<'a, str>> {
        let text = self.quoted()?;
        is_sound(&text).then_some(text)
    }

    fn number(&mut self) -> Option<f64> {
        let word = self.word()?;
        let digits = word.strip_prefix('-').unwrap_or(word);
        let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
            && digits.bytes().last().is_some_and(|byte| byte.is_ascii_digit());
        let value: f64 = is_plain.then(|| word.parse().ok()).flatten()?;
        value.is_finite().then_some(value)
    }

    /// What stands between brackets, each field read by `field`; ends also after a comma.
    fn group(&mut self, mut field: impl FnMut(&mut Self, &'a str) -> Option<()>) -> Option<()> {
        self.take(b'(')?;
        loop {
            if self.take(b')').is_some() {
                return Some(());
            }
            let name = self.word()?;
            self.take(b':')?;
            field(self, name)?;
            if self.take(b',').is_none() {
                return self.take(b')');
            }
        }
    }

    /// The two fields of these names, in any order, each read by `read`.
    fn pair(
        &mut self,
        names: [&str; 2],
        read: impl Fn(&mut Self) -> Option<Cow<'a, str>>,
    ) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
        let [first_name, second_name] = names;
        let (mut first, mut second) = (None, None);
        self.group(|cursor, name| {
            let field = if name == first_name {
                &mut first
            } else if name == second_name {
                &mut second
            } else {
                return None;
            };
            field.replace(read(cursor)?).is_none().then_some(())
        })?;
        first.zip(second)
    }

    fn text(&mut self) -> Option<Text> {
        let (zh, en) = self.pair(["zh", "en"], Self::string)?;
        Some(Text { zh: zh.into_owned(), en: en.into_owned() })
    }

    fn item(&mut self) -> Option<Placed<'a>> {
        let name = self.word()?;
        self.take(b'(')?;
        let item = if name == "Row" {
            Placed::Row(self.string()?)
        } else {
            let number = self.word()?;
            let is_plain = number.bytes().all(|byte| byte.is_ascii_digit());
            let number = number.parse().ok().filter(|number| is_plain && *number > 0)?;
            match name {
                "Bullet" => Placed::Bullet(number),
                "Paragraph" => Placed::Paragraph(number),
                _ => return None,
            }
        };
        self.take(b')')?;
        Some(item)
    }

    /// One figure, brackets and all.
    pub(super) fn figure(&mut self) -> Option<Written<'a>> {
        let mut figure = Written::default();
        let mut seen = 0_u16;
        let mut usual = 0;
        self.group(|cursor, name| {
            // Fields nearly always come in the same order.
            let from = FIELDS.iter().skip(usual).position(|it| *it == name);
            let field =
                from.map(|at| at + usual).or_else(|| FIELDS.iter().position(|it| *it == name))?;
            usual = field + 1;
            let bit = 1 << field;
            if seen & bit != 0 {
                return None;
            }
            seen |= bit;
            cursor.field(name, &mut figure)
        })?;
        let required = ["region", "indicator", "period", "source", "section", "item"];
        let is_there = |name: &str| {
            FIELDS.iter().position(|it| *it == name).is_some_and(|at| seen & (1 << at) != 0)
        };
        required.into_iter().all(is_there).then_some(figure)
    }

    fn field(&mut self, name: &str, figure: &mut Written<'a>) -> Option<()> {
        match name {
            "region" => figure.region = self.quoted()?,
            "indicator" => figure.indicator = self.quoted()?,
            "period" => figure.period = self.quoted()?,
            "source" => figure.source = self.quoted()?,
            "section" => figure.section = self.string()?,
            "printed" => figure.printed = Some(self.string()?),
            "value" => figure.value = Some(self.number()?),
            "item" => figure.item = Some(self.item()?),
            "fact" => figure.fact = Some(self.text()?),
            "care" => figure.care = Some(self.text()?),
            "note" => figure.note = Some(self.text()?),
            "part_of" => figure.part_of = Some(self.pair(["region", "indicator"], Self::quoted)?),
            "qualifier" => {
                figure.qualifier = match self.word()? {
                    "Exact" => Qualifier::Exact,
                    "About" => Qualifier::About,
                    "Nearly" => Qualifier::Nearly,
                    "MoreThan" => Qualifier::MoreThan,
                    "Reached" => Qualifier::Reached,
                    _ => return None,
                }
            }
            "status" => {
                figure.status = match self.word()? {
                    "Reported" => Status::Reported,
                    "Derived" => Status::Derived,
                    "NotApplicable" => Status::NotApplicable,
                    _ => return None,
                }
            }
            _ => return None,
        }
        Some(())
    }
}

fn is_sound(value: &str) -> bool {
    let is_plain = value.bytes().all(|byte| matches!(byte, b'!'..=b'~'));
    if is_plain && !value.is_empty() {
        return value.len() <= text::MOST_CHARS;
    }
    !value.trim().is_empty()
        && (value.len() <= text::MOST_CHARS || value.chars().nth(text::MOST_CHARS).is_none())
        && text::hidden(value).is_none()
}
