//! Why a command cannot be carried out now: one answer for menus, palette, keys and tooltips.

use super::Command;
use crate::{i18n::Texts, model::Dataset};

/// What commands depend on, read off the window.
#[expect(clippy::struct_excessive_bools, reason = "facts that do not depend on each other")]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Whether there is a view to go back to.
    pub has_past: bool,
    /// Whether there is a view to go forward to.
    pub has_future: bool,
    /// Whether there is a change to undo.
    pub can_undo: bool,
    /// Whether there is a change to make again.
    pub can_redo: bool,
    /// Whether a second city is chosen.
    pub has_second: bool,
    /// Whether a city is under the pointer or has the keyboard.
    pub has_hovered: bool,
    /// Whether the chosen indicator may be shown per 10,000 residents.
    pub allows_per_residents: bool,
    /// Whether the data set has both tiles and outlines.
    pub has_two_maps: bool,
    /// Whether a scatter plot is looked at.
    pub is_scatter: bool,
    /// Whether the window is so small that it shows one part at a time.
    pub is_small: bool,
    /// Whether there is a period before the one that is looked at.
    pub has_earlier: bool,
    /// Whether there is a period after it.
    pub has_later: bool,
    /// Whether the city that is pointed at, or else the chosen one, has parts to look at.
    pub has_parts: bool,
    /// Whether the regions looked at are parts of one that is a part itself.
    pub has_above: bool,
    /// Why the figure of the tab cannot be drawn.
    pub no_figure: Option<String>,
}

/// Why a command cannot be carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Nothing to go back to.
    NoPast,
    /// Nothing to go forward to.
    NoFuture,
    /// Nothing to undo.
    NoChange,
    /// Nothing to make again.
    NoUndone,
    /// No second city.
    NoSecond,
    /// No city pointed at.
    NoCity,
    /// The indicator means nothing per resident.
    NotPerResidents,
    /// One map only.
    OneMap,
    /// No scatter plot.
    NoScatter,
    /// All parts are in sight.
    AllInSight,
    /// No period before.
    FirstPeriod,
    /// No period after.
    LastPeriod,
    /// One period only.
    OnePeriod,
    /// No figures of parts.
    NoParts,
    /// Nothing around.
    AtTop,
    /// The figure cannot be drawn, for this reason.
    NoFigure(String),
}

impl Obstacle {
    /// The reason in words, and what to do about it.
    #[must_use]
    pub fn words(&self, t: &Texts) -> String {
        match self {
            Self::NoPast => t.travel_no_past().to_owned(),
            Self::NoFuture => t.travel_no_future().to_owned(),
            Self::NoChange => t.obstacle_no_change().to_owned(),
            Self::NoUndone => t.obstacle_no_undone().to_owned(),
            Self::NoSecond => t.obstacle_no_second().to_owned(),
            Self::NoCity => t.notice_pin_nothing().to_owned(),
            Self::NotPerResidents => t.obstacle_not_per_residents().to_owned(),
            Self::OneMap => t.obstacle_one_map().to_owned(),
            Self::NoScatter => t.obstacle_no_scatter().to_owned(),
            Self::AllInSight => t.obstacle_all_in_sight().to_owned(),
            Self::FirstPeriod => t.obstacle_first_period().to_owned(),
            Self::LastPeriod => t.obstacle_last_period().to_owned(),
            Self::OnePeriod => t.obstacle_one_period().to_owned(),
            Self::NoParts => t.obstacle_no_parts().to_owned(),
            Self::AtTop => t.obstacle_at_top().to_owned(),
            Self::NoFigure(why) => why.clone(),
        }
    }
}

impl Command {
    /// Whether the command has any use for `data`: what steps through periods or levels has none
    /// where there is but one.
    #[must_use]
    pub fn is_for(self, data: &Dataset) -> bool {
        match self {
            Self::PreviousPeriod | Self::NextPeriod | Self::PlayPeriods => {
                !data.stages().is_empty()
            }
            Self::GoInto | Self::GoUp => data.has_levels(),
            _ => true,
        }
    }

    /// What stands in the way of the command; `None` when it can be carried out.
    #[must_use]
    pub fn obstacle(self, now: &Conditions) -> Option<Obstacle> {
        let unless = |is_met: bool, obstacle: Obstacle| (!is_met).then_some(obstacle);
        match self {
            Self::ToggleSide => unless(now.is_small, Obstacle::AllInSight),
            Self::Back => unless(now.has_past, Obstacle::NoPast),
            Self::Forward => unless(now.has_future, Obstacle::NoFuture),
            Self::Undo => unless(now.can_undo, Obstacle::NoChange),
            Self::Redo => unless(now.can_redo, Obstacle::NoUndone),
            Self::Swap => unless(now.has_second, Obstacle::NoSecond),
            Self::Pin => unless(now.has_hovered, Obstacle::NoCity),
            Self::TogglePerResidents => unless(now.allows_per_residents, Obstacle::NotPerResidents),
            Self::ToggleMap => unless(now.has_two_maps, Obstacle::OneMap),
            Self::SwapAxes => unless(now.is_scatter, Obstacle::NoScatter),
            Self::PreviousPeriod | Self::NextPeriod | Self::PlayPeriods
                if !now.has_earlier && !now.has_later =>
            {
                Some(Obstacle::OnePeriod)
            }
            Self::PreviousPeriod => unless(now.has_earlier, Obstacle::FirstPeriod),
            Self::NextPeriod => unless(now.has_later, Obstacle::LastPeriod),
            Self::GoInto => unless(now.has_parts, Obstacle::NoParts),
            Self::GoUp => unless(now.has_above, Obstacle::AtTop),
            Self::SaveFigure
            | Self::FigureInWords
            | Self::CopyPicture
            | Self::CopyWords
            | Self::CopyData => now.no_figure.clone().map(Obstacle::NoFigure),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Conditions, Obstacle};
    use crate::{i18n::texts, model::Lang, state::Command};

    #[test]
    fn a_command_without_what_it_needs_says_what_is_lacking() {
        let bare = Conditions::default();
        for (command, obstacle) in [
            (Command::Back, Obstacle::NoPast),
            (Command::Swap, Obstacle::NoSecond),
            (Command::SwapAxes, Obstacle::NoScatter),
            (Command::TogglePerResidents, Obstacle::NotPerResidents),
        ] {
            assert_eq!(command.obstacle(&bare), Some(obstacle.clone()));
            for lang in Lang::ALL {
                assert!(!obstacle.words(texts(lang)).is_empty());
            }
        }
        let met = Conditions { has_second: true, ..bare };
        assert_eq!(Command::Swap.obstacle(&met), None);
        assert_eq!(Command::Reload.obstacle(&met), None);
    }

    #[test]
    fn a_figure_that_cannot_be_drawn_is_neither_saved_nor_copied() {
        let now = Conditions { no_figure: Some("why".to_owned()), ..Conditions::default() };
        for command in [Command::SaveFigure, Command::CopyPicture, Command::CopyData] {
            assert_eq!(
                command.obstacle(&now).map(|it| it.words(texts(Lang::En))).as_deref(),
                Some("why")
            );
        }
    }
}
