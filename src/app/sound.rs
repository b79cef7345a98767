//! Plays figures through the player that the platform brings along: no audio library, and nothing
//! is heard unless it was asked for.

use std::{
    ffi::OsString,
    io::Write,
    path::{Path, PathBuf},
    process::{Child, Command as Process, Stdio},
    time::Duration,
};

use egui::{Context, Key, Modifiers};

use super::AtlasApp;
use crate::{
    export::{self, litter},
    figure::{Content, FigureKind},
    files,
    model::RegionIx,
    sound::{self, Manner, Score},
    state::NoticeKind,
};

/// How often a player is looked at, in seconds.
const LOOK_SECS: f64 = 0.1;

/// How a sound that was started fares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlayState {
    /// It is heard; the number counts the players that were tried in vain before.
    Heard(u8),
    /// It has been heard to its end.
    Over,
    /// Nothing plays it: there is no sound device.
    Failed,
}

/// A sound that was started; it stops when dropped.
pub trait Playing {
    /// How it fares.
    fn look(&mut self) -> PlayState;
}

/// A figure that is being heard.
pub(super) struct Sounding {
    playing: Box<dyn Playing>,
    score: Score,
    manner: Manner,
    title: String,
    tries: u8,
    since_secs: f64,
}

impl Sounding {
    /// The figure's title.
    pub(super) fn title(&self) -> &str {
        &self.title
    }
}

impl AtlasApp {
    /// Plays the figure of the tab, or the ranking that map and list stand for where that figure is
    /// not one to be heard; stops instead if one is being played.
    pub(super) fn play(&mut self, ctx: &Context, kind: FigureKind) {
        if self.sounding.take().is_some() {
            return;
        }
        let Some((content, score)) = self.playable(kind) else {
            self.tell(NoticeKind::Info, self.t().sound_no_numbers().to_owned());
            return;
        };
        let manner = self.state.sound;
        match self.desktop.play(sound::wav(&sound::samples(&score, manner))) {
            Some(playing) => {
                let since_secs = ctx.input(|input| input.time);
                let title = content.title;
                let sounding = Sounding { playing, score, manner, title, tries: 0, since_secs };
                self.sounding = Some(sounding);
            }
            None => self.tell(NoticeKind::Warning, self.t().sound_no_player().to_owned()),
        }
    }

    fn playable(&self, kind: FigureKind) -> Option<(Content, Score)> {
        [kind, FigureKind::Ranking].into_iter().find_map(|kind| {
            let content = self.content(kind).ok()?;
            let score = sound::score(&self.data, &content)?;
            Some((content, score))
        })
    }

    /// Saves what [`Self::play`] plays in the folder of pictures, beside what is there already.
    pub(super) fn save_sound(&mut self, kind: FigureKind) {
        let Some((content, score)) = self.playable(kind) else {
            self.tell(NoticeKind::Info, self.t().sound_no_numbers().to_owned());
            return;
        };
        let path = free_path(&files::pictures_folder(), &content.file_stem);
        let wav = sound::wav(&sound::samples(&score, self.state.sound));
        match export::file::write_whole(&path, &wav) {
            Ok(()) => {
                let told = self.t().notice_saved(path.display().to_string());
                self.tell_of(NoticeKind::Info, told, path);
            }
            Err(why) => self.tell(NoticeKind::Error, export::told::write_error(&why, self.t())),
        }
    }

    /// Looks after what is being played; gives the region whose mark is heard now.
    pub(super) fn follow_sound(&mut self, ctx: &Context) -> Option<RegionIx> {
        let now_secs = ctx.input(|input| input.time);
        let sounding = self.sounding.as_mut()?;
        // Escape always goes back one step; here, to silence.
        let is_stopped = ctx.input_mut(|it| it.consume_key(Modifiers::NONE, Key::Escape));
        let state = if is_stopped { PlayState::Over } else { sounding.playing.look() };
        match state {
            PlayState::Heard(tries) => {
                if tries != sounding.tries {
                    (sounding.tries, sounding.since_secs) = (tries, now_secs);
                }
                ctx.request_repaint_after(Duration::from_secs_f64(LOOK_SECS));
                let step_secs = sounding.manner.speed.step_secs();
                let steps = (now_secs - sounding.since_secs) as f32 / step_secs;
                sounding.score.at(steps).map(|note| note.region)
            }
            PlayState::Over => {
                self.sounding = None;
                ctx.request_repaint();
                None
            }
            PlayState::Failed => {
                self.sounding = None;
                self.tell(NoticeKind::Warning, self.t().sound_no_device().to_owned());
                None
            }
        }
    }

    /// Stops what is being played if it is no longer what is shown.
    pub(super) fn stop_other_sound(&mut self) {
        if self.sounding.is_none() {
            return;
        }
        let shown = self.playable(self.state.current_figure()).map(|(_, score)| score);
        let is_other = |it: &Sounding| Some(&it.score) != shown.as_ref();
        if self.sounding.as_ref().is_some_and(is_other) {
            self.sounding = None;
        }
    }
}

/// The first of `stem.wav`, `stem-2.wav` and so on that is not there yet.
fn free_path(folder: &Path, stem: &str) -> PathBuf {
    let numbered = (2..1000).map(|number| folder.join(format!("{stem}-{number}.wav")));
    let mut paths = std::iter::once(folder.join(format!("{stem}.wav"))).chain(numbered);
    paths.find(|path| !path.exists()).unwrap_or_else(|| folder.join(format!("{stem}.wav")))
}

