"""Documents with slots, and a comparison of packets with what a direct print gives."""

from __future__ import annotations

import io
import runpy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from kit.press.packets.packet_press import PacketPress
from kit.press.packets.slots import PacketBody, PersonValues, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kit.press.engine import Press
    from kit.press.packets.packet_file import PacketFile

STYLESHEET = """
@page { size: letter; margin: 2cm;
  @top-left { content: element(head); width: 8cm }
  @bottom-right { content: "page " counter(page) " of " counter(pages) } }
html { font: 11pt/1.4 "Kit Serif" }
h1, h2 { font-family: "Kit Sans" }
.head { position: running(head); font: 9pt "Kit Sans" }
.name { font: 600 20pt "Kit Sans" }
.table { display: inline-block; width: 60mm; letter-spacing: .05em; text-transform: uppercase }
.sheet { break-before: page; position: relative }
.sheet .name { position: absolute; right: 0; top: 0; width: 80mm;
  text-align: right; font: 10pt "Kit Sans" }
"""


def slot(name: str) -> str:
    return f'<span class="slot" data-slot="{name}">{name}</span>'


PAGES = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    f"<title>Worksheets for {slot('name')}</title></head><body>"
    f'<div class="head">{slot("name")}</div><h1>Managing up</h1><p class="name">{slot("name")}</p>'
    f'<p>Table <span class="table">{slot("table")}</span> of the room</p>'
    f"<p>Your cases: {slot('cases')}</p>"
    + "".join(
        f'<section class="sheet" id="s{n}"><h2>Sheet {n}</h2><p class="name">{slot("name")}</p>'
        f'<p>See <a href="#s1">sheet 1</a> and <a href="https://example.org">this</a>.</p></section>'
        for n in (1, 2)
    )
    + "</body></html>"
)


def person(body: PacketBody, name: str, **values: str) -> PersonValues:
    """Somebody whose key is their name."""
    return PersonValues(name, body, {"name": name, "table": "4", "cases": "Two mentors", **values})


def structure(pdf: bytes) -> Any:
    """Everything but what is drawn: tags, outline, destinations, links, language and metadata."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = {page.objgen: number for number, page in enumerate(document.pages)}
        root = document.Root
        with document.open_outline() as outline:
            titles = [(item.title, str(item.destination is None)) for item in outline.root]
        links = [
            [str(link.get("/A", link.get("/Dest"))) for link in page.get("/Annots", ())]
            for page in document.pages
        ]
        return (
            _element(root.StructTreeRoot.K, pages),
            titles,
            links,
            str(root.Lang),
            root.Metadata.read_bytes(),
            {key: str(value) for key, value in document.docinfo.items()},
            root.MarkInfo.unparse(),
            [page.MediaBox.unparse() for page in document.pages],
        )


def _element(item: Any, pages: dict[Any, int]) -> Any:
    if isinstance(item, pikepdf.Array):
        return [_element(each, pages) for each in item]
    if not isinstance(item, pikepdf.Dictionary):
        return item
    page = pages.get(item.Pg.objgen) if "/Pg" in item else None
    alt = str(item.get("/Alt", ""))
    return [str(item.get("/S", "")), alt, page, _element(item.get("/K", 0), pages)]


def pixels_and_texts(pdf: bytes) -> list[tuple[bytes, str]]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            (bytes(page.render(scale=1.5).buffer), page.get_textpage().get_text_range())
            for page in document
        ]


@pytest.fixture(scope="session")
def body(root: Path) -> PacketBody:
    return PacketBody(PAGES, STYLESHEET, root)


@pytest.fixture(scope="session")
def body_of(root: Path) -> Callable[[str, str], PacketBody]:
    """A short document around an HTML body with slots."""

    def make(inner: str, css: str = "") -> PacketBody:
        html = f'<!doctype html><html lang="en"><title>T</title><body><h1>T</h1>{inner}</html>'
        return PacketBody(html, f"@page {{ size: letter; margin: 2cm }} {css}", root)

    return make


@pytest.fixture(scope="session")
def direct(press: Press) -> Callable[[PersonValues], bytes]:
    def print_it(person: PersonValues) -> bytes:
        html = filled(person.body.html, person.filling())
        return press.print(html, person.body.stylesheet, person.body.base).pdf

    return print_it


@pytest.fixture(scope="session")
def make(press: Press) -> Callable[[Iterable[PersonValues]], list[PacketFile]]:
    return lambda people: list(PacketPress(press).packets(people))


@pytest.fixture(scope="session")
def assert_same(direct: Callable[[PersonValues], bytes]) -> Callable[[PersonValues, bytes], None]:
    """Hold a packet against a direct print: pixel by pixel, text by text, tag by tag."""

    def compare(person: PersonValues, pdf: bytes) -> None:
        expected = direct(person)
        assert pixels_and_texts(pdf) == pixels_and_texts(expected), person.key
        assert structure(pdf) == structure(expected), person.key

    return compare


@pytest.fixture(scope="session")
def real() -> dict[str, Any]:
    """The names of `real_worksheets.py`."""
    return runpy.run_path(str(Path(__file__).with_name("real_worksheets.py")))


@pytest.fixture(scope="session")
def tools() -> Any:
    """What tests need of this file: `slot`, `person` and the comparisons."""
    from types import SimpleNamespace  # noqa: PLC0415

    return SimpleNamespace(
        slot=slot, person=person, structure=structure, pixels_and_texts=pixels_and_texts
    )
