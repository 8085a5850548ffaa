from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_an_agenda_that_is_too_short(finds: Call, edit: Call) -> None:
    edit("short: 25}", "short: 27}")
    problem = finds("minutes-add-up", "27")
    assert problem.message == ("The agenda of the length `short` adds up to 25 minutes, not 27.")
    assert problem.hint == "Give 2 more minutes to an activity of this length."


def test_an_agenda_that_is_too_long(finds: Call, edit: Call) -> None:
    edit("lengths: {standard: 40", "lengths: {standard: 39")
    hint = finds("minutes-add-up", "39").hint
    assert hint == "Take 1 minute from an activity of this length."


def test_a_length_without_activities(finds: Call, edit: Call) -> None:
    edit("lengths: {standard: 40, short: 25}", "lengths: {standard: 40, short: 25, long: 90}")
    finds("empty-length", "90")


def test_an_activity_in_no_length(checked: Call, edit: Call) -> None:
    edit("minutes: {standard: 12}", "minutes: {}")
    assert "activity-in-no-length" in {problem.code for problem in checked()}


def test_an_activity_under_its_minimum(finds: Call, edit: Call) -> None:
    edit("    minimum: 3\n", "    minimum: 5\n")
    problem = finds("under-minimum", "5")
    assert problem.message == (
        "The activity `welcome` needs at least 5 minutes, but has fewer in `short`."
    )


def test_a_step_that_gets_no_whole_minute(finds: Call, edit: Call) -> None:
    edit("- {share: 2, do: Greet", "- {share: 40, do: Greet")
    problem = finds("step-without-minutes", "3")
    assert problem.message == (
        "Step 2 of the activity `welcome` gets less than a minute in `standard` and `short`."
    )


def test_an_activity_without_steps_in_a_length(checked: Call, edit: Call) -> None:
    edit("share: {standard: 9, short: 6}", "share: {standard: 9}")
    edit("share: {standard: 5, short: 4}", "share: {standard: 5}")
    (problem,) = [each for each in checked() if each.code == "no-steps"]
    assert problem.message == "The activity `see-needs` has no step in `short`."


def test_a_closing_that_may_be_shortened(finds: Call, edit: Call) -> None:
    edit("    protected: true\n", "")
    edit("    title: Welcome\n", "    title: Welcome\n    protected: true\n")
    finds("closing-not-protected", "closing", warning=True)


def test_a_form_that_has_no_time(finds: Call, edit: Call) -> None:
    edit("  minutes: 3\n", "  minutes: 4\n")
    edit(
        "    title: Welcome\n    minutes: {standard: 5, short: 4}",
        "    title: Welcome\n    minutes: {standard: 4, short: 4}",
    )
    edit("minutes: {standard: 3, short: 3}", "minutes: {standard: 4, short: 3}")
    problem = finds("no-time-for-evaluation", "25", warning=True)
    assert problem.message == "The evaluation form takes 4 minutes, but `short` protects only 3."
