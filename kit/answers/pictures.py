"""Pictures of what was read from paper: they lie beside the answers and go with them.

An answer's evidence names its picture by the file's name alone, under any key; a response names
those of its whole pages.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import PurePath
from secrets import token_hex
from typing import TYPE_CHECKING, Any, Final

from kit.pipeline.files import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

PICTURES: Final = "pictures"
"""The folder in the records."""


def keep_picture(records: Path, content: bytes, day: date, ending: str = "png") -> str:
    """Keep a picture under a random name, which is given back for the evidence.

    Its file says the day and no time.

    Raises:
        OSError: it could not be written.
    """
    name = f"{token_hex(12)}.{ending}"
    path = records / PICTURES / name
    write_whole(path, content, private=True)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()
    with suppress(OSError):
        os.utime(path, (noon, noon))
    return name


def picture_file(records: Path, name: str) -> Path | None:
    """Find a picture by its name; None where there is none, or where the name leads elsewhere."""
    if not name or PurePath(name).name != name or "\\" in name or "\0" in name:
        return None
    path = records / PICTURES / name
    with suppress(OSError, ValueError):
        return path if path.is_file() and not path.is_symlink() else None
    return None


def named_in(evidence: Any) -> Iterator[str]:
    """Give every text in the evidence: any may be the name of a picture."""
    match evidence:
        case str():
            yield evidence
        case dict():
            for each in evidence.values():
                yield from named_in(each)
        case list() | tuple():
            for each in evidence:
                yield from named_in(each)
        case _:
            return


def as_pages(pages: Iterable[tuple[int, str, Iterable[str]]]) -> dict[str, Any]:
    """Write down, for a response, which picture shows each page, and the fields that are on it."""
    return {
        "pages": [
            {"page": page, "picture": name, "fields": list(fields)} for page, name, fields in pages
        ]
    }


def pages_of(received: Any) -> list[dict[str, Any]]:
    """Give the pages of a response that was read from paper, in order, as written down."""
    match received:
        case {"pages": list(pages)}:
            return [each for each in pages if isinstance(each, dict) and "picture" in each]
        case _:
            return []


def page_of(page: Mapping[str, Any]) -> int:
    """Give the number of a page of a response."""
    number = page.get("page")
    return number if isinstance(number, int) else 0


def pages_in(received: Any) -> list[str]:
    """Give the pictures of the pages of a response that was read from paper, in order."""
    return [str(each["picture"]) for each in pages_of(received)]


def erase(path: Path) -> None:
    """Remove a file after writing over what it held, as far as the disk lets one.

    Raises:
        OSError: it could not be removed.
    """
    with path.open("r+b") as file:
        file.write(bytes(path.stat().st_size))
        file.flush()
        os.fsync(file.fileno())
    path.unlink()
