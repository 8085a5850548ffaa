"""The tables of a session as its packets name them, for when what was kept of them is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Place, Problem, Severity
from kit.pipeline.packet_names import tables_of
from kit.pipeline.people.folder import EVERYONE, SEATING, packets_in
from kit.pipeline.records.kept_tables import tables_file
from kit.pipeline.unchanged import shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.definitions.roster import Participant
    from kit.library import Library
    from kit.tailoring.tables.table import Table


def is_made(folder: Path) -> bool:
    """Say whether packets of people have been made in a folder, which need not be there."""
    alone = any((folder / name).is_file() for name in (SEATING, EVERYONE))
    return alone or bool(packets_in(folder))


def tables_in(folder: Path, people: Sequence[Participant]) -> tuple[Table, ...]:
    """Give the tables at which people sit by the names of their packets, as far as they tell."""
    return tables_of((path.stem for path in packets_in(folder)), people)


def tables_lost(
    library: Library,
    session: str,
    folder: Path,
    found: Sequence[Table],
    people: Sequence[Participant],
) -> Problem | None:
    """Say that who sat where is kept no more, and what was done: people sit where packets say.

    None where there is no project in which it could have been kept.
    """
    if library.project is None:
        return None
    file = library.shown(tables_file(library, session))
    told = {person for table in found for person in table.people}
    rest = sum(1 for each in people if each not in told)
    shown = shown_path(folder)
    if rest == len(people):
        done = (
            f"The names of the files in `{shown}` tell no table of anyone on the roster, so "
            "everybody was seated anew, perhaps not where a printed packet says."
        )
    elif rest:
        done = (
            f"By the names of the packets in `{shown}`, {len(people) - rest} of {len(people)} "
            f"people sit where they sat; {rest} got a seat."
        )
    else:
        done = f"By the names of the packets in `{shown}`, everybody sits where they sat."
    return Problem(
        "tables-lost",
        f"Packets were made for this session, but who sits where is kept no more. {done}",
        Place(file),
        "If you have a copy of this file, put it back and make the packets again. Otherwise hold "
        "the new seating list against the printed packets before you hand them out.",
        Severity.WARNING,
    )
