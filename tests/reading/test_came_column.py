from __future__ import annotations

import pytest

from kit.reading.came_column import CameColumn, came_columns, mark_of, opposite_columns


@pytest.mark.parametrize(
    "heading",
    ["Came", "came?", " ATTENDED ", "Attendance", "Present (y/n)", "Here", "Present Y/N",
     "Attended:", "Attended? (yes or no)", "Checked-in", "Attendance status", "Asistió"],
)  # fmt: skip
def test_headings_that_say_who_came(heading: str) -> None:
    assert came_columns(("Name", heading)) == (CameColumn(1, heading.strip()),)


@pytest.mark.parametrize(
    "heading", ["Attendee", "Role", "Comment", "Group", "Arrival", "", "Presenter"]
)
def test_headings_that_do_not(heading: str) -> None:
    assert came_columns(("Name", heading)) == ()


def test_signatures_count_where_nothing_plainer_does() -> None:
    assert came_columns(("Signature", "Name")) == (CameColumn(0, "Signature", signatures=True),)
    assert came_columns(("Signature", "Name", "Came")) == (CameColumn(2, "Came"),)
    assert len(came_columns(("Name", "Came", "Present"))) == 2


def test_columns_of_those_who_did_not_come() -> None:
    assert opposite_columns(("Name", "Absent?", "No-show")) == ("Absent?", "No-show")


@pytest.mark.parametrize(
    "cell", ["yes", "Y", "x", "X", "✓", "✔️", "1", "TRUE", "Present", "present.", "Sí", " ✅ "]
)
def test_came(cell: str) -> None:
    assert mark_of(cell) is True


@pytest.mark.parametrize(
    "cell", ["no", "N", "0", "FALSE", "absent", "✗", "☐", "Didn’t come", "no-show"]
)
def test_did_not_come(cell: str) -> None:
    assert mark_of(cell) is False


@pytest.mark.parametrize("cell", ["", "  ", "-", "—", "\u200b"])
def test_nothing(cell: str) -> None:
    assert mark_of(cell) is None
    assert mark_of(cell, signatures=True) is None


@pytest.mark.parametrize("cell", ["maybe", "2", "?", "left early", "45 min", "n/a"])
def test_neither(cell: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        mark_of(cell)


@pytest.mark.parametrize(
    ("cell", "came"),
    [("A. Díaz", True), ("~~~", True), ("N", True), ("no", False), ("absent", False)],
)
def test_any_signature_is_one_but_for_a_plain_no(cell: str, came: bool) -> None:
    assert mark_of(cell, signatures=True) is came
