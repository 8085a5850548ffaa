"""The columns of a table ▶ the fields of a form: by their ids, then by their words."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kit.exchange.systems.field_names import ANY
from kit.instrument.answer_fields import OTHER
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kit.exchange.system import Heading
    from kit.exchange.systems.field_names import Column, Meant
    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

_TIMES: Final = {
    "before": ("before", "antes"),
    "now": ("now", "after", "today", "ahora", "despues", "hoy"),
}
"""Words that tell the two sides of a pair apart, in the heading of a grid."""
_TIME: Final = re.compile(r" \((before|now)\)$")
_SIDE: Final = re.compile(r"(.+) \((\w+)\)")
"""A side of a pair in any language: `… (antes)`."""
_OTHERS: Final = frozenset({OTHER, "otherpleasespecify", "othertext", "otro", "text"})
_AGAIN: Final = re.compile(r"(?<=\D)\d$")
_CUT: Final = re.compile(r"(?:…|\.\.\.)$")
_SHORTEST_CUT: Final = 20
"""Letters that the beginning of a question must have to stand for all of it."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a column's cells go: to a field, or to one answer of a field that takes several.

    `is_own`: the other system has the name from here, and the answers with it (`kit export`).
    """

    field: AnswerField
    option: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of the columns.

    `unclear` are columns that fit more than one field, and those that claim one that another column
    has: with the keys of the fields. `strange` fit none.
    """

    targets: Mapping[int, Target] = field(default_factory=dict)
    unclear: tuple[tuple[Heading, tuple[str, ...]], ...] = ()
    strange: tuple[Heading, ...] = ()


def matched(
    headings: tuple[Heading, ...],
    form: FormDescription,
    chosen: Mapping[int, Target | None],
    own: Mapping[Column, Meant] | None = None,
) -> Matched:
    """Match columns to fields; `chosen` says of some what they are, or that they are none.

    `own` are the names that columns have where the form was exported from here.
    """
    targets = {column: each for column, each in chosen.items() if each is not None}
    unclear: list[tuple[Heading, tuple[str, ...]]] = []
    strange: list[Heading] = []
    claims: dict[tuple[str, str], list[Heading]] = defaultdict(list)
    for heading in headings:
        if heading.about != "answer" or heading.column in chosen:
            continue
        found = _exported(heading, form, own or {}) or _found(heading, form)
        if not found:
            strange.append(heading)
        elif len(found) > 1:
            unclear.append((heading, tuple(each.field.key for each in found)))
        else:
            targets[heading.column] = found[0]
            claims[found[0].field.key, found[0].option].append(heading)
    taken = {(each.field.key, each.option) for each in chosen.values() if each}
    every = {*taken, *claims}
    mixed = {key for key, option in every if option and (key, "") in every}
    for claim, claimants in claims.items():
        key = claim[0]
        if len(claimants) > 1 or claim in taken or key in mixed:
            for each in claimants:
                del targets[each.column]
                unclear.append((each, (key,)))
    return Matched(targets, tuple(sorted(unclear, key=lambda each: each[0].column)), tuple(strange))


def _exported(heading: Heading, form: FormDescription, own: Mapping[Column, Meant]) -> list[Target]:
    """Give the field that a heading names as `kit export` named it."""
    for question, part in heading.names:
        meant = own.get((question, part)) or own.get((ANY, part))
        field = form.field(meant[0]) if meant else None
        if field and meant:
            return [Target(field, meant[1], is_own=True)]
    return []


def _found(heading: Heading, form: FormDescription) -> list[Target]:
    """Give the fields that a heading may stand for: those by id before those by words."""
    # Some systems put a number behind a heading that repeats another.
    repeated = tuple((_AGAIN.sub("", question), part) for question, part in heading.texts)
    for find, ways in (
        (_by_name, heading.names),
        (_by_words, heading.texts),
        (_by_words, repeated if repeated != heading.texts else ()),
    ):
        for question, part in ways:
            targets = find(question, part, form, marks=heading.marks)
            if found := list(dict.fromkeys(targets)):
                return found
    return []


def _by_name(question: str, part: str, form: FormDescription, *, marks: bool) -> Iterator[Target]:
    whole, own, row = key_of(question + part), key_of(question), key_of(part)
    for each in form.fields:
        key = key_of(each.key)
        if row and (marks or key != whole) and own == key_of(each.item):
            yield from _of_question(each, part, marks=marks)
        elif key in {whole, row} or key == key_of(f"{part}{_time(question)}"):
            yield Target(each)


def _by_words(question: str, part: str, form: FormDescription, *, marks: bool) -> Iterator[Target]:
    whole, own, row = key_of(question + part), key_of(question), key_of(part)
    beginning = key_of(_CUT.sub("", question)) if _CUT.search(question) and not part else ""
    statement, side = _taken_apart(question)
    for each in form.fields:
        said = key_of(each.text)
        is_pair = bool(_TIME.search(each.text))
        alone = key_of(_TIME.sub("", each.text.removesuffix(f": {OTHER}")))
        if marks:
            if own == said:
                yield from _of_question(each, part, marks=True)
        elif said in {whole, row}:
            yield Target(each)
        elif is_pair and alone in {row or own, whole, key_of(statement)}:
            # One of a pair: which one stands behind it, in the heading of the grid, or nowhere.
            time = side or (_time(question) if row else None)
            if time is None or each.key.endswith(f".{time}"):
                yield Target(each)
        elif row and own == alone:
            yield from _of_question(each, part, marks=False)
        elif len(beginning) >= _SHORTEST_CUT and said.startswith(beginning):
            yield Target(each)


def _taken_apart(question: str) -> tuple[str, str | None]:
    """Take the time off a statement: `I can write (antes)`."""
    found = _SIDE.fullmatch(question)
    time = _time(found[2]) if found else None
    return (found[1], time) if found and time else (question, None)


def _of_question(each: AnswerField, part: str, *, marks: bool) -> Iterator[Target]:
    """Give what a part of a question stands for: one of several answers, or other words."""
    row = key_of(part)
    if each.key.endswith(f".{OTHER}"):
        if row in _OTHERS and not marks:
            yield Target(each)
    elif each.kind == "several" and (marks or row not in _OTHERS):
        for value, label in zip(each.values, each.labels, strict=True):
            is_other = value == OTHER and row in _OTHERS
            if value == part.strip() or key_of(label) == row or is_other:
                yield Target(each, value)


def _time(heading: str) -> str | None:
    """Say which side of a pair a heading speaks of; None where it names neither or both."""
    words = {key_of(word) for word in heading.split()}
    said = [time for time, known in _TIMES.items() if words.intersection(known)]
    return said[0] if len(said) == 1 else None
