"""The sessions of a cohort as one course: which workshop comes when, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.editions.setting import CourseLine
from kit.reading.shared import SharedFiles
from kit.reading.translated import load_translated
from kit.tailoring.program_stages import ProgramStages, languages_shown, program_stages
from kit.tailoring.session_minutes import session_minutes
from kit.tailoring.terms import BLANK, substitute

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kit.definitions.program import Program
    from kit.definitions.stage import Stage
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.words import Words
    from kit.reading.workshop import LoadedWorkshop
    from kit.tailoring.session import LoadedSession


@dataclass(frozen=True, slots=True)
class Course:
    """The sessions in the order of the cohort's file, and the files that their titles come from.

    `stages` are those of the program in each language of a session that shows them.
    """

    lines: tuple[CourseLine, ...] = ()
    sources: tuple[Path, ...] = ()
    stages: Mapping[str | None, ProgramStages] = field(default_factory=dict)

    def stages_at(self, session: LoadedSession) -> tuple[Stage, ...]:
        """Give the stages of the program to a session that is a check-point of it."""
        program = session.cohort.cohort.program
        if program is None or not program.is_checkpoint(session.session.id):
            return ()
        return self._stages_for(session)

    def program_of(self, session: LoadedSession) -> Program | None:
        """Give the program with its stages in it, whose ever they are."""
        program = session.cohort.cohort.program
        if program is None:
            return None
        return program.model_copy(update={"stages": self._stages_for(session)})

    def _stages_for(self, session: LoadedSession) -> tuple[Stage, ...]:
        language = session.session.language or session.cohort.cohort.language
        return self.stages.get(language, ProgramStages()).stages


def course_of(cohort: LoadedCohort, library: Library) -> Course:
    """List the sessions of a series or program; of a cohort without one, none.

    A workshop with mistakes is listed by its name: they are told with its own session.
    """
    own = cohort.cohort
    if own.course_title is None:
        return Course()
    known = library.workshop_names()
    titles, sources, read = {}, [], {}
    minutes: dict[str, int | None] = {}
    files = SharedFiles(library)
    for session in own.sessions:
        if session.workshop in known:
            # A check-point comes again and again, and is read once.
            which = (session.workshop, session.language or own.language)
            if which not in read:
                read[which] = load_translated(library, *which, files)[0]
            if made := read[which]:
                titles[session.id] = _title(made.loaded, cohort)
                lengths = made.loaded.workshop.lengths
                minutes[session.id] = session_minutes(session, own, lengths)
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
            minutes=minutes.get(session.id),
        )
        for number, session in enumerate(own.sessions, 1)
    )
    stages = {
        language: program_stages(library, cohort, language) for language in languages_shown(cohort)
    }
    sources += [path for each in stages.values() for path in each.sources]
    return Course(lines, tuple(dict.fromkeys(sources)), stages)


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
