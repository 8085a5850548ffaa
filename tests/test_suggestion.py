from __future__ import annotations

from kit.suggestion import did_you_mean, nearest


def test_the_nearest_name_is_suggested() -> None:
    assert did_you_mean("shrt", ["standard", "short"]) == "Did you mean `short`?"


def test_without_a_near_name_all_are_named() -> None:
    assert did_you_mean("x", ["standard", "short"]) == "There is: `standard`, `short`."


def test_too_many_to_name_are_not_named() -> None:
    assert did_you_mean("x", [f"name-{number}" for number in range(40)]) == ""


def test_where_there_is_nothing_this_is_said() -> None:
    assert did_you_mean("x", [], "None.") == "None."


def test_capitals_do_not_matter() -> None:
    assert nearest("LATE", ["late", "early"]) == "late"
    assert nearest("late", ["Early", "Late"]) == "Late"


def test_a_wild_guess_is_worse_than_none() -> None:
    assert nearest("colour", ["disclosure", "columns"]) is None


def test_of_equals_the_first_is_meant() -> None:
    assert nearest("name-3", ["Name-3", "name-3"]) == "Name-3"
