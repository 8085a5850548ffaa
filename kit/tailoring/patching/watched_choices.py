"""What a cohort chooses by a rule, and what comes of it in the workshop as it is now.

The rule stays as it is written while its result follows the workshop: a theme or a number of cases,
the sheets that leave with an activity, an order of its own, the minutes to fit to. Results
are kept as they are, ids and numbers, so that what is another now can be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.tailoring.orders import ACTIVITIES, CASES, QUESTIONS, WORKSHEETS, by_kind
from kit.tailoring.patching.beneath import Beneath, digest_of
from kit.tailoring.tailor import end_items, ids_by_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kit.definitions.cohort import Session, WorkshopChanges
    from kit.errors import Place
    from kit.reading.cohort import LoadedCohort
    from kit.reading.workshop import LoadedWorkshop

CHOSEN_CASES: Final = "Other cases are chosen here now"
LEAVING: Final = "Something else leaves the session now with what is left out here"
ORDERED: Final = {
    ACTIVITIES: "The workshop’s own agenda, whose order this replaces, is another now",
    WORKSHEETS: "The workshop’s own worksheets, whose order this replaces, are others now",
    CASES: "The workshop’s own cases, whose order this replaces, are others now",
    QUESTIONS: "The workshop’s own questions, whose order this replaces, are others now",
}
FITTED: Final = "The agenda is fitted in another way now"
BETWEEN: Final = "; "
CHOSEN: Final = "="
"""Begins the paths of choices, before the session, what is chosen, and the digest of the rule."""

_WORKSHOPS: Final = "workshops"


def watched_choices(
    cohort: LoadedCohort,
    session: Session,
    plain: LoadedWorkshop,
    changed: LoadedWorkshop,
    cases: Sequence[str] | None,
) -> Iterator[Beneath]:
    """Give the results of a cohort's choices in one workshop: cases, what leaves, and the order.

    `plain` is the workshop as it was written, `changed` has the cohort's changes in it.
    """
    changes = cohort.cohort.workshops.get(session.workshop)
    if changes is None:
        return
    at = (_WORKSHOPS, session.workshop)
    here = f"{CHOSEN}{session.id}"
    selection = changes.scenarios
    if selection and cases and (selection.themes or selection.count is not None):
        # Another rule of the cohort's own is no change of the workshop.
        rule = digest_of(repr((selection, changes.leave_out, changes.add, cohort.cohort.audience)))
        titles = {each.id: each.title for each in changed.scenarios.values()}
        yield _listed(
            f"{here}/scenarios/{rule[:16]}",
            cases,
            cohort.place(*at, "scenarios", key=True),
            plain.place("scenarios"),
            CHOSEN_CASES,
            titles,
        )
    if changes.leave_out:
        gone = _ids(plain) - _ids(changed) - {*changes.leave_out}
        if cases is not None:
            gone -= plain.scenarios.keys()
        rule = digest_of(repr((changes, session.length, session.minutes)))
        yield _listed(
            f"{here}/leave_out/{rule[:16]}",
            sorted(gone),
            cohort.place(*at, "leave_out", key=True),
            plain.place("agenda"),
            LEAVING,
        )
    for kind, names in _usual_orders(plain, changed, changes).items():
        yield _listed(
            f"{here}/order" if kind == ACTIVITIES else f"{here}/order/{kind}",
            names,
            cohort.place(*at, "order", key=True),
            plain.place("evaluation" if kind == QUESTIONS else "agenda"),
            ORDERED[kind],
        )


def _usual_orders(
    plain: LoadedWorkshop, changed: LoadedWorkshop, changes: WorkshopChanges
) -> dict[str, list[str]]:
    """Give what the workshop has itself of each kind that the cohort has in an order of its own."""
    uses = dict.fromkeys(name for activity in plain.workshop.agenda for name in activity.uses)
    usual: dict[str, list[str]] = {
        ACTIVITIES: [each.id for each in plain.workshop.agenda],
        WORKSHEETS: [name for name in uses if name in plain.worksheets],
        CASES: [name for name in uses if name in plain.scenarios],
        QUESTIONS: [*end_items(plain.workshop)],
    }
    return {kind: usual[kind] for kind in by_kind(changes.order, ids_by_kind(changed))}


def watched_minutes(
    cohort: LoadedCohort,
    session: Session,
    plain: LoadedWorkshop,
    minutes: Mapping[str, int],
) -> Iterator[Beneath]:
    """Give the minutes that come of fitting a session to minutes of its own, by activity."""
    if session.minutes is None:
        return
    changes: WorkshopChanges | None = cohort.cohort.workshops.get(session.workshop)
    roles = session.roles or cohort.cohort.roles
    rule = digest_of(repr((session.minutes, roles, changes)))
    number = cohort.cohort.sessions.index(session)
    yield _listed(
        f"{CHOSEN}{session.id}/minutes/{rule[:16]}",
        [f"{name} {each}" for name, each in minutes.items()],
        cohort.place("sessions", number, "minutes"),
        plain.place("agenda"),
        FITTED,
    )


def _listed(  # noqa: PLR0917 - each of them once
    path: str,
    values: Sequence[str],
    at: Place,
    usual: Place,
    told: str,
    titles: Mapping[str, str] | None = None,
) -> Beneath:
    shown = tuple((name, title) for name, title in (titles or {}).items() if name in values)
    return Beneath(path, BETWEEN.join(values), at, usual, told, is_list=True, titles=shown)


def _ids(loaded: LoadedWorkshop) -> set[str]:
    return {*loaded.worksheets, *loaded.scenarios, *loaded.items}
