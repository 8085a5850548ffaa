"""The packet's own documents, as the instructor guide lists them in the order of their use."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PacketLine:
    """One document: its name in the words of `templates/strings`, when it is used, how many."""

    edition: str
    side: str
    when: str
    note: str
    copies: int
