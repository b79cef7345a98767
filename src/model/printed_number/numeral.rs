//! Chinese numerals, as far as they have one reading.

use super::PrintedNumberError;

/// Whether `c` is a part of a Chinese numeral.
pub(super) const fn is_numeral(c: char) -> bool {
    digit(c).is_some() || small_unit(c).is_some() || matches!(c, '万' | '亿' | '零' | '〇')
}

const fn digit(c: char) -> Option<u128> {
    Some(match c {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

const fn small_unit(c: char) -> Option<u128> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// The numeral read so far: whole myriads, and the part below the next of them.
struct Reading<'a> {
    words: &'a str,
    total: u128,
    section: u128,
    pending: Option<u128>,
    /// Below which unit the next digit counts.
    next_below: u128,
    /// Below which large unit the next section counts.
    section_below: u128,
    has_zero: bool,
}

impl Reading<'_> {
    fn ambiguous(&self) -> PrintedNumberError {
        PrintedNumberError::Ambiguous(self.words.to_owned())
    }

    fn digit(&mut self, value: u128) -> Result<(), PrintedNumberError> {
        // `三四十` is thirty to forty, `二〇二三` a year.
        if self.pending.is_some() {
            return Err(self.ambiguous());
        }
        self.pending = Some(value);
        Ok(())
    }

    fn unit(&mut self, unit: u128, is_surplus: bool) -> Result<(), PrintedNumberError> {
        if unit >= self.next_below {
            return Err(self.ambiguous());
        }
        let is_first = self.section == 0 && self.total == 0 && !self.has_zero;
        let count = match self.pending.take() {
            Some(count) => count,
            // `十二` drops its one; `百余` does so too, but a bare `百` is a word.
            None if unit == 10 && self.section == 0 => 1,
            None if is_first && is_surplus => 1,
            None => return Err(self.ambiguous()),
        };
        self.section += count * unit;
        self.next_below = unit;
        self.has_zero = false;
        Ok(())
    }

    fn large_unit(&mut self, unit: u128) -> Result<(), PrintedNumberError> {
        let section = self.section + self.pending.take().unwrap_or(0);
        if section == 0 {
            // `万亿` after a number of myriads.
            // Only the first: `六万亿六万亿` would multiply what is counted already.
            let is_myriad_of_myriads = unit == 100_000_000
                && (1..unit).contains(&self.total)
                && self.section_below == 10_000;
            if !is_myriad_of_myriads {
                return Err(self.ambiguous());
            }
            self.total *= unit;
            self.section_below = unit;
        } else if unit < self.section_below {
            self.total += section * unit;
            self.section_below = unit;
        } else {
            return Err(self.ambiguous());
        }
        self.section = 0;
        self.next_below = 10_000;
        self.has_zero = false;
        Ok(())
    }

    fn finish(mut self) -> Result<u128, PrintedNumberError> {
        if let Some(last) = self.pending.take() {
            // `三百五` may be 350 or 305; `三百零五` and `三十五` are clear.
            let follows_gap = self.next_below > 10 && (self.section > 0 || self.total > 0);
            if follows_gap && !self.has_zero {
                return Err(self.ambiguous());
            }
            self.section += last;
        } else if self.has_zero && self.total + self.section > 0 {
            return Err(self.ambiguous());
        }
        Ok(self.total + self.section)
    }
}

/// The value of a run of numerals.
///
/// `is_surplus` tells that `余` or `多` follows, which makes `百余` a number.
pub(super) fn read(words: &str, is_surplus: bool) -> Result<u128, PrintedNumberError> {
    if words.is_empty() {
        return Err(PrintedNumberError::NoNumber);
    }
    let mut reading = Reading {
        words,
        total: 0,
        section: 0,
        pending: None,
        next_below: 10_000,
        section_below: u128::MAX,
        has_zero: false,
    };
    for c in words.chars() {
        if let Some(value) = digit(c) {
            reading.digit(value)?;
        } else if let Some(unit) = small_unit(c) {
            reading.unit(unit, is_surplus)?;
        } else if c == '万' {
            reading.large_unit(10_000)?;
        } else if c == '亿' {
            reading.large_unit(100_000_000)?;
        } else if reading.pending.is_some() || reading.has_zero {
            return Err(reading.ambiguous());
        } else {
            reading.has_zero = true;
        }
    }
    reading.finish()
}
