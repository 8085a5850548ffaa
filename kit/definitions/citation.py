"""How a work is cited in a text: `[@straus2013]`, several as `[@straus2013; @welch2016]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY: Final = r"[a-z]+[0-9]{4}[a-z]?"
"""A work's key, as a pattern: its first author, its year, and a letter where that is not enough."""
CITATION: Final = re.compile(rf"\s?\[((?:@{KEY}(?:;\s*)?)+)\]")
"""A citation with the space before it; its one group holds the keys, which `cited_keys` gives."""

_BRACKETS: Final = re.compile(r"\[(\s*@[^\[\]]*)\]")
_WRITTEN_KEY: Final = re.compile(r"@\s*([A-Za-z0-9_-]+)")
_LOOSE: Final = re.compile(rf"(?<![\w/.@])@({KEY})(?![\w@-])")
_WELL_FORMED: Final = re.compile(rf"@{KEY}(?:;\s*@{KEY})*")


def cited_keys(citation: re.Match[str]) -> list[str]:
    """Give the keys of a citation, in the order in which they stand."""
    return _WRITTEN_KEY.findall(citation[1])


def citations(text: str) -> Iterator[tuple[str, bool]]:
    """Give every key that a text cites, and whether it is written as it should be.

    A key outside brackets of its own, as in `[see @straus2013]`, would be printed as it stands.
    """
    if "@" not in text:
        return
    for brackets in _BRACKETS.finditer(text):
        well_formed = bool(_WELL_FORMED.fullmatch(brackets[1]))
        for key in _WRITTEN_KEY.findall(brackets[1]):
            yield key, well_formed
    for key in _LOOSE.findall(_BRACKETS.sub("", text)):
        yield key, False
