"""The agenda as one bar: what comes when, how long it is, how people sit."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.box import Box
from kit.rendering.figures.hatching import PATTERNS, draw_pattern
from kit.rendering.figures.key_row import draw_key, lay_out_key
from kit.rendering.figures.label import plain
from kit.rendering.figures.svg import INK, PAPER, SOFT, Drawing, Pen
from kit.rendering.figures.text_width import MM, Face, width

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "bar": "The agenda on a bar of {total} minutes.",
    "segment": "{number} {title}: {minutes} min, {groupings}",
    "protected": "never shortened",
    "minutes": "min",
    "rest": "{minutes} minutes left open",
    "plenary": "all together",
    "solo": "alone",
    "pairs": "in pairs",
    "triads": "in threes",
    "tables": "at tables",
}
"""The words in the figure and of its description, for other languages to replace."""

Segment = tuple[object, str, int, "str | Sequence[str] | Sequence[tuple[str, int]]", bool]
"""Number, title, minutes, grouping, protected.

The grouping is one, or pairs of a grouping and its minutes, which are drawn as they follow each
other in time; or several names without minutes, which are drawn one below the other.
"""

_NARROWEST: Final = 4.8
_INSET: Final = -0.2
"""At both ends: half a line's weight, less half the gap between segments."""
_HEAD: Final = 6.2
"""The part of the bar that holds the number."""
_BAR: Final = 14.0
_GAP: Final = 0.8
"""Between segments, so that they are told from the parts of one."""
_TOP: Final = 5.0
_RULER: Final = 6.0
_SWATCH: Final = (7.0, 4.0)
_KEY_GAP: Final = 3.5
_NUMBER_SIZE: Final = 10.0
_SMALLEST: Final = 6.0
_MINUTES_SIZE: Final = 9.0
_RULER_SIZE: Final = 7.5
_STEPS: Final = (5, 10, 15, 20, 30, 60, 120, 240)


def timeline_bar(
    segments: Sequence[Segment],
    total: int,
    *,
    width_mm: float = 178,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
) -> str:
    """Draw the bar; minutes that no segment takes stay open at its end.

    Segments too short for their number are drawn a little wider, at the cost of the others.
    """
    minutes = [segment[2] for segment in segments]
    edges = segment_edges(minutes, max(total, sum(minutes)), width_mm)
    used = [name for name in PATTERNS if any(name in _groupings(each) for each in segments)]
    protected = any(segment[4] for segment in segments)
    meanings = [words[name] for name in used] + ([words["protected"]] if protected else [])
    key = lay_out_key(meanings, _SWATCH, width_mm)
    key_top = _TOP + _BAR + _RULER + _KEY_GAP
    drawing = Drawing(width_mm, key_top + key.height + 0.6)
    unit = _unit(segments, edges, words["minutes"])
    with drawing.group("segments"):
        for segment, (left, right) in zip(segments, pairwise(edges), strict=False):
            _draw_segment(
                drawing, segment, Box(left + _GAP / 2, _TOP, right - _GAP / 2, _TOP + _BAR), unit
            )
        if len(edges) > len(segments) + 1:
            left, right = edges[-2:]
            drawing.rect(
                left + _GAP / 2, _TOP, right - left - _GAP, _BAR, Pen(0.5, SOFT, (1.6, 1.2))
            )
    _draw_ruler(drawing, minutes, edges, words["minutes"])

    def draw_swatch(place: int, at: tuple[float, float]) -> None:
        across, down = _SWATCH
        box = Box(at[0] - across / 2, at[1] - down / 2, at[0] + across / 2, at[1] + down / 2)
        if place < len(used):
            draw_pattern(drawing, used[place], box)
            drawing.rect(box.left, box.top, across, down, Pen(0.6))
        else:
            drawing.rect(box.left, box.top, across, down, Pen(0.6, fill=PAPER))
            _draw_protection(drawing, box)

    draw_key(drawing, key, key_top, draw_swatch)
    return drawing.finish("timeline-bar", id, _description(segments, total, words))


def segment_edges(minutes: Sequence[int], total: int, width_mm: float) -> tuple[float, ...]:
    """Give the segments' edges from left to right, the open rest's included."""
    rest = total - sum(minutes)
    parts = [*minutes, rest] if rest > 0 else list(minutes)
    inner = width_mm - 2 * _INSET
    least = min(_NARROWEST, inner / max(len(parts), 1))
    widened: set[int] = set()
    while True:
        free = inner - least * len(widened)
        whole = sum(part for place, part in enumerate(parts) if place not in widened)
        scale = free / whole if whole else 0.0
        more = {
            place
            for place, part in enumerate(parts)
            if place not in widened and part * scale < least
        }
        if not more:
            break
        widened |= more
    widths = [least if place in widened else part * scale for place, part in enumerate(parts)]
    return tuple(accumulate(widths, initial=_INSET))


def _groupings(segment: Segment) -> tuple[str, ...]:
    """Give the segment's groupings, each once."""
    given = segment[3]
    if isinstance(given, str):
        return (given,)
    return tuple(dict.fromkeys(each if isinstance(each, str) else each[0] for each in given))


