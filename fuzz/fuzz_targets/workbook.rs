//! Any text as the sheet of an XLSX file and, after NULs, as its shared texts and its styles; any
//! other bytes as they are.
#![no_main]

use std::io::{Cursor, Write};

use city_atlas_fuzz::import::{File, Input, Options, import};
use city_atlas_fuzz::look_through;
use libfuzzer_sys::fuzz_target;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const ROOT: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const LINKS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

fn book(parts: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut parts = parts.splitn(3, |byte| *byte == 0);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |name: &str, bytes: &[u8]| {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        zip.start_file(name, options)?;
        zip.write_all(bytes)
    };
    put("_rels/.rels", ROOT)?;
    put("xl/workbook.xml", BOOK)?;
    put("xl/_rels/workbook.xml.rels", LINKS)?;
    for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"] {
        if let Some(bytes) = parts.next() {
            put(name, bytes)?;
        }
    }
    Ok(zip.finish()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let is_sheet = bytes.starts_with(b"<");
    let bytes = if is_sheet { book(bytes).expect("a ZIP in memory") } else { bytes.to_vec() };
    let figures = File { name: "figures.xlsx", bytes: &bytes };
    let input = Input { figures, regions: None, map: None, map_file: "map.geojson" };
    match import(&input, &Options::default()) {
        Ok(imported) => assert!(!imported.text.is_empty()),
        Err(diagnostics) => look_through(&diagnostics, ""),
    }
});
