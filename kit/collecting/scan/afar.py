"""A page seen from afar: what it is can be told, what people wrote on it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from kit.collecting.scan.picture import Gray

AFAR: Final = 8
"""A page is looked at with an eighth of its dots: 25 to an inch."""


def seen_from_afar(page: Gray) -> Gray:
    """Reduce a straightened page."""
    height, width = page.shape
    size = (width // AFAR, height // AFAR)
    return np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
