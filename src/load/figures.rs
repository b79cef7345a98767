//! Checks figures: their values, what is printed of them, and that none stands there twice.

use std::collections::HashMap;
use std::sync::Arc;

use smol_str::SmolStr;

use super::parts;
use super::problem::Figure as Problem;
use super::raw::{Element, Figure, File, Id, IndicatorKind};
use super::regions::Tree;
use super::report::Report;
use super::resolve::locator;
use super::span::At;
use super::tables::Tables;
use super::text;
use crate::model::{
    IndicatorIx, Observation, PeriodIx, Qualifier, RegionIx, Status, UnitKind, Value,
    printed_number,
};

/// A figure with the positions of what it refers to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed<'a> {
    pub(super) element: &'a Element<Figure>,
    pub(super) region: Option<usize>,
    pub(super) indicator: Option<usize>,
    pub(super) period: Option<usize>,
}

/// Region, indicator and period of a figure.
pub(super) type Key = (usize, usize, usize);

impl Placed<'_> {
    pub(super) fn key(&self) -> Option<Key> {
        Some((self.region?, self.indicator?, self.period?))
    }
}

/// The figures of the model.
pub(super) fn resolve<'f>(
    file: &'f File,
    tables: &Tables,
    tree: &Tree,
    report: &mut Report,
) -> Option<Vec<Observation>> {
    let place = |element: &'f Element<Figure>| {
        let raw = &element.raw;
        Placed {
            element,
            region: tables.regions.find(raw.region.as_ref(), report),
            indicator: tables.indicators.find(raw.indicator.as_ref(), report),
            period: tables.periods.find(raw.period.as_ref(), report),
        }
    };
    let placed: Vec<Placed> = file.observations.items.iter().map(place).collect();
    let by_key = index(&placed, report);
    let wholes = parts::check(file, tables, tree, &placed, &by_key, report);
    let mut figures = Vec::with_capacity(placed.len());
    for (figure, whole) in placed.iter().zip(wholes) {
        let value = value(figure, file, tables, report);
        let locator = locator(&figure.element.raw.locator, tables, report);
        let raw = &figure.element.raw;
        let observation = || {
            Some(Observation {
                region: RegionIx::from(figure.region?),
                indicator: IndicatorIx::from(figure.indicator?),
                period: PeriodIx::from(figure.period?),
                value: value?,
                qualifier: qualifier(raw),
                printed: printed(raw)?,
                status: raw.status,
                locator: Arc::new(locator?),
                part_of: whole.map(Into::into),
                care: raw.care.clone().map(Box::new),
                note: raw.note.clone().map(Box::new),
            })
        };
        figures.push(observation());
    }
    figures.into_iter().collect()
}

fn qualifier(raw: &Figure) -> Qualifier {
    raw.qualifier.map(|it| it.value).unwrap_or_default()
}

/// What is printed; only a figure that does not apply may have nothing.
fn printed(raw: &Figure) -> Option<SmolStr> {
    match &raw.printed {
        Some(printed) => Some(SmolStr::new(&printed.value)),
        None => (raw.status == Status::NotApplicable).then(SmolStr::default),
    }
}

/// Finds figures by what they are about; reports two of the same.
fn index(placed: &[Placed], report: &mut Report) -> HashMap<Key, usize> {
    let mut by_key: HashMap<Key, usize> = HashMap::new();
    for (at, figure) in placed.iter().enumerate() {
        let Some(key) = figure.key() else {
            continue;
        };
        let Some(first) = by_key.get(&key).copied() else {
            by_key.insert(key, at);
            continue;
        };
        let raw = &figure.element.raw;
        let word =
            |id: &Option<Id>| id.as_ref().map_or_else(String::new, |id| text::clip(&id.value));
        let problem = Problem::Duplicate {
            region: word(&raw.region),
            indicator: word(&raw.indicator),
            period: word(&raw.period),
        };
        let related = placed.get(first).map(|first| first.element.head);
        report.add_related(figure.element.head, related, problem);
    }
    by_key
}

