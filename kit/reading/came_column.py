"""The column of a sign-in list that says who came, by the names and the marks that people use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.reading.roster_cells import clean
from kit.reading.roster_columns import key_of, meaning_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAME: Final = (
    "came, attended, attendance, present, here, showed up, was there, checked in, check in, "
    "attendance status, attendee status, status, in attendance, asistió, asistencia, presente"
)
_SIGNED: Final = "signature, signatures, signed, sign, sign here, initials, firma"
_OPPOSITE: Final = "absent, absence, no show, missing, did not come, excused, ausente"
_YES: Final = frozenset(
    {"y", "yes", "true", "t", "1", "x", "✓", "✔", "√", "☑", "☒", "✅", "p", "present", "attended"}
    | {"came", "here", "attending", "checked in", "signed", "late", "came late", "sí", "si"}
    | {"presente", "verdadero", "in attendance", "was there", "showed up"}
)
_NO: Final = frozenset(
    {"n", "no", "false", "f", "0", "☐", "✗", "✘", "❌", "a", "absent", "did not come", "ausente"}
    | {"didn't come", "did not attend", "didn't attend", "not attending", "not present", "no show"}
    | {"no-show", "noshow", "not here", "away", "excused", "falso"}
)
_YES_OR_NO: Final = re.compile(
    r"\s*[(\[]?\s*(?:y\s*/\s*n|yes\s*/\s*no)\s*[)\]]?\s*\??$", re.IGNORECASE
)
_ASIDE: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|[:?].*$", re.DOTALL)
_DASHES: Final = re.compile(r"[-–—_./ ]*")
_VARIATION = "\ufe0e\ufe0f"
"""What makes a sign a picture or keeps it one: `✔️` is `✔`."""


def _keys(words: str) -> frozenset[str]:
    return frozenset(key_of(word) for word in words.split(", "))


_CAME_KEYS, _SIGNED_KEYS, _OPPOSITE_KEYS = _keys(_CAME), _keys(_SIGNED), _keys(_OPPOSITE)


@dataclass(frozen=True, slots=True)
class CameColumn:
    """A column that says who came: its place in the row, and its heading.

    In a column of signatures, anything that is written is one, but for a plain no.
    """

    at: int
    heading: str
    signatures: bool = False


def came_columns(headings: Sequence[str]) -> tuple[CameColumn, ...]:
    """Find the columns that say who came; signatures only where no other column does."""
    came, signed = [], []
    for at, heading in enumerate(headings):
        if meaning_of(heading):
            continue
        if _is_one_of(heading, _CAME_KEYS):
            came.append(CameColumn(at, heading.strip()))
        elif _is_one_of(heading, _SIGNED_KEYS):
            signed.append(CameColumn(at, heading.strip(), signatures=True))
    return tuple(came or signed)


def opposite_columns(headings: Sequence[str]) -> tuple[str, ...]:
    """Find the columns that say who did not come: what a blank cell means there, nobody knows."""
    return tuple(each.strip() for each in headings if _is_one_of(each, _OPPOSITE_KEYS))


def mark_of(cell: str, *, signatures: bool = False) -> bool | None:
    """Read a cell: True for came, False for did not, None where nothing is written.

    Raises:
        ValueError: something is written that says neither.
    """
    text = clean(cell.translate(dict.fromkeys(map(ord, _VARIATION))))[0]
    said = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").rstrip(".! ")
    if _DASHES.fullmatch(text):
        return None
    if said in _YES:
        return True
    if said in _NO - ({"a", "n", "f"} if signatures else set()):
        return False
    if signatures:
        return True
    raise ValueError(text)


def _is_one_of(heading: str, keys: frozenset[str]) -> bool:
    bare = _YES_OR_NO.sub("", heading)
    return key_of(bare) in keys or key_of(_ASIDE.sub("", bare)) in keys
