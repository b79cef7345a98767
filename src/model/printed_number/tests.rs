use proptest::prelude::*;

use super::{PrintedNumberError as Error, parse};
use crate::model::Qualifier::{self, About, Exact, MoreThan, Nearly, Reached};

#[track_caller]
fn reads(printed: &str, value: f64, qualifier: Qualifier, unit: &str) {
    let number = parse(printed).unwrap_or_else(|error| panic!("{printed}: {error}"));
    assert_eq!(
        (number.value.to_bits(), number.qualifier, number.unit),
        (value.to_bits(), qualifier, unit),
        "{printed} read as {number:?}"
    );
}

#[track_caller]
fn fails(printed: &str, error: Error) {
    assert_eq!(parse(printed), Err(error), "{printed}");
}

fn ambiguous(words: &str) -> Error {
    Error::Ambiguous(words.to_owned())
}

#[test]
fn numbers_of_the_shipped_source() {
    reads("30.09亿元", 3_009_000_000.0, Exact, "元");
    reads("96.7万人次", 967_000.0, Exact, "人次");
    reads("25.01万人", 250_100.0, Exact, "人");
    reads("近10万人次", 100_000.0, Nearly, "人次");
    reads("达72.75%", 72.75, Reached, "%");
    reads("达13.2万人次", 132_000.0, Reached, "人次");
    reads("超过4400万元", 44_000_000.0, MoreThan, "元");
    reads("达到6000余万元", 60_000_000.0, MoreThan, "元");
    reads("6000余万元", 60_000_000.0, MoreThan, "元");
    reads("980多批次", 980.0, MoreThan, "批次");
    reads("10万余户", 100_000.0, MoreThan, "户");
    reads("50余个", 50.0, MoreThan, "个");
    reads("10个百分点", 10.0, Exact, "个百分点");
    reads("99.98%", 99.98, Exact, "%");
    reads("1451个", 1451.0, Exact, "个");
    reads("累计救助359人".trim_start_matches("累计救助"), 359.0, Exact, "人");
    reads("1金", 1.0, Exact, "金");
}

#[test]
fn words_before_the_number() {
    reads("约3000人", 3000.0, About, "人");
    reads("大约3000人", 3000.0, About, "人");
    reads("逾3000人", 3000.0, MoreThan, "人");
    reads("超3000人", 3000.0, MoreThan, "人");
    reads("将近3000人", 3000.0, Nearly, "人");
    reads("共21个", 21.0, Exact, "个");
    reads("累计达近10万人", 100_000.0, Nearly, "人");
    reads("累计 约 12 人", 12.0, About, "人");
    reads("3000人左右", 3000.0, About, "人");
}

#[test]
fn digits_separators_and_decimals() {
    reads("4,733人", 4733.0, Exact, "人");
    reads("1，234，567元", 1_234_567.0, Exact, "元");
    reads("１２．５％", 12.5, Exact, "％");
    reads("0.1", 0.1, Exact, "");
    reads("0", 0.0, Exact, "");
    reads("-1.5%", -1.5, Exact, "%");
    reads(" 12 人 ", 12.0, Exact, "人");
}

#[test]
fn scales() {
    reads("1.2万亿元", 1_200_000_000_000.0, Exact, "元");
    reads("3亿多元", 300_000_000.0, MoreThan, "元");
    reads("5百万元", 5_000_000.0, Exact, "元");
    reads("3千余人", 3000.0, MoreThan, "人");
    reads("5千米", 5.0, Exact, "千米");
    reads("3百分点", 3.0, Exact, "百分点");
    reads("1亿2000万元", 120_000_000.0, Exact, "元");
    reads("3万5千人", 35_000.0, Exact, "人");
    reads("30万5856人", 305_856.0, Exact, "人");
    reads("0.07亿", 7_000_000.0, Exact, "");
    reads("1.13亿", 113_000_000.0, Exact, "");
}

#[test]
fn english_words_of_scale_and_about_the_number() {
    reads("12.3 million people", 12_300_000.0, Exact, "people");
    reads("12 thousand", 12_000.0, Exact, "");
    reads("3.5 billion yuan", 3_500_000_000.0, Exact, "yuan");
    reads("12.3 ten thousand persons", 123_000.0, Exact, "persons");
    reads("about 300 people", 300.0, About, "people");
    reads("more than 3 million yuan", 3_000_000.0, MoreThan, "yuan");
    reads("5 millionaires", 5.0, Exact, "millionaires");
    fails("12 million 5 thousand", Error::TwoNumbers);
}

#[test]
fn chinese_numerals() {
    reads("十个", 10.0, Exact, "个");
    reads("十二家", 12.0, Exact, "家");
    reads("二十项", 20.0, Exact, "项");
    reads("两项", 2.0, Exact, "项");
    reads("三百余户", 300.0, MoreThan, "户");
    reads("三百零五户", 305.0, Exact, "户");
    reads("三百一十五户", 315.0, Exact, "户");
    reads("百余户", 100.0, MoreThan, "户");
    reads("二十余万户", 200_000.0, MoreThan, "户");
    reads("一万二千三百四十五人", 12_345.0, Exact, "人");
    reads("一亿零五百万元", 105_000_000.0, Exact, "元");
    reads("两万亿元", 2_000_000_000_000.0, Exact, "元");
    reads("三十万人", 300_000.0, Exact, "人");
    reads("五百分点", 5.0, Exact, "百分点");
    reads("零", 0.0, Exact, "");
}

