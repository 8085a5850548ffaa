"""The pages of a scanned PDF, drawn by a process beside this one: none may take forever.

A PDF is a program: a few lines of one can keep the library at work for years, and it cannot be
stopped in the middle of a page. The process beside can. It draws a page while this one reads the
one before, and stays for the next file.
"""

from __future__ import annotations

import multiprocessing
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from kit.collecting.scan.pdf_drawing import Asked, draw
from kit.collecting.scan.scanned_page import MOST_PAGES, ScannedPage, damaged_page, page_place
from kit.errors import Place, Problem
from kit.pipeline.workers import quiet_start

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from pathlib import Path

PATIENCE: Final = 20.0
"""Seconds for a page. Where the machine has other work to do, a page of a scan takes one."""
_STARTING: Final = 40.0
"""Seconds more for the first: libraries have to be loaded."""
_MOST_SLOW: Final = 3
"""Pages of a file that may take too long before the rest is not looked at."""


class _Drawer:
    """The process beside this one, and the line to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=draw, args=(theirs,), daemon=True)
        with quiet_start():
            self._process.start()
        theirs.close()
        self._patience = PATIENCE + _STARTING

    @property
    def is_there(self) -> bool:
        return self._process.is_alive()

    def ask(self, asked: Asked) -> None:
        with suppress(OSError):  # it is gone: told when its answer is waited for
            self._line.send(asked)

    def next(self) -> Any:
        """Give what comes next; None at the end of the file.

        Raises:
            TimeoutError: nothing came for too long.
            EOFError, OSError: the process has ended.
        """
        if not self._line.poll(self._patience):
            raise TimeoutError
        self._patience = PATIENCE
        found = self._line.recv()
        return _dots(self._line, found) if isinstance(found, tuple) else found

    def end(self) -> None:
        self._process.kill()
        self._process.join(timeout=5)
        self._line.close()


_drawers: list[_Drawer] = []
"""The one that waits for the next file, if there is one."""


def pages_of_pdf(path: Path, shown: str) -> Iterator[ScannedPage | Problem]:
    """Give the pages of a PDF in order; for what cannot be read, why."""
    index, count, slow = 0, 0, 0
    while index <= count:
        drawer = _drawer()
        whole = False
        try:
            drawer.ask(Asked(path, shown, index, MOST_PAGES))
            while (found := drawer.next()) is not None:
                if isinstance(found, int):
                    count = found
                    continue
                index += 1
                yield found if isinstance(found, Problem) else ScannedPage(shown, index, found)
            whole = True
        except TimeoutError:
            slow += 1
            if not count or slow == _MOST_SLOW:
                yield _rest_too_slow(shown, index + 1 if count else 0)
                return
            index += 1
            yield _too_slow(shown, index)
        except (EOFError, OSError):
            if not count:
                yield _ended(shown)
                return
            index += 1
            yield damaged_page(shown, index)
        finally:
            # One that is left in the middle of a file would go on with it.
            if whole:
                _drawers.append(drawer)
            else:
                drawer.end()
        if whole:
            return


def _drawer() -> _Drawer:
    while _drawers:
        drawer = _drawers.pop()
        if drawer.is_there:
            return drawer
        drawer.end()
    return _Drawer()


def _dots(line: Connection, shape: tuple[int, int]) -> Any:
    pixels = np.empty(shape, dtype=np.uint8)
    line.recv_bytes_into(pixels.data.cast("B"))
    return pixels


def _ended(shown: str) -> Problem:
    return Problem(
        "damaged-scan",
        "The PDF is damaged: what opens it failed over it.",
        Place(shown),
        hint="Scan these sheets again; if it came by mail, ask for it again.",
    )


def _too_slow(shown: str, number: int) -> Problem:
    return Problem(
        "page-too-slow",
        f"The page was not drawn within {PATIENCE:.0f} seconds, which no scan needs; it was not "
        "read.",
        page_place(shown, number),
        hint="Print it and scan it.",
    )


def _rest_too_slow(shown: str, number: int) -> Problem:
    if not number:
        return Problem(
            "scan-too-slow",
            f"The PDF could not be opened within {PATIENCE:.0f} seconds; none of it was read.",
            Place(shown),
            hint="Print it and scan it.",
        )
    return Problem(
        "scan-too-slow",
        f"This is the third page that was not drawn within {PATIENCE:.0f} seconds; what comes "
        "after it in this file was not looked at.",
        page_place(shown, number),
        hint="Print it and scan it.",
    )
