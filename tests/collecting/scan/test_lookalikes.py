from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from kit.answers.response import Answer
from kit.answers.store import Store
from kit.collecting.scan.lookalikes import BoxLook, LikeSheet, Looks, is_same_sheet, look_of
from kit.collecting.scan.page_read import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[..., Any]


@pytest.mark.slow
def test_a_sheet_is_known_again_and_its_neighbor_is_not(
    fill: Make, scan: Make, as_page: Make, known: Any
) -> None:
    def look(page: Any, condition: str, seed: int) -> Any:
        return look_of(read(as_page(scan(page, condition, seed)), known).content.answers)  # type: ignore[union-attr]

    pages = [fill(seed).pages[0] for seed in (21, 22)]
    looks = [look(page, "clean, 200 dpi", 1) for page in pages]
    for at, page in enumerate(pages):
        for condition in ("upside down, 200 dpi", "clean, 150 dpi"):
            again = look(page, condition, 2)
            assert [is_same_sheet(again, each) for each in looks] == [
                at == other for other in range(2)
            ]


def test_a_sheet_with_hardly_a_mark_is_like_no_other() -> None:
    few = {("q", "1"): BoxLook(0.2), ("q", "2"): BoxLook(0.0)}
    assert not is_same_sheet(few, few)


def test_the_same_answers_in_another_hand_are_another_sheet() -> None:
    one = {(f"q{at}", "1"): BoxLook(0.20) for at in range(14)}
    other = {box: BoxLook(0.20 + 0.02 * at) for at, box in enumerate(one)}
    assert is_same_sheet(one, dict(one))
    assert not is_same_sheet(one, other)


def test_marks_as_dark_elsewhere_in_the_boxes_are_another_sheet() -> None:
    one, again, other = (
        {(f"q{at}", "5"): BoxLook(0.2, (0.1 * (at % 3) + right, 0.2)) for at in range(14)}
        for right in (0.0, 0.03, 0.2)
    )
    assert is_same_sheet(one, again)
    assert not is_same_sheet(one, other)


def test_two_numbers_are_two_sheets_however_alike(forms: Any, tmp_path: Path) -> None:
    form = forms["managing-up"].form_map.description
    answers = [Answer(f"q{at}", ("5",), evidence={"dark": {"5": 0.2}}) for at in range(9)]
    with Store.at(tmp_path / "answers.db") as store:
        looks = Looks(store)
        looks.remember(form, tuple(answers), "SHEET-1", "RESPONSE")
        assert looks.like(form, answers, "SHEET-2") is None
        assert looks.like(form, answers, None) is None
        assert looks.like(form, answers, "SHEET-1") == LikeSheet("RESPONSE", whole=False)
