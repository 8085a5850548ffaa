"""Words that are printed over other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.press.preflight.overflow import has_room
from kit.press.preflight.proof import Proof, quoted, warning
from kit.press.preflight.sheets import MM

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.errors import Problem
    from kit.press.preflight.sheets import Mark

_INK = 0.22
"""The part of a line's height above and below what most of its letters fill: lines that are set
closely reach so far into each other, and are read all the same."""
_TOUCH = 0.5 * MM


def words_over_words(proof: Proof) -> Iterator[Problem]:
    """Tell of words that stand where other words stand.

    Words that have left their box or column are told of as such.
    """
    for sheet in proof.sheets.pages:
        pairs = [pair for pair in _over_each_other(sheet.runs) if all(map(has_room, pair))]
        if pairs:
            first, second = (quoted(mark.words) for mark in pairs[0])
            more = f", and so are {len(pairs) - 1} more" if len(pairs) > 1 else ""
            yield warning(
                "overprint",
                f"Page {sheet.number}: {first} and {second} are printed over each other{more}.",
                "Shorten one of them, or give them more room in a style sheet of your own.",
            )


def _over_each_other(runs: Iterable[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Give each pair of which the letters share a place, as one would read them."""
    above: list[Mark] = []
    for mark in sorted(runs, key=_upper):
        above = [each for each in above if _lower(each) > _upper(mark)]
        for each in above:
            if min(each.right, mark.right) - max(each.left, mark.left) > _TOUCH:
                yield each, mark
        above.append(mark)


def _upper(mark: Mark) -> float:
    return mark.top + _INK * (mark.bottom - mark.top)


def _lower(mark: Mark) -> float:
    return mark.bottom - _INK * (mark.bottom - mark.top)
