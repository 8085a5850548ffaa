from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_an_unknown_term_at_its_line(finds: Call, edit: Call) -> None:
    edit("    {{ mentor }}. What you write", "    {{ mento }}. What you write")
    problem = finds("unknown-term", "{{ mento }}")
    assert problem.message == "The workshop `small` declares no term `mento`."
    assert problem.hint == "Did you mean `mentor`?"


def test_an_unknown_term_in_a_shared_file(finds: Call, edit: Call) -> None:
    edit("The {{ mentor }} answers", "The {{chief}} answers", "workshops/shared/scenarios.yaml")
    finds("unknown-term", "{{chief}}", "workshops/shared/scenarios.yaml")


def test_a_term_in_a_scenario_that_is_not_chosen(silent: Call, edit: Call) -> None:
    edit(
        "Your {{ mentor }} proposes", "Your {{ chief }} proposes", "workshops/shared/scenarios.yaml"
    )
    assert silent()


def test_an_expression_is_no_term(finds: Call, edit: Call) -> None:
    edit("    {{ mentor }}. What you write", "    {{ mentor | upper }}. What you write")
    finds("unknown-term", "{{ mentor | upper }}")


def test_a_term_that_is_not_closed(finds: Call, edit: Call) -> None:
    edit("    {{ mentor }}. What you write", "    {{ mentor }. What you write")
    finds("broken-term", "{{ mentor }.")


def test_a_term_in_a_term(finds: Call, edit: Call) -> None:
    edit("  program_lead: program director", "  program_lead: the lead of {{ mentor }}")
    finds("term-in-term", "the lead of")


def test_nobody_to_turn_to(finds: Call, edit: Call) -> None:
    edit("  safe_contact: the ombuds office", "  safe_contact:")
    finds("no-safe-contact", "", warning=True)


def test_a_workshop_that_does_not_even_ask_whom_to_turn_to(finds: Call, edit: Call) -> None:
    edit("  safe_contact: the ombuds office\n", "")
    edit("to {{ safe_contact }}. Promise", "to them. Promise")
    finds("no-safe-contact", "", warning=True)


def test_another_term_without_words(finds: Call, edit: Call) -> None:
    edit("  program_lead: program director", "  program_lead:")
    finds("unfilled-term", "", warning=True)
