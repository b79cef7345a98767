#!/usr/bin/env bash
# Uses the real window as a person with a screen reader does: on a display, a D-Bus session and an
# accessibility bus of its own. First through AT-SPI alone (walk.py), then with the real Orca
# (orca.py), in both languages. What Orca says is held against orca-en.txt and orca-zh.txt; after a
# wanted change of words, A11Y_KEEP=1 writes them anew, to be read before they are committed.
#
#   .ci/a11y/run.sh PROGRAM [walk|orca-en|orca-zh …]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" = --inside ]; then # on the new display and bus: open the window, then run the rest
    program=$2
    shift 2
    # On the bus before the program starts, as on a desktop whose screen reader is running.
    dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus \
        org.freedesktop.DBus.Properties.Set \
        string:org.a11y.Status string:IsEnabled variant:boolean:true >/dev/null
    export A11Y_LOG=$XDG_RUNTIME_DIR/program.log
    (cd "$HOME" && exec "$program" --theme light --lang "$A11Y_LANG" --indicator employment_rate --select ningbo) >"$A11Y_LOG" 2>&1 &
    app=$!
    trap 'kill "$app" 2>/dev/null || true; wait "$app" 2>/dev/null || true' EXIT
    window=""
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name "City Atlas" 2>/dev/null | head -n1 || true)
        [ -n "$window" ] && break
        kill -0 "$app" 2>/dev/null || break
        sleep 0.2
    done
    [ -n "$window" ] || { echo "a11y: no window" >&2; cat "$A11Y_LOG" >&2; exit 1; }
    A11Y_NAME=$(basename "$program")
    export A11Y_NAME A11Y_WINDOW=$window
    # No window manager here: the window is put in place and given the keyboard by hand.
    xdotool windowmove "$window" 0 0 windowsize "$window" 1280 800 windowfocus "$window" mousemove 640 6
    "$@" || { status=$?; echo "a11y: the program's own words:" >&2; tail -n 40 "$A11Y_LOG" >&2; exit "$status"; }
    kill -0 "$app" 2>/dev/null || { echo "a11y: the program ended" >&2; cat "$A11Y_LOG" >&2; exit 1; }
    exit 0
fi

program=$(realpath "${1:?path of the program}")
shift
[ $# -gt 0 ] || set -- walk orca-en orca-zh

packages="xvfb xauth xdotool dbus dbus-x11 at-spi2-core gir1.2-atspi-2.0 python3-gi python3-pyatspi orca speech-dispatcher
    libgl1 libgl1-mesa-dri libegl1 libxkbcommon-x11-0 libxcursor1 libxi6 libxrandr2 libx11-xcb1"
missing=""
for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
if [ -n "$missing" ]; then
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

# One part: a display, a session and a home of its own, all gone afterwards.
part() { # language, command…
    local lang=$1 work
    shift
    work=$(mktemp -d)
    chmod 700 "$work"
    # The speech service makes folders inside these, but not these.
    mkdir -p "$work/home"/{config,data,state,cache}
    local status=0
    env -u DBUS_SESSION_BUS_ADDRESS -u AT_SPI_BUS_ADDRESS -u WAYLAND_DISPLAY \
        A11Y_LANG="$lang" HOME="$work/home" XDG_RUNTIME_DIR="$work" XDG_CONFIG_HOME="$work/home/config" \
        XDG_DATA_HOME="$work/home/data" XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache" \
        GSETTINGS_BACKEND=memory LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=0 LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
        timeout --kill-after=10 400 \
        xvfb-run -a -e "$work/xvfb.log" -s "-screen 0 1280x800x24 -nolisten tcp" \
        dbus-run-session -- "$here/run.sh" --inside "$program" "$@" >"$work/out" 2>&1 </dev/null || status=$?
    # Not into a pipe: services that the session leaves behind would hold it open.
    grep -vE '^(dbus-daemon|SpiRegistry|$)|dbind-WARNING' "$work/out" || true
    [ "$status" -eq 0 ] || { echo "a11y: $* failed with $status" >&2; tail -n 20 "$work/xvfb.log" >&2 || true; }
    rm -rf "$work"
    return "$status"
}

for what in "$@"; do
    case $what in
        walk) part en /usr/bin/python3 "$here/walk.py" ;;
        orca-en) part en /usr/bin/python3 "$here/orca.py" "$here/orca-en.txt" ;;
        orca-zh) part zh /usr/bin/python3 "$here/orca.py" "$here/orca-zh.txt" ;;
        tree) part "${A11Y_LANG:-en}" /usr/bin/python3 "$here/atspi.py" ;;
        *) echo "a11y: there is no part $what" >&2; exit 2 ;;
    esac
done
