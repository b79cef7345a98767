//! What a map shows: values in classes, facts, and what is not reported.

use super::{Fill, MapBody, MapKind, MapLook, Place, legend};
use crate::{
    analysis::{self, Class, Classing, Ranking},
    figure::{Body, Content, FigureKind, FigureSpec, Unavailable, ranking, words},
    i18n::{Texts, number},
    model::{Dataset, IndicatorIx, Lang, Observation, RegionIx, Tile, Value},
};

/// What a map of `indicator` shows; without one, only the names.
#[must_use]
pub fn body(
    data: &Dataset,
    indicator: Option<IndicatorIx>,
    is_per_residents: bool,
    look: &MapLook,
    t: &Texts,
) -> MapBody {
    let Some(grid) = data.tile_grid() else {
        return MapBody::default();
    };
    let ranking = indicator
        .map(|it| analysis::ranking(data, it, analysis::Order::Official, is_per_residents));
    let classes = ranking.as_ref().map_or_else(Vec::new, |it| classes(it, &look.classing));
    let make = Make { data, ranking: ranking.as_ref(), classes: &classes, t };
    let total = grid.tiles.len();
    let places: Vec<Place> =
        grid.tiles.iter().enumerate().map(|(at, tile)| make.place(*tile, at + 1, total)).collect();
    let outlines = data.outlines().cloned();
    MapBody {
        legend: ranking
            .as_ref()
            .map_or_else(Vec::new, |ranking| legend::entries(data, ranking, &classes, &places, t)),
        places,
        size: grid.size(),
        steps: classes.len(),
        indicator,
        is_per_residents: ranking.is_some_and(|it| it.is_per_residents),
        kind: if outlines.is_some() { look.kind } else { MapKind::Tiles },
        outlines,
    }
}

fn classes(ranking: &Ranking, classing: &Classing) -> Vec<Class> {
    let values: Vec<f64> = ranking.figures.iter().map(|figure| figure.value).collect();
    analysis::classes(&values, classing)
}

/// What a map is made of.
struct Make<'a> {
    data: &'a Dataset,
    ranking: Option<&'a Ranking>,
    classes: &'a [Class],
    t: &'a Texts,
}

/// What a place says of its value, at length and in short.
type Said = (String, String, Fill);

impl Make<'_> {
    fn place(&self, tile: Tile, position: usize, total: usize) -> Place {
        let Self { data, ranking, t, .. } = *self;
        let indicator = ranking.map(|it| it.indicator);
        let figure = indicator.and_then(|it| data.figure(tile.region, it));
        let (value, short_value, fill) = self.said(tile.region, figure.map(|(_, it)| it));
        let name = words::region(data, tile.region, t);
        let shown = figure.map_or_else(
            || t.not_reported().to_owned(),
            |(_, figure)| words::value(data, figure, t),
        );
        let (spoken, hover) = match indicator {
            Some(indicator) => {
                let label = words::indicator(data, indicator, t);
                let spoken = t.spoken_place_value(label, name, position, total, shown.as_str());
                (spoken, t.spoken_cell(name, label, shown.as_str()))
            }
            None => (t.spoken_place(name, position, total), name.to_owned()),
        };
        let is_related =
            |region| ranking.iter().flat_map(|it| &it.related).any(|it| it.region == region);
        Place {
            region: tile.region,
            tile: (tile.column, tile.row),
            name: words::short(data, tile.region, t).to_owned(),
            value,
            short_value,
            figure: figure.map(|(ix, _)| ix),
            fill,
            is_related: figure.is_none() && is_related(tile.region),
            spoken,
            hover,
        }
    }

    fn said(&self, region: RegionIx, figure: Option<&Observation>) -> Said {
        let t = self.t;
        let same = |text: &str, fill| (text.to_owned(), text.to_owned(), fill);
        let Some(ranking) = self.ranking else {
            return Said::default();
        };
        let ranked = ranking.figures.iter().find(|it| it.region == region);
        match (ranked, figure) {
            (Some(ranked), Some(figure)) => {
                let kind = words::unit_kind(self.data, figure.indicator);
                let sign = number::sign(figure.qualifier);
                let value = number::compact(ranked.value, kind, t.lang());
                let step = self.classes.iter().position(|it| it.contains(ranked.value));
                let short = format!("{}{}", sign.trim_end(), short(&value, ranked.value, t.lang()));
                (format!("{sign}{value}"), short, step.map_or(Fill::Plain, Fill::Step))
            }
            (None, Some(figure)) => match &figure.value {
                // The star alone says it where there is no room for words.
                Value::Fact(_) => (t.tile_fact().to_owned(), String::new(), Fill::Fact),
                Value::NotApplicable => same(t.not_applicable(), Fill::Plain),
                // A number that cannot be put per residents is not on this map.
                Value::Number(_) => same(t.tile_not_reported(), Fill::Missing),
            },
            (_, None) => {
                (t.not_reported().to_owned(), t.tile_not_reported().to_owned(), Fill::Missing)
            }
        }
    }
}

/// `value` in three digits where its four digits in `text` are long: `25.6k` in English.
fn short(text: &str, value: f64, lang: Lang) -> String {
    if lang == Lang::En && (10_000.0..1_000_000.0).contains(&value.abs()) {
        let thousands = value / 1000.0;
        let decimals = usize::from(thousands.abs() < 100.0);
        return format!("{thousands:.decimals$}k");
    }
    text.to_owned()
}

