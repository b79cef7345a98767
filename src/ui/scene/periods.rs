//! The periods to choose from, and what the chosen one lacks.

use crate::{
    figure::words,
    i18n::Texts,
    model::{Dataset, IndicatorIx, PeriodIx},
};

/// The periods, where there is a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodScene {
    /// Id and name of each, the earliest first.
    pub periods: Vec<(String, String)>,
    /// The position of the one that is looked at.
    pub at: usize,
    /// What is said where it has no figure of the indicator.
    pub lack: Option<PeriodLack>,
}

/// A period without figures of the indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodLack {
    /// That there are none.
    pub text: String,
    /// Id of the nearest period with figures, and the words that offer it.
    pub nearest: Option<(String, String)>,
}

/// The periods of `data`; `None` where there is no choice.
pub(super) fn periods(
    data: &Dataset,
    indicator: Option<IndicatorIx>,
    t: &Texts,
) -> Option<PeriodScene> {
    let now = data.seen_period()?;
    let stages = data.stages();
    let item = |ix: &PeriodIx| {
        let period = data.period(*ix)?;
        Some((period.id.clone(), period.name.get(t.lang()).to_owned()))
    };
    let at = stages.iter().position(|it| *it == now)?;
    let lack = indicator.and_then(|it| lack(data, it, at, t));
    Some(PeriodScene { periods: stages.iter().filter_map(item).collect(), at, lack })
}

fn lack(data: &Dataset, indicator: IndicatorIx, at: usize, t: &Texts) -> Option<PeriodLack> {
    let now = data.seen_period()?;
    let mut shown = data.cities().iter().copied().chain([data.root()]);
    if shown.any(|it| data.figure(it, indicator).is_some()) {
        return None;
    }
    let stages: Vec<PeriodIx> =
        data.periods_of(indicator).into_iter().filter_map(|it| data.stage_of(it)).collect();
    let distance = |ix: &PeriodIx| {
        let there = data.stages().iter().position(|it| it == ix);
        // Of two as near the later one.
        there.map(|there| (there.abs_diff(at), there < at))
    };
    let nearest = stages.into_iter().min_by_key(|it| distance(it));
    let name = words::indicator(data, indicator, t);
    let nearest = nearest.and_then(|it| {
        let period = data.period(it)?;
        Some((period.id.clone(), t.period_offer(period.name.get(t.lang()))))
    });
    Some(PeriodLack { text: t.period_lack(name, words::period(data, now, t)), nearest })
}

#[cfg(test)]
mod tests {
    use super::periods;
    use crate::{analysis::fixture, i18n::texts, model::Lang};

    #[test]
    fn a_period_without_figures_says_so_and_offers_the_nearest_with_some() {
        let data = fixture::years();
        let t = texts(Lang::En);
        let fairs = data.indicator_by_id("fairs");
        let seen = data.seen(data.period_by_id("2023"), None);
        let lack = periods(&seen, fairs, t).unwrap().lack.unwrap();
        assert_eq!(lack.text, "“Job fairs” has no figures for 2023.");
        assert_eq!(lack.nearest, Some(("2021".into(), "Show 2021".into())));
        let seen = data.seen(data.period_by_id("2021"), None);
        let scene = periods(&seen, fairs, t).unwrap();
        assert_eq!((scene.at, scene.lack), (2, None));
        let rate = data.indicator_by_id("rate");
        let lack = periods(&seen, rate, t).unwrap().lack.unwrap();
        assert_eq!(lack.nearest.unwrap().0, "2022", "of two as near, the later one");
    }

    #[test]
    fn one_period_offers_nothing() {
        let data = crate::load::embedded().unwrap();
        assert_eq!(periods(&data, data.indicator_by_id("employment_rate"), texts(Lang::Zh)), None);
    }
}
