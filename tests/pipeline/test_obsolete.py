"""What is made no more goes away; what is somebody's own never does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

FORMER = "small/instructor/invitation.a4.txt"
ASKED: dict[str, Any] = {"editions": ("invitation", "reminder"), "paper": "a4"}


@pytest.fixture
def former(make: Call, project: Path) -> Path:
    """A build of a time when the invitation had another name, with its manifest."""
    make(**ASKED)
    build = project / "build"
    (build / "small/instructor/invitation.txt").rename(build / FORMER)
    manifest = build / "manifest.json"
    data = json.loads(manifest.read_text("utf-8"))
    text = json.dumps(data).replace("small/instructor/invitation.txt", FORMER)
    manifest.write_text(text, "utf-8")
    return build / FORMER


def test_a_file_of_a_former_name_goes_with_the_next_build(
    make: Call, edit: Call, former: Path
) -> None:
    edit("title: Asking a mentor", "title: Asking a good mentor")
    report = make(**ASKED)
    assert not former.exists()
    assert report.removed == (FORMER,)
    assert former.with_name("invitation.txt").exists()
    index = (report.folder / "index.html").read_text("utf-8")
    assert FORMER not in index
    assert make(**ASKED).removed == ()


def test_a_file_that_somebody_changed_stays(make: Call, edit: Call, former: Path) -> None:
    former.write_text("my own words", "utf-8")
    other = former.with_name("notes.a4.txt")
    other.write_text("mine", "utf-8")
    edit("title: Asking a mentor", "title: Asking a good mentor")
    assert make(**ASKED).removed == ()
    assert former.read_text("utf-8") == "my own words"
    assert other.exists()


def test_what_another_request_made_anew_stays(make: Call, edit: Call, project: Path) -> None:
    make(formats=("html",))
    edit("title: Asking a mentor", "title: Asking a good mentor")
    make(editions=("worksheets",))
    assert make(formats=("html",)).removed == ()
    assert (project / "build/small/participants/worksheets.html").exists()


def test_a_document_that_a_workshop_has_no_longer_goes(
    cohort: Call, make: Call, project: Path
) -> None:
    path = cohort(sessions="- {id: a, workshop: small, date: 2027-08-12}")
    asked: dict[str, Any] = {"cohorts": ("group",), "editions": ("reminder", "calendar-entry")}
    make(**asked)
    entry = "group/a/participants/calendar-entry.ics"
    assert (project / "build" / entry).exists()
    path.write_text(path.read_text("utf-8").replace(", date: 2027-08-12", ""), "utf-8")
    report = make(**asked)
    assert report.removed == (entry,)
    assert not (project / "build" / entry).exists()
    assert (project / "build/group/a/instructor/reminder.txt").exists()
