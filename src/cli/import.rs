//! `city-atlas import`: a data file from spreadsheets.

use std::{
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

use super::{CliError, args::ImportArgs, system_lang};
use crate::{
    export::file::write_whole,
    files,
    import::{self, File, Imported, Input, Options},
    load::{AssetError, Assets, Diagnostics, load_str},
    model::Lang,
};

/// Imports, checks the result, writes it and tells what was decided.
pub(super) fn run(args: &ImportArgs) -> Result<(), CliError> {
    let lang = args.lang.map_or_else(system_lang, Lang::from);
    let failed = |diagnostics: Diagnostics| CliError::Data(shown(&diagnostics, "", lang));
    let map_path = args.output.with_extension("geojson");
    let map_name = map_path.file_name().and_then(|it| it.to_str()).unwrap_or("map.geojson");
    for path in [Some(&args.output), args.map.as_ref().map(|_| &map_path)].into_iter().flatten() {
        // The map that is read may be the one that is written.
        if !args.force && path.exists() && args.map.as_ref() != Some(path) {
            return Err(exists(path, lang));
        }
    }
    let figures = Read::of(&args.figures).map_err(failed)?;
    let regions = args.regions.as_deref().map(Read::of).transpose().map_err(failed)?;
    let map = args.map.as_deref().map(Read::of).transpose().map_err(failed)?;
    let input = Input {
        figures: figures.file(),
        regions: regions.as_ref().map(Read::file),
        map: map.as_ref().map(Read::file),
        map_file: map_name,
    };
    let imported = import::import(&input, &options(args)).map_err(failed)?;
    let beside = Beside { map: map_name, bytes: imported.map.as_deref(), output: &args.output };
    let name = args.output.display().to_string();
    let data = load_str(&name, &imported.text, &beside)
        .map_err(|diagnostics| CliError::Data(shown(&diagnostics, &imported.text, lang)))?;
    write(&args.output, imported.text.as_bytes())?;
    if let Some(map) = &imported.map {
        write(&map_path, map)?;
    }
    tell(&imported, lang)?;
    let summary = super::summary(&data);
    writeln!(io::stdout().lock(), "{name}: {summary}")?;
    Ok(())
}

fn exists(path: &Path, lang: Lang) -> CliError {
    let path = path.display();
    CliError::Fault(match lang {
        Lang::Zh => format!("{path} 已经存在；换一个名字，或者加 --force 覆盖"),
        Lang::En => format!("{path} exists; choose another name, or add --force to replace it"),
    })
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    write_whole(path, bytes).map_err(|error| CliError::Fault(error.to_string()))
}

fn shown(diagnostics: &Diagnostics, source: &str, lang: Lang) -> String {
    diagnostics.render(source, lang, io::stderr().is_terminal())
}

/// A file that was read.
struct Read {
    name: String,
    bytes: Vec<u8>,
}

impl Read {
    fn of(path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        let path = path.as_ref();
        let bytes = files::bytes(path)?;
        Ok(Self { name: path.display().to_string(), bytes })
    }

    fn file(&self) -> File<'_> {
        File { name: &self.name, bytes: &self.bytes }
    }
}

fn options(args: &ImportArgs) -> Options {
    Options {
        sheet: args.sheet.clone(),
        layout: args.layout,
        rows: args.rows.clone(),
        header_rows: args.header_rows,
        columns: args.columns.clone(),
        root: args.root.clone(),
        period: args.period.clone(),
        source: args.source.clone(),
        title: args.title.clone(),
        id: args.id.clone(),
        skips_unreadable: args.skip_unreadable,
    }
}

/// Decisions first, then what to look at.
fn tell(imported: &Imported, lang: Lang) -> Result<(), CliError> {
    let mut err = io::stderr().lock();
    let (warnings, decisions): (Vec<_>, Vec<_>) =
        imported.notes.iter().partition(|note| note.is_warning());
    for note in decisions {
        writeln!(err, "{}", note.words(lang))?;
    }
    let heading = match lang {
        Lang::Zh => "请留意：",
        Lang::En => "note: ",
    };
    for note in warnings {
        writeln!(err, "{heading}{}", note.words(lang))?;
    }
    Ok(())
}

/// What will lie beside the data file: the map that is about to be written, and what is there.
struct Beside<'a> {
    map: &'a str,
    bytes: Option<&'a [u8]>,
    output: &'a Path,
}

impl Assets for Beside<'_> {
    fn read(&self, relative_path: &str) -> Result<Vec<u8>, AssetError> {
        match self.bytes {
            Some(bytes) if relative_path == self.map => Ok(bytes.to_vec()),
            _ => files::Folder::new(folder(self.output)).read(relative_path),
        }
    }
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
