"""How each style of a Word document looks; what it leaves open is as in the one it is based on.

Type and spaces are in points, edges in millimetres, as in the kit's style sheets.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Final, Literal

INK: Final = "1A1A1A"
SOFT: Final = "474747"
LINE: Final = "767676"
ACCENT: Final = "1D4B57"
TINT: Final = "EFEFEC"
SERIF: Final = "Kit Serif"
SANS: Final = "Kit Sans"

Rule = tuple[float, str, float]
"""A border: its weight in points, how it is drawn, and how far from the text in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, or a character style.

    `line` is the least height of a line, `exactly` its very height. `level` counts headings from 1.
    `aside`: it stands in the column of labels, beside the paragraph that follows it.
    """

    based: str = "Body Text"
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    color: str | None = None
    fill: str | None = None
    raised: bool | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    exactly: bool | None = None
    left: float | None = None
    hanging: float | None = None
    align: Literal["left", "center", "right"] | None = None
    keep: bool | None = None
    level: int | None = None
    top: Rule | None = None
    bottom: Rule | None = None
    edge: Rule | None = None
    between: Rule | None = None
    aside: bool | None = None
    follow: str | None = None


def _heading(level: int, size: float, line: float, **look: object) -> Style:
    return Style(
        "Normal",
        size=size,
        line=line,
        bold=True,
        keep=True,
        level=level,
        **look,  # type: ignore[arg-type]
    )


_NORMAL: Final = Style(
    "",
    SERIF,
    10.5,
    bold=False,
    italic=False,
    caps=False,
    color=INK,
    before=0,
    after=0,
    line=14.7,
    exactly=False,
    left=0,
    hanging=0,
    align="left",
    keep=False,
    aside=False,
)
_THIN: Final = (0.75, "single", 0.0)

PARAGRAPHS: Final[dict[str, Style]] = {
    "Normal": _NORMAL,
    "Body Text": Style("Normal", after=5.3),
    "List Bullet": Style(after=2.1),
    "List Number": Style(after=2.1),
    "Title": Style("Normal", size=29, line=31, bold=True, before=12, after=0, keep=True),
    "Subtitle": Style("Normal", size=15, line=19, italic=True, color=SOFT, before=4, after=4),
    "Heading 1": _heading(1, 22, 25, before=18, after=12, top=(2.25, "single", 6)),
    "Heading 2": _heading(2, 15, 18, before=8, after=4),
    "Heading 3": _heading(3, 10.5, 13, before=4, after=3, font=SANS, color=ACCENT),
    "Kind": Style(font=SANS, size=9, line=12, caps=True, color=INK, after=2, top=(3, "single", 5)),
    "Occasion": Style(font=SANS, size=9.5, line=12.5, color=SOFT, before=3, after=3),
    "Lede": Style(size=12.5, line=18, after=8),
    "Small Note": Style(font=SANS, size=8.6, line=11.5, color=SOFT, after=4),
    "Colophon": Style("Small Note", before=12, top=(0.5, "single", 5)),
    "Lead-in": Style(italic=True, after=3.5, keep=True),
    "Meta": Style(font=SANS, size=9.5, line=12.8, color=SOFT, after=3.4, keep=True),
    "Role": Style(font=SANS, size=9.7, after=3),
    "Example": Style(font=SANS, size=9.2, line=12.5, color=SOFT, after=2),
    "Fact Label": Style(
        font=SANS, size=9.5, line=12.5, bold=True, color=ACCENT, after=0, keep=True
    ),
    "Fact": Style(font=SANS, size=9.5, line=12.5, after=4.5),
    "Contents Heading": _heading(1, 10.5, 13, font=SANS, color=ACCENT, before=14, after=4),
    "Contents 1": Style("Normal", line=13.4, bottom=(0.5, "single", 1), between=(0.5, "single", 1)),
    "Contents 2": Style(
        "Contents 1",
        font=SANS,
        size=9.2,
        line=11.8,
        left=8,
    ),
    "Side Heading": _heading(
        2, 10.5, 13.6, font=SANS, color=ACCENT, aside=True, follow="Body Text"
    ),
    "Main Side Heading": Style("Side Heading", level=1),
    "Wide Side Heading": Style("Side Heading", aside=False, after=5),
    "Block Heading": _heading(2, 12.4, 15, before=6, after=4),
    "Document Block Heading": _heading(1, 12.4, 15, before=6, after=4),
    "Block Title": Style("Normal", size=12.4, line=15, bold=True, before=6, after=4, keep=True),
    "Cue Label": _heading(3, 8.6, 12.5, font=SANS, caps=True, aside=True, follow="Body Text"),
    "Say": Style(size=11, line=16, edge=(2.25, "single", 9)),
    "Transition": Style(edge=(2.25, "single", 9)),
    "Cue Note": Style(font=SANS, size=9.8, line=13.5),
    "Step": Style(after=4),
    "Case Box": Style(fill=TINT, after=6),
    "Agenda": Style(after=2),
    "Agenda Note": Style(size=9.2, line=12, color=SOFT, after=2),
    "Activity Heading": _heading(
        2, 16.5, 20, before=16, after=3, left=39, hanging=39, top=(1, "single", 5)
    ),
    "Case Heading": Style("Activity Heading", size=15, line=18, before=10),
    "Sheet Label": Style(
        font=SANS,
        size=9.5,
        line=12,
        bold=True,
        caps=True,
        color=ACCENT,
        after=2,
        keep=True,
        top=(2.25, "single", 5),
    ),
    "Sheet Heading": _heading(1, 20, 23, before=2, after=2),
    "Sheet Purpose": Style(italic=True, color=SOFT, after=11, keep=True),
    "Term": Style(font=SANS, size=9.5, line=14.7, bold=True, aside=True),
    "Meaning": Style(left=39, after=4.5),
    "Work": Style(size=9.5, line=12.6, after=4.5),
    "Tick Line": Style(after=5),
    "Choices": Style(after=4, line=16),
    "Box Label": Style(font=SANS, size=10, line=13, bold=True, color=ACCENT, after=2, keep=True),
    "Writing Line": Style(
        "Normal",
        line=24.1,
        exactly=True,
        bottom=_THIN,
        between=_THIN,
        color=INK,
    ),
    "Labeled Line": Style(
        "Normal", font=SANS, size=9.5, line=25, exactly=True, bottom=_THIN, between=_THIN, keep=True
    ),
    "Name Line": Style("Labeled Line", color=SOFT, after=8),
    "Known Line": Style("Normal", font=SANS, size=10.5, line=16, after=8),
    "Cut": Style(font=SANS, size=8, line=11, color=SOFT, before=12, after=8, top=(1, "dashed", 2)),
    "Signature": Style("Normal", font=SANS, size=8.6, line=12, color=SOFT),
    "Kicker": Style("Normal", font=SANS, size=9, line=12, color=SOFT, align="right", after=3),
    "Card Label": Style(
        font=SANS, size=12, line=15, bold=True, color=ACCENT, after=2, top=(2.25, "single", 6)
    ),
    "Card Heading": _heading(1, 24, 28, after=10),
    "Card Back Heading": _heading(1, 14, 18, font=SANS, after=8, top=(2.25, "single", 6)),
    "Card Text": Style(size=15.5, line=21.5, after=6),
    "Card Instruction": Style(size=13, line=18, after=6),
    "Placard Number": Style(
        "Normal", font=SANS, size=48, line=50, bold=True, color=ACCENT, after=50
    ),
    "Placard Heading": _heading(1, 64, 68, after=36),
    "Placard Line": Style("Normal", size=35, line=44, after=40),
    "Placard Text": Style("Normal", font=SANS, size=25, line=35, top=(1, "single", 20)),
    "Door Kind": Style(
        "Normal", font=SANS, size=26, line=32, color=ACCENT, after=17, top=(6, "single", 28)
    ),
    "Door Title": Style("Title", size=56, line=60, before=0, after=23),
    "Door Subtitle": Style("Subtitle", size=26, line=33, after=50),
    "Door Time": Style(
        "Normal", font=SANS, size=24, line=31, bold=True, after=8, top=(1, "single", 23)
    ),
    "Door Place": Style("Normal", font=SANS, size=24, line=31, after=50),
    "Door Note": Style("Normal", size=18, line=25),
    "List Heading": _heading(1, 14, 17, before=12, after=6),
    "List Title": Style("Title", size=22, line=26, before=10),
    "Group Heading": _heading(1, 19, 23, font=SANS, before=14, after=4, top=(1.5, "single", 5)),
    "Group": Style("Normal", font=SANS, size=16, line=21),
    "Timer": _heading(1, 66, 70, font=SANS, align="center"),
    "Form Title": Style("Title", size=17, line=20, before=3, after=5),
    "Form Purpose": Style(size=9.6, line=13, after=3),
    "Form Rules": Style("Form Purpose", font=SANS),
    "Form Section": _heading(1, 10.5, 15, font=SANS, before=6, after=2),
    "Form Stem": Style(size=10, line=13, italic=True, after=2, keep=True),
    "Question": Style(size=10, line=13.4, after=2, keep=True),
    "Scale Key": Style(font=SANS, size=8.8, line=12, after=2, keep=True),
    "Ends": Style(font=SANS, size=8.5, line=11, color=SOFT, after=2),
    "Form Thanks": Style(font=SANS, bold=True, before=5, after=0),
    "Show Title": Style("Title", size=21, line=25, before=6, after=3),
    "Show Meta": Style(font=SANS, size=12, line=16, color=SOFT, after=8),
    "Checkpoint": Style(font=SANS, size=10.5, line=13.7, after=0),
    "Protect Line": Style(font=SANS, size=10.5, line=13.7, before=8),
    "Figure": Style("Normal", line=12, after=6),
    "Logo": Style("Figure", align="right"),
    "Table Text": Style("Normal", font=SANS, size=9.5, line=12.5),
    "Table Head": Style("Table Text", size=8.5, line=11, bold=True, keep=True),
    "Table Figures": Style("Table Text", align="right"),
    "Table Head Figures": Style("Table Head", align="right"),
    "Fill Text": Style("Normal", size=10, line=13),
    "Fill Head": Style("Normal", font=SANS, size=9.2, line=12, bold=True, keep=True),
    "Fill Number": Style("Fill Head", align="center", keep=False),
    "Grid Text": Style("Normal", line=13.2),
    "Grid Strong": Style("Grid Text", bold=True),
    "Form Grid Text": Style("Grid Text", size=10, line=12.5),
    "Grid Head": Style("Normal", font=SANS, size=8, line=9.4, align="center", keep=True),
    "Grid Mark": Style("Normal", font=SANS, size=9, line=14, align="center"),
    "Seating": Style("Normal", font=SANS, size=12, line=17),
    "Show 14": Style("Normal", font=SANS, size=14, line=17.4),
    "Show 12": Style("Show 14", size=12.5, line=15.5),
    "Show 11": Style("Show 14", size=11, line=13.7),
    "Show 9": Style("Show 14", size=9.5, line=11.8),
    "Show Head": Style("Show 14", size=10, line=12.4, keep=True),
    "Space": Style("Normal", size=1, line=8, exactly=True),
    "Header": Style("Normal", size=9, line=12, italic=True, color=SOFT),
    "Footer": Style("Normal", font=SANS, size=8.5, line=12, color=SOFT),
}
"""Paragraph styles by the names that Word shows."""

CHARACTERS: Final[dict[str, Style]] = {
    "Citation": Style("", font=SANS, raised=True),
    "Question Number": Style("", font=SANS, bold=True),
    "Item Id": Style("", font=SANS, size=6.6, color=SOFT),
    "Section Letter": Style("", font=SANS, bold=True, color="FFFFFF", fill=INK),
    "Small Mark": Style("", size=8, color=SOFT, bold=False),
    "Number": Style("", font=SANS, size=10, bold=True, color=ACCENT),
    "Big Number": Style("", size=20, bold=True, color=ACCENT),
    "Soft": Style("", font=SANS, size=9, color=SOFT, bold=False, caps=False),
    "Accent": Style("", bold=True, color=ACCENT),
    "Line Label": Style("", font=SANS, bold=True),
    "Sans": Style("", font=SANS, caps=False),
    "Pick": Style("", font=SANS, size=10, color=SOFT),
    "Tick": Style("", size=12),
    "Timer Number": Style("", size=300),
    "Timer Stop": Style("", size=230),
    "Timer Word": Style("", size=66, bold=False),
    "Code": Style("", font="Courier New", size=9),
    "Hyperlink": Style(""),
}
"""Character styles by the names that Word shows."""


@cache
def whole(name: str) -> Style:
    """Give a paragraph style with everything that it takes from others; they all end in Normal."""
    style = PARAGRAPHS.get(name, PARAGRAPHS["Body Text"])
    if not style.based:
        return style
    base = whole(style.based)
    given = {
        each.name: getattr(style, each.name)
        for each in fields(Style)
        if getattr(style, each.name) is not None
    }
    return replace(base, **given)
