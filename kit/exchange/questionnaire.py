"""A form as other systems ask it: chapters, grids and single questions, in the words of the form.

It is made of the same form as the paper and the page on the web; every field has the same key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kit.definitions.item import (
    CODE_LETTERS,
    BeforeNowItem,
    ChoiceItem,
    CodeItem,
    CommitmentItem,
    TextItem,
    ZeroToTenItem,
)
from kit.instrument.answer_fields import OTHER
from kit.reading.roster_cells import shown_text
from kit.rendering.markdown import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription
    from kit.instrument.form import Form, Question, Section
    from kit.reading.words import Words

Shape = Literal["grid", "one", "several", "numbers", "lines", "text"]
"""Statements on one scale; one answer, or several, of a list; 0 to 10; single lines; a comment."""

_EMPHASIS: Final = re.compile(r"(\*{1,2}|`)(?=\S)(.+?)(?<=\S)\1")
_TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
_TIMES: Final = (("before", "before_long"), ("now", "now_long"))


@dataclass(frozen=True, slots=True)
class Asked:
    """One field and its words.

    `text` stands on its own; `row` is what is left of it in a grid or beside a line. `labels` are
    the words of the answers, in the order of the field's values. `note` says how to answer.
    """

    field: AnswerField
    text: str
    row: str
    labels: tuple[str, ...] = ()
    note: str = ""

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """Give each value with its words."""
        return tuple(zip(self.field.values, self.labels, strict=True))


@dataclass(frozen=True, slots=True)
class Block:
    """What is asked together: the rows of a grid, the lines of a commitment, or one question.

    `heading` stands above a grid or lines. `other` is the line for an answer that is not listed;
    `ends` are the words at 0 and 10.
    """

    shape: Shape
    asked: tuple[Asked, ...]
    heading: str = ""
    other: Asked | None = None
    ends: tuple[str, str] | None = None

    @property
    def first(self) -> Asked:
        """Give the one question, or the first row."""
        return self.asked[0]

    def alone(self, asked: Asked) -> str:
        """Write a row with the heading above it, for where there are no grids."""
        if not self.heading:
            return asked.row
        return f"{self.heading}{' ' if self.heading.endswith('…') else ': '}{asked.row}"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of the form."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole form; `purpose` is what participants read before they answer."""

    form: FormDescription
    title: str
    purpose: str
    chapters: tuple[Chapter, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in their order."""
        return tuple(block for chapter in self.chapters for block in chapter.blocks)


def questionnaire_of(form: Form, description: FormDescription, words: Words) -> Questionnaire:
    """Lay a form out for other systems."""
    fields: dict[str, list[AnswerField]] = {}
    for each in description.fields:
        fields.setdefault(each.item, []).append(each)
    return Questionnaire(
        description,
        title=one_line(form.title),
        purpose=one_line(plain_text(form.purpose)),
        chapters=tuple(
            Chapter(one_line(words(each.heading)), tuple(_blocks(each, fields, words)))
            for each in form.sections
        ),
    )


def one_line(text: str) -> str:
    """Write a text as one line without emphasis, tags and what is invisible.

    A definition may come from a stranger, and most systems show words as HTML: a tag is taken apart
    by a space, so that people read it and nothing obeys it.
    """
    bare = " ".join(shown_text(text).split())
    return _TAG.sub("< ", _EMPHASIS.sub(r"\2", bare))


def _blocks(
    section: Section, fields: dict[str, list[AnswerField]], words: Words
) -> Iterator[Block]:
    asked = [(question, fields[question.item.id]) for question in section.questions]
    first = section.questions[0].item
    if isinstance(first, BeforeNowItem):
        for at, (side, name) in enumerate(_TIMES):
            said = one_line(words(side))
            rows = tuple(_side(question, own[at], said) for question, own in asked)
            yield Block("grid", rows, one_line(words(name)))
    elif first.kind == "scale":
        rows = tuple(_single(question, own[0]) for question, own in asked)
        yield Block("grid", rows, one_line(section.stem or words(section.heading)))
    else:
        for question, own in asked:
            yield _block(question, own, words)


def _block(question: Question, own: list[AnswerField], words: Words) -> Block:
    item, single = question.item, _single(question, own[0])
    match item:
        case CommitmentItem():
            said = (item.what, item.with_whom, item.by_when)
            lines = tuple(
                Asked(field, one_line(field.text), one_line(text))
                for field, text in zip(own, said, strict=True)
            )
            return Block("lines", lines, single.row)
        case ZeroToTenItem():
            ends = (one_line(item.lowest), one_line(item.highest))
            note = f"0 = {ends[0]}, 10 = {ends[1]}"
            return Block("numbers", (_noted(single, note),), ends=ends)
        case ChoiceItem():
            word = one_line(words("other"))
            labels = tuple(word if value == OTHER else label for value, label in single.answers)
            note = words("choose_several") if item.several else ""
            shown = Asked(single.field, single.text, single.row, labels, one_line(note))
            other = Asked(own[1], f"{single.text}: {word}", word) if len(own) > 1 else None
            return Block("several" if item.several else "one", (shown,), other=other)
        case CodeItem():
            parts = [words(f"code_{number}") for number in range(1, CODE_LETTERS + 1)]
            numbered = [f"{number}. {part}" for number, part in enumerate(parts, start=1)]
            note = one_line(" ".join([words("code_why"), *numbered]))
            return Block("lines", (_noted(single, note),))
        case TextItem():
            return Block("text", (single,))
        case _:
            return Block("one", (single,))


def _single(question: Question, field: AnswerField) -> Asked:
    text = one_line(question.item.text)
    return Asked(field, text, text, tuple(map(one_line, field.labels)))


def _side(question: Question, field: AnswerField, side: str) -> Asked:
    """Give one of a pair; alone, it says which one it is."""
    text = one_line(question.item.text)
    labels = tuple(map(one_line, field.labels))
    return Asked(field, f"{text} ({side.lower()})", text, labels)


def _noted(asked: Asked, note: str) -> Asked:
    return Asked(asked.field, asked.text, asked.row, asked.labels, note)
