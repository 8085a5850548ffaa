"""The accessibility pass: mends what the layout engine leaves undone for PDF/UA-1.

It works on the PDF's objects while they are still in memory, before they are written: no second
reading of the file. What it mends: running heads and feet, which are marked as content but stand
in no structure, become artifacts; header cells say whether they head a row or a column; links
print, and say in words where they lead; figures say where they stand on the page, in the page's
own units.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pydyf

from kit.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_PRINT = 4
_POINTS_A_PIXEL = 0.75


@dataclass
class _Structure:
    """What the tag tree holds: elements by number, marked content by page, annotations."""

    elements: dict[int, Any] = field(default_factory=dict)
    content: dict[bytes, set[int]] = field(default_factory=dict)
    annotations: set[bytes] = field(default_factory=set)


def mend(document: Any, pdf: Any, folder: str) -> tuple[Problem, ...]:
    """Mend the tags of `pdf`, WeasyPrint's object tree of `document`; tell what cannot be mended.

    Call it from the `finisher` of `write_pdf`. `folder` is the document's base address: links to
    files below it are made relative, so that no file names the machine that it was made on.
    """
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    structure = _read(pdf, root)
    references = pdf.page_references
    pages = [_object(pdf, reference) for reference in references]
    parents = _object(pdf, root["ParentTree"])["Nums"]
    for page, reference in zip(pages, references, strict=True):
        kept = structure.content.get(reference, set())
        owners = parents[parents.index(page["StructParents"]) + 1]
        for stray in _make_artifacts(_object(pdf, page["Contents"]), kept):
            owners[stray] = b"null"
    _mend_links(document, structure.annotations, pages, parents, folder)
    heights = {
        reference: page.height for reference, page in zip(references, document.pages, strict=True)
    }
    for element in structure.elements.values():
        if element["S"] == "/TR":
            _mend_row(pdf, structure.elements, element)
        elif element["S"] == "/Figure":
            _mend_figure(element, heights[element["Pg"]])
    return tuple(_problems(pdf, structure))


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split(b" ", 1)[0])


def _read(pdf: Any, root: Any) -> _Structure:
    structure = _Structure()
    waiting = [_number(reference) for reference in root["K"]]
    while waiting:
        number = waiting.pop()
        element = pdf.objects[number]
        structure.elements[number] = element
        for kid in element["K"]:
            if isinstance(kid, int):
                structure.content.setdefault(element["Pg"], set()).add(kid)
                continue
            child = _object(pdf, kid)
            if child["Type"] == "/OBJR":
                structure.annotations.add(child["Obj"])
            else:
                waiting.append(child.number)
    return structure


def _make_artifacts(stream: Any, kept: set[int]) -> list[int]:
    """Turn marked content that stands in no structure into artifacts; give its numbers."""
    strays = []
    operators = stream.stream
    for at, item in enumerate(operators):
        if _marks_content(item) and item["MCID"] not in kept:
            strays.append(item["MCID"])
            operators[at - 1] = b"/Artifact"
            operators[at] = b"<</Type /Pagination>>"
    return strays


def _mend_links(
    document: Any, kept: set[bytes], pages: list[Any], parents: Any, folder: str
) -> None:
    for drawn, page in zip(document.pages, pages, strict=True):
        for kind, target, _, box in drawn.links:
            annotation = box.link_annotation
            if annotation is None or kind == "attachment":
                continue
            annotation["F"] = _PRINT
            if kind == "internal":
                annotation["Contents"] = pydyf.String(_words(box) or target)
            elif target.startswith(folder):
                relative = pydyf.String(target.removeprefix(folder))
                annotation["A"]["URI"] = annotation["Contents"] = relative
            if annotation.reference not in kept:
                _take_off(annotation, page, parents)


def _take_off(annotation: Any, page: Any, parents: Any) -> None:
    # A link in a running head is part of an artifact, where PDF/UA allows none.
    page["Annots"].remove(annotation.reference)
    if not page["Annots"]:
        del page["Annots"]
    key = annotation.pop("StructParent", None)
    if key is not None:
        at = parents.index(key)
        del parents[at : at + 2]


def _words(box: Any) -> str:
    texts = (getattr(part, "text", "") for part in (box, *box.descendants()))
    return " ".join("".join(texts).split())


def _mend_row(pdf: Any, elements: dict[int, Any], row: Any) -> None:
    cells = [_object(pdf, kid) for kid in row["K"] if isinstance(kid, bytes)]
    heads = [cell for cell in cells if cell["S"] == "/TH"]
    if not heads:
        return
    named = {
        name.string for cell in cells if cell["S"] == "/TD" for name in cell["A"].get("Headers", ())
    }
    group = elements.get(_number(row["P"]))
    in_head = group is not None and group["S"] == "/THead"
    mixed = len(heads) < len(cells) and not in_head
    for head in heads:
        name = head.get("ID")
        heads_row = mixed or (name is not None and name.string in named)
        head["A"]["Scope"] = "/Row" if heads_row else "/Column"


def _mend_figure(figure: Any, page_height: float) -> None:
    left, top, right, bottom = figure["A"]["BBox"]
    figure["A"]["BBox"] = pydyf.Array(
        length * _POINTS_A_PIXEL
        for length in (left, page_height - bottom, right, page_height - top)
    )


def _problems(pdf: Any, structure: _Structure) -> Iterator[Problem]:
    """Sweep the objects: empty the elements that stand in no structure, find what is untagged."""
    untagged = False
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary):
            if item.get("Type") == "/StructElem" and item.number not in structure.elements:
                item.clear()
        elif isinstance(item, pydyf.Stream) and item.extra.get("Subtype") == "/Form":
            untagged = untagged or any(_marks_content(part) for part in item.stream)
    if untagged:
        yield Problem(
            "untagged-text",
            "Text with `opacity` or in a blended group is lost to screen readers.",
            hint="In the style sheet, use a solid colour in place of `opacity`.",
            severity=Severity.WARNING,
        )


def _marks_content(operator: Any) -> bool:
    return type(operator) is pydyf.Dictionary and "MCID" in operator
