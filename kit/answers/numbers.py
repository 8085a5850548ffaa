"""Sets of numbers as they lie in the ledger: a byte or so for each."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ON: Final = 255
"""A byte that is no number by itself: its distance goes on in the next one."""


def packed(numbers: Iterable[int]) -> bytes:
    """Write down a set of numbers from 0 on: in order, each by its distance to the one before."""
    return bytes(_distances(sorted(set(numbers))))


def unpacked(written: bytes) -> frozenset[int]:
    """Read a set of numbers."""
    reached = zip(accumulate(written), written, strict=True)
    return frozenset(number for number, distance in reached if distance != _ON)


def _distances(numbers: Iterable[int]) -> Iterator[int]:
    before = 0
    for number in numbers:
        far, near = divmod(number - before, _ON)
        yield from (_ON for _ in range(far))
        yield near
        before = number
