from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

if TYPE_CHECKING:
    from kit.press.engine import Printed

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">{}<rect width="9"/></svg>'
DATA = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
HEAD = "@page { @top-left { content: element(head) } } .head { position: running(head) }"


def _reader(printed: Printed) -> PdfReader:
    return PdfReader(io.BytesIO(printed.pdf))


def _elements(reader: PdfReader) -> list[Any]:
    found = []
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop()
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()  # noqa: PLW2901
            if hasattr(kid, "get") and "/S" in kid:
                found.append(kid)
                waiting.append(kid)
    return found


def _kinds(reader: PdfReader, kind: str) -> list[Any]:
    return [element for element in _elements(reader) if element["/S"] == kind]


def test_every_piece_of_content_is_in_the_structure_or_an_artifact(printed_sample: Printed) -> None:
    reader = _reader(printed_sample)
    inside: dict[int, set[int]] = {}
    for element in _elements(reader):
        numbers = {int(kid) for kid in element["/K"] if isinstance(kid, int)}
        if numbers:
            inside.setdefault(element["/Pg"].indirect_reference.idnum, set()).update(numbers)
    artifacts = 0
    for page in reader.pages:
        depth = 0
        for operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
                artifacts += operands[0] == "/Artifact"
                if operator == b"BDC" and "/MCID" in operands[1]:
                    assert operands[1]["/MCID"] in inside[page.indirect_reference.idnum]
            elif operator == b"EMC":
                depth -= 1
            elif operator == b"TJ":
                assert depth > 0
    assert artifacts > 2 * len(reader.pages)


@pytest.mark.parametrize(
    "body",
    [
        (
            "<table><thead><tr><th colspan=2>A</th><th>B</th></tr></thead>"
            "<tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>"
        ),
        (
            "<table><thead><tr><th></th><th>B</th></tr></thead>"
            "<tbody><tr><th rowspan=2 scope=row>x</th><td>1</td></tr><tr><td>2</td></tr></tbody>"
            "</table>"
        ),
        "<ul><li><p>one</p><p>two</p></li></ul>",
        (
            "<ol><li style='position: relative; padding-left: 8mm'>"
            "<b style='position: absolute; left: 0'>3</b> text</li></ol>"
        ),
        "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
        "<ul style='list-style: none; padding: 0'><li><p>a</p></li></ul>",
        f"<p>x<img alt='' src=\"{DATA}\"></p>",
        "<p>" + SVG.format("").replace("<svg", "<svg aria-hidden='true'") + "x</p>",
        "<p>" + SVG.format("<title>A bar</title>") + "</p>",
        "<p style='width: 2cm'><a href='https://example.org'>a link over several lines</a></p>",
        "<p>a<span style='float: footnote'>note</span></p>",
        "<dl><dt>Term</dt><dd>What it means</dd></dl><blockquote><p>q</p></blockquote>",
    ],
)
def test_what_writers_write_conforms(body: str, print_body: Any, findings: Any) -> None:
    printed = print_body(body)
    assert findings(printed.pdf) == []
    assert printed.problems == ()


def test_header_cells_say_what_they_head(print_body: Any) -> None:
    table = (
        "<table><thead><tr><th>Role</th><th>Now</th></tr></thead>"
        "<tbody><tr><th scope='row'>Coach</th><td>3</td></tr></tbody></table>"
    )
    heads = _kinds(_reader(print_body(table)), "/TH")
    assert sorted(head["/A"]["/Scope"] for head in heads) == ["/Column", "/Column", "/Row"]


def test_a_head_repeated_on_the_next_page_heads_it_too(print_body: Any, findings: Any) -> None:
    rows = "<tr><td>1</td><td>2</td></tr>" * 90
    table = f"<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody>{rows}</tbody></table>"
    printed = print_body(table)
    heads = _kinds(_reader(printed), "/TH")
    assert printed.pages > 1
    assert len(heads) == 2 * printed.pages
    assert {head["/A"]["/Scope"] for head in heads} == {"/Column"}
    assert findings(printed.pdf) == []


def test_links_print_and_say_where_they_lead(print_body: Any) -> None:
    body = '<p><a href="#goal">Draft a <em>goal</em></a></p><h2 id="goal">Goal</h2>'
    link = _reader(print_body(body)).pages[0]["/Annots"][0].get_object()
    assert link["/F"] == 4
    assert link["/Contents"] == "Draft a goal"


def test_a_link_in_a_running_head_is_no_link(print_body: Any, findings: Any) -> None:
    body = '<div class="head"><a href="https://example.org">Home</a></div><p>text</p>'
    printed = print_body(body, HEAD)
    assert "/Annots" not in _reader(printed).pages[0]
    assert findings(printed.pdf) == []


def test_running_heads_are_not_read_out(print_body: Any) -> None:
    reader = _reader(print_body(f'<div class="head">Head {SVG.format("")}</div><p>text</p>', HEAD))
    assert {element["/S"] for element in _elements(reader)} == {"/Document", "/H1", "/P"}


def test_figures_stand_where_they_are_drawn(print_body: Any) -> None:
    figure = _kinds(_reader(print_body(SVG.format("<title>A bar</title>"))), "/Figure")[0]
    left, bottom, right, top = (float(length) for length in figure["/A"]["/BBox"])
    assert figure["/Alt"] == "A bar"
    assert (right - left, top - bottom) == (pytest.approx(15), pytest.approx(7.5))
    assert left == pytest.approx(56.7 + 6, abs=0.1)
    assert 600 < bottom < top < 792 - 56.7


def test_a_paragraph_holds_its_lines_itself(print_body: Any) -> None:
    reader = _reader(print_body(f"<p>{'many words over lines ' * 40}</p>"))
    (paragraph,) = _kinds(reader, "/P")
    assert len(paragraph["/K"]) > 3
    assert all(isinstance(kid, int) for kid in paragraph["/K"])
