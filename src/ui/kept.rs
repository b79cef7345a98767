//! What the panels read of what the window remembers.

use std::path::{Path, PathBuf};

use crate::{
    figure::words,
    model::Dataset,
    state::{Notices, Place, Tab},
    ui::View,
};

/// One recent data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentRow {
    /// Its path.
    pub path: PathBuf,
    /// Its name, with the folder that it lies in.
    pub name: String,
    /// Whether it cannot be found.
    pub is_missing: bool,
}

impl RecentRow {
    /// The row of the file at `path`.
    #[must_use]
    pub fn new(path: &Path, is_missing: bool) -> Self {
        let part = |it: Option<&std::ffi::OsStr>| it.map(|it| it.to_string_lossy().into_owned());
        let file = part(path.file_name()).unwrap_or_default();
        let name = match part(path.parent().and_then(Path::file_name)) {
            Some(folder) => format!("{file} ({folder})"),
            None => file,
        };
        Self { path: path.to_owned(), name, is_missing }
    }
}

/// What the window remembers.
#[derive(Clone, Copy)]
pub struct Kept<'a> {
    /// What was told.
    pub notices: &'a Notices,
    /// Recent data files, the latest first.
    pub recent: &'a [RecentRow],
    /// The place that back leads to.
    pub before: Option<&'a Place>,
    /// The place that forward leads to.
    pub after: Option<&'a Place>,
    /// Whether there is a change to undo.
    pub can_undo: bool,
    /// Whether there is a change to make again.
    pub can_redo: bool,
    /// Zoom in per cent.
    pub zoom_percent: u32,
    /// Whether the program has never been started before.
    pub is_first_start: bool,
    /// The title of the figure that is being heard.
    pub sounding: Option<&'a str>,
}

/// A place in a few words, such as “Compare · Huzhou and Jiaxing”.
#[must_use]
pub fn place_words(view: &View<'_>, place: &Place) -> String {
    let t = view.t;
    let city = |data: &Dataset, id: &Option<String>| {
        let ix = data.region_by_id(id.as_deref()?)?;
        Some(words::short(data, ix, t).to_owned())
    };
    let mut parts = vec![match place.tab {
        Tab::City => t.tab_city().to_owned(),
        Tab::Compare => t.tab_compare().to_owned(),
        Tab::Plots => place.figure.name(t).to_owned(),
        Tab::Coverage => t.tab_coverage().to_owned(),
        Tab::Table => t.tab_table().to_owned(),
    }];
    let (a, b) = (city(view.data, &place.selected), city(view.data, &place.compared));
    parts.extend(match (a, b) {
        (Some(a), Some(b)) => Some(format!("{a}{}{b}", t.and_mark())),
        (a, b) => a.or(b),
    });
    let indicator = place.indicator.as_deref().and_then(|id| view.data.indicator_by_id(id));
    let indicator = indicator.and_then(|ix| view.data.indicator(ix));
    parts.extend(indicator.map(|it| it.name.get(view.state.lang).to_owned()));
    parts.join(" · ")
}
