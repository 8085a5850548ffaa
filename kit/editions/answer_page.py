"""The evaluation form as a page to answer: on a phone in the room, or one file without a network.

It asks what the paper form asks, under the same keys and the same version.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kit.definitions.item import CODE_LETTERS, CodeItem, CommitmentItem, TextItem, ZeroToTenItem
from kit.editions import parts
from kit.instrument.answer_fields import NOT_APPLICABLE, OTHER
from kit.instrument.description import described
from kit.instrument.form import form_of

if TYPE_CHECKING:
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription
    from kit.instrument.form import Form, Phase, Question, Section
    from kit.reading.words import Words
    from kit.tailoring.tailor import TailoredWorkshop

Shape = Literal["scale", "numbers", "choices", "line", "lines", "code"]
"""How a field is drawn: labels, numbers with words at both ends, a list, a line or several, or the
letters of a code."""


@dataclass(frozen=True, slots=True)
class PageOption:
    """One value to choose: `mark` is what stands in a box of a row of numbers."""

    value: str
    label: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PageField:
    """One thing to answer: its key, its shape and, where a question asks for several, its words.

    `ends` are the words at both ends of a row of numbers; `other` is the key of the line beside
    the choice of another answer; `apart` options stand behind a scale and are not of it; `rows` are
    the lines to write on, or the letters of a code.
    """

    key: str
    shape: Shape
    words: str = ""
    several: bool = False
    options: tuple[PageOption, ...] = ()
    apart: tuple[PageOption, ...] = ()
    ends: tuple[str, str] | None = None
    other: str | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class PageQuestion:
    """One question with its number on the form."""

    number: int
    text: str
    fields: tuple[PageField, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """Questions that are answered in one way; `scale` are the words of the numbers in it."""

    kind: str
    letter: str
    title: str
    stem: str
    scale: tuple[str, ...]
    questions: tuple[PageQuestion, ...]


@dataclass(frozen=True, slots=True)
class FormName:
    """Which form was answered, as it is written beside the answers."""

    form: str
    version: str
    wording: str
    session: str


@dataclass(frozen=True, slots=True)
class AnswerPageView:
    """A form to answer on a page."""

    identity: Identity
    name: FormName
    phase: Phase
    minutes: int
    purpose: str
    after_months: int | None
    is_confidential: bool
    sections: tuple[PageSection, ...]


def view(tailored: TailoredWorkshop, setting: Setting) -> AnswerPageView | None:
    """Make the page of the form at the end of a session."""
    return view_of("end", tailored, setting)


def follow_up_view(tailored: TailoredWorkshop, setting: Setting) -> AnswerPageView | None:
    """Make the page of the form some months later, or None where there is none."""
    return view_of("follow-up", tailored, setting)


def view_of(phase: Phase, tailored: TailoredWorkshop, setting: Setting) -> AnswerPageView | None:
    """Make the page of one form, or None where the workshop asks nothing then."""
    form = form_of(tailored, phase)
    if form is None:
        return None
    description = described(form, setting.run or tailored.name, tailored.workshop.language)
    follow_up = tailored.workshop.evaluation.follow_up
    return AnswerPageView(
        identity=parts.identity(tailored, setting),
        name=FormName(
            description.form, description.version, description.wording, description.session
        ),
        phase=phase,
        minutes=form.minutes,
        purpose=form.purpose,
        after_months=follow_up.months if follow_up else None,
        is_confidential=form.is_confidential,
        sections=_sections(form, description, setting.words),
    )


def _sections(form: Form, description: FormDescription, words: Words) -> tuple[PageSection, ...]:
    fields: dict[str, list[AnswerField]] = {}
    for each in description.fields:
        fields.setdefault(each.item, []).append(each)
    return tuple(
        PageSection(
            kind=section.kind,
            letter="ABCDEFGHIJKLMNOP"[index % 16],
            title=words(section.heading),
            stem=section.stem,
            scale=section.scale.labels if section.scale and section.kind == "before-now" else (),
            questions=tuple(
                PageQuestion(
                    question.number,
                    question.item.text,
                    tuple(_fields(question, fields[question.item.id], section, words)),
                )
                for question in section.questions
            ),
        )
        for index, section in enumerate(form.sections)
    )


def _fields(
    question: Question, fields: list[AnswerField], section: Section, words: Words
) -> list[PageField]:
    item = question.item
    first = fields[0]
    match item:
        case CodeItem() | TextItem():
            code = isinstance(item, CodeItem)
            lines = CODE_LETTERS if isinstance(item, CodeItem) else item.lines
            return [PageField(first.key, "code" if code else "lines", rows=lines)]
        case CommitmentItem():
            named = (item.what, item.with_whom, item.by_when)
            rows = (2, 1, 1)
            return [
                PageField(field.key, "lines" if count > 1 else "line", words=said, rows=count)
                for field, said, count in zip(fields, named, rows, strict=True)
            ]
        case ZeroToTenItem():
            return [_numbers(first, ends=(item.lowest, item.highest))]
        case _ if section.kind == "before-now":
            return [
                _numbers(field, words(word))
                for field, word in zip(fields, ("before_long", "now_long"), strict=True)
            ]
        case _ if len(fields) > 1 or section.kind == "choices":
            return [_choices(fields, words)]
        case _:
            return [_scale(first)]


def _numbers(field: AnswerField, words: str = "", ends: tuple[str, str] | None = None) -> PageField:
    marked = [
        PageOption(value, label, value)
        for value, label in zip(field.values, field.labels, strict=True)
    ]
    options = tuple(each for each in marked if each.value != NOT_APPLICABLE)
    apart = tuple(each for each in marked if each.value == NOT_APPLICABLE)
    ends = ends or (options[0].label, options[-1].label)
    return PageField(field.key, "numbers", words=words, options=options, apart=apart, ends=ends)


def _scale(field: AnswerField) -> PageField:
    pairs = list(zip(field.values, field.labels, strict=True))
    return PageField(
        field.key,
        "scale",
        options=tuple(PageOption(*pair) for pair in pairs if pair[0] != NOT_APPLICABLE),
        apart=tuple(PageOption(*pair) for pair in pairs if pair[0] == NOT_APPLICABLE),
    )


def _choices(fields: list[AnswerField], words: Words) -> PageField:
    field = fields[0]
    return PageField(
        field.key,
        "choices",
        several=field.kind == "several",
        options=tuple(
            PageOption(value, words("other") if value == OTHER else label)
            for value, label in zip(field.values, field.labels, strict=True)
        ),
        other=next((each.key for each in fields[1:]), None),
    )
