"""A text as part of a file's name: small letters a to z, digits and hyphens, safe everywhere."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_NOT_IN_NAMES: Final = re.compile(r"[^a-z0-9]+")
_SPELLINGS: Final = (
    "ł=l ø=o đ=d ß=ss ı=i æ=ae œ=oe þ=th ð=d "  # noqa: RUF001 - no mark can be taken from these
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "  # noqa: RUF001
    "х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya є=ye і=i ї=yi ґ=g ў=u "  # noqa: RUF001
    "ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k ѕ=dz "  # noqa: RUF001
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f "  # noqa: RUF001
    "χ=ch ψ=ps ω=o"
)
_SPELLED: Final = str.maketrans(dict(pair.split("=") for pair in _SPELLINGS.split()))


def without_marks(text: str) -> str:
    """Spell a text in plain letters and take the marks off, leaving other scripts as they are."""
    whole = unicodedata.normalize("NFC", text.lower()).translate(_SPELLED)
    # Once more for letters whose mark comes off first: an accented one of Greek.
    apart = unicodedata.normalize("NFKD", whole)
    return "".join(each for each in apart if not unicodedata.combining(each)).translate(_SPELLED)


def plain_name(text: str) -> str:
    """Give a text in plain letters, `Фёдор O'Brien` as `fedor-o-brien`.

    Latin, Cyrillic and Greek letters are spelled; what is in other scripts is left out, so that
    nothing may be left.
    """
    bare = without_marks(text).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_NAMES.sub("-", bare).strip("-")
