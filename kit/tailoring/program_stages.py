"""The stages of a program: those of its file, or of a workshop as this cohort gets it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.definitions.cohort import Session
from kit.errors import KitError
from kit.tailoring.choice import Choice
from kit.tailoring.contacts import words_of
from kit.tailoring.session import load_session
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from pathlib import Path

    from kit.definitions.stage import Stage
    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort


@dataclass(frozen=True)
class ProgramStages:
    """The stages in their order, the files that they come from, and what is wrong in these.

    There are none where the workshop is not there, or cannot be read.
    """

    stages: tuple[Stage, ...] = ()
    sources: tuple[Path, ...] = ()
    problems: tuple[Problem, ...] = ()


def program_stages(
    library: Library, cohort: LoadedCohort, language: str | None = None
) -> ProgramStages:
    """Find the stages of a cohort's program in a language: one source for all that shows them."""
    program = cohort.cohort.program
    if program is None:
        return ProgramStages()
    name = program.stages_of
    if name is None:
        return ProgramStages(program.own_stages)
    if name not in library.workshop_names():
        return ProgramStages()
    # A session that is not held: the workshop with the cohort's changes, words and language.
    session = Session(id=name, workshop=name, language=language)
    own = cohort.cohort.model_copy(update={"sessions": (session,)})
    made, problems = load_session(library, replace(cohort, cohort=own), session)
    if made is None:
        return ProgramStages(problems=problems)
    declared = made.loaded.all_terms
    words = {key: each for key, each in words_of(own).items() if key in declared}
    try:
        tailored = tailor(made.loaded, Choice(terms=words))
    except KitError as error:
        return ProgramStages(problems=error.problems)
    files = dict.fromkeys(source.path for source in made.loaded.sources)
    if made.translated:
        files |= dict.fromkeys(made.translated.files_read(library))
    return ProgramStages(tailored.workshop.stages, tuple(files))


def languages_shown(cohort: LoadedCohort) -> tuple[str | None, ...]:
    """Name the languages of the sessions that show stages: the first one, and the check-points."""
    own = cohort.cohort
    if own.program is None:
        return ()
    shown = [each for each in own.sessions if own.program.is_checkpoint(each.id)]
    each_of = (each.language or own.language for each in (*own.sessions[:1], *shown))
    return tuple(dict.fromkeys(each_of))
