from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import scenario_cards
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_one_card_a_case_two_a_sheet(tailored: Call) -> None:
    view = scenario_cards.view(tailored(), Setting())
    assert view
    assert [[case.number for case in sheet] for sheet in view.sheets] == [[1, 2]]


def test_a_length_without_cases_has_no_cards(tailored: Call) -> None:
    assert scenario_cards.view(tailored(length="short"), Setting()) is None


def test_a_long_case_has_a_sheet_to_itself(tailored: Call, edit: Call) -> None:
    edit("tells you to drop it.", "tells you to drop it. " + "And so on and so on. " * 25)
    view = scenario_cards.view(tailored(), Setting())
    assert view
    assert [[case.number for case in sheet] for sheet in view.sheets] == [[2], [1]]


def test_in_large_print_each_case_has_a_sheet_to_itself(tailored: Call) -> None:
    view = scenario_cards.view(tailored(), Setting(large=True))
    assert view
    assert [[case.number for case in sheet] for sheet in view.sheets] == [[1], [2]]