def _surfaces(segment: Segment, box: Box) -> tuple[tuple[str, Box], ...]:
    """Divide a segment by its groupings: side by side where they have minutes, else in rows."""
    given = segment[3]
    timed = () if isinstance(given, str) else tuple(e for e in given if not isinstance(e, str))
    if timed:
        edges = tuple(accumulate((minutes for _, minutes in timed), initial=0))
        scale = box.width / max(edges[-1], 1)
        return tuple(
            (name, Box(box.left + start * scale, box.top, box.left + end * scale, box.bottom))
            for (name, _), (start, end) in zip(timed, pairwise(edges), strict=True)
        )
    names = _groupings(segment) or ("",)
    tall = box.height / len(names)
    return tuple(
        (name, Box(box.left, box.top + row * tall, box.right, box.top + (row + 1) * tall))
        for row, name in enumerate(names)
    )


def _draw_segment(drawing: Drawing, segment: Segment, box: Box, unit: str) -> None:
    number, _, minutes, _, protected = segment
    level = box.top + _HEAD
    before: tuple[str, Box] | None = None
    for name, surface in _surfaces(segment, Box(box.left, level, box.right, box.bottom)):
        draw_pattern(drawing, name, surface)
        if before and before[0] != name:
            corner = (surface.left, surface.top)
            end = (box.right, surface.top) if surface.top > level else (surface.left, box.bottom)
            drawing.line(corner, end, Pen(0.35))
        before = name, surface
    drawing.line((box.left, level), (box.right, level), Pen(0.5))
    drawing.rect(box.left, box.top, box.width, box.height, Pen(0.75))
    if protected:
        _draw_protection(drawing, box)
    middle = (box.left + box.right) / 2
    size = _NUMBER_SIZE
    while size > _SMALLEST and width(str(number), size, Face.BOLD) * MM > box.width - 0.8:
        size -= 0.5
    baseline = box.top + _HEAD / 2 + size * MM * 0.33
    drawing.text((middle, baseline), str(number), size, anchor="middle", face=Face.BOLD)
    label = f"{minutes} {unit}".rstrip()
    drawing.text((middle, box.top - 1.4), label, _MINUTES_SIZE, anchor="middle")


def _unit(segments: Sequence[Segment], edges: Sequence[float], word: str) -> str:
    """Give the unit where every segment has room for it, so that all are labelled alike."""
    roomy = all(
        width(f"{segment[2]} {word}", _MINUTES_SIZE) * MM <= right - left - 1
        for segment, (left, right) in zip(segments, pairwise(edges), strict=False)
    )
    return word if roomy else ""


def _draw_protection(drawing: Drawing, box: Box) -> None:
    """Draw a heavy foot."""
    drawing.rect(box.left, box.bottom - 0.55, box.width, 1.1, Pen(0, "none", fill=INK))


def _draw_ruler(
    drawing: Drawing, minutes: Sequence[int], edges: Sequence[float], unit: str
) -> None:
    """Draw elapsed minutes at round figures, between the edges in proportion."""
    ends = list(accumulate(minutes, initial=0))
    span = ends[-1]
    per_minute = (edges[len(minutes)] - edges[0]) / max(span, 1)
    step = next((step for step in _STEPS if step * per_minute >= 9), _STEPS[-1])  # noqa: PLR2004
    top = _TOP + _BAR + 1.2
    last = edges[len(minutes)]
    with drawing.group("ruler"):
        for mark in [*range(0, span, step), span]:
            x = _position(mark, ends, edges)
            if mark != span and mark and last - x < 11:  # noqa: PLR2004 - figures would touch
                continue
            drawing.line((x, top), (x, top + 1.3), Pen(0.5, SOFT))
            anchor = "start" if mark == 0 else "end" if x > drawing.width - 2 else "middle"
            at = ({"start": 0.0, "end": drawing.width}.get(anchor, x), top + 4.4)
            label = f"{mark} {unit}" if mark == span else str(mark)
            drawing.text(at, label, _RULER_SIZE, anchor=anchor, color=SOFT)


def _position(mark: int, ends: Sequence[int], edges: Sequence[float]) -> float:
    for place, (start, end) in enumerate(pairwise(ends)):
        if start <= mark <= end and end > start:
            share = (mark - start) / (end - start)
            return edges[place] + (edges[place + 1] - edges[place]) * share
    return edges[0]


def _description(segments: Sequence[Segment], total: int, words: Mapping[str, str]) -> str:
    said = []
    for segment in segments:
        number, title, minutes, _, protected = segment
        groupings = ", ".join(words.get(name, name) for name in _groupings(segment))
        text = words["segment"].format(
            number=number, title=plain(title), minutes=minutes, groupings=groupings
        )
        said.append(f"{text}, {words['protected']}" if protected else text)
    rest = total - sum(segment[2] for segment in segments)
    if rest > 0:
        said.append(words["rest"].format(minutes=rest))
    return f"{words['bar'].format(total=total)} {'; '.join(said)}."
