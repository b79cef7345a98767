//! The menu bar, made from the command table, by mouse and by keyboard: Alt or F10 opens it, arrow
//! keys move in and between menus, letters jump, Escape gives the keyboard back.

use egui::{
    Event, EventFilter, FocusDirection, Frame, Id, Key, Margin, Modifiers, Popup,
    PopupCloseBehavior, Rect, Response, Sense, Stroke, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use super::{Pushed, View, kept::RecentRow, keys, widgets};
use crate::{
    analysis::matching::{self, Key as Name, Query, Rank},
    figure::{FigureKind, style},
    state::{
        Action, Command, System,
        command::{Mark, Menu},
    },
};

/// Which menu is open, and which of its items has the keyboard.
#[derive(Clone, Debug, Default)]
pub struct MenuState {
    /// The open menu, by its position.
    open: Option<usize>,
    /// The item that has the keyboard; none while the mouse is used.
    marked: Option<usize>,
    /// What had the keyboard before.
    back_to: Option<Id>,
    /// Whether Alt is held and nothing else was pressed meanwhile.
    is_alt_alone: bool,
    /// Whether a pointer opened the menu, so that its press does not close it at once.
    is_fresh: bool,
}

/// The least width of a menu, in points.
const WIDTH_PT: f32 = 260.0;
/// Recent files that are listed.
const MOST_RECENT: usize = 5;
/// Height of an item, in points.
const ITEM_PT: f32 = 28.0;
/// Space for a mark before an item, in points.
const MARK_PT: f32 = 26.0;

/// One line of a menu.
struct Item {
    label: String,
    mark: Mark,
    command: Option<Command>,
    action: Action,
    why_not: Option<String>,
    begins_part: bool,
    /// What the lines from here on are.
    heading: Option<String>,
    /// What the pointer is told.
    hint: Option<String>,
}

impl MenuState {
    /// Opens the first menu from the keyboard, or closes the open one.
    pub fn toggle(&mut self, ctx: &egui::Context) {
        if self.open.is_some() {
            self.close(ctx);
        } else {
            self.back_to = ctx.memory(egui::Memory::focused);
            self.open = Some(0);
            self.marked = Some(0);
        }
    }

    /// Whether a menu is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    fn close(&mut self, ctx: &egui::Context) {
        self.open = None;
        self.marked = None;
        ctx.memory_mut(|memory| match self.back_to.take() {
            Some(before) => memory.request_focus(before),
            None => {
                if let Some(id) = memory.focused() {
                    memory.surrender_focus(id);
                }
            }
        });
        ctx.request_repaint();
    }

    /// Alt pressed and let go alone opens the menus, except on a Mac, where it types letters.
    fn watch_alt(&mut self, ctx: &egui::Context) {
        if keys::system(ctx) == System::Mac {
            return;
        }
        let (is_alt, is_other) = ctx.input(|input| {
            // The raw events: shortcuts have been taken out of the others.
            let is_other = input.raw.events.iter().any(|event| match event {
                Event::Key { key: Key::AltLeft | Key::AltRight, .. } => false,
                Event::Key { pressed, .. } => *pressed,
                Event::PointerButton { .. } | Event::Text(_) | Event::MouseWheel { .. } => true,
                _ => false,
            });
            (input.modifiers.alt && !input.modifiers.ctrl && !input.modifiers.shift, is_other)
        });
        if is_alt && !is_other {
            let was_up =
                !self.is_alt_alone && !ctx.data(|it| it.get_temp(alt_id()).unwrap_or(false));
            self.is_alt_alone |= was_up;
        } else {
            let has_ended = self.is_alt_alone && !is_other && !is_alt && ctx.input(|it| it.focused);
            self.is_alt_alone = false;
            if has_ended {
                self.toggle(ctx);
            }
        }
        // While Alt stays down after another key, it is not alone any more.
        ctx.data_mut(|it| it.insert_temp(alt_id(), is_alt));
    }
}

fn alt_id() -> Id {
    Id::unique("alt is down")
}

