//! What a table measures → the indicators, units and themes of the data file.

use std::collections::{BTreeMap, HashMap};

use super::{Draft, Entry, Findings, Note, Said, Table};
use crate::import::{
    draft::{Figure, Indicator},
    shape::Measured,
    slug::{self, Ids},
    unit::{self, UnitOf},
    value::Reading,
};
use crate::model::{Text, Theme, Unit, UnitKind, Value};

/// The indicator of an entry.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) id: String,
    pub(super) is_fact: bool,
    pub(super) is_never_negative: bool,
}

/// What one name is used for: an indicator for each unit.
#[derive(Debug, Default)]
struct Named {
    /// The base words of its units, in order; empty for values without one.
    bases: Vec<String>,
    has_number: bool,
    has_words: bool,
    has_unit: bool,
    /// The bases with a value below zero.
    negative: Vec<String>,
}

/// Adds indicators, units and themes to the draft and gives the indicator of each entry; none where
/// nothing is measured.
pub(super) fn build(
    table: &Table,
    entries: &[Entry],
    said: &[Said],
    draft: &mut Draft,
    findings: &mut Findings,
) -> Vec<Option<Measure>> {
    let mut named: HashMap<&Measured, Named> = HashMap::new();
    for (entry, said) in entries.iter().zip(said) {
        let named = named.entry(&entry.measured).or_default();
        named.add(entry, said);
    }
    let mut made = Made {
        draft,
        findings,
        ids: Ids::default(),
        measures: HashMap::new(),
        units: HashMap::new(),
        themes: HashMap::new(),
        without_unit: Vec::new(),
    };
    let mut all = Vec::with_capacity(entries.len());
    for (entry, said) in entries.iter().zip(said) {
        let Some(named) = named.get(&entry.measured) else {
            all.push(None);
            continue;
        };
        all.push(made.measure(&entry.measured, named, &base(entry, said, named)));
    }
    let without_unit = std::mem::take(&mut made.without_unit);
    if !without_unit.is_empty() {
        findings.notes.push(Note::NoUnit(without_unit));
    }
    let _ = table;
    all
}

/// The base word of an entry's unit; that of its indicator where the entry gives none.
fn base(entry: &Entry, said: &Said, named: &Named) -> String {
    let of_entry = own_base(entry, said);
    if of_entry.is_empty() && named.bases.len() == 1 {
        named.bases.first().cloned().unwrap_or_default()
    } else {
        of_entry
    }
}

fn own_base(entry: &Entry, said: &Said) -> String {
    let of_number = match said {
        Said::Figure(Reading::Number(number)) => number.base.clone(),
        _ => None,
    };
    let base = of_number.or_else(|| entry.unit.as_ref().map(|unit| unit.base.clone()));
    base.unwrap_or_default().replace('％', "%")
}

impl Named {
    fn add(&mut self, entry: &Entry, said: &Said) {
        self.has_unit |= entry.unit.is_some();
        let base = own_base(entry, said);
        match said {
            Said::Figure(Reading::Number(number)) => {
                self.has_number = true;
                if number.value < 0.0 && !self.negative.contains(&base) {
                    self.negative.push(base.clone());
                }
            }
            Said::Words(..) => self.has_words = true,
            Said::Figure(_) | Said::Wrong(_) => {}
        }
        if !base.is_empty() && !self.bases.contains(&base) {
            self.bases.push(base);
        }
    }

    /// Stated in words: no cell holds a number, and nothing says what one would be counted in.
    const fn is_fact(&self) -> bool {
        self.has_words && !self.has_number && !self.has_unit
    }
}

struct Made<'a> {
    draft: &'a mut Draft,
    findings: &'a mut Findings,
    ids: Ids,
    measures: HashMap<(Measured, String), Measure>,
    units: HashMap<(String, bool), String>,
    themes: HashMap<String, String>,
    without_unit: Vec<String>,
}

