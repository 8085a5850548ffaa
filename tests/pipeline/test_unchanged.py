from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.unchanged import request_key, unchanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

ARGUMENTS = ["--format", "html"]


@pytest.fixture
def fulfilled(make: Call, project: Path) -> Path:
    make(key=request_key(ARGUMENTS, find_library(project)))
    return project


def test_a_request_that_was_fulfilled_is_known(fulfilled: Path) -> None:
    assert fulfilled
    said = unchanged(ARGUMENTS)
    assert said
    assert said.line.startswith("Nothing to do: 9 files are up to date")
    assert said.line.endswith("build/index.html")
    assert said.problems == ()


@pytest.mark.parametrize(
    "arguments", [[], ["--format", "pdf"], ["--help"], ["--out", "x"], ["--out"]]
)
def test_another_request_is_not(fulfilled: Path, arguments: list[str]) -> None:
    assert fulfilled
    assert unchanged(arguments) is None


@pytest.mark.parametrize(
    "name",
    ["workshops/small.yaml", "workshops/shared/items.yaml", "templates/styles/own.css", "kit.yaml",
     "workshops/second.yaml", "workshops/shared/own.yaml", "build/index.html",
     "build/small/participants/worksheets.html"],
)  # fmt: skip
def test_every_change_is_seen(fulfilled: Path, name: str) -> None:
    path = fulfilled / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")
    assert unchanged(ARGUMENTS) is None


def test_a_file_that_is_gone_is_seen(fulfilled: Path) -> None:
    (fulfilled / "build/small/participants/worksheets.html").unlink()
    assert unchanged(ARGUMENTS) is None


def test_what_another_request_wrote_over_is_made_again(
    make: Call, edit: Call, project: Path
) -> None:
    """`kit build`, a change, `kit build --format html`, the change undone, `kit build`."""
    library = find_library(project)
    asked = {
        "formats": ("html", "pdf"),
        "editions": ("worksheets",),
        "key": request_key([], library),
    }
    make(**asked)
    edit("title: Asking a mentor", "title: Another title")
    make(editions=("worksheets",))
    edit("title: Another title", "title: Asking a mentor")
    assert unchanged([]) is None
    assert make(**asked).up_to_date is None
    page = project / "build/small/participants/worksheets.html"
    assert "Another title" not in page.read_text(encoding="utf-8")
    assert unchanged([])


def test_another_start_does_not_touch_the_default_one(make: Call, project: Path) -> None:
    library = find_library(project)
    make(key=request_key([], library))
    show = project / "build/small/instructor/run-of-show.html"
    before = show.read_bytes()
    late = make(start="9:00")
    assert show.read_bytes() == before
    assert unchanged([])
    assert "small/instructor/run-of-show.0900.html" in {record.path for record in late.made}
    assert make(start="09:00").up_to_date


def test_what_was_found_in_the_documents_is_told_again(
    make: Call, edit: Call, project: Path
) -> None:
    talk = "\n\n          ".join(["“See patients.”"] * 18)
    edit("Your {{ program_lead }} tells you to drop it.", f"He says:\n\n          {talk}")
    made = make(
        formats=("pdf",), editions=("scenario-cards",), key=request_key([], find_library(project))
    )
    standing = unchanged([])
    assert standing
    assert standing.problems
    assert set(standing.problems) <= set(made.problems)
    assert {problem.code for problem in standing.problems} == {"text-overflow"}


def test_whatever_goes_wrong_is_left_to_the_build(
    fulfilled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(*_: object) -> None:
        raise MemoryError

    assert fulfilled
    monkeypatch.setattr("kit.pipeline.unchanged.read_inputs", exhausted)
    assert unchanged(ARGUMENTS) is None


def test_it_loads_nothing_heavy(fulfilled: Path) -> None:
    program = (
        "import sys, kit.__main__ as m; code = m.main(['build', '--format', 'html']);"
        "heavy = {'typer', 'yaml', 'pydantic', 'jinja2', 'markdown', 'weasyprint', 'pikepdf',"
        " 'multiprocessing', 'kit.definitions'} & set(sys.modules);"
        "print(code, sorted(heavy))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=fulfilled, capture_output=True, text=True, check=True
    )
    assert run.stdout.splitlines()[0].startswith("Nothing to do")
    assert run.stdout.splitlines()[-1] == "0 []"
