//! What refers to elements that do not exist.

use super::{BASE, changed, expect, load, wrong};
use crate::load::Code;
use crate::model::Lang;

/// What is replaced by what, and the code and the nearest id that it gives.
const UNKNOWN_IDS: [(&str, &str, Code, &str); 16] = [
    ("root: \"land\",", "root: ¦\"lamd\",", Code::UnknownRoot, "land"),
    ("residents: \"residents\",", "residents: ¦\"resident\",", Code::UnknownIndicator, "residents"),
    ("parent: \"land\", code", "parent: ¦\"lnd\", code", Code::UnknownParent, "land"),
    ("theme: \"context\"", "theme: ¦\"contex\"", Code::UnknownTheme, "context"),
    ("theme: \"work\", headline", "theme: ¦\"wrok\", headline", Code::UnknownTheme, "work"),
    ("unit: \"percent\"", "unit: ¦\"procent\"", Code::UnknownUnit, "percent"),
    ("completion_of: \"jobs\"", "completion_of: ¦\"job\"", Code::UnknownIndicator, "jobs"),
    ("indicator: \"plan\", reason", "indicator: ¦\"plam\", reason", Code::UnknownIndicator, "plan"),
    (
        "region: \"west\", indicator: \"plan\"",
        "region: ¦\"wesst\", indicator: \"plan\"",
        Code::UnknownRegion,
        "west",
    ),
    ("region: \"east\", theme", "region: ¦\"est\", theme", Code::UnknownRegion, "east"),
    ("indicator: \"prize\", fact", "indicator: ¦\"price\", fact", Code::UnknownIndicator, "prize"),
    ("period: \"2022\"", "period: ¦\"202\"", Code::UnknownPeriod, "2022"),
    (
        "source: \"review\", section: \"table\"",
        "source: ¦\"reviews\", section: \"table\"",
        Code::UnknownSource,
        "review",
    ),
    (
        "section: \"east\", item: Bullet(3)",
        "section: ¦\"esat\", item: Bullet(3)",
        Code::UnknownSection,
        "east",
    ),
    ("(\"east\", \"west\")", "(¦\"esat\", \"west\")", Code::UnknownRegion, "east"),
    ("region: \"west\", column", "region: ¦\"wst\", column", Code::UnknownRegion, "west"),
];

#[test]
fn ids_that_do_not_exist_get_the_nearest() {
    for (from, to, code, nearest) in UNKNOWN_IDS {
        let found = wrong(from, to, code);
        let diagnostic = &found.as_slice()[0];
        for lang in Lang::ALL {
            let help = diagnostic.help(lang);
            assert!(help.contains(&format!("“{nearest}”")), "{help}");
        }
    }
    let found = wrong("unit: \"percent\"", "unit: ¦\"bushel\"", Code::UnknownUnit);
    assert!(found.as_slice()[0].help(Lang::En).contains("units"));
}

#[test]
fn a_missing_list_is_one_problem() {
    let start = BASE.find("    units: [").unwrap();
    let end = BASE.find("    sources: [").unwrap();
    let text = BASE.replace(&BASE[start..end], "").replacen("format: 1", "¦format: 1", 1);
    expect(&text, &[Code::MissingField]);
}

#[test]
fn a_broken_element_is_still_known_by_its_id() {
    wrong("kind: Province", "kind: ¦7", Code::UnknownWord);
    let text = changed("        (id: \"land\"", "        (¦id: land");
    let codes: Vec<Code> =
        load(&text.replace('¦', "")).unwrap_err().iter().map(|it| it.code).collect();
    assert_eq!(codes, [Code::WrongType]);
}
