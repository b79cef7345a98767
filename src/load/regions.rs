//! Which region is a part of which.

use super::problem::{Kind, Link};
use super::raw::File;
use super::report::Report;
use super::tables::Tables;
use super::text;
use crate::model::{Region, RegionIx};

/// The most regions above one: four are country, province, city and county. Without a bound a long
/// chain of parents would be gone through again for every region in it.
const MOST_LEVELS: usize = 16;

/// The parents of all regions.
#[derive(Debug)]
pub(super) struct Tree {
    parents: Vec<Option<usize>>,
    root: Option<usize>,
}

impl Tree {
    /// Finds every parent; reports circles and regions that hang on nothing.
    pub(super) fn new(
        file: &File,
        tables: &Tables,
        root: Option<usize>,
        report: &mut Report,
    ) -> Self {
        let parents = file.regions.items.iter().map(|region| {
            let parent = region.raw.parent.as_ref();
            tables.regions.find_as(Kind::Parent, parent, report)
        });
        let tree = Self { parents: parents.collect(), root };
        let in_circle = tree.report_circles(file, report);
        tree.report_depth(file, &in_circle, report);
        tree.report_outsiders(file, &in_circle, report);
        tree
    }

    pub(super) fn parent(&self, region: usize) -> Option<usize> {
        self.parents.get(region).copied().flatten()
    }

    /// The regions above `region`, the nearest first; ends also where parents form a circle.
    pub(super) fn above(&self, region: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.parent(region), |at| self.parent(*at)).take(MOST_LEVELS)
    }

    /// Whether `region` is a part of `whole`, directly or not.
    pub(super) fn is_part(&self, region: usize, whole: usize) -> bool {
        self.above(region).any(|at| at == whole)
    }

    /// Whether the regions above `region` are known up to the root.
    pub(super) fn reaches_root(&self, region: usize) -> bool {
        let root = self.root;
        root.is_some_and(|root| region == root || self.is_part(region, root))
    }

    /// The regions directly under `parent`; none without one.
    pub(super) fn parts(&self, parent: Option<usize>) -> Vec<usize> {
        let parents = self.parents.iter().enumerate();
        let parts = parents.filter(|(_, it)| parent.is_some() && **it == parent);
        parts.map(|(at, _)| at).collect()
    }

    /// The regions directly under the root.
    pub(super) fn cities(&self) -> impl Iterator<Item = usize> {
        let root = self.root;
        let parents = self.parents.iter().enumerate();
        parents.filter(move |(_, parent)| root.is_some() && **parent == root).map(|(at, _)| at)
    }

    /// Reports each circle once, at its first region; gives what hangs on circles.
    fn report_circles(&self, file: &File, report: &mut Report) -> Vec<bool> {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            Never,
            OnPath(usize),
            Sound,
            Circular,
        }
        let mut seen = vec![Seen::Never; self.parents.len()];
        for start in 0..self.parents.len() {
            let mut path = Vec::new();
            let mut at = Some(start);
            let end = loop {
                let Some((region, state)) = at.and_then(|at| Some((at, seen.get_mut(at)?))) else {
                    break Seen::Sound;
                };
                match *state {
                    Seen::Never => *state = Seen::OnPath(path.len()),
                    Seen::OnPath(first) => {
                        report_circle(file, path.get(first..).unwrap_or_default(), report);
                        break Seen::Circular;
                    }
                    ended => break ended,
                }
                path.push(region);
                at = self.parent(region);
            };
            for region in path {
                if let Some(state) = seen.get_mut(region) {
                    *state = end;
                }
            }
        }
        seen.into_iter().map(|it| it == Seen::Circular).collect()
    }

    /// Reports regions with too many others above them.
    fn report_depth(&self, file: &File, in_circle: &[bool], report: &mut Report) {
        for (at, element) in file.regions.items.iter().enumerate() {
            let top = self.above(at).nth(MOST_LEVELS - 1);
            if top.is_some_and(|top| self.parent(top).is_some())
                && in_circle.get(at) == Some(&false)
                && let Some(parent) = &element.raw.parent
            {
                report.add(parent.span, Link::TooManyLevels { most: MOST_LEVELS });
            }
        }
    }

    /// Reports regions that would never be shown, for they are no part of the root.
    fn report_outsiders(&self, file: &File, in_circle: &[bool], report: &mut Report) {
        let (Some(root), Some(root_id)) = (self.root, &file.root) else {
            return;
        };
        for (at, element) in file.regions.items.iter().enumerate() {
            let top = self.above(at).last().unwrap_or(at);
            let top_element = file.regions.items.get(top);
            let is_top_known =
                top_element.is_some_and(|top| top.raw.parent.is_none() && !top.is_broken);
            let is_outside = at != root && !self.is_part(at, root);
            if is_outside && is_top_known && in_circle.get(at) == Some(&false) {
                let problem = Link::OutsideRoot {
                    region: element
                        .raw
                        .id
                        .as_ref()
                        .map_or_else(String::new, |id| text::clip(&id.value)),
                    root: text::clip(&root_id.value),
                };
                let span = element.raw.id.as_ref().map_or(element.head, |id| id.span);
                report.add(span, problem);
            }
        }
    }
}

fn report_circle(file: &File, circle: &[usize], report: &mut Report) {
    let elements = || circle.iter().filter_map(|at| file.regions.items.get(*at));
    let ids = elements().filter_map(|it| it.raw.id.as_ref());
    let mut names: Vec<String> = ids.map(|id| text::clip(&id.value)).take(20).collect();
    names.extend(names.first().cloned());
    let first = elements().find_map(|it| it.raw.parent.as_ref());
    if let Some(parent) = first {
        report.add(parent.span, Link::ParentCycle { circle: names });
    }
}

/// The regions of the model.
pub(super) fn resolve(file: &File, tree: &Tree) -> Option<Vec<Region>> {
    let regions = file.regions.items.iter().enumerate();
    regions
        .map(|(at, element)| {
            let raw = &element.raw;
            Some(Region {
                id: raw.id.as_ref()?.value.clone(),
                name: raw.name.clone()?,
                short: raw.short.clone()?,
                kind: raw.kind?,
                parent: tree.parent(at).map(RegionIx::from),
                code: raw.code.clone(),
            })
        })
        .collect()
}
