"""The same people's answers before and now: a small plot an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.rendering.figures.box import Box
from kit.rendering.figures.key_row import Key, draw_key, lay_out_key
from kit.rendering.figures.label import plain
from kit.rendering.figures.slope_lines import SlopeLine, draw_slope_lines, slope_lines
from kit.rendering.figures.svg import INK, SOFT, Drawing, Pen, number
from kit.rendering.figures.text_fit import Fitted, fit, fit_alike
from kit.rendering.figures.text_width import MM, Face

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WORDS: Final = {
    "plots": "The same people’s answers before and now, on the scale {scale}.",
    "row": "“{label}”: {tally}; median {before} before, {now} now; before to now: {pairs}",
    "pair": "{before} to {now}: {people}",
    "empty": "“{label}”: not shown",
    "tally": "n = {n}: {higher} higher, {same} the same, {lower} lower",
    "before": "Before",
    "now": "Now",
    "higher": "higher now",
    "same": "the same",
    "lower": "lower now",
    "people": "3 people",
    "forms": "3 forms",
    "median": "median",
    "not_shown": "not shown",
}
"""The words in the figure and of its description, for other languages to replace."""

Pairs = tuple[tuple[int, int, int], ...]
"""Answer before, answer now, and how many people gave these two."""

_NARROWEST, _WIDEST = 50.0, 84.0
_BESIDE, _BELOW = 9.0, 6.0
"""Space between two plots."""
_FROM_EDGE: Final = 6.0
"""From a plot's edge to its axis: room for the values and the rings around them."""
_TO_VALUE: Final = 3.4
_RING: Final = 1.95
_HEIGHT: Final = 29.0
_STEP: Final = (4.0, 11.0)
"""The least and the most between two values."""
_ITEM_SIZES: Final = (9.5, 9.0, 8.5, 8.0)
_VALUE_SIZE: Final = 8.5
_SMALL_SIZE: Final = 8.5
_HEAD, _FOOT = 6.4, 7.4
_TO_HEAD: Final = 1.4
_SIGNS: Final = ("higher", "same", "lower", "people", "median")
_KEY_GAP: Final = 4.5
_SAMPLE: Final = (9.0, 4.0)


@dataclass(frozen=True)
class _Plot:
    """An item's label and lines, laid out on the sheet."""

    label: str
    fitted: Fitted
    lines: tuple[SlopeLine, ...]
    medians: tuple[float, float] | None
    box: Box


def paired_plot(
    rows: Sequence[tuple[str, Sequence[tuple[int, int, int]]]],
    labels: Sequence[str],
    *,
    width_mm: float = 178,
    id: str,  # noqa: A002 - the attribute that it becomes
    words: Mapping[str, str] = WORDS,
    forms: bool = False,
) -> str:
    """Draw a plot an item, two or three side by side; `labels` name the values from 1.

    Where one person may have filled in several `forms`, the key speaks of these.
    """
    digits = len(str(len(labels)))
    scale = lay_out_key(labels, (digits * 1.9, 3.8), width_mm)
    counted = {"people": "forms" if forms else "people"}
    signs = lay_out_key([words[counted.get(name, name)] for name in _SIGNS], _SAMPLE, width_mm)
    top = scale.height + 1.8 + signs.height + _KEY_GAP
    plots, bottom = _lay_out(rows, len(labels), width_mm, top)
    drawing = Drawing(width_mm, bottom)
    _draw_keys(drawing, scale, signs)
    for plot in plots:
        with drawing.group("plot"):
            _draw_plot(drawing, plot, len(labels), words)
    return drawing.finish("paired-plot", id, _description(plots, labels, words))


def _columns(count: int, width_mm: float) -> int:
    """Give how many plots stand side by side: three, but four make a square."""
    room = int((width_mm + _BESIDE) / (_NARROWEST + _BESIDE))
    wished = 2 if count in (2, 4) else 3
    return max(1, min(count, wished, room))


def _lay_out(
    rows: Sequence[tuple[str, Sequence[tuple[int, int, int]]]],
    most: int,
    width_mm: float,
    top: float,
) -> tuple[tuple[_Plot, ...], float]:
    """Give the plots and the lower edge of the last row."""
    columns = _columns(len(rows), width_mm)
    wide = min((width_mm - _BESIDE * (columns - 1)) / columns, _WIDEST)
    step = _step(most)
    fitted = fit_alike(
        [label for label, _ in rows], wide, _ITEM_SIZES, face=Face.SEMIBOLD, most_lines=4
    )
    plots: list[_Plot] = []
    for start in range(0, len(rows), columns):
        inside = range(start, min(start + columns, len(rows)))
        upper = top + max(fitted[place].height for place in inside) + _TO_HEAD + _HEAD
        lower = upper + step * (most - 1)
        for column, place in enumerate(inside):
            label, pairs = rows[place]
            left = column * (wide + _BESIDE)
            box = Box(left + _FROM_EDGE, upper, left + wide - _FROM_EDGE, lower)
            lines = slope_lines(
                pairs,
                (box.left, box.right),
                lambda value, lower=lower: lower - (value - 1) * step,  # type: ignore[misc]
                step,
            )
            medians = _medians(lines)
            plots.append(_Plot(plain(label), fitted[place], lines, medians, box))
        top = lower + _FOOT + _BELOW
    return tuple(plots), max(top - _BELOW, 1.0)


