from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kit.rendering.figures.text_fit import fit, fit_alike, height_of, lines_in, wrapped
from kit.rendering.figures.text_width import Face

SIZES = (10.0, 8.0, 6.0)


def test_a_short_text_keeps_the_largest_size() -> None:
    fitted = fit("Career", (40, 12), SIZES)
    assert (fitted.lines, fitted.size, fitted.whole) == (("Career",), 10.0, True)


def test_lines_are_of_about_one_length() -> None:
    assert fit("Introductions and visibility now", (40, 12), SIZES).lines == (
        "Introductions",
        "and visibility now",
    )


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("work/life", ("work/", "life")),
        ("first-meeting", ("first-", "meeting")),
        ("a — b", ("a — b",)),
        ("now–then", ("now–", "then")),
    ],
)
def test_lines_break_after_hyphens_slashes_and_dashes(text: str, lines: tuple[str, ...]) -> None:
    assert fit(text, (12.5, 12), SIZES[:1]).lines == lines


def test_type_shrinks_before_a_word_is_broken() -> None:
    assert wrapped("Accountability", 20, 10, Face.REGULAR) is None
    fitted = fit("Accountability", (20, 12), SIZES)
    assert fitted.lines == ("Accountability",)
    assert fitted.size < 10


def test_what_does_not_fit_ends_in_an_ellipsis_and_says_so() -> None:
    fitted = fit("one two three four five six seven eight nine ten", (12, 5), SIZES)
    assert fitted.lines[-1].endswith("…")
    assert not fitted.whole


def test_a_text_of_nothing_is_one_empty_line() -> None:
    assert fit(" \u0000 ", (10, 5), SIZES).lines == ("",)


def test_a_height_takes_the_lines_that_it_was_made_for() -> None:
    assert [lines_in(height_of(count, 9), 9) for count in range(1, 6)] == [1, 2, 3, 4, 5]


@example("\uac01", 6.0, 4.0, 1)  # one sign, wider than the room as far as the table knows
@given(st.text(max_size=200), st.floats(6, 80), st.floats(4, 30), st.integers(1, 4))
def test_any_text_stays_in_its_room(text: str, across: float, down: float, most: int) -> None:
    fitted = fit(text, (across, down), SIZES, most_lines=most)
    assert fitted.width <= across + 0.01
    assert len(fitted.lines) <= most
    assert fitted.height <= down + 0.01
    assert len(fitted.baselines) == len(fitted.lines)


@given(st.lists(st.sampled_from(["needs", "a-b", "x/y", "é", "mentoring"]), max_size=12))
def test_a_whole_text_keeps_every_character(words: list[str]) -> None:
    text = " ".join(words)
    fitted = fit(text, (30, 60), SIZES, most_lines=20)
    assert fitted.whole
    assert "".join(fitted.lines).replace(" ", "") == text.replace(" ", "")


def test_texts_that_stand_together_are_set_alike() -> None:
    one, two = fit_alike(["Career", "Accountability"], 20, SIZES)
    assert one.size == two.size == fit("Accountability", (20, 12), SIZES).size < 10
    assert fit_alike([], 20, SIZES) == ()
