"""The boxes of one answer ▶ the answer, or why a person must look.

Never guessed: two marks where one is asked for, a corrected mark, a faint one, an erased one, a
circle, ink that runs through, and a row without a mark. The limits were measured on forms that
were made for it, then frozen: `benchmarks/scanning.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.collecting.scan.manner import FILLED, INKED_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.collecting.scan.darkness import BoxSeen
    from kit.collecting.scan.manner import Manner

_TRACE: Final = 0.05
_BESIDE: Final = 0.07
_THROUGH: Final = 0.28
_CIRCLED: Final = 0.6
_OFF: Final = 0.6
"""A box whose outline is so much paler than the others' is not where it is looked for."""
_FAINT: Final = 0.34
_FAINTER: Final = 0.5
"""Strokes that are so much paler than the writer's others may have been rubbed out."""
_SECOND: Final = {"dark": 0.055, "share": 0.35, "inked": 0.5, "beside": 0.08, "strength": 0.6}
"""A trace beside a mark is nobody's while it stays below all of these."""

REASONS: Final = {
    "blank": "no box is marked",
    "two-marks": "more than one box is marked",
    "trace": "one box is marked, and something is in another",
    "correction": "one box is filled and another marked: a correction?",
    "filled": "the only mark fills its box, though this person marks otherwise: a correction?",
    "faint": "the only mark is faint: it may have been erased",
    "weak": "something is in a box, too little for a mark",
    "beside": "ink is beside a box, not in it",
    "circle": "a box seems to be circled",
    "through": "ink runs through the box that is marked",
    "not-found": "the boxes were not found where they should be",
    "black-and-white": "the scan is black-and-white, and the mark is broken",
}
"""Why a person must look, by a short name, in words that end a sentence about the row."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read of a row. `kind` is empty where it is clear, else a key of `REASONS`."""

    values: tuple[str, ...]
    kind: str = ""
    suggestion: tuple[str, ...] = ()


def judged(boxes: Sequence[BoxSeen], manner: Manner, *, several: bool = False) -> Verdict:
    """Read a row: one value, any number of them where `several` may be marked, or a doubt."""
    if any(box.outline < _OFF * manner.outline for box in boxes):
        return Verdict((), "not-found")
    marked = [box for box in boxes if _is_mark(box, manner)]
    traces = [box for box in boxes if box not in marked and _is_trace(box, manner)]
    if not marked:
        return _without_mark(boxes, traces)
    if several:
        return _several(boxes, marked, traces, manner)
    if len(marked) > 1:
        return _two_marks(marked, manner)
    (mark,) = marked
    others = [box for box in boxes if box is not mark]
    kind = _doubt(mark, traces, others, manner)
    return Verdict((), kind, (mark.value,)) if kind else Verdict((mark.value,))


def _is_mark(box: BoxSeen, manner: Manner) -> bool:
    return box.dark >= manner.mark and box.inked >= INKED_MARK


def _is_trace(box: BoxSeen, manner: Manner) -> bool:
    return box.dark >= manner.trace or box.inked >= _TRACE


def _without_mark(boxes: Sequence[BoxSeen], traces: list[BoxSeen]) -> Verdict:
    circled = [box for box in boxes if box.around >= _CIRCLED and box.beside >= _BESIDE]
    if len(circled) == 1:
        return Verdict((), "circle", (circled[0].value,))
    if traces:
        best = max(traces, key=lambda box: box.dark)
        return Verdict((), "weak", (best.value,) if len(traces) == 1 else ())
    beside = [box for box in boxes if box.beside >= _BESIDE]
    if beside:
        best = max(beside, key=lambda box: box.beside)
        return Verdict((), "beside", (best.value,) if len(beside) == 1 else ())
    return Verdict((), "blank")


def _two_marks(marked: list[BoxSeen], manner: Manner) -> Verdict:
    unfilled = [box for box in marked if box.filled < FILLED]
    if len(unfilled) == 1 and not manner.fills:
        return Verdict((), "correction", (unfilled[0].value,))
    return Verdict((), "two-marks")


def _several(
    boxes: Sequence[BoxSeen], marked: list[BoxSeen], traces: list[BoxSeen], manner: Manner
) -> Verdict:
    values = tuple(box.value for box in marked)
    filled = [box for box in marked if box.filled >= FILLED]
    if filled and len(filled) < len(marked):
        left = tuple(box.value for box in marked if box not in filled)
        return Verdict((), "correction", left)
    for mark in marked:
        others = [box for box in boxes if box not in marked]
        if kind := _doubt(mark, traces, others, manner):
            return Verdict((), kind, values)
    return Verdict(values)


def _doubt(mark: BoxSeen, traces: list[BoxSeen], others: list[BoxSeen], manner: Manner) -> str:
    """Say why a mark that stands alone is still no answer; empty where it is one."""
    reasons = {
        "trace": any(_matters(trace, mark, manner) for trace in traces),
        "circle": any(box.around >= _CIRCLED and box.beside >= _BESIDE for box in others),
        "filled": mark.filled >= FILLED and manner.crosses,
        "faint": mark.strength < max(_FAINT, _FAINTER * manner.usual),
        "through": mark.beside > _THROUGH,
        "black-and-white": manner.two_tone and mark.dark < 2 * manner.mark,
    }
    return next((name for name, holds in reasons.items() if holds), "")


def _matters(trace: BoxSeen, mark: BoxSeen, manner: Manner) -> bool:
    return (
        manner.two_tone
        or trace.dark >= _SECOND["dark"]
        or trace.dark >= _SECOND["share"] * mark.dark
        or trace.inked >= _SECOND["inked"] * mark.inked
        or trace.beside >= _SECOND["beside"]
        or trace.strength >= _SECOND["strength"] * mark.strength
    )
