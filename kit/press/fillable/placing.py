"""Puts fields where the engine has laid out the places to write and to tick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kit.press.fillable.page_words import is_of
from kit.press.weasyprint_import import boxes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kit.press.fillable.places import Place

_MM = 96 / 25.4
_BESIDE = 1.2 * _MM
"""Room between the words before a line and what is written on it."""
_BELOW = 6.3 * _MM
"""So much room below its words makes a field stand there, not beside them."""
_LINE = 6.2 * _MM
_LARGE_LINE = 11.5 * _MM
"""How high a line of writing is, at the usual size and in large print."""
_ON_LINES = ("slip-line", "name-line", "field-line", "signed", "dated")
_Room = tuple[float, float, float, float]
"""Left, top, right and bottom, in the engine's pixels from the page's top left corner."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place and the box that the engine drew for it, which gets the field's widget."""

    place: Place
    box: Any


def place_fields(document: Any, places: Iterable[Place], *, large: bool) -> tuple[Placed, ...]:
    """Have the engine add a widget for each place of a document that it has laid out.

    A place that goes on over several pages gets a field on each. The engine takes what a page's
    `forms` list as fields, whatever its element is; `type` is all that it has to say of itself.
    """
    wanted = {place.element: place for place in places}
    placed: list[Placed] = []
    seen: dict[Any, int] = {}
    for page in document.pages:
        for element, box in _boxes(page._page_box, wanted):  # noqa: SLF001  laid out there only
            place = wanted[element]
            count = seen[element] = seen.get(element, 0) + 1
            if count > 1:
                place = replace(place, name=f"{place.name} ({count})")
            element.set("type", "text" if place.kind == "text" else "checkbox")
            page.forms[None].append((box, _room(place, box, _LARGE_LINE if large else _LINE)))
            placed.append(Placed(place, box))
    return tuple(placed)


def _boxes(page: Any, wanted: dict[Any, Place]) -> Iterator[tuple[Any, Any]]:
    """Find the first box on a page of each element that is wanted."""
    found: set[Any] = set()
    waiting = [page]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)  # where something absolutely placed was taken from
        element = box.element
        if element in wanted and element not in found and not isinstance(box, boxes.LineBox):
            found.add(element)
            yield element, box
        waiting += reversed(box.children)


def _room(place: Place, box: Any, line: float) -> _Room:
    left, top = box.border_box_x(), box.border_box_y()
    right, bottom = left + box.border_width(), top + box.border_height()
    if place.kind != "text":
        return left, top, right, bottom
    if is_of(place.element, "write-in"):
        return left, bottom - line * 0.8, right, bottom
    if is_of(place.element, "signed", "dated") and box.border_top_width:
        return left, top - line, right, top  # its words stand below the line
    left, top = box.padding_box_x(), box.padding_box_y()
    right, bottom = left + box.padding_width(), top + box.padding_height()
    if is_of(place.element, *_ON_LINES):
        words_right, words_bottom = _words_end(box)
        if bottom - words_bottom > _BELOW and words_bottom > top:
            return left, max(words_bottom, bottom - line), right, bottom
        if words_right > left:
            left = words_right + _BESIDE
        return left, max(top, bottom - line), right, bottom
    if is_of(place.element, "with-room"):
        left, right = box.content_box_x() - 3, box.content_box_x() + box.width + 3
        top = max(top, _words_end(box)[1])
    return left + 1, top + 1, right - 1, bottom - 1


def _words_end(box: Any) -> tuple[float, float]:
    """Say how far the words in a box reach to the right and down."""
    right = bottom = 0.0
    waiting = [box]
    while waiting:
        inner = waiting.pop()
        inner = getattr(inner, "_box", inner)
        if isinstance(inner, boxes.TextBox):
            right = max(right, inner.position_x + inner.width)
            bottom = max(bottom, inner.position_y + inner.height)
        else:
            waiting += inner.children
    return right, bottom
