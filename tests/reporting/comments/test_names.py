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
