"""How long a session is, by what its cohort and its workshop say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.definitions.cohort import Cohort, Session


def session_minutes(session: Session, cohort: Cohort, lengths: Mapping[str, int]) -> int | None:
    """Give a session's minutes: its own, or those of its length, which its cohort may change.

    `lengths` are the workshop's, the first of which is the usual one. None where it has no such
    length.
    """
    if session.minutes is not None:
        return session.minutes
    changes = cohort.workshops.get(session.workshop)
    changed = changes.change.get("workshop", {}).get("lengths") if changes else None
    every = {**lengths, **changed} if isinstance(changed, Mapping) else dict(lengths)
    minutes = every.get(session.length or next(iter(every), ""))
    return minutes if isinstance(minutes, int) else None
