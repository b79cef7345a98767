//! Everything the window shows, worked out once for each change of the view, so that a frame only
//! lays out and paints.

mod axes;
mod city;
mod compare;
mod drawer;
mod home;
mod list;
mod offers;
mod periods;
mod results;
mod search;
pub mod table;

pub use axes::AxisScene;
pub use city::{CityScene, FigureItem, HighlightItem};
pub use compare::{CityChoice, CompareScene, Suggestion};
pub use drawer::{DrawerScene, FigureLink, WebAddress, citation};
pub use home::{
    CardItem, GroupItem, HeadItem, HomeScene, IndicatorItem, SuggestionItem, ThemeItem,
};
pub use list::ListRow;
pub use offers::FigureChoice;
pub use periods::{PeriodLack, PeriodScene};
pub use results::{Choice, ResultRow, Results};
pub use search::{SearchEntry, SearchGroup, SearchIndex};
pub use table::{TableRow, TableScene};

use std::sync::Arc;

use crate::{
    analysis::{self, scatter},
    figure::{self, Content, FigureKind, Unavailable, map::MapBody, words},
    i18n::{Texts, texts},
    model::{Dataset, IndicatorIx, Observation, RegionIx},
    state::{OpenFigure, Tab, ViewState},
};

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
    /// The indicator.
    pub indicator: IndicatorIx,
    /// Whether at least one city reports it.
    pub is_reported: bool,
    /// Why it cannot be chosen here.
    pub why_not: Option<String>,
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
    /// The periods, where there is a choice.
    pub periods: Option<PeriodScene>,
    /// The map.
    pub map: MapBody,
    /// The values on the map.
    pub map_values: Vec<f64>,
    /// The province in the list.
    pub root_row: Option<ListRow>,
    /// The list.
    pub list: Vec<ListRow>,
    /// The indicator picker.
    pub picker: Vec<PickerRow>,
    /// The figure of the chosen tab, where it has one.
    pub figure: Option<Result<Content, Unavailable>>,
    /// Which figures are possible, and why the others are not.
    pub choices: Vec<FigureChoice>,
    /// The pickers across and upward, where a scatter plot is looked at.
    pub axes: Option<[AxisScene; 2]>,
    /// The city tab.
    pub city: CityScene,
    /// The compare tab's header.
    pub compare: CompareScene,
    /// The source drawer.
    pub drawer: DrawerScene,
    /// What search and palette can find.
    pub search: Arc<SearchIndex>,
    /// The home page.
    pub home: HomeScene,
    /// The table tab.
    pub table: TableScene,
    /// The status bar's words on the data set.
    pub status: String,
}

impl Scene {
    /// Works out what `state` shows of `data`.
    #[must_use]
    pub fn new(data: &Dataset, state: &ViewState) -> Self {
        Self::with(data, state, Arc::new(SearchIndex::new(data, texts(state.lang))))
    }

    /// Works out what `state` shows of `data`, with what still holds of this scene.
    #[must_use]
    pub fn after(&self, data: &Dataset, state: &ViewState) -> Self {
        if self.search.is_of(data, state.lang) {
            Self::with(data, state, Arc::clone(&self.search))
        } else {
            Self::new(data, state)
        }
    }

    fn with(data: &Dataset, state: &ViewState, search: Arc<SearchIndex>) -> Self {
        let t = texts(state.lang);
        let selected = state.selected_ix(data);
        let compared = state.compared_ix(data);
        let indicator = state.indicator_ix(data);
        let about = indicator.and_then(|it| data.indicator(it));
        let (root_row, list) = list::list(data, state, indicator, t);
        Self {
            selected,
            compared,
            indicator,
            indicator_name: about.map_or(String::new(), |it| it.name.get(state.lang).to_owned()),
            indicator_definition: about
                .map_or(String::new(), |it| it.definition.get(state.lang).to_owned()),
            allows_per_residents: allows_per_residents(data, state),
            periods: periods::periods(data, indicator, t),
            map: figure::map::body(data, indicator, state.is_per_residents, &state.map_look(), t),
            map_values: map_values(data, indicator, state),
            root_row,
            list,
            picker: picker_rows(data, t, |_| None),
            figure: current_figure(data, state),
            choices: if state.tab == Tab::Plots {
                offers::choices(data, state, t)
            } else {
                Vec::new()
            },
            axes: state.is_scatter().then(|| axes::axes(data, state, t)),
            city: selected.map_or_else(CityScene::default, |it| city::city(data, state, it, t)),
            compare: if state.tab == Tab::Compare {
                compare::compare(data, selected, compared, t)
            } else {
                CompareScene::default()
            },
            drawer: drawer::drawer(data, state, t),
            search,
            home: when(state, Tab::Coverage, || home::home(data, state, t)),
            table: when(state, Tab::Table, || table::table(data, state, t)),
            status: status(data, t),
        }
    }
}

