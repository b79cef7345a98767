//! What is told to those who listen: every change once, in one place, as soon as the keyboard has
//! come to rest.
//!
//! On Windows and macOS that place is a live region. On Linux it is the description of what has the
//! keyboard: every Orca reads a new one, but only those since version 45 hear live regions, and a
//! live region beside it would be heard twice there.

mod words;

use std::time::Duration;

use egui::{
    Context, Id,
    accesskit::{Live, Node, Role, Toggled},
};

use super::notices;
use crate::{
    figure::roving,
    i18n::Texts,
    model::Dataset,
    state::{Notice, NoticeKind, ViewState},
};
pub use words::sentence;

/// Whether news is read from where the keyboard is, and not from a live region.
const IS_READ_AT_FOCUS: bool = cfg!(target_os = "linux");
/// How long typing must rest before what it found is told, in seconds.
const TYPING_SECS: f64 = 0.3;

/// How a view came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Way {
    /// Something was chosen.
    #[default]
    Done,
    /// A change was undone.
    Undone,
    /// A change was made again.
    Redone,
    /// The place before was gone back to.
    Back,
    /// The place after was gone to again.
    Forward,
}

/// What the news is made from, at the end of a frame.
#[derive(Clone, Copy)]
pub struct Now<'a> {
    /// The open data.
    pub data: &'a Dataset,
    /// What is shown.
    pub view: &'a ViewState,
    /// The table's rows that are shown, and all there are.
    pub rows: (usize, usize),
    /// All notices, the newest first.
    pub notices: &'a [Notice],
    /// What is wrong in the open dialog; empty where nothing is.
    pub problem: &'a str,
    /// The cities that the list's filter leaves, and all there are, where the list is in sight.
    pub found: Option<(usize, usize)>,
    /// Whether something lies over the window.
    pub is_covered: bool,
    /// Words.
    pub t: &'a Texts,
}

/// What news is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum About {
    /// Something was done, or went wrong: it is told whatever else happens.
    Deed,
    /// What a filter leaves: only the last count matters.
    Filter,
    /// The view alone, of which a control may speak for itself.
    View,
}

/// Something to be heard.
#[derive(Clone, Debug, PartialEq)]
struct News {
    text: String,
    is_urgent: bool,
    about: About,
    /// When it may be told, in seconds.
    due_secs: f64,
}

/// Where news is read on Linux.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// At this node, or at the window where nothing has the keyboard.
    At(Option<Id>),
    /// Nowhere any more: the keyboard has moved on, and would meet old news when it comes back.
    Left,
}

/// What a control says of itself.
#[derive(Clone, Debug, Default, PartialEq)]
struct Look {
    role: Role,
    label: String,
    toggled: Option<Toggled>,
    is_selected: Option<bool>,
}

/// Tells news, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Teller {
    /// What is being told, and where the keyboard was then.
    told: Option<(News, Place)>,
    next: Option<News>,
    /// What the control that has the keyboard said when the next news came about.
    look: Option<(Option<Id>, Look)>,
    /// The view that was last told of.
    told_view: Option<ViewState>,
    latest_view: Option<ViewState>,
    way: Way,
    last_notice: u64,
    problem: String,
    found: Option<(usize, usize)>,
    was_covered: bool,
}

impl Teller {
    /// Tells `text` besides what the view and the notices tell by themselves.
    pub fn tell(&mut self, text: String, is_urgent: bool) {
        self.add(News { text, is_urgent, about: About::Deed, due_secs: 0.0 });
    }

    /// Notes how the view of this frame came about.
    pub fn note_way(&mut self, way: Way) {
        self.way = way;
    }

    fn add(&mut self, news: News) {
        self.next = Some(match self.next.take() {
            // Nothing that was done is lost.
            Some(old) if old.about == About::Deed && news.about == About::Deed => News {
                text: format!("{} {}", old.text, news.text),
                is_urgent: old.is_urgent || news.is_urgent,
                ..news
            },
            Some(old) if old.about == About::Deed => old,
            _ => news,
        });
    }

    /// Gathers what is new and tells it; called last in a frame.
    pub fn end(&mut self, ctx: &Context, now: &Now<'_>) {
        let focus = ctx.memory(egui::Memory::focused);
        let id = focus.map(|id| roving::current_of(ctx, id).unwrap_or(id));
        // What is gone keeps the keyboard for one more frame.
        let id = id.filter(|id| ctx.has_accesskit_node(*id));
        let had_news = self.next.is_some();
        self.gather(ctx, now);
        if self.next.is_some() && !had_news {
            self.look = Some((id, look(ctx, id)));
            // Told anew even if it is the same: what stood there goes first.
            self.told = self.told.take().map(|(old, at)| (News { text: String::new(), ..old }, at));
            ctx.request_repaint();
        } else if self.next.is_some() {
            self.hand_out(ctx, id, now.is_covered);
        }
        self.was_covered = now.is_covered;
        if let Some((_, place)) = &mut self.told
            && *place != Place::At(id)
        {
            *place = Place::Left;
        }
        self.expose(ctx, id);
    }

    fn gather(&mut self, ctx: &Context, now: &Now<'_>) {
        let t = now.t;
        let fresh = now.notices.iter().take_while(|it| it.id > self.last_notice);
        let fresh: Vec<News> = fresh.map(|it| of_notice(it, t)).collect();
        self.last_notice = now.notices.first().map_or(self.last_notice, |it| it.id);
        fresh.into_iter().rev().for_each(|it| self.add(it));
        if self.problem != now.problem {
            now.problem.clone_into(&mut self.problem);
            if !now.problem.is_empty() {
                self.tell(now.problem.to_owned(), true);
            }
        }
        let secs = ctx.input(|input| input.time);
        self.gather_found(now, secs);
        self.gather_view(now, secs);
    }

