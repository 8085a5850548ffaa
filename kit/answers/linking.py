"""Which answers to two forms are one person's: by the codes that people made for themselves.

A code is eight letters and digits, each the answer to a question that only the person knows. Months
later some are remembered differently, so that codes match that differ in two places at most. Where
more than one match is possible, nobody decides here: the responses are listed, and never merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.definitions.item import CODE_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kit.answers.stored import StoredResponse

MOST_DIFFERENT: Final = 2
"""Places in which two codes of one person may differ: of codes with eight parts, 95.7 % were found
again in a published trial that allowed for two."""
_UNKNOWN: Final = "?"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two responses of one person, by their ids, and in how many places their codes differ."""

    before: str
    after: str
    different: int


@dataclass(frozen=True, slots=True)
class Links:
    """What the codes tell: pairs that nothing else could match, and what stays open.

    `ambiguous` are groups of responses of which several could be one person's; `alone` have a code
    that nothing matches; `without` is the number of responses with no code.
    """

    pairs: tuple[Pair, ...]
    ambiguous: tuple[tuple[str, ...], ...]
    alone: tuple[str, ...]
    without: int


def code_of(response: StoredResponse) -> str | None:
    """Give a response's code in one spelling, `?` where a place was left out; None without one."""
    form = response.response.form
    codes = {each.key for each in form.fields if each.kind == "text" and each.is_code}
    for answer in response.response.answers:
        if answer.field in codes and answer.values:
            return spelled(" ".join(answer.values))
    return None


def spelled(code: str) -> str | None:
    """Write a code as it is compared: capitals and digits; None where too little is left of it."""
    kept = "".join(letter for letter in code.upper() if letter.isalnum() or letter in "?_-.")
    letters = "".join(letter if letter.isalnum() else _UNKNOWN for letter in kept)
    known = sum(letter != _UNKNOWN for letter in letters)
    if len(letters) != CODE_LETTERS or known < CODE_LETTERS - MOST_DIFFERENT:
        return None
    return letters


def linked(before: Iterable[StoredResponse], after: Iterable[StoredResponse]) -> Links:
    """Match the responses to a form with those to a later one.

    A pair is two responses that match each other and nothing else. Whatever else matches is
    ambiguous: together, everything that hangs together by matches.
    """
    first, second = list(before), list(after)
    codes = {each.id: code for each in (*first, *second) if (code := code_of(each))}
    ids = [each.id for each in first if each.id in codes]
    later = [each.id for each in second if each.id in codes]
    near = {
        (one, other): gap
        for one in ids
        for other in later
        if (gap := _different(codes[one], codes[other])) <= MOST_DIFFERENT
    }
    pairs: list[Pair] = []
    ambiguous: list[tuple[str, ...]] = []
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            continue
        group = _together(one, near)
        seen |= group
        if len(group) == 1:
            continue
        match sorted(group & set(ids)), sorted(group & set(later)):
            case [earlier], [found]:
                pairs.append(Pair(earlier, found, near[earlier, found]))
            case some, others:
                ambiguous.append((*some, *others))
    alone = [each for each in (*ids, *later) if all(each not in pair for pair in near)]
    return Links(
        tuple(pairs), tuple(ambiguous), tuple(alone), len(first) + len(second) - len(codes)
    )


def _different(one: str, other: str) -> int:
    return sum(a != b or a == _UNKNOWN for a, b in zip(one, other, strict=True))


def _together(start: str, near: Mapping[tuple[str, str], int]) -> set[str]:
    """Give everything that hangs together with a response by matches."""
    group, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        for pair in near:
            if here in pair:
                other = pair[pair[0] == here]
                if other not in group:
                    group.add(other)
                    waiting.append(other)
    return group
