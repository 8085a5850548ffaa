"""The instructor guide: everything that it takes to run the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.activity import Lead
from kit.definitions.base import minutes_in
from kit.definitions.citation import citations
from kit.editions import alignment, parts
from kit.editions.activity_plan import ActivityPlan, activity_plan
from kit.editions.contacts import ContactRow, EscalationLine, contact_rows, escalation_lines
from kit.editions.copies import instructors_for, tables_for
from kit.editions.course import CourseRow, course_rows
from kit.editions.guide_notes import (
    CaseNotes,
    RoleNotes,
    SheetNotes,
    case_notes,
    role_notes,
    sheet_notes,
)
from kit.editions.materials import PrintLine, print_lines
from kit.editions.plain import Plain, for_participants, texts_in
from kit.editions.setting import clock_after

if TYPE_CHECKING:
    from kit.definitions.preparation import Room
    from kit.definitions.workshop import Adaptations
    from kit.editions.identity import Identity
    from kit.editions.packet import PacketLine
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class LengthColumn:
    """One length in the table that sets them side by side."""

    name: str
    minutes: int
    note: str | None
    here: bool


@dataclass(frozen=True, slots=True)
class LengthRow:
    """An activity's minutes in each length; None where it is left out."""

    title: str
    minutes: tuple[int | None, ...]
    priority: str
    protected: bool


@dataclass(frozen=True, slots=True)
class GuideView:
    """The whole guide."""

    identity: Identity
    start: str
    end: str
    group: Plain
    participants: int
    tables: int
    instructors: int
    two_lead: bool
    objectives: tuple[parts.ObjectiveLine, ...]
    activities: tuple[ActivityPlan, ...]
    timeline: tuple[tuple[int, str, int, tuple[tuple[str, int], ...], bool], ...]
    packet: tuple[PacketLine, ...]
    print_lines: tuple[PrintLine, ...]
    room_layout: str
    room_screen: bool
    room_text: str
    on_tables: tuple[str, ...]
    why: str
    background: str | None
    limitations: str | None
    glossary: tuple[tuple[str, str], ...]
    key_points: tuple[str, ...]
    facilitation: tuple[str, ...]
    disclosure: str
    whom_to_turn_to: str
    contacts: tuple[ContactRow, ...]
    escalation: tuple[EscalationLine, ...]
    preparation: tuple[tuple[str, tuple[str, ...]], ...]
    pre_work_minutes: int | None
    pre_work_text: str | None
    cases: tuple[CaseNotes, ...]
    roles: RoleNotes | None
    sheets: tuple[SheetNotes, ...]
    evaluation_script: str
    evaluation_items: tuple[tuple[int, str, str, int | None], ...]
    form_version: str
    adaptations: tuple[tuple[str, str], ...]
    lengths: tuple[LengthColumn, ...]
    length_rows: tuple[LengthRow, ...]
    alignment: tuple[alignment.AlignmentRow, ...]
    debrief: tuple[str, ...]
    references: tuple[parts.Work, ...]
    acknowledgment: str | None
    notes: str | None
    differences: tuple[str, ...]
    course: tuple[CourseRow, ...]


