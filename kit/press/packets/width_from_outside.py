"""Whether the box in which a slot stands is as wide whatever stands in it."""

from __future__ import annotations

from typing import Any

from kit.press.packets.misfit import Misfit
from kit.press.weasyprint_import import boxes

_GROWS = "a slot stands in something that is as wide as its content"
_MEASURES = (
    boxes.FlexBox,
    boxes.InlineFlexBox,
    boxes.GridBox,
    boxes.InlineGridBox,
)


def check_width_from_outside(above: tuple[Any, ...]) -> None:
    """Go through the boxes that hold a slot's line, the nearest last.

    Raises:
        Misfit: the width of one of them may depend on the text.
    """
    for at in range(len(above) - 1, -1, -1):
        holder = above[at - 1] if at else None
        if _is_settled(above[at], holder):
            return


def _is_settled(box: Any, holder: Any) -> bool:
    """Say whether nothing further out can depend on what is in a box; Misfit when it itself may."""
    style = box.style
    width = style["width"]
    is_auto = width == "auto"
    if isinstance(box, boxes.PageBox):
        return True
    if isinstance(width, str) and not is_auto:
        raise Misfit(_GROWS)
    if style["position"] in ("absolute", "fixed"):
        if is_auto and "auto" in (style["left"], style["right"]):
            raise Misfit(_GROWS)
        return True
    if isinstance(holder, _MEASURES):
        raise Misfit("a slot stands in a flexible box or a grid")
    if isinstance(box, boxes.TableBox):
        if style["table_layout"] != "fixed" or is_auto:
            raise Misfit("a slot stands in a table whose columns are as wide as their content")
        return False
    if isinstance(box, (boxes.TableCellBox, boxes.TableRowBox, boxes.TableRowGroupBox)):
        return False
    grows = isinstance(box, (boxes.MarginBox, boxes.InlineBlockBox)) or style["float"] != "none"
    if grows and is_auto:
        raise Misfit(_GROWS)
    return not is_auto and getattr(width, "unit", None) == "px"
