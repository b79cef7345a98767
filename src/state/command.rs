//! The command table: one row a command, from which menus, shortcuts, the palette and the key help
//! are made.

mod condition;
mod shortcut;

pub use condition::{Conditions, Obstacle};
pub use shortcut::{Shortcut, ShortcutKey, System};
use shortcut::{bare, ctrl, ctrl_shift, shift, with_alt, with_ctrl, with_shift};

use crate::{
    i18n::Texts,
    model::Lang,
    sound::{Speed, Volume},
    state::{Action, FileEdits, MapKind, MotionChoice, Scope, Tab, ThemeChoice, ViewState},
};

/// The menus, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Files.
    File,
    /// What is shown and how.
    View,
    /// Figures and their export.
    Figure,
    /// Language, colours, size and motion.
    Display,
    /// Help.
    Help,
}

impl Menu {
    /// All menus.
    pub const ALL: [Self; 5] = [Self::File, Self::View, Self::Figure, Self::Display, Self::Help];

    /// The menu's title.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::File => t.menu_file(),
            Self::View => t.menu_view(),
            Self::Figure => t.menu_figure(),
            Self::Display => t.menu_display(),
            Self::Help => t.menu_help(),
        }
    }
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident, $menu:ident, $text:ident, $shortcut:expr;)*) => {
        /// Something a person can ask for from menu or keyboard.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command { $($(#[$doc])* $name,)* }

        impl Command {
            /// All commands, in the order of the menus.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The row of the table.
            #[must_use]
            pub const fn spec(self) -> CommandSpec {
                match self {
                    $(Self::$name => CommandSpec { menu: Menu::$menu, shortcut: $shortcut },)*
                }
            }

            /// The name in menus and key help.
            #[must_use]
            pub fn name(self, t: &Texts) -> &str {
                match self { $(Self::$name => t.$text(),)* }
            }
        }
    };
}

/// Where a command stands and which keys start it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommandSpec {
    /// Its menu.
    pub menu: Menu,
    /// Its keys.
    pub shortcut: Option<Shortcut>,
}

