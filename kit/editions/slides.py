"""What is projected: one slide a step of the session, and the same with the instructor's notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from kit.definitions.activity import EVALUATION_FORM
from kit.editions import parts
from kit.editions.activity_plan import ActivityPlan, activity_plan
from kit.editions.guide_notes import CaseNotes, case_notes
from kit.editions.run_of_show import handouts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop, TimedActivity


class SlideKind(StrEnum):
    """What a slide is for; each has a look of its own."""

    TITLE = "title"
    OBJECTIVES = "objectives"
    TASK = "task"
    CASE = "case"
    EVALUATION = "evaluation"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide, as everyone in the room sees it.

    `number` is the activity's or the case's. `minutes` are counted down: those of the activity with
    the id `activity`, whose slides share one countdown. `density` says how large the words can be
    set: `roomy`, `normal`, `dense` or `crowded`.
    """

    id: str
    kind: SlideKind
    title: str
    number: int | None = None
    minutes: int | None = None
    activity: str = ""
    groupings: tuple[str, ...] = ()
    handouts: tuple[str, ...] = ()
    role: str | None = None
    text: str | None = None
    points: tuple[str, ...] = ()
    density: str = "normal"


@dataclass(frozen=True, slots=True)
class SlidesView:
    """The slides in the order of the session."""

    identity: parts.Identity
    slides: tuple[Slide, ...]
    contact: str | None


@dataclass(frozen=True, slots=True)
class NotedSlide:
    """A slide with what the instructor knows: of the activity, of the case, or what to say."""

    slide: Slide
    activity: ActivityPlan | None = None
    case: CaseNotes | None = None
    say: str | None = None


@dataclass(frozen=True, slots=True)
class SlidesWithNotesView:
    """The slides with notes; never for participants."""

    identity: parts.Identity
    slides: tuple[NotedSlide, ...]
    contact: str | None
    two_lead: bool


def view(tailored: TailoredWorkshop, setting: Setting) -> SlidesView:
    """Make the slides without any note."""
    return SlidesView(
        identity=parts.identity(tailored, setting),
        slides=tuple(slide for slide, _ in _slides(tailored, setting)),
        contact=parts.contact(tailored),
    )


def view_with_notes(tailored: TailoredWorkshop, setting: Setting) -> SlidesWithNotesView:
    """Make the slides with the instructor's notes to each."""
    numbers = {line.id: line.number for line in parts.objectives(tailored)}
    lines = {line.id: line for line in parts.agenda(tailored, setting)}
    cases = {notes.case.id: notes for notes in case_notes(tailored)}
    noted = []
    for slide, timed in _slides(tailored, setting):
        plan = None
        if timed is not None and slide.kind is not SlideKind.CASE:
            plan = activity_plan(timed, lines[timed.activity.id], numbers, tailored, setting.words)
        asks = slide.kind is SlideKind.EVALUATION
        say = tailored.workshop.evaluation.script if asks else None
        case = cases.get(slide.id.removeprefix("case-")) if slide.kind is SlideKind.CASE else None
        noted.append(NotedSlide(slide, plan, case, say))
    return SlidesWithNotesView(
        identity=parts.identity(tailored, setting),
        slides=tuple(noted),
        contact=parts.contact(tailored),
        two_lead=any(each.activity and each.activity.lead > 1 for each in noted),
    )


_DENSITIES: Final = {"roomy": 36, "normal": 80, "dense": 115}
"""How many words go on a slide at each size; a paragraph's end takes about as much as eight."""


def density(text: str) -> str:
    """Say how large a text can be set so that it stays on its slide."""
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    load = len(text.split()) + 8 * (len(paragraphs) - 1)
    return next((name for name, most in _DENSITIES.items() if load <= most), "crowded")


_TITLES: Final = {"normal": 46, "dense": 70}
"""How many letters of a title stand on two lines at each size."""


def title_density(title: str) -> str:
    """Say how large a title can be set so that there is room for what stands below it."""
    return next((name for name, most in _TITLES.items() if len(title) <= most), "crowded")


def _slides(
    tailored: TailoredWorkshop, setting: Setting
) -> Iterator[tuple[Slide, TimedActivity | None]]:
    """Give each slide with the activity that it belongs to."""
    workshop = tailored.workshop
    size = title_density(workshop.title)
    title = Slide("title", SlideKind.TITLE, workshop.title, text=workshop.subtitle, density=size)
    yield title, None
    objectives = tuple(line.text for line in parts.objectives(tailored))
    yield _objectives(objectives), None
    shown: set[str] = set()
    for timed, line in zip(tailored.agenda, parts.agenda(tailored, setting), strict=True):
        uses = timed.activity.uses
        evaluates = EVALUATION_FORM in uses
        yield (
            Slide(
                id=f"task-{line.id}",
                kind=SlideKind.EVALUATION if evaluates else SlideKind.TASK,
                title=line.title,
                number=line.number,
                minutes=line.minutes,
                activity=line.id,
                groupings=line.groupings,
                handouts=handouts(tailored, uses, setting.words),
                text=line.text,
                density=density(line.text or ""),
            ),
            timed,
        )
        for number, scenario in enumerate(tailored.scenarios, 1):
            if scenario.id in uses and scenario.id not in shown:
                shown.add(scenario.id)
                yield _case(parts.case(scenario, number, tailored), line), timed
    closing = workshop.take_away
    close = Slide("close", SlideKind.CLOSE, workshop.title, text=closing, density=density(closing))
    yield close, None


def _objectives(texts: tuple[str, ...]) -> Slide:
    size = density("\n\n".join(texts))
    return Slide("objectives", SlideKind.OBJECTIVES, "", points=texts, density=size)


def _case(case: parts.Case, line: parts.AgendaLine) -> Slide:
    return Slide(
        id=f"case-{case.id}",
        kind=SlideKind.CASE,
        title=case.title,
        number=case.number,
        minutes=line.minutes,
        activity=line.id,
        role=case.role,
        text=case.premise,
        density=density(f"{case.role}\n\n{case.premise}" if case.role else case.premise),
    )
