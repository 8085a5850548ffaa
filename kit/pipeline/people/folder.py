"""The folder of a session's personal packets: what lies in it. Standard library only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.pipeline.records.kept_places import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FOLDER: Final = PEOPLE
EVERYONE: Final = "everyone.pdf"
"""All packets in the order of the tables, for the copier."""

SEATING: Final = "seating-list.pdf"
"""Who sits where, for the instructor."""

_PACKETS: Final = "table-*.pdf"


def packets_in(folder: Path) -> list[Path]:
    """Find the packets that lie there: only files named as packets are."""
    return [path for path in folder.glob(_PACKETS) if path.is_file()]


def clear(folder: Path, names: Collection[str]) -> None:
    """Take away the packets of people who are no longer there; `names` are the files to keep.

    Raises:
        OSError: the folder cannot be made, or one of them cannot be removed.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in packets_in(folder):
        if path.name not in names:
            path.unlink()
