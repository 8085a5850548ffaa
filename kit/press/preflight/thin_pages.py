"""Pages with next to nothing on them, and what runs over onto them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.press.preflight.proof import Proof, quoted, rounded, warning, words_of
from kit.press.preflight.sheets import MM, filled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Problem
    from kit.press.preflight.sheets import Key, Mark, Sheet

THIN = 0.14
"""A page is thin whose text, frames and lines fill less than this part of its height."""
THIN_IN_LARGE_PRINT = 0.1
"""The same in large print, where nobody can tell beforehand where a page will end."""
THIN_AS_MEANT = 0.06
"""The same for a page that a style begins: a short worksheet may have a page of its own."""
SPILLED = 0.16
"""What began on a page of its own and fills less than this part of a second one, spills."""


def thin_pages(proof: Proof) -> Iterator[Problem]:
    """Tell of pages that hold a few lines only, of all where there are several.

    Lines to write on, frames and drawings count as text does. Pages that were left empty to reach a
    right-hand page are meant.
    """
    if len(proof.sheets.pages) == 1:
        return
    spilled = {number for number, _, _ in _spills(proof)}
    usual = THIN_IN_LARGE_PRINT if proof.sheets.large else THIN
    for sheet in proof.sheets.pages:
        least = (THIN_AS_MEANT if sheet.begun else usual) * sheet.height
        if sheet.blank or sheet.number in spilled or filled(sheet.marks) >= least:
            continue
        words = words_of(sheet.marks)
        if words and words == proof.sheets.blank:
            continue
        yield warning(
            "thin-page",
            f"Page {sheet.number} holds next to nothing: {quoted(words)}."
            if words
            else f"Page {sheet.number} is empty.",
            "Write more there, or take out in the style sheet what begins a new page before it."
            if sheet.begun
            else f"Shorten what stands before it by {_amount(sheet.marks)}, and the page is saved.",
        )


def spills(proof: Proof) -> Iterator[Problem]:
    """Tell of worksheets and the like, on a page of their own, that need a little of a second."""
    for number, key, marks in _spills(proof):
        title = proof.sheets.titles.get(key) or words_of(marks)
        last = quoted(words_of(marks)) if words_of(marks) else "lines to write on"
        yield warning(
            "spills-over",
            f"Page {number}: {quoted(title)} runs over its page by a little: {last}.",
            f"Take {_amount(marks)} away: some of its `lines`, some `height` of a box or of a "
            "table's rows, or a few words.",
        )


def _spills(proof: Proof) -> Iterator[tuple[int, Key, list[Mark]]]:
    """Give the page, the part, and what of the part stands there."""
    if proof.sheets.large:
        return
    begun: dict[Key, int] = {}
    for sheet in proof.sheets.pages:
        for part in sheet.parts:
            if part.starts_page and not part.continued:
                begun[part.key] = sheet.number
    for sheet in proof.sheets.pages:
        key = next((part.key for part in sheet.parts if part.starts_page and part.continued), None)
        if key is None or begun.get(key) != sheet.number - 1 or _goes_on(proof, sheet, key):
            continue
        # Where other text follows, the page is put to use.
        if filled(sheet.marks) < SPILLED * sheet.height:
            marks = [mark for mark in sheet.marks if any(p.key == key for p in mark.part.chain())]
            yield sheet.number, key, marks


def _goes_on(proof: Proof, sheet: Sheet, key: Key) -> bool:
    after = proof.sheets.after(sheet)
    return after is not None and any(part.key == key for part in after.parts)


def _amount(marks: list[Mark]) -> str:
    lines = len({round(mark.top) for mark in marks if mark.words})
    height = rounded(filled(marks) / MM)
    return f"about {height} mm" + (f" ({lines} lines)" if lines > 1 else "")
