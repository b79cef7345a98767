//! Checks that figures that are parts of another fit into it.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::figures::{Key, Placed};
use super::problem::Part;
use super::raw::{File, Id, PartOf};
use super::regions::Tree;
use super::report::Report;
use super::tables::Tables;
use super::text;
use crate::model::Qualifier;

/// The whole of every figure, by position; `None` where it is a part of nothing.
pub(super) fn check(
    file: &File,
    tables: &Tables,
    tree: &Tree,
    placed: &[Placed],
    by_key: &HashMap<Key, usize>,
    report: &mut Report,
) -> Vec<Option<usize>> {
    let check =
        Check { file, tree, placed, is_whole_list: placed.iter().all(|it| !it.element.is_broken) };
    let mut wholes = Vec::with_capacity(placed.len());
    let mut too_large = HashSet::new();
    for part in placed {
        let Some(part_of) = &part.element.raw.part_of else {
            wholes.push(None);
            continue;
        };
        let region = tables.regions.find(part_of.region.as_ref(), report);
        let indicator = tables.indicators.find(part_of.indicator.as_ref(), report);
        let whole = match (region, indicator, part.period) {
            (Some(region), Some(indicator), Some(period)) => {
                check.find(part, part_of, by_key.get(&(region, indicator, period)), report)
            }
            _ => None,
        };
        if let Some(whole) = whole
            && !check.fits(part, part_of, whole, report)
        {
            too_large.insert(whole);
        }
        wholes.push(whole);
    }
    check.sums(&wholes, &too_large, report);
    wholes
}

struct Check<'a> {
    file: &'a File,
    tree: &'a Tree,
    placed: &'a [Placed<'a>],
    /// Whether every figure could be read; else a missing one may be among those that could not.
    is_whole_list: bool,
}

impl Check<'_> {
    /// The whole that `part_of` names, if it is there and above the part.
    fn find(
        &self,
        part: &Placed,
        part_of: &PartOf,
        whole: Option<&usize>,
        report: &mut Report,
    ) -> Option<usize> {
        let (region, indicator) = (part_of.region.as_ref()?, part_of.indicator.as_ref()?);
        let Some((whole, placed)) = whole.and_then(|at| Some((*at, self.placed.get(*at)?))) else {
            let problem = Part::OfNothing {
                region: text::clip(&region.value),
                indicator: text::clip(&indicator.value),
            };
            if self.is_whole_list {
                report.add(part_of.span, problem);
            }
            return None;
        };
        let part_region = part.region?;
        if !self.tree.is_part(part_region, placed.region?) {
            // Where a parent is wrong, that is reported and the rest follows from it.
            if self.tree.reaches_root(part_region) {
                let name = part.element.raw.region.as_ref();
                let problem = Part::OfOutsider {
                    region: text::clip(&region.value),
                    part: name.map_or_else(String::new, |id| text::clip(&id.value)),
                };
                report.add(region.span, problem);
            }
            return None;
        }
        Some(whole)
    }

    /// Whether a part is in the unit of its whole and not larger.
    fn fits(&self, part: &Placed, part_of: &PartOf, whole: usize, report: &mut Report) -> bool {
        let Some(whole) = self.placed.get(whole) else {
            return true;
        };
        if let (Some(part_unit), Some(whole_unit)) = (self.unit(part), self.unit(whole))
            && part_unit.value != whole_unit.value
        {
            let problem = Part::OfOtherUnit {
                part: text::clip(&part_unit.value),
                whole: text::clip(&whole_unit.value),
            };
            report.add(part_of.span, problem);
            return false;
        }
        if let (Some(least), Some(most)) = (least_of(part), most_of(whole))
            && least > most
        {
            let value = part.element.raw.value;
            let span = value.map_or(part.element.head, |value| value.span);
            let related = whole.element.raw.value.map(|value| value.span);
            let (part, whole) = (least, most);
            report.add_related(span, related, Part::Larger { part, whole });
            return false;
        }
        true
    }

    fn unit(&self, figure: &Placed) -> Option<&Id> {
        let indicator = self.file.indicators.items.get(figure.indicator?)?;
        indicator.raw.unit.as_ref()
    }

    /// Reports wholes that are smaller than their parts together.
    ///
    /// Only figures of one indicator add up, and a county does not count beside its own city.
    fn sums(&self, wholes: &[Option<usize>], too_large: &HashSet<usize>, report: &mut Report) {
        let mut groups: BTreeMap<(usize, usize), Vec<&Placed>> = BTreeMap::new();
        for (part, whole) in self.placed.iter().zip(wholes) {
            if let (Some(whole), Some(indicator)) = (whole, part.indicator) {
                groups.entry((*whole, indicator)).or_default().push(part);
            }
        }
        for ((whole, _), parts) in groups {
            if too_large.contains(&whole) {
                continue;
            }
            let Some(whole) = self.placed.get(whole) else {
                continue;
            };
            let regions: HashSet<usize> = parts.iter().filter_map(|part| part.region).collect();
            let outermost = parts.iter().filter(|part| {
                let is_inside =
                    |region| self.tree.above(region).any(|above| regions.contains(&above));
                part.region.is_some_and(|region| !is_inside(region))
            });
            let sum: f64 = outermost.filter_map(|part| least_of(part)).sum();
            if let (Some(most), Some(value)) = (most_of(whole), whole.element.raw.value)
                && is_more(sum, most)
            {
                let last = parts.last().and_then(|part| part.element.raw.value);
                let related = last.map(|value| value.span);
                report.add_related(value.span, related, Part::Exceed { sum, whole: most });
            }
        }
    }
}

/// Whether the `sum` of parts is more than the `most` of the whole, beyond the error of adding up.
pub(super) fn is_more(sum: f64, most: f64) -> bool {
    sum > most * (1.0 + 1e-12)
}

/// The least that a figure certainly says; a rounded one may be a little smaller than printed.
pub(super) fn least(value: f64, qualifier: Qualifier) -> Option<f64> {
    let is_certain = !matches!(qualifier, Qualifier::About | Qualifier::Nearly);
    (is_certain && value.is_finite()).then_some(value)
}

/// The most that a figure certainly says; `超过` and `约` leave that open.
pub(super) fn most(value: f64, qualifier: Qualifier) -> Option<f64> {
    let is_certain = !matches!(qualifier, Qualifier::About | Qualifier::MoreThan);
    (is_certain && value.is_finite()).then_some(value)
}

fn least_of(figure: &Placed) -> Option<f64> {
    let raw = &figure.element.raw;
    least(raw.value?.value, raw.qualifier.map(|it| it.value).unwrap_or_default())
}

fn most_of(figure: &Placed) -> Option<f64> {
    let raw = &figure.element.raw;
    most(raw.value?.value, raw.qualifier.map(|it| it.value).unwrap_or_default())
}
