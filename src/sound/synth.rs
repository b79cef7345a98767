//! What notes sound like: samples worked out from the notes alone, the same on every machine.

use std::f32::consts::TAU;

use super::{Manner, Note, Score, Side, Sound};

/// Samples a second of each side.
pub const SAMPLE_RATE_HZ: u32 = 44_100;

/// How much of a step a tone fills; the rest is silence.
const FILLED: f32 = 0.8;
/// How long a tone takes to swell, in seconds; without it, it would begin with a click.
const ATTACK_SECS: f32 = 0.012;
/// How long a tone takes to die away, in seconds.
const RELEASE_SECS: f32 = 0.06;
/// The overtones of a tone by their strength, the fundamental first; they sum up to 1.
const OVERTONES: [f32; 3] = [0.74, 0.18, 0.08];
/// The pitch of a click, far above every tone, in hertz.
const CLICK_HZ: f32 = 2_200.0;
/// How long a click is heard, in seconds.
const CLICK_SECS: f32 = 0.03;
/// How soon a click dies away: the time to about a third, in seconds.
const CLICK_DECAY_SECS: f32 = 0.005;
/// How strong a click is beside a tone.
const CLICK_STRENGTH: f32 = 0.5;
/// How much of a note on one side is heard on the other, so that one earphone is enough.
const OTHER_SIDE: f32 = 0.25;

/// The samples of `score`, left and right in turn.
#[must_use]
pub fn samples(score: &Score, manner: Manner) -> Vec<i16> {
    let rate = SAMPLE_RATE_HZ as f32;
    let step = (manner.speed.step_secs() * rate) as usize;
    let (starts, steps) = score.starts();
    let mut out = vec![0_i16; 2 * step * steps as usize];
    for (note, start) in score.notes.iter().zip(starts) {
        let from = 2 * step * start as usize;
        let frames = out.get_mut(from..from + 2 * step).unwrap_or_default();
        let (left, right) = strengths(note.side);
        for (at, frame) in frames.chunks_exact_mut(2).enumerate() {
            let value = swing(note, at as f32 / rate, manner) * manner.volume.amplitude();
            if let [a, b] = frame {
                *a = (value * left * f32::from(i16::MAX)) as i16;
                *b = (value * right * f32::from(i16::MAX)) as i16;
            }
        }
    }
    out
}

const fn strengths(side: Side) -> (f32, f32) {
    match side {
        Side::Both => (1.0, 1.0),
        Side::Left => (1.0, OTHER_SIDE),
        Side::Right => (OTHER_SIDE, 1.0),
    }
}

