//! Comparison: two cities side by side, one row an indicator, a verdict and its reason on each.

mod difference;
mod draw;
mod options;
mod related;

pub use difference::{Difference, allows_per_residents, telling};
pub use draw::{chip, draw, title};
pub use options::{CompareFilter, CompareView, Fold};
pub use related::RelatedLines;

use super::{
    Body, Content, FigureKind, LegendEntry, Provenance, Swatch, Unavailable, takeaway, words,
};
use crate::{
    analysis::{self, Comparison, ComparisonRow, Verdict},
    i18n::Texts,
    model::{Dataset, Observation, ObservationIx, RegionIx},
};

/// How a verdict is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Comparable.
    Good,
    /// With care.
    Care,
    /// Only one side.
    Plain,
}

/// One city's side of a row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// The figure; `None` means not reported.
    pub figure: Option<ObservationIx>,
    /// Value or "not reported".
    pub text: String,
    /// The indicator's name, where it differs from the row's.
    pub own_indicator: String,
    /// What stands under the pointer.
    pub hover: String,
    /// What a screen reader says: the whole row on the first side that reports, else this side.
    pub spoken: String,
    /// The bar's length as a fraction of the row's larger value; only where both have one.
    pub fraction: Option<f32>,
    /// What the bar stands for: its value, and the row's larger one, in the unit of the row.
    pub bar: Option<(f64, f64)>,
    /// By how much it differs from the first city's; on the second city's side, where the verdict
    /// allows to say so.
    pub difference: String,
    /// The value per 10,000 residents, unrounded, where the row shows that.
    pub per_10k_residents: Option<f64>,
}

/// One indicator, or two related ones.
#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    /// The indicator's name.
    pub name: String,
    /// Period, where it is not the data set's usual one.
    pub period: String,
    /// The first city.
    pub a: Cell,
    /// The second city.
    pub b: Cell,
    /// The verdict's label.
    pub verdict: String,
    /// Its colour.
    pub tone: Tone,
    /// Why care is needed.
    pub reasons: Vec<String>,
    /// What a screen reader says.
    pub spoken: String,
    /// What both report besides that is related to the row.
    pub related: RelatedLines,
    /// What the row was made of.
    pub row: ComparisonRow,
    /// By how much the numbers differ, where the verdict allows to say so.
    pub difference: Option<Difference>,
}

/// The heading of what only one of the two cities reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnlyGroup {
    /// Which part it is.
    pub part: Fold,
    /// The verdict of its rows.
    pub verdict: Verdict,
    /// Heading, with the number of rows.
    pub heading: String,
    /// Whether its rows are folded away.
    pub is_folded: bool,
}

/// The marks of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparisonBody {
    /// The first city.
    pub a: RegionIx,
    /// The second city.
    pub b: RegionIx,
    /// The first city's name.
    pub a_name: String,
    /// The second city's name.
    pub b_name: String,
    /// The word between the two names.
    pub and: String,
    /// Headings: indicator, comparability.
    pub headings: [String; 2],
    /// The rows that the filter admits, the comparable first; folded ones too.
    pub rows: Vec<PairRow>,
    /// Headings of what only one city reports.
    pub groups: Vec<OnlyGroup>,
    /// Said in place of rows where the filter admits none; empty otherwise.
    pub empty: String,
}

impl ComparisonBody {
    /// The rows before any heading: what both cities report.
    pub fn both(&self) -> impl Iterator<Item = (usize, &PairRow)> {
        let is_both = |(_, row): &(usize, &PairRow)| row.row.a.is_some() && row.row.b.is_some();
        self.rows.iter().enumerate().filter(is_both)
    }

    /// The rows under the heading of `group`, none where it is folded.
    pub fn under<'a>(&'a self, group: &'a OnlyGroup) -> impl Iterator<Item = (usize, &'a PairRow)> {
        let is_under = |(_, row): &(usize, &PairRow)| row.row.verdict == group.verdict;
        self.rows.iter().enumerate().filter(is_under).filter(|_| !group.is_folded)
    }

    /// How many rows are drawn.
    #[must_use]
    pub fn shown_count(&self) -> usize {
        self.both().count()
            + self.groups.iter().map(|group| self.under(group).count()).sum::<usize>()
    }
}

