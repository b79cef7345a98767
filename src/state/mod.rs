//! What the window shows, and the only ways to change it.
//!
//! Panels read [`ViewState`] and push [`Action`]s; [`apply`] turns one into the next state and a
//! list of [`Effect`]s, which `app` carries out.

pub mod action;
pub mod axes;
pub mod command;
pub mod effect;
pub mod fields;
pub mod help;
pub mod history;
pub mod notice;
pub mod panels;
pub mod scope;
pub mod settings;
pub mod trail;
pub mod view;
pub mod view_file;

pub use crate::figure::MapKind;
pub use action::{Action, Copied, apply, figure_beside};
pub use axes::Offer;
pub use command::{Command, CommandSpec, Conditions, Shortcut, ShortcutKey, System};
pub use effect::Effect;
pub use help::{HelpPage, Reading};
pub use history::{History, Place};
pub use notice::{Notice, NoticeKind, Notices};
pub use panels::{DrawerView, HomeView, StatusFilter, TableColumn, TableSort, TableView};
pub use scope::{Scope, period_beside};
pub use settings::Settings;
pub use trail::{Destination, Trail, TrailEnd};
pub use view::{FileEdits, MotionChoice, OpenFigure, Tab, ThemeChoice, ViewState};
pub use view_file::ViewFile;
