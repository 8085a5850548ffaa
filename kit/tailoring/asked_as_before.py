"""What the form asks about an objective that a cohort words otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop


def asked_as_before(
    name: str,
    workshop: LoadedWorkshop,
    changed: LoadedWorkshop,
    tailored: TailoredWorkshop,
    words: Words,
) -> Iterator[str]:
    """Say which questions about a reworded objective keep their words: they may fit no more."""
    usual = {each.id: each.text for each in workshop.items.values()}
    now = {each.id: each.text for each in changed.items.values()}
    forms = (*tailored.items, *tailored.follow_up_items)
    asked = dict.fromkeys(each.id for each in forms if each.objective == name)
    kept = [f"“{now[each].rstrip('. ')}”" for each in asked if usual.get(each) == now.get(each)]
    if kept:
        several = "several_" if len(kept) > 1 else ""
        yield words(f"differs_{several}objective_asked", texts="; ".join(kept))
