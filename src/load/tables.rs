//! Finds elements by their ids.

use std::collections::HashMap;

use super::problem::{Kind, Link};
use super::raw::{Declares, Elements, File, Id};
use super::report::Report;
use super::span::Span;
use super::text;

/// The ids of one list.
#[derive(Debug)]
pub(super) struct Table<'a> {
    kind: Kind,
    by_id: HashMap<&'a str, (usize, Span)>,
    /// The ids in the order of the file, so that suggestions do not depend on hashing.
    ids: Vec<&'a str>,
    /// Whether every id is known, so that another id is wrong for certain.
    is_complete: bool,
}

impl<'a> Table<'a> {
    /// Gathers the ids of a list and reports those that stand there twice.
    pub(super) fn new(
        kind: Kind,
        elements: &'a Elements<impl Declares>,
        report: &mut Report,
    ) -> Self {
        let mut table =
            Self { kind, by_id: HashMap::new(), ids: Vec::new(), is_complete: elements.is_found };
        for (at, element) in elements.items.iter().enumerate() {
            let Some(id) = element.raw.id() else {
                table.is_complete = false;
                continue;
            };
            if let Some((_, first)) = table.by_id.get(id.value.as_str()) {
                let problem = Link::DuplicateId { kind, id: text::clip(&id.value) };
                report.add_related(id.span, Some(*first), problem);
                continue;
            }
            table.by_id.insert(&id.value, (at, id.span));
            table.ids.push(&id.value);
        }
        table
    }

    pub(super) const fn is_complete(&self) -> bool {
        self.is_complete
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &'a str> {
        self.ids.iter().copied()
    }

    pub(super) fn get(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).map(|(at, _)| *at)
    }

    /// The position of the element that `reference` names; reports one that does not exist.
    pub(super) fn find(&self, reference: Option<&Id>, report: &mut Report) -> Option<usize> {
        self.find_as(self.kind, reference, report)
    }

    /// The same for a reference with a role of its own, such as a parent.
    pub(super) fn find_as(
        &self,
        kind: Kind,
        reference: Option<&Id>,
        report: &mut Report,
    ) -> Option<usize> {
        let reference = reference?;
        let found = self.get(&reference.value);
        if found.is_none() && self.is_complete {
            let problem = Link::Unknown {
                kind,
                id: text::clip(&reference.value),
                nearest: report.nearest(&reference.value, self.ids()),
            };
            report.add(reference.span, problem);
        }
        found
    }
}

/// The ids of all lists that others refer to.
#[derive(Debug)]
pub(super) struct Tables<'a> {
    pub(super) periods: Table<'a>,
    pub(super) themes: Table<'a>,
    pub(super) units: Table<'a>,
    pub(super) sources: Table<'a>,
    pub(super) regions: Table<'a>,
    pub(super) indicators: Table<'a>,
}

impl<'a> Tables<'a> {
    pub(super) fn new(file: &'a File, report: &mut Report) -> Self {
        Self {
            periods: Table::new(Kind::Period, &file.periods, report),
            themes: Table::new(Kind::Theme, &file.themes, report),
            units: Table::new(Kind::Unit, &file.units, report),
            sources: Table::new(Kind::Source, &file.sources, report),
            regions: Table::new(Kind::Region, &file.regions, report),
            indicators: Table::new(Kind::Indicator, &file.indicators, report),
        }
    }

    /// Reports a section that is neither a region nor `table`.
    pub(super) fn check_section(&self, section: &Id, report: &mut Report) {
        if section.value != "table" {
            self.regions.find_as(Kind::Section, Some(section), report);
        }
    }
}
