"""The fonts that a process knows: the system's, and those that style sheets bring."""

from __future__ import annotations

from multiprocessing.util import Finalize
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from kit.press.weasyprint_import import FontConfiguration


class ProcessFonts(FontConfiguration):  # type: ignore[misc]
    """A font configuration that workers may inherit.

    WeasyPrint's own removes its folder of fonts when any process forgets it, a forked worker too,
    and leaves it behind when a worker ends. Here the process that made it removes it, once, at
    its end.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(mkdtemp(prefix="kit-fonts-"))
        Finalize(self, rmtree, (self._folder, True), exitpriority=0)

    def __del__(self) -> None:
        """Leave the folder to the finalizer."""
