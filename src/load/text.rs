//! What texts and ids may hold.

/// The first invisible character that could mislead a reader or break a line.
///
/// Joiners are allowed: some scripts need them. Marks and overrides of direction are not: they can
/// make a text look like another one.
pub(super) fn hidden(text: &str) -> Option<char> {
    text.chars().find(|c| {
        c.is_control()
            || matches!(
                c,
                '\u{061c}'
                    | '\u{200b}'
                    | '\u{200e}'
                    | '\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2066}'..='\u{2069}'
                    | '\u{feff}'
                    | '\u{fff9}'..='\u{fffb}'
            )
    })
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

/// `text`, cut where it is too long for a message.
pub(super) fn clip(text: &str) -> String {
    const MOST: usize = 80;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
