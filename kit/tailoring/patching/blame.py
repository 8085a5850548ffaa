"""What in a cohort's file a problem comes from that only its changes brought about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.definitions.cohort import WorkshopChanges
    from kit.errors import Problem
    from kit.reading.cohort import LoadedCohort
    from kit.reading.path import Location

_NAMED = re.compile(r"`([^`]+)`")
_WANTED = re.compile(r"not ([0-9]+)\.")
_OF_MINUTES: Final = ("minutes-add-up", "no-time-for-evaluation", "empty-length", "under-minimum")
_OF_ORDER: Final = ("closing-not-protected", "long-without-change")
_SOLVED_BY_FITTING: Final = ("minutes-add-up",)
_KEYS: Final = {
    "unknown-length": "length",
    "minutes-do-not-fit": "minutes",
    "unknown-vocabulary": "roles",
}
"""Where in a session stands what cannot be chosen."""


@dataclass(frozen=True, slots=True)
class _Cause:
    """A change that a problem may come from, and its id.

    With None in place of the id, it is to blame if nothing before it is.
    """

    location: Location
    name: str | None = None
    key: bool = False


@dataclass(frozen=True, slots=True)
class Blame:
    """One session, and what matters to it: its length and its wording.

    Problems of the workshop's other lengths and wordings are no business of this session's.
    `fitted` says that its agenda is fitted to minutes, so that it need not add up before.
    """

    cohort: LoadedCohort
    number: int
    lengths: tuple[str, ...] = ()
    length: str = ""
    fitted: bool = False
    wordings: tuple[str, ...] = ()
    wording: str | None = None

    def new(self, problems: Iterable[Problem], before: Iterable[Problem]) -> tuple[Problem, ...]:
        """Pick the problems that matter to the session, each at its place.

        `before` are those of the workshop without the changes. What stands there too keeps its
        place in the workshop's files.
        """
        known = {(each.code, each.message) for each in before}
        return tuple(
            each if (each.code, each.message) in known else self.placed(each)
            for each in problems
            if self._matters(each)
        )

    def placed(self, problem: Problem) -> Problem:
        """Place a problem in the cohort's file, and say where it shows, if that is elsewhere."""
        where = problem.where
        if where is not None and where.file == self.cohort.source.shown and where.line:
            return problem
        seen = f" It shows at {where}." if where else ""
        hint = f"{problem.hint}{self._or_here(problem)}{seen}".strip()
        cause = self._cause(problem)
        at = ("workshops", self.cohort.cohort.sessions[self.number].workshop)
        if cause and problem.code == "too-few" and cause.location[:1] == ("leave_out",):
            # What one would write there in a workshop is no way out here.
            message = problem.message.replace("must stand here", "must stay")
            hint = f"Leave out less: take an id out of `leave_out`.{seen}"
            problem = replace(problem, message=message)
        if cause:
            where = self.cohort.place(*at, *cause.location, key=cause.key)
        elif at[1] in self.cohort.cohort.workshops:
            where = self.cohort.place(*at, key=True)
        else:
            where = self.cohort.place("sessions", self.number, "workshop")
        return replace(problem, where=where, hint=hint)

    def choice(self, problem: Problem) -> Problem:
        """Place a choice that the workshop does not offer."""
        if problem.where is not None:
            return problem
        if problem.code == "unknown-audience":
            return replace(problem, where=self.cohort.place("audience"))
        key = _KEYS.get(problem.code, "id")
        return replace(problem, where=self.cohort.place("sessions", self.number, key))

    def _or_here(self, problem: Problem) -> str:
        """Give the way out that only a cohort has: to fit the session, or to leave out more."""
        wanted = _WANTED.search(problem.message)
        if problem.code in _SOLVED_BY_FITTING and wanted is not None:
            return (
                f" Or write `minutes: {wanted[1]}` for the session in place of a length: its "
                "agenda is then fitted."
            )
        session = self.cohort.cohort.sessions[self.number]
        changes = self.cohort.cohort.workshops.get(session.workshop)
        named = _NAMED.findall(problem.message)
        if problem.code == "not-taught" and named and changes and changes.leave_out:
            return f" Or leave it out, too: add `{named[0]}` to `leave_out`."
        return ""

    def _matters(self, problem: Problem) -> bool:
        if self.fitted and problem.code in _SOLVED_BY_FITTING:
            return False
        named = _NAMED.findall(problem.message)
        if problem.code == "no-wording":
            missing = [name for name in named if name in self.wordings]
            return self.wording is None or not missing or self.wording in missing
        lengths = [name for name in named if name in self.lengths]
        return not lengths or self.length in lengths

    def _cause(self, problem: Problem) -> _Cause | None:
        session = self.cohort.cohort.sessions[self.number]
        changes = self.cohort.cohort.workshops.get(session.workshop)
        named = set(_NAMED.findall(problem.message))
        causes = _causes(changes, problem.code) if changes else ()
        return next((each for each in causes if each.name is None or each.name in named), None)


def _causes(changes: WorkshopChanges, code: str) -> Iterator[_Cause]:
    """Give what may have caused a problem, the likeliest first."""
    if code in _OF_MINUTES:
        yield from _of_minutes(changes)
    yield from (_Cause(("leave_out", at), name) for at, name in enumerate(changes.leave_out))
    yield from (_Cause(("change", name), name, key=True) for name in changes.change)
    yield from _own_things(changes)
    if changes.order and code in _OF_ORDER:
        yield _Cause(("order",), key=True)
    if len(changes.leave_out) == 1:
        yield _Cause(("leave_out", 0))
    elif changes.leave_out:
        yield _Cause(("leave_out",), key=True)
    if len(changes.change) == 1:
        yield _Cause(("change", *changes.change), key=True)


def _of_minutes(changes: WorkshopChanges) -> Iterator[_Cause]:
    for name, fields in changes.change.items():
        for key in ("lengths", "minutes", "minimum"):
            if key in fields and (key != "lengths" or name == "workshop"):
                yield _Cause(("change", name, key), key=True)


def _own_things(changes: WorkshopChanges) -> Iterator[_Cause]:
    for number, name in enumerate(changes.scenarios.use if changes.scenarios else ()):
        yield _Cause(("scenarios", "use", number), name)
    for number, addition in enumerate(changes.add):
        for kind in ("activity", "worksheet", "block", "scenario", "item"):
            if (thing := getattr(addition, kind)) is not None:
                yield _Cause(("add", number, kind), thing.id, key=True)
