"""Which workshops, and which sessions of cohorts, a request asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.errors import KitError, Problem

if TYPE_CHECKING:
    from kit.library import Library
    from kit.pipeline.request import Request


def names_asked_for(request: Request, library: Library) -> tuple[str, ...]:
    """Name the workshops, and the sessions of cohorts as `cohort/session`, that are asked for.

    With workshops and cohorts, these are the cohorts' sessions of these workshops.

    Raises:
        KitError: there is none.
    """
    names = () if request.cohorts else request.workshops
    if not names and not request.cohorts:
        names = request.all_names(library)
    cohorts = library.own_cohort_names() if request.is_everything else request.cohorts
    if cohorts:
        from kit.pipeline.sessions_asked import session_names  # noqa: PLC0415 - loads the definitions

        names = (*names, *session_names(cohorts, library, request.workshops))
    if not names:
        raise KitError([_no_workshops()])
    return names


def _no_workshops() -> Problem:
    return Problem(
        "no-workshops",
        "There is no workshop here to make anything of.",
        hint="`kit init my-workshops` makes a folder with one to start from.",
    )
