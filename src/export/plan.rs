//! Everything that can be exported of a data set: which figures, which briefs, under which names.

use super::{format::Format, picture::PictureSpec, svg::SvgText};
use crate::{
    analysis::{Order, scatter::telling_pairs},
    figure::{self, Content, FigureKind, FigureSpec, MapKind, MapLook},
    hash::sha256_hex,
    model::{Dataset, IndicatorIx, Lang, RegionIx},
};

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Work {
    /// A figure in one format.
    Figure(Box<Content>, Format),
    /// The page of one region.
    Brief(RegionIx),
}

/// One file to make.
#[derive(Clone, Debug)]
pub struct Job {
    /// Path below the folder, with `/`: `figures/employment-rate_ranking_2023_zh.png`.
    pub file: String,
    /// Language.
    pub lang: Lang,
    /// What it holds.
    pub work: Work,
}

/// Scatter plots grow with the square of the indicators; so many are made, the best reported ones.
const MOST_SCATTERS: usize = 60;

/// Every figure that `data` can support in `lang`: the indicators’ rankings, maps (tiles, and
/// outlines where there are any) and shares, the pairs of indicators that say something together,
/// each city’s theme profile, each city with its land neighbours (with those across the water where it
/// has none on land), targets and coverage.
#[must_use]
pub fn figures(data: &Dataset, lang: Lang) -> Vec<Content> {
    let spec = |kind, indicator, regions: Vec<RegionIx>| FigureSpec {
        kind,
        indicator,
        indicator_y: None,
        regions,
        order: Order::Value,
        is_per_residents: false,
        comparison: crate::figure::comparison::CompareView::default(),
        map: crate::figure::MapLook::default(),
        lang,
    };
    let indicators: Vec<IndicatorIx> = data.indicators().map(|(ix, _)| ix).collect();
    let mut specs = Vec::new();
    for kind in FigureKind::ALL {
        match kind {
            FigureKind::Comparison => {
                let pairs = neighbours(data).into_iter();
                specs.extend(pairs.map(|(a, b)| spec(kind, None, vec![a, b])));
            }
            FigureKind::Profile => {
                specs.extend(data.cities().iter().map(|city| spec(kind, None, vec![*city])));
            }
            FigureKind::Trend | FigureKind::Multiples if !data.has_series() => {}
            FigureKind::Scatter => {
                let pairs = telling_pairs(data).into_iter().take(MOST_SCATTERS);
                specs.extend(pairs.map(|[x, y]| FigureSpec {
                    indicator_y: Some(y),
                    ..spec(kind, Some(x), Vec::new())
                }));
            }
            FigureKind::Map if data.outlines().is_some() => {
                let looks = [MapKind::Tiles, MapKind::Outlines];
                let kinds = indicators.iter().flat_map(|it| looks.map(|look| (*it, look)));
                specs.extend(kinds.map(|(indicator, look)| FigureSpec {
                    map: MapLook { kind: look, ..MapLook::default() },
                    ..spec(kind, Some(indicator), Vec::new())
                }));
            }
            _ if kind.takes_indicator() => {
                specs.extend(indicators.iter().map(|it| spec(kind, Some(*it), Vec::new())));
            }
            _ => specs.push(spec(kind, None, Vec::new())),
        }
    }
    // What the data cannot support is no figure; the window says why.
    specs.iter().filter_map(|spec| figure::content(data, spec).ok()).collect()
}

