"""Sessions to which the same people may have come: those of one cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def same_people(sessions: Iterable[str]) -> bool:
    """Say whether several of these, which are named `cohort/session`, are of one cohort.

    What they gave back is forms then, and no longer people: forms have no names, so nobody can tell
    how often one person is among them. Sessions without a cohort are taken to be for other people.
    """
    cohorts = [each.partition("/")[0] for each in set(sessions) if "/" in each]
    return len(cohorts) > len(set(cohorts))
