"""What holds for a whole page: its noise, and how its writer marks."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.collecting.scan.darkness import BoxSeen

LEAST_TRACE: Final = 0.020
LEAST_MARK: Final = 0.055
_SPREADS: Final = 8
_TIMES: Final = 1.8
FILLED: Final = 0.90
"""A box inked to this share is filled."""
INKED_MARK: Final = 0.11
_FEW: Final = 3


@dataclass(frozen=True, slots=True)
class Manner:
    """How to read the boxes of one page.

    A box from `trace` on has something in it, from `mark` on it is marked. `fills` says that the
    writer fills boxes rather than crossing them: a filled box is then no correction. `usual` is
    the darkness of the writer's marks' strokes, 0 where there are too few; `outline` that of the
    printed outlines of the boxes.
    """

    trace: float
    mark: float
    fills: bool
    crosses: bool
    usual: float
    outline: float
    two_tone: bool


def manner_of(boxes: Sequence[BoxSeen], *, two_tone: bool) -> Manner:
    """Judge the boxes of a page together."""
    darks = [box.dark for box in boxes]
    middle = median(darks) if darks else 0.0
    apart = median(abs(dark - middle) for dark in darks) if darks else 0.0
    # Where most boxes of a page are marked their median says nothing of the empty ones.
    trace = min(max(LEAST_TRACE, middle + _SPREADS * apart), 2 * LEAST_TRACE)
    mark = max(LEAST_MARK, _TIMES * trace)
    marked = [box for box in boxes if box.dark >= mark and box.inked >= INKED_MARK]
    filled = [box for box in marked if box.filled >= FILLED]
    strengths = [box.strength for box in marked]
    return Manner(
        trace=trace,
        mark=mark,
        fills=2 * len(filled) > len(marked),
        crosses=len(marked) - len(filled) >= _FEW and len(filled) * 4 <= len(marked),
        usual=median(strengths) if len(strengths) >= _FEW else 0.0,
        outline=median(box.outline for box in boxes) if boxes else 1.0,
        two_tone=two_tone,
    )
