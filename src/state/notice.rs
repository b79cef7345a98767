//! What the program told, kept to be read again.

use std::path::PathBuf;

/// How many notices are kept.
const MOST: usize = 200;

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Something was done.
    Info,
    /// Something was done in part, or otherwise than asked.
    Warning,
    /// Something failed.
    Error,
}

impl NoticeKind {
    /// A sign that tells the kinds apart without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Info => "○",
            Self::Warning => "△",
            Self::Error => "×",
        }
    }
}

/// One thing told, in the language of the window at that time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// By which it is dismissed; unlike any other's.
    pub id: u64,
    /// How grave it is.
    pub kind: NoticeKind,
    /// What was told.
    pub text: String,
    /// When, by the clock on the wall, such as `14:05`.
    pub time: String,
    /// The file that it is about, if any.
    pub path: Option<PathBuf>,
    /// Whether a reader has looked through the list since.
    pub is_read: bool,
}

/// All notices, the newest first.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    list: Vec<Notice>,
    next_id: u64,
    /// The notice that the status bar shows.
    shown: Option<u64>,
}

impl Notices {
    /// Keeps a notice and shows it in the status bar.
    pub fn tell(&mut self, kind: NoticeKind, text: String, path: Option<PathBuf>, time: String) {
        self.next_id += 1;
        let id = self.next_id;
        self.list.insert(0, Notice { id, kind, text, time, path, is_read: false });
        self.list.truncate(MOST);
        // An error that nobody has read is not covered by something lighter.
        if self.shown().is_none_or(|it| it.kind != NoticeKind::Error || kind == it.kind) {
            self.shown = Some(id);
        }
    }

    /// The newest first.
    #[must_use]
    pub fn list(&self) -> &[Notice] {
        &self.list
    }

    /// What the status bar shows.
    #[must_use]
    pub fn shown(&self) -> Option<&Notice> {
        self.list.iter().find(|it| Some(it.id) == self.shown)
    }

    /// How many warnings and errors have not been read; what was simply done needs no reader.
    #[must_use]
    pub fn unread(&self) -> usize {
        self.list.iter().filter(|it| !it.is_read && it.kind != NoticeKind::Info).count()
    }

    /// Clears the status bar, since the reader went on; an error stays until it is read.
    pub fn fade(&mut self) {
        if self.shown().is_some_and(|it| it.kind == NoticeKind::Error && !it.is_read) {
            return;
        }
        self.shown = None;
    }

    /// Notes that the list was looked through.
    pub fn mark_read(&mut self) {
        for notice in &mut self.list {
            notice.is_read = true;
        }
        self.shown = None;
    }

    /// Lets go of one notice.
    pub fn dismiss(&mut self, id: u64) {
        self.list.retain(|it| it.id != id);
    }

    /// Lets go of all.
    pub fn clear(&mut self) {
        self.list.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{NoticeKind, Notices};

    fn told(kinds: &[NoticeKind]) -> Notices {
        let mut notices = Notices::default();
        for (kind, at) in kinds.iter().zip(1..) {
            notices.tell(*kind, format!("notice {at}"), None, "12:00".to_owned());
        }
        notices
    }

    #[test]
    fn an_error_stays_until_it_is_read() {
        let mut notices = told(&[NoticeKind::Error, NoticeKind::Info]);
        notices.fade();
        assert_eq!(notices.shown().unwrap().text, "notice 1");
        notices.mark_read();
        assert_eq!((notices.shown(), notices.unread()), (None, 0));
        assert_eq!(notices.list()[0].text, "notice 2", "the newest stands first");
    }

    #[test]
    fn what_was_done_fades_but_can_be_read_again() {
        let mut notices = told(&[NoticeKind::Info]);
        notices.fade();
        assert_eq!(notices.shown(), None);
        assert_eq!((notices.list().len(), notices.unread()), (1, 0));
    }

    #[test]
    fn notices_are_let_go_of_one_by_one_and_the_oldest_in_the_end() {
        let mut notices = told(&[NoticeKind::Info; 250]);
        assert_eq!(notices.list().len(), super::MOST);
        let id = notices.list()[3].id;
        notices.dismiss(id);
        assert!(notices.list().iter().all(|it| it.id != id));
    }
}
