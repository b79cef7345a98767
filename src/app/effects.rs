//! Carries actions and their effects out.

use egui::Context;

use super::{AtlasApp, keep_what_exists};
use crate::{
    files,
    state::{
        Action, DrawerView, Effect, NoticeKind, Reading, Scope, ThemeChoice, ViewState,
        action::NoticeAction, apply,
    },
    ui::{
        self,
        dialogs::Dialog,
        main_area,
        news::Way,
        pages,
        reflow::{self, Front},
    },
};

impl AtlasApp {
    /// Carries `action` out.
    pub fn act(&mut self, ctx: &Context, action: Action) {
        if matches!(action, Action::SetTab(_)) {
            self.front = Front::Main;
        }
        let (next, effects) = apply(&self.state, &self.data, action);
        self.change_view(ctx, next);
        for effect in effects {
            self.carry_out(ctx, effect);
        }
    }

    /// Shows `next`, a change that can be undone.
    pub(super) fn change_view(&mut self, ctx: &Context, next: ViewState) {
        if next != self.state {
            self.stop_periods(ctx);
            self.history.note(&self.state, &next, ctx.input(|input| input.time));
            self.notices.fade();
            self.become_state(ctx, next);
        }
    }

    pub(super) fn become_state(&mut self, ctx: &Context, next: ViewState) {
        let old = std::mem::replace(&mut self.state, next);
        self.remember_view(&old);
        if !self.state.is_seen(&self.data) {
            self.data = self.state.seen(&self.data);
            // It stands for a place in what was seen before.
            self.hovered = None;
        }
        self.scene = self.scene.after(&self.data, &self.state);
        if old.tab != self.state.tab {
            self.front = Front::Main;
        }
        self.label_origin();
        self.stop_other_sound();
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
            Effect::SaveSound(kind) => self.save_sound(kind),
            Effect::Play(kind) => self.play(ctx, kind),
            Effect::PlayPeriods => self.play_periods(ctx),
            Effect::GoInto => {
                let region = ui::parts_to_show(&self.data, &self.scene, self.hovered);
                if let Some(region) = region.and_then(|it| self.data.region(it)) {
                    self.act(ctx, Action::Scope(Scope::Into(region.id.clone())));
                }
            }
            Effect::CopyPicture(kind) => self.copy_picture(ctx, kind),
            Effect::CopyWords(kind) => self.copy_words(ctx, kind),
            Effect::CopyData(kind) => self.copy_data(ctx, kind),
            Effect::CopyTable => self.copy_table(ctx),
            Effect::CopyCitation => self.copy_citation(ctx),
            Effect::CopyText(text, what) => self.copy_text(ctx, text, what),
            Effect::OpenAddress(address) => ctx.open_url(egui::OpenUrl::new_tab(address)),
            Effect::Zoom(step) => self.zoom(ctx, step),
            Effect::Travel(_) | Effect::Step(_) => self.go(ctx, &effect),
            Effect::SaveView => self.ask_where_to_save_view(ctx),
            Effect::OpenView => self.desktop.ask_for_view(ctx, self.t(), self.replies.0.clone()),
            Effect::ShowNotices => {
                self.is_notices_open = true;
                self.notices.mark_read();
            }
            Effect::Notice(does) => self.do_about_notices(ctx, does),
            Effect::ToggleTheme => {
                let mut next = self.state.clone();
                next.theme = ThemeChoice::other_ground(self.theme(ctx));
                self.change_view(ctx, next);
            }
            Effect::PinHovered => match self.hovered.and_then(|ix| self.data.region(ix)) {
                Some(region) => self.act(ctx, Action::Compare(region.id.clone())),
                None => self.tell(NoticeKind::Info, self.t().notice_pin_nothing().to_owned()),
            },
            Effect::ToggleSide => self.turn_to(Front::Side),
            Effect::ToggleDrawer if reflow::is_small(ctx) => self.turn_to(Front::Source),
            Effect::ToggleDrawer => {
                let is_folded = !self.state.drawer.is_folded;
                let drawer = DrawerView { is_folded, ..self.state.drawer };
                self.act(ctx, Action::SetDrawer(drawer));
            }
            Effect::FocusSearch => self.search.wants_focus = true,
            Effect::ShowPalette => {
                let now = self.conditions(reflow::is_small(ctx));
                self.palette.open(ctx, now);
            }
            Effect::GoToPart(step) => self.focus.go_to_part(ctx, step),
            Effect::OpenMenus => self.menus.toggle(ctx),
            Effect::ShowKeys => self.dialog = Some(Dialog::Keys { filter: String::new() }),
            Effect::ShowHelp(page) => self.dialog = Some(Dialog::Help(page)),
            Effect::Read(about) => self.read_out(about),
            Effect::ShowAbout => self.dialog = Some(Dialog::About),
            Effect::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
        ctx.request_repaint();
    }

    /// Opens a page of words about what is on the screen.
    fn read_out(&mut self, about: Reading) {
        let t = self.t();
        let region = self.hovered.or(self.scene.selected);
        let page = match about {
            Reading::Screen => Some(pages::screen(&self.data, &self.state, &self.scene, t)),
            Reading::Neighbours => region
                .zip(self.state.indicator_ix(&self.data))
                .map(|(region, indicator)| pages::neighbours(&self.data, region, indicator, t)),
            Reading::Figure => match &self.scene.figure {
                Some(Ok(content)) => Some(pages::figure(&self.data, content, t)),
                _ => self
                    .content(self.state.current_figure())
                    .ok()
                    .map(|content| pages::figure(&self.data, &content, t)),
            },
        };
        match page {
            Some(page) => self.dialog = Some(Dialog::Page(page)),
            None => self.tell(NoticeKind::Info, t.neighbours_nothing().to_owned()),
        }
    }

    /// Shows `front` in a small window, or the tab again.
    fn turn_to(&mut self, front: Front) {
        self.front = if self.front == front { Front::Main } else { front };
        let t = self.t();
        let name = match self.front {
            Front::Main => main_area::tab_name(self.state.tab, t),
            Front::Side => t.tab_side(),
            Front::Source => t.tab_source(),
        };
        self.teller.tell(t.news_tab(name), false);
    }

    /// Goes back or forward, undoes or redoes.
    fn go(&mut self, ctx: &Context, effect: &Effect) {
        let there = match effect {
            Effect::Travel(-1) => self.history.back(&self.state),
            Effect::Travel(_) => self.history.forward(&self.state),
            Effect::Step(-1) => self.history.undo(&self.state),
            _ => self.history.redo(&self.state),
        };
        if let Some(view) = there {
            self.stop_periods(ctx);
            self.teller.note_way(match effect {
                Effect::Travel(-1) => Way::Back,
                Effect::Travel(_) => Way::Forward,
                Effect::Step(-1) => Way::Undone,
                _ => Way::Redone,
            });
            self.notices.fade();
            // The data may have been read again since, with less in them.
            self.become_state(ctx, keep_what_exists(&view, &self.data));
        }
    }

    fn do_about_notices(&mut self, ctx: &Context, does: NoticeAction) {
        match does {
            NoticeAction::Close => self.is_notices_open = false,
            NoticeAction::Dismiss(id) => self.notices.dismiss(id),
            NoticeAction::Clear => self.notices.clear(),
            NoticeAction::Copy(text) => ctx.copy_text(text),
            NoticeAction::ShowInFolder(path) => {
                self.desktop.show_in_folder(ctx, &path, self.replies.0.clone());
            }
        }
    }
}
