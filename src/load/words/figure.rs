use super::Words;
use crate::load::problem::Figure;
use crate::model::Qualifier;
use crate::model::printed_number::PrintedNumberError;

pub(super) fn words(problem: &Figure) -> Words {
    match problem {
        Figure::Duplicate { region, indicator, period } => Words::new(
            format!("“{region}”的“{indicator}”在“{period}”已经有一个数据"),
            "同一地区、同一指标、同一时期只能有一个数据：删去一个，或者改用更确切的指标。",
            format!("“{region}” already has a figure of “{indicator}” for “{period}”"),
            "Keep one figure for a region, an indicator and a period, or use a more exact indicator.",
        ),
        Figure::NotFinite => Words::new(
            "数值必须是有限的数",
            "写出实际数值；没有公布就删去这一项：未公布不等于零。",
            "the value is not a finite number",
            "Write the number; if none was reported, remove the figure: missing is not zero.",
        ),
        Figure::ValueMissing => Words::new(
            "这个数据既没有 value 也没有 fact",
            "数量写 value: …，文字写 fact: (zh: …, en: …)。",
            "this figure has neither value nor fact",
            "Write value: … for a number, fact: (zh: …, en: …) for words.",
        ),
        Figure::ValueAndFact => Words::new(
            "value 和 fact 只能写一个",
            "数量留 value，文字留 fact，删去另一个。",
            "this figure has both value and fact",
            "Keep value for a number or fact for words.",
        ),
        Figure::ValueNotApplicable => Words::new(
            "标明“不适用”的数据不能再有数值",
            "删去 value 或 fact，或者改正 status。",
            "this figure is marked as not applicable, yet it has a value",
            "Remove value or fact, or correct status.",
        ),
        Figure::FactForQuantity { indicator } => Words::new(
            format!("“{indicator}”是数量指标，这里却写成了文字"),
            "改用 value: …，或选一个文字类指标。",
            format!("“{indicator}” is a quantity, but this figure is stated in words"),
            "Write value: …, or choose an indicator of kind: Fact.",
        ),
        Figure::QuantityForFact { indicator } => Words::new(
            format!("“{indicator}”是文字类指标，这里却写成了数值"),
            "改用 fact: (zh: …, en: …)，或选一个数量指标。",
            format!("“{indicator}” is stated in words, but this figure is a number"),
            "Write fact: (zh: …, en: …), or choose an indicator of kind: Quantity.",
        ),
        Figure::Negative { value } => Words::new(
            format!("数值不能是负数：{value}"),
            "数量、面积和百分比不会小于零，请核对原文。",
            format!("the value cannot be negative: {value}"),
            "Counts, areas and percentages are never below zero; check the source.",
        ),
        Figure::ItemZero => Words::new(
            "条目从 1 开始数，没有第 0 条",
            "写出原文中的第几条，例如 Bullet(1)。",
            "items are counted from 1; there is no item 0",
            "Write which item of the source it is, for example Bullet(1).",
        ),
        Figure::PrintedUnreadable { printed, error } => unreadable(printed, error),
        Figure::PrintedValue { printed, read, stored } => Words::new(
            format!("原文“{printed}”是 {read}，value 却是 {stored}"),
            "对照原文改正 value 或 printed；value 用基本单位，1万写成 10000。",
            format!("“{printed}” as printed is {read}, but value is {stored}"),
            "Correct value or printed against the source; value is in base units, 1万 is 10000.",
        ),
        Figure::PrintedQualifier { printed, read, stored } => {
            let ((zh_read, en_read), (zh_stored, en_stored)) =
                (qualifier(*read), qualifier(*stored));
            Words::new(
                format!("原文“{printed}”表示{zh_read}，qualifier 却是{zh_stored}"),
                qualifier_help(*read, true),
                format!("“{printed}” as printed means {en_read}, but qualifier says {en_stored}"),
                qualifier_help(*read, false),
            )
        }
    }
}

/// Why a printed number cannot be read, in Chinese; in English the error says it itself.
pub(super) fn unreadable_zh(error: &PrintedNumberError) -> String {
    match error {
        PrintedNumberError::Empty => "没有内容".to_owned(),
        PrintedNumberError::NoNumber => "里面没有数字".to_owned(),
        PrintedNumberError::UnknownWords(words) => format!("数字前的“{words}”无法识别"),
        PrintedNumberError::TwoNumbers => "里面不止一个数字".to_owned(),
        PrintedNumberError::MalformedSeparator => "千位分隔符的位置不对".to_owned(),
        PrintedNumberError::MalformedDecimal => "小数点前后缺少数字".to_owned(),
        PrintedNumberError::ConflictingQualifiers => "前后的修饰词互相矛盾".to_owned(),
        PrintedNumberError::Ambiguous(words) => format!("“{words}”可以有多种理解"),
        PrintedNumberError::TooLong => "数字太长".to_owned(),
    }
}

fn unreadable(printed: &str, error: &PrintedNumberError) -> Words {
    let zh = unreadable_zh(error);
    Words::new(
        format!("无法读出原文“{printed}”的数值：{zh}"),
        "printed 只写数字和它的修饰词、单位，例如 近10万人次；推算得出的数据请注明 status: Derived。",
        format!("“{printed}” cannot be read as a number: {error}"),
        "In printed write only the number with its qualifying words and unit, as 近10万人次; mark a figure worked out from others as status: Derived.",
    )
}

const fn qualifier(qualifier: Qualifier) -> (&'static str, &'static str) {
    match qualifier {
        Qualifier::Exact => ("“正好”（Exact）", "exact (Exact)"),
        Qualifier::About => ("“约”（About）", "about (About)"),
        Qualifier::Nearly => ("“近”（Nearly）", "nearly (Nearly)"),
        Qualifier::MoreThan => ("“超过”（MoreThan）", "more than (MoreThan)"),
        Qualifier::Reached => ("“达到”（Reached）", "reached (Reached)"),
    }
}

fn qualifier_help(read: Qualifier, is_zh: bool) -> String {
    match (read, is_zh) {
        (Qualifier::Exact, true) => {
            "删去 qualifier；如果原文确有修饰词，请在 printed 中补全。".to_owned()
        }
        (Qualifier::Exact, false) => {
            "Remove qualifier, or complete printed if the source does qualify the number."
                .to_owned()
        }
        (_, true) => format!("写成 qualifier: {read:?}，或者照原文改正 printed。"),
        (_, false) => {
            format!("Write qualifier: {read:?}, or correct printed to what the source says.")
        }
    }
}
