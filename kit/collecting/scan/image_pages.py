"""PNG, JPEG, TIFF and HEIC ▶ pages: photographs, and scans with several pages to a file."""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image, UnidentifiedImageError

from kit.collecting.scan.scanned_page import (
    MOST_DOTS,
    MOST_PAGES,
    ScannedPage,
    damaged_page,
    too_many_dots,
    too_many_pages,
)
from kit.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.collecting.scan.picture import Gray

_KINDS = ("PNG", "JPEG", "TIFF")
"""Among the JPEGs are those with a second picture in them, of which the first is the page."""
_HEIF = "HEIF"
_HEIF_BRANDS = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypmsf1", b"ftyphevc", b"ftypheim")
"""What stands behind the fourth byte of pictures as phones keep them."""
_ENOUGH = (2550, 3300)
"""Letter at 300 dots an inch: a photograph with far more is unpacked at half its size."""


def pages_of_image(path: Path, shown: str) -> Iterator[ScannedPage | Problem]:
    """Give the pages of a picture file in order; for what cannot be read, why."""
    kinds: tuple[str, ...] = _KINDS
    try:
        with path.open("rb") as file:
            is_heif = file.read(12)[4:] in _HEIF_BRANDS
    except OSError as error:
        yield damaged_page(shown, 1, error)
        return
    if is_heif:
        if not _reads_heif():
            yield _no_heif(shown)
            return
        kinds = (_HEIF,)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(path, formats=kinds)
    except UnidentifiedImageError:
        yield _no_scan(shown)
        return
    except Image.DecompressionBombError:
        yield too_many_dots(shown, 1, f"more than {MOST_DOTS:,}")
        return
    except Exception as error:  # noqa: BLE001 - a damaged picture may raise anything
        yield damaged_page(shown, 1, error)
        return
    with image:
        if image.format == "TIFF" and _has_too_many(image):
            yield too_many_pages(shown)
        else:
            yield from _pages(image, shown)


def _has_too_many(image: Image.Image) -> bool:
    """Look for the first page past the limit; what is damaged on the way is said of its page."""
    try:
        image.seek(MOST_PAGES)
    except Exception:  # noqa: BLE001 - as above; it may also be the end of the file
        return False
    else:
        return True
    finally:
        with suppress(Exception):
            image.seek(0)


def _pages(image: Image.Image, shown: str) -> Iterator[ScannedPage | Problem]:
    number = 1
    while True:
        width, height = image.size
        if width * height > MOST_DOTS:
            yield too_many_dots(shown, number, f"{width:,} × {height:,}")
        else:
            try:
                yield ScannedPage(shown, number, _gray(image))
            except Exception as error:  # noqa: BLE001 - a damaged picture may raise anything
                yield damaged_page(shown, number, error)
        if image.format != "TIFF":
            return
        try:
            image.seek(number)
        except EOFError:
            return
        except Exception as error:  # noqa: BLE001 - as above
            yield damaged_page(shown, number + 1, error)
            return
        number += 1


def _gray(image: Image.Image) -> Gray:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if image.format in {"JPEG", "MPO"}:
            upright = image.size[0] < image.size[1]
            image.draft("L", _ENOUGH if upright else _ENOUGH[::-1])
        if image.mode.startswith("I;16") or image.mode in {"I", "F"}:
            deep = np.asarray(image, dtype=np.float32)
            top = float(deep.max()) or 1.0
            return (deep * (255 / top)).astype(np.uint8)
        if image.has_transparency_data:
            over = image.convert("RGBA")
            paper = Image.new("RGBA", over.size, "white")
            return np.asarray(Image.alpha_composite(paper, over).convert("L"), dtype=np.uint8)
        return np.asarray(image.convert("L"), dtype=np.uint8)


def _reads_heif() -> bool:
    """Make the library read pictures as phones keep them, if what it takes is installed."""
    try:
        from pi_heif import register_heif_opener  # noqa: PLC0415 - in the extra, and seldom needed
    except ImportError:
        return False
    register_heif_opener(thumbnails=False)
    return True


def _no_heif(shown: str) -> Problem:
    return Problem(
        "heic-picture",
        "This is a picture as phones keep it (HEIC), which this machine cannot read.",
        Place(shown),
        hint='Type: pip install "workshop-kit[scan]"; or send it from the phone as JPEG (iPhone: '
        "Settings, Camera, Formats, “Most Compatible”).",
    )


def _no_scan(shown: str) -> Problem:
    return Problem(
        "no-scan",
        "This is no PDF, JPEG, PNG, TIFF or HEIC.",
        Place(shown),
        hint="Save it as one of these (phones: choose JPEG, or “most compatible”), and try again.",
    )
