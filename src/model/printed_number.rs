//! Numbers as Chinese sources print them: `近10万人次`, `30.09亿元`, `6000余万元`; and as English ones
//! do: `about 12.3 million people`.
//!
//! The stored value of a figure is checked against what [`parse`] reads, so a reading that is not
//! certain is an error and never a guess.

mod numeral;
mod scan;

use thiserror::Error;

use super::Qualifier;
use scan::Scan;

/// What a printed number says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PrintedNumber<'a> {
    /// The number in base units: `30.09亿` is 3009000000.
    pub value: f64,
    /// What the words around it say.
    pub qualifier: Qualifier,
    /// What follows the number, for example `人次`; empty where nothing does.
    pub unit: &'a str,
}

/// Why a printed number cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum PrintedNumberError {
    /// Nothing is printed.
    #[error("nothing is printed")]
    Empty,
    /// There is no number in the text.
    #[error("there is no number in it")]
    NoNumber,
    /// Words stand before the number that say nothing known of it.
    #[error("“{0}” before the number is not understood")]
    UnknownWords(String),
    /// There is more than one number.
    #[error("there is more than one number in it")]
    TwoNumbers,
    /// Thousands separators do not stand at every third digit.
    #[error("the thousands separators do not stand at every third digit")]
    MalformedSeparator,
    /// A decimal point lacks its digits.
    #[error("the decimal point lacks digits")]
    MalformedDecimal,
    /// Words around the number contradict each other, as in `近10万余`.
    #[error("the words around the number contradict each other")]
    ConflictingQualifiers,
    /// The wording has several readings, as in `三百五` or `十几`.
    #[error("“{0}” can be read in several ways")]
    Ambiguous(String),
    /// The number has more digits than can be kept exactly.
    #[error("the number has too many digits")]
    TooLong,
}

/// A decimal number kept exactly: `mantissa` × 10 to the power of `exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Decimal {
    mantissa: u128,
    exponent: i32,
}

impl Decimal {
    /// Digits beyond this many could overflow when numbers are added.
    const MAX_DIGITS: usize = 30;

    const fn whole(mantissa: u128) -> Self {
        Self { mantissa, exponent: 0 }
    }

    /// The nearest float. Going through text rounds once, where multiplying floats rounds twice.
    fn value(self) -> Option<f64> {
        let text = format!("{}e{}", self.mantissa, self.exponent);
        text.parse().ok().filter(|value: &f64| value.is_finite())
    }
}

/// Reads a number as printed, with the words around it.
///
/// ```
/// use city_atlas::model::{Qualifier, printed_number::parse};
///
/// let number = parse("近10万人次")?;
/// assert_eq!((number.value, number.qualifier, number.unit), (100_000.0, Qualifier::Nearly, "人次"));
/// # Ok::<(), city_atlas::model::printed_number::PrintedNumberError>(())
/// ```
///
/// # Errors
///
/// Where the text holds no number, more than one, or one that can be read in several ways.
pub fn parse(printed: &str) -> Result<PrintedNumber<'_>, PrintedNumberError> {
    if printed.trim().is_empty() {
        return Err(PrintedNumberError::Empty);
    }
    let mut scan = Scan::new(printed);
    let mut marks = Marks::default();
    marks.read_prefix(&mut scan)?;
    let is_negative = scan.take_any(&["-", "−", "－"]).is_some();
    let number = if scan.peek_digit().is_some() {
        arabic(&mut scan, &mut marks)?
    } else {
        chinese(&mut scan, &mut marks)?
    };
    scan.skip_space();
    let unit = read_unit(&scan, &mut marks)?;
    let magnitude = number.value().ok_or(PrintedNumberError::TooLong)?;
    Ok(PrintedNumber {
        value: if is_negative { -magnitude } else { magnitude },
        qualifier: marks.qualifier()?,
        unit,
    })
}

/// The qualifying words met so far.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    rounded: Option<Qualifier>,
    is_contradictory: bool,
    is_reached: bool,
}

