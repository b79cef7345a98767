//! The product's own words in Chinese and English.
//!
//! The catalogues are `assets/i18n/zh.ftl` and `en.ftl` (Fluent). The build step beside this file
//! makes one function a message of them and stops where the languages do not match.

pub mod axis;
pub mod number;

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::model::Lang;

/// All messages in one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    plain: Vec<String>,
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The messages in `lang`; made once.
#[must_use]
pub fn texts(lang: Lang) -> &'static Texts {
    static ZH: OnceLock<Texts> = OnceLock::new();
    static EN: OnceLock<Texts> = OnceLock::new();
    match lang {
        Lang::Zh => {
            ZH.get_or_init(|| Texts::new(lang, "zh-CN", include_str!("../../assets/i18n/zh.ftl")))
        }
        Lang::En => {
            EN.get_or_init(|| Texts::new(lang, "en-GB", include_str!("../../assets/i18n/en.ftl")))
        }
    }
}

impl Texts {
    fn new(lang: Lang, locale: &str, catalogue: &str) -> Self {
        let locale: LanguageIdentifier = locale.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // Isolation marks would show as boxes in fonts that lack them, and both languages read
        // from left to right.
        bundle.set_use_isolating(false);
        // The build step parsed this very text, so what could be parsed is all of it.
        let resource =
            FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(some, _)| some);
        bundle.add_resource_overriding(resource);
        let mut texts = Self { lang, bundle, plain: Vec::new() };
        texts.plain = PLAIN.iter().map(|name| texts.filled(name, [])).collect();
        texts
    }

    /// The language of these messages.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    fn plain(&self, at: usize) -> &str {
        self.plain.get(at).map_or("", String::as_str)
    }

    fn filled<'a, const N: usize>(
        &self,
        name: &str,
        pairs: [(&'static str, FluentValue<'a>); N],
    ) -> String {
        let args: FluentArgs<'a> = pairs.into_iter().collect();
        let Some(pattern) = self.bundle.get_message(name).and_then(|message| message.value())
        else {
            return name.to_owned();
        };
        // Names and variables were checked at build time; a fault would show as `{$name}`.
        let mut faults = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::texts;
    use crate::model::Lang;

    #[test]
    fn counts_agree_with_their_nouns_in_english() {
        let en = texts(Lang::En);
        assert_eq!(en.cities_counted(1), "1 city");
        assert_eq!(en.cities_counted(11), "11 cities");
        assert_eq!(texts(Lang::Zh).cities_counted(11), "11 个市");
    }
}
