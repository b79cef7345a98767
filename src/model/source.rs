//! Where figures come from.

use serde::{Deserialize, Serialize};

use super::{Lang, SourceIx, Text};

/// A publication that figures are taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Stable id.
    pub id: String,
    /// Full title.
    pub title: Text,
    /// Title for a source line.
    pub short: Text,
    /// Who published it, where known.
    pub publisher: Option<Text>,
    /// Date of publication as stated, where known.
    pub published: Option<String>,
    /// Web address, where known.
    pub address: Option<String>,
    /// What to know about it.
    pub note: Option<Text>,
}

impl Source {
    /// The host of the web address, which tells a reader where a link leads.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let address = self.address.as_deref()?;
        let rest = ["https://", "http://"].iter().find_map(|it| address.strip_prefix(it))?;
        let host = rest.split(['/', '?', '#']).next()?;
        (!host.is_empty()).then_some(host)
    }
}

/// A place inside a section of a source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Item {
    /// The n-th bullet, from 1.
    Bullet(u32),
    /// The n-th paragraph, from 1.
    Paragraph(u32),
    /// The row of a table, by its heading.
    Row(String),
}

/// Where in a source a figure or a highlight stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Locator {
    /// The source.
    pub source: SourceIx,
    /// The section, named by the id of the region it is about, or `table`.
    pub section: String,
    /// The item in that section.
    pub item: Item,
}

impl Locator {
    /// The form used in tables, the same in every language: `huzhou bullet 2`.
    #[must_use]
    pub fn code(&self) -> String {
        match &self.item {
            Item::Bullet(n) => format!("{} bullet {n}", self.section),
            Item::Paragraph(n) => format!("{} paragraph {n}", self.section),
            Item::Row(name) => format!("{} row {name}", self.section),
        }
    }

    /// The form for readers, for example `湖州市，第 2 条` or `Huzhou, item 2`.
    ///
    /// `section_name` is the region's name where the section is a region.
    #[must_use]
    pub fn words(&self, section_name: Option<&str>, lang: Lang) -> String {
        match (&self.item, lang, section_name) {
            (Item::Bullet(n), Lang::Zh, Some(name)) => format!("{name}，第 {n} 条"),
            (Item::Bullet(n), Lang::En, Some(name)) => format!("{name}, item {n}"),
            (Item::Paragraph(n), Lang::Zh, Some(name)) => format!("{name}部分，第 {n} 段"),
            (Item::Paragraph(n), Lang::En, Some(name)) => format!("{name} section, paragraph {n}"),
            (Item::Bullet(n), Lang::Zh, None) => format!("第 {n} 条"),
            (Item::Bullet(n), Lang::En, None) => format!("item {n}"),
            (Item::Paragraph(n), Lang::Zh, None) => format!("第 {n} 段"),
            (Item::Paragraph(n), Lang::En, None) => format!("paragraph {n}"),
            (Item::Row(row), Lang::Zh, _) => format!("表中“{row}”行"),
            (Item::Row(row), Lang::En, _) => format!("table row “{row}”"),
        }
    }
}
