"""The words that a list of roles lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kit.definitions.vocabulary import Role, RoleLine, Vocabulary, VocabularyChoice
from kit.library import Library
from kit.reading.role_words import with_words
from kit.reading.texts import shared_texts
from kit.reading.workshop import load_workshops

if TYPE_CHECKING:
    from pathlib import Path


def listed(count: int, **more: object) -> Vocabulary:
    roles = tuple(Role(id=f"r{at}", title=f"Role {at}", does="Helps.") for at in range(count))
    return Vocabulary.model_validate({"id": "own", "title": "Our list", "roles": roles, **more})


ANY = VocabularyChoice(
    use=("own",),
    terms={"roles_noun": "roles", "lead": "See “{{ roles_title }}” and {{roles_noun}}."},
    instructor_terms={"ask": "All {{ roles_count }} of {{ mentor }}."},
)


@pytest.mark.parametrize(
    ("count", "counts"),
    [
        (2, ("two", "six", "two", "three", "four")),
        (6, ("six", "eighteen", "two", "three", "six")),
        (10, ("ten", "thirty", "three", "four", "six")),
        (12, ("twelve", "thirty-six", "four", "five", "six")),
        (16, ("sixteen", "forty-eight", "five", "six", "six")),
    ],
)
def test_a_list_is_counted(count: int, counts: tuple[str, ...]) -> None:
    words = with_words(listed(count), ANY, (), "en-US").all_terms
    names = ("roles_count", "roles_tiles", "roles_limit", "roles_over", "roles_alive")
    assert tuple(words[name] for name in names) == counts


def test_other_languages_have_figures() -> None:
    words = with_words(listed(12), ANY, (), "es").all_terms
    assert (words["roles_count"], words["roles_tiles"]) == ("12", "36")


def test_the_words_of_the_workshop_take_what_is_counted_and_said() -> None:
    made = with_words(listed(3, terms={"roles_noun": "ways"}), ANY, (), "en-US")
    assert made.terms["lead"] == "See “Our list” and ways."
    assert made.instructor_terms["ask"] == "All three of {{ mentor }}."
    assert "ask" not in made.terms


def test_the_lists_own_words_and_the_workshops_terms_come_first() -> None:
    own = listed(3, terms={"roles_count": "a few"}, instructor_terms={"lead": "Mine."})
    made = with_words(own, ANY, ("roles_title",), "en-US")
    assert made.all_terms["roles_count"] == "a few"
    assert made.instructor_terms["lead"] == "Mine."
    assert "lead" not in made.terms
    assert "roles_title" not in made.all_terms


def test_the_key_names_the_role_behind_each_line() -> None:
    lines = (
        RoleLine(text="One.", role="r1", also="r0"),
        RoleLine(text="Two.", role="r2"),
        RoleLine(text="A slip, told elsewhere.", role="r9"),
    )
    words = with_words(listed(3, lines=lines), ANY, (), "en-US").instructor_terms
    assert words["roles_key"] == "role 1 (role 0), role 2."
    assert words["roles_lines"] == "three"


def test_a_translator_is_asked_for_what_is_written_alone(project: Path) -> None:
    (loaded,), _ = load_workshops(Library(None, project), ["small"])
    assert loaded.vocabularies["two-sides"].all_terms["roles_tiles"] == "six"
    path = "vocabularies.two-sides"
    words = {each for each in shared_texts(loaded) if each.startswith(path) and "terms" in each}
    assert words == {f"{path}.terms.roles_count", f"{path}.instructor_terms.roles_hint"}
