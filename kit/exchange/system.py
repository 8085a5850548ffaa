"""What another system's export of answers says, in terms that are the same for all systems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kit.reading.roster_cells import shown_text
from kit.reading.roster_columns import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kit.exchange.answer_table import FormName

Cells: TypeAlias = "Sequence[Sequence[str]]"
About: TypeAlias = Literal["answer", "person", "system"]
"""Whether a column may hold answers, is about the person, or is what the system notes down."""
Prefer: TypeAlias = Literal["numbers", "words"]

_TAG: Final = re.compile(r"<[A-Za-z/!?][^<>]{0,500}>")
_NUMBERED: Final = re.compile(r"\s*(?:Q(?:uestion)?\s?)?\d{1,3}\s*[.):]\s+", re.IGNORECASE)
_MOST_JOINTS: Final = 6
_MOST_LETTERS: Final = 1_000
"""Of a heading; what comes behind tells nothing more."""
_PERSONAL: Final = frozenset(
    map(
        key_of,
        (
            *("email", "email address", "e-mail", "your email", "recipient email", "username"),
            *(
                "user name",
                "name",
                "full name",
                "your name",
                "first name",
                "last name",
                "firstname",
            ),
            *("lastname", "recipient first name", "recipient last name", "external reference"),
            *("external data reference", "ip address", "ipaddr", "location latitude", "phone"),
            *(
                "location longitude",
                "refurl",
                "referrer url",
                "token",
                "access code",
                "custom data 1",
            ),
            *("redcap_survey_identifier", "survey identifier", "participant", "participant id"),
            *("student id", "employee id", "correo electrónico"),
            *("dirección de correo electrónico", "custom data 1"),
            *("nombre", "nombre completo", "apellidos", "phone number", "custom data"),
        ),
    )
)
_NOTED: Final = frozenset(
    map(
        key_of,
        (
            *("timestamp", "marca temporal", "start time", "completion time", "start date"),
            *("end date", "startdate", "enddate", "recorded date", "datestamp", "submitdate"),
            *("date submitted", "date started", "date last action", "last modified time", "date"),
            *("hora de inicio", "hora de finalización", "survey timestamp", "score", "puntuación"),
        ),
    )
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a column: 0 is the first column.

    `names` and `texts` are what may name a field, by its id and by its words: each a question and
    a part of it (a row of a grid, an answer of several), which may be empty. With `marks`, the
    cells say of one answer of several whether it was chosen.
    """

    column: int
    shown: str
    names: tuple[tuple[str, str], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    about: About = "answer"
    marks: bool = False


@dataclass(frozen=True, slots=True)
class Recognised:
    """An export that was recognised.

    The answers begin in the row `first`, counted from 0. `day` is the column that says when an
    answer was given, `test` the column and the words that mark a row as a trial. `prefer` says what
    the cells of choices hold, where the system leaves no doubt. `codes` matches how the system
    numbers answers by itself, the number in its first group. With `is_uniform`, all cells of
    choices hold the same, numbers or words. With `counts`, its numbers are the places of the
    answers, also of those that are no numbers here.
    """

    system: str
    headings: tuple[Heading, ...]
    first: int
    prefer: Prefer | None = None
    day: int | None = None
    test: tuple[int, frozenset[str]] | None = None
    codes: str = ""
    form: FormName | None = None
    is_typed: bool = False
    counts: bool = False
    is_uniform: bool = False


@dataclass(frozen=True, slots=True)
class System:
    """Another system: its name, and what recognises an export by its first rows."""

    name: str
    recognise: Callable[[Cells], Recognised | None]


def cell(row: Sequence[str], column: int) -> str:
    """Give a cell as words: without tags, entities, line breaks and what is invisible.

    It is empty where there is none.
    """
    text = row[column][:_MOST_LETTERS] if column < len(row) else ""
    return " ".join(shown_text(unescape(_TAG.sub(" ", text))).split())


def without_number(text: str) -> str:
    """Take the number of a question off its words: `3. How likely …`."""
    return _NUMBERED.sub("", text, count=1) if _NUMBERED.match(text) else text


def about(heading: str) -> About:
    """Say whether a heading is of those that are no question in any system."""
    key = key_of(heading)
    if key in _PERSONAL:
        return "person"
    return "system" if key in _NOTED else "answer"


def in_parts(text: str) -> tuple[tuple[str, str], ...]:
    """Take the words of a heading apart, in each way in which systems join a question and a part.

    `Question [Row]`, `Question - Row`, `Question: Row`, `Beginning … row`, `Question (choice=Row)`.
    """
    bare = without_number(text)
    found = [(bare, ""), (text, "")]
    if match := re.fullmatch(r"(.+?)\s*\(choice=(.+)\)", bare):
        found.append((match[1], match[2]))
    if match := re.fullmatch(r"(.*?)\s*\[(.+)\]", bare):
        found.append((match[1], match[2]))
    for joint in (" - ", " – ", ": ", " | ", " >> ", "… "):
        matches = islice(re.finditer(re.escape(joint), bare), _MOST_JOINTS)
        found += [(bare[: match.start()], bare[match.end() :]) for match in matches]
    return tuple(dict.fromkeys(found))
