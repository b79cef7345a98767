//! The regions that a table names → the regions of the data file.

use std::collections::HashMap;

use super::{Draft, Entry, Findings, Note, Table, maps};
use crate::import::{
    draft::Region,
    known::{self, Known},
    shape::Place,
    slug::{self, Ids, without_kind},
    words::is_total,
};
use crate::load::problem::{Problem, Table as TableProblem};
use crate::model::{RegionKind, Text};

/// Adds the regions to the draft and gives the region of each entry, by id.
pub(super) fn build(
    table: &Table,
    entries: &[Entry],
    draft: &mut Draft,
    findings: &mut Findings,
) -> Vec<String> {
    let mut places: Vec<Place> = Vec::new();
    let mut by_place: HashMap<Place, usize> = HashMap::new();
    let mut of_entries = Vec::with_capacity(entries.len());
    for entry in entries {
        let at = *by_place.entry(entry.place.clone()).or_insert_with(|| {
            let same = |it: &Place| {
                it.is_total && entry.place.is_total
                    || (it.name == entry.place.name && it.parent == entry.place.parent)
            };
            places.iter().position(same).unwrap_or_else(|| {
                places.push(entry.place.clone());
                places.len() - 1
            })
        });
        of_entries.push(at);
    }
    let root = root(table, &places);
    let mut made = Made { table, findings, ids: Ids::default(), regions: Vec::new() };
    let root_at = made.root(&root);
    let mut ids: Vec<String> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        if root.place == Some(at) {
            ids.push(made.regions.get(root_at).map_or(String::new(), |it| it.id.clone()));
            continue;
        }
        let row = of_entries.iter().position(|it| *it == at);
        let row = row.and_then(|row| entries.get(row)).map_or((0, 0), |entry| entry.at);
        ids.push(made.region(place, row));
    }
    made.parents(&places, &root);
    let mut regions = made.regions;
    maps::regions(table, &mut regions, findings);
    kinds(&mut regions, root_at);
    let name = regions.get(root_at).map(|it| it.name.zh.clone()).unwrap_or_default();
    findings.notes.push(Note::Root { name, is_in_table: root.place.is_some() });
    draft.root = regions.get(root_at).map_or(String::new(), |it| it.id.clone());
    maps::add(table, &regions, entries, draft, findings);
    let all: Vec<String> = regions.iter().map(|it| it.id.clone()).collect();
    let done = regions.into_iter().map(|it| Region {
        id: it.id,
        name: it.name,
        short: it.short,
        kind: it.kind.unwrap_or(RegionKind::City),
        parent: it.parent.and_then(|at| all.get(at).cloned()),
        code: Some(it.code).filter(|code| !code.is_empty()),
    });
    draft.regions = done.collect();
    of_entries.into_iter().map(|at| ids.get(at).cloned().unwrap_or_default()).collect()
}

/// A region that is being made.
#[derive(Clone, Debug)]
pub(super) struct Making {
    pub(super) id: String,
    pub(super) name: Text,
    pub(super) short: Text,
    pub(super) kind: Option<RegionKind>,
    /// The position of the region that it is a part of; none for the root.
    pub(super) parent: Option<usize>,
    /// Empty where there is none.
    pub(super) code: String,
    /// What is known of it beforehand.
    pub(super) known: Option<usize>,
}

struct Root {
    /// The place of the table that it is, if any.
    place: Option<usize>,
    name: String,
    en: String,
    code: String,
}

/// Which region the others are parts of.
fn root(table: &Table, places: &[Place]) -> Root {
    let of_place = |at: usize, place: &Place, name: String| Root {
        place: Some(at),
        name,
        en: place.en.clone(),
        code: place.code.clone(),
    };
    let named = table.options.root.clone();
    let same = |name: &str| {
        places.iter().position(|it| {
            known::key(&it.name) == known::key(name)
                && it.name.chars().last() == name.chars().last()
        })
    };
    if let Some(name) = &named
        && let Some(at) = same(name)
        && let Some(place) = places.get(at)
    {
        return of_place(at, place, name.clone());
    }
    let of_title = || table.frame.titles.iter().find_map(|title| place_name(title));
    if let Some(at) = places.iter().position(|it| it.is_total)
        && let Some(place) = places.get(at)
    {
        let name = named.or_else(of_title).unwrap_or_else(|| place.name.clone());
        return of_place(at, place, name);
    }
    // A row that is of a higher kind than all the others.
    let level = |place: &Place| level(&place.name, &place.code);
    if let Some((first, others)) = places.split_first()
        && others.len() > 1
        && let Some(top) = level(first)
        && others.iter().all(|it| level(it).is_none_or(|it| it > top))
        && others.iter().any(|it| level(it).is_some())
        && named.is_none()
    {
        return of_place(0, first, first.name.clone());
    }
    match named.or_else(of_title) {
        Some(name) => match same(&name).and_then(|at| Some((at, places.get(at)?))) {
            Some((at, place)) => of_place(at, place, name),
            None => Root { place: None, name, en: String::new(), code: String::new() },
        },
        None => Root {
            place: None,
            name: "全部地区".to_owned(),
            en: "All regions".to_owned(),
            code: String::new(),
        },
    }
}

