from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from kit.library import Library, find_library
from kit.pipeline.inputs import (
    Digests,
    read_inputs,
    source_name,
    source_path,
    sources_digest,
    text_digest,
)

if TYPE_CHECKING:
    from pathlib import Path

LONG_AGO = 1_000_000_000_000_000_000


def settle(path: Path) -> None:
    os.utime(path, ns=(LONG_AGO, LONG_AGO))


def test_a_file_whose_stat_is_known_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one", encoding="utf-8")
    settle(path)
    first = Digests({})
    digest = first.of("a", path)
    path.write_text("two", encoding="utf-8")
    settle(path)
    assert Digests(first.seen).of("a", path) == digest
    assert Digests({}).of("a", path) != digest


def test_a_change_right_after_the_last_is_seen_even_in_the_same_moment(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("one", encoding="utf-8")
    stat = path.stat()
    first = Digests({})
    digest = first.of("a", path)
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert Digests(first.seen).of("a", path) != digest


def test_what_is_absent_has_no_digest(tmp_path: Path) -> None:
    assert Digests({}).of("a", tmp_path / "a") == ""
    assert Digests({}).of("a", tmp_path) == ""


@pytest.mark.parametrize(
    ("name", "engine_too"),
    [
        ("templates/styles/own.css", False),
        ("templates/editions/worksheets.html", False),
        ("workshops/shared/more.yaml", False),
        ("workshops/logo.png", True),
    ],
)
def test_a_new_file_is_seen(project: Path, name: str, *, engine_too: bool) -> None:
    library = find_library(project)
    before = read_inputs(library, Digests({}))
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_text("new", encoding="utf-8")
    after = read_inputs(find_library(project), Digests({}))
    assert after.common != before.common
    assert (after.engine != before.engine) == engine_too


@pytest.mark.parametrize(
    "name",
    ["build/index.html", "workshops/other.yaml", "notes.txt", "workshops/small.yaml~",
     "workshops/.logo.png", "workshops/notes.txt", "workshops/#logo.png#", "templates/a.html~",
     "workshops/logo.png.bak"],
)  # fmt: skip
def test_what_does_not_matter_does_not(project: Path, name: str) -> None:
    before = read_inputs(find_library(project), Digests({}))
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("new", encoding="utf-8")
    assert read_inputs(find_library(project), Digests({})) == before


def test_what_never_ends_or_leads_out_is_not_read(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.png"
    outside.write_bytes(b"one")
    (project / "templates").mkdir(exist_ok=True)
    (project / "workshops/endless.png").symlink_to("/dev/zero")
    (project / "workshops/round.png").symlink_to("round.png")
    (project / "workshops/outside.png").symlink_to(outside)
    os.mkfifo(project / "workshops/pipe.png")
    os.mkfifo(project / "templates/pipe.css")
    before = read_inputs(find_library(project), Digests({}))
    outside.write_bytes(b"another")
    assert read_inputs(find_library(project), Digests({})) == before


def test_of_a_huge_file_size_and_time_serve(tmp_path: Path) -> None:
    path = tmp_path / "film.png"
    with path.open("wb") as file:
        file.truncate(3 * 2**30)
    first = Digests({}).of("film", path)
    assert "3221225472" in first
    settle(path)
    assert Digests({}).of("film", path) != first


def test_the_same_project_elsewhere_has_the_same_digests(project: Path, tmp_path: Path) -> None:
    before = read_inputs(find_library(project), Digests({}))
    moved = project.rename(tmp_path / "moved")
    assert read_inputs(find_library(moved), Digests({})) == before


def test_sources_have_names_that_travel(project: Path, tmp_path: Path) -> None:
    library = Library(project, tmp_path / "bundled")
    path = project / "workshops" / "small.yaml"
    assert source_name(path, library) == "0:workshops/small.yaml"
    assert source_path("0:workshops/small.yaml", library) == path
    assert source_path("7:workshops/small.yaml", library) is None
    assert source_path("odd", library) is None


def test_options_and_contents_make_the_digest(project: Path) -> None:
    library = find_library(project)
    inputs = read_inputs(library, Digests({}))
    sources = ["0:workshops/small.yaml"]
    first = sources_digest(inputs, "a4", sources, library, Digests({}))
    assert sources_digest(inputs, "letter", sources, library, Digests({})) != first
    path = project / "workshops" / "small.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert sources_digest(inputs, "a4", sources, library, Digests({})) != first


def test_texts_do_not_run_into_each_other() -> None:
    assert text_digest("ab", "c") != text_digest("a", "bc")
    assert text_digest("\udc80") != text_digest("?")
