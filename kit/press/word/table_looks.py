"""How tables are ruled: Word's table styles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from kit.press.word.xml import style_id, twips

Weight = float | None
_FINE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Look:
    """The rules around and inside of a table in points, its cells' margins in millimetres.

    `under_head` is the rule below a head row; `space` is what follows the table, in points.
    """

    title: str
    top: Weight = None
    bottom: Weight = None
    sides: Weight = None
    rows: Weight = None
    columns: Weight = None
    under_head: Weight = None
    pad: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    middle: bool = False
    dashed: bool = False
    space: float = 8.0


LOOKS: Final = {
    "plain": Look("Kit Plain", 1, 1, rows=0.5, under_head=0.75, pad=(1.0, 3.0, 1.0, 0.0)),
    "close": Look("Kit Close", 1, 1, rows=0.5, under_head=0.75, pad=(0.3, 3.0, 0.3, 0.0)),
    "ruled": Look("Kit Ruled", 1, 1, rows=0.5, under_head=0.75, pad=(1.2, 3.0, 1.2, 0.0)),
    "fill": Look("Kit Fill-in", 1, 1, 1, 0.75, 0.75, under_head=1, pad=(1.2, 1.8, 1.2, 1.8)),
    "grid": Look(
        "Kit Grid", 1, 1, rows=0.5, under_head=0.75, pad=(0.7, 0.6, 0.7, 0.0), middle=True
    ),
    "show": Look("Kit Run of Show", 1.5, 1.5, rows=0.5, under_head=1, pad=(1.1, 2.4, 1.1, 0.6)),
    "box": Look("Kit Box", 1, 1, 1, pad=(2.5, 4.0, 2.5, 4.0)),
    "heavy": Look("Kit Slip", 1.5, 1.5, 1.5, pad=(3.0, 6.0, 4.0, 6.0)),
    "bare": Look("Kit Beside", space=4.0),
    "quarters": Look(
        "Kit Quarters", rows=0.75, columns=0.75, pad=(6.0, 7.0, 3.0, 7.0), dashed=True, space=1.0
    ),
    "cards": Look("Kit Cards", rows=0.75, pad=(3.0, 0.0, 3.0, 0.0), dashed=True, space=1.0),
}
"""Looks by the names that `rules` and `arrangements` use."""


def table_styles() -> str:
    """Write the table styles."""
    first = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
    )
    return first + "".join(_style(look) for look in LOOKS.values())


def _style(look: Look) -> str:
    return (
        f'<w:style w:type="table" w:styleId="{style_id(look.title)}">'
        f'<w:name w:val="{look.title}"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{borders(look)}{margins(look)}</w:tblPr></w:style>"
    )


def borders(look: Look, *, fine: bool = False) -> str:
    """Write the rules of a table; fine ones for a table in small."""
    kind = "dashed" if look.dashed else "single"
    sides = (
        ("top", look.top),
        ("left", look.sides),
        ("bottom", look.bottom),
        ("right", look.sides),
        ("insideH", look.rows),
        ("insideV", look.columns),
    )
    rules = (rule(side, weight and (_FINE if fine else weight), kind) for side, weight in sides)
    return f"<w:tblBorders>{''.join(rules)}</w:tblBorders>"


def rule(side: str, weight: Weight, kind: str = "single") -> str:
    """Write one rule; fine ones are grey."""
    if not weight:
        return f'<w:{side} w:val="nil"/>'
    color = "1A1A1A" if weight >= 1 else "767676"
    return f'<w:{side} w:val="{kind}" w:sz="{round(weight * 8)}" w:space="0" w:color="{color}"/>'


def margins(look: Look, scale: float = 1.0) -> str:
    """Write the margins of a table's cells."""
    sides = zip(("top", "right", "bottom", "left"), look.pad, strict=True)
    by_name = {side: twips(pad * scale) for side, pad in sides}
    order = ("top", "left", "bottom", "right")
    written = "".join(f'<w:{side} w:w="{by_name[side]}" w:type="dxa"/>' for side in order)
    return f"<w:tblCellMar>{written}</w:tblCellMar>"
