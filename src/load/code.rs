//! The stable names of the checks.

use super::problem::{
    Book, Cell, Figure, File, Kind, Link, Map, Outline, Part, Problem, Shape, Syntax, Table,
};

macro_rules! codes {
    ($($variant:ident = $text:literal: $doc:literal,)*) => {
        /// Which check failed. The names are stable: scripts and manuals may rely on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $doc] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name, such as `unknown-indicator`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)*
                }
            }
        }
    };
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

codes! {
    Syntax = "syntax": "The text is not RON.",
    WrongFormat = "wrong-format": "The file has another format version.",
    UnknownField = "unknown-field": "A field does not exist.",
    MissingField = "missing-field": "A field is missing.",
    DuplicateField = "duplicate-field": "A field stands twice in one element.",
    WrongType = "wrong-type": "A value is of another type.",
    UnknownWord = "unknown-word": "A word is not one of those allowed.",
    NeedsSome = "needs-some": "An optional value needs `implicit_some`.",
    EmptyText = "empty-text": "A text is empty, in one language or altogether.",
    ControlCharacter = "control-character": "A text holds an invisible control character.",
    EmptyId = "empty-id": "An id is empty.",
    BadId = "bad-id": "An id holds a character other than `a-z`, `0-9`, `_` and `-`.",
    BadAddress = "bad-address": "An address is not http or https.",
    DuplicateId = "duplicate-id": "Two elements have one id.",
    UnknownRegion = "unknown-region": "No region has this id.",
    UnknownIndicator = "unknown-indicator": "No indicator has this id.",
    UnknownTheme = "unknown-theme": "No theme has this id.",
    UnknownUnit = "unknown-unit": "No unit has this id.",
    UnknownPeriod = "unknown-period": "No period has this id.",
    UnknownSource = "unknown-source": "No source has this id.",
    UnknownParent = "unknown-parent": "No region has the id that is given as parent.",
    UnknownRoot = "unknown-root": "No region has the id that is given as root.",
    UnknownSection = "unknown-section": "A section is neither a region nor `table`.",
    ParentCycle = "parent-cycle": "Regions are parts of each other in a circle.",
    OutsideRoot = "outside-root": "A region is not a part of the root.",
    RelationToItself = "relation-to-itself": "Something is related to itself.",
    DuplicateRelation = "duplicate-relation": "Two things are related twice.",
    CompletionNotPercent = "completion-not-percent": "A completion rate is not in percent.",
    UnitMissing = "unit-missing": "A quantity has no unit.",
    UnitOnFact = "unit-on-fact": "A fact has a unit.",
    DuplicateFigure = "duplicate-figure": "One region has two figures of one indicator and period.",
    NotFinite = "not-finite": "A value is infinite or not a number.",
    ValueMissing = "value-missing": "A figure has neither value nor fact.",
    ValueAndFact = "value-and-fact": "A figure has both value and fact.",
    ValueNotApplicable = "value-not-applicable": "A figure that does not apply has a value.",
    FactForQuantity = "fact-for-quantity": "A quantity is given as a fact.",
    QuantityForFact = "quantity-for-fact": "A fact is given as a quantity.",
    NegativeValue = "negative-value": "A count, an area or a percentage is negative.",
    ItemZero = "item-zero": "Items are counted from 1.",
    PrintedUnreadable = "printed-unreadable": "The printed number cannot be read.",
    PrintedValueDiffers = "printed-value-differs": "The printed number is not the value.",
    PrintedQualifierDiffers = "printed-qualifier-differs": "The printed words are not the qualifier.",
    PartOfNothing = "part-of-nothing": "The whole of a part is not in the file.",
    PartOfOutsider = "part-of-outsider": "The whole is not of a region around the part.",
    PartOfOtherUnit = "part-of-other-unit": "Part and whole are in different units.",
    PartLargerThanWhole = "part-larger-than-whole": "A part is larger than its whole.",
    PartsExceedWhole = "parts-exceed-whole": "Parts add up to more than their whole.",
    TilesCollide = "tiles-collide": "Two tiles are on one place.",
    PlacedTwice = "placed-twice": "A region stands on a map twice.",
    TileOutOfRange = "tile-out-of-range": "A tile is too far out.",
    NotOnMap = "not-on-map": "A region is not on a map.",
    PathOutside = "path-outside": "A file lies outside the folder of the data file.",
    AssetMissing = "asset-missing": "A file that belongs to the data is missing.",
    AssetUnreadable = "asset-unreadable": "A file that belongs to the data cannot be read.",
    NotGeoJson = "not-geojson": "The file of outlines is not a GeoJSON feature collection.",
    FeatureWithoutId = "feature-without-id": "An outline does not name its region.",
    FeatureUnknown = "feature-unknown": "An outline names a region that does not exist.",
    FeatureWithoutArea = "feature-without-area": "An outline encloses nothing.",
    BadCoordinates = "bad-coordinates": "An outline leaves the globe.",
    BadLabelPoint = "bad-label-point": "The place of a name is not a place.",
    TooManyPoints = "too-many-points": "Outlines have too many points.",
    FileMissing = "file-missing": "The data file does not exist.",
    FileUnreadable = "file-unreadable": "The data file cannot be read.",
    FileIsFolder = "file-is-folder": "The path is a folder.",
    FileEmpty = "file-empty": "The data file holds nothing.",
    TooDeep = "too-deep": "Too many brackets stand in each other.",
    TextTooLong = "text-too-long": "A text or an id is too long.",
    TooManyFields = "too-many-fields": "An element has too many fields.",
    TooManyLevels = "too-many-levels": "Regions are parts of parts too many times.",
    TooManyLayouts = "too-many-layouts": "There are too many maps.",
    TooTangled = "too-tangled": "An outline has too many points and holes to be drawn in time.",
    FileTooLarge = "file-too-large": "The data file is too large.",
    NotUtf8 = "not-utf8": "The data file is not in UTF-8.",
    SheetUnreadable = "sheet-unreadable": "The file is not a spreadsheet.",
    SheetEncoding = "sheet-encoding": "A CSV file is neither in UTF-8 nor in GB 18030.",
    SheetUnknown = "sheet-unknown": "The workbook has no sheet of this name.",
    SheetTooLarge = "sheet-too-large": "A sheet has too many cells.",
    SheetWithoutTable = "sheet-without-table": "No table of regions and figures is found on a sheet.",
    SheetSecondTable = "sheet-second-table": "Another table stands below the first.",
    ColumnMissing = "column-missing": "A table lacks a column that it needs.",
    ColumnUnknown = "column-unknown": "A table has no such column.",
    RecordUnknown = "record-unknown": "A row of a full table is of an unknown kind.",
    RowRegionUnknown = "row-region-unknown": "A row names a region that the list of regions lacks.",
    RegionNotOnMap = "region-not-on-map": "A region of the table is not on the map.",
    CellUnreadable = "cell-unreadable": "A cell should hold a number and does not.",
    CellError = "cell-error": "A formula's result is an error.",
    CellScaledTwice = "cell-scaled-twice": "A cell and its unit both say ten thousand.",
    CellOtherUnit = "cell-other-unit": "A cell has another unit than its column.",
    CellNegative = "cell-negative": "A cell holds a count or an area below zero.",
    CellTwice = "cell-twice": "Two cells give one figure.",
}

