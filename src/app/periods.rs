//! Steps through the periods by itself.

use std::time::Duration;

use egui::{Context, Key, Modifiers};

use super::AtlasApp;
use crate::state::{NoticeKind, ViewState, period_beside};

/// How long each period is shown, in seconds: long enough to compare a map with the one before.
const STEP_SECS: f64 = 1.2;

/// Periods that go by themselves.
pub(super) struct Run {
    /// The view before the first step, for one step of the history.
    since: ViewState,
    /// When the next period is due.
    due_secs: f64,
}

impl AtlasApp {
    /// Begins to step through the periods, or stops; at the last one it begins with the first.
    pub(super) fn play_periods(&mut self, ctx: &Context) {
        if self.run.is_some() {
            self.stop_periods(ctx);
            return;
        }
        let stages = self.data.stages();
        let (Some(first), Some(last)) = (stages.first(), stages.last()) else {
            self.tell(NoticeKind::Info, self.t().obstacle_one_period().to_owned());
            return;
        };
        let first = self.data.period(*first).map(|it| it.id.clone());
        let is_at_end = self.state.period_ix(&self.data) == Some(*last);
        let due_secs = ctx.input(|input| input.time) + STEP_SECS;
        self.run = Some(Run { since: self.state.clone(), due_secs });
        if is_at_end {
            self.become_state(ctx, ViewState { period: first, ..self.state.clone() });
        }
        ctx.request_repaint();
    }

    /// Shows the next period when it is due, and stops at the last.
    pub(super) fn follow_periods(&mut self, ctx: &Context) {
        let Some(run) = &mut self.run else { return };
        if ctx.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape)) {
            self.stop_periods(ctx);
            return;
        }
        let now_secs = ctx.input(|input| input.time);
        if now_secs >= run.due_secs {
            run.due_secs = now_secs + STEP_SECS;
            let next = period_beside(&self.state, &self.data, 1);
            if let Some(period) = next.and_then(|it| self.data.period(it)) {
                let period = Some(period.id.clone());
                self.become_state(ctx, ViewState { period, ..self.state.clone() });
            }
            if period_beside(&self.state, &self.data, 1).is_none() {
                self.stop_periods(ctx);
                return;
            }
        }
        if let Some(run) = &self.run {
            let rest_secs = (run.due_secs - now_secs).max(0.0);
            ctx.request_repaint_after(Duration::from_secs_f64(rest_secs));
        }
    }

    /// Stops; what was stepped through is one step of the history.
    pub(super) fn stop_periods(&mut self, ctx: &Context) {
        if let Some(run) = self.run.take() {
            self.history.note(&run.since, &self.state, ctx.input(|input| input.time));
            ctx.request_repaint();
        }
    }
}
