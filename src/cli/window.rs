//! Opening the window: which data, which view, and what of the last time.

use std::path::{Path, PathBuf};

use super::{
    CliError,
    args::{OpenArgs, Pair},
    indicator_id, load, region_id, system_lang,
};
use crate::{
    app::{self, AtlasApp, Keeping, NativeDesktop, Store, StoreNotice, Then, crash},
    figure::FigureKind,
    files,
    i18n::texts,
    load::Diagnostics,
    model::{Dataset, Lang},
    state::{NoticeKind, Settings, Tab, ViewFile, ViewState},
};

/// The view file of the command line: its name, and what it holds or why it was refused.
type AskedView = (String, Result<ViewFile, String>);

/// A file to open, and whether it was asked for or only open last.
struct Wanted {
    path: PathBuf,
    is_asked: bool,
}

pub(super) fn run(args: &OpenArgs) -> Result<(), CliError> {
    let (store, told) = store(args);
    let lang = args.lang.map(Into::into).or(store.settings().lang).unwrap_or_else(system_lang);
    let (file, view) = asked_files(args);
    let built_in = load(None)?;
    let wanted = wanted(args, file, view.as_ref(), built_in.data.id(), store.settings());
    // Nobody should wait for a large file in front of nothing.
    let (now, later) = match wanted {
        Some(it) if files::is_large(&it.path) => (None, Some(it)),
        it => (it, None),
    };
    let result = now.as_ref().map(|it| files::open(&it.path));
    let (loaded, fault) = match result {
        Some(Ok(loaded)) => (loaded, None),
        Some(Err(diagnostics)) => (built_in, Some(diagnostics)),
        None => (built_in, None),
    };
    let is_asked = |it: &Option<Wanted>| it.as_ref().is_some_and(|it| it.is_asked);
    // The ids on the command line are those of the file asked for, which is not there.
    let state = if later.is_some() || fault.is_some() && is_asked(&now) {
        in_manner_asked(ViewState::first(&loaded.data, lang), args, store.settings())
    } else {
        state_of(args, &loaded.data, store.settings(), lang)?
    };
    let recorder = crash::Recorder::default();
    let reports = store.folder().map_or_else(std::env::temp_dir, |it| it.join("reports"));
    crash::watch(reports, recorder.clone(), lang);
    let settings = store.settings().clone();
    let mut app = AtlasApp::new(loaded, state, Box::new(NativeDesktop))
        .with_store(store, told)
        .with_recorder(recorder)
        .with_live_files();
    if let (Some(wanted), Some(diagnostics)) = (now, fault) {
        tell_fault(&mut app, &wanted, &diagnostics);
    }
    let ctx = egui::Context::default();
    match later {
        Some(later) => open_later(&mut app, args.clone(), later, view, settings),
        None => show_view(&mut app, &ctx, view),
    }
    stop_if_asked_to();
    app::run(app).map_err(|error| CliError::Fault(no_window(&error.to_string(), lang)))
}

/// Opens a large file while the window shows how far it is read.
fn open_later(
    app: &mut AtlasApp,
    args: OpenArgs,
    wanted: Wanted,
    asked_view: Option<AskedView>,
    settings: Settings,
) {
    let path = wanted.path.clone();
    let then: Then = Box::new(move |app, ctx, result| {
        let loaded = match result {
            Ok(loaded) => loaded,
            Err(diagnostics) => return tell_fault(app, &wanted, &diagnostics),
        };
        let lang = app.state().lang;
        let state = state_of(&args, &loaded.data, &settings, lang);
        let view =
            state.as_ref().map_or_else(|_| ViewState::first(&loaded.data, lang), Clone::clone);
        app.show_loaded(ctx, loaded, &view);
        if let Err(error) = state {
            app.tell(NoticeKind::Error, error.to_string());
        }
        show_view(app, ctx, asked_view);
    });
    app.open_aside(&egui::Context::default(), &path, then);
}

fn show_view(app: &mut AtlasApp, ctx: &egui::Context, view: Option<AskedView>) {
    match view {
        Some((name, Ok(view))) => app.show_view(ctx, &view, &name),
        Some((name, Err(why))) => {
            app.tell(NoticeKind::Error, texts(app.state().lang).view_refused(name, why));
        }
        None => {}
    }
}

fn tell_fault(app: &mut AtlasApp, wanted: &Wanted, diagnostics: &Diagnostics) {
    let (lang, name) = (app.state().lang, wanted.path.display().to_string());
    if wanted.is_asked {
        let report = app::fault_report(&name, diagnostics, lang);
        return app.show_faults(report, Some(wanted.path.clone()));
    }
    let why = diagnostics.iter().next().map_or(String::new(), |it| it.message(lang));
    app.tell(NoticeKind::Error, texts(lang).notice_not_reopened(name, why));
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

/// The file asked for; or that of the data that the view was made on; or the one that was open last.
fn wanted(
    args: &OpenArgs,
    file: Option<&Path>,
    view: Option<&AskedView>,
    built_in_id: &str,
    settings: &Settings,
) -> Option<Wanted> {
    if let Some(path) = file {
        return Some(Wanted { path: path.to_owned(), is_asked: true });
    }
    let recent = &settings.recent_files;
    let made_on = view.and_then(|(_, it)| it.as_ref().ok()).map(|it| it.data_id.as_str());
    let last = match made_on {
        Some(id) if built_in_id == id => None,
        Some(id) => recent.iter().find(|it| it.id == id),
        // Ids on the command line are those of the built-in data, whatever was open last.
        None if names_ids(args) => None,
        None => recent.first().filter(|_| settings.is_file_open),
    };
    last.map(|it| Wanted { path: it.path.clone(), is_asked: false })
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
    Ok(in_manner_asked(state, args, settings))
}

/// `state` in the manner that is asked for and remembered, whatever the data.
fn in_manner_asked(mut state: ViewState, args: &OpenArgs, settings: &Settings) -> ViewState {
    state.is_large = settings.is_large.unwrap_or_default();
    state.sound = settings.sound.unwrap_or_default();
    state.motion = settings.motion.unwrap_or_default();
    state.file_edits = settings.file_edits.unwrap_or_default();
    state.theme = args.theme.map(Into::into).or(settings.theme).unwrap_or_default();
    state
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
