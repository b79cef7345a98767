//! Checks indicators and what relates them.

use std::collections::HashMap;

use super::problem::Link;
use super::raw::{Element, File, Indicator, IndicatorKind};
use super::report::Report;
use super::resolve::each;
use super::tables::Tables;
use super::text;
use crate::model::{self, IndicatorIx, Measure, Relation, ThemeIx, UnitIx, UnitKind};

/// The indicators of the model.
pub(super) fn resolve(
    file: &File,
    tables: &Tables,
    report: &mut Report,
) -> Option<Vec<model::Indicator>> {
    each(&file.indicators, |it| indicator(it, file, tables, report))
}

fn indicator(
    element: &Element<Indicator>,
    file: &File,
    tables: &Tables,
    report: &mut Report,
) -> Option<model::Indicator> {
    let raw = &element.raw;
    let theme = tables.themes.find(raw.theme.as_ref(), report);
    let measure = measure(element, tables, report);
    let completion_of = tables.indicators.find(raw.completion_of.as_ref(), report);
    if let (Some(of), Some(id)) = (&raw.completion_of, &raw.id) {
        let is_percent = match measure {
            Some(Measure::Quantity(unit)) => {
                let unit = file.units.items.get(unit.at());
                unit.is_none_or(|unit| unit.raw.kind.is_none_or(|kind| kind == UnitKind::Percent))
            }
            Some(Measure::Fact) => false,
            None => true,
        };
        if of.value == id.value {
            let id = text::clip(&id.value);
            report.add(of.span, Link::ToItself { id });
        } else if !is_percent {
            let indicator = text::clip(&id.value);
            report.add(of.span, Link::CompletionNotPercent { indicator });
        }
    }
    Some(model::Indicator {
        id: raw.id.as_ref()?.value.clone(),
        name: raw.name.clone()?,
        definition: raw.definition.clone()?,
        theme: ThemeIx::from(theme?),
        measure: measure?,
        per_residents: raw.per_residents,
        completion_of: completion_of.map(IndicatorIx::from),
    })
}

fn measure(element: &Element<Indicator>, tables: &Tables, report: &mut Report) -> Option<Measure> {
    let raw = &element.raw;
    let unit = tables.units.find(raw.unit.as_ref(), report);
    match (raw.kind?.value, &raw.unit) {
        (IndicatorKind::Quantity, Some(_)) => Some(Measure::Quantity(UnitIx::from(unit?))),
        (IndicatorKind::Quantity, None) => {
            if !element.is_broken {
                let span = raw.id.as_ref().map_or(element.head, |id| id.span);
                report.add(span, Link::UnitMissing);
            }
            None
        }
        (IndicatorKind::Fact, None) => Some(Measure::Fact),
        (IndicatorKind::Fact, Some(unit)) => {
            report.add(unit.span, Link::UnitOnFact);
            None
        }
    }
}

/// The links between indicators, each once.
pub(super) fn relations(
    file: &File,
    tables: &Tables,
    report: &mut Report,
) -> Option<Vec<Relation>> {
    let mut seen = HashMap::new();
    let mut relations = Vec::new();
    for (a, element) in file.indicators.items.iter().enumerate() {
        for (other, reason) in &element.raw.related {
            let b = tables.indicators.find(other.as_ref(), report);
            if let (Some(b), Some(other), Some(id)) = (b, other, &element.raw.id) {
                if a == b {
                    let id = text::clip(&id.value);
                    report.add(other.span, Link::ToItself { id });
                } else if let Some(first) = seen.insert((a.min(b), a.max(b)), other.span) {
                    let (a, b) = (text::clip(&id.value), text::clip(&other.value));
                    report.add_related(other.span, Some(first), Link::RelatedTwice { a, b });
                }
            }
            relations.push(b.zip(reason.clone()).map(|(b, reason)| Relation {
                a: IndicatorIx::from(a),
                b: IndicatorIx::from(b),
                reason,
            }));
        }
    }
    relations.into_iter().collect()
}
