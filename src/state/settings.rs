//! What is remembered between two runs of the program.
//!
//! `settings.ron` is a RON struct whose fields are read one by one: a field of a newer version is
//! kept as it stands, a field that is not understood costs that field alone. Two windows that write
//! the same file each change only the fields that they changed themselves.

use std::{collections::BTreeMap, path::PathBuf};

use serde::{Deserialize, Serialize};

use super::{
    FileEdits, MotionChoice, ThemeChoice, ViewState,
    fields::{Fields, value_of},
    view_file::PERSONAL,
};
use crate::{model::Lang, sound::Manner};

/// The version of the file that this program writes.
pub const VERSION: u32 = 1;
/// How many recent files are remembered.
pub const MOST_RECENT: usize = 8;
/// How many data sets' last views are remembered.
const MOST_VIEWS: usize = 50;
/// What the name of a data set's last view begins with; its id follows.
const VIEW: &str = "view_of_";
/// The least and the largest zoom.
pub const ZOOM: std::ops::RangeInclusive<f32> = 0.8..=2.5;

/// Where the window stood, in points of the desktop, whatever the zoom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Width and height of what is inside its frame.
    pub size: Option<(f32, f32)>,
    /// The upper left corner of its frame; not known under Wayland.
    pub position: Option<(f32, f32)>,
    /// Whether it filled the screen.
    pub is_maximized: bool,
}

impl WindowPlace {
    /// Whether all numbers could be those of a window on some desktop.
    fn is_sane(&self) -> bool {
        let is_size = |it: f32| (1.0..=32_768.0).contains(&it);
        self.size.is_none_or(|(w, h)| is_size(w) && is_size(h))
            && self.position.is_none_or(|(x, y)| x.abs() <= 65_536.0 && y.abs() <= 65_536.0)
    }
}

/// A data file that was open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecentFile {
    /// Its whole path.
    pub path: PathBuf,
    /// The id of its data set.
    pub id: String,
}

/// What is remembered; what was never set is `None`, so that the defaults of the program hold.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language.
    pub lang: Option<Lang>,
    /// Colours.
    pub theme: Option<ThemeChoice>,
    /// Whether things may move by themselves.
    pub motion: Option<MotionChoice>,
    /// Whether text and targets are large.
    pub is_large: Option<bool>,
    /// How figures sound.
    pub sound: Option<Manner>,
    /// When edits to the open file are shown.
    pub file_edits: Option<FileEdits>,
    /// Zoom; 1 is the usual size.
    pub zoom: Option<f32>,
    /// The window.
    pub window: WindowPlace,
    /// Data files that were open, the latest first.
    pub recent_files: Vec<RecentFile>,
    /// Whether the window was closed with a file open rather than the built-in data.
    pub is_file_open: bool,
    /// Whether the program was started before.
    pub was_started: bool,
    /// The name of the last report of a crash that the reader was told of.
    pub last_report: Option<String>,
    /// The last view of each data set, by its id.
    #[serde(skip)]
    pub views: BTreeMap<String, ViewState>,
}

/// A settings file as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What it says, as far as this version understands it.
    pub settings: Settings,
    /// Its fields, those of newer versions among them.
    pub fields: Fields,
    /// Names of fields with a value that is not understood.
    pub unreadable: Vec<String>,
    /// The version that wrote it.
    pub version: u32,
}

