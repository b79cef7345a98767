//! Faults for real: full disks, folders that are read-only or gone, names that no system takes. After
//! each of them the old file is there or the new one, and nothing besides.

#![expect(clippy::print_stdout, reason = "tells of what was skipped, and how often was killed")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use crate::support::{folder::files_in, program::program};

const BASE: &str = include_str!("../../src/load/tests/base.ron");
const MAP: &str = include_str!("../../src/load/tests/land.geojson");
/// What the names of files begin with that were being written when a program was killed.
const LITTER: &str = ".city-atlas-writing-";

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn fails(output: &Output, told: &str) {
    assert_eq!(output.status.code(), Some(1), "{}", stderr(output));
    assert!(stderr(output).contains(told), "{}", stderr(output));
    assert!(!stderr(output).contains("panicked"), "{}", stderr(output));
}

fn is_png(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|it| it == "png")
}

/// A small data file with its map in `folder`.
fn put_data(folder: &Path) -> String {
    fs::create_dir_all(folder.join("maps")).unwrap();
    fs::write(folder.join("maps/land.geojson"), MAP).unwrap();
    fs::write(folder.join("base.ron"), BASE).unwrap();
    folder.join("base.ron").to_str().unwrap().to_owned()
}

/// Runs a script as the owner of a world of its own, in which it may mount file systems: `$ATLAS` is
/// the program, `$DISK` an empty folder, and what is copied to `$SEEN` is given back beside the
/// output. Gives nothing, and says so, where the system does not allow it.
#[cfg(target_os = "linux")]
fn with_own_disks(script: &str) -> Option<(Output, tempfile::TempDir)> {
    let folder = tempfile::tempdir().unwrap();
    for part in ["disk", "seen", "config"] {
        fs::create_dir(folder.path().join(part)).unwrap();
    }
    let run = |script: &str| {
        Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-euc", script])
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .env("ATLAS", env!("CARGO_BIN_EXE_city-atlas"))
            .env("DATA", put_data(folder.path()))
            .env("DISK", folder.path().join("disk"))
            .env("SEEN", folder.path().join("seen"))
            .env("CITY_ATLAS_CONFIG", folder.path().join("config"))
            .env("LC_ALL", "en_GB.UTF-8")
            .output()
    };
    let can = run("mount -t tmpfs -o size=64k tmpfs \"$DISK\"");
    if !can.as_ref().is_ok_and(|it| it.status.success()) {
        println!("skipped: this system lets nobody mount a file system in a namespace: {can:?}");
        return None;
    }
    let output = run(script).unwrap();
    Some((output, folder))
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_picture_and_nothing_else() {
    let script = r#"
        mount -t tmpfs -o size=64k tmpfs "$DISK"
        echo old > "$DISK/map.png"
        head -c 1000000 /dev/zero > "$DISK/filler" || true
        "$ATLAS" export "$DATA" --figure ranking --indicator jobs -o "$DISK/map.png" && exit 9 || test $? = 1
        cp -a "$DISK/." "$SEEN"
    "#;
    let Some((output, folder)) = with_own_disks(script) else { return };
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("free some space"), "{}", stderr(&output));
    let seen = files_in(&folder.path().join("seen"));
    assert_eq!(seen.keys().collect::<Vec<_>>(), ["filler", "map.png"]);
    assert_eq!(seen["map.png"], b"old\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_fills_up_during_a_batch_holds_whole_files_only() {
    let script = r#"
        mount -t tmpfs -o size=400k tmpfs "$DISK"
        "$ATLAS" export --all "$DATA" --format png -o "$DISK" && exit 9 || test $? = 1
        cp -a "$DISK/." "$SEEN"
    "#;
    let Some((output, folder)) = with_own_disks(script) else { return };
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("free some space"), "{}", stderr(&output));
    let whole = folder.path().join("whole");
    let data = folder.path().join("base.ron");
    let mut all = program(folder.path().join("config"));
    all.args(["export", "--all", data.to_str().unwrap(), "--format", "png", "-o"]).arg(&whole);
    assert!(all.status().unwrap().success());
    let (seen, whole) = (files_in(&folder.path().join("seen")), files_in(&whole));
    assert!(seen.len() < whole.len() && seen.len() > 1, "{} files", seen.len());
    for (name, bytes) in seen.iter().filter(|(name, _)| *name != "manifest.json") {
        assert!(whole.get(name) == Some(bytes), "{name} is not whole");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn settings_on_a_full_disk_stay_as_they_were() {
    let script = r#"
        mount -t tmpfs -o size=64k tmpfs "$DISK"
        export CITY_ATLAS_CONFIG="$DISK"
        printf '(version: 1, zoom: 1.5)' > "$DISK/settings.ron"
        head -c 1000000 /dev/zero > "$DISK/filler" || true
        "$ATLAS" "$DATA" && exit 9 || test $? = 1
        rm "$DISK/filler"
        cp -a "$DISK/." "$SEEN"
    "#;
    let Some((output, folder)) = with_own_disks(script) else { return };
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stderr(&output).contains("cannot open a window"), "{}", stderr(&output));
    let mut seen = files_in(&folder.path().join("seen"));
    seen.remove("settings.lock");
    assert_eq!(seen.keys().collect::<Vec<_>>(), ["settings.ron"]);
    assert_eq!(seen["settings.ron"], b"(version: 1, zoom: 1.5)");
}

#[cfg(target_os = "linux")]
#[test]
fn a_read_only_disk_is_named_and_stays_as_it_is() {
    let script = r#"
        mount -t tmpfs tmpfs "$DISK"
        echo old > "$DISK/map.png"
        printf '(version: 1, zoom: 1.5)' > "$DISK/settings.ron"
        mount -o remount,ro "$DISK"
        "$ATLAS" export "$DATA" --figure ranking --indicator jobs -o "$DISK/map.png" && exit 9 || test $? = 1
        "$ATLAS" export --all "$DATA" -o "$DISK" && exit 9 || test $? = 1
        CITY_ATLAS_CONFIG="$DISK" "$ATLAS" "$DATA" && exit 9 || test $? = 1
        cp -a "$DISK/." "$SEEN"
    "#;
    let Some((output, folder)) = with_own_disks(script) else { return };
    let told = stderr(&output);
    assert!(output.status.success(), "{told}");
    assert!(told.contains("not permitted to write") && told.contains("a folder of your own"));
    assert!(told.contains("cannot create the folder") && told.contains("cannot open a window"));
    let seen = files_in(&folder.path().join("seen"));
    assert_eq!(seen.keys().collect::<Vec<_>>(), ["map.png", "settings.ron"]);
    assert_eq!(seen["map.png"], b"old\n");
}

#[test]
fn a_folder_that_vanishes_during_a_batch_stops_it_with_a_word() {
    let folder = tempfile::tempdir().unwrap();
    let (data, out) = (put_data(folder.path()), folder.path().join("out"));
    let mut batch = program(folder.path());
    batch.args(["export", "--all", &data, "--scale", "4", "-o"]).arg(&out);
    let child = batch.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let start = Instant::now();
    while fs::read_dir(out.join("figures")).map_or(0, Iterator::count) < 3 {
        assert!(start.elapsed() < Duration::from_mins(1), "nothing was written");
        thread::sleep(Duration::from_millis(1));
    }
    // A name that is taken away all at once, as a drive is.
    fs::rename(&out, folder.path().join("gone")).unwrap();
    let output = child.wait_with_output().unwrap();
    fails(&output, "there is no folder");
    assert!(!out.exists(), "a folder that somebody took away is not made anew");
    for (name, bytes) in files_in(&folder.path().join("gone")) {
        // What was being written went away with the folder, under a name that tells.
        let is_picture = is_png(&name);
        assert!(!is_picture || image::load_from_memory(&bytes).is_ok(), "{name} is not whole");
        assert!(is_picture || name.contains(LITTER) || !name.contains("/."), "{name}");
    }
}

#[test]
fn names_that_no_system_takes_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let data = put_data(folder.path());
    let export = |target: &Path| {
        let mut command = program(folder.path());
        command.args(["export", &data, "--figure", "ranking", "--indicator", "jobs", "-o"]);
        command.arg(target).output().unwrap()
    };
    let before = files_in(folder.path());
    let long = folder.path().join(format!("{}.png", "长".repeat(200)));
    fails(&export(&long), if cfg!(windows) { "cannot write" } else { "choose a shorter" });
    fails(&export(&folder.path().join("maps.png/x.png")), "there is no folder");
    let taken = folder.path().join("taken.png");
    fs::create_dir(&taken).unwrap();
    fails(&export(&taken), "it is a folder");
    let output = program(folder.path())
        .args(["export", "--all", &data, "-o"])
        .arg(folder.path().join("base.ron"))
        .output()
        .unwrap();
    fails(&output, "cannot create the folder");
    assert_eq!(files_in(folder.path()), before);
}

