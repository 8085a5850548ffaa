"""What is printed of a name, by what this machine's fonts have."""

from __future__ import annotations

import pytest

from kit.definitions.roster import Participant
from kit.errors import Place, Severity
from kit.pipeline.printed_names import mentors_named, printed_names, script_of, with_mentors
from kit.press.coverage import Coverage

WHERE = Place("cohorts/group.yaml", 4, 9, "roster: people.csv")


def people(*names: str) -> list[Participant]:
    return [Participant(name, row=line) for line, name in enumerate(names, 2)]


@pytest.mark.parametrize(
    ("letter", "script"),
    [
        ("李", "Chinese"),
        ("あ", "Japanese"),
        ("김", "Korean"),
        ("م", "Arabic"),
        ("ד", "Hebrew"),
        ("ส", "Thai"),
        ("ा", "Devanagari"),
        ("é", "Latin"),
        ("🎓", ""),
        ("\u0301", ""),
        (".", ""),
    ],
)
def test_scripts_have_the_names_that_people_use(letter: str, script: str) -> None:
    assert script_of(letter) == script


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("李小龍", ""),
        ("Li Xiaolong (李小龍)", "Li Xiaolong"),
        ("Prof. 李小龍, MD", ""),
        ("李小龍 Bruce", ""),
        ("Noor 🎓 Example", "Noor Example"),
        ("Noor🎓 Example", "Noor Example"),
        ("🎓", ""),
        ("Ana Díaz", "Ana Díaz"),
        ("Ana Dꞓaz", ""),
    ],
)
def test_a_name_is_printed_whole_or_in_its_other_letters_or_not(name: str, printed: str) -> None:
    found = Coverage(frozenset("李小龍🎓ꞓ"))

    assert printed_names(people(name), found, WHERE).texts == {name: printed}


def test_one_message_names_people_scripts_and_fonts() -> None:
    made = printed_names(
        people("Ana Díaz", "李小龍", "สมชาย"), Coverage(frozenset("李小龍สมชาย")), WHERE
    )

    (problem,) = made.problems
    assert problem.code == "name-not-printed"
    assert problem.severity is Severity.WARNING
    assert problem.where == WHERE
    assert "李小龍 (line 3, Chinese), สมชาย (line 4, Thai)" in problem.message
    assert "line to write the name on" in problem.message
    assert "Noto Sans CJK and Noto Sans Thai" in problem.hint
    assert "Latin letters" in problem.hint


def test_a_sign_of_no_script_asks_for_no_font() -> None:
    (problem,) = printed_names(people("Noor 🎓"), Coverage(frozenset("🎓")), WHERE).problems

    assert problem.code == "name-not-whole"
    assert "as “Noor”" in problem.message
    assert "Noto" not in problem.hint


def test_another_face_is_told_once_for_all_and_right_to_left_is_honest() -> None:
    faces = dict.fromkeys("دודпр", "DejaVu Sans")
    made = printed_names(people("Ana", "د", "דוד"), Coverage(faces=faces), WHERE)

    (problem,) = made.problems
    assert problem.code == "name-in-other-font"
    assert "د (line 3), דוד (line 4)" in problem.message
    assert "Ana" not in problem.message
    assert "reverse" in problem.hint
    assert made.texts == {"Ana": "Ana", "د": "د", "דוד": "דוד"}
    assert made.told == set(faces)
    (left_to_right,) = printed_names(people("пр"), Coverage(faces=faces), WHERE).problems
    assert "reverse" not in left_to_right.hint


def test_many_names_are_counted() -> None:
    many = people(*(f"李{number}" for number in range(30)))

    (problem,) = printed_names(many, Coverage(frozenset("李")), WHERE).problems

    assert "and 10 more" in problem.message


def test_mentors_who_are_not_on_the_roster_are_named_once_with_their_first_line() -> None:
    roster = [
        Participant("Ada", senior_mentor="Dr. 李", peer_mentor="Bo", row=2),
        Participant("Bo", senior_mentor="Dr. 李", row=3),
    ]
    assert [(each.name, each.row) for each in mentors_named(roster)] == [("Dr. 李", 2)]


def test_a_mentors_name_without_a_font_is_told_as_a_name_in_the_list_of_mentors() -> None:
    found = Coverage(frozenset("李"))
    mentors = printed_names(people("Dr. 李"), found, WHERE, of_mentors=True)
    both = with_mentors(printed_names(people("Ada"), found, WHERE), mentors)

    assert both.texts == {"Ada": "Ada", "Dr. 李": ""}
    (told,) = both.problems
    assert told.code == "name-not-printed"
    assert told.where == WHERE
    assert "Dr. 李 (line 2, Chinese). The list of mentors has a line to write the name" in (
        told.message
    )
