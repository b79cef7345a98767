//! A change of the view as one sentence.

use super::Way;
use crate::{
    analysis::{Classing, Order},
    figure::{MapKind, comparison::CompareFilter, words},
    i18n::Texts,
    model::{Dataset, Lang},
    state::{Command, FileEdits, MotionChoice, OpenFigure, TableView, ThemeChoice, ViewState},
    ui::{main_area, scene::table},
};

/// What became of `before` in the words of `t`; nothing where a listener needs none.
///
/// `rows` are the table's rows that are shown, and all there are.
#[must_use]
pub fn sentence(
    before: &ViewState,
    after: &ViewState,
    data: &Dataset,
    way: Way,
    rows: (usize, usize),
    t: &Texts,
) -> Option<String> {
    let change = Change { before, after, data, t };
    let mut parts = change.manner();
    parts.extend(change.place());
    parts.extend(change.order());
    parts.extend(change.table(rows));
    if parts.is_empty() {
        return None;
    }
    let what = parts.join(t.news_mark());
    Some(match way {
        Way::Done => what,
        Way::Undone => t.news_undone(what),
        Way::Redone => t.news_redone(what),
        Way::Back => t.news_back(what),
        Way::Forward => t.news_forward(what),
    })
}

struct Change<'a> {
    before: &'a ViewState,
    after: &'a ViewState,
    data: &'a Dataset,
    t: &'a Texts,
}

