from __future__ import annotations

from unicodedata import normalize

import pytest

from kit.definitions.roster import Participant
from kit.pipeline.records.known_names import Recognized, bare_key, name_key, recognize

ROSTER = (
    Participant("José Díaz", "jose@x.example"),
    Participant("Bo Li", "bo@x.example"),
    Participant("Ana O’Neil-Łącka", ""),
    Participant("Robert Example", "rob@x.example"),
)


def found(*names: str | Participant, roster: tuple[Participant, ...] | None = ROSTER) -> Recognized:
    people = [Participant(each) if isinstance(each, str) else each for each in names]
    return recognize(people, roster)


def codes(result: Recognized) -> list[str]:
    return [each.code for each in result.doubts]


@pytest.mark.parametrize(
    "written",
    ["José Díaz", "josé  díaz ", "DÍAZ, JOSÉ", normalize("NFD", "José Díaz"), "Díaz,José",
     "José\u00a0Díaz", "\u200bJosé Díaz"],
)  # fmt: skip
def test_the_same_name_is_known_without_a_question(written: str) -> None:
    assert found(written) == Recognized(("José Díaz",))


@pytest.mark.parametrize(
    ("written", "name"),
    [("Jose Diaz", "José Díaz"), ("Diaz, Jose", "José Díaz"), ("Dr. José Díaz, MD", "José Díaz"),
     ("Díaz José", "José Díaz"), ("ana oneil lacka", "Ana O’Neil-Łącka"), ("Li Bo", "Bo Li")],
)  # fmt: skip
def test_a_name_that_is_almost_the_same_is_a_question(written: str, name: str) -> None:
    result = found(written)
    assert (result.names, result.walk_ins) == ((name,), ())
    (doubt,) = result.doubts
    assert doubt.code == "same-person"
    assert written in doubt.message
    assert name in doubt.message
    assert doubt.hint.startswith("Is this one person?")


def test_jose_with_and_without_an_accent_are_not_two_people() -> None:
    for order in (("José Díaz", "Jose Diaz"), ("Jose Diaz", "José Díaz")):
        result = found(*order)
        assert result.names == ("José Díaz",)
        assert codes(result) == ["named-twice", "same-person"]


def test_an_address_tells_who_is_meant() -> None:
    result = found(Participant("Bob E.", "ROB@x.example"))
    assert result.names == ("Robert Example",)
    assert codes(result) == ["same-person"]
    assert "e-mail address" in result.doubts[0].message


def test_an_address_or_a_name_that_several_share_tells_nothing() -> None:
    shared = (Participant("Ana", "office@x.example"), Participant("Bo", "office@x.example"))
    assert found(Participant("Cy", "office@x.example"), roster=shared).walk_ins == ("Cy",)
    alike = (Participant("José Díaz"), Participant("Jose Díaz"))
    assert found("Jose Diaz", roster=alike).walk_ins == ("Jose Diaz",)
    assert found("Jose Díaz", roster=alike) == Recognized(("Jose Díaz",))


def test_who_is_not_on_the_roster_is_a_walk_in_and_told() -> None:
    result = found("Bo Lee", "Cy Walkin", "Dee Other", "José Díaz")
    assert result.names == ("Bo Lee", "Cy Walkin", "Dee Other", "José Díaz")
    assert result.walk_ins == ("Bo Lee", "Cy Walkin", "Dee Other")
    near, far = result.doubts
    assert near.hint.startswith("Did you mean “Bo Li”?")
    assert far.message == (
        "“Cy Walkin”, “Dee Other” are not on the roster, and are recorded as walk-ins."
    )
    assert {str(each.severity) for each in result.doubts} == {"warning"}


def test_who_has_come_already_is_not_who_was_meant() -> None:
    (doubt,) = found("Bo Li", "Bo Lee").doubts
    assert "Did you mean" not in doubt.hint


def test_a_person_who_is_named_twice_counts_once() -> None:
    result = found("Bo Li", "bo li", "Cy", "CY", "cy")
    assert result.names == ("Bo Li", "Cy")
    (twice,) = [each for each in result.doubts if each.code == "named-twice"]
    assert "“Bo Li”" in twice.message
    assert "“cy”" in twice.message.casefold()


def test_two_people_of_one_name_on_the_roster_are_two() -> None:
    roster = (Participant("Ana Li", "a@x.example"), Participant("Ana Li", "b@x.example"))
    assert found("Ana Li", "Ana Li", roster=roster) == Recognized(("Ana Li", "Ana Li"))
    assert codes(found("Ana Li", roster=roster)) == ["which-of-two"]
    assert codes(found("Ana Li", "Ana Li", "Ana Li", roster=roster)) == ["named-twice"]
    both = found(Participant("Ana Li", "b@x.example"), "Ana Li", roster=roster)
    assert both == Recognized(("Ana Li", "Ana Li"))


def test_without_a_roster_names_are_compared_with_each_other() -> None:
    result = found("Ana", "José", "Jose", "ana", roster=None)
    assert (result.names, result.walk_ins) == (("Ana", "José", "Jose"), ())
    assert codes(result) == ["named-twice", "same-person"]
    assert "two people" in result.doubts[1].message


def test_names_in_any_script_are_told_apart() -> None:
    people = ("李小龍", "李連杰", "Фёдор", "محمد", "प्रिया", "김민준")
    roster = tuple(Participant(each) for each in people)
    assert found(*reversed(people), roster=roster) == Recognized(tuple(reversed(people)))
    assert len({bare_key(each) for each in people}) == len(people)
    assert name_key("Straße") == name_key("STRASSE")


def test_a_thousand_walk_ins_take_a_moment() -> None:
    roster = tuple(Participant(f"Person Number {number}") for number in range(1000))
    result = found(*(f"Somebody Else {number}" for number in range(1000)), roster=roster)
    assert len(result.walk_ins) == 1000
    assert len(result.doubts) < 250
