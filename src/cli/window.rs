//! Opening the window: which data, which view, and what of the last time.

use std::path::{Path, PathBuf};

use super::{
    CliError,
    args::{OpenArgs, Pair},
    indicator_id, load, region_id, system_lang,
};
use crate::{
    app::{self, AtlasApp, Keeping, NativeDesktop, Store, StoreNotice, crash},
    figure::FigureKind,
    files::{self, Loaded},
    i18n::texts,
    load::Diagnostics,
    model::{Dataset, Lang},
    state::{NoticeKind, Settings, Tab, ViewFile, ViewState},
};

/// The view file of the command line: its name, and what it holds or why it was refused.
type AskedView = (String, Result<ViewFile, String>);

/// The data to open, and the file that could not be opened.
struct Found {
    loaded: Loaded,
    asked_fault: Option<(PathBuf, Diagnostics)>,
    last_fault: Option<(PathBuf, Diagnostics)>,
}

pub(super) fn run(args: &OpenArgs) -> Result<(), CliError> {
    let (store, told) = store(args);
    let lang = args.lang.map(Into::into).or(store.settings().lang).unwrap_or_else(system_lang);
    let (file, view) = asked_files(args);
    let found = find_data(args, file, view.as_ref(), store.settings())?;
    // A file with faults shows its faults, so the ids given for it cannot be checked.
    let state = if found.asked_fault.is_some() {
        ViewState::first(&found.loaded.data, lang)
    } else {
        state_of(args, &found.loaded.data, store.settings(), lang)?
    };
    let recorder = crash::Recorder::default();
    let reports = store.folder().map_or_else(std::env::temp_dir, |it| it.join("reports"));
    crash::watch(reports, recorder.clone(), lang);
    let mut app = AtlasApp::new(found.loaded, state, Box::new(NativeDesktop))
        .with_store(store, told)
        .with_recorder(recorder)
        .with_live_files();
    if let Some((path, diagnostics)) = found.asked_fault {
        let name = path.display().to_string();
        app.show_faults(app::fault_report(&name, &diagnostics, lang), Some(path));
    }
    if let Some((path, diagnostics)) = found.last_fault {
        let why = diagnostics.iter().next().map_or(String::new(), |it| it.message(lang));
        let told = texts(lang).notice_not_reopened(path.display().to_string(), why);
        app.tell(NoticeKind::Error, told);
    }
    if let Some((name, view)) = view {
        match view {
            Ok(view) => app.show_view(&egui::Context::default(), &view, &name),
            Err(why) => app.tell(NoticeKind::Error, texts(lang).view_refused(name, why)),
        }
    }
    stop_if_asked_to();
    app::run(app).map_err(|error| CliError::Fault(no_window(&error.to_string(), lang)))
}

/// Stops by a fault, in a build for tests and only when told to, to show what is saved then.
fn stop_if_asked_to() {
    #[cfg(debug_assertions)]
    assert!(std::env::var_os("CITY_ATLAS_TEST_FAULT").is_none(), "a fault on purpose");
}

fn store(args: &OpenArgs) -> (Store, Vec<StoreNotice>) {
    let keeping = if args.no_settings { Ok(Keeping::Nowhere) } else { Keeping::by_default() };
    match keeping {
        Ok(keeping) => Store::open(&keeping),
        Err(notice) => (Store::default(), vec![notice]),
    }
}

/// The data file and the view file of the command line; a view may stand in the data's place.
fn asked_files(args: &OpenArgs) -> (Option<&Path>, Option<AskedView>) {
    let read = |path: &PathBuf| (path.display().to_string(), app::read_view(path));
    match &args.file {
        Some(path) if args.view.is_none() && app::is_view(path) => (None, Some(read(path))),
        file => (file.as_deref(), args.view.as_ref().map(read)),
    }
}

/// The data asked for; or those that the view was made on; or those that were open last.
fn find_data(
    args: &OpenArgs,
    file: Option<&Path>,
    view: Option<&AskedView>,
    settings: &Settings,
) -> Result<Found, CliError> {
    let mut found = Found { loaded: load(None)?, asked_fault: None, last_fault: None };
    if let Some(path) = file {
        match files::open(path) {
            Ok(loaded) => found.loaded = loaded,
            Err(diagnostics) => found.asked_fault = Some((path.to_owned(), diagnostics)),
        }
        return Ok(found);
    }
    let recent = &settings.recent_files;
    let made_on = view.and_then(|(_, it)| it.as_ref().ok()).map(|it| it.data_id.as_str());
    let last = match made_on {
        Some(id) if found.loaded.data.id() == id => None,
        Some(id) => recent.iter().find(|it| it.id == id),
        // Ids on the command line are those of the built-in data, whatever was open last.
        None if names_ids(args) => None,
        None => recent.first().filter(|_| settings.is_file_open),
    };
    if let Some(last) = last {
        match files::open(&last.path) {
            Ok(loaded) => found.loaded = loaded,
            Err(diagnostics) => found.last_fault = Some((last.path.clone(), diagnostics)),
        }
    }
    Ok(found)
}

