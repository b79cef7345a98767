//! Tables as offices have them → data sets, without editing them first.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

use super::{File, Imported, Input, Note, Options, Role, TableLayout, import};
use crate::load::{AssetError, Assets, Code, Diagnostics, load_str};
use crate::model::{Dataset, Item, Lang, Qualifier, RegionKind, Status, Value};

/// What a test imports.
#[derive(Clone, Debug, Default)]
struct Case<'a> {
    bytes: Vec<u8>,
    map: Option<&'a str>,
    regions: Option<&'a str>,
    options: Options,
}

struct Map(Option<Vec<u8>>);

impl Assets for Map {
    fn read(&self, path: &str) -> Result<Vec<u8>, AssetError> {
        let map = self.0.clone().filter(|_| path == "map.geojson");
        map.ok_or(AssetError::Missing)
    }
}

impl<'a> Case<'a> {
    fn csv(text: &str) -> Self {
        Self { bytes: text.as_bytes().to_vec(), ..Self::default() }
    }

    fn book(mut book: Workbook) -> Self {
        Self { bytes: book.save_to_buffer().unwrap(), ..Self::default() }
    }

    fn sheet(fill: impl FnOnce(&mut Worksheet)) -> Self {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        Self::book(book)
    }

    fn with(mut self, change: impl FnOnce(&mut Options)) -> Self {
        change(&mut self.options);
        self
    }

    fn map(self, map: &'a str) -> Self {
        Self { map: Some(map), ..self }
    }

    fn regions(self, regions: &'a str) -> Self {
        Self { regions: Some(regions), ..self }
    }

    fn import(&self) -> Result<Imported, Diagnostics> {
        let file = |name, text: &'a str| File { name, bytes: text.as_bytes() };
        let input = Input {
            figures: File { name: "表.xlsx", bytes: &self.bytes },
            regions: self.regions.map(|text| file("regions.csv", text)),
            map: self.map.map(|text| file("source.geojson", text)),
            map_file: "map.geojson",
        };
        import(&input, &self.options)
    }

    #[track_caller]
    fn data(&self) -> (Dataset, Imported) {
        let imported =
            self.import().unwrap_or_else(|it| panic!("{}", it.render("", Lang::En, false)));
        let map = Map(imported.map.clone());
        let data = load_str("out.ron", &imported.text, &map)
            .unwrap_or_else(|it| panic!("{}", it.render(&imported.text, Lang::En, false)));
        (data, imported)
    }

    #[track_caller]
    fn fails(&self) -> Vec<(String, Code)> {
        let diagnostics = self.import().expect_err("a mistake");
        for diagnostic in &diagnostics {
            for lang in Lang::ALL {
                assert!(!diagnostic.message(lang).is_empty() && !diagnostic.help(lang).is_empty());
            }
        }
        diagnostics.iter().map(|it| (it.location(), it.code)).collect()
    }
}

/// Value and printed form of a figure; nothing where it is not reported.
#[track_caller]
fn figure(data: &Dataset, region: &str, indicator: &str) -> Option<(f64, String)> {
    let region = data.region_by_id(region).unwrap_or_else(|| panic!("no region {region}"));
    let indicator =
        data.indicator_by_id(indicator).unwrap_or_else(|| panic!("no indicator {indicator}"));
    let (_, figure) = data.figure(region, indicator)?;
    Some((figure.number()?, figure.printed.to_string()))
}

#[expect(clippy::unnecessary_wraps, reason = "what it is compared with may be missing")]
fn said(value: f64, printed: &str) -> Option<(f64, String)> {
    Some((value, printed.to_owned()))
}