/// What a map figure of `indicator` shows.
///
/// # Errors
/// When the data set has no tile grid, or no city reports the indicator.
pub fn content(
    data: &Dataset,
    indicator: IndicatorIx,
    spec: &FigureSpec,
    t: &Texts,
) -> Result<Content, Unavailable> {
    // The ranking knows best what can be said of the indicator: titles, notes, sources. Related
    // figures are not on the map, so they are left out of both.
    let mut ranking = analysis::ranking(data, indicator, spec.order, spec.is_per_residents);
    ranking.related.clear();
    let mut content = ranking::content_of(data, &ranking, &spec.regions, t)?;
    let body = body(data, Some(indicator), spec.is_per_residents, &spec.map, t);
    if body.places.is_empty() {
        return Err(Unavailable(t.why_no_map().to_owned()));
    }
    let id = data.indicator(indicator).map_or("", |it| it.id.as_str());
    let mut parts = vec![id, "map"];
    if let (MapKind::Outlines, Some(shapes)) = (body.kind, &body.outlines) {
        parts.push(MapKind::Outlines.id());
        content.notes.push(shapes.note.get(t.lang()).to_owned());
        content.notes.push(shapes.credit.get(t.lang()).to_owned());
    }
    Ok(Content {
        kind: FigureKind::Map,
        legend: body.legend.clone(),
        file_stem: words::file_stem(data, &parts, t),
        body: Body::Map(body),
        ..content
    })
}

#[cfg(test)]
mod tests {
    use super::{Fill, MapBody, MapKind, MapLook, body};
    use crate::{
        analysis::{Breaks, Classing},
        figure::Swatch,
        i18n::texts,
        load,
        model::{Dataset, Lang},
    };

    fn of(data: &Dataset, indicator: &str, look: &MapLook, lang: Lang) -> MapBody {
        let indicator = data.indicator_by_id(indicator);
        assert!(indicator.is_some());
        body(data, indicator, false, look, texts(lang))
    }

    fn labels(body: &MapBody) -> Vec<&str> {
        body.legend.iter().map(|entry| entry.label.as_str()).collect()
    }

    #[test]
    fn classes_are_named_by_the_values_in_them_in_both_languages() {
        let data = load::embedded().unwrap();
        for lang in Lang::ALL {
            let body = of(&data, "resident_population", &MapLook::default(), lang);
            assert_eq!(body.steps, 4);
            let steps: Vec<_> = body
                .legend
                .iter()
                .filter(|it| matches!(it.swatch, Swatch::Step { count: 4, .. }))
                .collect();
            assert_eq!(steps.len(), 4);
            // The unit stands once, before the classes.
            let unit = if lang == Lang::Zh { "万人" } else { "million people" };
            assert_eq!((body.legend[0].swatch, labels(&body)[0]), (Swatch::Words, unit));
            let spans: Vec<_> = steps.iter().map(|it| it.label.as_str()).collect();
            let expected = match lang {
                Lang::Zh => ["117.3–343.9", "539.4–716.3", "969.7–976.1", "1252.2"],
                Lang::En => ["1.173–3.439", "5.394–7.163", "9.697–9.761", "12.522"],
            };
            assert_eq!(spans, expected);
            // All eleven report it, so nothing is said of what is missing.
            assert!(body.legend.iter().all(|it| it.swatch != Swatch::Missing));
            assert!(labels(&body).iter().any(|it| it.contains(if lang == Lang::Zh {
                "浙江"
            } else {
                "Zhejiang"
            })));
        }
    }

    #[test]
    fn a_single_value_is_named_and_the_rest_is_not_reported() {
        let data = load::embedded().unwrap();
        let body = of(&data, "employment_rate", &MapLook::default(), Lang::En);
        assert_eq!(labels(&body)[0], "72.75%");
        assert_eq!(body.legend[1].swatch, Swatch::Missing);
        assert_eq!(body.legend[2].swatch, Swatch::Ring);
        let missing = body.places.iter().filter(|it| it.fill == Fill::Missing).count();
        assert_eq!(missing, 10);
        assert!(body.places.iter().all(|it| it.value != "0"));
    }

    #[test]
    fn facts_are_stars_and_no_steps() {
        let data = load::embedded().unwrap();
        let fact = data
            .indicators()
            .find(|(ix, _)| data.unit_of(*ix).is_none() && data.reporting_cities(*ix) > 1)
            .map(|(_, it)| it.id.clone())
            .unwrap();
        for lang in Lang::ALL {
            let body = of(&data, &fact, &MapLook::default(), lang);
            assert_eq!(body.steps, 0);
            assert_eq!(body.legend[0].swatch, Swatch::Star);
            assert!(body.places.iter().any(|it| it.fill == Fill::Fact));
        }
    }

    #[test]
    fn limits_by_hand_are_kept() {
        let data = load::embedded().unwrap();
        let classing = Classing::ByHand(Breaks::try_from(vec![5_000_000.0]).unwrap());
        let look = MapLook { classing, kind: MapKind::Tiles };
        let body = of(&data, "resident_population", &look, Lang::En);
        assert_eq!(body.steps, 2);
        let low = body.places.iter().filter(|it| it.fill == Fill::Step(0)).count();
        let high = body.places.iter().filter(|it| it.fill == Fill::Step(1)).count();
        assert_eq!(low + high, 11);
        assert!(low > 0 && high > 0);
    }
}
