from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import role_cards
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_blocks_become_cards_two_a_sheet(tailored: Call) -> None:
    view = role_cards.view(tailored(), Setting())
    assert view
    assert [[block.id for block in sheet] for sheet in view.sheets] == [
        ["network-roles", "network-match"]
    ]
    assert "answer" not in repr(view)


def test_no_cards_where_no_sheet_asks_for_them(tailored: Call, edit: Call) -> None:
    edit("    cards: [network-roles, network-match]\n", "")
    assert role_cards.view(tailored(), Setting()) is None
