#!/usr/bin/python3
"""Walks the live window through AT-SPI alone, as a screen reader does: every city is read, two are
chosen, a bar is read with its value, and a picture is saved; on the way no node that can be acted on
may lack a name, on any tab, in any dialog, in either language. Needs what run.sh makes."""
import os
import sys

import atspi

WORDS = {
    "en": {
        "tabs": ["Overview", "City", "Compare", "Plots", "Table"], "of": " of 11; ", "missing": "not reported",
        "save": "Save figure…", "close": "Close", "cancel": "Cancel", "button": "Save", "path": "file",
    },
    "zh": {
        "tabs": ["概览", "城市", "对比", "图表", "表格"], "of": "共 11 个；", "missing": "未报告",
        "save": "保存图", "close": "关闭", "cancel": "取消", "button": "保存", "path": "文件",
    },
}
# Containers of a window get their sense from what they hold.
NEEDS_NO_NAME = {"application", "frame", "scroll bar"}


def check_names(app, where):
    """Everything that can be focused or acted on has a name."""
    def bare():
        return [it for it in atspi.nodes(app)
                if not it.name.strip() and it.role not in NEEDS_NO_NAME and (it.is_focusable or it.actions())]

    # A node that is being taken away may be read half gone: what stays unnamed is the fault.
    left = bare()
    if left:
        atspi.pump(1.0)
        left = bare()
    # A text field says what it is in its own way: AT-SPI hands a label or a placeholder on.
    left = [it for it in left if it.role != "entry" or not labelled(it)]
    assert not left, f"{where}: {len(left)} nodes without a name: {[described(it) for it in left]}"


def described(node):
    """Enough to find a node without a name."""
    box = node.raw.get_component_iface().get_extents(atspi.Atspi.CoordType.WINDOW)
    return f"{node} in {node.raw.get_parent().get_name()!r} at {box.x},{box.y} {box.width}x{box.height} {node.actions()}"


def labelled(node):
    attributes = node.raw.get_attributes() or {}
    return bool(attributes.get("placeholder-text")) or bool(node.raw.get_relation_set())


def tiles(app, words):
    return [it for it in atspi.nodes(app) if words["of"] in it.name]


def read_cities(app, words):
    """Each city: a name, where it stands among all, a value with its unit or “not reported”."""
    found = atspi.until("all cities on the map", lambda: (lambda it: it if len(it) == 11 else None)(tiles(app, words)))
    for at, tile in enumerate(found, start=1):
        head, tail = tile.name.split(words["of"], 1)
        assert head and str(at) in head, tile.name
        mark = ": " if ": " in tail else "："
        assert mark in tail, f"no value in {tile.name!r}"
        value = tail.split(mark, 1)[1]
        assert value.strip(), tile.name
        assert not value.strip().rstrip("%.").replace(",", "").isdigit() or "%" in value, f"a bare number in {tile.name!r}"
    return found


def every_tab(app, words, lang):
    for tab in words["tabs"]:
        atspi.find(app, "page tab", tab, whole=True).click()
        atspi.until(f"tab {tab}", lambda: atspi.find(app, "page tab", tab, whole=True).is_selected)
        check_names(app, f"{lang}, tab {tab}")


def every_dialog(app, lang):
    """Whatever opens over the window by a key, and Escape away from it."""
    for what, keys in [("save", "ctrl+s"), ("key help", "question"), ("about", "F1"), ("palette", "ctrl+k"), ("search", "ctrl+f")]:
        before = len(atspi.nodes(app))
        atspi.key(keys)
        atspi.until(f"{what} opens", lambda: len(atspi.nodes(app)) != before or any(it.role == "entry" and it.is_focused for it in atspi.nodes(app)))
        check_names(app, f"{lang}, {what}")
        atspi.key("Escape")
        atspi.pump(0.7)


def told(app, news):
    """What is told to those who listen."""
    atspi.find(app, "status bar", news, whole=True)


def choose_two(app, words):
    """Huzhou becomes A, Jiaxing B, by presses alone."""
    def tile(city):
        return next(it for it in tiles(app, words) if it.name.startswith(city))

    tile("Huzhou").click()
    told(app, "Huzhou chosen")
    atspi.until("Huzhou is selected", lambda: tile("Huzhou").name.endswith("selected"))
    tile("Jiaxing").focus()
    atspi.until("Jiaxing has the keyboard", lambda: tile("Jiaxing").is_focused)
    atspi.key("c")
    told(app, "Comparing Huzhou with Jiaxing")
    # What has the keyboard keeps its name until it is left.
    tile("Huzhou").focus()
    atspi.until("Jiaxing is selected", lambda: tile("Jiaxing").name.endswith("selected"))


def read_bar(app, words):
    """A bar of the ranking: named, with a value between sane limits."""
    atspi.find(app, "page tab", words["tabs"][3], whole=True).click()

    def bars():
        return [it for it in atspi.nodes(app) if it.value() and ("Huzhou" in it.name or "Jiaxing" in it.name)]

    found = atspi.until("bars with values", bars)
    for bar in found:
        least, now, most = bar.value()
        assert least <= now <= most and abs(least) < 1e12 and most < 1e12, f"{bar} = {bar.value()}"
    assert any(any(sign.isdigit() for sign in bar.name) for bar in found)
    return len(found)


def save_picture(app, words):
    """The dialog writes the file that it names."""
    atspi.key("ctrl+s")
    button = atspi.find(app, "push button", words["button"], whole=True)
    path = os.path.join(os.environ["HOME"], "read-by-ear.png")
    entry = next(it for it in atspi.nodes(app) if it.role == "entry" and it.raw.get_text_iface() and ".png" in it.raw.get_text_iface().get_text(0, -1))
    entry.write(path)
    atspi.until("the path is taken", lambda: any(it.role == "entry" and it.raw.get_text_iface().get_text(0, -1) == path for it in atspi.nodes(app)))
    button.click()
    atspi.until("the picture is there", lambda: os.path.exists(path))
    with open(path, "rb") as picture:
        assert picture.read(8) == b"\x89PNG\r\n\x1a\n", "what was saved is no PNG"
    atspi.until("it is told", lambda: any("read-by-ear.png" in it.name for it in atspi.nodes(app)))


def main():
    app = atspi.application()
    atspi.pump(0.5)
    cities = read_cities(app, WORDS["en"])
    every_tab(app, WORDS["en"], "English")
    every_dialog(app, "English")
    choose_two(app, WORDS["en"])
    bars = read_bar(app, WORDS["en"])
    save_picture(app, WORDS["en"])
    atspi.key("ctrl+l")
    read_cities(app, WORDS["zh"])
    every_tab(app, WORDS["zh"], "Chinese")
    every_dialog(app, "Chinese")
    print(f"walk: read {len(cities)} cities, compared two, read {bars} bars, saved a picture; every node that acts has a name, in both languages")


try:
    main()
except AssertionError as fault:
    print(f"walk: {fault}", file=sys.stderr)
    # What the window was like, for whoever mends it.
    for it in atspi.nodes(atspi.application()):
        if it.role == "frame" or it.is_focused or it.role in ("dialog", "alert") or it.value() or (it.role == "page tab" and it.is_selected):
            print(f"walk: there was {it}", file=sys.stderr)
    sys.exit(1)
