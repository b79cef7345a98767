"""The ranking chart with Vega-Lite by vl-convert: with_vega_lite.py TABLE TITLE SUBTITLE FONT OUT."""

import csv
import os
import sys

import vl_convert

table, title, subtitle, font, out = sys.argv[1:]
with open(table, encoding="utf-8", newline="") as file:
    rows = [
        {"label": label, "value": float(value), "text": text}
        for label, value, text in csv.reader(file, delimiter="\t")
    ]

FAMILY = "Noto Sans SC"
vl_convert.register_font_directory(os.path.dirname(font))
y = {"field": "label", "type": "nominal", "sort": None, "title": None, "scale": {"padding": 0.38}}
x = {
    "field": "value",
    "type": "quantitative",
    "axis": None,
    "scale": {"domain": [0, max(row["value"] for row in rows) * 1.12]},
}
spec = {
    "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
    "width": 1600,
    "height": 1000,
    "padding": 20,
    "autosize": {"type": "fit", "contains": "padding"},
    "background": "white",
    "title": {"text": title, "subtitle": subtitle, "anchor": "start"},
    "data": {"values": rows},
    "encoding": {"y": y, "x": x},
    "layer": [
        {"mark": {"type": "bar", "color": "#2f7f86"}},
        {
            "mark": {"type": "text", "align": "left", "dx": 4, "fontSize": 13},
            "encoding": {"text": {"field": "text"}},
        },
    ],
    "config": {
        "font": FAMILY,
        "title": {"fontSize": 20, "subtitleFontSize": 13, "subtitleColor": "#5a6472"},
        "axis": {"labelFontSize": 13, "labelFont": FAMILY, "ticks": False},
        "text": {"font": FAMILY},
        "view": {"stroke": None},
    },
}
with open(out, "wb") as file:
    file.write(vl_convert.vegalite_to_png(spec, scale=2))
