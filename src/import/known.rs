//! Regions that are known before the table is read: from a list of regions, and from a map.

use serde_json::Value;

use super::{
    grid::Grid,
    slug::{is_id, without_kind},
    words::{Role, is_chinese},
};
use crate::model::RegionKind;

/// A region that is known beforehand; what is not known of it is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) short_zh: String,
    pub(super) short_en: String,
    pub(super) kind: Option<RegionKind>,
    pub(super) parent: String,
    pub(super) code: String,
    /// Which feature of the map it is.
    pub(super) feature: Option<usize>,
}

impl Known {
    /// Whether `name` names it: by id, by code, or by name with or without its kind.
    pub(super) fn is_called(&self, name: &str) -> bool {
        let key = key(name);
        !key.is_empty()
            && (self.id == name
                || (!self.code.is_empty() && self.code == name)
                || [&self.zh, &self.en, &self.short_zh].iter().any(|it| self::key(it) == key))
    }
}

/// The region that `name` names, by its whole name before any shorter one.
pub(super) fn find<'a>(known: &'a [Known], name: &str) -> Option<(usize, &'a Known)> {
    let exact = |it: &&(usize, &Known)| it.1.zh == name || it.1.en == name || it.1.id == name;
    let all = || known.iter().enumerate();
    all().find(|it| exact(&it)).or_else(|| all().find(|(_, it)| it.is_called(name)))
}

/// A name for matching: without its kind, its case and its spaces.
pub(super) fn key(name: &str) -> String {
    let plain: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    without_kind(&plain).to_lowercase()
}

/// Reads a list of regions: a sheet with a heading row.
pub(super) fn of_list(grid: &Grid) -> Vec<Known> {
    let headings: Vec<String> =
        (0..grid.width()).map(|at| grid.cell(0, at).words().trim().to_lowercase()).collect();
    let column = |names: &[&str], role: Option<Role>| {
        let by_name = || headings.iter().position(|it| names.contains(&it.as_str()));
        let by_role =
            || headings.iter().position(|it| role.is_some() && Role::of_heading(it) == role);
        by_name().or_else(by_role)
    };
    let columns = [
        column(&["id"], None),
        column(&["name_zh", "zh", "名称"], Some(Role::Region)),
        column(&["name_en", "en"], Some(Role::RegionEn)),
        column(&["short_zh", "short", "简称"], None),
        column(&["short_en"], None),
        column(&["kind", "类型", "级别"], None),
        column(&[], Some(Role::Parent)),
        column(&[], Some(Role::Code)),
    ];
    let known = (1..grid.rows.len()).map(|row| {
        let get = |at: Option<usize>| {
            at.map_or(String::new(), |at| grid.cell(row, at).words().to_owned())
        };
        let [id, zh, en, short_zh, short_en, kind, parent, code] = columns.map(get);
        let kind = match kind.to_lowercase().as_str() {
            "country" | "国" | "国家" => Some(RegionKind::Country),
            "province" | "省" | "省级" => Some(RegionKind::Province),
            "city" | "市" | "地级市" | "地级" => Some(RegionKind::City),
            "county" | "县" | "区" | "县级" => Some(RegionKind::County),
            _ => None,
        };
        Known { id, zh, en, short_zh, short_en, kind, parent, code, feature: None }
    });
    known.filter(|it| !it.zh.is_empty() || !it.en.is_empty() || !it.id.is_empty()).collect()
}

/// The features of a map, as far as they name regions.
///
/// # Errors
///
/// Why the file is no feature collection.
pub(super) fn of_map(map: &Value) -> Result<Vec<Known>, String> {
    let features = map.get("features").and_then(Value::as_array);
    let features = features.ok_or_else(|| "no features".to_owned())?;
    let known = features.iter().enumerate().map(|(at, feature)| {
        let properties = feature.get("properties");
        let get = |names: &[&str]| {
            let of = |name: &str| {
                let value = properties
                    .and_then(|it| it.get(name))
                    .or_else(|| (name == "id").then(|| feature.get("id")).flatten())?;
                let text = value.as_str().map(str::to_owned);
                text.or_else(|| value.is_number().then(|| value.to_string()))
            };
            names.iter().find_map(|name| of(name)).unwrap_or_default()
        };
        let name = get(&["name", "NAME", "fullname", "名称", "NAME_2", "NAME_1"]);
        let (zh, en) =
            if is_chinese(&name) { (name, String::new()) } else { (String::new(), name) };
        let or =
            |found: String, otherwise: String| if found.is_empty() { otherwise } else { found };
        let id = get(&["id"]);
        Known {
            // A code is no name for a place.
            id: if is_id(&id) && id.contains(|c: char| c.is_ascii_lowercase()) {
                id
            } else {
                String::new()
            },
            zh: or(get(&["name_zh", "name_cn", "zh"]), zh),
            en: or(get(&["name_en", "en", "ename"]), en),
            code: get(&["adcode", "code", "gb"]),
            feature: Some(at),
            ..Known::default()
        }
    });
    Ok(known.collect())
}

/// The list first; what the map adds to a region of the list is kept with it.
pub(super) fn merged(list: Vec<Known>, map: Vec<Known>) -> Vec<Known> {
    let mut all = list;
    for feature in map {
        let names = [&feature.id, &feature.code, &feature.zh, &feature.en];
        let same = all.iter_mut().find(|it| names.iter().any(|name| it.is_called(name)));
        match same {
            Some(same) => {
                same.feature = feature.feature;
                for (kept, found) in [
                    (&mut same.id, feature.id),
                    (&mut same.zh, feature.zh),
                    (&mut same.en, feature.en),
                    (&mut same.code, feature.code),
                ] {
                    if kept.is_empty() {
                        *kept = found;
                    }
                }
            }
            None => all.push(feature),
        }
    }
    all
}
