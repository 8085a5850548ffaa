from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.pictures import as_pages, keep_picture
from kit.answers.response import Answer, Response, Status, Way
from kit.answers.store import open_store
from kit.collecting.current_form import current_form
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.fixture
def people(kit: Call, project: Path, interns: str) -> list[Path]:
    """Files in which there are names: a record, a table plan, a personal packet."""
    names = ("--present", "Ana Díaz", "--present", "Bo Li")
    said = kit("session", "record", f"{interns}/first", *names)
    assert said.returncode == 0, said.stderr
    table = project / "records" / "tables" / interns / "first.json"
    packet = project / "build" / interns / "first" / "people" / "ana.html"
    roster = project / "rosters" / "interns.csv"
    for path in (table, packet, roster):
        path.parent.mkdir(parents=True)
        path.write_text("Ana Díaz", encoding="utf-8")
    return [project / "records" / "sessions" / interns / "first.json", table, packet]


def names_left(project: Path) -> set[str]:
    return {
        path.name
        for path in project.rglob("*")
        if path.is_file() and "Ana Díaz" in path.read_text(encoding="utf-8", errors="ignore")
    }


def test_it_lists_asks_removes_and_says_what_is_left(
    kit: Call, project: Path, people: list[Path]
) -> None:
    said = kit("purge", "interns", stdin="y\n")
    assert said.returncode == 0, said.stderr
    asked, _, done = said.stdout.partition("[y/N]")
    for path in people[:2]:
        assert str(path.relative_to(project)) in asked
        assert str(path.relative_to(project)) in done
    assert "people: personal packets, 1 file" in done
    assert str(project.joinpath("rosters", "interns.csv").relative_to(project)) in done
    assert names_left(project) == {"interns.csv"}
    shown = kit("session", "show", "interns/first").stdout
    assert "Attended: 2" in shown


@pytest.mark.slow
def test_packets_made_elsewhere_are_found_and_said(
    kit: Call, project: Path, cohort: Call, tmp_path: Path
) -> None:
    cohort(head="roster: names.csv\nterms: {safe_contact: 'A, 0000'}")
    roster = project / "workshops" / "cohorts" / "names.csv"
    roster.write_text("Name\nAna Diaz\nBo Li\nCy Fox\nDee Roe\n", encoding="utf-8")
    out = tmp_path / "stick"
    words = ("--cohort", "group", "--people", "--edition", "worksheets", "--format", "pdf")
    said = kit("build", *words, "--out", str(out))
    assert said.returncode == 0, said.stderr
    assert (out / "group" / "first" / "people" / "everyone.pdf").exists()

    said = kit("purge", "--yes")

    assert said.returncode == 0, said.stderr
    assert f"Packets are looked for in: build, {out}." in said.stdout
    assert "Not seen: what you copied, sent or printed." in said.stdout
    assert not (out / "group" / "first" / "people").exists()
    assert (out / "group" / "first" / "participants").exists()
    shutil.rmtree(out)
    assert "stick" not in kit("purge", "--dry-run").stdout


@pytest.mark.parametrize(
    ("word", "stdin", "code"),
    [("--dry-run", "y\n", 0), ("interns", "\n", 0), ("interns", "n\n", 0), ("interns", "", 2),
     ("interne", "y\n", 2)],
)  # fmt: skip
@pytest.mark.usefixtures("people")
def test_without_a_yes_nothing_is_removed(
    kit: Call, project: Path, word: str, stdin: str, code: int
) -> None:
    assert kit("purge", word, stdin=stdin).returncode == code
    assert len(names_left(project)) == 3  # the record and the table have one name


def test_yes_does_not_ask_and_a_second_time_there_is_nothing(
    kit: Call, project: Path, people: list[Path]
) -> None:
    assert people
    said = kit("purge", "--yes")
    assert said.returncode == 0
    assert "[y/N]" not in said.stdout
    assert names_left(project) == {"interns.csv"}
    said = kit("purge", "--yes")
    assert said.returncode == 0
    assert "nothing about people to remove" in said.stdout


