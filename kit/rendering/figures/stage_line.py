"""A line with a stop for each stage, to mark where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import INK, PAPER, SOFT, Drawing, Pen
from kit.rendering.figures.text_fit import Fitted, fit
from kit.rendering.figures.text_width import Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "line": "A line with {count} stages, from first to last: {names}.",
}
"""The words of the description, for other languages to replace."""

_SIZES: Final = (9.5, 9.0, 8.5, 8.0, 7.5, 7.0)
_LARGE_SIZES: Final = (20.0, 19.0, 18.0)
_NUMBER_SIZE: Final = 9.0
_LARGE_NUMBER: Final = 18.0
_STOP: Final = 3.2
"""The radius of a stop."""
_LARGE_STOP: Final = 5.2
_TO_MARK: Final = 11.0
"""Room above the line, for a cross and a date."""
_BELOW: Final = 2.0
_GAP: Final = 2.0
_DEEPEST: Final = 24.0
_STEP: Final = 19.0
"""From stop to stop where the line goes down the page."""


def stage_line(
    stages: Sequence[str],
    *,
    width_mm: float = 172,
    large: bool = False,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the line across the page; down the page in `large` print, where names need the room."""
    names = [plain(stage) for stage in stages]
    drawing = _downwards(names, width_mm) if large else _across(names, width_mm)
    title = words["line"].format(
        count=len(names), names=", ".join(f"{at} {name}" for at, name in enumerate(names, 1))
    )
    return drawing.finish("stage-line", id, title)


def _across(names: Sequence[str], width_mm: float) -> Drawing:
    room = width_mm / len(names)
    labels = _all_in_one_size(names, room - _GAP)
    level = _TO_MARK + _STOP
    below = level + _STOP + _BELOW
    drawing = Drawing(width_mm, below + max(label.height for label in labels) + 0.5)
    stops = [room * (number + 0.5) for number in range(len(names))]
    with drawing.group("way"):
        _arrow(drawing, (stops[0], level), (width_mm - 0.6, level))
    with drawing.group("stops"):
        for number, (x, label) in enumerate(zip(stops, labels, strict=True), 1):
            _stop(drawing, (x, level), number, _STOP, _NUMBER_SIZE)
            drawing.lines((x, below), label, anchor="middle")
    return drawing


def _downwards(names: Sequence[str], width_mm: float) -> Drawing:
    x = _LARGE_STOP + 0.6
    drawing = Drawing(width_mm, _STEP * len(names) + 4)
    stops = [_STEP * (number + 0.5) for number in range(len(names))]
    with drawing.group("way"):
        _arrow(drawing, (x, stops[0]), (x, drawing.height - 0.6))
    with drawing.group("stops"):
        left = x + _LARGE_STOP + 4
        for number, (y, name) in enumerate(zip(stops, names, strict=True), 1):
            _stop(drawing, (x, y), number, _LARGE_STOP, _LARGE_NUMBER)
            label = fit(name, (width_mm - left - 1, _STEP - 1), _LARGE_SIZES)
            drawing.lines((left, y - label.height / 2), label)
    return drawing


def _all_in_one_size(names: Sequence[str], width: float) -> list[Fitted]:
    """Fit all names in the size that the longest of them needs."""
    size = min(fit(name, (width, _DEEPEST), _SIZES).size for name in names)
    return [fit(name, (width, _DEEPEST), (size,)) for name in names]


def _stop(
    drawing: Drawing, at: tuple[float, float], number: int, radius: float, size: float
) -> None:
    drawing.circle(at, radius, Pen(0.9, INK, fill=PAPER))
    label = fit(str(number), (radius * 2, radius * 2), (size,), face=Face.SEMIBOLD)
    drawing.lines((at[0], at[1] - label.height / 2), label, anchor="middle")


def _arrow(drawing: Drawing, start: tuple[float, float], end: tuple[float, float]) -> None:
    drawing.line(start, end, Pen(0.9, SOFT))
    tip, wing = 2.4, 1.1
    if start[1] == end[1]:
        sides = [(end[0] - tip, end[1] - wing), (end[0] - tip, end[1] + wing)]
    else:
        sides = [(end[0] - wing, end[1] - tip), (end[0] + wing, end[1] - tip)]
    drawing.polygon([end, *sides], Pen(0.35, SOFT, fill=SOFT))
