//! The source drawer: a figure as printed, its place, what else the place says.

use crate::{
    figure::words,
    i18n::Texts,
    model::{Dataset, IndicatorIx, RegionIx},
    state::ViewState,
};

/// The source drawer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawerScene {
    /// Region and indicator.
    pub heading: String,
    /// Value, or "not reported".
    pub value: String,
    /// The number as printed, with its qualifier.
    pub printed: String,
    /// Source and place.
    pub place: String,
    /// What else the same item says; for what is not reported, the definition.
    pub also: String,
    /// Care and notes.
    pub notes: Vec<String>,
}

/// What the drawer shows in `state`.
pub(super) fn drawer(data: &Dataset, state: &ViewState, t: &Texts) -> DrawerScene {
    let region = state.open.as_ref().map(|it| it.region.as_str()).or(state.selected.as_deref());
    let indicator =
        state.open.as_ref().map(|it| it.indicator.as_str()).or(state.indicator.as_deref());
    let (Some(region), Some(indicator)) = (
        region.and_then(|id| data.region_by_id(id)),
        indicator.and_then(|id| data.indicator_by_id(id)),
    ) else {
        return DrawerScene { heading: t.drawer_empty().to_owned(), ..DrawerScene::default() };
    };
    let heading =
        t.drawer_heading(words::indicator(data, indicator, t), words::region(data, region, t));
    let definition = data.indicator(indicator).map_or("", |it| it.definition.get(t.lang()));
    let Some((ix, figure)) = data.figure(region, indicator) else {
        return DrawerScene {
            heading,
            value: t.not_reported().to_owned(),
            printed: t.drawer_not_zero().to_owned(),
            place: String::new(),
            also: definition.to_owned(),
            notes: related_notes(data, region, indicator, t),
        };
    };
    let said = words::qualifier(figure.qualifier, t);
    let printed = if said.is_empty() {
        t.drawer_printed(figure.printed.as_str())
    } else {
        t.drawer_printed_qualified(figure.printed.as_str(), said)
    };
    let others: Vec<String> = data
        .figures_at(&figure.locator)
        .filter(|(other, it)| *other != ix && it.region == figure.region)
        .map(|(_, it)| {
            t.named_value(words::indicator(data, it.indicator, t), words::value(data, it, t))
        })
        .collect();
    let notes = [&figure.care, &figure.note]
        .into_iter()
        .flatten()
        .map(|text| text.get(t.lang()).to_owned())
        .collect();
    DrawerScene {
        heading,
        value: words::value(data, figure, t),
        printed,
        place: words::source_and_place(data, &figure.locator, t),
        also: if others.is_empty() {
            definition.to_owned()
        } else {
            t.drawer_also(others.join(t.sentence_mark()))
        },
        notes,
    }
}

/// What the region reports instead, with the reason why it is not the same.
fn related_notes(
    data: &Dataset,
    region: RegionIx,
    indicator: IndicatorIx,
    t: &Texts,
) -> Vec<String> {
    data.related(indicator)
        .filter_map(|(other, reason)| {
            let (_, figure) = data.figure(region, other)?;
            let named =
                t.named_value(words::indicator(data, other, t), words::value(data, figure, t));
            Some(t.drawer_related(named, reason.get(t.lang())))
        })
        .collect()
}
