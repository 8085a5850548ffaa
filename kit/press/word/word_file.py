"""A manuscript ▶ the bytes of a `.docx` file: always the same for the same manuscript."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kit.press.archive import without_times
from kit.press.word.body import BodyWriter
from kit.press.word.paragraphs import ParagraphWriter, field_xml
from kit.press.word.style_sheet import StyleSheet
from kit.press.word.typefaces import font_table, typefaces
from kit.press.word.xml import NAMESPACES, R, W, twips, written

if TYPE_CHECKING:
    from kit.press.word.content import Manuscript

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE: Final = "http://schemas.microsoft.com/office/word"
_LINK: Final = f"{_RELATIONS}/hyperlink"
_FONT: Final = f"{_RELATIONS}/font"
_FONT_FILE: Final = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_TYPE: Final = f"{{{W}}}type"
_ID: Final = f"{{{R}}}id"
_TAB: Final = "<w:r><w:tab/></w:r>"
_WITHOUT: Final = ("customXml", "stylesWithEffects", "webSettings", "thumbnail", "printerSettings")
"""Parts of the library's own blank document that ours has no use for."""


@dataclass(frozen=True, slots=True)
class _Package:
    """What the body points to, in the library's words."""

    part: Any

    def picture(self, content: bytes) -> str:
        name, _ = self.part.get_or_add_image(io.BytesIO(content))
        return str(name)

    def address(self, to: str) -> str:
        return str(self.part.relate_to(to, _LINK, is_external=True))


def word_file(manuscript: Manuscript) -> bytes:
    """Write a document."""
    from docx import Document  # noqa: PLC0415 - of the extra, and slow to load

    document: Any = Document()
    _clear(document)
    styles = StyleSheet(manuscript.language)
    paragraphs = ParagraphWriter(styles, _Package(document.part))
    heads = _running_heads(document, manuscript)
    body = BodyWriter(paragraphs, heads).xml(manuscript)
    _replace(document.element, "body", body)
    document.part._styles_part._element = _parsed(styles.xml())  # noqa: SLF001 - no other way in
    document.part.numbering_part._element = _parsed(paragraphs.numbering.xml())  # noqa: SLF001
    document.part._settings_part._element = _parsed(_settings(manuscript))  # noqa: SLF001
    _embed_fonts(document)
    _describe(document, manuscript)
    written_file = io.BytesIO()
    document.save(written_file)
    return without_times(written_file.getvalue())


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml  # noqa: PLC0415 - of the extra

    return parse_xml(xml)


def _replace(element: Any, tag: str, xml: str) -> None:
    old = next(child for child in element if child.tag.endswith(f"}}{tag}"))
    element.replace(old, _parsed(xml))


def _clear(document: Any) -> None:
    for package in (document.part, document.part.package):
        for name, relation in list(package.rels.items()):
            if any(each in relation.reltype or each in relation.target_ref for each in _WITHOUT):
                del package.rels[name]


def _running_heads(document: Any, manuscript: Manuscript) -> str:
    """Make the heads and feet, and give the references to them; a first page has no head."""
    section = document.sections[0]
    page = manuscript.page
    feet = [section.footer]
    if page.running_heads:
        heads = (section.header, section.first_page_header)
        left, right = manuscript.head
        upright = '<w:rStyle w:val="Sans"/><w:i w:val="0"/>'
        line = f"{_words(left)}{_TAB}{_words(right, upright)}"
        for part, words in zip(heads, (line, ""), strict=True):
            _fill(part, "Header", words, page.text_width)
        feet.append(section.first_page_footer)
    if page.foot:
        count = (
            f"{_words('page ')}{field_xml('PAGE', '1')}{_words(' of ')}{field_xml('NUMPAGES', '1')}"
        )
        for part in feet:
            _fill(part, "Footer", f"{_words(manuscript.foot)}{_TAB}{count}", page.text_width)
    return "".join(
        f'<w:{kind} w:type="{each.get(_TYPE)}" r:id="{each.get(_ID)}"/>'
        for kind in ("headerReference", "footerReference")
        for each in section._sectPr  # noqa: SLF001 - the library names them nowhere else
        if each.tag == f"{{{W}}}{kind}"
    )


def _fill(part: Any, style: str, inside: str, width: float) -> None:
    """Write a head or foot: one paragraph, its right part at the right edge."""
    part.is_linked_to_previous = False
    element = part._element  # noqa: SLF001 - its paragraphs as a whole
    for child in list(element):
        element.remove(child)
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>'
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>'
    element.append(_parsed(f"<w:p {NAMESPACES}>{properties}{inside}</w:p>"))


def _words(words: str, look: str = "") -> str:
    if not words:
        return ""
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{written(words)}</w:t></w:r>'


def _settings(manuscript: Manuscript) -> str:
    mirrored = "<w:mirrorMargins/>" if manuscript.page.mirrored else ""
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_OFFICE}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
        )
    )
    return (
        f"<w:settings {NAMESPACES}><w:embedTrueTypeFonts/>{mirrored}"
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"<w:compat>{compatible}</w:compat>"
        f'<w:themeFontLang w:val="{manuscript.language}"/></w:settings>'
    )


def _embed_fonts(document: Any) -> None:
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - of the extra
    from docx.opc.part import Part  # noqa: PLC0415 - of the extra

    table = next(
        relation.target_part
        for relation in document.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    )
    names = {}
    for number, face in enumerate(typefaces(), start=1):
        uri = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(uri, _FONT_FILE, face.content, document.part.package)
        names[face] = table.relate_to(part, _FONT)
    table._blob = font_table(names)  # noqa: SLF001 - no other way in


def _describe(document: Any, manuscript: Manuscript) -> None:
    properties = document.core_properties
    element = properties._element  # noqa: SLF001 - to leave out what is not true
    for child in list(element):
        element.remove(child)
    properties.title = manuscript.title
    properties.subject = manuscript.subject[:255]
    properties.keywords = manuscript.keywords[:255]
    properties.language = manuscript.language
