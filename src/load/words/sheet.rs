use super::{Words, figure, suggest};
use crate::load::problem::{Book, Cell, Table};

/// The file as a whole.
pub(super) fn book(problem: &Book) -> Words {
    match problem {
        Book::Unreadable { reason } => Words::new(
            format!("无法作为表格打开（{reason}）"),
            "用表格软件打开它，另存为 .xlsx 或 UTF-8 编码的 .csv；设有密码的先取消密码。",
            format!("the file cannot be read as a spreadsheet ({reason})"),
            "Open it in a spreadsheet program and save it as .xlsx or as .csv in UTF-8; remove a password first.",
        ),
        Book::UnknownSheet { found, names } => Words::new(
            format!("没有名为“{found}”的工作表"),
            format!("--sheet 可选：{}。", names.join("、")),
            format!("there is no sheet “{found}”"),
            format!("--sheet takes one of: {}.", names.join(", ")),
        ),
        Book::TooLarge { most } => Words::new(
            format!("工作表超过 {most} 个单元格"),
            "把远处多余的单元格清除，或者把表拆成几张。",
            format!("the sheet has more than {most} cells"),
            "Clear stray cells far from the table, or split the table.",
        ),
        Book::UnpacksTooLarge { most_mib } => Words::new(
            format!("工作簿解压后超过 {most_mib} MiB"),
            "只把需要的工作表另存为 .xlsx 或 .csv；来历不明的文件不要打开。",
            format!("the workbook unpacks to more than {most_mib} MiB"),
            "Save only the sheet you need as .xlsx or .csv; leave a file alone that you do not trust.",
        ),
        Book::UnknownEncoding => Words::new(
            "CSV 文件既不是 UTF-8 也不是 GB 18030 编码",
            "用表格软件打开，另存为“CSV UTF-8”。",
            "the CSV file is neither in UTF-8 nor in GB 18030",
            "Open it in a spreadsheet program and save it as “CSV UTF-8”.",
        ),
    }
}

/// The table on a sheet.
pub(super) fn table(problem: &Table) -> Words {
    match problem {
        Table::Another { first_row } => Words::new(
            format!("第 {first_row} 行起还有一张表，没有读入"),
            "一张工作表只放一张表：把它移到另一张工作表，或者用 --rows 指明要读的行，例如 --rows 3-20。",
            format!("another table begins at row {first_row} and was not read"),
            "Keep one table on a sheet: move it to another, or name the rows to read, as --rows 3-20.",
        ),
        Table::NeedsColumn { column } => Words::new(
            format!("找不到“{column}”列"),
            format!("给它加上表头，或者用 --columns 指明，例如 --columns {column}=B。"),
            format!("there is no column for “{column}”"),
            format!("Give it a heading, or name it, as --columns {column}=B."),
        ),
        Table::UnknownColumn { found, nearest } => {
            let [zh, en] = suggest(
                nearest.as_deref(),
                [
                    "写表头中的文字，或者列的字母，例如 C。".to_owned(),
                    "Write a heading as it stands in the table, or a column’s letter, such as C."
                        .to_owned(),
                ],
            );
            Words::new(
                format!("没有“{found}”这一列"),
                zh,
                format!("there is no column “{found}”"),
                en,
            )
        }
        Table::UnknownRecord { found } => Words::new(
            format!("“record”列里的“{found}”不是记录的种类"),
            "用 city-atlas table --what all 导出一份，照它的写法改正。",
            format!("“{found}” in the column “record” is no kind of record"),
            "Print a sound table with city-atlas table --what all and follow it.",
        ),
        Table::RegionUnknown { found, nearest } => {
            let [zh, en] = suggest(
                nearest.as_deref(),
                [
                    "在 --regions 的清单里补上它，或者改正表中的名称。".to_owned(),
                    "Add it to the list given with --regions, or correct the name.".to_owned(),
                ],
            );
            Words::new(
                format!("地区清单里没有“{found}”"),
                zh,
                format!("the list of regions has no “{found}”"),
                en,
            )
        }
        Table::NotOnMap { region } => Words::new(
            format!("地图上没有“{region}”"),
            "让地图要素的 name 或 id 与表中一致，或者不加 --map。",
            format!("“{region}” is not on the map"),
            "Give the feature the name or id that the table uses, or leave out --map.",
        ),
        Table::Nothing => Words::new(
            "表中没有认出地区和数据",
            "表头里要有“地区”或“城市”，下面是各地区的数字；也可以用 --layout、--columns 和 --rows 指明。",
            "no table of regions and figures was recognised",
            "A heading such as “Region” should stand over the regions, with numbers beside them; or say so with --layout, --columns and --rows.",
        ),
    }
}

/// One cell.
pub(super) fn cell(problem: &Cell) -> Words {
    match problem {
        Cell::Unreadable { text, error } => Words::new(
            format!("“{text}”读不出数值：{}", figure::unreadable_zh(error)),
            "照原文改成一个数，例如 1.2万 或 近10万；没有数据就留空或写“—”。要略过这样的单元格，加 --skip-unreadable。",
            format!("“{text}” cannot be read as a number: {error}"),
            "Write one number, such as 1.2万 or 近10万; leave the cell empty or write “—” where there is none. To leave such cells out, add --skip-unreadable.",
        ),
        Cell::ScaledTwice { text, unit } => Words::new(
            format!("“{text}”带有“万”或“亿”，单位“{unit}”里也有"),
            "只留一处：或者改数，或者改单位。",
            format!("“{text}” counts in ten thousands, and so does its unit “{unit}”"),
            "Keep one of them: change the number or the unit.",
        ),
        Cell::OtherUnit { text, unit } => Words::new(
            format!("“{text}”的单位与本列的“{unit}”不同"),
            "换算成同一单位，或者另立一个指标。",
            format!("“{text}” is not in the unit of its column, “{unit}”"),
            "Convert it, or make another indicator of it.",
        ),
        Cell::Negative { text } => Words::new(
            format!("“{text}”小于零，而数量、面积和百分比不会是负数"),
            "核对原表；如果是增减量，写成文字说明或改用百分点。",
            format!("“{text}” is below zero, which a count, an area or a percentage never is"),
            "Check the table; state a change in words or in percentage points.",
        ),
        Cell::Twice { region, indicator, period, first } => Words::new(
            format!("“{region}”的“{indicator}”在“{period}”已由 {first} 给出"),
            "同一地区、同一指标、同一时期只能有一个数：删去一个。",
            format!("“{region}” already has “{indicator}” for “{period}”, in {first}"),
            "Keep one figure for a region, an indicator and a period.",
        ),
        Cell::Error { text } => Words::new(
            format!("公式的结果是错误值 {text}"),
            "在表格软件里改好公式后重新保存；没有数据就留空。",
            format!("the formula gives the error {text}"),
            "Mend the formula and save again; leave the cell empty where there is no figure.",
        ),
    }
}