/// What only one tab shows is worked out only there.
fn when<T: Default>(state: &ViewState, tab: Tab, make: impl FnOnce() -> T) -> T {
    if state.tab == tab { make() } else { T::default() }
}

fn map_values(data: &Dataset, indicator: Option<IndicatorIx>, state: &ViewState) -> Vec<f64> {
    let order = analysis::Order::Official;
    let ranking = indicator.map(|it| analysis::ranking(data, it, order, state.is_per_residents));
    ranking.map_or_else(Vec::new, |it| it.figures.iter().map(|figure| figure.value).collect())
}

fn current_figure(data: &Dataset, state: &ViewState) -> Option<Result<Content, Unavailable>> {
    let kind = match state.tab {
        Tab::Compare => FigureKind::Comparison,
        Tab::Plots => state.figure,
        Tab::Coverage | Tab::City | Tab::Table => return None,
    };
    Some(figure::content(data, &state.figure_spec(data, kind)))
}

/// Whether "per 10,000 residents" means something for what is looked at.
fn allows_per_residents(data: &Dataset, state: &ViewState) -> bool {
    let upward = state.is_scatter().then(|| state.indicator_y_ix(data)).flatten();
    let indicators = [state.indicator_ix(data), upward];
    indicators.into_iter().flatten().any(|ix| scatter::allows_per_residents(data, ix))
}

/// All indicators by theme; `why_not` says which cannot be chosen.
fn picker_rows(
    data: &Dataset,
    t: &Texts,
    why_not: impl Fn(IndicatorIx) -> Option<String>,
) -> Vec<PickerRow> {
    let mut rows: Vec<(IndicatorIx, _)> = data.indicators().collect();
    rows.sort_by_key(|(ix, it)| (it.theme, std::cmp::Reverse(data.reporting_cities(*ix)), *ix));
    let mut theme = None;
    rows.into_iter()
        .map(|(ix, it)| {
            let heading = (theme != Some(it.theme))
                .then(|| data.theme(it.theme).map(|it| it.name.get(t.lang()).to_owned()))
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
                indicator: ix,
                is_reported: reporting > 0,
                why_not: why_not(ix),
            }
        })
        .collect()
}

fn open_of(data: &Dataset, figure: &Observation) -> OpenFigure {
    OpenFigure {
        region: data.region(figure.region).map_or(String::new(), |it| it.id.clone()),
        indicator: data.indicator(figure.indicator).map_or(String::new(), |it| it.id.clone()),
    }
}

/// Whether a figure is background rather than what its region reports.
fn is_context(data: &Dataset, figure: &Observation) -> bool {
    data.indicator(figure.indicator)
        .and_then(|it| data.theme(it.theme))
        .is_some_and(|theme| theme.is_context)
}

fn status(data: &Dataset, t: &Texts) -> String {
    let all = || data.observations().map(|(_, figure)| figure);
    let context = all().filter(|it| is_context(data, it)).count();
    let numbers = all().filter(|it| !is_context(data, it) && it.number().is_some()).count();
    let facts = all().count() - context - numbers;
    let parts = [
        if data.root() == data.top() {
            t.status_places(data.cities().len())
        } else {
            t.status_parts(data.cities().len(), words::region(data, data.root(), t))
        },
        t.figures_counted(numbers),
        t.facts_counted(facts),
        t.context_counted(context),
        t.highlights_counted(data.highlights().count()),
    ];
    parts.join(" · ")
}
