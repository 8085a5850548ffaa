"""The sessions of a cohort as one course: which workshop comes when, and where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions.setting import CourseLine
from kit.reading.shared import SharedFiles
from kit.reading.translated import load_translated
from kit.tailoring.terms import BLANK, substitute

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.session import LoadedSession


@dataclass(frozen=True, slots=True)
class Course:
    """The sessions in the order of the cohort's file, and the files that their titles come from."""

    lines: tuple[CourseLine, ...] = ()
    sources: tuple[Path, ...] = ()


def course_of(cohort: LoadedCohort, library: Library) -> Course:
    """List the sessions of a series or program; of a cohort without one, none.

    A workshop with mistakes is listed by its name: they are told with its own session.
    """
    own = cohort.cohort
    if own.course_title is None:
        return Course()
    known = library.workshop_names()
    titles, sources = {}, []
    files = SharedFiles(library)
    for session in own.sessions:
        if session.workshop in known:
            language = session.language or own.language
            made, _ = load_translated(library, session.workshop, language, files)
            if made is not None:
                titles[session.id] = _title(made.loaded, cohort)
                sources += [made.plain.source.path, *(each.path for each in made.layers)]
    lines = tuple(
        CourseLine(
            session=session.id,
            number=number,
            title=titles.get(session.id, session.workshop),
            date=session.date,
            start=session.start or own.start,
            place=session.place or own.place,
            time_zone=session.time_zone or own.time_zone,
        )
        for number, session in enumerate(own.sessions, 1)
    )
    return Course(lines, tuple(dict.fromkeys(sources)))


def _title(loaded: LoadedWorkshop, cohort: LoadedCohort) -> str:
    """Give a workshop's title in the words of the cohort."""
    own = cohort.cohort
    changes = own.workshops.get(loaded.name)
    changed = changes.change.get("workshop", {}).get("title") if changes else None
    title = changed if isinstance(changed, str) else loaded.workshop.title
    terms = {**loaded.workshop.terms, **own.terms}
    return substitute(title, terms, loaded.workshop.language).replace(BLANK, "____")


def place_in_series(session: LoadedSession, words: Words) -> str | None:
    """Say which session of which series a session is; None outside of one."""
    title, of = session.cohort.cohort.course_title, len(session.cohort.cohort.sessions)
    return words("series_session", title=title, n=session.number, of=of) if title else None
