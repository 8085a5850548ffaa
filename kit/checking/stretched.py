"""Activities that a session of many minutes has stretched far beyond what was planned for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.errors import Place
    from kit.tailoring.tailor import TailoredWorkshop


def stretched(tailored: TailoredWorkshop, where: Place) -> Iterator[Problem]:
    """Tell of activities that became more than half as long again, together in one warning."""
    fitted = tailored.fitted
    far = [each for each in fitted.changes if 2 * each[2] > 3 * each[1]] if fitted else []
    if not far:
        return
    named = ", ".join(f"`{name}` ({now} in place of {before})" for name, before, now in far)
    yield Problem(
        "activities-stretched",
        f"To fill {tailored.minutes} minutes, activities become more than half as long again: "
        f"{named}.",
        where,
        "People run out of work before they run out of time. Give the session fewer minutes, make "
        "two of it, or write activities of your own under `add`.",
        Severity.WARNING,
    )