/// A table as a province's statistical office would send it.
fn official(sheet: &mut Worksheet) {
    let middle = Format::new();
    let percent = Format::new().set_num_format("0.0%");
    sheet.set_name("就业").unwrap();
    sheet.merge_range(0, 0, 0, 5, "表3-2  2023年浙江省残疾人就业情况", &middle).unwrap();
    sheet.write(1, 0, "制表：省残联").unwrap();
    sheet.write(1, 5, "单位：万元、人").unwrap();
    sheet.merge_range(2, 0, 3, 0, "地  区", &middle).unwrap();
    sheet.merge_range(2, 1, 2, 2, "就业", &middle).unwrap();
    sheet.merge_range(2, 3, 2, 4, "资金", &middle).unwrap();
    sheet.merge_range(2, 5, 3, 5, "备注", &middle).unwrap();
    for (column, heading) in ["新增就业人数", "就业率", "当年\n投入", "累计投入"].iter().enumerate()
    {
        sheet.write(3, column as u16 + 1, *heading).unwrap();
    }
    sheet.write(4, 0, "计量单位").unwrap();
    for (column, unit) in ["人", "%", "万元", "亿元"].iter().enumerate() {
        sheet.write(4, column as u16 + 1, *unit).unwrap();
    }
    sheet.write(5, 0, "甲").unwrap();
    for column in 1..=5_u16 {
        sheet.write(5, column, f64::from(column)).unwrap();
    }
    sheet.write(6, 0, "全  省").unwrap();
    sheet.write(6, 1, Formula::new("=SUM(B8:B11)").set_result("12500")).unwrap();
    sheet.write_with_format(6, 2, 0.735, &percent).unwrap();
    sheet.write(6, 3, 1234.5).unwrap();
    sheet.write(6, 4, 3.2).unwrap();
    sheet.write(7, 0, "杭州市").unwrap();
    sheet.write(7, 1, "近5000").unwrap();
    sheet.write_with_format(7, 2, 0.7275, &percent).unwrap();
    sheet.write(7, 3, "1,000.5").unwrap();
    sheet.write(7, 4, "—").unwrap();
    sheet.write(8, 0, "　宁波市").unwrap();
    sheet.write(8, 1, 4000).unwrap();
    sheet.write(8, 2, "…").unwrap();
    sheet.write(8, 3, 0).unwrap();
    sheet.write(8, 5, "不含县级市").unwrap();
    sheet.write(9, 0, "温州市").unwrap();
    sheet.write(10, 0, "丽水市").unwrap();
    sheet.write(10, 1, "２，５００①").unwrap();
    sheet.write(10, 2, "71.2").unwrap();
    sheet.write(11, 0, "注：1.就业率为劳动年龄段。").unwrap();
    sheet.write(12, 0, "①含实名制就业。").unwrap();
    sheet.write(13, 0, "资料来源：浙江省残疾人联合会").unwrap();
}