#[test]
fn without_a_display_the_message_says_what_still_works() {
    let folder = tempfile::tempdir().unwrap();
    let output = program(folder.path()).output().unwrap();
    fails(&output, "cannot open a window");
    assert!(stderr(&output).contains("export"), "{}", stderr(&output));
    assert!(output.stdout.is_empty());
    let output = program(folder.path()).arg("check").output().unwrap();
    assert!(output.status.success());
}

/// A display without anything that draws OpenGL, on a server of its own.
#[cfg(target_os = "linux")]
#[test]
fn without_a_graphics_driver_the_message_says_what_to_install() {
    let folder = tempfile::tempdir().unwrap();
    let script = r#"
        mkfifo "$SEEN/number"
        Xvfb -displayfd 3 -extension GLX -nolisten tcp 3> "$SEEN/number" 2> /dev/null &
        server=$!
        trap 'kill $server' EXIT
        read -r number < "$SEEN/number"
        export __EGL_VENDOR_LIBRARY_DIRS="$SEEN" LIBGL_DRIVERS_PATH="$SEEN" GBM_BACKENDS_PATH="$SEEN"
        DISPLAY=:$number timeout 60 "$ATLAS" --lang en
    "#;
    if Command::new("Xvfb").arg("-help").output().is_err() {
        println!("skipped: there is no Xvfb here");
        return;
    }
    let mut command = program(folder.path());
    let (program, seen) = (command.get_program().to_owned(), folder.path());
    command = Command::new("sh");
    command.args(["-euc", script]).env("ATLAS", program).env("SEEN", seen);
    command.env("CITY_ATLAS_CONFIG", folder.path()).env_remove("WAYLAND_DISPLAY");
    fails(&command.output().unwrap(), "Mesa on Linux");
}

