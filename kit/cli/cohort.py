"""`kit cohort`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN

if TYPE_CHECKING:
    from kit.library import Library


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    action: Annotated[str, typer.Argument(metavar="list|new", help="What to do.")],
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="new: who they are; asked for if left out.")
    ] = None,
    workshop: Annotated[
        str | None, typer.Option(metavar="NAME", help="new: the first workshop; see kit list.")
    ] = None,
    audience: Annotated[
        str, typer.Option(metavar="NAME", help="new: whose wording of the cases.")
    ] = "",
    institution: Annotated[str, typer.Option(metavar="TEXT", help="new: hospital or school.")] = "",
    date: Annotated[str, typer.Option(metavar="DAY", help="new: such as 2027-08-12.")] = "",
    paper: Annotated[str, typer.Option(metavar="NAME", help="new: letter or a4.")] = "letter",
    start: Annotated[
        str, typer.Option(metavar="TIME", help="new: when sessions start, 24 hours.")
    ] = "12:00",
    length: Annotated[
        str, typer.Option(metavar="NAME", help="new: a length of the workshop; see kit list.")
    ] = "",
    minutes: Annotated[
        int,
        typer.Option(
            metavar="NUMBER", min=0, help="new: minutes to fit the agenda to, in place of a length."
        ),
    ] = 0,
    participants: Annotated[
        int, typer.Option(metavar="NUMBER", min=0, help="new: how many people.")
    ] = 0,
    safe_contact: Annotated[
        str, typer.Option(metavar="TEXT", help="new: whom these people can turn to.")
    ] = "",
    roster: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="new: a CSV list of names; copied if it lies elsewhere."),
    ] = None,
    name: Annotated[
        str, typer.Option(metavar="NAME", help="new: what to call the file, if not by the title.")
    ] = "",
) -> int:
    """List the cohorts, or write the file of a new one.

    A cohort is a group of people with their own dates, words and choices. What is asked for and
    not given is asked at the prompt. Nothing is ever written over.

    \b
    kit cohort list
    kit cohort new
    kit cohort new --title "Residents 2027" --workshop managing-up --date 2027-08-12
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError, Problem
    from kit.library import find_library
    from kit.suggestion import did_you_mean

    library = find_library(Path.cwd())
    if action == "list":
        return _list(library)
    if action != "new":
        hint = did_you_mean(action, ("list", "new"))
        raise KitError([Problem("unknown-choice", f"`kit cohort` cannot `{action}`.", hint=hint)])
    from kit.cli import cohort_questions as questions
    from kit.pipeline.new_cohort import NewCohort, write_cohort
    from kit.pipeline.new_cohort_file import name_of
    from kit.pipeline.new_roster import dropped_path, new_roster

    asks = title is None or workshop is None
    if title is None:
        title = questions.title(library)
    if workshop is None:
        workshop = questions.workshop(library)
    if asks and title.strip() and not name and not name_of(title):
        name = questions.name(library)
    if asks and roster is None:
        roster = questions.roster(library)
    if asks and not audience:
        audience = questions.audience(workshop, library)
    people = dropped_path(roster) if roster else None
    new = NewCohort(
        *(title, workshop, audience, institution, date, participants, safe_contact),
        name=name,
        roster=people,
        paper=paper,
        start=start,
        length=length,
        minutes=minutes,
    )
    path = write_cohort(new, library)
    say(library.shown(path))
    say()
    if people:
        list_of_names = path.parent / new_roster(people, path.parent, library).name
        if list_of_names.resolve() != people.resolve():
            say(f"The list of names was copied to {library.shown(list_of_names)}: change it there.")
    wording = audience or next(iter(questions.audiences(workshop, library)), "")
    say(f"For {wording}, on {paper} paper, from {start}: change in the file what does not fit.")
    say()
    say(f"Next: kit build --cohort {path.stem}")
    return FULFILLED


def _list(library: Library) -> int:
    from kit.errors import Severity, in_reading_order
    from kit.pipeline.sessions import cohort_problems
    from kit.reading.cohort import load_cohort

    rows, broken = [], []
    for name in library.cohort_names():
        problems = in_reading_order(cohort_problems(name, library))
        errors = [each for each in problems if each.severity is Severity.ERROR]
        if errors:
            broken.append(name)
        cohort, _ = load_cohort(library, name)
        own = cohort.cohort if cohort else None
        sessions = own.sessions if own else ()
        rows.append(
            (
                name,
                own.title if own else "(cannot be read)",
                ", ".join(session.id for session in sessions),
                next((session.date for session in sessions if session.date), "") or "",
                counted(len(errors), "mistake") if errors else "",
            )
        )
    if not rows:
        say("There is no cohort here yet. `kit cohort new` makes one.")
        return FULFILLED
    head = ("Name", "Who", "Sessions", "First day", "Mistakes" if broken else "")
    say(table(head, rows))
    if broken:
        note(f"Run `kit check {' '.join(broken)}` to see what is wrong.")
    return MISTAKEN if broken else FULFILLED