#[test]
fn what_cannot_be_read_says_why() {
    fails("", Error::Empty);
    fails("  　", Error::Empty);
    fails("多人", Error::NoNumber);
    fails("超过", Error::NoNumber);
    fails("安置残疾人684人", Error::UnknownWords("安置残疾人".into()));
    fails("不足100人", Error::UnknownWords("不足".into()));
    fails("5至10人", Error::TwoNumbers);
    fails("三至五人", Error::TwoNumbers);
    fails("53枚金牌、22枚银牌", Error::TwoNumbers);
    fails("118%、130%", Error::TwoNumbers);
    fails("3万5人", Error::TwoNumbers);
    fails("2.5万3000人", Error::TwoNumbers);
    fails("1,23", Error::MalformedSeparator);
    fails("1234,567", Error::MalformedSeparator);
    fails("1,234,56", Error::MalformedSeparator);
    fails("1,", Error::MalformedSeparator);
    fails("1.5,000", Error::MalformedSeparator);
    fails("12.人", Error::MalformedDecimal);
    fails("1.2.3", Error::MalformedDecimal);
    fails("近10万余户", Error::ConflictingQualifiers);
    fails("约6000余万元", Error::ConflictingQualifiers);
    fails("三百五", ambiguous("三百五"));
    fails("三四十人", ambiguous("三四十"));
    fails("二〇二三年", ambiguous("二〇二三"));
    fails("十几人", ambiguous("几人"));
    fails("数十人", ambiguous("数"));
    fails("第十届", ambiguous("第"));
    fails("三分之一", ambiguous("分之"));
    fails("80%以上", ambiguous("以上"));
    fails("1234567890123456789012345678901", Error::TooLong);
}

fn scale_word(power: u32) -> &'static str {
    match power {
        4 => "万",
        8 => "亿",
        12 => "万亿",
        _ => "",
    }
}

fn around(qualifier: Qualifier, surplus: &str) -> (&'static str, String) {
    match qualifier {
        Exact => ("", String::new()),
        About => ("约", String::new()),
        Nearly => ("近", String::new()),
        MoreThan => ("", surplus.to_owned()),
        Reached => ("达", String::new()),
    }
}

proptest! {
    #[test]
    fn printing_and_reading_is_a_round_trip(
        whole in 0_u64..1_000_000,
        decimals in prop::option::of(0_u64..10_000),
        power in prop::sample::select(vec![0_u32, 4, 8, 12]),
        qualifier in prop::sample::select(vec![Exact, About, Nearly, MoreThan, Reached]),
        surplus in prop::sample::select(vec!["余", "多"]),
        surplus_is_inside in any::<bool>(),
        unit in prop::sample::select(vec!["", "人", "人次", "元", "%", "个百分点", "户"]),
    ) {
        let digits = decimals.map_or(whole.to_string(), |d| format!("{whole}.{d:04}"));
        let (before, after) = around(qualifier, surplus);
        let scale = scale_word(power);
        let printed = if surplus_is_inside {
            format!("{before}{digits}{after}{scale}{unit}")
        } else {
            format!("{before}{digits}{scale}{after}{unit}")
        };
        let expected: f64 = format!("{digits}e{power}").parse().unwrap();
        let number = parse(&printed).unwrap();
        prop_assert_eq!(number.value.to_bits(), expected.to_bits());
        prop_assert_eq!(number.qualifier, qualifier);
        prop_assert_eq!(number.unit, unit);
    }

    #[test]
    fn thousands_separators_change_nothing(whole in 0_u64..1_000_000_000_000) {
        let plain = whole.to_string();
        let mut grouped = String::new();
        for (at, digit) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        prop_assert_eq!(parse(&plain).unwrap().value.to_bits(), parse(&grouped).unwrap().value.to_bits());
    }

    #[test]
    fn chinese_numerals_round_trip(value in 1_u32..10_000) {
        let spelled = spell(value);
        let number = parse(&spelled).unwrap();
        prop_assert_eq!(number.value.to_bits(), f64::from(value).to_bits(), "{}", spelled);
    }

    #[test]
    fn no_text_panics(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn no_text_of_number_words_panics(text in "[0-9０１,，.．万亿千百十零〇一二两三余多近约超过达到累计共人元%分之至几-]{0,24}") {
        if let Ok(number) = parse(&text) {
            prop_assert!(number.value.is_finite());
        }
    }
}

/// Found by fuzzing: every `万亿` multiplied all before it, until it overflowed.
#[test]
fn trillions_are_counted_once() {
    assert_eq!(parse("六万亿").map(|it| it.value), Ok(6e12));
    for text in ["六万亿六万亿", "三亿六万亿", "六万亿六万亿六万亿六万亿六万亿"]
    {
        assert!(matches!(parse(text), Err(Error::Ambiguous(_))), "{text}");
    }
}

/// The standard spelling of a number below 10,000.
fn spell(value: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut spelled = String::new();
    let mut has_gap = false;
    for (power, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = value / power % 10;
        if digit == 0 {
            has_gap = !spelled.is_empty();
            continue;
        }
        if has_gap {
            spelled.push('零');
            has_gap = false;
        }
        spelled.push_str(DIGITS[usize::try_from(digit).unwrap()]);
        spelled.push_str(unit);
    }
    spelled
}
