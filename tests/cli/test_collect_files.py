from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

from kit.collecting.current_form import current_form
from kit.library import find_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


def saved(project: Path, name: str, **answers: Any) -> None:
    form = current_form(find_library(project), "small")
    named = {part: getattr(form, part) for part in ("form", "version", "wording", "session")}
    token = f"00000000-0000-4000-8000-{abs(hash(name)) % 10**12:012}"
    data = {"kit-answers": 1, "form": named, "token": token, "answers": answers}
    folder = project / "answers"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(json.dumps(data), encoding="utf-8")


def test_a_folder_of_answer_files_is_taken_in_once(kit: Call, project: Path) -> None:
    saved(project, "a.json", recommend="10")
    saved(project, "b.json", recommend="0", improve="x")
    said = kit("collect", "files", "answers")
    assert said.returncode == 0
    assert "2 files looked at." in said.stdout
    assert "2 responses taken in, records/answers.db." in said.stdout
    again = kit("collect", "files", "answers/")
    assert "no responses taken in" in again.stdout
    assert "2 responses in already" in again.stdout


def test_what_is_broken_is_named_and_the_rest_taken_in(kit: Call, project: Path) -> None:
    saved(project, "a.json", recommend="10")
    saved(project, "b.json", recommend="11")
    said = kit("collect", "files", "answers")
    assert said.returncode == 2
    assert "answers/b.json: error: `recommend` cannot be answered with “11”" in said.stderr
    assert "1 response taken in" in said.stdout


def test_nothing_there(kit: Call, project: Path) -> None:
    (project / "answers").mkdir()
    assert "There is no answer file there" in kit("collect", "files", "answers").stdout
    said = kit("collect", "files", "nowhere")
    assert said.returncode == 2
    assert "This is not there." in said.stderr


@pytest.mark.xfail(
    getattr(os, "geteuid", lambda: 1)() == 0, reason="root may read everything", run=False
)
def test_a_file_that_may_not_be_read_stops_no_other(kit: Call, project: Path) -> None:
    saved(project, "a.json", improve="More time")
    saved(project, "b.json", improve="Less haste")
    closed = project / "answers" / "a.json"
    closed.chmod(0)
    said = kit("collect", "files", "answers/a.json", "answers/b.json")
    assert "answers/a.json: error: You may not read this file. [not-readable]" in said.stderr
    assert "1 response taken in" in said.stdout
