//! Bytes of a file → sheets.

use std::io::{self, Cursor, Read as _};

use calamine::{CellErrorType, Data, Reader, Sheets, Xls, Xlsx, open_workbook_from_rs};

use super::grid::{Cell, Grid, Merge};
use crate::load::problem::Book;

/// The most cells of a sheet; a table of a whole country's counties for one year has a million.
const MOST_CELLS: usize = 8_000_000;

/// The most that a workbook unpacks to; one with as many cells as are read has half of it.
const MOST_UNPACKED_MIB: u64 = 1024;

/// What a file holds: the sheets' names, and the sheet that was asked for or the first one.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) grid: Grid,
    /// The other sheets, which were not read.
    pub(super) others: Vec<String>,
}

/// Reads a spreadsheet; `.csv` and other text by its content, whatever its name says.
///
/// # Errors
///
/// Why it is none.
pub(super) fn sheet(file: &str, bytes: &[u8], wanted: Option<&str>) -> Result<Read, Book> {
    const ZIP: &[u8] = b"PK\x03\x04";
    const COMPOUND_FILE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
    if bytes.starts_with(ZIP) {
        unpacks_within(bytes, MOST_UNPACKED_MIB)?;
        let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
        workbook(file, Sheets::Xlsx(book), wanted)
    } else if bytes.starts_with(COMPOUND_FILE) {
        let book: Xls<_> = open_workbook_from_rs(Cursor::new(bytes)).map_err(unreadable)?;
        workbook(file, Sheets::Xls(book), wanted)
    } else {
        let grid = text(file, bytes)?;
        Ok(Read { grid, others: Vec::new() })
    }
}

/// Unpacks a workbook to nowhere, for what its parts say of their sizes may be a lie, and refuses one
/// of more than `most_mib`: its texts are all in memory at once later.
fn unpacks_within(bytes: &[u8], most_mib: u64) -> Result<(), Book> {
    /// No more than so many bytes come of one, by the way of packing.
    const MOST_TIMES: u64 = 1032;
    let mut left = most_mib << 20;
    if (bytes.len() as u64).saturating_mul(MOST_TIMES) <= left {
        return Ok(());
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    for at in 0..archive.len() {
        // A part that cannot be unpacked is told of where it is needed.
        let Ok(part) = archive.by_index(at) else { continue };
        let Ok(size) = io::copy(&mut part.take(left + 1), &mut io::sink()) else { continue };
        left = left.checked_sub(size).ok_or(Book::UnpacksTooLarge { most_mib })?;
    }
    Ok(())
}

fn unreadable(error: impl std::fmt::Display) -> Book {
    Book::Unreadable { reason: error.to_string() }
}

fn workbook(
    file: &str,
    mut book: Sheets<Cursor<&[u8]>>,
    wanted: Option<&str>,
) -> Result<Read, Book> {
    let names = book.sheet_names();
    let by_number = |wanted: &str| wanted.parse::<usize>().ok()?.checked_sub(1);
    let chosen = match wanted {
        None => None,
        Some(wanted) => {
            let by_name = names.iter().find(|name| name.as_str() == wanted);
            let found = by_name.or_else(|| names.get(by_number(wanted)?));
            let unknown = || Book::UnknownSheet { found: wanted.to_owned(), names: names.clone() };
            Some(found.ok_or_else(unknown)?.clone())
        }
    };
    // Without a wish, the first sheet with more than a title on it.
    for name in &names {
        if chosen.as_ref().is_some_and(|chosen| chosen != name) {
            continue;
        }
        let grid = worksheet(file, &mut book, name)?;
        if chosen.is_some() || grid.rows.iter().filter(|row| row.len() > 1).count() > 1 {
            let others = names.iter().filter(|other| *other != name).cloned().collect();
            return Ok(Read { grid, others });
        }
    }
    let sheet = names.into_iter().next().unwrap_or_default();
    Ok(Read { grid: Grid { file: file.to_owned(), sheet, ..Grid::default() }, others: Vec::new() })
}

fn worksheet(file: &str, book: &mut Sheets<Cursor<&[u8]>>, name: &str) -> Result<Grid, Book> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut cells = 0;
    let mut put = |row: u32, column: u32, cell: Cell| {
        if cell.is_empty() {
            return Ok(());
        }
        let (row, column) = (row as usize, column as usize);
        if rows.len() <= row {
            cells += row + 1 - rows.len();
            rows.resize_with(row + 1, Vec::new);
        }
        if let Some(line) = rows.get_mut(row) {
            cells += (column + 1).saturating_sub(line.len());
            if cells > MOST_CELLS {
                return Err(Book::TooLarge { most: MOST_CELLS });
            }
            line.resize(line.len().max(column + 1), Cell::Empty);
            if let Some(place) = line.get_mut(column) {
                *place = cell;
            }
        }
        Ok(())
    };
    let styles = book.worksheet_style(name).ok();
    let is_percent = |row: u32, column: u32| {
        let style = styles.as_ref().and_then(|styles| styles.get((row, column)));
        style
            .and_then(|it| it.number_format.as_ref())
            .is_some_and(|it| it.format_code.contains('%'))
    };
    let merges = match book {
        // Streamed, for a stray cell far away would make the whole rectangle be set aside.
        Sheets::Xlsx(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(unreadable)?;
            while let Some(cell) = reader.next_cell().map_err(unreadable)? {
                let (row, column) = cell.get_position();
                let value = Data::from(cell.get_value().clone());
                put(row, column, converted(&value, is_percent(row, column)))?;
            }
            drop(reader);
            book.merge_cells_by_sheet_name(name).map_err(unreadable)?
        }
        Sheets::Xls(book) => {
            let range = book.worksheet_range(name).map_err(unreadable)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let (row, column) = (top + row as u32, left + column as u32);
                put(row, column, converted(value, is_percent(row, column)))?;
            }
            book.merge_cells_by_sheet_name(name).unwrap_or_default()
        }
        _ => Vec::new(),
    };
    let span = |from: u32, to: u32| from as usize..to as usize + 1;
    let merges = merges
        .iter()
        .map(|it| Merge { rows: span(it.start.0, it.end.0), columns: span(it.start.1, it.end.1) });
    Ok(Grid { file: file.to_owned(), sheet: name.to_owned(), merges: merges.collect(), rows })
}

