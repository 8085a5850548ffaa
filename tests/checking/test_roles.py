from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.checking.roles import own_lists
from kit.library import Library, find_library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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


def test_words_that_a_list_lacks_are_told_once_for_all(finds: Call, edit: Call) -> None:
    edit("      roles_count: both\n", "      roles_number: both\n", SHARED)
    edit("title: These {{ roles_count }}", "title: These {{ roles_sum }} and {{ roles_kind }}")
    more = "      roles_sum: two\n      roles_kind: two\n      roles_unused: two\n"
    edit("      roles_count: two\n", f"      roles_number: two\n{more}", SHARED)
    problem = finds("term-of-some-roles", "roles_number: both", SHARED)
    assert "`one-word` has no words for `roles_sum` and `roles_kind`," in problem.message
    assert "below `roles` of the workshop `small`" in problem.hint


def test_a_workshop_has_words_for_any_list(checked: Call, edit: Call) -> None:
    edit("    instructor_terms:\n      roles_hint: Take the words as they come.\n", "", SHARED)
    assert [each.code for each in checked() if "roles" in each.code] == ["term-of-some-roles"]
    edit(
        "  use: [two-sides, one-word]\n",
        "  use: [two-sides, one-word]\n  instructor_terms: {roles_hint: Ask what somebody did.}\n",
    )
    assert [each for each in checked() if "roles" in each.code] == []


def test_lists_of_a_project_are_looked_at_before_anything_takes_one(
    project: Path, edit: Call
) -> None:
    library = find_library(project)
    assert list(own_lists(library)) == []
    edit("role: coach, also: sponsor", "role: coach, also: sponser", SHARED)
    (problem,) = own_lists(library)
    assert (problem.code, problem.hint) == ("unknown-role", "Did you mean `sponsor`?")
    edit("    title: Two sides\n", "", SHARED)
    assert [each.code for each in own_lists(library)][:1] == ["missing"]
    assert list(own_lists(Library(None, project))) == []


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
