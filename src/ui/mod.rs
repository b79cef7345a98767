//! The panels of the window. They read a [`View`] and push actions; they own nothing else.

pub mod banner;
pub mod city;
pub mod classing;
pub mod compare;
pub mod dialogs;
pub mod drawer;
pub mod faults;
pub mod focus;
pub mod header;
pub mod help;
pub mod home;
pub mod kept;
pub mod key_help;
pub mod keys;
pub mod layout;
pub mod levels;
pub mod list;
pub mod main_area;
pub mod map;
pub mod menu;
pub mod news;
pub mod notices;
pub mod opening;
pub mod pages;
pub mod palette;
pub mod periods;
pub mod picker;
pub mod plots;
pub mod reflow;
pub mod results;
pub mod scene;
pub mod search;
pub mod side;
pub mod status;
pub mod table;
pub mod theme;
pub mod trail;
pub mod travel;
pub mod view_path;
pub mod widgets;

use crate::{
    figure::{Linked, Picked, style::Palette},
    i18n::Texts,
    model::{Dataset, ObservationIx, RegionIx},
    state::{Action, Command, Conditions, OpenFigure, Scope, ViewState},
};
pub use scene::Scene;

/// What the panels read.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// What is shown.
    pub state: &'a ViewState,
    /// What there is to show, worked out.
    pub scene: &'a Scene,
    /// Words.
    pub t: &'a Texts,
    /// Colours.
    pub palette: &'a Palette,
    /// Whether nothing may move by itself.
    pub is_motion_reduced: bool,
    /// Whether the window steps through the periods by itself.
    pub is_running: bool,
    /// The part that is shown, in a small window; `None` where there is room for all.
    pub front: Option<reflow::Front>,
    /// What is lit up.
    pub linked: Linked,
    /// Where the data came from.
    pub origin: &'a str,
    /// Whether there is a view to go back to, and one to go forward to.
    pub travel: (bool, bool),
    /// What the window remembers.
    pub kept: kept::Kept<'a>,
}

/// What the panels push.
#[derive(Debug, Default)]
pub struct Pushed {
    /// What was done.
    pub actions: Vec<Action>,
    /// The region under the pointer.
    pub hovered: Option<RegionIx>,
    /// The region that has the keyboard.
    pub current: Option<RegionIx>,
    /// The cities that the list's filter leaves, and all there are, where the list is in sight.
    pub found: Option<(usize, usize)>,
}

/// What commands depend on, as the window stands, its history left out.
#[must_use]
pub fn conditions(data: &Dataset, scene: &Scene, hovered: Option<RegionIx>) -> Conditions {
    let period = data.seen_period();
    Conditions {
        has_earlier: period.is_some() && period != data.stages().first().copied(),
        has_later: period.is_some() && period != data.stages().last().copied(),
        has_parts: parts_to_show(data, scene, hovered).is_some(),
        has_above: data.root() != data.top(),
        has_second: scene.compared.is_some(),
        has_hovered: hovered.is_some(),
        allows_per_residents: scene.allows_per_residents,
        has_two_maps: data.outlines().is_some() && data.tile_grid().is_some(),
        is_scatter: scene.axes.is_some(),
        no_figure: match &scene.figure {
            Some(Err(why)) => Some(why.to_string()),
            _ => None,
        },
        ..Conditions::default()
    }
}

/// The region whose parts can be looked at: the one pointed at, or else the chosen one.
#[must_use]
pub fn parts_to_show(data: &Dataset, scene: &Scene, hovered: Option<RegionIx>) -> Option<RegionIx> {
    let has_parts = |it: &RegionIx| *it != data.root() && !data.children(*it).is_empty();
    hovered.or(scene.selected).filter(has_parts)
}

impl View<'_> {
    /// Why `command` cannot be carried out now, in words.
    #[must_use]
    pub fn why_not(&self, command: Command) -> Option<String> {
        let now = Conditions {
            has_past: self.travel.0,
            has_future: self.travel.1,
            can_undo: self.kept.can_undo,
            can_redo: self.kept.can_redo,
            is_small: self.front.is_some(),
            ..conditions(self.data, self.scene, self.linked.hovered)
        };
        command.obstacle(&now).map(|it| it.words(self.t))
    }

    /// Turns what was done to a figure into actions.
    pub fn follow(&self, picked: Picked, pushed: &mut Pushed) {
        pushed.hovered = picked.hovered.or(pushed.hovered);
        pushed.current = picked.current.or(pushed.current);
        if let Some(id) = picked.indicator.and_then(|ix| self.data.indicator(ix)) {
            pushed.actions.push(Action::SetIndicator(id.id.clone()));
        }
        if let Some(region) = picked.clicked.and_then(|ix| self.data.region(ix)) {
            // The first click or Enter chooses a city, the next one goes into it.
            let is_chosen = picked.clicked == self.scene.selected;
            let parts = parts_to_show(self.data, self.scene, picked.clicked);
            pushed.actions.push(if picked.is_second {
                Action::Compare(region.id.clone())
            } else if picked.is_entered && is_chosen && parts.is_some() {
                Action::Scope(Scope::Into(region.id.clone()))
            } else {
                Action::Select(region.id.clone())
            });
        }
        if let Some(part) = picked.folded {
            pushed.actions.push(Action::ToggleFold(part));
        }
        // A figure of another period takes the window there.
        let period = picked.opened.and_then(|ix| self.data.observation(ix)).map(|it| it.period);
        let stage = period.and_then(|it| self.data.stage_of(it));
        if let Some(period) = stage.filter(|it| self.data.seen_period() != Some(*it))
            && let Some(period) = self.data.period(period)
        {
            pushed.actions.push(Action::Scope(Scope::Period(period.id.clone())));
        }
        if let Some(open) = picked.opened.and_then(|ix| self.open_figure(ix)) {
            pushed.actions.push(Action::OpenSource(open));
        }
    }

    fn open_figure(&self, ix: ObservationIx) -> Option<OpenFigure> {
        let figure = self.data.observation(ix)?;
        Some(OpenFigure {
            region: self.data.region(figure.region)?.id.clone(),
            indicator: self.data.indicator(figure.indicator)?.id.clone(),
        })
    }
}
