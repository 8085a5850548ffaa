"""Which answers may be added up: a version of what is asked, apart from how it is worded."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from kit.definitions.item import ChoiceItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kit.definitions.item import Item
    from kit.definitions.scale import Scale

_SHORT = 7


def version_of(questions: Sequence[tuple[Item, Scale | None]]) -> str:
    """Hash what is asked, in order: ids, kinds, scales and the number of possible answers.

    Another wording, a translation or a replaced term gives the same version.
    """
    return _digest([_shape(item, scale) for item, scale in questions])[:_SHORT]


def _shape(item: Item, scale: Scale | None) -> list[Any]:
    shape: list[Any] = [item.id, item.kind]
    if scale:
        shape += [scale.id, len(scale.labels), scale.not_applicable is not None]
    if isinstance(item, ChoiceItem):
        shape += [len(item.options), item.several, item.other]
    return shape


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