impl Problem {
    /// The stable name of the check that found this.
    pub(crate) const fn code(&self) -> Code {
        match self {
            Self::Syntax(Syntax::Empty) => Code::FileEmpty,
            Self::Syntax(Syntax::TooDeep { .. }) => Code::TooDeep,
            Self::Syntax(_) => Code::Syntax,
            Self::Shape(shape) => shape.code(),
            Self::Link(link) => link.code(),
            Self::Figure(figure) => figure.code(),
            Self::Part(part) => part.code(),
            Self::Map(map) => map.code(),
            Self::Outline(outline) => outline.code(),
            Self::File(file) => file.code(),
            Self::Book(book) => book.code(),
            Self::Table(table) => table.code(),
            Self::Cell(cell) => cell.code(),
        }
    }
}

impl Shape {
    const fn code(&self) -> Code {
        match self {
            Self::WrongFormat { .. } => Code::WrongFormat,
            Self::UnknownField { .. } => Code::UnknownField,
            Self::MissingField { .. } => Code::MissingField,
            Self::DuplicateField { .. } => Code::DuplicateField,
            Self::WrongType { .. } => Code::WrongType,
            Self::UnknownWord { .. } => Code::UnknownWord,
            Self::NeedsSome => Code::NeedsSome,
            Self::EmptyText { .. } => Code::EmptyText,
            Self::ControlCharacter { .. } => Code::ControlCharacter,
            Self::EmptyId => Code::EmptyId,
            Self::BadId { .. } => Code::BadId,
            Self::BadAddress => Code::BadAddress,
            Self::TextTooLong { .. } => Code::TextTooLong,
            Self::TooManyFields { .. } => Code::TooManyFields,
        }
    }
}

impl Link {
    const fn code(&self) -> Code {
        match self {
            Self::Unknown { kind, .. } => match kind {
                Kind::Region | Kind::Layout => Code::UnknownRegion,
                Kind::Indicator => Code::UnknownIndicator,
                Kind::Theme => Code::UnknownTheme,
                Kind::Unit => Code::UnknownUnit,
                Kind::Period => Code::UnknownPeriod,
                Kind::Source => Code::UnknownSource,
                Kind::Parent => Code::UnknownParent,
                Kind::Root => Code::UnknownRoot,
                Kind::Section => Code::UnknownSection,
            },
            Self::DuplicateId { .. } => Code::DuplicateId,
            Self::ParentCycle { .. } => Code::ParentCycle,
            Self::OutsideRoot { .. } => Code::OutsideRoot,
            Self::TooManyLevels { .. } => Code::TooManyLevels,
            Self::ToItself { .. } => Code::RelationToItself,
            Self::RelatedTwice { .. } => Code::DuplicateRelation,
            Self::CompletionNotPercent { .. } => Code::CompletionNotPercent,
            Self::UnitMissing => Code::UnitMissing,
            Self::UnitOnFact => Code::UnitOnFact,
        }
    }
}

