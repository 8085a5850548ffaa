"""Sessions to which the same people may have come: those of one cohort."""

from __future__ import annotations

from collections import Counter
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


def fewest_people(sessions: Iterable[str]) -> int:
    """Give the fewest people from whom forms can be, whose sessions these are, one for each form.

    Of the sessions of one cohort, all people of the smaller ones may have been at the largest.
    """
    most: dict[str, int] = {}
    for session, forms in Counter(sessions).items():
        cohort, inside, _ = session.partition("/")
        name = cohort + inside
        most[name] = max(forms, most.get(name, 0))
    return sum(most.values())
