"""The design system's CSS, put together for the press and for the screen."""

from __future__ import annotations

from base64 import b64encode
from functools import cached_property
from typing import TYPE_CHECKING

from kit.library import file_within
from kit.reading.text_file import read_text
from kit.rendering.resources import Resources

if TYPE_CHECKING:
    from pathlib import Path

    from kit.editions.setting import Paper

_FACES = (
    ("Kit Serif", "serif-regular.woff2", 400, "normal"),
    ("Kit Serif", "serif-italic.woff2", 400, "italic"),
    ("Kit Serif", "serif-semibold.woff2", 600, "normal"),
    ("Kit Sans", "sans-regular.woff2", 400, "normal"),
    ("Kit Sans", "sans-semibold.woff2", 600, "normal"),
)
_OWN = "own.css"
_SIZES = {"letter": ("letter", "215.9mm", "279.4mm"), "a4": ("A4", "210mm", "297mm")}
"""What CSS calls each paper, its width and its height."""


class Styles:
    """Reads `styles/` of the template folders; a user's `own.css` comes after all others."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders

    def press(
        self, paper: Paper, *, large: bool = False, fillable: bool = False, more: str = ""
    ) -> str:
        """Give the CSS for WeasyPrint; the fonts are the press's business.

        `more` is a style sheet that only documents of one kind have.
        """
        size, width, height = _SIZES[paper]
        return "\n".join(
            (
                f"@page {{ size: {size} }} @page wide {{ size: {size} landscape }}",
                f":root {{ --page-height: {height}; --page-width: {width} }}",
                self._read("tokens.css"),
                self._read("parts.css"),
                self._read("documents.css"),
                self._read("bag.css"),
                self._read("slides.css"),
                self._read("press.css"),
                self._read("large.css") if large else "",
                self._read("fillable.css") if fillable else "",
                self._read(more) if more else "",
                self._own,
            )
        )

    def screen(self, paper: Paper, *, more: str = "") -> str:
        """Give the CSS for a self-contained HTML file, fonts included."""
        return "\n".join(
            (
                self._fonts,
                self._read("tokens.css"),
                self._read("parts.css"),
                self._read("documents.css"),
                self._read("bag.css"),
                self._read("slides.css"),
                self._read("screen.css"),
                self._read("fill-in.css"),
                self._read(more) if more else "",
                f"@page {{ size: {_SIZES[paper][0]}; margin: 16mm 15mm 16mm 18mm }}",
                self._own,
            )
        )

    def small(self, *names: str) -> str:
        """Give the CSS of a page that is for the screen alone and comes with styles of its own.

        It has no fonts: it is a tenth of the size, and there at once over a weak connection.
        """
        return "\n".join((self._read("tokens.css"), *map(self._read, names), self._own))

    def _read(self, name: str) -> str:
        for folder in self._folders:
            if path := file_within(folder, f"styles/{name}"):
                text = read_text(path, f"templates/styles/{name}")
                return text if folder == self._folders[-1] else self._complete(text, name)
        raise FileNotFoundError(name)

    @cached_property
    def _own(self) -> str:
        path = file_within(self._folders[0], f"styles/{_OWN}")
        return self._complete(read_text(path, f"templates/styles/{_OWN}"), _OWN) if path else ""

    def _complete(self, css: str, name: str) -> str:
        """Take in what a user's style names; nothing in it may end the page's style element."""
        complete = Resources(self._folders[0]).in_css(css, f"templates/styles/{name}")
        return complete.replace("</", "<\\/")

    @cached_property
    def _fonts(self) -> str:
        rules = []
        for family, name, weight, style in _FACES:
            path = file_within(self._folders[-1], f"fonts/{name}")
            if path is None:
                raise FileNotFoundError(name)
            data = b64encode(path.read_bytes()).decode("ascii")
            rules.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
                f"font-style: {style}; font-display: swap; "
                f"src: url(data:font/woff2;base64,{data}) format('woff2') }}"
            )
        return "\n".join(rules)
