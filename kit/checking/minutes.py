"""The arithmetic of the agenda, in every length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kit.checking.words import counted, listed
from kit.definitions.base import minutes_in
from kit.errors import Problem, Severity
from kit.tailoring.tailor import timed_steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.activity import Activity
    from kit.reading.workshop import LoadedWorkshop


def minutes(loaded: LoadedWorkshop) -> Iterator[Problem]:
    """Activities add up to each length, steps to whole minutes; closing and form keep theirs."""
    for length, wanted in loaded.workshop.lengths.items():
        yield from _adds_up(loaded, length, wanted)
        yield from _protected(loaded, length)
    for index, activity in enumerate(loaded.workshop.agenda):
        yield from _activity(loaded, index, activity)


def _adds_up(loaded: LoadedWorkshop, length: str, wanted: int) -> Iterator[Problem]:
    total = sum(minutes_in(each.minutes, length) or 0 for each in loaded.workshop.agenda)
    missing = wanted - total
    if not missing:
        return
    where = loaded.place("lengths", length)
    if not total:
        yield Problem(
            "empty-length",
            f"No activity belongs to the length `{length}`.",
            where,
            f"Give activities minutes in it: `minutes: {{{length}: 10}}`. Or leave it out.",
        )
        return
    yield Problem(
        "minutes-add-up",
        f"The agenda of the length `{length}` adds up to {counted(total, 'minute')}, not {wanted}.",
        where,
        f"Give {counted(missing, 'more minute')} to an activity of this length."
        if missing > 0
        else f"Take {counted(-missing, 'minute')} from an activity of this length.",
    )


def _protected(loaded: LoadedWorkshop, length: str) -> Iterator[Problem]:
    workshop = loaded.workshop
    agenda = [
        (index, activity, given)
        for index, activity in enumerate(workshop.agenda)
        if (given := minutes_in(activity.minutes, length)) is not None
    ]
    if not agenda:
        return
    index, last, _ = agenda[-1]
    if not last.protected:
        yield Problem(
            "closing-not-protected",
            f"The last activity, `{last.id}`, may be shortened.",
            loaded.place("agenda", index, "id"),
            "Write `protected: true`: a session that ends well is remembered.",
            Severity.WARNING,
        )
    safe = sum(given for _, activity, given in agenda if activity.protected)
    needed = workshop.evaluation.minutes
    if safe < needed:
        yield Problem(
            "no-time-for-evaluation",
            f"The evaluation form takes {counted(needed, 'minute')}, but `{length}` protects only "
            f"{safe}.",
            loaded.place("lengths", length),
            "Give more minutes to an activity with `protected: true`.",
            Severity.WARNING,
        )


def _activity(loaded: LoadedWorkshop, index: int, activity: Activity) -> Iterator[Problem]:
    here = [
        (length, given)
        for length in loaded.workshop.lengths
        if (given := minutes_in(activity.minutes, length)) is not None
    ]
    if not here:
        yield Problem(
            "activity-in-no-length",
            f"The activity `{activity.id}` has minutes in no length of this workshop.",
            loaded.place("agenda", index, "minutes"),
            f"Give it minutes in one of {listed(loaded.workshop.lengths)}, or take it out.",
        )
    least = activity.minimum or 0
    short = [length for length, given in here if given < least]
    if short:
        yield Problem(
            "under-minimum",
            f"The activity `{activity.id}` needs at least {counted(least, 'minute')}, but has "
            f"fewer in {listed(short)}.",
            loaded.place("agenda", index, "minimum"),
            "Lower its `minimum`, or give it more minutes.",
        )
    bare = [length for length, _ in here if not timed_steps(activity, length)]
    if bare:
        yield Problem(
            "no-steps",
            f"The activity `{activity.id}` has no step in {listed(bare)}.",
            loaded.place("agenda", index, "instructor", "steps"),
            "Give at least one of its steps a `share` there.",
        )
    yield from _steps(loaded, index, activity, [length for length, _ in here])


def _steps(
    loaded: LoadedWorkshop, index: int, activity: Activity, lengths: list[str]
) -> Iterator[Problem]:
    empty: dict[int, list[str]] = {}
    for length in lengths:
        # A step without a share in a length is no part of it: count only those that are.
        present = [
            at
            for at, step in enumerate(activity.instructor.steps)
            if minutes_in(step.share, length) is not None
        ]
        for at, step in zip(present, timed_steps(activity, length), strict=True):
            if not step.minutes:
                empty.setdefault(at, []).append(length)
    for at, where in empty.items():
        yield Problem(
            "step-without-minutes",
            f"Step {at + 1} of the activity `{activity.id}` gets less than a minute in "
            f"{listed(where)}.",
            loaded.place("agenda", index, "instructor", "steps", at, "share"),
            "Give it a larger share, or join it with the step beside it.",
        )
