//! What texts and ids may hold.

/// The most characters of one text; a long note has a thousand.
pub(super) const MOST_CHARS: usize = 10_000;

/// The most characters of one id: several of them make a file name.
pub(super) const MOST_ID_CHARS: usize = 80;

/// The first invisible character that could mislead a reader or break a line.
///
/// Marks and overrides of direction can make a text look like another one, and so can whatever has
/// no width. Joiners are allowed between letters of the scripts that need them.
pub(super) fn hidden(text: &str) -> Option<char> {
    let mut before = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let mut is_between_letters = || joins(before) && joins(chars.peek().copied());
        match c {
            '\u{200c}' | '\u{200d}' if is_between_letters() => {}
            c if is_hidden(c) => return Some(c),
            _ => {}
        }
        before = Some(c);
    }
    None
}

/// Whether a joiner beside this may change how it is written: a letter, neither Latin nor Chinese.
fn joins(letter: Option<char>) -> bool {
    letter.is_some_and(|c| {
        matches!(c, '\u{600}'..='\u{109f}' | '\u{1780}'..='\u{18af}') && !is_hidden(c)
    })
}

/// Whether a character leaves no trace of its own on the screen.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'..='\u{1160}'
                | '\u{17b4}'..='\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff0}'..='\u{fffb}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The text with every hidden character written as `\u{202e}`, so that what is shown of a file
/// that was not accepted cannot imitate anything else.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_hidden(c) {
            out.extend(c.escape_unicode());
        } else {
            out.push(c);
        }
    }
    out
}

/// The first character that an id cannot hold.
pub(super) fn not_of_id(id: &str) -> Option<char> {
    id.chars().find(|c| !matches!(c, 'a'..='z' | '0'..='9' | '_' | '-'))
}

/// Whether this is a full web address.
pub(super) fn is_web_address(address: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty()
            && !host.contains(['@', '\\'])
            && !address.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
    })
}

/// `text`, cut where it is too long for a message, with nothing hidden in it.
pub(super) fn clip(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", visible(text.get(..end).unwrap_or_default())),
        None => visible(text),
    }
}
