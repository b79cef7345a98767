//! The words that tables use: headings, marks of missing figures, totals, notes.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The region: its name or id.
    Region,
    /// The region's Chinese name beside an id.
    RegionZh,
    /// The region's English name.
    RegionEn,
    /// The administrative division code.
    Code,
    /// The region that this one is a part of.
    Parent,
    /// What is measured: its name or id.
    Indicator,
    /// The indicator's Chinese name beside an id.
    IndicatorZh,
    /// The indicator's English name.
    IndicatorEn,
    /// What exactly is counted.
    Definition,
    /// The theme.
    Theme,
    /// The number.
    Value,
    /// The number as printed, beside a plain value.
    Printed,
    /// The unit.
    Unit,
    /// Year, month or day.
    Period,
    /// Where the number is from.
    Source,
    /// What else to know.
    Note,
    /// Nothing that matters, such as running numbers.
    Ignored,
}

impl Role {
    /// Every role with its name on the command line and the headings that mean it, in lower case.
    const TABLE: [(Self, &'static str, &'static [&'static str]); 17] = [
        (
            Self::Region,
            "region",
            &[
                "地区",
                "地市",
                "城市",
                "市",
                "区县",
                "县市区",
                "县区",
                "县（市、区）",
                "行政区",
                "行政区划",
                "行政区域",
                "地区名称",
                "区域",
                "各市",
                "市别",
                "地区别",
                "region",
                "city",
                "area",
                "county",
                "province",
                "district",
                "name",
                "place",
                "locality",
                "region_id",
            ],
        ),
        (Self::RegionZh, "region_zh", &["region_zh", "name_zh", "地区中文名", "中文名"]),
        (
            Self::RegionEn,
            "region_en",
            &["region_en", "name_en", "英文名", "英文名称", "地区英文名", "english name"],
        ),
        (
            Self::Code,
            "code",
            &[
                "code",
                "adcode",
                "行政区划代码",
                "区划代码",
                "代码",
                "地区代码",
                "行政代码",
                "gb code",
                "region code",
            ],
        ),
        (Self::Parent, "parent", &["parent", "上级", "上级地区", "所属市", "所属地区", "所属省"]),
        (
            Self::Indicator,
            "indicator",
            &["指标", "指标名称", "项目", "统计指标", "indicator", "measure", "item", "variable"],
        ),
        (Self::IndicatorZh, "indicator_zh", &["indicator_zh", "指标中文名"]),
        (Self::IndicatorEn, "indicator_en", &["indicator_en", "指标英文名", "指标英文名称"]),
        (
            Self::Definition,
            "definition",
            &["定义", "指标解释", "指标说明", "口径", "统计口径", "definition"],
        ),
        (
            Self::Theme,
            "theme",
            &["主题", "类别", "分类", "领域", "大类", "theme", "category", "topic"],
        ),
        (
            Self::Value,
            "value",
            &["数值", "数据", "值", "指标值", "数量", "value", "figure", "amount", "number"],
        ),
        (Self::Printed, "printed", &["as_printed", "printed", "原文", "原文写法"]),
        (Self::Unit, "unit", &["单位", "计量单位", "unit", "units", "unit_zh"]),
        (
            Self::Period,
            "period",
            &[
                "年份",
                "年度",
                "时间",
                "时期",
                "日期",
                "年",
                "year",
                "period",
                "date",
                "time",
                "统计时间",
            ],
        ),
        (
            Self::Source,
            "source",
            &["来源", "数据来源", "资料来源", "出处", "source", "data source"],
        ),
        (Self::Note, "note", &["备注", "说明", "注", "注释", "note", "notes", "remark", "remarks"]),
        (
            Self::Ignored,
            "ignore",
            &[
                "序号",
                "编号",
                "no.",
                "no",
                "#",
                "unit_en",
                "locator",
                "qualifier",
                "status",
                "排名",
                "位次",
                "rank",
            ],
        ),
    ];

    /// The role of this name on the command line.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, it, _)| *it == name).map(|(role, ..)| *role)
    }

    /// The names of all roles on the command line.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        Self::TABLE.iter().map(|(_, name, _)| *name)
    }

    /// The name on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::TABLE.iter().find(|(role, ..)| *role == self).map_or("", |(_, name, _)| name)
    }

    /// What a heading says its column holds; a heading in two languages says it twice.
    pub(super) fn of_heading(heading: &str) -> Option<Self> {
        let one = |heading: &str| {
            let plain: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
            let spaced = heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let is_it = |words: &&[&str]| {
                words.iter().any(|word| *word == plain.to_lowercase() || *word == spaced)
            };
            Self::TABLE.iter().find(|(.., words)| is_it(words)).map(|(role, ..)| *role)
        };
        one(heading).or_else(|| heading.lines().find_map(one))
    }
}