/// What a comparison of two regions shows, looked at as `view` says.
///
/// # Errors
/// When not exactly two different regions are given.
pub fn content(
    data: &Dataset,
    regions: &[RegionIx],
    (view, is_per_residents): (&CompareView, bool),
    t: &Texts,
) -> Result<Content, Unavailable> {
    let [a, b] = regions else {
        return Err(Unavailable(t.why_two_cities().to_owned()));
    };
    if a == b {
        return Err(Unavailable(t.why_two_cities().to_owned()));
    }
    let comparison = analysis::compare(data, *a, *b);
    let body = body(data, &comparison, (view, is_per_residents), t);
    let shown: Vec<ObservationIx> =
        body.rows.iter().flat_map(|row| [row.a.figure, row.b.figure]).flatten().collect();
    let id = |ix: &RegionIx| data.region(*ix).map_or("", |region| region.id.as_str());
    let spoken: Vec<&str> = body.both().map(|(_, row)| row.spoken.as_str()).collect();
    let takeaway = takeaway::comparison(data, &body, &comparison, t);
    let mut summary: Vec<String> = vec![takeaway.clone()];
    summary.extend(telling(data, &comparison, t));
    summary.push(t.comparison_not_zero().to_owned());
    let summary: Vec<&str> = summary.iter().map(String::as_str).collect();
    Ok(Content {
        kind: FigureKind::Comparison,
        lang: t.lang(),
        title: t.comparison_title(body.a_name.clone(), body.b_name.clone()),
        subtitle: takeaway::sentences(&summary, t),
        legend: legend(&body, t),
        notes: notes(data, &shown, &body, (view, is_per_residents), t),
        source: words::source_line(data, &shown, t),
        alt: takeaway::sentences(&[takeaway.as_str(), &spoken.join(t.sentence_gap())], t),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &["comparison", &format!("{}-{}", id(a), id(b))], t),
        body: Body::Comparison(body),
    })
}

fn legend(body: &ComparisonBody, t: &Texts) -> Vec<LegendEntry> {
    let mut legend = vec![
        LegendEntry::new(Swatch::CityA, t.legend_city_a(body.a_name.clone())),
        LegendEntry::new(Swatch::CityB, t.legend_city_b(body.b_name.clone())),
    ];
    if body.both().any(|(_, row)| row.tone == Tone::Care) {
        legend.push(LegendEntry::new(Swatch::Hatched, t.legend_with_care()));
    }
    legend
}

fn body(
    data: &Dataset,
    comparison: &Comparison,
    (view, is_per_residents): (&CompareView, bool),
    t: &Texts,
) -> ComparisonBody {
    let regions = (comparison.a, comparison.b);
    let rows: Vec<PairRow> = comparison
        .rows
        .iter()
        .filter(|row| view.filter.admits(data, row))
        .map(|row| pair(data, row, regions, is_per_residents, t))
        .map(|mut row| {
            row.related = related::lines(data, &row.row, comparison, view, t);
            row
        })
        .collect();
    let count = |verdict: &Verdict| rows.iter().filter(|row| row.row.verdict == *verdict).count();
    let groups = [
        (Fold::OnlyA, Verdict::OnlyA, regions.0, view.is_only_a_folded),
        (Fold::OnlyB, Verdict::OnlyB, regions.1, view.is_only_b_folded),
    ];
    let groups = groups
        .into_iter()
        .filter(|(_, verdict, ..)| count(verdict) > 0)
        .map(|(part, verdict, region, is_folded)| OnlyGroup {
            heading: t.comparison_only(words::region(data, region, t), count(&verdict)),
            part,
            verdict,
            is_folded,
        })
        .collect();
    ComparisonBody {
        a: regions.0,
        b: regions.1,
        a_name: words::region(data, regions.0, t).to_owned(),
        b_name: words::region(data, regions.1, t).to_owned(),
        and: t.versus_mark().to_owned(),
        headings: [t.heading_indicator().to_owned(), t.heading_verdict().to_owned()],
        empty: if rows.is_empty() { t.comparison_empty().to_owned() } else { String::new() },
        rows,
        groups,
    }
}

