//! Theme profile: how the highlights of one or two cities spread over the themes.

use egui::{Rect, pos2};

use super::{
    Body, Content, FigureKind, LegendEntry, Linked, Picked, Provenance, Swatch, Unavailable,
    bars::{self, BarMark},
    canvas::{Canvas, Ink},
    style, takeaway, words,
};
use crate::{
    analysis,
    i18n::Texts,
    model::{Dataset, RegionIx},
};

/// One theme.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// The theme's name.
    pub theme: String,
    /// Highlights of each city, in the order of the cities.
    pub counts: Vec<usize>,
    /// What a screen reader says.
    pub spoken: String,
}

/// The marks of a profile.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileBody {
    /// One or two cities.
    pub regions: Vec<RegionIx>,
    /// The themes.
    pub rows: Vec<ProfileRow>,
}

/// What the theme profile of one or two regions shows.
///
/// # Errors
/// When no region, or more than two, are given.
pub fn content(data: &Dataset, regions: &[RegionIx], t: &Texts) -> Result<Content, Unavailable> {
    let (Some(first), true) = (regions.first(), regions.len() <= 2) else {
        return Err(Unavailable(t.why_one_city().to_owned()));
    };
    let profiles: Vec<_> = regions.iter().map(|it| analysis::theme_profile(data, *it)).collect();
    let rows: Vec<ProfileRow> = (0..data.themes().len())
        .filter_map(|at| {
            let (theme, ..) = profiles.first()?.themes.get(at)?;
            let name = data.theme(*theme)?.name.get(t.lang()).to_owned();
            let counts: Vec<usize> = profiles
                .iter()
                .map(|profile| profile.themes.get(at).map_or(0, |(_, highlights, _)| *highlights))
                .collect();
            let said = regions
                .iter()
                .zip(&counts)
                .map(|(region, count)| t.spoken_count(*count, words::short(data, *region, t)))
                .collect::<Vec<_>>()
                .join(t.list_mark());
            Some(ProfileRow { spoken: t.spoken_theme(said, name.clone()), theme: name, counts })
        })
        .collect();
    let names: Vec<&str> = regions.iter().map(|it| words::region(data, *it, t)).collect();
    let swatches = [Swatch::CityA, Swatch::CityB];
    let legend = swatches
        .into_iter()
        .zip(&names)
        .map(|(swatch, name)| LegendEntry::new(swatch, *name))
        .collect();
    let ids: Vec<&str> =
        regions.iter().filter_map(|it| data.region(*it)).map(|it| it.id.as_str()).collect();
    let source = data
        .highlights_of(*first)
        .next()
        .and_then(|(_, highlight)| data.source(highlight.locator.source))
        .map_or(String::new(), |source| t.source_line(source.short.get(t.lang())));
    let body = ProfileBody { regions: regions.to_vec(), rows };
    let takeaway = takeaway::profile(data, &body, t);
    let said: Vec<String> = body
        .rows
        .iter()
        .filter(|row| row.counts.iter().any(|count| *count > 0))
        .map(|row| row.spoken.clone())
        .collect();
    let missing = takeaway::profile_missing(&body, t);
    Ok(Content {
        kind: FigureKind::Profile,
        lang: t.lang(),
        title: t.profile_title(names.join(t.and_mark())),
        subtitle: t.profile_subtitle().to_owned(),
        legend,
        notes: vec![t.profile_note().to_owned()],
        source,
        alt: takeaway::sentences(
            &[takeaway.as_str(), &takeaway::listed(&said, t), missing.as_str()],
            t,
        ),
        takeaway,
        provenance: Provenance::of(data),
        file_stem: words::file_stem(data, &["themes", &ids.join("-")], t),
        body: Body::Profile(body),
    })
}

/// Draws one or two bars a theme.
pub fn draw(canvas: &mut Canvas<'_>, body: &ProfileBody, _linked: &Linked, picked: &mut Picked) {
    let palette = canvas.palette;
    canvas.hairline();
    canvas.gap(4.0);
    let ink = Ink::plain(style::BODY_PT, palette.text);
    let themes = body.rows.iter().map(|row| canvas.line(&row.theme, ink).size().x);
    let label_pt = themes.fold(64.0, f32::max).min(canvas.width * 0.4);
    let bar_pt = 12.0;
    let sides = body.regions.len() as f32;
    let height = bar_pt * sides + 4.0 * (sides - 1.0) + 16.0 + canvas.row_extra_pt;
    let count = body.rows.len() as f32;
    let plot = Rect::from_min_max(
        pos2(canvas.left + label_pt + 16.0, canvas.y),
        pos2(canvas.right() - 40.0, canvas.y + height * count),
    );
    let most = body.rows.iter().flat_map(|row| &row.counts).copied().max().unwrap_or(0).max(1);
    let mut marks = Vec::new();
    for (at, row) in body.rows.iter().enumerate() {
        let middle = height * (at as f32 + 0.5);
        for (side, count) in row.counts.iter().enumerate() {
            let offset = (side as f32 - (sides - 1.0) / 2.0) * (bar_pt + 4.0);
            marks.push(BarMark {
                center_pt: middle + offset,
                thickness_pt: bar_pt,
                start: 0.0,
                length: *count as f32 / most as f32,
                color: if side == 0 { palette.city_a } else { palette.city_b },
                is_hatched: false,
            });
        }
    }
    bars::draw(canvas, "profile", plot, &marks, None);
    let counts = body.rows.iter().flat_map(|row| &row.counts);
    for (mark, count) in marks.iter().zip(counts) {
        let rect = mark.rect(plot);
        // A count of highlights can truly be zero: the review lists none under that theme.
        let color = if *count == 0 { palette.secondary } else { palette.text };
        let galley = canvas.line(&count.to_string(), Ink::bold(style::SMALL_PT, color));
        canvas.put_middle(rect.right() + 6.0, rect.center().y, galley);
    }
    for (at, row) in body.rows.iter().enumerate() {
        let rect = canvas.row_rect(height);
        let label = canvas.layout(&row.theme, ink, label_pt);
        let x = canvas.left + label_pt - label.size().x;
        canvas.put_middle(x, rect.center().y, label);
        let response = canvas.mark(("theme", at), rect, &row.spoken);
        picked.note(&response, None, None);
        canvas.y += height;
    }
}