/// The swing of `note` at `secs` after its start, -1.0..=1.0.
fn swing(note: &Note, secs: f32, manner: Manner) -> f32 {
    match note.sound {
        Sound::Tone(hz) => {
            let length = manner.speed.step_secs() * FILLED;
            let swell = (secs / ATTACK_SECS).min((length - secs) / RELEASE_SECS);
            let wave = OVERTONES
                .iter()
                .zip(1_u8..)
                .map(|(strength, order)| strength * (TAU * hz * f32::from(order) * secs).sin());
            wave.sum::<f32>() * swell.clamp(0.0, 1.0)
        }
        Sound::Click if secs < CLICK_SECS => {
            (TAU * CLICK_HZ * secs).sin() * (-secs / CLICK_DECAY_SECS).exp() * CLICK_STRENGTH
        }
        Sound::Click => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::{SAMPLE_RATE_HZ, samples};
    use crate::{
        analysis::fixture,
        sound::{Manner, Note, Score, Side, Sound, Speed, Volume},
    };

    fn note(sound: Sound, side: Side, begins: bool) -> Note {
        let region = fixture::dataset().region_by_id("a").unwrap();
        Note { region, sound, side, begins }
    }

    fn left(samples: &[i16]) -> Vec<f32> {
        samples.iter().step_by(2).map(|it| f32::from(*it)).collect()
    }

    fn loudest(samples: &[f32]) -> f32 {
        samples.iter().fold(0.0, |most, it| most.max(it.abs()))
    }

    /// How strongly `hz` is heard in `samples`, by the one bin of a Fourier transform.
    fn strength(samples: &[f32], hz: f32) -> f32 {
        let turn = std::f32::consts::TAU * hz / SAMPLE_RATE_HZ as f32;
        let sum = |wave: fn(f32) -> f32| -> f32 {
            samples.iter().enumerate().map(|(at, it)| it * wave(turn * at as f32)).sum()
        };
        sum(f32::sin).hypot(sum(f32::cos)) / samples.len() as f32
    }

    #[test]
    fn a_tone_has_its_pitch_and_ends_before_the_next_note() {
        for hz in [220.0, 440.0, 880.0] {
            let score = Score { notes: vec![note(Sound::Tone(hz), Side::Both, false)] };
            let heard = left(&samples(&score, Manner::default()));
            assert_eq!(heard.len(), 22_050, "half a second");
            let own = strength(&heard, hz);
            for other in [hz * 0.9, hz * 1.1, hz * 0.5, hz * 1.5] {
                assert!(own > 8.0 * strength(&heard, other), "{hz} Hz against {other} Hz");
            }
            assert!(heard[0].abs() < 1.0 && loudest(&heard[..20]) < 2_000.0, "it swells");
            assert!(loudest(&heard[18_000..]) < 1.0, "silence follows");
            assert!(loudest(&heard) <= 0.45 * 32_767.0);
        }
    }

    #[test]
    fn a_click_is_short_soft_and_high() {
        let score = Score { notes: vec![note(Sound::Click, Side::Both, false)] };
        let heard = left(&samples(&score, Manner::default()));
        assert!(loudest(&heard) > 1_000.0, "it is heard");
        assert!(loudest(&heard) < 0.25 * 32_767.0, "more softly than a tone");
        assert!(loudest(&heard[1_400..]) < 1.0, "for some hundredths of a second");
        let strengths = [220.0, 440.0, 880.0].map(|hz| strength(&heard, hz));
        let own = strength(&heard, super::CLICK_HZ);
        assert!(strengths.iter().all(|it| own > 3.0 * it), "{own} {strengths:?}");
    }

    #[test]
    fn notes_follow_in_order_with_a_rest_where_something_new_begins() {
        let tone = |hz, begins| note(Sound::Tone(hz), Side::Both, begins);
        let score = Score { notes: vec![tone(300.0, false), tone(700.0, true)] };
        for speed in Speed::ALL {
            let manner = Manner { speed, volume: Volume::Loud };
            let heard = left(&samples(&score, manner));
            let step = (speed.step_secs() * SAMPLE_RATE_HZ as f32) as usize;
            assert_eq!(heard.len(), 3 * step);
            let [first, rest, second] = [0, 1, 2].map(|at| &heard[at * step..(at + 1) * step]);
            assert!(strength(first, 300.0) > 8.0 * strength(first, 700.0));
            assert!(strength(second, 700.0) > 8.0 * strength(second, 300.0));
            assert!(loudest(rest) < 1.0);
        }
    }

    #[test]
    fn each_city_is_heard_on_its_side_and_volumes_differ() {
        let both = |volume| {
            let score = Score { notes: vec![note(Sound::Tone(440.0), Side::Left, false)] };
            let all = samples(&score, Manner { volume, ..Manner::default() });
            let right: Vec<f32> = all.iter().skip(1).step_by(2).map(|it| f32::from(*it)).collect();
            (loudest(&left(&all)), loudest(&right))
        };
        let (a, b) = both(Volume::Medium);
        assert!(a > 3.0 * b && b > 0.0);
        assert!(both(Volume::Soft).0 < a && a < both(Volume::Loud).0);
    }

    #[test]
    fn the_same_notes_are_the_same_samples() {
        let score = Score { notes: vec![note(Sound::Tone(333.3), Side::Right, false)] };
        assert_eq!(samples(&score, Manner::default()), samples(&score, Manner::default()));
    }
}
