//! Numbers as readers of each language expect them: 万 and 亿 in Chinese, thousands separators and
//! millions in English. Nothing is rounded here but [`compact`], which says so.

use crate::model::{Lang, Observation, Qualifier, Unit, UnitKind, Value};

/// The most decimals ever shown; data has at most two.
const MAX_DECIMALS: usize = 4;

/// `value` with its unit, for example `1252.2 万人`, `12.522 million people` or `72.75%`.
#[must_use]
pub fn with_unit(value: f64, unit: &Unit, lang: Lang) -> String {
    let number = plain(value, unit.kind, lang);
    match (unit.kind, lang) {
        (UnitKind::Percent, _) => format!("{number}%"),
        // 万 and 亿 join their unit: 1252.2 万人.
        (_, Lang::Zh) if number.ends_with(['万', '亿']) => format!("{number}{}", unit.zh),
        _ => format!("{number} {}", unit.word(value, lang)),
    }
}

/// `value` without its unit, for example `1252.2 万`, `12.522 million` or `4,733`.
#[must_use]
pub fn plain(value: f64, kind: UnitKind, lang: Lang) -> String {
    let large = matches!(kind, UnitKind::Count | UnitKind::Money);
    let steps: &[(f64, &str)] = match lang {
        Lang::Zh => &[(1e8, " 亿"), (1e4, " 万")],
        Lang::En => &[(1e9, " billion"), (1e6, " million")],
    };
    let most_decimals = match lang {
        Lang::Zh => 4,
        Lang::En => 3,
    };
    for (step, word) in steps {
        if large && value.abs() >= *step {
            let scaled = trimmed(value / step, 9);
            if decimals(&scaled) <= most_decimals {
                return format!("{}{word}", grouped(&scaled, lang));
            }
        }
    }
    grouped(&trimmed(value, MAX_DECIMALS), lang)
}

/// A figure in words: its sign, number and unit, the fact, or nothing where it does not apply.
#[must_use]
pub fn figure(observation: &Observation, unit: Option<&Unit>, lang: Lang) -> String {
    match (&observation.value, unit) {
        (Value::Number(value), Some(unit)) => {
            format!("{}{}", sign(observation.qualifier), with_unit(*value, unit, lang))
        }
        (Value::Number(value), None) => trimmed(*value, MAX_DECIMALS),
        (Value::Fact(text), _) => text.get(lang).to_owned(),
        (Value::NotApplicable, _) => String::new(),
    }
}

/// The sign of a qualifier with the space that sets it off, or nothing.
#[must_use]
pub fn sign(qualifier: Qualifier) -> String {
    match qualifier.sign() {
        "" => String::new(),
        sign => format!("{sign} "),
    }
}

/// `value` for narrow places such as a map tile, **rounded** to four significant digits:
/// `1252 万`, `12.52 m`, `72.75%`. The full value stands elsewhere.
#[must_use]
pub fn compact(value: f64, kind: UnitKind, lang: Lang) -> String {
    let percent = if kind == UnitKind::Percent { "%" } else { "" };
    let (scaled, word) = match lang {
        Lang::Zh if value.abs() >= 1e8 => (value / 1e8, " 亿"),
        Lang::Zh if value.abs() >= 1e4 => (value / 1e4, " 万"),
        Lang::En if value.abs() >= 1e9 => (value / 1e9, " bn"),
        Lang::En if value.abs() >= 1e6 => (value / 1e6, " m"),
        _ => (value, ""),
    };
    let decimals = match scaled.abs() {
        big if big >= 1000.0 => 0,
        big if big >= 100.0 => 1,
        _ => 2,
    };
    let rounded = format!("{scaled:.decimals$}");
    let exact = trimmed(scaled, MAX_DECIMALS);
    // A zero that comes of rounding stays: 9.70 for 9.697, but 9.7 for 9.7.
    let is_exact = exact == trimmed(scaled, decimals);
    format!("{}{word}{percent}", grouped(if is_exact { &exact } else { &rounded }, lang))
}

