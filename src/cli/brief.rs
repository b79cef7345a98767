//! `city-atlas brief`: everything on one region as one page.

use super::{CliError, args::BriefArgs, load, region_id, seen, system_lang};
use crate::export::{brief, file};

/// Writes the page.
pub(super) fn run(args: &BriefArgs) -> Result<(), CliError> {
    let lang = args.lang.map_or_else(system_lang, Into::into);
    let extension = args.output.extension().and_then(|it| it.to_str()).unwrap_or_default();
    if !["html", "htm"].iter().any(|it| extension.eq_ignore_ascii_case(it)) {
        return Err(CliError::Misuse(format!(
            "a brief is an HTML page; give -o a name that ends in .html, not “{}”",
            args.output.display()
        )));
    }
    let data = &seen(&load(args.file.as_deref())?.data, args.period.as_deref())?;
    let id = region_id(data, &args.region)?;
    let region = data.region_by_id(&id).unwrap_or_else(|| data.root());
    let page =
        brief::html(data, region, lang).map_err(|error| CliError::Fault(error.to_string()))?;
    file::write_whole(&args.output, page.as_bytes())
        .map_err(|error| CliError::Fault(error.to_string()))
}
