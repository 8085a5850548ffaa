"""A cohort's own wording of a case is one that somebody gets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kit.errors import Problem
from kit.suggestion import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.tailoring.session import LoadedSession


def wordings(session: LoadedSession) -> Iterator[Problem]:
    """Tell of words for an audience that the workshop does not have: they would be lost."""
    name = session.session.workshop
    changes = session.cohort.cohort.workshops.get(name)
    known = session.loaded.workshop.audiences
    for thing, fields in changes.change.items() if changes else ():
        versions = fields.get("versions")
        if thing not in session.loaded.scenarios or not isinstance(versions, Mapping):
            continue
        for audience in versions:
            if audience not in known:
                yield Problem(
                    "unknown-audience",
                    f"This workshop has no wording `{audience}` under `audiences`.",
                    session.cohort.place(
                        *("workshops", name, "change", thing, "versions", audience), key=True
                    ),
                    did_you_mean(audience, known),
                )
