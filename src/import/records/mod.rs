//! A whole data set as one long table, and back again without loss.
//!
//! Every row is one record of the data file; its first column says of which kind. The columns are
//! the fields of the format, texts in two columns. What a record has not is empty.

mod read;
#[cfg(test)]
mod tests;
mod write;

pub(super) use read::draft;
pub use write::csv;

/// The columns, in their order.
pub const COLUMNS: [&str; 58] = [
    "record",
    "id",
    "region",
    "indicator",
    "period",
    "value",
    "fact_zh",
    "fact_en",
    "unit",
    "qualifier",
    "printed",
    "status",
    "source",
    "section",
    "item",
    "part_of_region",
    "part_of_indicator",
    "care_zh",
    "care_en",
    "note_zh",
    "note_en",
    "name_zh",
    "name_en",
    "short_zh",
    "short_en",
    "title_zh",
    "title_en",
    "about_zh",
    "about_en",
    "definition_zh",
    "definition_en",
    "theme",
    "kind",
    "parent",
    "code",
    "root",
    "residents",
    "context",
    "zh",
    "en_one",
    "en_other",
    "publisher_zh",
    "publisher_en",
    "published",
    "address",
    "per_residents",
    "completion_of",
    "related",
    "reason_zh",
    "reason_en",
    "headline_zh",
    "headline_en",
    "text_zh",
    "text_en",
    "file",
    "credit_zh",
    "credit_en",
    "place",
];

/// The kinds of records, as the first column names them.
mod kind {
    pub(super) const DATA_SET: &str = "data_set";
    pub(super) const PERIOD: &str = "period";
    pub(super) const THEME: &str = "theme";
    pub(super) const UNIT: &str = "unit";
    pub(super) const SOURCE: &str = "source";
    pub(super) const REGION: &str = "region";
    pub(super) const INDICATOR: &str = "indicator";
    pub(super) const RELATION: &str = "relation";
    pub(super) const FIGURE: &str = "figure";
    pub(super) const HIGHLIGHT: &str = "highlight";
    pub(super) const LAND: &str = "land_border";
    pub(super) const SEA: &str = "sea_border";
    pub(super) const TILES: &str = "tile_map";
    pub(super) const TILE: &str = "tile";
    pub(super) const OUTLINES: &str = "outline_map";
}
