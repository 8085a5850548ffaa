"""Pictures for Word, which shows no SVG of ours: drawn by the press, then in fine dots."""

from __future__ import annotations

import io
import re
from base64 import b64encode
from copy import copy
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr

from kit.errors import Problem
from kit.press.fetcher import Fetcher
from kit.press.word.content import Picture

if TYPE_CHECKING:
    from pathlib import Path

    from kit.press.engine import Press
    from kit.press.word.page_tree import Element

_DOTS: Final = 300
"""Dots an inch: what an office printer resolves."""
_MM: Final = re.compile(r"([0-9.]+)mm")
_NUMBER: Final = re.compile(r"-?[0-9.]+")
_WIDTH: Final = re.compile(r"width:\s*([0-9.]+)mm")
_HEIGHT: Final = re.compile(r"height:\s*([0-9.]+)mm")
_INCH: Final = 25.4
_SCREEN_DOTS: Final = 96
_DECLARATIONS: Final = ("xmlns", "{http://www.w3.org/2000/xmlns/}")
_AS_THEY_ARE: Final = ("PNG", "JPEG")


@dataclass(slots=True)
class Draftsman:
    """Makes pictures of what a page shows; what it may not or cannot show is in `problems`."""

    press: Press
    roots: tuple[Path, ...]
    base: Path
    problems: list[Problem] = field(default_factory=list)

    def draw(self, element: Element, width: float) -> Picture | None:
        """Make a picture of an SVG or an image, at most so many millimetres wide."""
        return self._svg(element, width) if element.tag == "svg" else self._image(element, width)

    def _svg(self, element: Element, width: float) -> Picture | None:
        across, down = (_MM.search(element.get(name)) for name in ("width", "height"))
        if across and down:
            size = float(across[1]), float(down[1])
        else:  # one of a template of the user's: as wide as its place, by the shape of its sheet
            sheet = [float(each) for each in _NUMBER.findall(element.get("viewBox"))][2:]
            size = width, width * (sheet[1] / sheet[0] if len(sheet) > 1 and sheet[0] else 1.0)
        source = ET.tostring(_alone(element.wrapper.etree_element))
        address = f"data:image/svg+xml;base64,{b64encode(source).decode('ascii')}"
        content = self._dots(address, size, gray=True)
        title = next(iter(element.find("title")), None)
        return _fitted(content, size, width, title.words if title else "")

    def _image(self, element: Element, width: float) -> Picture | None:
        address = urljoin(f"{self.base.resolve().as_uri()}/", element.get("src"))
        fetcher = Fetcher(self.roots, ())
        try:
            content = fetcher.fetch(address).read()
            kind, dots = _kind_and_size(content)
        except (OSError, ValueError) as error:
            self.problems += list(fetcher.problems.values()) or [_unreadable(element, error)]
            return None
        style = element.get("style")
        across, down = _WIDTH.search(style), _HEIGHT.search(style)
        if across and down:
            size = float(across[1]), float(down[1])
        elif dots:
            size = dots[0] * _INCH / _SCREEN_DOTS, dots[1] * _INCH / _SCREEN_DOTS
        else:
            size = width, width
        if kind not in _AS_THEY_ARE:
            content = self._dots(address, size, gray=False)
        return _fitted(content, size, width, element.get("alt"))

    def _dots(self, address: str, size: tuple[float, float], *, gray: bool) -> bytes:
        import pypdfium2  # noqa: PLC0415 - of the extra

        width, height = size
        page = (
            '<!doctype html><html lang="en"><title>Figure</title>'
            f'<img alt="" src={quoteattr(address)} style="width: {width}mm; height: {height}mm">'
        )
        sheet = (
            f"@page {{ size: {width}mm {height}mm; margin: 0 }} "
            "body { margin: 0; line-height: 0 } img { display: block }"
        )
        made = self.press.make(page, sheet, self.base, lambda document, _: document.write_pdf())
        short = f"{address[:40]}…"
        self.problems += (
            replace(each, message=each.message.replace(address, short)) for each in made.problems
        )
        document = pypdfium2.PdfDocument(made.result)
        bitmap = document[0].render(scale=_DOTS / 72, grayscale=gray)
        written = io.BytesIO()
        bitmap.to_pil().save(written, "PNG", optimize=True, dpi=(_DOTS, _DOTS))
        return written.getvalue()


def _fitted(content: bytes, size: tuple[float, float], width: float, words: str) -> Picture:
    across, down = size
    part = min(1.0, width / across) if across else 1.0
    return Picture(content, across * part, down * part, words.strip())


def _kind_and_size(content: bytes) -> tuple[str, tuple[int, int] | None]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - slow to load

    try:
        with Image.open(io.BytesIO(content)) as image:
            return str(image.format), image.size
    except UnidentifiedImageError:
        if b"<svg" not in content[:1000]:
            raise
        return "SVG", None


def _alone(element: ET.Element) -> ET.Element:
    """Copy an element to stand alone; what declares namespaces is written anew."""
    alone = copy(element)
    alone.tail = None
    for name in [name for name in alone.attrib if name.startswith(_DECLARATIONS)]:
        del alone.attrib[name]
    return alone


def _unreadable(element: Element, error: Exception) -> Problem:
    return Problem(
        "unreadable-resource",
        f"The picture {element.get('src')[:60]} cannot be read: {error}.",
        hint="Save it as PNG, JPEG or SVG.",
    )
