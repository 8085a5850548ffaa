"""The pages of a scanned PDF: the picture that a page holds, or the page drawn where it has more.

It runs in a process of its own (`draw`): the library cannot be stopped in the middle of a page.

The picture itself is taken where a page is nothing but one: it is quicker, and black-and-white
stays black-and-white instead of becoming grey by scaling.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from kit.collecting.scan.picture import DPI
from kit.collecting.scan.scanned_page import (
    MOST_DOTS,
    ScannedPage,
    damaged_page,
    too_many_dots,
    too_many_pages,
)
from kit.errors import Place, Problem
from kit.pipeline.workers import begin

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection

    from kit.collecting.scan.picture import Gray

_LONGEST: Final = 4400
"""Dots of the longer side of a page that is drawn: Tabloid at 250 an inch."""
_MOST_OBJECTS: Final = 50_000
_AT_ONCE: Final = 20
"""Pages after which the file is opened anew: the library keeps what it has read of an open one."""
_NESTED: Final = 4
_ROOM: Final = 1_500_000_000
"""Bytes that a page may take besides what the libraries hold: the largest picture takes a third."""
_WHOLE: Final = 0.8
"""The share of a page that a picture covers to be the page."""
_SQUARE: Final = 1e-3
_WITH_ALPHA: Final = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """The pages that are wanted: of which file, from which on, and how many it may have at most.

    `start` counts from 0; `shown` is the file's name for the user.
    """

    path: Path
    shown: str
    start: int
    most: int


def draw(connection: Connection) -> None:
    """Answer what is asked over a connection until it is closed.

    For each file the number of its pages is sent, then each page, its size before its dots, or why
    it cannot be read, and then None.
    """
    begin()
    _hold_memory()
    while True:
        try:
            asked = connection.recv()
        except EOFError:
            return
        for each in _pages(asked):
            if isinstance(each, ScannedPage):
                connection.send(each.pixels.shape)
                connection.send_bytes(np.ascontiguousarray(each.pixels).data.cast("B"))
            else:
                connection.send(each)
        connection.send(None)


def _hold_memory() -> None:
    """End this process before it fills the machine, where the system can do that."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (held * resource.getpagesize() + _ROOM, most))


def _pages(asked: Asked) -> Iterator[int | ScannedPage | Problem]:
    path, shown = asked.path, asked.shown
    index = asked.start
    count = index + 1
    while index < count:
        try:
            document = pypdfium2.PdfDocument(path)
            count = len(document)
        except Exception as error:  # noqa: BLE001 - a damaged file may raise anything
            yield _not_opened(shown, error)
            return
        try:
            if count > asked.most:
                yield too_many_pages(shown)
                return
            if index == asked.start:
                yield count
            for at in range(index, min(index + _AT_ONCE, count)):
                yield _page(document, at, shown)
        finally:
            document.close()
        if not count:
            yield _not_opened(shown, None)
        index += _AT_ONCE


def _page(document: Any, index: int, shown: str) -> ScannedPage | Problem:
    number = index + 1
    try:
        page = document[index]
    except Exception as error:  # noqa: BLE001 - as above
        return damaged_page(shown, number, error)
    try:
        if pdfium.FPDFPage_CountObjects(page) > _MOST_OBJECTS:
            return _too_much(shown, number)
        images = list(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=_NESTED))
        sizes = [image.get_px_size() for image in images]
        if sum(width * height for width, height in sizes) > MOST_DOTS:
            width, height = max(sizes)
            return too_many_dots(shown, number, f"{width:,.0f} × {height:,.0f}")
        pixels = _picture_of(page, images)
        return ScannedPage(shown, number, _drawn(page) if pixels is None else pixels)
    except Exception as error:  # noqa: BLE001 - as above
        return damaged_page(shown, number, error)
    finally:
        page.close()


def _picture_of(page: Any, images: list[Any]) -> Gray | None:
    """Take the one picture that is the page; None where the page is more, or the picture turned."""
    if len(images) != 1 or pdfium.FPDFPage_CountObjects(page) != 1:
        return None
    (image,) = images
    matrix = image.get_matrix()
    width, height = page.get_size()
    size = max(abs(matrix.a), abs(matrix.d), 1.0)
    upright = matrix.a > 0 and matrix.d > 0 and max(abs(matrix.b), abs(matrix.c)) < _SQUARE * size
    if image.level or page.get_rotation() or not upright:
        return None
    if matrix.a < _WHOLE * width or matrix.d < _WHOLE * height:
        return None
    return _gray(image.get_bitmap(render=False).to_numpy())


def _drawn(page: Any) -> Gray:
    width, height = page.get_size()
    scale = min(DPI / 72, _LONGEST / max(width, height, 1.0))
    return _gray(page.render(scale=scale, grayscale=True).to_numpy())


def _gray(pixels: Any) -> Gray:
    """Copy the dots out of the library's memory, as shades of grey."""
    if pixels.ndim == 2:  # noqa: PLR2004 - rows and columns
        return np.array(pixels, dtype=np.uint8)
    channels = pixels.shape[2]
    if channels == 1:
        return np.array(pixels[:, :, 0], dtype=np.uint8)
    import cv2  # noqa: PLC0415 - slow to load, and scans in grey do without

    kind = cv2.COLOR_BGRA2GRAY if channels == _WITH_ALPHA else cv2.COLOR_BGR2GRAY
    return np.asarray(cv2.cvtColor(pixels, kind), dtype=np.uint8)


def _not_opened(shown: str, error: Exception | None) -> Problem:
    if error and "password" in str(error).lower():
        return Problem(
            "locked-pdf",
            "The PDF is locked with a password.",
            Place(shown),
            hint="Save it again without one.",
        )
    return Problem(
        "damaged-scan",
        "The PDF is damaged, or has no pages.",
        Place(shown),
        hint="Scan these sheets again; if it came by mail, ask for it again.",
    )


def _too_much(shown: str, number: int) -> Problem:
    return Problem(
        "page-too-full",
        "The page is drawn with more parts than any scan has; it was not read.",
        Place(f"{shown}, page {number}"),
        hint="Print it and scan it.",
    )
