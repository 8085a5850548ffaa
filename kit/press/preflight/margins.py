"""What stands where many printers cannot print."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.press.preflight.proof import Proof, on_pages, quoted, warning, words_of
from kit.press.preflight.sheets import MM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.errors import Problem
    from kit.press.preflight.sheets import Mark, Sheet

UNPRINTABLE = 6.0
"""Millimetres along each edge that printers may leave blank."""
_SLACK = 0.2
_THICKEST_RULE = 1.0
_ENDS = ("left", "right")
_WIDER = "Make it smaller or shorter, or give the page a wider margin in the style sheet."
_PADDED = "In the style sheet, give the page a wider margin, or its running heads more padding."
_PARTED = "Part the long word with a hyphen or a space."


def near_the_edge(proof: Proof) -> Iterator[Problem]:
    """Tell of text, lines and pictures in the outermost millimetres of a page, heads included.

    What stands there on several pages alike, a running head, is told once.
    """
    heads: defaultdict[str, list[tuple[Sheet, list[Mark]]]] = defaultdict(list)
    for sheet in proof.sheets.pages:
        for edge, marks in _outside(sheet, sheet.marks).items():
            yield _told((sheet.number,), edge, _nearest(sheet, edge, marks), marks, _WIDER)
        for edge, marks in _outside(sheet, sheet.in_margins).items():
            heads[edge].append((sheet, marks))
    for edge, found in heads.items():
        nearest = min(_nearest(sheet, edge, marks) for sheet, marks in found)
        numbers = [sheet.number for sheet, _ in found]
        yield _told(numbers, edge, nearest, found[0][1], _PADDED)


def _told(
    numbers: Sequence[int], edge: str, nearest: float, marks: list[Mark], way_out: str
) -> Problem:
    words = words_of(marks)
    shown = quoted(words) if words else "A line, a frame or a picture"
    where = f"{nearest:.0f} mm from" if round(nearest) > 0 else "over"
    if edge == "right" and all(mark.words and " " not in mark.words for mark in marks):
        way_out = _PARTED
    return warning(
        "unprintable",
        f"{on_pages(numbers)}: {shown} stands {where} the {edge} edge of the paper; "
        f"printers may leave {UNPRINTABLE:.0f} mm blank there.",
        way_out,
    )


def _nearest(sheet: Sheet, edge: str, marks: list[Mark]) -> float:
    return min(_clearances(sheet, mark)[edge] for mark in marks)


def _outside(sheet: Sheet, marks: list[Mark]) -> dict[str, list[Mark]]:
    found: defaultdict[str, list[Mark]] = defaultdict(list)
    nearest = (UNPRINTABLE - _SLACK) * MM
    right, bottom = sheet.width - nearest, sheet.height - nearest
    for mark in marks:
        inside = mark.left >= nearest and mark.right <= right
        if (inside and mark.top >= nearest and mark.bottom <= bottom) or _is_ground(sheet, mark):
            continue
        for edge, clear in _clearances(sheet, mark).items():
            if clear < UNPRINTABLE - _SLACK and not (edge in _ENDS and _is_rule(mark)):
                found[edge].append(mark)
    return found


def _is_rule(mark: Mark) -> bool:
    """Say whether it is a line across: one to cut along may run off the paper, and often does."""
    return not mark.words and mark.bottom - mark.top < _THICKEST_RULE * MM


def _is_ground(sheet: Sheet, mark: Mark) -> bool:
    """Say whether it is what the whole page stands on, a slide's color: nothing is lost of it."""
    across = mark.left <= 1 and mark.right >= sheet.width - 1
    return not mark.words and across and mark.top <= 1 and mark.bottom >= sheet.height - 1


def _clearances(sheet: Sheet, mark: Mark) -> dict[str, float]:
    return {
        "upper": mark.top / MM,
        "right": (sheet.width - mark.right) / MM,
        "lower": (sheet.height - mark.bottom) / MM,
        "left": mark.left / MM,
    }