/// How far down a place stands: 0 for a country, 3 for a county.
fn level(name: &str, code: &str) -> Option<u8> {
    if code.len() == 6 && code.chars().all(|c| c.is_ascii_digit()) {
        return Some(if code.ends_with("0000") {
            1
        } else if code.ends_with("00") {
            2
        } else {
            3
        });
    }
    kind_of(name).map(|kind| kind as u8)
}

/// The kind that a Chinese name ends with.
pub(super) fn kind_of(name: &str) -> Option<RegionKind> {
    if name.ends_with('国') {
        Some(RegionKind::Country)
    } else if name.ends_with('省') || name.ends_with("自治区") || name.ends_with("特别行政区")
    {
        Some(RegionKind::Province)
    } else if name.ends_with(['市', '州', '盟']) || name.ends_with("地区") {
        Some(RegionKind::City)
    } else if name.ends_with(['区', '县', '旗']) {
        Some(RegionKind::County)
    } else {
        None
    }
}

/// The province, city or county that a title speaks of: `表1 2023年浙江省残疾人就业`.
pub(in crate::import) fn place_name(title: &str) -> Option<String> {
    let ends = ["自治区", "自治州", "省", "市", "县", "州", "区"];
    let mut best: Option<(usize, usize)> = None;
    for end in ends {
        if let Some(at) = title.find(end)
            && best.is_none_or(|(earlier, _)| at < earlier)
        {
            best = Some((at, at + end.len()));
        }
    }
    let (at, end) = best?;
    let before = title.get(..at)?;
    let is_name =
        |c: &char| super::is_chinese(&c.to_string()) && !"年度表各全末底分及和与的、".contains(*c);
    let length: usize = before.chars().rev().take_while(is_name).map(char::len_utf8).sum();
    let name = title.get(at - length..end)?;
    let is_long_enough = name.chars().count() > 2 && name.chars().count() <= 12;
    (is_long_enough && !is_total(name)).then(|| name.to_owned())
}

struct Made<'a, 'b> {
    table: &'a Table<'a>,
    findings: &'b mut Findings,
    ids: Ids,
    regions: Vec<Making>,
}

impl Made<'_, '_> {
    fn root(&mut self, root: &Root) -> usize {
        let place = Place {
            name: root.name.clone(),
            en: root.en.clone(),
            code: root.code.clone(),
            ..Place::default()
        };
        let known = known::find(self.table.known, &root.name);
        self.push(&place, known);
        self.regions.len() - 1
    }

