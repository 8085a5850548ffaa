"""How sure a proportion is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """From where to where a share of 1 may well lie."""

    low: float
    high: float


def wilson(successes: int, n: int, level: float = 0.95) -> Interval:
    """Give Wilson's score interval without continuity correction, by SciPy.

    Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal
    of the American Statistical Association 22, 209-212; method 3 of Newcombe (1998), "Two-sided
    confidence intervals for the single proportion: comparison of seven methods", Statistics in
    Medicine 17, 857-872, who recommends it for small samples, too.

    Raises:
        ValueError: there is no answer, there are more successes than answers, or the level is no
            share.
    """
    if n < 1 or not 0 <= successes <= n or not 0 < level < 1:
        raise ValueError(f"no interval of {successes} in {n} at {level}")
    from scipy.stats import binomtest  # noqa: PLC0415 - heavy, and of an extra

    found = binomtest(successes, n).proportion_ci(confidence_level=level, method="wilson")
    # Rounding may lead a hair's breadth beyond what a share can be, or past the share itself.
    share = successes / n
    return Interval(min(share, max(0.0, float(found.low))), max(share, min(1.0, float(found.high))))
