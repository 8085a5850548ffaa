"""The stages of a program are there, wherever they are written, and each is there once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kit.errors import Problem, Severity
from kit.suggestion import did_you_mean
from kit.tailoring.program_stages import languages_shown, program_stages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.program import Program
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort

_FEWEST: Final = 2
_WRITE: Final = "write the stages here, each with an `id`, a `title`, and what `happens`."


def stages_told(
    cohort: LoadedCohort, own: Program, library: Library
) -> tuple[tuple[str, ...] | None, tuple[Problem, ...]]:
    """Give the ids of a program's stages, None where they cannot be known; and what is wrong."""
    where, known = cohort.place("program", "stages"), library.workshop_names()
    name = own.stages_of
    if name is not None and name not in known:
        message = f"There is no workshop `{name}` to take the stages from."
        hint = did_you_mean(name, known) or f"Name a workshop, or {_WRITE}"
        return None, (Problem("unknown-workshop", message, where, hint),)
    found = {each: program_stages(library, cohort, each) for each in languages_shown(cohort)}
    if any(each.problems for each in found.values()):
        # What is wrong in the workshop of a session is told with the session.
        usual = cohort.cohort.language
        told = {s.language or usual for s in cohort.cohort.sessions if s.workshop == name}
        return None, tuple(
            problem if _elsewhere(problem, cohort) else replace(problem, where=where)
            for language, each in found.items()
            if language not in told
            for problem in each.problems
        )
    ids = tuple(each.id for each in next(iter(found.values())).stages)
    if name is not None and not ids:
        message = f"The workshop `{name}` has no stages."
        hint = f"Name one that has some, or {_WRITE}"
        return None, (Problem("no-stages", message, where, hint),)
    return ids, (*_twice(cohort, own), *_too_few(cohort, own, ids))


def _elsewhere(problem: Problem, cohort: LoadedCohort) -> bool:
    """Say whether a problem stands in a file of its own, the workshop's: there it is mended."""
    return problem.where is not None and problem.where.file != cohort.source.shown


def _twice(cohort: LoadedCohort, own: Program) -> Iterator[Problem]:
    seen: set[str] = set()
    for at, stage in enumerate(own.own_stages):
        if stage.id in seen:
            yield Problem(
                "duplicate-id",
                f"The id `{stage.id}` is given to two stages.",
                cohort.place("program", "stages", at, "id"),
                "Give one of them another id.",
            )
        seen.add(stage.id)


def _too_few(cohort: LoadedCohort, own: Program, ids: tuple[str, ...]) -> Iterator[Problem]:
    if own.checkpoints and 0 < len(ids) < _FEWEST:
        yield Problem(
            "one-stage",
            "The program has a single stage, and the line of a check-point needs two.",
            cohort.place("program", "stages", 0, "id"),
            "Write the one that comes after it, or before.",
            Severity.WARNING,
        )
