"""`kit responses list`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kit.cli.console import complain, counted, note, say, table
from kit.cli.guard import guarded
from kit.pipeline.report import FULFILLED, MISTAKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.answers.tally import Tally


@guarded
def command() -> int:
    """Count the answers that came back, by session and way.

    How many were invited and came is shown where it was recorded (kit session record). Answers to
    different versions of a form are counted apart.

    \b
    kit responses list
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.answers.store import existing_store
    from kit.answers.tally import tallies
    from kit.library import find_library

    library = find_library(Path.cwd())
    store = existing_store(library)
    if store is None:
        say("Nothing has come back yet. `kit collect` takes answers in.")
        return FULFILLED
    with store:
        found, problems = tallies(library, store.counts())
    if not found:
        say("There are no answers now. `kit collect` takes them in.")
        return FULFILLED
    say(_table(found))
    _say_waiting(found)
    complain(problems)
    return MISTAKEN if problems else FULFILLED


def _table(found: Sequence[Tally]) -> str:
    ways = list(dict.fromkeys(way for each in found for way in sorted(each.by_way)))
    head = ["Session", "Form", "Version", *(str(way).capitalize() for way in ways), "Together"]
    people = any(each.invited is not None or each.attended is not None for each in found)
    rows = []
    for each in found:
        row = [each.session, each.form, each.version]
        row += [str(each.by_way.get(way, "")) for way in ways]
        row.append(str(each.responses))
        if people:
            row += [_number(each.attended), _number(each.invited), each.share]
        rows.append(row)
    if people:
        head += ["Attended", "Invited", "Came back"]
    return table(head, rows, right=range(3, len(head)))


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _say_waiting(found: Sequence[Tally]) -> None:
    doubtful = sum(each.doubtful for each in found)
    aside = sum(each.aside for each in found)
    if doubtful:
        verb = "waits" if doubtful == 1 else "wait"
        note(f"{counted(doubtful, 'answer')} {verb} for somebody to look at: kit review")
    if aside:
        note(f"Not counted: {counted(aside, 'sheet')} that may be in already: kit review")
