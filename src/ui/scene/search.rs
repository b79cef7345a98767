//! What can be searched for: regions, indicators, highlights, sources and commands, by their words
//! in both languages. Made once a data set and language.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use crate::{
    analysis::matching::{self, Key, Marks, Query},
    figure::{FigureKind, words},
    i18n::{Texts, texts},
    model::{Dataset, Item, Lang, Locator, SourceIx, Text},
    state::{Action, Command, Destination, OpenFigure, Tab, TrailEnd},
};

/// The groups that results stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchGroup {
    /// Regions.
    Region,
    /// Indicators.
    Indicator,
    /// Highlights.
    Highlight,
    /// Sources and their items.
    Source,
    /// Commands.
    Command,
    /// Kinds of figures.
    Figure,
}

impl SearchGroup {
    /// The groups of the search field.
    pub const SEARCH: &'static [Self] =
        &[Self::Region, Self::Indicator, Self::Highlight, Self::Source];
    /// The groups of the command palette.
    pub const PALETTE: &'static [Self] =
        &[Self::Command, Self::Region, Self::Indicator, Self::Figure];

    /// The heading of the group in the search field.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Region => t.search_regions(),
            Self::Indicator => t.search_indicators(),
            Self::Highlight => t.search_highlights(),
            Self::Source => t.search_sources(),
            Self::Command => t.palette_commands(),
            Self::Figure => t.palette_figures(),
        }
    }

    /// The heading of the group in the palette, where all are things to do.
    #[must_use]
    pub fn palette_name(self, t: &Texts) -> &str {
        match self {
            Self::Region => t.palette_cities(),
            Self::Indicator => t.palette_indicators(),
            other => other.name(t),
        }
    }
}

/// A text that is looked through but does not stand in the list.
#[derive(Clone, Debug, PartialEq)]
struct Passage {
    text: String,
    key: Key,
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchEntry {
    /// Its group.
    pub group: SearchGroup,
    /// What stands in the list.
    pub label: String,
    /// What stands beside it.
    pub detail: String,
    /// The command, where it is one.
    pub command: Option<Command>,
    label_key: Key,
    /// The key of the detail, where it is a name that can be typed.
    detail_key: Option<Key>,
    /// Names in the other language, then sentences in both.
    passages: Vec<Passage>,
    action: Action,
}

impl SearchEntry {
    fn new(group: SearchGroup, label: String, detail: String, action: Action) -> Self {
        let label_key = Key::name(&label);
        let (command, detail_key, passages) = (None, None, Vec::new());
        Self { group, label, detail, command, label_key, detail_key, passages, action }
    }

    /// The detail is a name too, for example the same name in the other language.
    fn with_named_detail(mut self) -> Self {
        self.detail_key = Some(Key::name(&self.detail));
        self
    }

    fn with_name(mut self, text: &str) -> Self {
        self.passages.push(Passage { text: text.to_owned(), key: Key::name(text) });
        self
    }

    fn with_sentences(mut self, texts: impl IntoIterator<Item = String>) -> Self {
        let passages = texts.into_iter().filter(|it| !it.is_empty());
        self.passages.extend(passages.map(|text| Passage { key: Key::sentence(&text), text }));
        self
    }

    /// What choosing it does; `words` are those that found it.
    #[must_use]
    pub fn action(&self, words: &str) -> Action {
        match self.action.clone() {
            Action::GoTo(place) => Action::GoTo(Destination { words: words.to_owned(), ..place }),
            other => other,
        }
    }

    /// How well it fits `query`, and what to mark in label, detail and an excerpt of its text.
    #[must_use]
    pub fn fit(&self, query: &Query) -> Option<Fit> {
        let mut keys = vec![&self.label_key];
        keys.extend(&self.detail_key);
        let shown = keys.len();
        keys.extend(self.passages.iter().map(|it| &it.key));
        let hit = matching::find(query, &keys)?;
        let mut marks = hit.marks.into_iter();
        let label = marks.next().unwrap_or_default();
        let detail = if shown > 1 { marks.next().unwrap_or_default() } else { Marks::new() };
        let is_told = !label.is_empty() || !detail.is_empty();
        let passage = self.passages.iter().zip(marks).find(|(_, marks)| !marks.is_empty());
        let excerpt =
            passage.filter(|_| !is_told).map(|(passage, marks)| excerpt(&passage.text, &marks));
        Some(Fit { score: hit.score, label, detail, excerpt })
    }
}

/// How an entry fits a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// The lesser the better.
    pub score: (matching::Rank, usize, usize),
    /// What to mark in the label.
    pub label: Marks,
    /// What to mark in the detail.
    pub detail: Marks,
    /// The stretch of text that holds the words, where label and detail do not, and its marks.
    pub excerpt: Option<(String, Marks)>,
}

/// Characters before the first mark that an excerpt shows.
const BEFORE: usize = 10;
/// Characters of an excerpt.
const EXCERPT: usize = 72;

