from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.editions import role_cards
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

CARDS = "    cards: [network-roles, network-match]\n"
INTRO = "    cards: [needs-intro]\n    blocks:\n      - id: needs-intro\n"
TEXT = (
    "          A *need* is something that another person can give you: time, an opinion, a door "
    "opened.\n"
)
THREE = Setting(participants=3)


@pytest.fixture
def short(edit: Call) -> Call:
    """Make the short text of a sheet the only card."""
    edit(CARDS, "")
    edit("    blocks:\n      - id: needs-intro\n", INTRO)
    return edit


def shape(tailored: Call, setting: Setting) -> list[tuple[str, list[str]]]:
    view = role_cards.view(tailored(), setting)
    assert view
    return [(size, [f"{card.letter} {card.block.id}" for card in sheet]) for size, sheet in
            view.sheets]  # fmt: skip


def test_blocks_become_cards_two_a_sheet_without_their_answers(tailored: Call) -> None:
    assert shape(tailored, THREE) == [("half", ["A network-roles", "A network-match"])]
    assert "answer" not in repr(role_cards.view(tailored(), THREE))


def test_a_set_with_a_letter_of_its_own_for_each_group_of_three(tailored: Call) -> None:
    sheets = shape(tailored, Setting(participants=9))
    assert [cards[0] for _, cards in sheets] == [f"{each} network-roles" for each in "ABC"]


def test_short_texts_are_eight_a_sheet_and_sets_follow_without_a_gap(
    tailored: Call, short: Call
) -> None:
    assert short
    sheets = shape(tailored, Setting(participants=30))
    assert [(size, len(cards)) for size, cards in sheets] == [("small", 8), ("small", 2)]
    assert sheets[1][1] == ["I needs-intro", "J needs-intro"]


def test_a_list_to_tick_is_as_short_and_all_of_a_sheet_are_set_alike(
    tailored: Call, short: Call
) -> None:
    watch = (
        "      - {id: watch, kind: checklist, title: Watch, text: Say nothing., options: [%s]}\n"
        "      - id: needs-intro\n"
    )
    short("    cards: [needs-intro]\n", "    cards: [watch, needs-intro]\n")
    short("      - id: needs-intro\n", watch % ", ".join(["Asked for a decision"] * 5))
    assert shape(tailored, THREE) == [("small", ["A watch", "A needs-intro"])]
    roomy = role_cards.view(tailored(), THREE)
    short(TEXT, "          " + "A need is what another can give you. " * 15 + "\n")
    assert shape(tailored, THREE) == [("small", ["A watch", "A needs-intro"])]
    narrow = role_cards.view(tailored(), THREE)
    assert roomy
    assert narrow
    assert 9.5 <= narrow.points < roomy.points


def test_a_brief_longer_than_a_card_has_a_sheet_to_itself(tailored: Call, short: Call) -> None:
    short(TEXT, "          " + "A need is what another person can give you. " * 40 + "\n")
    assert shape(tailored, Setting(participants=6)) == [
        ("whole", ["A needs-intro"]),
        ("whole", ["B needs-intro"]),
    ]


def test_no_cards_where_no_sheet_asks_for_them(tailored: Call, edit: Call) -> None:
    edit(CARDS, "")
    assert role_cards.view(tailored(), Setting()) is None


def test_in_large_print_each_card_of_one_set_has_a_sheet_to_itself(tailored: Call) -> None:
    sheets = shape(tailored, Setting(large=True, participants=30))
    assert [(size, len(cards)) for size, cards in sheets] == [("whole", 1), ("whole", 1)]
