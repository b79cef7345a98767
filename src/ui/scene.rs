//! Everything the window shows, worked out once for each change of the view, so that a frame only
//! lays out and paints.

use crate::{
    analysis::{self, Order},
    figure::{self, Content, FigureKind, Unavailable, map::MapBody, words},
    i18n::{Texts, number, texts},
    model::{Dataset, HighlightIx, IndicatorIx, Observation, ObservationIx, RegionIx, Value},
    state::{OpenFigure, Tab, ViewState},
};

/// One row of the city list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// The city.
    pub region: RegionIx,
    /// Its rank, or a dot.
    pub rank: String,
    /// Its name.
    pub name: String,
    /// Value or "not reported".
    pub value: String,
    /// The bar beside it.
    pub fraction: Option<f32>,
    /// Whether it reports the indicator.
    pub is_reported: bool,
}

/// One indicator in the picker.
#[derive(Clone, Debug, PartialEq)]
pub struct PickerRow {
    /// The heading over it, where a theme begins.
    pub heading: Option<String>,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many cities report it.
    pub coverage: String,
    /// Both names in lower case, to filter by.
    pub key: String,
    /// Whether at least one city reports it.
    pub is_reported: bool,
}

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
    /// Where it stands.
    pub place: String,
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

/// The source drawer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawerScene {
    /// Region and indicator.
    pub heading: String,
    /// Value, or "not reported".
    pub value: String,
    /// The number as printed, with its qualifier.
    pub printed: String,
    /// Source and place.
    pub place: String,
    /// What else the same item says; for what is not reported, the definition.
    pub also: String,
    /// Care and notes.
    pub notes: Vec<String>,
}

/// One row of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Region, indicator, value, period, printed, place.
    pub cells: [String; 6],
    /// Whose it is.
    pub region: RegionIx,
    /// Ids to open it by.
    pub open: OpenFigure,
}

/// Everything the window shows.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Region A.
    pub selected: Option<RegionIx>,
    /// Region B.
    pub compared: Option<RegionIx>,
    /// The chosen indicator.
    pub indicator: Option<IndicatorIx>,
    /// The chosen indicator's name.
    pub indicator_name: String,
    /// Its definition.
    pub indicator_definition: String,
    /// Whether it may be shown per 10,000 residents.
    pub allows_per_residents: bool,
    /// How many cities report it, and how many do not.
    pub coverage: (usize, usize),
    /// The map.
    pub map: MapBody,
    /// The province in the list.
    pub root_row: Option<ListRow>,
    /// The list.
    pub list: Vec<ListRow>,
    /// The indicator picker.
    pub picker: Vec<PickerRow>,
    /// The figure of the chosen tab, where it has one.
    pub figure: Option<Result<Content, Unavailable>>,
    /// Which figures are possible, and why the others are not.
    pub possible: Vec<(FigureKind, Option<String>)>,
    /// The city tab.
    pub city: CityScene,
    /// The source drawer.
    pub drawer: DrawerScene,
    /// The table tab.
    pub table: Vec<TableRow>,
    /// The status bar's words on the data set.
    pub status: String,
}

impl Scene {
    /// Works out what `state` shows of `data`.
    #[must_use]
    pub fn new(data: &Dataset, state: &ViewState) -> Self {
        let t = texts(state.lang);
        let selected = state.selected_ix(data);
        let compared = state.compared_ix(data);
        let indicator = state.indicator_ix(data);
        let reporting = indicator.map_or(0, |it| data.reporting_cities(it));
        let about = indicator.and_then(|it| data.indicator(it));
        let (root_row, list) = list(data, state, indicator, t);
        Self {
            selected,
            compared,
            indicator,
            indicator_name: about.map_or(String::new(), |it| it.name.get(state.lang).to_owned()),
            indicator_definition: about
                .map_or(String::new(), |it| it.definition.get(state.lang).to_owned()),
            allows_per_residents: about.is_some_and(|it| it.per_residents)
                && data.residents().is_some(),
            coverage: (reporting, data.cities().len() - reporting),
            map: figure::map::body(data, indicator, state.is_per_residents, t),
            root_row,
            list,
            picker: picker(data, t),
            figure: current_figure(data, state),
            possible: possible(data, state),
            city: selected.map_or_else(CityScene::default, |it| city(data, it, t)),
            drawer: drawer(data, state, t),
            table: if state.tab == Tab::Table {
                table(data, t)
            } else {
                Vec::new()
            },
            status: status(data, t),
        }
    }
}

fn current_figure(data: &Dataset, state: &ViewState) -> Option<Result<Content, Unavailable>> {
    let kind = match state.tab {
        Tab::Compare => FigureKind::Comparison,
        Tab::Coverage => FigureKind::Coverage,
        Tab::Plots => state.figure,
        Tab::City | Tab::Table => return None,
    };
    Some(figure::content(data, &state.figure_spec(data, kind)))
}

