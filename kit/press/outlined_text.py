"""Words drawn as outlines, for pages that are put together after the layout engine has gone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from kit.press.fonts import faces

if TYPE_CHECKING:
    from collections.abc import Iterator


def outlined(text: str, right: float, baseline: float, size: float) -> list[bytes]:
    """Give the operators that draw a line of text so that it ends at `right`.

    All measures are in points, from the bottom left of the page. The face is the bundled sans;
    what it has no letter for is left out.
    """
    glyphs, names, units = _face()
    scale = size / units
    letters = [names[ord(letter)] for letter in text if ord(letter) in names]
    left = right - scale * sum(glyphs[name].width for name in letters)
    drawn: list[bytes] = [b"q", b"0 g"]
    for name in letters:
        drawn += _glyph(glyphs, name, scale, left, baseline)
        left += scale * glyphs[name].width
    return [*drawn, b"f", b"Q"]


@cache
def _face() -> tuple[Any, dict[int, str], int]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  only where sheets are numbered

    file = next(face.file for face in faces() if face.family == "Kit Sans")
    font = TTFont(file)
    return font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm


def _glyph(glyphs: Any, name: str, scale: float, left: float, baseline: float) -> Iterator[bytes]:
    from fontTools.pens.qu2cuPen import Qu2CuPen  # noqa: PLC0415  as above
    from fontTools.pens.recordingPen import (  # noqa: PLC0415  as above
        DecomposingRecordingPen,
        RecordingPen,
    )

    whole, pen = DecomposingRecordingPen(glyphs), RecordingPen()
    glyphs[name].draw(whole)
    whole.replay(Qu2CuPen(pen, max_err=0.5, all_cubic=True))
    operators = {"moveTo": b"m", "lineTo": b"l", "curveTo": b"c", "closePath": b"h"}
    for verb, points in pen.value:
        places = " ".join(f"{left + x * scale:.2f} {baseline + y * scale:.2f}" for x, y in points)
        yield f"{places} ".encode() + operators[verb]
