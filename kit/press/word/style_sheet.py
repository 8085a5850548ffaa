"""The styles of one document as Word's XML: those in `styles`, and what is derived of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from kit.press.word.styles import CHARACTERS, INK, LINE, PARAGRAPHS, SERIF, Style, whole
from kit.press.word.table_looks import table_styles
from kit.press.word.xml import NAMESPACES, points, quoted, style_id, twips

_BUILT_IN: Final = {
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Heading 3": "heading 3",
    "Contents 1": "toc 1",
    "Contents 2": "toc 2",
    "Header": "header",
    "Footer": "footer",
}
"""Names by which Word knows a style of its own."""
ASIDE: Final = (
    f'<w:framePr w:w="{twips(35.0)}" w:hSpace="0" w:wrap="around" w:vAnchor="text" '
    'w:hAnchor="margin" w:x="1" w:y="1"/>'
)
"""Stands beside the paragraph that follows: said in the style for Word, and in each such paragraph
for other programs, which do not look for it in styles."""


_BEFORE: Final = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'<w:rFonts w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:cs="{SERIF}" w:eastAsia="{SERIF}"/>'
    '<w:sz w:val="21"/><w:lang w:val={language}/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList">'
    '<w:name w:val="No List"/></w:style>'
)
"""What holds where no style says otherwise, and the styles that Word wants to be there."""


@dataclass(slots=True)
class StyleSheet:
    """Names styles, and derives those for another indent or a smaller scale where they are used."""

    language: str
    _derived: dict[str, tuple[str, Style, str]] = field(default_factory=dict)

    def paragraph(self, name: str, indent: float, scale: float) -> str:
        """Give the id of a paragraph style at a left edge and in a scale."""
        known = name if name in PARAGRAPHS else "Body Text"
        if not indent and scale == 1:
            return style_id(known)
        look = whole(known)
        if scale != 1:
            look = _scaled(look, scale)
        if look.aside:
            return style_id(known)
        look = replace(look, left=(look.left or 0) + indent)
        said = [known]
        if indent:
            said.append(f"at {indent:.0f} mm")
        if scale != 1:
            said.append("small")
        title = ", ".join(said)
        self._derived[title] = (known, look, title)
        return style_id(title)

    def character(self, name: str, scale: float) -> str:
        """Give the id of a character style in a scale."""
        if name not in CHARACTERS:
            return ""
        size = CHARACTERS[name].size
        if scale == 1 or size is None:
            return style_id(name)
        title = f"{name}, small"
        look = replace(CHARACTERS[name], size=max(size * scale, 1.0))
        self._derived[f"character {title}"] = ("", look, title)
        return style_id(title)

    def xml(self) -> str:
        """Write all styles."""
        parts = [_BEFORE.format(language=quoted(self.language)), table_styles()]
        for name, style in PARAGRAPHS.items():
            parts.append(_paragraph_style(name, style.based, whole(name), style.follow))
        for based, look, title in self._derived.values():
            if based:
                parts.append(_paragraph_style(title, based, look, None))
            else:
                parts.append(_character_style(title, look))
        parts += [_character_style(name, style) for name, style in CHARACTERS.items()]
        return f"<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"


def _scaled(style: Style, scale: float) -> Style:
    return replace(
        style,
        size=(style.size or 0) * scale,
        before=(style.before or 0) * scale,
        after=(style.after or 0) * scale,
        line=(style.line or 0) * scale,
        left=(style.left or 0) * scale,
        hanging=(style.hanging or 0) * scale,
    )


def _paragraph_style(name: str, based: str, look: Style, follow: str | None) -> str:
    shown = _BUILT_IN.get(name, name)
    default = ' w:default="1"' if name == "Normal" else ""
    below = f'<w:basedOn w:val="{style_id(based)}"/>' if based else ""
    after = f'<w:next w:val="{style_id(follow)}"/>' if follow else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style_id(name)}">'
        f"<w:name w:val={quoted(shown)}/>{below}{after}<w:qFormat/>"
        f"<w:pPr>{_paragraph_look(look)}</w:pPr>"
        f"<w:rPr>{_type(look, whole(based) if based else None)}</w:rPr></w:style>"
    )


def _character_style(name: str, look: Style) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val={quoted(name)}/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{_type(look)}</w:rPr></w:style>"
    )


def switches(look: Style) -> str:
    """Write what is on or off in a character style, for its words themselves.

    In the style, it would turn off what the paragraph's style turns on.
    """
    return _switches((look.bold, look.italic, look.caps))


def _switches(values: tuple[bool | None, bool | None, bool | None]) -> str:
    parts = []
    for value, tag in zip(values, ("b", "i", "caps"), strict=True):
        if value is not None:
            parts.append(f"<w:{tag}/>" if value else f'<w:{tag} w:val="0"/>')
    return "".join(parts)


def _paragraph_look(look: Style) -> str:
    parts = []
    if look.keep:
        parts.append("<w:keepNext/>")
    if look.keep or look.level:
        parts.append("<w:keepLines/>")
    if look.aside:
        parts.append(ASIDE)
    parts.append("<w:widowControl/>")
    if borders := _borders(look):
        parts.append(f"<w:pBdr>{borders}</w:pBdr>")
    if look.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>')
    rule = "exact" if look.exactly else "atLeast"
    parts.append(
        f'<w:spacing w:before="{points(look.before or 0)}" w:after="{points(look.after or 0)}" '
        f'w:line="{points(look.line or 0)}" w:lineRule="{rule}"/>'
    )
    hanging = f' w:hanging="{twips(look.hanging)}"' if look.hanging else ""
    parts.append(f'<w:ind w:left="{twips(look.left or 0)}"{hanging}/>')
    parts.append(f'<w:jc w:val="{look.align or "left"}"/>')
    if look.level:
        parts.append(f'<w:outlineLvl w:val="{look.level - 1}"/>')
    return "".join(parts)


def _borders(look: Style) -> str:
    sides = (
        ("top", look.top),
        ("left", look.edge),
        ("bottom", look.bottom),
        ("between", look.between),
    )
    return "".join(
        f'<w:{side} w:val="{rule[1]}" w:sz="{round(rule[0] * 8)}" w:space="{round(rule[2])}" '
        f'w:color="{INK if rule[0] >= 1 else LINE}"/>'
        for side, rule in sides
        if rule
    )


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}" w:eastAsia="{name}"/>'


def _type(look: Style, base: Style | None = None) -> str:
    """Write how words look; of a paragraph style, only the switches that its base has otherwise."""
    parts = [_fonts(look.font)] if look.font else []
    if look.line:
        bold, italic, caps = (
            value if base is None or value != before else None
            for value, before in (
                (look.bold, base and base.bold),
                (look.italic, base and base.italic),
                (look.caps, base and base.caps),
            )
        )
        parts.append(_switches((bold, italic, caps)))
    if look.color:
        parts.append(f'<w:color w:val="{look.color}"/>')
    if look.size:
        half_points = max(2, round(look.size * 2))
        parts.append(f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>')
    if look.fill and not look.line:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{look.fill}"/>')
    if look.raised:
        parts.append('<w:vertAlign w:val="superscript"/>')
    return "".join(parts)
