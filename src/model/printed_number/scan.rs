//! Walks along a printed number.

use super::{Decimal, PrintedNumberError, numeral};

/// The part of the text that is not read yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    pub(super) const fn rest(&self) -> &'a str {
        self.rest
    }

    pub(super) fn rest_chars(&self) -> usize {
        self.rest.chars().count()
    }

    pub(super) fn skip_space(&mut self) {
        self.rest = self.rest.trim_start();
    }

    pub(super) fn take(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub(super) fn take_any(&mut self, words: &[&'static str]) -> Option<&'static str> {
        words.iter().find(|word| self.take(word)).copied()
    }

    pub(super) fn peek_digit(&self) -> Option<u8> {
        digit(self.rest.chars().next()?)
    }

    fn next_digit(&mut self) -> Option<u8> {
        let mut chars = self.rest.chars();
        let digit = digit(chars.next()?)?;
        self.rest = chars.as_str();
        Some(digit)
    }

    /// Whether a number begins here, be it with a minus sign.
    pub(super) fn starts_number(&self) -> bool {
        let unsigned = self.rest.strip_prefix(['-', '−', '－']);
        let first = unsigned.unwrap_or(self.rest).chars().next();
        first.is_some_and(|c| digit(c).is_some() || numeral::is_numeral(c))
    }

    /// What stands between here and the first digit or numeral, if there is one.
    pub(super) fn before_number(&self) -> Option<&'a str> {
        let end = self.rest.find(|c| digit(c).is_some() || numeral::is_numeral(c))?;
        self.rest.get(..end)
    }

    /// Digits with thousands separators and decimals.
    pub(super) fn digits(&mut self) -> Result<Decimal, PrintedNumberError> {
        let mut digits = Digits::default();
        self.digit_run(&mut digits)?;
        let mut group = digits.count;
        let mut is_separated = false;
        while let Some(after) = self.after_mark([',', '，']) {
            if group > 3 || group == 0 {
                return Err(PrintedNumberError::MalformedSeparator);
            }
            self.rest = after;
            is_separated = true;
            let before = digits.count;
            self.digit_run(&mut digits)?;
            if digits.count - before != 3 {
                return Err(PrintedNumberError::MalformedSeparator);
            }
            group = 3;
        }
        let whole_digits = digits.count;
        if let Some(after) = self.after_mark(['.', '．']) {
            self.rest = after;
            self.digit_run(&mut digits)?;
            if self.rest.starts_with([',', '，']) && self.after_mark([',', '，']).is_some() {
                return Err(PrintedNumberError::MalformedSeparator);
            }
        }
        if self.rest.starts_with(['.', '．']) {
            return Err(PrintedNumberError::MalformedDecimal);
        }
        if self.rest.starts_with([',', '，']) {
            return Err(if is_separated || self.rest.chars().count() == 1 {
                PrintedNumberError::MalformedSeparator
            } else {
                PrintedNumberError::TwoNumbers
            });
        }
        let decimals = i32::try_from(digits.count - whole_digits).unwrap_or(i32::MAX);
        Ok(Decimal { mantissa: digits.mantissa, exponent: -decimals })
    }

    fn digit_run(&mut self, digits: &mut Digits) -> Result<(), PrintedNumberError> {
        while let Some(digit) = self.next_digit() {
            digits.push(digit)?;
        }
        Ok(())
    }

    /// What follows a mark, where the mark is here and a digit follows it.
    fn after_mark(&self, marks: [char; 2]) -> Option<&'a str> {
        let after = self.rest.strip_prefix(marks)?;
        Self::new(after).peek_digit().map(|_| after)
    }

    /// The power of ten of the scale word here (`万` is 4), or 0.
    pub(super) fn scale(&mut self) -> u8 {
        let small = [("十", 1), ("百", 2), ("千", 3)];
        let mut power = 0;
        for (word, small_power) in small {
            if self.rest.starts_with(word) && !self.starts_unit() && self.take(word) {
                power = small_power;
                break;
            }
        }
        for (word, large_power) in [("万亿", 12), ("万", 4), ("亿", 8)] {
            if self.take(word) {
                return power + large_power;
            }
        }
        if power == 0 { self.english_scale() } else { power }
    }

    /// `12.3 million people`: the power of ten of an English scale word here, or 0.
    fn english_scale(&mut self) -> u8 {
        let rest = self.rest.trim_start();
        let scales = [
            ("hundred million", 8),
            ("ten thousand", 4),
            ("thousand", 3),
            ("million", 6),
            ("billion", 9),
        ];
        for (word, power) in scales {
            if let Some((head, after)) = rest.split_at_checked(word.len())
                && head.eq_ignore_ascii_case(word)
                && !after.starts_with(char::is_alphanumeric)
            {
                self.rest = after;
                return power;
            }
        }
        0
    }

    /// Units whose names begin like a scale: `千米`, `千瓦`, `百分点`.
    fn starts_unit(&self) -> bool {
        ["百分", "千米", "千克", "千瓦", "千卡", "千帕", "千伏", "千升"]
            .iter()
            .any(|unit| self.rest.starts_with(unit))
    }

    /// The run of Chinese numerals here, and whether `余` or `多` follows it.
    pub(super) fn numerals(&mut self) -> (&'a str, bool) {
        let end = self.rest.find(|c| !numeral::is_numeral(c)).unwrap_or(self.rest.len());
        let (mut words, mut rest) = self.rest.split_at(end);
        // `三百分点` counts percentage points, `五千米` kilometres.
        for unit in ["百", "千"] {
            if let Some(shorter) = words.strip_suffix(unit)
                && !shorter.is_empty()
                && let Some(from_unit) = self.rest.get(shorter.len()..)
                && Self::new(from_unit).starts_unit()
            {
                words = shorter;
                rest = from_unit;
            }
        }
        self.rest = rest;
        (words, rest.starts_with(['余', '多']))
    }
}

/// Digits gathered into a whole number.
#[derive(Clone, Copy, Debug, Default)]
struct Digits {
    mantissa: u128,
    count: usize,
}

impl Digits {
    fn push(&mut self, digit: u8) -> Result<(), PrintedNumberError> {
        if self.count == Decimal::MAX_DIGITS {
            return Err(PrintedNumberError::TooLong);
        }
        self.mantissa = self.mantissa * 10 + u128::from(digit);
        self.count += 1;
        Ok(())
    }
}

/// The value of an ASCII or full-width digit.
fn digit(c: char) -> Option<u8> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        _ => return None,
    };
    u8::try_from(value).ok()
}

/// Whether any Arabic digit stands in `text`.
pub(super) fn has_digit(text: &str) -> bool {
    text.chars().any(|c| digit(c).is_some())
}

/// Whether `text` goes on with another number in words: `至五人`.
pub(super) fn joins_number(text: &str) -> bool {
    let after = text.strip_prefix(['至', '到', '—', '–', '-', '~', '～', '、', '.', '·', '点']);
    after.is_some_and(|after| after.chars().next().is_some_and(numeral::is_numeral))
}
