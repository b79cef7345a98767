use std::collections::HashMap;

use super::{Command, Mark, System};
use crate::{
    i18n::texts,
    model::Lang,
    state::{Tab, ViewState},
};

#[test]
fn no_two_commands_share_their_keys_on_any_system() {
    for system in System::ALL {
        let mut seen = HashMap::new();
        for command in Command::ALL {
            let Some(shortcut) = command.shortcut(system) else { continue };
            if let Some(other) = seen.insert(shortcut, command) {
                panic!("{command:?} and {other:?} share {shortcut:?} on {system:?}");
            }
        }
    }
}

#[test]
fn no_command_takes_keys_of_the_system_or_of_text() {
    for system in System::ALL {
        for command in Command::ALL {
            let Some(shortcut) = command.shortcut(system) else { continue };
            let is_quit = *command == Command::Quit;
            assert!(
                is_quit || !shortcut.is_reserved(system),
                "{command:?} takes {shortcut:?} of {system:?}"
            );
        }
    }
}

#[test]
fn letters_belong_to_the_text_while_typing() {
    let keys = |command: Command| command.shortcut(System::Linux).unwrap();
    assert!(keys(Command::Pin).belongs_to_text(System::Linux));
    assert!(keys(Command::Keys).belongs_to_text(System::Linux));
    assert!(keys(Command::Undo).belongs_to_text(System::Linux), "a text has its own undo");
    assert!(keys(Command::Redo).belongs_to_text(System::Linux));
    assert!(!keys(Command::Find).belongs_to_text(System::Linux));
    assert!(!keys(Command::Reload).belongs_to_text(System::Linux));
}

#[test]
fn names_tell_commands_apart_in_both_languages() {
    for lang in Lang::ALL {
        let mut seen = HashMap::new();
        for command in Command::ALL {
            let other = seen.insert(command.name(texts(lang)), command);
            assert!(other.is_none(), "{command:?} and {other:?} are named alike");
        }
    }
}

#[test]
fn what_is_chosen_is_marked() {
    let state = ViewState { tab: Tab::Plots, lang: Lang::En, ..ViewState::default() };
    let marked: Vec<_> =
        Command::ALL.iter().filter(|it| it.mark(&state, false).is_on()).copied().collect();
    assert_eq!(
        marked,
        [
            Command::ToggleFileEdits,
            Command::TabPlots,
            Command::LangEn,
            Command::ThemeSystem,
            Command::MotionSystem,
            Command::SoundMediumSpeed,
            Command::SoundMediumVolume
        ]
    );
    assert_eq!(Command::ToggleTheme.mark(&state, true), Mark::Check(true));
    assert_eq!(Command::Reload.mark(&state, true), Mark::None);
}