/// Notes on the figures shown, without what the rows say already.
fn notes(
    data: &Dataset,
    shown: &[ObservationIx],
    body: &ComparisonBody,
    (view, is_per_residents): (&CompareView, bool),
    t: &Texts,
) -> Vec<String> {
    let said: Vec<&String> = body.rows.iter().flat_map(|row| &row.reasons).collect();
    let mut notes = words::figure_notes(data, shown, t);
    notes.retain(|note| !said.contains(&note));
    // What was left out of a picture must be said on it.
    match view.filter {
        CompareFilter::All => {}
        CompareFilter::Numbers => notes.push(t.comparison_note_numbers().to_owned()),
        CompareFilter::Comparable => notes.push(t.comparison_note_comparable().to_owned()),
    }
    if is_per_residents && body.rows.iter().any(|row| row.a.per_10k_residents.is_some()) {
        notes.push(t.comparison_note_per_residents().to_owned());
    }
    notes
}

fn pair(
    data: &Dataset,
    row: &ComparisonRow,
    (a, b): (RegionIx, RegionIx),
    is_per_residents: bool,
    t: &Texts,
) -> PairRow {
    let figures = [row.a, row.b].map(|ix| ix.and_then(|ix| data.observation(ix)));
    let is_scaled = is_per_residents && allows_per_residents(data, row);
    let per_10k = figures.map(|figure| {
        let figure = figure.filter(|_| is_scaled)?;
        analysis::ranking::per_10k_residents(data, figure.region, figure.number()?)
    });
    let numbers = match (is_scaled, figures) {
        (true, _) => per_10k,
        (false, figures) => figures.map(|figure| figure.and_then(Observation::number)),
    };
    let is_same_measure = data.is_same_measure(row.indicator_a, row.indicator_b);
    let bars = match numbers {
        [Some(first), Some(second)] if is_same_measure && first.max(second) > 0.0 => {
            let largest = first.max(second);
            [Some((first, largest)), Some((second, largest))]
        }
        _ => [None, None],
    };
    let difference = Difference::of(data, row, is_per_residents);
    let cell = |ix: Option<ObservationIx>,
                figure: Option<&Observation>,
                bar: Option<(f64, f64)>,
                per_10k| Cell {
        figure: ix,
        hover: figure.map_or(String::new(), |figure| words::hover(data, figure, t)),
        spoken: String::new(),
        text: figure.map_or_else(
            || t.not_reported().to_owned(),
            |figure| related::value(data, figure, per_10k, t),
        ),
        own_indicator: figure
            .filter(|figure| figure.indicator != row.indicator_a)
            .map_or(String::new(), |it| words::indicator(data, it.indicator, t).to_owned()),
        fraction: bar.map(|(value, most)| (value / most) as f32),
        bar,
        difference: String::new(),
        per_10k_residents: per_10k,
    };
    let [figure_a, figure_b] = figures;
    let [per_10k_a, per_10k_b] = per_10k;
    let [bar_a, bar_b] = bars;
    let name = words::indicator(data, row.indicator_a, t).to_owned();
    // Facts have no more or less: that both report one is all a verdict can say.
    let verdict = if row.verdict == Verdict::Comparable && row.is_fact(data) {
        t.verdict_both_report().to_owned()
    } else {
        words::verdict(data, &row.verdict, a, b, t)
    };
    let reasons: Vec<String> = match &row.verdict {
        Verdict::WithCare(reasons) => {
            reasons.iter().map(|reason| words::care(data, reason, a, b, t)).collect()
        }
        _ => Vec::new(),
    };
    let mut a_cell = cell(row.a, figure_a, bar_a, per_10k_a);
    let mut b_cell = cell(row.b, figure_b, bar_b, per_10k_b);
    b_cell.difference = difference.map_or(String::new(), |it| it.words(t));
    let period =
        figure_a.or(figure_b).map_or("", |it| words::period(data, it.period, t)).to_owned();
    let spoken = t.spoken_pair(
        a_cell.text.clone(),
        words::short(data, a, t),
        b_cell.text.clone(),
        words::short(data, b, t),
        name.clone(),
        takeaway::capitalised(&verdict),
    );
    let names = (words::short(data, a, t), words::short(data, b, t));
    let differs = difference.map_or(String::new(), |it| it.spoken(names, t));
    let spoken = takeaway::sentences(&[&spoken, &differs], t);
    a_cell.spoken.clone_from(&spoken);
    b_cell.spoken = if row.a.is_some() {
        let indicator = words::indicator(data, row.indicator_b, t);
        t.spoken_cell(words::short(data, b, t), indicator, b_cell.text.as_str())
    } else {
        spoken.clone()
    };
    PairRow {
        name,
        period,
        a: a_cell,
        b: b_cell,
        verdict,
        tone: match row.verdict {
            Verdict::Comparable => Tone::Good,
            Verdict::WithCare(_) => Tone::Care,
            _ => Tone::Plain,
        },
        reasons,
        spoken,
        related: RelatedLines::default(),
        row: row.clone(),
        difference,
    }
}

