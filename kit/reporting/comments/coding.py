"""Comments grouped by the educator's own codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.code import Code
    from kit.reporting.comments.codebook import Codebook


@dataclass(frozen=True, slots=True)
class CodeGroup:
    """A code with the comments that it fits; `to_act_on` where it asks for a change."""

    title: str
    comments: tuple[str, ...]
    to_act_on: bool = False

    @property
    def count(self) -> int:
        """How many comments it fits."""
        return len(self.comments)


@dataclass(frozen=True, slots=True)
class CodedWords:
    """The comments to one question, by code, the commonest first; a comment may have several.

    `uncoded` are those that no code fits.
    """

    question: str
    groups: tuple[CodeGroup, ...]
    uncoded: tuple[str, ...]


def coded(question: str, comments: Sequence[str], codebook: Codebook) -> CodedWords:
    """Group the comments to a question."""
    groups: dict[str, tuple[Code, list[str]]] = {}
    uncoded = []
    for comment in comments:
        codes = codebook.codes_of(question, comment)
        for code in codes:
            groups.setdefault(code.id, (code, []))[1].append(comment)
        if not codes:
            uncoded.append(comment)
    found = [CodeGroup(code.title, tuple(some), code.act) for code, some in groups.values()]
    return CodedWords(
        question, tuple(sorted(found, key=lambda each: (-each.count, each.title))), tuple(uncoded)
    )
