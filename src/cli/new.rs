//! `city-atlas new`: a small data set to begin from.

use std::{
    fs,
    io::{self, Write},
};

use super::{CliError, args::NewArgs, system_lang};
use crate::{export::file::write_whole, model::Lang};

/// The files of the small data set, by name. A test checks them.
const FILES: [(&str, &str); 2] = [
    ("data.ron", include_str!("../../assets/new/data.ron")),
    ("map.geojson", include_str!("../../assets/new/map.geojson")),
];

/// Writes the data set into a folder, which is made where it is not there.
pub(super) fn run(args: &NewArgs) -> Result<(), CliError> {
    let lang = args.lang.map_or_else(system_lang, Lang::from);
    let folder = &args.folder;
    if let Some((name, _)) = FILES.iter().find(|(name, _)| folder.join(name).exists()) {
        let path = folder.join(name);
        let path = path.display();
        return Err(CliError::Fault(match lang {
            Lang::Zh => format!("{path} 已经存在，没有写入任何文件；请另选一个文件夹"),
            Lang::En => format!("{path} exists, and nothing was written; choose another folder"),
        }));
    }
    fs::create_dir_all(folder).map_err(|error| {
        let folder = folder.display();
        CliError::Fault(format!("cannot make the folder {folder}: {error}; choose another"))
    })?;
    // The map first: a data file is never without what it refers to.
    for (name, text) in FILES.iter().rev() {
        write_whole(&folder.join(name), text.as_bytes())
            .map_err(|error| CliError::Fault(error.to_string()))?;
    }
    let data = folder.join("data.ron");
    let data = data.display();
    let told = match lang {
        Lang::Zh => format!(
            "已写入 {data} 和 map.geojson。\n\
             接下来：\n  \
             1. 用文本编辑器打开 {data}，照着注释换成自己的地区、指标和数字；\n  \
             2. city-atlas check {data}    逐处指出写错的地方；\n  \
             3. city-atlas {data}          打开看。\n\
             已有表格？city-atlas import 表格.xlsx -o my-data.ron\n\
             格式说明：city-atlas format --lang zh"
        ),
        Lang::En => format!(
            "Wrote {data} and map.geojson.\n\
             Next:\n  \
             1. open {data} in a text editor and put your own regions, indicators and figures in, as its comments say;\n  \
             2. city-atlas check {data}    names every mistake and how to mend it;\n  \
             3. city-atlas {data}          opens it.\n\
             Have a spreadsheet? city-atlas import figures.xlsx -o my-data.ron\n\
             The format: city-atlas format --lang en"
        ),
    };
    writeln!(io::stdout().lock(), "{told}")?;
    Ok(())
}
