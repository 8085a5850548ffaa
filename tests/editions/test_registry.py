from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.registry import EDITIONS, packet, printed
from kit.editions.setting import Occasion, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_the_packet_lists_what_this_length_has_with_its_copies(tailored: Call) -> None:
    standard = {line.edition: line.copies for line in packet(tailored(), Setting())}
    assert standard == {
        "instructor_guide": 2,  # 16 people, one instructor for 12
        "run_of_show": 3,  # and one for the door
        "worksheets": 18,
        "scenario_cards": 2,  # a copy has two sets
        "role_cards": 1,  # the sets of all groups of three are in it
        "placards": 1,
        "evaluation_form": 18,
        "follow_up_form": 16,
    }
    short = [line.edition for line in packet(tailored(length="short"), Setting())]
    assert "pre_work" in short
    assert "scenario_cards" not in short


def test_each_named_instructor_has_a_guide_and_one_run_of_show_is_for_the_door(
    tailored: Call,
) -> None:
    three = Setting(occasion=Occasion("interns-2027", instructors=("Ana Li", "Bo", "Cy")))
    counted = {line.edition: line.copies for line in printed(tailored(), three)}
    assert counted["instructor_guide"] == 3
    assert counted["slides_with_notes"] == 3
    assert counted["debrief_log"] == 3
    assert counted["run_of_show"] == 4


def test_the_guide_lists_the_packet_it_belongs_to(tailored: Call) -> None:
    made = tailored()
    view = EDITIONS["instructor-guide"].view(made, Setting(participants=40))
    assert view.packet == packet(made, Setting(participants=40))
    assert view.instructors == 4


def test_an_agenda_fitted_to_other_minutes_is_compared_with_no_length(tailored: Call) -> None:
    usual = EDITIONS["instructor-guide"].view(tailored(), Setting())
    assert usual.lengths
    assert len(usual.length_rows) == len(tailored().workshop.agenda)
    fitted = EDITIONS["instructor-guide"].view(tailored(minutes=50), Setting())
    assert fitted.lengths == ()
    assert fitted.length_rows == ()
