"""A program: a cohort's sessions over months, with stages, mentors and check-points."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from kit.definitions.base import INSTRUCTOR, Count, Definition, Id, Line, Positive, Prose
from kit.definitions.stage import Stage

ProgramDay = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]


def _own_or_named(value: object) -> str:
    return "named" if isinstance(value, str) else "own"


ProgramStages = Annotated[
    Annotated[tuple[Stage, ...], Field(max_length=9), Tag("own")] | Annotated[Id, Tag("named")],
    Discriminator(_own_or_named),
]
"""Stages that are written here, or the workshop whose stages they are."""


class MentorKind(Definition):
    """What one kind of mentor does in a program, and what goes on to somebody else."""

    title: Annotated[Line, Field(description="What they are called: “Senior mentor.”")]
    does: Annotated[
        tuple[Line, ...],
        Field(min_length=1, max_length=8, description="What they do, a line each."),
    ]
    passes_up: Annotated[
        tuple[Line, ...],
        Field(max_length=8, description="What they do not settle themselves, a line each."),
    ] = ()
    trained: Annotated[
        Line | None, Field(description="How they are prepared, as mentees may read it.")
    ] = None
    most: Annotated[
        Positive | None, Field(description="How many mentees one of them has at most.")
    ] = None


class ProgramMentors(Definition):
    """The kinds of mentors of a program. Who has whom stands in the roster."""

    senior: MentorKind
    peer: Annotated[
        MentorKind | None, Field(description="Peers, often former mentees; none if left out.")
    ] = None


class StageCheck(Definition):
    """A check-point: a session of the cohort in which people look at their stage."""

    session: Annotated[Id, Field(description="Id of the session; its date and place count.")]
    stage: Annotated[Id, Field(description="Id of the stage that people should have reached.")]
    who: Annotated[Line, Field(description="Who is there.")]
    bring: Annotated[
        tuple[Line, ...],
        Field(
            max_length=6,
            description="What mentees bring, a line each. Invitations and calendars say it, too.",
        ),
    ] = ()
    ask: Annotated[
        tuple[Line, ...], Field(max_length=6, description="What each is asked, a line each.")
    ] = ()
    look_at: Annotated[
        tuple[Line, ...],
        INSTRUCTOR,
        Field(max_length=8, description="What shows that someone has reached the stage."),
    ] = ()
    not_ready: Annotated[
        Prose | None, INSTRUCTOR, Field(description="What to do when someone has not reached it.")
    ] = None


class DiaryRhythm(Definition):
    """How often people write in their diary."""

    every_weeks: Annotated[
        Count, Field(ge=1, le=12, description="An entry is due every so many weeks.")
    ]
    begins: Annotated[ProgramDay, Field(description="The day of the first entry.")]
    text: Annotated[Line | None, Field(description="What an entry is, and who reads it.")] = None


class FollowUpDay(Definition):
    """The day on which the follow-up form of a session is sent."""

    date: Annotated[ProgramDay, Field(description="The day: `2028-01-12`.")]
    session: Annotated[Id, Field(description="Id of the session whose follow-up form it is.")]


class Program(Definition):
    """A mentoring program over months, of which the sessions of the cohort are a part."""

    title: Annotated[Line, Field(description="What the program is called.")]
    begins: Annotated[ProgramDay, Field(description="The first day: `2027-02-01`.")]
    ends: Annotated[ProgramDay, Field(description="The last day: `2027-11-30`.")]
    about: Annotated[
        Prose | None, Field(description="Two or three sentences at the top of the plan.")
    ] = None
    stages: Annotated[
        ProgramStages,
        Field(
            description="The stages, in their order; or the name of a workshop, for its stages as "
            "this cohort gets them: `stages: stages-and-diaries`."
        ),
    ] = ()
    mentors: ProgramMentors
    checkpoints: Annotated[
        tuple[StageCheck, ...],
        Field(max_length=12, description="The check-points, in the order of their dates."),
    ] = ()
    diary: Annotated[
        DiaryRhythm | None, Field(description="When diary entries are due, if people keep one.")
    ] = None
    follow_ups: Annotated[
        tuple[FollowUpDay, ...],
        Field(max_length=12, description="When follow-up forms are sent."),
    ] = ()
    turn_to: Annotated[
        Line | None,
        Field(description="Whom to ask about the program itself: a role or an office."),
    ] = None

    @property
    def own_stages(self) -> tuple[Stage, ...]:
        """The stages that are written here; none where they are a workshop's."""
        return () if isinstance(self.stages, str) else self.stages

    def is_checkpoint(self, session: str) -> bool:
        """Say whether a session is one of the check-points."""
        return any(each.session == session for each in self.checkpoints)

    @property
    def stages_of(self) -> str | None:
        """The workshop whose stages they are; None where they are written here."""
        return self.stages if isinstance(self.stages, str) else None
