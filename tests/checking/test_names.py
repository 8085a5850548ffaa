from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


@pytest.mark.parametrize(
    ("change", "code", "at"),
    [
        (("objectives: [ask]", "objectives: [ask, asc]"), "unknown-objective", "asc"),
        (
            ("  objectives: [map]\n  lengths", "  objectives: [map, mapp]\n  lengths"),
            "unknown-objective",
            "mapp",
        ),
        (("lines: 4\n", "lines: 4\n        objective: asc\n"), "unknown-objective", "asc"),
        (("uses: [request]", "uses: [request, requst]"), "unknown-material", "requst"),
        (
            (
                "uses: [late-feedback, two-advisors]",
                "uses: [late-feedback, two-advisors, two-advisor]",
            ),
            "unknown-material",
            "two-advisor]",
        ),
        (("  uses: [needs]\n", "  uses: [needs, need]\n"), "unknown-worksheet", "need]"),
        (("worksheet: request}", "worksheet: requests}"), "unknown-worksheet", "requests"),
        (("lengths: [standard]}", "lengths: [standard, shrt]}"), "unknown-length", "shrt"),
        (
            (
                "transition: Let us first see what you already have.",
                "transition: {standard: On to the map., shrt: Take out your sheet.}",
            ),
            "unknown-length",
            "shrt",
        ),
        (
            (
                "bloom: apply\n    lengths: [standard]",
                "bloom: apply\n    lengths: [standard, shrt]",
            ),
            "unknown-length",
            "shrt",
        ),
        (
            ("  lengths: [short]\nagenda", "  lengths: [short, shrt]\nagenda"),
            "unknown-length",
            "shrt",
        ),
        (
            ("respond\n      lengths: [standard]", "respond\n      lengths: [standard, shrt]"),
            "unknown-length",
            "shrt",
        ),
        (("minutes: {standard: 12}", "minutes: {standard: 12, shrt: 4}"), "unknown-length", "shrt"),
        (
            ("share: {standard: 5, short: 4}", "share: {standard: 5, short: 4, shrt: 1}"),
            "unknown-length",
            "shrt",
        ),
        (
            ("  short: |\n    No cases.", "  shrt: X.\n  short: |\n    No cases."),
            "unknown-length",
            "shrt",
        ),
    ],
)
def test_a_name_of_nothing(
    finds: Call, edit: Call, change: tuple[str, str], code: str, at: str
) -> None:
    edit(*change)
    assert finds(code, at).hint.startswith("Did you mean `")


def test_a_shared_item_on_an_objective_of_other_workshops(finds: Call, edit: Call) -> None:
    edit(
        "  - id: recommend\n",
        "  - id: recommend\n    objective: elsewhere\n",
        "workshops/shared/items.yaml",
    )
    finds("unknown-objective", "elsewhere", "workshops/shared/items.yaml")


def test_a_look_at_the_clock_where_a_length_has_no_such_activity(finds: Call, edit: Call) -> None:
    edit("  after: see-needs", "  after: cases")
    problem = finds("checkpoint-nowhere", "cases", warning=True)
    assert "`short`" in problem.message


def test_a_look_at_the_clock_after_nothing(finds: Call, edit: Call) -> None:
    edit("  after: see-needs", "  after: see-need")
    assert finds("unknown-activity", "see-need").hint == "Did you mean `see-needs`?"


def test_a_shared_sheet_of_a_length_that_there_is_not(finds: Call, edit: Call) -> None:
    shared = "workshops/shared/worksheets.yaml"
    edit("    moment: take-home\n", "    moment: take-home\n    lengths: [standrd]\n", shared)
    finds("unknown-length", "standrd", shared)


@pytest.mark.parametrize("part", ["cards", "sort"])
def test_cards_of_a_block_that_the_sheet_has_not(finds: Call, edit: Call, part: str) -> None:
    edit("    cards: [network-roles, network-match]\n", f"    {part}: [network-rolls]\n")
    problem = finds("unknown-block", "network-rolls")
    assert "network-roles" in problem.hint


def test_a_flip_chart_page_names_a_block_and_lengths_that_there_are(
    finds: Call, edit: Call
) -> None:
    edit(
        "\nagenda:\n",
        "\ncharts:\n  - {id: one, title: One, block: network-mapp}\n"
        "  - {id: two, title: Two, text: Yes., lengths: [longest]}\nagenda:\n",
    )
    finds("unknown-block", "network-mapp")
    finds("unknown-length", "longest")


def test_a_flip_chart_page_has_an_id_of_its_own(finds: Call, edit: Call) -> None:
    edit("\nagenda:\n", "\ncharts:\n  - {id: welcome, title: One, text: Yes.}\nagenda:\n")
    finds("duplicate-id", "welcome")
