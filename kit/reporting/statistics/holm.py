"""Several tests at once: p-values raised so that chance finds no more than in a single one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def holm(p: Sequence[float]) -> tuple[float, ...]:
    """Give the adjusted p-values, in the order in which they came.

    Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
    Statistics 6, 65-70, as adjusted values: the i-th smallest of m is multiplied by m - i + 1; none
    is smaller than one before it, or larger than 1 (Wright 1992, Biometrics 48, 1005-1013).

    Raises:
        ValueError: one is no probability.
    """
    if not all(0 <= each <= 1 for each in p):
        raise ValueError("not all are probabilities")
    adjusted = [0.0] * len(p)
    least = 0.0
    for done, at in enumerate(sorted(range(len(p)), key=p.__getitem__)):
        least = max(least, min(1.0, (len(p) - done) * p[at]))
        adjusted[at] = least
    return tuple(adjusted)
