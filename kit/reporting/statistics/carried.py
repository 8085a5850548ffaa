"""What a number of answers carries: which figures may be printed, and with how many decimals."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

PERCENT_FROM: Final = 10
"""Below, x of n says it all: one answer would be more than ten percent."""
MEAN_FROM: Final = 10
SD_FROM: Final = 10
TEST_FROM: Final = 10
"""Pairs. Below, hardly any change could be told from chance, and p would say nothing."""
EXPLORATORY_BELOW: Final = 30
"""What is tested with fewer pairs is labelled exploratory."""
SECOND_DECIMAL_FROM: Final = 100
"""From here on, means and standard deviations have two decimals."""

_SMALLEST_P: Final = Decimal("0.001")
_LARGEST_P: Final = Decimal("0.99")


def percent_allowed(n: int) -> bool:
    """Say whether so many answers carry percents."""
    return n >= PERCENT_FROM


def mean_allowed(n: int) -> bool:
    """Say whether so many answers carry a mean."""
    return n >= MEAN_FROM


def sd_allowed(n: int) -> bool:
    """Say whether so many answers carry a standard deviation."""
    return n >= SD_FROM


def test_allowed(n: int) -> bool:
    """Say whether so many pairs carry a test, and with it an effect."""
    return n >= TEST_FROM


def exploratory(n: int) -> bool:
    """Say whether a test of so many pairs is to be labelled exploratory."""
    return n < EXPLORATORY_BELOW


def decimals(n: int) -> int:
    """Give the number of decimals that a mean or standard deviation of so many answers has."""
    return 2 if n >= SECOND_DECIMAL_FROM else 1


def rounded(value: float, n: int) -> str:
    """Write a mean or standard deviation of n answers: halves are rounded up, away from zero."""
    return _fixed(Decimal(repr(value)), decimals(n))


def whole(numerator: int, denominator: int) -> int:
    """Divide and round to a whole number: halves are rounded up, away from zero."""
    size = (2 * abs(numerator) + denominator) // (2 * denominator)
    return size if numerator >= 0 else -size


def percent(successes: int, n: int) -> str:
    """Write a share as a whole percent; "0%" and "100%" are said of none and all alone.

    Raises:
        ValueError: there is no answer, or more successes than answers.
    """
    if n < 1 or not 0 <= successes <= n:
        raise ValueError(f"no share: {successes} of {n}")
    found = whole(100 * successes, n)
    if found == 0 and successes:
        return "<1%"
    if found == 100 and successes < n:  # noqa: PLR2004 - all of them
        return ">99%"
    return f"{found}%"


def p_value(p: float) -> str:
    """Write a p-value as journals do: no zero before the point, at most three decimals.

    No more than two digits after the zeros, at least two decimals: "p = .03", "p = .041",
    "p = .50". What is smaller or larger is said as such, "p < .001" and "p > .99": a p is never
    0 and never 1. Publication Manual of the American Psychological Association (2020), section
    6.36, asks for two or three decimals.

    Raises:
        ValueError: it is no probability.
    """
    if not 0 <= p <= 1:
        raise ValueError(f"not a probability: {p}")
    exact = Decimal(repr(float(p)))
    if exact < _SMALLEST_P:
        return "p < .001"
    if exact > _LARGEST_P:
        return "p > .99"
    # A first digit after one zero or none leaves room for the second one.
    text = _fixed(exact, 2 if exact >= Decimal("0.0995") else 3).removeprefix("0")
    return f"p = {text.removesuffix('0') if len(text) > len('.00') else text}"


def _fixed(value: Decimal, places: int) -> str:
    text = str(value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))
    # No minus before what was rounded to nothing.
    return text.removeprefix("-") if not text.strip("-0.") else text
