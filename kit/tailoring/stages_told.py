"""That a session has the stages of a program, in an educator's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.tailoring.terms import substitute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop


def told_of_stages(
    changed: LoadedWorkshop, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Say which stages a session has, where they are other than those of its workshop."""
    terms, language = tailored.workshop.terms, tailored.workshop.language
    usual = [substitute(each.title, terms, language) for each in changed.workshop.stages]
    here = [each.title for each in tailored.workshop.stages]
    if usual != here:
        yield words("differs_stages", titles="; ".join(f"“{title}”" for title in here))