/// The stretch of `text` around the first of `marks`.
fn excerpt(text: &str, marks: &[Range<usize>]) -> (String, Marks) {
    let first = marks.first().map_or(0, |it| it.start);
    let before = text.get(..first).unwrap_or_default();
    let from = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(at, _)| at);
    // An English word is not cut in its middle.
    let from = match before.get(from..).and_then(|it| it.find(' ')) {
        Some(space) if from > 0 => from + space + 1,
        _ => from,
    };
    let lead = if from > 0 { "…" } else { "" };
    let stretch: String = text.get(from..).unwrap_or_default().chars().take(EXCERPT).collect();
    let end = from + stretch.len();
    let moved = marks
        .iter()
        .filter(|it| it.start >= from && it.end <= end)
        .map(|it| it.start - from + lead.len()..it.end - from + lead.len());
    let marks = moved.collect();
    let tail = if end < text.len() { "…" } else { "" };
    (format!("{lead}{stretch}{tail}"), marks)
}

/// Everything that can be found, made ready.
#[derive(Clone, Debug, Default)]
pub struct SearchIndex {
    lang: Lang,
    sha256: String,
    /// All entries, group by group.
    pub entries: Vec<SearchEntry>,
    /// The names of regions in both languages, by position.
    pub regions: Vec<[Key; 2]>,
    /// The names of indicators in both languages, by position.
    pub indicators: Vec<[Key; 2]>,
    /// Searches to begin with.
    pub suggested: Vec<String>,
}

impl SearchIndex {
    /// Makes everything in `data` ready to be found by readers of `t`.
    #[must_use]
    pub fn new(data: &Dataset, t: &Texts) -> Self {
        // Search finds what is in sight and what is not.
        let data = &data.unseen();
        let both = |text: &Text| [Key::name(&text.zh), Key::name(&text.en)];
        let entries = [
            commands(data, t),
            regions(data, t),
            indicators(data, t),
            highlights(data, t),
            sources(data, t),
            figures(data, t),
        ];
        Self {
            lang: t.lang(),
            sha256: data.sha256().to_owned(),
            entries: entries.concat(),
            regions: data.regions().iter().map(|it| both(&it.name)).collect(),
            indicators: data.indicators().map(|(_, it)| both(&it.name)).collect(),
            suggested: suggested(data, t),
        }
    }

    /// Whether it was made of `data` for `lang`.
    #[must_use]
    pub fn is_of(&self, data: &Dataset, lang: Lang) -> bool {
        self.lang == lang && self.sha256 == data.sha256()
    }
}

/// How many searches are suggested.
const SUGGESTED: usize = 4;

/// The themes with the most highlights: words that lead somewhere.
fn suggested(data: &Dataset, t: &Texts) -> Vec<String> {
    let count = |theme: usize| data.highlights().filter(|(_, it)| it.theme.at() == theme).count();
    let mut themes: Vec<_> = data.themes().iter().enumerate().collect();
    themes.sort_by_cached_key(|(at, _)| std::cmp::Reverse(count(*at)));
    themes.into_iter().take(SUGGESTED).map(|(_, it)| it.name.get(t.lang()).to_owned()).collect()
}

fn commands(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let other = texts(t.lang().other());
    let offered = Command::ALL.iter().filter(|it| it.is_in_palette() && it.is_for(data));
    offered
        .map(|command| {
            let menu = command.spec().menu.name(t).to_owned();
            let label = command.name(t).to_owned();
            let entry = SearchEntry::new(SearchGroup::Command, label, menu, command.action());
            SearchEntry { command: Some(*command), ..entry.with_name(command.name(other)) }
        })
        .collect()
}

fn figures(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let other = texts(t.lang().other());
    let entry = |kind: FigureKind| {
        let label = kind.name(t).to_owned();
        SearchEntry::new(SearchGroup::Figure, label, String::new(), Action::SetFigure(kind))
            .with_name(kind.name(other))
    };
    FigureKind::ALL.into_iter().filter(|it| it.is_for(data)).map(entry).collect()
}

fn regions(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let entry = |region: &crate::model::Region| {
        let place = Destination {
            region: Some(region.id.clone()),
            tab: Some(Tab::City),
            ..Destination::default()
        };
        let label = region.name.get(t.lang()).to_owned();
        let detail = region.name.get(t.lang().other()).to_owned();
        SearchEntry::new(SearchGroup::Region, label, detail, Action::GoTo(place))
            .with_named_detail()
    };
    data.regions().iter().map(entry).collect()
}

fn indicators(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    data.indicators()
        .map(|(ix, it)| {
            let place = Destination {
                indicator: Some(it.id.clone()),
                tab: Some(Tab::Plots),
                ..Destination::default()
            };
            let detail =
                t.coverage_of(words::level(data), data.reporting_cities(ix), data.cities().len());
            let label = it.name.get(t.lang()).to_owned();
            SearchEntry::new(SearchGroup::Indicator, label, detail, Action::GoTo(place))
                .with_name(it.name.get(t.lang().other()))
        })
        .collect()
}

