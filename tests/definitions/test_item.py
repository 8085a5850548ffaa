from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from kit.definitions.item import Item, ScaleItem, answers_asked

ITEM: TypeAdapter[Item] = TypeAdapter(Item)


@pytest.mark.parametrize(
    ("kind", "more", "answers"),
    [
        ("scale", {}, 1),
        ("before-now", {}, 2),
        ("choice", {"options": ["a", "b"], "several": True}, 1),
        ("zero-to-ten", {}, 1),
        ("commitment", {}, 3),
        ("text", {}, 1),
    ],
)
def test_a_kind_asks_so_many_answers(kind: str, more: dict[str, object], answers: int) -> None:
    item = ITEM.validate_python({"id": "one", "kind": kind, "text": "How?", **more})
    assert item.kind == kind
    assert answers_asked(item) == answers


def test_where_only_one_kind_is_possible_it_need_not_be_named() -> None:
    item = ScaleItem.model_validate({"id": "one", "text": "write it."})
    assert (item.kind, item.scale, item.headline) == ("scale", "agreement", False)