commands! {
    /// Choose a data file.
    Open, File, command_open, Some(ctrl('o'));
    /// Back to the data that came with the program.
    OpenBuiltIn, File, command_open_built_in, None;
    /// Read the open file again.
    Reload, File, command_reload, Some(bare(ShortcutKey::Function(5)));
    /// Show edits to the open file at once.
    ToggleFileEdits, File, command_show_edits, None;
    /// Save the view as a file.
    SaveView, File, command_save_view, Some(ctrl_shift('s'));
    /// Open a view file.
    OpenView, File, command_open_view, Some(ctrl_shift('o'));
    /// Save the figure as a sound file.
    SaveSound, File, command_save_sound, None;
    /// Close the window.
    Quit, File, command_quit, Some(ctrl('q'));

    /// The home page: the data set at a glance.
    TabCoverage, View, tab_coverage, Some(ctrl('1'));
    /// One city.
    TabCity, View, tab_city, Some(ctrl('2'));
    /// Two cities.
    TabCompare, View, tab_compare, Some(ctrl('3'));
    /// Figures.
    TabPlots, View, tab_plots, Some(ctrl('4'));
    /// Table.
    TabTable, View, tab_table, Some(ctrl('5'));
    /// Put the keyboard into the search field.
    Find, View, command_find, Some(ctrl('f'));
    /// List all commands to choose from by typing.
    Palette, View, command_palette, Some(ctrl('k'));
    /// Previous view.
    Back, View, command_back, Some(with_alt(ShortcutKey::Left));
    /// Next view.
    Forward, View, command_forward, Some(with_alt(ShortcutKey::Right));
    /// The view before the last change.
    Undo, View, command_undo, Some(ctrl('z'));
    /// The change that was undone.
    Redo, View, command_redo, Some(ctrl_shift('z'));
    /// What was told.
    Notices, View, command_notices, None;
    /// Tiles or outlines.
    ToggleMap, View, command_toggle_map, Some(ctrl_shift('m'));
    /// Counts per 10,000 residents.
    TogglePerResidents, View, command_toggle_per_residents, Some(ctrl('r'));
    /// The period before.
    PreviousPeriod, View, command_previous_period, Some(bare(ShortcutKey::Char(',')));
    /// The period after.
    NextPeriod, View, command_next_period, Some(bare(ShortcutKey::Char('.')));
    /// Step through the periods by itself, or stop.
    PlayPeriods, View, command_play_periods, Some(shift('p'));
    /// Look at the parts of the city under the pointer, in focus, or chosen.
    GoInto, View, command_go_into, Some(bare(ShortcutKey::Char('g')));
    /// Look at the parts of the region around.
    GoUp, View, command_go_up, Some(bare(ShortcutKey::Backspace));
    /// In a small window, the map and the list, or the tab again.
    ToggleSide, View, command_toggle_side, Some(bare(ShortcutKey::Char('m')));
    /// Fold the source drawer, or unfold it.
    ToggleDrawer, View, command_toggle_drawer, Some(ctrl('j'));
    /// The source of the previous figure of the same region.
    PreviousFigure, View, command_previous_figure, Some(bare(ShortcutKey::Char('[')));
    /// The source of the next figure of the same region.
    NextFigure, View, command_next_figure, Some(bare(ShortcutKey::Char(']')));

    /// Make the city under the pointer, or in focus, the second one.
    Pin, Figure, command_pin, Some(bare(ShortcutKey::Char('c')));
    /// Swap A and B.
    Swap, Figure, command_swap, Some(bare(ShortcutKey::Char('x')));
    /// Keep A while further choices change B alone.
    PinA, Figure, command_pin_a, Some(bare(ShortcutKey::Char('p')));
    /// Let the next city that is chosen become B.
    PickSecond, Figure, command_pick_second, Some(bare(ShortcutKey::Char('b')));
    /// Swap the axes of the scatter plot.
    SwapAxes, Figure, command_swap_axes, Some(shift('x'));
    /// How a city stands to those around it.
    Neighbours, Figure, command_neighbours, Some(bare(ShortcutKey::Char('n')));
    /// The figure in words and as a table.
    FigureInWords, Figure, command_figure_in_words, Some(bare(ShortcutKey::Char('t')));
    /// Save the figure in a format of choice.
    SaveFigure, Figure, command_save_figure, Some(ctrl('s'));
    /// Copy the figure as a picture.
    CopyPicture, Figure, command_copy_picture, Some(ctrl_shift('c'));
    /// Copy the figure's description.
    CopyWords, Figure, command_copy_words, Some(ctrl_shift('d'));
    /// Copy the figure's data as a table.
    CopyData, Figure, command_copy_data, Some(ctrl_shift('t'));

    /// Play the figure as sound, or stop.
    PlayFigure, Figure, command_play_figure, Some(bare(ShortcutKey::Char('h')));

    /// Copy the table's visible rows and columns.
    CopyTable, Figure, command_copy_table, None;
    /// Copy a reference to the figure in the source drawer.
    CopyCitation, Figure, command_copy_citation, None;

    /// Chinese.
    LangZh, Display, command_lang_zh, None;
    /// English.
    LangEn, Display, command_lang_en, None;
    /// The other language.
    ToggleLang, Display, command_toggle_lang, Some(ctrl('l'));
    /// Colours as on the desktop.
    ThemeSystem, Display, command_theme_system, None;
    /// Light.
    ThemeLight, Display, command_theme_light, None;
    /// Dark.
    ThemeDark, Display, command_theme_dark, None;
    /// Light, in high contrast.
    ThemeContrastLight, Display, command_theme_contrast_light, None;
    /// Dark, in high contrast.
    ThemeContrastDark, Display, command_theme_contrast_dark, None;
    /// Light or dark.
    ToggleTheme, Display, command_toggle_theme, Some(ctrl('d'));
    /// Large text and targets.
    ToggleLarge, Display, command_toggle_large, None;
    /// Larger.
    ZoomIn, Display, command_zoom_in, Some(with_ctrl(ShortcutKey::Plus));
    /// Smaller.
    ZoomOut, Display, command_zoom_out, Some(with_ctrl(ShortcutKey::Minus));
    /// Usual size.
    ZoomReset, Display, command_zoom_reset, Some(ctrl('0'));
    /// Motion as the desktop asks.
    MotionSystem, Display, command_motion_system, None;
    /// Nothing moves by itself.
    MotionReduced, Display, command_motion_reduced, None;
    /// Things may move.
    MotionFull, Display, command_motion_full, None;
    /// One note a second.
    SoundSlow, Display, command_sound_slow, None;
    /// Two notes a second.
    SoundMediumSpeed, Display, command_sound_medium_speed, None;
    /// Four notes a second.
    SoundFast, Display, command_sound_fast, None;
    /// Play softly.
    SoundSoft, Display, command_sound_soft, None;
    /// Play at the usual volume.
    SoundMediumVolume, Display, command_sound_medium_volume, None;
    /// Play loudly.
    SoundLoud, Display, command_sound_loud, None;

    /// What is on the screen, in words.
    DescribeScreen, Help, command_describe_screen, Some(bare(ShortcutKey::Function(2)));
    /// The next part of the window.
    NextPart, Help, command_next_part, Some(bare(ShortcutKey::Function(6)));
    /// The part of the window before.
    PreviousPart, Help, command_previous_part, Some(with_shift(ShortcutKey::Function(6)));
    /// Open the menus from the keyboard.
    Menus, Help, command_menus, Some(bare(ShortcutKey::Function(10)));
    /// All keys.
    Keys, Help, command_keys, Some(bare(ShortcutKey::Question));
    /// Who can use the program, and how that was tested.
    HelpAccessibility, Help, command_help_accessibility, None;
    /// How data files are written, every field and every message.
    HelpFormat, Help, command_help_format, None;
    /// What is promised of a person's files, and how that is tested.
    HelpPromises, Help, command_help_promises, None;
    /// What this is.
    About, Help, command_about, Some(bare(ShortcutKey::Function(1)));
}

