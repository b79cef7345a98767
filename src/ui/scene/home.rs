//! The home page: what the data set is, the root's headline figures, comparisons worth making, and
//! who reports what.

use std::collections::HashMap;

use super::{is_context, open_of};
use crate::{
    analysis::{self, Coverage, Subject, Suggestion, coverage::CoverageRow},
    figure::{FigureKind, words},
    i18n::Texts,
    model::{Dataset, IndicatorIx, Observation, ObservationIx, PeriodIx, RegionIx, ThemeIx},
    state::{Action, OpenFigure, Tab, TableView, ViewState},
};

/// How many comparisons are suggested.
const SUGGESTIONS: usize = 3;

/// A headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct CardItem {
    /// The value with its unit.
    pub value: String,
    /// What is counted.
    pub name: String,
    /// When.
    pub period: String,
    /// When, and where it is printed.
    pub detail: String,
    /// How much of the plan it is, where reported.
    pub completion: Option<String>,
    /// What choosing it shows.
    pub open: OpenFigure,
    /// What a screen reader says.
    pub spoken: String,
}

/// A comparison worth making.
#[derive(Clone, Debug, PartialEq)]
pub struct SuggestionItem {
    /// Whom it compares.
    pub title: String,
    /// What they report.
    pub sentence: String,
    /// The best verdict.
    pub verdict: String,
    /// Whether that is an unreserved one.
    pub is_direct: bool,
    /// What choosing it does.
    pub action: Action,
}

/// A city at the head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadItem {
    /// The city.
    pub region: RegionIx,
    /// Its short name.
    pub name: String,
    /// What choosing it does.
    pub action: Action,
}

/// One theme across the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeItem {
    /// Its name.
    pub name: String,
    /// What choosing it does.
    pub action: Action,
    /// Figures, highlights and the words for them, a city.
    pub cells: Vec<(usize, usize, String)>,
}

/// One indicator across the cities.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorItem {
    /// Its name.
    pub name: String,
    /// How many cities report it.
    pub coverage: String,
    /// What choosing its name does.
    pub action: Action,
    /// A figure a city with the words for it; without one, not reported.
    pub cells: Vec<Option<(OpenFigure, String)>>,
}

/// The indicators of one theme.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupItem {
    /// The theme's id.
    pub theme: String,
    /// The theme's name.
    pub name: String,
    /// How many indicators stand under it.
    pub count: usize,
    /// Whether they are folded away.
    pub is_folded: bool,
    /// The indicators, unless folded away.
    pub rows: Vec<IndicatorItem>,
}

/// The home page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeScene {
    /// The data set's title.
    pub title: String,
    /// What it is.
    pub lead: String,
    /// Heading over the cards.
    pub cards_heading: String,
    /// The root's headline figures.
    pub cards: Vec<CardItem>,
    /// Comparisons worth making.
    pub suggestions: Vec<SuggestionItem>,
    /// The cities: the columns of both matrices.
    pub heads: Vec<HeadItem>,
    /// City by theme.
    pub themes: Vec<ThemeItem>,
    /// City by indicator.
    pub groups: Vec<GroupItem>,
    /// How many indicators are shown of how many.
    pub shown: String,
}

/// What the home page shows in `state`.
pub(super) fn home(data: &Dataset, state: &ViewState, t: &Texts) -> HomeScene {
    let coverage = analysis::coverage(data);
    let least = state.home.least_cities;
    let shown = coverage.rows.iter().filter(|row| row.reported() >= least).count();
    HomeScene {
        title: data.title().get(t.lang()).to_owned(),
        lead: lead(data, &coverage, t),
        cards_heading: t.home_cards_heading(words::region(data, data.root(), t)),
        cards: cards(data, t),
        suggestions: analysis::suggestions(data, SUGGESTIONS)
            .iter()
            .filter_map(|it| suggestion(data, it, t))
            .collect(),
        heads: coverage.cities.iter().filter_map(|city| head(data, *city, t)).collect(),
        themes: themes(data, &coverage, t),
        groups: groups(data, state, &coverage, t),
        shown: t.home_rows_shown(shown, coverage.rows.len()),
    }
}