#[test]
fn a_table_of_an_office_is_imported_as_it_is() {
    let (data, imported) = Case::sheet(official).data();
    let root = data.region(data.root()).unwrap();
    assert_eq!((root.id.as_str(), root.name.zh.as_str()), ("zhejiang", "浙江省"));
    assert_eq!(root.kind, RegionKind::Province);
    let names: Vec<&str> =
        data.cities().iter().map(|it| data.region(*it).unwrap().name.zh.as_str()).collect();
    assert_eq!(names, ["杭州市", "宁波市", "温州市", "丽水市"]);

    let jobs = "xinzengjiuyerenshu";
    assert_eq!(figure(&data, "zhejiang", jobs), said(12_500.0, "12500人"));
    assert_eq!(figure(&data, "hangzhou", jobs), said(5000.0, "近5000人"));
    assert_eq!(figure(&data, "lishui", jobs), said(2500.0, "２，５００人"));
    assert_eq!(figure(&data, "wenzhou", jobs), None, "a blank cell is not reported");
    assert_eq!(figure(&data, "zhejiang", "jiuyelv"), said(73.5, "73.5%"));
    assert_eq!(figure(&data, "hangzhou", "jiuyelv"), said(72.75, "72.75%"));
    assert_eq!(figure(&data, "ningbo", "jiuyelv"), None, "… is not reported");
    assert_eq!(figure(&data, "lishui", "jiuyelv"), said(71.2, "71.2%"));
    assert_eq!(figure(&data, "hangzhou", "dangniantouru"), said(10_005_000.0, "1,000.5万元"));
    assert_eq!(figure(&data, "ningbo", "dangniantouru"), said(0.0, "0万元"), "a zero is a zero");
    assert_eq!(figure(&data, "zhejiang", "leijitouru"), said(320_000_000.0, "3.2亿元"));
    assert_eq!(figure(&data, "hangzhou", "leijitouru"), None, "a dash is not reported");

    let at = |region: &str| {
        let region = data.region_by_id(region).unwrap();
        data.figure(region, data.indicator_by_id(jobs).unwrap()).unwrap().1
    };
    assert_eq!(at("hangzhou").qualifier, Qualifier::Nearly);
    assert_eq!(at("hangzhou").locator.item, Item::Row("杭州市".to_owned()));
    assert_eq!(at("ningbo").note.as_ref().unwrap().zh, "不含县级市");
    assert_eq!(at("lishui").care.as_ref().unwrap().zh, "表注：含实名制就业。");
    let whole = data.observation(at("ningbo").part_of.unwrap()).unwrap();
    assert_eq!(whole.region, data.root(), "regional amounts are parts of the total");

    let themes: Vec<&str> = data.themes().iter().map(|it| it.name.zh.as_str()).collect();
    assert_eq!(themes, ["就业", "资金"]);
    assert_eq!(data.periods()[0].id, "2023");
    let source = &data.sources()[0];
    assert_eq!(source.title.zh, "浙江省残疾人联合会");
    assert!(source.note.as_ref().unwrap().zh.contains("就业率为劳动年龄段"));
    assert_eq!(data.title().zh, "2023年浙江省残疾人就业情况");
    assert!(source.note.as_ref().unwrap().zh.contains("单位：万元、人"), "two units say nothing");
    assert!(imported.notes.contains(&Note::NotReported(9)), "{:?}", imported.notes);
    assert!(!imported.notes.contains(&Note::NoSource) && !imported.notes.contains(&Note::NoPeriod));
}

#[test]
fn one_table_reads_alike_however_it_lies() {
    let wide = "地区,就业人数（人）,投入（万元）\n杭州市,1.2万,3\n宁波市,,4.5\n";
    let transposed = "指标,单位,杭州市,宁波市\n就业人数,人,1.2万,\n投入,万元,3,4.5\n";
    let long = "城市,指标名称,计量单位,数值\n杭州市,就业人数,人,1.2万\n杭州市,投入,万元,3\n宁波市,就业人数,人,—\n宁波市,投入,万元,4.5\n";
    for (text, layout) in [
        (wide, TableLayout::Wide),
        (transposed, TableLayout::Transposed),
        (long, TableLayout::Long),
    ] {
        let (data, imported) = Case::csv(text).with(|it| it.root = Some("浙江省".into())).data();
        let read = imported.notes.iter().find_map(|note| match note {
            Note::Read { layout, .. } => Some(*layout),
            _ => None,
        });
        assert_eq!(read, Some(layout));
        assert_eq!(figure(&data, "hangzhou", "jiuyerenshu"), said(12_000.0, "1.2万人"));
        assert_eq!(figure(&data, "ningbo", "jiuyerenshu"), None);
        assert_eq!(figure(&data, "ningbo", "touru"), said(45_000.0, "4.5万元"));
        assert_eq!(data.region(data.root()).unwrap().name.zh, "浙江省");
        assert!(imported.notes.contains(&Note::NoPeriod));
        assert!(imported.notes.contains(&Note::NoMap) && data.tile_grid().is_some());
    }
}

