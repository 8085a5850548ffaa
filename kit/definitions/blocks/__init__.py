"""The kinds of worksheet blocks: one module each, found here by their `kind`.

A new block is one module in this folder that defines a subclass of `BlockBase` with a
`kind: Literal[...]`, and one macro of the same name in `templates/parts/blocks/`. Its rows, scales
and texts are checked as they stand; what else must fit in it, it says in `flaws`.
"""

from __future__ import annotations

from functools import reduce
from importlib import import_module
from operator import or_
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from kit.definitions.blocks.base import BlockBase

for _module in sorted(module.name for module in iter_modules(__path__)):
    import_module(f"{__name__}.{_module}")


def kind_of(block: type[BlockBase]) -> str:
    """Give the `kind` by which definitions name a block."""
    kind: str = block.model_fields["kind"].annotation.__args__[0]  # type: ignore[union-attr]
    return kind


BLOCKS: dict[str, type[BlockBase]] = {kind_of(block): block for block in BlockBase.__subclasses__()}
"""Every block model by its kind."""

if TYPE_CHECKING:
    Block = BlockBase
else:
    _union: Any = reduce(or_, BLOCKS.values())
    Block = Annotated[_union, Field(discriminator="kind")]

__all__ = ["BLOCKS", "Block", "BlockBase", "kind_of"]