/// Title, time, extent and what is special, in two sentences.
fn lead(data: &Dataset, coverage: &Coverage, t: &Texts) -> String {
    let reported = || data.observations().map(|(_, it)| it).filter(|it| !is_context(data, it));
    let numbers = reported().filter(|it| it.number().is_some()).count();
    let mut periods: HashMap<PeriodIx, usize> = HashMap::new();
    for figure in reported() {
        *periods.entry(figure.period).or_default() += 1;
    }
    let usual = periods.into_iter().max_by_key(|(ix, count)| (*count, std::cmp::Reverse(*ix)));
    let own = coverage.rows.iter().filter(|row| !is_background(data, row.theme));
    let shared = own.clone().filter(|row| row.reported() > 1).count();
    t.home_lead(
        data.cities().len(),
        t.facts_counted(reported().count() - numbers),
        t.figures_counted(numbers),
        t.highlights_counted(data.highlights().count()),
        own.count(),
        usual.map_or("", |(ix, _)| words::period(data, ix, t)),
        words::region(data, data.root(), t),
        shared,
    )
}

fn is_background(data: &Dataset, theme: ThemeIx) -> bool {
    data.theme(theme).is_some_and(|it| it.is_context)
}

fn cards(data: &Dataset, t: &Texts) -> Vec<CardItem> {
    analysis::headlines(data, data.root())
        .into_iter()
        .filter_map(|headline| {
            let figure = data.observation(headline.figure)?;
            let name = words::indicator(data, figure.indicator, t).to_owned();
            let value = words::value(data, figure, t);
            let rate = headline.completion.and_then(|ix| data.observation(ix));
            let completion = rate.map(|it| t.home_of_target(words::value(data, it, t)));
            // The heading names the region, so the place needs no section.
            let place = figure.locator.words(None, t.lang());
            let period = words::period(data, figure.period, t).to_owned();
            let detail = format!("{period} · {place}");
            let spoken = [Some(t.named_value(name.as_str(), value.as_str())), completion.clone()];
            Some(CardItem {
                spoken: spoken.into_iter().flatten().collect::<Vec<_>>().join(t.sentence_mark()),
                value,
                name,
                period,
                detail,
                completion,
                open: open_of(data, figure),
            })
        })
        .collect()
}

fn suggestion(data: &Dataset, it: &Suggestion, t: &Texts) -> Option<SuggestionItem> {
    let is_direct = it.comparable > 0;
    let verdict = if is_direct { t.verdict_comparable() } else { t.verdict_with_care() };
    let (title, sentence, action) = match &it.subject {
        Subject::Pair { a, b, shared } => {
            let ids = (data.region(*a)?.id.clone(), data.region(*b)?.id.clone());
            let (short_a, short_b) = (words::short(data, *a, t), words::short(data, *b, t));
            (
                t.comparison_title(short_a, short_b),
                shared_numbers(data, shared, t)?,
                Action::CompareBoth(ids.0, ids.1),
            )
        }
        Subject::Indicator { indicator, figures } => {
            let id = data.indicator(*indicator)?.id.clone();
            let show = [Action::SetIndicator(id), Action::SetFigure(FigureKind::Ranking)];
            (
                t.cities_counted(figures.len()),
                span_of(data, *indicator, figures, t)?,
                Action::Together(show.to_vec()),
            )
        }
    };
    Some(SuggestionItem { title, sentence, verdict: verdict.to_owned(), is_direct, action })
}

/// The first number that both report, and how many more there are.
fn shared_numbers(data: &Dataset, shared: &[analysis::ComparisonRow], t: &Texts) -> Option<String> {
    let row = shared.first()?;
    let (a, b) = (data.observation(row.a?)?, data.observation(row.b?)?);
    let said = |figure: &Observation| {
        (words::short(data, figure.region, t), words::value(data, figure, t))
    };
    let ((name_a, value_a), (name_b, value_b)) = (said(a), said(b));
    let topic = words::indicator(data, row.indicator_a, t);
    let other = words::indicator(data, row.indicator_b, t);
    let sentence = if row.indicator_a == row.indicator_b {
        t.home_same_number(name_a, name_b, topic, value_a, value_b)
    } else {
        // Both names are long as a rule; the shorter one is the broader.
        let broader = if topic.chars().count() <= other.chars().count() { topic } else { other };
        t.home_near_numbers(name_a, name_b, broader, value_a, value_b)
    };
    let more = shared.len() - 1;
    Some(if more > 0 { t.home_and_more(more, sentence) } else { sentence })
}

