from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kit.editions.exercises import view, view_with_answers
from kit.editions.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_tasks_stand_in_the_order_of_the_agenda_with_their_sheets_and_cases(
    tailored: Call,
) -> None:
    made = view(tailored(), Setting())
    assert made
    assert [
        (each.line.id, [sheet.id for sheet in each.sheets], [case.id for case in each.cases])
        for each in made.exercises
    ] == [
        ("see-needs", ["needs", "network"], []),
        ("cases", [], ["late-feedback", "two-advisors"]),
        ("write-request", ["request"], []),
    ]


def test_a_sheet_that_is_used_again_is_named_and_not_printed_twice(
    tailored: Call, edit: Call
) -> None:
    edit("    uses: [request]\n", "    uses: [request, needs]\n")
    last = view(tailored(), Setting()).exercises[-1]  # type: ignore[union-attr]
    assert [sheet.id for sheet in last.sheets] == ["request"]
    assert last.handouts == ("Sheet 3", "Sheet 1")


def test_participants_have_no_answers_and_the_instructor_has(tailored: Call) -> None:
    side = repr(view(tailored(), Setting()))
    listened = "One person who carries nearly all spokes."
    assert listened not in side
    assert "'answer'" not in side
    answered = view_with_answers(tailored(), Setting())
    assert answered
    first = answered.exercises[0]
    assert first.listen_for == (listened,)
    assert [len(answers) for notes in first.sheets for _, answers in notes.keys]
    assert "The idea of bringing both to one table." in answered.exercises[1].cases[1].listen_for


def test_none_where_nobody_works_on_anything(tailored: Call, edit: Call) -> None:
    for uses in ("[needs, network]", "[late-feedback, two-advisors]", "[request]"):
        edit(f"    uses: {uses}\n", "")
    assert view(tailored(length="standard"), Setting()) is None
    assert view_with_answers(tailored(length="standard"), Setting()) is None
