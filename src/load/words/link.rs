use super::{Words, suggest};
use crate::load::problem::{Kind, Link};

pub(super) fn words(problem: &Link) -> Words {
    match problem {
        Link::Unknown { kind, id, nearest } => unknown(*kind, id, nearest.as_deref()),
        Link::DuplicateId { kind, id } => {
            let (zh, en, _) = kind_words(*kind);
            Words::new(
                format!("{zh}代号“{id}”重复了"),
                "给其中一个换个代号；如果是重复的一项，请删去。",
                format!("two {en}s have the id “{id}”"),
                "Give one of them another id, or remove it if it is there twice.",
            )
        }
        Link::ParentCycle { circle } => {
            let path = circle.join(" → ");
            Words::new(
                format!("上级地区成了循环：{path}"),
                "改正其中一个 parent；最上级的地区不写 parent。",
                format!("these regions are parts of each other in a circle: {path}"),
                "Correct one parent; the topmost region has none.",
            )
        }
        Link::OutsideRoot { region, root } => Words::new(
            format!("“{region}”不属于全局地区“{root}”，不会显示"),
            format!("写上 parent: \"{root}\" 或它所属的地区，或者删去这一项。"),
            format!("“{region}” is not a part of the root “{root}”, so it would never be shown"),
            format!("Add parent: \"{root}\" or another region above it, or remove the region."),
        ),
        Link::TooManyLevels { most } => Words::new(
            format!("地区的隶属关系超过 {most} 层"),
            "国家、省、市、县一般四层就够；核对 parent。",
            format!("regions are parts of each other more than {most} levels deep"),
            "Country, province, city and county make four; check parent.",
        ),
        Link::ToItself { id } => Words::new(
            format!("“{id}”与自己相关联"),
            "改成另一个代号，或删去这一项。",
            format!("“{id}” is related to itself"),
            "Name another id, or remove this.",
        ),
        Link::RelatedTwice { a, b } => Words::new(
            format!("“{a}”和“{b}”关联了两次"),
            "关联对双方都有效，只写一次即可。",
            format!("“{a}” and “{b}” are related twice"),
            "A relation holds both ways: keep one of the two.",
        ),
        Link::CompletionNotPercent { indicator } => Words::new(
            format!("“{indicator}”写了 completion_of，但单位不是百分比"),
            "完成率的单位应为百分比（kind: Percent）；不是完成率就删去 completion_of。",
            format!("“{indicator}” has completion_of, but its unit is not a percentage"),
            "Give it a unit of kind: Percent, or remove completion_of.",
        ),
        Link::UnitMissing => Words::new(
            "数量指标没有写单位",
            "补上 unit: \"…\"；如果内容是文字，改成 kind: Fact。",
            "this quantity has no unit",
            "Add unit: \"…\", or write kind: Fact if it is stated in words.",
        ),
        Link::UnitOnFact => Words::new(
            "文字类指标（kind: Fact）不能有单位",
            "删去 unit；如果内容是数字，改成 kind: Quantity。",
            "an indicator stated in words (kind: Fact) cannot have a unit",
            "Remove unit, or write kind: Quantity if it is a number.",
        ),
    }
}

fn unknown(kind: Kind, id: &str, nearest: Option<&str>) -> Words {
    let (zh, en, list) = kind_words(kind);
    let otherwise = match kind {
        Kind::Section => [
            "写一个地区的代号；出自表格就写 \"table\"。".to_owned(),
            "Write the id of a region, or \"table\" for a table.".to_owned(),
        ],
        _ => [
            format!("改成 {list} 里已有的代号，或在 {list} 里补上这一项。"),
            format!("Use an id from {list}, or add it there."),
        ],
    };
    let [zh_help, en_help] = suggest(nearest, otherwise);
    Words::new(
        format!("没有代号为“{id}”的{zh}"),
        zh_help,
        format!("there is no {en} “{id}”"),
        en_help,
    )
}

/// The kind in Chinese, in English, and the list of the file that holds it.
const fn kind_words(kind: Kind) -> (&'static str, &'static str, &'static str) {
    match kind {
        Kind::Region => ("地区", "region", "regions"),
        Kind::Indicator => ("指标", "indicator", "indicators"),
        Kind::Theme => ("主题", "theme", "themes"),
        Kind::Unit => ("单位", "unit", "units"),
        Kind::Period => ("时期", "period", "periods"),
        Kind::Source => ("来源", "source", "sources"),
        Kind::Parent => ("上级地区", "parent region", "regions"),
        Kind::Root => ("全局地区", "root region", "regions"),
        Kind::Section => ("出处部分", "section", "regions"),
        Kind::Layout => ("地图", "map", "layouts"),
    }
}
