//! The marks of a figure as data: what CSV, JSON and tests read instead of pixels.
//!
//! One mark is one thing that a reader sees, and nothing else: a bar, a cell, a line, or the words
//! that a city does not report something. Not reported has no value; it is never 0.

use serde::Serialize;

use super::{
    Body, Content,
    comparison::ComparisonBody,
    coverage::{Count, CoverageBody},
    map::MapBody,
    profile::ProfileBody,
    ranking::{BarRow, LeftOut, RankingBody},
    share::ShareBody,
    targets::TargetsBody,
    words,
};
use crate::{
    analysis::{self, Verdict},
    i18n::{Texts, number, texts},
    model::{Dataset, IndicatorIx, Observation, ObservationIx, RegionIx, Status},
};

/// What a mark is in its figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkRole {
    /// A value of the figure's own indicator.
    Value,
    /// A value of a related indicator, shown apart.
    Related,
    /// The province's value, as a line.
    Reference,
    /// The total that parts belong to.
    Whole,
    /// A part of a total.
    Part,
    /// What is left of a total after its itemised parts.
    Rest,
    /// The first of two compared cities.
    A,
    /// The second of two compared cities.
    B,
    /// How much of a plan was completed.
    Rate,
    /// What was achieved of a plan.
    Achieved,
    /// A number of highlights under a theme.
    Highlights,
    /// A number of figures reported under a theme.
    Figures,
    /// A city's value across.
    X,
    /// A city's value upward.
    Y,
}

/// Whether there is a value, and how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MarkStatus {
    /// Printed in the source.
    Reported,
    /// Worked out from other figures, or counted.
    Derived,
    /// The region does not report it, which is not zero.
    NotReported,
    /// The indicator makes no sense for the region.
    NotApplicable,
}

impl From<Status> for MarkStatus {
    fn from(status: Status) -> Self {
        match status {
            Status::Reported => Self::Reported,
            Status::Derived => Self::Derived,
            Status::NotApplicable => Self::NotApplicable,
        }
    }
}

/// One mark; the fields are the columns of a table. Texts are in the figure's language, ids and
/// codes are the same in every language, and an empty text means that there is nothing to say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mark {
    /// What it is in the figure.
    pub role: MarkRole,
    /// Id of the region; empty for the rest of a total.
    pub region: String,
    /// Name of the region.
    pub region_name: String,
    /// Id of the indicator; empty for highlights.
    pub indicator: String,
    /// Name of the indicator.
    pub indicator_name: String,
    /// Id of the theme.
    pub theme: String,
    /// Name of the theme.
    pub theme_name: String,
    /// Name of the reference period.
    pub period: String,
    /// Whether there is a value.
    pub status: MarkStatus,
    /// The number in base units (people, yuan, %); `None` for facts and where nothing is reported.
    pub value: Option<f64>,
    /// The word of the unit.
    pub unit: String,
    /// What stands in the figure, in words where nothing is reported.
    pub shown: String,
    /// The value per 10,000 residents, unrounded, where the figure shows that.
    pub per_10k_residents: Option<f64>,
    /// The percentage of the total, where the figure shows that.
    pub share_percent: Option<f64>,
    /// Competition rank from 1, where the figure ranks.
    pub rank: Option<usize>,
    /// `exact`, `about`, `nearly`, `more_than` or `reached`; empty without a figure.
    pub qualifier: String,
    /// The number or words as the source prints them.
    pub as_printed: String,
    /// `comparable`, `with_care`, `both_report` (a fact), `only_a` or `only_b`, where the figure
    /// compares.
    pub verdict: String,
    /// Why care is needed.
    pub reasons: Vec<String>,
    /// Title of the source.
    pub source: String,
    /// Where in the source it stands, for readers.
    pub place: String,
    /// The same as a code, such as `huzhou bullet 2`.
    pub locator: String,
    /// The second city's value less the first's, in base units or percentage points, on the second
    /// city's mark where the verdict allows to say so.
    pub difference: Option<f64>,
    /// The second city's value divided by the first's, likewise; `None` for percentages.
    pub ratio: Option<f64>,
}