fn value(figure: &Placed, file: &File, tables: &Tables, report: &mut Report) -> Option<Value> {
    let element = figure.element;
    let raw = &element.raw;
    let indicator = figure.indicator.and_then(|at| file.indicators.items.get(at));
    let kind = indicator.and_then(|it| it.raw.kind).map(|it| it.value);
    let name = || raw.indicator.as_ref().map_or_else(String::new, |id| text::clip(&id.value));
    match (raw.status, &raw.value, &raw.fact) {
        (Status::NotApplicable, None, None) => Some(Value::NotApplicable),
        (Status::NotApplicable, Some(At { span, .. }), _)
        | (Status::NotApplicable, None, Some(At { span, .. })) => {
            report.add(*span, Problem::ValueNotApplicable);
            None
        }
        (_, None, None) => {
            // A value that could not be read is reported already.
            if !element.is_broken {
                report.add(element.head, Problem::ValueMissing);
            }
            None
        }
        (_, Some(value), Some(fact)) => {
            report.add_related(fact.span, Some(value.span), Problem::ValueAndFact);
            None
        }
        (_, None, Some(fact)) => {
            if kind == Some(IndicatorKind::Quantity) {
                let indicator = name();
                report.add(fact.span, Problem::FactForQuantity { indicator });
            }
            Some(Value::Fact(Box::new(fact.value.clone())))
        }
        (_, Some(value), None) => {
            if kind == Some(IndicatorKind::Fact) {
                let indicator = name();
                report.add(value.span, Problem::QuantityForFact { indicator });
                return None;
            }
            number(*value, element, unit_kind(figure, file, tables), report);
            Some(Value::Number(value.value))
        }
    }
}

/// How the values of a figure's indicator behave, where that is known.
fn unit_kind(figure: &Placed, file: &File, tables: &Tables) -> Option<UnitKind> {
    let indicator = file.indicators.items.get(figure.indicator?)?;
    let unit = tables.units.get(&indicator.raw.unit.as_ref()?.value)?;
    file.units.items.get(unit)?.raw.kind
}

fn number(value: At<f64>, element: &Element<Figure>, kind: Option<UnitKind>, report: &mut Report) {
    let raw = &element.raw;
    let At { value: stored, span } = value;
    if !stored.is_finite() {
        report.add(span, Problem::NotFinite);
        return;
    }
    let never_negative = [UnitKind::Count, UnitKind::Area, UnitKind::Percent];
    if stored < 0.0 && kind.is_some_and(|kind| never_negative.contains(&kind)) {
        report.add(span, Problem::Negative { value: stored });
    }
    // A figure worked out from others repeats the words it was worked out from.
    if raw.status == Status::Reported
        && let Some(printed) = &raw.printed
    {
        check_printed(printed, value, element, report);
    }
}

/// Whether the printed number says what is stored.
fn check_printed(printed: &Id, value: At<f64>, element: &Element<Figure>, report: &mut Report) {
    let At { value: stored, span } = value;
    let raw = &element.raw;
    let words = text::clip(&printed.value);
    let read = match printed_number::parse(&printed.value) {
        Ok(read) => read,
        Err(error) => {
            let span = printed.span;
            let printed = words;
            report.add(span, Problem::PrintedUnreadable { printed, error });
            return;
        }
    };
    if (read.value - stored).abs() > 0.0 {
        let problem = Problem::PrintedValue { printed: words.clone(), read: read.value, stored };
        report.add_related(span, Some(printed.span), problem);
    }
    // A qualifier that could not be read is reported already.
    let is_known = raw.qualifier.is_some() || !element.is_broken;
    if is_known && read.qualifier != qualifier(raw) {
        let problem = Problem::PrintedQualifier {
            printed: words,
            read: read.qualifier,
            stored: qualifier(raw),
        };
        let (span, related) = match &raw.qualifier {
            Some(qualifier) => (qualifier.span, Some(printed.span)),
            None => (printed.span, None),
        };
        report.add_related(span, related, problem);
    }
}
