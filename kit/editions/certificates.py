"""Certificates of attendance: one page for each person who was recorded present."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.editions import parts
from kit.editions.sized_name import SizedName, sized

if TYPE_CHECKING:
    from kit.editions.setting import Setting
    from kit.tailoring.tailor import TailoredWorkshop

_ROOM: Final = {
    "roomy": ((206.0, 31.0), (46, 42, 38, 35, 32, 29, 26, 23, 20)),
    "dense": ((206.0, 13.0), (32, 29, 26, 23, 20)),
}
"""Millimeters of width and height that there are for a name, and its sizes in points."""
_MUCH: Final = 420
"""Letters of a statement and a disclosure that need the room which a name would take."""


@dataclass(frozen=True, slots=True)
class CertificatesView:
    """The names, and what all certificates say. A name that no font has is a line to write on."""

    identity: parts.Identity
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
        hours=hours_of(tailored.minutes),
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
    )


def hours_of(minutes: int) -> str:
    """Write minutes as hours with at most two decimals, never more than there were: `1.25`."""
    return f"{minutes * 100 // 60 / 100:g}"
