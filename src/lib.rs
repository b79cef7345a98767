//! City Atlas: a desktop explorer of regional statistics that is honest about missing figures.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod export;
pub mod figure;
pub mod files;
pub mod hash;
pub mod i18n;
pub mod import;
pub mod load;
pub mod model;
pub mod sound;
pub mod state;
pub mod ui;
