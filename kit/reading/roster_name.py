"""The cell of a name: the address taken out of it, and whether it is of somebody who comes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kit.reading.roster_cells import is_formula, mailbox_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_OF_A_NAME = 80

_NOT_KNOWN_YET = re.compile(
    r"(?:tb[acd]|n\.?n\.?|to be (?:announced|confirmed|decided|determined|named)|vacant|"
    r"vacancy|unknown|unfilled|open (?:seat|place|slot|spot)|(?:name )?not (?:yet )?known|"
    r"reserved|placeholder|por confirmar|por definir)[\s\d.?#]*|[?]+",
    re.IGNORECASE,
)
_STAYS_AWAY = (
    r"(?:has |have |is |was )?(?:cancel{1,2}ed|cancel{1,2}ation|cancels|declined|declines|withdrew|"
    r"withdrawn|dropped(?: out)?|not (?:coming|attending|able to (?:come|attend)|available)|"
    r"no longer (?:coming|attending|here|with us)|(?:can[’']?t|cannot|won[’']?t|will not) "
    r"(?:come|attend|make it)|no[ -]?show|absent|excused|regrets|on leave|sick|left|"
    r"tentative|maybe|unsure|wait(?:ing)?[ -]?list(?:ed)?|cancelad[oa])"
)
_SAID_IN_BRACKETS = re.compile(rf"[(\[]\s*{_STAYS_AWAY}\b[^)\]]*[)\]]", re.IGNORECASE)
_SAID_BEFORE = re.compile(rf"{_STAYS_AWAY}\s*(?:$|[:;–—]|-\s|,\s)", re.IGNORECASE)
_SAID_BEHIND = re.compile(rf"(?:\s[-–—]+\s*|[:;,*/]\s*){_STAYS_AWAY}\s*[.!?]*$", re.IGNORECASE)


def name_and_address(text: str) -> tuple[str, str]:
    """Split `Ana Diaz <ana@example.org>`, as a mail program copies it, into name and address.

    Where there is no name before the address, or no address, the text stays whole.
    """
    if found := mailbox_of(text):
        name = found[0].strip(" \"'“”,")
        if name and "@" not in name:
            return name, found[1]
    return text, ""


def oddities_of_name(name: str) -> Iterator[tuple[str, str]]:
    """Say what is odd about a name: a code and words that follow “this name”."""
    if "@" in name:
        yield "name-is-email", "is an e-mail address"
    elif is_formula(name):
        return  # said of its cell
    elif is_nobody_yet(name):
        yield "nobody-yet", "stands for nobody yet; it is kept, with a seat and a packet"
    elif not any(each.isalpha() for each in name):
        yield "odd-name", "has no letter in it"
    elif "?" in name:
        yield "lost-letter", "holds a question mark, as where a letter was lost"
    elif any(sign in name for sign in "\t|;"):
        yield "odd-name", "holds a sign that separates cells"
    if _says_who_stays_away(name):
        yield "not-coming", "says that they may not come; it is kept, with a seat and a packet"
    if len(name) > MOST_OF_A_NAME:
        yield "long-name", f"has {len(name)} characters, more than {MOST_OF_A_NAME}"


def is_nobody_yet(text: str) -> bool:
    """Say whether a text stands for somebody who is not known yet: `TBD`, `to be announced`."""
    return bool(_NOT_KNOWN_YET.fullmatch(text))


def _says_who_stays_away(name: str) -> bool:
    """Say whether a word set apart from the name says so: `Ann Left` is a name."""
    return bool(
        _SAID_IN_BRACKETS.search(name) or _SAID_BEFORE.match(name) or _SAID_BEHIND.search(name)
    )
