"""What the code on a sheet says: which form as printed, which page, and which of a numbered run.

`WK-7K2MQ4ZC-1` on a master for the photocopier, `WK-7K2MQ4ZC-1-0123456789ABC` on one of a run. The
letters are those of Crockford's base 32, which has no I, L, O and U: they are read aloud and typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HASH_LETTERS: Final = 8
TOKEN_LETTERS: Final = 13
"""At 5 bits a letter: 40 and 65 bits."""
UNKNOWN: Final = f"WK-{'0' * HASH_LETTERS}"
"""Stands in a form until it is printed."""
_CODE = re.compile(
    rf"WK-([{ALPHABET}]{{{HASH_LETTERS}}})-(\d{{1,2}})(?:-([{ALPHABET}]{{{TOKEN_LETTERS}}}))?"
)
_READ_AS = str.maketrans("ILO", "110")


@dataclass(frozen=True, slots=True)
class SheetCode:
    """The hash of a form as printed, a page of it from 1, and the token of a numbered sheet."""

    form_hash: str
    page: int
    token: str | None = None

    def __str__(self) -> str:
        code = f"WK-{self.form_hash}-{self.page}"
        return f"{code}-{self.token}" if self.token else code


def read_code(text: str) -> SheetCode | None:
    """Read a code, also one that was typed; None where it is none of ours."""
    found = _CODE.fullmatch(text.strip().upper().replace(" ", "-")) or _CODE.fullmatch(_typed(text))
    return SheetCode(found[1], int(found[2]), found[3]) if found else None


def _typed(text: str) -> str:
    head, dash, rest = text.strip().upper().partition("-")
    return f"{head}{dash}{rest.translate(_READ_AS)}"


def letters_of(content: bytes, count: int) -> str:
    """Write the first bits of a digest of some content as so many letters."""
    number = int.from_bytes(blake2b(content, digest_size=16).digest(), "big")
    return letters(number >> (128 - 5 * count), count)


def letters(number: int, count: int) -> str:
    """Write a number as so many letters."""
    return "".join(ALPHABET[number >> 5 * (count - 1 - at) & 31] for at in range(count))
