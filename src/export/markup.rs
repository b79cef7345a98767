//! What pages and SVG files share as markup.

use crate::model::Lang;

/// The tag of a language in markup.
#[must_use]
pub const fn language_tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh-Hans",
        Lang::En => "en",
    }
}

/// The text so that it is only text, in content and in attributes. Characters that XML 1.0 and HTML
/// cannot hold are left out.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            it if it.is_control() && !matches!(it, '\t' | '\n' | '\r') => {}
            it => out.push(it),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn texts_are_escaped_and_lose_what_markup_cannot_hold() {
        let text = "a<b & \"c\" > 'd'\u{1}\u{b}\u{fffe}\n\u{6d59}";
        assert_eq!(escaped(text), "a&lt;b &amp; &quot;c&quot; &gt; &#39;d&#39;\n\u{6d59}");
    }
}
