//! `city-atlas export`: figures as pictures, tables and words, with no display at all.

use std::io::{self, Write};

use super::{
    CliError,
    args::{ExportArgs, LangsArg, figure_kind},
    batch, indicator_id, load, region_id, seen, system_lang, unknown, within,
};
use crate::{
    analysis::{Order, scatter},
    export::{
        file,
        format::{self, ExportError, Format},
        picture::{PictureError, PictureSpec},
        preset,
        svg::SvgError,
    },
    figure::{self, Content, FigureKind, FigureSpec, MapLook, Unavailable},
    i18n::texts,
    model::{Dataset, IndicatorIx, Lang},
};

/// Draws one figure, or lists all.
pub(super) fn run(args: &ExportArgs) -> Result<(), CliError> {
    if args.batch.all {
        return batch::run(args);
    }
    let lang = match args.lang.map(LangsArg::langs).as_deref() {
        None => system_lang(),
        Some([lang]) => *lang,
        Some(_) => return Err(CliError::Misuse("--lang both goes with --all only".to_owned())),
    };
    if args.list {
        return list(lang);
    }
    let names = || FigureKind::ALL.into_iter().map(FigureKind::id);
    let Some(name) = &args.figure else {
        let all: Vec<&str> = names().collect();
        return Err(CliError::Misuse(format!(
            "--figure NAME is missing\nvalid: {}\nsee also: city-atlas export --list",
            all.join(", ")
        )));
    };
    let kind = figure_kind(name).ok_or_else(|| unknown("figure", name, names()))?;
    let Some(output) = &args.output else {
        return Err(CliError::Misuse("-o OUT is missing: where shall it go?".to_owned()));
    };
    let format = Format::of_path(output).ok_or_else(|| {
        let valid = Format::ALL.map(|it| format!(".{}", it.id())).join(", ");
        let output = output.display();
        CliError::Misuse(format!("“{output}” says no format by its extension\nvalid: {valid}"))
    })?;
    let data = seen(&load(args.file.as_deref())?.data, args.period.as_deref())?;
    let data = &within(&data, args.within.as_deref())?;
    let spec = figure_spec(args, kind, data, lang)?;
    let content = figure::content(data, &spec).map_err(|Unavailable(why)| CliError::Misuse(why))?;
    let picture = picture_spec(args, format, &content)
        .map_err(|error| picture_error(&error, content.kind))?;
    let bytes =
        format::figure_bytes(data, &content, format, &picture, args.svg_text).map_err(|error| {
            match error {
                ExportError::Picture(error) | ExportError::Svg(SvgError::Picture(error)) => {
                    picture_error(&error, content.kind)
                }
                ExportError::Svg(_) | ExportError::Data(_) => CliError::Fault(error.to_string()),
            }
        })?;
    file::write_whole(output, &bytes).map_err(|error| CliError::Fault(error.to_string()))
}

fn picture_spec(
    args: &ExportArgs,
    format: Format,
    content: &Content,
) -> Result<PictureSpec, PictureError> {
    let (scale_ppp, theme) = (format.scale_ppp(args.scale), args.theme.into());
    if let Some(preset) = args.preset {
        return preset::spec(content, preset, scale_ppp, theme);
    }
    let size = |(width, height): (u32, u32)| (width as f32, Some(height as f32));
    let size_pt = args.size.map_or(PictureSpec::default().size_pt, size);
    Ok(PictureSpec { size_pt, scale_ppp, theme, ..PictureSpec::default() })
}

fn picture_error(error: &PictureError, kind: FigureKind) -> CliError {
    match error {
        PictureError::TooSmall { .. } if kind == FigureKind::Coverage => {
            let themes = FigureKind::CoverageThemes.id();
            CliError::Misuse(format!(
                "{error}; choose another --size or --preset, or --figure {themes}, which is shorter"
            ))
        }
        PictureError::TooSmall { .. } | PictureError::Render(_) => {
            CliError::Misuse(format!("{error}; choose another --size, --preset or --scale"))
        }
        PictureError::Png(_) => CliError::Fault(error.to_string()),
    }
}

