//! What is to be done outside the state.

use std::path::PathBuf;

use super::{Command, Copied, HelpPage, Reading, ViewState, action::NoticeAction};
use crate::figure::FigureKind;

/// Something outside the state that `app` must do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Ask for a data file and open it.
    AskForFile,
    /// Open this data file.
    Open(PathBuf),
    /// Open the data that came with the program.
    OpenBuiltIn,
    /// Read the open file again.
    Reload,
    /// Ask where to save the figure, and save it.
    AskToSave(FigureKind),
    /// Show map and list in a small window, or the tab again.
    ToggleSide,
    /// Fold the source drawer or unfold it; in a small window, show it or the tab again.
    ToggleDrawer,
    /// Save a figure as a sound file.
    SaveSound(FigureKind),
    /// Play a figure, or stop.
    Play(FigureKind),
    /// Step through the periods by itself, or stop.
    PlayPeriods,
    /// Look at the parts of the city under the pointer, in focus, or chosen.
    GoInto,
    /// Put the figure on the clipboard as a picture.
    CopyPicture(FigureKind),
    /// Put the figure's description on the clipboard.
    CopyWords(FigureKind),
    /// Put the figure's data on the clipboard as CSV.
    CopyData(FigureKind),
    /// Put the table’s visible rows and columns on the clipboard.
    CopyTable,
    /// Put a reference to the figure in the drawer on the clipboard.
    CopyCitation,
    /// Put a text on the clipboard.
    CopyText(String, Copied),
    /// Open a web address in the browser.
    OpenAddress(String),
    /// Make everything larger (1), smaller (-1) or of usual size (0).
    Zoom(i8),
    /// Go back (-1) or forward (1) to another place.
    Travel(i8),
    /// Undo the last change (-1) or make it again (1).
    Step(i8),
    /// Ask where to save the view, and save it.
    SaveView,
    /// Ask for a view file and open it.
    OpenView,
    /// Show the list of notices.
    ShowNotices,
    /// Do something about what was told.
    Notice(NoticeAction),
    /// Switch between light and dark, whichever is worn now.
    ToggleTheme,
    /// Make the city under the pointer, or in focus, the second one.
    PinHovered,
    /// Put the keyboard into the search field.
    FocusSearch,
    /// List all commands.
    ShowPalette,
    /// Open the first menu.
    OpenMenus,
    /// Give the keyboard to the part of the window before (-1) or after (1) the present one.
    GoToPart(i8),
    /// Show the keys.
    ShowKeys,
    /// Show a page of the help.
    ShowHelp(HelpPage),
    /// Show a page of words about what is on the screen.
    Read(Reading),
    /// Show what this is.
    ShowAbout,
    /// Close the window.
    Quit,
}

/// What the command has done outside the state; `None` for one that changes the view alone.
pub(super) fn effect(state: &ViewState, command: Command) -> Option<Effect> {
    let figure = state.current_figure();
    Some(match command {
        Command::Open => Effect::AskForFile,
        Command::OpenBuiltIn => Effect::OpenBuiltIn,
        Command::Reload => Effect::Reload,
        Command::Quit => Effect::Quit,
        Command::Back => Effect::Travel(-1),
        Command::Forward => Effect::Travel(1),
        Command::Undo => Effect::Step(-1),
        Command::Redo => Effect::Step(1),
        Command::SaveView => Effect::SaveView,
        Command::OpenView => Effect::OpenView,
        Command::Notices => Effect::ShowNotices,
        Command::ToggleTheme => Effect::ToggleTheme,
        Command::ZoomIn => Effect::Zoom(1),
        Command::ZoomOut => Effect::Zoom(-1),
        Command::ZoomReset => Effect::Zoom(0),
        Command::Pin => Effect::PinHovered,
        Command::SaveFigure => Effect::AskToSave(figure),
        Command::SaveSound => Effect::SaveSound(figure),
        Command::PlayFigure => Effect::Play(figure),
        Command::CopyPicture => Effect::CopyPicture(figure),
        Command::CopyWords => Effect::CopyWords(figure),
        Command::Find => Effect::FocusSearch,
        Command::ToggleSide => Effect::ToggleSide,
        Command::ToggleDrawer => Effect::ToggleDrawer,
        Command::CopyData => Effect::CopyData(figure),
        Command::CopyTable => Effect::CopyTable,
        Command::CopyCitation => Effect::CopyCitation,
        Command::Palette => Effect::ShowPalette,
        Command::Menus => Effect::OpenMenus,
        Command::NextPart => Effect::GoToPart(1),
        Command::PreviousPart => Effect::GoToPart(-1),
        Command::Keys => Effect::ShowKeys,
        Command::HelpAccessibility => Effect::ShowHelp(HelpPage::Accessibility),
        Command::HelpFormat => Effect::ShowHelp(HelpPage::Format),
        Command::HelpPromises => Effect::ShowHelp(HelpPage::Promises),
        Command::DescribeScreen => Effect::Read(Reading::Screen),
        Command::Neighbours => Effect::Read(Reading::Neighbours),
        Command::FigureInWords => Effect::Read(Reading::Figure),
        Command::PlayPeriods => Effect::PlayPeriods,
        Command::GoInto => Effect::GoInto,
        Command::About => Effect::ShowAbout,
        Command::TabCity
        | Command::TabCompare
        | Command::TabPlots
        | Command::TabCoverage
        | Command::TabTable
        | Command::ToggleMap
        | Command::TogglePerResidents
        | Command::ToggleLang
        | Command::PinA
        | Command::PickSecond
        | Command::LangZh
        | Command::LangEn
        | Command::ThemeSystem
        | Command::ThemeLight
        | Command::ThemeDark
        | Command::ThemeContrastLight
        | Command::ThemeContrastDark
        | Command::SwapAxes
        | Command::MotionSystem
        | Command::MotionReduced
        | Command::MotionFull
        | Command::ToggleLarge
        | Command::SoundSlow
        | Command::SoundMediumSpeed
        | Command::SoundFast
        | Command::SoundSoft
        | Command::SoundMediumVolume
        | Command::SoundLoud
        | Command::ToggleFileEdits
        | Command::Swap
        | Command::PreviousPeriod
        | Command::NextPeriod
        | Command::GoUp
        | Command::PreviousFigure
        | Command::NextFigure => return None,
    })
}
