"""Python's garbage collector, kept out of the press's way."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Collector:
    """Collects after every `pages` printed pages, and not between.

    A document's boxes all live until it is printed: looking for garbage among them is in vain. And
    what a document leaves behind is collected faster together with what the next ones leave.
    """

    def __init__(self, pages: int = 40) -> None:
        self._pages = pages
        self._printed = 0

    @contextlib.contextmanager
    def resting(self) -> Iterator[None]:
        """Collect nothing in the block; before it, if earlier documents left enough behind."""
        if self._printed >= self._pages:
            self._printed = 0
            gc.unfreeze()
            gc.collect()
        enabled = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            # What is frozen is not looked at until it is thawed.
            gc.freeze()
            if enabled:
                gc.enable()

    def count(self, pages: int) -> None:
        """Tell of printed pages."""
        self._printed += pages
