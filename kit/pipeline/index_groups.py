"""Which workshops of the index belong together: the sessions of a cohort, in their order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.definitions.day import day_of
from kit.editions.index import IndexGroup, IndexSession
from kit.editions.setting import clock_after
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.cohort import Cohort
    from kit.editions.index import IndexWorkshop
    from kit.library import Library
    from kit.reading.words import Words


def index_groups(
    workshops: Sequence[IndexWorkshop], library: Library, words: Words
) -> tuple[IndexGroup, ...]:
    """Put the workshops first, and then each cohort with its sessions.

    Days are written as `words` do. What a cohort's file no longer names, or says of itself while it
    has mistakes, is at the end.
    """
    cohorts = set(library.cohort_names()) - set(library.workshop_names())
    groups: dict[str, list[IndexWorkshop]] = {}
    for each in workshops:
        name, slash, _ = each.name.partition("/")
        groups.setdefault(name if slash or name in cohorts else "", []).append(each)
    return tuple(
        _group(name, some, library, words)
        if name
        else IndexGroup("", None, None, None, tuple(some))
        for name, some in sorted(groups.items())
    )


def _group(
    name: str, workshops: Sequence[IndexWorkshop], library: Library, words: Words
) -> IndexGroup:
    loaded, _ = load_cohort(library, name)
    if loaded is None:
        return IndexGroup(name, name, None, None, tuple(workshops))
    cohort = loaded.cohort
    order = {f"{name}/{session.id}": at for at, session in enumerate(cohort.sessions)}
    listed = [
        replace(each, session=_session(cohort, order[each.name], words))
        if each.name in order
        else each
        for each in sorted(workshops, key=lambda each: order.get(each.name, len(order)))
    ]
    series = cohort.course_title
    return IndexGroup(name, cohort.title, cohort.institution, series, tuple(listed))


def _session(cohort: Cohort, position: int, words: Words) -> IndexSession:
    session = cohort.sessions[position]
    start = clock_after(session.start or cohort.start, 0)
    day = session.date if day_of(session.date) else None
    return IndexSession(
        number=position + 1 if cohort.course_title else None,
        of=len(cohort.sessions) if cohort.course_title else None,
        when=f"{words.day(day)}, {start}" if day else None,
        place=session.place or cohort.place,
    )
