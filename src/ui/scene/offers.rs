//! Which figures are possible, why the others are not, and what would work instead.

use crate::{
    analysis::{self, scatter},
    figure::{self, FigureKind, Unavailable, words},
    i18n::Texts,
    model::{Dataset, IndicatorIx, Neighbours, RegionIx},
    state::{Offer, ViewState},
};

/// So many things that work are offered for one figure.
const MOST_OFFERS: usize = 3;

/// One kind of figure in the choice of figures.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureChoice {
    /// The kind.
    pub kind: FigureKind,
    /// Why it cannot be drawn of what is chosen.
    pub why_not: Option<String>,
    /// What would work instead, where it cannot, by name.
    pub offers: Vec<(String, Offer)>,
}

/// All kinds, possible or not.
pub(super) fn choices(data: &Dataset, state: &ViewState, t: &Texts) -> Vec<FigureChoice> {
    FigureKind::ALL
        .into_iter()
        .filter(|kind| kind.is_for(data))
        .map(|kind| {
            let fault = figure::content(data, &state.figure_spec(data, kind)).err();
            let why_not = fault.map(|Unavailable(why)| why);
            let offers = why_not.as_ref().map_or_else(Vec::new, |_| offers(data, state, kind, t));
            FigureChoice { kind, why_not, offers }
        })
        .collect()
}

fn offers(data: &Dataset, state: &ViewState, kind: FigureKind, t: &Texts) -> Vec<(String, Offer)> {
    match kind {
        FigureKind::Ranking
        | FigureKind::Map
        | FigureKind::Share
        | FigureKind::Trend
        | FigureKind::Multiples => indicators(data, state.indicator_ix(data), kind, t),
        FigureKind::Scatter => pairs(data, state, t),
        FigureKind::Comparison => neighbours(data, state.selected_ix(data), t),
        FigureKind::Targets
        | FigureKind::Profile
        | FigureKind::Coverage
        | FigureKind::CoverageThemes => Vec::new(),
    }
}

fn indicator_id(data: &Dataset, ix: IndicatorIx) -> Option<String> {
    data.indicator(ix).map(|it| it.id.clone())
}

/// Indicators of which the figure can be drawn: related ones first, then the best reported.
fn indicators(
    data: &Dataset,
    chosen: Option<IndicatorIx>,
    kind: FigureKind,
    t: &Texts,
) -> Vec<(String, Offer)> {
    let works = |ix: &IndicatorIx| match kind {
        FigureKind::Share => analysis::share(data, *ix).is_some(),
        FigureKind::Trend | FigureKind::Multiples => {
            analysis::trend(data, *ix).all().any(|it| it.points.len() > 1)
        }
        _ => data.reporting_cities(*ix) > 0,
    };
    let related: Vec<IndicatorIx> =
        chosen.map(|ix| data.related(ix).map(|(other, _)| other).collect()).unwrap_or_default();
    let mut all: Vec<IndicatorIx> = data.indicators().map(|(ix, _)| ix).filter(works).collect();
    all.sort_by_key(|ix| {
        (!related.contains(ix), std::cmp::Reverse(data.reporting_cities(*ix)), *ix)
    });
    all.into_iter()
        .take(MOST_OFFERS)
        .map(|ix| {
            let name = words::indicator(data, ix, t).to_owned();
            (name, Offer { kind, indicator: indicator_id(data, ix), ..Offer::default() })
        })
        .collect()
}

/// Pairs of indicators that can be plotted: with one that is chosen, if it has partners.
fn pairs(data: &Dataset, state: &ViewState, t: &Texts) -> Vec<(String, Offer)> {
    let chosen = [state.indicator_ix(data), state.indicator_y_ix(data)];
    let with = |ix: IndicatorIx| scatter::partners(data, ix).into_iter().map(move |it| [ix, it]);
    let mut pairs: Vec<[IndicatorIx; 2]> = chosen.into_iter().flatten().flat_map(with).collect();
    if pairs.is_empty() {
        pairs = scatter::telling_pairs(data);
    }
    if pairs.is_empty() {
        pairs = scatter::pairs(data);
    }
    pairs
        .into_iter()
        .take(MOST_OFFERS)
        .map(|[x, y]| {
            let name = |ix| words::indicator(data, ix, t);
            let offer = Offer {
                kind: FigureKind::Scatter,
                indicator: indicator_id(data, x),
                indicator_y: indicator_id(data, y),
                ..Offer::default()
            };
            (t.scatter_title(name(x), name(y)), offer)
        })
        .collect()
}

/// Neighbours that the chosen city can be compared with.
fn neighbours(data: &Dataset, chosen: Option<RegionIx>, t: &Texts) -> Vec<(String, Offer)> {
    let Some(chosen) = chosen else { return Vec::new() };
    let known = data.neighbours();
    let pairs = known.land.iter().chain(&known.sea);
    let beside = pairs.filter_map(|pair| Neighbours::other(chosen, *pair));
    beside
        .filter(|ix| data.cities().contains(ix))
        .take(MOST_OFFERS)
        .filter_map(|ix| {
            let name = |ix| words::short(data, ix, t);
            let compared = data.region(ix).map(|it| it.id.clone())?;
            let kind = FigureKind::Comparison;
            let offer = Offer { kind, compared: Some(compared), ..Offer::default() };
            Some((t.comparison_title(name(chosen), name(ix)), offer))
        })
        .collect()
}
