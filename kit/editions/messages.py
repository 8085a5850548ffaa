"""What is sent to participants as plain text: before the session, the day before, months after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.editions import parts
from kit.editions.checkpoint_here import CheckpointHere, checkpoint_here, titled
from kit.editions.setting import clock_after
from kit.instrument.form import form_of

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class MessageView:
    """What the messages say: when and where, what to prepare, and what comes afterwards.

    `sheets` are those of the pre-work by number and title, `minutes` what it takes; without
    pre-work there are none. `months` is when the follow-up is sent, `form_minutes` what it takes,
    `form_address` where it can be answered on the web. `own_invitation` and `own_follow_up` are
    the workshop's own words, paragraph by paragraph; without any, the kit's stand there. `title`
    has the stage of a check-point, and `checkpoint` what to bring to it.
    """

    identity: Identity
    title: str
    objectives: tuple[parts.ObjectiveLine, ...]
    minutes: int | None
    sheets: tuple[tuple[int, str], ...]
    months: int | None
    form_minutes: int | None
    form_address: str = ""
    date: str | None = None
    start: str = ""
    cases: tuple[str, ...] = ()
    end: str = ""
    own_invitation: tuple[str, ...] = ()
    own_follow_up: tuple[str, ...] = ()
    checkpoint: CheckpointHere | None = None


def view(tailored: TailoredWorkshop, setting: Setting) -> MessageView:
    """Give what the invitation with the pre-work and the reminder say."""
    return _view(tailored, setting)


def follow_up_view(tailored: TailoredWorkshop, setting: Setting) -> MessageView | None:
    """Give what the message with the follow-up form says, or None where there is no such form."""
    return _view(tailored, setting) if form_of(tailored, "follow-up") else None


def _view(tailored: TailoredWorkshop, setting: Setting) -> MessageView:
    prework = tailored.prework
    numbers = parts.sheet_numbers(tailored)
    follow_up = tailored.workshop.evaluation.follow_up
    form = form_of(tailored, "follow-up")
    occasion, words = setting.occasion, setting.words
    checkpoint = checkpoint_here(setting)
    return MessageView(
        identity=parts.identity(tailored, setting),
        title=titled(tailored.workshop.title, checkpoint, setting),
        objectives=parts.objectives(tailored),
        minutes=prework.minutes if prework else None,
        sheets=tuple(
            (numbers[sheet.id], sheet.title)
            for sheet in tailored.worksheets
            if prework and sheet.id in prework.uses
        ),
        months=follow_up.months if follow_up else None,
        form_minutes=form.minutes if form else None,
        form_address=setting.follow_up_address,
        date=words.day(occasion.date) if occasion and occasion.date else None,
        cases=tuple(case.title for case in tailored.scenarios),
        start=clock_after(setting.start, 0),
        end=clock_after(setting.start, tailored.minutes),
        own_invitation=_own(tailored, "invitation"),
        # They ask for a sheet to be returned, which a form on the web is not.
        own_follow_up=() if setting.follow_up_address else _own(tailored, "follow_up"),
        checkpoint=checkpoint,
    )


def _own(tailored: TailoredWorkshop, message: str) -> tuple[str, ...]:
    for stage in tailored.workshop.preparation:
        if number := getattr(stage, message):
            return stage.quoted(number)
    return ()
