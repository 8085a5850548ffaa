"""A cohort as a course: its sessions in their order, and its logo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.course import Course, course_of
from kit.pipeline.sessions import cohort_problems
from kit.reading.cohort import load_cohort

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

COHORT = """\
kit: 1
title: Group
place: Room 1
terms: {mentor: tutor}
series: {title: Course}
sessions:
  - {id: zeta, workshop: small, date: 2027-09-02, place: Hall}
  - {id: alpha, workshop: absent}
"""


@pytest.fixture
def group(project: Path) -> Path:
    path = project / "workshops" / "cohorts" / "group.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(COHORT, encoding="utf-8")
    return path


def course(project: Path) -> Course:
    library = find_library(project)
    cohort, problems = load_cohort(library, "group")
    assert cohort, problems
    return course_of(cohort, library)


def test_sessions_stand_in_the_order_of_the_file(group: Path, project: Path) -> None:
    first, second = course(project).lines

    assert group
    assert (first.session, first.number, first.title) == ("zeta", 1, "Asking a mentor")
    assert (first.date, first.start, first.place) == ("2027-09-02", "13:00", "Hall")
    assert (second.number, second.title, second.place) == (2, "absent", "Room 1")
    assert [path.name for path in course(project).sources] == ["small.yaml"]


MORE = """\
  - {id: short, workshop: small, length: short}
  - {id: own, workshop: small, minutes: 50}
"""


def test_each_session_has_its_minutes(group: Path, project: Path) -> None:
    group.write_text(COHORT + MORE, encoding="utf-8")
    assert [each.minutes for each in course(project).lines] == [40, None, 25, 50]

    changes = "workshops: {small: {change: {workshop: {lengths: {short: 20}}}}}"
    group.write_text(COHORT + MORE + changes, encoding="utf-8")
    assert [each.minutes for each in course(project).lines] == [40, None, 20, 50]


def test_a_title_is_in_the_cohorts_words(group: Path, project: Path) -> None:
    changes = "workshops: {small: {change: {workshop: {title: 'Your {{ mentor }}'}}}}"
    group.write_text(COHORT + changes, encoding="utf-8")
    assert course(project).lines[0].title == "Your tutor"


def test_without_a_series_nothing_is_listed(group: Path, project: Path) -> None:
    group.write_text(COHORT.replace("series: {title: Course}\n", ""), encoding="utf-8")
    assert course(project) == Course()


WITH_LOGO = """\
kit: 1
title: Group
institution: Hill & Dale
logo: logos/a.svg
terms: {safe_contact: the dean}
series: {title: Course}
sessions:
  - {id: zeta, workshop: small, date: 2027-09-02}
  - {id: alpha, workshop: small, date: 2027-09-09}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v{0}z"/></svg>'
SHOWN = ("instructor-guide", "worksheets", "evaluation-form", "run-of-show")


@pytest.fixture
def logo(project: Path) -> Path:
    """The file of the logo of a cohort with two sessions of one series."""
    cohorts = project / "workshops" / "cohorts"
    (cohorts / "logos").mkdir(parents=True)
    (cohorts / "group.yaml").write_text(WITH_LOGO, encoding="utf-8")
    path = cohorts / "logos" / "a.svg"
    path.write_text(SVG.format(9), encoding="utf-8")
    return path


def page(project: Path, name: str, session: str = "zeta") -> str:
    return (project / "build" / "group" / session / f"{name}.html").read_text(encoding="utf-8")


def test_the_logo_is_on_first_pages_with_its_words(make: Call, logo: Path, project: Path) -> None:
    make(cohorts=("group",), editions=SHOWN)

    assert logo
    for name in (
        "instructor/instructor-guide",
        "participants/worksheets",
        "participants/evaluation-form",
    ):
        html = page(project, name)
        assert html.count('<img class="logo" src="data:image/svg+xml;base64,') == 1
        assert 'alt="Hill &amp; Dale" style="width: 13.0mm; height: 13.0mm"' in html
    assert "<img" not in page(project, "instructor/run-of-show")


def test_another_logo_is_noticed(make: Call, logo: Path, project: Path) -> None:
    asked: dict[str, Any] = {"cohorts": ("group",), "editions": SHOWN[:1]}
    make(**asked)
    before = page(project, "instructor/instructor-guide")
    assert make(**asked).up_to_date
    logo.write_text(SVG.format(8), encoding="utf-8")
    assert make(**asked).made
    assert page(project, "instructor/instructor-guide") != before
    logo.unlink()
    assert [problem.code for problem in make(**asked).problems] == ["no-such-file"]


def test_a_logo_that_is_missing_is_told_by_the_check(logo: Path, project: Path) -> None:
    assert cohort_problems("group", find_library(project)) == ()
    logo.unlink()
    (problem,) = cohort_problems("group", find_library(project))
    assert problem.code == "no-such-file"
    assert problem.where
    assert problem.where.line == 4


def test_the_guide_lists_the_series(make: Call, logo: Path, project: Path) -> None:
    make(cohorts=("group",), editions=SHOWN)

    assert logo
    guide = page(project, "instructor/instructor-guide", "alpha")
    assert "Course, session 2 of 2" in guide
    assert "Thursday, September 2, 2027, 13:00" in guide
    assert guide.count('<tr class="here"><td>2</td>') == 1
    sheets = page(project, "participants/worksheets")
    assert "Course, session 1 of 2" in sheets
    assert "September 9" not in sheets


def test_the_report_has_sessions_in_the_order_of_the_file(make: Call, logo: Path) -> None:
    made = make(cohorts=("group",), editions=SHOWN).made

    assert logo
    assert list(dict.fromkeys(record.workshop for record in made)) == ["group/zeta", "group/alpha"]
    assert [record.side for record in made[:4]] == ["instructor"] * 2 + ["participants"] * 2