fn figure_spec(
    args: &ExportArgs,
    kind: FigureKind,
    data: &Dataset,
    lang: Lang,
) -> Result<FigureSpec, CliError> {
    let name = kind.id();
    let indicator = match (&args.indicator, kind.takes_indicator()) {
        (Some(id), true) => data.indicator_by_id(&indicator_id(data, id)?),
        (None, true) => {
            let all: Vec<&str> = data.indicators().map(|(_, it)| it.id.as_str()).collect();
            return Err(CliError::Misuse(format!(
                "--figure {name} needs --indicator ID\nvalid: {}",
                all.join(", ")
            )));
        }
        (Some(_), false) => {
            return Err(CliError::Misuse(format!("--figure {name} takes no --indicator")));
        }
        (None, false) => None,
    };
    let indicator_y = indicator_y(args, kind, data, indicator, lang)?;
    if args.map.is_some() && kind != FigureKind::Map {
        return Err(CliError::Misuse(format!("--figure {name} takes no --map")));
    }
    let takes = kind.takes_regions();
    if !takes.contains(&args.regions.len()) {
        return Err(CliError::Misuse(match (*takes.start(), *takes.end()) {
            (_, 0) => format!("--figure {name} takes no --regions"),
            (least, most) if least == most => {
                format!(
                    "--figure {name} needs --regions with {most} region ids, such as huzhou,jiaxing"
                )
            }
            (least, most) => {
                format!("--figure {name} needs --regions with {least} to {most} region ids")
            }
        }));
    }
    let mut regions = Vec::new();
    for id in &args.regions {
        regions.extend(data.region_by_id(&region_id(data, id)?));
    }
    Ok(FigureSpec {
        kind,
        indicator,
        indicator_y,
        regions,
        order: Order::Value,
        is_per_residents: args.per_residents,
        comparison: crate::figure::comparison::CompareView::default(),
        map: MapLook { kind: args.map.unwrap_or_default(), ..MapLook::default() },
        lang,
    })
}

/// The second indicator, for figures that take one.
fn indicator_y(
    args: &ExportArgs,
    kind: FigureKind,
    data: &Dataset,
    indicator: Option<IndicatorIx>,
    lang: Lang,
) -> Result<Option<IndicatorIx>, CliError> {
    let name = kind.id();
    match (&args.indicator_y, kind.takes_indicator_y()) {
        (Some(id), true) => Ok(data.indicator_by_id(&indicator_id(data, id)?)),
        (None, true) => {
            let partners = indicator.map_or_else(Vec::new, |it| scatter::partners(data, it));
            let valid: Vec<&str> =
                partners.iter().filter_map(|ix| Some(data.indicator(*ix)?.id.as_str())).collect();
            if let (true, Some(indicator)) = (valid.is_empty(), indicator) {
                let why = figure::scatter::without_partner(data, indicator, texts(lang));
                return Err(CliError::Misuse(why.to_string()));
            }
            Err(CliError::Misuse(format!(
                "--figure {name} needs --indicator-y ID\nvalid: {}",
                valid.join(", ")
            )))
        }
        (Some(_), false) => {
            Err(CliError::Misuse(format!("--figure {name} takes no --indicator-y")))
        }
        (None, false) => Ok(None),
    }
}

fn list(lang: Lang) -> Result<(), CliError> {
    let t = texts(lang);
    let mut out = io::stdout().lock();
    for kind in FigureKind::ALL {
        let mut takes = Vec::new();
        if kind.takes_indicator() {
            takes.push("--indicator ID");
        }
        if kind.takes_indicator_y() {
            takes.push("--indicator-y ID");
        }
        match *kind.takes_regions().end() {
            0 => {}
            2 if *kind.takes_regions().start() == 2 => takes.push("--regions A,B"),
            _ => takes.push("--regions A[,B]"),
        }
        let line = format!("{:<16}{:<33}{}", kind.id(), takes.join(" "), kind.name(t));
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}
