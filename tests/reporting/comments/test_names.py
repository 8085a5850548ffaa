from __future__ import annotations

import pytest

from kit.reporting.comments.names import find_names, without

KNOWN = ("Ana Díaz", "Will Okafor", "Grace Lee-Chan")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thanks to Dr. Okafor for this", ["Dr. Okafor"]),
        ("La Dra. Pérez explicó bien", ["Dra. Pérez"]),
        ("I will ask ana díaz", ["ana díaz"]),
        ("Ana’s story helped", ["Ana"]),
        ("I liked what Grace said", ["Grace"]),
        ("I met Maria Lopez there", ["Maria Lopez"]),
        ("Write to x.y@example.org or 555-123-4567", ["x.y@example.org", "555-123-4567"]),
        ("Follow @mentor_jo", ["@mentor_jo"]),
    ],
)
def test_what_may_name_a_person(text: str, words: list[str]) -> None:
    found = find_names(text, KNOWN)
    assert [each.words for each in found] == words
    assert all(text[each.start : each.end] == each.words for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "Will this be repeated?",
        "It was good. Grace under pressure.",
        "I will ask for more time in May",
        "More Cases please",
        "Meet on Monday Morning in New York",
        "Within 30 minutes, by 2027-08-12",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert find_names(text, KNOWN) == ()


def test_a_title_of_the_sessions_is_no_name() -> None:
    assert find_names("I liked the Asking Well part", (), ["Asking Well"]) == ()


def test_they_are_taken_out() -> None:
    text = "Dr. Okafor and Ana were kind"
    assert without(text, find_names(text, KNOWN)) == "[name] and [name] were kind"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thaddeus Marrowby talked over us", ["Thaddeus Marrowby"]),
        ("The Jane Roe case", ["Jane Roe"]),
        ("Dr. Quillfeather’s story", ["Dr. Quillfeather"]),
        ("I liked Jane Roe's map", ["Jane Roe"]),
    ],
)
def test_where_a_sentence_begins_and_where_a_name_ends(text: str, words: list[str]) -> None:
    found = find_names(text, ())
    assert [each.words for each in found] == words
    assert all(text[each.start : each.end] == each.words for each in found)


def test_a_small_word_of_a_name_is_none() -> None:
    known = ["The House Staff of Elm", "Ludwig van der Berg", "ana solo"]
    assert find_names("I met The dean. For all: The pace, van and der", known) == ()
    assert [each.words for each in find_names("we asked Berg and Solo", known)] == ["Berg", "Solo"]


def test_a_part_of_a_title_is_no_name() -> None:
    assert find_names("it is Example Valley here", (), ["Example Valley Medical Center"]) == ()
    assert find_names("it is Ample Valley here", (), ["Example Valley Medical Center"]) != ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("as Lee-Chan said", ["Lee-Chan"]),
        ("as Groß’s map shows", ["Groß"]),
        ("o'brien pat helped", ["o'brien pat"]),
        ("a. example helped", ["a. example"]),
    ],
)
def test_names_of_unusual_letters(text: str, words: list[str]) -> None:
    known = (*KNOWN, "Eva Groß", "O'Brien Pat", "A. Example")
    found = find_names(text, known)
    assert [each.words for each in found] == words
    assert all(text[each.start : each.end] == each.words for each in found)
