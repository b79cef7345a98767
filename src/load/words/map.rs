use super::Words;
use crate::load::problem::Map;

pub(super) fn words(problem: &Map) -> Words {
    match problem {
        Map::TilesCollide { column, row } => Words::new(
            format!("第 {column} 列第 {row} 行已有另一个方格"),
            "给其中一个地区换个位置。",
            format!("another tile is already at column {column}, row {row}"),
            "Move one of the two.",
        ),
        Map::PlacedTwice { region } => Words::new(
            format!("“{region}”在这张地图上出现了两次"),
            "只保留其中一个。",
            format!("“{region}” stands on this map twice"),
            "Keep one of them.",
        ),
        Map::TileOutOfRange { most } => Words::new(
            format!("方格的行、列只能在 0 到 {most} 之间"),
            "从 0 数起，换一个近一些的位置。",
            format!("columns and rows of tiles go from 0 to {most}"),
            "Count from 0 and choose a nearer place.",
        ),
        Map::Unplaced { region } => Words::new(
            format!("这张地图上没有“{region}”"),
            "给它补上位置；轮廓图则在 GeoJSON 文件里补上它的轮廓。",
            format!("“{region}” is not on this map"),
            "Add it; on a map of outlines, add its outline to the GeoJSON file.",
        ),
        Map::PathOutside { path } => Words::new(
            format!("“{path}”不在数据文件所在的文件夹里"),
            "把文件放进数据文件的文件夹，写相对路径，用 / 分隔，不用 ..。",
            format!("“{path}” does not lie in the folder of the data file"),
            "Put it there and write a relative path with /, without ..",
        ),
        Map::TooManyLayouts { most } => Words::new(
            format!("地图超过 {most} 张"),
            "只留下需要的地图。",
            format!("there are more than {most} maps"),
            "Keep the maps that are needed.",
        ),
    }
}