impl Marks {
    /// Longer words first, for `超过` begins with `超`.
    const PREFIXES: [(&'static str, Option<Qualifier>); 22] = [
        ("累计", None),
        ("共计", None),
        ("总计", None),
        ("合计", None),
        ("共", None),
        ("大约", Some(Qualifier::About)),
        ("约", Some(Qualifier::About)),
        ("将近", Some(Qualifier::Nearly)),
        ("接近", Some(Qualifier::Nearly)),
        ("近", Some(Qualifier::Nearly)),
        ("超过", Some(Qualifier::MoreThan)),
        ("超", Some(Qualifier::MoreThan)),
        ("逾", Some(Qualifier::MoreThan)),
        ("达到了", Some(Qualifier::Reached)),
        ("达到", Some(Qualifier::Reached)),
        ("高达", Some(Qualifier::Reached)),
        ("达", Some(Qualifier::Reached)),
        ("about ", Some(Qualifier::About)),
        ("nearly ", Some(Qualifier::Nearly)),
        ("almost ", Some(Qualifier::Nearly)),
        ("more than ", Some(Qualifier::MoreThan)),
        ("over ", Some(Qualifier::MoreThan)),
    ];

    fn read_prefix(&mut self, scan: &mut Scan) -> Result<(), PrintedNumberError> {
        scan.skip_space();
        while let Some(mark) =
            Self::PREFIXES.iter().find(|(word, _)| scan.take(word)).map(|(_, mark)| *mark)
        {
            if let Some(mark) = mark {
                self.add(mark);
            }
            scan.skip_space();
        }
        if scan.starts_number() {
            return Ok(());
        }
        match scan.before_number() {
            Some(words) if is_vague(words) => {
                Err(PrintedNumberError::Ambiguous(words.trim().to_owned()))
            }
            Some(words) => Err(PrintedNumberError::UnknownWords(words.trim().to_owned())),
            None => Err(PrintedNumberError::NoNumber),
        }
    }

    /// `余` or `多`, both after the digits and after the scale.
    fn read_surplus(&mut self, scan: &mut Scan) -> bool {
        let is_there = scan.take_any(&["余", "多"]).is_some();
        if is_there {
            self.add(Qualifier::MoreThan);
        }
        is_there
    }

    fn add(&mut self, mark: Qualifier) {
        if mark == Qualifier::Reached {
            self.is_reached = true;
        } else {
            self.is_contradictory |= self.rounded.is_some_and(|earlier| earlier != mark);
            self.rounded = Some(mark);
        }
    }

    /// Rounding outweighs the stress of `达`: `达到6000余万元` is more than 60 million.
    fn qualifier(self) -> Result<Qualifier, PrintedNumberError> {
        if self.is_contradictory {
            return Err(PrintedNumberError::ConflictingQualifiers);
        }
        Ok(match (self.rounded, self.is_reached) {
            (Some(mark), _) => mark,
            (None, true) => Qualifier::Reached,
            (None, false) => Qualifier::Exact,
        })
    }
}

fn is_vague(words: &str) -> bool {
    words.ends_with(['数', '几', '第'])
}

/// A number that begins with Arabic digits, such as `6000余万` or `1亿2000万`.
fn arabic(scan: &mut Scan, marks: &mut Marks) -> Result<Decimal, PrintedNumberError> {
    let first = scan.digits()?;
    let mut has_surplus = marks.read_surplus(scan);
    let mut scale = scan.scale();
    let mut total = Decimal { exponent: first.exponent + i32::from(scale), ..first };
    has_surplus |= marks.read_surplus(scan);
    while scale > 0 && !has_surplus && scan.peek_digit().is_some() {
        let before = scan.rest_chars();
        let part = scan.digits()?;
        let digits = before - scan.rest_chars();
        has_surplus = marks.read_surplus(scan);
        let part_scale = scan.scale();
        has_surplus |= marks.read_surplus(scan);
        // `3万5` may mean 35,000 or 30,005, and `2.5万3000` says nothing at all.
        let is_clear = part_scale > 0 || digits == 4;
        if part_scale >= scale || !is_clear || part.exponent < 0 || first.exponent < 0 {
            return Err(PrintedNumberError::TwoNumbers);
        }
        total = add(total, part, part_scale, scale)?;
        scale = part_scale;
    }
    Ok(total)
}

/// Adds a smaller part to a total whose last part was counted in 10 to the power of `scale`.
fn add(
    total: Decimal,
    part: Decimal,
    part_scale: u8,
    scale: u8,
) -> Result<Decimal, PrintedNumberError> {
    let power = |exponent: i32| {
        u32::try_from(exponent).ok().and_then(|exponent| 10_u128.checked_pow(exponent))
    };
    let sum = || {
        let total = total.mantissa.checked_mul(power(total.exponent)?)?;
        let part = part.mantissa.checked_mul(power(part_scale.into())?)?;
        let fits = part < power(scale.into())?;
        Some((total.checked_add(part)?, fits))
    };
    match sum() {
        Some((sum, true)) => Ok(Decimal::whole(sum)),
        Some((_, false)) => Err(PrintedNumberError::TwoNumbers),
        None => Err(PrintedNumberError::TooLong),
    }
}

/// A number in Chinese numerals, such as `十二` or `三百余万`.
fn chinese(scan: &mut Scan, marks: &mut Marks) -> Result<Decimal, PrintedNumberError> {
    let (words, is_followed_by_surplus) = scan.numerals();
    let number = numeral::read(words, is_followed_by_surplus)?;
    let mut total = Decimal::whole(number);
    if marks.read_surplus(scan) {
        total.exponent = i32::from(scan.scale());
    }
    Ok(total)
}

/// The words after the number; they may qualify it but not hold another number.
fn read_unit<'a>(scan: &Scan<'a>, marks: &mut Marks) -> Result<&'a str, PrintedNumberError> {
    let rest = scan.rest().trim_end();
    if scan::has_digit(rest) || scan::joins_number(rest) {
        return Err(PrintedNumberError::TwoNumbers);
    }
    if rest.starts_with(['几', '来', '余', '多', '.', ',', '．', '，', '点']) {
        return Err(PrintedNumberError::Ambiguous(rest.to_owned()));
    }
    let vague = ["分之", "以上", "以下", "以内", "不到"];
    if let Some(word) = vague.iter().find(|word| rest.contains(*word)) {
        return Err(PrintedNumberError::Ambiguous((*word).to_owned()));
    }
    if let Some(unit) = rest.strip_suffix("左右") {
        marks.add(Qualifier::About);
        return Ok(unit);
    }
    Ok(rest)
}

#[cfg(test)]
mod tests;
