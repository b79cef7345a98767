//! Rows, citations and other texts on the clipboard.

use egui::Context;

use super::AtlasApp;
use crate::{
    state::{Copied, NoticeKind},
    ui::scene,
};

impl AtlasApp {
    pub(super) fn copy_table(&mut self, ctx: &Context) {
        let (text, rows) = scene::table::table_text(&self.data, &self.state, self.t());
        ctx.copy_text(text);
        self.tell(NoticeKind::Info, self.t().notice_copied_table(rows));
    }

    pub(super) fn copy_citation(&mut self, ctx: &Context) {
        let citation = &self.scene.drawer.citation;
        let told = if citation.is_empty() {
            self.t().notice_no_citation().to_owned()
        } else {
            ctx.copy_text(citation.clone());
            self.t().notice_copied_citation().to_owned()
        };
        self.tell(NoticeKind::Info, told);
    }

    pub(super) fn copy_text(&mut self, ctx: &Context, text: String, what: Copied) {
        ctx.copy_text(text);
        let told = match what {
            Copied::Cell => self.t().notice_copied_cell().to_owned(),
            Copied::Rows(count) => self.t().notice_copied_rows(count),
            Copied::Address => self.t().notice_copied_address().to_owned(),
        };
        self.tell(NoticeKind::Info, told);
    }
}
