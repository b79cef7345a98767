//! Pages of words about what is on the screen, read paragraph by paragraph like the help: an
//! overview, a city among its neighbours, a figure as words and table.

use super::{
    Scene,
    help::{Block, Line},
    scene::table::heading,
};
use crate::{
    analysis::{self, ComparisonRow, Direction, Neighbour, Verdict},
    figure::{Content, comparison::Difference, marks, words},
    i18n::Texts,
    model::{Dataset, IndicatorIx, RegionIx},
    state::{TableColumn, ViewState},
};

/// A page to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its name.
    pub name: String,
    /// Its parts.
    pub blocks: Vec<Block>,
}

impl Page {
    fn new(name: String) -> Self {
        let title = Block::Heading { level: 1, line: Line::plain(name.as_str()) };
        Self { name, blocks: vec![title] }
    }

    fn say(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.blocks.push(Block::Paragraph(Line::plain(text)));
        }
    }

    fn item(&mut self, text: impl Into<String>) {
        let line = Line::plain(text);
        self.blocks.push(Block::Item { depth: 0, marker: "•".to_owned(), line });
    }

    fn head(&mut self, text: &str) {
        self.blocks.push(Block::Heading { level: 2, line: Line::plain(text) });
    }
}

/// What is on the screen, and what can be done next.
#[must_use]
pub fn screen(data: &Dataset, state: &ViewState, scene: &Scene, t: &Texts) -> Page {
    let mut page = Page::new(t.screen_title().to_owned());
    let name = |ix: RegionIx| words::region(data, ix, t).to_owned();
    page.say(t.named_value(data.title().get(t.lang()), scene.status.as_str()));
    page.say(t.named_value(t.screen_tab(), state.tab.command().name(t)));
    page.say(t.named_value(
        t.screen_city(),
        scene.selected.map_or_else(|| t.screen_none().to_owned(), name),
    ));
    page.say(t.named_value(
        t.screen_second(),
        scene.compared.map_or_else(|| t.screen_none().to_owned(), name),
    ));
    if let Some(ix) = state.indicator_ix(data) {
        let coverage = t.screen_coverage(data.reporting_cities(ix), data.cities().len());
        page.say(t.named_value(t.picker_name(), words::indicator(data, ix, t)));
        page.say(coverage);
    }
    if let Some(Ok(content)) = &scene.figure {
        page.say(t.named_value(t.screen_figure(), content.title.as_str()));
        page.say(content.takeaway.as_str());
    }
    page.head(t.screen_next());
    for text in [t.screen_next_parts(), t.screen_next_city(), t.screen_next_second()] {
        page.item(text);
    }
    page.item(t.screen_next_table());
    page.item(t.screen_next_keys());
    page
}

/// How `region` stands to those around it under `indicator`, and where they lie.
#[must_use]
pub fn neighbours(data: &Dataset, region: RegionIx, indicator: IndicatorIx, t: &Texts) -> Page {
    let name = words::region(data, region, t);
    let mut page = Page::new(t.neighbours_title(name));
    let own = value_of(data, region, indicator, t);
    page.say(t.spoken_cell(name, words::indicator(data, indicator, t), own.as_str()));
    let around = analysis::neighbours(data, region);
    if around.is_empty() {
        page.say(t.neighbours_none(name));
    }
    for it in &around {
        page.item(neighbour(data, region, *it, indicator, t));
    }
    page
}

fn value_of(data: &Dataset, region: RegionIx, indicator: IndicatorIx, t: &Texts) -> String {
    data.figure(region, indicator)
        .map_or_else(|| t.not_reported().to_owned(), |(_, figure)| words::value(data, figure, t))
}

fn neighbour(
    data: &Dataset,
    region: RegionIx,
    it: Neighbour,
    indicator: IndicatorIx,
    t: &Texts,
) -> String {
    let name = words::region(data, it.region, t);
    let where_to = it.direction.map_or_else(|| t.neighbours_beside(), |way| direction(way, t));
    let place = if it.is_across_water {
        t.neighbours_across(where_to, name)
    } else {
        t.neighbours_at(where_to, name)
    };
    let mut said = vec![t.neighbours_value(place, value_of(data, it.region, indicator, t))];
    let figure = |region| data.figure(region, indicator).map(|(ix, _)| ix);
    let row = ComparisonRow {
        indicator_a: indicator,
        indicator_b: indicator,
        a: figure(region),
        b: figure(it.region),
        verdict: analysis::verdict(data, indicator, region, it.region),
    };
    if let Some(difference) = Difference::of(data, &row, false) {
        let names = (words::short(data, region, t), words::short(data, it.region, t));
        said.push(difference.spoken(names, t));
        if let Verdict::WithCare(reasons) = &row.verdict {
            said.push(t.neighbours_care().to_owned());
            said.extend(reasons.iter().map(|why| words::care(data, why, region, it.region, t)));
        }
    }
    said.retain(|it| !it.is_empty());
    said.join(t.sentence_gap())
}

fn direction(way: Direction, t: &Texts) -> &str {
    match way {
        Direction::North => t.direction_north(),
        Direction::NorthEast => t.direction_north_east(),
        Direction::East => t.direction_east(),
        Direction::SouthEast => t.direction_south_east(),
        Direction::South => t.direction_south(),
        Direction::SouthWest => t.direction_south_west(),
        Direction::West => t.direction_west(),
        Direction::NorthWest => t.direction_north_west(),
    }
}

/// A figure in words and as a table: a row for each of its marks.
#[must_use]
pub fn figure(data: &Dataset, content: &Content, t: &Texts) -> Page {
    let mut page = Page::new(content.title.clone());
    page.say(content.subtitle.as_str());
    page.say(content.takeaway.as_str());
    let marks = marks(data, content);
    // Remarks where there are any; an empty column would be read out row by row.
    let has_notes = marks.iter().any(|mark| !mark.reasons.is_empty());
    let columns = [
        TableColumn::Region,
        TableColumn::Indicator,
        TableColumn::Value,
        TableColumn::Period,
        TableColumn::Note,
    ];
    let shown = if has_notes { columns.len() } else { columns.len() - 1 };
    let head = columns.iter().take(shown).map(|it| Line::plain(heading(*it, t))).collect();
    let rows = marks
        .iter()
        .map(|mark| {
            let about = if mark.indicator_name.is_empty() {
                &mark.theme_name
            } else {
                &mark.indicator_name
            };
            [
                mark.region_name.as_str(),
                about,
                &mark.shown,
                &mark.period,
                &mark.reasons.join(t.sentence_gap()),
            ]
            .into_iter()
            .take(shown)
            .map(Line::plain)
            .collect()
        })
        .collect();
    page.blocks.push(Block::Table { head, rows });
    for note in &content.notes {
        page.say(note.as_str());
    }
    page.say(content.source.as_str());
    page
}
