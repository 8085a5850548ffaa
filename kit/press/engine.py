"""The press: a document's HTML and style sheet in, a PDF out, with every problem found on the way.

Importing this module loads nothing heavy; making a `Press` does.
"""

from __future__ import annotations

import contextlib
import gc
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from kit.errors import KitError, Problem, Severity
from kit.press.availability import missing
from kit.press.fonts import FAMILIES, font_face_css, font_files
from kit.press.journal import listening, named_characters

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["Press", "Printed", "missing"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF, how many pages it has, and what went wrong while it was made."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


class Press:
    """Prints documents. Make one a process and keep it: fonts and style sheets are read once.

    `roots` are the folders whose files documents may show. KitError when PDFs cannot be made on
    this machine.
    """

    def __init__(self, roots: tuple[Path, ...]) -> None:
        problem = missing()
        if problem:
            raise KitError([problem])
        from kit.press.font_configuration import ProcessFonts  # noqa: PLC0415  loads Pango

        self._roots = roots
        self._fonts = ProcessFonts()
        self._sheets: dict[tuple[str, str], tuple[Any, tuple[Problem, ...]]] = {}
        self._faces, _ = self._sheet(font_face_css(), "")

    def print(self, html: str, stylesheet: str, base: Path) -> Printed:
        """Print one document, tagged for PDF/UA-1. Relative addresses start from the folder `base`.

        The same input gives the same bytes. What goes wrong in the document is in `problems`;
        nothing is raised for it.
        """
        from kit.press.weasyprint_import import HTML  # noqa: PLC0415  loads Pango

        folder = f"{base.resolve().as_uri()}/"
        sheet, problems = self._sheet(stylesheet, folder)
        fetcher = self._fetcher()
        images: dict[str, Any] = {}
        mended: list[Problem] = []

        def finish(document: Any, pdf: Any) -> None:
            from kit.press.accessibility import mend  # noqa: PLC0415  loads pydyf

            mended.extend(mend(document, pdf, folder))

        with listening() as journal, _without_collector():
            page = HTML(string=html, base_url=folder, url_fetcher=fetcher)
            document = page.render(
                font_config=self._fonts,
                stylesheets=[self._faces, sheet],
                pdf_variant="pdf/ua-1",
                cache=images,
            )
            _name_by_content(images)
            pdf = document.write_pdf(finisher=finish, pdf_variant="pdf/ua-1")
        found = (
            *problems,
            *fetcher.problems.values(),
            *journal.problems(frozenset(fetcher.problems)),
            *mended,
            *_fallbacks(document),
        )
        return Printed(pdf, len(document.pages), tuple(dict.fromkeys(found)))

    def _sheet(self, text: str, folder: str) -> tuple[Any, tuple[Problem, ...]]:
        from kit.press.weasyprint_import import CSS  # noqa: PLC0415  loads Pango

        key = text, folder
        if key not in self._sheets:
            fetcher = self._fetcher()
            with listening() as journal:
                sheet = CSS(
                    string=text,
                    base_url=folder or None,
                    font_config=self._fonts,
                    url_fetcher=fetcher,
                )
            said = journal.problems(frozenset(fetcher.problems))
            self._sheets[key] = sheet, (*fetcher.problems.values(), *said)
        return self._sheets[key]

    def _fetcher(self) -> Any:
        from kit.press.fetcher import Fetcher  # noqa: PLC0415  loads Pango

        return Fetcher(self._roots, font_files())


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    # A document's boxes all live until it is printed: looking for garbage among them is in vain.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _name_by_content(images: dict[str, Any]) -> None:
    # The engine names images by their address: bytes would differ from folder to folder.
    for image in images.values():
        if hasattr(image, "image_data") and hasattr(image, "id"):
            content = image.image_data.data
            image.id = blake2b(content, digest_size=16).hexdigest()


def _fallbacks(document: Any) -> Iterator[Problem]:
    """Faces that no style asked for: the engine takes them in silence where ours lack a sign."""
    strangers = [font for font in document.fonts.values() if font.family not in FAMILIES]
    if not strangers:
        return
    asked = {
        family.casefold()
        for page in document.pages
        for family in _families_asked(page._page_box)  # noqa: SLF001
    }
    for font in strangers:
        if font.family.casefold() in asked:
            continue
        characters = named_characters("".join(font.to_unicode.values()))
        if not characters:
            continue
        yield Problem(
            "font-fallback",
            f"The kit's fonts do not have {characters}; the face “{font.family}” of this machine "
            "is used, and pages may differ on another machine.",
            hint="Write it in another way, draw symbols as SVG, or bring a font with @font-face "
            "and name it in font-family.",
            severity=Severity.WARNING,
        )


def _families_asked(box: Any) -> set[str]:
    return {
        family
        for part in box.descendants()
        if (style := getattr(part, "style", None)) is not None
        for family in style["font_family"]
    }
