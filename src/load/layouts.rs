//! Checks maps against the regions.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::Assets;
use super::assets::{AssetError, is_inside};
use super::outlines::{self, Draft};
use super::problem::{Kind, Map as Problem, Outline};
use super::raw::{Element, File, Id, Layout, Map, Tile};
use super::reader::List;
use super::regions::Tree;
use super::report::Report;
use super::resolve::each;
use super::span::Span;
use super::tables::Table;
use super::text;
use crate::model::{self, RegionIx, TileGrid};

/// The largest column or row, far more than any map needs.
const FARTHEST_TILE: u16 = 999;

/// The most maps of one file: each may be as large as a file can be.
const MOST_LAYOUTS: usize = 8;

/// What maps are checked against.
pub(super) struct Places<'a> {
    pub(super) file: &'a File,
    pub(super) regions: &'a Table<'a>,
    pub(super) tree: &'a Tree,
    pub(super) assets: &'a dyn Assets,
}

impl Places<'_> {
    /// Reports what `shown` lacks: a map shows all parts of some region, of the root if any of them.
    fn check_all_shown(&self, shown: &HashSet<RegionIx>, head: Span, report: &mut Report) {
        if !self.regions.is_complete() {
            return;
        }
        let is_shown = |region: &usize| shown.contains(&RegionIx::from(*region));
        let mut parents: Vec<Option<usize>> =
            shown.iter().map(|it| self.tree.parent(it.at())).collect();
        parents.sort_unstable();
        parents.dedup();
        let is_of_cities = self.tree.cities().any(|it| is_shown(&it)) || shown.is_empty();
        let parts = |parent: &Option<usize>| self.tree.parts(*parent);
        let is_whole = |parent: &Option<usize>| parts(parent).iter().all(is_shown);
        let wanted = if is_of_cities {
            self.tree.cities().collect()
        } else if parents.iter().any(is_whole) {
            return;
        } else {
            parents.first().map(parts).unwrap_or_default()
        };
        for city in wanted {
            let element = self.file.regions.items.get(city);
            let id = element.and_then(|it| it.raw.id.as_ref());
            if !shown.contains(&RegionIx::from(city))
                && let Some(id) = id
            {
                let region = text::clip(&id.value);
                report.add(head, Problem::Unplaced { region });
            }
        }
    }
}

/// The maps of the model.
pub(super) fn resolve(places: &Places, report: &mut Report) -> Option<Vec<model::Layout>> {
    let layouts = &places.file.layouts;
    Table::new(Kind::Layout, layouts, report);
    if let Some(excess) = layouts.items.get(MOST_LAYOUTS) {
        report.add(excess.head, Problem::TooManyLayouts { most: MOST_LAYOUTS });
        return None;
    }
    each(layouts, |it| layout(it, places, report))
}

fn layout(
    element: &Element<Layout>,
    places: &Places,
    report: &mut Report,
) -> Option<model::Layout> {
    let raw = &element.raw;
    let head = raw.id.as_ref().map_or(element.head, |id| id.span);
    match raw.map.as_ref()? {
        Map::Tiles(list) => {
            let tiles = tiles(list, head, places, report);
            Some(model::Layout::Tiles(TileGrid {
                id: raw.id.as_ref()?.value.clone(),
                name: raw.name.clone()?,
                tiles: tiles?,
            }))
        }
        Map::Outlines { file, credit, note } => {
            let drawn = file.as_ref().and_then(|file| draw(file, head, places, report));
            let (size, regions) = drawn?;
            Some(model::Layout::Outlines(Arc::new(model::Outlines {
                id: raw.id.as_ref()?.value.clone(),
                name: raw.name.clone()?,
                credit: credit.clone()?,
                note: note.clone()?,
                file: file.as_ref()?.value.clone(),
                size,
                regions,
            })))
        }
    }
}

