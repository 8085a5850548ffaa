"""What is said where a session cannot have its minutes."""

from __future__ import annotations

import pytest

from kit.definitions.activity import Priority
from kit.tailoring.retiming.refusals import refusal
from kit.tailoring.retiming.retime import Slot, fit

E, U = Priority.ESSENTIAL, Priority.USEFUL
WITH = "with the objectives that nothing else teaches"
LENGTHS = {"standard": 40, "short": 30}


def essential(name: str, minutes: int, least: int) -> Slot:
    return Slot(name, minutes, least, E, protected=False)


def closing(minutes: int) -> Slot:
    return Slot("close", minutes, minutes, E, protected=True)


AGENDA = (
    essential("draft", 16, 10),
    essential("audit", 10, 6),
    Slot("talk", 7, 4, U, protected=False),
    closing(7),
)


@pytest.mark.parametrize(
    ("minutes", "message", "way_out"),
    [
        (22, "1 minute is missing",
         f"Or leave out one of these, {WITH}: `draft` (10), `audit` (6)."),
        (15, "8 minutes are missing", f"Or leave out this one, {WITH}: `draft` (10)."),
        (10, "13 minutes are missing",
         f"Or leave out some of these, 13 minutes together, {WITH}: `draft` (10), `audit` (6)."),
        (5, "18 minutes are missing",
         "Leaving out more cannot make it fit: what is protected takes 7 minutes."),
    ],
)  # fmt: skip
def test_how_many_are_missing_and_what_would_help(minutes: int, message: str, way_out: str) -> None:
    problem = refusal(fit(AGENDA, minutes), minutes, LENGTHS)
    assert problem
    assert message in problem.message
    assert "and `talk` left out" in problem.message
    assert problem.hint == f"Give it 23 minutes, the least that it needs. {way_out}"


def test_what_is_named_does_help() -> None:
    """With what the hint says, the minutes do fit: so many, or without what could go."""
    for minutes in range(1, 23):
        fitted = fit(AGENDA, minutes)
        assert not fit(AGENDA, minutes + fitted.missing).missing
        problem = refusal(fitted, minutes, LENGTHS)
        assert problem
        for slot in AGENDA:
            fits = not fit([each for each in AGENDA if each != slot], minutes).missing
            alone = "leave out one" in problem.hint or "leave out this" in problem.hint
            assert (f"`{slot.id}`" in problem.hint and alone) == (fits and not slot.protected)


def test_something_has_to_stay() -> None:
    only = (essential("draft", 16, 10), essential("audit", 10, 6))
    problem = refusal(fit(only, 5), 5, LENGTHS)
    assert problem
    assert "Leaving out more cannot make it fit: one activity has to stay." in problem.hint


def test_a_length_that_fits_as_it_is_is_named() -> None:
    full = (essential("draft", 40, 40), closing(7))
    problem = refusal(fit(full, 39), 39, LENGTHS)
    assert problem
    assert "or write `length: short` (30) in place of the minutes" in problem.hint


def test_minutes_that_nobody_may_take() -> None:
    safe = (closing(20), Slot("talk", 30, 30, U, protected=False))
    problem = refusal(fit(safe, 45), 45, LENGTHS)
    assert problem
    assert "its activities take 20" in problem.message
    assert "Write `minutes: 20`" in problem.hint


@pytest.mark.parametrize(("minutes", "refused"), [(80, False), (81, True), (500, True)])
def test_more_than_double_is_too_much(minutes: int, refused: bool) -> None:
    problem = refusal(fit(AGENDA, minutes), minutes, LENGTHS)
    assert bool(problem) == refused
    if problem:
        assert "Give it 80 at most" in problem.hint


def test_nothing_is_said_where_it_fits() -> None:
    assert refusal(fit(AGENDA, 35), 35, LENGTHS) is None
