from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_shared_scenario_without_a_wording(finds: Call, edit: Call) -> None:
    edit("  faculty: [junior-faculty]", "  faculty: [junior-faculty]\n  fellow: [fellow]")
    edit(
        "        faculty: |\n          Your {{ mentor }} tells you to write",
        "        fellow: X.\n        faculty: |\n          Your {{ mentor }} tells you to write",
    )
    problem = finds("no-wording", "intern", "workshops/shared/scenarios.yaml")
    assert problem.message == "The scenario `late-feedback` has no wording for `fellow`."


def test_an_own_scenario_with_the_wording_of_nobody(finds: Call, edit: Call) -> None:
    edit(
        "        faculty: |\n          Your {{ mentor }} tells you to write",
        "        faculty: X.\n        facultyy: |\n          Your {{ mentor }} tells you to write",
    )
    assert finds("unknown-audience", "facultyy").hint == "Did you mean `faculty`?"


def test_a_shared_scenario_may_serve_others_too(silent: Call, edit: Call) -> None:
    edit(
        "    questions:\n      - What might be going on",
        "      dean: |\n        A draft.\n    questions:\n      - What might be going on",
        "workshops/shared/scenarios.yaml",
    )
    assert silent()


def test_an_audience_under_two_wordings(finds: Call, edit: Call) -> None:
    edit("faculty: [junior-faculty]", "faculty: [junior-faculty, resident]")
    assert "gets the wording `intern`" in finds("audience-twice", "resident").message


def test_an_audience_that_is_a_wording_of_its_own(finds: Call, edit: Call) -> None:
    edit("intern: [intern, resident]", "intern: [intern, faculty]")
    assert "gets the wording `faculty`" in finds("audience-twice", "faculty").message


def test_a_premise_that_nobody_reads_in_the_room(finds: Call, edit: Call) -> None:
    edit("tells you to drop it.", "tells you to drop it. " + "And so on and so on. " * 25)
    problem = finds("long-case", "|", warning=True)
    assert "`two-advisors` for `intern`" in problem.message
