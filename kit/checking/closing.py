"""A cohort that leaves out the protected end of a session is told so once, and what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.checking.words import counted, listed
from kit.definitions.base import minutes_in
from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.tailoring.session import LoadedSession

_OF_THE_END: Final = {"closing-not-protected", "no-time-for-evaluation"}


def closing_left_out(
    told: Iterable[Problem], session: LoadedSession, length: str
) -> Iterator[Problem]:
    """Pass on what was told of a session, with one warning in place of all about its lost end.

    People then leave without a last word, and nobody has minutes for the form. What that does to
    other lengths of the workshop is no business of the session's.
    """
    changes = session.cohort.cohort.workshops.get(session.session.workshop)
    left_out = changes.leave_out if changes else ()
    usual = session.plain.workshop.agenda
    protected = {each.id for each in usual if each.protected and minutes_in(each.minutes, length)}
    gone = [name for name in left_out if name in protected]
    if not gone:
        yield from told
        return
    file = session.cohort.source.shown
    for each in told:
        if each.code not in _OF_THE_END or each.where is None or each.where.file != file:
            yield each
    workshop = session.loaded.workshop
    here = [each for each in workshop.agenda if minutes_in(each.minutes, length) is not None]
    safe = sum(minutes_in(each.minutes, length) or 0 for each in here if each.protected)
    needed = workshop.evaluation.minutes
    if not here or (here[-1].protected and safe >= needed):
        return
    last = here[-1]
    yield Problem(
        "closing-left-out",
        f"Without {listed(gone)}, the session may end in haste: the form takes "
        f"{counted(needed, 'minute')}, and {counted(safe, 'minute')} of it "
        f"{'is' if safe == 1 else 'are'} protected.",
        session.cohort.place(
            "workshops", session.session.workshop, "leave_out", left_out.index(gone[-1])
        ),
        f"Keep it, with fewer minutes. Or let `{last.id}`, which comes last, close the session: "
        "write `protected: true` for it under `change`, with minutes enough for the form.",
        Severity.WARNING,
    )