/// Draws the titles, and the open menu below its own.
pub fn show(ui: &mut Ui, view: &View<'_>, state: &mut MenuState, pushed: &mut Pushed) {
    state.watch_alt(ui.ctx());
    let open_items = state.open.and_then(|at| Menu::ALL.get(at)).map(|menu| items(view, *menu));
    if let Some(items) = &open_items {
        take_keys(ui, state, items);
    }
    ui.spacing_mut().item_spacing.x = 0.0;
    for (at, menu) in Menu::ALL.into_iter().enumerate() {
        let response = title(ui, view, menu.name(view.t), state.open == Some(at));
        if response.clicked() {
            if state.open == Some(at) {
                state.close(ui.ctx());
            } else {
                state.back_to = None;
                state.open = Some(at);
                let is_by_key =
                    ui.input(|it| it.key_pressed(Key::Enter) || it.key_pressed(Key::Space));
                state.marked = is_by_key.then_some(0);
                state.is_fresh = true;
            }
        } else if response.hovered() && state.open.is_some_and(|open| open != at) {
            state.open = Some(at);
            state.marked = None;
        }
        if state.open == Some(at) {
            list(ui, view, state, &response, &items(view, menu), pushed);
        }
    }
}

fn items(view: &View<'_>, menu: Menu) -> Vec<Item> {
    let mut out = Vec::new();
    if menu == Menu::Figure {
        let kinds = FigureKind::ALL.into_iter().filter(|it| it.is_for(view.data));
        out.extend(kinds.map(|kind| Item {
            label: kind.name(view.t).to_owned(),
            mark: Mark::Radio(view.state.current_figure() == kind),
            command: None,
            action: Action::SetFigure(kind),
            why_not: None,
            begins_part: false,
            heading: None,
            hint: None,
        }));
    }
    let count = out.len();
    let commands = Command::ALL
        .iter()
        .filter(|it| it.spec().menu == menu && it.is_in_menu() && it.is_for(view.data));
    for (at, command) in commands.enumerate() {
        out.push(command_item(view, *command, at == 0 && count > 0));
        if *command == Command::OpenBuiltIn {
            out.extend(recent_items(view));
        }
    }
    out
}

/// Recent data files; one that cannot be found says why.
fn recent_items(view: &View<'_>) -> Vec<Item> {
    let mut heading = Some(view.t.recent_menu().to_owned());
    let item = |row: &RecentRow| {
        let path = row.path.display().to_string();
        Item {
            label: if row.is_missing {
                view.t.recent_missing(row.name.as_str())
            } else {
                row.name.clone()
            },
            mark: Mark::None,
            command: None,
            action: Action::OpenPath(row.path.clone()),
            why_not: row.is_missing.then(|| view.t.recent_why(path.as_str())),
            begins_part: heading.is_some(),
            heading: heading.take(),
            hint: Some(path),
        }
    };
    view.kept.recent.iter().take(MOST_RECENT).map(item).collect()
}

fn command_item(view: &View<'_>, command: Command, begins_part: bool) -> Item {
    Item {
        label: command.name(view.t).to_owned(),
        mark: command.mark(view.state, view.palette.is_dark),
        command: Some(command),
        action: command.action(),
        why_not: view.why_not(command),
        begins_part: begins_part || command.begins_part(),
        heading: None,
        hint: None,
    }
}

fn take_keys(ui: &Ui, state: &mut MenuState, items: &[Item]) {
    let taken = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = items.len().saturating_sub(1);
    let menus = Menu::ALL.len();
    let open = state.open.unwrap_or(0);
    if taken(Key::ArrowDown) {
        state.marked = Some(state.marked.map_or(0, |at| if at >= last { 0 } else { at + 1 }));
    }
    if taken(Key::ArrowUp) {
        state.marked = Some(state.marked.and_then(|at| at.checked_sub(1)).unwrap_or(last));
    }
    if taken(Key::Home) {
        state.marked = Some(0);
    }
    if taken(Key::End) {
        state.marked = Some(last);
    }
    if taken(Key::ArrowRight) {
        state.open = Some((open + 1) % menus);
        state.marked = Some(0);
    }
    if taken(Key::ArrowLeft) {
        state.open = Some((open + menus - 1) % menus);
        state.marked = Some(0);
    }
    if let Some(letter) = typed_letter(ui) {
        state.marked = jump(items, state.marked, &letter).or(state.marked);
    }
    let is_tab = ui.input(|input| input.key_pressed(Key::Tab));
    if taken(Key::Escape) || taken(Key::F10) || is_tab {
        state.close(ui.ctx());
    }
    // egui would move the focus out of the menu by itself.
    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
}

