from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.registry import EDITIONS, packet
from kit.editions.setting import Setting

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


def test_the_guide_lists_the_packet_it_belongs_to(tailored: Call) -> None:
    made = tailored()
    view = EDITIONS["instructor-guide"].view(made, Setting(participants=40))
    assert view.packet == packet(made, Setting(participants=40))
    assert view.instructors == 4
