"""What a document's file is called, and where it lies in the build folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kit.editions.registry import Edition
    from kit.tailoring.tailor import TailoredWorkshop

DEFAULT_PAPER = "letter"


def document_path(edition: Edition, tailored: TailoredWorkshop, paper: str, ending: str) -> str:
    """Give a document's path in the build folder: what differs from the default shows in it."""
    name = ".".join([edition.name, *_differences(tailored, paper), ending])
    return f"{tailored.name}/{edition.side}/{name}"


def variant(tailored: TailoredWorkshop, paper: str) -> str:
    """Say for people what differs from the default: `short, junior faculty, A4`."""
    return ", ".join(
        "A4" if difference == "a4" else difference.replace("-", " ")
        for difference in _differences(tailored, paper)
    )


def _differences(tailored: TailoredWorkshop, paper: str) -> list[str]:
    differences = []
    if not tailored.is_default_length:
        differences.append(tailored.length)
    if not tailored.is_default_audience:
        differences.append(tailored.audience)
    if paper != DEFAULT_PAPER:
        differences.append(paper)
    return differences