#[cfg(test)]
mod tests {
    use super::{CompareFilter, CompareView, Fold};
    use crate::{
        analysis::Order,
        figure::{Body, Content, FigureKind, FigureSpec, MarkRole, content, marks},
        load,
        model::{Dataset, Lang},
    };

    fn compared(data: &Dataset, view: CompareView, is_per_residents: bool) -> Content {
        let region = |id| data.region_by_id(id).unwrap();
        let spec = FigureSpec {
            kind: FigureKind::Comparison,
            indicator: None,
            indicator_y: None,
            regions: vec![region("huzhou"), region("jiaxing")],
            order: Order::Value,
            is_per_residents,
            comparison: view,
            map: crate::figure::MapLook::default(),
            lang: Lang::En,
        };
        content(data, &spec).unwrap()
    }

    #[test]
    fn the_table_holds_what_the_filter_shows_and_a_difference_where_a_verdict_allows() {
        let data = load::embedded().unwrap();
        let all = compared(&data, CompareView::default(), false);
        let filter = CompareFilter::Comparable;
        let some = compared(&data, CompareView { filter, ..CompareView::default() }, false);
        let (all, some_marks) = (marks(&data, &all), marks(&data, &some));
        assert!(some_marks.len() < all.len());
        assert!(some_marks.iter().all(|mark| !mark.verdict.starts_with("only")));
        assert!(some.notes.iter().any(|it| it.contains("left out")), "{:?}", some.notes);
        for mark in &all {
            let allows = ["comparable", "with_care"].contains(&mark.verdict.as_str());
            assert!(mark.difference.is_none() || (allows && mark.role == MarkRole::B));
        }
        assert!(all.iter().any(|it| it.ratio.is_some()));
    }

    #[test]
    fn what_is_folded_is_counted_in_its_heading_and_stays_in_the_table() {
        let data = load::embedded().unwrap();
        let open = compared(&data, CompareView::default(), false);
        let mut view = CompareView::default();
        view.toggle(Fold::OnlyB);
        let folded = compared(&data, view, false);
        assert!(folded.row_count() < open.row_count());
        assert_eq!(marks(&data, &folded).len(), marks(&data, &open).len());
        let Body::Comparison(body) = &folded.body else { panic!() };
        let group = body.groups.iter().find(|it| it.part == Fold::OnlyB).unwrap();
        assert_eq!(group.heading, "Reported only by Jiaxing (5)");
        assert_eq!(body.under(group).count(), 0);
    }

    #[test]
    fn counts_per_residents_are_said_so_and_rates_stay_as_they_are() {
        let data = load::embedded().unwrap();
        let content = compared(&data, CompareView::default(), true);
        let marks = marks(&data, &content);
        let scaled = marks.iter().filter(|it| it.per_10k_residents.is_some());
        assert!(scaled.clone().count() > 0);
        assert!(scaled.clone().all(|it| it.shown.ends_with("per 10,000 residents")));
        assert!(marks.iter().any(|it| it.shown == "72.75%"));
    }
}
