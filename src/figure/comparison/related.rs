//! What two regions report besides that is related to a row, with the reason why it is not the same.

use super::CompareView;
use crate::{
    analysis::{Comparison, ComparisonRow},
    figure::words,
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, Observation, RegionIx},
};

/// Related figures under a row, folded at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelatedLines {
    /// Id of the row's indicator.
    pub id: String,
    /// The line that unfolds them, with their number; empty where there are none.
    pub heading: String,
    /// The figures, each with its reason; empty while folded.
    pub lines: Vec<String>,
    /// Whether they are unfolded.
    pub is_open: bool,
}

/// The figures of both regions that are related to `row` and stand in no row of both.
pub(super) fn lines(
    data: &Dataset,
    row: &ComparisonRow,
    comparison: &Comparison,
    view: &CompareView,
    t: &Texts,
) -> RelatedLines {
    let mut lines = Vec::new();
    let regions = [comparison.a, comparison.b];
    // What stands beside its own pair needs no second place.
    let paired = comparison.rows.iter().filter(|it| it.a.is_some() && it.b.is_some());
    let mut seen: Vec<(RegionIx, IndicatorIx)> = paired
        .flat_map(|it| [(comparison.a, it.indicator_a), (comparison.b, it.indicator_b)])
        .collect();
    for own in [row.indicator_a, row.indicator_b] {
        for (other, reason) in data.related(own) {
            for region in regions {
                let Some((_, figure)) = data.figure(region, other) else { continue };
                if seen.contains(&(region, other)) {
                    continue;
                }
                seen.push((region, other));
                let name = words::indicator(data, other, t);
                let value = words::value(data, figure, t);
                let city = words::short(data, region, t);
                lines.push(t.comparison_related_line(city, name, reason.get(t.lang()), value));
            }
        }
    }
    let id = data.indicator(row.indicator_a).map_or(String::new(), |it| it.id.clone());
    let is_open = view.unfolded.contains(&id);
    RelatedLines {
        heading: if lines.is_empty() { String::new() } else { t.comparison_related(lines.len()) },
        lines: if is_open { lines } else { Vec::new() },
        is_open,
        id,
    }
}

/// A figure as it stands in a cell: in total, or per 10,000 residents.
pub(super) fn value(
    data: &Dataset,
    figure: &Observation,
    per_10k: Option<f64>,
    t: &Texts,
) -> String {
    let (Some(value), Some(unit)) = (per_10k, data.unit_of(figure.indicator)) else {
        return words::value(data, figure, t);
    };
    let sign = number::sign(figure.qualifier);
    let number = words::per_residents(value, t);
    t.comparison_per_10k(unit.word(value, t.lang()), format!("{sign}{number}"))
}
