//! The program as a process of its own.

use std::{path::Path, process::Command};

/// Settings that belong to the tests, never to whoever runs them.
pub const SETTINGS: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/settings");

/// The program without a display, speaking English, with its settings in `config`.
pub fn program(config: impl AsRef<Path>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_city-atlas"));
    command
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("CITY_ATLAS_CONFIG", config.as_ref())
        .env("LC_ALL", "en_GB.UTF-8");
    command
}
