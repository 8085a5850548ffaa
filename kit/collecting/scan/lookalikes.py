"""Sheets that look like one that is in already: the same sheet, scanned again.

No code tells photocopied forms apart, but no two people put fifteen marks down alike: how dark each
box is says whether two pictures show one sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from kit.answers.response import Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.answers.response import Answer
    from kit.answers.store import Store
    from kit.instrument.description import FormDescription

Look: TypeAlias = dict[tuple[str, str], float]
"""The darkness of every box, by field and value."""

_MARKED: Final = 0.055
_FEWEST: Final = 5
"""With fewer marks two people may well be alike."""
_APART: Final = 0.025
_SHARE: Final = 0.12
"""Two scans of one mark differ by less than the sum of these: so much, and this share of it."""


def look_of(answers: Iterable[Answer]) -> Look:
    """Give what a sheet looks like, as far as its boxes say."""
    look: Look = {}
    for answer in answers:
        dark = answer.evidence.get("dark")
        if isinstance(dark, dict):
            look |= {(answer.field, str(value)): float(each) for value, each in dark.items()}
    return look


def is_same_sheet(one: Look, other: Look) -> bool:
    """Say whether two looks are of one sheet, as far as both show it."""
    both = one.keys() & other.keys()
    marked = [box for box in both if max(one[box], other[box]) >= _MARKED]
    return len(marked) >= _FEWEST and all(
        abs(one[box] - other[box]) <= _APART + _SHARE * max(one[box], other[box]) for box in both
    )


class Looks:
    """What the sheets that are in look like, by session, with how to name each for a person."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[tuple[str, str], list[tuple[Look, str]]] = {}

    def like(self, form: FormDescription, answers: Iterable[Answer]) -> str | None:
        """Name the sheet that these answers were read from before; None where there is none."""
        look = look_of(answers)
        return next((name for known, name in self._in(form) if is_same_sheet(look, known)), None)

    def remember(self, form: FormDescription, answers: Iterable[Answer], name: str) -> None:
        """Know a sheet from now on."""
        self._in(form).append((look_of(answers), name))

    def _in(self, form: FormDescription) -> list[tuple[Look, str]]:
        key = (form.session, form.form)
        if key not in self._of:
            stored = self._store.responses(
                session=form.session, form=form.form, way=Way.SCAN, aside=True
            )
            self._of[key] = [
                (look_of(each.response.answers), f"response {each.id}") for each in stored
            ]
        return self._of[key]
