"""Texts that name a case which a session does not have: after other cases were chosen for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.checking.texts import place_of_words, texts_of
from kit.definitions.base import minutes_in
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.checking.texts import Text
    from kit.errors import Place
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.tailor import TailoredWorkshop


def cases_named(
    loaded: LoadedWorkshop, usual: LoadedWorkshop, tailored: TailoredWorkshop, where: Place
) -> Iterator[Problem]:
    """Tell of the texts of `loaded` that name a case of the `usual` workshop which is not here.

    And of activities that the chosen cases do not reach: people would sit there without any.
    """
    for title, places in still_named(loaded, usual, tailored).items():
        lines = ", ".join(dict.fromkeys(f"{each.file}:{each.line}" for each in places))
        yield Problem(
            "case-not-here",
            f"The case “{title}” is named in a text, but this session does not have it: {lines}.",
            where,
            "Reword the text under `change`, or choose the case too.",
            Severity.WARNING,
        )
    for name in _without_cases(usual, tailored):
        yield Problem(
            "no-case-left",
            f"No case is left for the activity `{name}`: those before it take all that are chosen.",
            where,
            f"Choose more cases. Or leave the activity out, too: `leave_out: [{name}]`.",
            Severity.WARNING,
        )


def _without_cases(usual: LoadedWorkshop, tailored: TailoredWorkshop) -> Iterator[str]:
    here = {each.id for each in tailored.scenarios}
    uses = {each.id: each.uses for each in usual.workshop.agenda}
    for timed in tailored.agenda:
        activity = timed.activity
        had = any(name in usual.scenarios for name in uses.get(activity.id, ()))
        if had and not here.intersection(activity.uses):
            yield activity.id


def still_named(
    loaded: LoadedWorkshop, usual: LoadedWorkshop, tailored: TailoredWorkshop
) -> dict[str, list[Place]]:
    """Find the titles of cases that texts name and the session lacks, each with its places.

    Only cases that the workshop has in this length by itself are looked for. One counts as named
    where its title stands in quotation marks or in italics. Texts of other lengths, of activities
    that are left out, and of the cases themselves are nobody's reading here.
    """
    here = {each.title for each in tailored.scenarios}
    in_length = (
        name
        for activity in usual.workshop.agenda
        if minutes_in(activity.minutes, tailored.length) is not None
        for name in activity.uses
        if name in usual.scenarios
    )
    gone = {usual.scenarios[name].title for name in in_length} - here
    found: dict[str, list[Place]] = {}
    for text in texts_of(loaded):
        if not _is_read(text, loaded, tailored):
            continue
        flat = " ".join(text.words.split())
        for title in sorted(gone):
            if re.search(rf"[“*]{re.escape(title)}[.,;?!]?[”*]", flat):
                found.setdefault(title, []).append(place_of_words(loaded, text, title))
    return found


def _is_read(text: Text, loaded: LoadedWorkshop, tailored: TailoredWorkshop) -> bool:
    if text.shared is not None:
        return text.shared[0] != "scenario"
    part, *inner = text.location
    if part in {"scenarios", "title", "summary", "keywords", "references", "reading"}:
        return False
    other_lengths = set(loaded.workshop.lengths) - {tailored.length}
    if any(name in other_lengths for name in inner):
        return False
    if part == "agenda":
        kept = {each.activity.id for each in tailored.agenda}
        return loaded.workshop.agenda[int(inner[0])].id in kept
    return True
