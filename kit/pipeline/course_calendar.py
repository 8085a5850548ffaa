"""All sessions of a cohort for one calendar file, which lies with the first session's packet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.editions import calendar_entry
from kit.pipeline.course import course_of
from kit.pipeline.sessions import prepare_session

if TYPE_CHECKING:
    from kit.library import Library
    from kit.pipeline.ready import Prepared, Ready


def add_calendars(prepared: Prepared, library: Library) -> None:
    """Give each first session that can be made the events of its cohort, and their files."""
    known = {each.name: each for each in prepared.ready}
    for at, ready in enumerate(prepared.ready):
        if ready.session is None or ready.session.number != 1:
            continue
        every = _sessions(ready, known, prepared, library)
        events = [calendar_entry.view(each.tailored, each.setting) for each in every]
        prepared.ready[at] = replace(
            ready,
            setting=replace(ready.setting, calendar=tuple(each for each in events if each)),
            sources=tuple(dict.fromkeys(path for each in (ready, *every) for path in each.sources)),
        )


def _sessions(
    first: Ready, known: dict[str, Ready], prepared: Prepared, library: Library
) -> list[Ready]:
    """Make all sessions of a cohort ready; what keeps one from it is told once."""
    if first.session is None:
        return []
    cohort = first.session.cohort
    course = course_of(cohort, library)
    found: list[Ready] = []
    for session in cohort.cohort.sessions:
        name = f"{cohort.name}/{session.id}"
        if name in prepared.mistakes:
            continue
        ready = known.get(name)
        if ready is None:
            ready, problems = prepare_session(library, cohort, session, course)
            prepared.found += () if ready else problems
        if ready:
            found.append(ready)
    return found
