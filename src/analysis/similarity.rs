//! Which cities report alike: by what they report, not by how well they do.

use super::theme_profile;
use crate::model::{Dataset, RegionIx};

/// How alike two regions report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Similarity {
    /// The other region.
    pub region: RegionIx,
    /// The overlap of their highlights by theme, `0.0..=1.0`.
    pub overlap: f64,
    /// Indicators that both report, background left out.
    pub shared: usize,
}

/// The overlap of two regions' theme profiles, `0.0..=1.0`; `None` where one has no highlights.
///
/// Each region's highlights are taken as shares by theme. The overlap is one less their total
/// variation distance, ½ Σ |pᵢ − qᵢ| (Levin, Peres and Wilmer, *Markov Chains and Mixing Times*,
/// section 4.1): the share of highlights that need not change theme to turn one profile into the
/// other.
#[must_use]
pub fn overlap(data: &Dataset, a: RegionIx, b: RegionIx) -> Option<f64> {
    let [first, second] = [a, b].map(|region| theme_profile(data, region));
    let totals = [first.highlights(), second.highlights()];
    if totals.contains(&0) {
        return None;
    }
    let [of_first, of_second] = totals.map(|total| total as f64);
    let pairs = first.themes.iter().zip(&second.themes);
    let shared =
        pairs.map(|((_, p, _), (_, q, _))| (*p as f64 / of_first).min(*q as f64 / of_second)).sum();
    Some(shared)
}

/// How many indicators both regions report, background left out.
#[must_use]
pub fn shared_indicators(data: &Dataset, a: RegionIx, b: RegionIx) -> usize {
    let is_background = |theme| data.theme(theme).is_some_and(|it| it.is_context);
    data.indicators()
        .filter(|(_, about)| !is_background(about.theme))
        .filter(|(ix, _)| data.figure(a, *ix).is_some() && data.figure(b, *ix).is_some())
        .count()
}

/// The other cities from the most alike to the most different: by overlap, then by the number of
/// shared indicators, then in official order. Cities without highlights are left out.
#[must_use]
pub fn by_similarity(data: &Dataset, a: RegionIx) -> Vec<Similarity> {
    let mut others: Vec<Similarity> = data
        .cities()
        .iter()
        .filter(|city| **city != a)
        .filter_map(|city| {
            let shared = shared_indicators(data, a, *city);
            Some(Similarity { region: *city, overlap: overlap(data, a, *city)?, shared })
        })
        .collect();
    others.sort_by(|x, y| y.overlap.total_cmp(&x.overlap).then(y.shared.cmp(&x.shared)));
    others
}

#[cfg(test)]
mod tests {
    use super::{by_similarity, overlap, shared_indicators};
    use crate::{analysis::fixture, load};

    #[test]
    fn overlap_is_symmetric_and_whole_with_oneself() {
        let data = load::embedded().unwrap();
        for a in data.cities() {
            assert!((overlap(&data, *a, *a).unwrap() - 1.0).abs() < 1e-9);
            for b in data.cities() {
                let (forth, back) = (overlap(&data, *a, *b), overlap(&data, *b, *a));
                assert!((forth.unwrap() - back.unwrap()).abs() < 1e-12);
                assert!((0.0..=1.0 + 1e-9).contains(&forth.unwrap()));
                let shared = [shared_indicators(&data, *a, *b), shared_indicators(&data, *b, *a)];
                assert_eq!(shared[0], shared[1]);
            }
        }
    }

    #[test]
    fn the_order_is_stable_and_falls() {
        let data = load::embedded().unwrap();
        let first = data.cities()[0];
        let order = by_similarity(&data, first);
        assert_eq!(order.len(), data.cities().len() - 1);
        assert_eq!(order, by_similarity(&data, first));
        for pair in order.windows(2) {
            assert!((pair[1].overlap, pair[1].shared) <= (pair[0].overlap, pair[0].shared));
        }
    }

    #[test]
    fn without_highlights_nothing_is_claimed() {
        let data = fixture::dataset();
        assert_eq!(overlap(&data, fixture::A, fixture::B), None);
        assert!(by_similarity(&data, fixture::A).is_empty());
        assert_eq!(shared_indicators(&data, fixture::A, fixture::B), 2);
    }
}
