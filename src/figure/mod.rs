//! Figures: what is asked for ([`FigureSpec`]), what there is to draw ([`Content`], pure), and the
//! drawing, which is the same for the window and for a picture.

pub mod bars;
pub mod canvas;
pub mod change;
pub mod chips;
pub mod comparison;
pub mod content;
pub mod coverage;
pub mod fonts;
pub mod frame;
pub mod map;
pub mod marks;
pub mod profile;
pub mod ranking;
pub mod roving;
pub mod scatter;
pub mod share;
pub mod style;
pub mod takeaway;
pub mod targets;
pub mod trend;
pub mod words;
pub mod wrap;

use egui::{Ui, accesskit::Role};
use serde::{Deserialize, Serialize};

pub use content::{Body, Content, LegendEntry, Provenance, Swatch};
pub use map::{MapKind, MapLook};
pub use marks::{Mark, MarkRole, MarkStatus, marks};

use crate::{
    analysis::Order,
    i18n::{Texts, texts},
    model::{Dataset, IndicatorIx, Lang, ObservationIx, RegionIx},
};

/// The kinds of figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    /// One indicator across the cities, as bars.
    #[default]
    Ranking,
    /// Two cities side by side, a verdict on each row.
    Comparison,
    /// One indicator on the tile grid.
    Map,
    /// Two indicators across the cities, as points.
    Scatter,
    /// One indicator over time, as lines.
    Trend,
    /// One indicator over time, a small chart for each city.
    Multiples,
    /// What of the province's total the cities account for.
    Share,
    /// Completion of plans.
    Targets,
    /// Highlights by theme, of one or two cities.
    Profile,
    /// Which city reports what.
    Coverage,
    /// How much each city reports under each theme.
    #[serde(rename = "coverage-themes")]
    CoverageThemes,
}

impl FigureKind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 11] = [
        Self::Ranking,
        Self::Comparison,
        Self::Map,
        Self::Scatter,
        Self::Trend,
        Self::Multiples,
        Self::Share,
        Self::Targets,
        Self::Profile,
        Self::Coverage,
        Self::CoverageThemes,
    ];

    /// The name on the command line and in file names.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ranking => "ranking",
            Self::Comparison => "comparison",
            Self::Map => "map",
            Self::Scatter => "scatter",
            Self::Trend => "trend",
            Self::Multiples => "multiples",
            Self::Share => "share",
            Self::Targets => "targets",
            Self::Profile => "profile",
            Self::Coverage => "coverage",
            Self::CoverageThemes => "coverage-themes",
        }
    }

    /// The name for readers.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::Ranking => t.figure_ranking(),
            Self::Comparison => t.figure_comparison(),
            Self::Map => t.figure_map(),
            Self::Scatter => t.figure_scatter(),
            Self::Trend => t.figure_trend(),
            Self::Multiples => t.figure_multiples(),
            Self::Share => t.figure_share(),
            Self::Targets => t.figure_targets(),
            Self::Profile => t.figure_profile(),
            Self::Coverage => t.figure_coverage(),
            Self::CoverageThemes => t.figure_coverage_themes(),
        }
    }

    /// Whether the figure is of use for `data`: what shows several periods is of none where there is
    /// but one.
    #[must_use]
    pub fn is_for(self, data: &Dataset) -> bool {
        !matches!(self, Self::Trend | Self::Multiples) || data.has_series()
    }

    /// Whether the figure shows one chosen indicator.
    #[must_use]
    pub const fn takes_indicator(self) -> bool {
        matches!(
            self,
            Self::Ranking | Self::Map | Self::Scatter | Self::Trend | Self::Multiples | Self::Share
        )
    }

    /// Whether the figure shows a second indicator.
    #[must_use]
    pub const fn takes_indicator_y(self) -> bool {
        matches!(self, Self::Scatter)
    }

    /// How many regions the figure needs and can show.
    #[must_use]
    pub const fn takes_regions(self) -> std::ops::RangeInclusive<usize> {
        match self {
            Self::Comparison => 2..=2,
            Self::Profile => 1..=2,
            Self::Trend | Self::Multiples => 0..=2,
            _ => 0..=0,
        }
    }
}

/// A figure that is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureSpec {
    /// Which kind.
    pub kind: FigureKind,
    /// The indicator, for kinds that take one.
    pub indicator: Option<IndicatorIx>,
    /// The second indicator, for kinds that take two; without one, the first that pairs up.
    pub indicator_y: Option<IndicatorIx>,
    /// The regions, for kinds that take some.
    pub regions: Vec<RegionIx>,
    /// Order of the cities.
    pub order: Order,
    /// Whether counts are per 10,000 residents, where that means something.
    pub is_per_residents: bool,
    /// How a comparison is looked at.
    pub comparison: comparison::CompareView,
    /// Layout and classes, for maps.
    pub map: MapLook,
    /// Language.
    pub lang: Lang,
}

/// Why the data cannot support a figure, in the reader's language, with what would work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unavailable(pub String);

