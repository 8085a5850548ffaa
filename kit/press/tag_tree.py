"""A PDF's tag tree, read from the engine's objects before they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class TagTree:
    """The structure elements that stand in the tree, and what of the pages they hold."""

    pdf: Any
    elements: dict[int, Any] = field(default_factory=dict)
    content: dict[bytes, set[int]] = field(default_factory=dict)
    """Numbers of marked content that is in the structure, by page."""
    annotations: set[bytes] = field(default_factory=set)

    def children(self, element: Any) -> list[Any]:
        """What stands right below `element`: structure elements, and links' places (no `S`)."""
        return [self.at(kid) for kid in element["K"] if isinstance(kid, bytes)]

    def at(self, reference: bytes) -> Any:
        """The object that a reference names."""
        return self.pdf.objects[number_of(reference)]

    @property
    def parent_tree(self) -> Any:
        """Which element owns which content: pairs of a page's or annotation's key and owners."""
        return self.at(self.at(self.pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]


def read_tag_tree(pdf: Any) -> TagTree:
    """Read the tree. Figures without a description are taken out of it: they only decorate."""
    tree = TagTree(pdf)
    waiting = [number_of(kid) for kid in tree.at(pdf.catalog["StructTreeRoot"])["K"]]
    while waiting:
        number = waiting.pop()
        element = tree.elements[number] = pdf.objects[number]
        kept = []
        for kid in element["K"]:
            if isinstance(kid, int):
                tree.content.setdefault(element["Pg"], set()).add(kid)
            else:
                child = tree.at(kid)
                if child["Type"] == "/OBJR":
                    tree.annotations.add(child["Obj"])
                elif child["S"] == "/Figure" and "Alt" not in child:
                    continue
                else:
                    waiting.append(child.number)
            kept.append(kid)
        if len(kept) < len(element["K"]):
            element["K"][:] = kept
    return tree


def number_of(reference: bytes) -> int:
    """The number of the object that a reference such as `12 0 R` names."""
    return int(reference.split(b" ", 1)[0])


def marked_content(stream: Any) -> Iterator[tuple[int, int]]:
    """Each piece of numbered content in a page's operators: where it begins, and its number."""
    for at, operator in enumerate(stream.stream):
        if type(operator) is pydyf.Dictionary and "MCID" in operator:
            yield at, operator["MCID"]
