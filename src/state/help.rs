//! The pages of the help.

use super::Command;

/// What a page of words about the screen is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reading {
    /// All that is on the screen.
    Screen,
    /// A city among its neighbours.
    Neighbours,
    /// The figure, in words and as a table.
    Figure,
}

/// A page of the help: one Markdown file a language in `assets/help`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HelpPage {
    /// Who can use the program, and how that was tested.
    Accessibility,
    /// How data files are written.
    Format,
    /// What is promised of a person's files, and how that is tested.
    Promises,
}

impl HelpPage {
    /// All pages.
    pub const ALL: [Self; 3] = [Self::Accessibility, Self::Format, Self::Promises];

    /// The command that opens the page, and gives it its name.
    #[must_use]
    pub const fn command(self) -> Command {
        match self {
            Self::Accessibility => Command::HelpAccessibility,
            Self::Format => Command::HelpFormat,
            Self::Promises => Command::HelpPromises,
        }
    }
}
