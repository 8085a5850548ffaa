"""Paragraphs and what stands in them as Word's XML."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING, Protocol

from kit.press.word.content import Break, PageOf, Picture, Tab, Text, Tick
from kit.press.word.numbering import Numbering
from kit.press.word.style_sheet import ASIDE, StyleSheet, switches
from kit.press.word.styles import CHARACTERS, Style, whole
from kit.press.word.xml import bookmark, emu, points, quoted, twips, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.press.word.content import Inline, Paragraph

_PLAIN = Style("")
_EMPTY_BOX = "\u2610"
_BOX_FONT = "MS Gothic"
_ORNAMENT = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


class Package(Protocol):
    """The file that is made: takes what the text only points to, and gives its names."""

    def picture(self, content: bytes) -> str:
        """Take a picture."""

    def address(self, to: str) -> str:
        """Take an address that a link leads to."""


@dataclass(slots=True)
class ParagraphWriter:
    """Writes the paragraphs of one document."""

    styles: StyleSheet
    package: Package
    numbering: Numbering = field(default_factory=Numbering)
    _ids: Iterator[int] = field(default_factory=lambda: count(1))
    _anchored: set[str] = field(default_factory=set)

    def xml(self, paragraph: Paragraph, *, new_page: bool, end_of_section: str = "") -> str:
        """Write one paragraph."""
        style = self.styles.paragraph(paragraph.style, paragraph.indent, paragraph.scale)
        item = paragraph.item
        parts = [f'<w:pStyle w:val="{style}"/>']
        if paragraph.keep:
            parts.append("<w:keepNext/>")
        if new_page:
            parts.append("<w:pageBreakBefore/>")
        if whole(paragraph.style).aside:
            parts.append(ASIDE)
        if item and item.mark:
            number = self.numbering.number_of(item, paragraph.indent)
            parts.append(f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        if stops := _stops(paragraph):
            parts.append(f"<w:tabs>{stops}</w:tabs>")
        if paragraph.after > (whole(paragraph.style).after or 0) * paragraph.scale:
            parts.append(f'<w:spacing w:after="{points(paragraph.after)}"/>')
        if item:
            left, hanging = twips(paragraph.indent + item.left), twips(item.hanging)
            parts.append(f'<w:ind w:left="{left}" w:hanging="{hanging}"/>')
        parts.append(end_of_section)
        inside = "".join(self._inline(each, paragraph.scale) for each in paragraph.inlines)
        before, after = self._bookmarks(paragraph.anchors)
        return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{before}{inside}{after}</w:p>"

    def _bookmarks(self, anchors: tuple[str, ...]) -> tuple[str, str]:
        begins, ends = [], []
        for anchor in anchors:
            if anchor in self._anchored:
                continue
            self._anchored.add(anchor)
            number = next(self._ids)
            begins.append(f'<w:bookmarkStart w:id="{number}" w:name="{bookmark(anchor)}"/>')
            ends.append(f'<w:bookmarkEnd w:id="{number}"/>')
        return "".join(begins), "".join(ends)

    def _inline(self, inline: Inline, scale: float) -> str:
        match inline:
            case Text():
                return self._text(inline, scale)
            case Tab():
                return "<w:r><w:tab/></w:r>"
            case Break():
                return "<w:r><w:br/></w:r>"
            case Tick():
                return self._tick(scale)
            case PageOf():
                return _page_of(inline.anchor)
            case Picture():
                return self._picture(inline)

    def _text(self, text: Text, scale: float) -> str:
        run = f'{self._look(text, scale)}<w:t xml:space="preserve">{written(text.words)}</w:t>'
        run = f"<w:r>{run}</w:r>"
        if text.to.startswith("#"):
            name = bookmark(text.to[1:])
            return f'<w:hyperlink w:anchor="{name}" w:history="1">{run}</w:hyperlink>'
        if text.to:
            name = self.package.address(text.to)
            return f'<w:hyperlink r:id="{name}" w:history="1">{run}</w:hyperlink>'
        return run

    def _look(self, text: Text, scale: float) -> str:
        parts = []
        if text.style and (style := self.styles.character(text.style, scale)):
            parts.append(f'<w:rStyle w:val="{style}"/>')
        own = CHARACTERS.get(text.style, _PLAIN)
        bold, italic = "bold" in text.faces or own.bold, "italic" in text.faces or own.italic
        parts.append(switches(replace(own, bold=bold, italic=italic)))
        if "raised" in text.faces:
            parts.append('<w:vertAlign w:val="superscript"/>')
        return f"<w:rPr>{''.join(parts)}</w:rPr>" if parts else ""

    def _tick(self, scale: float) -> str:
        style = self.styles.character("Tick", scale)
        fonts = f'<w:rFonts w:ascii="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}"/>'
        look = f'<w:rPr><w:rStyle w:val="{style}"/>{fonts}</w:rPr>'
        run = f"<w:r>{look}<w:t>{_EMPTY_BOX}</w:t></w:r>"
        if scale != 1:
            return run
        return (
            f'<w:sdt><w:sdtPr>{look}<w:id w:val="{1000 + next(self._ids)}"/><w14:checkbox>'
            f'<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/>'
            f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox></w:sdtPr>'
            f"<w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )

    def _picture(self, picture: Picture) -> str:
        name, number = self.package.picture(picture.content), next(self._ids)
        across, down = emu(picture.width), emu(picture.height)
        drawing = "http://schemas.openxmlformats.org/drawingml/2006"
        words = f" descr={quoted(picture.words)}" if picture.words else ""
        ornament = "" if picture.words else _ORNAMENT
        return (
            f'<w:r><w:drawing><wp:inline xmlns:wp="{drawing}/wordprocessingDrawing" '
            f'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{across}" cy="{down}"/>'
            f'<wp:docPr id="{number}" name="Picture {number}"{words}>{ornament}</wp:docPr>'
            f'<a:graphic xmlns:a="{drawing}/main"><a:graphicData uri="{drawing}/picture">'
            f'<pic:pic xmlns:pic="{drawing}/picture"><pic:nvPicPr>'
            f'<pic:cNvPr id="{number}" name="Picture {number}"{words}/>'
            "<pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="{name}"/><a:stretch><a:fillRect/></a:stretch>'
            f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" '
            f'cy="{down}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )


def _page_of(anchor: str) -> str:
    # The result stays empty until the page is known: Word and others fill it in when they print,
    # and a wrong number is worse than none.
    return field_xml(f"PAGEREF {bookmark(anchor)} \\h", "")


def field_xml(code: str, result: str) -> str:
    """Write a field that Word works out, with what it shows until then."""
    shown = f"<w:r><w:t>{written(result)}</w:t></w:r>" if result else ""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{shown}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _stops(paragraph: Paragraph) -> str:
    item = paragraph.item
    edge = paragraph.indent + (item.left if item else 0.0)
    stops = {
        twips(edge + inline.to): inline
        for inline in paragraph.inlines
        if isinstance(inline, Tab) and inline.to
    }
    return "".join(_stop(position, tab) for position, tab in sorted(stops.items()))


def _stop(position: int, tab: Tab) -> str:
    leader = ' w:leader="underscore"' if tab.ruled else ""
    return f'<w:tab w:val="{"right" if tab.right else "left"}"{leader} w:pos="{position}"/>'
