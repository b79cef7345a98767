//! Actions, and what they make of the state.

use std::path::PathBuf;

use super::{
    Command, Destination, DrawerView, Effect, HomeView, MapKind, MotionChoice, Offer, OpenFigure,
    Scope, Tab, TableView, ThemeChoice, ViewState, axes, command::other_map, effect::effect, scope,
    trail,
};
use crate::{
    analysis::{self, Classing, Order},
    figure::{
        FigureKind,
        comparison::{CompareFilter, Fold},
    },
    model::{Dataset, Lang},
    sound::{Speed, Volume},
};

/// Something a person did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Choose a region as A.
    Select(String),
    /// Choose a region as B; the same again, or A itself, lets go of it.
    Compare(String),
    /// Compare two regions, the first as A, and show the comparison.
    CompareBoth(String, String),
    /// Swap A and B.
    Swap,
    /// Choose a region as A even where A is pinned.
    ChooseA(String),
    /// Keep A while further choices change B alone, or no longer.
    TogglePinA,
    /// Let the next city that is chosen become B, or no longer.
    SetPickingSecond(bool),
    /// Choose which rows the comparison holds.
    SetCompareFilter(CompareFilter),
    /// Fold a part of the comparison, or unfold it.
    ToggleFold(Fold),
    /// Show a tab.
    SetTab(Tab),
    /// Choose which period, or whose parts, are looked at.
    Scope(Scope),
    /// Choose an indicator.
    SetIndicator(String),
    /// Choose the indicator upward in a scatter plot.
    SetIndicatorY(String),
    /// Swap the axes of the scatter plot, if one is looked at.
    SwapAxes,
    /// Show another figure, and choose what it needs.
    Show(Offer),
    /// Choose a language.
    SetLang(Lang),
    /// The other language.
    ToggleLang,
    /// Choose colours.
    SetTheme(ThemeChoice),
    /// Choose a figure and show it.
    SetFigure(FigureKind),
    /// Choose the order of cities.
    SetOrder(Order),
    /// Counts per 10,000 residents, or not.
    TogglePerResidents,
    /// Lay the map out another way.
    SetMap(MapKind),
    /// Put the map's values into classes another way.
    SetClassing(Classing),
    /// Choose whether things may move by themselves.
    SetMotion(MotionChoice),
    /// Switch large mode on or off.
    ToggleLarge,
    /// Choose how fast figures are played.
    SetSpeed(Speed),
    /// Choose how loud figures are played.
    SetVolume(Volume),
    /// Show edits to the open file at once, or on reload.
    ToggleFileEdits,
    /// Show the source of a figure.
    OpenSource(OpenFigure),
    /// Set the table.
    SetTable(TableView),
    /// Set the home page.
    SetHome(HomeView),
    /// Set the source drawer.
    SetDrawer(DrawerView),
    /// Choose a figure’s region and indicator and show its source.
    Follow(OpenFigure),
    /// Show the source of the next (1) or previous (-1) figure of the same region.
    StepFigure(i8),
    /// Several at once, as one step of the history.
    Together(Vec<Self>),
    /// Put a text on the clipboard.
    CopyText(String, Copied),
    /// Open a web address that the person has seen and agreed to.
    OpenAddress(String),
    /// Go where a search led, in one step.
    GoTo(Destination),
    /// Mark the words of a search no more.
    ForgetTrail,
    /// Open a data file.
    OpenPath(PathBuf),
    /// Start a command that is not a change of the view.
    Run(Command),
    /// Do something about what was told.
    Notice(NoticeAction),
}

/// Something to do about notices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeAction {
    /// Close the list.
    Close,
    /// Let go of the notice with this id.
    Dismiss(u64),
    /// Let go of all.
    Clear,
    /// Put this text on the clipboard.
    Copy(String),
    /// Show a file in its folder.
    ShowInFolder(PathBuf),
}

/// What of the table or the drawer was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// One cell.
    Cell,
    /// So many rows.
    Rows(usize),
    /// A web address.
    Address,
}

