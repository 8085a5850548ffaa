"""Markdown in a definition's text ▶ safe HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kit.checking.markup import KEPT
from kit.definitions.citation import CITATION
from kit.errors import KitError, Problem
from kit.tailoring.terms import BLANK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown import Markdown

_ALLOWED: dict[str, set[str]] = {
    "a": {"href"},
    "th": {"align"},
    "td": {"align"},
}
# A bracket that opens no link, an angle that opens no element: Markdown looks for the end of each,
# through all of the rest. A few do no harm; many would take minutes, and stand for themselves.
_MOST_UNMATCHED = 40
_BRACKET = re.compile(
    r"(?P<link>\[[^\[\]]{0,1000}\](?:\((?:[^()\s<>\"']{0,2000}|<[^<>\n]{0,2000}>)"
    r"(?:\s+(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s?\)|(?!\()))|\["
)
_ANGLE = re.compile(r"(?P<tag></?[a-zA-Z][^<>]{0,2000}>|<!--(?:(?!--|<).){0,2000}-->)|<")
_HELD = {"[": "\ue003", "<": "\ue004"}
_SHOWN = str.maketrans({"\ue003": "[", "\ue004": "&lt;"})
_SHORT = 60
_WRITE_IN = '<span class="write-in"></span>'


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    from markdown import Markdown  # noqa: PLC0415 - heavy; not every command renders

    converter = Markdown(
        extensions=["tables", "sane_lists", "def_list", "smarty"], output_format="html"
    )
    # Headings would break the order of a document's own; pictures have no place in a text.
    for name in ("hashheader", "setextheader"):
        converter.parser.blockprocessors.deregister(name)
    for name in ("image_link", "image_reference", "short_image_ref"):
        converter.inlinePatterns.deregister(name)
    return converter


@lru_cache(maxsize=8192)
def _to_html(text: str) -> str:
    import nh3  # noqa: PLC0415 - as above

    # Inside square brackets Markdown would look for a link: keep citations out of its sight.
    held = CITATION.sub(lambda match: f"\ue001{match[1]}\ue002", text)
    for pattern in (_BRACKET, _ANGLE):
        held = _tame(held, pattern)
    html = nh3.clean(
        _converted(held),
        tags=set(KEPT),
        attributes=_ALLOWED,
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
    return html.replace(BLANK, _WRITE_IN).translate(_SHOWN)


def _tame(text: str, pattern: re.Pattern[str]) -> str:
    """Keep what opens nothing out of Markdown's sight, where there is much of it."""
    unmatched = sum(match.lastgroup is None for match in pattern.finditer(text))
    if unmatched <= _MOST_UNMATCHED:
        return text
    return pattern.sub(lambda match: match[0] if match.lastgroup else _HELD[match[0]], text)


def _converted(text: str) -> str:
    try:
        return _converter().reset().convert(text)
    except Exception as error:
        # A converter that stopped half-way remembers what it was doing.
        _converter.cache_clear()
        deep = isinstance(error, RecursionError)
        message = "This text cannot be set" + (
            ": lists lie in one another too deeply" if deep else ""
        )
        hint = "Write it with fewer signs such as `-`, `>` and `1.` one after the other."
        problem = Problem("text", f"{message}: “{text[:_SHORT]}…”", hint=hint)
        raise KitError([problem]) from error


def prose(text: str, citations: Mapping[str, int]) -> str:
    """Turn Markdown into HTML blocks; a citation `[@key]` becomes its number in this document.

    A work that this document does not list is not cited in it.
    """
    html = _to_html(text.strip())

    def numbers(match: re.Match[str]) -> str:
        keys = [key.strip().lstrip("@") for key in match[1].split(";")]
        links = [
            f'<a href="#ref-{key}" aria-label="Reference {citations[key]}">{citations[key]}</a>'
            for key in keys
            if key in citations
        ]
        return f'<sup class="cite">{",".join(links)}</sup>' if links else ""

    return re.sub("\ue001([^\ue002]*)\ue002", numbers, html)


def inline(text: str, citations: Mapping[str, int]) -> str:
    """Turn one line of Markdown into HTML without a paragraph around it."""
    html = prose(text, citations)
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        return html[3:-4]
    return html


def plain_text(text: str) -> str:
    """Take the marks out of a text, for titles and metadata."""
    without = re.sub(r"<[^>]+>", "", prose(text, {}).replace(_WRITE_IN, "…"))
    from html import unescape  # noqa: PLC0415

    return " ".join(unescape(without).split())
