"""How many answers came back to each form of each session, beside how many people came."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.errors import KitError
from kit.pipeline.records.session_records import load_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.answers.response import Way
    from kit.answers.stored import Count
    from kit.errors import Problem
    from kit.library import Library

_NAMED: Final = re.compile(r"[a-z0-9][a-z0-9-]*/[a-z0-9][a-z0-9-]*")


@dataclass(slots=True)
class Tally:
    """What came back to one version of a form in a session; numbers of people where recorded.

    `share` is what part of those who attended it is, in percent: empty where their number is not
    known, or where the session had more than one version of the form.
    """

    session: str
    form: str
    version: str
    by_way: dict[Way, int] = field(default_factory=dict)
    doubtful: int = 0
    aside: int = 0
    invited: int | None = None
    attended: int | None = None
    share: str = ""

    @property
    def responses(self) -> int:
        """How many came back, whichever way."""
        return sum(self.by_way.values())


def tallies(
    library: Library, counts: Iterable[Count]
) -> tuple[tuple[Tally, ...], tuple[Problem, ...]]:
    """Put counts together by session, form and version; give what records cannot be read, too."""
    found: dict[tuple[str, str, str], Tally] = {}
    for each in counts:
        key = each.session, each.form, each.version
        tally = found.setdefault(key, Tally(*key))
        if each.responses:
            tally.by_way[each.way] = each.responses
        tally.doubtful += each.doubtful
        tally.aside += each.aside
    problems = _add_people(library, found)
    return tuple(found.values()), problems


def _add_people(
    library: Library, found: Mapping[tuple[str, str, str], Tally]
) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    versions = [(session, form) for session, form, _ in found]
    for tally in found.values():
        if not _NAMED.fullmatch(tally.session):
            continue
        try:
            record = load_record(library, *tally.session.split("/"))
        except KitError as error:
            problems += error.problems
            continue
        if record is None:
            continue
        tally.invited = record.invited.count if record.invited else None
        tally.attended = record.attended.count if record.attended else None
        if tally.attended and versions.count((tally.session, tally.form)) == 1:
            tally.share = f"{tally.responses / tally.attended:.0%}"
    return tuple(dict.fromkeys(problems))
