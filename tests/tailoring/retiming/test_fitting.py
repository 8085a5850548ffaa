"""A session with minutes of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.activity import Priority
from kit.errors import KitError
from kit.library import find_library
from kit.pipeline.sessions import sessions_of
from kit.reading.workshop import load_workshops
from kit.tailoring.choice import Choice
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Call = Callable[..., Any]

WORKSHOPS = (
    "challenging-scenarios", "managing-up", "mentee-driven-relationship", "mentoring-mosaic"
)  # fmt: skip


@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_bundled_workshop_fits_what_an_hour_may_be(project: Path, name: str) -> None:
    (loaded,), _ = load_workshops(find_library(project), [name])
    lengths = loaded.workshop.lengths
    most = 2 * max(lengths.values())
    fewer: set[str] = set()
    for minutes in (*range(20, 125), *range(125, most + 6, 7)):
        try:
            made = tailor(loaded, Choice(minutes=minutes))
        except KitError as error:
            (problem,) = error.problems
            assert problem.code == "minutes-do-not-fit"
            assert minutes < min(lengths.values()) or minutes > most
            continue
        assert minutes <= most
        assert made.minutes == sum(each.minutes for each in made.agenda) == minutes
        plain = tailor(loaded, Choice(length=made.length))
        before = {each.activity.id: each for each in plain.agenda}
        for each in made.agenda:
            usual = before[each.activity.id]
            assert sum(step.minutes for step in each.steps) == each.minutes
            assert all(step.minutes for step in each.steps)
            assert len(each.steps) == len(usual.steps)
            if each.activity.protected:
                assert each.minutes == usual.minutes
            elif each.activity.priority is Priority.ESSENTIAL:
                least = each.activity.minimum or usual.minutes
                assert each.minutes >= min(least, usual.minutes)
            if each.minutes > usual.minutes:
                assert each.activity.uses, each.activity.id
                for step, written in zip(each.steps, usual.steps, strict=True):
                    assert step.minutes == written.minutes or not written.talk
        # More minutes never lose an activity, across the workshop's lengths too.
        here = {each.activity.id for each in made.agenda}
        assert fewer <= here
        fewer = here
        taught = {name for each in made.agenda for name in each.activity.objectives}
        taught |= set(made.prework.objectives if made.prework else ())
        assert {each.id for each in made.objectives} == taught
        asked = {item.objective for item in made.items if item.objective}
        assert asked <= taught


def test_what_gives_way_is_told(cohort: Call, tailored: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 33}")
    made = tailored()
    assert made.fitted
    assert made.fitted.left_out == ()
    # The useful one gives way before the essential ones, and one without a minimum keeps all.
    now = {name: minutes for name, _, minutes in made.fitted.changes}
    assert now == {"cases": 8, "welcome": 4, "see-needs": 12}


def test_an_objective_that_nothing_teaches_any_more_is_neither_named_nor_asked(
    cohort: Call, tailored: Call, edit: Call
) -> None:
    edit("    minutes: {standard: 12}\n    minimum: 8", "    minutes: {standard: 12}")
    edit("    minutes: {standard: 14, short: 10}\n    minimum: 8", "    minutes: {standard: 14}")
    cohort(sessions="- {id: a, workshop: small, minutes: 33}")
    made = tailored()
    assert made.fitted
    assert made.fitted.left_out == ("cases",)
    assert [each.id for each in made.fitted.not_taught] == ["respond"]
    assert "respond" not in [each.id for each in made.objectives]
    assert "can-respond" not in [each.id for each in made.items]
    assert made.scenarios == ()


def test_minutes_that_are_a_length_change_nothing(cohort: Call, tailored: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 25}")
    made = tailored()
    assert made.fitted is None
    assert made.length == "short"


def test_when_it_cannot_be_done(cohort: Call, told: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 12}")
    problem = told("minutes-do-not-fit", "12")
    # short: welcome 3, see-needs 8, write-request 8 (no minimum), closing 3
    assert "10 minutes are missing" in problem.message
    assert "Give it 22 minutes" in problem.hint
    assert "Or leave out some of these, 10 minutes together" in problem.hint
    assert "`welcome` (3), `see-needs` (8), `write-request` (8)." in problem.hint
    assert "closing" not in problem.hint


def test_a_workshop_is_not_stretched_without_end(cohort: Call, told: Call) -> None:
    cohort(sessions="- {id: a, workshop: small, minutes: 81}")
    problem = told("minutes-do-not-fit", "81")
    assert "the longest length of this workshop takes 40" in problem.message
    assert "Give it 80 at most" in problem.hint


def test_minutes_that_the_cohort_gives_an_activity_are_kept(
    project: Path, cohort: Callable[..., Path]
) -> None:
    cohort(
        "change: {welcome: {minutes: 6, title: 'Welcome, {{ mentor }}'}}",
        sessions="- {id: first, workshop: small, minutes: 38}",
    )
    (ready,) = sessions_of("group", (), find_library(project))
    minutes = {timed.activity.id: timed.minutes for timed in ready.tailored.agenda}
    assert minutes["welcome"] == 6
    assert sum(minutes.values()) == 38
    assert ready.setting.occasion
    told = " ".join(ready.setting.occasion.differences)
    assert "“Welcome, mentor”" in told
    assert "{{" not in told
    assert told.count("Welcome, mentor” takes") <= 1
