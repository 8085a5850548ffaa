"""How like a page is to a blank, seen from afar: what people wrote is left out of both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import cv2
import numpy as np

if TYPE_CHECKING:
    from kit.collecting.scan.guide import PageGuide
    from kit.collecting.scan.picture import Gray

LEAST: Final = 0.6
"""A page that is less like a blank is not that form. Measured: the right form is 0.85 and more
like, also under stains and shadows, another workshop's 0.75 and less."""
_REACH: Final = 40
"""A fortieth of the width may be off: paper that was fed a little late."""


def likeness(small: Gray, guide: PageGuide) -> float:
    """Say how like a page that was seen from afar is to the blank of a form, up to 1."""
    if small.shape != guide.small.shape:
        return 0.0
    empty = np.where(guide.for_answers, np.uint8(255), small)
    rim = max(2, small.shape[1] // _REACH)
    inner = empty[rim:-rim, rim:-rim]
    found = cv2.matchTemplate(guide.small, inner, cv2.TM_CCOEFF_NORMED)
    return float(np.nan_to_num(np.asarray(found)).max())
