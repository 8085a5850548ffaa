"""The registry of the ways back.

A way is a module in this folder that gives what it `Collected`, a module `kit/cli/collect_….py`
with its command, and a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kit.answers.response import Response, Way
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


CHANNELS: Final[Mapping[str, Channel]] = {}
"""Every way back by the name of its command under `kit collect`."""
