from __future__ import annotations

import pytest

from kit.press.preflight.proof import on_pages, quoted, rounded


@pytest.mark.parametrize(
    ("numbers", "named"),
    [([3], "Page 3"), ([1, 2], "Pages 1 and 2"), ([1, 2, 3, 4], "Pages 1 to 4"),
     ([1, 3, 4], "Pages 1, 3 and 4")],
)  # fmt: skip
def test_pages_are_named_in_short(numbers: list[int], named: str) -> None:
    assert on_pages(numbers) == named


def test_a_long_text_is_cut_between_words_and_keeps_its_quotes_apart() -> None:
    assert quoted("  She said\n“no”. ") == "“She said \u2018no’.”"
    assert quoted("word " * 20) == f"“{'word ' * 11}word …”"
    assert quoted("w" * 70) == f"“{'w' * 60} …”"


def test_numbers_are_rounded_up_to_what_one_would_say() -> None:
    assert [rounded(number) for number in (0.2, 3.4, 5, 6, 23)] == [1, 3, 5, 10, 25]
