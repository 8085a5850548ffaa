"""Answers in which everyone agrees on something adverse: each one's answer is known from them."""

from __future__ import annotations

from typing import Final

from kit.reporting.disclosure.gate import THRESHOLD

_LONG: Final = 5
"""Options of a scale of which the lower two are adverse; of a shorter one, the lowest is."""


def unanimous_adverse(counts: tuple[int, ...]) -> bool:
    """Say whether all of a group gave an adverse answer; `counts` are from the lowest option up.

    A group under the threshold is none: it is not shown at all.
    """
    adverse = sum(counts[: 2 if len(counts) >= _LONG else 1])
    return len(counts) > 1 and adverse == sum(counts) >= THRESHOLD
