"""A cell of a table ▶ the values of a field: numbers or words, as people and systems write them.

Nothing is guessed: a cell that fits no answer, or two, is told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from kit.instrument.answer_fields import NOT_APPLICABLE, OTHER
from kit.reading.roster_cells import shown_text
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.exchange.system import Prefer
    from kit.instrument.answer_fields import AnswerField

_WHOLE: Final = re.compile(r"0*(\d{1,3})(?:\.0+)?")
_NUMBER_FIRST: Final = re.compile(r"(\d{1,3})\s*[-–—=:.)]\s*(.+)", re.DOTALL)
_NUMBER_LAST: Final = re.compile(r"(.+?)\s*[(\[](\d{1,3})[)\]]", re.DOTALL)
_NOT_APPLICABLE: Final = frozenset({"na", "notapplicable", "doesnotapply", "noaplica"})
_YES: Final = frozenset({"1", "yes", "y", "true", "checked", "x", "selected", "si", "verdadero"})
_TICKS: Final = frozenset("✓✔☑☒✅")
_NO: Final = frozenset({"", "0", "no", "n", "false", "unchecked", "notselected", "falso"})
_SPLITS: Final = (re.compile(r"\s*[;|\n]\s*"), re.compile(r"\s*,\s*"), re.compile(r"[\s,;./+&]+"))

_MOST_LETTERS: Final = 5_000
"""Of a cell with several answers, and words for another one."""
_MOST_COMMAS: Final = 6
"""In the words of one answer."""


class UnfitError(ValueError):
    """A cell fits no answer of its field, or more than one; the message says which."""


_OTHER: Final = frozenset({OTHER, "otro", "otra", "oth"})
"""The words for another answer than those listed; LimeSurvey writes `-oth-`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How cells are read: see `Recognised`.

    With `counted`, numbers go on behind the last one of a scale or list to the answers that are no
    numbers here: `6` is “does not apply” on a scale of five.
    """

    prefer: Prefer | None = None
    codes: str = ""
    counted: bool = False


_PLAINLY: Final = Reading()


def one_value(cell: str, field: AnswerField, reading: Reading) -> str | None:
    """Read the one answer of a cell; None where it is blank.

    Raises:
        UnfitError: it is none of the field's, or it could be two.
    """
    text = " ".join(shown_text(cell).split())
    if not text:
        return None
    numbered = _as_number(text, field) or (_counted(text, field) if reading.counted else None)
    worded = _as_words(text, field)
    if numbered and worded and numbered != worded:
        if reading.prefer is None:
            by_label = field.label_of(numbered)
            raise UnfitError(f"may be the number of “{by_label}” or the words “{text}”")
        return numbered if reading.prefer == "numbers" else worded
    if found := numbered or worded or _with_both(text, field):
        return found
    code = re.fullmatch(reading.codes, text) if reading.codes else None
    if code and code[1] in field.values:
        return code[1]
    if NOT_APPLICABLE in field.values and key_of(text) in _NOT_APPLICABLE:
        return NOT_APPLICABLE
    raise UnfitError(f"is none of the answers: {_answers(field)}")


def is_in_words(cell: str, field: AnswerField) -> bool:
    """Say whether a cell can only be the words of an answer, of those that have a number, too."""
    text = " ".join(shown_text(cell).split())
    worded = _as_words(text, field)
    return worded is not None and worded.isdigit() and _as_number(text, field) is None


def is_chosen(cell: str, field: AnswerField, option: str, reading: Reading = _PLAINLY) -> bool:
    """Read whether one answer of several was chosen, in a column of its own.

    Raises:
        UnfitError: the cell says neither yes nor no.
    """
    text = cell.strip()
    key = key_of(text)
    if text in _TICKS or key in _YES or key in {key_of(option), key_of(field.label_of(option))}:
        return True
    if option == OTHER and key in _OTHER:
        return True
    if reading.counted and _counted(text, field) == option:
        return True
    if key in _NO:
        return False
    raise UnfitError(f"says neither yes nor no to “{field.label_of(option)}”")


def several_values(cell: str, field: AnswerField, reading: Reading) -> tuple[tuple[str, ...], str]:
    """Read all answers of a cell, and other words where the field takes them.

    Raises:
        UnfitError: part of it is none of the field's.
    """
    text = shown_text(cell).strip()
    if not text:
        return (), ""
    if len(text) > _MOST_LETTERS:
        raise UnfitError(f"has more than {_MOST_LETTERS:,} letters")
    if (only := _fitting(text, field, reading)) is not None:
        return (only,), ""
    best: tuple[list[str], list[str]] = ([], [text])
    for split in _SPLITS:
        parts = [part for part in split.split(text) if part]
        values, rest = _greedily(parts, field, reading)
        if not rest:
            if len(set(values)) < len(values):
                raise UnfitError("names one answer twice")
            return _in_order(values, field), ""
        if len(rest) < len(best[1]) or not best[0]:
            best = (values, rest)
    values, rest = best
    if OTHER in field.values and not any(part.isdigit() for part in rest):
        return _in_order([*values, OTHER], field), ", ".join(rest)
    raise UnfitError(f"has “{rest[0]}”, which is none of the answers: {_answers(field)}")


def _greedily(
    parts: Sequence[str], field: AnswerField, reading: Reading
) -> tuple[list[str], list[str]]:
    """Fit parts to answers, the longest first: an answer may have a comma in its words."""
    values: list[str] = []
    rest: list[str] = []
    at = 0
    while at < len(parts):
        for end in range(min(len(parts), at + _MOST_COMMAS), at, -1):
            value = _fitting(", ".join(parts[at:end]), field, reading)
            if value is not None:
                values.append(value)
                at = end
                break
        else:
            rest.append(parts[at])
            at += 1
    return values, rest


def _fitting(text: str, field: AnswerField, reading: Reading) -> str | None:
    try:
        return one_value(text, field, reading)
    except UnfitError:
        return None


def _in_order(values: Sequence[str], field: AnswerField) -> tuple[str, ...]:
    return tuple(value for value in field.values if value in values)


def _as_number(text: str, field: AnswerField) -> str | None:
    if found := _WHOLE.fullmatch(text):
        return found[1] if found[1] in field.values else None
    return text.lower() if text.lower() in field.values else None


def _as_words(text: str, field: AnswerField) -> str | None:
    key = key_of(text)
    if not key:
        return None
    fits = [
        value for value, each in zip(field.values, _keys(field.labels), strict=True) if each == key
    ]
    if not fits and OTHER in field.values and key in _OTHER:
        return OTHER
    return fits[0] if len(fits) == 1 else None


def _counted(text: str, field: AnswerField) -> str | None:
    """Read a number that counts past the last one, to the answers that are words."""
    if not text.isascii() or not text.isdigit() or text in field.values:
        return None
    words = [value for value in field.values if not value.isdigit()]
    at = int(text[:4]) - (len(field.values) - len(words)) - 1
    return words[at] if 0 <= at < len(words) else None


@cache
def _keys(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(key_of, labels))


def _with_both(text: str, field: AnswerField) -> str | None:
    """Read `5 = Strongly agree` and `Strongly agree (5)`, where both say the same."""
    for pattern, number, words in ((_NUMBER_FIRST, 1, 2), (_NUMBER_LAST, 2, 1)):
        if found := pattern.fullmatch(text):
            value = _as_number(found[number], field)
            if value and key_of(found[words]) in _labels(value, field):
                return value
    return None


def _labels(value: str, field: AnswerField) -> set[str]:
    """Give the words of an answer, also without the number that stands in them."""
    label = field.label_of(value)
    return {key_of(label), key_of(re.sub(rf"^{re.escape(value)} \((.+)\)$", r"\1", label))}


def _answers(field: AnswerField) -> str:
    pairs = zip(field.values, field.labels, strict=True)
    return ", ".join(f"{value} = {label}" if label != value else value for value, label in pairs)