impl Reading {
    /// Reads the text of a settings file.
    ///
    /// # Errors
    /// What is wrong with a text that is no settings file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let fields = Fields::parse(text)?;
        let version = fields.get("version").filter(|it| *it > 0);
        let version = version.ok_or_else(|| "version: ?".to_owned())?;
        let is_known = |name: &str| name != "version" && !name.starts_with(VIEW);
        let read = fields.clone().without(|name| !is_known(name)).lenient::<Settings>();
        let (mut settings, mut unreadable) = (read.value, read.unreadable);
        settings.zoom = settings.zoom.map(|it| it.clamp(*ZOOM.start(), *ZOOM.end()));
        if settings.zoom.is_some_and(f32::is_nan) || !settings.window.is_sane() {
            (settings.zoom, settings.window) = (None, WindowPlace::default());
            unreadable.push("window".to_owned());
        }
        settings.recent_files.truncate(MOST_RECENT);
        for (name, raw) in fields.iter() {
            let Some(id) = name.strip_prefix(VIEW) else { continue };
            match value_of::<Fields>(raw) {
                Some(view) => {
                    // What no remembered view holds, whoever wrote it there, is not taken from one.
                    let view = view.without(|name| PERSONAL.contains(&name));
                    let view = view.lenient::<ViewState>();
                    unreadable.extend(view.unreadable);
                    settings.views.insert(id.to_owned(), view.value);
                }
                None => unreadable.push(name.to_owned()),
            }
        }
        Ok(Self { settings, fields, unreadable, version })
    }
}

impl Settings {
    /// The fields of the file.
    #[must_use]
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::of(self);
        fields.set("version", &VERSION);
        for (id, view) in &self.views {
            let view = Fields::of(view).without(|name| PERSONAL.contains(&name));
            fields.set_fields(&format!("{VIEW}{id}"), &view);
        }
        fields
    }

    /// Puts `file` first among the recent ones.
    pub fn note_recent(&mut self, file: RecentFile) {
        self.recent_files.retain(|it| it.path != file.path);
        self.recent_files.insert(0, file);
        self.recent_files.truncate(MOST_RECENT);
    }

    /// Remembers the view of a data set. Language, colours, size, motion, sound and edits hold for all of them, and only once
    /// the reader has changed them: those of the machine or the command line are no one's choice.
    pub fn note_view(&mut self, id: &str, old: &ViewState, view: &ViewState) {
        if view.lang != old.lang {
            self.lang = Some(view.lang);
        }
        if view.theme != old.theme {
            self.theme = Some(view.theme);
        }
        if view.motion != old.motion {
            self.motion = Some(view.motion);
        }
        if view.is_large != old.is_large {
            self.is_large = Some(view.is_large);
        }
        if view.sound != old.sound {
            self.sound = Some(view.sound);
        }
        if view.file_edits != old.file_edits {
            self.file_edits = Some(view.file_edits);
        }
        if self.views.len() < MOST_VIEWS || self.views.contains_key(id) {
            let view = view.in_manner_of(&ViewState::default());
            self.views.insert(id.to_owned(), view);
        }
    }
}

/// The text of a settings file with `fields`.
#[must_use]
pub fn file_text(fields: &Fields) -> String {
    format!(
        "// City Atlas settings. The program writes this file; delete it to start afresh.\n{fields}\n"
    )
}

