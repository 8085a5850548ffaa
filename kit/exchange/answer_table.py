"""The kit's own table of answers, to type them into: one row a person.

The first row has the names of the fields, the second their words; the first column is for the
numbers that somebody wrote on the sheets, so that a mistake can be found again. The first cell says
which form it is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

NUMBERS: Final = "Sheet number"
_NAMED: Final = re.compile(r"Workshop Kit form: (\S+) (\S+) (\S+) (\S+)")


@dataclass(frozen=True, slots=True)
class FormName:
    """What tells a form: see `FormDescription`."""

    form: str
    version: str
    wording: str
    session: str

    def __str__(self) -> str:
        return f"{self.form} {self.version} {self.wording} {self.session}"


def name_of(form: FormDescription) -> FormName:
    """Give what tells a form from every other."""
    return FormName(form.form, form.version, form.wording, form.session)


def form_named(cell: str) -> FormName | None:
    """Read the first cell of a table; None where it is none of the kit's own."""
    found = _NAMED.fullmatch(" ".join(cell.split()))
    return FormName(*found.groups()) if found else None


def head_rows(form: FormDescription) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the two rows above the answers."""
    ids = (f"Workshop Kit form: {name_of(form)}", *(each.key for each in form.fields))
    return ids, (NUMBERS, *(_words(each) for each in form.fields))


def _words(field: AnswerField) -> str:
    if field.kind == "text":
        return field.text
    pairs = zip(field.values, field.labels, strict=True)
    answers = ", ".join(
        value if label == value else f"{value} = {_without(value, label)}" for value, label in pairs
    )
    how = "all that were marked, with spaces between: " if field.kind == "several" else ""
    return f"{field.text} [{how}{answers}]"


def _without(value: str, label: str) -> str:
    """Take the number out of a label that has it: `0 (not at all likely)`."""
    inside = re.fullmatch(rf"{re.escape(value)} \((.+)\)", label)
    return inside[1] if inside else label