/// The players that platforms bring along, in the order in which they are tried.
fn players() -> Vec<(&'static str, Vec<&'static str>)> {
    if cfg!(target_os = "windows") {
        // The path is handed over beside the command, so that no name of a folder is a command.
        let play = "(New-Object Media.SoundPlayer $env:CITY_ATLAS_SOUND).PlaySync()";
        vec![("powershell.exe", vec!["-NoProfile", "-NonInteractive", "-Command", play])]
    } else if cfg!(target_os = "macos") {
        vec![("afplay", vec![])]
    } else {
        vec![("pw-play", vec![]), ("paplay", vec![]), ("aplay", vec!["-q"])]
    }
}

/// Where `name` lies on the search path.
fn on_path(name: &str, path: Option<OsString>) -> Option<PathBuf> {
    std::env::split_paths(&path?).map(|folder| folder.join(name)).find(|it| it.is_file())
}

/// A sound file, and the player that plays it.
struct Player {
    file: tempfile::NamedTempFile,
    /// Players that were not tried yet, the next one last.
    left: Vec<(PathBuf, Vec<&'static str>)>,
    child: Option<Child>,
    tries: u8,
}

/// Plays `wav` with the first player that can; `None` where there is none.
pub(super) fn play(wav: &[u8]) -> Option<Box<dyn Playing>> {
    let path = std::env::var_os("PATH");
    let found = players().into_iter().rev();
    let left: Vec<_> =
        found.filter_map(|(name, args)| Some((on_path(name, path.clone())?, args))).collect();
    if left.is_empty() {
        return None;
    }
    let file = sound_file(wav, &std::env::temp_dir()).ok()?;
    let mut player = Player { file, left, child: None, tries: 0 };
    player.start_next();
    Some(Box::new(player))
}

/// A file in `folder` that holds `wav`, under a name by which the next start finds and removes what a
/// killed program left.
fn sound_file(wav: &[u8], folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    litter::remove_once(folder);
    let mut file =
        tempfile::Builder::new().prefix(litter::PREFIX).suffix(".wav").tempfile_in(folder)?;
    // Shared, for a player has to read it; where there are no locks, its age has to do.
    let _ = file.as_file().try_lock_shared();
    file.write_all(wav)?;
    file.flush()?;
    Ok(file)
}

impl Player {
    fn start_next(&mut self) {
        self.child = None;
        while let Some((program, args)) = self.left.pop() {
            let mut process = Process::new(program);
            process.args(args).env("CITY_ATLAS_SOUND", self.file.path());
            if !cfg!(target_os = "windows") {
                process.arg(self.file.path());
            }
            process.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if let Ok(child) = process.spawn() {
                self.child = Some(child);
                return;
            }
            self.tries += 1;
        }
    }
}

impl Playing for Player {
    fn look(&mut self) -> PlayState {
        let Some(child) = &mut self.child else { return PlayState::Failed };
        match child.try_wait() {
            Ok(None) => PlayState::Heard(self.tries),
            Ok(Some(status)) if status.success() => PlayState::Over,
            // No server or no device: the next player may know another way.
            Ok(Some(_)) | Err(_) => {
                self.tries += 1;
                self.start_next();
                if self.child.is_some() { PlayState::Heard(self.tries) } else { PlayState::Failed }
            }
        }
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It may have ended by itself.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{PlayState, Player, Playing, on_path};

    fn player(programs: &[&str]) -> Player {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = std::env::var_os("PATH");
        let find = |name: &&str| (on_path(name, path.clone()).unwrap(), Vec::new());
        let left: Vec<(PathBuf, Vec<&'static str>)> = programs.iter().rev().map(find).collect();
        let mut player = Player { file, left, child: None, tries: 0 };
        player.start_next();
        player
    }

    /// How the player ends.
    fn end(player: &mut Player) -> PlayState {
        loop {
            match player.look() {
                PlayState::Heard(_) => std::thread::yield_now(),
                end => return end,
            }
        }
    }

    #[test]
    fn a_sound_that_a_killed_program_left_is_removed_and_one_that_is_heard_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let heard = super::sound_file(b"RIFF", folder.path()).unwrap();
        let name = format!("{}left.wav", super::litter::PREFIX);
        let left = folder.path().join(name);
        std::fs::write(&left, "RIFF").unwrap();
        let long_ago = std::time::SystemTime::now() - std::time::Duration::from_hours(1);
        let set_old = |file: &std::fs::File| file.set_modified(long_ago).unwrap();
        set_old(heard.as_file());
        set_old(&std::fs::File::options().write(true).open(&left).unwrap());
        // The next start comes by another spelling of the folder, since it is a program of its own.
        std::fs::create_dir(folder.path().join("in")).unwrap();
        drop(super::sound_file(b"RIFF", &folder.path().join("in/..")).unwrap());
        assert!(heard.path().exists(), "it is still played");
        assert!(!left.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_player_that_fails_gives_way_to_the_next() {
        assert_eq!(end(&mut player(&["true"])), PlayState::Over);
        let mut second = player(&["false", "true"]);
        assert_eq!(end(&mut second), PlayState::Over);
        assert_eq!(second.tries, 1);
        assert_eq!(end(&mut player(&["false", "false"])), PlayState::Failed);
    }

    #[test]
    fn a_sound_never_replaces_a_file() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.wav", "a-2.wav", "a-3.wav"] {
            let path = super::free_path(folder.path(), "a");
            assert_eq!(path, folder.path().join(name));
            std::fs::write(path, "").unwrap();
        }
    }

    #[test]
    fn only_what_is_on_the_path_is_played_with() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("horn"), "").unwrap();
        let path = std::env::join_paths([folder.path()]).unwrap();
        assert_eq!(on_path("horn", Some(path.clone())), Some(folder.path().join("horn")));
        assert_eq!(on_path("drum", Some(path)), None);
        assert_eq!(on_path("horn", None), None);
    }
}