/// A row of numbers that looks random and is the same every time (Steele, Lea and Flood's `SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end.max(1)
    }
}

/// How often programs are killed: a few dozen times, or as often as `CITY_ATLAS_KILLS` says.
fn kills() -> u64 {
    std::env::var("CITY_ATLAS_KILLS").ok().and_then(|it| it.parse().ok()).unwrap_or(24)
}

/// Killed at any moment of `export --all`, over and over in the same folder and each time with
/// other colours than before, the program leaves every file as it was before or as it shall be.
#[test]
fn a_batch_that_is_killed_leaves_whole_files_only() {
    let folder = tempfile::tempdir().unwrap();
    let data = put_data(folder.path());
    let out = folder.path().join("out");
    let batch = |theme: &str, target: &Path| {
        let mut command = program(folder.path());
        command.args(["export", "--all", &data, "--overwrite", "--theme", theme]);
        command.args(["--format", "png,svg,csv,json", "-o"]).arg(target);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    };
    let mut longest = Duration::ZERO;
    let versions = ["light", "dark"].map(|theme| {
        let (target, start) = (folder.path().join(theme), Instant::now());
        assert!(batch(theme, &target).status().unwrap().success());
        longest = longest.max(start.elapsed());
        let mut files = files_in(&target);
        files.remove("manifest.json");
        files
    });
    for (name, bytes) in &versions[0] {
        assert!(!is_png(name) || image::load_from_memory(bytes).is_ok(), "{name}");
    }
    assert_ne!(versions[0], versions[1]);
    let mut random = Random(20_230_101);
    let (mut during, mut litter) = (0_u64, 0);
    for round in 0..kills() {
        let mut child = batch(["light", "dark"][round as usize % 2], &out).spawn().unwrap();
        thread::sleep(longest.mul_f64(random.below(1_000) as f64 / 1_000.0));
        during += u64::from(child.try_wait().unwrap().is_none());
        child.kill().unwrap();
        child.wait().unwrap();
        litter = check_killed(&out, &versions, round);
    }
    assert!(during > 0, "all of them had ended before they were killed");
    // Whoever comes later tidies up, once it is sure that nobody writes any more.
    for name in files_in(&out).keys().filter(|it| it.contains(LITTER)) {
        let file = fs::File::options().write(true).open(out.join(name)).unwrap();
        file.set_modified(std::time::SystemTime::now() - Duration::from_hours(1)).unwrap();
    }
    for version in [1, 0] {
        assert!(batch(["light", "dark"][version], &out).status().unwrap().success());
    }
    let mut after = files_in(&out);
    after.remove("manifest.json");
    assert!(after == versions[0], "{:?}", after.keys().collect::<Vec<_>>());
    println!(
        "{} kills, {during} before the end; {litter} temporary files left, all of them removed later",
        kills()
    );
}

