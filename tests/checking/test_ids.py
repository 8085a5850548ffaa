from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_two_activities_with_one_id(finds: Call, edit: Call) -> None:
    edit("  - id: closing", "  - id: welcome")
    assert "(two activities)" in finds("duplicate-id", "welcome").message


def test_a_worksheet_and_an_item_with_one_id(finds: Call, edit: Call) -> None:
    edit("    - id: improve", "    - id: needs")
    assert "(worksheet and item)" in finds("duplicate-id", "needs").message


def test_two_blocks_with_one_id(finds: Call, edit: Call) -> None:
    edit("      - id: request-words", "      - id: needs-intro")
    assert "(two blocks)" in finds("duplicate-id", "needs-intro").message


def test_two_rows_with_one_id(finds: Call, edit: Call) -> None:
    edit("id: ask-feedback", "id: ask-time")
    assert "two rows of the block `needs-confidence`" in finds("duplicate-id", "ask-time").message


def test_an_id_of_a_shared_scenario_that_is_taken(finds: Call, edit: Call) -> None:
    edit("  - id: request\n", "  - id: late-feedback\n")
    edit("worksheet: request}", "worksheet: late-feedback}")
    edit("uses: [request]", "uses: [late-feedback]")
    assert "(worksheet and scenario)" in finds("duplicate-id", "late-feedback").message


def test_a_thing_that_is_named_twice(finds: Call, edit: Call) -> None:
    edit("uses: [needs, network]", "uses: [needs, network, needs]")
    finds("named-twice", "needs", warning=True)


def test_the_follow_up_may_ask_a_shared_item_again(silent: Call, edit: Call) -> None:
    edit(
        "core: [mentoring-improved, relationship-changed]",
        "core: [mentoring-improved, recommend, relationship-changed]",
    )
    assert silent()
