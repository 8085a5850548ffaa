"""Where a document is written on: its places, each with a lasting name and what it asks.

A name never says a position, so that an answer cannot come to stand beside another question.

In an evaluation form, names are made of the items' ids:

- `goal`: an answer out of several (the values are `1`, `2` …, `na`; `0` to `10` for a number), or
  an open question's text;
- `goal.before` and `goal.now`: a pair, the same values;
- `goal.1`, `goal.2`, `goal.other`: answers of which several may be ticked;
- `goal_other`: what is written behind “other” (an id has no underscore);
- `change.what`, `change.what_2`, `change.with-whom`, `change.by-when`: a commitment's lines.

On a worksheet they are those under which the page on the screen keeps its answers
(`templates/scripts/fill-in.js`): the block's id and the place's own words, as in
`needs/Career/Now`. A full stop stands for a step in a PDF's names, so `·` takes its place.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Kind = Literal["text", "tick", "choice"]

STEP = "."
"""Divides the steps of a name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place to write or to tick, at an element of the page.

    `asks` are its words for those who cannot see it. A `choice` is one answer, of a `value`, among
    those of one name; `question` are the words of all of them. `rows`: lines that a text may have;
    `longest`: its characters, where there is a limit.
    """

    element: Any
    kind: Kind
    name: str
    asks: str
    value: str = ""
    question: str = ""
    rows: int = 1
    longest: int | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which document a filled one is a copy of: its name, and the version of what it asks."""

    document: str
    version: str


def told_apart(places: Iterable[Place]) -> tuple[Place, ...]:
    """Give each place or choice a name of its own: the second of one gets a number."""
    return tuple(_told_apart(places))


def without_steps(text: str) -> str:
    """Write a text so that it is one step of a name."""
    return text.replace(STEP, "·")


def joined(*texts: str) -> str:
    """Join words for those who listen: `Now: 3`; what is not there is left out."""
    return ": ".join(text.rstrip(": ") for text in texts if text)


def stamp_of(root: Any) -> Stamp | None:
    """Read which document a page is: a form's id, or a workshop's name and the edition's."""
    for main in root.iter("main"):
        if form := main.get("data-form"):
            return Stamp(form, main.get("data-version", ""))
        if filled_in := main.get("data-fill-in"):
            said = json.loads(filled_in)
            return Stamp(f"{said['workshop']}/{said['edition']}", said["version"])
    return None


def _told_apart(places: Iterable[Place]) -> Iterator[Place]:
    given: dict[str, set[str]] = {}
    for place in places:
        name, number = place.name, 1
        # The answers of one choice share a name, each once.
        while place.value in given.get(name, ()) or (name in given and place.kind != "choice"):
            number += 1
            name = f"{place.name} ({number})"
        given.setdefault(name, set()).add(place.value)
        yield replace(place, name=name)
