#!/usr/bin/python3
"""What the real Orca says along the main path, held against what is written down.

  orca.py EXPECTED.txt      needs the display, buses and window that run.sh makes

No synthesizer and no sound card: Orca's own log holds every utterance. A step is over when Orca has
spoken and its log has been quiet for a while, so a slow machine only makes the run longer. With
A11Y_KEEP=1 the file is written anew instead.

In the file a line is what must be heard in its step, in that order and once. What begins with "~ " may
be heard or not: Orca itself drops the title of a window and the description of a group now and then.
"""
import difflib
import os
import re
import subprocess
import sys
import time

import atspi

QUIET_SECS = 1.0
RUNTIME = os.environ["XDG_RUNTIME_DIR"]
LOG = os.path.join(RUNTIME, "orca.log")
SAID = re.compile(r"SPEECH OUTPUT: '(.*?)'\s*(?:\{.*)?$", re.MULTILINE)

# Orca holds its log back by the block, and looks for others of its kind to end or to give way to;
# neither suits a test: its log is followed line by line, and other tests may run beside this one.
START = """
import builtins, sys
plain = builtins.open
def open_by_line(file, mode="r", buffering=-1, *more, **named):
    return plain(file, mode, 1 if str(file).endswith("orca.log") else buffering, *more, **named)
builtins.open = open_by_line
sys.argv[0] = "/usr/bin/orca"
parts = {"__name__": "orca_program", "__file__": sys.argv[0]}
with plain(sys.argv[0]) as program:
    exec(compile(program.read(), sys.argv[0], "exec"), parts)
parts["otherOrcas"] = lambda: []
sys.exit(parts["main"]())
"""

# What a listener must never hear: toolkit jargon, numbers from nowhere.
NEVER = [
    (re.compile(r"\b(\w{3,})\s+\1\b", re.IGNORECASE), "a doubled word"),
    (re.compile(r"e\+?308|\binf\b|\bNaN\b"), "a number without limits"),
    (re.compile(r"^[-\d.,%\s]+\.?$"), "a bare number"),
    (re.compile(r"\b(widget|accesskit|unlabelled|null|None)\b"), "jargon"),
]

# The main path: what is done, then the keys. "map", "figure", "order" and "filter" give the keyboard
# to these as the screen reader does itself, and "official" presses without moving it; all else is
# pressed on the keyboard.
PATH = [
    ("to the map", ["map"]),
    ("arrow right: the city to the east", ["Right"]),
    ("arrow down: the city to the south", ["Down"]),
    ("home: the first city", ["Home"]),
    ("choose it", ["Return"]),
    ("arrow right: another city", ["Right"]),
    ("make it the second city", ["c"]),
    ("to the comparison's rows", ["figure"]),
    ("arrow down: the next row", ["Down"]),
    ("arrow down: the row after it", ["Down"]),
    ("plots", ["ctrl+4"]),
    ("to the ranking's bars", ["figure"]),
    ("arrow down: the next bar", ["Down"]),
    ("end: the last mark", ["End"]),
    ("the other language", ["ctrl+l"]),
    ("arrow up, in the other language", ["Up"]),
    ("back to the first language", ["ctrl+l"]),
    ("save the figure", ["ctrl+s"]),
    ("leave the dialog", ["Escape"]),
    ("another order, by a press elsewhere", ["official"]),
    ("undo", ["ctrl+z"]),
    ("to the order of cities", ["order"]),
    ("order by name", ["space"]),
    ("undo the order", ["ctrl+z"]),
    ("redo the order", ["ctrl+y"]),
    ("to the filter of cities", ["filter"]),
    ("filter: two letters", ["h", "u"]),
    ("another tab", ["ctrl+1"]),
    ("go back", ["alt+Left"]),
    ("dark colours", ["ctrl+d"]),
    ("copy the figure's words", ["ctrl+shift+d"]),
    ("copy them again", ["ctrl+shift+d"]),
]


