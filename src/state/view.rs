//! The state of the window, by ids, so that it outlives a reload and can be saved.

use serde::{Deserialize, Serialize};

use super::{DrawerView, HomeView, TableView};
use crate::{
    analysis::{self, Classing, Order},
    figure::{FigureKind, FigureSpec, MapKind, MapLook, comparison::CompareView, style},
    model::{Dataset, IndicatorIx, Lang, RegionIx},
    sound::Manner,
};

/// The tabs of the main area.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tab {
    /// One city: its highlights and figures.
    #[default]
    City,
    /// Two cities side by side.
    Compare,
    /// Figures.
    Plots,
    /// The data set at a glance, and who reports what.
    Coverage,
    /// All figures as a table.
    Table,
}

impl Tab {
    /// All tabs, in their order.
    pub const ALL: [Self; 5] =
        [Self::Coverage, Self::City, Self::Compare, Self::Plots, Self::Table];
}

/// Which colours the window wears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeChoice {
    /// As the desktop.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
    /// Light, in high contrast.
    ContrastLight,
    /// Dark, in high contrast.
    ContrastDark,
}

impl ThemeChoice {
    /// The colours, given what the desktop wears.
    #[must_use]
    pub const fn resolve(self, system: style::Theme) -> style::Theme {
        match self {
            Self::System => system,
            Self::Light => style::Theme::Light,
            Self::Dark => style::Theme::Dark,
            Self::ContrastLight => style::Theme::ContrastLight,
            Self::ContrastDark => style::Theme::ContrastDark,
        }
    }

    /// The choice that goes from `theme` to the other ground, in the same contrast.
    #[must_use]
    pub const fn other_ground(theme: style::Theme) -> Self {
        match theme {
            style::Theme::Light | style::Theme::Print => Self::Dark,
            style::Theme::Dark => Self::Light,
            style::Theme::ContrastLight => Self::ContrastDark,
            style::Theme::ContrastDark => Self::ContrastLight,
        }
    }
}

/// Whether things may move by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MotionChoice {
    /// As the desktop asks.
    #[default]
    System,
    /// Nothing may.
    Reduced,
    /// They may.
    Full,
}

impl MotionChoice {
    /// Whether nothing may move, given whether the desktop asks for that.
    #[must_use]
    pub const fn is_reduced(self, is_asked: bool) -> bool {
        match self {
            Self::System => is_asked,
            Self::Reduced => true,
            Self::Full => false,
        }
    }
}

/// When edits to the open file are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileEdits {
    /// As soon as they are saved.
    #[default]
    AtOnce,
    /// When the file is read again by hand.
    OnReload,
}

impl FileEdits {
    /// The other choice.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::AtOnce => Self::OnReload,
            Self::OnReload => Self::AtOnce,
        }
    }
}

/// The figure whose source the drawer shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFigure {
    /// Id of the region.
    pub region: String,
    /// Id of the indicator.
    pub indicator: String,
}

/// What the window shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches of the window that do not depend on one another"
)]
pub struct ViewState {
    /// Language.
    pub lang: Lang,
    /// Colours.
    pub theme: ThemeChoice,
    /// The chosen tab.
    pub tab: Tab,
    /// Id of the chosen indicator.
    pub indicator: Option<String>,
    /// Id of the indicator upward in a scatter plot; without one, the first that pairs up.
    pub indicator_y: Option<String>,
    /// Id of the chosen region, A.
    pub selected: Option<String>,
    /// Id of the region compared with it, B.
    pub compared: Option<String>,
    /// Whether A stays while further choices change B alone.
    pub is_a_pinned: bool,
    /// Whether the next city that is chosen becomes B.
    #[serde(skip)]
    pub is_picking_second: bool,
    /// How the comparison is looked at.
    pub comparison: CompareView,
    /// Id of the period that is looked at; without one, the latest.
    pub period: Option<String>,
    /// Id of the region whose parts are looked at; without one, that which holds all others.
    pub root: Option<String>,
    /// The figure on the plots tab.
    pub figure: FigureKind,
    /// Order of cities in list and figures.
    pub order: Order,
    /// Whether counts are per 10,000 residents.
    pub is_per_residents: bool,
    /// Layout of the map.
    pub map: MapKind,
    /// How the map puts values into classes.
    pub classing: Classing,
    /// Whether things may move by themselves.
    pub motion: MotionChoice,
    /// Whether text and all that can be pressed are large, for older readers.
    pub is_large: bool,
    /// How figures sound.
    pub sound: Manner,
    /// When edits to the open file are shown.
    pub file_edits: FileEdits,
    /// The figure in the source drawer; without one, that of A and the indicator.
    pub open: Option<OpenFigure>,
    /// The table.
    pub table: TableView,
    /// The home page.
    pub home: HomeView,
    /// The source drawer.
    pub drawer: DrawerView,
    /// What a search led to; it is not kept between runs.
    #[serde(skip)]
    pub trail: Option<super::Trail>,
}