fn possible(data: &Dataset, state: &ViewState) -> Vec<(FigureKind, Option<String>)> {
    if state.tab != Tab::Plots {
        return Vec::new();
    }
    FigureKind::ALL
        .into_iter()
        .map(|kind| {
            let fault = figure::content(data, &state.figure_spec(data, kind)).err();
            (kind, fault.map(|Unavailable(why)| why))
        })
        .collect()
}

fn list(
    data: &Dataset,
    state: &ViewState,
    indicator: Option<IndicatorIx>,
    t: &Texts,
) -> (Option<ListRow>, Vec<ListRow>) {
    let name = |region| words::region(data, region, t).to_owned();
    let Some(indicator) = indicator else {
        return (None, Vec::new());
    };
    let ranking = analysis::ranking(data, indicator, state.order, state.is_per_residents);
    let largest = ranking
        .figures
        .iter()
        .map(|it| it.value)
        .fold(0.0, f64::max);
    let row = |region: RegionIx, ranked: Option<&analysis::RankedFigure>| {
        let figure = data.figure(region, indicator).map(|(_, figure)| figure);
        let value = match (figure, ranked) {
            (Some(figure), Some(ranked)) if ranking.is_per_residents => {
                format!(
                    "{}{}",
                    number::sign(figure.qualifier),
                    per_residents(ranked.value, t)
                )
            }
            (Some(figure), _) if matches!(figure.value, Value::Fact(_)) => t.tile_fact().to_owned(),
            (Some(figure), _) => words::value(data, figure, t),
            (None, _) => t.not_reported().to_owned(),
        };
        ListRow {
            region,
            rank: ranked.map_or_else(|| "·".to_owned(), |it| it.rank.to_string()),
            name: name(region),
            value,
            fraction: ranked
                .filter(|_| largest > 0.0)
                .map(|it| (it.value / largest) as f32),
            is_reported: figure.is_some(),
        }
    };
    let root = ListRow {
        rank: String::new(),
        ..row(data.root(), None)
    };
    let cities = match state.order {
        // By value: those with a number, those with words, those without, each in its order.
        Order::Value => ranking
            .figures
            .iter()
            .map(|it| it.region)
            .chain(ranking.facts.iter().map(|(region, _)| *region))
            .chain(ranking.not_applicable.iter().copied())
            .chain(ranking.not_reported.iter().copied())
            .collect(),
        order => in_order(data, order),
    };
    let rows = cities
        .into_iter()
        .map(|city: RegionIx| row(city, ranking.figures.iter().find(|it| it.region == city)))
        .collect();
    (Some(root), rows)
}

fn in_order(data: &Dataset, order: Order) -> Vec<RegionIx> {
    let mut cities = data.cities().to_vec();
    if order == Order::Name {
        cities.sort_by_key(|city| data.region(*city).map(|it| it.id.clone()));
    }
    cities
}

fn per_residents(value: f64, t: &Texts) -> String {
    let rounded = (value * 1000.0).round() / 1000.0;
    number::plain(rounded, crate::model::UnitKind::Count, t.lang())
}

fn picker(data: &Dataset, t: &Texts) -> Vec<PickerRow> {
    let mut rows: Vec<(IndicatorIx, _)> = data.indicators().collect();
    rows.sort_by_key(|(ix, it)| (it.theme, std::cmp::Reverse(data.reporting_cities(*ix)), *ix));
    let mut theme = None;
    rows.into_iter()
        .map(|(ix, it)| {
            let heading = (theme != Some(it.theme))
                .then(|| {
                    data.theme(it.theme)
                        .map(|it| it.name.get(t.lang()).to_owned())
                })
                .flatten();
            theme = Some(it.theme);
            let reporting = data.reporting_cities(ix);
            PickerRow {
                heading,
                id: it.id.clone(),
                name: it.name.get(t.lang()).to_owned(),
                coverage: if reporting > 0 {
                    format!("{reporting}/{}", data.cities().len())
                } else {
                    words::short(data, data.root(), t).to_owned()
                },
                key: format!("{} {} {}", it.name.zh, it.name.en, it.id).to_lowercase(),
                is_reported: reporting > 0,
            }
        })
        .collect()
}

fn open_of(data: &Dataset, figure: &Observation) -> OpenFigure {
    OpenFigure {
        region: data
            .region(figure.region)
            .map_or(String::new(), |it| it.id.clone()),
        indicator: data
            .indicator(figure.indicator)
            .map_or(String::new(), |it| it.id.clone()),
    }
}

