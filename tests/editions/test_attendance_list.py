from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

from kit.editions.named import ATTENDANCE_LIST
from kit.editions.setting import Attendee, Setting
from kit.reading.attendance import read_attendance

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

PEOPLE = (
    Attendee("Ana Díaz", "Ana Díaz", came=True, email="ana@example.org", role="PGY-1", table="2"),
    Attendee("Bo, the Second", "Bo, the Second", came=False, table="1"),
    Attendee('=cmd|"/C calc"!A1', "", came=True, role="+44", table="-1"),
)


def written(people: tuple[Attendee, ...], made: Any) -> str:
    assert ATTENDANCE_LIST.write is not None
    return ATTENDANCE_LIST.write(ATTENDANCE_LIST.view(made, Setting(attendance=people)))


def test_no_cell_is_a_formula_and_excel_reads_its_letters(tailored: Call) -> None:
    text = written(PEOPLE, tailored())
    assert text.startswith("\ufeffName,")
    rows = list(csv.reader(text.removeprefix("\ufeff").splitlines()))
    assert rows[1] == ["Ana Díaz", "ana@example.org", "PGY-1", "", "2", "yes"]
    assert rows[2][0] == "Bo, the Second"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_what_is_written_can_be_read_again(tailored: Call, tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    path.write_text(written(PEOPLE, tailored()), encoding="utf-8")
    listed, doubts = read_attendance(path, "attendance.csv")
    assert [person.name for person in listed.came] == ["Ana Díaz", '=cmd|"/C calc"!A1']
    assert listed.stayed_away == 1
    assert "two-columns" not in {each.code for each in doubts}


def test_no_roster_no_list(tailored: Call) -> None:
    assert ATTENDANCE_LIST.view(tailored(), Setting()) is None
