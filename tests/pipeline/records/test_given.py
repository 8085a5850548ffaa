from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.records.given import Given, Understood, understood
from kit.pipeline.records.session_plan import find_session

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Edit

pytestmark = pytest.mark.usefixtures("interns")


def read(project: Path, given: Given) -> Understood:
    library = find_library(project)
    return understood(given, library, find_session(library, "interns/first"))


def test_what_is_given_becomes_an_entry(project: Path) -> None:
    log = project / "log.txt"
    log.write_text("cases: loud\nvery\n", encoding="utf-8")
    found = read(
        project,
        Given(invited=3, present=("Ana",), minutes=("welcome=8",), notes=("x",), notes_file=log),
    )
    entry = found.entry
    assert (entry.invited, entry.attended, entry.names) == (3, None, ("Ana",))
    assert (dict(entry.minutes), dict(entry.notes)) == ({"welcome": 8}, {"cases": "loud\nvery"})
    assert (entry.note, found.doubts) == ("x", ())
    assert found.plan


def test_everything_that_is_wrong_is_told_at_once(project: Path) -> None:
    given = Given(
        invited=-1,
        present=("",),
        minutes=("wellcome=3",),
        notes=("cases=", "closng=x"),
        notes_file=project / "absent.txt",
    )
    with pytest.raises(KitError) as caught:
        read(project, given)
    codes = sorted(each.code for each in caught.value.problems)
    assert codes == sorted(
        ["below-zero", "no-name", "unknown-activity", "no-text", "unknown-activity", "no-such-file"]
    )


def test_a_workshop_with_mistakes_matters_only_where_activities_are_meant(
    project: Path, edit: Edit
) -> None:
    edit("title: Asking a mentor\n", "titel: Asking a mentor\n")
    assert read(project, Given(attended=3, notes=("x",))).plan is None
    with pytest.raises(KitError):
        read(project, Given(minutes=("welcome=3",)))


def test_nothing_given_is_empty() -> None:
    assert Given().is_empty
    assert not Given(attended=0).is_empty
    assert not Given(present=("",)).is_empty
