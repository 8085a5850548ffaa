"""`kit check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.errors import Problem
    from kit.library import Library
    from kit.reading.workshop import LoadedWorkshop


@guarded
def command(
    workshops: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Workshops or cohorts; all of yours when left out."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the problems as JSON, for editors.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings as mistakes.")] = False,
    looked: Annotated[
        bool,
        typer.Option(
            "--looked", help="You have looked at what changed beneath these cohorts: take note."
        ),
    ] = False,
) -> int:
    """Look for mistakes in workshops, and for what could be better.

    Every problem is told at once, with its place and a way out. Errors stop a build; warnings
    are advice. At the end stands how hard the participants' texts are to read.

    \b
    kit check
    kit check challenging-scenarios --strict
    kit check junior-faculty-2027
    kit check junior-faculty-2027 --looked
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.checking import check
    from kit.checking.beside import beside
    from kit.checking.codes import codes
    from kit.checking.roles import own_lists
    from kit.errors import KitError, Problem, Severity, in_reading_order
    from kit.library import find_library
    from kit.pipeline.translating import translation_problems
    from kit.reading.workshop import load_workshops
    from kit.rendering.overrides import no_words, override_problems

    library = find_library(Path.cwd())
    named = tuple(workshops or (*library.own_workshop_names(), *library.own_cohort_names()))
    cohorts = tuple(name for name in named if name in library.cohort_names())
    if looked and not (workshops and cohorts):
        hint = "Write their name: `kit check junior-faculty-2027 --looked`."
        raise KitError([Problem("whose-changes", "`--looked` is for cohorts.", hint=hint)])
    known = library.workshop_names()
    names = tuple(name for name in named if name in known or name not in cohorts)
    loaded, problems = load_workshops(library, names)
    problems += beside(library, {*names} - {each.name for each in loaded})
    # A question may be a workshop's that was not read.
    whole = not workshops and len(loaded) == len(names)
    problems += (*codes(library, loaded, whole=whole), *own_lists(library))
    templates = library.folders("templates")
    problems += override_problems(templates)
    for each in loaded:
        problems += check(each)
        problems += no_words(each.workshop.language, templates, each.place("language"))
        problems += translation_problems(library, each.name, templates)
    noted = 0
    if looked:
        from kit.pipeline.looked import note_looked

        noted, untaken = note_looked(cohorts, library)
        problems += untaken
    if cohorts:
        from datetime import datetime

        from kit.pipeline.sessions import cohort_problems

        today = datetime.now().astimezone().date()
        for name in cohorts:
            problems += cohort_problems(name, library, today)
    found = in_reading_order(problems)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    if as_json:
        _print_json(found)
    else:
        for problem in found:
            say(str(problem))
        for line in (*_reading_levels(loaded), *_nothing_noted(cohorts, library)):
            say(line)
        if noted:
            say(f"Taken note that you have looked at {counted(noted, 'place')} that changed.")
        warnings = len(found) - errors
        people = f", {counted(len(set(cohorts)), 'cohort')}" if cohorts else ""
        say(
            f"{counted(len(set(names)), 'workshop')}{people}: {counted(errors, 'error')}, "
            f"{counted(warnings, 'warning')}."
        )
    return MISTAKEN if errors or (strict and found) else FULFILLED


def _nothing_noted(cohorts: Iterable[str], library: Library) -> Iterator[str]:
    from kit.pipeline.looked import nothing_noted
    from kit.pipeline.records.kept_usual import ENDING

    for name in dict.fromkeys(cohorts):
        if nothing_noted(name, library):
            yield (
                f"{name}: there is no `{name}{ENDING}` beside it, so nothing is known about how "
                "the workshops were when its changes were written. The next `kit build` notes how "
                "they are now."
            )


def _reading_levels(loaded: Iterable[LoadedWorkshop]) -> Iterator[str]:
    from kit.checking.readability import HARDEST, reading_level

    levels = {each.name: level for each in loaded if (level := reading_level(each))}
    if levels:
        yield (
            "Reading level of what participants read (Automated Readability Index, a school "
            f"grade; {HARDEST:g} is the most for any part):"
        )
    for name, level in levels.items():
        per_sentence = level.words / max(level.sentences, 1)
        yield f"  {name}: {level.grade:.1f}, with {per_sentence:.0f} words a sentence"


def _print_json(problems: Sequence[Problem]) -> None:
    import json

    from kit.errors import problem_as_data

    say(json.dumps([problem_as_data(problem) for problem in problems], indent=2))
