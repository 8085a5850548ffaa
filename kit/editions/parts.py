"""Values that several editions show. None of them holds anything from the instructor's side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.base import text_in
from kit.editions.hours import hours_of
from kit.editions.identity import Identity, LogoLine, OccasionLine
from kit.editions.plain import Plain, for_participants
from kit.editions.setting import clock_after
from kit.tailoring.contacts import SAFE_CONTACT
from kit.tailoring.tailor import premise
from kit.tailoring.terms import BLANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.definitions.reference import Reference
    from kit.definitions.scenario import Scenario
    from kit.definitions.worksheet import Worksheet
    from kit.editions.setting import Setting
    from kit.reading.logo import Logo
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective with its number in this length."""

    id: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One activity as participants see it on the agenda."""

    id: str
    number: int
    title: str
    clock: str
    minutes: int
    groupings: tuple[str, ...]
    text: str | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet: its label (“Sheet 2” is number 2), its words and its blocks."""

    id: str
    number: int
    title: str
    purpose: str
    instruction: str | None
    private: bool
    take_home: bool
    minutes: int | None
    blocks: tuple[Plain, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario as participants read it."""

    id: str
    number: int
    title: str
    role: str | None
    premise: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A reference with its number in this document."""

    id: str
    number: int
    authors: str | None
    title: str
    source: str
    year: int
    doi: str | None
    note: str | None


def identity(tailored: TailoredWorkshop, setting: Setting) -> Identity:
    """Say which workshop, length, audience and occasion a document is for."""
    workshop = tailored.workshop
    series = workshop.series
    occasion, words = setting.occasion, setting.words
    place_in_series = (
        words("series_place", title=series.title, n=series.number, of=series.of) if series else None
    )
    return Identity(
        workshop=tailored.name,
        title=workshop.title,
        subtitle=workshop.subtitle,
        summary=workshop.summary,
        language=workshop.language,
        length=tailored.length,
        is_default_length=tailored.is_default_length,
        minutes=tailored.minutes,
        audience=tailored.audience,
        audience_label=", ".join(
            words.name("audience", each) for each in workshop.audiences[tailored.audience]
        ),
        several_audiences=len(workshop.audiences) > 1,
        is_default_audience=tailored.is_default_audience,
        authors=workshop.authorship.authors,
        licence=workshop.authorship.licence,
        version=workshop.authorship.version,
        keywords=workshop.keywords,
        series=occasion.series if occasion else place_in_series,
        occasion=_occasion_line(tailored, setting),
        large=setting.large,
    )


def _occasion_line(tailored: TailoredWorkshop, setting: Setting) -> OccasionLine | None:
    occasion = setting.occasion
    if occasion is None:
        return None
    words = setting.words
    start, end = clock_after(setting.start, 0), clock_after(setting.start, tailored.minutes)
    hours = hours_of(words("starts_ends", start=start, end=end), occasion.time_zone, words)
    return OccasionLine(
        session=occasion.session,
        cohort=occasion.cohort,
        institution=occasion.institution,
        when=f"{words.day(occasion.date)}, {hours}" if occasion.date else hours,
        place=occasion.place,
        instructors=occasion.instructors,
        logo=_logo_line(occasion.logo) if occasion.logo else None,
    )


def _logo_line(logo: Logo) -> LogoLine:
    return LogoLine(logo.address, logo.width, logo.height, logo.text)


def objectives(tailored: TailoredWorkshop) -> tuple[ObjectiveLine, ...]:
    """Number the objectives of this length."""
    return tuple(
        ObjectiveLine(objective.id, number, objective.text)
        for number, objective in enumerate(tailored.objectives, 1)
    )


def contact(tailored: TailoredWorkshop) -> str | None:
    """Say whom participants can turn to, or None where nobody is named yet."""
    name = tailored.workshop.terms.get(SAFE_CONTACT)
    return None if name in (None, "", BLANK) else name


def starts(agenda: Iterable[TimedActivity]) -> Iterable[tuple[int, TimedActivity]]:
    """Pair each activity with the minutes that have passed before it."""
    passed = 0
    for timed in agenda:
        yield passed, timed
        passed += timed.minutes


def agenda(tailored: TailoredWorkshop, setting: Setting) -> tuple[AgendaLine, ...]:
    """Give the agenda with clock times."""
    return tuple(
        AgendaLine(
            id=timed.activity.id,
            number=number,
            title=timed.activity.title,
            clock=clock_after(setting.start, passed),
            minutes=timed.minutes,
            groupings=tuple(dict.fromkeys(str(step.grouping) for step in timed.steps)),
            text=text_in(timed.activity.participants, tailored.length),
        )
        for number, (passed, timed) in enumerate(starts(tailored.agenda), 1)
    )


def sheet_numbers(tailored: TailoredWorkshop) -> dict[str, int]:
    """Number the worksheets of this length in the order of the packet."""
    return {worksheet.id: number for number, worksheet in enumerate(tailored.worksheets, 1)}


def sheet(worksheet: Worksheet, number: int, tailored: TailoredWorkshop) -> Sheet:
    """Project one worksheet for participants."""
    return Sheet(
        id=worksheet.id,
        number=number,
        title=worksheet.title,
        purpose=worksheet.purpose,
        instruction=worksheet.instruction,
        private=worksheet.private,
        take_home=worksheet.moment == "take-home",
        minutes=_minutes_for(worksheet, tailored),
        blocks=tuple(for_participants(block, tailored.scales) for block in worksheet.blocks),
    )


def _minutes_for(worksheet: Worksheet, tailored: TailoredWorkshop) -> int | None:
    """Give the minutes that people have for a sheet in the session; None where it has no time."""
    minutes = sum(timed.minutes for timed in tailored.agenda if worksheet.id in timed.activity.uses)
    return minutes or None


def case(scenario: Scenario, number: int, tailored: TailoredWorkshop) -> Case:
    """Project one scenario for participants, in the words of their audience."""
    return Case(
        id=scenario.id,
        number=number,
        title=scenario.title,
        role=scenario.role,
        premise=premise(scenario, tailored.audience),
        questions=scenario.questions,
    )


def work(reference: Reference, number: int) -> Work:
    """Number one reference."""
    return Work(
        id=reference.id,
        number=number,
        authors=reference.authors,
        title=reference.title,
        source=reference.source,
        year=reference.year,
        doi=reference.doi,
        note=reference.note,
    )