def _step(most: int) -> float:
    least, largest = _STEP
    return max(least, min(largest, _HEIGHT / max(most - 1, 1)))


def _medians(lines: Sequence[SlopeLine]) -> tuple[float, float] | None:
    if not lines:
        return None
    return (
        _median([(line.before, line.people) for line in lines]),
        _median([(line.now, line.people) for line in lines]),
    )


def _median(answers: Sequence[tuple[int, int]]) -> float:
    """Give the middle answer, or the mean of the two in the middle."""
    whole = sum(people for _, people in answers)
    middle: list[int] = []
    reached = 0
    for value, people in sorted(answers):
        # The two middle people, who are one where the number is odd.
        middle += [
            value for rank in ((whole - 1) // 2, whole // 2) if reached <= rank < reached + people
        ]
        reached += people
    return sum(middle) / len(middle)


def _tally(lines: Sequence[SlopeLine]) -> dict[str, int]:
    """Count who is higher now, the same, lower, and all."""
    return {
        "n": sum(line.people for line in lines),
        "higher": sum(line.people for line in lines if line.now > line.before),
        "same": sum(line.people for line in lines if line.now == line.before),
        "lower": sum(line.people for line in lines if line.now < line.before),
    }


def _draw_keys(drawing: Drawing, scale: Key, signs: Key) -> None:
    def draw_value(place: int, at: tuple[float, float]) -> None:
        name = scale.entries[place].fitted
        where = (at[0] + scale.sign[0] / 2, at[1] - name.height / 2 + name.baselines[0])
        drawing.text(where, str(place + 1), name.size, anchor="end", face=Face.SEMIBOLD)

    def draw_sign(place: int, at: tuple[float, float]) -> None:
        x, y = at
        name = _SIGNS[place]
        if name == "median":
            drawing.circle((x, y), _RING, Pen(1.0))
            return
        now, people = {"higher": (3, 1), "same": (2, 1), "lower": (1, 1), "people": (2, 3)}[name]
        half, rise = _SAMPLE[0] / 2 - 0.5, (now - 2) * 1.2
        start, end = (x - half, y + rise), (x + half, y - rise)
        line = SlopeLine(2, now, people, start, end, 0.5 * people)
        # More people who rose: as dark as most lines are.
        draw_slope_lines(drawing, (line,), INK if people > 1 else None)

    draw_key(drawing, scale, 0.2, draw_value)
    draw_key(drawing, signs, 0.2 + scale.height + 1.8, draw_sign)


def _draw_plot(drawing: Drawing, plot: _Plot, most: int, words: Mapping[str, str]) -> None:
    box = plot.box
    left_edge, right_edge = box.left - _FROM_EDGE, box.right + _FROM_EDGE
    head = box.top - _HEAD
    drawing.lines((left_edge, head - _TO_HEAD - plot.fitted.height), plot.fitted)
    for name, x, anchor in (("before", left_edge, "start"), ("now", right_edge, "end")):
        room = ((right_edge - left_edge) / 2 - 1, 4.0)
        title = fit(words[name], room, (_SMALL_SIZE, 7.5, 7.0), most_lines=1)
        drawing.lines((x, head), title, anchor=anchor, color=SOFT)
    for x, outwards in ((box.left, -1), (box.right, 1)):
        drawing.line((x, box.top - 1), (x, box.bottom + 1), Pen(0.6, SOFT))
        for value in range(1, most + 1):
            y = _level(box, most, value)
            drawing.line((x, y), (x + outwards * 1.0, y), Pen(0.6, SOFT))
            at = (x + outwards * _TO_VALUE, y + _VALUE_SIZE * MM * 0.33)
            drawing.text(at, str(value), _VALUE_SIZE, anchor="middle")
    if not plot.medians:
        middle = ((box.left + box.right) / 2, (box.top + box.bottom) / 2 + 1)
        drawing.text(
            middle, words["not_shown"], _SMALL_SIZE, anchor="middle", face=Face.ITALIC, color=SOFT
        )
        return
    draw_slope_lines(drawing, plot.lines)
    for median, x in zip(plot.medians, (box.left - _TO_VALUE, box.right + _TO_VALUE), strict=True):
        drawing.circle((x, _level(box, most, median)), _RING, Pen(1.0))
    foot = fit(
        words["tally"].format(**_tally(plot.lines)),
        (right_edge - left_edge, 4.2),
        (_SMALL_SIZE, 8.0, 7.5, 7.0),
        most_lines=1,
    )
    drawing.lines((left_edge, box.bottom + _FOOT - 3.6), foot, color=SOFT)


def _level(box: Box, most: int, value: float) -> float:
    return box.bottom - (box.bottom - box.top) * (value - 1) / max(most - 1, 1)


def _description(plots: Sequence[_Plot], labels: Sequence[str], words: Mapping[str, str]) -> str:
    said = []
    for plot in plots:
        if not plot.medians:
            said.append(words["empty"].format(label=plot.label))
            continue
        pairs = ", ".join(
            words["pair"].format(before=line.before, now=line.now, people=line.people)
            for line in plot.lines
        )
        before, now = map(number, plot.medians)
        tally = words["tally"].format(**_tally(plot.lines))
        said.append(
            words["row"].format(label=plot.label, tally=tally, before=before, now=now, pairs=pairs)
        )
    scale = ", ".join(f"{value} {plain(label)}" for value, label in enumerate(labels, 1))
    return f"{words['plots'].format(scale=scale)} {'; '.join(said)}."
