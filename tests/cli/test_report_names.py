"""Names in comments at `kit report`: at a terminal of its own, and without one."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer, Response, Way
from kit.answers.store import existing_store, open_store
from kit.instrument.description import described
from kit.instrument.form import form_of
from kit.library import find_library
from kit.pipeline.documents import prepare
from kit.pipeline.records.comment_names import comment_names_file, decided_names
from kit.pipeline.records.record_entry import Entry, with_entry
from kit.pipeline.records.session_records import change_record
from kit.pipeline.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.library import Library

    Call = Callable[..., Any]

PATIENCE = 60
NAMES = ("Okafor", "Ana Díaz", "Wanda Walkin", "Lena Harrow", "Jane Roe")
COHORT = """\
kit: 1
title: Ward, 2027
audience: intern
instructors: [Dr. Lena Harrow]
roster: ward.csv
terms: {safe_contact: "Ombuds office, extension 0000"}
sessions: [{id: first, workshop: small, date: 2027-08-12}]
"""
AT_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that its Ctrl-C counts
runpy.run_module("kit", run_name="__main__", alter_sys=True)
"""
REPORT = ("report", "--session", "ward/first", "--format", "html")


@pytest.fixture
def library(project: Path) -> Library:
    """A session of which six forms came back, with names in all that is written in words."""
    folder = project / "workshops" / "cohorts"
    folder.mkdir()
    (folder / "ward.yaml").write_text(COHORT, encoding="utf-8")
    (folder / "ward.csv").write_text("Name\nAna Díaz\n", encoding="utf-8")
    library = find_library(project)
    entry = Entry(
        names=("Wanda Walkin",),
        debrief=(("What would you change?", "Lena Harrow would start sooner."),),
    )
    change_record(library, "ward", "first", lambda old: with_entry(old, entry, "2027-08-12"))
    (ready,) = prepare(["ward/first"], Request(), library).ready
    made = form_of(ready.tailored, "end")
    assert made
    form = described(made, "ward/first", "en-US")
    words = {
        "improve": "Dr. Okafor should talk less. Then as Jane Roe said.",
        "one-change.what": "write to Ana Díaz",
        "one-change.with-whom": "Wanda Walkin",
        "one-change.by-when": "before Lena Harrow leaves",
        "most-useful.other": "the story of Ana Díaz",
    }
    assert set(words) == {each.key for each in form.fields if each.kind == "text"}
    given = []
    for number in range(6):
        answers = [Answer(key, (f"{text} {'x' * number}",)) for key, text in words.items()]
        answers.append(Answer("most-useful", ("1", "other")))
        given.append(
            Response(form, Way.WEB, date(2027, 8, 12), tuple(answers), f"original-{number}")
        )
    with open_store(library) as store:
        assert len(store.add(given).new) == 6
    return library


def everything_written(project: Path) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in (project / "build").rglob("*")
        if path.suffix in {".html", ".md", ".csv", ".svg"}
    )


def releases(library: Library) -> int:
    store = existing_store(library)
    assert store
    with store:
        return len(store.ledger.releases())


class Terminal:
    """`kit` at a terminal of its own: its standard output is a pipe, as in `kit report > file`."""

    def __init__(self, project: Path, *words: str) -> None:
        self._end, inside = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", AT_TERMINAL, *words],
            cwd=project,
            stdin=inside,
            stdout=subprocess.PIPE,
            stderr=inside,
            start_new_session=True,
            env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        )
        os.close(inside)
        self.shown = ""
        self._read = 0

    def until(self, passage: str) -> str:
        """Wait for a passage, and give what was shown since the last one that was waited for."""
        stop = time.monotonic() + PATIENCE
        while (at := self.shown.find(passage, self._read)) < 0:
            assert time.monotonic() < stop, self.shown
            assert self._more(), self.shown
        since = self.shown[self._read : at]
        self._read = at + len(passage)
        return since

    def type(self, text: str) -> None:
        os.write(self._end, text.encode())

    def press(self, key: str) -> None:
        """Press a key, again as a person would where nothing seems to come of it."""
        for _ in range(10):
            self.type(key)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=PATIENCE / 10)
                return

    def done(self) -> tuple[int, str]:
        """Wait for its end, and give its code and its standard output."""
        while self._more():
            pass
        out, _ = self._process.communicate(timeout=PATIENCE)
        os.close(self._end)
        return self._process.returncode, out.decode()

    def _more(self) -> bool:
        if not select.select([self._end], [], [], PATIENCE)[0]:
            return False
        try:
            read = os.read(self._end, 65_536)
        except OSError:  # nobody writes to it any more
            return False
        self.shown += read.decode(errors="replace").replace("\r\n", "\n")
        return bool(read)


QUESTION = "[Y/n/a] "


