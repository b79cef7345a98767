//! The source drawer: a figure as printed, its place, and what else the place says.

use super::open_of;
use crate::{
    analysis,
    figure::{change, takeaway, words},
    i18n::Texts,
    model::{Dataset, IndicatorIx, Observation, ObservationIx, RegionIx, Source},
    state::{self, OpenFigure, ViewState},
};

/// A figure to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureLink {
    /// Its name and value.
    pub label: String,
    /// The figure.
    pub open: OpenFigure,
}

/// A web address to open.
#[derive(Clone, Debug, PartialEq)]
pub struct WebAddress {
    /// The host, shown first.
    pub host: String,
    /// The address in full.
    pub address: String,
}

/// The source drawer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawerScene {
    /// Region, indicator and the time that the figure speaks of.
    pub heading: String,
    /// Value, or "not reported".
    pub value: String,
    /// The number as printed, with its qualifier.
    pub printed: String,
    /// How it changed since the period before, if there is one.
    pub change: String,
    /// Source and place; empty for what is not reported.
    pub place: String,
    /// The source's web address.
    pub address: Option<WebAddress>,
    /// The other figures that the same item prints.
    pub same_item: Vec<FigureLink>,
    /// The highlights that the same item tells: headline and text.
    pub highlights: Vec<(String, String)>,
    /// Figures near this one, each with what differs.
    pub related: Vec<(FigureLink, String)>,
    /// What the indicator counts.
    pub definition: String,
    /// Care and notes.
    pub notes: Vec<String>,
    /// Where the figure stands among those of its region, from 1, and how many there are.
    pub position: Option<(usize, usize)>,
    /// Whether there is a figure before it, and one after it.
    pub has_beside: (bool, bool),
    /// The city's figure on the other axis of a scatter plot, and where it is printed.
    pub other_axis: Option<(FigureLink, String)>,
    /// A reference to the figure; empty for what is not reported.
    pub citation: String,
}

/// What the drawer shows in `state`.
pub(super) fn drawer(data: &Dataset, state: &ViewState, t: &Texts) -> DrawerScene {
    let Some((region, indicator)) = state.drawer_ix(data) else {
        return DrawerScene { heading: t.drawer_empty().to_owned(), ..DrawerScene::default() };
    };
    let figure = data.figure(region, indicator);
    let order = analysis::figures_by_theme(data, region);
    let at = figure.and_then(|(ix, _)| order.iter().position(|it| *it == ix));
    let common = DrawerScene {
        heading: t
            .drawer_heading(words::indicator(data, indicator, t), words::region(data, region, t)),
        definition: data
            .indicator(indicator)
            .map_or(String::new(), |it| it.definition.get(t.lang()).to_owned()),
        position: at.map(|at| (at + 1, order.len())),
        has_beside: (
            state::figure_beside(state, data, -1).is_some(),
            state::figure_beside(state, data, 1).is_some(),
        ),
        ..DrawerScene::default()
    };
    match figure {
        Some((ix, figure)) => {
            let other_axis = other_axis(data, state, figure, t);
            reported(data, ix, figure, DrawerScene { other_axis, ..common }, t)
        }
        None => DrawerScene {
            value: t.not_reported().to_owned(),
            printed: t.drawer_not_zero().to_owned(),
            related: related(data, region, indicator, t),
            ..common
        },
    }
}

fn reported(
    data: &Dataset,
    ix: ObservationIx,
    figure: &Observation,
    common: DrawerScene,
    t: &Texts,
) -> DrawerScene {
    let said = words::qualifier(figure.qualifier, t);
    let printed = if said.is_empty() {
        t.drawer_printed(figure.printed.as_str())
    } else {
        t.drawer_printed_qualified(figure.printed.as_str(), said)
    };
    let same_item = data
        .figures_at(&figure.locator)
        .filter(|(other, it)| *other != ix && it.region == figure.region)
        .map(|(_, it)| link(data, it, t));
    let highlights = data
        .highlights_of(figure.region)
        .filter(|(_, it)| it.locator == *figure.locator)
        .map(|(_, it)| (it.headline.get(t.lang()).to_owned(), it.text.get(t.lang()).to_owned()));
    let notes = [&figure.care, &figure.note].into_iter().flatten();
    DrawerScene {
        value: words::value(data, figure, t),
        printed,
        change: takeaway::capitalised(&change::of(data, figure.region, figure.indicator, t)),
        heading: format!("{} · {}", common.heading, words::period(data, figure.period, t)),
        place: words::source_and_place(data, &figure.locator, t),
        address: data.source(figure.locator.source).and_then(address),
        same_item: same_item.collect(),
        highlights: highlights.collect(),
        notes: notes.map(|text| text.get(t.lang()).to_owned()).collect(),
        citation: citation(data, figure, t),
        ..common
    }
}

