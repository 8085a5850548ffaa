"""`kit purge`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.asking import agreed
from kit.cli.console import complain, counted, note, say
from kit.cli.guard import guarded
from kit.pipeline.report import FAILED, FULFILLED, INTERRUPTED, MISTAKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.answers.handwriting import Handwriting
    from kit.library import Library
    from kit.pipeline.records.about_people import AboutPeople


@guarded
def command(
    cohort: Annotated[
        str | None,
        typer.Argument(metavar="COHORT", help="Whose; of all cohorts when left out."),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only list what would be removed.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Look into this folder in place of build."),
    ] = None,
) -> int:
    """Remove what is about people: names in records, personal packets, tables.

    It lists all of it and asks. How many were invited and came stays in the records, and so do
    minutes and the answers that came back, which are tied to nobody; but pictures of scanned sheets
    go, since a handwriting may be known: those on which nothing is left for kit review. What you
    wrote yourself, rosters for one, is named and left alone. Packets are looked for in build/ and
    where you made them with kit build --out; copies are yours to find.

    \b
    kit purge --dry-run
    kit purge junior-faculty-2027
    kit purge --yes
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.library import find_library
    from kit.pipeline.out_folder import default_out
    from kit.pipeline.records.about_people import find_about_people

    library = find_library(Path.cwd())
    build = (out or default_out(library)).expanduser().absolute()
    found = find_about_people(library, cohort, build)
    code = MISTAKEN if found.problems else FULFILLED
    complain(found.problems)
    _say_where(found, library)
    _say_answers(library)
    written = _handwriting(library, cohort)
    if written and written.waiting:
        found.left.append(
            f"records/pictures: {counted(written.waiting, 'sheet')} that {_wait(written.waiting)} "
            "for somebody to look at: kit review"
        )
    pictures = _pictures_line(written)
    if not (found.removals or pictures):
        if found.problems:
            say("Nothing to remove was found in what could be read.")
        else:
            say("There is nothing about people to remove.")
        _say_left(found.left)
        return code
    say("To remove:")
    _list([*(each.shown for each in found.removals), *pictures])
    if dry_run:
        _say_left(found.left)
        say("Nothing was removed: this only lists.")
        return code
    try:
        wanted = yes or agreed(
            "Remove this? It cannot be brought back.", instead="`kit purge --yes` does not ask."
        )
    except KeyboardInterrupt:
        note("\nStopped. Nothing was removed.")
        return INTERRUPTED
    if not wanted:
        say("Nothing was removed.")
        return code
    return max(_purge(found, library), _purge_pictures(written), key=bool) or code


def _purge(found: AboutPeople, library: Library) -> int:
    from kit.pipeline.records.purge import purge

    removed = purge(found.removals, library, found.builds)
    if removed.done:
        say("Removed:")
        _list([each.shown for each in removed.done])
    _say_left(found.left)
    complain(removed.problems)
    if removed.problems:
        note(f"{counted(len(removed.problems), 'problem')}: not everything was removed.")
        return FAILED
    return FULFILLED


def _handwriting(library: Library, cohort: str | None) -> Handwriting | None:
    from kit.answers.handwriting import find_handwriting
    from kit.answers.store import existing_store
    from kit.errors import KitError

    try:
        store = existing_store(library)
        if store is None:
            return None
        with store:
            return find_handwriting(store, cohort)
    except KitError as error:  # what else is about people goes all the same
        complain(error.problems)
        return None


def _pictures_line(written: Handwriting | None) -> list[str]:
    if written is None or not written.pictures:
        return []
    pictures, sheets = counted(len(written.pictures), "picture"), counted(written.sheets, "sheet")
    return [f"records/pictures: {pictures} of {sheets}; what was read stays"]


def _wait(sheets: int) -> str:
    return "waits" if sheets == 1 else "wait"


def _purge_pictures(written: Handwriting | None) -> int:
    from kit.answers.handwriting import erase_handwriting
    from kit.errors import KitError
    from kit.pipeline.files import storage_problem

    if written is None or not written.pictures:
        return FULFILLED
    try:
        erase_handwriting(written)
    except OSError as error:
        complain(KitError([storage_problem(error, "records/pictures")]).problems)
        return FAILED
    say(f"Removed: records/pictures, {counted(len(written.pictures), 'picture')}.")
    return FULFILLED


def _say_where(found: AboutPeople, library: Library) -> None:
    say(f"Packets are looked for in: {', '.join(library.shown(each) for each in found.builds)}.")
    for each in found.absent:
        note(
            f"Not looked into: {library.shown(each)}. Packets were made there; it is not there now."
        )
    say("Not seen: what you copied, sent or printed.")


def _say_answers(library: Library) -> None:
    from kit.answers.store import ANSWERS
    from kit.pipeline.records.records_folder import records_folder

    path = records_folder(library) / ANSWERS
    if path.exists():
        say(f"Answers in {library.shown(path)} are anonymous: they stay.")
        say("Where a comment names someone: kit responses withdraw.")


def _say_left(left: Sequence[str]) -> None:
    if left:
        say("Left as it is, for you to decide:")
        _list(left)


def _list(lines: Sequence[str]) -> None:
    for line in lines:
        say(f"  {line}")
