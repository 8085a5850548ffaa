from __future__ import annotations

from typing import TYPE_CHECKING

from kit.cli.progress import Line, Lines

if TYPE_CHECKING:
    import pytest


def follow(progress: Line | Lines) -> None:
    progress.working("seating 9 people")
    progress.expect(4)
    progress.expect(3)
    progress.done("w/a.html", None)
    progress.kept("w/b.pdf")
    progress.done("w/a.pdf", 3)
    progress.end()


def test_a_line_for_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    follow(Lines())
    said = capsys.readouterr()
    assert said.out == "w/a.html\nw/a.pdf (3 pages)\n"
    assert said.err == ""


def test_one_line_that_changes_and_goes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    follow(Line())
    said = capsys.readouterr()
    assert said.out == ""
    shown = said.err.split("\r")
    assert shown[1].rstrip() == "seating 9 people …"
    assert shown[-1] == ""
    assert shown[-2].strip() == ""  # written over with spaces
    assert len(shown[-2]) == len(shown[-3])
    assert shown[-3].startswith("[####################] 3 of 3")
    assert all(len(each) < 40 for each in shown)
