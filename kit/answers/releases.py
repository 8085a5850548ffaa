"""The ledger of releases: of which groups of respondents reports have shown figures.

What was shown stays known. A later report is held against this, so that no small group can be
worked out from two of them. It knows respondents by the random ids of their responses, and has
neither answers nor figures.
"""

from __future__ import annotations

import re
from datetime import date
from random import SystemRandom
from typing import TYPE_CHECKING, Final

from kit.answers.database import DamagedAnswersError, changing, reading
from kit.answers.numbers import packed, unpacked
from kit.answers.released import Cell, Release
from kit.answers.response_id import new_response_id
from kit.errors import KitError, Place, Problem

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Iterator
    from threading import RLock

_CELLS: Final = "SELECT release, field, members FROM released_cell ORDER BY 1, 2, 3"
_NONE: Final = frozenset[Cell]()
_BETWEEN_NAMES: Final = re.compile(r"[/+\s]+")


class ReleaseLedger:
    """The ledger of an open store (`Store.ledger`); threads may share it as they share that."""

    def __init__(self, connection: sqlite3.Connection, shown: str, alone: RLock) -> None:
        self._connection = connection
        self._shown = shown
        self._alone = alone

    def release(
        self, scope: str, cells: Iterable[Cell], day: date, *, known: int | None = None
    ) -> int:
        """Enter what a report shows, before anybody sees it; give the release's id.

        What is exactly what the last release of this scope had, is that release. `known` is the
        last release that the report was held against (`last`): with it, nothing is entered if
        another came in meanwhile.

        Raises:
            KitError: another report came in, or a response in it was withdrawn, meanwhile; or the
                file cannot be written.
        """
        wanted = frozenset(cells)
        with self._alone, changing(self._connection, self._shown):
            members = frozenset(member for cell in wanted for member in cell.members)
            if known not in {None, _last(self._connection)} or members - _in(self._connection):
                raise KitError([_came_between(self._shown)])
            (before,) = self._connection.execute(
                "SELECT max(id) FROM release WHERE scope = ?", (scope,)
            ).fetchone()
            if before is not None and _released(self._connection).get(before) == wanted:
                return int(before)
            return _enter(self._connection, scope, wanted, day)

    def last(self) -> int:
        """Give the id of the last release of all; 0 where there is none.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, reading(self._connection, self._shown):
            return _last(self._connection)

    def releases(self) -> tuple[Release, ...]:
        """Give all releases, the oldest first.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, reading(self._connection, self._shown):
            cells = _released(self._connection)
            rows = self._connection.execute("SELECT id, day, scope FROM release ORDER BY id")
            try:
                return tuple(
                    Release(int(each), date.fromisoformat(day), str(scope), cells.get(each, _NONE))
                    for each, day, scope in rows.fetchall()
                )
            except (ValueError, TypeError) as error:
                raise DamagedAnswersError(str(error)) from error

    def cells(self) -> tuple[Cell, ...]:
        """Give every cell that was ever released, once, the oldest first.

        Raises:
            KitError: the file is damaged or cannot be read.
        """
        with self._alone, reading(self._connection, self._shown):
            return tuple(dict.fromkeys(cell for _, cell in _cells(self._connection)))

    def forget(self, release: int) -> bool:
        """Take out the release of a report that nobody has seen; say whether there was one.

        Raises:
            KitError: the file cannot be written.
        """
        with self._alone, changing(self._connection, self._shown):
            found = self._connection.execute("DELETE FROM release WHERE id = ?", (release,))
            _clear(self._connection)
        return bool(found.rowcount)


def put_placeholder(connection: sqlite3.Connection, response: str) -> None:
    """Put a name drawn at random in the place of a response that is withdrawn.

    A report that counted it did so: what can be worked out from it stays true.
    """
    put_together(connection, response, new_response_id())


def put_together(connection: sqlite3.Connection, part: str, whole: str) -> None:
    """Count a response as another, which has its answers now."""
    connection.execute("UPDATE counted SET response = ? WHERE response = ?", (whole, part))