impl Change<'_> {
    /// Whether what `part` gives is not what it was.
    fn has<T: PartialEq>(&self, part: impl Fn(&ViewState) -> T) -> bool {
        part(self.before) != part(self.after)
    }

    fn switch(&self, command: Command, is_on: bool) -> String {
        let name = command.name(self.t);
        if is_on { self.t.news_on(name) } else { self.t.news_off(name) }
    }

    /// Language, colours, size, motion, sound.
    fn manner(&self) -> Vec<String> {
        let Self { after, t, .. } = self;
        let mut parts = Vec::new();
        if self.has(|it| it.lang) {
            parts.push(match after.lang {
                Lang::Zh => t.news_language_zh().to_owned(),
                Lang::En => t.news_language_en().to_owned(),
            });
        }
        let mut named = |command: Command| parts.push(command.name(t).to_owned());
        if self.has(|it| it.theme) {
            named(match after.theme {
                ThemeChoice::System => Command::ThemeSystem,
                ThemeChoice::Light => Command::ThemeLight,
                ThemeChoice::Dark => Command::ThemeDark,
                ThemeChoice::ContrastLight => Command::ThemeContrastLight,
                ThemeChoice::ContrastDark => Command::ThemeContrastDark,
            });
        }
        if self.has(|it| it.motion) {
            named(match after.motion {
                MotionChoice::System => Command::MotionSystem,
                MotionChoice::Reduced => Command::MotionReduced,
                MotionChoice::Full => Command::MotionFull,
            });
        }
        if self.has(|it| it.sound) {
            let all = [
                Command::SoundSlow,
                Command::SoundMediumSpeed,
                Command::SoundFast,
                Command::SoundSoft,
                Command::SoundMediumVolume,
                Command::SoundLoud,
            ];
            let is_new = |it: &Command| {
                it.mark(after, false).is_on() && !it.mark(self.before, false).is_on()
            };
            all.into_iter().filter(is_new).for_each(named);
        }
        if self.has(|it| it.is_large) {
            parts.push(self.switch(Command::ToggleLarge, after.is_large));
        }
        if self.has(|it| it.file_edits) {
            let is_on = after.file_edits == FileEdits::AtOnce;
            parts.push(self.switch(Command::ToggleFileEdits, is_on));
        }
        parts
    }

    /// Where a reader is: source, cities, indicator, tab and figure.
    fn place(&self) -> Vec<String> {
        let Self { after, data, t, .. } = self;
        let mut parts = Vec::new();
        // Choosing a city shows its figure by the way.
        let is_city_alone =
            self.has(|it| it.selected.clone()) && !self.has(|it| it.indicator.clone());
        let source =
            after.open.as_ref().filter(|_| self.has(|it| it.open.clone()) && !is_city_alone);
        if let Some(words) = source.and_then(|it| self.source(it)) {
            parts.push(words);
        } else if let Some(words) = self.cities() {
            parts.push(words);
        }
        if self.has(|it| it.is_a_pinned) {
            parts.push(self.switch(Command::PinA, after.is_a_pinned));
        }
        if after.is_picking_second && self.has(|it| it.is_picking_second) {
            parts.push(t.compare_banner().to_owned());
        }
        if source.is_none() && self.has(|it| it.indicator.clone()) {
            let name = after.indicator_ix(data).map(|it| words::indicator(data, it, t));
            parts.extend(name.map(|it| t.picker_spoken(it)));
        }
        if self.has(|it| it.indicator_y.clone()) && after.is_scatter() {
            let name = after.indicator_y_ix(data).map(|it| words::indicator(data, it, t));
            parts.extend(name.map(|it| t.plots_axis_spoken(t.plots_axis_y(), it)));
        }
        if self.has(|it| it.root_ix(data)) {
            parts.push(t.news_root(words::short(data, after.root_ix(data), t)));
        }
        if let Some(period) = after.period_ix(data).filter(|_| self.has(|it| it.period_ix(data))) {
            parts.push(t.period_spoken(words::period(data, period, t)));
        }
        if self.has(|it| it.tab) {
            parts.push(t.news_tab(main_area::tab_name(after.tab, t)));
        }
        if self.has(|it| it.figure) {
            parts.push(t.news_figure(after.figure.name(t)));
        }
        parts
    }

    fn source(&self, open: &OpenFigure) -> Option<String> {
        let region = self.data.region_by_id(&open.region)?;
        let indicator = self.data.indicator_by_id(&open.indicator)?;
        let region = words::short(self.data, region, self.t);
        Some(self.t.news_source(words::indicator(self.data, indicator, self.t), region))
    }

    fn cities(&self) -> Option<String> {
        let Self { before, after, data, t } = self;
        if !self.has(|it| (it.selected.clone(), it.compared.clone())) {
            return None;
        }
        let name = |ix| words::short(data, ix, t);
        let (a, b) = (after.selected_ix(data).map(name), after.compared_ix(data).map(name));
        Some(match (a, b) {
            (Some(a), Some(b)) => t.news_comparing(a, b),
            (Some(a), None) if before.compared.is_some() => t.news_compared_no_more(a),
            (Some(a), None) => t.news_chosen(a),
            (None, Some(b)) => t.news_chosen_second(b),
            (None, None) => t.news_none_chosen().to_owned(),
        })
    }

    /// The order of cities and what is shown of them.
    fn order(&self) -> Vec<String> {
        let Self { after, t, .. } = self;
        let mut parts = Vec::new();
        if self.has(|it| it.order) {
            parts.push(t.news_order(match after.order {
                Order::Value => t.order_value(),
                Order::Name => t.order_name(),
                Order::Official => t.order_official(),
            }));
        }
        if self.has(|it| it.is_per_residents) {
            parts.push(self.switch(Command::TogglePerResidents, after.is_per_residents));
        }
        if self.has(|it| it.map) {
            parts.push(match after.map {
                MapKind::Tiles => t.news_map_tiles().to_owned(),
                MapKind::Outlines => t.news_map_outlines().to_owned(),
            });
        }
        // Limits that were set by hand go by themselves with their indicator.
        if self.has(|it| it.classing.clone()) && !self.has(|it| it.indicator.clone()) {
            parts.push(t.news_classes(match after.classing {
                Classing::Natural => t.classing_natural(),
                Classing::Quantile => t.classing_quantile(),
                Classing::Equal => t.classing_equal(),
                Classing::ByHand(_) => t.classing_by_hand(),
            }));
        }
        if self.has(|it| it.comparison.filter) {
            parts.push(t.news_rows(match after.comparison.filter {
                CompareFilter::All => t.compare_filter_all(),
                CompareFilter::Numbers => t.compare_filter_numbers(),
                CompareFilter::Comparable => t.compare_filter_comparable(),
            }));
        }
        if self.has(|it| it.drawer.is_folded) {
            let is_folded = after.drawer.is_folded;
            let words = if is_folded { t.news_drawer_folded() } else { t.news_drawer_unfolded() };
            parts.push(words.to_owned());
        }
        parts
    }

    fn table(&self, (shown, total): (usize, usize)) -> Vec<String> {
        let Self { before, after, t, .. } = self;
        let (old, new) = (&before.table, &after.table);
        let mut parts = Vec::new();
        if old.sort != new.sort {
            parts.push(new.sort.map_or_else(
                || t.news_unsorted().to_owned(),
                |sort| {
                    let name = table::heading(sort.column, t);
                    if sort.is_descending { t.table_sort_down(name) } else { t.table_sort_up(name) }
                },
            ));
        }
        let rows = |it: &TableView| TableView { sort: None, columns: Vec::new(), ..it.clone() };
        if rows(old) != rows(new) {
            parts.push(t.table_rows(shown, total));
        }
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, sentence};
    use crate::{
        analysis::Order,
        files,
        i18n::texts,
        model::Lang,
        state::{Tab, ThemeChoice, ViewState},
    };

    /// What is said in both languages when `change` is made to a first view.
    fn said(way: Way, change: impl Fn(&mut ViewState)) -> [String; 2] {
        let data = files::built_in().unwrap().data;
        [Lang::Zh, Lang::En].map(|lang| {
            let before =
                ViewState { selected: Some("hangzhou".into()), ..ViewState::first(&data, lang) };
            let mut after = before.clone();
            change(&mut after);
            let t = texts(after.lang);
            sentence(&before, &after, &data, way, (3, 60), t).unwrap_or_default()
        })
    }

    #[test]
    fn choosing_and_comparing_name_the_cities() {
        let chosen = said(Way::Done, |it| it.selected = Some("ningbo".into()));
        assert_eq!(chosen, ["已选择宁波", "Ningbo chosen"]);
        let compared = said(Way::Done, |it| {
            it.compared = Some("ningbo".into());
            it.tab = Tab::Compare;
        });
        assert_eq!(
            compared,
            ["正在对比杭州与宁波；“对比”页", "Comparing Hangzhou with Ningbo; Compare tab"]
        );
    }

    #[test]
    fn an_ended_comparison_says_who_is_left() {
        let data = files::built_in().unwrap().data;
        let after =
            ViewState { selected: Some("ningbo".into()), ..ViewState::first(&data, Lang::En) };
        let before = ViewState { compared: Some("huzhou".into()), ..after.clone() };
        let t = texts(Lang::En);
        let said = sentence(&before, &after, &data, Way::Done, (0, 0), t);
        assert_eq!(said.as_deref(), Some("Comparison ended; Ningbo is still chosen"));
    }

    #[test]
    fn a_new_language_is_told_in_that_language() {
        let [from_zh, from_en] = said(Way::Done, |it| it.lang = it.lang.other());
        assert_eq!((from_zh.as_str(), from_en.as_str()), ("Language: English", "语言：中文"));
    }

    #[test]
    fn what_was_undone_is_told_with_what_holds_now() {
        let by_name = |it: &mut ViewState| it.order = Order::Name;
        assert_eq!(said(Way::Done, by_name), ["排序：按名称", "Order: By name"]);
        assert_eq!(said(Way::Undone, by_name), ["已撤销。排序：按名称", "Undone. Order: By name"]);
        let away = |it: &mut ViewState| it.tab = Tab::Plots;
        assert_eq!(said(Way::Back, away), ["已后退。“图表”页", "Back. Plots tab"]);
    }

    #[test]
    fn filters_tell_how_many_rows_are_left_and_never_a_bare_number() {
        let said = said(Way::Done, |it| it.table.filter = "rate".into());
        assert_eq!(said, ["显示 3 行，共 60 行", "3 of 60 rows"]);
    }

    #[test]
    fn colours_size_and_switches_are_told_as_they_are_now() {
        let dark = said(Way::Done, |it| it.theme = ThemeChoice::Dark);
        assert_eq!(dark, ["深色", "Dark colours"]);
        let large = said(Way::Done, |it| it.is_large = true);
        assert_eq!(large, ["大字版（大字、大按钮）：已开启", "Large text and buttons: on"]);
        assert_eq!(said(Way::Done, |_| {}), ["", ""], "nothing changed");
    }
}
