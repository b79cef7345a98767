//! Which notes a figure is, in the order in which it is read.

use crate::{
    figure::{
        Body, Content,
        chips::Chip,
        comparison::{Cell, ComparisonBody},
        ranking::RankingBody,
    },
    model::{Dataset, RegionIx},
};

/// The pitch of nothing at all (A3), in hertz.
const LOWEST_HZ: f32 = 220.0;
/// Octaves from nothing to the largest value.
const OCTAVES: f32 = 2.0;

/// What is heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sound {
    /// A tone of this pitch, in hertz.
    Tone(f32),
    /// A soft click: not reported.
    Click,
}

/// Where it is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// On both sides.
    Both,
    /// On the left: the first of two cities.
    Left,
    /// On the right: the second of two cities.
    Right,
}

/// One mark of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// Whose mark it is.
    pub region: RegionIx,
    /// What is heard.
    pub sound: Sound,
    /// Where.
    pub side: Side,
    /// Whether a rest goes before it, since something new begins.
    pub begins: bool,
}

/// The notes of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Score {
    /// In the order in which they are heard; never empty.
    pub notes: Vec<Note>,
}

impl Score {
    /// The step at which each note starts, and the step after the last.
    #[must_use]
    pub fn starts(&self) -> (Vec<u32>, u32) {
        let mut at = 0;
        let mut starts = Vec::with_capacity(self.notes.len());
        for (ix, note) in self.notes.iter().enumerate() {
            at += u32::from(note.begins && ix > 0);
            starts.push(at);
            at += 1;
        }
        (starts, at)
    }

    /// The note that is heard `steps` after the start; between notes, the last one.
    #[must_use]
    pub fn at(&self, steps: f32) -> Option<&Note> {
        let (starts, _) = self.starts();
        let count = starts.iter().take_while(|start| **start as f32 <= steps).count();
        self.notes.get(count.checked_sub(1)?)
    }
}

/// The pitch of a bar that is `fraction` of the longest (0.0..=1.0), in hertz: equal differences
/// in value are equal intervals, from 220 Hz for nothing to 880 Hz for the longest.
#[must_use]
pub fn pitch_hz(fraction: f32) -> f32 {
    LOWEST_HZ * (OCTAVES * fraction.clamp(0.0, 1.0)).exp2()
}

/// The notes of `content`; `None` for a figure that is not played: all but rankings and comparisons,
/// and those without a number.
#[must_use]
pub fn score(data: &Dataset, content: &Content) -> Option<Score> {
    let notes = match &content.body {
        Body::Ranking(body) => ranking(body),
        Body::Comparison(body) => comparison(data, body),
        _ => return None,
    };
    let has_tone = notes.iter().any(|note| matches!(note.sound, Sound::Tone(_)));
    has_tone.then_some(Score { notes })
}

/// The bars as they stand, then a click for each city that does not report.
fn ranking(body: &RankingBody) -> Vec<Note> {
    let values = || body.rows.iter().filter_map(|row| Some((row.region, row.value?)));
    let largest = values().map(|(_, value)| value).fold(0.0, f64::max);
    let fraction = |value: f64| if largest > 0.0 { (value / largest) as f32 } else { 0.0 };
    let tone = |(region, value)| {
        let sound = Sound::Tone(pitch_hz(fraction(value)));
        Note { region, sound, side: Side::Both, begins: false }
    };
    let click = |(at, chip): (usize, &Chip)| Note {
        region: chip.region,
        sound: Sound::Click,
        side: Side::Both,
        begins: at == 0,
    };
    values().map(tone).chain(body.missing.named.iter().enumerate().map(click)).collect()
}

