//! What the desktop asks of every program: dark ground, higher contrast, less motion.
//!
//! Learned from the settings portal (`org.freedesktop.portal.Settings`) over the session bus, on a
//! thread of its own. Without a bus or a portal nothing is asked for, and nothing is said. Other
//! systems tell egui whether they are dark; their contrast and motion cannot be learned without
//! unsafe code, so there the program's own choices stand.

use std::sync::mpsc;

use egui::Context;

use super::Reply;

/// What the desktop asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Dark or light ground, if it has a preference.
    pub is_dark: Option<bool>,
    /// Whether contrast shall be high.
    pub is_contrast: bool,
    /// Whether as little as possible shall move.
    pub is_motion_reduced: bool,
}

/// Sends what the desktop asks for now, and again whenever that changes.
#[cfg(target_os = "linux")]
pub(super) fn watch(ctx: &Context, reply: mpsc::Sender<Reply>) {
    let ctx = ctx.clone();
    let tell = move |wishes| {
        let is_heard = reply.send(Reply::Wishes(wishes)).is_ok();
        ctx.request_repaint();
        is_heard
    };
    // A desktop that does not answer keeps only this thread waiting; without threads, without.
    let thread = std::thread::Builder::new().name("desktop wishes".to_owned());
    let _ = thread.spawn(move || portal::watch(tell));
}

/// Does nothing where there is no settings portal.
#[cfg(not(target_os = "linux"))]
pub(super) fn watch(_: &Context, _: mpsc::Sender<Reply>) {}

#[cfg(target_os = "linux")]
mod portal {
    use std::collections::HashMap;

    use zbus::{
        blocking::{Connection, Proxy},
        zvariant::OwnedValue,
    };

    use super::Wishes;

    const APPEARANCE: &str = "org.freedesktop.appearance";
    const GNOME: &str = "org.gnome.desktop.interface";
    const GNOME_A11Y: &str = "org.gnome.desktop.a11y.interface";

    /// Settings by namespace and key.
    type Settings = HashMap<String, HashMap<String, OwnedValue>>;

    /// Tells the wishes until nobody hears them; gives up quietly where there is no portal.
    pub(super) fn watch(tell: impl Fn(Wishes) -> bool) -> Option<()> {
        let bus = Connection::session().ok()?;
        let portal = Proxy::new(
            &bus,
            "org.freedesktop.portal.Desktop",
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
        )
        .ok()?;
        // Asked for before the first reading, so that no change is missed in between.
        let mut changes = portal.receive_signal("SettingChanged").ok()?;
        let mut last = None;
        loop {
            let settings: Settings =
                portal.call("ReadAll", &(vec![APPEARANCE, GNOME, GNOME_A11Y],)).ok()?;
            let now = wishes(&settings);
            if last.replace(now) != Some(now) && !tell(now) {
                return None;
            }
            changes.next()?;
        }
    }

    /// What `settings` ask for. GNOME's own keys say the same on desktops before the common ones.
    fn wishes(settings: &Settings) -> Wishes {
        let value = |space: &str, key: &str| settings.get(space)?.get(key);
        let number = |key| u32::try_from(value(APPEARANCE, key)?).ok();
        let is_on = |space, key| bool::try_from(value(space, key)?).ok();
        Wishes {
            is_dark: match number("color-scheme") {
                Some(1) => Some(true),
                Some(2) => Some(false),
                _ => None,
            },
            is_contrast: number("contrast") == Some(1)
                || is_on(GNOME_A11Y, "high-contrast") == Some(true),
            is_motion_reduced: number("reduced-motion") == Some(1)
                || is_on(GNOME, "enable-animations") == Some(false),
        }
    }

    #[cfg(test)]
    mod tests {
        use super::{APPEARANCE, GNOME, GNOME_A11Y, OwnedValue, Settings, Wishes, wishes};

        fn settings(list: Vec<(&str, &str, OwnedValue)>) -> Settings {
            let mut out = Settings::new();
            for (space, key, value) in list {
                out.entry(space.to_owned()).or_default().insert(key.to_owned(), value);
            }
            out
        }

        #[test]
        fn the_portals_keys_are_understood() {
            assert_eq!(wishes(&Settings::new()), Wishes::default());
            let common = settings(vec![
                (APPEARANCE, "color-scheme", 1_u32.into()),
                (APPEARANCE, "contrast", 1_u32.into()),
                (APPEARANCE, "reduced-motion", 1_u32.into()),
            ]);
            let all = Wishes { is_dark: Some(true), is_contrast: true, is_motion_reduced: true };
            assert_eq!(wishes(&common), all);
            let gnome = settings(vec![
                (APPEARANCE, "color-scheme", 2_u32.into()),
                (GNOME_A11Y, "high-contrast", true.into()),
                (GNOME, "enable-animations", false.into()),
            ]);
            assert_eq!(wishes(&gnome), Wishes { is_dark: Some(false), ..all });
        }

        #[test]
        fn what_is_not_understood_asks_for_nothing() {
            let odd = settings(vec![
                (APPEARANCE, "color-scheme", 9_u32.into()),
                (APPEARANCE, "contrast", true.into()),
                (GNOME, "enable-animations", 0_u32.into()),
            ]);
            assert_eq!(wishes(&odd), Wishes::default());
        }
    }
}
