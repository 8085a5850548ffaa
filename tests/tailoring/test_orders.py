"""What an order names of each kind."""

from __future__ import annotations

from kit.tailoring.orders import by_kind

THINGS = {"activities": ["welcome", "audit", "close"], "worksheets": ["audit", "plan"]}


def test_each_kind_has_its_part_of_the_list() -> None:
    order = ("plan", "close", "audit", "welcome")
    assert by_kind(order, THINGS) == {
        "activities": ("close", "audit", "welcome"),
        "worksheets": ("plan", "audit"),
    }


def test_an_id_of_two_kinds_is_of_the_kind_that_is_named() -> None:
    assert by_kind(("close", "audit", "welcome"), THINGS) == {
        "activities": ("close", "audit", "welcome")
    }
    assert by_kind(("plan", "audit"), THINGS) == {"worksheets": ("plan", "audit")}
    assert by_kind(("audit",), THINGS) == {"activities": ("audit",)}


def test_what_is_of_no_kind_is_passed_over() -> None:
    assert by_kind(("nothing", "close"), THINGS) == {"activities": ("close",)}
