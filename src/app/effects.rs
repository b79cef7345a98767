//! Carries actions and their effects out.

use egui::Context;

use super::AtlasApp;
use crate::{
    figure::style,
    files,
    state::{Action, Effect, ThemeChoice, ViewState, apply},
    ui::{Scene, dialogs::Dialog},
};

impl AtlasApp {
    /// Carries `action` out.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        let (next, effects) = apply(&self.state, &self.data, action);
        if next != self.state {
            self.history.note(&self.state, &next);
            self.notice = None;
            self.become_state(ctx, next);
        }
        for effect in effects {
            self.carry_out(ctx, effect);
        }
    }

    pub(super) fn become_state(&mut self, ctx: &Context, next: ViewState) {
        self.state = next;
        self.scene = Scene::new(&self.data, &self.state);
        self.label_origin();
        ctx.request_repaint();
    }

    fn carry_out(&mut self, ctx: &Context, effect: Effect) {
        match effect {
            Effect::AskForFile => {
                self.desktop.ask_for_file(ctx, self.t(), self.replies.0.clone());
            }
            Effect::Open(path) => self.open(ctx, &path),
            Effect::OpenBuiltIn => self.opened(ctx, files::built_in(), None),
            Effect::Reload => self.reload(ctx),
            Effect::AskToSave(kind) => self.draft_figure(ctx, kind),
            Effect::CopyPicture(kind) => self.copy_picture(ctx, kind),
            Effect::CopyWords(kind) => self.copy_words(ctx, kind),
            Effect::CopyData(kind) => self.copy_data(ctx, kind),
            Effect::CopyTable => self.copy_table(ctx),
            Effect::CopyCitation => self.copy_citation(ctx),
            Effect::CopyText(text, what) => self.copy_text(ctx, text, what),
            Effect::OpenAddress(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
            Effect::Zoom(step) => {
                let zoom = if step == 0 { 1.0 } else { ctx.zoom_factor() + 0.1 * f32::from(step) };
                ctx.set_zoom_factor(zoom.clamp(0.8, 2.5));
            }
            Effect::Travel(step) => {
                let there = if step < 0 {
                    self.history.back(&self.state)
                } else {
                    self.history.forward(&self.state)
                };
                if let Some(view) = there {
                    self.become_state(ctx, view);
                }
            }
            Effect::ToggleTheme => {
                let mut next = self.state.clone();
                next.theme = match self.theme(ctx) {
                    style::Theme::Light | style::Theme::Print => ThemeChoice::Dark,
                    style::Theme::Dark => ThemeChoice::Light,
                };
                self.become_state(ctx, next);
            }
            Effect::PinHovered => match self.hovered.and_then(|ix| self.data.region(ix)) {
                Some(region) => self.act(ctx, Action::Compare(region.id.clone())),
                None => self.notice = Some(self.t().notice_pin_nothing().to_owned()),
            },
            Effect::FocusSearch => self.search.wants_focus = true,
            Effect::ShowKeys => self.dialog = Some(Dialog::Keys),
            Effect::ShowAbout => self.dialog = Some(Dialog::About),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        ctx.request_repaint();
    }
}
