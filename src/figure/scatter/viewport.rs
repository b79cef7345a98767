//! Which part of a scatter plot is looked at: zoom and pan by wheel, drag and keys.
//!
//! The part is no state of the view but of the eye, like the place of a scroll bar: it is kept in
//! egui's memory under the figure's own name. Pictures are drawn without that memory, so they always
//! show the whole.

use egui::{Context, EventFilter, Id, Key, Modifiers, Rect, Response, Vec2, vec2};

use super::{ScatterBody, scale::Span};

/// The least part of an axis that can be looked at.
const LEAST_PART: f64 = 1.0 / 32.0;
/// How much one step of a key or button magnifies.
pub const STEP: f64 = 1.5;
/// How far an arrow key moves, as a part of what is seen.
const KEY_PAN: f64 = 0.15;

/// The part of the plot that is seen, in fractions of the whole, from the lower left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// Where it starts, across and upward.
    from: [f64; 2],
    /// How much of each axis it shows.
    part: f64,
}

impl Default for Viewport {
    fn default() -> Self {
        Self { from: [0.0, 0.0], part: 1.0 }
    }
}

impl Viewport {
    /// Whether it shows everything.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.part >= 1.0
    }

    /// The parts of the axes that it shows.
    #[must_use]
    pub fn spans(&self, whole: [Span; 2]) -> [Span; 2] {
        let [x, y] = whole;
        let [from_x, from_y] = self.from;
        [x.part(from_x, from_x + self.part), y.part(from_y, from_y + self.part)]
    }

    /// Magnified by `factor` around a place in it, given as fractions of what is seen.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: [f64; 2]) -> Self {
        let part = (self.part / factor).clamp(LEAST_PART, 1.0);
        let [from_x, from_y] = self.from;
        let [x, y] = around;
        let moved = |from: f64, at: f64| from + at * (self.part - part);
        Self { from: [moved(from_x, x), moved(from_y, y)], part }.inside()
    }

    /// Moved by fractions of what is seen, across and upward.
    #[must_use]
    pub fn moved(self, by: [f64; 2]) -> Self {
        let [from_x, from_y] = self.from;
        let [x, y] = by;
        Self { from: [from_x + x * self.part, from_y + y * self.part], ..self }.inside()
    }

    fn inside(self) -> Self {
        let most = 1.0 - self.part;
        Self { from: self.from.map(|it| it.clamp(0.0, most)), ..self }
    }

    /// What is looked at of `body`.
    #[must_use]
    pub fn load(ctx: &Context, body: &ScatterBody) -> Self {
        ctx.data(|data| data.get_temp(id(body))).unwrap_or_default()
    }

    /// Looks at this part of `body` from now on.
    pub fn store(self, ctx: &Context, body: &ScatterBody) {
        ctx.data_mut(|data| data.insert_temp(id(body), self));
    }

    /// What wheel, drag and keys make of it. `plot` is the plot's rectangle and its answer.
    ///
    /// The wheel alone belongs to the page until the plot is clicked or tabbed to; with Ctrl, or two
    /// fingers, it zooms at once.
    #[must_use]
    pub fn after(self, plot: Rect, response: &Response) -> Self {
        if response.double_clicked() {
            return Self::default();
        }
        let mut next = self;
        if response.dragged() {
            let by = response.drag_delta() / plot.size();
            next = next.moved([-f64::from(by.x), f64::from(by.y)]);
        }
        if let Some(at) = response.ctx.pointer_hover_pos().filter(|it| plot.contains(*it)) {
            let around = (at - plot.left_bottom()) / vec2(plot.width(), -plot.height());
            let factor = wheel(response);
            if (factor - 1.0).abs() > f32::EPSILON {
                next = next.zoomed(f64::from(factor), [around.x, around.y].map(f64::from));
            }
        }
        if response.has_focus() { next.after_keys(response) } else { next }
    }

    fn after_keys(self, response: &Response) -> Self {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        response.ctx.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let middle = [0.5, 0.5];
        let pressed = |key| response.ctx.input_mut(|it| it.consume_key(Modifiers::NONE, key));
        let shifted = |key| response.ctx.input_mut(|it| it.consume_key(Modifiers::SHIFT, key));
        let mut next = self;
        if pressed(Key::Plus) || pressed(Key::Equals) || shifted(Key::Equals) || shifted(Key::Plus)
        {
            next = next.zoomed(STEP, middle);
        }
        if pressed(Key::Minus) {
            next = next.zoomed(1.0 / STEP, middle);
        }
        if pressed(Key::Num0) {
            next = Self::default();
        }
        let ways = [
            (Key::ArrowLeft, [-KEY_PAN, 0.0]),
            (Key::ArrowRight, [KEY_PAN, 0.0]),
            (Key::ArrowUp, [0.0, KEY_PAN]),
            (Key::ArrowDown, [0.0, -KEY_PAN]),
        ];
        for (key, by) in ways {
            if pressed(key) {
                next = next.moved(by);
            }
        }
        next
    }
}

/// How much the wheel magnifies; what zooms does not scroll the page as well.
fn wheel(response: &Response) -> f32 {
    let has_focus = response.has_focus();
    response.ctx.input_mut(|input| {
        let pinch = input.zoom_delta();
        if (pinch - 1.0).abs() > f32::EPSILON || !has_focus {
            return pinch;
        }
        let rolled = input.smooth_scroll_delta.y;
        input.smooth_scroll_delta = Vec2::ZERO;
        (rolled / 200.0).exp()
    })
}

/// The plot's name in egui's memory: another pair of indicators starts with the whole.
fn id(body: &ScatterBody) -> Id {
    let axes = body.axes.each_ref().map(|axis| (axis.indicator, axis.is_per_residents));
    Id::unique(("scatter viewport", axes))
}

#[cfg(test)]
mod tests {
    use super::{STEP, Viewport};

    #[test]
    fn what_is_pointed_at_stays_where_it_is_while_zooming() {
        let around = [0.25, 0.75];
        let zoomed = Viewport::default().zoomed(STEP, around);
        assert!(!zoomed.is_whole());
        for (from, at) in zoomed.from.into_iter().zip(around) {
            assert!((from + at * zoomed.part - at).abs() < 1e-12);
        }
        assert!(zoomed.zoomed(1.0 / STEP, around).is_whole());
    }

    #[test]
    fn nothing_is_seen_beyond_the_whole() {
        let zoomed = Viewport::default().zoomed(4.0, [0.5, 0.5]);
        let [x, y] = zoomed.moved([-9.0, 9.0]).from;
        assert!(x.abs() < 1e-12 && (y - 0.75).abs() < 1e-12, "{x} {y}");
        assert_eq!(Viewport::default().moved([1.0, 1.0]), Viewport::default());
        assert!(Viewport::default().zoomed(0.1, [0.5, 0.5]).is_whole());
    }
}
