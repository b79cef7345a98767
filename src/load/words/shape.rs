use super::{Words, suggest};
use crate::load::problem::{Expected, Shape};
use crate::load::text;
use crate::model::Lang;

pub(super) fn words(problem: &Shape) -> Words {
    match problem {
        Shape::WrongFormat { found } => Words::new(
            format!("文件格式是第 {found} 版，本程序只能读第 1 版"),
            "写成 format: 1；如果文件来自更新的版本，请升级本程序。",
            format!("the file has format {found}; this program reads format 1"),
            "Write format: 1, or update the program if the file was made for a newer one.",
        ),
        Shape::UnknownField { found, nearest, allowed } => {
            not_allowed("字段", "field", found, nearest.as_deref(), allowed)
        }
        Shape::UnknownWord { found, nearest, allowed } => {
            not_allowed("写法", "word", found, nearest.as_deref(), allowed)
        }
        Shape::MissingField { field } => Words::new(
            format!("这一项缺少字段“{field}”"),
            format!("补上 {field}: …。"),
            format!("the field “{field}” is missing here"),
            format!("Add {field}: …"),
        ),
        Shape::DuplicateField { field } => Words::new(
            format!("字段“{field}”写了两次"),
            "只保留其中一个。",
            format!("the field “{field}” stands here twice"),
            "Keep one of them.",
        ),
        Shape::WrongType { expected } => wrong_type(*expected),
        Shape::NeedsSome => Words::new(
            "可省略的字段不能直接写值",
            "把 #![enable(implicit_some)] 写在文件第一行，或者把值写成 Some(…)。",
            "an optional value cannot be written plainly here",
            "Put #![enable(implicit_some)] on the first line of the file, or write Some(…).",
        ),
        Shape::EmptyText { lang } => empty_text(*lang),
        Shape::ControlCharacter { found } => {
            let code = u32::from(*found);
            Words::new(
                format!("文字里有看不见的控制字符 U+{code:04X}"),
                "删去这个字符，把这段文字重新输入一遍最稳妥。",
                format!("the text holds the invisible control character U+{code:04X}"),
                "Remove it; typing the text anew is the safest way.",
            )
        }
        Shape::EmptyId => Words::new(
            "代号是空的",
            "用小写字母、数字、下划线或连字符写一个代号，例如 hangzhou。",
            "the id is empty",
            "Write an id of lower-case letters, digits, _ and -, for example hangzhou.",
        ),
        Shape::BadId { bad } => {
            let bad = text::visible(bad.encode_utf8(&mut [0; 4]));
            Words::new(
                format!("代号里不能用“{bad}”"),
                "代号只用小写字母 a-z、数字、下划线和连字符。",
                format!("an id cannot hold “{bad}”"),
                "Use lower-case letters a-z, digits, _ and - only.",
            )
        }
        Shape::TextTooLong { most } => Words::new(
            format!("这段文字超过 {most} 个字"),
            "缩短它；也请检查后面的双引号是否漏了。",
            format!("this text is longer than {most} characters"),
            "Shorten it; also check that no quotation mark is missing after it.",
        ),
        Shape::TooManyFields { most } => Words::new(
            format!("这一项的字段超过 {most} 个"),
            "一项最多十几个字段；检查前面是否漏了右括号。",
            format!("this element has more than {most} fields"),
            "No element needs more than twenty; look for a closing bracket missing before this.",
        ),
        Shape::BadAddress => Words::new(
            "网址不是以 http:// 或 https:// 开头的有效地址",
            "写出完整网址；不知道就省去 address。",
            "the address is not a web address with http:// or https://",
            "Write the full address, or leave address out where it is not known.",
        ),
    }
}

fn not_allowed(
    zh: &str,
    en: &str,
    found: &str,
    nearest: Option<&str>,
    allowed: &[&'static str],
) -> Words {
    let [zh_help, en_help] = suggest(
        nearest,
        [
            format!("这里可以用：{}。", allowed.join("、")),
            format!("Possible here: {}.", allowed.join(", ")),
        ],
    );
    Words::new(
        format!("没有“{found}”这个{zh}"),
        zh_help,
        format!("there is no {en} “{found}” here"),
        en_help,
    )
}

fn wrong_type(expected: Expected) -> Words {
    let (zh, en) = match expected {
        Expected::Text => ("半角双引号里的文字", "a text in quotation marks"),
        Expected::Number => ("数字", "a number"),
        Expected::WholeNumber { most } => return whole_number(most),
        Expected::YesOrNo => ("true 或 false", "true or false"),
        Expected::List => ("方括号里的列表", "a list in square brackets"),
        Expected::Group => ("圆括号里的一组字段", "fields in round brackets"),
        Expected::Pair => ("圆括号里的两个代号", "two ids in round brackets"),
        Expected::Word => ("一个不带引号的词", "one of the known words, without quotation marks"),
    };
    let (zh_help, en_help) = match expected {
        Expected::Text => ("例如 \"杭州市\"。", "For example: \"Hangzhou\"."),
        Expected::Number => (
            "用基本单位写出完整数值，不加引号、单位和千位分隔符，例如 967000 或 72.75。",
            "Write it in base units without quotation marks, unit or separators, as 967000 or 72.75.",
        ),
        Expected::List => {
            ("例如 [(…), (…)]；没有内容就写 []。", "For example [(…), (…)]; an empty list is [].")
        }
        Expected::Group => ("例如 (zh: \"…\", en: \"…\")。", "For example (zh: \"…\", en: \"…\")."),
        Expected::Pair => {
            ("例如 (\"hangzhou\", \"huzhou\")。", "For example (\"hangzhou\", \"huzhou\").")
        }
        Expected::YesOrNo | Expected::WholeNumber { .. } => {
            ("改成 true 或 false。", "Write true or false.")
        }
        Expected::Word => (
            "参照其他项的写法，例如 kind: City 或 item: Bullet(2)。",
            "See how other elements write it, for example kind: City or item: Bullet(2).",
        ),
    };
    Words::new(format!("这里应为{zh}"), zh_help, format!("{en} is expected here"), en_help)
}

fn whole_number(most: u64) -> Words {
    Words::new(
        "这里应为整数",
        format!("写一个 0 到 {most} 之间的整数，不加引号。"),
        "a whole number is expected here",
        format!("Write a whole number from 0 to {most}, without quotation marks."),
    )
}

fn empty_text(lang: Option<Lang>) -> Words {
    match lang {
        Some(Lang::Zh) => Words::new(
            "缺少中文文字",
            "补上中文；中文和英文都要写。",
            "the Chinese text is empty",
            "Write it; every text is needed in Chinese and in English.",
        ),
        Some(Lang::En) => Words::new(
            "缺少英文文字",
            "补上英文；中文和英文都要写。",
            "the English text is empty",
            "Write it; every text is needed in Chinese and in English.",
        ),
        None => Words::new(
            "这段文字是空的",
            "写上内容；printed 应照原文写出数字或文字，section 应写明出处所在部分。",
            "this text is empty",
            "Fill it in: printed repeats the source's own words, section names where they stand.",
        ),
    }
}