impl Tab {
    /// The command that shows the tab.
    #[must_use]
    pub const fn command(self) -> Command {
        match self {
            Self::City => Command::TabCity,
            Self::Compare => Command::TabCompare,
            Self::Plots => Command::TabPlots,
            Self::Coverage => Command::TabCoverage,
            Self::Table => Command::TabTable,
        }
    }
}

/// How a command that stays on shows so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It does something once.
    None,
    /// It is on or off.
    Check(bool),
    /// It is the chosen one of several, or not.
    Radio(bool),
}

impl Mark {
    /// Whether it is on, or the chosen one.
    #[must_use]
    pub const fn is_on(self) -> bool {
        matches!(self, Self::Check(true) | Self::Radio(true))
    }
}

impl Command {
    /// The keys that start the command on `system`.
    #[must_use]
    pub const fn shortcut(self, system: System) -> Option<Shortcut> {
        match (self, system) {
            // On a Mac, Option with an arrow moves by a word in text.
            (Self::Back, System::Mac) => Some(ctrl('[')),
            (Self::Forward, System::Mac) => Some(ctrl(']')),
            _ => self.spec().shortcut,
        }
    }

    /// Whether the command stands in its menu. Languages and colours stand there by name, so that
    /// those in use can be marked; what opens a menu is of no use inside one.
    #[must_use]
    pub const fn is_in_menu(self) -> bool {
        !matches!(
            self,
            Self::ToggleLang
                | Self::ToggleTheme
                | Self::Menus
                | Self::NextPart
                | Self::PreviousPart
        )
    }

    /// Whether a new part of the menu begins with the command.
    #[must_use]
    pub const fn begins_part(self) -> bool {
        matches!(
            self,
            Self::Quit
                | Self::SaveSound
                | Self::Find
                | Self::Undo
                | Self::Back
                | Self::ToggleMap
                | Self::PreviousPeriod
                | Self::ToggleSide
                | Self::ThemeSystem
                | Self::ToggleLarge
                | Self::MotionSystem
                | Self::SoundSlow
                | Self::SoundSoft
                | Self::PlayFigure
                | Self::SaveFigure
                | Self::HelpAccessibility
                | Self::HelpFormat
                | Self::About
        )
    }

    /// Whether the command is offered in the palette: all but what the palette itself is for.
    #[must_use]
    pub const fn is_in_palette(self) -> bool {
        !matches!(self, Self::Palette | Self::Menus | Self::LangZh | Self::LangEn)
    }