def test_each_is_shown_in_its_sentence_and_asked_about_once(
    library: Library, project: Path
) -> None:
    terminal = Terminal(project, *REPORT)
    asked = []
    for answer in ("\n", "n\n", "what?\n", "y\n", "A\n"):
        asked.append(terminal.until(QUESTION))
        terminal.type(answer)
    code, out = terminal.done()
    assert code == 0, terminal.shown
    assert out.splitlines() == ["build/reports/ward/first/report.html"]
    assert "may name somebody" in asked[0]
    assert "for all that are left" in asked[3]
    questions = [each.rpartition("Take out “")[2] for each in asked]
    assert questions[2] == questions[3]
    first, left, taken = (questions[at].strip().removesuffix("”?") for at in (0, 1, 2))
    assert first in asked[0].rpartition("Take out")[0]
    assert decided_names(library)[left.casefold()] is False
    assert decided_names(library)[taken.casefold()] is True
    assert sum(decided_names(library).values()) == len(decided_names(library)) - 1
    shown = everything_written(project)
    assert left in shown
    assert first not in shown
    assert taken not in shown

    again = Terminal(project, *REPORT)
    assert again.done()[0] == 0
    assert QUESTION not in again.shown
    assert everything_written(project) == shown

    anew = Terminal(project, *REPORT, "--ask-names-again")
    anew.until(QUESTION)
    anew.type("a\n")
    assert anew.done()[0] == 0
    assert all(decided_names(library).values())
    assert left not in everything_written(project)


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 2)])
def test_whoever_stops_releases_and_writes_nothing(
    library: Library, project: Path, key: str, code: int
) -> None:
    terminal = Terminal(project, *REPORT)
    terminal.until(QUESTION)
    terminal.type("n\n")
    terminal.until(QUESTION)
    terminal.press(key)
    assert terminal.done()[0] == code, terminal.shown
    assert "nothing was" in terminal.shown
    assert "Traceback" not in terminal.shown
    assert not (project / "build" / "reports").exists()
    assert not comment_names_file(library).exists()
    assert releases(library) == 0


@pytest.mark.slow
def test_an_interrupted_second_asking_forgets_nothing(library: Library, project: Path) -> None:
    first = Terminal(project, *REPORT)
    first.until(QUESTION)
    first.type("a\n")
    assert first.done()[0] == 0
    decided = decided_names(library)
    second = Terminal(project, *REPORT, "--ask-names-again")
    second.until(QUESTION)
    second.type("\x03")
    assert second.done()[0] == 130
    assert decided_names(library) == decided


@pytest.mark.slow
def test_without_a_terminal_all_goes_out_and_is_listed(
    kit: Call, library: Library, project: Path
) -> None:
    said = kit(*REPORT, "--data", "--figures", "--summary")
    assert said.returncode == 0, said.stderr
    written = everything_written(project)
    assert "[name] should talk less. Then as [name] said." in written
    assert "Taken out of what people wrote" in said.stderr
    for name in NAMES:
        assert name in said.stderr
        assert name not in written
        assert name not in said.stdout
    assert "in a terminal" in said.stderr
    assert not comment_names_file(library).exists()


def test_a_long_list_is_cut_and_says_how_much_is_left(kit: Call, library: Library) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"Z{letter}o Q{letter}u" for letter in letters[:22]]
    store = existing_store(library)
    assert store
    with store:
        form = store.given_out()[0].form
        answer = Answer("improve", (f"we met {', '.join(names)}",))
        store.add([Response(form, Way.WEB, date(2027, 8, 12), (answer,), "one-more")])
    lines = kit(*REPORT).stderr.splitlines()
    assert len([line for line in lines if line.startswith("  “")]) == 20
    assert "  … and 7 more" in lines


@pytest.mark.slow
def test_what_was_left_standing_at_a_terminal_stays(
    kit: Call, library: Library, project: Path
) -> None:
    terminal = Terminal(project, *REPORT)
    while "Jane Roe”?" not in terminal.until(QUESTION):
        terminal.type("y\n")
    terminal.type("n\n")
    terminal.until(QUESTION)
    terminal.type("a\n")
    assert terminal.done()[0] == 0
    said = kit(*REPORT, "--yes")
    assert said.returncode == 0, said.stderr
    assert "Jane Roe" not in said.stderr
    assert "Jane Roe" in everything_written(project)
    anew = kit(*REPORT, "--yes", "--ask-names-again")
    assert anew.returncode == 0, anew.stderr
    assert "Jane Roe" not in everything_written(project)
    assert not comment_names_file(library).exists()


@pytest.mark.slow
def test_a_damaged_record_is_told_and_nothing_is_made(kit: Call, library: Library) -> None:
    comment_names_file(library).write_text("{", encoding="utf-8")
    said = kit(*REPORT)
    assert said.returncode == 2
    assert "[damaged-record]" in said.stderr
    assert "records/comment-names.json" in said.stderr
    assert releases(library) == 0
    assert kit(*REPORT, "--ask-names-again").returncode == 0


@pytest.mark.slow
def test_purge_lists_what_was_decided(kit: Call, library: Library, project: Path) -> None:
    terminal = Terminal(project, *REPORT)
    terminal.until(QUESTION)
    terminal.type("a\n")
    assert terminal.done()[0] == 0
    said = kit("purge", "ward", "--yes")
    assert "records/comment-names.json: names in comments" in said.stdout
    assert not comment_names_file(library).exists()


def test_of_made_up_answers_nothing_is_asked_or_kept(library: Library, project: Path) -> None:
    terminal = Terminal(project, "report", "--example", "--format", "html", "--data")
    assert terminal.done()[0] == 0, terminal.shown
    assert QUESTION not in terminal.shown
    assert "“Dr. Quillfeather” in: Dr. Quillfeather’s story" in terminal.shown
    assert not comment_names_file(library).exists()
    assert "Quillfeather" not in everything_written(project)
