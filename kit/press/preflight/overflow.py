"""Text that does not fit: into a card or another box of a fixed height, or into its column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.press.preflight.proof import Proof, quoted, rounded, warning, words_of
from kit.press.preflight.sheets import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Problem
    from kit.press.preflight.sheets import Key, Mark

_INK = 0.14
"""The part of a line's height above and below its letters."""
_SLACK = 0.5 * MM


def full_boxes(proof: Proof) -> Iterator[Problem]:
    """Tell of boxes of a fixed height that have more text than room."""
    over: dict[Key, tuple[int, list[Mark], list[Mark]]] = {}
    for sheet in proof.sheets.pages:
        for mark in (*sheet.marks, *sheet.in_margins):
            for part, top, bottom in mark.part.limits if mark.words else ():
                _, held, beyond = over.setdefault(part.key, (sheet.number, [], []))
                held.append(mark)
                # What goes on to the next page had no room on this one.
                if part.continued or _is_beyond(mark, top, bottom):
                    beyond.append(mark)
    for key, (number, held, beyond) in over.items():
        if beyond:
            title = proof.sheets.titles.get(key) or words_of(held)
            text = words_of(beyond)
            yield warning(
                "text-overflow",
                f"Page {number}: {quoted(title)} has more text than its card or box has room for: "
                f"{quoted(text)} goes beyond the edge.",
                f"Shorten its text by about {_about(len(text.split()))}.",
            )


def wide_words(proof: Proof) -> Iterator[Problem]:
    """Tell of words that are wider than the column or the cell that they stand in."""
    for sheet in proof.sheets.pages:
        wide = [mark for mark in sheet.marks if mark.words and _is_wide(mark)]
        if wide:
            most = max(_excess(mark) for mark in wide) / MM
            yield warning(
                "wide-word",
                f"Page {sheet.number}: {_listed(wide)} too wide, by up to {rounded(most)} mm, and "
                "may be printed over what stands beside.",
                "Use a shorter word, or part a long one with a hyphen or a space.",
            )


def has_room(mark: Mark) -> bool:
    """Say whether words stay within their column, and within each box that has a fixed height."""
    return not _is_wide(mark) and not any(
        _is_beyond(mark, top, bottom) for _, top, bottom in mark.part.limits
    )


def _is_beyond(mark: Mark, top: float, bottom: float) -> bool:
    room = _INK * (mark.bottom - mark.top) + _SLACK
    return mark.bottom > bottom + room or mark.top < top - room


def _is_wide(mark: Mark) -> bool:
    return _excess(mark) > _SLACK


def _excess(mark: Mark) -> float:
    return mark.right - mark.part.right


def _listed(marks: list[Mark]) -> str:
    named = list(dict.fromkeys(quoted(mark.words) for mark in marks))
    if len(named) == 1:
        return f"{named[0]} is"
    more = f" and {len(named) - 3} more" if len(named) > 3 else ""  # noqa: PLR2004
    return f"{', '.join(named[:3])}{more} are"


def _about(words: int) -> str:
    number = rounded(words)
    return "one word" if number == 1 else f"{number} words"
