from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.name_tents import A_SHEET, BLANKS
from kit.editions.registry import EDITIONS, copies_of
from kit.editions.setting import Seats, Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SEATED = Setting(
    seating=(
        Seats("1", ("Ana Li", "Wolfeschlegelsteinhausenbergerdorff"), ("a",), ("she/her", "")),
        Seats("2", tuple(f"Person {number}" for number in range(7))),
    )
)


def test_a_tent_for_everyone_in_the_order_of_the_tables_and_some_to_write_on(
    tailored: Call,
) -> None:
    tents = EDITIONS["name-tents"].view(tailored(), SEATED).tents
    assert [tent.name for tent in tents[:3]] == [
        "Ana Li",
        "Wolfeschlegelsteinhausenbergerdorff",
        "Person 0",
    ]
    assert (tents[0].pronouns, tents[0].table) == ("she/her", "1")
    assert [tent.name for tent in tents[9:]] == [""] * BLANKS


def test_a_larger_group_has_more_tents_to_write_on(tailored: Call) -> None:
    seated = Setting(seating=(Seats("1", tuple(f"Person {number}" for number in range(24))),))
    tents = EDITIONS["name-tents"].view(tailored(), seated).tents
    assert [tent.name for tent in tents].count("") == 3


def test_without_names_there_are_copies_for_everyone_and_some_spare(tailored: Call) -> None:
    here = Setting(participants=24)
    assert copies_of(EDITIONS["name-tents"], tailored(), here) == 27
    assert copies_of(EDITIONS["badges"], tailored(), here) == 4  # 27 badges, eight to a sheet


def test_the_longer_a_name_the_smaller_it_is_set(tailored: Call) -> None:
    tents = EDITIONS["name-tents"].view(tailored(), SEATED).tents
    assert tents[0].sized.points > 2 * tents[1].sized.points
    assert tents[1].sized.words == (("Wolfeschlegelsteinhausenbergerdorff", True),)


def test_without_names_there_is_one_tent_to_copy(tailored: Call) -> None:
    (tent,) = EDITIONS["name-tents"].view(tailored(), Setting()).tents
    assert tent.name == ""


def test_badges_fill_their_last_sheet_with_blank_ones(tailored: Call) -> None:
    first, second = EDITIONS["badges"].view(tailored(), SEATED).sheets
    assert len(first) == len(second) == A_SHEET
    assert [badge.name for badge in second] == ["Person 6"] + [""] * 7


def test_signs_have_cases_and_no_names(tailored: Call) -> None:
    made = tailored(length="long") if "long" in tailored().workshop.lengths else tailored()
    case = made.scenarios[0]
    seated = Setting(seating=(Seats("Blue", ("Ana Li",), (case.id,)), Seats("Red", ("Bo",))))
    blue, red = EDITIONS["table-signs"].view(made, seated).tables
    assert (blue.name, blue.cases) == ("Blue", ((1, case.title),))
    assert (red.name, red.cases) == ("Red", ())
    nobody = EDITIONS["table-signs"].view(made, Setting(participants=16)).tables
    assert [sign.name for sign in nobody] == ["1", "2", "3", "4"]
    assert all(sign.cases for sign in nobody)  # dealt as they are once there are names


def test_the_list_on_the_wall_needs_people(tailored: Call) -> None:
    assert EDITIONS["group-list"].view(tailored(), Setting()) is None
    view = EDITIONS["group-list"].view(tailored(), SEATED)
    (table, people), *_ = view.tables
    assert table == "1"
    assert [" ".join(word for word, _ in person.words) for person in people] == [
        "Ana Li",
        "Wolfeschlegelsteinhausenbergerdorff",
    ]
    assert people[0].words == (("Ana", True), ("Li", True))
    assert people[1].words[0][1] is False  # wider than a column: parted, and not cut off
