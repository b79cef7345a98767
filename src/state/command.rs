//! The command table: one row a command, from which menus, shortcuts and the key help are made.

use crate::{
    figure::FigureKind,
    i18n::Texts,
    state::{Action, MapKind, Tab},
};

/// A key of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShortcutKey {
    /// A letter or digit.
    Char(char),
    /// A function key.
    Function(u8),
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Plus.
    Plus,
    /// Minus.
    Minus,
    /// Question mark.
    Question,
}

/// Keys that start a command. `command` is Ctrl, on a Mac the command key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Shortcut {
    /// Ctrl, or the command key on a Mac.
    pub command: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or option on a Mac.
    pub alt: bool,
    /// The key.
    pub key: ShortcutKey,
}

const fn ctrl(key: char) -> Shortcut {
    Shortcut { command: true, shift: false, alt: false, key: ShortcutKey::Char(key) }
}

const fn ctrl_shift(key: char) -> Shortcut {
    Shortcut { command: true, shift: true, alt: false, key: ShortcutKey::Char(key) }
}

const fn bare(key: ShortcutKey) -> Shortcut {
    Shortcut { command: false, shift: false, alt: false, key }
}

const fn with_ctrl(key: ShortcutKey) -> Shortcut {
    Shortcut { command: true, shift: false, alt: false, key }
}

const fn with_alt(key: ShortcutKey) -> Shortcut {
    Shortcut { command: false, shift: false, alt: true, key }
}

/// The menus, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Menu {
    /// Files.
    File,
    /// What is shown and how.
    View,
    /// Figures and their export.
    Figure,
    /// Help.
    Help,
}

impl Menu {
    /// All menus.
    pub const ALL: [Self; 4] = [Self::File, Self::View, Self::Figure, Self::Help];

    /// The menu's title.
    #[must_use]
    pub fn name(self, t: &Texts) -> &str {
        match self {
            Self::File => t.menu_file(),
            Self::View => t.menu_view(),
            Self::Figure => t.menu_figure(),
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
    /// Save the view as a file.
    SaveView, File, command_save_view, Some(ctrl_shift('s'));
    /// Open a view file.
    OpenView, File, command_open_view, Some(ctrl_shift('o'));
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
    ToggleMap, View, command_toggle_map, Some(ctrl('m'));
    /// Counts per 10,000 residents.
    TogglePerResidents, View, command_toggle_per_residents, Some(ctrl('r'));
    /// The other language.
    ToggleLang, View, command_toggle_lang, Some(ctrl('l'));
    /// Light or dark.
    ToggleTheme, View, command_toggle_theme, Some(ctrl('d'));
    /// Fold the source drawer, or unfold it.
    ToggleDrawer, View, command_toggle_drawer, Some(ctrl('j'));
    /// The source of the previous figure of the same region.
    PreviousFigure, View, command_previous_figure, Some(bare(ShortcutKey::Char('[')));
    /// The source of the next figure of the same region.
    NextFigure, View, command_next_figure, Some(bare(ShortcutKey::Char(']')));
    /// Larger.
    ZoomIn, View, command_zoom_in, Some(with_ctrl(ShortcutKey::Plus));
    /// Smaller.
    ZoomOut, View, command_zoom_out, Some(with_ctrl(ShortcutKey::Minus));
    /// Usual size.
    ZoomReset, View, command_zoom_reset, Some(ctrl('0'));

    /// Make the city under the pointer, or in focus, the second one.
    Pin, Figure, command_pin, Some(bare(ShortcutKey::Char('c')));
    /// Swap A and B.
    Swap, Figure, command_swap, Some(bare(ShortcutKey::Char('x')));
    /// Keep A while further choices change B alone.
    PinA, Figure, command_pin_a, Some(bare(ShortcutKey::Char('p')));
    /// Let the next city that is chosen become B.
    PickSecond, Figure, command_pick_second, Some(bare(ShortcutKey::Char('b')));
    /// Save the figure in a format of choice.
    SaveFigure, Figure, command_save_figure, Some(ctrl('s'));
    /// Copy the figure as a picture.
    CopyPicture, Figure, command_copy_picture, Some(ctrl_shift('c'));
    /// Copy the figure's description.
    CopyWords, Figure, command_copy_words, Some(ctrl_shift('d'));
    /// Copy the figure's data as a table.
    CopyData, Figure, command_copy_data, Some(ctrl_shift('t'));

    /// Copy the table's visible rows and columns.
    CopyTable, Figure, command_copy_table, None;
    /// Copy a reference to the figure in the source drawer.
    CopyCitation, Figure, command_copy_citation, None;

    /// All keys.
    Keys, Help, command_keys, Some(bare(ShortcutKey::Question));
    /// What this is.
    About, Help, command_about, Some(bare(ShortcutKey::Function(1)));
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
            Self::Swap => Action::Swap,
            Self::PinA => Action::TogglePinA,
            Self::PickSecond => Action::SetPickingSecond(true),
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

/// The figures that the figure menu offers.
#[must_use]
pub const fn menu_figures() -> [FigureKind; 7] {
    FigureKind::ALL
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::Command;

    #[test]
    fn no_two_commands_share_their_keys() {
        let mut seen = HashSet::new();
        for shortcut in Command::ALL.iter().filter_map(|command| command.spec().shortcut) {
            assert!(seen.insert(shortcut), "{shortcut:?} starts two commands");
        }
    }
}
