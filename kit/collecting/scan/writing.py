"""Places for words: whether something is written there. What it says, a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

from kit.collecting.scan.picture import dots

if TYPE_CHECKING:
    from kit.collecting.scan.guide import PageGuide
    from kit.collecting.scan.picture import Gray
    from kit.instrument.form_map import WritingArea

_LEAST: Final = 1.5
"""Millimeters: a smaller blot is dirt."""
_DARK: Final = 0.16
_NOISES: Final = 5
_DOTS: Final = 10
MARGIN: Final = 2.0
"""What is shown of a place reaches so far beyond it: hands do not stop at the last line."""


def is_written(page: Gray, guide: PageGuide, area: WritingArea, black: float, noise: float) -> bool:
    """Look for connected ink that is not printed and larger than dirt."""
    left, top, right, bottom = _bounds(area, page, 0)
    part = page[top:bottom, left:right]
    if not part.size:
        return False
    white = float(np.percentile(part, 70))
    floor = max(_DARK, _NOISES * noise) * max(white - black, 40.0)
    ink = (part < white - floor) & ~guide.printed[top:bottom, left:right]
    # Printed lines cut letters in two: what is left on both sides of one belongs together.
    joined = cv2.dilate(ink.astype(np.uint8), np.ones((3, 3), np.uint8))
    _, _, found, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    sides = found[1:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1, initial=0)
    return bool(((sides >= dots(_LEAST)) & (found[1:, cv2.CC_STAT_AREA] >= _DOTS)).any())


def shown_of(page: Gray, area: WritingArea) -> Gray:
    """Cut out what a person is shown of a place for words."""
    left, top, right, bottom = _bounds(area, page, MARGIN)
    return page[top:bottom, left:right]


def _bounds(area: WritingArea, page: Gray, margin: float) -> tuple[int, int, int, int]:
    height, width = page.shape
    return (
        max(0, dots(area.left - margin)),
        max(0, dots(area.top - margin)),
        min(width, dots(area.left + area.width + margin)),
        min(height, dots(area.top + area.height + margin)),
    )
