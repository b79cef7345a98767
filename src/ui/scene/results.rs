//! Results of a search, grouped and cut, as search field and palette list them.

use super::{SearchEntry, SearchGroup, SearchIndex, search::Fit};
use crate::{
    analysis::matching::{self, Marks, Query, Rank},
    i18n::Texts,
    state::{Action, Command, Conditions},
};

/// Rows of a group that are shown until a person asks for more.
const FEW: usize = 5;

/// What choosing a row does.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Go there, or do it.
    Act(Action),
    /// Carry the command out.
    Run(Command),
    /// Search for these words.
    Search(String),
    /// Show all of a group.
    More(SearchGroup),
    /// Nothing; the row says why.
    Blocked,
}

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultRow {
    /// The heading over it, where a group begins.
    pub heading: Option<String>,
    /// What it is.
    pub label: String,
    /// What fits in the label.
    pub label_marks: Marks,
    /// What stands beside it.
    pub detail: String,
    /// What fits in the detail.
    pub detail_marks: Marks,
    /// The stretch of text that fits, and what fits in it.
    pub excerpt: Option<(String, Marks)>,
    /// The command, for its shortcut.
    pub command: Option<Command>,
    /// What choosing it does.
    pub choice: Choice,
}

impl ResultRow {
    fn plain(label: String, choice: Choice) -> Self {
        Self {
            heading: None,
            label,
            label_marks: Marks::new(),
            detail: String::new(),
            detail_marks: Marks::new(),
            excerpt: None,
            command: None,
            choice,
        }
    }
}

/// A list of results.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Results {
    /// Its rows.
    pub rows: Vec<ResultRow>,
    /// How many things were found, shown or not.
    pub total: usize,
}

/// One group with its hits, best first.
struct Group<'a> {
    kind: SearchGroup,
    best: Rank,
    hits: Vec<(&'a SearchEntry, Fit)>,
}

fn groups<'a>(index: &'a SearchIndex, wanted: &[SearchGroup], query: &Query) -> Vec<Group<'a>> {
    let mut out: Vec<Group<'a>> = Vec::new();
    for group in wanted {
        let entries = index.entries.iter().filter(|it| it.group == *group);
        let mut hits: Vec<_> =
            entries.filter_map(|entry| Some((entry, entry.fit(query)?))).collect();
        // Stable, so that equals keep the order of the data set.
        hits.sort_by_key(|(_, fit)| fit.score);
        if let Some((_, fit)) = hits.first() {
            out.push(Group { kind: *group, best: fit.score.0, hits });
        }
    }
    matching::keep_close(&mut out, |it| it.best);
    for group in &mut out {
        matching::keep_close(&mut group.hits, |(_, fit)| fit.score.0);
    }
    out.sort_by_key(|it| it.best);
    out
}

impl Results {
    /// What the search field lists for `text`; for an empty one, recent and suggested searches.
    #[must_use]
    pub fn of_search(
        index: &SearchIndex,
        text: &str,
        expanded: &[SearchGroup],
        recent: &[String],
        t: &Texts,
    ) -> Self {
        let query = Query::new(text);
        if query.is_empty() {
            return Self { rows: starting_points(index, recent, t), total: 0 };
        }
        let mut results = Self::default();
        for group in groups(index, SearchGroup::SEARCH, &query) {
            let heading = t.search_group(group.hits.len(), group.kind.name(t));
            results.push_group(group, heading, expanded, t, &|entry| {
                Choice::Act(entry.action(text.trim()))
            });
        }
        results
    }

