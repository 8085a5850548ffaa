"""Citations in a text: `[@straus2013]`, several as `[@straus2013; @welch2016]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACKETS = re.compile(r"\[(\s*@[^\[\]]*)\]")
_KEY = re.compile(r"@([A-Za-z0-9_-]+)")
_WELL_FORMED = re.compile(r"@[a-z]+[0-9]{4}[a-z]?(?:;\s*@[a-z]+[0-9]{4}[a-z]?)*")


def citations(text: str) -> Iterator[tuple[str, bool]]:
    """Give every key that a text cites, and whether its brackets are written as they should be."""
    if "[" not in text:
        return
    for brackets in _BRACKETS.finditer(text):
        well_formed = bool(_WELL_FORMED.fullmatch(brackets[1]))
        for key in _KEY.findall(brackets[1]):
            yield key, well_formed