/// What `action` makes of `state`, and what must be done besides.
#[must_use]
pub fn apply(state: &ViewState, data: &Dataset, action: Action) -> (ViewState, Vec<Effect>) {
    let mut next = state.clone();
    let mut effects = Vec::new();
    match action {
        Action::Select(region) if is_for_second(state, data, &region) => {
            next.compared = Some(region);
            next.is_picking_second = false;
            let is_overview = matches!(next.tab, Tab::City | Tab::Coverage);
            next.tab = if is_overview { Tab::Compare } else { next.tab };
        }
        Action::Select(region) | Action::ChooseA(region)
            if data.region_by_id(&region).is_some() =>
        {
            choose_a(&mut next, region);
        }
        Action::Compare(region) if data.region_by_id(&region).is_some() => {
            compare(&mut next, region);
        }
        Action::CompareBoth(a, b)
            if a != b && data.region_by_id(&a).is_some() && data.region_by_id(&b).is_some() =>
        {
            (next.selected, next.compared) = (Some(a), Some(b));
            next.is_picking_second = false;
            next.tab = Tab::Compare;
            next.open = None;
        }
        Action::Swap if next.compared.is_some() => {
            std::mem::swap(&mut next.selected, &mut next.compared);
            next.open = None;
        }
        Action::Scope(choice) => scope::apply(&mut next, data, choice),
        Action::SetIndicator(id) => axes::put_across(&mut next, data, id),
        Action::SetIndicatorY(id) => axes::put_upward(&mut next, data, id),
        Action::SwapAxes => axes::swap(&mut next, data),
        Action::Show(offer) => axes::show(&mut next, data, offer),
        Action::SetTab(tab) => {
            next.tab = tab;
            next.is_picking_second &= tab == Tab::Compare;
            next.trail = None;
        }
        Action::GoTo(place) => next = trail::go(state, data, place),
        Action::ForgetTrail => next.trail = None,
        Action::TogglePinA => next.is_a_pinned = !next.is_a_pinned,
        Action::SetPickingSecond(is_picking) => {
            next.is_picking_second = is_picking && next.selected.is_some();
            next.tab = if next.is_picking_second { Tab::Compare } else { next.tab };
        }
        Action::SetCompareFilter(filter) => next.comparison.filter = filter,
        Action::ToggleFold(part) => next.comparison.toggle(part),
        Action::SetLang(lang) => next.lang = lang,
        Action::ToggleLang => next.lang = next.lang.other(),
        Action::SetTheme(theme) => next.theme = theme,
        Action::SetFigure(kind) => (next.figure, next.tab) = (kind, Tab::Plots),
        Action::SetOrder(order) => next.order = order,
        Action::TogglePerResidents => next.is_per_residents = !next.is_per_residents,
        Action::SetMap(map) => next.map = map,
        Action::SetClassing(classing) => next.classing = classing,
        Action::SetMotion(motion) => next.motion = motion,
        Action::ToggleLarge => next.is_large = !next.is_large,
        Action::SetSpeed(speed) => next.sound.speed = speed,
        Action::SetVolume(volume) => next.sound.volume = volume,
        Action::ToggleFileEdits => next.file_edits = next.file_edits.other(),
        Action::OpenSource(figure) => next.open = Some(figure),
        Action::SetTable(table) => next.table = table,
        Action::SetHome(home) => next.home = home,
        Action::SetDrawer(drawer) => next.drawer = drawer,
        Action::Follow(figure) => follow(&mut next, data, figure),
        Action::StepFigure(step) => {
            if let Some(figure) = figure_beside(state, data, step) {
                follow(&mut next, data, figure);
            }
        }
        Action::Together(actions) => {
            for action in actions {
                let (state, more) = apply(&next, data, action);
                next = state;
                effects.extend(more);
            }
        }
        Action::CopyText(text, what) => effects.push(Effect::CopyText(text, what)),
        Action::OpenAddress(address) => effects.push(Effect::OpenAddress(address)),
        Action::OpenPath(path) => effects.push(Effect::Open(path)),
        Action::Notice(does) => effects.push(Effect::Notice(does)),
        Action::Run(Command::ToggleMap) => next.map = other_map(next.map),
        Action::Run(command) => effects.extend(effect(state, command)),
        // Ids that the data set lacks change nothing.
        Action::Select(_)
        | Action::ChooseA(_)
        | Action::Compare(_)
        | Action::CompareBoth(..)
        | Action::Swap => {}
    }
    scope::keep_in_sight(&mut next, state, data);
    // Limits set by hand are values of one indicator on one scale.
    if next.indicator != state.indicator || next.is_per_residents != state.is_per_residents {
        next.classing = next.classing.without_limits();
    }
    (next, effects)
}

/// Makes `region` B, or lets go of it where it is chosen already.
fn compare(next: &mut ViewState, region: String) {
    let lets_go =
        next.compared.as_deref() == Some(&region) || next.selected.as_deref() == Some(&region);
    next.compared = (!lets_go).then_some(region);
    next.is_picking_second = false;
    let is_overview = matches!(next.tab, Tab::City | Tab::Coverage);
    if next.compared.is_some() && next.selected.is_some() && is_overview {
        next.tab = Tab::Compare;
    }
}

/// Makes `region` A; as the former B it changes places with A.
pub(super) fn choose_a(next: &mut ViewState, region: String) {
    next.is_picking_second = false;
    if next.compared.as_deref() == Some(&region) {
        next.compared.clone_from(&next.selected);
    }
    next.selected = Some(region);
    next.open = None;
    next.trail = None;
}

/// Whether choosing `region` sets B: A is pinned or B is being picked, and it is another than A.
fn is_for_second(state: &ViewState, data: &Dataset, region: &str) -> bool {
    (state.is_a_pinned || state.is_picking_second)
        && state.selected_ix(data).is_some()
        && state.selected.as_deref() != Some(region)
        && data.region_by_id(region).is_some()
}

/// Chooses the figure's region and indicator and shows its source; B gives way, a pinned A stays.
fn follow(next: &mut ViewState, data: &Dataset, figure: OpenFigure) {
    if data.region_by_id(&figure.region).is_none()
        || data.indicator_by_id(&figure.indicator).is_none()
    {
        return;
    }
    if !next.is_a_pinned {
        if next.compared.as_deref() == Some(&figure.region) {
            next.compared.clone_from(&next.selected);
        }
        next.selected = Some(figure.region.clone());
    }
    next.indicator = Some(figure.indicator.clone());
    next.open = Some(figure);
}

/// The figure that stands `step` before or after the one in the drawer among those of its region.
///
/// Where the drawer holds what the region does not report, its first or last figure.
#[must_use]
pub fn figure_beside(state: &ViewState, data: &Dataset, step: i8) -> Option<OpenFigure> {
    let (region, indicator) = state.drawer_ix(data)?;
    let figures = analysis::figures_by_theme(data, region);
    let own = data.figure(region, indicator).map(|(ix, _)| ix);
    let at = own.and_then(|ix| figures.iter().position(|it| *it == ix));
    let wanted = match at {
        Some(at) => at.checked_add_signed(isize::from(step))?,
        None if step < 0 => figures.len().checked_sub(1)?,
        None => 0,
    };
    let figure = data.observation(*figures.get(wanted)?)?;
    Some(OpenFigure {
        region: data.region(figure.region)?.id.clone(),
        indicator: data.indicator(figure.indicator)?.id.clone(),
    })
}

#[cfg(test)]
mod tests;
