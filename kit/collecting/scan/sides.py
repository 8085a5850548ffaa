"""Pages as they were read, without their pictures in memory: what sheets are put together from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeAlias

import cv2

from kit.collecting.scan.scanned_page import page_place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kit.answers.response import Answer
    from kit.collecting.scan.page_read import PageRead
    from kit.errors import Place


_FINE: Final = 50
"""Of 100: pale pencil is still seen, and a page takes some 160 kB and 4 ms."""


@dataclass(frozen=True, slots=True)
class Side:
    """One page that was read, at its place in a scan.

    `stack` numbers the stacks: a file of several pages is one, and so are pictures of one page each
    that were given in a row. `forms` are the hashes that it may be of, best first; `pictures` are
    files with what a person must see, by field; `whole` is one of all of the page.
    """

    stack: int
    file: str
    number: int
    digest: str
    forms: tuple[str, ...]
    page: int
    token: str | None
    with_code: bool
    answers: tuple[Answer, ...]
    pictures: Mapping[str, Path] = field(default_factory=dict)
    whole: Path | None = None

    @property
    def where(self) -> Place:
        """Name the page for a person."""
        return page_place(self.file, self.number)


@dataclass(frozen=True, slots=True)
class Gap:
    """A page that was not read: sheets are not put together across it."""

    stack: int


Found: TypeAlias = Side | Gap


def put_aside(read: PageRead, stack: int, folder: Path, number: int) -> Side:
    """Write the pictures of a page into a folder, and give the page without them.

    Raises:
        OSError: they could not be written.
    """
    pictures: dict[str, Path] = {}
    for at, (name, crop) in enumerate(read.content.pictures.items()):
        # Sixteen shades are enough to see a stroke by, and take half the room.
        _, content = cv2.imencode(".png", crop | 15, (cv2.IMWRITE_PNG_COMPRESSION, 4))
        path = folder / f"{number}-{at}.png"
        path.write_bytes(content.tobytes())
        pictures[name] = path
    _, content = cv2.imencode(".jpg", read.content.page, (cv2.IMWRITE_JPEG_QUALITY, _FINE))
    whole = folder / f"{number}.jpg"
    whole.write_bytes(content.tobytes())
    return Side(
        stack=stack,
        file=read.file,
        number=read.number,
        digest=read.digest,
        forms=read.forms,
        page=read.page,
        token=read.token,
        with_code=read.with_code,
        answers=read.content.answers,
        pictures=pictures,
        whole=whole,
    )