/// The marks of `content`, which was made of `data`, in the order in which they are read.
#[must_use]
pub fn marks(data: &Dataset, content: &Content) -> Vec<Mark> {
    let make = Maker { data, t: texts(content.lang) };
    match &content.body {
        Body::Ranking(body) => make.ranking(body),
        Body::Comparison(body) => make.comparison(body),
        Body::Map(body) => make.map(body),
        Body::Scatter(body) => make.scatter(body),
        Body::Trend(body) | Body::Multiples(body) => make.trend(body),
        Body::Share(body) => make.share(body),
        Body::Targets(body) => make.targets(body),
        Body::Profile(body) => make.profile(body),
        Body::Coverage(body) => make.coverage(body),
    }
}

/// Makes the marks of one figure.
pub(in crate::figure) struct Maker<'a> {
    pub(in crate::figure) data: &'a Dataset,
    t: &'a Texts,
}

impl Maker<'_> {
    fn blank(&self, role: MarkRole, region: Option<RegionIx>, status: MarkStatus) -> Mark {
        let about = region.and_then(|ix| self.data.region(ix));
        Mark {
            role,
            region: about.map_or(String::new(), |it| it.id.clone()),
            region_name: about.map_or(String::new(), |it| it.name.get(self.t.lang()).to_owned()),
            indicator: String::new(),
            indicator_name: String::new(),
            theme: String::new(),
            theme_name: String::new(),
            period: String::new(),
            status,
            value: None,
            unit: String::new(),
            shown: String::new(),
            per_10k_residents: None,
            share_percent: None,
            rank: None,
            qualifier: String::new(),
            as_printed: String::new(),
            verdict: String::new(),
            reasons: Vec::new(),
            source: String::new(),
            place: String::new(),
            locator: String::new(),
            difference: None,
            ratio: None,
        }
    }

    fn about(&self, mark: &mut Mark, indicator: IndicatorIx) {
        let Some(about) = self.data.indicator(indicator) else { return };
        mark.indicator.clone_from(&about.id);
        about.name.get(self.t.lang()).clone_into(&mut mark.indicator_name);
        if let Some(theme) = self.data.theme(about.theme) {
            mark.theme.clone_from(&theme.id);
            theme.name.get(self.t.lang()).clone_into(&mut mark.theme_name);
        }
        let unit = self.data.unit_of(indicator);
        mark.unit = unit.map_or(String::new(), |it| it.word(2.0, self.t.lang()).to_owned());
    }

    /// A region that does not report the indicator.
    pub(in crate::figure) fn missing(
        &self,
        role: MarkRole,
        region: RegionIx,
        indicator: Option<IndicatorIx>,
    ) -> Mark {
        let mut mark = self.blank(role, Some(region), MarkStatus::NotReported);
        self.t.not_reported().clone_into(&mut mark.shown);
        if let Some(indicator) = indicator {
            self.about(&mut mark, indicator);
        }
        mark
    }

    /// A figure as it stands in the data.
    pub(in crate::figure) fn figure(&self, role: MarkRole, figure: &Observation) -> Mark {
        let mut mark = self.blank(role, Some(figure.region), figure.status.into());
        self.about(&mut mark, figure.indicator);
        words::period(self.data, figure.period, self.t).clone_into(&mut mark.period);
        mark.value = figure.number();
        mark.shown = words::value(self.data, figure, self.t);
        figure.qualifier.id().clone_into(&mut mark.qualifier);
        mark.as_printed = figure.printed.to_string();
        let source = self.data.source(figure.locator.source);
        mark.source = source.map_or(String::new(), |it| it.title.get(self.t.lang()).to_owned());
        mark.place = words::place(self.data, &figure.locator, self.t);
        mark.locator = figure.locator.code();
        mark
    }

    /// A value per 10,000 residents.
    pub(in crate::figure) fn scaled(&self, region: RegionIx, value: f64) -> Option<f64> {
        analysis::ranking::per_10k_residents(self.data, region, value)
    }

    fn of(&self, role: MarkRole, ix: ObservationIx) -> Option<Mark> {
        Some(self.figure(role, self.data.observation(ix)?))
    }

    fn ranking(&self, body: &RankingBody) -> Vec<Mark> {
        let mut marks = Vec::new();
        let indicator = body
            .rows
            .iter()
            .chain(&body.facts)
            .find_map(|row| self.data.observation(row.figure))
            .map(|figure| figure.indicator);
        let rows = |rows: &[BarRow], others: &[LeftOut]| {
            let drawn = rows.iter().map(|row| (row.figure, row.value));
            let mut all: Vec<(ObservationIx, Option<f64>)> = drawn.collect();
            for other in others.iter().rev() {
                let at = other.before.min(all.len());
                all.splice(at..at, other.figures.iter().copied());
            }
            all
        };
        let numbers = rows(&body.rows, &body.left_out);
        let mut values: Vec<f64> = numbers.iter().filter_map(|(_, value)| *value).collect();
        values.sort_by(|a, b| b.total_cmp(a));
        for (figure, value) in numbers.into_iter().chain(rows(&body.facts, &body.facts_left_out)) {
            let Some(mut mark) = self.of(MarkRole::Value, figure) else { continue };
            if let Some(value) = value {
                mark.rank = Some(1 + values.partition_point(|it| *it > value));
                mark.per_10k_residents = body.is_per_residents.then_some(value);
                if let Some(figure) =
                    self.data.observation(figure).filter(|_| body.is_per_residents)
                {
                    mark.shown = words::per_residents_of(figure, value, self.t);
                }
            }
            marks.push(mark);
        }
        let related = rows(&body.related, &body.related_left_out);
        marks.extend(related.iter().filter_map(|(it, _)| self.of(MarkRole::Related, *it)));
        for region in body.missing.regions() {
            marks.push(self.missing(MarkRole::Value, region, indicator));
        }
        let whole = indicator.and_then(|it| self.data.figure(self.data.root(), it));
        if let (Some(reference), Some((_, figure))) = (body.reference, whole) {
            let mut mark = self.figure(MarkRole::Reference, figure);
            mark.per_10k_residents = body.is_per_residents.then_some(reference);
            if body.is_per_residents {
                mark.shown = words::per_residents(reference, self.t);
            }
            marks.push(mark);
        }
        marks
    }

    fn comparison(&self, body: &ComparisonBody) -> Vec<Mark> {
        let mut marks = Vec::new();
        for pair in &body.rows {
            let row = &pair.row;
            // Facts have no more or less: that both report one is all a verdict can say.
            let is_shared_fact = row.verdict == Verdict::Comparable && row.is_fact(self.data);
            let verdict = if is_shared_fact { "both_report" } else { row.verdict.id() };
            let sides = [
                (MarkRole::A, body.a, row.indicator_a, &pair.a),
                (MarkRole::B, body.b, row.indicator_b, &pair.b),
            ];
            for (role, region, indicator, cell) in sides {
                let mut mark = cell
                    .figure
                    .and_then(|ix| self.of(role, ix))
                    .unwrap_or_else(|| self.missing(role, region, Some(indicator)));
                verdict.clone_into(&mut mark.verdict);
                mark.reasons.clone_from(&pair.reasons);
                if cell.per_10k_residents.is_some() {
                    mark.per_10k_residents = cell.per_10k_residents;
                    mark.shown.clone_from(&cell.text);
                }
                let difference = pair.difference.filter(|_| role == MarkRole::B);
                mark.difference = difference.map(|it| it.difference());
                mark.ratio = difference.and_then(|it| it.ratio());
                marks.push(mark);
            }
        }
        marks
    }

    fn map(&self, body: &MapBody) -> Vec<Mark> {
        let place = |place: &super::map::Place| {
            let mut mark = match place.figure.and_then(|ix| self.of(MarkRole::Value, ix)) {
                Some(mark) => mark,
                None => self.missing(MarkRole::Value, place.region, body.indicator),
            };
            mark.shown.clone_from(&place.value);
            if let (Some(value), true) = (mark.value, body.is_per_residents) {
                mark.per_10k_residents = self.scaled(place.region, value);
            }
            mark
        };
        body.places.iter().map(place).collect()
    }

    fn share(&self, body: &ShareBody) -> Vec<Mark> {
        let mut marks: Vec<Mark> = self.of(MarkRole::Whole, body.whole).into_iter().collect();
        let Some(whole) = self.data.observation(body.whole) else { return marks };
        let total = whole.number().unwrap_or_default();
        let percent = |value: f64| (total > 0.0).then(|| value / total * 100.0);
        let mut rest = total;
        for part in &body.parts {
            let Some(mut mark) = self.of(MarkRole::Part, part.figure) else { continue };
            rest -= mark.value.unwrap_or_default();
            mark.share_percent = mark.value.and_then(percent);
            marks.push(mark);
        }
        let rest = rest.max(0.0);
        let mut mark = self.blank(MarkRole::Rest, None, MarkStatus::Derived);
        self.about(&mut mark, whole.indicator);
        self.t.data_other_cities().clone_into(&mut mark.region_name);
        words::period(self.data, whole.period, self.t).clone_into(&mut mark.period);
        mark.value = Some(rest);
        let unit = self.data.unit_of(whole.indicator);
        mark.shown = unit.map_or(String::new(), |it| number::with_unit(rest, it, self.t.lang()));
        mark.share_percent = percent(rest);
        marks.push(mark);
        marks
    }

    fn targets(&self, body: &TargetsBody) -> Vec<Mark> {
        let targets = analysis::targets(self.data);
        let row = |row: &super::targets::TargetRow| {
            let target = targets.iter().find(|target| target.figure == row.figure);
            let achieved = target.and_then(|target| target.achieved);
            [
                self.of(MarkRole::Rate, row.figure),
                achieved.and_then(|ix| self.of(MarkRole::Achieved, ix)),
            ]
        };
        body.rows.iter().flat_map(row).flatten().collect()
    }

    fn highlights(&self, region: RegionIx, theme: &str, count: usize) -> Mark {
        let mut mark = self.blank(MarkRole::Highlights, Some(region), MarkStatus::Derived);
        let about = self.data.themes().iter().find(|it| it.name.get(self.t.lang()) == theme);
        mark.theme = about.map_or(String::new(), |it| it.id.clone());
        theme.clone_into(&mut mark.theme_name);
        self.t.data_highlights().clone_into(&mut mark.indicator_name);
        // A count of highlights can truly be zero: the source has none under that theme.
        mark.value = Some(count as f64);
        mark.shown = count.to_string();
        let source = self.data.highlights_of(region).next();
        let source = source.and_then(|(_, it)| self.data.source(it.locator.source));
        mark.source = source.map_or(String::new(), |it| it.title.get(self.t.lang()).to_owned());
        mark
    }

    fn figures(&self, region: RegionIx, theme: &str, count: usize) -> Mark {
        let mut mark = self.highlights(region, theme, count);
        mark.role = MarkRole::Figures;
        self.t.data_figures().clone_into(&mut mark.indicator_name);
        if count == 0 {
            mark.status = MarkStatus::NotReported;
            mark.value = None;
            self.t.not_reported().clone_into(&mut mark.shown);
        }
        mark
    }

    fn profile(&self, body: &ProfileBody) -> Vec<Mark> {
        let row = |row: &super::profile::ProfileRow| {
            let cells = body.regions.iter().zip(&row.counts);
            cells.map(|(region, count)| self.highlights(*region, &row.theme, *count)).collect()
        };
        body.rows.iter().flat_map(|it| -> Vec<Mark> { row(it) }).collect()
    }

    fn coverage(&self, body: &CoverageBody) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in &body.rows {
            for (cell, (region, _)) in row.cells.iter().zip(&body.cities) {
                let figure = cell.figure.and_then(|ix| self.of(MarkRole::Value, ix));
                marks.push(match (figure, cell.count) {
                    (Some(mark), _) => mark,
                    (None, Some(Count::Highlights(count))) => {
                        self.highlights(*region, &row.label, count)
                    }
                    (None, Some(Count::Figures(count))) => self.figures(*region, &row.label, count),
                    (None, None) => self.missing(MarkRole::Value, *region, row.indicator),
                });
            }
        }
        marks
    }
}

#[cfg(test)]
mod tests;
