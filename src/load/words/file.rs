use super::Words;
use crate::load::problem::File;

pub(super) fn words(problem: &File) -> Words {
    match problem {
        File::Missing => Words::new(
            "找不到这个文件",
            "检查文件名和所在文件夹。",
            "the file does not exist",
            "Check its name and folder.",
        ),
        File::Unreadable { reason } => Words::new(
            format!("无法读取这个文件（{reason}）"),
            "检查文件权限，并确认没有被其他程序占用。",
            format!("the file cannot be read ({reason})"),
            "Check its permissions, and that no other program holds it.",
        ),
        File::Folder => Words::new(
            "这是一个文件夹，不是文件",
            "选择文件夹里的数据文件（.ron）。",
            "this is a folder, not a file",
            "Choose the data file (.ron) in it.",
        ),
        File::TooLarge { most_mib } => Words::new(
            format!("文件超过 {most_mib} MiB"),
            "确认选对了文件；数据文件通常不到 1 MiB。",
            format!("the file is larger than {most_mib} MiB"),
            "Check that it is the right file; a data file is usually below 1 MiB.",
        ),
        File::Utf16 => Words::new(
            "文件是 UTF-16 编码，不是 UTF-8",
            "用文本编辑器打开，选择“另存为”，编码选 UTF-8（记事本里的“Unicode”就是 UTF-16）。",
            "the file is in UTF-16, not in UTF-8",
            "Open it in a text editor and save it again with the encoding UTF-8; what Notepad calls Unicode is UTF-16.",
        ),
        File::NotUtf8 { line } => Words::new(
            format!("文件不是 UTF-8 编码（第 {line} 行起无法识别）"),
            "用文本编辑器打开，选择“另存为”，编码选 UTF-8（不是 ANSI、GBK 或 Unicode）。",
            format!("the file is not in UTF-8 (from line {line} on)"),
            "Open it in a text editor and save it again with the encoding UTF-8, not ANSI, GBK or Unicode.",
        ),
    }
}
