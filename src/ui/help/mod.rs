//! Help pages: short Markdown files, read like a document. One Tab stop; arrow keys go from
//! paragraph to paragraph, and a screen reader reads each where the keyboard is.

mod draw;
mod markdown;

use std::sync::OnceLock;

use egui::{
    Id, Key, Modifiers, ScrollArea, Ui, UiBuilder,
    accesskit::{Action, Role},
    vec2,
};

use super::View;
use crate::{
    figure::roving::{self, Group, GroupSpec, Moves},
    model::Lang,
    state::HelpPage,
};
pub use markdown::{Block, Line};

/// Width of the page, in points: about 75 letters, or 45 Chinese characters, a line.
const WIDTH_PT: f32 = 640.0;
/// Space for a block's focus ring, in points.
const RING_PT: f32 = 4.0;

/// The page's Markdown.
pub(crate) const fn source(page: HelpPage, lang: Lang) -> &'static str {
    match (page, lang) {
        (HelpPage::Accessibility, Lang::En) => {
            include_str!("../../../assets/help/accessibility.en.md")
        }
        (HelpPage::Accessibility, Lang::Zh) => {
            include_str!("../../../assets/help/accessibility.zh.md")
        }
        (HelpPage::Format, Lang::En) => include_str!("../../../assets/help/format.en.md"),
        (HelpPage::Format, Lang::Zh) => include_str!("../../../assets/help/format.zh.md"),
        (HelpPage::Promises, Lang::En) => include_str!("../../../assets/help/promises.en.md"),
        (HelpPage::Promises, Lang::Zh) => include_str!("../../../assets/help/promises.zh.md"),
    }
}

/// The page's blocks, read once.
fn blocks(page: HelpPage, lang: Lang) -> &'static [Block] {
    static READ: OnceLock<Vec<(HelpPage, Lang, Vec<Block>)>> = OnceLock::new();
    let all = READ.get_or_init(|| {
        let both = |page| Lang::ALL.map(|lang| (page, lang, markdown::read(source(page, lang))));
        HelpPage::ALL.into_iter().flat_map(both).collect()
    });
    let is_wanted = |(its_page, its_lang, _): &&(HelpPage, Lang, Vec<Block>)| {
        (*its_page, *its_lang) == (page, lang)
    };
    all.iter().find(is_wanted).map_or(&[], |(.., blocks)| blocks)
}

/// Draws `page` in the window's language.
pub fn show(ui: &mut Ui, view: &View<'_>, page: HelpPage) {
    let name = page.command().name(view.t);
    read(ui, view, (page as u8, name), blocks(page, view.state.lang));
}

/// Draws `blocks`, a page of this name; `salt` tells it from other pages.
pub fn read(ui: &mut Ui, view: &View<'_>, (salt, name): (u8, &str), blocks: &[Block]) {
    let window = ui.ctx().content_rect();
    ui.set_width(WIDTH_PT.min(window.width() - 80.0));
    let most = (window.height() - 130.0).max(160.0);
    let area = ScrollArea::vertical().id_salt(("help", salt));
    area.max_height(most).auto_shrink([false, true]).show(ui, |ui| {
        turn_pages(ui, most);
        // The bar beside the text covers nothing of it.
        ui.set_max_width(ui.available_width() - 12.0);
        ui.add_space(2.0 * RING_PT);
        let spec = GroupSpec {
            salt: "help page",
            role: Role::Document,
            name,
            description: "",
            moves: Moves::Reading,
            start: 0,
            lang: view.state.lang,
        };
        let id = ui.scope_id().with(("marks", spec.salt));
        if ui.memory(|memory| memory.focused().is_none()) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        roving::scope(ui, &spec, view.palette, |ui, group| {
            for (at, block) in blocks.iter().enumerate() {
                // A heading belongs to what follows it.
                let is_apart = at > 0 && matches!(block, Block::Heading { .. });
                ui.add_space(if is_apart { 12.0 } else { 0.0 });
                draw::block(ui, view, group, ("help", salt, at), block);
            }
        });
    });
}

/// Page Up and Page Down scroll by what is in sight.
fn turn_pages(ui: &Ui, height_pt: f32) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let step = height_pt - 48.0;
    if pressed(Key::PageDown) {
        ui.scroll_with_delta(vec2(0.0, -step));
    }
    if pressed(Key::PageUp) {
        ui.scroll_with_delta(vec2(0.0, step));
    }
}

/// A part of the page under the name it is read by, in a role of its own.
fn part(
    ui: &mut Ui,
    group: &mut Group,
    id: Id,
    role: Role,
    spoken: &str,
    add: impl FnOnce(&mut Ui),
) {
    let drawn = ui.scope_builder(UiBuilder::new(), add);
    group.mark(ui, id, drawn.response.rect.expand(RING_PT), spoken);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(spoken);
        // It is read, not pressed.
        node.remove_action(Action::Click);
    });
}

#[cfg(test)]
mod tests {
    use super::{blocks, markdown::Block};
    use crate::{model::Lang, state::HelpPage};

    #[test]
    fn every_page_begins_with_its_title_and_has_the_same_headings_in_both_languages() {
        let levels = |page, lang| {
            let level = |block: &Block| match block {
                Block::Heading { level, .. } => Some(*level),
                _ => None,
            };
            blocks(page, lang).iter().filter_map(level).collect::<Vec<_>>()
        };
        for page in HelpPage::ALL {
            for lang in Lang::ALL {
                let first = blocks(page, lang).first();
                assert!(
                    matches!(first, Some(Block::Heading { level: 1, .. })),
                    "{page:?} {lang:?}"
                );
            }
            assert_eq!(levels(page, Lang::En), levels(page, Lang::Zh), "{page:?}");
        }
    }
}