fn converted(value: &Data, is_percent: bool) -> Cell {
    match value {
        Data::Empty => Cell::Empty,
        Data::String(text) | Data::DurationIso(text) => Cell::text(text),
        Data::Int(number) if !is_percent => Cell::Number(number.to_string()),
        Data::Int(number) => Cell::Number(format!("{}%", number.saturating_mul(100))),
        Data::Float(number) if is_percent => Cell::Number(format!("{}%", decimal(number * 100.0))),
        Data::Float(number) => Cell::Number(decimal(*number)),
        Data::Bool(is_so) => Cell::Text(if *is_so { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Cell::Date(format!("{year:04}-{month:02}-{day:02}"))
        }
        Data::DateTimeIso(text) => Cell::Date(text.chars().take(10).collect()),
        Data::Error(CellErrorType::NA) => Cell::Text("#N/A".to_owned()),
        Data::Error(error) => Cell::Error(error.to_string()),
    }
}

/// The number with the fifteen digits that spreadsheets keep, so that 0.1 + 0.2 is 0.3.
fn decimal(number: f64) -> String {
    let digits = format!("{number:.14e}");
    digits.parse::<f64>().unwrap_or(number).to_string()
}

/// Reads text with separators, in the encodings that spreadsheet programs save.
fn text(file: &str, bytes: &[u8]) -> Result<Grid, Book> {
    let text = decoded(bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator(&text))
        .from_reader(text.as_bytes());
    let mut grid = Grid { file: file.to_owned(), ..Grid::default() };
    let mut cells = 0;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(unreadable)? {
        // Blank lines count as rows, as they do in a spreadsheet program.
        let start = record.position().and_then(|it| usize::try_from(it.byte()).ok()).unwrap_or(0);
        let before = text.get(start..).unwrap_or_default();
        let blank = before.chars().take_while(|c| matches!(c, '\n' | '\r'));
        let blank = blank.filter(|c| *c == '\n').count();
        cells += record.len() + blank + 1;
        if cells > MOST_CELLS {
            return Err(Book::TooLarge { most: MOST_CELLS });
        }
        grid.rows.resize_with(grid.rows.len() + blank, Vec::new);
        let mut row: Vec<Cell> = record.iter().map(Cell::text).collect();
        while row.last().is_some_and(Cell::is_empty) {
            row.pop();
        }
        grid.rows.push(row);
    }
    Ok(grid)
}

/// The grid as CSV: a CSV file as it is, with every space that it has.
pub(super) fn as_csv(grid: &Grid, bytes: &[u8]) -> String {
    if grid.sheet.is_empty() {
        return decoded(bytes).unwrap_or_default();
    }
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::<u8>::new());
    let width = grid.width();
    for row in 0..grid.rows.len() {
        // Writing to memory does not fail.
        let _ = writer.write_record((0..width).map(|at| grid.cell(row, at).words()));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn decoded(bytes: &[u8]) -> Result<String, Book> {
    if let Some((encoding, skipped)) = encoding_rs::Encoding::for_bom(bytes) {
        let body = bytes.get(skipped..).unwrap_or_default();
        let (text, has_errors) = encoding.decode_without_bom_handling(body);
        return if has_errors { Err(Book::UnknownEncoding) } else { Ok(text.into_owned()) };
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let (text, has_errors) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
    if has_errors { Err(Book::UnknownEncoding) } else { Ok(text.into_owned()) }
}

/// The separator that the first lines hold most of, outside quotes: comma, tab or semicolon.
fn separator(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b'\t', 0), (b';', 0)];
    for line in text.lines().take(20) {
        let mut is_quoted = false;
        for byte in line.bytes() {
            is_quoted ^= byte == b'"';
            for (separator, count) in &mut counts {
                *count += usize::from(!is_quoted && byte == *separator);
            }
        }
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    most.map_or(b',', |(separator, _)| *separator)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write};

    use zip::{CompressionMethod, write::SimpleFileOptions};

    use super::{Cell, decimal, sheet, unpacks_within};
    use crate::load::problem::Book;

    fn words(bytes: &[u8]) -> Vec<Vec<String>> {
        let rows = sheet("t.csv", bytes, None).unwrap().grid.rows;
        rows.iter().map(|row| row.iter().map(|it| it.words().to_owned()).collect()).collect()
    }

    #[test]
    fn text_is_read_in_the_encodings_of_offices() {
        let expected = [["地区", "就业"], ["杭州市", "12"]];
        let plain = "地区,就业\n杭州市,12\n";
        let (gb, _, _) = encoding_rs::GB18030.encode(plain);
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain(plain.encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        let tabs = plain.replace(',', "\t");
        for bytes in [
            plain.as_bytes(),
            format!("\u{feff}{plain}").as_bytes(),
            &gb,
            &utf16,
            tabs.as_bytes(),
            plain.replace(',', ";").as_bytes(),
        ] {
            assert_eq!(words(bytes), expected);
        }
        assert!(sheet("t.csv", b"a,\xff\xff\n", None).is_err());
    }

    #[test]
    fn blank_lines_are_rows() {
        let rows = words("表一\n\n地区,就业\n\"杭州\n市\",12\n\n注：略\n".as_bytes());
        assert_eq!(rows.len(), 6, "{rows:?}");
        assert_eq!(rows[1].len(), 0);
        assert_eq!(rows[3], ["杭州\n市", "12"]);
    }

    #[test]
    fn what_looks_like_a_workbook_and_is_none_is_told() {
        assert!(sheet("t.xlsx", b"PK\x03\x04 rubbish", None).is_err());
    }

    #[test]
    fn a_workbook_that_unpacks_to_very_much_is_refused_before_it_does() {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for name in ["xl/workbook.xml", "xl/sharedStrings.xml"] {
            zip.start_file(name, packed).unwrap();
            zip.write_all(&vec![b'a'; 3 << 20]).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        assert!(bytes.len() < 20_000, "{}", bytes.len());
        assert_eq!(unpacks_within(&bytes, 6), Ok(()));
        assert_eq!(unpacks_within(&bytes, 5), Err(Book::UnpacksTooLarge { most_mib: 5 }));
        // Also where one part alone is too large.
        assert_eq!(unpacks_within(&bytes, 2), Err(Book::UnpacksTooLarge { most_mib: 2 }));
    }

    #[test]
    fn numbers_are_printed_with_the_digits_that_a_spreadsheet_keeps() {
        assert_eq!(decimal(0.1 + 0.2), "0.3");
        assert_eq!(decimal(1_234_567_890.0), "1234567890");
        assert_eq!(decimal(72.682_926_829_268_3), "72.6829268292683");
        assert_eq!(Cell::text(" \u{3000}"), Cell::Empty);
    }
}
