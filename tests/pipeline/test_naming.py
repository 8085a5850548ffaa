from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.editions.registry import EDITIONS
from kit.library import find_library
from kit.pipeline.naming import document_path, variant
from kit.reading.workshop import load_workshops
from kit.tailoring.tailor import Choice, tailor

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("choice", "paper", "name", "said"),
    [
        (Choice(), "letter", "worksheets.pdf", ""),
        (Choice(), "a4", "worksheets.a4.pdf", "A4"),
        (Choice(length="short"), "letter", "worksheets.short.pdf", "short"),
        (Choice(length="standard"), "letter", "worksheets.pdf", ""),
        (
            Choice(length="short", audience="junior-faculty"),
            "a4",
            "worksheets.short.faculty.a4.pdf",
            "short, faculty, A4",
        ),
    ],
)
def test_what_differs_shows_in_the_name(
    project: Path, choice: Choice, paper: str, name: str, said: str
) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    tailored = tailor(loaded, choice)
    path = document_path(EDITIONS["worksheets"], tailored, paper, "pdf")
    assert path == f"small/participants/{name}"
    assert variant(tailored, paper) == said


def test_each_side_has_its_folder(project: Path) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    path = document_path(EDITIONS["run-of-show"], tailor(loaded, Choice()), "letter", "html")
    assert path == "small/instructor/run-of-show.html"
