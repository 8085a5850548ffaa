"""When a file last changed, for what bears a date: the same every time for the same project."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SET_BY_HAND: Final = "SOURCE_DATE_EPOCH"
"""The variable by which builds elsewhere say which time it is, in seconds since 1970."""
_END_OF_TIME: Final = 253_402_300_799
"""The last second that a calendar can write, that of the year 9999."""


def changed_when(path: Path) -> int:
    """Give the seconds since 1970: those set by hand, or the file's own; 0 where nobody knows."""
    given = os.environ.get(SET_BY_HAND, "")
    if given.isascii() and given.isdigit() and int(given) <= _END_OF_TIME:
        return int(given)
    try:
        return min(max(int(path.stat().st_mtime), 0), _END_OF_TIME)
    except OSError:
        return 0
