"""The places that say their own names: `data-place` says what kind of place it is.

`data-name` is its name, with a full stop for each step; `data-asks` are its words, `data-question`
those of all answers of a choice, `data-value` what a tick or an answer stands for, `data-longest`
how many characters a text may have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, get_args

from kit.press.fillable.page_words import inside, is_of
from kit.press.fillable.places import Kind, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final[dict[str, Kind]] = {kind: kind for kind in get_args(Kind)}
_BOX_ROWS: Final = 9
"""Lines that a text in a box may have, as many as fit."""


def named_places(root: Any) -> Iterator[Place]:
    """Find the places that say their own names, in their order."""
    for element in root.iter():
        kind = _KINDS.get(element.get("data-place") or "")
        name = element.get("data-name")
        if kind is None or not name:
            continue
        longest = element.get("data-longest")
        yield Place(
            element,
            kind,
            name,
            element.get("data-asks", ""),
            element.get("data-value", ""),
            element.get("data-question", ""),
            rows=1 if longest or is_of(element, "write-in") else _rows(element),
            longest=int(longest) if longest else None,
        )


def _rows(element: Any) -> int:
    return len(inside(element, "line")) or _BOX_ROWS
