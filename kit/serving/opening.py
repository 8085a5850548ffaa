"""When a form is open: from one time of the day to another, or until the server is ended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from kit.errors import KitError, Problem

GRACE: Final = timedelta(minutes=10)
"""After the form has closed, answers from pages that were opened before are taken for so long: a
phone may have been without a connection."""

_CLOCK: Final = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]")

State = Literal["before", "open", "closed"]


@dataclass(frozen=True, slots=True)
class Opening:
    """From when until when a form is given out; None: from the start, until it is ended."""

    opens: datetime | None = None
    closes: datetime | None = None

    def state(self, now: datetime) -> State:
        """Say whether a page that is opened now has the form."""
        if self.opens and now < self.opens:
            return "before"
        return "closed" if self.closes and now >= self.closes else "open"

    def takes(self, now: datetime) -> bool:
        """Say whether answers that come in now are taken."""
        begun = not self.opens or now >= self.opens
        return begun and not (self.ends and now >= self.ends)

    @property
    def ends(self) -> datetime | None:
        """When nothing is taken any more."""
        return self.closes + GRACE if self.closes else None


def opening_of(opens: str | None, closes: str | None, now: datetime) -> Opening:
    """Read two times of today, such as 15:45 and 16:30.

    Raises:
        KitError: one is no time of day, it would close before it opens, or it is past already.
    """
    first = _today(opens, "--from", now) if opens else None
    last = _today(closes, "--until", now) if closes else None
    if last and last <= now:
        message = f"It is {now:%H:%M}: `--until {closes}` is past already."
        raise KitError([Problem("closing-past", message, hint="Give a later time of today.")])
    if first and last and last <= first:
        message = f"The form would close at {closes} before it opens at {opens}."
        raise KitError([Problem("closing-first", message, hint="Give a later time to close at.")])
    return Opening(first, last)


def _today(clock: str, option: str, now: datetime) -> datetime:
    hours, _, minutes = clock.strip().partition(":")
    if _CLOCK.fullmatch(clock.strip()):
        return now.replace(hour=int(hours), minute=int(minutes), second=0, microsecond=0)
    message = f"`{option} {clock}` is not a time of day."
    hint = "Write it with 24 hours, for example 09:00 or 16:30."
    raise KitError([Problem("start-time", message, hint=hint)])