/// The pairs of cities that are compared, each once, in official order.
#[must_use]
pub fn neighbours(data: &Dataset) -> Vec<(RegionIx, RegionIx)> {
    let known = data.neighbours();
    let has_land = |city: RegionIx| known.land.iter().any(|(a, b)| *a == city || *b == city);
    let by_sea = known.sea.iter().filter(|(a, b)| !has_land(*a) || !has_land(*b));
    let is_city = |ix: &RegionIx| data.cities().contains(ix);
    let mut pairs: Vec<_> = known
        .land
        .iter()
        .chain(by_sea)
        .filter(|(a, b)| is_city(a) && is_city(b))
        .map(|(a, b)| (*a.min(b), *a.max(b)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// All files of a batch in a stable order: by language, figures by kind, then the briefs. No two
/// have the same name.
#[must_use]
pub fn jobs(data: &Dataset, langs: &[Lang], formats: &[Format]) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    for lang in langs {
        for content in figures(data, *lang) {
            for format in formats {
                let file = format!("figures/{}.{}", content.file_stem, format.id());
                let work = Work::Figure(Box::new(content.clone()), *format);
                jobs.push(Job { file, lang: *lang, work });
            }
        }
        for city in data.cities() {
            let id = data.region(*city).map_or("", |region| region.id.as_str());
            let file = format!("briefs/{}_{}.html", id.replace('_', "-"), lang.code());
            jobs.push(Job { file, lang: *lang, work: Work::Brief(*city) });
        }
    }
    name_apart(&mut jobs);
    jobs
}

/// Numbers the second and later of equal names: ids that differ in `_` and `-` only become alike.
fn name_apart(jobs: &mut [Job]) {
    let mut seen = std::collections::HashSet::new();
    for job in jobs {
        let (stem, extension) = job.file.rsplit_once('.').unwrap_or((&job.file, ""));
        let numbered = (2..).map(|number| format!("{stem}-{number}.{extension}"));
        let mut names = std::iter::once(job.file.clone()).chain(numbered);
        if let Some(name) = names.find(|name| !seen.contains(name)) {
            seen.insert(name.clone());
            job.file = name;
        }
    }
}

/// A hash of all that the file of `job` depends on: data, program, and how it is drawn. Where it is
/// the same, so are the bytes.
#[must_use]
pub fn recipe(data: &Dataset, job: &Job, picture: &PictureSpec, svg_text: SvgText) -> String {
    let drawn = match &job.work {
        Work::Figure(_, Format::Png) => format!("{picture:?}"),
        Work::Figure(_, format @ Format::Svg) => {
            let scale_ppp = format.scale_ppp(picture.scale_ppp);
            format!("{:?} {}", PictureSpec { scale_ppp, ..*picture }, svg_text.id())
        }
        Work::Figure(..) | Work::Brief(_) => String::new(),
    };
    let version = env!("CARGO_PKG_VERSION");
    let all = [data.id(), data.sha256(), version, &job.file, job.lang.code(), &drawn];
    sha256_hex(all.join("\n").as_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{Format, Job, Lang, RegionIx, Work, jobs, name_apart, neighbours, recipe};
    use crate::{
        export::{picture::PictureSpec, svg::SvgText},
        figure::style::Theme,
        load,
    };

    #[test]
    fn every_city_is_compared_and_every_file_has_its_own_name() {
        let data = load::embedded().unwrap();
        let pairs = neighbours(&data);
        for city in data.cities() {
            assert!(pairs.iter().any(|(a, b)| a == city || b == city), "{city:?}");
        }
        assert!(pairs.iter().all(|(a, b)| a < b));
        let jobs = jobs(&data, &Lang::ALL, &[Format::Png, Format::Csv]);
        let names: HashSet<_> = jobs.iter().map(|job| job.file.as_str()).collect();
        assert_eq!(names.len(), jobs.len());
        for name in [
            "figures/employment-rate_ranking_2023_zh.png",
            "figures/resident-population_land-area_scatter_2023_en.csv",
            "briefs/huzhou_en.html",
        ] {
            assert!(names.contains(name), "{name}");
        }
        // Two background counts against each other are no news; against residents they are.
        let scatters = jobs.iter().filter(|job| job.file.ends_with("scatter_2023_en.png"));
        assert_eq!(scatters.count(), 2);
        for name in &names {
            assert!(name.chars().all(|it| it.is_ascii_alphanumeric() || "_-./".contains(it)));
        }
    }

    #[test]
    fn equal_names_are_numbered_and_no_file_is_left_out() {
        let job = |file: &str| Job {
            file: file.to_owned(),
            lang: Lang::En,
            work: Work::Brief(RegionIx::from(0)),
        };
        let mut jobs = ["a-b.html", "a-b-2.html", "a-b.html", "c.html"].map(job);
        name_apart(&mut jobs);
        let names: Vec<&str> = jobs.iter().map(|job| job.file.as_str()).collect();
        assert_eq!(names, ["a-b.html", "a-b-2.html", "a-b-3.html", "c.html"]);
    }

    #[test]
    fn another_look_is_another_recipe_for_pictures_only() {
        let data = load::embedded().unwrap();
        let light = PictureSpec::default();
        let dark = PictureSpec { theme: Theme::Dark, ..light };
        let jobs = jobs(&data, &[Lang::En], &[Format::Png, Format::Csv]);
        for job in jobs.iter().filter(|job| job.file.starts_with("figures/coverage")) {
            let recipe = |picture| recipe(&data, job, picture, SvgText::Text);
            let is_same = recipe(&light) == recipe(&dark);
            assert_eq!(is_same, job.file.ends_with("csv"), "{}", job.file);
        }
    }

    #[test]
    fn only_svg_heeds_how_letters_are_written_and_only_png_the_scale() {
        let data = load::embedded().unwrap();
        let twice = PictureSpec::default();
        let once = PictureSpec { scale_ppp: 1.0, ..twice };
        for job in jobs(&data, &[Lang::En], &[Format::Png, Format::Svg]) {
            let of = |picture, text| recipe(&data, &job, picture, text);
            let first = of(&twice, SvgText::Text);
            let is_svg = job.file.ends_with("svg");
            assert_eq!(first != of(&twice, SvgText::Outlines), is_svg, "{}", job.file);
            assert_eq!(first != of(&once, SvgText::Text), job.file.ends_with("png"));
        }
    }
}
