"""The accessibility pass: mends what the layout engine leaves undone for PDF/UA-1.

It works on the PDF's objects while they are still in memory, before they are written, so that no
file is read a second time. What it mends:

- running heads and feet, which are marked as content but stand in no structure, and pictures that
  only decorate, become artifacts;
- header cells say whether they head a row or a column;
- what stands in a list item beside its label goes into the item's body;
- lines of text belong to their paragraph directly;
- links print, say in words where they lead, and never name a folder of this machine;
- figures say where they stand in the page's own units.
"""

from __future__ import annotations

from typing import Any

import pydyf

from kit.press.tag_tree import TagTree, marked_content, number_of, read_tag_tree

_PRINT = 4
_POINTS_A_PIXEL = 0.75
_HOLDS_TEXT = frozenset(
    "/P /H1 /H2 /H3 /H4 /H5 /H6 /LBody /Lbl /TH /TD /Caption /Span".split()  # noqa: SIM905
)
_LEAF = {"Type", "S", "K", "Pg", "P"}


def mend(document: Any, pdf: Any, folder: str) -> None:
    """Mend the tags of `pdf`, WeasyPrint's object tree of `document`.

    Call it from the `finisher` of `write_pdf`. `folder` is the document's base address: links to
    files below it are made relative.
    """
    tree = read_tag_tree(pdf)
    _make_artifacts(tree)
    _mend_links(document, tree, folder)
    heights = {
        reference: page.height
        for reference, page in zip(pdf.page_references, document.pages, strict=True)
    }
    for element in list(tree.elements.values()):
        kind = element["S"]
        if kind == "/TR":
            _mend_row(tree, element)
        elif kind == "/LI":
            _mend_item(tree, element)
        elif kind == "/Figure":
            _mend_figure(element, heights[element["Pg"]])
    _join_lines(tree)
    _empty_orphans(tree)


def _make_artifacts(tree: TagTree) -> None:
    parents = tree.parent_tree
    for reference in tree.pdf.page_references:
        page = tree.at(reference)
        stream = tree.at(page["Contents"])
        kept = tree.content.get(reference, set())
        owners = parents[parents.index(page["StructParents"]) + 1]
        for at, number in marked_content(stream):
            if number not in kept:
                stream.stream[at - 1 : at + 1] = b"/Artifact", b"<</Type /Pagination>>"
                owners[number] = b"null"


def _mend_links(document: Any, tree: TagTree, folder: str) -> None:
    parents = tree.parent_tree
    for drawn, reference in zip(document.pages, tree.pdf.page_references, strict=True):
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
            if annotation.reference not in tree.annotations:
                _take_off(annotation, tree.at(reference), parents)


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


def _mend_row(tree: TagTree, row: Any) -> None:
    cells = tree.children(row)
    heads = [cell for cell in cells if cell.get("S") == "/TH"]
    if not heads:
        return
    # The engine lets data cells name their headers, which tells `scope="row"` from the rest.
    named = {
        name.string for cell in cells if cell["S"] == "/TD" for name in cell["A"].get("Headers", ())
    }
    in_head = tree.at(row["P"])["S"] == "/THead"
    mixed = len(heads) < len(cells) and not in_head
    for head in heads:
        name = head.get("ID")
        heads_row = mixed or (name is not None and name.string in named)
        head["A"]["Scope"] = "/Row" if heads_row else "/Column"


def _mend_item(tree: TagTree, item: Any) -> None:
    children = tree.children(item)
    if all(child.get("S") in ("/Lbl", "/LBody") for child in children):
        return
    rest = [child for child in children if child.get("S") != "/Lbl"]
    body = next((child for child in rest if child.get("S") == "/LBody"), None)
    if body is None:
        body = _new_body(tree, item)
    inner = []
    for child in rest:
        if child is body:
            inner += body["K"]
            continue
        inner.append(child.reference)
        if "P" in child:
            child["P"] = body.reference
        if child.get("S") == "/LBody":
            child["S"] = "/Div"
    body["K"] = pydyf.Array(inner)
    labels = [child.reference for child in children if child.get("S") == "/Lbl"]
    item["K"] = pydyf.Array([*labels, body.reference])


def _new_body(tree: TagTree, item: Any) -> Any:
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array()})
    body["Pg"] = item["Pg"]
    body["P"] = item.reference
    tree.pdf.add_object(body)
    tree.elements[body.number] = body
    return body


def _mend_figure(figure: Any, page_height: float) -> None:
    left, top, right, bottom = figure["A"]["BBox"]
    figure["A"]["BBox"] = pydyf.Array(
        length * _POINTS_A_PIXEL
        for length in (left, page_height - bottom, right, page_height - top)
    )


def _join_lines(tree: TagTree) -> None:
    """Let a paragraph hold its lines itself, not through an element for each."""
    pages = dict(zip(tree.pdf.page_references, tree.parent_tree[1::2], strict=False))
    for element in list(tree.elements.values()):
        if element["S"] not in _HOLDS_TEXT:
            continue
        kids = element["K"]
        for at, kid in enumerate(kids):
            if not isinstance(kid, bytes):
                continue
            number = number_of(kid)
            line = tree.elements.get(number)
            if (
                line is not None
                and line["S"] == "/Span"
                and len(line["K"]) == 1
                and isinstance(line["K"][0], int)
                and line["Pg"] == element["Pg"]
                and line.keys() == _LEAF
            ):
                kids[at] = line["K"][0]
                pages[line["Pg"]][line["K"][0]] = element.reference
                del tree.elements[number]


def _empty_orphans(tree: TagTree) -> None:
    for item in tree.pdf.objects:
        if (
            isinstance(item, pydyf.Dictionary)
            and item.get("Type") == "/StructElem"
            and item.number not in tree.elements
        ):
            item.clear()
