"""A tailored workshop ▶ the form that its participants fill in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from kit.definitions.item import answers_asked
from kit.instrument.version import version_of
from kit.tailoring.form_parts import OF_COMMITMENT, form_parts
from kit.tailoring.tailor import completing_stem

if TYPE_CHECKING:
    from kit.definitions.item import Item
    from kit.definitions.scale import Scale
    from kit.tailoring.tailor import TailoredWorkshop

Phase: TypeAlias = Literal["end", "follow-up"]

_LATER = frozenset({"scale", "choices"})
"""Kinds of section with another heading in the form that is sent later."""
_KINDS = {OF_COMMITMENT: "scale"}
_MARKS_A_MINUTE = 5
_MARKS_A_TEXT = 4


@dataclass(frozen=True)
class Question:
    """An item with its number on the form."""

    item: Item
    number: int
    scale: Scale | None


@dataclass(frozen=True)
class Section:
    """Questions that are answered in one way.

    `kind` is objectives, agreement, scale (another than agreement), before-now, choices,
    commitment or open; `heading` names its words in `templates/strings`; `stem` are the words that
    the items complete, or empty.
    """

    kind: str
    heading: str
    stem: str
    scale: Scale | None
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Form:
    """One form. `version` changes with what is asked and how it is answered, not with wording.

    `workshop` is the name of the workshop that it asks about, `objectives` the ids and texts of the
    workshop's objectives in this length.
    """

    id: str
    title: str
    phase: Phase
    version: str
    purpose: str
    minutes: int
    sections: tuple[Section, ...]
    workshop: str
    objectives: tuple[tuple[str, str], ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of their numbers."""
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def is_confidential(self) -> bool:
        """Whether it asks for a code that finds the person's answers to another form."""
        return any(question.item.kind == "code" for question in self.questions)

    @property
    def answers(self) -> int:
        """How many answers it asks of one person: a pair asks two, a commitment three."""
        return sum(answers_asked(question.item) for question in self.questions)


def form_of(tailored: TailoredWorkshop, phase: Phase) -> Form | None:
    """Make the form of a phase; None where the workshop asks nothing then."""
    evaluation = tailored.workshop.evaluation
    if phase == "end":
        items, purpose, stem = tailored.items, evaluation.purpose, evaluation.stem
        completing = completing_stem(tailored.workshop)
    elif evaluation.follow_up:
        items, purpose, stem = tailored.follow_up_items, evaluation.follow_up.purpose or "", ""
        completing = frozenset()
    else:
        return None
    if not items:
        return None
    sections = _sections(items, tailored, completing, stem, phase)
    questions = [question for section in sections for question in section.questions]
    return Form(
        id=tailored.name if phase == "end" else f"{tailored.name}-follow-up",
        title=tailored.workshop.title,
        phase=phase,
        version=version_of([(question.item, question.scale) for question in questions]),
        purpose=purpose,
        minutes=evaluation.minutes if phase == "end" else _minutes(items),
        sections=sections,
        workshop=tailored.name,
        objectives=tuple((each.id, each.text) for each in tailored.objectives),
    )


def _minutes(items: tuple[Item, ...]) -> int:
    marks = sum(_MARKS_A_TEXT if item.kind == "text" else answers_asked(item) for item in items)
    return -(-marks // _MARKS_A_MINUTE)


def _sections(
    items: tuple[Item, ...],
    tailored: TailoredWorkshop,
    completing: frozenset[str],
    stem: str,
    phase: Phase,
) -> tuple[Section, ...]:
    sections: list[Section] = []
    number = 1
    for part in form_parts(items, completing):
        scale = tailored.scales.get(part.scale)
        questions = tuple(Question(item, at, scale) for at, item in enumerate(part.items, number))
        number += len(questions)
        words = stem if part.kind == "objectives" else ""
        kind = _KINDS.get(part.kind, part.kind)
        sections.append(Section(kind, _heading(part.kind, phase), words, scale, questions))
    return tuple(sections)


def _heading(kind: str, phase: Phase) -> str:
    later = "later_" if phase == "follow-up" and kind in _LATER else ""
    return f"form_{later}{kind.replace('-', '_')}"