fn city(data: &Dataset, region: RegionIx, t: &Texts) -> CityScene {
    let mut highlights: Vec<_> = data.highlights_of(region).collect();
    highlights.sort_by_key(|(ix, it)| (it.theme, *ix));
    let mut theme = None;
    let highlights: Vec<HighlightItem> = highlights
        .into_iter()
        .map(|(ix, it)| {
            let name = (theme != Some(it.theme))
                .then(|| {
                    data.theme(it.theme)
                        .map(|it| it.name.get(t.lang()).to_owned())
                })
                .flatten();
            theme = Some(it.theme);
            let figures = data.figures_at(&it.locator).filter(|(_, figure)| {
                data.indicator(figure.indicator)
                    .is_some_and(|about| about.theme == it.theme)
            });
            HighlightItem {
                highlight: ix,
                theme: name,
                headline: it.headline.get(t.lang()).to_owned(),
                text: it.text.get(t.lang()).to_owned(),
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
    let mut reported: Vec<(ObservationIx, &Observation)> = data.figures_of_region(region).collect();
    let theme_of = |figure: &Observation| data.indicator(figure.indicator).map(|it| it.theme);
    reported.sort_by_key(|(ix, figure)| (theme_of(figure), *ix));
    let mut theme = None;
    let figures: Vec<FigureItem> = reported
        .into_iter()
        .map(|(_, figure)| {
            let own = theme_of(figure);
            let heading = (theme != own)
                .then(|| {
                    own.and_then(|it| data.theme(it))
                        .map(|it| it.name.get(t.lang()).to_owned())
                })
                .flatten();
            theme = own;
            FigureItem {
                heading,
                open: open_of(data, figure),
                name: words::indicator(data, figure.indicator, t).to_owned(),
                value: words::value(data, figure, t),
                place: words::place(data, &figure.locator, t),
            }
        })
        .collect();
    let profile = analysis::theme_profile(data, region);
    CityScene {
        name: words::region(data, region, t).to_owned(),
        summary: t.city_summary(profile.figures(), profile.highlights()),
        highlights,
        figures,
    }
}

fn drawer(data: &Dataset, state: &ViewState, t: &Texts) -> DrawerScene {
    let region = state
        .open
        .as_ref()
        .map(|it| it.region.as_str())
        .or(state.selected.as_deref());
    let indicator = state
        .open
        .as_ref()
        .map(|it| it.indicator.as_str())
        .or(state.indicator.as_deref());
    let (Some(region), Some(indicator)) = (
        region.and_then(|id| data.region_by_id(id)),
        indicator.and_then(|id| data.indicator_by_id(id)),
    ) else {
        return DrawerScene {
            heading: t.drawer_empty().to_owned(),
            ..DrawerScene::default()
        };
    };
    let heading = t.drawer_heading(
        words::indicator(data, indicator, t),
        words::region(data, region, t),
    );
    let definition = data
        .indicator(indicator)
        .map_or("", |it| it.definition.get(t.lang()));
    let Some((ix, figure)) = data.figure(region, indicator) else {
        return DrawerScene {
            heading,
            value: t.not_reported().to_owned(),
            printed: t.drawer_not_zero().to_owned(),
            place: String::new(),
            also: definition.to_owned(),
            notes: related_notes(data, region, indicator, t),
        };
    };
    let said = words::qualifier(figure.qualifier, t);
    let printed = if said.is_empty() {
        t.drawer_printed(figure.printed.as_str())
    } else {
        t.drawer_printed_qualified(figure.printed.as_str(), said)
    };
    let others: Vec<String> = data
        .figures_at(&figure.locator)
        .filter(|(other, it)| *other != ix && it.region == figure.region)
        .map(|(_, it)| {
            t.named_value(
                words::indicator(data, it.indicator, t),
                words::value(data, it, t),
            )
        })
        .collect();
    let notes = [&figure.care, &figure.note]
        .into_iter()
        .flatten()
        .map(|text| text.get(t.lang()).to_owned())
        .collect();
    DrawerScene {
        heading,
        value: words::value(data, figure, t),
        printed,
        place: words::source_and_place(data, &figure.locator, t),
        also: if others.is_empty() {
            definition.to_owned()
        } else {
            t.drawer_also(others.join(t.sentence_mark()))
        },
        notes,
    }
}

/// What the region reports instead, with the reason why it is not the same.
fn related_notes(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    t: &Texts,
) -> Vec<String> {
    data.related(indicator)
        .filter_map(|(other, reason)| {
            let (_, figure) = data.figure(region, other)?;
            let named = t.named_value(
                words::indicator(data, other, t),
                words::value(data, figure, t),
            );
            Some(t.drawer_related(named, reason.get(t.lang())))
        })
        .collect()
}

fn table(data: &Dataset, t: &Texts) -> Vec<TableRow> {
    data.observations()
        .map(|(_, figure)| TableRow {
            cells: [
                words::region(data, figure.region, t).to_owned(),
                words::indicator(data, figure.indicator, t).to_owned(),
                words::value(data, figure, t),
                words::period(data, figure.period, t).to_owned(),
                figure.printed.clone(),
                words::source_and_place(data, &figure.locator, t),
            ],
            region: figure.region,
            open: open_of(data, figure),
        })
        .collect()
}

fn status(data: &Dataset, t: &Texts) -> String {
    let context = data
        .observations()
        .filter(|(_, figure)| {
            data.indicator(figure.indicator)
                .and_then(|it| data.theme(it.theme))
                .is_some_and(|theme| theme.is_context)
        })
        .count();
    let figures = data.observations().count() - context;
    t.status_counts(
        data.cities().len(),
        context,
        figures,
        data.highlights().count(),
    )
}
