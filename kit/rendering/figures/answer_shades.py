"""How the answers of a scale are told apart in black and white.

What lies below the middle is hatched, what lies above it is solid, and both darken away from the
middle, so that neither end is taken for the other on a photocopy.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.hatching import draw_hatching
from kit.rendering.figures.svg import INK, PAPER, Drawing, Pen
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from kit.rendering.figures.box import Box

OUTLINE: Final = Pen(0.5)
_LIGHTEST, _DARKEST = 0xD2, 0x3C
_READABLE: Final = 0x80
"""A lighter surface takes dark figures, a darker one white ones."""
_WIDEST, _CLOSEST = 1.9, 1.0
_NET: Final = 0.95
_SIZES: Final = ((8.5, 0.9), (7.5, 0.5))
"""Sizes of a figure in points, each with the room that it keeps at its sides."""


@dataclass(frozen=True)
class Shade:
    """A surface: its grey, and the step of its hatching (none where that is 0)."""

    fill: str
    ink: str = INK
    step: float = 0.0
    crossed: bool = False


def shades(count: int) -> tuple[Shade, ...]:
    """Give the surfaces of a scale of so many answers, from its lowest to its highest."""
    half = count // 2
    below = tuple(_hatched(depth, half) for depth in range(half, 0, -1))
    above = tuple(_solid(depth, half) for depth in range(1, half + 1))
    return (*below, *((Shade(PAPER),) if count % 2 else ()), *above)


def _away(depth: int, half: int) -> float:
    """Give how far an answer lies from the middle: 0 next to it, 1 at the end."""
    return (depth - 1) / (half - 1) if half > 1 else 1.0


def _hatched(depth: int, half: int) -> Shade:
    if half > 1 and depth == half:
        return Shade(PAPER, step=_NET, crossed=True)
    return Shade(PAPER, step=_WIDEST - (_WIDEST - _CLOSEST) * _away(depth, max(half - 1, 1)))


def _solid(depth: int, half: int) -> Shade:
    grey = round(_LIGHTEST - (_LIGHTEST - _DARKEST) * _away(depth, half))
    return Shade(f"#{grey:02x}{grey:02x}{grey:02x}", INK if grey >= _READABLE else PAPER)


def draw_shade(drawing: Drawing, shade: Shade, box: Box) -> None:
    """Fill a rectangle; its outline is drawn by whoever knows its neighbours."""
    drawing.rect(box.left, box.top, box.width, box.height, Pen(0, "none", fill=shade.fill))
    if shade.step:
        draw_hatching(drawing, box, shade.step, Pen(0.5), crossed=shade.crossed)


def draw_count(drawing: Drawing, shade: Shade, box: Box, count: int) -> None:
    """Print a number in the middle of a surface that is wide enough for it."""
    words = str(count)
    for size, margin in _SIZES:
        across = width(words, size, Face.SEMIBOLD) * MM
        if across + margin > box.width:
            continue
        middle, level = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        if shade.step:
            # A plate, for no figure is read on lines.
            down = size * MM * 1.08
            wide = min(across + 0.9, box.width - 0.3)
            plate = Pen(0, "none", fill=PAPER)
            drawing.rect(middle - wide / 2, level - down / 2, wide, down, plate)
        baseline = level + size * MM * 0.33
        drawing.text(
            (middle, baseline), words, size, anchor="middle", face=Face.SEMIBOLD, color=shade.ink
        )
        return
