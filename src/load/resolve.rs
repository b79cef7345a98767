//! Turns the raw file into the model and checks that its elements fit together.

use super::figures;
use super::indicators;
use super::layouts::{self, Places};
use super::problem::{Kind, Link};
use super::quick::Figures;
use super::raw::{Element, Elements, File, Highlight, Locator, Pair};
use super::regions::{self, Tree};
use super::report::Report;
use super::tables::Tables;
use super::text;
use super::{Assets, raw};
use crate::model::{self, DatasetParts, Neighbours, RegionIx, SourceIx, ThemeIx};

/// The indicator that counts residents where the file does not name another one.
const RESIDENTS: &str = "resident_population";

/// The parts of the data set; `None` where anything could not be made, which `report` tells.
///
/// With `quickly`, the figures are read from there. Where that cannot be, nothing is told of it.
pub(super) fn dataset(
    file: &File,
    assets: &dyn Assets,
    report: &mut Report,
    quickly: Option<&Figures<'_>>,
) -> Option<DatasetParts> {
    let tables = Tables::new(file, report);
    let root = tables.regions.find_as(Kind::Root, file.root.as_ref(), report);
    let tree = Tree::new(file, &tables, root, report);
    let residents = match &file.residents {
        Some(id) => tables.indicators.find(Some(id), report),
        None => tables.indicators.get(RESIDENTS),
    };
    let indicators = indicators::resolve(file, &tables, report);
    let relations = indicators::relations(file, &tables, report);
    let observations = match quickly {
        Some(quickly) => Some(quickly.read(file, &tables, &tree)?),
        None => figures::resolve(file, &tables, &tree, report),
    };
    let highlights = each(&file.highlights, |it| highlight(it, &tables, report));
    let neighbours = Neighbours {
        land: pairs(&file.land, &tables, report),
        sea: pairs(&file.sea, &tables, report),
    };
    let places = Places { file, regions: &tables.regions, tree: &tree, assets };
    let layouts = layouts::resolve(&places, report);
    Some(DatasetParts {
        id: file.id.as_ref()?.value.clone(),
        title: file.title.clone()?,
        about: file.about.clone()?,
        root: RegionIx::from(root?),
        residents: residents.map(Into::into),
        periods: all(&file.periods, period)?,
        themes: all(&file.themes, theme)?,
        units: all(&file.units, unit)?,
        sources: all(&file.sources, source)?,
        regions: regions::resolve(file, &tree)?,
        indicators: indicators?,
        relations: relations?,
        observations: observations?,
        highlights: highlights?,
        neighbours,
        layouts: layouts?,
    })
}

/// Makes every element, also where one has failed: each may have something to report.
pub(super) fn each<T, U>(
    elements: &Elements<T>,
    make: impl FnMut(&Element<T>) -> Option<U>,
) -> Option<Vec<U>> {
    let all: Vec<Option<U>> = elements.items.iter().map(make).collect();
    all.into_iter().collect()
}

fn all<T, U>(elements: &Elements<T>, make: impl Fn(&T) -> Option<U>) -> Option<Vec<U>> {
    elements.items.iter().map(|it| make(&it.raw)).collect()
}

fn period(raw: &raw::Named) -> Option<model::Period> {
    Some(model::Period { id: raw.id.as_ref()?.value.clone(), name: raw.name.clone()? })
}

fn theme(raw: &raw::Named) -> Option<model::Theme> {
    Some(model::Theme {
        id: raw.id.as_ref()?.value.clone(),
        name: raw.name.clone()?,
        is_context: raw.is_context,
    })
}

fn unit(raw: &raw::Unit) -> Option<model::Unit> {
    Some(model::Unit {
        id: raw.id.as_ref()?.value.clone(),
        zh: raw.zh.clone()?,
        en_one: raw.en_one.clone()?,
        en_other: raw.en_other.clone()?,
        kind: raw.kind?,
    })
}

fn source(raw: &raw::Source) -> Option<model::Source> {
    Some(model::Source {
        id: raw.id.as_ref()?.value.clone(),
        title: raw.title.clone()?,
        short: raw.short.clone()?,
        publisher: raw.publisher.clone(),
        published: raw.published.clone(),
        address: raw.address.clone(),
        note: raw.note.clone(),
    })
}

fn highlight(
    element: &Element<Highlight>,
    tables: &Tables,
    report: &mut Report,
) -> Option<model::Highlight> {
    let raw = &element.raw;
    let region = tables.regions.find(raw.region.as_ref(), report);
    let theme = tables.themes.find(raw.theme.as_ref(), report);
    let locator = locator(&raw.locator, tables, report);
    Some(model::Highlight {
        region: RegionIx::from(region?),
        theme: ThemeIx::from(theme?),
        headline: raw.headline.clone()?,
        text: raw.text.clone()?,
        locator: locator?,
    })
}

/// Where something stands in a source.
pub(super) fn locator(
    raw: &Locator,
    tables: &Tables,
    report: &mut Report,
) -> Option<model::Locator> {
    let source = tables.sources.find(raw.source.as_ref(), report);
    if let Some(section) = &raw.section {
        tables.check_section(section, report);
    }
    Some(model::Locator {
        source: SourceIx::from(source?),
        section: raw.section.as_ref()?.value.clone(),
        item: raw.item.clone()?,
    })
}

fn pairs(raw: &[Pair], tables: &Tables, report: &mut Report) -> Vec<(RegionIx, RegionIx)> {
    let mut seen = std::collections::HashMap::new();
    let mut pairs = Vec::new();
    for pair in raw {
        let a = tables.regions.find(pair.a.as_ref(), report);
        let b = tables.regions.find(pair.b.as_ref(), report);
        if let (Some(a), Some(b), Some(a_id), Some(b_id)) = (a, b, &pair.a, &pair.b) {
            if a == b {
                let id = text::clip(&a_id.value);
                report.add(b_id.span, Link::ToItself { id });
            } else if let Some(first) = seen.insert((a.min(b), a.max(b)), pair.span) {
                let (a, b) = (text::clip(&a_id.value), text::clip(&b_id.value));
                report.add_related(pair.span, Some(first), Link::RelatedTwice { a, b });
            }
        }
        // A pair without both regions is reported, so the file is not loaded anyway.
        pairs.extend(a.zip(b).map(|(a, b)| (RegionIx::from(a), RegionIx::from(b))));
    }
    pairs
}
