from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError, Problem
from kit.reading.attendance import AttendanceList, read_attendance

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[[str | bytes], tuple[AttendanceList, tuple[Problem, ...]]]
    Refused = Callable[[str | bytes], tuple[Problem, ...]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def run(content: str | bytes) -> tuple[AttendanceList, tuple[Problem, ...]]:
        path = tmp_path / "sign-in.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_attendance(path, "sign-in.csv")

    return run


@pytest.fixture
def refused(read: Read) -> Refused:
    def run(content: str | bytes) -> tuple[Problem, ...]:
        with pytest.raises(KitError) as caught:
            read(content)
        return caught.value.problems

    return run


def names(listed: AttendanceList) -> list[str]:
    return [person.name for person in listed.came]


def test_without_such_a_column_every_row_came(read: Read) -> None:
    listed, doubts = read("Name,E-mail\nAna,a@b.example\nBo,\n")
    assert names(listed) == ["Ana", "Bo"]
    assert (listed.column, listed.stayed_away, doubts) == ("", 0, ())


def test_a_column_says_who_came(read: Read) -> None:
    listed, doubts = read("Name,Came,Role\nAna,yes,intern\nBo,no,intern\nCy,,intern\n")
    assert names(listed) == ["Ana"]
    assert (listed.column, listed.stayed_away, doubts) == ("Came", 2, ())


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_as_spreadsheets_save_it(read: Read, encoding: str) -> None:
    text = 'sep=;\r\nName;Anwesend;Present\r\nZoë Example;1;x\r\n"Bo\r\nLi";;\r\nJosé Díaz;;✓\r\n'
    if encoding == "cp1252":
        text = text.replace("✓", "x")
    listed, _ = read(text.encode(encoding))
    assert names(listed) == ["Zoë Example", "José Díaz"]
    assert listed.stayed_away == 1


def test_a_sheet_with_signatures(read: Read) -> None:
    listed, _ = read("First name,Last name,Signature\nAna,Díaz,A Diaz\nBo,Li,\nCy,Oe,absent\n")
    assert names(listed) == ["Ana Díaz"]
    assert listed.column == "Signature"


def test_doubtful_values_are_named_by_row(refused: Refused) -> None:
    problems = refused("Name,Came\nAna,yes\nBo,maybe\nCy,45 min\n")
    assert [(each.code, each.where.line if each.where else 0) for each in problems] == [
        ("came-or-not", 3),
        ("came-or-not", 4),
    ]
    assert "“maybe”" in problems[0].message
    assert "Bo" in problems[0].message
    assert problems[0].where
    assert problems[0].where.column == 4


def test_many_doubtful_values_are_counted(refused: Refused) -> None:
    rows = "".join(f"Person {number},perhaps\n" for number in range(500))
    problems = refused("Name,Came\n" + rows)
    assert len(problems) == 21
    assert any("480 more" in each.message for each in problems)


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ("Name,Came\nAna,\nBo,\n", "came-or-not", "Nothing is written"),
        ("Name,Came\nAna,no\nBo,\n", "came-or-not", "Bo (line 3)"),
        ("Name,Came\nAna,no\nBo,0\n", "nobody-came", "nobody"),
        ("Name,Came,Present\nAna,x,x\n", "came-or-not", "“Came” and “Present”"),
        ("Name,Absent\nAna,x\nBo,\n", "came-or-not", "“Absent”"),
        ("Name,Came\n", "nobody", "nobody"),
        ("", "nobody", "empty"),
        ("Who,Came\nAna,x\n", "no-names", "names"),
        (b"PK\x03\x04rubbish", "not-csv", "spreadsheet"),
        (b"\x00\x01\x02\x03", "not-text", "text"),
        ("Name,Came\nAna,x\n,x\n", "no-name", "no name"),
    ],
)
def test_what_leaves_open_who_came_is_refused(
    refused: Refused, content: str | bytes, code: str, words: str
) -> None:
    problems = refused(content)
    assert code in {each.code for each in problems}
    assert any(words in each.message for each in problems)
    assert all(each.where and each.where.file == "sign-in.csv" for each in problems)


def test_everything_is_told_at_once(refused: Refused) -> None:
    codes = {each.code for each in refused("Name,Came,Present\n,x,x\nAna,x,x\n")}
    assert codes == {"no-name", "came-or-not"}


def test_rows_of_nobody_do_not_shift_the_marks(read: Read) -> None:
    listed, _ = read("Attendance of 12 August\n\nName,Came\nAna,no\n,\nTotal,2\nBo,x\n\nCy,x\n")
    assert names(listed) == ["Bo", "Cy"]


def test_a_huge_file_is_refused_or_read_in_a_moment(refused: Refused, read: Read) -> None:
    assert refused(b"Name,Came\n" + b"Ana Example,x\n" * 800_000)[0].code == "too-large"
    listed, _ = read("Name,Came\n" + "".join(f"Person {n},x\n" for n in range(5000)))
    assert len(listed.came) == 5000


@pytest.mark.parametrize(
    "text", ["", "Foo,Bar\na,b\n", "Name,Came\n", "Name,Came\n,yes\nBo Li,x\n", "Name,Came\nBo,\n"]
)
def test_a_list_is_not_called_a_roster_and_its_places_are_whole(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sign-in.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as error:
        read_attendance(path, "sign-in.csv")
    for problem in error.value.problems:
        assert "roster" not in problem.message
        assert problem.where
        assert bool(problem.where.line) == bool(problem.where.column)


def test_only_two_columns_of_names_or_addresses_are_told(read: Read) -> None:
    _, doubts = read("Name,Group,Table,Came\nAna Diaz,A,2,yes\n")
    assert doubts == ()
    _, (doubt,) = read("Name,Group,Table,E-mail,Work email,Came\nAna Diaz,A,2,a@b.org,,yes\n")
    assert doubt.code == "two-columns"
    assert "E-mail" in doubt.message
