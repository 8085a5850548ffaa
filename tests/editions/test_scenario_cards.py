from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import scenario_cards
from kit.editions.registry import EDITIONS, copies_of
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def sheets(tailored: Call, setting: Setting | None = None) -> list[tuple[int, int, bool]]:
    view = scenario_cards.view(tailored(), setting or Setting())
    assert view
    return [(sheet.case.number, sheet.cards, sheet.again) for sheet in view.sheets]


def test_both_cards_of_a_sheet_are_of_one_case(tailored: Call) -> None:
    assert sheets(tailored) == [(1, 2, False), (2, 2, False)]


def test_a_copy_is_a_set_for_each_of_two_tables(tailored: Call) -> None:
    cards = EDITIONS["scenario-cards"]
    copies = [copies_of(cards, tailored(), Setting(participants=n)) for n in (4, 8, 12, 16)]
    assert copies == [1, 1, 2, 2]


def test_a_length_without_cases_has_no_cards(tailored: Call) -> None:
    assert scenario_cards.view(tailored(length="short"), Setting()) is None


def test_a_long_case_takes_a_whole_sheet_twice(tailored: Call, edit: Call) -> None:
    edit("tells you to drop it.", "tells you to drop it. " + "And so on and so on. " * 25)
    assert sheets(tailored) == [(1, 2, False), (2, 1, False), (2, 1, True)]


def test_in_large_print_each_case_has_a_sheet_once(tailored: Call) -> None:
    assert sheets(tailored, Setting(large=True)) == [(1, 1, False), (2, 1, False)]
