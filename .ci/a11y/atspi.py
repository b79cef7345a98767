"""The window as AT-SPI tells it: nodes, what they say of themselves, and what can be done to them.

Needs the system's python3 with gi (Debian: python3-gi, gir1.2-atspi-2.0). Run by itself it prints
the whole tree, for people who mend it.
"""
import os
import subprocess
import time
import warnings

warnings.simplefilter("ignore")
import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib

NAME = os.environ.get("A11Y_NAME", "city-atlas")
PATIENCE_SECS = 20.0


def pump(seconds=0.05):
    """Lets what the bus brings come in for a while."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while True:
        while context.iteration(False):
            pass
        if time.monotonic() >= end:
            return
        time.sleep(0.01)


def until(what, make):
    """What `make` gives as soon as it is something; fails in words after a while."""
    end = time.monotonic() + PATIENCE_SECS
    while True:
        try:
            out = make()
        except GLib.Error:  # a node that went while it was read
            out = None
        if out:
            return out
        if time.monotonic() > end:
            raise AssertionError(f"not within {PATIENCE_SECS:.0f} s: {what}")
        pump(0.1)


def application():
    """The program on the bus."""
    Atspi.init()

    def find():
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(at)
            if app is not None and app.get_name() == NAME and app.get_child_count():
                return app
        return None

    return until(f"{NAME} on the accessibility bus", find)


class Node:
    """One node, read once; a node that is gone reads as empty."""

    def __init__(self, raw, depth):
        self.raw, self.depth = raw, depth
        self.role = raw.get_role_name()
        self.name = raw.get_name() or ""
        states = raw.get_state_set()
        self.is_focusable = states.contains(Atspi.StateType.FOCUSABLE)
        self.is_focused = states.contains(Atspi.StateType.FOCUSED)
        self.is_selected = states.contains(Atspi.StateType.SELECTED)
        self.is_showing = states.contains(Atspi.StateType.SHOWING)

    def actions(self):
        face = self.raw.get_action_iface()
        return [] if face is None else [Atspi.Action.get_action_name(face, at) for at in range(face.get_n_actions())]

    def value(self):
        """Least, present and largest value, or None."""
        face = self.raw.get_value_iface()
        return None if face is None else (face.get_minimum_value(), face.get_current_value(), face.get_maximum_value())

    def click(self):
        assert Atspi.Action.do_action(self.raw.get_action_iface(), 0), f"cannot press {self}"
        pump(0.2)

    def focus(self):
        assert self.raw.get_component_iface().grab_focus(), f"cannot focus {self}"
        pump(0.2)

    def write(self, text):
        assert Atspi.EditableText.set_text_contents(self.raw.get_editable_text_iface(), text), f"cannot write into {self}"
        pump(0.2)

    def __str__(self):
        return f"{self.role} {self.name!r}"


def nodes(app):
    """All nodes, in the order in which they are read."""
    def walk(raw, depth):
        try:
            yield Node(raw, depth)
            count = raw.get_child_count()
        except GLib.Error:
            return
        for at in range(count):
            try:
                child = raw.get_child_at_index(at)
            except GLib.Error:
                continue
            if child is not None:
                yield from walk(child, depth + 1)

    return list(walk(app, 0))


def find(app, role, part, whole=False):
    """The first node of `role` whose name holds `part`, as soon as there is one."""
    def look():
        return next((it for it in nodes(app) if it.role in role.split("|") and (it.name == part if whole else part in it.name)), None)

    return until(f"a {role} named {part!r}", look)


def gone(app, role, part):
    """Waits until there is no such node."""
    until(f"no {role} named {part!r}", lambda: not any(it.role == role and part in it.name for it in nodes(app)))


def key(*keys):
    """Presses keys, as on the keyboard."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)


if __name__ == "__main__":
    for it in nodes(application()):
        marks = "".join(mark for mark, is_so in (("f", it.is_focusable), ("F", it.is_focused), ("s", it.is_selected)) if is_so)
        value = it.value()
        said = it.raw.get_description()
        print("  " * it.depth + f"{it} [{marks}] {','.join(it.actions())}" + (f" = {value}" if value else "") + (f" ({said})" if said else ""))
