"""A cohort's logo: a picture of the project, made ready to be written into documents."""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Final

from kit.errors import KitError, Problem
from kit.library import resolve_within
from kit.reading.logo_drawing import safe_drawing
from kit.reading.picture_notes import without_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.Image import Image

    from kit.library import Library
    from kit.reading.cohort import LoadedCohort
    from kit.reading.logo_drawing import Refusal

LARGEST: Final = 2_000_000
"""Bytes of a file."""
_MOST_POINTS: Final = 25_000_000
_WIDEST, _HIGHEST = 50.0, 13.0
_ADDRESS: Final = re.compile(r"//|www\.|data:|[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_ORIENTATION: Final = 0x0112
_LYING: Final = frozenset({5, 6, 7, 8})
"""What EXIF says of a picture whose width and height change places when it is shown."""
_KINDS: Final = {".svg": "svg", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture as a `data:` address, its size on paper in millimetres, and what it says.

    `path` is the file that it was read from; documents never get it.
    """

    address: str = field(repr=False)
    width: float
    height: float
    text: str
    path: Path


def read_logo(cohort: LoadedCohort, library: Library) -> tuple[Logo | None, tuple[Problem, ...]]:
    """Read the logo of a cohort, if it names one, or say why it cannot be printed."""
    name = cohort.cohort.logo
    if name is None:
        return None, ()
    where = cohort.place("logo")

    def refusal(code: str, message: str, hint: str) -> KitError:
        return KitError([Problem(code, message, where, hint)])

    try:
        if cohort.cohort.institution is None:
            raise refusal(
                "logo-without-name",
                "The logo has no words for those who cannot see it.",
                "Write the hospital or school under `institution:`; it is read out in its place.",
            )
        path = _find(name, cohort, library)
        content, kind = _content(path, name, refusal)
        if kind == "svg":
            content, size = safe_drawing(content, name, refusal)
            kind = "svg+xml"
        else:
            content, size = _shown(content, name, refusal)
            kind = "png" if content.startswith(b"\x89PNG") else "jpeg"
    except KitError as error:
        return None, error.problems
    wide, high = size
    scale = min(_WIDEST / wide, _HIGHEST / high)
    address = f"data:image/{kind};base64,{b64encode(content).decode('ascii')}"
    measures = round(wide * scale, 2), round(high * scale, 2)
    return Logo(address, *measures, cohort.cohort.institution, path), ()


def _find(name: str, cohort: LoadedCohort, library: Library) -> Path:
    if _ADDRESS.match(name):
        problem = Problem(
            "logo-address",
            "The logo is an address, and only a local file can be one.",
            cohort.place("logo"),
            "Save the picture beside the cohort file, and write its name: `logo: logo.png`.",
        )
        raise KitError([problem])
    outside = Problem(
        "outside-project",
        f"`{name}` leads out of the project folder, so it is not read.",
        cohort.place("logo"),
        "Put the logo into the project, for example into `workshops/cohorts/logos/`.",
    )
    return resolve_within(cohort.source.path.parent / name, library.roots, outside)


def _content(path: Path, name: str, refusal: Refusal) -> tuple[bytes, str]:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise refusal(
            "logo-kind",
            f"`{name}` is no kind of picture that can be a logo.",
            "Save it as SVG, which prints best, or as PNG or JPEG.",
        )
    try:
        if not path.is_file():
            raise refusal(
                "no-such-file",
                f"There is no logo `{name}`.",
                "It is looked for in the folder of this file; write `logo: logos/name.svg`.",
            )
        if path.stat().st_size > LARGEST:
            raise refusal(
                "too-large",
                f"The logo `{name}` is larger than {LARGEST // 1_000_000} MB.",
                "Make it smaller: it is printed 50 mm wide at most, and every document holds it.",
            )
        return path.read_bytes(), kind
    except OSError as error:
        raise refusal(
            "unreadable-logo",
            f"The logo `{name}` cannot be read: {error.strerror}.",
            "Look at the file's permissions.",
        ) from error


@contextmanager
def _no_missing_parts() -> Iterator[None]:
    """Refuse a picture of which a part is missing: the engine tells the library to fill it up."""
    from PIL import ImageFile  # noqa: PLC0415 - loaded for those who have a picture

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _shown(content: bytes, name: str, refusal: Refusal) -> tuple[bytes, tuple[float, float]]:
    """Give a picture of points without its notes, and its width and height as it is shown.

    It is decoded once, so that a broken one shows before anything is printed.
    """
    from PIL import Image  # noqa: PLC0415 - slow to load, and needed for such logos alone

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            wide, high = picture.size
            if wide * high > _MOST_POINTS:
                raise refusal(  # noqa: TRY301 - before it is decoded
                    "too-large",
                    f"The logo `{name}` has {wide} × {high} points.",
                    "Save it 1200 points wide: that is sharp on paper.",
                )
            with _no_missing_parts():
                picture.load()
            turned = picture.getexif().get(_ORIENTATION, 1)
            if picture.format == "PNG" and turned != 1:
                # Few programs look for this in a PNG: it is turned for good, which loses nothing.
                content = _turned(picture)
            if turned in _LYING:
                wide, high = high, wide
            return without_notes(content), (float(wide), float(high))
    except KitError:
        raise
    except Exception as error:
        raise refusal(
            "unreadable-logo",
            f"`{name}` is no picture that can be read, or a part of it is missing.",
            "Open it in a program for pictures, and save it again as PNG or JPEG.",
        ) from error


def _turned(picture: Image) -> bytes:
    from PIL import ImageOps  # noqa: PLC0415 - as above

    made = BytesIO()
    profile = picture.info.get("icc_profile")
    ImageOps.exif_transpose(picture).save(made, "PNG", icc_profile=profile)
    return made.getvalue()
