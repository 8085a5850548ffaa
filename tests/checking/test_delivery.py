from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_an_instructor_who_talks_for_half_of_the_time(finds: Call, edit: Call) -> None:
    edit(
        "Everyone fills in the two sheets., grouping: solo",
        "Explain the two sheets., grouping: solo, talk: true",
    )
    edit(
        "Tables read one case each and agree on a first sentence., grouping: tables",
        "Read the cases aloud., grouping: tables, talk: true",
    )
    problem = finds("too-much-talk", "40", warning=True)
    assert problem.message == "The instructor talks for 20 of the 40 minutes of `standard`."


def test_a_long_stretch_in_one_activity(finds: Call, edit: Call) -> None:
    edit("lengths: {standard: 40, short: 25}", "lengths: {standard: 58, short: 25}")
    edit("minutes: {standard: 12}", "minutes: {standard: 30}")
    edit("- {share: 8, do: Tables read", "- {share: 26, do: Tables read")
    problem = finds("long-without-change", "cases", warning=True)
    assert problem.message == (
        "In `standard` people sit at their tables for 26 minutes without a change, in the "
        "activity `cases`."
    )


def test_a_long_stretch_over_several_activities(finds: Call, edit: Call) -> None:
    edit("lengths: {standard: 40, short: 25}", "lengths: {standard: 60, short: 25}")
    edit(
        "minutes: {standard: 6, short: 8}\n    grouping: [solo]",
        "minutes: {standard: 26, short: 8}\n    grouping: [plenary]",
    )
    message = finds("long-without-change", "cases", warning=True).message
    assert message.endswith(
        "in plenary for 30 minutes without a change, from `cases` to `write-request`."
    )


def test_twenty_five_minutes_are_not_too_long(silent: Call, edit: Call) -> None:
    edit("lengths: {standard: 40, short: 25}", "lengths: {standard: 57, short: 25}")
    edit("minutes: {standard: 12}", "minutes: {standard: 29}")
    edit("- {share: 8, do: Tables read", "- {share: 25, do: Tables read")
    assert silent()


def test_a_grouping_that_no_step_has(finds: Call, edit: Call) -> None:
    edit("grouping: [solo]", "grouping: [solo, triads]")
    finds("grouping-without-step", "triads", warning=True)


def test_more_to_say_than_there_is_time(finds: Call, edit: Call) -> None:
    edit("Look at the sheet with the map.", "Look at the sheet with the map." + " Well." * 1500)
    problem = finds("too-much-to-say", "|", warning=True)
    assert "about 11 minutes; in `short` the" in problem.message
