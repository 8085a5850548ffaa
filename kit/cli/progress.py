"""How a build goes on: one line that changes on a terminal, one for each file elsewhere."""

from __future__ import annotations

import shutil
import sys


class Lines:
    """For files and pipes: one plain line for each file that was made."""

    def expect(self, files: int) -> None:
        """Wait for the first file."""

    def working(self, on: str) -> None:
        """Say nothing of what makes no file."""

    def done(self, path: str, pages: int | None) -> None:
        """Print the file's path."""
        counted = "" if pages is None else f" ({pages} {'page' if pages == 1 else 'pages'})"
        print(f"{path}{counted}", flush=True)

    def kept(self, path: str) -> None:
        """Say nothing of what is as it was."""

    def end(self) -> None:
        """Leave the lines as they are."""


class Line:
    """For terminals: a bar, the count and the last file, in one line of standard error."""

    def __init__(self) -> None:
        self._files = 0
        self._done = 0
        self._last = ""
        self._last_width = 0

    def expect(self, files: int) -> None:
        """Show how far it is."""
        self._files = files
        self._show(self._last)

    def working(self, on: str) -> None:
        """Show it in place of a file; of how many is known later."""
        if self._files:
            self._show(on)
        else:
            self._write(f"{on} …")

    def done(self, path: str, pages: int | None) -> None:
        """Move on by one."""
        del pages
        self.kept(path)

    def kept(self, path: str) -> None:
        """Move on by one."""
        self._done += 1
        self._last = path
        self._show(path)

    def end(self) -> None:
        """Take the line away."""
        if self._last_width:
            self._write("")
            print("\r", end="", file=sys.stderr, flush=True)

    def _show(self, path: str) -> None:
        share = min(1.0, self._done / self._files) if self._files else 1.0
        bar = "#" * int(20 * share)
        self._write(f"[{bar:<20}] {self._done} of {self._files}  {path}")

    def _write(self, text: str) -> None:
        """Write over the line with spaces: not every terminal knows how to clear one."""
        shown = text[: shutil.get_terminal_size().columns - 1]
        print(f"\r{shown:<{self._last_width}}", end="", file=sys.stderr, flush=True)
        self._last_width = len(shown)


def progress() -> Lines | Line:
    """Choose by where the output goes."""
    return Line() if sys.stderr.isatty() and sys.stdout.isatty() else Lines()
