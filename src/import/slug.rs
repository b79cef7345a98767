//! Stable ids from names: pinyin of Chinese, lower-case words of English.

use std::collections::HashSet;

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// What an id is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// A place, whose kind is dropped: 杭州市 is `hangzhou`.
    Place,
    /// Anything else.
    Other,
}

/// The most letters of an id that is made from a name.
const MOST: usize = 60;

/// Places whose name is not read character by character in the usual way.
const PLACES: [(&str, &str); 12] = [
    ("重庆", "chongqing"),
    ("厦门", "xiamen"),
    ("乐清", "yueqing"),
    ("丽水", "lishui"),
    ("长沙", "changsha"),
    ("长春", "changchun"),
    ("蚌埠", "bengbu"),
    ("六安", "luan"),
    ("亳州", "bozhou"),
    ("台州", "taizhou"),
    ("西藏", "xizang"),
    ("陕西", "shaanxi"),
];

/// What is told of a place's kind by the end of its name, the longest first.
const KINDS: [&str; 12] = [
    "维吾尔自治区",
    "壮族自治区",
    "回族自治区",
    "自治区",
    "自治州",
    "自治县",
    "地区",
    "省",
    "市",
    "县",
    "区",
    "盟",
];

/// The name without the word for its kind, where two characters or more are left.
pub(super) fn without_kind(name: &str) -> &str {
    let short = KINDS.iter().find_map(|kind| name.strip_suffix(kind));
    short.filter(|short| short.chars().count() >= 2).unwrap_or(name)
}

/// An id from a name; never empty.
pub(super) fn of(name: &str, what: Use) -> String {
    let name = if what == Use::Place { without_kind(name) } else { name };
    if let Some((_, id)) = PLACES.iter().find(|(place, _)| *place == name) {
        return (*id).to_owned();
    }
    let mut id = String::new();
    let mut is_gap = false;
    for c in name.nfkc() {
        let syllable = c.to_pinyin().map(pinyin::Pinyin::plain);
        let plain: String = match syllable {
            Some(syllable) => syllable.replace('ü', "v"),
            None => c.nfkd().filter(char::is_ascii_alphanumeric).collect(),
        };
        if plain.is_empty() {
            // Signs that change what is measured must not make two names one.
            is_gap = true;
            id.push_str(match c {
                '%' => "_percent",
                '‰' => "_per_mille",
                '<' => "_below",
                '>' => "_above",
                _ => continue,
            });
            continue;
        }
        if is_gap && !id.is_empty() {
            id.push('_');
        }
        is_gap = false;
        id.push_str(&plain.to_lowercase());
        if id.len() >= MOST {
            break;
        }
    }
    id.truncate(MOST);
    if id.is_empty() { "x".to_owned() } else { id.trim_matches('_').to_owned() }
}

/// Ids that are given out once each.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(HashSet<String>);

impl Ids {
    /// `wanted`, or with a number behind it where it is taken.
    pub(super) fn take(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut number = 2;
        while !self.0.insert(id.clone()) {
            id = format!("{wanted}_{number}");
            number += 1;
        }
        id
    }
}

/// Whether a text may be an id as it is.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MOST
        && text.chars().all(|c| matches!(c, 'a'..='z' | '0'..='9' | '_' | '-'))
}

#[cfg(test)]
mod tests {
    use super::{Ids, Use, is_id, of};

    #[test]
    fn names_become_ids_that_stay_the_same() {
        for (name, id) in [
            ("杭州市", "hangzhou"),
            ("重庆市", "chongqing"),
            ("浙江省", "zhejiang"),
            ("宁夏回族自治区", "ningxia"),
            ("市", "shi"),
            ("Greater London", "greater_london"),
            ("São Paulo", "sao_paulo"),
            ("🙂", "x"),
        ] {
            assert_eq!(of(name, Use::Place), id);
            assert!(is_id(&of(name, Use::Place)));
        }
        assert_eq!(of("城镇新增就业", Use::Other), "chengzhenxinzengjiuye");
        assert_ne!(of("增长", Use::Other), of("增长%", Use::Other));
        assert!(is_id(&of(&"很长的名称".repeat(30), Use::Other)));
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        assert_eq!([ids.take("a"), ids.take("a"), ids.take("a")], ["a", "a_2", "a_3"]);
    }
}
