from __future__ import annotations

import pytest

from kit.editions.sized_name import sized

SIZES = (40, 30, 20)
ROOM = (100.0, 32.0)


def test_a_short_name_has_the_largest_size() -> None:
    name = sized("Ana Li", ROOM, SIZES)
    assert (name.points, name.rows) == (40, 1)
    assert name.words == (("Ana", True), ("Li", True))


def test_a_name_goes_on_in_a_second_row_before_it_is_set_smaller() -> None:
    name = sized("Chimamanda Oyelaran", ROOM, SIZES)
    assert (name.points, name.rows) == (40, 2)


def test_what_has_a_hyphen_is_set_smaller_before_it_is_parted() -> None:
    name = sized("Ana Oyelaran-Adeyemi", ROOM, SIZES)
    assert name.points < 40
    assert name.words == (("Ana", True), ("Oyelaran-Adeyemi", True))


def test_only_what_is_too_wide_at_the_smallest_size_may_be_parted() -> None:
    name = sized("Ana " + "Wolfe-Hohen-" * 4 + "Berg", ROOM, SIZES)
    assert name.points == 20
    assert [whole for _, whole in name.words] == [True, False]


@pytest.mark.parametrize(
    ("name", "points"), [("W" * 12, 20), ("李" * 8, 30), ("i" * 18, 40), ("n" * 12, 40)]
)
def test_wide_letters_take_more_room(name: str, points: int) -> None:
    assert sized(name, ROOM, SIZES).points == points


def test_nobody_yet_takes_one_row() -> None:
    name = sized("", ROOM, SIZES)
    assert (name.words, name.points, name.rows) == ((), 40, 1)
    assert name.tall == pytest.approx(40 * 1.1 * 25.4 / 72, abs=0.1)
