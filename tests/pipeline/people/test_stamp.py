"""What was made is known the next time, whatever has changed is seen, and no name is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.build import build
from kit.pipeline.people.build import build_people
from kit.pipeline.people.folder import EVERYONE, SEATING
from kit.pipeline.people.stamp import NAME
from kit.pipeline.records.about_people import find_about_people
from kit.pipeline.records.purge import purge
from kit.pipeline.request import Request
from kit.pipeline.unchanged import request_key, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kit.pipeline.people.making import PeopleMade

    Call = Callable[..., Any]

ARGUMENTS = ["--cohort", "group", "--format", "html", "--edition", "worksheets", "--people"]
PLAIN = ARGUMENTS[:-1]


@pytest.fixture
def run(
    nine: Path, followed: Call, watch: Call, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], PeopleMade]:
    """Make what the arguments ask for."""
    monkeypatch.chdir(nine)

    def make() -> PeopleMade:
        library = find_library(nine)
        request = Request(
            cohorts=("group",),
            editions=("worksheets",),
            formats=("html",),
            people=True,
            key=request_key(ARGUMENTS, library),
        )
        report = build(request, library, followed())
        assert not report.exit_code
        (made,) = build_people(request, library, report, watch)
        return made

    return make


def replace_in(path: Path, old: str, new: str) -> None:
    content = path.read_bytes()
    assert old.encode() in content
    path.write_bytes(content.replace(old.encode(), new.encode()))


@pytest.mark.slow
def test_the_same_again_makes_nothing_and_each_change_is_seen(
    run: Callable[[], PeopleMade], nine: Path
) -> None:
    made = run()
    assert not made.unchanged
    said = unchanged(ARGUMENTS)
    assert said
    assert said.line.startswith("Nothing to do: 1 file and 9 personal packets are up to date.")
    before = {path: path.stat().st_mtime_ns for path in made.folder.iterdir()}
    again = run()
    assert again.unchanged
    assert again.stamp == made.stamp
    assert {path: path.stat().st_mtime_ns for path in made.folder.iterdir()} == before

    cohorts = nine / "workshops" / "cohorts"
    for path, old, new in (
        (cohorts / "people.csv", "Person C", "Person Z"),
        (cohorts / "group.yaml", "Residents, spring", "Residents, fall"),
        (nine / "workshops" / "small.yaml", "title: Asking a mentor", "title: Asking"),
        (nine / "records" / "tables" / "group" / "first.json", "Person A", "Person Y"),
    ):
        replace_in(path, old, new)
        assert unchanged(ARGUMENTS) is None, path
        replace_in(path, new, old)
        assert unchanged(ARGUMENTS), path
    style = nine / "templates" / "styles" / "own.css"
    style.parent.mkdir(parents=True)
    style.touch()
    assert unchanged(ARGUMENTS) is None
    style.unlink()
    away = nine / "away"
    packet = next(made.folder.glob("table-*.pdf"))
    for path in (packet, made.folder / EVERYONE, made.folder / SEATING, made.folder / NAME):
        path.rename(away)
        assert unchanged(ARGUMENTS) is None, path
        away.rename(path)
        assert unchanged(ARGUMENTS), path
    stamp = made.folder / NAME
    written = stamp.read_bytes()
    for damaged in (
        b"",
        b"[]",
        b"{}",
        b'{"format": 4}',
        written.replace(b'"format": 4', b'"x": 1'),
    ):
        stamp.write_bytes(damaged)
        assert unchanged(ARGUMENTS) is None, damaged
    stamp.write_bytes(written)
    assert unchanged(ARGUMENTS)
    packet.touch()
    assert unchanged(ARGUMENTS) is None


@pytest.mark.slow
def test_what_has_changed_or_gone_is_made_again(
    run: Callable[[], PeopleMade], write_roster: Call
) -> None:
    made = run()
    gone = next(made.folder.glob("table-*-person-b.pdf"))
    gone.unlink()
    assert not run().unchanged
    assert gone.exists()

    write_roster(*(f"Person {letter}" for letter in "ABCDEFGHZ"))
    assert not run().unchanged
    names = {path.name[8:] for path in made.folder.glob("table-*.pdf")}
    assert names == {f"person-{letter}.pdf" for letter in "abcdefghz"}
    assert unchanged(ARGUMENTS)


@pytest.mark.slow
def test_a_build_without_people_does_not_stand_for_one_with_them(
    run: Callable[[], PeopleMade], nine: Path, followed: Call
) -> None:
    library = find_library(nine)
    request = Request(cohorts=("group",), editions=("worksheets",), formats=("html",))
    for arguments, people in ((PLAIN, False), (ARGUMENTS, True)):
        asked = replace(request, people=people, key=request_key(arguments, library))
        build(asked, library, followed())
    assert unchanged(PLAIN)
    assert unchanged(ARGUMENTS) is None
    run()
    assert unchanged(ARGUMENTS)


@pytest.mark.slow
def test_no_name_is_kept_and_purge_removes_all_of_it(
    run: Callable[[], PeopleMade], nine: Path
) -> None:
    made = run()
    build_folder = nine / "build"
    for path in (made.folder / NAME, build_folder / "manifest.json"):
        text = path.read_text(encoding="utf-8")
        assert "erson " not in text
        assert "person-" not in text
    # Of the tables, which have names, no digest either: names are few enough to be tried.
    assert "tables" not in json.loads((build_folder / "manifest.json").read_bytes())["files"]

    library = find_library(nine)
    found = find_about_people(library, "group", build_folder)
    assert not purge(found.removals, library, [build_folder]).problems

    assert not made.folder.exists()
    left = [path for path in build_folder.rglob("*") if path.is_file()]
    assert left
    assert not any(made.stamp.made_from in path.read_text(encoding="utf-8") for path in left)
    assert unchanged(ARGUMENTS) is None
