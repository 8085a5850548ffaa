"""Sheets that look like one that is in already: the same sheet, scanned again.

No code tells photocopied forms apart, but no two people put fifteen marks down alike: how dark each
box is, and where in it the ink lies, says whether two pictures show one sheet. Sheets with
different numbers are different sheets, however alike they look.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import dist
from typing import TYPE_CHECKING, Final, TypeAlias

from kit.answers.response import Way

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.answers.response import Answer
    from kit.answers.store import Store
    from kit.instrument.description import FormDescription

MARKED: Final = 0.055
_FEWEST: Final = 5
"""With fewer marks two people may well be alike."""
_APART: Final = 0.025
_SHARE: Final = 0.12
"""Two scans of one mark differ by less than the sum of these: so much, and this share of it."""
_MOVED: Final = 0.1
"""Millimeters between the middles of one mark in two scans, on average over a sheet. Measured on
sheets whose every answer was the same: 0.013 and less for one sheet at 150 to 300 dpi, tilted and
upside down; 0.16 and more for two people with one pen."""


@dataclass(frozen=True, slots=True)
class BoxLook:
    """How dark a box is and, where it is marked, where the middle of the ink lies, in millimeters.

    `middle` is None where nothing is marked, and for sheets that were taken before it was kept.
    """

    dark: float
    middle: tuple[float, float] | None = None


Look: TypeAlias = dict[tuple[str, str], BoxLook]
"""The looks of every box, by field and value."""


@dataclass(frozen=True, slots=True)
class LikeSheet:
    """A sheet that is in: the id of its response, and whether all of its pages are."""

    response: str
    whole: bool


def look_of(answers: Iterable[Answer]) -> Look:
    """Give what a sheet looks like, as far as its boxes say."""
    look: Look = {}
    for answer in answers:
        match answer.evidence:
            case {"dark": dict(dark)}:
                middles = answer.evidence.get("middle", {})
                for value, each in dark.items():
                    middle = middles.get(value)
                    at = (float(middle[0]), float(middle[1])) if middle else None
                    look[answer.field, str(value)] = BoxLook(float(each), at)
    return look


def is_same_sheet(one: Look, other: Look) -> bool:
    """Say whether two looks are of one sheet, as far as both show it."""
    pairs = [(one[box], other[box]) for box in one.keys() & other.keys()]
    marked = [each for each in pairs if max(box.dark for box in each) >= MARKED]
    return len(marked) >= _FEWEST and all(map(_as_dark, pairs)) and _in_place(marked)


def _as_dark(pair: tuple[BoxLook, BoxLook]) -> bool:
    one, other = (box.dark for box in pair)
    return abs(one - other) <= _APART + _SHARE * max(one, other)


def _in_place(marked: Iterable[tuple[BoxLook, BoxLook]]) -> bool:
    moved = [dist(one.middle, other.middle) for one, other in marked if one.middle and other.middle]
    return not moved or sum(moved) / len(moved) <= _MOVED


class Looks:
    """What the sheets that are in look like, by session and number."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[tuple[str, str], list[tuple[Look, str | None, LikeSheet]]] = {}

    def like(
        self, form: FormDescription, answers: Iterable[Answer], token: str | None
    ) -> LikeSheet | None:
        """Give the sheet that these answers were read from before; None where there is none."""
        look = look_of(answers)
        return next(
            (
                sheet
                for known, of_token, sheet in self._in(form)
                if of_token == token and is_same_sheet(look, known)
            ),
            None,
        )

    def remember(
        self, form: FormDescription, answers: tuple[Answer, ...], token: str | None, response: str
    ) -> None:
        """Know a sheet from now on."""
        self._in(form).append((look_of(answers), token, _sheet(response, form, answers)))

    def _in(self, form: FormDescription) -> list[tuple[Look, str | None, LikeSheet]]:
        key = (form.session, form.form)
        if key not in self._of:
            stored = self._store.responses(
                session=form.session, form=form.form, way=Way.SCAN, aside=True
            )
            self._of[key] = [
                (
                    look_of(each.response.answers),
                    each.response.token,
                    _sheet(each.id, each.response.form, each.response.answers),
                )
                for each in stored
            ]
        return self._of[key]


def _sheet(response: str, form: FormDescription, answers: tuple[Answer, ...]) -> LikeSheet:
    there = {answer.field for answer in answers}
    return LikeSheet(response, all(field.key in there for field in form.fields))
