from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions import sort_cards
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

CARDS = "    cards: [network-roles, network-match]\n"
FOUR = Setting(participants=4)  # one table


def made(tailored: Call, setting: Setting = FOUR, **choice: str) -> list[tuple[str, str, str]]:
    view = sort_cards.view(tailored(**choice), setting)
    assert view
    return [(card.letter, card.kind, card.text) for sheet in view.sheets for card in sheet]


def test_names_and_what_belongs_to_them_are_cards_apart(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-roles]\n")
    cards = made(tailored)
    roles = tailored().vocabulary.roles
    assert cards[:2] == [("A", "name", role.title) for role in roles]
    assert sorted(cards[2:4]) == sorted(("A", "text", role.does) for role in roles)
    assert cards[4:] == [("A", "blank", "")] * 4


def test_what_goes_with_the_names_does_not_lie_in_their_order(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-roles]\n")
    texts = [text for _, kind, text in made(tailored) if kind == "text"]
    assert texts == sorted(texts)


def test_lines_to_match_come_without_their_answers(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-match]\n")
    lines = {line.text for line in tailored().vocabulary.lines}
    assert {text for _, kind, text in made(tailored) if kind != "blank"} == lines


def test_each_table_has_a_set_and_a_set_begins_a_sheet(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-roles]\n")
    view = sort_cards.view(tailored(), Setting(participants=12))
    assert view
    assert [{card.letter for card in sheet} for sheet in view.sheets] == [{"A"}, {"B"}, {"C"}]


def test_options_and_items_of_a_list_can_be_sorted(tailored: Call, edit: Call) -> None:
    edit(
        "  - id: needs\n    title: What I need\n",
        "  - id: needs\n    title: What I need\n    sort: [needs-sources, needs-intro]\n",
    )
    edit("          A *need* is something that another person can give you: time, an opinion, a "
         "door opened.\n",
         "          Some kinds:\n\n          1. **Time.** An hour of\n             somebody.\n"
         "          2. An opinion.\n")  # fmt: skip
    cards = [(kind, text) for _, kind, text in made(tailored)]
    assert ("text", "a resident") in cards
    assert ("name", "Time") in cards
    assert ("text", "An hour of somebody.") in cards
    assert ("text", "An opinion.") in cards
    assert not any("Some kinds" in text for _, text in cards)


def test_none_where_there_is_nothing_to_sort(tailored: Call) -> None:
    assert sort_cards.view(tailored(), Setting()) is None


def test_the_longer_a_text_the_smaller_it_is_set(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-match]\n")
    lines = tailored().vocabulary.lines
    first = lines[0].text
    edit(first, f"{first} {'again and ' * 12}again.", "workshops/shared/roles.yaml")
    edit(lines[1].text, f"{lines[1].text} {'again and ' * 30}", "workshops/shared/roles.yaml")
    kinds = {text.split(" again")[0]: kind for _, kind, text in made(tailored)}
    assert kinds[first] == "long-text"
    assert kinds[lines[1].text] == "full-text"


def test_large_print_is_one_set_of_four_cards_a_sheet(tailored: Call, edit: Call) -> None:
    edit(CARDS, "    sort: [network-roles]\n")
    view = sort_cards.view(tailored(), Setting(participants=12, large=True))
    assert view
    assert [len(sheet) for sheet in view.sheets] == [4]
    assert {card.letter for sheet in view.sheets for card in sheet} == {"A"}
