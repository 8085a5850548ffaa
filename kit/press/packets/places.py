"""Where slots stand on the pages, and whether what stands there leaves all else in its place.

A slot's text may vary only where nothing depends on how wide it is. The rules here are stricter
than need be: what breaks one is printed directly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kit.press.packets.misfit import Misfit
from kit.press.packets.width_from_outside import check_width_from_outside
from kit.press.weasyprint_import import boxes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SIDES = ("top", "right", "bottom", "left")
_SLACK = 0.5
"""Pixels by which a text must be narrower than its place."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a slot: its text box on a page, how wide a text may be, and how it is aligned.

    `shift` is the part of the width left over that stands before the text: 0, a half, or 1.
    """

    slot: str
    page: int
    box: Any
    room: float
    shift: float


def find_places(document: Any, tokens: Mapping[str, str]) -> tuple[Place, ...]:
    """Find every place of the slots in a document that was laid out with `tokens` in them.

    Raises:
        Misfit: one of them stands where its width matters to something else, or a token is shown
            outside of its slot.
    """
    places: list[Place] = []
    containers: dict[Any, list[bool]] = {}
    words = {token: name for name, token in tokens.items() if token}
    for number, page in enumerate(document.pages):
        floats = [box for box, _ in walk(page._page_box) if _floats(box)]  # noqa: SLF001
        for box, above in walk(page._page_box):  # noqa: SLF001
            if isinstance(box, boxes.TextBox):
                place = _place(box, above, number, words, floats)
                if place:
                    places.append(place)
            elif _holds_lines(box) and box.element is not None:
                holds = any(slot_of(part) for part, _ in walk(box))
                containers.setdefault((box.element, box.element_tag), []).append(holds)
    for parts in containers.values():
        if any(parts) and not all(parts):
            raise Misfit("a slot's paragraph runs over two pages")
    return tuple(places)


def walk(box: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Give a box and all below it, each with the boxes that hold it, nearest last."""
    box = getattr(box, "_box", box)  # where something absolutely placed was taken from
    yield box, above
    inner = (*above, box)
    for child in box.children:
        yield from walk(child, inner)


def _floats(box: Any) -> bool:
    return box.style["float"] not in ("none", "footnote")


def _holds_lines(box: Any) -> bool:
    return bool(box.children) and isinstance(box.children[0], boxes.LineBox)


def slot_of(box: Any) -> str | None:
    """Name the slot whose text a box holds, if it is a slot's."""
    if not isinstance(box, boxes.TextBox) or box.element is None or "::" in box.element_tag:
        return None
    name: str | None = box.element.get("data-slot")
    return name


def _place(
    box: Any, above: tuple[Any, ...], page: int, words: Mapping[str, str], floats: list[Any]
) -> Place | None:
    slot = slot_of(box)
    text = box.text.casefold()
    if slot is None or words.get(text) != slot:
        if slot or any(word in text for word in words):
            raise Misfit("a slot's text is also shown outside of it, or only in part")
        return None
    at = max(number for number, each in enumerate(above) if isinstance(each, boxes.LineBox))
    if any(each.link for each in above):
        raise Misfit("a slot stands in a link")
    line, container, inline = above[at], above[at - 1], above[at + 1 :]
    if len([part for part in container.children if isinstance(part, boxes.LineBox)]) > 1:
        raise Misfit("a slot's paragraph has more than one line")
    _check_line(line, box)
    for each in inline:
        _check_inline(each)
    _check_nothing_after(line, (*inline, box))
    check_width_from_outside(above[:at])
    shift = _shift(line, container, box)
    _check_no_float_beside(line, container, floats, above)
    return Place(slot, page, box, _room(container, inline, box, shift), shift)


def _check_line(line: Any, box: Any) -> None:
    if line.text_overflow != "clip" or line.block_ellipsis != "none":
        raise Misfit("a slot's text may be cut with an ellipsis")
    style = box.style
    if style["direction"] != "ltr" or line.style["direction"] != "ltr":
        raise Misfit("a slot stands in text that runs from right to left")
    if box.justification_spacing:
        raise Misfit("a slot stands in a justified line")
    if style["text_decoration_line"] != "none":
        raise Misfit("a slot's text is underlined")
    if style["visibility"] != "visible":
        raise Misfit("a slot is not visible")


def _check_inline(box: Any) -> None:
    if not isinstance(box, boxes.InlineBox):
        raise Misfit("a slot stands in something that is as wide as its content")
    style = box.style
    bordered = any(getattr(box, f"border_{side}_width") for side in _SIDES)
    if (
        bordered
        or style["outline_style"] != "none"
        or style["background_color"].alpha
        or _has_image(style)
    ):
        raise Misfit("a slot has a border or a background as wide as its text")
    if style["anchor"]:
        raise Misfit("a slot is where a link leads")


def _has_image(style: Any) -> bool:
    return any(kind != "none" for kind, _ in style["background_image"])


def _check_nothing_after(line: Any, chain: tuple[Any, ...]) -> None:
    parent = line
    for box in chain:
        rest = [child for child in parent.children if _unwrapped(child) is not box]
        if rest and _unwrapped(parent.children[-1]) is not box:
            raise Misfit("something follows a slot on its line")
        parent = box


def _unwrapped(child: Any) -> Any:
    return getattr(child, "_box", child)


def _shift(line: Any, container: Any, box: Any) -> float:
    align = line.style["text_align_last"]
    if align == "auto":
        align = line.style["text_align_all"]
    if align in ("start", "left"):
        return 0
    texts = [
        part for part, _ in walk(line) if not isinstance(part, (boxes.LineBox, boxes.InlineBox))
    ]
    indent = container.style["text_indent"]
    if align not in ("end", "right", "center") or texts != [box] or indent.value:
        raise Misfit("a slot stands beside other text in a line that is not set from the left")
    return 0.5 if align == "center" else 1


def _room(container: Any, inline: tuple[Any, ...], box: Any, shift: float) -> float:
    after = sum(each.margin_right + each.padding_right for each in inline)
    end = container.content_box_x() + container.width
    if shift:
        before = sum(each.margin_left + each.padding_left for each in inline)
        return float(container.width - before - after - _SLACK)
    return float(end - box.position_x - after - _SLACK)


def _check_no_float_beside(
    line: Any, container: Any, floats: list[Any], above: tuple[Any, ...]
) -> None:
    top, bottom = line.position_y, line.position_y + line.height
    for box in floats:
        if any(box is each for each in above):
            continue
        starts = box.position_y
        if starts < bottom and starts + box.margin_height() > top:
            left, right = box.position_x, box.position_x + box.margin_width()
            at = container.content_box_x()
            if left < at + container.width and right > at:
                raise Misfit("a float stands beside a slot")
