from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.pipeline.records.notes_file import read_notes
from kit.pipeline.records.notes_taken import NotesTaken, gathered
from kit.pipeline.records.session_plan import NEXT_TIME, PlannedActivity, SessionPlan

if TYPE_CHECKING:
    from pathlib import Path

    from kit.errors import Problem

PLAN = SessionPlan(
    "Small",
    (PlannedActivity("welcome", "Welcome", 5), PlannedActivity("see-needs", "See the needs", 12)),
    ("What did people ask for?",),
)


def read(folder: Path, name: str, content: str | bytes) -> tuple[NotesTaken, tuple[Problem, ...]]:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    notes, doubts = read_notes(path, name, PLAN)
    return gathered(notes), doubts


TEXT = """\
Good mood.

welcome: Began late.
Waited for the projector.

- See the needs: loud
What would you change next time?
Fewer cases.

More coffee.
10:15 the room got cold
"""


def test_a_text_as_people_write_it(tmp_path: Path) -> None:
    for newline in ("\n", "\r\n"):
        notes, doubts = read(tmp_path, "notes.txt", TEXT.replace("\n", newline))
        assert notes == NotesTaken(
            {"welcome": "Began late.\nWaited for the projector.", "see-needs": "loud"},
            {NEXT_TIME: "Fewer cases."},
            "Good mood.\nMore coffee.\n10:15 the room got cold",
        )
        assert doubts == ()


def test_a_slip_in_a_text_is_asked_about_and_nothing_is_lost(tmp_path: Path) -> None:
    notes, doubts = read(tmp_path, "notes.txt", "wellcome: late\n")
    assert notes == NotesTaken(general="wellcome: late")
    (doubt,) = doubts
    assert (doubt.code, str(doubt.severity)) == ("unknown-activity", "warning")
    assert "Did you mean `welcome`?" in doubt.hint
    assert doubt.where
    assert doubt.where.line == 1


CSV = (
    'About;Note\r\nwelcome;"late; very\r\nlate"\r\n;Good mood.\r\nWhat did people ask for;Money\r\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("first", ["", "sep=;\r\n", "\r\n"])
def test_a_table_as_spreadsheets_save_it(tmp_path: Path, encoding: str, first: str) -> None:
    notes, doubts = read(tmp_path, "notes.CSV", (first + CSV).encode(encoding))
    assert notes == NotesTaken(
        {"welcome": "late; very\nlate"}, {"What did people ask for?": "Money"}, "Good mood."
    )
    assert doubts == ()


def test_rows_that_cannot_be_read_are_all_told(tmp_path: Path) -> None:
    content = "Activity,Comment\nwellcome,late\nwelcome,late, very\nwelcome,\n"
    with pytest.raises(KitError) as caught:
        read(tmp_path, "notes.csv", content)
    told = [(each.code, each.where.line if each.where else 0) for each in caught.value.problems]
    assert told == [("unknown-activity", 2), ("too-many-cells", 3)]
    assert caught.value.problems[0].hint == "Did you mean `welcome`?"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("notes.txt", b"", "no-notes"),
        ("notes.txt", b" \n\n", "no-notes"),
        ("notes.csv", b"", "no-notes"),
        ("notes.csv", b"About,Note\n", "no-notes"),
        ("notes.csv", b"welcome,late\n", "no-notes"),
        ("notes.docx", b"PK\x03\x04rubbish", "not-text"),
        ("notes.txt", b"\x00\x01\x02\x03", "not-text"),
        ("notes.txt", b"x" * 1_000_001, "too-large"),
        ("notes.csv", b'Note\n"' + b"x" * 200_000, "no-notes"),
    ],
)
def test_files_without_notes_are_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    with pytest.raises(KitError) as caught:
        read(tmp_path, name, content)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert "roster" not in f"{problem.message}{problem.hint}"


def test_there_is_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        read_notes(tmp_path / "absent.txt", "absent.txt", PLAN)
    assert caught.value.problems[0].code == "no-such-file"
