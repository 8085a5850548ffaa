"""How often each value of a scale was given, and the figures that follow from that."""

from __future__ import annotations

import math
import statistics
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_TWO: Final = 2
"""A standard deviation takes two answers."""


@dataclass(frozen=True, slots=True)
class Distribution:
    """The answers to one item.

    `counts` are the numbers of answers from the lowest value of the scale to the highest, `first`
    is the lowest value. Every following value is one more.
    """

    counts: tuple[int, ...]
    first: int = 1

    def __post_init__(self) -> None:
        if not self.counts or min(self.counts) < 0:
            raise ValueError("a distribution is one count or more, none of them below zero")

    @classmethod
    def of(cls, values: Iterable[int], size: int, first: int = 1) -> Distribution:
        """Count answers on a scale of `size` values.

        Raises:
            ValueError: an answer is no value of the scale.
        """
        seen = Counter(values)
        scale = range(first, first + size)
        if strange := sorted(set(seen) - set(scale)):
            raise ValueError(f"not on a scale of {first} to {first + size - 1}: {strange}")
        return cls(tuple(seen[value] for value in scale), first)

    @property
    def n(self) -> int:
        """Give the number of answers."""
        return sum(self.counts)

    @property
    def mean(self) -> float:
        """Give the arithmetic mean.

        Raises:
            ValueError: there is no answer.
        """
        self._need_answers()
        return self._sum(1) / self.n

    @property
    def sd(self) -> float | None:
        """Give the standard deviation of a sample, which divides by n - 1; None below two answers.

        Computed from whole numbers, (n Σx² - (Σx)²) / (n (n - 1)), so that nothing cancels out.
        """
        n = self.n
        if n < _TWO:
            return None
        return math.sqrt((n * self._sum(2) - self._sum(1) ** 2) / (n * (n - 1)))

    @property
    def median(self) -> float:
        """Give the middle answer, or the mean of the two in the middle.

        Raises:
            ValueError: there is no answer.
        """
        self._need_answers()
        return float(statistics.median(self._values()))

    @property
    def quartiles(self) -> tuple[float, float]:
        """Give the first and the third quartile.

        They are interpolated as in Hyndman and Fan (1996), "Sample quantiles in statistical
        packages", The American Statistician 50(4), definition 7: the one of R, NumPy and Excel's
        QUARTILE.INC.

        Raises:
            ValueError: there is no answer.
        """
        self._need_answers()
        values = self._values()
        if len(values) < _TWO:
            return float(values[0]), float(values[0])
        low, _, high = statistics.quantiles(values, n=4, method="inclusive")
        return float(low), float(high)

    def top(self, boxes: int) -> int:
        """Give the number of answers in the highest values, such as 4 and 5 of 5 for two boxes.

        Raises:
            ValueError: the scale has not so many values.
        """
        self._need_boxes(boxes)
        return sum(self.counts[len(self.counts) - boxes :])

    def bottom(self, boxes: int) -> int:
        """Give the number of answers in the lowest values.

        Raises:
            ValueError: the scale has not so many values.
        """
        self._need_boxes(boxes)
        return sum(self.counts[:boxes])

    def _values(self) -> list[int]:
        counted = enumerate(self.counts, self.first)
        return [value for value, count in counted for _ in range(count)]

    def _sum(self, power: int) -> int:
        return sum(value**power * count for value, count in enumerate(self.counts, self.first))

    def _need_answers(self) -> None:
        if not self.n:
            raise ValueError("there is no answer")

    def _need_boxes(self, boxes: int) -> None:
        if not 0 <= boxes <= len(self.counts):
            raise ValueError(f"{boxes} boxes of a scale with {len(self.counts)} values")
