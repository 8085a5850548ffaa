"""The rules of a good program: its days, its check-points in their order, its texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.checking.program_stages import stages_told
from kit.checking.texts import collected, place_within
from kit.definitions.day import day_of
from kit.errors import Problem, Severity
from kit.suggestion import did_you_mean
from kit.tailoring.terms import term_marks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.definitions.program import Program
    from kit.library import Library
    from kit.reading.cohort import LoadedCohort

_LONGEST: Final = 10
"""Years. A program of more is a slip in a year, and its plan would have hundreds of months."""
_NO_STAGES: Final = (
    "Write its stages under `stages`, or the name of a workshop that has some: "
    "`stages: stages-and-diaries`."
)


def program(cohort: LoadedCohort, library: Library) -> Iterator[Problem]:
    """Hold the program of a cohort against its rules; nothing where there is none."""
    own = cohort.cohort.program
    if own is None:
        return
    stages, told = stages_told(cohort, own, library)
    yield from told
    yield from _days(cohort, own)
    yield from _span(cohort, own)
    yield from _checkpoints(cohort, own, stages)
    yield from _order(cohort, own, stages or ())
    yield from _follow_ups(cohort, own)
    yield from _texts(cohort, own)


def _days(cohort: LoadedCohort, own: Program) -> Iterator[Problem]:
    """Tell of days that are in no calendar."""
    days: list[tuple[tuple[str | int, ...], str]] = [
        (("begins",), own.begins),
        (("ends",), own.ends),
        *([(("diary", "begins"), own.diary.begins)] if own.diary else []),
        *((("follow_ups", at, "date"), each.date) for at, each in enumerate(own.follow_ups)),
    ]
    for location, text in days:
        if day_of(text) is None:
            yield Problem(
                "no-such-day",
                f"There is no day `{text}`.",
                cohort.place("program", *location),
                "Write year, month and day: `2027-08-12`.",
            )


def _span(cohort: LoadedCohort, own: Program) -> Iterator[Problem]:
    """Tell of a program that ends before it begins, and of what lies outside its days."""
    begins, ends = day_of(own.begins), day_of(own.ends)
    if begins is None or ends is None:
        return
    if ends < begins:
        yield Problem(
            "program-backwards",
            f"The program ends on {own.ends}, before it begins on {own.begins}.",
            cohort.place("program", "ends"),
            "Write the last day after the first.",
        )
        return
    if (years := (ends - begins).days / 365.25) > _LONGEST:
        yield Problem(
            "long-program",
            f"The program lasts {years:.0f} years, from {own.begins} to {own.ends}.",
            cohort.place("program", "ends"),
            f"See whether the year is right: a plan has room for {_LONGEST} years.",
        )
        return
    inside: list[tuple[tuple[str | int, ...], str, str | None]] = [
        *(
            (("sessions", at, "date"), f"The session `{each.id}`", each.date)
            for at, each in enumerate(cohort.cohort.sessions)
        ),
        *(
            (("program", "follow_ups", at, "date"), "This follow-up form", each.date)
            for at, each in enumerate(own.follow_ups)
        ),
    ]
    if own.diary:
        inside.append((("program", "diary", "begins"), "The first diary entry", own.diary.begins))
    for location, what, text in inside:
        day = day_of(text)
        if day and not begins <= day <= ends:
            yield Problem(
                "outside-program",
                f"{what} is on {text}, outside the program, {own.begins} to {own.ends}.",
                cohort.place(*location),
                "Change the date, or `begins` or `ends` of the program.",
                Severity.WARNING,
            )


def _checkpoints(
    cohort: LoadedCohort, own: Program, stages: tuple[str, ...] | None
) -> Iterator[Problem]:
    """Tell of check-points of no session, or of no stage where the `stages` are known."""
    sessions = {each.id: each for each in cohort.cohort.sessions}
    seen: set[str] = set()
    for at, each in enumerate(own.checkpoints):
        where = cohort.place("program", "checkpoints", at, "session")
        if each.session not in sessions:
            message = f"The check-point names a session `{each.session}`, and there is none."
            yield Problem("unknown-session", message, where, did_you_mean(each.session, sessions))
        elif each.session in seen:
            message = f"Two check-points are of the session `{each.session}`."
            yield Problem("duplicate-checkpoint", message, where, "Take one of the two out.")
        elif sessions[each.session].date is None:
            yield Problem(
                "no-date",
                f"The check-point `{each.session}` has no date, so no plan can show it.",
                where,
                "Write the `date` of this session.",
                Severity.WARNING,
            )
        seen.add(each.session)
        if stages is not None and each.stage not in stages:
            yield Problem(
                "unknown-stage",
                f"The program has no stage `{each.stage}`.",
                cohort.place("program", "checkpoints", at, "stage"),
                did_you_mean(each.stage, stages, _NO_STAGES),
            )


def _order(cohort: LoadedCohort, own: Program, stages: tuple[str, ...]) -> Iterator[Problem]:
    """Tell of a check-point that comes before the one above it, in time or in stages."""
    dates = {each.id: day_of(each.date) for each in cohort.cohort.sessions}
    places = {each: at for at, each in enumerate(stages)}
    for at, (before, each) in enumerate(
        zip(own.checkpoints, own.checkpoints[1:], strict=False), start=1
    ):
        first, second = dates.get(before.session), dates.get(each.session)
        if first and second and second < first:
            yield Problem(
                "checkpoint-order",
                f"The check-point `{each.session}` is before `{before.session}`, which stands "
                "above it.",
                cohort.place("program", "checkpoints", at, "session"),
                "Put the check-points in the order of their dates.",
                Severity.WARNING,
            )
        if places.get(each.stage, len(places)) < places.get(before.stage, -1):
            yield Problem(
                "stage-order",
                f"The check-point `{each.session}` looks at `{each.stage}`, an earlier stage than "
                f"`{before.stage}` of the one before it.",
                cohort.place("program", "checkpoints", at, "stage"),
                "See whether the stages of the two are right.",
                Severity.WARNING,
            )


def _follow_ups(cohort: LoadedCohort, own: Program) -> Iterator[Problem]:
    """Tell of follow-up forms of no session, or of one that is not over by then."""
    sessions = {each.id: each for each in cohort.cohort.sessions}
    for at, each in enumerate(own.follow_ups):
        if each in own.follow_ups[:at]:
            yield Problem(
                "follow-up-twice",
                f"The follow-up form of `{each.session}` is sent twice on {each.date}.",
                cohort.place("program", "follow_ups", at, "session"),
                "Take one of the two out.",
                Severity.WARNING,
            )
        if each.session not in sessions:
            yield Problem(
                "unknown-session",
                f"There is no session `{each.session}`.",
                cohort.place("program", "follow_ups", at, "session"),
                did_you_mean(each.session, sessions),
            )
            continue
        day, session_day = day_of(each.date), day_of(sessions[each.session].date)
        if day and session_day and day <= session_day:
            yield Problem(
                "follow-up-early",
                f"The follow-up form of `{each.session}` is sent on {each.date}, and the session "
                f"is on {sessions[each.session].date}.",
                cohort.place("program", "follow_ups", at, "date"),
                "Write a day that comes after the session, three months for instance.",
            )


def _texts(cohort: LoadedCohort, own: Program) -> Iterator[Problem]:
    """Tell of terms: what stands here is shown as it is written."""
    for text, location, _ in collected(own, ("program",)):
        for written in term_marks(text) or [(each, "") for each in ("{{", "}}") if each in text]:
            yield Problem(
                "term-here",
                "Terms are not filled in here.",
                place_within(cohort.source, cohort.place(*location), text, written[0]),
                "Write the words themselves.",
            )
