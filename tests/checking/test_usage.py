from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_a_worksheet_that_nobody_uses(finds: Call, edit: Call) -> None:
    edit("    uses: [request]\n", "")
    finds("unused-worksheet", "request", warning=True)


def test_a_worksheet_for_home_need_not_be_used(finds: Call, silent: Call, edit: Call) -> None:
    assert silent()
    edit("    moment: take-home\n", "")
    finds("unused-worksheet", "next-steps", warning=True)


def test_a_worksheet_that_is_not_used_in_a_length_of_its_own(finds: Call, edit: Call) -> None:
    edit("    moment: take-home\n", "    lengths: [standard, short]\n")
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback, two-advisors, next-steps]")
    assert "belongs to `short`" in finds("unused-worksheet", "", warning=True).message


def test_a_chosen_scenario_that_nobody_uses(finds: Call, edit: Call) -> None:
    edit("  use: [late-feedback]", "  use: [late-feedback, left-out]")
    finds("unused-scenario", "left-out", warning=True)


def test_an_own_scenario_that_nobody_uses(finds: Call, edit: Call) -> None:
    edit("uses: [late-feedback, two-advisors]", "uses: [late-feedback]")
    finds("unused-scenario", "two-advisors", warning=True)


def test_a_copy_of_a_worksheet_of_another_length(finds: Call, edit: Call) -> None:
    edit(
        "    title: My request\n    purpose",
        "    title: My request\n    lengths: [short]\n    purpose",
    )
    edit("worksheet: request}", "worksheet: request, lengths: [standard]}")
    finds("material-without-worksheet", "", warning=True)
