from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]

STAGES = """stages:
  - {id: getting-started, title: Getting started, happens: You find each other., can: Say what you want.}
  - {id: working, title: Working, happens: You do the work.}
"""  # noqa: E501


def test_a_line_without_stages_needs_those_of_the_workshop(checked: Call, edit: Call) -> None:
    edit(STAGES, "")
    found = [each for each in checked() if each.code == "no-stages"]
    assert [each.message.split("`")[1] for each in found] == ["network-stages"]


def test_one_stage_makes_no_line(checked: Call, edit: Call) -> None:
    edit("  - {id: working, title: Working, happens: You do the work.}\n", "")
    assert [each.code for each in checked() if "stage" in each.code] == ["one-stage"]


def test_two_stages_have_two_ids(checked: Call, edit: Call) -> None:
    edit("{id: working, title", "{id: getting-started, title")
    found = [each for each in checked() if each.code == "duplicate-id"]
    assert ["two stages" in each.message for each in found] == [True]


def test_stages_that_no_sheet_shows_are_told(checked: Call, edit: Call) -> None:
    edit("kind: stage-line\n", "kind: stage-line\n        stages: [{title: One}, {title: Two}]\n")
    assert "unused-stages" in [each.code for each in checked()]


def test_a_wall_of_stages_needs_some_and_shows_them(checked: Call, edit: Call) -> None:
    edit("agenda:\n", "charts: [{id: wall, title: Stage, stages: pages}]\n\nagenda:\n")
    edit("kind: stage-line\n", "kind: stage-line\n        stages: [{title: One}, {title: Two}]\n")
    assert [each.code for each in checked() if "stages" in each.code] == []
    edit(STAGES, "")
    (problem,) = [each for each in checked() if each.code == "no-stages"]
    assert "flip chart page `wall`" in problem.message
    assert problem.where
    assert problem.where.line


def test_a_diary_alone_shows_the_stages(checked: Call, edit: Call) -> None:
    edit("kind: stage-line\n", "kind: stage-line\n        stages: [{title: One}, {title: Two}]\n")
    assert "unused-stages" in [each.code for each in checked()]
    diary = (
        "diary:\n  title: My diary\n  purpose: To see what has changed.\n"
        "  instruction: Write.\n  contacts: [a call]\n  ask: What I will ask\n"
        "  rings: [{id: inner, title: Inner, meaning: What is mine.}, "
        "{id: outer, title: Outer, meaning: What is around me.}]\n"
        "  prompts: [{id: happened, text: What happened}]\n"
    )
    edit("agenda:\n", diary + "\nagenda:\n")
    codes = [each.code for each in checked()]
    assert "unused-stages" not in codes
    assert "unknown-key" not in codes
