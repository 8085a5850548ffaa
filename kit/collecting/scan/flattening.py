"""A page under even light: shadows, gradients and yellowed paper taken out, ink kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from kit.collecting.scan.picture import Gray

_STEP: Final = 8
_WIDEST: Final = 13
"""In steps: about 13 mm. Whatever dark thing is smaller is ink, a filled box among it."""
PAPER: Final = 245
"""The shade that bare paper gets: some room is left for what is brighter."""


def flattened(page: Gray) -> Gray:
    """Divide a page by the brightness of its paper, place by place."""
    height, width = page.shape
    small = cv2.resize(
        page, (max(1, width // _STEP), max(1, height // _STEP)), interpolation=cv2.INTER_AREA
    )
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (_WIDEST, _WIDEST))
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, kernel)
    paper = cv2.GaussianBlur(paper, (9, 9), 0)
    full = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(page, np.maximum(full, 24), scale=PAPER), dtype=np.uint8)
