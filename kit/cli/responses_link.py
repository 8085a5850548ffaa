"""`kit responses link`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import counted, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.answers.linking import Links


@guarded
def command(
    session: Annotated[
        str, typer.Argument(metavar="SESSION", help="COHORT/SESSION, or a workshop without cohort.")
    ],
    later: Annotated[
        str | None,
        typer.Argument(
            metavar="LATER",
            help="Another session whose answers are to be found; else the form months later.",
        ),
    ] = None,
) -> int:
    """Find which answers to two forms are one person's, by the codes that people made.

    Forms ask for a code where a cohort has `linking: true`. Two of its eight places may differ.
    What could be two people's is listed, and nothing is ever merged: the answers stay as they are.

    \b
    kit responses link interns-2027/needs
    kit responses link interns-2027/needs interns-2027/hard-cases
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.linking import linked
    from kit.answers.store import existing_store
    from kit.library import find_library

    store = existing_store(find_library(Path.cwd()))
    if store is None:
        say("Nothing has come back yet. `kit collect` takes answers in.")
        return FULFILLED
    with store:
        mine = list(store.responses(session=session))
        if later is None:
            first = [each for each in mine if each.response.form.phase == "end"]
            second = [each for each in mine if each.response.form.phase == "follow-up"]
        else:
            first = [each for each in mine if each.response.form.phase == "end"]
            found = store.responses(session=later)
            second = [each for each in found if each.response.form.phase == "end"]
    if not first or not second:
        say(
            f"There is nothing to compare: {counted(len(first), 'response')} to the first form, "
            f"{len(second) or 'none'} to the later one."
        )
        return FULFILLED
    for line in _lines(linked(first, second), len(first), len(second)):
        say(line)
    return FULFILLED


def _lines(links: Links, first: int, second: int) -> Iterator[str]:
    yield f"{counted(first, 'response')} to the first form, {second} to the later one:"
    yield ""
    if links.pairs:
        rows = [(each.before, each.after, str(each.different)) for each in links.pairs]
        yield table(("First", "Later", "Places that differ"), rows, right=(2,))
        yield ""
    for group in links.ambiguous:
        yield f"Could be one person’s or several’s: {', '.join(group)}."
    yield (
        f"{counted(len(links.pairs), 'pair')}, {counted(len(links.ambiguous), 'group')} that "
        f"nobody can tell apart, {len(links.alone) or 'none'} with a code that nothing matches, "
        f"{links.without or 'none'} without a code."
    )
