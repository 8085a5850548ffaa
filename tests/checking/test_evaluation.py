from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_form_that_asks_too_much(finds: Call, edit: Call) -> None:
    edit("  minutes: 3\n", "  minutes: 3\n  most_answers: 11\n")
    problem = finds("too-many-answers", "")
    assert problem.message == (
        "The end form asks one person for 12 answers in `standard`; it may ask for 11."
    )


def test_a_follow_up_form_that_asks_too_much(checked: Call, edit: Call) -> None:
    edit("  minutes: 3\n", "  minutes: 3\n  most_answers: 3\n")
    messages = [problem.message for problem in checked()]
    assert messages[-1].startswith("The follow-up form asks one person for 4 answers")


def test_a_form_without_a_headline(finds: Call, edit: Call) -> None:
    edit("  core: [mentoring-improved, recommend]", "  core: [recommend]")
    assert "in `standard` and `short`." in finds("no-headline", "", warning=True).message


def test_a_form_with_two_headlines(finds: Call, edit: Call) -> None:
    edit("      objective: respond\n", "      objective: respond\n      headline: true\n")
    finds("two-headlines", "true")


def test_a_form_that_asks_the_same_twice(finds: Call, edit: Call) -> None:
    edit(
        "      objective: respond\n      lengths: [standard]\n",
        "      objective: respond\n      lengths: [standard]\n"
        "    - {id: can-ask, text: write a request., objective: ask}\n",
    )
    problem = finds("asked-twice", "can-ask")
    assert "the pair `writes-request`" in problem.message


def test_a_pair_in_one_length_and_a_statement_in_the_other(silent: Call, edit: Call) -> None:
    edit(
        "one line.\n      objective: ask\n",
        "one line.\n      objective: ask\n      lengths: [short]\n",
    )
    edit(
        "      objective: respond\n      lengths: [standard]\n",
        "      objective: respond\n      lengths: [standard]\n"
        "    - {id: can-ask, text: write it., objective: ask, lengths: [standard]}\n",
    )
    assert silent()


def test_a_follow_up_form_that_asks_nothing(finds: Call, project: Any) -> None:
    path = project / "workshops" / "small.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("    core: [mentoring-improved, relationship-changed]")
    end = text.index("disclosure:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    finds("empty-form", "")


def test_a_form_that_does_not_say_what_it_is_for(finds: Call, edit: Call) -> None:
    edit("      Three months ago you wrote a request to a mentor. What became of it?\n", "")
    edit("    after_months: 3\n    purpose: |\n", "    after_months: 3\n")
    finds("no-purpose", "after_months", warning=True)