/// Of each row that is drawn and has a number: A on the left, then B on the right. Each row has a
/// scale of its own, as its bars have, so that the only number of a row is its largest.
fn comparison(data: &Dataset, body: &ComparisonBody) -> Vec<Note> {
    let length = |cell: &Cell| {
        let number = data.observation(cell.figure?)?.number();
        cell.fraction.or_else(|| number.map(|_| 1.0))
    };
    let folded = body.groups.iter().flat_map(|group| body.under(group));
    let rows = body.both().chain(folded).map(|(_, row)| row);
    let mut notes = Vec::new();
    for row in rows.filter(|row| length(&row.a).or(length(&row.b)).is_some()) {
        let sides = [(&row.a, body.a, Side::Left), (&row.b, body.b, Side::Right)];
        for (cell, region, side) in sides {
            let sound = match (length(cell), cell.figure) {
                (Some(fraction), _) => Sound::Tone(pitch_hz(fraction)),
                (None, None) => Sound::Click,
                // A fact in words has no pitch.
                (None, Some(_)) => continue,
            };
            notes.push(Note { region, sound, side, begins: side == Side::Left });
        }
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::{Note, Score, Side, Sound, pitch_hz, score};
    use crate::{
        analysis::{Order, fixture},
        figure::{self, FigureKind, FigureSpec, MapLook, comparison::CompareView},
        files,
        model::{Dataset, Lang},
    };

    fn heard(data: &Dataset, kind: FigureKind, indicator: &str, regions: &[&str]) -> Option<Score> {
        let spec = FigureSpec {
            kind,
            indicator: data.indicator_by_id(indicator),
            indicator_y: None,
            regions: regions.iter().filter_map(|id| data.region_by_id(id)).collect(),
            order: Order::Value,
            is_per_residents: false,
            comparison: CompareView::default(),
            map: MapLook::default(),
            lang: Lang::En,
        };
        score(data, &figure::content(data, &spec).unwrap())
    }

    #[test]
    fn pitch_rises_evenly_over_two_octaves() {
        for (fraction, hz) in [(0.0, 220.0), (0.25, 311.127), (0.5, 440.0), (1.0, 880.0)] {
            assert!((pitch_hz(fraction) - hz).abs() < 0.01, "{fraction}: {}", pitch_hz(fraction));
        }
        assert!(pitch_hz(f32::INFINITY) <= 880.0 && pitch_hz(-1.0) >= 220.0);
    }

    #[test]
    fn a_ranking_falls_from_the_largest_and_clicks_for_each_city_without_a_report() {
        let data = files::built_in().unwrap().data;
        let score = heard(&data, FigureKind::Ranking, "assisted_employment_placed", &[]).unwrap();
        let tones: Vec<f32> = score
            .notes
            .iter()
            .map_while(|note| match note.sound {
                Sound::Tone(hz) => Some(hz),
                Sound::Click => None,
            })
            .collect();
        assert!((tones[0] - 880.0).abs() < 0.01, "{tones:?}");
        assert!(tones.is_sorted_by(|a, b| a >= b), "{tones:?}");
        let clicks = &score.notes[tones.len()..];
        assert!(clicks.iter().all(|note| note.sound == Sound::Click));
        assert_eq!(score.notes.len(), data.cities().len(), "every city is heard once");
        // A rest parts those without a report from the bars.
        assert!(clicks[0].begins && clicks[1..].iter().all(|note| !note.begins));
    }

    #[test]
    fn a_comparison_is_heard_left_and_right_row_by_row() {
        let data = files::built_in().unwrap().data;
        let score = heard(&data, FigureKind::Comparison, "", &["huzhou", "jiaxing"]).unwrap();
        let [huzhou, jiaxing] = ["huzhou", "jiaxing"].map(|id| data.region_by_id(id).unwrap());
        for pair in score.notes.chunks(2) {
            let [a, b] = pair else { panic!("a row is two notes") };
            assert_eq!((a.region, a.side, a.begins), (huzhou, Side::Left, true));
            assert_eq!((b.region, b.side, b.begins), (jiaxing, Side::Right, false));
        }
        let is_click = |note: &Note| note.sound == Sound::Click;
        assert!(score.notes.iter().any(is_click), "what only one reports clicks on the other side");
    }

    #[test]
    fn a_figure_without_numbers_is_not_played() {
        let data = files::built_in().unwrap().data;
        assert_eq!(heard(&data, FigureKind::Coverage, "", &[]), None);
        let data = fixture::dataset();
        assert_eq!(heard(&data, FigureKind::Profile, "", &["a"]), None);
    }

    #[test]
    fn the_note_that_is_heard_is_known_at_every_moment() {
        let data = fixture::dataset();
        let region = data.region_by_id("a").unwrap();
        let note = |begins| Note { region, sound: Sound::Click, side: Side::Both, begins };
        let score = Score { notes: vec![note(false), note(false), note(true)] };
        assert_eq!(score.starts(), (vec![0, 1, 3], 4));
        let at = |steps| score.at(steps).map(|it| std::ptr::from_ref(it).addr());
        let addr = |ix: usize| Some(std::ptr::from_ref(&score.notes[ix]).addr());
        assert_eq!((at(-0.1), at(0.5), at(1.0)), (None, addr(0), addr(1)));
        assert_eq!((at(2.9), at(3.0)), (addr(1), addr(2)));
    }
}
