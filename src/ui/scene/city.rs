//! The city tab: what one city achieved and what it reports.

use super::{is_context, open_of};
use crate::{
    analysis::{
        self,
        matching::{self, Key, Marks, Query},
    },
    figure::{change, words},
    i18n::Texts,
    model::{Dataset, HighlightIx, Observation, RegionIx},
    state::{OpenFigure, ViewState},
};

/// One figure of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureItem {
    /// The heading over it, where a theme begins.
    pub heading: Option<String>,
    /// Region and indicator ids.
    pub open: OpenFigure,
    /// The indicator's name.
    pub name: String,
    /// The value.
    pub value: String,
    /// How it changed since the period before, if there is one.
    pub change: String,
    /// Where it stands.
    pub place: String,
    /// What a search marked in the name.
    pub name_marks: Marks,
}

/// One highlight of a city.
#[derive(Clone, Debug, PartialEq)]
pub struct HighlightItem {
    /// The highlight.
    pub highlight: HighlightIx,
    /// The theme's name, where it differs from the item before.
    pub theme: Option<String>,
    /// A few words.
    pub headline: String,
    /// A sentence or two.
    pub text: String,
    /// Where it stands.
    pub place: String,
    /// What a search marked in the headline.
    pub headline_marks: Marks,
    /// What a search marked in the text.
    pub text_marks: Marks,
    /// Figures that the same item prints: name, value, ids.
    pub figures: Vec<(String, OpenFigure)>,
}

/// The city tab.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CityScene {
    /// The city's name.
    pub name: String,
    /// How much it reports.
    pub summary: String,
    /// Its highlights by theme.
    pub highlights: Vec<HighlightItem>,
    /// Its figures by theme.
    pub figures: Vec<FigureItem>,
}

/// What the city tab shows of `region`.
pub(super) fn city(data: &Dataset, state: &ViewState, region: RegionIx, t: &Texts) -> CityScene {
    let query = state.trail.as_ref().map(|it| Query::new(&it.words)).unwrap_or_default();
    let marks = |text: &str| matching::marks(&query, &Key::sentence(text));
    let mut highlights: Vec<_> = data.highlights_of(region).collect();
    highlights.sort_by_key(|(ix, it)| (it.theme, *ix));
    let mut theme = None;
    let highlights: Vec<HighlightItem> = highlights
        .into_iter()
        .map(|(ix, it)| {
            let name = (theme != Some(it.theme))
                .then(|| data.theme(it.theme).map(|it| it.name.get(t.lang()).to_owned()))
                .flatten();
            theme = Some(it.theme);
            // Facts are told by the highlight itself; numbers stand under the one that tells them.
            let figures = data.figures_at(&it.locator).filter(|(_, figure)| {
                figure.number().is_some() && teller(data, figure) == Some(ix)
            });
            HighlightItem {
                highlight: ix,
                theme: name,
                headline: it.headline.get(t.lang()).to_owned(),
                text: it.text.get(t.lang()).to_owned(),
                headline_marks: marks(it.headline.get(t.lang())),
                text_marks: marks(it.text.get(t.lang())),
                place: words::place(data, &it.locator, t),
                figures: figures
                    .map(|(_, figure)| {
                        let name = words::indicator(data, figure.indicator, t);
                        let value = words::value(data, figure, t);
                        (t.named_value(name, value), open_of(data, figure))
                    })
                    .collect(),
            }
        })
        .collect();
    let theme_of = |figure: &Observation| data.indicator(figure.indicator).map(|it| it.theme);
    let reported = analysis::figures_by_theme(data, region);
    let mut theme = None;
    let figures: Vec<FigureItem> = reported
        .into_iter()
        .filter_map(|ix| data.observation(ix))
        .map(|figure| {
            let own = theme_of(figure);
            let heading = (theme != own)
                .then(|| {
                    own.and_then(|it| data.theme(it)).map(|it| it.name.get(t.lang()).to_owned())
                })
                .flatten();
            theme = own;
            FigureItem {
                heading,
                open: open_of(data, figure),
                name: words::indicator(data, figure.indicator, t).to_owned(),
                value: words::value(data, figure, t),
                change: change::short(
                    data,
                    region,
                    figure.indicator,
                    &data.periods_of(figure.indicator),
                    t,
                ),
                place: words::place(data, &figure.locator, t),
                name_marks: marks(words::indicator(data, figure.indicator, t)),
            }
        })
        .collect();
    CityScene {
        name: words::region(data, region, t).to_owned(),
        summary: city_summary(data, region, t),
        highlights,
        figures,
    }
}

/// How many numbers, facts in words and highlights a region reports, background left out.
fn city_summary(data: &Dataset, region: RegionIx, t: &Texts) -> String {
    let reported: Vec<&Observation> = data
        .figures_of_region(region)
        .map(|(_, it)| it)
        .filter(|it| !is_context(data, it))
        .collect();
    let numbers = reported.iter().filter(|it| it.number().is_some()).count();
    let parts = [
        t.figures_counted(numbers),
        t.facts_counted(reported.len() - numbers),
        t.highlights_counted(data.highlights_of(region).count()),
    ];
    parts.join(" · ")
}

/// The highlight that a figure stands under: of those of its item and theme, the first that names
/// the number as printed, or else the first.
fn teller(data: &Dataset, figure: &Observation) -> Option<HighlightIx> {
    let theme = data.indicator(figure.indicator)?.theme;
    let is_digit = |c: &char| c.is_ascii_digit() || *c == '.';
    let digits: String =
        figure.printed.chars().skip_while(|c| !is_digit(c)).take_while(is_digit).collect();
    let candidates = || {
        data.highlights_of(figure.region)
            .filter(|(_, it)| it.locator == *figure.locator && it.theme == theme)
    };
    let naming = candidates().find(|(_, it)| it.text.zh.contains(&digits));
    naming.or_else(|| candidates().next()).map(|(ix, _)| ix)
}
