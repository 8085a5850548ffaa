"""What a session's documents depend on besides the workshop itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kit.errors import KitError, Problem

Paper = Literal["letter", "a4"]


@dataclass(frozen=True, slots=True)
class Setting:
    """Start on the clock (24 hours, `13:00`), paper, and how many participants to print for."""

    start: str = "13:00"
    paper: Paper = "letter"
    participants: int | None = None

    def __post_init__(self) -> None:
        """Refuse a start that no clock shows."""
        minutes_of_clock(self.start)


def minutes_of_clock(clock: str) -> int:
    """Turn `13:05` into minutes since midnight; KitError where it is no time of day."""
    hours, _, minutes = clock.partition(":")
    if (
        hours.isascii()
        and minutes.isascii()
        and hours.isdigit()
        and minutes.isdigit()
        and len(hours) <= 2  # noqa: PLR2004
        and len(minutes) == 2  # noqa: PLR2004
        and int(hours) < 24  # noqa: PLR2004
        and int(minutes) < 60  # noqa: PLR2004
    ):
        return int(hours) * 60 + int(minutes)
    raise KitError(
        [
            Problem(
                "start-time",
                f"“{clock}” is not a time of day.",
                hint="Write it with 24 hours, for example 09:00 or 13:30.",
            )
        ]
    )


def clock_after(start: str, minutes: int) -> str:
    """Give the time of day some minutes after a start, as `9:05` or `13:20`."""
    total = (minutes_of_clock(start) + minutes) % (24 * 60)
    return f"{total // 60}:{total % 60:02}"
