"""What follows from what a cohort leaves out is no mistake of its file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.sessions import sessions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

NO_CASES = "leave_out: [cases, respond]"
FITTED = "- {id: first, workshop: small, minutes: 35}"
TITLE = "The draft that never comes back"


@pytest.fixture
def ready(project: Path) -> Callable[[], Any]:
    return lambda: sessions_of("group", (), find_library(project))[0]


def test_a_work_that_only_they_cited_is_not_listed(
    cohort: Call, cohort_problems: Call, ready: Call, edit: Call
) -> None:
    edit("reading: [chopra2018, straus2013]", "reading: [chopra2018]")
    edit("[@straus2013]. Both begin", "and trust. Both begin")
    edit("  virtual: Use the reactions", "  virtual: Use the [@straus2013] reactions")
    cohort("change: {welcome: {instructor: {virtual: Wave.}}}")
    assert cohort_problems() == ()
    assert list(ready().tailored.references) == ["sambunjak2006", "chopra2018"]
    # What was not cited before is told with the workshop, and is here as it was.
    edit("references: [sambunjak2006,", "references: [welch2016, sambunjak2006,")
    assert "uncited-reference" not in {each.code for each in cohort_problems()}


def test_a_work_that_the_cohort_lists_itself_is_told(cohort: Call, told: Call) -> None:
    cohort("change: {workshop: {references: [sambunjak2006, straus2013, chopra2018, welch2016]}}")
    told("uncited-reference", "welch2016", warning=True)


def test_a_case_that_is_still_named_is_told_in_the_guide(
    cohort: Call, cohort_problems: Call, ready: Call, edit: Call
) -> None:
    edit("title: My request\n    minutes", f"title: After “{TITLE}”\n    minutes")
    cohort(NO_CASES, sessions=FITTED)
    assert "case-not-here" not in {each.code for each in cohort_problems()}
    told = [line for line in ready().setting.occasion.differences if TITLE in line]
    assert f"A text still names the case “{TITLE}”, which is left out: skip it there." in told
