"""The code with which a cohort's forms end where a person's answers to both are to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.definitions.item import CodeItem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.definitions.item import Item

LINK_CODE: Final = "link-code"
"""The id of the question: answers are kept under it."""


def with_link_code(items: Iterable[Item], *, linking: bool) -> tuple[Item, ...]:
    """End a form with the code, where it is wanted and anything is asked at all."""
    asked = tuple(items)
    if not linking or not asked or any(item.kind == "code" for item in asked):
        return asked
    return (*asked, CodeItem(id=LINK_CODE, text="Your own code"))