/// Works out what a figure shows.
///
/// # Errors
/// When the data cannot support it; the error says why and what would work instead.
pub fn content(data: &Dataset, spec: &FigureSpec) -> Result<Content, Unavailable> {
    let t = texts(spec.lang);
    let indicator = || spec.indicator.ok_or_else(|| Unavailable(t.why_no_indicator().to_owned()));
    match spec.kind {
        FigureKind::Ranking => ranking::content(data, indicator()?, spec, t),
        FigureKind::Map => map::content(data, indicator()?, spec, t),
        FigureKind::Scatter => scatter::content(data, indicator()?, spec.indicator_y, spec, t),
        FigureKind::Trend | FigureKind::Multiples => trend::content(data, indicator()?, spec, t),
        FigureKind::Share => share::content(data, indicator()?, t),
        FigureKind::Comparison => {
            let view = (&spec.comparison, spec.is_per_residents);
            comparison::content(data, &spec.regions, view, t)
        }
        FigureKind::Profile => profile::content(data, &spec.regions, t),
        FigureKind::Targets => targets::content(data, t),
        FigureKind::Coverage => coverage::content(data, t),
        FigureKind::CoverageThemes => coverage::by_theme(data, t),
    }
}

/// What is lit up in every view at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The chosen city, drawn with a solid outline.
    pub selected: Option<RegionIx>,
    /// The city compared with it, drawn with a dashed outline.
    pub compared: Option<RegionIx>,
    /// The city under the pointer in any view.
    pub hovered: Option<RegionIx>,
}

impl Linked {
    /// Whether `region` is one of the two that were chosen.
    #[must_use]
    pub fn has_chosen(&self, region: RegionIx) -> bool {
        [self.selected, self.compared].contains(&Some(region))
    }
}

/// What a person did to a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// The city under the pointer.
    pub hovered: Option<RegionIx>,
    /// The city that has the keyboard.
    pub current: Option<RegionIx>,
    /// The city that was clicked.
    pub clicked: Option<RegionIx>,
    /// Whether the click asks for the second city (with Ctrl or Cmd).
    pub is_second: bool,
    /// Whether the city was clicked twice or opened with Enter, which asks for its parts.
    pub is_entered: bool,
    /// The figure whose source is asked for.
    pub opened: Option<ObservationIx>,
    /// The indicator that was clicked.
    pub indicator: Option<IndicatorIx>,
    /// The part of a comparison that is to be folded or unfolded.
    pub folded: Option<comparison::Fold>,
}

impl Picked {
    /// Notes what `response` says of `region` and its figure.
    pub fn note(
        &mut self,
        response: &egui::Response,
        region: Option<RegionIx>,
        figure: Option<ObservationIx>,
    ) {
        if response.hovered() {
            self.hovered = region.or(self.hovered);
        }
        if roving::is_current(response) {
            self.current = region.or(self.current);
        }
        if response.clicked() {
            self.clicked = region;
            self.opened = figure;
            self.is_second = response.ctx.input(|input| input.modifiers.command);
            self.is_entered = response.double_clicked()
                || response.ctx.input(|input| input.key_pressed(egui::Key::Enter));
        }
    }
}

/// Draws a figure with title, legend, notes and source over the width that `ui` has.
///
/// `row_extra_pt` is added to each row of marks where a picture has height to spare.
pub fn draw(
    ui: &mut Ui,
    content: &Content,
    palette: &style::Palette,
    linked: &Linked,
    row_extra_pt: f32,
) -> Picked {
    // The keyboard meets maps and points as places, all else as rows.
    let is_map = matches!(
        content.body,
        Body::Map(_) | Body::Scatter(_) | Body::Trend(_) | Body::Multiples(_)
    );
    let group = roving::GroupSpec {
        salt: content.kind.id(),
        role: Role::Figure,
        name: &content.title,
        description: &content.takeaway,
        moves: if is_map { roving::Moves::Geography } else { roving::Moves::Reading },
        start: 0,
        lang: content.lang,
    };
    roving::scope(ui, &group, palette, |ui, group| {
        let mut canvas = canvas::Canvas::new(ui, palette, row_extra_pt).grouped(group);
        let picked = figure_on(&mut canvas, content, linked);
        canvas.finish();
        picked
    })
}

fn figure_on(canvas: &mut canvas::Canvas<'_>, content: &Content, linked: &Linked) -> Picked {
    let mut picked = Picked::default();
    frame::head(canvas, content);
    match &content.body {
        Body::Ranking(body) => ranking::draw(canvas, body, linked, &mut picked),
        Body::Comparison(body) => comparison::draw(canvas, body, linked, &mut picked),
        Body::Map(body) => map::draw(canvas, body, &content.legend, linked, &mut picked),
        Body::Scatter(body) => scatter::draw(canvas, body, linked, &mut picked),
        Body::Trend(body) => trend::draw(canvas, body, linked, &mut picked),
        Body::Multiples(body) => trend::draw_multiples(canvas, body, linked, &mut picked),
        Body::Share(body) => share::draw(canvas, body, linked, &mut picked),
        Body::Targets(body) => targets::draw(canvas, body, &mut picked),
        Body::Profile(body) => profile::draw(canvas, body, linked, &mut picked),
        Body::Coverage(body) => coverage::draw(canvas, body, linked, &mut picked),
    }
    frame::foot(canvas, content);
    picked
}
