//! What can be searched for: regions, indicators and highlights, by their words in both languages.

use crate::{
    figure::words,
    i18n::Texts,
    model::Dataset,
    state::{Action, Tab},
};

/// The groups that results stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchGroup {
    /// Regions.
    Region,
    /// Indicators.
    Indicator,
    /// Highlights.
    Highlight,
}

impl SearchGroup {
    /// The heading of the group.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Region => t.search_regions(),
            Self::Indicator => t.search_indicators(),
            Self::Highlight => t.search_highlights(),
        }
    }
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
    /// All its words in both languages, in lower case; ids are pinyin.
    pub key: String,
    /// What choosing it does.
    pub actions: Vec<Action>,
}

/// The most results shown of one group.
const MOST: usize = 6;

/// Everything that can be found in `data`.
pub(super) fn entries(data: &Dataset, t: &Texts) -> Vec<SearchEntry> {
    let regions = data.regions().iter().map(|region| SearchEntry {
        group: SearchGroup::Region,
        label: region.name.get(t.lang()).to_owned(),
        detail: region.name.get(t.lang().other()).to_owned(),
        key: format!("{} {} {}", region.name.zh, region.name.en, region.id).to_lowercase(),
        actions: vec![Action::Select(region.id.clone()), Action::SetTab(Tab::City)],
    });
    let indicators = data.indicators().map(|(ix, it)| SearchEntry {
        group: SearchGroup::Indicator,
        label: it.name.get(t.lang()).to_owned(),
        detail: t.coverage_of(data.reporting_cities(ix), data.cities().len()),
        key: format!("{} {} {}", it.name.zh, it.name.en, it.id).to_lowercase(),
        actions: vec![Action::SetIndicator(it.id.clone()), Action::SetTab(Tab::Plots)],
    });
    let highlights = data.highlights().filter_map(|(_, it)| {
        let region = data.region(it.region)?;
        let words = [&it.headline.zh, &it.headline.en, &it.text.zh, &it.text.en];
        Some(SearchEntry {
            group: SearchGroup::Highlight,
            label: it.headline.get(t.lang()).to_owned(),
            detail: words::short(data, it.region, t).to_owned(),
            key: words.map(String::as_str).join(" ").to_lowercase(),
            actions: vec![Action::Select(region.id.clone()), Action::SetTab(Tab::City)],
        })
    });
    regions.chain(indicators).chain(highlights).collect()
}

/// The entries that hold every word of `wanted`, a few of each group.
#[must_use]
pub fn find<'a>(entries: &'a [SearchEntry], wanted: &str) -> Vec<&'a SearchEntry> {
    let wanted = wanted.to_lowercase();
    let parts: Vec<&str> = wanted.split_whitespace().collect();
    if parts.is_empty() {
        return Vec::new();
    }
    [SearchGroup::Region, SearchGroup::Indicator, SearchGroup::Highlight]
        .into_iter()
        .flat_map(|group| {
            entries
                .iter()
                .filter(move |entry| entry.group == group)
                .filter(|entry| parts.iter().all(|part| entry.key.contains(part)))
                .take(MOST)
        })
        .collect()
}