#[test]
fn english_tables_in_scaled_units_are_read() {
    let text = "Table 1. Employment in Example Province, 2023\n\
        Region,\"Employed (10,000 persons)\",Rate (%)\nTotal,12.3,N/A\nNorth,about 4.5,71.2%\nSouth,-,70\n\
        Source: Example Office\n";
    let (data, imported) =
        Case::csv(text).with(|it| it.root = Some("Example Province".into())).data();
    assert_eq!(
        figure(&data, "example_province", "employed"),
        said(123_000.0, "12.3 ten thousand persons")
    );
    assert_eq!(
        figure(&data, "north", "employed"),
        said(45_000.0, "about 4.5 ten thousand persons")
    );
    assert_eq!(figure(&data, "north", "rate"), said(71.2, "71.2%"));
    assert_eq!(figure(&data, "south", "employed"), None);
    assert_eq!(data.region(data.region_by_id("north").unwrap()).unwrap().name.zh, "North");
    assert!(imported.notes.iter().any(|it| matches!(it, Note::OneLanguage(_))));
    assert_eq!(data.sources()[0].title.en, "Example Office");
}

#[test]
fn years_are_periods_wherever_they_stand() {
    let in_headings = "地区,常住人口（万人）,,就业率（%）,\n,2022,2023,2022,2023\n杭州市,1237.6,1252.2,70,71\n宁波市,961.8,969.7,,72\n";
    let in_a_column = "年份,地区,常住人口（万人）,就业率（%）\n2022年,杭州市,1237.6,70\n2022年,宁波市,961.8,\n2023年,杭州市,1252.2,71\n2023年,宁波市,969.7,72\n";
    for text in [in_headings, in_a_column] {
        let (data, _) = Case::csv(text).data();
        let periods: Vec<&str> = data.periods().iter().map(|it| it.id.as_str()).collect();
        assert_eq!(periods, ["2022", "2023"], "{text}");
        assert_eq!(data.observations().count(), 7);
        let of = |period: &str, value: f64| {
            data.observations().any(|(_, it)| {
                data.period(it.period).unwrap().id == period && it.number() == Some(value)
            })
        };
        assert!(of("2022", 12_376_000.0) && of("2023", 12_522_000.0) && of("2022", 70.0));
    }
    let dated = Case::sheet(|sheet| {
        let day = Format::new().set_num_format("yyyy-mm-dd");
        for (column, heading) in ["地区", "指标", "数值", "单位", "日期"].iter().enumerate()
        {
            sheet.write(0, column as u16, *heading).unwrap();
        }
        for (column, text) in ["杭州市", "人口", "", "人"].iter().enumerate() {
            sheet.write(1, column as u16, *text).unwrap();
        }
        sheet.write(1, 2, 11_936_010).unwrap();
        let date = ExcelDateTime::from_ymd(2020, 11, 1).unwrap();
        sheet.write_with_format(1, 4, &date, &day).unwrap();
    });
    assert_eq!(dated.data().0.periods()[0].name.en, "1 November 2020");
}

#[test]
fn words_are_facts_and_what_does_not_apply_says_so() {
    let text = "地区,先进集体,人数（人）\n杭州市,市残联,12\n宁波市,,\n温州市,不适用,3\n";
    let (data, _) = Case::csv(text).data();
    let award = data.indicator_by_id("xianjinjiti").unwrap();
    assert_eq!(data.indicator(award).unwrap().unit(), None);
    let of = |region| data.figure(data.region_by_id(region).unwrap(), award).map(|it| it.1.clone());
    assert!(matches!(of("hangzhou").unwrap().value, Value::Fact(it) if it.zh == "市残联"));
    assert_eq!(of("ningbo"), None);
    assert_eq!(of("wenzhou").unwrap().status, Status::NotApplicable);
}

