use super::Words;
use crate::load::problem::Part;

pub(super) fn words(problem: &Part) -> Words {
    match problem {
        Part::OfNothing { region, indicator } => Words::new(
            format!("“{region}”在同一时期没有“{indicator}”的数据，无法作为整体"),
            "改正 part_of，或者补上作为整体的那个数据。",
            format!("“{region}” has no figure of “{indicator}” for this period to be a part of"),
            "Correct part_of, or add the figure of the whole.",
        ),
        Part::OfOutsider { region, part } => Words::new(
            format!("“{region}”不是“{part}”的上级地区"),
            "part_of 只能指向所属的上级地区，请改正。",
            format!("“{region}” is not a region that “{part}” is a part of"),
            "part_of can only name a region above; correct it.",
        ),
        Part::OfOtherUnit { part, whole } => Words::new(
            format!("部分的单位是“{part}”，整体的单位却是“{whole}”"),
            "部分和整体必须用同一单位；请改正 part_of 或指标。",
            format!("the part is in “{part}”, but the whole is in “{whole}”"),
            "Part and whole need one unit; correct part_of or the indicator.",
        ),
        Part::Larger { part, whole } => Words::new(
            format!("部分 {part} 大于整体 {whole}"),
            "对照原文核对两个数值；如果口径不同，请删去 part_of 并在 care 中说明。",
            format!("the part {part} is larger than its whole {whole}"),
            "Check both against the source; if they count different things, remove part_of and say so in care.",
        ),
        Part::Exceed { sum, whole } => Words::new(
            format!("各部分合计 {sum}，超过整体 {whole}"),
            "对照原文核对；如果口径不同，请删去 part_of 并在 care 中说明。",
            format!("the parts add up to {sum}, more than the whole {whole}"),
            "Check them against the source; if they count different things, remove part_of and say so in care.",
        ),
    }
}
