//! Shortcuts: the command table's keys as egui knows them.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers, os::OperatingSystem};

use crate::state::{Command, Shortcut, ShortcutKey, System};

/// The system whose manner of keys the window follows.
#[must_use]
pub fn system(ctx: &Context) -> System {
    match ctx.os() {
        OperatingSystem::Mac | OperatingSystem::IOS => System::Mac,
        OperatingSystem::Windows => System::Windows,
        _ => System::Linux,
    }
}

/// The commands whose keys were pressed; their keys are consumed.
///
/// While text is being typed, letters without Ctrl and the keys that edit belong to the text.
#[must_use]
pub fn pressed(ctx: &Context) -> Vec<Command> {
    let system = system(ctx);
    let is_typing = ctx.text_edit_focused();
    let mut commands: Vec<(Command, Shortcut)> = Command::ALL
        .iter()
        .filter_map(|command| Some((*command, command.shortcut(system)?)))
        .filter(|(_, shortcut)| !is_typing || !shortcut.belongs_to_text(system))
        .collect();
    // egui lets Ctrl+Shift+C match Ctrl+C too, so the richer combination is asked first.
    commands.sort_by_key(|(_, it)| std::cmp::Reverse(u8::from(it.shift) + u8::from(it.command)));
    // It ignores Shift as well, which keys typed with it on some keyboards need and others do not:
    // Shift+F10 opens the menu of a row, not the menu bar.
    let is_pressed = |(_, shortcut): &(Command, Shortcut)| {
        egui_shortcuts(*shortcut).iter().any(|it| {
            (shortcut.may_need_shift() || is_with_shift(ctx, it.logical_key, shortcut.shift))
                && ctx.input_mut(|input| input.consume_shortcut(it))
        })
    };
    commands.into_iter().filter(is_pressed).map(|(command, _)| command).collect()
}

/// Whether `key` went down with Shift, or without it. The event says so: by the end of the frame both
/// may be up again.
fn is_with_shift(ctx: &Context, key: Key, has_shift: bool) -> bool {
    let is_such = |event: &Event| {
        matches!(event, Event::Key { key: it, pressed: true, modifiers, .. }
            if *it == key && modifiers.shift == has_shift)
    };
    ctx.input(|input| input.events.iter().any(is_such))
}

/// The keys of `command` in words, in the manner of the desktop.
#[must_use]
pub fn of(ctx: &Context, command: Command) -> Option<String> {
    command.shortcut(system(ctx)).map(|it| words(ctx, it))
}

/// The shortcut in words, in the manner of the desktop.
#[must_use]
pub fn words(ctx: &Context, shortcut: Shortcut) -> String {
    match (shortcut.key, egui_shortcuts(shortcut).first()) {
        (ShortcutKey::Question, _) => "?".to_owned(),
        (_, Some(first)) => ctx.format_shortcut(first),
        (_, None) => String::new(),
    }
}

/// More than one where keyboards differ: plus stands on the key of equals.
fn egui_shortcuts(shortcut: Shortcut) -> Vec<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    if shortcut.command {
        modifiers |= Modifiers::COMMAND;
    }
    if shortcut.shift {
        modifiers |= Modifiers::SHIFT;
    }
    if shortcut.alt {
        modifiers |= Modifiers::ALT;
    }
    let keys: Vec<Key> = match shortcut.key {
        ShortcutKey::Char('[') => vec![Key::OpenBracket],
        ShortcutKey::Char(',') => vec![Key::Comma],
        ShortcutKey::Char('.') => vec![Key::Period],
        ShortcutKey::Char(']') => vec![Key::CloseBracket],
        ShortcutKey::Char(letter) => {
            Key::from_name(&letter.to_uppercase().to_string()).into_iter().collect()
        }
        ShortcutKey::Function(number) => {
            Key::from_name(&format!("F{number}")).into_iter().collect()
        }
        ShortcutKey::Backspace => vec![Key::Backspace],
        ShortcutKey::Left => vec![Key::ArrowLeft],
        ShortcutKey::Right => vec![Key::ArrowRight],
        ShortcutKey::Plus => vec![Key::Plus, Key::Equals],
        ShortcutKey::Minus => vec![Key::Minus],
        ShortcutKey::Question => vec![Key::Questionmark],
    };
    keys.into_iter().map(|key| KeyboardShortcut::new(modifiers, key)).collect()
}

#[cfg(test)]
mod tests {
    use super::egui_shortcuts;
    use crate::state::{Command, System};

    #[test]
    fn every_shortcut_of_the_table_is_a_key_that_can_be_pressed() {
        for system in System::ALL {
            for shortcut in Command::ALL.iter().filter_map(|it| it.shortcut(system)) {
                assert!(!egui_shortcuts(shortcut).is_empty(), "{shortcut:?}");
            }
        }
    }
}