    /// What the palette lists for `text`: `recent` commands first, and all of them for an empty
    /// text. What `now` does not allow is blocked and says why.
    #[must_use]
    pub fn of_palette(
        index: &SearchIndex,
        text: &str,
        expanded: &[SearchGroup],
        recent: &[Command],
        now: &Conditions,
        t: &Texts,
    ) -> Self {
        let query = Query::new(text);
        let choice = |entry: &SearchEntry| match entry.command {
            Some(command) if command.obstacle(now).is_some() => Choice::Blocked,
            Some(command) => Choice::Run(command),
            None => Choice::Act(entry.action("")),
        };
        let mut results = Self::default();
        if query.is_empty() {
            results.push_all_commands(index, recent, &choice, t);
        } else {
            for group in groups(index, SearchGroup::PALETTE, &query) {
                let heading = group.kind.palette_name(t).to_owned();
                results.push_group(group, heading, expanded, t, &choice);
            }
        }
        for row in &mut results.rows {
            let obstacle = row.command.and_then(|it| it.obstacle(now));
            if let Some(obstacle) = obstacle {
                row.detail = obstacle.words(t);
                row.detail_marks.clear();
            }
        }
        results
    }

    fn push_group(
        &mut self,
        group: Group<'_>,
        heading: String,
        expanded: &[SearchGroup],
        t: &Texts,
        choice: &dyn Fn(&SearchEntry) -> Choice,
    ) {
        let count = group.hits.len();
        self.total += count;
        // One more row costs no more than the row that would hide it.
        let is_whole = expanded.contains(&group.kind)
            || group.kind == SearchGroup::Command
            || count <= FEW + 1;
        let shown = if is_whole { count } else { FEW };
        let mut heading = Some(heading);
        for (entry, fit) in group.hits.into_iter().take(shown) {
            self.rows.push(ResultRow {
                heading: heading.take(),
                label_marks: fit.label,
                detail: entry.detail.clone(),
                detail_marks: fit.detail,
                excerpt: fit.excerpt,
                command: entry.command,
                ..ResultRow::plain(entry.label.clone(), choice(entry))
            });
        }
        if shown < count {
            let more = t.search_more(count - shown);
            self.rows.push(ResultRow::plain(more, Choice::More(group.kind)));
        }
    }

    fn push_all_commands(
        &mut self,
        index: &SearchIndex,
        recent: &[Command],
        choice: &dyn Fn(&SearchEntry) -> Choice,
        t: &Texts,
    ) {
        let entry = |command: Command| index.entries.iter().find(|it| it.command == Some(command));
        let used: Vec<_> = recent.iter().filter_map(|it| entry(*it)).collect();
        let rest = index
            .entries
            .iter()
            .filter(|it| it.command.is_some_and(|it| !recent.contains(&it)))
            .collect();
        for (name, entries) in [(t.palette_recent(), used), (t.palette_commands(), rest)] {
            let mut heading = Some(name.to_owned());
            self.total += entries.len();
            self.rows.extend(entries.into_iter().map(|it| ResultRow {
                heading: heading.take(),
                detail: it.detail.clone(),
                command: it.command,
                ..ResultRow::plain(it.label.clone(), choice(it))
            }));
        }
    }
}

