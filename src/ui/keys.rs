//! Shortcuts: the command table's keys as egui knows them.

use egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::state::{Action, Command, Shortcut, ShortcutKey};

/// The commands whose keys were pressed; their keys are consumed.
///
/// While text is being typed, keys without Ctrl belong to the text.
#[must_use]
pub fn pressed(ctx: &Context) -> Vec<Action> {
    let is_typing = ctx.text_edit_focused();
    let mut commands: Vec<(Command, Shortcut)> = Command::ALL
        .iter()
        .filter_map(|command| Some((*command, command.spec().shortcut?)))
        .filter(|(_, shortcut)| !is_typing || shortcut.command || shortcut.alt)
        // A text being typed has an undo of its own.
        .filter(|(command, _)| !is_typing || !matches!(command, Command::Undo | Command::Redo))
        .collect();
    // egui lets Ctrl+Shift+C match Ctrl+C too, so the richer combination is asked first.
    commands.sort_by_key(|(_, it)| std::cmp::Reverse(u8::from(it.shift) + u8::from(it.command)));
    let mut actions = Vec::new();
    for (command, shortcut) in commands {
        let is_pressed =
            egui_shortcuts(shortcut).iter().any(|it| ctx.input_mut(|i| i.consume_shortcut(it)));
        if is_pressed {
            actions.push(command.action());
        }
    }
    actions
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
        ShortcutKey::Char(letter) => {
            Key::from_name(&letter.to_uppercase().to_string()).into_iter().collect()
        }
        ShortcutKey::Function(number) => {
            Key::from_name(&format!("F{number}")).into_iter().collect()
        }
        ShortcutKey::Left => vec![Key::ArrowLeft],
        ShortcutKey::Right => vec![Key::ArrowRight],
        ShortcutKey::Plus => vec![Key::Plus, Key::Equals],
        ShortcutKey::Minus => vec![Key::Minus],
        ShortcutKey::Question => vec![Key::Questionmark],
    };
    keys.into_iter().map(|key| KeyboardShortcut::new(modifiers, key)).collect()
}
