"""The stages of a program are those that its sessions show and speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.checking.texts import texts_of
from kit.checking.words import listed
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop

_SPOKEN: Final = frozenset({"agenda", "worksheets", "worksheet"})
"""Where people read or hear of stages, a shared worksheet too; the background may speak of those of
a study."""


def stages_in_sessions(cohort: LoadedCohort, loaded: Sequence[LoadedWorkshop]) -> Iterator[Problem]:
    """Tell of sessions that show other stages than the program, or that speak of others.

    `loaded` are the workshops of its sessions; of one that cannot be read, nothing is told.
    """
    own = cohort.cohort.program
    if own is None or not own.own_stages:
        return
    workshops = {each.name: each for each in loaded}
    titles = {stage.title for stage in own.own_stages}
    for at, session in enumerate(cohort.cohort.sessions):
        workshop = workshops.get(session.workshop)
        if workshop is None or {each.title for each in workshop.workshop.stages} <= titles:
            continue
        where = cohort.place("sessions", at, "workshop")
        if not own.is_checkpoint(session.id):
            yield Problem(
                "other-stages",
                f"The session `{session.id}` shows the stages of its workshop `{workshop.name}`, "
                "and the program has others.",
                where,
                f"Take those for the program, `stages: {workshop.name}`, and change them under "
                "`workshops`; or let it be one of the `checkpoints`, which show the program’s.",
                Severity.WARNING,
            )
        elif named := _named(workshop, titles):
            yield Problem(
                "stage-named",
                f"The workshop `{workshop.name}` of the check-point `{session.id}` speaks of "
                f"{listed(named)}, and the program has no such stage.",
                where,
                "Change these texts under `workshops`, or take a workshop that names no stage, "
                "such as `check-point`.",
                Severity.WARNING,
            )


def _named(workshop: LoadedWorkshop, titles: set[str]) -> list[str]:
    """Give the titles beside these that the workshop's agenda or its sheets write out."""
    spoken = [
        text.words
        for text in texts_of(workshop)
        if (text.shared[0] if text.shared else text.location[0]) in _SPOKEN
    ]
    return [
        stage.title
        for stage in workshop.workshop.stages
        if stage.title not in titles and any(_says(text, stage.title) for text in spoken)
    ]


def _says(text: str, title: str) -> bool:
    """Say whether a title is written out; of a single word, such as “Working,” with its capital."""
    if title.isalpha():
        return title in text
    return title.casefold() in text.casefold()
