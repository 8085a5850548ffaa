from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kit.collecting.scan.sheet_doubts import with_responses
from kit.collecting.scan.sheets import Sheet, put_together
from kit.collecting.scan.sides import Gap, Side

if TYPE_CHECKING:
    from collections.abc import Sequence


class Stack:
    """Writes sides as `1 2`, `2b` for a page without a code, `-` for a page that was not read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, text: str, *, stack: int = 1, forms: Sequence[str] = ("A",)) -> list[Any]:
        return [self._side(word, stack, tuple(forms)) for word in text.split()]

    def _side(self, word: str, stack: int, forms: tuple[str, ...]) -> Side | Gap:
        if word == "-":
            return Gap(stack)
        self.count += 1
        page, _, token = word.partition("#")
        return Side(
            stack=stack,
            file="scan.pdf",
            number=self.count,
            digest=str(self.count),
            forms=forms,
            page=int(page),
            token=token or None,
            with_code=len(forms) == 1,
            answers=(),
        )


@pytest.fixture
def stack() -> Stack:
    return Stack()


def shown(sheets: list[Sheet]) -> list[str]:
    return sorted("+".join(f"{side.number}:{side.page}" for side in each.sides) for each in sheets)


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("1 2 1 2", ["1:1+2:2", "3:1+4:2"]),
        ("2 1 2 1 2", ["1:2", "2:1+3:2", "4:1+5:2"]),
        ("1 2 1 1 2", ["1:1+2:2", "3:1", "4:1+5:2"]),
        ("1 2 2 1 2", ["1:1+2:2", "3:2", "4:1+5:2"]),
        ("1 2 1 - 2", ["1:1+2:2", "3:1", "4:2"]),
        ("1 1 1", ["1:1", "2:1", "3:1"]),
        ("1 1 1 2", ["1:1", "2:1", "3:1", "4:2"]),
        ("1 2 3 4 1 2 3 4", ["1:1+2:2+3:3+4:4", "5:1+6:2+7:3+8:4"]),
    ],
)
def test_order_ties_pages_and_nothing_else(stack: Stack, pages: str, expected: list[str]) -> None:
    sheets, problems = put_together(stack(pages))
    assert shown(sheets) == sorted(expected)
    assert not problems


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ("2 1", ["2:1+1:2"]),
        ("2 1 2 1", ["2:1+1:2", "4:1+3:2"]),
        ("2 1 2 2 1", ["2:1+1:2", "3:2", "5:1+4:2"]),
    ],
)
def test_a_stack_with_its_backs_first_is_doubted(
    stack: Stack, pages: str, expected: list[str]
) -> None:
    sheets, problems = put_together(stack(pages))
    assert shown(sheets) == sorted(expected)
    assert [(each.code, str(each.where)) for each in problems] == [
        ("backs-first", "scan.pdf, page 1")
    ]


@pytest.mark.parametrize(
    ("pages", "tied", "where"),
    [
        ("1 2 2 1 2 1 2 1 1 2", ["4:1+5:2", "6:1+7:2"], 4),
        ("- 2 1 2 1", ["2:1+3:2"], 2),
        ("2 1 2 1 1 2 1 2", ["2:1+3:2"], 2),
    ],
)
def test_a_part_of_a_stack_that_may_lie_turned_over_is_doubted(
    stack: Stack, pages: str, tied: list[str], where: int
) -> None:
    sheets, problems = put_together(stack(pages))
    (told,) = problems
    assert (told.code, str(told.where)) == ("part-turned", f"scan.pdf, page {where}")
    assert set(tied) <= set(shown(sheets))
    (told,) = with_responses(problems, [(each, *shown([each])) for each in sheets])
    assert told.message.endswith(f"Responses: {', '.join(tied)}.")


@pytest.mark.parametrize("pages", ["1 2 2 1 1 2", "2 1 2 - 1", "1 2 1 1 2 2 1 2", "2 1 2 1 2 1 2"])
def test_halves_with_no_sheet_in_between_doubt_no_other(stack: Stack, pages: str) -> None:
    _, problems = put_together(stack(pages))
    assert not problems


@pytest.mark.parametrize("pages", ["1 1 2 2", "1 1 1 2 2 2", "2 2 1 1", "1 1 1 - 2 2"])
def test_fronts_and_then_backs_are_not_taken(stack: Stack, pages: str) -> None:
    sheets, problems = put_together([*stack(pages), *stack("1 2", forms=["B"])])
    assert [each.form for each in sheets] == ["B"]
    assert [(each.code, str(each.where)) for each in problems] == [
        ("sides-apart", "scan.pdf, page 1")
    ]


def test_two_stacks_are_never_tied(stack: Stack) -> None:
    sheets, _ = put_together([*stack("1 2 1"), *stack("2 1 2", stack=2)])
    assert shown(sheets) == ["1:1+2:2", "3:1", "4:2", "5:1+6:2"]


def test_forms_are_told_apart(stack: Stack) -> None:
    sheets, _ = put_together([*stack("1 2 1"), *stack("2 1 2", forms=["B"])])
    assert shown(sheets) == ["1:1+2:2", "3:1", "4:2", "5:1+6:2"]
    assert [each.form for each in sheets] == ["A", "A", "B", "B"]


def test_sheets_of_another_form_that_lay_turned_over_turn_none_of_these(stack: Stack) -> None:
    mixed = [
        *stack("1 2 1 2 1 2"),
        *stack("1 1", forms=["C"]),
        *stack("2 1", forms=["B"]),
        *stack("2 1", forms=["D"]),
    ]
    sheets, problems = put_together(mixed)
    assert shown(sheets) == sorted(
        ["1:1+2:2", "3:1+4:2", "5:1+6:2", "7:1", "8:1", "10:1+9:2", "12:1+11:2"]
    )
    (told,) = problems
    assert (told.code, str(told.where)) == ("backs-first", "scan.pdf, page 9")
    assert told.message.startswith("In 2 places from here to scan.pdf, page 12 backs come before")
    assert "2 sheets were put together" in told.message


def test_sheets_of_a_stack_that_lay_right_are_not_named_as_turned_over(stack: Stack) -> None:
    sheets, problems = put_together([*stack("1 2 1 2"), *stack("2 1", forms=["B"])])
    (told,) = with_responses(problems, [(each, f"R-{each.form}") for each in sheets])
    assert told.message.endswith("Responses: R-B.")


def test_each_file_whose_backs_came_first_is_told_of(stack: Stack) -> None:
    _, problems = put_together(
        [*stack("2 1"), *stack("2 1", forms=["B"]), *stack("2 1 2 1", stack=2)]
    )
    assert [(each.code, str(each.where)) for each in problems] == [
        ("backs-first", "scan.pdf, page 1"),
        ("backs-first", "scan.pdf, page 5"),
    ]


def test_a_number_ties_pages_wherever_they_are(stack: Stack) -> None:
    mixed = [*stack("1#X 1#Y"), *stack("2#Y 1 2 2#X", stack=2)]
    sheets, problems = put_together(mixed)
    assert shown(sheets) == ["1:1+6:2", "2:1+3:2", "4:1+5:2"]
    assert not problems


def test_photocopies_of_a_numbered_sheet_are_all_kept(stack: Stack) -> None:
    sheets, _ = put_together(stack("1#X 2#X 1#X 2#X 1#X"))
    assert [(each.copy, len(each.sides)) for each in sheets] == [(1, 2), (2, 2), (3, 1)]


def test_a_page_without_a_code_belongs_where_its_other_side_says(stack: Stack) -> None:
    unsure = [*stack("1"), *stack("2", forms=["B", "A"]), *stack("1 2")]
    sheets, problems = put_together(unsure)
    assert shown(sheets) == ["1:1+2:2", "3:1+4:2"]
    assert not problems
    assert {each.form for each in sheets} == {"A"}


def test_a_page_that_may_be_of_two_forms_is_listed(stack: Stack) -> None:
    sheets, problems = put_together([*stack("1 2"), *stack("2", forms=["B", "A"])])
    assert shown(sheets) == ["1:1+2:2"]
    assert [each.code for each in problems] == ["which-form"]
    assert str(problems[0].where) == "scan.pdf, page 3"


def test_the_same_picture_is_taken_once(stack: Stack) -> None:
    pages = stack("1 2")
    sheets, problems = put_together([*pages, *(replace(page, number=9) for page in pages)])
    assert shown(sheets) == ["1:1+2:2"]
    assert [each.code for each in problems] == ["same-picture", "same-picture"]


def test_pages_on_both_sides_of_a_picture_that_was_in_before_are_not_tied(stack: Stack) -> None:
    pages = stack("1 2 1 2")
    again = [*pages[:3], replace(pages[0], number=9), pages[3]]
    sheets, _ = put_together(again)
    assert shown(sheets) == ["1:1+2:2", "3:1", "4:2"]


def test_a_copy_beside_its_picture_parts_no_sheet(stack: Stack) -> None:
    front, back = stack("1 2")
    sheets, _ = put_together([front, replace(front, number=8), back, replace(back, number=9)])
    assert shown(sheets) == ["1:1+2:2"]
