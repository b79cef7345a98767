//! Where the keyboard stands in the table.

use std::ops::RangeInclusive;

use egui::{Key, Modifiers, Rect, Ui};

/// The current cell and the rows selected with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableCursor {
    /// The current row.
    pub(super) row: usize,
    /// The current column.
    pub(super) column: usize,
    /// The row at the other end of the selection.
    pub(super) anchor: usize,
    /// Whether the current row must come into sight.
    pub(super) wants_sight: bool,
    /// Where the current row was last drawn.
    pub(super) row_rect: Option<Rect>,
}

/// What was asked for with the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// Show the source of the current row.
    Open,
    /// Copy the selected rows.
    Copy,
    /// Show the menu.
    Menu,
}

impl TableCursor {
    /// Stays within `rows` and `columns`.
    pub(super) fn keep_within(&mut self, rows: usize, columns: usize) {
        self.row = self.row.min(rows.saturating_sub(1));
        self.anchor = self.anchor.min(rows.saturating_sub(1));
        self.column = self.column.min(columns.saturating_sub(1));
    }

    /// The selected rows.
    pub(super) fn selected(&self) -> RangeInclusive<usize> {
        self.row.min(self.anchor)..=self.row.max(self.anchor)
    }

    /// Goes to `row`; with `extends` the selection reaches there.
    pub(super) fn go_to(&mut self, row: usize, extends: bool) {
        self.row = row;
        if !extends {
            self.anchor = row;
        }
    }

    /// Moves as the keys say; `page` rows are in sight.
    pub(super) fn take_keys(&mut self, ui: &Ui, rows: usize, page: usize) -> Option<Asked> {
        let last = rows.saturating_sub(1);
        let asked = ui.input_mut(|input| {
            let is_copy = input.events.iter().any(|it| matches!(it, egui::Event::Copy));
            if is_copy || input.consume_key(Modifiers::COMMAND, Key::C) {
                return Some(Asked::Copy);
            }
            if input.consume_key(Modifiers::SHIFT, Key::F10) {
                return Some(Asked::Menu);
            }
            input.consume_key(Modifiers::NONE, Key::Enter).then_some(Asked::Open)
        });
        let targets = [
            (Key::ArrowUp, self.row.saturating_sub(1)),
            (Key::ArrowDown, self.row + 1),
            (Key::PageUp, self.row.saturating_sub(page)),
            (Key::PageDown, self.row + page),
            (Key::Home, 0),
            (Key::End, last),
        ];
        for (key, row) in targets {
            let (moves, extends) = ui.input_mut(|input| {
                let extends = input.consume_key(Modifiers::SHIFT, key);
                (extends || input.consume_key(Modifiers::NONE, key), extends)
            });
            if moves {
                self.go_to(row.min(last), extends);
                self.wants_sight = true;
            }
        }
        self.take_sideways(ui);
        asked
    }

    fn take_sideways(&mut self, ui: &Ui) {
        ui.input_mut(|input| {
            if input.consume_key(Modifiers::NONE, Key::ArrowLeft) {
                self.column = self.column.saturating_sub(1);
            }
            if input.consume_key(Modifiers::NONE, Key::ArrowRight) {
                self.column += 1;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::TableCursor;

    #[test]
    fn a_selection_reaches_from_the_anchor_to_the_current_row_either_way() {
        let mut cursor = TableCursor::default();
        cursor.go_to(5, false);
        cursor.go_to(2, true);
        assert_eq!(cursor.selected(), 2..=5);
        cursor.go_to(7, true);
        assert_eq!(cursor.selected(), 5..=7);
        cursor.keep_within(4, 1);
        assert_eq!(cursor.selected(), 3..=3);
    }
}