/// What `mine` makes of the file of another window (`theirs`): each keeps the fields that it
/// changed since `base`, and recent files of both are remembered.
#[must_use]
pub fn merged(mine: &Fields, base: &Fields, theirs: &Fields) -> Fields {
    const RECENT: &str = "recent_files";
    let mut merged = mine.merged_onto(base, theirs);
    let list = |fields: &Fields| fields.get::<Vec<RecentFile>>(RECENT).unwrap_or_default();
    let (ours, others) = (list(mine), list(theirs));
    if ours != list(base) {
        let more = others.into_iter().filter(|it| !ours.iter().any(|own| own.path == it.path));
        let both: Vec<RecentFile> = ours.iter().cloned().chain(more).take(MOST_RECENT).collect();
        merged.set(RECENT, &both);
    }
    merged
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{MOST_RECENT, Reading, RecentFile, Settings, WindowPlace, file_text, merged};
    use crate::{
        model::Lang,
        state::{Tab, ThemeChoice, ViewState},
    };

    fn recent(path: &str) -> RecentFile {
        RecentFile { path: path.into(), id: "x".into() }
    }

    fn some() -> Settings {
        let mut settings = Settings {
            zoom: Some(1.2),
            window: WindowPlace { size: Some((1000.0, 700.0)), ..WindowPlace::default() },
            was_started: true,
            ..Settings::default()
        };
        let view = ViewState {
            theme: ThemeChoice::Dark,
            tab: Tab::Table,
            selected: Some("huzhou".into()),
            ..ViewState::default()
        };
        settings.note_view("zhejiang-2023", &ViewState::default(), &view);
        let english = ViewState { lang: Lang::En, ..view.clone() };
        settings.note_view("江苏 \"x\"", &view, &english);
        settings.note_recent(recent("/data/浙江.ron"));
        settings.note_recent(recent("C:\\data\\b.ron"));
        settings
    }

    #[test]
    fn settings_survive_being_written() {
        let text = file_text(&some().fields());
        let read = Reading::parse(&text).unwrap();
        assert_eq!(read.settings, some(), "{text}");
        assert_eq!((read.version, read.unreadable), (1, Vec::<String>::new()));
    }

    #[test]
    fn a_newer_version_is_read_as_far_as_it_is_known_and_keeps_its_fields() {
        let text =
            "(version: 9, lang: en, theme: sepia, telepathy: (on: true), window: (size: (9, 9)))";
        let read = Reading::parse(text).unwrap();
        assert_eq!((read.version, read.settings.lang), (9, Some(Lang::En)));
        assert_eq!((read.settings.theme, read.unreadable), (None, vec!["theme".to_owned()]));
        let mine = Settings { zoom: Some(1.5), ..read.settings.clone() };
        let merged = merged(&mine.fields(), &read.settings.fields(), &read.fields);
        assert_eq!(merged.raw("telepathy"), Some("(on: true)"));
        assert_eq!(merged.raw("version"), Some("9"));
    }

    #[test]
    fn a_language_within_a_remembered_view_is_not_the_views_to_keep() {
        let read = Reading::parse("(version: 1, view_of_x: (lang: en))").unwrap();
        let again = Reading::parse(&file_text(&read.settings.fields())).unwrap();
        assert_eq!(again.settings, read.settings);
        assert_eq!(read.settings.lang, None);
        assert_eq!(read.settings.views["x"], ViewState::default());
    }

    #[test]
    fn absurd_windows_and_zooms_are_not_restored() {
        let text = "(version: 1, zoom: 900.0, window: (size: (1e30, -4), position: (inf, NaN)))";
        let read = Reading::parse(text).unwrap();
        assert_eq!(read.settings.window, WindowPlace::default());
        assert!(read.settings.zoom.is_none_or(|it| it <= 2.5));
    }

    #[test]
    fn two_windows_each_keep_what_they_changed() {
        let base = some();
        let (mut one, mut two) = (base.clone(), base.clone());
        one.zoom = Some(2.0);
        one.note_recent(recent("/one.ron"));
        two.theme = Some(ThemeChoice::Light);
        two.note_recent(recent("/two.ron"));
        let on_disk = merged(&one.fields(), &base.fields(), &base.fields());
        let on_disk = merged(&two.fields(), &base.fields(), &on_disk);
        let read = Reading::parse(&file_text(&on_disk)).unwrap().settings;
        assert_eq!((read.zoom, read.theme), (Some(2.0), Some(ThemeChoice::Light)));
        let names: Vec<_> = read.recent_files.iter().map(|it| it.path.to_str().unwrap()).collect();
        assert_eq!(names, ["/two.ron", "C:\\data\\b.ron", "/data/浙江.ron", "/one.ron"]);
    }

    #[test]
    fn the_latest_files_are_remembered_and_each_once() {
        let mut settings = Settings::default();
        for at in 0..20 {
            settings.note_recent(recent(&format!("/{at}.ron")));
        }
        settings.note_recent(recent("/15.ron"));
        assert_eq!(settings.recent_files.len(), MOST_RECENT);
        assert_eq!(settings.recent_files[0], recent("/15.ron"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC*") {
            let _ = Reading::parse(&text);
        }

        #[test]
        fn no_damage_to_a_file_makes_it_panic(at in 0..600_usize, cut in 0..40_usize, put in "\\PC{0,6}") {
            let mut text: Vec<char> = file_text(&some().fields()).chars().collect();
            let at = at.min(text.len());
            text.splice(at..(at + cut).min(text.len()), put.chars());
            let _ = Reading::parse(&text.into_iter().collect::<String>());
        }
    }
}
