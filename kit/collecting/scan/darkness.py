"""What is in a box and around it, in figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from kit.collecting.scan.guide import SECTORS
from kit.collecting.scan.picture import PER_MM

if TYPE_CHECKING:
    from kit.collecting.scan.guide import BoxGuide
    from kit.collecting.scan.picture import Gray, Ink

_WHITE: Final = 60
"""The percentile of the paper in and around a box that is its white."""
_DARKEST: Final = 0.25
"""Square millimeters of a box's inside whose darkness tells a pale pen from a black one."""
_SECTOR: Final = 0.12


@dataclass(frozen=True, slots=True)
class BoxSeen:
    """One box.

    `dark` is the darkness of the inside and `inked` how much of it is darker than the paper's
    noise: both as the share that the same stroke would have of a box of 4.2 mm, so that a larger
    box does not make marks paler. All else are shares of 1: `filled` how much of the inside is
    inked, `strength` how dark its darkest strokes are compared with print, `beside` how
    much of the ring around the box is inked, `around` how many twelfths of the ring are,
    `outline` how dark its own printed outline came out. `right` and `down` are the millimeters by
    which the middle of the ink lies off the middle of the box.
    """

    value: str
    dark: float
    inked: float
    filled: float
    strength: float
    beside: float
    around: float
    outline: float
    right: float = 0.0
    down: float = 0.0


def ink_at(page: Gray, box: BoxGuide, right: int, down: int, black: float) -> Ink | None:
    """Give the ink in and around a box that was moved so far; None where that is off the page."""
    part = page[box.top + down : box.bottom + down, box.left + right : box.right + right]
    if part.shape != box.inside.shape or box.top + down < 0 or box.left + right < 0:
        return None
    (white,) = _percentiles(part[box.paper], _WHITE)
    return (white - part.astype(np.float32)) / np.float32(max(white - black, 40.0))


def spread_of(ink: Ink, box: BoxGuide) -> float:
    """Say how uneven the inside of a box is."""
    low, high = _percentiles(ink[box.inside], 15.9, 84.1)
    return (high - low) / 2


def seen(ink: Ink, box: BoxGuide, noise: float) -> BoxSeen:
    """Measure a box on a page whose paper is so noisy."""
    floor = max(0.10, 3 * noise)
    inside = ink[box.inside]
    count = min(inside.size, round(_DARKEST * PER_MM**2))
    share = np.count_nonzero(inside > floor) / inside.size
    darkest = np.partition(inside, inside.size - count)[-count:]
    sectors = np.bincount(box.ring[ink > floor], minlength=SECTORS + 1)[1:]
    there = box.sectors > 0
    touched = sectors[there] / box.sectors[there] > _SECTOR
    right, down = _middle_of(np.where(box.inside & (ink > floor), ink, 0))
    return BoxSeen(
        value=box.value,
        dark=float(inside.mean()) * box.larger,
        inked=share * box.larger,
        filled=share,
        strength=float(darkest.mean()),
        beside=float(sectors.sum() / max(1, int(box.sectors.sum()))),
        around=np.count_nonzero(touched) / SECTORS,
        outline=float(ink[box.outline].mean()) if box.has_outline else 1.0,
        right=right,
        down=down,
    )


def _middle_of(ink: Ink) -> tuple[float, float]:
    """Say how far right of and below the middle of a square its ink lies, in millimeters."""
    whole = float(ink.sum())
    if not whole:
        return 0.0, 0.0
    height, width = ink.shape
    right = float(ink.sum(axis=0) @ np.arange(width)) / whole - (width - 1) / 2
    down = float(ink.sum(axis=1) @ np.arange(height)) / whole - (height - 1) / 2
    return right / PER_MM, down / PER_MM


def _percentiles(values: Gray | Ink, *shares: float) -> list[float]:
    """Give percentiles without what makes numpy's own exact to the last digit, and slow."""
    at = [int(share / 100 * (values.size - 1)) for share in shares]
    parted = np.partition(values, at)
    return [float(parted[each]) for each in at]
