//! The compare tab: which cities can be chosen, and which are suggested.

use crate::{
    analysis::{self, Similarity},
    figure::words,
    i18n::Texts,
    model::{Dataset, RegionIx},
};

/// A region that can be chosen as A or B.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CityChoice {
    /// The region.
    pub region: RegionIx,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Both names and the id in lower case, to filter by; ids are pinyin.
    pub key: String,
}

/// A city suggested for comparing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id.
    pub id: String,
    /// Its name with the overlap.
    pub text: String,
    /// What the suggestion rests on.
    pub hover: String,
}

/// The compare tab's header.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CompareScene {
    /// Name of A, or that there is none.
    pub a_name: String,
    /// Name of B, or that there is none.
    pub b_name: String,
    /// The cities in official order, then the province.
    pub choices: Vec<CityChoice>,
    /// The cities that report most like A: the best, and those that equal it up to three.
    pub alike: Vec<Suggestion>,
    /// The cities that report least like A, likewise.
    pub different: Vec<Suggestion>,
}

/// How many cities are suggested either way.
const SUGGESTED: usize = 2;

/// What the compare tab's header shows.
pub(super) fn compare(
    data: &Dataset,
    selected: Option<RegionIx>,
    compared: Option<RegionIx>,
    t: &Texts,
) -> CompareScene {
    let name = |region: Option<RegionIx>| {
        region.map_or_else(|| t.compare_none().to_owned(), |it| words::region(data, it, t).into())
    };
    let choices = data.cities().iter().copied().chain([data.root()]).filter_map(|region| {
        let about = data.region(region)?;
        Some(CityChoice {
            region,
            id: about.id.clone(),
            name: about.name.get(t.lang()).to_owned(),
            key: format!("{} {} {}", about.name.zh, about.name.en, about.id).to_lowercase(),
        })
    });
    let order = selected.map_or_else(Vec::new, |a| analysis::by_similarity(data, a));
    let suggest = |it: &Similarity| suggestion(data, it, t);
    // With few cities the two ends must not name the same one.
    let each = SUGGESTED.min(order.len() / 2);
    CompareScene {
        a_name: name(selected),
        b_name: name(compared),
        choices: choices.collect(),
        alike: order.iter().take(each).filter_map(suggest).collect(),
        different: order.iter().rev().take(each).filter_map(suggest).collect(),
    }
}

fn suggestion(data: &Dataset, it: &Similarity, t: &Texts) -> Option<Suggestion> {
    let percent = format!("{:.0}%", it.overlap * 100.0);
    Some(Suggestion {
        id: data.region(it.region)?.id.clone(),
        text: t.compare_suggestion(words::short(data, it.region, t), percent.as_str()),
        hover: t.compare_suggestion_hover(percent, it.shared),
    })
}