    /// Whether the command is on in `state`. `is_dark` tells the colours that are worn.
    #[must_use]
    pub fn mark(self, state: &ViewState, is_dark: bool) -> Mark {
        match self {
            Self::TabCity => Mark::Radio(state.tab == Tab::City),
            Self::TabCompare => Mark::Radio(state.tab == Tab::Compare),
            Self::TabPlots => Mark::Radio(state.tab == Tab::Plots),
            Self::TabCoverage => Mark::Radio(state.tab == Tab::Coverage),
            Self::TabTable => Mark::Radio(state.tab == Tab::Table),
            Self::LangZh => Mark::Radio(state.lang == Lang::Zh),
            Self::LangEn => Mark::Radio(state.lang == Lang::En),
            Self::ToggleMap => Mark::Check(state.map == MapKind::Outlines),
            Self::PinA => Mark::Check(state.is_a_pinned),
            Self::MotionSystem => Mark::Radio(state.motion == MotionChoice::System),
            Self::MotionReduced => Mark::Radio(state.motion == MotionChoice::Reduced),
            Self::SoundSlow => Mark::Radio(state.sound.speed == Speed::Slow),
            Self::SoundMediumSpeed => Mark::Radio(state.sound.speed == Speed::Medium),
            Self::SoundFast => Mark::Radio(state.sound.speed == Speed::Fast),
            Self::SoundSoft => Mark::Radio(state.sound.volume == Volume::Soft),
            Self::SoundMediumVolume => Mark::Radio(state.sound.volume == Volume::Medium),
            Self::SoundLoud => Mark::Radio(state.sound.volume == Volume::Loud),
            Self::ToggleLarge => Mark::Check(state.is_large),
            Self::MotionFull => Mark::Radio(state.motion == MotionChoice::Full),
            Self::ToggleFileEdits => Mark::Check(state.file_edits == FileEdits::AtOnce),
            Self::TogglePerResidents => Mark::Check(state.is_per_residents),
            Self::ToggleTheme => Mark::Check(is_dark),
            Self::ThemeSystem => Mark::Radio(state.theme == ThemeChoice::System),
            Self::ThemeLight => Mark::Radio(state.theme == ThemeChoice::Light),
            Self::ThemeDark => Mark::Radio(state.theme == ThemeChoice::Dark),
            Self::ThemeContrastLight => Mark::Radio(state.theme == ThemeChoice::ContrastLight),
            Self::ThemeContrastDark => Mark::Radio(state.theme == ThemeChoice::ContrastDark),
            _ => Mark::None,
        }
    }
}

impl Command {
    /// The action that carries the command out.
    #[must_use]
    pub const fn action(self) -> Action {
        match self {
            Self::TabCity => Action::SetTab(Tab::City),
            Self::TabCompare => Action::SetTab(Tab::Compare),
            Self::TabPlots => Action::SetTab(Tab::Plots),
            Self::TabCoverage => Action::SetTab(Tab::Coverage),
            Self::TabTable => Action::SetTab(Tab::Table),
            Self::TogglePerResidents => Action::TogglePerResidents,
            Self::ToggleLang => Action::ToggleLang,
            Self::LangZh => Action::SetLang(Lang::Zh),
            Self::LangEn => Action::SetLang(Lang::En),
            Self::ThemeSystem => Action::SetTheme(ThemeChoice::System),
            Self::ThemeLight => Action::SetTheme(ThemeChoice::Light),
            Self::ThemeDark => Action::SetTheme(ThemeChoice::Dark),
            Self::ThemeContrastLight => Action::SetTheme(ThemeChoice::ContrastLight),
            Self::ThemeContrastDark => Action::SetTheme(ThemeChoice::ContrastDark),
            Self::MotionSystem => Action::SetMotion(MotionChoice::System),
            Self::MotionReduced => Action::SetMotion(MotionChoice::Reduced),
            Self::SoundSlow => Action::SetSpeed(Speed::Slow),
            Self::SoundMediumSpeed => Action::SetSpeed(Speed::Medium),
            Self::SoundFast => Action::SetSpeed(Speed::Fast),
            Self::SoundSoft => Action::SetVolume(Volume::Soft),
            Self::SoundMediumVolume => Action::SetVolume(Volume::Medium),
            Self::SoundLoud => Action::SetVolume(Volume::Loud),
            Self::ToggleLarge => Action::ToggleLarge,
            Self::MotionFull => Action::SetMotion(MotionChoice::Full),
            Self::ToggleFileEdits => Action::ToggleFileEdits,
            Self::Swap => Action::Swap,
            Self::PinA => Action::TogglePinA,
            Self::PickSecond => Action::SetPickingSecond(true),
            Self::SwapAxes => Action::SwapAxes,
            Self::PreviousPeriod => Action::Scope(Scope::StepPeriod(-1)),
            Self::NextPeriod => Action::Scope(Scope::StepPeriod(1)),
            Self::GoUp => Action::Scope(Scope::Up),
            Self::PreviousFigure => Action::StepFigure(-1),
            Self::NextFigure => Action::StepFigure(1),
            other => Action::Run(other),
        }
    }
}

/// The other layout of the map.
#[must_use]
pub const fn other_map(map: MapKind) -> MapKind {
    match map {
        MapKind::Tiles => MapKind::Outlines,
        MapKind::Outlines => MapKind::Tiles,
    }
}

#[cfg(test)]
mod tests;
