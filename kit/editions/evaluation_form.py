"""The evaluation form at the end of a session, and the one some months later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kit.editions import parts
from kit.editions.plain import Plain, for_participants
from kit.instrument.form import form_of
from kit.instrument.sheet_code import UNKNOWN

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.instrument.form import Form
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """One question with its number on the form."""

    number: int
    item: Plain


@dataclass(frozen=True, slots=True)
class FormSection:
    """Questions that are answered in one way."""

    kind: str
    letter: str
    title: str
    stem: str
    labels: tuple[str, ...]
    not_applicable: str | None
    questions: tuple[QuestionLine, ...]


@dataclass(frozen=True, slots=True)
class FormView:
    """A form to fill in. `code` stands for what is known when it is printed: its hash."""

    identity: Identity
    form_id: str
    phase: Literal["end", "follow-up"]
    title: str
    version: str
    minutes: int
    purpose: str
    after_months: int | None
    sections: tuple[FormSection, ...]
    is_confidential: bool = False
    code: str = UNKNOWN


def view(tailored: TailoredWorkshop, setting: Setting) -> FormView | None:
    """Make the form that is handed out at the end."""
    form = form_of(tailored, "end")
    return _view(form, tailored, setting) if form else None


def follow_up_view(tailored: TailoredWorkshop, setting: Setting) -> FormView | None:
    """Make the form that is sent some months later, or None where there is none."""
    form = form_of(tailored, "follow-up")
    return _view(form, tailored, setting) if form else None


def _view(form: Form, tailored: TailoredWorkshop, setting: Setting) -> FormView:
    follow_up = tailored.workshop.evaluation.follow_up
    return FormView(
        identity=parts.identity(tailored, setting),
        form_id=form.id,
        phase=form.phase,
        title=form.title,
        version=form.version,
        minutes=form.minutes,
        purpose=form.purpose,
        is_confidential=form.is_confidential,
        after_months=follow_up.months if follow_up else None,
        sections=tuple(
            FormSection(
                kind=section.kind,
                letter="ABCDEFGHIJKLMNOP"[index % 16],
                title=setting.words(section.heading),
                stem=section.stem,
                labels=section.scale.labels if section.scale else (),
                not_applicable=section.scale.not_applicable if section.scale else None,
                questions=tuple(
                    QuestionLine(question.number, for_participants(question.item, tailored.scales))
                    for question in section.questions
                ),
            )
            for index, section in enumerate(form.sections)
        ),
    )
