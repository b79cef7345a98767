#!/bin/sh
# Cuts the full Noto Sans SC fonts down to what City Atlas ships.
#
#   npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
#   pip install fonttools
#   sh assets/fonts/subset.sh package
#
# Kept: GB 2312, Latin, punctuation, arrows, mathematics, box and geometric shapes, full-width
# forms, and whatever the data and the catalogues use beyond that.
# Layout features other than kerning of Latin text and tabular figures are dropped.
set -eu
full="${1:?folder of the unpacked npm package}"
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
chars=$(mktemp)
trap 'rm -f "$chars"' EXIT
python3 - "$root" >"$chars" <<'PY'
import pathlib, sys
root = pathlib.Path(sys.argv[1])
chars = set()
for hi in range(0xA1, 0xF8):
    for lo in range(0xA1, 0xFF):
        try:
            chars.add(bytes([hi, lo]).decode("gb2312"))
        except UnicodeDecodeError:
            pass
for first, last in [
    (0x20, 0x7E), (0xA0, 0x17F), (0x2C6, 0x2DD), (0x2010, 0x2027), (0x2030, 0x205E),
    (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF),
    (0x2200, 0x22FF), (0x2460, 0x24FF), (0x25A0, 0x25FF), (0x2600, 0x266F), (0x2713, 0x2718),
    (0x3000, 0x303F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6),
]:
    chars.update(map(chr, range(first, last + 1)))
for path in [root / "data.ron", *root.glob("assets/i18n/*.ftl"), *root.glob("assets/help/*.md")]:
    if path.exists():
        chars.update(path.read_text(encoding="utf-8"))
print("".join(sorted(c for c in chars if c >= " ")))
PY
for pair in 400Regular:Regular 600SemiBold:SemiBold; do
    pyftsubset "$full/${pair%:*}/NotoSansSC_${pair%:*}.ttf" \
        --text-file="$chars" --layout-features=kern,tnum,locl --no-hinting --desubroutinize \
        --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline \
        --output-file="$here/NotoSansSC-${pair#*:}.ttf"
done
# Quotation marks and the ellipsis share their code points between Chinese and Latin text, and the
# Chinese forms are a full em wide. English text takes the fonts' own proportional forms instead,
# from two tiny fonts of those six characters.
python3 - "$full" "$here" <<'PY'
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
full, here = sys.argv[1:]
marks = "\u2018\u2019\u201c\u201d\u2026"
for folder, weight in [("400Regular", "Regular"), ("600SemiBold", "SemiBold")]:
    font = TTFont(f"{full}/{folder}/NotoSansSC_{folder}.ttf")
    gsub = font["GSUB"].table
    wide = font.getBestCmap()
    narrow = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag != "pwid":
            continue
        for at in record.Feature.LookupListIndex:
            for table in gsub.LookupList.Lookup[at].SubTable:
                narrow.update(getattr(getattr(table, "ExtSubTable", table), "mapping", {}))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = {ord(c): narrow[wide[ord(c)]] for c in marks}
    options = Options(layout_features=[], hinting=False, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14])
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(c) for c in marks])
    subsetter.subset(font)
    font.save(f"{here}/NotoSansSC-{weight}-LatinMarks.ttf")
PY
cp "$full/LICENSE_FONT" "$here/OFL.txt"
