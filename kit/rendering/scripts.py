"""What a page does on the screen: the kit's own scripts, each named by its digest."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from kit.library import file_within
from kit.reading.text_file import read_text

if TYPE_CHECKING:
    from pathlib import Path


def script_of(bundled: Path, name: str) -> str:
    """Read a script. Only the bundled ones run: a project's folder may come from a stranger.

    Raises:
        FileNotFoundError: there is none of that name.
    """
    path = file_within(bundled, f"scripts/{name}")
    if path is None:
        raise FileNotFoundError(name)
    return read_text(path, f"templates/scripts/{name}")


def digest_of(code: str) -> str:
    """Give the digest by which a page's policy allows a script, and no other, to run."""
    return "sha256-" + b64encode(sha256(code.encode()).digest()).decode("ascii")
