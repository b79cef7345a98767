//! A view as a small RON file that others can open on the same data.

use super::{
    ViewState,
    fields::{Fields, value_of},
};
use crate::model::Dataset;

/// What names of view files end with.
pub const ENDING: &str = ".atlas-view.ron";
/// The version of the file that this program writes.
const VERSION: u32 = 1;
/// Fields of a view that are its reader's own affair.
pub(super) const PERSONAL: [&str; 6] =
    ["lang", "theme", "motion", "is_large", "sound", "file_edits"];

/// The name to suggest for a view of the data set `data_id` that looks at `region`, both by id.
///
/// Windows keeps some names for devices, whatever ending they have; none of them is suggested.
#[must_use]
pub fn suggested_name(data_id: &str, region: Option<&str>) -> String {
    let stem = [Some(data_id), region].into_iter().flatten().collect::<Vec<_>>().join("_");
    let device = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_device = match device {
        "con" | "prn" | "aux" | "nul" => device == stem,
        "com" | "lpt" => stem.len() == device.len() + 1,
        _ => false,
    };
    format!("{stem}{}{ENDING}", if is_device { "_" } else { "" })
}

/// A view file as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewFile {
    /// The version that wrote it.
    pub version: u32,
    /// The id of the data set that it was made on; empty if it does not say.
    pub data_id: String,
    /// That data set's title.
    pub data_title: String,
    /// The SHA-256 of that data file, in hexadecimal digits; empty if it does not say.
    pub data_sha256: String,
    view: Fields,
}

/// What a view file makes of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The view.
    pub view: ViewState,
    /// Ids that the open data lacks, in the order of the view's fields.
    pub unknown_ids: Vec<String>,
    /// Fields that this version does not understand.
    pub unreadable: Vec<String>,
}

impl ViewFile {
    /// The file of `view` on `data`. Language and colours are left to whoever opens it.
    #[must_use]
    pub fn new(data: &Dataset, view: &ViewState) -> Self {
        Self {
            version: VERSION,
            data_id: data.id().to_owned(),
            data_title: data.title().get(view.lang).to_owned(),
            data_sha256: data.sha256().to_owned(),
            view: Fields::of(view).without(|name| PERSONAL.contains(&name)),
        }
    }

    /// Reads the text of a view file.
    ///
    /// # Errors
    /// What is wrong with a text that is no view file.
    pub fn parse(text: &str) -> Result<Self, String> {
        let fields = Fields::parse(text)?;
        let view = fields.raw("view").ok_or_else(|| "view: ?".to_owned())?;
        let view = value_of::<Fields>(view).ok_or_else(|| format!("view: {view:.40}"))?;
        let data = fields.get::<Fields>("data").unwrap_or_default();
        let text = |name: &str| data.get::<String>(name).unwrap_or_default();
        Ok(Self {
            version: fields.get("version").ok_or_else(|| "version: ?".to_owned())?,
            data_id: text("id"),
            data_title: text("title"),
            data_sha256: text("sha256"),
            view: view.without(|name| PERSONAL.contains(&name)),
        })
    }

    /// The text of the file.
    #[must_use]
    pub fn text(&self) -> String {
        let (mut data, mut file) = (Fields::default(), Fields::default());
        data.set("id", &self.data_id);
        data.set("title", &self.data_title);
        data.set("sha256", &self.data_sha256);
        file.set("version", &self.version);
        file.set_fields("data", &data);
        file.set_fields("view", &self.view);
        format!(
            "// A view of City Atlas: open it from the File menu, or drop it on the window.\n{file}\n"
        )
    }