/// A count inside a sentence: spelt out up to twelve in English, in digits in Chinese.
#[must_use]
pub fn word(count: usize, lang: Lang) -> String {
    const WORDS: [&str; 13] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    match (lang, WORDS.get(count)) {
        (Lang::En, Some(word)) => (*word).to_owned(),
        _ => count.to_string(),
    }
}

/// The shortest decimal with at most `most` decimals.
fn trimmed(value: f64, most: usize) -> String {
    let text = format!("{value:.most$}");
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        text
    }
}

fn decimals(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// Puts thousands separators in; Chinese leaves four-digit numbers alone.
fn grouped(text: &str, lang: Lang) -> String {
    let (sign, digits) = text.strip_prefix('-').map_or(("", text), |rest| ("−", rest));
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(sign);
    let separate = whole.len() > if lang == Lang::Zh { 4 } else { 3 };
    for (at, digit) in whole.chars().enumerate() {
        if separate && at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{compact, plain, with_unit};
    use crate::model::{Lang, Unit, UnitKind};

    fn unit(zh: &str, one: &str, other: &str, kind: UnitKind) -> Unit {
        Unit { id: other.into(), zh: zh.into(), en_one: one.into(), en_other: other.into(), kind }
    }

    #[test]
    fn each_language_groups_its_own_way() {
        let people = unit("人", "person", "people", UnitKind::Count);
        let cases = [
            (1.0, "1 人", "1 person"),
            (475.0, "475 人", "475 people"),
            (4733.0, "4733 人", "4,733 people"),
            (25_600.0, "2.56 万人", "25,600 people"),
            (967_000.0, "96.7 万人", "967,000 people"),
            (12_522_000.0, "1252.2 万人", "12.522 million people"),
            (11_936_010.0, "1193.601 万人", "11,936,010 people"),
            (64_567_588.0, "6456.7588 万人", "64,567,588 people"),
        ];
        for (value, zh, en) in cases {
            assert_eq!(with_unit(value, &people, Lang::Zh), zh);
            assert_eq!(with_unit(value, &people, Lang::En), en);
        }
    }

    #[test]
    fn money_rates_and_areas_keep_their_own_form() {
        let yuan = unit("元", "yuan", "yuan", UnitKind::Money);
        assert_eq!(with_unit(3_009_000_000.0, &yuan, Lang::Zh), "30.09 亿元");
        assert_eq!(with_unit(3_009_000_000.0, &yuan, Lang::En), "3.009 billion yuan");
        let rate = unit("%", "%", "%", UnitKind::Percent);
        assert_eq!(with_unit(72.75, &rate, Lang::Zh), "72.75%");
        let area = unit("平方公里", "km²", "km²", UnitKind::Area);
        assert_eq!(with_unit(16_850.03, &area, Lang::Zh), "16,850.03 平方公里");
        assert_eq!(with_unit(16_850.03, &area, Lang::En), "16,850.03 km²");
    }

    #[test]
    fn narrow_places_round_to_four_digits() {
        assert_eq!(compact(12_522_000.0, UnitKind::Count, Lang::Zh), "1252 万");
        assert_eq!(compact(12_522_000.0, UnitKind::Count, Lang::En), "12.52 m");
        assert_eq!(compact(9_697_000.0, UnitKind::Count, Lang::En), "9.70 m", "rounded");
        assert_eq!(compact(9_700_000.0, UnitKind::Count, Lang::En), "9.7 m", "exact");
        assert_eq!(compact(72.75, UnitKind::Percent, Lang::En), "72.75%");
        assert_eq!(compact(25_600.0, UnitKind::Count, Lang::En), "25,600");
    }

    #[test]
    fn negative_numbers_carry_a_minus_sign() {
        assert_eq!(plain(-1234.5, UnitKind::Count, Lang::En), "−1,234.5");
    }
}
