"""Whether everybody on the roster of a program has mentors, and no mentor has too many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kit.definitions.program import MentorKind
    from kit.definitions.roster import Participant, Roster
    from kit.reading.cohort import LoadedCohort

_COLUMNS: Final = "Write their names into the columns `senior_mentor` and `peer_mentor`."
_LISTED: Final = 6
"""How many lines of a roster a message names one by one."""


def mentors(cohort: LoadedCohort, roster: Roster | None) -> Iterator[Problem]:
    """Tell of people without a mentor, and of mentors with too many. No message has a name."""
    program = cohort.cohort.program
    if program is None or roster is None or not roster.people:
        return
    people = roster.people
    if not any(each.senior_mentor or each.peer_mentor for each in people):
        message = "The roster says of nobody who their mentors are."
        where = cohort.place("roster")
        yield Problem("no-mentors", message, where, _COLUMNS, Severity.WARNING)
        return
    kinds = (("senior", program.mentors.senior), ("peer", program.mentors.peer))
    for which, kind in kinds:
        if kind is not None:
            yield from _of_kind(cohort, people, which, kind)


def _of_kind(
    cohort: LoadedCohort, people: Sequence[Participant], which: str, kind: MentorKind
) -> Iterator[Problem]:
    named = [(each, str(getattr(each, f"{which}_mentor"))) for each in people]
    where = cohort.place("roster")
    if without := [person.row for person, name in named if not name]:
        yield Problem(
            f"no-{which}-mentor",
            f"These have no {which} mentor: {_lines(without)} of the roster.",
            where,
            f"Write a name into the column `{which}_mentor`.",
            Severity.WARNING,
        )
    if own := [person.row for person, name in named if name.casefold() == person.name.casefold()]:
        yield Problem(
            "own-mentor",
            f"These are their own {which} mentor: {_lines(own)} of the roster.",
            where,
            f"Write another name into the column `{which}_mentor`.",
            Severity.WARNING,
        )
    count = Counter(name.casefold() for _, name in named if name)
    if kind.most and (over := [n for n in count.values() if n > kind.most]):
        yield Problem(
            "many-mentees",
            f"{len(over)} of the {which} mentors {'has' if len(over) == 1 else 'have'} more than "
            f"{kind.most} mentees; the most is {max(over)}.",
            where,
            f"Share them out, or change `most` of the {which} mentors.",
            Severity.WARNING,
        )


def _lines(rows: Sequence[int]) -> str:
    shown = ", ".join(map(str, rows[:_LISTED]))
    more = len(rows) - _LISTED
    word = "line" if len(rows) == 1 else "lines"
    return f"{word} {shown}" + (f" and {more} more" if more > 0 else "")
