"""Lists as Word counts and marks them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.press.word.styles import SANS
from kit.press.word.xml import NAMESPACES, quoted, twips

if TYPE_CHECKING:
    from kit.press.word.content import ListPlace

_Kind = tuple[str, int, int]


@dataclass(slots=True)
class Numbering:
    """Gives each list its number, so that each counts for itself, and writes them all."""

    _kinds: dict[_Kind, int] = field(default_factory=dict)
    _lists: dict[tuple[int, int, _Kind], int] = field(default_factory=dict)

    def number_of(self, item: ListPlace, edge: float) -> int:
        """Give the number of an item's list, the text of whose column begins at an edge (mm)."""
        kind = (item.mark, twips(edge + item.left), twips(item.hanging))
        self._kinds.setdefault(kind, len(self._kinds) + 1)
        # Lists with a mark need not be told apart: they do not count.
        own = (item.number if item.mark.startswith("1") else 0, item.start, kind)
        return self._lists.setdefault(own, len(self._lists) + 1)

    def xml(self) -> str:
        """Write the lists."""
        kinds = "".join(_kind(number, kind) for kind, number in self._kinds.items())
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{self._kinds[kind]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            for (_, start, kind), number in self._lists.items()
        )
        return f"<w:numbering {NAMESPACES}>{kinds}{lists}</w:numbering>"


def _kind(number: int, kind: _Kind) -> str:
    mark, left, hanging = kind
    counts = mark.startswith("1")
    form, text = ("decimal", mark.replace("1", "%1")) if counts else ("bullet", mark)
    look = "" if mark in {"•", "1."} else f'<w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}"/><w:b/>'
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val={quoted(text)}/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
        f"<w:rPr>{look}</w:rPr></w:lvl></w:abstractNum>"
    )
