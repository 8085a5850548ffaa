"""The registry of the ways back.

A way is a module in this folder that gives what it `Collected`, a module `kit/cli/collect_….py`
with its command, and a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kit.answers.response import Way

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.answers.response import Response
    from kit.errors import Problem


@dataclass(frozen=True, slots=True)
class Collected:
    """What came in by one way: the responses that can be kept, and what was wrong or is in doubt.

    A problem stops what it is about and nothing else: a file, a page, a row.
    """

    responses: tuple[Response, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Channel:
    """One way back. `summary` is the first sentence of its command's help.

    `extra` names the extra of the kit without which it does not work, if there is one.
    """

    way: Way
    summary: str
    extra: str | None = None


CHANNELS: Final[Mapping[str, Channel]] = {
    "scan": Channel(Way.SCAN, "Read filled-in forms from scans.", extra="scan"),
    "web": Channel(Way.WEB, "Take answers in from phones in the room.", extra="web"),
    "files": Channel(Way.FILE, "Take in the answer files that the form for offline use saves."),
    "pdf": Channel(Way.PDF, "Take in evaluation forms that were filled in as PDFs."),
    "table": Channel(Way.TABLE, "Take in answers from a table: typed in, or another system’s."),
}
"""Every way back by the name of its command under `kit collect`."""
