"""The answer record: what one person answered on one form, whichever way it came back."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kit.instrument.description import FormDescription


class Way(StrEnum):
    """How a response came in."""

    SCAN = "scan"
    WEB = "web"
    FILE = "file"
    PDF = "pdf"
    TABLE = "table"


class Status(StrEnum):
    """How sure an answer is.

    `taken` as it stood, `confirmed` by a person who looked at it, `typed` by one who read it,
    `doubtful` until somebody has.
    """

    TAKEN = "taken"
    CONFIRMED = "confirmed"
    TYPED = "typed"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one field.

    `values` are the marked values of a field of choices, or the words of a field of words; none
    where it was left blank. `evidence` says what it was read from, as JSON can hold it: darkness
    of each box, the name of a picture of the row, the cell of a table. It never says who answered.
    """

    field: str
    values: tuple[str, ...] = ()
    status: Status = Status.TAKEN
    evidence: Mapping[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Response:
    """One person's answers to one form, tied to nobody.

    `day` is the day on which it came in: never a time. `token` is that of a numbered sheet or of a
    form on the web, which counts once; `original` is a digest of what it was read from, so that
    the same thing is not taken in twice. `received` is what came in, as JSON can hold it, without
    anything about people: the pictures of a sheet's pages, or the values as they were given.
    """

    form: FormDescription
    way: Way
    day: date
    answers: tuple[Answer, ...]
    original: str
    token: str | None = None
    received: Mapping[str, Any] = dataclasses.field(default_factory=dict)
