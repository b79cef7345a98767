//! What can be wrong with a data file, typed; [`words`](super::words) puts it into words.

use crate::model::printed_number::PrintedNumberError;
use crate::model::{Lang, Qualifier};

/// One thing wrong with a data file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Problem {
    Syntax(Syntax),
    Shape(Shape),
    Link(Link),
    Figure(Figure),
    Part(Part),
    Map(Map),
    Outline(Outline),
    File(File),
    Book(Book),
    Table(Table),
    Cell(Cell),
}

/// The text is not RON.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Syntax {
    UnclosedBracket {
        open: char,
    },
    UnexpectedClosing {
        close: char,
    },
    UnclosedText,
    UnclosedComment,
    FullWidth {
        found: char,
        instead: char,
    },
    MissingComma,
    Unnamed,
    Trailing,
    EmptyEntry,
    Attribute,
    NotADataFile,
    Empty,
    /// More brackets stand in each other than `most`.
    TooDeep {
        most: usize,
    },
    Refused {
        reason: String,
    },
}

/// A value or a field is not what it should be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    WrongFormat {
        found: u64,
    },
    UnknownField {
        found: String,
        nearest: Option<String>,
        allowed: Vec<&'static str>,
    },
    MissingField {
        field: &'static str,
    },
    DuplicateField {
        field: String,
    },
    WrongType {
        expected: Expected,
    },
    UnknownWord {
        found: String,
        nearest: Option<String>,
        allowed: Vec<&'static str>,
    },
    NeedsSome,
    /// In one language, or of a text that has only one.
    EmptyText {
        lang: Option<Lang>,
    },
    ControlCharacter {
        found: char,
    },
    EmptyId,
    BadId {
        bad: char,
    },
    TextTooLong {
        most: usize,
    },
    TooManyFields {
        most: usize,
    },
    BadAddress,
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    Text,
    Number,
    WholeNumber { most: u64 },
    YesOrNo,
    List,
    Group,
    Pair,
    Word,
}

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Region,
    Indicator,
    Theme,
    Unit,
    Period,
    Source,
    Parent,
    Root,
    Section,
    Layout,
}

/// Elements do not fit together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Link {
    Unknown { kind: Kind, id: String, nearest: Option<String> },
    DuplicateId { kind: Kind, id: String },
    ParentCycle { circle: Vec<String> },
    OutsideRoot { region: String, root: String },
    TooManyLevels { most: usize },
    ToItself { id: String },
    RelatedTwice { a: String, b: String },
    CompletionNotPercent { indicator: String },
    UnitMissing,
    UnitOnFact,
}

/// A figure contradicts itself or others.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Figure {
    Duplicate { region: String, indicator: String, period: String },
    NotFinite,
    ValueMissing,
    ValueAndFact,
    ValueNotApplicable,
    FactForQuantity { indicator: String },
    QuantityForFact { indicator: String },
    Negative { value: f64 },
    ItemZero,
    PrintedUnreadable { printed: String, error: PrintedNumberError },
    PrintedValue { printed: String, read: f64, stored: f64 },
    PrintedQualifier { printed: String, read: Qualifier, stored: Qualifier },
}

/// A part does not fit its whole.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Part {
    OfNothing { region: String, indicator: String },
    OfOutsider { region: String, part: String },
    OfOtherUnit { part: String, whole: String },
    Larger { part: f64, whole: f64 },
    Exceed { sum: f64, whole: f64 },
}

/// A map does not fit the regions.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Map {
    TilesCollide { column: u16, row: u16 },
    PlacedTwice { region: String },
    TileOutOfRange { most: u16 },
    Unplaced { region: String },
    TooManyLayouts { most: usize },
    PathOutside { path: String },
}

/// The file of outlines cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outline {
    AssetMissing { path: String },
    AssetUnreadable { path: String, reason: String },
    NotGeoJson { path: String, reason: String },
    TooManyPoints { most: usize },
    WithoutId { number: usize },
    Unknown { id: String, nearest: Option<String> },
    WithoutArea { id: String },
    BadCoordinates { id: String },
    BadLabelPoint { id: String },
    TooTangled { id: String },
}

/// The data file itself cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum File {
    Missing,
    Unreadable { reason: String },
    Folder,
    TooLarge { most_mib: u64 },
    NotUtf8 { line: usize },
    Utf16,
}

/// A spreadsheet cannot be read at all.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Book {
    Unreadable {
        reason: String,
    },
    UnknownEncoding,
    UnknownSheet {
        found: String,
        names: Vec<String>,
    },
    TooLarge {
        most: usize,
    },
    /// Packed, it may be a thousand times smaller.
    UnpacksTooLarge {
        most_mib: u64,
    },
}

/// The table on a sheet cannot become a data file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Table {
    Nothing,
    Another { first_row: usize },
    NeedsColumn { column: &'static str },
    UnknownColumn { found: String, nearest: Option<String> },
    UnknownRecord { found: String },
    RegionUnknown { found: String, nearest: Option<String> },
    NotOnMap { region: String },
}

/// A cell of a table says nothing that can be kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Cell {
    Unreadable { text: String, error: PrintedNumberError },
    Error { text: String },
    ScaledTwice { text: String, unit: String },
    OtherUnit { text: String, unit: String },
    Negative { text: String },
    Twice { region: String, indicator: String, period: String, first: String },
}