def view(tailored: TailoredWorkshop, setting: Setting, packet: tuple[PacketLine, ...]) -> GuideView:
    """Make the guide for one length and audience; `packet` are the documents beside it."""
    workshop = tailored.workshop
    room: Room = workshop.room
    participants = setting.participants or workshop.group.ideal
    numbers = {line.id: line.number for line in parts.objectives(tailored)}
    items = alignment.form_items(tailored)
    # An agenda fitted to other minutes is that of no length, and there is nothing to compare.
    lengths = () if tailored.fitted else tuple(workshop.lengths.items())
    return GuideView(
        identity=parts.identity(tailored, setting),
        start=clock_after(setting.start, 0),
        end=clock_after(setting.start, tailored.minutes),
        group=for_participants(workshop.group, {}),
        participants=participants,
        tables=tables_for(participants, workshop.group.at_table),
        instructors=instructors_for(
            participants, workshop.group.per_instructor, setting.instructors
        ),
        two_lead=any(timed.activity.lead is Lead.SECOND for timed in tailored.agenda),
        objectives=parts.objectives(tailored),
        activities=tuple(
            activity_plan(timed, line, numbers, tailored, setting.words)
            for timed, line in zip(tailored.agenda, parts.agenda(tailored, setting), strict=True)
        ),
        timeline=tuple(
            (
                number,
                timed.activity.title,
                timed.minutes,
                tuple((str(step.grouping), step.minutes) for step in timed.steps),
                timed.activity.protected,
            )
            for number, timed in enumerate(tailored.agenda, 1)
        ),
        packet=packet,
        print_lines=print_lines(tailored, participants, setting),
        room_layout=str(room.layout),
        room_screen=room.screen,
        room_text=room.text,
        on_tables=room.on_tables,
        why=workshop.why,
        background=workshop.background,
        limitations=workshop.limitations,
        glossary=tuple((entry.word, entry.meaning) for entry in workshop.glossary),
        key_points=workshop.key_points,
        facilitation=workshop.facilitation,
        disclosure=workshop.disclosure.instructor,
        whom_to_turn_to=workshop.disclosure.participants,
        contacts=contact_rows(setting),
        escalation=escalation_lines(setting),
        preparation=tuple((stage.when, stage.do) for stage in workshop.preparation),
        pre_work_minutes=tailored.prework.minutes if tailored.prework else None,
        pre_work_text=tailored.prework.text if tailored.prework else None,
        cases=case_notes(tailored),
        roles=role_notes(tailored),
        sheets=sheet_notes(tailored),
        evaluation_script=workshop.evaluation.script,
        evaluation_items=tuple(
            (item.number, item.kind, item.text, numbers.get(item.objective or "")) for item in items
        ),
        form_version=alignment.form_version(tailored),
        adaptations=_adaptations(workshop.adaptations),
        lengths=tuple(
            LengthColumn(name, minutes, workshop.length_notes.get(name), name == tailored.length)
            for name, minutes in lengths
        ),
        length_rows=tuple(
            LengthRow(
                title=activity.title,
                minutes=tuple(minutes_in(activity.minutes, name) for name, _ in lengths),
                priority=str(activity.priority),
                protected=activity.protected,
            )
            for activity in (workshop.agenda if lengths else ())
        ),
        alignment=alignment.rows(tailored),
        debrief=workshop.debrief,
        references=tuple(
            parts.work(tailored.references[key], number)
            for number, key in enumerate(_in_order_of_citation(tailored), 1)
        ),
        acknowledgment=workshop.authorship.acknowledgment,
        notes=setting.occasion.notes if setting.occasion else None,
        differences=setting.occasion.differences if setting.occasion else (),
        course=course_rows(setting),
    )


def _adaptations(adaptations: Adaptations) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, text)
        for name in type(adaptations).model_fields
        if (text := getattr(adaptations, name)) is not None
    )


def _in_order_of_citation(tailored: TailoredWorkshop) -> tuple[str, ...]:
    """Order the works as the guide cites them first; those that it does not cite come last."""
    workshop = tailored.workshop
    cited = (
        key
        for part in (
            workshop.summary,
            workshop.disclosure,
            workshop.why,
            workshop.background,
            workshop.limitations,
            workshop.key_points,
            workshop.facilitation,
            workshop.preparation,
            tailored.prework,
            [timed.activity for timed in tailored.agenda],
            tailored.scenarios,
            tailored.vocabulary.source if tailored.vocabulary else None,
            tailored.worksheets,
            workshop.evaluation,
            workshop.adaptations,
            workshop.length_notes,
            workshop.debrief,
        )
        for text in texts_in(part)
        for key, _ in citations(text)
    )
    listed = workshop.references
    return tuple(dict.fromkeys((*(key for key in cited if key in listed), *listed)))
