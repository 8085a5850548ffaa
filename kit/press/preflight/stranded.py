"""Headings at the foot of a page whose text begins on the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.press.preflight.proof import Proof, quoted, warning, words_of
from kit.press.preflight.sheets import MM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Problem
    from kit.press.preflight.sheets import Mark, Sheet

_NOTHING = 3 * MM
"""A frame of this height is the rest of one that goes on, with nothing in it."""


def stranded_headings(proof: Proof) -> Iterator[Problem]:
    """Tell of pages that end with a heading although the document goes on."""
    for sheet in proof.sheets.pages:
        after = proof.sheets.after(sheet)
        if after is None or after.begun:
            continue
        last = _last_that_leads(sheet)
        if _goes_on(last, after):
            continue
        heading = [mark for mark in last if any(part.heading for part in mark.part.chain())]
        if heading:
            yield warning(
                "stranded-heading",
                f"Page {sheet.number} ends with the heading {quoted(words_of(heading))}; what "
                f"belongs to it begins on page {after.number}.",
                "Lengthen or shorten what stands before it by a line or two, or begin it on a new "
                "page with `break-before: page` in a style sheet of your own.",
            )


def _goes_on(last: list[Mark], after: Sheet) -> bool:
    """Say whether the page ends within a text: it leads to another, but it has begun here."""
    texts = {
        part.key
        for mark in last[-1:]
        for part in mark.part.chain()
        if part.leads and not part.heading
    }
    return any(
        part.continued and part.key in texts for mark in after.marks for part in mark.part.chain()
    )


def _last_that_leads(sheet: Sheet) -> list[Mark]:
    """Give what the page ends with and what should stay with something that follows."""
    last: list[Mark] = []
    for mark in reversed(sheet.marks):
        if any(part.leads for part in mark.part.chain()):
            last.append(mark)
        elif mark.words or mark.bottom - mark.top > _NOTHING:
            break
    return last[::-1]
