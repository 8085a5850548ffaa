"""The bundled example responses are those that their program makes of today's definitions."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from kit.collecting.example_responses import MAKE_THEM, responses_folder
from kit.library import Library, bundled_folder

ROOT = Path(__file__).resolve().parent.parent
BUNDLED = Library(None, bundled_folder())


def program() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / ".ci" / "make_example_responses.py"))


def test_they_are_up_to_date() -> None:
    folder = responses_folder(BUNDLED)
    kept = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*")}
    made = program()["texts"](BUNDLED)
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    assert not stale, f"The example responses of {stale} are stale: run `{MAKE_THEM}`."


def test_an_answer_to_a_question_that_is_not_asked_is_told() -> None:
    debrief = program()["_debrief"]
    answers = {"What then?": "Nothing in {part}.", "Who came?": "All."}
    asked = ["Who came?", "Why?", "What then?"]
    assert debrief(answers, asked, {"part": "May"}) == [
        {"question": "Who came?", "answer": "All."},
        {"question": "What then?", "answer": "Nothing in May."},
    ]
    with pytest.raises(ValueError, match="What then"):
        debrief(answers, asked[:2], {})


def test_the_command_that_makes_them_is_in_the_makefile() -> None:
    target = MAKE_THEM.removeprefix("make ")
    assert f"\n{target}: " in (ROOT / "Makefile").read_text(encoding="utf-8")
