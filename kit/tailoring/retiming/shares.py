"""Shares of a number of minutes, as whole minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def apportion(minutes: int, shares: Sequence[int]) -> tuple[int, ...]:
    """Divide minutes by shares into whole minutes that add up (the method of largest remainders).

    What is left over after rounding down goes to the largest remainders, of equal ones to the
    earlier. No shares divide nothing into nothing.

    Raises:
        ValueError: there is something to divide and nothing to divide it by, or a negative number.
    """
    if minutes < 0 or any(share < 0 for share in shares):
        raise ValueError("Minutes and shares cannot be negative.")
    whole = sum(shares)
    if not whole:
        if minutes:
            raise ValueError("There are minutes to divide, but no shares.")
        return (0,) * len(shares)
    parts = [minutes * share // whole for share in shares]
    remainders = [minutes * share % whole for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda index: -remainders[index])
    for index in by_remainder[: minutes - sum(parts)]:
        parts[index] += 1
    return tuple(parts)
