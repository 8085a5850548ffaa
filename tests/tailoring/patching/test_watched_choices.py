"""What a cohort chooses by a rule, and what is said when the workshop makes another thing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.library import find_library
from kit.pipeline.looked import note_looked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

ONE = "scenarios: {count: 1}"


@pytest.fixture
def looked(project: Path) -> Call:
    """Take note of the workshops as they are."""
    return lambda: note_looked(["group"], find_library(project))


def codes(problems: tuple[Any, ...]) -> set[str]:
    return {each.code for each in problems}


def test_other_cases_chosen_by_number_are_named(
    project: Path, cohort: Call, session: Call, looked: Call, told: Call
) -> None:
    cohort(ONE)
    looked()
    (chosen,) = (each.digest for each in session().beneath if "/scenarios/" in each.path)
    # The workshop calls its case by another id: for the cohort it is another case.
    for path in (project / "workshops").rglob("*.yaml"):
        if path.parent.name != "cohorts":
            text = path.read_text(encoding="utf-8").replace(chosen, f"{chosen}-again")
            path.write_text(text, encoding="utf-8")
    problem = told("changed-beneath", "scenarios", warning=True)
    assert f"in place of `{chosen}`" in problem.message
    assert "Other cases are chosen here now: “" in problem.message
    assert looked() == (1, ())
    with pytest.raises(AssertionError):
        told("changed-beneath", "scenarios", warning=True)


def test_a_theme_that_gains_a_case_is_told(
    cohort: Call, looked: Call, told: Call, edit: Call
) -> None:
    cohort("scenarios: {themes: [sponsorship, conflict of advice]}")
    looked()
    edit(
        "themes: [feedback, time]",
        "themes: [feedback, sponsorship]",
        "workshops/shared/scenarios.yaml",
    )
    assert "(`late-feedback`) besides" in told("changed-beneath", "scenarios", warning=True).message


def test_what_leaves_with_an_activity_is_watched(
    cohort: Call, looked: Call, told: Call, edit: Call
) -> None:
    cohort(
        """
        leave_out: [cases, respond]
        change: {see-needs: {minutes: {standard: 26}}}
        """
    )
    looked()
    edit("uses: [request]", "uses: [request, late-feedback]")
    problem = told("changed-beneath", "leave_out", warning=True)
    assert "without `late-feedback`" in problem.message


def test_another_agenda_under_an_order_is_told(
    cohort: Call, looked: Call, told: Call, project: Path
) -> None:
    cohort("order: [welcome, cases, see-needs, write-request, closing]")
    looked()
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    start, middle, end = (
        text.index(f"  - id: {name}") for name in ("cases", "write-request", "closing")
    )
    path.write_text(text[:start] + text[middle:end] + text[start:middle] + text[end:], "utf-8")
    assert "in another order" in told("changed-beneath", "order", warning=True).message


@pytest.mark.parametrize(
    ("order", "old", "new"),
    [
        ("[network, needs, request, agreement, next-steps]", "uses: [needs, network]",
         "uses: [network, needs]"),
        ("[most-useful, recommend]", "core: [mentoring-improved, recommend]",
         "core: [recommend, mentoring-improved]"),
    ],
)  # fmt: skip
def test_what_an_order_replaces_is_watched(  # noqa: PLR0917 - four fixtures
    cohort: Call, looked: Call, told: Call, edit: Call, order: str, old: str, new: str
) -> None:
    cohort(f"order: {order}")
    looked()
    edit(old, new)
    problem = told("changed-beneath", "order", warning=True)
    assert "whose order this replaces, are others now: in another order" in problem.message


def test_another_agenda_is_no_matter_to_an_order_of_sheets(cohort: Call, session: Call) -> None:
    cohort("order: [network, needs, request, agreement, next-steps]")
    paths = [each.path for each in session().beneath]
    assert "=first/order/worksheets" in paths
    assert "=first/order" not in paths


def test_another_rule_of_the_cohort_is_not_told(
    cohort: Call, looked: Call, cohort_problems: Call
) -> None:
    cohort(ONE)
    looked()
    cohort("scenarios: {count: 2}")
    assert "changed-beneath" not in codes(cohort_problems())


def test_cases_named_by_id_are_not_watched(cohort: Call, session: Call) -> None:
    cohort("scenarios: {use: [two-advisors]}")
    assert not [each for each in session().beneath if "/scenarios/" in each.path]


def test_minutes_that_are_fitted_otherwise_are_told(
    cohort: Call, looked: Call, told: Call, edit: Call
) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 36}")
    assert looked() == (0, ())
    edit("    minimum: 8\n    priority: useful", "    minimum: 12\n    priority: useful")
    problem = told("changed-beneath", "36", warning=True)
    assert "The agenda is fitted in another way now: `" in problem.message
    assert "`cases 12` in place of `welcome 5`" in problem.message
