"""What is other in a session, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.definitions.activity import Activity
from kit.definitions.chart import Chart
from kit.definitions.evaluation import Evaluation
from kit.definitions.scenario import Scenario
from kit.definitions.worksheet import Worksheet
from kit.definitions.workshop import Workshop
from kit.library import bundled_folder
from kit.reading.strings import strings_for
from kit.reading.words import ENGLISH, kit_words
from kit.tailoring.differences import differences
from kit.tailoring.reworded import TOLD_ELSEWHERE
from kit.tailoring.tailor import tailor

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


@pytest.fixture
def said(session: Call) -> Callable[..., tuple[str, ...]]:
    def run(number: int = 0) -> tuple[str, ...]:
        loaded = session(number)
        return differences(
            loaded.plain, loaded.loaded, tailor(loaded.loaded, loaded.choice), ENGLISH
        )

    return run


def test_nothing_is_other(cohort: Call, said: Call) -> None:
    cohort()
    assert said() == ()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ("change: {welcome: {title: Hello}}", "“Welcome” is called “Hello” here."),
        ("change: {workshop: {title: Asking}}", "Reworded in this guide and the packet: title."),
        ("change: {improve: {text: What else?}}",
         "Reworded: the question “What should we change before the next session?” reads"),
        ("change: {improve: {lines: 5}}",
         "Asked in another way: “What should we change before the next session?”."),
        ("change: {ask: {text: Send a request}}",
         "Reworded: the objective “Write a request that a mentor can answer in one line” reads"),
        ("change: {request-need: {lines: 4}}",
         "On the sheet “My request”, reworded: “Which need will you start with?”."),
        ("change: {late-feedback: {title: Late}}",
         "“The draft that never comes back” is called “Late” here."),
        ("leave_out: [network]", "Worksheet left out: “My map”."),
        ("leave_out: [improve]",
         "Question left out: “What should we change before the next session?”."),
        ("leave_out: [respond]",
         "Objective left out: “Choose a first sentence for a conversation that has stalled”."),
        ("change: {welcome: {minutes: {standard: 4}}, cases: {minutes: {standard: 13}}}",
         "“Welcome” takes 4 minutes in place of 5."),
        ("order: [request, needs, network, agreement, next-steps]",
         "The worksheets stand in another order: “My request”, “What I need”, “My map”, “Our"),
        ("order: [most-useful, recommend]",
         "Asked in another order: “What was most useful to you?”; “"),
        ("order: [two-advisors, late-feedback]",
         "The cases are “Two advisors, two directions”; “The draft that never comes back”."),
        ("order: [welcome, cases, see-needs, write-request, closing]",
         "Another order: “Welcome”, “Two conversations that stalled”, “What I have, what I need”"),
        ("scenarios: {use: [two-advisors]}",
         "The cases are “Two advisors, two directions”. Usually they are "),
        ("change: {workshop: {evaluation: {script: Please.}}}",
         "Reworded in the evaluation: script."),
    ],
)  # fmt: skip
def test_every_change_is_told(cohort: Call, said: Call, changes: str, words: str) -> None:
    cohort(changes)
    assert any(line.startswith(words) for line in said()), said()


def test_a_long_name_never_ends_within_a_term(cohort: Call, said: Call) -> None:
    text = "Which of all the needs that you wrote will you take to {{ mentor }} first?"
    cohort(f"change: {{request-need: {{text: '{text}'}}}}")
    (told,) = said()
    assert told.endswith("reworded: “Which of all the needs that you wrote will you take to …”.")


def test_a_question_of_the_later_form_is_told_once(cohort: Call, said: Call) -> None:
    cohort("leave_out: [request-sent]")
    assert said() == ("Question left out: “Did you send the request?”.",)


def test_other_lengths_are_not_told(cohort: Call, said: Call) -> None:
    cohort("change: {welcome: {minutes: {short: 3}}, see-needs: {minutes: {short: 11}}}")
    assert said() == ()


def test_an_order_tells_what_this_session_has(cohort: Call, said: Call) -> None:
    cohort(
        "order: [see-needs, cases, welcome, write-request, closing]",
        sessions="- {id: a, workshop: small, length: short}",
    )
    (line,) = [each for each in said() if each.startswith("Another order")]
    assert "“Welcome”" in line
    assert "Two conversations" not in line


def test_what_another_length_has_may_be_anywhere(cohort: Call, said: Call) -> None:
    cohort(
        "order: [cases, welcome, see-needs, write-request, closing]",
        sessions="- {id: a, workshop: small, length: short}",
    )
    assert said() == ()


def test_words_and_minutes(cohort: Call, said: Call) -> None:
    cohort(
        head="terms: {mentor: supervisor, safe_contact: the dean}",
        sessions="- {id: a, workshop: small, minutes: 35}",
    )
    lines = said()
    assert lines[0] == "Fitted to 35 minutes from the length “standard” (40)."
    assert "“mentor” is “supervisor” here." in lines
    assert "“the ombuds office” is “the dean” here." in lines


def test_pages_of_the_flip_chart(cohort: Call, said: Call, edit: Call) -> None:
    edit(
        "\nagenda:\n",
        "\ncharts:\n  - {id: one, title: First, text: Ask.}\n"
        "  - {id: two, title: Second, text: Ask again.}\nagenda:\n",
    )
    cohort("change: {two: {text: Wait.}}\nleave_out: [one]")
    assert said() == ("Flip chart page left out: “First”.", "Reworded in “Second”: text.")


def test_an_added_sheet_that_nothing_uses_is_said_to_be_in_no_packet(
    cohort: Call, said: Call
) -> None:
    sheet = (
        "{id: extra, title: Notes, purpose: To write., blocks: [{kind: text, id: e, text: Hi.}]}"
    )
    cohort(f"add: [{{worksheet: {sheet}}}]")
    assert "In no packet of this session, since no activity uses it: “Notes”." in said()
    cohort(f"add: [{{used_in: write-request, worksheet: {sheet}}}]")
    assert said() == ("Worksheet added: “Notes”.",)


def test_in_spanish_it_is_told_in_spanish(cohort: Call, session: Call) -> None:
    cohort(
        "change: {welcome: {title: Hola, instructor: {say: Hola.}}}\nleave_out: [improve, respond]",
        head="terms: {mentor: tutora, safe_contact: the dean}",
        sessions="- {id: a, workshop: small, minutes: 35}",
    )
    loaded = session(0)
    made = tailor(loaded.loaded, loaded.choice)
    spanish = differences(loaded.plain, loaded.loaded, made, kit_words("es"))
    english = differences(loaded.plain, loaded.loaded, made, ENGLISH)
    assert len(spanish) == len(english)
    assert not set(spanish) & set(english)
    assert spanish[0] == "Ajustada a 35 minutos a partir de la duración “estándar” (40)."
    assert "Aquí “mentor” se dice “tutora”." in spanish
    assert "“Welcome” se llama aquí “Hola”." in spanish
    assert "Otra redacción en “Hola”: las notas para usted." in spanish


def test_every_field_that_can_be_told_has_a_name_in_the_words() -> None:
    told = {
        name
        for model in (Workshop, Evaluation, Scenario, Worksheet, Chart, Activity)
        for name in model.model_fields
    } - TOLD_ELSEWHERE
    words = strings_for("en-US", (bundled_folder() / "templates",))
    assert {name for name in told if f"name_field_{name}" not in words} <= {
        *("kit", "core", "before_now", "more", "open"),  # told one by one, or never changed
    }
