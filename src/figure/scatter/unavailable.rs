//! Why two indicators make no scatter plot, and which would.

use crate::{
    analysis::scatter::{self, common_cities, is_fact},
    figure::{Unavailable, takeaway, words},
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx},
};

/// So many pairs or indicators that work are named.
const MOST_NAMED: usize = 3;

/// Why `x` has no partner at all, and which indicators have.
#[must_use]
pub fn without_partner(data: &Dataset, x: IndicatorIx, t: &Texts) -> Unavailable {
    let reporting = common_cities(data, x, x);
    let name = words::indicator(data, x, t);
    let why = if is_fact(data, x) {
        t.scatter_why_fact(name)
    } else {
        t.scatter_why_alone(reporting, number::word(reporting, t.lang()), name)
    };
    Unavailable(takeaway::sentences(&[&why, &what_works(data, x, t)], t))
}

/// Why `x` and `y` do not pair up.
pub fn pair(data: &Dataset, x: IndicatorIx, y: IndicatorIx, t: &Texts) -> Unavailable {
    let name = |ix| words::indicator(data, ix, t);
    let why = if x == y {
        t.scatter_why_same().to_owned()
    } else if let Some(fact) = [x, y].into_iter().find(|ix| is_fact(data, *ix)) {
        t.scatter_why_fact(name(fact))
    } else {
        let common = common_cities(data, x, y);
        t.scatter_why_few(common, number::word(common, t.lang()), name(x), name(y))
    };
    // The one that has partners is kept, if only one has.
    let keeps_y = scatter::partners(data, x).is_empty() && !scatter::partners(data, y).is_empty();
    let kept = if keeps_y { y } else { x };
    Unavailable(takeaway::sentences(&[&why, &what_works(data, kept, t)], t))
}

/// What `kept` can be plotted against, or else which pairs can be plotted at all.
fn what_works(data: &Dataset, kept: IndicatorIx, t: &Texts) -> String {
    let quoted = |ix: IndicatorIx| t.quoted(words::indicator(data, ix, t));
    let partners = scatter::partners(data, kept);
    if !partners.is_empty() {
        let names: Vec<String> = partners.into_iter().take(MOST_NAMED).map(quoted).collect();
        return t.scatter_works_with(words::indicator(data, kept, t), names.join(t.list_mark()));
    }
    let pairs = scatter::pairs(data);
    let names: Vec<String> = pairs
        .into_iter()
        .take(MOST_NAMED)
        .map(|[a, b]| {
            let (a, b) = (words::indicator(data, a, t), words::indicator(data, b, t));
            t.scatter_pair(a, b)
        })
        .collect();
    if names.is_empty() {
        t.scatter_works_none().to_owned()
    } else {
        t.scatter_works(names.join(t.sentence_mark()))
    }
}