def put_apart(connection: sqlite3.Connection, whole: str, part: str, fields: Iterable[str]) -> None:
    """Count a response as another where these fields of it were counted, which that one has now."""
    moved = frozenset(fields)
    old = {number for number, each in _counted(connection).items() if each == whole}
    if not old:
        return
    new = _numbers(connection, {part})[part]
    groups = connection.execute("SELECT number, members FROM released_group").fetchall()
    for number, written in groups:
        members = unpacked(written)
        if not old & members:
            continue
        made = _group(connection, (members - old) | {new})
        cells = connection.execute(
            "SELECT DISTINCT field FROM released_cell WHERE members = ?", (number,)
        )
        connection.executemany(
            "UPDATE OR REPLACE released_cell SET members = ? WHERE members = ? AND field = ?",
            [(made, number, field) for (field,) in cells.fetchall() if _is_of(field, moved)],
        )
    _clear(connection)


def _is_of(field: str, keys: frozenset[str]) -> bool:
    """Say whether a cell is of one of these keys, or of an item that one of them is a part of."""
    names = _BETWEEN_NAMES.split(field)
    return any(key == name or key.startswith(f"{name}.") for name in names for key in keys)


def _last(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM release").fetchone()
    return int(last)


def _in(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(row[0] for row in connection.execute("SELECT id FROM response"))


def _enter(connection: sqlite3.Connection, scope: str, cells: frozenset[Cell], day: date) -> int:
    made = connection.execute(
        "INSERT INTO release (day, scope) VALUES (?, ?) RETURNING id",
        (date(day.year, day.month, day.day).isoformat(), scope),
    )
    (release,) = made.fetchone()
    numbers = _numbers(connection, {member for cell in cells for member in cell.members})
    groups = {
        members: _group(connection, map(numbers.__getitem__, members))
        for members in {cell.members for cell in cells}
    }
    connection.executemany(
        "INSERT INTO released_cell VALUES (?, ?, ?)",
        [(release, cell.field, groups[cell.members]) for cell in cells],
    )
    return int(release)


def _counted(connection: sqlite3.Connection) -> dict[int, str]:
    return dict(connection.execute("SELECT number, response FROM counted ORDER BY number"))


def _numbers(connection: sqlite3.Connection, responses: Collection[str]) -> dict[str, int]:
    """Give the number of each, in no order: a number says nothing of a name or an arrival."""
    counted = _counted(connection)
    numbers = {response: number for number, response in counted.items()}
    new = sorted(set(responses) - numbers.keys())
    SystemRandom().shuffle(new)
    added = list(enumerate(new, start=max(counted, default=-1) + 1))
    connection.executemany("INSERT INTO counted VALUES (?, ?)", added)
    return numbers | {response: number for number, response in added}


def _group(connection: sqlite3.Connection, numbers: Iterable[int]) -> int:
    """Find or keep a group of respondents: most are the same for many fields and reports."""
    members = packed(numbers)
    connection.execute("INSERT OR IGNORE INTO released_group (members) VALUES (?)", (members,))
    (number,) = connection.execute(
        "SELECT number FROM released_group WHERE members = ?", (members,)
    ).fetchone()
    return int(number)


def _released(connection: sqlite3.Connection) -> dict[int, frozenset[Cell]]:
    found: dict[int, list[Cell]] = {}
    for release, cell in _cells(connection):
        found.setdefault(release, []).append(cell)
    return {release: frozenset(cells) for release, cells in found.items()}


def _cells(connection: sqlite3.Connection) -> Iterator[tuple[int, Cell]]:
    counted = _counted(connection)
    try:
        groups = {
            number: frozenset(map(counted.__getitem__, unpacked(members)))
            for number, members in connection.execute("SELECT number, members FROM released_group")
        }
        for release, field, group in connection.execute(_CELLS).fetchall():
            yield int(release), Cell(str(field), groups[group])
    except (LookupError, TypeError) as error:
        raise DamagedAnswersError("a release cannot be read") from error


def _clear(connection: sqlite3.Connection) -> None:
    """Remove groups that no release has, and respondents that no group has."""
    connection.execute(
        "DELETE FROM released_group WHERE number NOT IN (SELECT members FROM released_cell)"
    )
    groups = connection.execute("SELECT members FROM released_group").fetchall()
    kept = frozenset[int]().union(*(unpacked(members) for (members,) in groups))
    gone = [(number,) for number in _counted(connection) if number not in kept]
    connection.executemany("DELETE FROM counted WHERE number = ?", gone)


def _came_between(shown: str) -> Problem:
    return Problem(
        "came-between",
        "While this report was made, another one was, or a response in it was withdrawn. Nothing "
        "of this report was released.",
        Place(shown),
        "Run the same command again.",
    )
