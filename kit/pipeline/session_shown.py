"""When and where a session is, with whom and on what paper, and where each of it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kit.reading.nodes import Mapping

if TYPE_CHECKING:
    from kit.errors import Place
    from kit.tailoring.session import LoadedSession

SESSION: Final = "session"
"""The key under which it is shown."""
_KEYS: Final = (
    *("id", "date", "start", "time_zone", "place", "instructors", "paper", "participants"),
    *("form_address", "follow_up_address"),
)


def session_shown(session: LoadedSession) -> dict[str, Any]:
    """Give a session as plain data; what neither it nor its cohort says is left out."""
    own, cohort = session.session, session.cohort.cohort
    found: dict[str, Any] = {"cohort": session.cohort.name}
    for key in _KEYS:
        value = getattr(own, key, None) or getattr(cohort, key, None)
        if value:
            found[key] = list(value) if isinstance(value, tuple) else value
    return {**found, "paper": str(cohort.paper.value)}


def place_of(session: LoadedSession, key: str) -> Place | None:
    """Say where a part of it was written: at the session, for all of them, or nowhere."""
    if getattr(session.session, key, None):
        return session.cohort.place("sessions", session.number - 1, key)
    node = session.cohort.source.node
    if isinstance(node, Mapping) and key in node.entries:
        return session.cohort.place(key)
    return None