fn typed_letter(ui: &Ui) -> Option<String> {
    ui.input_mut(|input| {
        let at = input.events.iter().position(|it| matches!(it, Event::Text(_)))?;
        match input.events.remove(at) {
            Event::Text(text) if !text.trim().is_empty() => Some(text),
            _ => None,
        }
    })
}

/// The next item after `marked` that begins with `letter`, in Chinese or by its pinyin.
fn jump(items: &[Item], marked: Option<usize>, letter: &str) -> Option<usize> {
    let query = Query::new(letter);
    let begins = |item: &Item| {
        matching::find(&query, &[&Name::name(&item.label)])
            .is_some_and(|hit| hit.score.0 <= Rank::Start)
    };
    let from = marked.map_or(0, |at| at + 1);
    let after = items.iter().enumerate().skip(from);
    let before = items.iter().enumerate().take(from);
    after.chain(before).find(|(_, item)| begins(item)).map(|(at, _)| at)
}

fn title(ui: &mut Ui, view: &View<'_>, name: &str, is_open: bool) -> Response {
    let palette = view.palette;
    let font = style::font(style::BODY_PT, false);
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, palette.text);
    let size = vec2(style::target_pt(ui, galley.size().x + 14.0), style::target_pt(ui, ITEM_PT));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItem, true, is_open, name));
    if is_open || response.hovered() {
        ui.painter().rect_filled(rect, style::RADIUS_PT, palette.hover_ground);
    }
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, palette.text);
    widgets::focus_ring(ui, &response, palette);
    response
}

fn list(
    ui: &Ui,
    view: &View<'_>,
    state: &mut MenuState,
    title: &Response,
    items: &[Item],
    pushed: &mut Pushed,
) {
    let popup = Popup::from_response(title)
        .open(true)
        .close_behavior(PopupCloseBehavior::IgnoreClicks)
        .frame(Frame::menu(ui.style()).inner_margin(Margin::same(6)));
    let shown = popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let widest = items.iter().map(|it| item_width(ui, it)).fold(WIDTH_PT, f32::max);
        ui.set_width(widest);
        let height = ui.ctx().content_rect().height() - 72.0;
        let area = egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.show(ui, |ui| {
            let mut chosen = None;
            for (at, item) in items.iter().enumerate() {
                if item.begins_part && at > 0 {
                    ui.add_space(3.0);
                    let y = ui.cursor().top();
                    let line = Stroke::new(style::HAIRLINE_PT, view.palette.hairline);
                    ui.painter().hline(ui.max_rect().x_range(), y, line);
                    ui.add_space(4.0);
                }
                if let Some(heading) = &item.heading {
                    ui.label(widgets::quiet(heading.as_str(), view.palette));
                }
                let response = line(ui, view, item, widest);
                if state.marked == Some(at) && !response.has_focus() {
                    response.request_focus();
                    response.scroll_to_me(None);
                    ui.ctx().request_repaint();
                }
                if response.hovered() && ui.input(|it| it.pointer.is_moving()) {
                    state.marked = Some(at);
                }
                if response.clicked() && item.why_not.is_none() {
                    chosen = Some(item.action.clone());
                }
            }
            chosen
        })
        .inner
    });
    let Some(shown) = shown else { return };
    if let Some(action) = shown.inner {
        pushed.actions.push(action);
        state.close(ui.ctx());
    } else if !std::mem::take(&mut state.is_fresh)
        && shown.response.clicked_elsewhere()
        && !title.contains_pointer()
    {
        state.close(ui.ctx());
    }
}

fn item_width(ui: &Ui, item: &Item) -> f32 {
    let width = |text: &str, size_pt: f32| {
        let font = style::font(size_pt, false);
        ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER).size().x
    };
    let shortcut = item.command.and_then(|it| keys::of(ui.ctx(), it)).unwrap_or_default();
    MARK_PT + width(&item.label, style::BODY_PT) + 32.0 + width(&shortcut, style::SMALL_PT) + 10.0
}

