"""Certificates of attendance: one page for each person who was recorded present."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.sized_name import SizedName, sized

if TYPE_CHECKING:
    from kit.definitions.certificate import CertificateWords
    from kit.editions.identity import Identity
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_ROOM: Final = {
    "roomy": ((206.0, 31.0), (46, 42, 38, 35, 32, 29, 26, 23, 20)),
    "dense": ((206.0, 13.0), (32, 29, 26, 23, 20)),
}
"""Millimeters of width and height that there are for a name, and its sizes in points."""
_MUCH: Final = 420
"""Letters of a statement and a disclosure that need the room which a name would take."""
_WORDS: Final = {"roomy": (116, 5.4), "dense": (134, 4.6)}
"""Letters of a row of what the provider says, and its height in millimeters."""
_ROLE: Final = 32
_TO_SIGN, _SIGNED, _BELOW = 16.0, 5.1, 7.0
"""Letters of a row of a role; millimeters to sign in, of a row below the line, and before words."""


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """The names, and what all certificates say. A name that no font has is a line to write on.

    `foot` is about how many millimeters the lines to sign on and what stands below them take.
    """

    identity: Identity
    names: tuple[SizedName, ...]
    minutes: int
    hours: str
    date: str | None
    place: str | None
    instructors: tuple[str, ...]
    provider: str | None
    statement: str | None
    disclosure: str | None
    signatures: tuple[tuple[str, str], ...]
    density: str
    foot: float


def view(tailored: TailoredWorkshop, setting: Setting) -> CertificatesView | None:
    """Make the certificates, or None where nobody has been recorded present by name."""
    names = tuple(each.printed for each in setting.attendance if each.came)
    occasion = setting.occasion
    if not names or occasion is None:
        return None
    words = occasion.certificate
    said = (words.statement, words.disclosure) if words else ()
    density = "dense" if sum(len(text or "") for text in said) > _MUCH else "roomy"
    return CertificatesView(
        identity=parts.identity(tailored, setting),
        names=tuple(sized(name, *_ROOM[density]) for name in names),
        minutes=tailored.minutes,
        hours=setting.words.decimal(hours_of(tailored.minutes)),
        date=setting.words.day(occasion.date) if occasion.date else None,
        place=occasion.place,
        instructors=occasion.instructors,
        provider=(words.provider if words else None) or occasion.institution,
        statement=words.statement if words else None,
        disclosure=words.disclosure if words else None,
        signatures=tuple((each.name, each.role or "") for each in words.signatures)
        if words
        else (),
        density=density,
        foot=_foot(words, density),
    )


def _foot(words: CertificateWords | None, density: str) -> float:
    letters, row = _WORDS[density]
    rows = 0
    said = (words.statement, words.disclosure) if words else ()
    for text in said:
        rows += sum(-(-len(line) // letters) for line in (text or "").splitlines())
    if words and words.disclosure:
        rows += 1  # its heading
    roles = [each.role or "" for each in words.signatures] if words else []
    signed = 1 + max((-(-len(role) // _ROLE) for role in roles), default=0)
    return round(_TO_SIGN + signed * _SIGNED + (_BELOW + rows * row if rows else 0), 1)


def hours_of(minutes: int) -> str:
    """Write minutes as hours with at most two decimals, never more than there were: `1.25`."""
    return f"{minutes * 100 // 60 / 100:g}"
