//! Reads the Markdown that help pages use: headings, paragraphs, lists, code and tables, with
//! words in bold or as code. A link becomes its words followed by the address.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A text with stretches that stand out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The words alone.
    pub text: String,
    /// What is bold.
    pub strong: Vec<Range<usize>>,
    /// What is code: keys, file names, what is typed.
    pub code: Vec<Range<usize>>,
}

impl Line {
    /// A text in which nothing stands out.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A part of a page that is read at one go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; level 1 is the page's title.
    Heading {
        /// Its level, `1..=6`.
        level: u8,
        /// Its words.
        line: Line,
    },
    /// A paragraph.
    Paragraph(Line),
    /// An item of a list, or a further paragraph of one.
    Item {
        /// How deep the list lies in others; 0 for one that lies in none.
        depth: usize,
        /// A bullet or a number; empty for a further paragraph.
        marker: String,
        /// Its words.
        line: Line,
    },
    /// Lines of code as they stand.
    Code(String),
    /// A table.
    Table {
        /// The heading of each column.
        head: Vec<Line>,
        /// The rows, a line for each column.
        rows: Vec<Vec<Line>>,
    },
}

/// The blocks of `text`, in their order.
#[must_use]
pub fn read(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        reader.take(event);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    line: Line,
    strong_from: Option<usize>,
    /// The next number of each open list; none for one with bullets.
    lists: Vec<Option<u64>>,
    /// The marker of an item of which nothing was read yet.
    marker: Option<String>,
    code: Option<String>,
    cells: Vec<Line>,
    link: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some(code) => code.push_str(&text),
                None => self.line.text.push_str(&text),
            },
            Event::Code(code) => {
                let from = self.line.text.len();
                self.line.text.push_str(&code);
                self.line.code.push(from..self.line.text.len());
            }
            Event::SoftBreak => self.soft_break(),
            Event::HardBreak => self.line.text.push('\n'),
            _ => {}
        }
    }

    /// A line end in the file is a space, except after Chinese.
    fn soft_break(&mut self) {
        let is_spaced = self.line.text.chars().next_back().is_some_and(|it| it < '\u{2e80}');
        if is_spaced {
            self.line.text.push(' ');
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::List(first) => {
                self.flush();
                self.lists.push(first);
            }
            Tag::Item => {
                let marker = match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}.");
                        *number += 1;
                        marker
                    }
                    _ => "•".to_owned(),
                };
                self.marker = Some(marker);
            }
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::Table(_) => self.blocks.push(Block::Table { head: Vec::new(), rows: Vec::new() }),
            Tag::Strong | Tag::Emphasis => self.strong_from = Some(self.line.text.len()),
            Tag::Link { dest_url, .. } => self.link = Some(dest_url.into_string()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => {
                let line = std::mem::take(&mut self.line);
                self.blocks.push(Block::Heading { level: number(level), line });
            }
            TagEnd::Paragraph | TagEnd::Item => self.flush(),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::CodeBlock => {
                let code = self.code.take().unwrap_or_default();
                self.blocks.push(Block::Code(code.trim_end().to_owned()));
            }
            TagEnd::TableCell => self.cells.push(std::mem::take(&mut self.line)),
            TagEnd::TableHead | TagEnd::TableRow => self.end_row(tag),
            TagEnd::Strong | TagEnd::Emphasis => {
                let from = self.strong_from.take().unwrap_or(self.line.text.len());
                self.line.strong.push(from..self.line.text.len());
            }
            TagEnd::Link => {
                let address = self.link.take().unwrap_or_default();
                if !self.line.text.ends_with(&address) {
                    self.line.text.push_str(" (");
                    self.line.text.push_str(&address);
                    self.line.text.push(')');
                }
            }
            _ => {}
        }
    }

    fn end_row(&mut self, tag: TagEnd) {
        let cells = std::mem::take(&mut self.cells);
        if let Some(Block::Table { head, rows }) = self.blocks.last_mut() {
            match tag {
                TagEnd::TableHead => *head = cells,
                _ => rows.push(cells),
            }
        }
    }

    /// Ends the paragraph or item that is being read.
    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.text.trim().is_empty() {
            return;
        }
        self.blocks.push(match self.lists.len().checked_sub(1) {
            None => Block::Paragraph(line),
            Some(depth) => {
                Block::Item { depth, marker: self.marker.take().unwrap_or_default(), line }
            }
        });
    }
}

const fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::{Block, Line, read};

    fn plain(text: &str) -> Line {
        Line { text: text.to_owned(), ..Line::default() }
    }

    #[test]
    fn headings_paragraphs_and_lists_are_told_apart() {
        let item = |depth, marker: &str, text| Block::Item {
            depth,
            marker: marker.to_owned(),
            line: plain(text),
        };
        assert_eq!(
            read("# One\n\nTwo\nlines\n\n1. first\n   - inner\n2. second\n\n## Three\n"),
            [
                Block::Heading { level: 1, line: plain("One") },
                Block::Paragraph(plain("Two lines")),
                item(0, "1.", "first"),
                item(1, "•", "inner"),
                item(0, "2.", "second"),
                Block::Heading { level: 2, line: plain("Three") },
            ]
        );
    }

    #[test]
    fn chinese_lines_join_without_a_space() {
        assert_eq!(read("上一行，\n下一行。"), [Block::Paragraph(plain("上一行，下一行。"))]);
    }

    #[test]
    fn words_stand_out_and_links_tell_their_address() {
        let blocks = read("Press `F6` **now**, see [the site](https://a.example).");
        let [Block::Paragraph(line)] = blocks.as_slice() else { panic!("{blocks:?}") };
        assert_eq!(line.text, "Press F6 now, see the site (https://a.example).");
        assert_eq!(&line.text[line.code[0].clone()], "F6");
        assert_eq!(&line.text[line.strong[0].clone()], "now");
    }

    #[test]
    fn code_and_tables_keep_their_lines_and_cells() {
        let blocks =
            read("```ron\na: 1,\n  b: 2\n```\n\n| key | does |\n|---|---|\n| F6 | next |\n");
        let cells = |texts: [&str; 2]| texts.map(plain).to_vec();
        let table =
            Block::Table { head: cells(["key", "does"]), rows: vec![cells(["F6", "next"])] };
        assert_eq!(blocks, [Block::Code("a: 1,\n  b: 2".to_owned()), table]);
    }
}
