"""The sections of a form: questions that stand together because they are answered in one way."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from kit.definitions.item import BeforeNowItem, ScaleItem
from kit.tailoring.orders import in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from kit.definitions.evaluation import Evaluation
    from kit.definitions.item import Item

OF_COMMITMENT: Final = "of-commitment"
_ORDER: Final = (
    *("objectives", "agreement", "scale", "before-now", "choices", "commitment", "open", "code"),
)


@dataclass(frozen=True)
class FormPart:
    """A section as the form has it: its kind, the name of its scale if any, and its questions."""

    kind: str
    scale: str
    items: tuple[Item, ...]


def form_parts(items: tuple[Item, ...], completing: Collection[str]) -> tuple[FormPart, ...]:
    """Put questions together in sections, in the order of the form.

    `completing` are the ids of those that complete the form's stem. Items of one kind keep their
    order; another scale among them opens a section of its own.
    """
    placed = sorted(_placed(items, completing), key=lambda entry: _ORDER.index(entry[0]))
    return tuple(
        FormPart(kind, scale, tuple(entry[3] for entry in entries))
        for (_, kind, scale), entries in groupby(placed, lambda entry: entry[:3])
    )


def in_order_of_parts(
    items: tuple[Item, ...], completing: Collection[str], order: Collection[str]
) -> tuple[Item, ...]:
    """Put questions in an order within their sections; the sections stay as they are."""
    if not order:
        return items
    now: dict[str, Item] = {}
    for part in form_parts(items, completing):
        for before, after in zip(part.items, in_order(part.items, order), strict=True):
            now[before.id] = after
    return tuple(now[each.id] for each in items)


def _placed(
    items: tuple[Item, ...], completing: Collection[str]
) -> Iterator[tuple[str, str, str, Item]]:
    """Give each item its part of the form, its kind of section and the name of its scale."""
    before = ""
    for item in items:
        kind = _kind(item, completing)
        # A rating right behind a commitment speaks of it (“how sure are you?”): it stays there.
        if before == "commitment" and kind in {"agreement", "scale"}:
            part, kind = "commitment", OF_COMMITMENT
        else:
            part = kind
        before = part
        yield part, kind, _scale_name(item), item


def _kind(item: Item, completing: Collection[str]) -> str:
    if item.id in completing:
        return "objectives"
    match item.kind:
        case "scale":
            return "agreement" if item.scale == "agreement" else "scale"
        case "choice" | "zero-to-ten":
            return "choices"
        case "text":
            return "open"
        case kind:
            return kind


def _scale_name(item: Item) -> str:
    return item.scale if isinstance(item, ScaleItem | BeforeNowItem) else ""


def without_questions(form: Evaluation) -> Evaluation:
    """Take the questions out of the form that is sent later."""
    if form.follow_up is None:
        return form
    later = form.follow_up.model_copy(update={"core": (), "items": ()})
    return form.model_copy(update={"follow_up": later})
