"""Where a figure's texts lie, measured with the fonts themselves."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import font_source_sans_pro
import pytest
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

FILES = Path(font_source_sans_pro.__file__).parent / "files"
FACES = {
    ("400", "normal"): "SourceSansPro-Regular.ttf",
    ("400", "italic"): "SourceSansPro-It.ttf",
    ("600", "normal"): "SourceSansPro-Semibold.ttf",
    ("700", "normal"): "SourceSansPro-Bold.ttf",
}
SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]


@cache
def advances(weight: str, style: str) -> Mapping[int, int]:
    font = TTFont(FILES / FACES[weight, style])
    metrics = font["hmtx"].metrics
    return {code: metrics[glyph][0] for code, glyph in font.getBestCmap().items()}


@dataclass(frozen=True)
class PlacedText:
    """A text and the corners of what it covers."""

    text: str
    size: float
    corners: tuple[Point, ...]

    def overlaps(self, other: PlacedText) -> bool:
        """Say whether two, possibly turned, rectangles share more than 0.05 mm."""
        for shape in (self.corners, other.corners):
            for (ax, ay), (bx, by) in itertools.pairwise((*shape, shape[0])):
                length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1
                normal = (by - ay) / length, (ax - bx) / length
                mine = [x * normal[0] + y * normal[1] for x, y in self.corners]
                theirs = [x * normal[0] + y * normal[1] for x, y in other.corners]
                if max(mine) <= min(theirs) + 0.05 or max(theirs) <= min(mine) + 0.05:
                    return False
        return True


@dataclass(frozen=True)
class Sheet:
    """A parsed figure."""

    root: ET.Element
    width: float
    height: float
    title: str
    texts: tuple[PlacedText, ...]

    def said(self) -> str:
        return " ".join(text.text for text in self.texts)

    def overlapping(self) -> list[tuple[str, str]]:
        return [
            (one.text, two.text)
            for one, two in itertools.combinations(self.texts, 2)
            if one.overlaps(two)
        ]

    def outside(self) -> list[str]:
        return [
            text.text
            for text in self.texts
            for x, y in text.corners
            if not (-0.05 <= x <= self.width + 0.05 and -0.05 <= y <= self.height + 0.05)
        ]


def placed(element: ET.Element) -> PlacedText:
    style = element.get("font-weight", "400"), element.get("font-style", "normal")
    table = advances(*style)
    text = element.text or ""
    size = float(element.get("font-size", "0"))
    wide = sum(table.get(ord(char), 600) for char in text) * size / 1000
    wide += float(element.get("letter-spacing", "0")) * (len(text) - 1)
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
    top, bottom = y - 0.72 * size, y + 0.22 * size
    corners = ((left, top), (left + wide, top), (left + wide, bottom), (left, bottom))
    turn = re.fullmatch(r"rotate\((\S+) (\S+) (\S+)\)", element.get("transform", ""))
    if turn:
        angle, about_x, about_y = map(float, turn.groups())
        a, b = cos(radians(angle)), sin(radians(angle))
        corners = tuple(
            (
                about_x + (px - about_x) * a - (py - about_y) * b,
                about_y + (px - about_x) * b + (py - about_y) * a,
            )
            for px, py in corners
        )
    return PlacedText(text, size, corners)


def parsed(svg: str) -> Sheet:
    root = ET.fromstring(svg)  # noqa: S314 - our own output
    width, height = map(float, root.get("viewBox", "").split()[2:])
    assert root.get("width") == f"{width:g}mm"
    assert root.get("role") == "img"
    title = root[0]
    assert title.tag == f"{SVG}title"
    assert title.text
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    assert root.get("aria-labelledby", title.get("id")) == title.get("id")
    texts = tuple(placed(each) for each in root.iter(f"{SVG}text"))
    return Sheet(root, width, height, title.text, texts)


@pytest.fixture(scope="session")
def sheet() -> Callable[[str], Sheet]:
    """Parse a figure and measure its texts; checks what holds for every figure."""
    return parsed


@pytest.fixture(scope="session")
def font_advances() -> Callable[[str, str], Mapping[int, int]]:
    """Give the advance widths in a face of the house sans serif, by code point."""
    return advances


@pytest.fixture(scope="session")
def page_of() -> Callable[[str], str]:
    """Put figures on a page that has the house fonts."""

    def page(figures: str) -> str:
        faces = "".join(
            f"@font-face{{font-family:'Kit Sans';font-weight:{weight};font-style:{style};"
            f"src:url({(FILES / file).as_uri()})}}"
            for (weight, style), file in FACES.items()
        )
        return (
            f"<!DOCTYPE html><html lang=en><title>Figures</title><style>{faces}"
            f"@page{{size:letter;margin:15mm}}body{{font-family:'Kit Sans'}}svg{{display:block}}"
            f"</style><h1>Figures</h1>{figures}"
        )

    return page