    fn gather_found(&mut self, now: &Now<'_>, secs: f64) {
        let before = std::mem::replace(&mut self.found, now.found);
        let (Some(before), Some((found, total))) = (before, now.found) else { return };
        // Other data are no other filter.
        if before.0 != found && before.1 == total {
            let due_secs = secs + TYPING_SECS;
            let text = now.t.news_found(found, total);
            self.add(News { text, is_urgent: false, about: About::Filter, due_secs });
        }
    }

    fn gather_view(&mut self, now: &Now<'_>, secs: f64) {
        if self.latest_view.as_ref() == Some(now.view) {
            return;
        }
        let typed = |it: &ViewState| it.table.filter.clone();
        let is_typed = self.latest_view.as_ref().is_some_and(|it| typed(it) != typed(now.view));
        self.latest_view = Some(now.view.clone());
        let Some(before) = &self.told_view else {
            // The first view is not news.
            self.told_view = Some(now.view.clone());
            return;
        };
        if let Some(text) = sentence(before, now.view, now.data, self.way, now.rows, now.t) {
            let due_secs = if is_typed { secs + TYPING_SECS } else { secs };
            self.add(News { text, is_urgent: false, about: About::View, due_secs });
        } else {
            self.way = Way::Done;
            self.next = self.next.take().filter(|it| it.about != About::View);
        }
    }

    /// Tells what waits where the keyboard is, or has just come to.
    fn hand_out(&mut self, ctx: &Context, id: Option<Id>, is_covered: bool) {
        let rest_secs = self.next.as_ref().map_or(0.0, |it| it.due_secs);
        let rest_secs = rest_secs - ctx.input(|input| input.time);
        if rest_secs > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(rest_secs));
            return;
        }
        // What was closed gives the keyboard back first.
        if self.was_covered != is_covered {
            ctx.request_repaint();
            return;
        }
        let look_before = self.look.take();
        self.told_view.clone_from(&self.latest_view);
        self.way = Way::Done;
        let Some(news) = self.next.take() else { return };
        let look = look(ctx, id);
        let is_known = look_before.is_some_and(|(old_id, before)| {
            speaks_for_itself(&news, (old_id, &before), (id, &look))
        });
        if !is_known {
            self.told = Some((news, Place::At(id)));
        }
    }

    /// Puts what is told where screen readers look for it.
    fn expose(&mut self, ctx: &Context, focus: Option<Id>) {
        let told = self.told.as_ref();
        let text = told.map_or("", |(news, _)| news.text.as_str());
        let is_urgent = told.is_some_and(|(news, _)| news.is_urgent);
        ctx.accesskit_node_builder(Id::unique("news"), |node| {
            node.set_role(Role::Status);
            node.set_live(match (IS_READ_AT_FOCUS, is_urgent) {
                (true, _) => Live::Off,
                (false, false) => Live::Polite,
                (false, true) => Live::Assertive,
            });
            if !text.is_empty() {
                node.set_label(text);
            }
        });
        let id = focus.unwrap_or(egui::accesskit_root_id());
        if IS_READ_AT_FOCUS
            && told.is_some_and(|(_, place)| *place == Place::At(focus))
            && ctx.has_accesskit_node(id)
        {
            ctx.accesskit_node_builder(id, |node| {
                if text.is_empty() {
                    node.clear_description();
                } else {
                    node.set_description(text);
                }
            });
        }
    }
}

fn of_notice(notice: &Notice, t: &Texts) -> News {
    let text = match notice.kind {
        NoticeKind::Info => notice.text.clone(),
        kind => format!("{}{}{}", notices::kind_name(kind, t), t.notice_mark(), notice.text),
    };
    let is_urgent = notice.kind == NoticeKind::Error;
    News { text, is_urgent, about: About::Deed, due_secs: 0.0 }
}

/// What the node `id` says of itself in this frame.
fn look(ctx: &Context, id: Option<Id>) -> Look {
    let Some(id) = id.filter(|id| ctx.has_accesskit_node(*id)) else { return Look::default() };
    let read = |node: &mut Node| Look {
        role: node.role(),
        label: node.label().unwrap_or_default().to_owned(),
        toggled: node.toggled(),
        is_selected: node.is_selected(),
    };
    ctx.accesskit_node_builder(id, read).unwrap_or_default()
}

/// Whether a screen reader says `news` anyway, since it reads how the control with the keyboard has
/// changed, or the one that the keyboard has come to.
fn speaks_for_itself(
    news: &News,
    (old_id, old): (Option<Id>, &Look),
    (new_id, new): (Option<Id>, &Look),
) -> bool {
    if news.about != About::View || new_id.is_none() {
        return false;
    }
    let is_same = old_id == new_id;
    let is_renamed = old.label != new.label;
    if (!is_same || is_renamed) && new.label.contains(&news.text) {
        return true;
    }
    let is_read = matches!(new.role, Role::ColumnHeader | Role::Button | Role::ComboBox);
    let has_switched = old.toggled != new.toggled || old.is_selected != new.is_selected;
    // Orca is silent on radio buttons and tabs that are pressed where they stand.
    is_same && ((is_renamed && is_read) || (has_switched && !IS_READ_AT_FOCUS))
}

#[cfg(test)]
mod tests;