#[test]
fn cells_that_cannot_be_read_are_named_and_can_be_left_out() {
    let case = Case::sheet(|sheet| {
        sheet.set_name("表1").unwrap();
        let rows = [
            ["地区", "人数（万人）", "率（%）"],
            ["杭州市", "5至10", "70"],
            ["宁波市", "1.2万", "三成"],
            ["温州市", "12公顷", "71"],
            ["丽水市", "-3", "-1.5"],
            ["丽水市", "8", "—"],
        ];
        for (row, cells) in rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                sheet.write(row as u32, column as u16, *cell).unwrap();
            }
        }
        sheet.write(6, 0, "台州市").unwrap();
        sheet.write(6, 1, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    });
    let expected = [
        ("表.xlsx 表1!B2", Code::CellUnreadable),
        ("表.xlsx 表1!B3", Code::CellScaledTwice),
        ("表.xlsx 表1!B4", Code::CellOtherUnit),
        ("表.xlsx 表1!B7", Code::CellError),
        ("表.xlsx 表1!C3", Code::CellOtherUnit),
        ("表.xlsx 表1!B5", Code::CellNegative),
    ];
    let mut found = case.fails();
    found.sort();
    let mut expected = expected.map(|(place, code)| (place.to_owned(), code)).to_vec();
    expected.sort();
    assert_eq!(found, expected);
    let (data, imported) = case.with(|it| it.skips_unreadable = true).data();
    assert_eq!(figure(&data, "lishui", "renshu"), said(80_000.0, "8万人"));
    assert_eq!(figure(&data, "lishui", "lv"), said(-1.5, "-1.5%"), "a rate of change may fall");
    assert!(
        imported.notes.iter().any(|it| matches!(it, Note::Skipped(places) if places.len() == 6))
    );
    let first = Case::csv("Region,Jobs (persons)\nNorth,5 to 10\nSouth,3\n").fails();
    assert_eq!(first, [("表.xlsx B2".to_owned(), Code::CellUnreadable)]);
    let twice = Case::csv("地区,人数（人）\n杭州市,1\n宁波市,2\n杭州市,3\n").fails();
    assert_eq!(twice, [("表.xlsx B4".to_owned(), Code::CellTwice)]);
}

#[test]
fn what_is_recognised_can_be_overruled() {
    let text = "甲,乙,丙\n杭州市,12,3\n宁波市,13,4\n";
    let as_read = Case::csv(text).data().0;
    assert_eq!(as_read.indicators().count(), 2);
    let (data, _) = Case::csv(text)
        .with(|it| {
            it.columns = vec![(Role::Region, "A".into()), (Role::Ignored, "丙".into())];
            it.period = Some("2021".into());
            it.source = Some("统计公报".into());
            it.title = Some("试验".into());
            it.id = Some("trial".into());
        })
        .data();
    assert_eq!((data.id(), data.indicators().count()), ("trial", 1));
    assert_eq!((data.periods()[0].id.as_str(), data.title().zh.as_str()), ("2021", "试验"));
    assert_eq!(data.sources()[0].title.zh, "统计公报");
    let unknown =
        Case::csv(text).with(|it| it.columns = vec![(Role::Region, "丁丁".into())]).fails();
    assert_eq!(unknown, [("表.xlsx".to_owned(), Code::ColumnUnknown)]);
    let two = "地区,人数（人）\n杭州市,1\n宁波市,2\n\n地区,户数（户）\n杭州市,3\n";
    assert_eq!(Case::csv(two).fails(), [("表.xlsx A6".to_owned(), Code::SheetSecondTable)]);
    let (data, _) = Case::csv(two).with(|it| it.rows = Some(4..6)).data();
    assert_eq!(figure(&data, "hangzhou", "hushu"), said(3.0, "3户"));
    assert_eq!(Case::csv("一,二\n").fails()[0].1, Code::SheetWithoutTable);
    let long = Case::csv(text).with(|it| it.layout = Some(TableLayout::Long)).fails();
    assert_eq!(long[0].1, Code::ColumnMissing);
}