fn tiles(
    list: &List<Tile>,
    head: Span,
    places: &Places,
    report: &mut Report,
) -> Option<Vec<model::Tile>> {
    let mut by_region = HashMap::new();
    let mut by_place = HashMap::new();
    let mut tiles = Vec::new();
    let mut shown = HashSet::new();
    for raw in &list.items {
        let region = places.regions.find(raw.region.as_ref(), report);
        if let (Some(region), Some(id)) = (region, &raw.region) {
            shown.insert(RegionIx::from(region));
            if let Some(first) = by_region.insert(region, id.span) {
                let region = text::clip(&id.value);
                report.add_related(id.span, Some(first), Problem::PlacedTwice { region });
            }
        }
        let place = place(raw, report);
        if let Some((column, row)) = place
            && let Some(first) = by_place.insert((column, row), raw.head)
        {
            report.add_related(raw.head, Some(first), Problem::TilesCollide { column, row });
        }
        tiles.push(region.zip(place).map(|(region, (column, row))| model::Tile {
            region: RegionIx::from(region),
            column,
            row,
        }));
    }
    let are_all_known = list.is_found && tiles.iter().all(Option::is_some);
    if are_all_known {
        places.check_all_shown(&shown, head, report);
    }
    tiles.into_iter().collect()
}

/// Column and row of a tile, both within bounds.
fn place(raw: &Tile, report: &mut Report) -> Option<(u16, u16)> {
    let mut bounded = |at: Option<super::span::At<u64>>| {
        let at = at?;
        let value = u16::try_from(at.value).ok();
        let value = value.filter(|value| *value <= FARTHEST_TILE);
        if value.is_none() {
            let most = FARTHEST_TILE;
            report.add(at.span, Problem::TileOutOfRange { most });
        }
        value
    };
    let (column, row) = (bounded(raw.column), bounded(raw.row));
    column.zip(row)
}

/// Reads and triangulates the outlines in `file`.
fn draw(
    file: &Id,
    head: Span,
    places: &Places,
    report: &mut Report,
) -> Option<(model::Point, Vec<model::RegionOutline>)> {
    let path = text::clip(&file.value);
    if !is_inside(&file.value) {
        report.add(file.span, Problem::PathOutside { path });
        return None;
    }
    let bytes = match places.assets.read(&file.value) {
        Ok(bytes) => bytes,
        Err(AssetError::Outside) => {
            report.add(file.span, Problem::PathOutside { path });
            return None;
        }
        Err(AssetError::Missing) => {
            report.add(file.span, Outline::AssetMissing { path });
            return None;
        }
        Err(AssetError::Unreadable(reason)) => {
            report.add(file.span, Outline::AssetUnreadable { path, reason });
            return None;
        }
    };
    let drafts = match outlines::read(&bytes) {
        Ok(drafts) => drafts,
        Err(reason) => {
            report.add(file.span, Outline::NotGeoJson { path, reason });
            return None;
        }
    };
    let shown = place_drafts(&drafts, file.span, places, report);
    places.check_all_shown(&shown.iter().copied().collect(), head, report);
    let sound: Option<Vec<&outlines::Shape>> =
        drafts.iter().map(|it| it.shape.as_ref().ok()).collect();
    let shapes = sound.filter(|shapes| shapes.len() == shown.len())?;
    match outlines::draw(&shapes, &shown) {
        Ok(drawn) => Some(drawn),
        Err(problem) => {
            report.add(file.span, problem);
            None
        }
    }
}

/// The regions of the outlines; reports what is wrong with each.
fn place_drafts(
    drafts: &[Draft],
    span: Span,
    places: &Places,
    report: &mut Report,
) -> Vec<RegionIx> {
    let mut shown = Vec::new();
    let mut seen = HashSet::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(id) = &draft.id else {
            let number = at + 1;
            report.add(span, Outline::WithoutId { number });
            continue;
        };
        if let Err(problem) = &draft.shape {
            report.add(span, problem.clone());
        }
        match places.regions.get(id).map(RegionIx::from) {
            Some(region) if !seen.insert(region) => {
                let region = text::clip(id);
                report.add(span, Problem::PlacedTwice { region });
            }
            Some(region) => shown.push(region),
            None if places.regions.is_complete() => {
                let nearest = report.nearest(id, places.regions.ids());
                let id = text::clip(id);
                report.add(span, Outline::Unknown { id, nearest });
            }
            None => {}
        }
    }
    shown
}