/// The indicator with its largest and smallest figure.
fn span_of(
    data: &Dataset,
    indicator: IndicatorIx,
    figures: &[ObservationIx],
    t: &Texts,
) -> Option<String> {
    let (top, low) = (data.observation(*figures.first()?)?, data.observation(*figures.last()?)?);
    let has_related =
        figures.iter().filter_map(|ix| data.observation(*ix)).any(|it| it.indicator != indicator);
    let name = words::indicator(data, indicator, t);
    let topic = if has_related { t.home_and_related(name) } else { name.to_owned() };
    Some(t.home_span(
        words::value(data, top, t),
        words::short(data, top.region, t),
        words::value(data, low, t),
        words::short(data, low.region, t),
        topic,
    ))
}

fn to_city(data: &Dataset, city: RegionIx) -> Option<Action> {
    let id = data.region(city)?.id.clone();
    Some(Action::Together(vec![Action::ChooseA(id), Action::SetTab(Tab::City)]))
}

fn head(data: &Dataset, region: RegionIx, t: &Texts) -> Option<HeadItem> {
    let name = words::short(data, region, t).to_owned();
    Some(HeadItem { region, name, action: to_city(data, region)? })
}

/// Figures and highlights of each city under each theme, background left out.
fn themes(data: &Dataset, coverage: &Coverage, t: &Texts) -> Vec<ThemeItem> {
    let profiles: Vec<_> =
        coverage.cities.iter().map(|city| analysis::theme_profile(data, *city)).collect();
    let themes = data.themes().iter().enumerate().filter(|(_, theme)| !theme.is_context);
    themes
        .filter_map(|(at, theme)| {
            let name = theme.name.get(t.lang()).to_owned();
            let cells: Vec<_> = profiles
                .iter()
                .map(|profile| {
                    let counts = profile.themes.iter().find(|(ix, ..)| ix.at() == at);
                    let (highlights, figures) = counts.map_or((0, 0), |(_, h, f)| (*h, *f));
                    let city = words::region(data, profile.region, t);
                    (figures, highlights, spoken_counts(city, &name, figures, highlights, t))
                })
                .collect();
            let is_empty = cells.iter().all(|(figures, highlights, _)| figures + highlights == 0);
            let table = TableView { theme: Some(theme.id.clone()), ..TableView::default() };
            let show = [Action::SetTable(table), Action::SetTab(Tab::Table)];
            let action = Action::Together(show.to_vec());
            (!is_empty).then_some(ThemeItem { name, action, cells })
        })
        .collect()
}

fn spoken_counts(city: &str, theme: &str, figures: usize, highlights: usize, t: &Texts) -> String {
    if figures + highlights == 0 {
        return t.spoken_cell(city, theme, t.not_reported());
    }
    let counts = [t.items_counted(figures), t.highlights_counted(highlights)];
    t.spoken_cell(city, theme, counts.join(t.list_mark()))
}

fn groups(data: &Dataset, state: &ViewState, coverage: &Coverage, t: &Texts) -> Vec<GroupItem> {
    let mut groups: Vec<GroupItem> = Vec::new();
    let rows = coverage.rows.iter().filter(|row| row.reported() >= state.home.least_cities);
    for row in rows {
        let Some(theme) = data.theme(row.theme) else { continue };
        if groups.last().is_none_or(|group| group.theme != theme.id) {
            groups.push(GroupItem {
                theme: theme.id.clone(),
                name: theme.name.get(t.lang()).to_owned(),
                count: 0,
                is_folded: state.home.folded.contains(&theme.id),
                rows: Vec::new(),
            });
        }
        if let Some(group) = groups.last_mut() {
            group.count += 1;
            if !group.is_folded {
                group.rows.extend(indicator_row(data, row, &coverage.cities, t));
            }
        }
    }
    groups
}

fn indicator_row(
    data: &Dataset,
    row: &CoverageRow,
    cities: &[RegionIx],
    t: &Texts,
) -> Option<IndicatorItem> {
    let about = data.indicator(row.indicator)?;
    let name = about.name.get(t.lang()).to_owned();
    let cells = row.figures.iter().zip(cities).map(|(figure, city)| {
        let figure = figure.and_then(|ix| data.observation(ix))?;
        let value = words::value(data, figure, t);
        let spoken = t.spoken_cell(words::short(data, *city, t), name.as_str(), value);
        Some((open_of(data, figure), spoken))
    });
    Some(IndicatorItem {
        cells: cells.collect(),
        coverage: format!("{}/{}", row.reported(), cities.len()),
        action: Action::Together(vec![
            Action::SetIndicator(about.id.clone()),
            Action::SetFigure(FigureKind::Ranking),
        ]),
        name,
    })
}
