"""Files that are written whole or not at all, and what can go wrong with a disk."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from kit.errors import Problem

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

PART = ".kit-part"
"""The ending of a file that is being written. Whoever holds the folder's lock may remove it."""

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EROFS}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY}
_IN_THE_WAY = {errno.EISDIR, errno.ENOTDIR, errno.EEXIST}


def part_of(path: Path) -> Path:
    """Name the file that stands in for `path` until it is complete: in the same folder, hidden."""
    return path.with_name(f".{path.name}{PART}")


PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
"""Rights of what has answers or is about people: the account's that runs the kit alone."""


def write_whole(
    path: Path, content: bytes, *, durable: bool = True, private: bool = False
) -> os.stat_result:
    """Write a file so that anyone sees either the old one or the new one, and give its stat.

    `durable` waits until the content is on the disk before the new file takes the old one's place.
    A `private` one is for the account's own eyes, where the system can keep others out.

    Raises:
        OSError: it could not be written; the old file is untouched and nothing is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path)
    try:
        with open(part, "wb", opener=_opened_privately if private else None) as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return path.stat()


def open_private(path: Path) -> BinaryIO:
    """Open a new file to write into, for the account's own eyes."""
    return open(path, "wb", opener=_opened_privately)


def _opened_privately(path: str, flags: int) -> int:
    return os.open(path, flags, PRIVATE_FILE)


def remove_parts(folders: set[Path]) -> None:
    """Clear away what a run that was killed left half written."""
    for folder in folders:
        with suppress(OSError):
            for part in folder.glob(f".*{PART}"):
                part.unlink(missing_ok=True)


def is_hopeless(error: OSError) -> bool:
    """Say whether every other file would fail in the same way."""
    return error.errno in _NO_ROOM | _READ_ONLY


def storage_problem(error: OSError, shown: str) -> Problem:
    """Explain why a file could not be written: `shown` is its name for the user."""
    if error.errno in _NO_ROOM:
        return Problem(
            "disk-full",
            f"`{shown}` could not be written: the disk is full.",
            hint="Make room and run the same command again: it goes on where it stopped.",
        )
    if error.errno in _READ_ONLY:
        return Problem(
            "read-only",
            f"`{shown}` could not be written: this disk can only be read.",
            hint="Choose another folder with `--out`.",
        )
    if error.errno in _REFUSED:
        return Problem(
            "not-writable",
            f"`{shown}` could not be written: access was refused.",
            hint="Close it where it is open, see that the folder may be written to, or choose "
            "another one with `--out`.",
        )
    if error.errno in _IN_THE_WAY:
        return Problem(
            "in-the-way",
            f"`{shown}` could not be written: something else of that name is in the way.",
            hint="Move it away, or choose another folder with `--out`.",
        )
    return Problem(
        "not-written",
        f"`{shown}` could not be written: {error.strerror or error}.",
        hint="Choose another folder with `--out`, or try again.",
    )