impl Made<'_> {
    fn measure(&mut self, measured: &Measured, named: &Named, base: &str) -> Option<Measure> {
        let key = (measured.clone(), base.to_owned());
        if let Some(measure) = self.measures.get(&key) {
            return Some(measure.clone());
        }
        if measured.name.is_empty() {
            return None;
        }
        let theme = self.theme(&measured.group);
        let is_fact = named.is_fact();
        let (unit, kind) = if is_fact {
            (None, None)
        } else {
            let (id, kind) = self.unit(base, named.negative.iter().any(|it| it == base), measured);
            (Some(id), Some(kind))
        };
        let is_one_of_several = named.bases.len() > 1 && !base.is_empty();
        let is_id =
            slug::is_id(&measured.name) && !(measured.zh.is_empty() && measured.en.is_empty());
        let otherwise = if is_id { "" } else { measured.name.as_str() };
        let mut name = self.findings.text(&measured.zh, &measured.en, otherwise);
        if name.zh.is_empty() {
            name = Text { zh: measured.name.clone(), en: measured.name.clone() };
        }
        if is_one_of_several {
            name = Text {
                zh: format!("{}（{base}）", name.zh),
                en: format!("{} ({base})", name.en),
            };
        }
        let wanted =
            if is_id { measured.name.clone() } else { slug::of(&measured.name, slug::Use::Other) };
        let definition = if measured.definition.is_empty() {
            Text {
                zh: format!("表中“{}”；表中没有给出定义。", name.zh),
                en: format!("“{}” in the table, which gives no definition.", name.en),
            }
        } else {
            self.findings.text("", "", &measured.definition)
        };
        let measure = Measure {
            id: self.ids.take(&wanted),
            is_fact,
            is_never_negative: kind.is_some_and(|it| {
                matches!(it, UnitKind::Count | UnitKind::Area | UnitKind::Percent)
            }),
        };
        self.draft.indicators.push(Indicator {
            id: measure.id.clone(),
            name,
            definition,
            theme,
            unit,
            ..Indicator::default()
        });
        self.measures.insert(key, measure.clone());
        Some(measure)
    }

    fn theme(&mut self, group: &str) -> String {
        if let Some(id) = self.themes.get(group) {
            return id.clone();
        }
        let (wanted, name) = if group.is_empty() {
            let name = Text { zh: "数据".to_owned(), en: "Figures".to_owned() };
            ("figures".to_owned(), name)
        } else {
            let mut lines = group.lines();
            let (first, second) = (lines.next().unwrap_or_default(), lines.next());
            let en = second.unwrap_or_default();
            let id = if slug::is_id(group) {
                group.to_owned()
            } else {
                slug::of(first, slug::Use::Other)
            };
            (id, self.findings.text(if en.is_empty() { "" } else { first }, en, first))
        };
        let mut ids = Ids::default();
        for theme in &self.draft.themes {
            ids.take(&theme.id);
        }
        let id = ids.take(&wanted);
        self.draft.themes.push(Theme { id: id.clone(), name, is_context: false });
        self.themes.insert(group.to_owned(), id.clone());
        id
    }

    /// The unit for a base word. A percentage that falls below zero is a change, and changes are
    /// counted in percentage points' kind.
    fn unit(&mut self, base: &str, has_negative: bool, measured: &Measured) -> (String, UnitKind) {
        let mut unit = if base.is_empty() {
            self.without_unit.push(measured.name.clone());
            let (words, kind) = unit::not_given();
            UnitOf {
                id: "not_given".to_owned(),
                zh: words.zh,
                en_one: words.en.clone(),
                en_other: words.en,
                kind,
                is_bilingual: true,
            }
        } else {
            unit::of_base(base)
        };
        if has_negative && unit.kind == UnitKind::Percent {
            unit.kind = UnitKind::PercentagePoint;
            unit.id.push_str("_change");
        }
        let key = (base.to_owned(), unit.kind == UnitKind::PercentagePoint);
        if let Some(id) = self.units.get(&key) {
            return (id.clone(), unit.kind);
        }
        if !unit.is_bilingual {
            // Counted with the names that are to be translated.
            self.findings.text("", "", base);
        }
        let mut ids = Ids::default();
        for unit in &self.draft.units {
            ids.take(&unit.id);
        }
        let id = ids.take(&unit.id);
        self.units.insert(key, id.clone());
        self.draft.units.push(Unit {
            id: id.clone(),
            zh: unit.zh,
            en_one: unit.en_one,
            en_other: unit.en_other,
            kind: unit.kind,
        });
        (id, unit.kind)
    }
}

/// Marks regional figures as parts of the total, where they are amounts and fit into it.
pub(super) fn mark_parts(draft: &mut Draft, findings: &mut Findings) {
    let root = draft.root.clone();
    let cities: Vec<String> = draft
        .regions
        .iter()
        .filter(|it| it.parent.as_ref() == Some(&root))
        .map(|it| it.id.clone())
        .collect();
    let adds_up = |id: &str| {
        let indicator = draft.indicators.iter().find(|it| it.id == id);
        let unit = indicator.and_then(|it| it.unit.as_ref());
        let unit = unit.and_then(|id| draft.units.iter().find(|it| it.id == *id));
        unit.is_some_and(|it| {
            let is_amount = matches!(it.kind, UnitKind::Count | UnitKind::Money | UnitKind::Area);
            is_amount && !it.zh.contains(['/', '每']) && it.id != "not_given"
        })
    };
    let number = |figure: &Figure| match figure.value {
        Value::Number(value) => Some(value),
        Value::Fact(_) | Value::NotApplicable => None,
    };
    let mut groups: BTreeMap<(String, String), (Option<f64>, Vec<usize>)> = BTreeMap::new();
    for (at, figure) in draft.figures.iter().enumerate() {
        let group = groups.entry((figure.indicator.clone(), figure.period.clone())).or_default();
        if figure.region == root {
            group.0 = number(figure);
        } else if cities.contains(&figure.region) {
            group.1.push(at);
        }
    }
    let mut names = Vec::new();
    for ((indicator, _), (whole, parts)) in groups {
        let values = parts.iter().filter_map(|at| number(draft.figures.get(*at)?));
        let (sum, least) =
            values.fold((0.0, 0.0_f64), |(sum, least), it| (sum + it, least.min(it)));
        // One part alone may as well be an average that happens to be smaller.
        let fits = |whole: f64| parts.len() > 1 && sum <= whole && least >= 0.0;
        if !whole.is_some_and(fits) || !adds_up(&indicator) {
            continue;
        }
        for at in parts {
            if let Some(figure) = draft.figures.get_mut(at)
                && number(figure).is_some()
            {
                figure.part_of = Some((root.clone(), indicator.clone()));
            }
        }
        let name = draft.indicators.iter().find(|it| it.id == indicator);
        names.extend(name.map(|it| it.name.zh.clone()));
    }
    names.dedup();
    if !names.is_empty() {
        findings.notes.push(Note::Parts(names));
    }
}
