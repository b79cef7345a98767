use super::Words;
use crate::load::lexer::closing;
use crate::load::problem::Syntax;

pub(super) fn words(problem: &Syntax) -> Words {
    match problem {
        Syntax::UnclosedBracket { open } => {
            let close = closing(*open);
            Words::new(
                format!("这里的“{open}”没有对应的“{close}”"),
                format!("在这一项结束的地方补上“{close}”。"),
                format!("this “{open}” is never closed"),
                format!("Add “{close}” where the element ends."),
            )
        }
        Syntax::UnexpectedClosing { close } => Words::new(
            format!("这里的“{close}”没有对应的左括号"),
            "删去它，或者在前面补上左括号。",
            format!("this “{close}” closes nothing"),
            "Remove it, or add the opening bracket that it belongs to.",
        ),
        Syntax::UnclosedText => Words::new(
            "这一行的双引号不成对",
            "每段文字前后各要一个半角双引号；文字里面的双引号要写成 \\\"，或改用“”。",
            "a quotation mark is missing in this line",
            "Every text needs one \" before and one after it; inside a text write \\\" or use “ ”.",
        ),
        Syntax::UnclosedComment => Words::new(
            "这段注释没有结束",
            "在注释末尾补上 */。",
            "this comment never ends",
            "Add */ at the end of the comment.",
        ),
        Syntax::FullWidth { found, instead } => Words::new(
            format!("文字以外不能用全角标点“{found}”"),
            format!("切换到英文输入法，改成半角的 {instead}。"),
            format!("full-width “{found}” stands outside a text"),
            format!("Replace it with the half-width {instead}."),
        ),
        Syntax::MissingComma => Words::new(
            "这里前面缺少逗号",
            "在前一个值后面补上半角逗号。",
            "a comma is missing before this",
            "Put a comma after the value before it.",
        ),
        Syntax::Unnamed => Words::new(
            "这里应写成“字段: 值”",
            "写上字段名和半角冒号，例如 id: \"hangzhou\"；也请检查前面是否多了逗号。",
            "a field with its name is expected here",
            "Write the name and a colon, as in id: \"hangzhou\"; or remove a comma too many before it.",
        ),
        Syntax::Trailing => Words::new(
            "这里多出了内容",
            "两项之间要有逗号；如果是多余的内容，请删去。",
            "something follows where the value should have ended",
            "Put a comma between two elements, or remove what is too much.",
        ),
        Syntax::EmptyEntry => Words::new(
            "逗号前面没有内容",
            "删去多余的逗号。",
            "nothing stands before this comma",
            "Remove the comma.",
        ),
        Syntax::Attribute => Words::new(
            "文件开头的 #![…] 无法识别",
            "第一行应为 #![enable(implicit_some)]。",
            "the #![…] at the beginning of the file is not understood",
            "The first line should be #![enable(implicit_some)].",
        ),
        Syntax::NotADataFile => Words::new(
            "这不是数据文件：开头应为“(”",
            "数据文件是 RON 文本：首行为 #![enable(implicit_some)]，其余内容写在一对圆括号里。",
            "this is not a data file: it does not begin with “(”",
            "A data file is RON text: #![enable(implicit_some)], then everything else in one pair of round brackets.",
        ),
        Syntax::Empty => Words::new(
            "文件是空的",
            "确认选对了文件，并且保存时没有出错；备份里也许还有内容。",
            "the file is empty",
            "Check that it is the right file and that it was saved whole; a backup may still hold it.",
        ),
        Syntax::TooDeep { most } => Words::new(
            format!("括号层层相套超过 {most} 层"),
            "数据文件的括号最多六层；检查前面是否有括号没有关上。",
            format!("brackets stand in each other more than {most} deep"),
            "A data file needs six levels at most; look for brackets before this that are never closed.",
        ),
        Syntax::Refused { reason } => Words::new(
            format!("不是有效的 RON 文本（{reason}）"),
            "检查这里的标点、引号和括号。",
            format!("this is not RON ({reason})"),
            "Check the punctuation, quotes and brackets here.",
        ),
    }
}
