//! Where values stand on an axis, and which of them are written beside it.

/// How much room is left beyond the outermost values, as a part of their span.
const ROOM: f64 = 0.07;

/// More ticks than any axis has room for.
const MOST_TICKS: usize = 64;

/// The values that an axis reaches from and to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The lowest.
    pub low: f64,
    /// The highest; always above the lowest.
    pub high: f64,
}

impl Span {
    /// The span for `values`. It starts at zero where the values reach down to less than half of the
    /// largest, so that the lower half of the plot is no waste.
    #[must_use]
    pub fn of(values: impl Iterator<Item = f64> + Clone) -> Self {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        if !low.is_finite() || !high.is_finite() {
            return Self { low: 0.0, high: 1.0 };
        }
        let span = high - low;
        // All equal: they stand in the middle.
        let room = if span > 0.0 { span * ROOM } else { high.abs().max(1.0) * 0.5 };
        let is_from_zero = low >= 0.0 && span > 0.0 && low < high * 0.5;
        Self { low: if is_from_zero { 0.0 } else { low - room }, high: high + room }
    }

    /// Whether it starts at zero.
    #[must_use]
    pub fn is_from_zero(&self) -> bool {
        self.low.abs() < f64::EPSILON
    }

    /// Where `value` stands, `0.0` at the lowest and `1.0` at the highest.
    #[must_use]
    pub fn fraction(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    /// The part of the span between two fractions of it.
    #[must_use]
    pub fn part(&self, from: f64, to: f64) -> Self {
        let at = |fraction: f64| self.low + fraction * (self.high - self.low);
        Self { low: at(from), high: at(to) }
    }

    /// Round values inside the span, at most `most` steps apart: 1, 2 or 5 of a power of ten. Where
    /// none of these lies inside, the steps are as much finer as it takes for one to do so.
    #[must_use]
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let span = self.high - self.low;
        let rough = span / most.max(1) as f64;
        let power = 10_f64.powf(rough.log10().floor());
        let is_fine = |step: &f64| *step < rough * (1.0 - 1e-9);
        let (finer, coarse): (Vec<f64>, Vec<f64>) =
            [0.5, 1.0, 2.0, 5.0, 10.0].map(|it| it * power).into_iter().partition(is_fine);
        let steps = coarse.into_iter().take(1).chain(finer.into_iter().rev());
        steps.map(|step| self.multiples(step)).find(|ticks| !ticks.is_empty()).unwrap_or_default()
    }

    /// The multiples of `step` inside the span; what lies on the edge up to rounding is inside.
    fn multiples(&self, step: f64) -> Vec<f64> {
        let first = (self.low / step - 1e-6).ceil() as i64;
        let last = (self.high / step + 1e-6).floor() as i64;
        (first..=last).take(MOST_TICKS).map(|at| rounded(at, step)).collect()
    }
}

/// `at` steps without the dust of binary fractions.
fn rounded(at: i64, step: f64) -> f64 {
    let decimals = (-step.log10().floor()).clamp(0.0, 9.0) as usize;
    let value = at as f64 * step;
    format!("{value:.decimals$}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::Span;

    #[test]
    fn an_axis_starts_at_zero_only_where_values_come_near_it() {
        assert!(Span::of([1.0, 10.0].into_iter()).is_from_zero());
        let rates = Span::of([70.0, 75.0].into_iter());
        assert!(rates.low > 60.0 && rates.low < 70.0, "{rates:?}");
        assert!(Span::of([-3.0, 5.0].into_iter()).low < -3.0);
        let equal = Span::of([4.0, 4.0, 4.0].into_iter());
        assert!((equal.fraction(4.0) - 0.5).abs() < 1e-9);
    }

    #[test]
    fn ticks_are_round() {
        let span = Span { low: 0.0, high: 13.4e6 };
        assert_eq!(span.ticks(7), [0.0, 2e6, 4e6, 6e6, 8e6, 10e6, 12e6]);
        assert_eq!(Span { low: 0.0, high: 0.36 }.ticks(4), [0.0, 0.1, 0.2, 0.3]);
        // No multiple of 500 lies inside.
        assert_eq!(Span { low: -456.0, high: -46.0 }.ticks(2), [-400.0, -200.0]);
    }

    proptest! {
        #[test]
        fn every_value_has_its_place_and_every_axis_its_ticks(
            values in proptest::collection::vec(-1e9_f64..1e9, 1..12), most in 2_usize..9,
        ) {
            let span = Span::of(values.iter().copied());
            prop_assert!(span.low < span.high);
            for value in values {
                prop_assert!((0.0..=1.0).contains(&span.fraction(value)));
            }
            let ticks = span.ticks(most);
            prop_assert!((1..=most + 1).contains(&ticks.len()), "{:?}", ticks);
            prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(ticks.iter().all(|it| (-1e-6..=1.0 + 1e-6).contains(&span.fraction(*it))));
        }
    }
}
