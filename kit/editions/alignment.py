"""Which activity teaches each objective, on which sheet, and which item measures it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.definitions.evaluation import completed
from kit.editions.parts import objectives, sheet_numbers
from kit.instrument.form import form_of

if TYPE_CHECKING:
    from kit.tailoring.tailor import TailoredWorkshop


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """One objective across the workshop."""

    number: int
    text: str
    bloom: str
    activities: tuple[str, ...]
    pre_work: bool
    sheets: tuple[str, ...]
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormItem:
    """An item with its number on the form."""

    number: int
    kind: str
    id: str
    text: str
    objective: str | None


def form_items(tailored: TailoredWorkshop) -> tuple[FormItem, ...]:
    """List the items of the end form with their numbers."""
    form = form_of(tailored, "end")
    if form is None:
        return ()
    return tuple(
        FormItem(
            question.number,
            question.item.kind,
            question.item.id,
            completed(section.stem, question.item.text),
            question.item.objective,
        )
        for section in form.sections
        for question in section.questions
    )


def form_version(tailored: TailoredWorkshop) -> str:
    """Give the version that the end form shows."""
    form = form_of(tailored, "end")
    return form.version if form else ""


def rows(tailored: TailoredWorkshop) -> tuple[AlignmentRow, ...]:
    """Set objective, activity, sheet and item side by side."""
    sheets = sheet_numbers(tailored)
    items = form_items(tailored)
    pre_work = tailored.prework
    result = []
    for line, objective in zip(objectives(tailored), tailored.objectives, strict=True):
        teaching = [
            (number, timed.activity)
            for number, timed in enumerate(tailored.agenda, 1)
            if objective.id in timed.activity.objectives
        ]
        before = pre_work is not None and objective.id in pre_work.objectives
        used = [use for _, activity in teaching for use in activity.uses]
        if pre_work is not None and before:
            used = [*pre_work.uses, *used]
        result.append(
            AlignmentRow(
                number=line.number,
                text=line.text,
                bloom=str(objective.bloom),
                activities=tuple(f"{number} {activity.title}" for number, activity in teaching),
                pre_work=before,
                sheets=tuple(
                    f"Sheet {sheets[use]}" for use in dict.fromkeys(used) if use in sheets
                ),
                items=tuple(f"{item.number}" for item in items if item.objective == objective.id),
            )
        )
    return tuple(result)
