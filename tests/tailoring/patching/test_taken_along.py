"""What goes, or moves, with what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.reading.words import ENGLISH
from kit.tailoring.differences import differences
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SHORT = "- {id: first, workshop: small, length: short}"


@pytest.fixture
def said(session: Call) -> Callable[[], tuple[str, ...]]:
    def run() -> tuple[str, ...]:
        loaded = session()
        return differences(
            loaded.plain, loaded.loaded, tailor(loaded.loaded, loaded.choice), ENGLISH
        )

    return run


def test_the_pre_work_goes_with_the_only_sheet_that_it_has(
    cohort: Call, tailored: Call, said: Call
) -> None:
    cohort("leave_out: [needs]", sessions=SHORT)
    assert tailored().prework is None
    assert "There is no pre-work: its worksheets are left out." in said()


def test_pre_work_with_another_sheet_stays(
    cohort: Call, tailored: Call, said: Call, edit: Call
) -> None:
    edit(
        "  uses: [needs]\n  objectives: [map]\n", "  uses: [needs, network]\n  objectives: [map]\n"
    )
    cohort("leave_out: [needs]", sessions=SHORT)
    assert tailored().prework.uses == ("network",)
    assert not [line for line in said() if "pre-work" in line]


def test_the_look_at_the_clock_moves_to_the_activity_before(
    cohort: Call, tailored: Call, said: Call
) -> None:
    cohort("leave_out: [see-needs, map]\nchange: {cases: {minutes: {standard: 26}}}")
    checkpoint = tailored().workshop.checkpoint
    assert checkpoint.after == "welcome"
    assert checkpoint.do["standard"] == "Leave out one case."
    (line,) = [line for line in said() if "clock" in line]
    assert line == "The look at the clock comes after “Welcome”."


def test_in_a_fitted_session_too(cohort: Call, tailored: Call, said: Call) -> None:
    cohort("leave_out: [see-needs, map]", sessions="- {id: first, workshop: small, minutes: 26}")
    assert tailored().workshop.checkpoint.after == "welcome"
    assert [line for line in said() if "look at the clock comes after “Welcome”" in line]


def test_with_nothing_before_it_goes(cohort: Call, tailored: Call, said: Call) -> None:
    cohort("leave_out: [welcome, see-needs, map]\nchange: {cases: {minutes: {standard: 31}}}")
    assert tailored().workshop.checkpoint is None
    (line,) = [line for line in said() if "clock" in line]
    assert line.startswith("The run of show has no look at the clock")


def test_what_a_cohort_says_of_the_clock_itself_counts(cohort: Call, told: Call) -> None:
    """Its own mistake is told at its own line."""
    cohort("change: {workshop: {checkpoint: {after: see-neds}}}")
    told("unknown-activity", "see-neds")


@pytest.mark.parametrize(
    ("changes", "code", "hint"),
    [
        (
            "leave_out: [cases]",
            "minutes-add-up",
            "Or write `minutes: 40` for the session in place of a length",
        ),
        ("leave_out: [write-request]", "not-taught", "add `ask` to `leave_out`"),
    ],
)
def test_what_is_not_clear_is_told_with_the_cohorts_way_out(
    cohort: Call, told: Call, changes: str, code: str, hint: str
) -> None:
    cohort(changes)
    assert hint in told(code, changes.partition("[")[2][:5]).hint
