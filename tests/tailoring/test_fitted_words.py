"""What a fitted session says of itself: what gave way and in which order, what is not taught."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.activity import Priority
from kit.library import find_library
from kit.reading.words import ENGLISH
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.fitted_words import fitted_words
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]


@pytest.fixture
def said(session: Call) -> Callable[[], tuple[str, ...]]:
    def run() -> tuple[str, ...]:
        loaded = session()
        made = tailor(loaded.loaded, loaded.choice)
        return tuple(fitted_words(loaded.plain, loaded.loaded, made, ENGLISH))

    return run


def at(minutes: int) -> str:
    return f"- {{id: a, workshop: small, minutes: {minutes}}}"


def test_nothing_where_nothing_is_fitted(cohort: Call, said: Call) -> None:
    cohort()
    assert said() == ()


def test_the_order_of_giving_way(cohort: Call, said: Call) -> None:
    cohort(sessions=at(33))
    lines = said()
    assert lines[0] == "Fitted to 33 minutes from the length “standard” (40)."
    assert lines[1] == (
        "Gave way first, useful: “Two conversations that stalled” takes 8 minutes in place of 12."
    )
    assert lines[2] == (
        "Gave way then, essential: “Welcome” takes 4 minutes in place of 5; “What I have, what I "
        "need” takes 12 minutes in place of 14."
    )
    assert not any(line.startswith(("Left out", "No longer", "Only in")) for line in lines)


def test_what_is_left_out_taught_and_asked(cohort: Call, said: Call, edit: Call) -> None:
    edit("    minutes: {standard: 12}\n    minimum: 8", "    minutes: {standard: 12}")
    edit("    minutes: {standard: 14, short: 10}\n    minimum: 8", "    minutes: {standard: 14}")
    edit("      if_short: Only the map; the rating can be done at home.",
         "      if_short: Only the map.\n      transition: Now to your tables.")  # fmt: skip
    cohort(sessions=at(33))
    lines = said()
    assert "Left out for want of time, useful: “Two conversations that stalled”." in lines
    assert "With 38 minutes, 5 more, “Two conversations that stalled” could stay." in lines
    assert (
        "No longer taught: “Choose a first sentence for a conversation that has stalled”." in lines
    )
    asked = [line for line in lines if line.startswith("No longer asked")]
    assert [line.partition(":")[0] for line in asked] == ["No longer asked at the end"]
    assert (
        "Check how “What I have, what I need” leads on: “Two conversations that stalled”, which "
        "came next, is left out." in lines
    )


def test_questions_of_the_form_and_of_the_follow_up_go_with_their_objective(
    project: Path,
) -> None:
    (loaded,), _ = load_workshops(find_library(project), ["challenging-scenarios"])
    rigid = tuple(
        each.model_copy(update={"minimum": 15} if each.priority is Priority.USEFUL else {})
        for each in loaded.workshop.agenda
    )
    loaded = replace(loaded, workshop=loaded.workshop.model_copy(update={"agenda": rigid}))
    made = tailor(loaded, Choice(minutes=76))
    lines = tuple(fitted_words(loaded, loaded, made, ENGLISH))
    case = "into a fictional case that a colleague can work on"
    assert "Left out for want of time, useful: “A case of your own”." in lines
    assert "Not in the packet for that reason: “A case of your own”." in lines
    assert f"No longer taught: “Turn a real difficulty {case}”." in lines
    asked = [line for line in lines if line.startswith("No longer asked")]
    assert asked == [
        f"No longer asked at the end: “turn a difficulty of my own {case}”.",
        "No longer asked in the follow-up: “I have heard a colleague’s view of a case of my own”.",
    ]
    for name in ("wrote-own-case", "used-own-case-since"):
        assert name not in [each.id for each in (*made.items, *made.follow_up_items)]


def test_more_minutes_say_where_they_go(cohort: Call, said: Call) -> None:
    cohort(sessions=at(45))
    lines = said()
    (longer,) = [line for line in lines if line.startswith("Longer, since people work there: ")]
    assert "“What I have, what I need” takes" in longer
    assert "Welcome" not in longer
    assert "Closing" not in longer


def test_what_only_the_usual_length_has_is_told(cohort: Call, said: Call) -> None:
    cohort(sessions=at(27))
    lines = said()
    assert "Only in the length “standard”: “Two conversations that stalled”." in lines
    assert (
        "Taught and asked only in the length “standard”: “Choose a first sentence for a "
        "conversation that has stalled”." in lines
    )


def test_the_look_at_the_clock(cohort: Call, said: Call, edit: Call) -> None:
    cohort(sessions=at(36))
    assert (
        "The look at the clock comes after “What I have, what I need”, and says what can give way "
        "then in the minutes of this session." in said()
    )
    edit("  after: see-needs", "  after: welcome")
    cohort(sessions=at(22))
    assert (
        "The run of show has no look at the clock: nothing that is left could be shorter. Begin on "
        "time." in said()
    )


def test_a_look_at_the_clock_that_stays_is_not_told(cohort: Call, said: Call, edit: Call) -> None:
    edit("  after: see-needs", "  after: write-request")
    cohort(sessions=at(36))
    assert not any("look at the clock" in line for line in said())
