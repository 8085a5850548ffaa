from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.press.packets.verification import Difference, verify

if TYPE_CHECKING:
    from kit.press.engine import Press

NAMES = ("Anna", "Steffi Griffin", "Žůř", "王", "Ben")


@pytest.fixture(scope="module")
def made(make: Any, tools: Any, body: Any) -> tuple[Any, Any]:
    people = [tools.person(body, name) for name in NAMES]
    return people, make(people)


def test_random_packets_are_as_their_direct_prints(press: Press, made: tuple[Any, Any]) -> None:
    verified = verify(press, *made, number=3, seed=1)
    assert len(verified.keys) == 3
    assert "王" not in verified.keys
    assert verified.pages == 9
    assert verified.differences == ()
    assert verify(press, *made, number=3, seed=1).keys == verified.keys


def test_all_are_compared_where_there_are_fewer(press: Press, made: tuple[Any, Any]) -> None:
    assert set(verify(press, *made, number=100).keys) == set(NAMES) - {"王"}


def test_what_is_different_is_told(press: Press, made: tuple[Any, Any]) -> None:
    people, packets = made
    swapped = [replace(packets[1], key="Anna")]
    verified = verify(press, people[:1], swapped, number=1)
    looks = {Difference("Anna", page, what) for page in (1, 2, 3) for what in ("look", "text")}
    assert set(verified.differences) == looks


def test_another_number_of_pages_is_told(
    press: Press, tools: Any, body_of: Any, made: tuple[Any, Any]
) -> None:
    short = body_of(f"<p>{tools.slot('name')}</p>")
    people = [tools.person(short, name) for name in ("Anna", "Ben")]
    verified = verify(press, people[:1], made[1][:1], number=1)
    assert verified.differences == (Difference("Anna", 0, "pages"),)
