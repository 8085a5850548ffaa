"""Answers on a scale, an item a bar, the bars set to either side of the scale's middle."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.answer_shades import OUTLINE, Shade, draw_count, draw_shade, shades
from kit.rendering.figures.box import Box
from kit.rendering.figures.key_row import draw_key, lay_out_key
from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import INK, SOFT, Drawing, Pen
from kit.rendering.figures.text_fit import fit_alike
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "bars": "How many gave each answer, in the order {labels}.",
    "row": "“{label}”: {counts} of {n}",
    "empty": "“{label}”: not shown",
    "not_shown": "not shown",
    "n": "n = {n}",
}
"""The words in the figure and of its description, for other languages to replace."""

Row = tuple[str, tuple[int, ...]]
"""An item, and how many gave each answer of the scale, from its lowest to its highest."""

_ITEM_SIZES: Final = (9.5, 9.0, 8.5, 8.0)
_LABELS: Final = 0.38
"""The part of the width that the items take."""
_TO_BARS: Final = 3.5
_TO_COUNT: Final = 2.2
_BAR: Final = 6.2
_ROW_GAP: Final = 2.6
_SWATCH: Final = (7.0, 4.0)
_KEY_GAP: Final = 3.6
_N_SIZE: Final = 8.5


def diverging_bars(
    rows: Sequence[Row],
    labels: Sequence[str],
    *,
    width_mm: float = 178,
    id: str,  # noqa: A002 - the attribute that it becomes
    reach: tuple[float, float] | None = None,
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw a bar an item, lengths as shares of those who answered it.

    The bars of a figure share one axis; with `reach` (see `bars_reach`) several figures do.
    """
    surfaces = shades(len(labels))
    key = lay_out_key(labels, _SWATCH, width_mm)
    fitted = fit_alike([label for label, _ in rows], width_mm * _LABELS - _TO_BARS, _ITEM_SIZES)
    heights = [max(_BAR, each.height) + _ROW_GAP for each in fitted]
    top = key.height + _KEY_GAP if labels else 0.0
    edges = tuple(accumulate(heights, initial=top))
    drawing = Drawing(width_mm, edges[-1] + 0.4)
    numbers = [words["n"].format(n=sum(counts)) if any(counts) else "" for _, counts in rows]
    widest = max((width(number, _N_SIZE) * MM for number in numbers), default=0.0)
    room = Box(width_mm * _LABELS, top, width_mm - widest - _TO_COUNT, edges[-1])
    left, right = reach or bars_reach(rows)
    scale = room.width / max(left + right, 1.0)
    axis = room.left + left * scale

    def draw_swatch(place: int, at: tuple[float, float]) -> None:
        across, down = _SWATCH
        box = Box(at[0] - across / 2, at[1] - down / 2, at[0] + across / 2, at[1] + down / 2)
        draw_shade(drawing, surfaces[place], box)
        drawing.rect(box.left + 0.1, box.top, across - 0.2, down, OUTLINE)

    draw_key(drawing, key, 0.3, draw_swatch)
    with drawing.group("bars"):
        if rows:
            drawing.line((axis, room.top - 0.6), (axis, room.bottom), Pen(0.6, SOFT))
        for row, label, number, (start, end) in zip(
            rows, fitted, numbers, pairwise(edges), strict=True
        ):
            level = (start + end) / 2
            drawing.lines((0, level - label.height / 2), label)
            if not number:
                baseline = level + _N_SIZE * MM * 0.33
                hint = (axis + 1.6, baseline)
                if axis > room.right - 30:
                    hint = (room.left, baseline)
                drawing.text(hint, words["not_shown"], _N_SIZE, face=Face.ITALIC, color=SOFT)
                continue
            _draw_bar(drawing, row[1], surfaces, (axis, level), scale)
            drawing.text(
                (width_mm, level + _N_SIZE * MM * 0.33), number, _N_SIZE, anchor="end", color=INK
            )
    return drawing.finish("diverging-bars", id, _description(rows, labels, words))


def bars_reach(rows: Sequence[Row]) -> tuple[float, float]:
    """Give how far the bars reach to the left and to the right of the middle, as shares."""
    lefts = [_left_share(counts) for _, counts in rows if any(counts)]
    return (max(lefts), 1 - min(lefts)) if lefts else (0.5, 0.5)


def _left_share(counts: Sequence[int]) -> float:
    """Give the share of a bar that lies to the left of the middle, half of a middle answer's."""
    half = len(counts) // 2
    left = sum(counts[:half]) + (counts[half] / 2 if len(counts) % 2 else 0)
    return left / sum(counts)


def _draw_bar(
    drawing: Drawing,
    counts: Sequence[int],
    surfaces: Sequence[Shade],
    at: tuple[float, float],
    scale: float,
) -> None:
    """Draw a bar around a point of the axis; `scale` is the length of a whole one."""
    axis, level = at
    whole = sum(counts)
    left = axis - _left_share(counts) * scale
    edges = [left + part / whole * scale for part in accumulate(counts, initial=0)]
    top, bottom = level - _BAR / 2, level + _BAR / 2
    boxes = [
        (count, shade, Box(start, top, end, bottom))
        for count, shade, (start, end) in zip(counts, surfaces, pairwise(edges), strict=True)
        if count
    ]
    for _, shade, box in boxes:
        draw_shade(drawing, shade, box)
    for _, _, box in boxes[1:]:
        drawing.line((box.left, top), (box.left, bottom), OUTLINE)
    drawing.rect(left, top, edges[-1] - left, _BAR, OUTLINE)
    for count, shade, box in boxes:
        draw_count(drawing, shade, box, count)


def _description(rows: Sequence[Row], labels: Sequence[str], words: Mapping[str, str]) -> str:
    said = [
        words["row"].format(label=plain(label), counts=", ".join(map(str, counts)), n=sum(counts))
        if any(counts)
        else words["empty"].format(label=plain(label))
        for label, counts in rows
    ]
    return f"{words['bars'].format(labels=', '.join(map(plain, labels)))} {'; '.join(said)}."
