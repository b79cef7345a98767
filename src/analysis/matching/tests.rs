use proptest::prelude::*;

use super::{Key, Query, Rank, find, marks};

const CITIES: [(&str, &str); 11] = [
    ("杭州市", "Hangzhou"),
    ("宁波市", "Ningbo"),
    ("温州市", "Wenzhou"),
    ("嘉兴市", "Jiaxing"),
    ("湖州市", "Huzhou"),
    ("绍兴市", "Shaoxing"),
    ("金华市", "Jinhua"),
    ("衢州市", "Quzhou"),
    ("舟山市", "Zhoushan"),
    ("台州市", "Taizhou"),
    ("丽水市", "Lishui"),
];

const INDICATORS: [(&str, &str); 6] = [
    ("土地面积", "Land area"),
    ("残疾人就业率", "Employment rate of disabled people"),
    ("康复服务人次", "Rehabilitation services"),
    ("重度残疾人护理补贴", "Nursing allowance"),
    ("为残疾人家庭无障碍改造", "Homes made accessible"),
    ("绿色通道", "Priority lanes"),
];

/// The Chinese names that fit, best first.
fn found(query: &str) -> Vec<&'static str> {
    let query = Query::new(query);
    let all = CITIES.iter().chain(&INDICATORS).chain(&[("浙江省", "Zhejiang")]);
    let mut hits: Vec<_> = all
        .filter_map(|(zh, en)| {
            let keys = [Key::name(zh), Key::name(en)];
            let hit = find(&query, &keys.each_ref())?;
            Some((hit.score, *zh))
        })
        .collect();
    hits.sort_by_key(|(score, _)| *score);
    hits.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn a_query_in_either_language_finds_its_name_first() {
    for (query, first) in [
        ("杭", "杭州市"),
        ("杭州", "杭州市"),
        ("hangzhou", "杭州市"),
        ("HangZhou", "杭州市"),
        ("hang zhou", "杭州市"),
        ("hangz", "杭州市"),
        ("hangzhoushi", "杭州市"),
        ("hzs", "杭州市"),
        ("Ｈａｎｇｚｈｏｕ", "杭州市"),
        ("hángzhōu", "杭州市"),
        ("zjs", "浙江省"),
        ("zhj", "浙江省"),
        ("nb", "宁波市"),
        ("shx", "绍兴市"),
        ("土地", "土地面积"),
        ("tdmj", "土地面积"),
        ("tudi mianji", "土地面积"),
        ("la", "土地面积"),
        ("land", "土地面积"),
        ("area", "土地面积"),
        ("employment", "残疾人就业率"),
        ("jiuye", "残疾人就业率"),
        ("就业 残疾", "残疾人就业率"),
        ("erd", "残疾人就业率"),
        // 重 is read zhong and chong.
        ("zhongdu", "重度残疾人护理补贴"),
        ("chongdu", "重度残疾人护理补贴"),
        // ü is typed as v or u.
        ("lvse", "绿色通道"),
        ("luse", "绿色通道"),
        ("hangzou", "杭州市"),
        ("emploiment", "残疾人就业率"),
        ("wuzhangai", "为残疾人家庭无障碍改造"),
        ("浙省", "浙江省"),
    ] {
        assert_eq!(found(query).first(), Some(&first), "{query}: {:?}", found(query));
    }
}

#[test]
fn initials_find_every_city_that_has_them() {
    let found = found("hz");
    assert_eq!(found.get(..2), Some(&["杭州市", "湖州市"][..]), "{found:?}");
}

#[test]
fn what_fits_nothing_is_not_found() {
    for query in ["", "  ", "，。", "xyzzy", "北京", "hangzhou ningbo", "qqqqqqqq"] {
        assert!(found(query).is_empty(), "{query}: {:?}", found(query));
    }
}

fn marked(query: &str, text: &str) -> Vec<String> {
    let key = Key::name(text);
    let hit = find(&Query::new(query), &[&key]).unwrap();
    hit.marks[0].iter().map(|it| text[it.clone()].to_owned()).collect()
}

#[test]
fn marks_cover_what_was_typed_and_no_more() {
    assert_eq!(marked("zhou", "杭州市"), ["州"]);
    assert_eq!(marked("hz", "杭州市"), ["杭州"]);
    assert_eq!(marked("rate", "Employment rate"), ["rate"]);
    assert_eq!(
        marked("er", "Employment rate"),
        ["er"].map(|_| "E".to_owned()).into_iter().chain(["r".to_owned()]).collect::<Vec<_>>()
    );
    assert_eq!(marked("就业 率", "残疾人就业率"), ["就业率"]);
    assert_eq!(marked("cafe", "Café 2"), ["Café"]);
}

#[test]
fn sentences_are_found_by_words_and_marked_everywhere() {
    let text = "康复中心为残疾人提供康复服务。";
    let key = Key::sentence(text);
    let places = |query: &str| -> Vec<&str> {
        marks(&Query::new(query), &key).into_iter().map(|it| &text[it]).collect()
    };
    assert_eq!(places("康复"), ["康复", "康复"]);
    assert_eq!(places("kangfu"), ["康复", "康复"]);
    assert!(places("kf").is_empty(), "initials would light up half a page");
    let english = Key::sentence("Students start sport in an art centre.");
    let hit = |query: &str| find(&Query::new(query), &[&english]).map(|it| it.score.0);
    assert_eq!(hit("art"), Some(Rank::Sentence));
    assert_eq!(hit("tar"), None, "only from the beginning of a word");
    assert_eq!(hit("tudent"), Some(Rank::Sentence));
}

#[test]
fn a_better_fit_stands_before_a_worse_one() {
    let rank = |query: &str, name: &str| {
        find(&Query::new(query), &[&Key::name(name)]).map(|it| it.score.0)
    };
    assert_eq!(rank("ningbo", "Ningbo"), Some(Rank::Whole));
    assert_eq!(rank("ning", "Ningbo"), Some(Rank::Start));
    assert_eq!(rank("area", "Land area"), Some(Rank::Word));
    assert_eq!(rank("la", "Local allowance"), Some(Rank::Initials));
    assert_eq!(rank("and", "Land area"), Some(Rank::Part));
    assert_eq!(rank("lndr", "Land area"), Some(Rank::Scattered));
    assert_eq!(rank("kand", "Land area"), None, "a typo in the first letter");
    assert_eq!(rank("ningho", "Ningbo"), Some(Rank::Typo));
}

proptest! {
    #[test]
    fn nothing_typed_breaks_it_and_marks_lie_on_characters(
        text in "(\\PC|[杭州绿重 a-zé]){0,24}",
        query in "(\\PC|[杭州hzgluv ]){0,60}",
    ) {
        let query = Query::new(&query);
        for key in [Key::name(&text), Key::sentence(&text)] {
            let found = find(&query, &[&key]).map(|it| it.marks.concat()).unwrap_or_default();
            for range in found.into_iter().chain(marks(&query, &key)) {
                prop_assert!(!text.get(range).unwrap().is_empty());
            }
        }
    }

    #[test]
    fn every_name_is_found_by_itself(at in 0..CITIES.len()) {
        let (zh, en) = CITIES[at];
        prop_assert_eq!(found(zh)[0], zh);
        prop_assert_eq!(found(en)[0], zh);
    }
}