/// Whether a cell says that there is no figure.
pub(super) fn is_missing(text: &str) -> bool {
    let folded = text.trim().to_lowercase();
    let is_mark = |c: char| {
        matches!(c, '-' | '—' | '–' | '－' | '―' | '─' | '…' | '.' | '·' | '/' | '＼' | '\\' | '*')
    };
    folded.is_empty()
        || (folded.chars().all(is_mark) && folded.chars().count() <= 6)
        || matches!(
            folded.as_str(),
            "n/a"
                | "#n/a"
                | "na"
                | "n.a."
                | "nil"
                | "null"
                | "none"
                | "无"
                | "无数据"
                | "缺"
                | "缺失"
                | "暂无"
                | "暂缺"
                | "不详"
                | "未公布"
                | "未报告"
                | "未统计"
                | "未上报"
                | "未提供"
                | "not reported"
                | "not available"
                | "no data"
                | "missing"
                | ".."
                | "x"
        )
}

/// Whether a cell says that the indicator makes no sense for its region.
pub(super) fn is_not_applicable(text: &str) -> bool {
    matches!(text.trim().to_lowercase().as_str(), "不适用" | "not applicable" | "not_applicable")
}

/// Whether a row's name says that it is the whole of the others.
pub(super) fn is_total(name: &str) -> bool {
    let plain: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        plain.to_lowercase().as_str(),
        "合计"
            | "总计"
            | "共计"
            | "总数"
            | "总和"
            | "全省"
            | "全市"
            | "全区"
            | "全国"
            | "全县"
            | "全州"
            | "全省合计"
            | "全省总计"
            | "全市合计"
            | "全市总计"
            | "全国合计"
            | "total"
            | "all"
            | "whole"
            | "grandtotal"
            | "provincetotal"
            | "provincialtotal"
            | "nationaltotal"
    )
}

/// What a note under or over a table is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// Where the figures are from.
    Source,
    /// The unit of the whole table.
    Unit,
    /// Anything else.
    Note,
}

/// Reads `注：…`, `资料来源：…`, `单位：万元`: what it is, and what it says.
pub(super) fn remark(text: &str) -> Option<(Remark, &str)> {
    const HEADS: [(&str, Remark); 14] = [
        ("资料来源", Remark::Source),
        ("数据来源", Remark::Source),
        ("来源", Remark::Source),
        ("data source", Remark::Source),
        ("source", Remark::Source),
        ("sources", Remark::Source),
        ("计量单位", Remark::Unit),
        ("单位", Remark::Unit),
        ("unit", Remark::Unit),
        ("注", Remark::Note),
        ("备注", Remark::Note),
        ("说明", Remark::Note),
        ("note", Remark::Note),
        ("notes", Remark::Note),
    ];
    let text = text.trim_start_matches(['（', '(', '【', '[']);
    let (head, rest) = text.split_once(['：', ':'])?;
    let plain: String = head.chars().filter(|c| !c.is_whitespace()).collect();
    // `注1：` and `注①：` are notes too.
    let folded = head.trim().to_lowercase();
    let is_numbered = plain.starts_with('注') && plain.chars().count() <= 3;
    let (_, kind) = HEADS
        .iter()
        .find(|(word, _)| *word == plain || *word == folded)
        .or_else(|| is_numbered.then_some(&("注", Remark::Note)))?;
    let rest = rest.trim();
    let rest = if *kind == Remark::Unit || text.len() < head.len() {
        rest.trim_end_matches(['）', ')', '】', ']'])
    } else {
        rest
    };
    Some((*kind, rest))
}

/// Whether the text has a Chinese character in it.
pub(super) fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'))
}

#[cfg(test)]
mod tests {
    use super::{Remark, Role, is_missing, is_total, remark};

    #[test]
    fn headings_name_their_column_in_either_language() {
        for (heading, role) in [
            ("地 区", Role::Region),
            ("地区\nRegion", Role::Region),
            ("Region", Role::Region),
            ("指标名称", Role::Indicator),
            ("计量单位", Role::Unit),
            ("Data  source", Role::Source),
        ] {
            assert_eq!(Role::of_heading(heading), Some(role), "{heading}");
        }
        assert_eq!(Role::of_heading("新增就业"), None);
        assert!(Role::names().all(|name| Role::named(name).is_some_and(|it| it.name() == name)));
    }

    #[test]
    fn what_stands_for_a_missing_figure_is_no_number() {
        for mark in ["", "—", "——", "-", "…", "......", "N/A", "/", "未公布"] {
            assert!(is_missing(mark), "{mark}");
        }
        for number in ["0", "-1", "1.2", "近10万", "一等奖"] {
            assert!(!is_missing(number), "{number}");
        }
        assert!(is_total("合 计") && is_total("Total") && !is_total("杭州市"));
    }

    #[test]
    fn remarks_say_what_they_are() {
        assert_eq!(remark("资料来源：省残联"), Some((Remark::Source, "省残联")));
        assert_eq!(remark("单位:万元"), Some((Remark::Unit, "万元")));
        assert_eq!(remark("（单位：人）"), Some((Remark::Unit, "人")));
        assert_eq!(remark("注 1：不含省本级"), Some((Remark::Note, "不含省本级")));
        assert_eq!(remark("就业：总数"), None);
    }
}
