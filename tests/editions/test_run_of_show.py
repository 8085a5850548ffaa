from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import run_of_show
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_it_says_when_to_look_at_the_clock_and_what_to_drop(tailored: Call) -> None:
    view = run_of_show.view(tailored(), Setting(start="9:00"))
    assert view.checkpoint
    assert (view.checkpoint.clock, view.checkpoint.text) == ("9:19", "Leave out one case.")
    short = run_of_show.view(tailored(length="short"), Setting(start="9:00"))
    assert short.checkpoint
    assert (short.checkpoint.clock, short.checkpoint.text) == ("9:14", "The slip alone will do.")


def test_no_look_at_the_clock_where_the_length_has_no_words_for_it(
    tailored: Call, edit: Call
) -> None:
    edit("    short: The slip alone will do.\n", "")
    assert run_of_show.view(tailored(length="short"), Setting()).checkpoint is None


def test_elapsed_minutes_stand_beside_the_clock(tailored: Call) -> None:
    lines = run_of_show.view(tailored(), Setting(start="9:00")).lines
    assert [(line.clock, line.elapsed) for line in lines][:3] == [
        ("9:00", 0),
        ("9:05", 5),
        ("9:19", 19),
    ]


def test_a_second_instructor_shows_only_where_one_leads(tailored: Call) -> None:
    standard = run_of_show.view(tailored(), Setting())
    assert standard.two_lead
    assert [line.lead for line in standard.lines] == [1, 1, 2, 1, 1]
    assert not run_of_show.view(tailored(length="short"), Setting()).two_lead


def test_placards_are_a_handout(tailored: Call) -> None:
    assert run_of_show.view(tailored(), Setting()).lines[-1].handouts == ("Placards",)
