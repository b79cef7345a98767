//! Theme profiles: how a region's highlights and figures spread over the themes.

use crate::model::{Dataset, RegionIx, ThemeIx};

/// How much a region reports under each theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeProfile {
    /// The region.
    pub region: RegionIx,
    /// Theme, number of highlights, number of figures; background themes left out.
    pub themes: Vec<(ThemeIx, usize, usize)>,
}

impl ThemeProfile {
    /// Highlights under all themes.
    #[must_use]
    pub fn highlights(&self) -> usize {
        self.themes.iter().map(|(_, highlights, _)| highlights).sum()
    }

    /// Figures under all themes.
    #[must_use]
    pub fn figures(&self) -> usize {
        self.themes.iter().map(|(_, _, figures)| figures).sum()
    }
}

/// The theme profile of `region`.
#[must_use]
pub fn theme_profile(data: &Dataset, region: RegionIx) -> ThemeProfile {
    let themes = data
        .themes()
        .iter()
        .enumerate()
        .filter(|(_, theme)| !theme.is_context)
        .map(|(at, _)| {
            let theme = ThemeIx::from(at);
            let highlights =
                data.highlights_of(region).filter(|(_, highlight)| highlight.theme == theme);
            let figures = data.figures_of_region(region).filter(|(_, figure)| {
                data.indicator(figure.indicator).is_some_and(|it| it.theme == theme)
            });
            (theme, highlights.count(), figures.count())
        })
        .collect();
    ThemeProfile { region, themes }
}
