"""The name of a response in the store: drawn at random, so that it says nothing of its arrival."""

from __future__ import annotations

from secrets import randbits
from typing import Final

from kit.instrument.sheet_code import ALPHABET, letters, letters_of

_LETTERS: Final = 12
"""At 5 bits a letter: 60 bits."""
_GROUP: Final = 4
_READ_AS: Final = str.maketrans("ILO", "110")


def new_response_id() -> str:
    """Draw a name, such as `k7f3-9xqm-2t4b`: three groups of letters that are read aloud."""
    return _grouped(letters(randbits(5 * _LETTERS), _LETTERS))


def response_id_of(content: str) -> str:
    """Give a name that is the same each time, for what nobody sent in: an example."""
    return _grouped(letters_of(content.encode(), _LETTERS))


def typed_response_id(text: str) -> str | None:
    """Read a name that was typed, whatever its capitals and dashes; None where it is none."""
    plain = text.strip().upper().replace("-", "").replace(" ", "").translate(_READ_AS)
    return _grouped(plain) if len(plain) == _LETTERS and set(plain) <= set(ALPHABET) else None


def _grouped(plain: str) -> str:
    groups = (plain[at : at + _GROUP] for at in range(0, _LETTERS, _GROUP))
    return "-".join(groups).lower()