fn link(data: &Dataset, figure: &Observation, t: &Texts) -> FigureLink {
    let name = words::indicator(data, figure.indicator, t);
    FigureLink {
        label: t.named_value(name, words::value(data, figure, t)),
        open: open_of(data, figure),
    }
}

fn address(source: &Source) -> Option<WebAddress> {
    let host = source.host()?.to_owned();
    Some(WebAddress { host, address: source.address.clone()? })
}

/// A reference to a figure, as it can stand in a report: what, the number, and where it is printed.
#[must_use]
pub fn citation(data: &Dataset, figure: &Observation, t: &Texts) -> String {
    let source = data.source(figure.locator.source);
    let text = |pick: &dyn Fn(&Source) -> Option<String>| source.and_then(pick);
    let title = text(&|it| Some(it.title.get(t.lang()).to_owned())).unwrap_or_default();
    // What is not known of a source is left out, not guessed.
    let publication = [
        text(&|it| it.publisher.as_ref().map(|name| name.get(t.lang()).to_owned())),
        text(&|it| it.published.clone()),
        text(&|it| it.address.clone()),
        Some(words::place(data, &figure.locator, t)),
    ];
    let publication: Vec<String> = publication.into_iter().flatten().collect();
    t.citation(
        words::indicator(data, figure.indicator, t),
        words::period(data, figure.period, t),
        figure.printed.as_str(),
        publication.join(t.citation_mark()),
        words::region(data, figure.region, t),
        title,
        words::value(data, figure, t),
    )
}

/// The same city's figure on the other axis of a scatter plot, and where it is printed.
fn other_axis(
    data: &Dataset,
    state: &ViewState,
    figure: &Observation,
    t: &Texts,
) -> Option<(FigureLink, String)> {
    let (x, y) = (state.indicator_ix(data)?, state.indicator_y_ix(data)?);
    let other = match figure.indicator {
        _ if !state.is_scatter() => return None,
        it if it == x => y,
        it if it == y => x,
        _ => return None,
    };
    let (_, other) = data.figure(figure.region, other)?;
    let place = words::source_and_place(data, &other.locator, t);
    Some((link(data, other, t), t.scatter_drawer_place(place, other.printed.as_str())))
}

/// What the region reports instead, with the reason why it is not the same.
fn related(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    t: &Texts,
) -> Vec<(FigureLink, String)> {
    data.related(indicator)
        .filter_map(|(other, reason)| {
            let (_, figure) = data.figure(region, other)?;
            Some((link(data, figure, t), reason.get(t.lang()).to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::drawer;
    use crate::{
        i18n::texts,
        model::{Dataset, Lang},
        state::ViewState,
    };

    fn shipped() -> Dataset {
        crate::files::built_in().unwrap().data
    }

    fn at(region: &str, indicator: &str, lang: Lang) -> super::DrawerScene {
        let state = ViewState {
            lang,
            selected: Some(region.into()),
            indicator: Some(indicator.into()),
            ..ViewState::default()
        };
        drawer(&shipped(), &state, texts(lang))
    }

    #[test]
    fn a_citation_names_place_number_time_and_source_in_its_language() {
        let zh = at("huzhou", "employment_rate", Lang::Zh).citation;
        for part in ["湖州市", "72.75%", "2023 年", "浙江推进残疾人事业高质量发展", "第 "]
        {
            assert!(zh.contains(part), "{part} in {zh}");
        }
        let en = at("huzhou", "employment_rate", Lang::En).citation;
        for part in ["Huzhou", "72.75%", "2023", "review of 2023", "item "] {
            assert!(en.contains(part), "{part} in {en}");
        }
    }

    #[test]
    fn what_is_not_reported_has_no_citation_and_no_place() {
        let scene = at("ningbo", "employment_rate", Lang::En);
        assert_eq!(scene.value, "not reported");
        assert!(scene.citation.is_empty() && scene.place.is_empty() && scene.position.is_none());
        assert!(!scene.definition.is_empty());
    }

    #[test]
    fn the_same_item_is_told_by_links_to_its_other_figures() {
        let scene = at("zhejiang", "new_stable_employment", Lang::En);
        assert!(scene.same_item.iter().any(|it| it.open.indicator == "accessible_places"));
        assert!(!scene.same_item.iter().any(|it| it.open.indicator == "new_stable_employment"));
        assert!(!scene.highlights.is_empty());
    }

    #[test]
    fn every_figure_of_a_city_is_reached_by_going_on() {
        let data = shipped();
        let city = data.region_by_id("huzhou").unwrap();
        let mut state = ViewState { selected: Some("huzhou".into()), ..ViewState::default() };
        let mut seen = Vec::new();
        // From an indicator that the city lacks, the first of its figures follows.
        state.indicator = Some("para_games_golds".into());
        while let Some(open) = crate::state::figure_beside(&state, &data, 1) {
            state.open = Some(open.clone());
            seen.push(open.indicator);
        }
        assert_eq!(seen.len(), data.figures_of_region(city).count());
    }
}