/// Searches to begin with: recent ones, or else what most cities report.
fn starting_points(index: &SearchIndex, recent: &[String], t: &Texts) -> Vec<ResultRow> {
    let (name, words) = if recent.is_empty() {
        (t.search_suggested(), &index.suggested)
    } else {
        (t.search_recent(), &recent.to_vec())
    };
    let mut heading = Some(name.to_owned());
    words
        .iter()
        .map(|words| ResultRow {
            heading: heading.take(),
            ..ResultRow::plain(words.clone(), Choice::Search(words.clone()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Choice, Results};
    use crate::{
        files,
        i18n::texts,
        model::Lang,
        state::{Action, Command, Conditions, TrailEnd},
        ui::scene::{SearchGroup, SearchIndex},
    };

    fn index(lang: Lang) -> SearchIndex {
        SearchIndex::new(&files::built_in().unwrap().data, texts(lang))
    }

    fn search(text: &str, lang: Lang) -> Results {
        Results::of_search(&index(lang), text, &[], &[], texts(lang))
    }

    #[test]
    fn each_kind_is_found_in_both_languages_at_once() {
        for lang in Lang::ALL {
            for text in ["杭州", "hangzhou", "hangzhoushi", "Hangzhou"] {
                let first = search(text, lang).rows.into_iter().next().unwrap();
                let is_city = matches!(&first.choice, Choice::Act(Action::GoTo(place)) if place.region.as_deref() == Some("hangzhou"));
                assert!(is_city, "{text}: {first:?}");
            }
            for text in ["land area", "土地面积", "tdmj"] {
                let first = search(text, lang).rows.into_iter().next().unwrap();
                let is_area = matches!(&first.choice, Choice::Act(Action::GoTo(place)) if place.indicator.as_deref() == Some("land_area"));
                assert!(is_area, "{text}: {first:?}");
            }
        }
    }

    #[test]
    fn the_number_as_printed_leads_to_its_item() {
        let results = search("72.75", Lang::En);
        let is_item = |choice: &Choice| {
            matches!(choice, Choice::Act(Action::GoTo(place))
                if matches!(&place.end, Some(TrailEnd::Figure(it)) if it.region == "huzhou"))
        };
        let row = results.rows.iter().find(|it| is_item(&it.choice)).unwrap();
        let (text, marks) = row.excerpt.as_ref().unwrap();
        assert!(marks.iter().any(|it| text[it.clone()].contains("72.75")), "{text} {marks:?}");
    }

    #[test]
    fn groups_are_counted_cut_and_opened() {
        let (index, t) = (index(Lang::En), texts(Lang::En));
        let cut = Results::of_search(&index, "disabled", &[], &[], t);
        let more = cut.rows.iter().find_map(|it| match it.choice {
            Choice::More(group) => Some(group),
            _ => None,
        });
        let group = more.unwrap();
        let heading = cut.rows.iter().find_map(|it| it.heading.clone()).unwrap();
        assert!(heading.contains(" · "), "{heading}");
        let open = Results::of_search(&index, "disabled", &[group], &[], t);
        assert!(open.rows.len() > cut.rows.len());
        assert_eq!(open.total, cut.total);
        assert!(!open.rows.iter().any(|it| it.choice == Choice::More(group)));
    }

    #[test]
    fn recent_commands_stand_first_and_blocked_ones_say_why() {
        let (index, t) = (index(Lang::Zh), texts(Lang::Zh));
        let now = Conditions::default();
        let all = Results::of_palette(&index, "", &[], &[Command::ToggleTheme], &now, t);
        assert_eq!(all.rows[0].command, Some(Command::ToggleTheme));
        assert_eq!(all.rows[0].heading.as_deref(), Some(t.palette_recent()));
        let data = crate::load::embedded().unwrap();
        let is_offered = |it: &&Command| it.is_in_palette() && it.is_for(&data);
        let offered = Command::ALL.iter().filter(is_offered).count();
        assert_eq!(all.rows.len(), offered, "each command once");
        let swap = all.rows.iter().find(|it| it.command == Some(Command::Swap)).unwrap();
        assert_eq!(swap.choice, Choice::Blocked);
        assert_eq!(swap.detail, t.obstacle_no_second());
    }

    #[test]
    fn the_palette_finds_commands_in_both_languages() {
        for lang in Lang::ALL {
            let now = Conditions::default();
            for (text, command) in [
                ("save fig", Command::SaveFigure),
                ("bctb", Command::SaveFigure),
                ("深色", Command::ThemeDark),
            ] {
                let found = Results::of_palette(&index(lang), text, &[], &[], &now, texts(lang));
                assert_eq!(found.rows[0].command, Some(command), "{text} {lang:?}");
            }
        }
    }

    #[test]
    fn nothing_typed_suggests_and_nothing_found_is_empty() {
        let suggested = search("", Lang::En);
        assert!(suggested.rows.iter().all(|it| matches!(it.choice, Choice::Search(_))));
        assert!(!suggested.rows.is_empty());
        assert_eq!(search("zzzqqq", Lang::En), Results::default());
    }

    #[test]
    fn every_group_of_the_field_is_in_the_index() {
        let index = index(Lang::Zh);
        for group in SearchGroup::SEARCH.iter().chain(SearchGroup::PALETTE) {
            assert!(index.entries.iter().any(|it| it.group == *group), "{group:?}");
        }
    }
}