#[test]
fn sheets_are_chosen_and_the_others_are_told() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("说明").unwrap().write(0, 0, "填表说明").unwrap();
    for (name, value) in [("一", 1), ("二", 2)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write(0, 0, "地区").unwrap().write(0, 1, "人数").unwrap();
        sheet.write(1, 0, "杭州市").unwrap().write(1, 1, value).unwrap();
    }
    let case = Case::book(book);
    let (data, imported) = case.data();
    assert_eq!(figure(&data, "hangzhou", "renshu").unwrap().0.to_bits(), 1.0_f64.to_bits());
    assert!(imported.notes.contains(&Note::OtherSheets(vec!["说明".into(), "二".into()])));
    for wanted in ["二", "3"] {
        let (data, _) = case.clone().with(|it| it.sheet = Some(wanted.into())).data();
        assert_eq!(figure(&data, "hangzhou", "renshu").unwrap().0.to_bits(), 2.0_f64.to_bits());
    }
    let unknown = case.with(|it| it.sheet = Some("三".into())).fails();
    assert_eq!(unknown, [("表.xlsx".to_owned(), Code::SheetUnknown)]);
}

const MAP: &str = r#"{"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "330100", "properties": {"name": "杭州市", "name_en": "Hangzhou", "adcode": 330100}, "geometry":
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}},
    {"type": "Feature", "properties": {"id": "ningbo", "name": "宁波市"}, "geometry":
        {"type": "Polygon", "coordinates": [[[1, 0], [2, 0], [2, 1], [1, 1], [1, 0]]]}},
    {"type": "Feature", "properties": {"name": "温州市"}, "geometry":
        {"type": "Polygon", "coordinates": [[[2, 0], [3, 0], [3, 1], [2, 1], [2, 0]]]}}
]}"#;

#[test]
fn regions_are_matched_to_the_map_by_name() {
    let (data, imported) = Case::csv("地区,人数（人）\n杭州,1\n宁波市,2\n").map(MAP).data();
    let hangzhou = data.region(data.region_by_id("hangzhou").unwrap()).unwrap();
    assert_eq!((hangzhou.name.zh.as_str(), hangzhou.name.en.as_str()), ("杭州市", "Hangzhou"));
    assert_eq!(hangzhou.code.as_deref(), Some("330100"));
    assert_eq!(data.outlines().unwrap().regions.len(), 3);
    assert!(data.region_by_id("wenzhou").is_some(), "on the map, though it reports nothing");
    assert!(imported.notes.contains(&Note::OnMapOnly(vec!["温州市".into()])));
    let strange = Case::csv("地区,人数（人）\n杭州市,1\n台州市,2\n").map(MAP).fails();
    assert_eq!(strange, [("表.xlsx A3".to_owned(), Code::RegionNotOnMap)]);
    let no_map = Case::csv("地区,人数\n杭州市,1\n").map("{}").fails();
    assert_eq!(no_map[0].1, Code::NotGeoJson);
}

#[test]
fn a_list_of_regions_nests_them_and_names_them() {
    let list = "id,name_zh,name_en,kind,parent,code\n\
        zhejiang,浙江省,Zhejiang,Province,,330000\nhangzhou,杭州市,Hangzhou,City,zhejiang,330100\n\
        shangcheng,上城区,Shangcheng,County,hangzhou,330102\n";
    let text = "地区,人数（人）\n浙江省,30\n杭州市,20\n上城区,5\n";
    let (data, _) = Case::csv(text).regions(list).data();
    let parent = |id| data.region(data.region_by_id(id).unwrap()).unwrap().parent;
    assert_eq!(parent("shangcheng"), data.region_by_id("hangzhou"));
    assert_eq!(parent("hangzhou"), Some(data.root()));
    assert_eq!(data.region(data.root()).unwrap().name.en, "Zhejiang");
    let unknown =
        Case::csv("地区,人数（人）\n浙江省,3\n杭卅市,2\n宁海县,1\n").regions(list).fails();
    assert_eq!(unknown[0], ("表.xlsx B3".to_owned(), Code::RowRegionUnknown));
    // Without a list, codes nest as well.
    let coded =
        "行政区划代码,地区,人数（人）\n330000,浙江省,30\n330100,杭州市,20\n330102,上城区,5\n";
    let (data, _) = Case::csv(coded).data();
    let region = data.region(data.region_by_id("shangcheng").unwrap()).unwrap();
    assert_eq!(region.parent, data.region_by_id("hangzhou"));
}
