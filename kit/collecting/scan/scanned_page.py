"""One page of a file from a copier or a phone, and why one of them is not read."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import numpy as np

from kit.errors import Place, Problem

if TYPE_CHECKING:
    from kit.collecting.scan.picture import Gray

MOST_DOTS: Final = 100_000_000
"""A page as a picture: Tabloid at 600 dots an inch has 67 million."""
MOST_PAGES: Final = 2_000
"""In one file."""
FEWEST_DOTS: Final = 300
"""On the shorter side: a page at 40 dots an inch. Nothing can be read in less."""
_MIDDLE: Final = (48, 208)
_TWO_TONE: Final = 0.02
"""With fewer shades between black and white than this share, a scanner made it black-and-white."""


@dataclass(frozen=True, slots=True, eq=False)
class ScannedPage:
    """One page of a file. `file` is its name for the user, `number` counts from 1."""

    file: str
    number: int
    pixels: Gray

    @property
    def where(self) -> Place:
        """Name the page for a person."""
        return page_place(self.file, self.number)

    @property
    def digest(self) -> str:
        """Tell this picture from every other, whatever kind of file it came in."""
        made = blake2b(repr(self.pixels.shape).encode(), digest_size=16)
        made.update(np.ascontiguousarray(self.pixels).data)
        return made.hexdigest()

    @property
    def two_tone(self) -> bool:
        """Say whether the scanner kept black and white alone: pale marks may be lost then."""
        sample = self.pixels[::3, ::3]
        middle = (sample > _MIDDLE[0]) & (sample < _MIDDLE[1])
        return float(middle.mean()) < _TWO_TONE and set(_levels(sample)) <= {0, 255}


def _levels(sample: Gray) -> list[int]:
    """Name the shades that are there more than by chance."""
    counts = np.bincount(sample.ravel(), minlength=256)
    return [int(level) for level in np.flatnonzero(counts > sample.size // 1000)]


def page_place(file: str, number: int) -> Place:
    """Name a page of a file for a person."""
    return Place(f"{file}, page {number}")


def too_many_dots(file: str, number: int, dots: str) -> Problem:
    """Refuse a page that would fill the memory; `dots` says how many it has, in words."""
    return Problem(
        "page-too-large",
        f"The page says that it has {dots} dots, more than is read.",
        page_place(file, number),
        hint="Scan it in grey at 200 to 300 dpi.",
    )


def too_many_pages(file: str) -> Problem:
    """Refuse a file before a page of it is read."""
    return Problem(
        "too-many-pages",
        f"The file has more than {MOST_PAGES:,} pages; none of them was read.",
        Place(file),
        hint="Split it, and run the command on the parts.",
    )


def damaged_page(file: str, number: int, error: Exception | None = None) -> Problem:
    """Say that a page cannot be opened, and go on with the next."""
    said = str(error).strip().splitlines() if error else []
    reason = f" ({said[0][:120]})" if said else ""
    return Problem(
        "damaged-page",
        f"The page is damaged and could not be opened{reason}.",
        page_place(file, number),
        hint="Scan this sheet again.",
    )
