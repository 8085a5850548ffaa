from __future__ import annotations

import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kit.collecting.current_form import current_form
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

_MODULE = Path(__file__).resolve().parent.parent / "collecting" / "filled_form.py"
filled_in = runpy.run_path(str(_MODULE))["filled_in"]


@pytest.fixture
def filled(project: Path) -> Path:
    """A folder with one filled-in form and one file that is none."""
    form = current_form(find_library(project), "small")
    folder = project / "filled-in"
    folder.mkdir()
    (folder / "one.pdf").write_bytes(filled_in(form, {"recommend": "9"}).content())
    (folder / "two.PDF").write_bytes(b"no PDF")
    return folder


def test_a_folder_of_pdfs_is_taken_in_once(kit: Call, filled: Path) -> None:
    assert filled.is_dir()
    said = kit("collect", "pdf", "filled-in")
    assert said.returncode == 2
    assert "filled-in/two.PDF: error: This is not a PDF." in said.stderr
    assert "2 files looked at." in said.stdout
    assert "1 response taken in, records/answers.db." in said.stdout
    again = kit("collect", "pdf", "filled-in/one.pdf", "--session", "small")
    assert again.returncode == 0
    assert "1 response in already" in again.stdout


def test_mistakes_are_told_with_a_way_out(kit: Call, filled: Path) -> None:
    assert filled.is_dir()
    said = kit("collect", "pdf", "filled-in", "--session", "smal")
    assert said.returncode == 2
    assert "Did you mean `small`?" in said.stderr
    assert "This is not there." in kit("collect", "pdf", "nowhere.pdf").stderr
