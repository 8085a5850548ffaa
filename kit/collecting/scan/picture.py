"""A page as numbers: shades of grey, 0 black to 255 white, and how many of them to a millimeter."""

from __future__ import annotations

from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

Gray: TypeAlias = NDArray[np.uint8]
Ink: TypeAlias = NDArray[np.float32]
"""0 is bare paper, 1 as black as the corner marks; what is brighter than the paper is below 0."""
Mask: TypeAlias = NDArray[np.bool_]

DPI: Final = 200
"""Every page is straightened to this, whatever it was scanned at."""
PER_MM: Final = DPI / 25.4


def dots(millimeters: float) -> int:
    """Give a length in dots of a straightened page."""
    return round(millimeters * PER_MM)
