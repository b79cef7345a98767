//! The home page: what the data set is, headline figures, comparisons worth making, and who
//! reports what.

mod cards;
mod heads;
mod indicators;
mod suggestions;
mod themes;

use egui::{Response, Ui, accesskit::Role};

use super::{Pushed, View};
use crate::{
    figure::{
        canvas::{Canvas, Ink},
        roving::{self, GroupSpec, Moves},
        style,
    },
    model::RegionIx,
    state::Action,
};

/// Space above a heading, in points.
const SECTION_PT: f32 = 12.0;

/// Draws the page.
pub fn show(ui: &mut Ui, view: &View<'_>, pushed: &mut Pushed) {
    let home = &view.scene.home;
    let palette = view.palette;
    ui.spacing_mut().item_spacing.y = 0.0;
    plain(ui, view, "lead", |canvas| {
        canvas.heading(&home.title, Ink::bold(style::TITLE_PT, palette.text), 2);
        canvas.gap(2.0);
        canvas.paragraph(&home.lead, Ink::plain(style::BODY_PT, palette.secondary));
    });
    section(ui, view, &home.cards_heading, |canvas| cards::draw(canvas, view, pushed));
    section(ui, view, view.t.home_suggestions_heading(), |canvas| {
        suggestions::draw(canvas, view, pushed);
    });
    if home.themes.is_empty() && home.groups.is_empty() && view.state.home.least_cities < 2 {
        plain(ui, view, "empty", |canvas| {
            canvas.gap(SECTION_PT);
            let ink = Ink::plain(style::BODY_PT, palette.secondary);
            canvas.paragraph(view.t.why_no_coverage(), ink);
        });
        return;
    }
    section(ui, view, view.t.home_themes_heading(), |canvas| themes::draw(canvas, view, pushed));
    indicators::show(ui, view, pushed);
}

/// A part of the page that is only read.
fn plain(ui: &mut Ui, view: &View<'_>, id: &str, draw: impl FnOnce(&mut Canvas<'_>)) {
    ui.push_id(id, |ui| {
        let mut canvas = Canvas::new(ui, view.palette, 0.0);
        draw(&mut canvas);
        canvas.finish();
    });
}

/// A part of the page: one Tab stop, with arrow keys inside.
fn section(ui: &mut Ui, view: &View<'_>, name: &str, draw: impl FnOnce(&mut Canvas<'_>)) {
    let group = GroupSpec {
        salt: name,
        role: Role::Group,
        name,
        description: "",
        moves: Moves::Reading,
        start: 0,
        lang: view.state.lang,
    };
    roving::scope(ui, &group, view.palette, |ui, group| {
        let mut canvas = Canvas::new(ui, view.palette, 0.0).grouped(group);
        draw(&mut canvas);
        canvas.finish();
    });
}

/// A heading with what explains it beside it.
fn heading(canvas: &mut Canvas<'_>, text: &str, explained: &str) {
    let palette = canvas.palette;
    canvas.gap(SECTION_PT);
    let title = canvas.line(text, Ink::bold(style::HEADING_PT, palette.text));
    let (width, height) = (title.size().x, title.size().y);
    let rect = canvas.put(egui::pos2(canvas.left, canvas.y), title);
    canvas.say_heading(rect, text, 3);
    let beside = Ink::plain(style::SMALL_PT, palette.secondary);
    if !explained.is_empty() {
        let note = canvas.line(explained, beside);
        if width + note.size().x + 16.0 <= canvas.width {
            let left = canvas.right() - note.size().x;
            let rect = canvas.put_middle(left, rect.center().y + 1.0, note);
            canvas.say(rect, explained);
        } else {
            canvas.y += height;
            canvas.paragraph(explained, beside);
            canvas.y -= height;
        }
    }
    canvas.gap(height + 4.0);
    canvas.hairline();
}

/// Does what a mark stands for and lights its city up. With Ctrl the city becomes the second one.
fn answer(
    response: &Response,
    region: Option<RegionIx>,
    action: &Action,
    view: &View<'_>,
    pushed: &mut Pushed,
) {
    if response.hovered() {
        pushed.hovered = region.or(pushed.hovered);
    }
    if roving::is_current(response) {
        pushed.current = region.or(pushed.current);
    }
    if response.clicked() {
        let is_second = response.ctx.input(|input| input.modifiers.command);
        let second = region.filter(|_| is_second).and_then(|ix| view.data.region(ix));
        pushed.actions.push(
            second.map_or_else(|| action.clone(), |region| Action::Compare(region.id.clone())),
        );
    }
}
