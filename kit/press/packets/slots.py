"""Slots: the few short texts in which copies of a document differ, in its HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import product
from typing import TYPE_CHECKING

from kit.errors import KitError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

_SLOT = re.compile(r'<span\b[^<>]*\bdata-slot="([^"<>]*)"[^<>]*>([^<]*)</span>')
_OPENED = re.compile(r"<\w[^<>]*\bdata-slot\b")
_TITLE = re.compile(r"(<title\b[^>]*>)(.*?)(</title>)", re.DOTALL | re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n\r\f]+")
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Signs that neither HTML nor a PDF's metadata can hold."""
_LETTERS = "qzxjv"


@dataclass(frozen=True, slots=True)
class PacketBody:
    """A document with slots, as `<span class="slot" data-slot="name">anything</span>`.

    A slot may stand in several places, and in the `<title>`. What is between its tags is replaced.
    """

    html: str
    stylesheet: str
    base: Path


@dataclass(frozen=True, slots=True)
class PersonValues:
    """One person's copy: a key of the caller's, the body, and what stands in its slots."""

    key: str
    body: PacketBody
    values: Mapping[str, str]

    def filling(self) -> dict[str, str]:
        """Give what stands in each slot of the body, white space as a browser would show it.

        Raises:
            KitError: a slot of the body has no value.
        """
        names = slot_names(self.body.html)
        absent = [name for name in names if name not in self.values]
        if absent:
            listed = ", ".join(absent)
            message = f"The packet of “{self.key}” has nothing to put in: {listed}."
            hint = "Give a text for each slot; it may be empty."
            raise KitError([Problem("slot-without-value", message, hint=hint)])
        return {name: as_shown(self.values[name]) for name in names}


@lru_cache(maxsize=32)
def slot_names(html: str) -> tuple[str, ...]:
    """Name the slots of a document, in the order in which they first stand.

    Raises:
        KitError: something is marked as a slot that cannot be one.
    """
    slots = _SLOT.findall(html)
    if len(slots) != len(_OPENED.findall(html)):
        message = "A slot holds elements, is no <span>, or has no name."
        hint = 'Write each as <span class="slot" data-slot="name">text</span>, with text only.'
        raise KitError([Problem("no-slot", message, hint=hint)])
    return tuple(dict.fromkeys(name for name, _ in slots))


def as_shown(value: str) -> str:
    """Give a text as it is shown: spaces and line ends in a row are one space."""
    return _SPACES.sub(" ", _IMPOSSIBLE.sub("", value)).strip(" ")


def filled(html: str, values: Mapping[str, str]) -> str:
    """Write texts into a document's slots. In its `<title>` they stand without the element."""

    def in_title(found: re.Match[str]) -> str:
        words = _SLOT.sub(lambda slot: escape(values[slot[1]], quote=False), found[2])
        return f"{found[1]}{words}{found[3]}"

    return _SLOT.sub(_in_place(values), _TITLE.sub(in_title, html, count=1))


def _in_place(values: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    def put(found: re.Match[str]) -> str:
        opening = found[0][: found.start(2) - found.start()]
        return f"{opening}{escape(values[found[1]], quote=False)}</span>"

    return put


def shares(people: Iterable[PersonValues]) -> tuple[tuple[PersonValues, ...], ...]:
    """Part people so that each part may be made in another process, to the same bytes.

    Those with one body stay together: a body is laid out once, with all their signs in its fonts.
    """
    parts: dict[PacketBody, list[PersonValues]] = {}
    for person in people:
        parts.setdefault(person.body, []).append(person)
    return tuple(tuple(part) for part in parts.values())


def tokens_for(html: str, filling: Mapping[str, str]) -> dict[str, str]:
    """Choose a short word for each slot that occurs nowhere in the document.

    An empty slot stays empty: a place without text is laid out in another way.
    """
    present = html.casefold()
    free = (word for word in _words() if word not in present)
    return {name: next(free) if value else "" for name, value in filling.items()}


def _words() -> Iterator[str]:
    for size in (4, 5, 6):
        for letters in product(_LETTERS, repeat=size):
            yield "".join(letters)