type Files = std::collections::BTreeMap<String, Vec<u8>>;

/// Checks a folder after a kill; gives the number of temporary files in it.
fn check_killed(out: &Path, versions: &[Files; 2], round: u64) -> u64 {
    let mut litter = 0;
    // Killed early enough, it made no folder.
    let files = if out.exists() { files_in(out) } else { Files::new() };
    for (name, bytes) in &files {
        if name.contains(LITTER) {
            litter += 1;
        } else if name == "manifest.json" {
            let manifest: serde_json::Value = serde_json::from_slice(bytes)
                .unwrap_or_else(|error| panic!("round {round}: {name}: {error}"));
            for entry in manifest["files"].as_array().unwrap() {
                let file = entry["file"].as_str().unwrap();
                assert!(files.contains_key(file), "round {round}: {file} is not there");
            }
        } else {
            let is_whole = versions.iter().any(|version| version.get(name) == Some(bytes));
            assert!(is_whole, "round {round}: {name} is neither the old file nor the new one");
        }
    }
    litter
}

/// Killed at any moment of its start, when it writes settings, the program leaves them whole.
#[test]
fn settings_survive_a_program_that_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.ron");
    let start = Instant::now();
    program(folder.path()).output().unwrap();
    let longest = start.elapsed();
    let whole = fs::read(&settings).unwrap();
    let mut random = Random(7);
    for round in 0..kills() {
        let old = b"(version: 1, was_started: false, zoom: 1.5)";
        fs::write(&settings, old).unwrap();
        let mut command = program(folder.path());
        command.stderr(std::process::Stdio::null());
        let mut child = command.spawn().unwrap();
        thread::sleep(longest.mul_f64(random.below(1_000) as f64 / 1_000.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read(&settings).unwrap();
        let is_new = now.starts_with(b"// City Atlas settings") && now.ends_with(b")\n");
        assert!(now == old || is_new, "round {round}: {}", String::from_utf8_lossy(&now));
        assert!(!is_new || String::from_utf8(now).unwrap().contains("zoom: 1.5"));
    }
    fs::remove_file(&settings).unwrap();
    program(folder.path()).output().unwrap();
    assert_eq!(fs::read(&settings).unwrap(), whole, "the next start is as the first");
}
