//! Texts as cells of tables that spreadsheets open.

/// The text so that no spreadsheet takes it for a formula: with an apostrophe before it where it
/// begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break, also behind white
/// space, which some programs cut off.
#[must_use]
pub fn defused(text: &str) -> String {
    let is_risky = text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    if is_risky { format!("'{text}") } else { text.to_owned() }
}

/// A cell of a table that no spreadsheet takes for a formula; a number stays one, whatever its sign.
/// An apostrophe of its own is doubled, so that [`restored`] gives the text back.
#[must_use]
pub fn cell(text: &str) -> String {
    if text.parse::<f64>().is_ok() {
        text.to_owned()
    } else if text.starts_with('\'') {
        format!("'{text}")
    } else {
        defused(text)
    }
}

/// The text of which [`cell`] made `cell`. An apostrophe before anything else is a person's own.
#[must_use]
pub fn restored(text: &str) -> &str {
    let rest = text.strip_prefix('\'').filter(|it| it.starts_with('\'') || defused(it) != **it);
    rest.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{cell, defused, restored};

    #[test]
    fn formulas_are_defused() {
        for text in [
            "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1", "　＝1", "\u{a0}@x", "＝1", "＋1",
            "－1", "＠x",
        ] {
            assert_eq!(defused(text), format!("'{text}"));
        }
        assert_eq!(defused("达72.75%"), "达72.75%");
    }

    #[test]
    fn cells_are_disarmed_without_loss() {
        for text in
            ["", "x", "-5.5", "+1<b>", "=1", "'=1", "''", "'Tis", "@x", " ＝1", "－1", "\tx"]
        {
            let cell = cell(text);
            assert_eq!(restored(&cell), text);
            assert!(cell.parse::<f64>().is_ok() || defused(&cell) == cell, "{cell}");
        }
        assert_eq!((cell("-5.5").as_str(), restored("'Tis")), ("-5.5", "'Tis"));
    }
}
