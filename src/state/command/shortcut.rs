//! Keys that start a command, and what each system keeps for itself.

/// A key of a shortcut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShortcutKey {
    /// A letter or digit.
    Char(char),
    /// A function key.
    Function(u8),
    /// Backspace.
    Backspace,
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

pub(super) const fn ctrl(key: char) -> Shortcut {
    Shortcut { command: true, shift: false, alt: false, key: ShortcutKey::Char(key) }
}

pub(super) const fn ctrl_shift(key: char) -> Shortcut {
    Shortcut { command: true, shift: true, alt: false, key: ShortcutKey::Char(key) }
}

pub(super) const fn shift(key: char) -> Shortcut {
    Shortcut { command: false, shift: true, alt: false, key: ShortcutKey::Char(key) }
}

pub(super) const fn bare(key: ShortcutKey) -> Shortcut {
    Shortcut { command: false, shift: false, alt: false, key }
}

pub(super) const fn with_shift(key: ShortcutKey) -> Shortcut {
    Shortcut { command: false, shift: true, alt: false, key }
}

pub(super) const fn with_ctrl(key: ShortcutKey) -> Shortcut {
    Shortcut { command: true, shift: false, alt: false, key }
}

pub(super) const fn with_alt(key: ShortcutKey) -> Shortcut {
    Shortcut { command: false, shift: false, alt: true, key }
}

/// Systems that differ in their keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum System {
    /// Windows.
    Windows,
    /// Linux and the like.
    Linux,
    /// macOS.
    Mac,
}

impl System {
    /// All systems.
    pub const ALL: [Self; 3] = [Self::Windows, Self::Linux, Self::Mac];
}

impl Shortcut {
    /// Whether `system`, or its text fields, keep these keys for themselves.
    ///
    /// Windows and Linux desktops: Alt+F4, Alt+Tab, Alt+Space, Alt with a letter (menus), Ctrl+Alt
    /// (the same as `AltGr`), F10 in menus of the system, which the program draws itself. macOS:
    /// Cmd+Q, H, M, W and Space, Cmd+Shift+3 to 5 (screenshots), Cmd+Option. Text
    /// fields: cut, copy, paste, select all.
    #[must_use]
    pub const fn is_reserved(self, system: System) -> bool {
        let is_letter = matches!(self.key, ShortcutKey::Char('a'..='z'));
        let is_of_system = match system {
            System::Windows | System::Linux => {
                self.alt
                    && (self.command
                        || is_letter
                        || matches!(self.key, ShortcutKey::Function(_) | ShortcutKey::Char(' ')))
            }
            System::Mac => {
                self.command
                    && (self.alt
                        || (!self.shift
                            && matches!(self.key, ShortcutKey::Char('q' | 'h' | 'm' | 'w' | ' ')))
                        || (self.shift && matches!(self.key, ShortcutKey::Char('3'..='5' | 'q'))))
            }
        };
        is_of_system || self.is_clipboard()
    }

    /// Whether some keyboards type the key only with Shift: signs, but neither letters nor keys that
    /// have a name.
    #[must_use]
    pub const fn may_need_shift(self) -> bool {
        match self.key {
            ShortcutKey::Plus | ShortcutKey::Minus | ShortcutKey::Question => true,
            ShortcutKey::Char(sign) => !sign.is_ascii_alphabetic(),
            ShortcutKey::Function(_)
            | ShortcutKey::Backspace
            | ShortcutKey::Left
            | ShortcutKey::Right => false,
        }
    }

    /// Whether the keys go to the text while text is being typed: letters without Ctrl, and what
    /// edits.
    #[must_use]
    pub const fn belongs_to_text(self, system: System) -> bool {
        let is_function = matches!(self.key, ShortcutKey::Function(_));
        let moves_by_word = self.alt && matches!(system, System::Mac);
        (!self.command && !self.alt && !is_function) || moves_by_word || self.edits_text()
    }

    /// Cut, copy, paste, select all: the same everywhere.
    const fn is_clipboard(self) -> bool {
        self.command
            && !self.alt
            && !self.shift
            && matches!(self.key, ShortcutKey::Char('a' | 'c' | 'v' | 'x'))
    }

    /// Those, and undo and redo, which the window has for itself when no text is being typed.
    const fn edits_text(self) -> bool {
        let is_undo = self.command && !self.alt && matches!(self.key, ShortcutKey::Char('z' | 'y'));
        self.is_clipboard() || is_undo
    }
}

#[cfg(test)]
mod tests {
    use super::{Shortcut, ShortcutKey, System, ctrl, with_alt};

    #[test]
    fn each_system_keeps_its_own_keys() {
        assert!(ctrl('m').is_reserved(System::Mac) && !ctrl('m').is_reserved(System::Windows));
        assert!(ctrl('h').is_reserved(System::Mac));
        let alt_f4 = with_alt(ShortcutKey::Function(4));
        assert!(alt_f4.is_reserved(System::Windows) && alt_f4.is_reserved(System::Linux));
        assert!(with_alt(ShortcutKey::Char(' ')).is_reserved(System::Windows));
        assert!(!with_alt(ShortcutKey::Left).is_reserved(System::Windows));
        let ctrl_alt = Shortcut { alt: true, ..ctrl('p') };
        assert!(System::ALL.iter().all(|system| ctrl_alt.is_reserved(*system)));
        assert!(System::ALL.iter().all(|system| ctrl('c').is_reserved(*system)));
    }
}
