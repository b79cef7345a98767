//! The programs that are compared: how each is started, asked for its version, installed.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{Fault, PLOTTERS, chart::Chart};

/// City Atlas as built beside this benchmark, with the same profile.
pub const CITY_ATLAS: &str = env!("CARGO_BIN_EXE_city-atlas");

/// The figure that all draw.
pub const FIGURE: [&str; 7] =
    ["export", "--figure", "ranking", "--indicator", "resident_population", "--lang", "zh"];

/// The limit that City Atlas is to keep against a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// It is City Atlas.
    Ours,
    /// At least so many times faster; in less memory.
    Times(f64),
    /// In less memory only.
    Memory,
}

/// A program that draws the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Program {
    /// City Atlas.
    CityAtlas,
    /// Python's usual library.
    Matplotlib,
    /// Vega-Lite, a grammar of charts in JavaScript, through vl-convert.
    VegaLite,
    /// gnuplot with Cairo.
    Gnuplot,
    /// plotters, Rust's usual library.
    Plotters,
}

impl Program {
    /// All programs in the order of the table.
    pub const ALL: [Self; 5] =
        [Self::CityAtlas, Self::Matplotlib, Self::VegaLite, Self::Gnuplot, Self::Plotters];

    /// Its name for readers.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CityAtlas => "City Atlas",
            Self::Matplotlib => "matplotlib",
            Self::VegaLite => "Vega-Lite (vl-convert)",
            Self::Gnuplot => "gnuplot (pngcairo)",
            Self::Plotters => "plotters",
        }
    }

    /// Its name in file names.
    pub const fn id(self) -> &'static str {
        match self {
            Self::CityAtlas => "city-atlas",
            Self::Matplotlib => "matplotlib",
            Self::VegaLite => "vega-lite",
            Self::Gnuplot => "gnuplot",
            Self::Plotters => "plotters",
        }
    }

    /// What City Atlas is to reach beside it.
    pub const fn limit(self) -> Limit {
        match self {
            Self::CityAtlas => Limit::Ours,
            Self::Matplotlib | Self::VegaLite => Limit::Times(10.0),
            Self::Gnuplot => Limit::Times(3.0),
            Self::Plotters => Limit::Memory,
        }
    }

    /// How to install it where it is missing.
    const fn installation(self) -> &'static str {
        match self {
            Self::Matplotlib => "pip install matplotlib",
            Self::VegaLite => "pip install vl-convert-python",
            Self::Gnuplot => "apt-get install gnuplot-nox",
            Self::CityAtlas | Self::Plotters => "cargo builds it",
        }
    }

    /// Its version.
    ///
    /// # Errors
    /// When it is not installed: how to install it.
    pub fn version(self) -> Result<String, String> {
        let said = |command: &mut Command| {
            let output =
                command.stdin(Stdio::null()).output().ok().filter(|it| it.status.success());
            let said = output.and_then(|it| String::from_utf8(it.stdout).ok());
            let missing = || format!("not installed; to have it: {}", self.installation());
            said.map(|it| it.trim().to_owned()).ok_or_else(missing)
        };
        let module = |name: &str| {
            let script = format!("import {name}; print({name}.__version__)");
            said(Command::new(python()).args(["-c", &script]))
        };
        match self {
            Self::CityAtlas => Ok(env!("CARGO_PKG_VERSION").to_owned()),
            Self::Matplotlib => module("matplotlib"),
            Self::VegaLite => module("vl_convert"),
            Self::Gnuplot => {
                let said = said(Command::new("gnuplot").arg("--version"))?;
                Ok(said.replace("gnuplot ", "").replace(" patchlevel ", "."))
            }
            Self::Plotters => Ok(locked_version("plotters").unwrap_or_default()),
        }
    }

    /// The command that draws `chart` to `out`; `folder` is for what it needs beside.
    ///
    /// # Errors
    /// When a file that it needs cannot be written.
    pub fn command(self, chart: &Chart, out: &Path, folder: &Path) -> Result<Command, Fault> {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers");
        let python = |script: &str| {
            let mut command = Command::new(python());
            command.arg(scripts.join(script));
            command
        };
        let mut command = match self {
            Self::CityAtlas => {
                let mut command = Command::new(CITY_ATLAS);
                command.args(FIGURE).args(["--size", "1600x1000", "--scale", "2", "-o"]).arg(out);
                return Ok(command);
            }
            Self::Gnuplot => {
                let mut command = Command::new("gnuplot");
                command.arg("-c").arg(scripts.join("with_gnuplot.gp"));
                command.env("FONTCONFIG_FILE", font_settings(chart, folder)?);
                command.arg(&chart.table).args([&chart.title, &chart.subtitle]).arg(out);
                return Ok(command);
            }
            Self::Matplotlib => python("with_matplotlib.py"),
            Self::VegaLite => python("with_vega_lite.py"),
            Self::Plotters => {
                let mut command = Command::new(env::current_exe()?);
                command.arg(PLOTTERS);
                command
            }
        };
        command.arg(&chart.table).args([&chart.title, &chart.subtitle]);
        command.arg(&chart.font).arg(out);
        Ok(command)
    }
}

fn python() -> PathBuf {
    env::var_os("PYTHON").map_or_else(|| "python3".into(), PathBuf::from)
}

/// Settings by which fontconfig knows the shipped fonts and no others.
fn font_settings(chart: &Chart, folder: &Path) -> Result<PathBuf, Fault> {
    let fonts = chart.font.parent().unwrap_or(folder).display();
    let cache = folder.join("fontconfig");
    let settings = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\
         <dir>{fonts}</dir><cachedir>{}</cachedir></fontconfig>\n",
        cache.display()
    );
    let path = folder.join("fonts.conf");
    fs::write(&path, settings)?;
    Ok(path)
}

/// The version of a crate in the lock file.
fn locked_version(name: &str) -> Option<String> {
    let lock = include_str!("../../Cargo.lock");
    let entry =
        lock.split("[[package]]").find(|it| it.contains(&format!("name = \"{name}\"\n")))?;
    let line = entry.lines().find_map(|it| it.strip_prefix("version = "))?;
    Some(line.trim_matches('"').to_owned())
}
