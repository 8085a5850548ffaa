from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.rendering.figures.slope_lines import SlopeLine, draw_slope_lines, slope_lines
from kit.rendering.figures.svg import Drawing

STEP = 7.0
PAIRS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(0, 300)))


def level(value: float) -> float:
    return 35 - (value - 1) * STEP


def laid_out(pairs: list[tuple[int, int, int]]) -> tuple[SlopeLine, ...]:
    return slope_lines(pairs, (0, 40), level, STEP)


def test_a_line_weighs_as_many_as_it_stands_for() -> None:
    few, many = laid_out([(1, 3, 2), (2, 4, 6)])
    assert many.weight == pytest.approx(3 * few.weight)


def test_the_same_answers_given_twice_are_one_line() -> None:
    (line,) = laid_out([(1, 3, 2), (1, 3, 1), (2, 2, 0)])
    assert (line.before, line.now, line.people) == (1, 3, 3)


def test_who_did_not_change_has_a_level_line_at_the_value() -> None:
    line = next(
        line
        for line in laid_out([(2, 2, 3), (2, 4, 5), (1, 2, 4), (3, 2, 1)])
        if line.before == line.now
    )
    assert line.start[1] == line.end[1] == level(2)


@given(pairs=PAIRS)
def test_lines_do_not_lie_on_each_other_where_they_end(pairs: list[tuple[int, int, int]]) -> None:
    lines = laid_out(pairs)
    for one, two in itertools.combinations(lines, 2):
        for mine, theirs in ((one.start, two.start), (one.end, two.end)):
            assert abs(mine[1] - theirs[1]) >= (one.weight + two.weight) / 2 - 1e-6
    for line in lines:
        assert abs(line.start[1] - level(line.before)) < STEP
        assert abs(line.end[1] - level(line.now)) < STEP


@given(pairs=PAIRS)
def test_numbers_are_those_of_the_lines_and_apart(pairs: list[tuple[int, int, int]]) -> None:
    drawing = Drawing(40, 40)
    lines = laid_out(pairs)
    draw_slope_lines(drawing, lines)
    said = sorted(int(text) for text in re.findall(r">(\d+)</text>", "".join(drawing.parts)))
    people = sorted(line.people for line in lines if line.people > 1)
    assert all(said.count(number) <= people.count(number) for number in said)
    assert len(said) > 0 or not people


def test_falling_lines_are_dashed_level_ones_grey() -> None:
    drawing = Drawing(40, 40)
    draw_slope_lines(drawing, laid_out([(1, 3, 1), (4, 4, 1), (5, 2, 1)]))
    paths = {part.count("Z"): part for part in drawing.parts if "#737373" not in part}
    assert sorted(count > 5 for count in paths) == [False, True]
    assert sum("#737373" in part for part in drawing.parts) == 1


def test_dashes_spare_their_number() -> None:
    drawing = Drawing(40, 40)
    draw_slope_lines(drawing, laid_out([(5, 1, 7)]))
    dashes, plate, _ = drawing.parts
    left, wide = (float(re.search(rf' {name}="(\S+)"', plate)[1]) for name in ("x", "width"))  # type: ignore[index]
    for dash in re.findall(r"M([^Z]+)Z", dashes):
        across = [float(corner.split()[0]) for corner in dash.split("L")]
        assert max(across) <= left + 0.01 or min(across) >= left + wide - 0.01