impl ViewState {
    /// A first view of `data`: the indicator that most cities report, and the first city of those.
    #[must_use]
    pub fn first(data: &Dataset, lang: Lang) -> Self {
        let data = &Self::default().seen(data);
        let is_context = |ix: IndicatorIx| {
            data.indicator(ix)
                .and_then(|it| data.theme(it.theme))
                .is_some_and(|theme| theme.is_context)
        };
        // The first of the best reported, so that the map is not empty at first sight.
        let best = data
            .indicators()
            .filter(|(ix, _)| !is_context(*ix))
            .max_by_key(|(ix, _)| (data.reporting_cities(*ix), std::cmp::Reverse(*ix)));
        let reports =
            |city: &&RegionIx| best.is_some_and(|(ix, _)| data.figure(**city, ix).is_some());
        let city = data.cities().iter().find(reports).or(data.cities().first());
        let city = city.and_then(|ix| data.region(*ix));
        Self {
            lang,
            indicator: best.map(|(_, it)| it.id.clone()),
            selected: city.map(|it| it.id.clone()),
            ..Self::default()
        }
    }

    /// This view in the language, colours, size, motion and sound of `now`, and with edits shown as
    /// there, which are its reader's own affair.
    #[must_use]
    pub fn in_manner_of(&self, now: &Self) -> Self {
        let Self { lang, theme, motion, is_large, sound, file_edits, .. } = *now;
        Self { lang, theme, motion, is_large, sound, file_edits, ..self.clone() }
    }

    /// The chosen region, if the data set has it.
    #[must_use]
    pub fn selected_ix(&self, data: &Dataset) -> Option<RegionIx> {
        data.region_by_id(self.selected.as_deref()?)
    }

    /// The compared region, if the data set has it.
    #[must_use]
    pub fn compared_ix(&self, data: &Dataset) -> Option<RegionIx> {
        data.region_by_id(self.compared.as_deref()?)
    }

    /// The chosen indicator, if the data set has it.
    #[must_use]
    pub fn indicator_ix(&self, data: &Dataset) -> Option<IndicatorIx> {
        data.indicator_by_id(self.indicator.as_deref()?)
    }

    /// Region and indicator of the figure in the source drawer, if the data set has both.
    #[must_use]
    pub fn drawer_ix(&self, data: &Dataset) -> Option<(RegionIx, IndicatorIx)> {
        let open = self.open.as_ref();
        let region = open.map(|it| it.region.as_str()).or(self.selected.as_deref())?;
        let indicator = open.map(|it| it.indicator.as_str()).or(self.indicator.as_deref())?;
        Some((data.region_by_id(region)?, data.indicator_by_id(indicator)?))
    }

    /// The second indicator, if one was chosen and the data set has it; or else the first that
    /// pairs up with the first.
    #[must_use]
    pub fn indicator_y_ix(&self, data: &Dataset) -> Option<IndicatorIx> {
        let chosen = self.indicator_y.as_deref().and_then(|id| data.indicator_by_id(id));
        chosen.or_else(|| {
            let partners = analysis::scatter::partners(data, self.indicator_ix(data)?);
            partners.first().copied()
        })
    }

    /// Whether a scatter plot is what is looked at.
    #[must_use]
    pub fn is_scatter(&self) -> bool {
        self.tab == Tab::Plots && self.figure == FigureKind::Scatter
    }

    /// What a figure of `kind` is asked to show in this view.
    #[must_use]
    pub fn figure_spec(&self, data: &Dataset, kind: FigureKind) -> FigureSpec {
        let most = *kind.takes_regions().end();
        let regions = [self.selected_ix(data), self.compared_ix(data)];
        FigureSpec {
            kind,
            indicator: self.indicator_ix(data),
            indicator_y: kind.takes_indicator_y().then(|| self.indicator_y_ix(data)).flatten(),
            regions: regions.into_iter().flatten().take(most).collect(),
            order: self.order,
            is_per_residents: self.is_per_residents,
            comparison: self.comparison.clone(),
            map: self.map_look(),
            lang: self.lang,
        }
    }

    /// How maps look in this view.
    #[must_use]
    pub fn map_look(&self) -> MapLook {
        MapLook { kind: self.map, classing: self.classing.clone() }
    }

    /// The kind of figure that "Save picture…" saves on the chosen tab.
    #[must_use]
    pub const fn current_figure(&self) -> FigureKind {
        match self.tab {
            Tab::Compare => FigureKind::Comparison,
            Tab::Coverage => FigureKind::Coverage,
            Tab::City => FigureKind::Profile,
            Tab::Plots | Tab::Table => self.figure,
        }
    }
}