fn highlights(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let lang = t.lang();
    data.highlights()
        .filter_map(|(ix, it)| {
            let region = data.region(it.region)?;
            let place = Destination {
                region: Some(region.id.clone()),
                tab: Some(Tab::City),
                end: Some(TrailEnd::Highlight(ix.at())),
                ..Destination::default()
            };
            let detail = words::short(data, it.region, t).to_owned();
            let label = it.headline.get(lang).to_owned();
            let theme = data.theme(it.theme);
            let texts = [
                it.text.get(lang),
                theme.map_or("", |it| it.name.get(lang)),
                it.headline.get(lang.other()),
                it.text.get(lang.other()),
                theme.map_or("", |it| it.name.get(lang.other())),
            ];
            Some(
                SearchEntry::new(SearchGroup::Highlight, label, detail, Action::GoTo(place))
                    .with_sentences(texts.map(str::to_owned)),
            )
        })
        .collect()
}

/// Sources by their titles, then the items of each, by what they print.
fn sources(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let all = places(data);
    let mut out = Vec::new();
    for (at, source) in data.sources().iter().enumerate() {
        let ix = SourceIx::from(at);
        let places = all.get(&ix).map(Vec::as_slice).unwrap_or_default();
        let Some(first) = places.first().and_then(|it| figure_at(data, it)) else { continue };
        let label = source.title.get(t.lang()).to_owned();
        let detail = source.published.clone().unwrap_or_default();
        let names = [&source.short, &source.title].map(|it| [it.zh.clone(), it.en.clone()]);
        out.push(
            SearchEntry::new(SearchGroup::Source, label, detail, Action::GoTo(first))
                .with_sentences(names.into_iter().flatten()),
        );
        out.extend(places.iter().filter_map(|it| source_item(data, it, t)));
    }
    out
}

/// The items of each source that print figures, in the file's order.
fn places(data: &Dataset) -> HashMap<SourceIx, Vec<&Locator>> {
    let mut places: HashMap<SourceIx, Vec<&Locator>> = HashMap::new();
    let mut known: HashSet<&Locator> = HashSet::new();
    let mut last: Option<&Locator> = None;
    for (_, figure) in data.observations() {
        let locator: &Locator = &figure.locator;
        // Figures of one item stand one after the other and share it.
        if !last.is_some_and(|last| std::ptr::eq(last, locator)) && known.insert(locator) {
            places.entry(locator.source).or_default().push(locator);
        }
        last = Some(locator);
    }
    places
}

/// Where the first figure of an item is shown.
fn figure_at(data: &Dataset, locator: &Locator) -> Option<Destination> {
    let (_, figure) = data.figures_at(locator).next()?;
    let region = data.region(figure.region)?.id.clone();
    let indicator = data.indicator(figure.indicator)?.id.clone();
    let open = OpenFigure { region: region.clone(), indicator: indicator.clone() };
    Some(Destination {
        region: Some(region),
        indicator: Some(indicator),
        tab: Some(Tab::City),
        end: Some(TrailEnd::Figure(open)),
        ..Destination::default()
    })
}

fn source_item(data: &Dataset, locator: &Locator, t: &Texts) -> Option<SearchEntry> {
    // Rows of a table are the figures themselves, which the indicators already find.
    if matches!(locator.item, Item::Row(_)) {
        return None;
    }
    let place = figure_at(data, locator)?;
    let label = words::place(data, locator, t);
    let detail = data.source(locator.source)?.short.get(t.lang()).to_owned();
    let prints = |lang: Lang| {
        let figures = data.figures_at(locator).filter_map(|(_, it)| {
            let name = data.indicator(it.indicator)?.name.get(lang);
            Some(format!("{name} {}", it.printed))
        });
        figures.collect::<Vec<_>>().join(" · ")
    };
    Some(
        SearchEntry::new(SearchGroup::Source, label, detail, Action::GoTo(place))
            .with_sentences([prints(t.lang()), prints(t.lang().other())]),
    )
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::excerpt;

    #[test]
    fn an_excerpt_shows_the_words_and_keeps_their_marks() {
        let text = "一二三四五六七八九十十一十二康复服务";
        let at = text.find("康复").unwrap();
        let (shown, marks) = excerpt(text, from_ref(&(at..at + "康复".len())));
        assert!(shown.starts_with('…') && shown.ends_with("服务"), "{shown}");
        assert_eq!(marks.len(), 1);
        assert_eq!(shown.get(marks[0].clone()), Some("康复"));
        let (shown, marks) = excerpt("Sport for all", from_ref(&(0..5)));
        assert_eq!((shown.as_str(), marks.as_slice()), ("Sport for all", from_ref(&(0..5))));
    }
}
