from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.answers.linking import MOST_DIFFERENT, Links, Pair, code_of, linked, spelled
from kit.answers.response import Answer, Response, Way
from kit.answers.stored import StoredResponse
from kit.instrument.answer_fields import AnswerField
from kit.instrument.description import FormDescription

FORM = FormDescription(
    "f", "1", "2", "c/s", "T", "end", "en-US",
    (
        AnswerField("open", "open", "text", "What else?"),
        AnswerField("link-code", "link-code", "text", "Your own code", is_code=True),
    ),
)  # fmt: skip
codes = st.text("ABCX019", min_size=8, max_size=8)


def stored(name: str, code: str | None) -> StoredResponse:
    answers = (Answer("link-code", (code,) if code else ()), Answer("open", ("ABCDEFGH",)))
    return StoredResponse(name, Response(FORM, Way.SCAN, date(2027, 3, 1), answers, name))


def found(before: dict[str, str | None], after: dict[str, str | None]) -> Links:
    return linked(
        [stored(*each) for each in before.items()], [stored(*each) for each in after.items()]
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("BSM2X7KA", "BSM2X7KA"),
        ("b s m 2 x 7 k a", "BSM2X7KA"),
        ("BSM2X7K?", "BSM2X7K?"),
        ("B_M2X7-A", "B?M2X7?A"),
        ("BSM2X7", None),
        ("B???X7KA", None),
        ("", None),
    ],
)
def test_a_code_is_compared_in_one_spelling(typed: str, code: str | None) -> None:
    assert spelled(typed) == code


def test_only_the_code_is_one() -> None:
    assert code_of(stored("a", None)) is None
    assert code_of(stored("a", "BSM2X7KA")) == "BSM2X7KA"


def test_two_places_may_differ_and_three_may_not() -> None:
    links = found({"a": "BSM2X7KA", "b": "QQQQ1111"}, {"c": "BSM2X7QQ", "d": "QQQQ1222", "e": None})
    assert links.pairs == (Pair("a", "c", 2),)
    assert links.alone == ("b", "d")
    assert links.without == 1


def test_what_could_be_two_people_is_listed_and_never_merged() -> None:
    links = found({"a": "BSM2X7KA", "b": "BSM2X7KB"}, {"c": "BSM2X7KA"})
    assert links.pairs == ()
    assert links.ambiguous == (("a", "b", "c"),)


def test_a_code_that_came_twice_is_ambiguous_even_where_one_match_is_exact() -> None:
    links = found({"a": "BSM2X7KA"}, {"c": "BSM2X7KA", "d": "BSM2X7KB"})
    assert links.pairs == ()
    assert links.ambiguous == (("a", "c", "d"),)


@given(st.lists(codes, max_size=12), st.lists(codes, max_size=12))
def test_everything_is_told_once(before: list[str], after: list[str]) -> None:
    first = {f"a{at}": code for at, code in enumerate(before)}
    second = {f"b{at}": code for at, code in enumerate(after)}
    links = found(dict(first), dict(second))
    told = [
        *(name for pair in links.pairs for name in (pair.before, pair.after)),
        *(name for group in links.ambiguous for name in group),
        *links.alone,
    ]
    assert sorted(told) == sorted([*first, *second])
    assert all(pair.different <= MOST_DIFFERENT for pair in links.pairs)
    mirrored = found(dict(second), dict(first))
    assert {(pair.after, pair.before) for pair in mirrored.pairs} == {
        (pair.before, pair.after) for pair in links.pairs
    }
