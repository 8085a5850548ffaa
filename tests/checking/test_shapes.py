from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_group_sizes_that_do_not_rise(finds: Call, edit: Call) -> None:
    edit("ideal: 16", "ideal: 40")
    assert "4, 40, 32" in finds("group-sizes", "").message


def test_a_part_beyond_its_series(finds: Call, edit: Call) -> None:
    edit("number: 1, of: 4}", "number: 5, of: 4}")
    finds("series-number", "5")


def test_a_length_without_a_note(finds: Call, edit: Call) -> None:
    edit(
        "  short: |\n    No cases. The needs are rated beforehand, and the request is written in "
        "the session.\n",
        "",
    )
    assert "`short`" in finds("no-length-note", "", warning=True).message


def test_a_table_without_rows(finds: Call, edit: Call) -> None:
    edit("        rows:\n          - My {{ mentor }}\n        blank: 2", "        blank: 0")
    finds("empty-table", "request-people")


def test_columns_that_are_too_wide(finds: Call, edit: Call) -> None:
    edit("{title: What they could give}", "{title: What they could give, width: 70}")
    message = finds("column-widths", "").message
    assert message.endswith(
        "take 100 percent of its width, which leaves no room for those without a width."
    )


def test_columns_that_leave_the_stages_no_room(finds: Call, edit: Call) -> None:
    edit("{title: What I can do, width: 34}", "{title: What I can do, width: 90}")
    assert "no room for the first one" in finds("column-widths", "").message


BESIDE = "        blank: 1\n        columns: 2\n"


def test_two_rings_of_one_name(finds: Call, edit: Call) -> None:
    rings = "      - {id: r, kind: rings, rings: [{title: Same}, {title: Other}, {title: Same}]}\n"
    edit(BESIDE, BESIDE + rings)
    assert "“Same”" in finds("same-title", "Same}]").message


def test_a_line_of_one_stage_and_of_two_of_one_name(finds: Call, edit: Call) -> None:
    edit(BESIDE, f"{BESIDE}      - {{id: s, kind: stage-line, stages: [{{title: Only}}]}}\n")
    assert "needs two" in finds("one-stage", "Only").message
    edit("[{title: Only}]", "[{title: Same}, {title: Same}]")
    finds("same-title", "Same}]")


def test_two_stages_of_the_workshop_of_one_name(finds: Call, edit: Call) -> None:
    edit("{id: working, title: Working", "{id: working, title: Getting started")
    finds("same-title", "Getting started, happens: You do")


def test_a_heading_for_one_of_two_columns(finds: Call, edit: Call) -> None:
    edit(BESIDE, f"{BESIDE}      - {{id: a, kind: agreed, heads: [One], rows: [{{topic: T}}]}}\n")
    finds("one-heading", "[One]")


def test_cards_that_would_be_printed_twice(finds: Call, edit: Call) -> None:
    edit(
        "    title: What I need\n",
        "    title: What I need\n    sort: [needs-sources, needs-sources]\n",
    )
    finds("named-twice", "needs-sources]", warning=True)


def test_cards_of_another_sheet(finds: Call, edit: Call) -> None:
    edit("    title: What I need\n", "    title: What I need\n    sort: [network-map]\n")
    problem = finds("unknown-block", "network-map]")
    assert "not on this sheet, but on `network`" in problem.message


def test_a_gap_between_scales_of_other_lengths(finds: Call, edit: Call) -> None:
    edit("second: {title: Met now, scale: met}", "second: {title: Met now, scale: agreement}")
    finds("gap-of-unlike-scales", "agreement")


def test_two_scales_without_a_gap_may_differ(silent: Call, edit: Call) -> None:
    edit(
        "        second: {title: Met now, scale: met}",
        "        gap: null\n        second: {title: Met now, scale: agreement}",
    )
    assert silent()


def test_a_flip_chart_page_with_nothing_on_it(finds: Call, edit: Call) -> None:
    edit("\nagenda:\n", "\ncharts:\n  - {id: chart-one, title: Empty}\nagenda:\n")
    assert "nothing else" in finds("empty-chart", "chart-one").message


def test_cards_to_sort_of_a_block_that_lists_nothing(finds: Call, edit: Call) -> None:
    edit("    cards: [network-roles, network-match]\n", "    sort: [network-map]\n")
    finds("nothing-to-sort", "network-map")


def test_a_task_that_quotes_no_message(finds: Call, edit: Call) -> None:
    edit("\npreparation:\n  - when:", "\npreparation:\n  - invitation: 1\n    when:")
    assert "Task 1" in finds("no-message-quoted", "1").message