class Orca:
    """The screen reader, and what it has said so far."""

    def __init__(self):
        # Without "--disable" it would look for a braille display for a while.
        self.process = subprocess.Popen(
            ["/usr/bin/python3", "-c", START, f"--debug-file={LOG}", "--disable=braille"],
            stdout=subprocess.DEVNULL, stderr=open(f"{LOG}.errors", "w"))
        self.at = 0
        try:
            atspi.until("Orca's first words", lambda: SAID.search(self.read()))
        except AssertionError:
            with open(f"{LOG}.errors", encoding="utf-8") as errors:
                print(self.read()[-2000:], errors.read()[-2000:], file=sys.stderr)
            raise

    def read(self):
        try:
            with open(LOG, encoding="utf-8", errors="replace") as log:
                return log.read()
        except FileNotFoundError:
            return ""

    def settled(self, needs_words=True):
        """Waits until the log is quiet; what was said since the last time."""
        start = time.monotonic()
        seen, since = -1, start
        while True:
            text = self.read()
            now = time.monotonic()
            if len(text) != seen:
                seen, since = len(text), now
            has_words = SAID.search(text, self.at) is not None
            is_late = now - start > (15.0 if needs_words else 3.0)
            if now - since > QUIET_SECS and (has_words or is_late):
                said = [one.strip() for one in SAID.findall(text[self.at:])]
                self.at = len(text)
                return [re.sub(r"\s+", " ", one) for one in said if one]
            time.sleep(0.05)

    def stop(self):
        self.process.kill()
        self.process.wait()


# Controls by their role and their names.
PLACES = {
    "official": ("radio button", {"en": "Official order", "zh": "按行政区划顺序"}),
    "order": ("radio button", {"en": "By name", "zh": "按名称"}),
    "filter": ("entry", {"en": "Filter cities by name, pinyin or initials", "zh": "按名称、拼音或首字母筛选城市"}),
}


def focus_first(app, role, part):
    """Gives the keyboard to a mark or group, as Orca's own commands do."""
    atspi.find(app, role, part).focus()


def do(app, lang, word):
    if word == "map":
        focus_first(app, "list", "Map of cities" if lang == "en" else "地图")
    elif word == "figure":
        found = atspi.until("a figure's group", lambda: [
            it for it in atspi.nodes(app) if it.is_focusable and it.name and it.role == "panel"])
        found[0].focus()
    elif word in PLACES:
        role, name = PLACES[word]
        node = atspi.find(app, role, name[lang], whole=True)
        node.click() if word == "official" else node.focus()
    else:
        atspi.key(word)


# Steps into a group or a window: before what has the keyboard, Orca says what it is in, as it likes.
ENTERING = ("to the ", "save ", "leave ")


def is_loose(what, line):
    """Whether Orca may leave a line out: of window and group, beside what was moved to."""
    return "City Atlas frame" in line


def keep(file, heard):
    with open(file, "w", encoding="utf-8") as out:
        for what, said in heard:
            out.write(f"== {what}\n")
            for line in said:
                is_before = what.startswith(ENTERING) and line != said[-1]
                out.write(f"~ {line}\n" if is_before or is_loose(what, line) else f"{line}\n")


def expected_of(file):
    """The steps of the file: what must be heard, and what may be."""
    steps = {}
    with open(file, encoding="utf-8") as kept:
        for line in kept.read().splitlines():
            if line.startswith("== "):
                must, may = steps.setdefault(line[3:], ([], []))
            elif line.startswith("~ "):
                may.append(line[2:])
            elif line:
                must.append(line)
    return steps


def compared(steps, heard):
    """What was heard otherwise than expected, in words."""
    faults = [f"{what}: there is no such step" for what in steps if what not in dict(heard)]
    for what, said in heard:
        must, may = steps.get(what, ([], []))
        may_be = lambda line: line in may or what.startswith(ENTERING) or is_loose(what, line)
        firm = [line for line in said if line in must or not may_be(line)]
        if firm != must:
            difference = "\n".join(difflib.ndiff(must, firm))
            faults.append(f"{what}: not as expected:\n{difference}")
        faults.extend(f"{what}: said twice: {line!r}" for line in set(said) if said.count(line) > 1)
    return faults


def main():
    expected_file = sys.argv[1]
    lang = os.environ["A11Y_LANG"]
    app = atspi.application()
    orca = Orca()
    subprocess.run(["xdotool", "windowfocus", "--sync", os.environ["A11Y_WINDOW"]], check=False)
    orca.settled(needs_words=False)
    heard, faults = [], []
    try:
        for what, keys in PATH:
            for word in keys:
                do(app, lang, word)
            said = orca.settled()
            heard.append((what, said))
            faults.extend(f"{why} in {one!r}" for one in said for never, why in NEVER if never.search(one))
    except AssertionError:
        print("\n".join(f"== {what}\n" + "\n".join(said) for what, said in heard))
        raise
    finally:
        orca.stop()
    if os.environ.get("A11Y_KEEP"):
        keep(expected_file, heard)
    faults.extend(compared(expected_of(expected_file), heard))
    for fault in faults:
        print(f"orca: {fault}", file=sys.stderr)
    if not faults:
        print(f"orca, {lang}: {len(PATH)} steps said as expected")
    sys.exit(bool(faults))


main()
