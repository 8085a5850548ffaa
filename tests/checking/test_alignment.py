from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_an_objective_that_nothing_teaches(finds: Call, edit: Call) -> None:
    edit("objectives: [ask]", "objectives: [map]")
    problem = finds("not-taught", "ask")
    assert problem.message == "Nothing teaches the objective `ask` in `standard` and `short`."


def test_an_objective_that_is_not_taught_in_one_length(finds: Call, edit: Call) -> None:
    edit("bloom: apply\n    lengths: [standard]", "bloom: apply")
    edit("objective: respond\n      lengths: [standard]", "objective: respond")
    problem = finds("not-taught", "respond")
    assert problem.message == "Nothing teaches the objective `respond` in `short`."
    assert "or write `lengths: [standard]` at the objective." in problem.hint


def test_pre_work_teaches(silent: Call, finds: Call, edit: Call) -> None:
    edit("    objectives: [map]\n    uses: [needs, network]", "    uses: [needs, network]")
    assert "in `standard`." in finds("not-taught", "map").message
    edit("objectives: [respond]", "objectives: [respond, map]")
    assert silent()


def test_an_objective_that_nothing_measures(finds: Call, edit: Call) -> None:
    edit(
        "      text: I can write a request that a mentor can answer in one line.\n"
        "      objective: ask",
        "      text: I can write a request.",
    )
    problem = finds("not-measured", "ask")
    assert problem.message == (
        "The objective `ask` is taught in `standard` and `short`, but no item of the evaluation "
        "measures it."
    )


def test_an_objective_that_is_measured_in_one_length_only(finds: Call, edit: Call) -> None:
    edit("      objective: map\n", "      objective: map\n      lengths: [standard]\n")
    assert "is taught in `short`, but no item" in finds("not-measured", "map").message


def test_a_follow_up_alone_does_not_measure(finds: Call, edit: Call) -> None:
    edit("one line.\n      objective: ask\n", "one line.\n")
    finds("not-measured", "ask")


def test_an_objective_that_is_neither_taught_nor_measured(checked: Call, edit: Call) -> None:
    edit("objectives: [respond]", "objectives: [ask]")
    edit("objective: respond", "objective: ask")
    messages = {problem.code: problem.message for problem in checked()}
    assert "belongs to `standard`, but no item" in messages["not-measured"]
    assert "not-taught" in messages


def test_a_length_without_objectives(checked: Call, edit: Call) -> None:
    edit("    bloom: analyze\n", "    bloom: analyze\n    lengths: [standard]\n")
    edit("    bloom: create\n", "    bloom: create\n    lengths: [standard]\n")
    (problem,) = checked()
    assert problem.code == "no-objective"
    assert str(problem.where).endswith(":20:32")
