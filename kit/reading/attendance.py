"""A sign-in list in CSV ▶ those who came: a roster, in which a column may say who did not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Place, Problem, Severity
from kit.reading.came_column import came_columns, mark_of, opposite_columns
from kit.reading.roster import MOST_BYTES, read_roster
from kit.reading.roster_columns import Column, columns_of, meaning_of
from kit.reading.roster_encoding import decode
from kit.reading.roster_table import table_of
from kit.reading.text_file import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from kit.definitions.roster import Participant, Roster
    from kit.reading.came_column import CameColumn
    from kit.reading.roster_table import Row

_MOST_TOLD: Final = 20
_DELETE: Final = "Or delete the column: then every row counts as someone who came."


@dataclass(frozen=True, slots=True)
class AttendanceList:
    """Those who came, in the order of the list, and how many more of its rows did not.

    `column` is the heading of the column that says so; empty where every row counts.
    """

    came: tuple[Participant, ...]
    stayed_away: int = 0
    column: str = ""


def read_attendance(path: Path, shown: str) -> tuple[AttendanceList, tuple[Problem, ...]]:
    """Read a sign-in list; `shown` is its name in messages.

    Returns:
        Who came, and the doubts about the list. A person who is in it twice is given twice.

    Raises:
        KitError: it cannot be read, a row cannot, or it is not clear who came: every problem.
    """
    roster, problems = read_roster(path, shown)
    problems = tuple(_of_a_list(each) for each in problems)
    if roster is None:
        raise KitError(problems)
    columns = came_columns(roster.headings)
    meant = {f"“{each.heading}”" for each in columns}
    doubts = tuple(
        # Somebody came who is in this row: a roster can do without, a count cannot.
        replace(each, severity=Severity.ERROR) if each.code == "no-name" else each
        for each in problems
        # Whether two rows are one person is asked where the names are compared.
        if each.code not in {"same-name", "same-email"}
        and not (each.code == "unknown-column" and any(word in each.message for word in meant))
        and not (each.code == "two-columns" and _is_of_no_matter(each, roster))
    )
    stops = [each for each in doubts if each.severity is Severity.ERROR]
    unclear = _unclear_columns(roster, columns, shown)
    listed = AttendanceList(roster.people)
    if columns and not unclear:
        listed, unclear = _sorted_out(roster, columns[0], _rows(path, shown), shown)
    stops += unclear
    if stops:
        raise KitError([*doubts, *stops])
    return listed, doubts


def _of_a_list(problem: Problem) -> Problem:
    """Say of a sign-in list what is said of a roster, which is read in the same way."""
    message = problem.message.replace("roster", "list")
    if problem.code == "no-name":
        message = "This row has no name, so it is not clear who came."
    return replace(problem, message=message, hint=problem.hint.replace("the roster", "the list"))


def _is_of_no_matter(two_columns: Problem, roster: Roster) -> bool:
    """Say whether both columns hold what a list of who came is not read for, as the own list has.

    `Group` and `Table` of the kit's own `attendance.csv` are one column to a roster.
    """
    names = {Column.NAME, Column.GIVEN, Column.MIDDLE, Column.FAMILY, Column.EMAIL}
    matters = [
        used
        for _, used in columns_of(roster.headings).unused
        if (meaning := meaning_of(used)) and meaning[1] in names
    ]
    return not any(f"“{used}”" in two_columns.message for used in matters)


def _unclear_columns(roster: Roster, columns: tuple[CameColumn, ...], shown: str) -> list[Problem]:
    where = Place(shown, 1, 1)
    if len(columns) > 1:
        named = " and ".join(f"“{each.heading}”" for each in columns)
        message = f"The columns {named} both say who came."
        return [Problem("came-or-not", message, where, "Keep the one that is right.")]
    if not columns and (opposite := opposite_columns(roster.headings)):
        message = f"The column “{opposite[0]}” says who did not come, which is not read."
        hint = f"Make it a column `Came` with yes or no. {_DELETE}"
        return [Problem("came-or-not", message, where, hint)]
    return []


def _rows(path: Path, shown: str) -> dict[int, Row]:
    """Give the rows of a list that was read as a roster, by their lines."""
    table = table_of(decode(read_bytes(path, shown, MOST_BYTES, "any list"), shown).text)
    return {row.line: row for row in table[1]} if table else {}


def _sorted_out(
    roster: Roster, column: CameColumn, rows: dict[int, Row], shown: str
) -> tuple[AttendanceList, list[Problem]]:
    marks: list[bool | None] = []
    problems: list[Problem] = []
    for person in roster.people:
        row = rows.get(person.row)
        cell = row.cells[column.at] if row and column.at < len(row.cells) else ""
        try:
            marks.append(mark_of(cell, signatures=column.signatures))
        except ValueError as error:
            marks.append(None)
            problems.append(_doubtful(person, column, str(error), row, shown))
    if more := len(problems) - _MOST_TOLD:
        problems[_MOST_TOLD:] = [_more(more, column, shown)] if more > 0 else []
    if not problems and True not in marks:
        problems = _nobody(roster, column, marks, shown)
    came = tuple(person for person, mark in zip(roster.people, marks, strict=True) if mark)
    return AttendanceList(came, len(marks) - len(came), column.heading), problems


def _doubtful(
    person: Participant, column: CameColumn, text: str, row: Row | None, shown: str
) -> Problem:
    said = text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004 - fits a line
    return Problem(
        "came-or-not",
        f"“{said}” under “{column.heading}” does not say whether {person.name} came.",
        Place(shown, person.row, row.column(column.at) if row else 1),
        "Write `yes` or `no`.",
    )


def _more(count: int, column: CameColumn, shown: str) -> Problem:
    message = f"{count} more rows say neither yes nor no under “{column.heading}”."
    return Problem("came-or-not", message, Place(shown), f"Write `yes` or `no`. {_DELETE}")


def _nobody(
    roster: Roster, column: CameColumn, marks: list[bool | None], shown: str
) -> list[Problem]:
    if False not in marks:
        message = f"Nothing is written under “{column.heading}”, so nobody can be told present."
        hint = f"Put an `x` for each person who came. {_DELETE}"
        return [Problem("came-or-not", message, Place(shown, 1, 1), hint)]
    if None not in marks:
        message = f"By “{column.heading}”, nobody on this list came."
        hint = "If that is so, record the number: `--attended 0`."
        return [Problem("nobody-came", message, Place(shown, 1, 1), hint)]
    blank = [person for person, mark in zip(roster.people, marks, strict=True) if mark is None]
    named = ", ".join(f"{each.name} (line {each.row})" for each in blank[:_MOST_TOLD])
    message = (
        f"“{column.heading}” says only who did not come. What a blank means is not clear, of: "
        f"{named}{' and others' if len(blank) > _MOST_TOLD else ''}."
    )
    return [
        Problem("came-or-not", message, Place(shown, blank[0].row, 1), "Write `yes` for who came.")
    ]
