"""What a cohort writes over what a workshop has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    Call = Callable[..., Any]


def test_things_in_a_list_merge_by_their_id_and_new_ones_come_last(
    cohort: Call, tailored: Call
) -> None:
    cohort(
        """
        change:
          needs-confidence:
            rows:
              - {id: ask-feedback, text: I can ask for comments.}
              - {id: ask-doors, text: I can ask for an introduction.}
          needs: {blocks: [{id: needs-sources, blank: 3}]}
        """
    )
    blocks = {each.id: each for sheet in tailored().worksheets for each in sheet.blocks}
    rows = [(row.id, row.text) for row in blocks["needs-confidence"].rows]
    assert rows == [
        ("ask-time", "I can ask for time."),
        ("ask-feedback", "I can ask for comments."),
        ("ask-doors", "I can ask for an introduction."),
    ]
    assert blocks["needs-sources"].blank == 3
    assert blocks["needs-sources"].columns == 2


def test_plain_lists_replace(cohort: Call, tailored: Call) -> None:
    cohort("change: {needs-sources: {options: [a friend]}}")
    blocks = {each.id: each for sheet in tailored().worksheets for each in sheet.blocks}
    assert blocks["needs-sources"].options == ("a friend",)


def test_a_list_of_things_that_is_as_before(cohort: Call, told: Call) -> None:
    cohort("change: {needs-confidence: {rows: [{id: ask-time, text: I can ask for time.}]}}")
    told("changes-nothing", "rows")


def test_the_same_text_written_in_another_way_is_no_change(cohort: Call, told: Call) -> None:
    cohort(
        """
        change:
          workshop:
            subtitle: |
              From a need to a request
        """
    )
    told("changes-nothing", "subtitle")


def test_the_name_of_a_scale_and_of_a_sheet(cohort: Call, session: Call) -> None:
    cohort("change: {agreement: {purpose: To agree.}}")
    loaded = session().loaded
    assert loaded.worksheets["agreement"].purpose == "To agree."
    assert loaded.scales == session().plain.scales