def test_another_build_folder(kit: Call, project: Path, interns: str) -> None:
    packet = project / "packets" / interns / "first" / "people" / "ana.pdf"
    packet.parent.mkdir(parents=True)
    packet.touch()
    said = kit("purge", "--yes", "--out", "packets")
    assert said.returncode == 0, said.stderr
    assert not packet.parent.exists()


def test_a_damaged_record_is_left_and_named(kit: Call, project: Path, people: list[Path]) -> None:
    people[0].write_text('{"kit": 1, "attended": "Ana Díaz"}', encoding="utf-8")
    said = kit("purge", "--yes")
    assert said.returncode == 2
    assert "[damaged-record]" in said.stderr
    assert names_left(project) == {"first.json", "interns.csv"}


def test_ctrl_c_while_asking_removes_nothing(project: Path, people: list[Path]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kit", "purge"],
        cwd=project,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout
    told = ""
    while not told.endswith("[y/N] "):
        letter = process.stdout.read(1)
        assert letter, "it ended before it asked"
        told += letter
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, complained = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Nothing was removed." in complained
    assert all("Ana Díaz" in path.read_text(encoding="utf-8") for path in people)


def test_without_a_project(kit: Call, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    said = kit("purge", "--yes", cwd=folder)
    assert said.returncode == 2
    assert "[no-project]" in said.stderr


@pytest.mark.usefixtures("people")
def test_it_says_that_answers_are_anonymous_and_stay(
    kit: Call, project: Path, answered: list[str]
) -> None:
    before = (project / "records" / "answers.db").read_bytes()
    said = kit("purge", "--yes")
    assert said.returncode == 0, said.stderr
    assert "Answers in records/answers.db are anonymous: they stay." in said.stdout
    assert (project / "records" / "answers.db").read_bytes() == before
    assert answered


def test_what_cannot_be_read_is_not_said_to_be_nothing(
    kit: Call, project: Path, interns: str
) -> None:
    path = project / "records" / "sessions" / interns / "first.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    said = kit("purge", interns, "--dry-run")
    assert said.returncode == 2
    assert "There is nothing about people" not in said.stdout
    assert "in what could be read" in said.stdout


def test_pictures_of_handwriting_go_and_what_was_read_stays(
    kit: Call, project: Path, interns: str
) -> None:
    form = replace(current_form(find_library(project), "small"), session=f"{interns}/first")
    other = replace(form, session="others/first")
    day = date(2027, 3, 1)
    with open_store(find_library(project)) as store:

        def picture(content: bytes) -> str:
            return keep_picture(store.records, content, day, "jpg")

        def scanned(form: Any, original: str, status: Status) -> Response:
            evidence = {"picture": picture(b"a comment"), "kind": "written"}
            answer = Answer("improve", ("Time.",), status, evidence)
            received = as_pages([(1, picture(b"a page"), ())])
            return Response(form, Way.SCAN, day, (answer,), original, received=received)

        store.add(
            [
                scanned(form, "looked at", Status.TYPED),
                scanned(form, "in doubt", Status.DOUBTFUL),
                scanned(other, "of others", Status.TYPED),
            ]
        )
        before = list(store.responses())
    said = kit("purge", interns, "--dry-run")
    assert said.returncode == 0, said.stderr
    assert "records/pictures: 2 pictures of 1 sheet; what was read stays" in said.stdout
    assert "records/pictures: 1 sheet that waits" in said.stdout
    folder = project / "records" / "pictures"
    assert len(list(folder.iterdir())) == 6
    said = kit("purge", interns, "--yes")
    assert said.returncode == 0, said.stderr
    assert len(list(folder.iterdir())) == 4
    assert kit("purge", "--yes").returncode == 0
    assert len(list(folder.iterdir())) == 2
    with open_store(find_library(project)) as store:
        assert list(store.responses()) == before