const fn names_ids(args: &OpenArgs) -> bool {
    args.select.is_some()
        || args.compare.is_some()
        || args.indicator.is_some()
        || args.period.is_some()
        || args.within.is_some()
        || args.indicator_y.is_some()
}

fn no_window(error: &str, lang: Lang) -> String {
    // What went wrong stands last; before it come the places in the window library's own code.
    let cause = error.rsplit(": ").next().unwrap_or(error).trim_end_matches('.');
    texts(lang).cli_no_window(cause)
}

/// The view to begin with: what is remembered, under what the command line says.
fn state_of(
    args: &OpenArgs,
    data: &Dataset,
    settings: &Settings,
    lang: Lang,
) -> Result<ViewState, CliError> {
    let mut state = match settings.views.get(data.id()) {
        Some(last) => app::keep_what_exists(&ViewState { lang, ..last.clone() }, data),
        None => ViewState::first(data, lang),
    };
    if !settings.was_started && !names_ids(args) {
        state.tab = Tab::Coverage;
    }
    if let Some(region) = &args.select {
        state.selected = Some(region_id(data, region)?);
        state.compared = state.compared.filter(|it| it != region);
        state.open = None;
    }
    if let Some(Pair(a, b)) = &args.compare {
        state.selected = Some(region_id(data, a)?);
        state.compared = Some(region_id(data, b)?);
        state.tab = Tab::Compare;
        state.open = None;
    }
    if let Some(indicator) = &args.indicator {
        state.indicator = Some(indicator_id(data, indicator)?);
        state.indicator_y = state.indicator_y.filter(|it| it != indicator);
        state.open = None;
    }
    if let Some(indicator) = &args.indicator_y {
        state.indicator_y = Some(indicator_id(data, indicator)?);
        state.figure = FigureKind::Scatter;
        state.tab = Tab::Plots;
        state.open = None;
    }
    if let Some(period) = &args.period {
        super::seen(data, Some(period))?;
        state.period = Some(period.clone());
    }
    if let Some(region) = &args.within {
        super::within(data, Some(region))?;
        state.root = Some(region.clone());
        if args.select.is_none() && args.compare.is_none() {
            state.selected = Some(region.clone());
            state.compared = None;
        }
    }
    if let Some(tab) = args.tab {
        state.tab = tab.into();
    }
    state.is_large = settings.is_large.unwrap_or_default();
    state.sound = settings.sound.unwrap_or_default();
    state.motion = settings.motion.unwrap_or_default();
    state.file_edits = settings.file_edits.unwrap_or_default();
    state.theme = args.theme.map(Into::into).or(settings.theme).unwrap_or_default();
    Ok(state)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::{super::args::Args, state_of};
    use crate::{
        files,
        model::Lang,
        state::{Settings, Tab, ThemeChoice, ViewState},
    };

    fn state(settings: &Settings, args: &[&str]) -> ViewState {
        let args = Args::try_parse_from([&["city-atlas"], args].concat()).unwrap().open;
        let data = files::built_in().unwrap().data;
        state_of(&args, &data, settings, Lang::En).unwrap()
    }

    #[test]
    fn the_first_start_shows_what_there_is_and_a_later_one_what_was_seen_last() {
        assert_eq!(state(&Settings::default(), &[]).tab, Tab::Coverage);
        let data = files::built_in().unwrap().data;
        let last = ViewState {
            tab: Tab::Table,
            compared: Some("huzhou".into()),
            indicator: Some("lost since".into()),
            ..ViewState::first(&data, Lang::Zh)
        };
        let mut settings = Settings { was_started: true, ..Settings::default() };
        settings.note_view(data.id(), &last, &last);
        let again = state(&settings, &[]);
        assert_eq!((again.tab, again.compared.as_deref()), (Tab::Table, Some("huzhou")));
        assert_eq!(again.indicator, ViewState::first(&data, Lang::En).indicator);
    }

    #[test]
    fn the_command_line_wins_over_what_is_remembered() {
        let data = files::built_in().unwrap().data;
        let first = ViewState::first(&data, Lang::En);
        let last = ViewState { tab: Tab::Table, theme: ThemeChoice::Dark, ..first.clone() };
        let mut settings = Settings { was_started: true, ..Settings::default() };
        settings.note_view(data.id(), &first, &last);
        assert_eq!(state(&settings, &[]).theme, ThemeChoice::Dark);
        let asked = ["--tab", "plots", "--theme", "light", "--select", "quzhou"];
        let state = state(&settings, &asked);
        assert_eq!((state.tab, state.theme), (Tab::Plots, ThemeChoice::Light));
        assert_eq!(state.selected.as_deref(), Some("quzhou"));
    }
}
