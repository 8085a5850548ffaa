from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

SHARED = "workshops/shared/roles.yaml"


def test_a_block_without_roles_needs_a_vocabulary(checked: Call, edit: Call) -> None:
    edit("roles:\n  use: [two-sides, one-word]\n", "")
    edit("title: These {{ roles_count }}", "title: These")
    edit(" {{ roles_hint }}", "")
    edit("    uses: [placards]\n", "")
    found = [each for each in checked() if each.code == "no-roles"]
    assert [each.message.split("`")[1] for each in found] == ["network-roles", "network-match"]


def test_placards_need_a_vocabulary(checked: Call, edit: Call) -> None:
    edit("roles:\n  use: [two-sides, one-word]\n", "")
    messages = [each.message for each in checked() if each.code == "unknown-material"]
    assert messages == ["There is no worksheet or scenario `placards` in this workshop."]


def test_a_line_names_a_role_of_its_vocabulary(finds: Call, edit: Call) -> None:
    edit("role: coach, also: sponsor", "role: coach, also: sponser", SHARED)
    problem = finds("unknown-role", "sponser", SHARED)
    assert problem.hint == "Did you mean `sponsor`?"


def test_a_role_stands_in_its_vocabulary_once(finds: Call, edit: Call) -> None:
    edit("{id: friend,", "{id: mentor,", SHARED)
    assert "two roles `mentor`" in finds("duplicate-id", "mentor", SHARED).message


def test_every_vocabulary_fills_the_same_terms(finds: Call, edit: Call) -> None:
    edit("      roles_count: both\n", "      roles_number: both\n", SHARED)
    edit("title: These {{ roles_count }}", "title: These")
    edit("      roles_count: two\n", "      roles_number: two\n      roles_sum: two\n", SHARED)
    problem = finds("term-of-some-roles", "roles_number", SHARED)
    assert "`roles_sum`" in problem.message
    assert "`one-word`" in problem.message


def test_a_term_is_the_workshops_or_the_vocabularys(checked: Call, edit: Call) -> None:
    edit("  mentor: mentor\n", "  mentor: mentor\n  roles_count: some\n")
    found = [each for each in checked() if each.code == "term-twice"]
    assert len(found) == 2


def test_what_is_for_the_instructor_is_no_word_for_participants(finds: Call, edit: Call) -> None:
    edit("title: These {{ roles_count }}", "title: These {{ roles_hint }}")
    problem = finds("instructor-term", "{{ roles_hint }}")
    assert "participants read this text" in problem.message


def test_a_vocabularys_words_call_for_the_workshops_terms_only(finds: Call, edit: Call) -> None:
    edit("as your {{ mentor }} would", "as your {{ roles_count }} would", SHARED)
    finds("unknown-term", "{{ roles_count }}", SHARED)


def test_a_vocabulary_without_lines_has_nothing_to_match(finds: Call, edit: Call) -> None:
    edit("    lines:\n      - {text: He asked how you were., role: friend}\n", "", SHARED)
    problem = finds("no-lines", "id: one-word", SHARED)
    assert "`network-match`" in problem.message
