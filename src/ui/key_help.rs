//! All keys, made from the command table: by menu, in two columns, to be filtered.

use egui::{Id, Key, Modifiers, ScrollArea, TextEdit, Ui, vec2};

use super::{View, keys, reflow, widgets};
use crate::{
    analysis::matching::{self, Key as Name, Query},
    figure::style,
    i18n::texts,
    state::{Command, command::Menu},
};

/// Width of the dialog, in points.
const WIDTH_PT: f32 = 700.0;
/// Width of the keys, in points.
const KEYS_PT: f32 = 100.0;
/// Lines that are as high as those on moving about.
const POINTING: usize = 11;
/// Height of a line, in points.
const LINE_PT: f32 = 24.0;

/// A group of commands with their keys.
struct Group<'a> {
    name: &'a str,
    lines: Vec<(String, &'a str)>,
}

/// Draws the keys that match `filter`, and the field that filters them.
pub fn show(ui: &mut Ui, view: &View<'_>, filter: &mut String) {
    let t = view.t;
    let window = ui.ctx().content_rect();
    ui.set_width(WIDTH_PT.min(window.width() - 80.0));
    ui.horizontal(|ui| {
        widgets::heading(ui, t.command_keys(), style::HEADING_PT, 2);
        ui.add_space(12.0);
        field(ui, view, filter);
    });
    ui.add_space(8.0);
    let groups = groups(ui, view, filter);
    let most = reflow::height_pt(ui, 170.0);
    ScrollArea::vertical().max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        if groups.is_empty() {
            ui.label(widgets::quiet(t.keys_none(), view.palette));
        }
        columns(ui, view, &groups, filter.trim().is_empty());
    });
}

fn field(ui: &mut Ui, view: &View<'_>, filter: &mut String) {
    let id = Id::unique("key help filter");
    // The first Escape clears, the next one closes the dialog.
    if !filter.is_empty()
        && ui.memory(|memory| memory.has_focus(id))
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        filter.clear();
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    let hint = view.t.keys_filter();
    let filter = TextEdit::singleline(filter)
        .id(id)
        .hint_text(hint)
        .event_filter(egui::EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
            tab: false,
        })
        .desired_width(f32::INFINITY);
    let field = ui.add(filter);
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    ui.ctx().accesskit_node_builder(id, |node| node.set_label(hint));
}

/// The commands with keys, by menu; a filter looks at names in both languages and at the keys.
fn groups<'a>(ui: &Ui, view: &View<'a>, filter: &str) -> Vec<Group<'a>> {
    let query = Query::new(filter);
    let wanted = filter.trim().to_lowercase();
    let other = texts(view.state.lang.other());
    let fits = |command: Command, keys: &str| {
        query.is_empty()
            || keys.to_lowercase().contains(&wanted)
            || matching::find(
                &query,
                &[&Name::name(command.name(view.t)), &Name::name(command.name(other))],
            )
            .is_some()
    };
    let line = |command: &Command| {
        let keys = keys::of(ui.ctx(), *command)?;
        fits(*command, &keys).then(|| (keys, command.name(view.t)))
    };
    Menu::ALL
        .into_iter()
        .map(|menu| Group {
            name: menu.name(view.t),
            lines: Command::ALL
                .iter()
                .filter(|it| it.spec().menu == menu && it.is_for(view.data))
                .filter_map(line)
                .collect(),
        })
        .filter(|group| !group.lines.is_empty())
        .collect()
}

/// Groups in two columns of about the same length, in their order.
/// What is no command follows in the second, the shorter one.
fn columns(ui: &mut Ui, view: &View<'_>, groups: &[Group<'_>], is_whole: bool) {
    let length = |group: &Group<'_>| group.lines.len() + 2;
    let all: usize = groups.iter().map(length).sum();
    // The cut between two groups that leaves the longer column shortest.
    let cut = (0..=groups.len()).min_by_key(|cut| {
        let left: usize = groups.iter().take(*cut).map(length).sum();
        left.max(all - left + POINTING)
    });
    let t = view.t;
    let (left, right) = groups.split_at_checked(cut.unwrap_or(0)).unwrap_or((groups, &[]));
    ui.columns(2, |columns| {
        for (ui, groups) in columns.iter_mut().zip([left, right]) {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = LINE_PT;
            for group in groups {
                ui.label(widgets::quiet(group.name, view.palette));
                for (keys, name) in &group.lines {
                    line(ui, view, keys, name);
                }
                ui.add_space(8.0);
            }
        }
        if let Some(ui) = columns.last_mut().filter(|_| is_whole) {
            ui.label(widgets::quiet(t.keys_group_pointing(), view.palette));
            let click = t.keys_click(widgets::command_key(ui.ctx()));
            for line in
                [t.keys_tab(), t.keys_arrows(), &click, t.keys_map(), t.keys_alt(), t.keys_sound()]
            {
                widgets::text(ui, line, style::BODY_PT, false, view.palette.text);
                ui.add_space(2.0);
            }
        }
    });
}

fn line(ui: &mut Ui, view: &View<'_>, keys: &str, name: &str) {
    ui.horizontal(|ui| {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(KEYS_PT, LINE_PT), layout, |ui| {
            ui.set_width(KEYS_PT);
            ui.label(widgets::bold(keys, 13.0).color(view.palette.secondary));
        });
        ui.add(egui::Label::new(name).wrap());
    });
}
