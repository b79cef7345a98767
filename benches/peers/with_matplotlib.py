"""The ranking chart with matplotlib: with_matplotlib.py TABLE TITLE SUBTITLE FONT OUT."""

import csv
import sys

import matplotlib

matplotlib.use("agg")

from matplotlib import font_manager
from matplotlib.figure import Figure

table, title, subtitle, font, out = sys.argv[1:]
with open(table, encoding="utf-8", newline="") as file:
    rows = list(csv.reader(file, delimiter="\t"))
labels, values, texts = zip(*rows)
values = [float(value) for value in values]

font_manager.fontManager.addfont(font)
matplotlib.rcParams["font.family"] = font_manager.FontProperties(fname=font).get_name()

DPI = 200
POINTS_PER_PIXEL = 72 / DPI
figure = Figure(figsize=(3200 / DPI, 2000 / DPI), dpi=DPI)
axes = figure.add_axes((0.08, 0.06, 0.86, 0.82))
bars = axes.barh(labels, values, color="#2f7f86", height=0.62)
axes.bar_label(bars, texts, padding=4, fontsize=26 * POINTS_PER_PIXEL)
axes.invert_yaxis()
axes.tick_params(length=0, labelsize=26 * POINTS_PER_PIXEL)
axes.set_xticks([])
axes.set_xlim(0, max(values) * 1.12)
axes.spines[["top", "right", "bottom"]].set_visible(False)
figure.text(0.02, 0.95, title, fontsize=40 * POINTS_PER_PIXEL)
figure.text(0.02, 0.91, subtitle, fontsize=26 * POINTS_PER_PIXEL, color="#5a6472")
figure.savefig(out)