impl Figure {
    const fn code(&self) -> Code {
        match self {
            Self::Duplicate { .. } => Code::DuplicateFigure,
            Self::NotFinite => Code::NotFinite,
            Self::ValueMissing => Code::ValueMissing,
            Self::ValueAndFact => Code::ValueAndFact,
            Self::ValueNotApplicable => Code::ValueNotApplicable,
            Self::FactForQuantity { .. } => Code::FactForQuantity,
            Self::QuantityForFact { .. } => Code::QuantityForFact,
            Self::Negative { .. } => Code::NegativeValue,
            Self::ItemZero => Code::ItemZero,
            Self::PrintedUnreadable { .. } => Code::PrintedUnreadable,
            Self::PrintedValue { .. } => Code::PrintedValueDiffers,
            Self::PrintedQualifier { .. } => Code::PrintedQualifierDiffers,
        }
    }
}

impl Part {
    const fn code(&self) -> Code {
        match self {
            Self::OfNothing { .. } => Code::PartOfNothing,
            Self::OfOutsider { .. } => Code::PartOfOutsider,
            Self::OfOtherUnit { .. } => Code::PartOfOtherUnit,
            Self::Larger { .. } => Code::PartLargerThanWhole,
            Self::Exceed { .. } => Code::PartsExceedWhole,
        }
    }
}

impl Map {
    const fn code(&self) -> Code {
        match self {
            Self::TilesCollide { .. } => Code::TilesCollide,
            Self::PlacedTwice { .. } => Code::PlacedTwice,
            Self::TileOutOfRange { .. } => Code::TileOutOfRange,
            Self::Unplaced { .. } => Code::NotOnMap,
            Self::PathOutside { .. } => Code::PathOutside,
            Self::TooManyLayouts { .. } => Code::TooManyLayouts,
        }
    }
}

impl Outline {
    const fn code(&self) -> Code {
        match self {
            Self::AssetMissing { .. } => Code::AssetMissing,
            Self::AssetUnreadable { .. } => Code::AssetUnreadable,
            Self::NotGeoJson { .. } => Code::NotGeoJson,
            Self::TooManyPoints { .. } => Code::TooManyPoints,
            Self::WithoutId { .. } => Code::FeatureWithoutId,
            Self::Unknown { .. } => Code::FeatureUnknown,
            Self::WithoutArea { .. } => Code::FeatureWithoutArea,
            Self::BadCoordinates { .. } => Code::BadCoordinates,
            Self::BadLabelPoint { .. } => Code::BadLabelPoint,
            Self::TooTangled { .. } => Code::TooTangled,
        }
    }
}

impl File {
    const fn code(&self) -> Code {
        match self {
            Self::Missing => Code::FileMissing,
            Self::Unreadable { .. } => Code::FileUnreadable,
            Self::Folder => Code::FileIsFolder,
            Self::TooLarge { .. } => Code::FileTooLarge,
            Self::NotUtf8 { .. } | Self::Utf16 => Code::NotUtf8,
        }
    }
}

impl Book {
    const fn code(&self) -> Code {
        match self {
            Self::Unreadable { .. } => Code::SheetUnreadable,
            Self::UnknownEncoding => Code::SheetEncoding,
            Self::UnknownSheet { .. } => Code::SheetUnknown,
            Self::TooLarge { .. } | Self::UnpacksTooLarge { .. } => Code::SheetTooLarge,
        }
    }
}

impl Table {
    const fn code(&self) -> Code {
        match self {
            Self::Nothing => Code::SheetWithoutTable,
            Self::Another { .. } => Code::SheetSecondTable,
            Self::NeedsColumn { .. } => Code::ColumnMissing,
            Self::UnknownColumn { .. } => Code::ColumnUnknown,
            Self::UnknownRecord { .. } => Code::RecordUnknown,
            Self::RegionUnknown { .. } => Code::RowRegionUnknown,
            Self::NotOnMap { .. } => Code::RegionNotOnMap,
        }
    }
}

impl Cell {
    const fn code(&self) -> Code {
        match self {
            Self::Unreadable { .. } => Code::CellUnreadable,
            Self::Error { .. } => Code::CellError,
            Self::ScaledTwice { .. } => Code::CellScaledTwice,
            Self::OtherUnit { .. } => Code::CellOtherUnit,
            Self::Negative { .. } => Code::CellNegative,
            Self::Twice { .. } => Code::CellTwice,
        }
    }
}
