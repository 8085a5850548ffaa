"""Every check of the preflight, in the order in which a document's findings are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.press.preflight.embedding import missing_fonts
from kit.press.preflight.faces import boxed_signs, foreign_faces
from kit.press.preflight.margins import near_the_edge
from kit.press.preflight.overflow import full_boxes, wide_words
from kit.press.preflight.overprint import words_over_words
from kit.press.preflight.stranded import stranded_headings
from kit.press.preflight.thin_pages import spills, thin_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kit.errors import Problem
    from kit.press.preflight.proof import Proof

CHECKS: Final[tuple[Callable[[Proof], Iterable[Problem]], ...]] = (
    missing_fonts,
    boxed_signs,
    foreign_faces,
    full_boxes,
    wide_words,
    words_over_words,
    near_the_edge,
    spills,
    thin_pages,
    stranded_headings,
)


def preflight(proof: Proof) -> Iterator[Problem]:
    """Give what a person should see before a document is printed."""
    for check in CHECKS:
        yield from check(proof)
