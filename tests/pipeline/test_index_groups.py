from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.editions.index import IndexSession, IndexWorkshop
from kit.library import find_library
from kit.pipeline.index_groups import index_groups
from kit.reading.words import ENGLISH

if TYPE_CHECKING:
    from pathlib import Path

    from kit.library import Library

COHORT = """\
kit: 1
title: Group
institution: Hill House
series: {title: Course}
sessions:
  - {id: zeta, workshop: small, date: 2027-09-02, place: Hall}
  - {id: alpha, workshop: small}
"""


@pytest.fixture
def cohort(project: Path) -> Path:
    path = project / "workshops" / "cohorts" / "group.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(COHORT, encoding="utf-8")
    return path


@pytest.fixture
def library(project: Path) -> Library:
    return find_library(project)


def listed(*names: str) -> list[IndexWorkshop]:
    return [IndexWorkshop(name, name, (), ()) for name in sorted(names)]


def test_a_cohorts_sessions_stand_together_in_its_order(cohort: Path, library: Library) -> None:
    assert cohort
    plain, group = index_groups(
        listed("small", "group/alpha", "group/zeta", "group/gone", "group"), library, ENGLISH
    )

    assert (plain.title, [each.name for each in plain.workshops]) == (None, ["small"])
    assert (group.title, group.series, group.institution) == ("Group", "Course", "Hill House")
    names = [each.name for each in group.workshops]
    assert names == ["group/zeta", "group/alpha", "group", "group/gone"]
    first, second, *others = (each.session for each in group.workshops)
    assert first == IndexSession(1, 2, "Thursday, September 2, 2027, 13:00", "Hall")
    assert second == IndexSession(2, 2, None, None)
    assert others == [None, None]


def test_without_a_series_sessions_have_no_number(cohort: Path, library: Library) -> None:
    text = COHORT.replace("series: {title: Course}\n", "").replace("2027-09-02", "2027-02-30")
    cohort.write_text(text, encoding="utf-8")
    (group,) = index_groups(listed("group/zeta"), library, ENGLISH)

    assert group.series is None
    assert group.workshops[0].session == IndexSession(None, None, None, "Hall")


def test_a_cohort_that_cannot_be_read_is_still_listed(cohort: Path, library: Library) -> None:
    cohort.write_text("kit: 1\n", encoding="utf-8")
    (group,) = index_groups(listed("group", "group/zeta"), library, ENGLISH)

    assert group.title == "group"
    assert [each.name for each in group.workshops] == ["group", "group/zeta"]
