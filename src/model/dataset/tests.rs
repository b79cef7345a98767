use super::Dataset;
use crate::{analysis::fixture, load, model::ObservationIx};

fn years() -> Dataset {
    fixture::years()
}

fn at(data: &Dataset, period: &str) -> Dataset {
    data.seen(data.period_by_id(period), None)
}

/// What `region` reports of `indicator` in the window.
fn number(data: &Dataset, region: &str, indicator: &str) -> Option<f64> {
    let region = data.region_by_id(region).unwrap();
    let indicator = data.indicator_by_id(indicator).unwrap();
    data.figure(region, indicator).and_then(|(_, figure)| figure.number())
}

#[test]
fn the_shipped_data_offers_no_choice_and_looks_the_same_through_any_period() {
    let data = load::embedded().unwrap();
    assert!(data.stages().is_empty());
    for period in 0..data.periods().len() {
        let seen = data.seen(Some(period.into()), None);
        assert!(data.observations().eq(seen.observations()));
        assert_eq!(seen.seen_period(), None);
    }
}

#[test]
fn years_stand_in_order_with_their_ends() {
    let data = years();
    let ids = |it: &[crate::model::PeriodIx]| -> Vec<String> {
        it.iter().map(|it| data.period(*it).unwrap().id.clone()).collect()
    };
    assert_eq!(ids(data.stages()), ["2019", "2020", "2021", "2022", "2023"]);
    let end = data.period_by_id("2023-end").unwrap();
    assert_eq!(data.stage_of(end), data.period_by_id("2023"));
    let jobs = data.indicator_by_id("rate").unwrap();
    assert_eq!(ids(&data.periods_of(jobs)), ["2020", "2022", "2023"]);
}

#[test]
fn a_window_shows_the_figures_of_its_period_and_no_others() {
    let data = years();
    assert_eq!(number(&data, "jia", "jobs"), Some(4300.0), "the latest without a choice");
    let seen = at(&data, "2021");
    assert_eq!(seen.seen_period(), data.period_by_id("2021"));
    assert_eq!(number(&seen, "jia", "jobs"), Some(3300.0));
    assert_eq!(number(&seen, "yi", "jobs"), None, "a gap is a gap");
    assert_eq!(number(&seen, "jia", "rate"), None);
    assert_eq!(number(&seen, "jia", "fairs"), Some(5000.0));
    assert_eq!(number(&at(&data, "2023"), "jia", "fairs"), None, "nor is an old figure new");
    let all: Vec<ObservationIx> = seen.observations().map(|(ix, _)| ix).collect();
    assert!(all.is_sorted(), "in the file's order");
    let region = data.region_by_id("jia").unwrap();
    assert!(seen.figures_of_region(region).all(|(ix, _)| all.contains(&ix)));
    let jobs = data.indicator_by_id("jobs").unwrap();
    assert_eq!(seen.figures_of_indicator(jobs).count(), 5);
    assert_eq!(seen.series(region, jobs).count(), 5, "a series sees through the window");
}

#[test]
fn background_is_the_latest_up_to_the_period_or_else_the_first() {
    let data = years();
    for (period, jia, yi) in [
        ("2019", 3_000_000.0, 2_000_000.0),
        ("2020", 3_000_000.0, 2_000_000.0),
        ("2022", 3_000_000.0, 2_000_000.0),
        ("2023", 3_100_000.0, 2_000_000.0),
    ] {
        let seen = at(&data, period);
        assert_eq!(number(&seen, "jia", "residents"), Some(jia), "{period}");
        assert_eq!(number(&seen, "yi", "residents"), Some(yi), "{period}");
    }
}

#[test]
fn a_window_on_a_city_shows_its_counties() {
    let data = years();
    let jia = data.region_by_id("jia").unwrap();
    let seen = data.seen(data.period_by_id("2023"), Some(jia));
    assert_eq!((seen.root(), seen.top()), (jia, data.root()));
    let ids: Vec<&str> =
        seen.cities().iter().map(|it| data.region(*it).unwrap().id.as_str()).collect();
    assert_eq!(ids, ["jia-east", "jia-west"]);
    assert!(seen.observations().all(|(_, it)| it.region == jia || ids.len() == 2));
    assert_eq!(number(&seen, "jia-east", "jobs"), Some(2100.0));
    assert_eq!(seen.highlights().count(), 0);
    let grid = seen.tile_grid().unwrap();
    let places: Vec<_> = grid.tiles.iter().map(|it| (it.region, it.column, it.row)).collect();
    let [east, west] = [seen.cities()[0], seen.cities()[1]];
    assert_eq!(places, [(east, 0, 0), (west, 1, 0)], "no grid has the counties, so they flow");
    let above: Vec<_> = seen.ancestry(seen.cities()[0]).collect();
    assert_eq!(above, [seen.cities()[0], jia, data.top()]);
    let back = seen.unseen();
    assert_eq!(back.cities(), data.cities());
    assert_eq!(back.observations().count(), data.figure_count());
}
