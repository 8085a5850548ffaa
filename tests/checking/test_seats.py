"""Wishes for tables that come to nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Told, WriteCohort


@pytest.mark.parametrize(
    "wish",
    [
        "size: 4",
        "triads: true",
        "balance: role",
        "apart: [{one: Ana, other: Bo}]",
    ],
)
def test_without_names_nobody_is_seated(cohort: WriteCohort, told: Told, wish: str) -> None:
    cohort(head=f"tables:\n  {wish}")
    assert "nobody is seated" in told("changes-nothing", wish, warning=True).message


def test_without_names_a_size_for_one_session_changes_nothing(
    cohort: WriteCohort, told: Told
) -> None:
    cohort(sessions="- {id: a, workshop: small, tables: {size: 3}}")
    assert "nobody is seated" in told("changes-nothing", "tables: {", warning=True).message


@pytest.mark.parametrize("wish", ["{one: Ana}", "{other: Ana}", "{by: role, one: chief}"])
def test_apart_from_nobody_is_an_error_at_its_line(
    project: Path, cohort: WriteCohort, told: Told, wish: str
) -> None:
    cohort(head=f"roster: people.csv\ntables:\n  apart:\n    - {wish}")
    names = "name,role\n" + "".join(f"Ana {n},chief\n" for n in range(4)) + "Ana,intern\n"
    (project / "workshops" / "cohorts" / "people.csv").write_text(names, encoding="utf-8")
    told("apart-from-whom", wish)


def test_by_alone_keeps_all_values_apart(project: Path, cohort: WriteCohort, told: Told) -> None:
    cohort(head="roster: people.csv\ntables: {apart: [{by: role}]}")
    names = "name,role\n" + "".join(f"Ana {n},chief\nBo {n},intern\n" for n in range(4))
    (project / "workshops" / "cohorts" / "people.csv").write_text(names, encoding="utf-8")
    with pytest.raises(AssertionError):
        told("apart-from-whom", "by")
