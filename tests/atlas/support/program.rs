//! The program as a process of its own.

use std::{path::Path, process::Command};

/// Settings that belong to the tests, never to whoever runs them.
pub const SETTINGS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/settings");

/// The program without a display, speaking English, with its settings in `config`.
///
/// `CITY_ATLAS_PROGRAM` names another build of it, say the released one.
pub fn program(config: impl AsRef<Path>) -> Command {
    let built = std::env::var_os("CITY_ATLAS_PROGRAM");
    let mut command =
        Command::new(built.unwrap_or_else(|| env!("CARGO_BIN_EXE_city-atlas").into()));
    command
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("CITY_ATLAS_CONFIG", config.as_ref())
        .env("LC_ALL", "en_GB.UTF-8");
    command
}