    /// Adds a region and gives its id.
    fn region(&mut self, place: &Place, (row, column): (usize, usize)) -> String {
        let names = [&place.name, &place.zh, &place.code];
        let known = names
            .iter()
            .filter(|name| !name.is_empty())
            .find_map(|name| known::find(self.table.known, name));
        let has_list = self.table.known.iter().any(|it| it.feature.is_none());
        if known.is_none() && has_list {
            let nearest = self
                .table
                .known
                .iter()
                .map(|it| (strsim::normalized_damerau_levenshtein(&it.zh, &place.name), &it.zh))
                .filter(|(likeness, _)| *likeness >= 0.5)
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, name)| name.clone());
            let problem = TableProblem::RegionUnknown { found: place.name.clone(), nearest };
            let place = self.table.grid.place(row, column);
            self.findings.problems.push((place, Problem::Table(problem)));
        }
        self.push(place, known)
    }

    fn push(&mut self, place: &Place, known: Option<(usize, &Known)>) -> String {
        let nothing = Known::default();
        let at = known.map(|(at, _)| at);
        let known = known.map_or(&nothing, |(_, it)| it);
        let first = |texts: [&String; 2]| {
            texts.into_iter().find(|it| !it.is_empty()).cloned().unwrap_or_default()
        };
        let is_id = slug::is_id(&place.name) && !(place.zh.is_empty() && place.en.is_empty());
        let (zh, en) = (first([&place.zh, &known.zh]), first([&place.en, &known.en]));
        let (zh, en) = match (super::is_chinese(&place.name), is_id) {
            (true, _) => (if zh.is_empty() { place.name.clone() } else { zh }, en),
            (false, false) if en.is_empty() => (zh, place.name.clone()),
            _ => (zh, en),
        };
        let name = self.findings.text(&zh, &en, &place.name);
        let wanted = if !known.id.is_empty() {
            known.id.clone()
        } else if is_id {
            place.name.clone()
        } else {
            slug::of(&place.name, slug::Use::Place)
        };
        let short = Text {
            zh: if known.short_zh.is_empty() {
                without_kind(&name.zh).to_owned()
            } else {
                known.short_zh.clone()
            },
            en: first([
                &known.short_en,
                &if super::is_chinese(&name.en) {
                    without_kind(&name.en).to_owned()
                } else {
                    name.en.clone()
                },
            ]),
        };
        let id = self.ids.take(&wanted);
        self.regions.push(Making {
            id: id.clone(),
            kind: known.kind.or_else(|| kind_of(&name.zh)),
            name,
            short,
            parent: None,
            code: first([&place.code, &known.code]),
            known: at,
        });
        id
    }

    /// Puts each region under the one that it is a part of.
    fn parents(&mut self, places: &[Place], root: &Root) {
        let of_root = 0;
        let mut at = 1;
        for (index, place) in places.iter().enumerate() {
            if root.place == Some(index) {
                continue;
            }
            let known = self.regions.get(at).and_then(|it| it.known);
            let known = known.and_then(|it| self.table.known.get(it));
            let parent = if place.parent.is_empty() {
                known.map_or(String::new(), |it| it.parent.clone())
            } else {
                place.parent.clone()
            };
            let by_name = if parent.is_empty() {
                None
            } else {
                let found = self.named(&parent);
                Some(found.unwrap_or_else(|| {
                    let known = known::find(self.table.known, &parent);
                    self.push(&Place { name: parent, ..Place::default() }, known);
                    let last = self.regions.len() - 1;
                    if let Some(last) = self.regions.get_mut(last) {
                        last.parent = Some(of_root);
                    }
                    last
                }))
            };
            let parent = by_name.or_else(|| self.by_code(at)).unwrap_or(of_root);
            if let Some(region) = self.regions.get_mut(at) {
                region.parent = Some(if parent == at { of_root } else { parent });
            }
            at += 1;
        }
    }

    fn named(&self, name: &str) -> Option<usize> {
        let exact = self.regions.iter().position(|it| {
            it.id == name || it.name.zh == name || it.name.en == name || it.code == name
        });
        exact.or_else(|| {
            self.regions.iter().position(|it| known::key(&it.name.zh) == known::key(name))
        })
    }

    /// The region above by the administrative division code: 330102 is in 330100.
    fn by_code(&self, at: usize) -> Option<usize> {
        let code = &self.regions.get(at)?.code;
        if code.len() != 6 || code.ends_with("00") {
            return None;
        }
        let above = format!("{}00", code.get(..4)?);
        self.regions.iter().position(|it| it.code == above)
    }
}

/// Fills in the kinds that names do not tell, from those above and below.
fn kinds(regions: &mut [Making], root: usize) {
    let below = regions.iter().filter(|it| it.parent == Some(root)).find_map(|it| it.kind);
    let kind = match (regions.get(root).and_then(|it| it.kind), below) {
        (Some(kind), _) => kind,
        (None, Some(RegionKind::Province)) => RegionKind::Country,
        (None, Some(RegionKind::County)) => RegionKind::City,
        (None, _) => RegionKind::Province,
    };
    if let Some(root) = regions.get_mut(root) {
        root.kind = Some(kind);
    }
    for at in 0..regions.len() {
        let above = regions.get(at).and_then(|it| it.parent).and_then(|it| regions.get(it));
        let above = above.and_then(|it| it.kind);
        if let Some(region) = regions.get_mut(at)
            && region.kind.is_none()
        {
            region.kind = Some(match above {
                Some(RegionKind::Country) => RegionKind::Province,
                Some(RegionKind::Province) | None => RegionKind::City,
                _ => RegionKind::County,
            });
        }
    }
}
