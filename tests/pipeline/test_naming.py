from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.editions.registry import EDITIONS
from kit.editions.setting import Occasion, Setting
from kit.library import find_library
from kit.pipeline.naming import document_path, variant
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("choice", "setting", "name", "said"),
    [
        (Choice(), Setting(), "worksheets.pdf", ""),
        (Choice(), Setting(paper="a4"), "worksheets.a4.pdf", "A4"),
        (Choice(length="short"), Setting(), "worksheets.short.pdf", "short"),
        (Choice(length="standard"), Setting(), "worksheets.pdf", ""),
        (
            Choice(length="short", audience="junior-faculty"),
            Setting(paper="a4"),
            "worksheets.short.faculty.a4.pdf",
            "short, faculty, A4",
        ),
        (
            Choice(length="short"),
            Setting(paper="a4", large=True),
            "worksheets.large.short.a4.pdf",
            "large print, short, A4",
        ),
        (
            Choice(),
            Setting(fillable=True),
            "worksheets.fillable.pdf",
            "to fill in on the screen",
        ),
        (
            Choice(),
            Setting(paper="a4", large=True, fillable=True),
            "worksheets.fillable.large.a4.pdf",
            "to fill in on the screen, large print, A4",
        ),
        (Choice(), Setting(start="9:00"), "worksheets.0900.pdf", "from 9:00"),
        (Choice(), Setting(start="09:00"), "worksheets.0900.pdf", "from 9:00"),
        (Choice(), Setting(start="13:00"), "worksheets.pdf", ""),
    ],
)
def test_what_differs_shows_in_the_name(
    project: Path, choice: Choice, setting: Setting, name: str, said: str
) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    tailored = tailor(loaded, choice)
    path = document_path(EDITIONS["worksheets"], "small", tailored, setting, "pdf")
    assert path == f"small/participants/{name}"
    assert variant(tailored, setting) == said


def test_a_text_has_no_paper(project: Path) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    tailored, setting = tailor(loaded, Choice(length="short")), Setting(paper="a4")
    invitation = EDITIONS["invitation"]
    path = document_path(invitation, "small", tailored, setting, "txt")
    assert path == "small/instructor/invitation.short.txt"
    assert variant(tailored, setting, invitation) == "short"


def test_each_side_has_its_folder(project: Path) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    path = document_path(
        EDITIONS["run-of-show"], "small", tailor(loaded, Choice()), Setting(), "html"
    )
    assert path == "small/instructor/run-of-show.html"


def test_a_session_has_one_version_in_a_folder_of_its_own(project: Path) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["small"])
    tailored = tailor(loaded, Choice(length="short", audience="junior-faculty"))
    setting = Setting(start="9:00", paper="a4", occasion=Occasion("Residents"))
    path = document_path(EDITIONS["worksheets"], "pgy1/first", tailored, setting, "pdf")
    assert path == "pgy1/first/participants/worksheets.pdf"
    assert not variant(tailored, setting)
