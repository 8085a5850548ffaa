"""What is projected: one slide a step of the session, and the same with the instructor's notes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kit.definitions.activity import EVALUATION_FORM
from kit.editions import parts
from kit.editions.activity_plan import ActivityPlan, activity_plan
from kit.editions.guide_notes import CaseNotes, case_notes
from kit.editions.run_of_show import handouts
from kit.editions.slide_type import text_size, title_density
from kit.instrument.form import form_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.editions.identity import Identity
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
    the id `activity`, whose slides share one countdown. `density` says how large the title of the
    first one can be set: `normal`, `dense` or `crowded`; `size`, how large the words, in em.
    `address` is where the form is answered on the web, on the slide of the evaluation.
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
    size: float = 2.0
    address: str = ""


@dataclass(frozen=True, slots=True)
class SlidesView:
    """The slides in the order of the session."""

    identity: Identity
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

    identity: Identity
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


def _slides(
    tailored: TailoredWorkshop, setting: Setting
) -> Iterator[tuple[Slide, TimedActivity | None]]:
    """Give each slide with the activity that it belongs to."""
    workshop = tailored.workshop
    dense = title_density(workshop.title)
    title = Slide("title", SlideKind.TITLE, workshop.title, text=workshop.subtitle, density=dense)
    yield title, None
    yield _objectives(tailored, setting), None
    shown: set[str] = set()
    for timed, line in zip(tailored.agenda, parts.agenda(tailored, setting), strict=True):
        uses = timed.activity.uses
        kind = SlideKind.EVALUATION if EVALUATION_FORM in uses else SlideKind.TASK
        yield (
            Slide(
                id=f"task-{line.id}",
                kind=kind,
                title=line.title,
                number=line.number,
                minutes=line.minutes,
                activity=line.id,
                groupings=line.groupings,
                handouts=handouts(tailored, uses, setting.words),
                text=line.text,
                size=text_size(kind, line.title, _paragraphs(line.text or "")),
                address=setting.form_address if kind is SlideKind.EVALUATION else "",
            ),
            timed,
        )
        for number, scenario in enumerate(tailored.scenarios, 1):
            if scenario.id in uses and scenario.id not in shown:
                shown.add(scenario.id)
                yield _case(parts.case(scenario, number, tailored), line), timed
    if not any(EVALUATION_FORM in timed.activity.uses for timed in tailored.agenda):
        yield from _evaluation(tailored, setting)
    closing = workshop.take_away
    size = text_size(SlideKind.CLOSE, "", _paragraphs(closing))
    yield Slide("close", SlideKind.CLOSE, workshop.title, text=closing, size=size), None


def _objectives(tailored: TailoredWorkshop, setting: Setting) -> Slide:
    texts = tuple(line.text for line in parts.objectives(tailored))
    lead = setting.words("objectives_lead_participants")
    size = text_size(SlideKind.OBJECTIVES, lead, texts)
    return Slide("objectives", SlideKind.OBJECTIVES, "", points=texts, size=size)


def _paragraphs(text: str) -> list[str]:
    return [part for part in text.split("\n\n") if part.strip()]


def _evaluation(
    tailored: TailoredWorkshop, setting: Setting
) -> Iterator[tuple[Slide, TimedActivity | None]]:
    """Give a slide for a form that no activity names, so that there is a way to it all the same."""
    if form_of(tailored, "end"):
        title = setting.words("evaluation_form")
        address = setting.form_address
        yield Slide("evaluation", SlideKind.EVALUATION, title, address=address), None


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
        size=text_size(SlideKind.CASE, case.title, _paragraphs(case.premise), case.role),
    )
