//! What of a comparison is shown: filters, and what is folded away.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::{
    analysis::{ComparisonRow, Verdict},
    model::Dataset,
};

/// Which rows a comparison holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompareFilter {
    /// Everything that either region reports.
    #[default]
    All,
    /// Numbers, without facts in words.
    Numbers,
    /// What both report and may be compared, with care or without.
    Comparable,
}

impl CompareFilter {
    /// All filters, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::All, Self::Numbers, Self::Comparable];

    /// Whether the filter lets `row` pass.
    #[must_use]
    pub fn admits(self, data: &Dataset, row: &ComparisonRow) -> bool {
        match self {
            Self::All => true,
            Self::Numbers => !row.is_fact(data),
            Self::Comparable => {
                matches!(row.verdict, Verdict::Comparable | Verdict::WithCare(_))
            }
        }
    }
}

/// A part of a comparison that can be folded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fold {
    /// What only the first region reports.
    OnlyA,
    /// What only the second region reports.
    OnlyB,
    /// The related figures under the row of the indicator with this id.
    Related(String),
}

impl Fold {
    /// What tells the part from others.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::OnlyA => "a".to_owned(),
            Self::OnlyB => "b".to_owned(),
            Self::Related(id) => format!("related {id}"),
        }
    }
}

/// How a comparison is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CompareView {
    /// Which rows it holds.
    pub filter: CompareFilter,
    /// Whether what only A reports is folded to its heading.
    pub is_only_a_folded: bool,
    /// Whether what only B reports is folded to its heading.
    pub is_only_b_folded: bool,
    /// Ids of the indicators whose related figures are unfolded.
    pub unfolded: BTreeSet<String>,
}

impl CompareView {
    /// Folds `part`, or unfolds it.
    pub fn toggle(&mut self, part: Fold) {
        match part {
            Fold::OnlyA => self.is_only_a_folded = !self.is_only_a_folded,
            Fold::OnlyB => self.is_only_b_folded = !self.is_only_b_folded,
            Fold::Related(id) => {
                if !self.unfolded.remove(&id) {
                    self.unfolded.insert(id);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{CompareFilter, CompareView, Fold};
    use crate::analysis::{compare, fixture};

    #[test]
    fn filters_keep_what_they_name() {
        let data = fixture::dataset();
        let rows = compare(&data, fixture::A, fixture::C).rows;
        let kept =
            |filter: CompareFilter| rows.iter().filter(|it| filter.admits(&data, it)).count();
        assert_eq!(kept(CompareFilter::All), rows.len());
        assert_eq!(kept(CompareFilter::Numbers), rows.len(), "the fixture has no facts");
        assert!(kept(CompareFilter::Comparable) < rows.len());
        assert!(kept(CompareFilter::Comparable) > 0);
    }

    #[test]
    fn folding_twice_changes_nothing() {
        for part in [Fold::OnlyA, Fold::OnlyB, Fold::Related("rate".into())] {
            let mut view = CompareView::default();
            view.toggle(part.clone());
            assert_ne!(view, CompareView::default());
            view.toggle(part);
            assert_eq!(view, CompareView::default());
        }
    }
}
