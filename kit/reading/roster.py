"""A roster in CSV, as spreadsheets write it and people edit it ▶ the participants.

What makes the file no roster at all (another kind of file, no column of names, nobody in it) is an
error, and there is no roster. A row that is surely misread (too many cells, quotation marks that do
not match) is an error too, but the other people are given. Every other doubt is a warning at its
row, and what was read is kept. Rows without a name are left out with a warning; where they are more
than the people, the wrong column may have been taken, and they are errors.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.definitions.roster import Participant, Roster
from kit.errors import KitError, Place, Problem, Severity, in_reading_order
from kit.reading.roster_cells import shown_text, turned_round
from kit.reading.roster_columns import Column, columns_of
from kit.reading.roster_encoding import Decoded, decode
from kit.reading.roster_row import RowReader
from kit.reading.roster_table import headings_guess, table_of
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from kit.reading.roster_columns import Columns
    from kit.reading.roster_table import Row

MOST_BYTES = 10_000_000
MOST_PEOPLE = 20_000
_MOST_ROWS = 2 * MOST_PEOPLE
"""With those of nobody: a file of rubbish must not take a minute."""
_MOST_OF_A_KIND = 40
_EXAMPLE = "Write a first line such as `Name,Email,Role,Group`."


def read_roster(path: Path, shown: str) -> tuple[Roster | None, tuple[Problem, ...]]:
    """Read a roster; `shown` is its name in messages. Every problem is a value, none is raised."""
    try:
        decoded = decode(read_bytes(path, shown, MOST_BYTES, "any roster"), shown)
    except KitError as error:
        return None, error.problems
    table = table_of(decoded.text)
    if table is None:
        return None, (_no_names(decoded.text, shown),)
    head, rows = table
    columns = columns_of(head.cells)
    reader = RowReader(columns, shown)
    people: list[Participant] = []
    read: list[Row] = []
    for count, row in enumerate(rows):
        if person := reader.participant(row):
            people.append(person)
            read.append(row)
        if len(people) > MOST_PEOPLE or count > _MOST_ROWS:
            message = f"This roster has more rows than {MOST_PEOPLE:,} people need."
            return None, (Problem("too-many-rows", message, reader.place(row)),)
    if not people:
        message = "There is nobody in this roster."
        problem = Problem("nobody", message, reader.place(head), "Write one person in a line.")
        return None, in_reading_order(_gathered([*reader.problems, problem]))
    problems = [*_weighed(reader.problems, len(people)), *_headings(columns, reader.place(head))]
    if Column.NAME in columns.at:
        people, told = _in_reading_order_of_names(people, read, reader, head)
        problems += told
    problems += _same_names(people, read, reader)
    problems += _same_addresses(people, read, reader)
    problems += _encoding(decoded, people, shown)
    return Roster(tuple(people), columns.headings), in_reading_order(_gathered(problems))


def _no_names(text: str, shown: str) -> Problem:
    source = shown_text(headings_guess(text))
    if not source.strip():
        return Problem("nobody", "This roster is empty.", Place(shown), _EXAMPLE)
    return Problem(
        "no-names",
        "No column of this roster says that it holds names.",
        Place(shown, 1, 1, source),
        _EXAMPLE,
    )


def _weighed(problems: Sequence[Problem], people: int) -> Iterator[Problem]:
    """Make errors of rows without a name where they are more than the people."""
    nameless = sum(1 for each in problems if each.code == "no-name")
    for each in problems:
        if each.code == "no-name" and nameless > people:
            yield replace(each, severity=Severity.ERROR)
        else:
            yield each


def _headings(columns: Columns, where: Place) -> Iterator[Problem]:
    for unused, used in columns.unused:
        message = f"The columns “{used}” and “{unused}” mean the same; “{used}” is used."
        yield Problem("two-columns", message, where, severity=Severity.WARNING)
    for heading, meant in columns.near:
        message = f"The column “{heading}” is not used."
        hint = f"Did you mean `{meant}`?"
        yield Problem("unknown-column", message, where, hint, Severity.WARNING)


def _in_reading_order_of_names(
    people: list[Participant], rows: Sequence[Row], reader: RowReader, head: Row
) -> tuple[list[Participant], list[Problem]]:
    """Turn `Last, First` round where the whole column is written so; a name of one word may be."""
    turned = [turned_round(person.name) for person in people]
    if not any(turned):
        return people, []
    if all(new or " " not in person.name for person, new in zip(people, turned, strict=True)):
        first = next(at for at, new in enumerate(turned) if new)
        problem = Problem(
            "last-name-first",
            f"The names are written last name first; they are turned round: “{turned[first]}”.",
            reader.place(head),
            "If that is wrong, make two columns: `First name` and `Last name`.",
            Severity.WARNING,
        )
        names = [new or person.name for person, new in zip(people, turned, strict=True)]
        return [replace(person, name=name) for person, name in zip(people, names, strict=True)], [
            problem
        ]
    return people, [
        Problem(
            "last-name-first",
            f"This name is written last name first, others are not; it is kept: “{person.name}”.",
            reader.place(row),
            f"Write “{new}”.",
            Severity.WARNING,
        )
        for person, row, new in zip(people, rows, turned, strict=True)
        if new
    ]


def _same_names(
    people: Sequence[Participant], rows: Sequence[Row], reader: RowReader
) -> Iterator[Problem]:
    first: dict[str, Participant] = {}
    for person, row in zip(people, rows, strict=True):
        other = first.setdefault(person.name.casefold(), person)
        if other is person:
            continue
        same = " and one e-mail address" if person.email and person.email == other.email else ""
        yield Problem(
            "same-name",
            f"“{person.name}” has one name{same} with line {other.row}; both are kept.",
            reader.place(row),
            "If this is one person, delete a line; if not, a middle initial tells them apart.",
            Severity.WARNING,
        )


def _same_addresses(
    people: Sequence[Participant], rows: Sequence[Row], reader: RowReader
) -> Iterator[Problem]:
    """Find one address for two names; two rows of one name are told as that."""
    first: dict[str, Participant] = {}
    for person, row in zip(people, rows, strict=True):
        if "@" not in person.email:
            continue
        other = first.setdefault(person.email.casefold(), person)
        if other.name.casefold() == person.name.casefold():
            continue
        yield Problem(
            "same-email",
            f"“{person.name}” has the e-mail address of “{other.name}” in line {other.row}.",
            reader.place(row),
            "Correct the address that is wrong; if this is one person, delete a line.",
            Severity.WARNING,
        )


def _encoding(decoded: Decoded, people: Sequence[Participant], shown: str) -> Iterator[Problem]:
    if not decoded.guess:
        return
    strange = next((person for person in people if not person.name.isascii()), None)
    look = f"Look at “{strange.name}” in line {strange.row}." if strange else "No name shows it."
    yield Problem(
        "encoding",
        f"This file is not saved as UTF-8; it was read as {decoded.guess}. {look}",
        Place(shown, strange.row if strange else 1, 1),
        "If its letters are wrong, save the roster as “CSV UTF-8”.",
        Severity.WARNING,
    )


def _gathered(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Give the first problems of a kind as they are, and name the lines of the others in one."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in in_reading_order(problems):
        kinds[problem.code].append(problem)
    for code, alike in kinds.items():
        yield from alike[:_MOST_OF_A_KIND]
        lines = [each.where.line for each in alike[_MOST_OF_A_KIND:] if each.where]
        if lines:
            last = alike[_MOST_OF_A_KIND]
            severity = (
                Severity.ERROR
                if any(each.severity is Severity.ERROR for each in alike)
                else Severity.WARNING
            )
            message = f"The same in {len(lines)} more: line {_ranges(lines)}."
            yield Problem(code, message, last.where, last.hint, severity)


def _ranges(lines: Sequence[int]) -> str:
    """Write line numbers briefly: `41-60, 72`."""
    parts: list[list[int]] = []
    for line in dict.fromkeys(lines):
        if parts and parts[-1][1] + 1 == line:
            parts[-1][1] = line
        else:
            parts.append([line, line])
    return ", ".join(str(one) if one == two else f"{one}-{two}" for one, two in parts)
