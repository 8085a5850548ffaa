from __future__ import annotations

from itertools import combinations

import cv2
import numpy as np
import pytest

from kit.instrument.mark_patterns import PATTERNS
from kit.instrument.sheet import (
    CELLS,
    INSET,
    MOST_PAGES,
    QUIET,
    code_place,
    corner_marks,
    mark_cells,
    page_of_mark,
)

LETTER, A4 = (215.9, 279.4), (210.0, 297.0)


def test_every_page_has_four_marks_of_its_own() -> None:
    numbers = [mark for page in range(1, MOST_PAGES + 1) for mark, _ in corner_marks(page, *A4)]
    assert len(set(numbers)) == 4 * MOST_PAGES <= len(PATTERNS)
    assert [page_of_mark(number) for number in numbers[:8]] == [1] * 4 + [2] * 4


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_marks_stand_where_a_tilted_sheet_keeps_them(paper: tuple[float, float]) -> None:
    for _, square in corner_marks(1, *paper):
        right, bottom = paper[0] - square.left - square.side, paper[1] - square.top - square.side
        assert 12 <= min(square.left, right) <= 14
        assert 12 <= min(square.top, bottom) <= 14


@pytest.mark.parametrize("paper", [LETTER, A4])
def test_the_code_has_white_around_it(paper: tuple[float, float]) -> None:
    code = code_place(*paper)
    assert code.left + code.side + QUIET < paper[0] - INSET - corner_marks(1, *paper)[2][1].side
    assert code.top + code.side <= paper[1] - INSET


@pytest.mark.parametrize("number", range(len(PATTERNS)))
def test_the_library_that_reads_scans_knows_every_mark(number: int) -> None:
    cells = np.array(mark_cells(number))
    picture = np.where(np.kron(cells, np.ones((20, 20), dtype=bool)), 0, 255).astype(np.uint8)
    picture = np.pad(picture, 40, constant_values=255)
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    _, ids, _ = cv2.aruco.ArucoDetector(dictionary).detectMarkers(picture)
    assert list(np.ravel(ids)) == [number]
    assert cells.shape == (CELLS, CELLS)


def test_no_two_marks_are_alike() -> None:
    assert all(first != second for first, second in combinations(PATTERNS, 2))
