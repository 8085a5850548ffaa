"""What makes a document hard to read with a screen reader and only its author can change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pydyf

from kit.errors import Problem, Severity
from kit.press.tag_tree import marked_content

if TYPE_CHECKING:
    from collections.abc import Iterator

_SVG = "{http://www.w3.org/2000/svg}"
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def review(document: Any, pdf: Any) -> Iterator[Problem]:
    """Tell of pictures without a description, skipped heading levels and text that is not text."""
    root = document._html.etree_element  # noqa: SLF001  the engine keeps the parsed page there only
    yield from _undescribed(root)
    yield from _skipped_levels(root)
    if any(_hides_text(item) for item in pdf.objects):
        yield _warning(
            "untagged-text",
            "Text with `opacity` or in a blended group is lost to screen readers.",
            "In the style sheet, use a solid colour in place of `opacity`.",
        )


def _undescribed(root: Any) -> Iterator[Problem]:
    hidden = {part for outer in root.iter() if _is_hidden(outer) for part in outer.iter()}
    for image in root.iter("img"):
        if image.get("alt") is None and image not in hidden:
            yield _warning(
                "no-description",
                f"The picture {image.get('src', '')[:80]} has no description; screen readers "
                "skip it.",
                'Say in alt="…" what it shows, or write alt="" when it only decorates.',
            )
    for figure in root.iter(f"{_SVG}svg"):
        title = figure.find(f"{_SVG}title")
        if (title is None or not title.text) and figure not in hidden:
            yield _warning(
                "no-description",
                "A drawing (SVG) has no <title>; screen readers skip it.",
                'Say in its <title> what it shows, or write aria-hidden="true" when it only '
                "decorates.",
            )


def _is_hidden(element: Any) -> bool:
    return element.get("aria-hidden") == "true" or element.get("role") in ("none", "presentation")


def _skipped_levels(root: Any) -> Iterator[Problem]:
    level = 0
    for element in root.iter():
        if element.tag not in _HEADINGS:
            continue
        now = _HEADINGS.index(element.tag) + 1
        if now > level + 1:
            words = " ".join("".join(element.itertext()).split())
            before = f"level {level}" if level else "no heading"
            yield _warning(
                "heading-level",
                f"The heading “{words[:60]}” has level {now} and follows {before}.",
                f"Give it level {level + 1}: readers who jump from heading to heading rely on it.",
            )
        level = now


def _hides_text(item: Any) -> bool:
    return (
        isinstance(item, pydyf.Stream)
        and item.extra.get("Subtype") == "/Form"
        and next(marked_content(item), None) is not None
    )


def _warning(code: str, message: str, hint: str) -> Problem:
    return Problem(code, message, hint=hint, severity=Severity.WARNING)
