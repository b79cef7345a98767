use super::{Words, suggest};
use crate::load::problem::Outline;

pub(super) fn words(problem: &Outline) -> Words {
    match problem {
        Outline::AssetMissing { path } => Words::new(
            format!("找不到文件“{path}”"),
            "检查文件名和位置；路径从数据文件所在的文件夹算起。",
            format!("the file “{path}” does not exist"),
            "Check its name and place; the path starts from the folder of the data file.",
        ),
        Outline::AssetUnreadable { path, reason } => Words::new(
            format!("无法读取文件“{path}”（{reason}）"),
            "检查文件权限，并确认它是一个大小合适的普通文件。",
            format!("the file “{path}” cannot be read ({reason})"),
            "Check its permissions, and that it is an ordinary file of a reasonable size.",
        ),
        Outline::NotGeoJson { path, reason } => Words::new(
            format!("“{path}”不是 GeoJSON 要素集合（{reason}）"),
            "从地图软件中重新导出为 GeoJSON（FeatureCollection）。",
            format!("“{path}” is not a GeoJSON feature collection ({reason})"),
            "Export it again as GeoJSON (a FeatureCollection).",
        ),
        Outline::TooManyPoints { most } => Words::new(
            format!("轮廓的点数超过 {most} 个"),
            "用地图软件简化轮廓后再导出。",
            format!("the outlines have more than {most} points"),
            "Simplify the outlines and export them again.",
        ),
        Outline::WithoutId { number } => Words::new(
            format!("轮廓文件中第 {number} 个要素没有注明地区"),
            "在它的 properties 中写上 \"id\"，内容是地区代号。",
            format!("feature {number} of the outlines does not name its region"),
            "Add \"id\" with the id of a region to its properties.",
        ),
        Outline::Unknown { id, nearest } => {
            let [zh_help, en_help] = suggest(
                nearest.as_deref(),
                [
                    "在 regions 里补上这个地区，或从轮廓文件中删去它。".to_owned(),
                    "Add the region to regions, or remove it from the outlines.".to_owned(),
                ],
            );
            Words::new(
                format!("轮廓文件中的“{id}”不是任何地区的代号"),
                zh_help,
                format!("the outlines name a region “{id}” that does not exist"),
                en_help,
            )
        }
        Outline::WithoutArea { id } => Words::new(
            format!("“{id}”的轮廓没有面积"),
            "轮廓应为 Polygon 或 MultiPolygon，至少有三个不在一条直线上的点。",
            format!("the outline of “{id}” encloses nothing"),
            "Make it a Polygon or MultiPolygon with three or more points not in one line.",
        ),
        Outline::BadCoordinates { id } => Words::new(
            format!("“{id}”的轮廓里有无效的坐标"),
            "坐标应为经度、纬度，单位为度：经度 -180 到 180，纬度 -90 到 90。",
            format!("the outline of “{id}” has coordinates that are not on the globe"),
            "Give longitude (-180 to 180) and latitude (-90 to 90) in degrees.",
        ),
        Outline::BadLabelPoint { id } => Words::new(
            format!("“{id}”的 label_point 无效"),
            "写成 [经度, 纬度]；省去则取轮廓的中心。",
            format!("label_point of “{id}” is not a place"),
            "Write [longitude, latitude], or leave it out to use the middle of the outline.",
        ),
        Outline::TooTangled { id } => Words::new(
            format!("“{id}”的轮廓太复杂，无法绘制：孔洞太多，或者线条多处相交"),
            "用地图软件修复几何并简化轮廓（例如 mapshaper 的 -clean 和 -simplify）。",
            format!(
                "the outline of “{id}” is too tangled to draw: too many holes, or lines that cross"
            ),
            "Mend and simplify it in a map program, as with -clean and -simplify of mapshaper.",
        ),
    }
}
