//! Changes to a sound file, most of which leave it nearly sound.

use libfuzzer_sys::arbitrary::{self, Arbitrary};

/// What the readers of data files take for more than a letter.
const WORDS: [&str; 36] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    "\\",
    "//",
    "/*",
    "*/",
    "\n",
    " ",
    "0",
    "-",
    "None",
    "Some(",
    "r#\"",
    "east",
    "land",
    "jobs",
    "，",
    "part_of: (region: \"land\", indicator: \"jobs\"),",
    "\\\"",
    "\\n",
    "\n    observations: [",
    "status: Derived,",
    "status: NotApplicable,",
    "qualifier: About,",
    "1e400",
    "Row(\"a\")",
    "Bullet(1)",
    "\u{202e}",
    "#![enable(implicit_some)]",
];

/// One change. Places are in 65,536ths of the file.
#[derive(Arbitrary, Debug)]
pub enum Edit {
    /// Takes a stretch out.
    Cut { at: u16, length: u8 },
    /// Puts a stretch elsewhere a second time.
    Copy { from: u16, length: u8, to: u16 },
    /// Puts something in the place of a stretch.
    Write { at: u16, length: u8, text: String },
    /// Puts one of [`WORDS`] in the place of a stretch.
    Word { at: u16, length: u8, word: u8 },
    /// Changes two lines for each other.
    Swap { first: u16, second: u16 },
    /// Puts a line a second time after another.
    Double { line: u16, after: u16 },
}

impl Edit {
    fn apply(&self, text: &mut String) {
        match self {
            Self::Cut { at, length } => text.replace_range(stretch(text, *at, *length), ""),
            Self::Copy { from, length, to } => {
                let copied = text[stretch(text, *from, *length)].to_owned();
                text.insert_str(place(text, *to), &copied);
            }
            Self::Write { at, length, text: put } => {
                text.replace_range(stretch(text, *at, *length), put);
            }
            Self::Word { at, length, word } => {
                let put = WORDS[usize::from(*word) % WORDS.len()];
                text.replace_range(stretch(text, *at, *length), put);
            }
            Self::Swap { first, second } => {
                let mut lines: Vec<&str> = text.lines().collect();
                let (first, second) = (of(lines.len(), *first), of(lines.len(), *second));
                if !lines.is_empty() {
                    lines.swap(first, second);
                }
                *text = lines.join("\n");
            }
            Self::Double { line, after } => {
                let mut lines: Vec<&str> = text.lines().collect();
                if !lines.is_empty() {
                    let line = lines[of(lines.len(), *line)];
                    lines.insert(of(lines.len(), *after), line);
                }
                *text = lines.join("\n");
            }
        }
    }
}

/// `base` with the first dozen of `edits`.
#[must_use]
pub fn edited(base: &str, edits: &[Edit]) -> String {
    let mut text = base.to_owned();
    for edit in edits.iter().take(12) {
        edit.apply(&mut text);
    }
    text
}

fn of(count: usize, at: u16) -> usize {
    (usize::from(at) * count) >> 16
}

fn place(text: &str, at: u16) -> usize {
    text.floor_char_boundary(of(text.len() + 1, at))
}

fn stretch(text: &str, at: u16, length: u8) -> std::ops::Range<usize> {
    let start = place(text, at);
    let end = text.floor_char_boundary((start + usize::from(length)).min(text.len()));
    start..end.max(start)
}
