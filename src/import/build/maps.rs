//! The maps of an imported data file: outlines where a map is given, and tiles.

use super::{
    Draft, Entry, Findings, Note, Table,
    regions::{Making, kind_of},
};
use crate::import::{
    draft::{Layout, LayoutMap},
    slug::{self, Ids, without_kind},
};
use crate::load::problem::{Problem, Table as TableProblem};
use crate::model::Text;

/// Adds the regions of the map that the table does not have: they report nothing, but are there.
pub(super) fn regions(table: &Table, regions: &mut Vec<Making>, findings: &mut Findings) {
    let mut ids = Ids::default();
    for region in regions.iter() {
        ids.take(&region.id);
    }
    let used: Vec<Option<usize>> = regions.iter().map(|it| it.known).collect();
    let mut names = Vec::new();
    for (at, known) in table.known.iter().enumerate() {
        if known.feature.is_none() || used.contains(&Some(at)) {
            continue;
        }
        let otherwise = if known.zh.is_empty() { &known.en } else { &known.zh };
        if otherwise.is_empty() {
            continue;
        }
        let name = findings.text(&known.zh, &known.en, otherwise);
        names.push(name.zh.clone());
        let wanted = if known.id.is_empty() {
            slug::of(&name.zh, slug::Use::Place)
        } else {
            known.id.clone()
        };
        regions.push(Making {
            id: ids.take(&wanted),
            short: Text { zh: without_kind(&name.zh).to_owned(), en: name.en.clone() },
            kind: known.kind.or_else(|| kind_of(&name.zh)),
            name,
            parent: Some(0),
            code: known.code.clone(),
            known: Some(at),
        });
    }
    if !names.is_empty() {
        findings.notes.push(Note::OnMapOnly(names));
    }
}

/// Adds the maps; names the regions that the given map lacks.
pub(super) fn add(
    table: &Table,
    regions: &[Making],
    entries: &[Entry],
    draft: &mut Draft,
    findings: &mut Findings,
) {
    let feature = |region: &Making| table.known.get(region.known?)?.feature;
    let cities: Vec<&Making> = regions.iter().filter(|it| it.parent == Some(0)).collect();
    match table.map_file {
        Some(file) => {
            for city in cities.iter().filter(|it| feature(it).is_none()) {
                let entry = entries.iter().find(|it| {
                    it.place.name == city.name.zh
                        || it.place.name == city.name.en
                        || it.place.name == city.id
                });
                let place = match entry {
                    Some(entry) => table.grid.place(entry.at.0, 0),
                    None => table.grid.place_of_sheet(),
                };
                let problem = TableProblem::NotOnMap { region: city.name.zh.clone() };
                findings.problems.push((place, Problem::Table(problem)));
            }
            draft.layouts.push(Layout {
                id: "outlines".to_owned(),
                name: Text { zh: "轮廓".to_owned(), en: "Outlines".to_owned() },
                map: LayoutMap::Outlines {
                    file: file.to_owned(),
                    credit: Text {
                        zh: format!("轮廓取自 {}", table.map_name),
                        en: format!("Outlines from {}", table.map_name),
                    },
                    note: Text {
                        zh: "仅为示意，不作为划界依据。".to_owned(),
                        en: "A sketch, not an authority on boundaries.".to_owned(),
                    },
                },
            });
        }
        None => findings.notes.push(Note::NoMap),
    }
    let columns = (1..=cities.len()).find(|it| it * it >= cities.len()).unwrap_or(1);
    let tiles = cities.iter().enumerate().map(|(at, city)| {
        let place = |it: usize| u16::try_from(it).unwrap_or(u16::MAX);
        (city.id.clone(), place(at % columns), place(at / columns))
    });
    draft.layouts.push(Layout {
        id: "tiles".to_owned(),
        name: Text {
            zh: "方格（按表中次序）".to_owned(),
            en: "Tiles in the table’s order".to_owned(),
        },
        map: LayoutMap::Tiles(tiles.collect()),
    });
}

/// The map with every feature under the id of its region, and without those of no region.
pub(in crate::import) fn with_ids(map: &mut serde_json::Value, ids: &[Option<String>]) {
    let Some(features) = map.get_mut("features").and_then(|it| it.as_array_mut()) else {
        return;
    };
    let mut at = 0;
    features.retain_mut(|feature| {
        let id = ids.get(at).cloned().flatten();
        at += 1;
        let (Some(id), Some(feature)) = (id, feature.as_object_mut()) else {
            return false;
        };
        let properties = feature.entry("properties").or_insert(serde_json::Value::Null);
        if !properties.is_object() {
            *properties = serde_json::json!({});
        }
        if let Some(properties) = properties.as_object_mut() {
            properties.insert("id".to_owned(), id.into());
            // A place of the name that is none would be refused.
            if !properties.get("label_point").is_some_and(serde_json::Value::is_array) {
                properties.remove("label_point");
            }
        }
        true
    });
}