    /// The view on `data`, with everything that `data` has; what it lacks stays as in `now`, as do
    /// language and colours.
    #[must_use]
    pub fn view_on(&self, data: &Dataset, now: &ViewState) -> Opened {
        let read = self.view.lenient::<ViewState>();
        let mut view = read.value.in_manner_of(now);
        let read_indicator = view.indicator.clone();
        let mut unknown_ids = Vec::new();
        let has_region = |id: &String| data.region_by_id(id).is_some();
        let has_indicator = |id: &String| data.indicator_by_id(id).is_some();
        let mut check = |id: &mut Option<String>, exists: &dyn Fn(&String) -> bool, instead| {
            if let Some(lost) = id.take_if(|it| !exists(it)) {
                unknown_ids.push(lost);
                *id = instead;
            }
        };
        check(&mut view.selected, &has_region, now.selected.clone());
        check(&mut view.compared, &has_region, None);
        check(&mut view.indicator, &has_indicator, now.indicator.clone());
        check(&mut view.indicator_y, &has_indicator, None);
        check(&mut view.period, &|id| data.period_by_id(id).is_some(), now.period.clone());
        check(&mut view.root, &has_region, None);
        if view.indicator != read_indicator {
            view.classing = view.classing.without_limits();
        }
        if let Some(open) =
            view.open.take_if(|it| !has_region(&it.region) || !has_indicator(&it.indicator))
        {
            let (region, indicator) = (Some(open.region), Some(open.indicator));
            unknown_ids.extend(region.filter(|it| !has_region(it)));
            unknown_ids.extend(indicator.filter(|it| !has_indicator(it)));
        }
        // A comparison with itself could come of a choice that fell back.
        view.compared = view.compared.filter(|it| Some(it) != view.selected.as_ref());
        unknown_ids.dedup();
        let unreadable = [read.unreadable, read.unknown].concat();
        Opened { view, unknown_ids, unreadable }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{ViewFile, suggested_name};
    use crate::{
        analysis::fixture,
        model::Lang,
        state::{MotionChoice, Tab, ThemeChoice, ViewState},
    };

    fn view() -> ViewState {
        ViewState {
            tab: Tab::Compare,
            selected: Some("a".into()),
            compared: Some("b".into()),
            ..ViewState::default()
        }
    }

    #[test]
    fn a_view_opens_as_it_was_saved_in_the_readers_language_and_colours() {
        let data = fixture::dataset();
        let file = ViewFile::new(&data, &view());
        assert!(!file.text().contains("lang:"), "{}", file.text());
        let read = ViewFile::parse(&file.text()).unwrap();
        assert_eq!(read, file);
        let mine = |view: ViewState| ViewState {
            lang: Lang::En,
            theme: ThemeChoice::Dark,
            motion: MotionChoice::Reduced,
            ..view
        };
        let now = mine(ViewState::default());
        let opened = read.view_on(&data, &now);
        assert_eq!(opened.view, mine(view()));
        assert!(opened.unknown_ids.is_empty() && opened.unreadable.is_empty());
    }

    #[test]
    fn what_the_data_lacks_is_named_and_the_rest_opens() {
        let data = fixture::dataset();
        let other = ViewState { compared: Some("atlantis".into()), ..view() };
        let text = ViewFile::new(&data, &other).text().replacen("tab:", "aura: 3,\n tab:", 1);
        let opened = ViewFile::parse(&text).unwrap().view_on(&data, &ViewState::default());
        assert_eq!(opened.unknown_ids, ["atlantis"]);
        assert_eq!(opened.unreadable, ["aura"]);
        assert_eq!((opened.view.tab, opened.view.compared), (Tab::Compare, None));
    }

    #[test]
    fn no_name_of_a_device_is_suggested() {
        assert_eq!(suggested_name("zhejiang-2023", None), "zhejiang-2023.atlas-view.ron");
        assert_eq!(suggested_name("con", Some("nul")), "con_nul.atlas-view.ron");
        assert_eq!(suggested_name("con-2023", None), "con-2023.atlas-view.ron");
        for device in ["con", "prn", "aux", "nul", "com1", "com9", "lpt3"] {
            assert_eq!(suggested_name(device, None), format!("{device}_.atlas-view.ron"));
        }
    }

    #[test]
    fn what_is_no_view_file_is_refused() {
        for text in [
            "",
            "()",
            "(version: 1)",
            "(version: 1, view: 3)",
            "(view: ())",
            "(version: x, view: ())",
        ] {
            assert!(ViewFile::parse(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_damage_to_a_file_makes_it_panic(at in 0..600_usize, cut in 0..40_usize, put in "\\PC{0,6}") {
            let data = fixture::dataset();
            let mut text: Vec<char> = ViewFile::new(&data, &view()).text().chars().collect();
            let at = at.min(text.len());
            text.splice(at..(at + cut).min(text.len()), put.chars());
            if let Ok(file) = ViewFile::parse(&text.into_iter().collect::<String>()) {
                let _ = file.view_on(&data, &ViewState::default());
            }
        }
    }
}
