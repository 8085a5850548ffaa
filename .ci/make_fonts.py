"""Makes the subset fonts that the HTML editions carry: Latin with its extensions.

Run it after the font packages change:  python .ci/make_fonts.py
It needs fontTools and brotli, which WeasyPrint brings.
"""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
import font_source_serif_pro
from fontTools import subset

FACES = {
    "serif-regular": font_source_serif_pro.font_files_ttf["SourceSerifPro"],
    "serif-italic": font_source_serif_pro.font_files_ttf["SourceSerifProIt"],
    "serif-semibold": font_source_serif_pro.font_files_ttf["SourceSerifProSemibold"],
    "sans-regular": font_source_sans_pro.font_files_ttf["SourceSansPro"],
    "sans-semibold": font_source_sans_pro.font_files_ttf["SourceSansProSemibold"],
}
CHARACTERS = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x218, 0x21C),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *(0x2020, 0x2022, 0x2026, 0x202F, 0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25A0),
]


def make(folder: Path) -> None:
    """Write the five subset faces into a folder."""
    options = subset.Options(
        flavor="woff2", layout_features=["kern", "liga", "lnum", "tnum", "onum", "sups"]
    )
    options.recalc_timestamp = False
    for name, source in FACES.items():
        font = subset.load_font(source, options)
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=CHARACTERS)
        subsetter.subset(font)
        subset.save_font(font, folder / f"{name}.woff2", options)


if __name__ == "__main__":
    make(Path(__file__).parent.parent / "templates" / "fonts")
