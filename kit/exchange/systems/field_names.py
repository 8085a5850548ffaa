"""What the fields of a form are called in systems that keep names, and back.

A name is the key with what the system does not allow taken out: `can-write-goal.before` is
`can_write_goal_before` in REDCap. Where that is too long, is taken, or means something else to the
system, its end is a few letters made of the key. Nothing need be kept: whoever has the form can
work the names out again.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

from kit.instrument.answer_fields import OTHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kit.instrument.answer_fields import AnswerField
    from kit.instrument.description import FormDescription

_LETTERS: Final = "abcdefghijkmnpqrstuvwxyz"
_SIGNS: Final = f"{_LETTERS}23456789"
_MADE: Final = 5
"""Letters and figures that are made of a key."""
ANY: Final = ""
"""In place of a question: the part alone says which field it is."""


@dataclass(frozen=True, slots=True)
class Naming:
    """How a system names fields: so many signs, what joins words, and what is not to be used."""

    most: int
    joint: str
    taken: frozenset[str]
    refused: re.Pattern[str]

    def plain(self, key: str) -> str:
        """Give the name that a key has if nothing speaks against it."""
        return re.sub(r"[^a-z0-9]+", self.joint, key.lower())

    def fits(self, name: str) -> bool:
        """Say whether the system takes a name."""
        return (
            len(name) <= self.most
            and name[:1].isalpha()
            and name not in self.taken
            and not self.refused.search(name)
        )

    def made(self, key: str, salt: int) -> str:
        """Make a name that ends in letters of the key's digest; `salt` makes another one."""
        digest = blake2b(f"{key} {salt}".encode(), digest_size=8).digest()
        first, *rest = digest[:_MADE]
        end = _LETTERS[first % len(_LETTERS)] + "".join(_SIGNS[each % len(_SIGNS)] for each in rest)
        start = f"x{self.joint}" if salt else ""  # the key may begin with what is refused
        head = f"{start}{self.plain(key)}"[: self.most - _MADE - len(self.joint)].rstrip(
            self.joint or "_"
        )
        return f"{head}{self.joint}{end}"


REDCAP: Final = Naming(
    most=26,
    joint="_",
    taken=frozenset(
        {"record_id", "study_id", "instance", "hidden_edit_flag", "action", "case", "catch"}
        | {"class", "continue", "document", "elements", "enum", "focus", "new", "return"}
        | {"submit", "super", "switch", "throw"}
    ),
    refused=re.compile(r"^redcap_|_(?:complete|timestamp)$"),
)
"""REDCap warns of names with more than 26 characters: some of its exports lose them (agapow.net,
“What I done learned about REDCap”). Names that it refuses, because a browser or REDCap itself uses
them, are `$reserved_field_names` in its class `Project`."""

QUALTRICS_ABOUT: Final = "about_form"
"""What people read first has a name in Qualtrics, too."""

QUALTRICS: Final = Naming(
    most=15,
    joint="_",
    taken=frozenset(
        {"status", "progress", "finished", "name", "email", "score", "sc0", "startdate", "enddate"}
        | {"date", "phone", "username", "participant", "token", "timestamp", "responseset"}
        | {QUALTRICS_ABOUT}
    ),
    refused=re.compile(r"_\d+$|_text$|^q_"),
)
"""One source says that longer names than 15 stop the import. `name_2` is the second row of a grid,
or the second of several answers."""

LIME_SURVEY: Final = Naming(
    most=20,
    joint="",
    taken=frozenset(
        {"id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp"}
        | {
            "ipaddr",
            "refurl",
            "token",
            "email",
            "firstname",
            "lastname",
            "time",
            "other",
            "lang",
            "sid",
        }
        | {"savedid", "qid", "gid", "sgq", "self", "that", "this", "interviewtime", "totaltime"}
        | {"ipaddress", "accesscode", "responseid", "emailaddress"}
    ),
    refused=re.compile(r"[^a-z0-9]"),
)
"""Letters and figures only; `time` and some others are reserved."""


def names_of(form: FormDescription, naming: Naming) -> Mapping[str, str]:
    """Give every field's name by its key; no two are alike."""
    plain = {each.key: naming.plain(each.key) for each in form.fields}
    count = Counter(plain.values())
    names = {key: name for key, name in plain.items() if count[name] == 1 and naming.fits(name)}
    used = {*plain.values(), *names.values()}
    for key in [each for each in plain if each not in names]:
        made = naming.made(key, 0)
        salt = 0
        while made in used or not naming.fits(made):
            salt += 1
            made = naming.made(key, salt)
        used.add(made)
        names[key] = made
    return names


Column = tuple[str, str]
"""A question and a part of it, as a heading names them."""
Meant = tuple[str, str]
"""The key of a field, and one of its values where a column is for one of several answers."""


def columns_of(system: str, form: FormDescription) -> Mapping[Column, Meant]:
    """Say what the columns of an export are if the form was made from ours; none elsewhere."""
    known = _COLUMNS.get(system)
    return dict(known(form)) if known else {}


def _of_redcap(form: FormDescription) -> Iterator[tuple[Column, Meant]]:
    names = names_of(form, REDCAP)
    for each in form.fields:
        if each.kind == "several":
            for value in each.values:
                yield (names[each.key], value), (each.key, value)
        else:
            yield (names[each.key], ""), (each.key, "")


def _of_lime_survey(form: FormDescription) -> Iterator[tuple[Column, Meant]]:
    names = names_of(form, LIME_SURVEY)
    for each in form.fields:
        name = names[each.key]
        if each.key.endswith(f".{OTHER}"):
            yield (names[each.item], OTHER), (each.key, "")
        elif each.kind == "several":
            for value in each.values:
                if value != OTHER:
                    yield (name, value), (each.key, value)
        else:
            yield (name, ""), (each.key, "")
            yield (ANY, name), (each.key, "")


def _of_qualtrics(form: FormDescription) -> Iterator[tuple[Column, Meant]]:
    names = names_of(form, QUALTRICS)
    for at, each in enumerate(form.fields):
        name = names[each.key]
        yield (name, ""), (each.key, "")
        if each.kind == "several":
            for number, value in enumerate(each.values, start=1):
                yield (f"{name}_{number}", ""), (each.key, value)
        elif each.kind == "one":
            for number, row in enumerate(_rows(form.fields[at:]), start=1):
                yield (f"{name}_{number}", ""), (row.key, "")


def _rows(fields: Sequence[AnswerField]) -> Iterator[AnswerField]:
    """Give the rows of a grid that begins with the first of these fields.

    A grid is named after its first row, so that any row of it can be told by its number.
    """
    first = fields[0]
    side = first.key.removeprefix(first.item)
    return (each for each in fields if each.kind == "one" and each.key == f"{each.item}{side}")


_COLUMNS: Final[Mapping[str, Callable[[FormDescription], Iterator[tuple[Column, Meant]]]]] = {
    "REDCap": _of_redcap,
    "Qualtrics": _of_qualtrics,
    "LimeSurvey": _of_lime_survey,
}