fn line(ui: &mut Ui, view: &View<'_>, item: &Item, width_pt: f32) -> Response {
    let palette = view.palette;
    let (rect, response) =
        ui.allocate_exact_size(vec2(width_pt, style::target_pt(ui, ITEM_PT)), Sense::click());
    let is_possible = item.why_not.is_none();
    let shortcut = shortcut(ui, view, item);
    response.widget_info(|| info(view, item, &shortcut));
    let filter =
        EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    if response.has_focus() || response.hovered() {
        let ground = if is_possible { palette.accent_ground } else { palette.hover_ground };
        ui.painter().rect_filled(rect, 4, ground);
    }
    let color = if is_possible { palette.text } else { palette.secondary };
    let middle = rect.center().y;
    draw_mark(ui, item.mark, pos2(rect.left() + MARK_PT / 2.0, middle), color);
    let font = style::font(style::BODY_PT, item.mark.is_on());
    let label = ui.painter().layout_no_wrap(item.label.clone(), font, color);
    ui.painter().galley(pos2(rect.left() + MARK_PT, middle - label.size().y / 2.0), label, color);
    let font = style::font(style::SMALL_PT, false);
    let keys = ui.painter().layout_no_wrap(shortcut, font, palette.secondary);
    let at = pos2(rect.right() - 8.0 - keys.size().x, middle - keys.size().y / 2.0);
    ui.painter().galley(at, keys, palette.secondary);
    widgets::focus_ring(ui, &response, palette);
    match item.why_not.as_ref().or(item.hint.as_ref()) {
        Some(text) => response.on_hover_text(text),
        None => response,
    }
}

/// The keys beside an item. The other language, and the other ground, stand by their names, with
/// the keys that switch to them.
fn shortcut(ui: &Ui, view: &View<'_>, item: &Item) -> String {
    let (is_dark, is_contrast) = (view.palette.is_dark, view.palette.is_contrast);
    let command = match item.command {
        Some(command @ (Command::LangZh | Command::LangEn)) => {
            (!command.mark(view.state, is_dark).is_on()).then_some(Command::ToggleLang)
        }
        Some(Command::ThemeLight) => (is_dark && !is_contrast).then_some(Command::ToggleTheme),
        Some(Command::ThemeDark) => (!is_dark && !is_contrast).then_some(Command::ToggleTheme),
        Some(Command::ThemeContrastLight) => {
            (is_dark && is_contrast).then_some(Command::ToggleTheme)
        }
        Some(Command::ThemeContrastDark) => {
            (!is_dark && is_contrast).then_some(Command::ToggleTheme)
        }
        command => command,
    };
    command.and_then(|it| keys::of(ui.ctx(), it)).unwrap_or_default()
}

fn info(view: &View<'_>, item: &Item, shortcut: &str) -> WidgetInfo {
    let name = match (&item.why_not, shortcut) {
        (Some(why), _) => view.t.menu_spoken_blocked(item.label.as_str(), why.as_str()),
        (None, "") => item.label.clone(),
        (None, keys) => view.t.menu_spoken(keys, item.label.as_str()),
    };
    let is_possible = item.why_not.is_none();
    match item.mark {
        Mark::None => WidgetInfo::labeled(Role::MenuItem, is_possible, name),
        Mark::Check(is_on) => {
            WidgetInfo::selected(Role::MenuItemCheckBox, is_possible, is_on, name)
        }
        Mark::Radio(is_on) => WidgetInfo::selected(Role::MenuItemRadio, is_possible, is_on, name),
    }
}

fn draw_mark(ui: &Ui, mark: Mark, center: egui::Pos2, color: egui::Color32) {
    match mark {
        Mark::Check(true) => {
            let stroke = Stroke::new(2.0, color);
            let corner = center + vec2(-1.0, 4.0);
            ui.painter().line_segment([center + vec2(-5.0, 0.0), corner], stroke);
            ui.painter().line_segment([corner, center + vec2(5.0, -4.0)], stroke);
        }
        Mark::Check(false) => {
            let frame = Rect::from_center_size(center, vec2(10.0, 10.0));
            let stroke = Stroke::new(style::HAIRLINE_PT, color);
            ui.painter().rect_stroke(frame, 2, stroke, egui::StrokeKind::Inside);
        }
        Mark::Radio(true) => {
            ui.painter().circle_filled(center, 4.0, color);
        }
        Mark::Radio(false) | Mark::None => {}
    }
}
