use super::{MarkRole, MarkStatus, marks};
use crate::{
    analysis::{Order, fixture},
    figure::{FigureKind, FigureSpec, content},
    model::{Dataset, IndicatorIx, Lang, RegionIx},
};

fn spec(kind: FigureKind, indicator: Option<IndicatorIx>, regions: &[RegionIx]) -> FigureSpec {
    FigureSpec {
        kind,
        indicator,
        indicator_y: None,
        regions: regions.to_vec(),
        order: Order::Value,
        is_per_residents: false,
        comparison: crate::figure::comparison::CompareView::default(),
        map: crate::figure::MapLook::default(),
        lang: Lang::En,
    }
}

fn made(data: &Dataset, spec: &FigureSpec) -> Vec<super::Mark> {
    marks(data, &content(data, spec).unwrap())
}

#[test]
fn cities_that_do_not_report_have_no_value() {
    let data = fixture::dataset();
    let marks = made(&data, &spec(FigureKind::Ranking, Some(fixture::RATE), &[]));
    let missing: Vec<_> =
        marks.iter().filter(|mark| mark.status == MarkStatus::NotReported).collect();
    assert_eq!(missing.len(), 2, "B and C do not report the rate");
    assert!(missing.iter().all(|mark| mark.value.is_none() && mark.shown == "not reported"));
    assert!(missing.iter().all(|mark| mark.indicator == "rate" && mark.as_printed.is_empty()));
}

#[test]
fn a_ranking_has_its_ranks_its_related_figures_and_its_line() {
    let data = fixture::dataset();
    let rate = made(&data, &spec(FigureKind::Ranking, Some(fixture::RATE), &[]));
    let role = |role| rate.iter().filter(move |mark| mark.role == role);
    assert_eq!(role(MarkRole::Related).next().unwrap().value, Some(73.08));
    assert_eq!(role(MarkRole::Reference).next().unwrap().value, Some(70.0));
    let stations = made(&data, &spec(FigureKind::Ranking, Some(fixture::STATIONS), &[]));
    let ranks: Vec<_> = stations.iter().map(|mark| mark.rank).collect();
    assert_eq!(ranks, [Some(1), Some(2), Some(2)]);
}

#[test]
fn values_per_residents_stand_beside_the_values_themselves() {
    let data = fixture::dataset();
    for kind in [FigureKind::Ranking, FigureKind::Map] {
        let mut spec = spec(kind, Some(fixture::STATIONS), &[]);
        spec.is_per_residents = true;
        let Ok(content) = content(&data, &spec) else { continue };
        let c = marks(&data, &content).into_iter().find(|mark| mark.region == "c").unwrap();
        assert_eq!(c.per_10k_residents, Some(0.5));
        assert_eq!(c.value, data.figure(fixture::C, fixture::STATIONS).unwrap().1.number());
    }
}

#[test]
fn comparisons_carry_the_verdict_on_both_sides() {
    let data = fixture::dataset();
    let marks = made(&data, &spec(FigureKind::Comparison, None, &[fixture::A, fixture::B]));
    assert!(marks.len().is_multiple_of(2) && !marks.is_empty());
    for pair in marks.chunks(2) {
        assert_eq!((pair[0].role, pair[1].role), (MarkRole::A, MarkRole::B));
        assert_eq!(pair[0].verdict, pair[1].verdict);
    }
    let rate = marks.iter().find(|mark| mark.indicator == "rate").unwrap();
    assert_eq!(rate.verdict, "with_care");
    assert_eq!(rate.reasons, ["other base"]);
}

#[test]
fn parts_and_rest_of_a_share_make_a_hundred_per_cent() {
    let data = fixture::dataset();
    let marks = made(&data, &spec(FigureKind::Share, Some(fixture::STATIONS), &[]));
    let sum: f64 = marks.iter().filter_map(|mark| mark.share_percent).sum();
    assert!((sum - 100.0).abs() < 1e-9, "{sum}");
    assert_eq!(marks.last().unwrap().role, MarkRole::Rest);
}
