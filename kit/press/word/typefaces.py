"""The kit's typefaces, embedded in a document, so that it looks the same where nobody has them."""

from __future__ import annotations

import io
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kit.press.fonts import faces
from kit.press.word.styles import SANS, SERIF
from kit.press.word.xml import R, W

if TYPE_CHECKING:
    from pathlib import Path

_CUTS: Final = (
    (SERIF, "embedRegular", 400, "normal"),
    (SERIF, "embedBold", 600, "normal"),
    (SERIF, "embedItalic", 400, "italic"),
    (SANS, "embedRegular", 400, "normal"),
    (SANS, "embedBold", 600, "normal"),
)
"""What Word calls a cut, and which one that is: bold is the semibold of the kit's pages."""
_ELSEWHERE: Final = {SERIF: ("Georgia", "roman"), SANS: ("Calibri", "swiss")}
"""What takes a family's place where fonts in documents are not read, and what kind it is."""
_LETTERS: Final = ((0x20, 0x17F), (0x218, 0x21B), (0x2000, 0x206F), (0x20AC, 0x20AC),
                   (0x2122, 0x2122), (0x2190, 0x2193), (0x2212, 0x2212), (0x2248, 0x2265),
                   (0x25A0, 0x25A0), (0x25CF, 0x25CF))  # fmt: skip
_HIDDEN: Final = 32
"""Bytes at the beginning that the format wants scrambled."""


class Typeface(NamedTuple):
    """One cut: its family, what Word calls it, its key, and the scrambled file."""

    family: str
    cut: str
    key: str
    content: bytes


@cache
def typefaces() -> tuple[Typeface, ...]:
    """Give the cuts to embed: Latin letters only, under the kit's own names."""
    files = {(face.family, face.weight, face.style): face.file for face in faces()}
    found = []
    for family, cut, weight, style in _CUTS:
        content = _subset(files[family, weight, style], family, cut)
        digest = blake2b(content, digest_size=16).digest()
        found.append(Typeface(family, cut, _key(digest), _scrambled(content, digest)))
    return tuple(found)


def font_table(names: dict[Typeface, str]) -> bytes:
    """Write the list of fonts; `names` are those of the embedded cuts' relations."""
    parts = []
    for family, (instead, kind) in _ELSEWHERE.items():
        cuts = "".join(
            f'<w:{face.cut} r:id="{name}" w:fontKey="{face.key}"/>'
            for face, name in names.items()
            if face.family == family
        )
        parts.append(
            f'<w:font w:name="{family}"><w:altName w:val="{instead}"/><w:charset w:val="00"/>'
            f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/>{cuts}</w:font>'
        )
    xml = f'<w:fonts xmlns:w="{W}" xmlns:r="{R}">{"".join(parts)}</w:fonts>'
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{xml}'.encode()


def _subset(file: Path, family: str, cut: str) -> bytes:
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - slow to load
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - slow to load

    font = TTFont(file, recalcTimestamp=False)
    # Without the layout tables, which Word leaves alone by default: reading them takes seconds.
    options = Options(hinting=False, notdef_outline=True, name_IDs=["*"])
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in _LETTERS for c in range(first, last + 1)])
    subsetter.subset(font)
    _rename(font, family, cut.removeprefix("embed"))
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _rename(font: Any, family: str, cut: str) -> None:
    """Give a cut the name and the marks by which Word finds it in its family."""
    names = font["name"]
    names.names = [record for record in names.names if record.nameID in {0, 13, 14}]
    for number, words in (
        (1, family),
        (2, cut),
        (3, f"{family} {cut}"),
        (4, f"{family} {cut}"),
        (5, "Version 1.0"),
        (6, f"{family}-{cut}".replace(" ", "")),
    ):
        names.setName(words, number, 3, 1, 0x409)
    is_bold, is_italic = cut == "Bold", cut == "Italic"
    font["OS/2"].usWeightClass = 700 if is_bold else 400
    font["OS/2"].fsType = 0
    font["OS/2"].fsSelection = 0x20 if is_bold else 0x01 if is_italic else 0x40
    font["head"].macStyle = 1 if is_bold else 2 if is_italic else 0


def _key(digest: bytes) -> str:
    text = digest.hex().upper()
    return "{" + "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])) + "}"


def _scrambled(content: bytes, digest: bytes) -> bytes:
    """Scramble a font's beginning with its key, from the key's last byte to its first."""
    mask = digest[::-1] * 2
    head = bytes(a ^ b for a, b in zip(content[:_HIDDEN], mask, strict=True))
    return head + content[_HIDDEN:]
