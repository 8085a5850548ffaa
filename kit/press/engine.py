"""The press: a document's HTML and style sheet in, a PDF out, with every problem found on the way.

Importing this module loads nothing heavy; making a `Press` does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kit.errors import KitError, Problem
from kit.press.availability import missing
from kit.press.collector import Collector
from kit.press.finisher import Finisher
from kit.press.fonts import faces, font_files
from kit.press.journal import listening

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["VARIANT", "Made", "Press", "Printed", "missing"]

VARIANT = "pdf/ua-1"
"""What every PDF conforms to, in the engine's words."""

# Where a template says nothing, pages still use the bundled faces: the engine's own markers for
# lists in lists, and its faces for code, come from whatever this machine has.
_BASE_SHEET = """
@layer kit-base {
html, code, kbd, samp, pre, tt { font-family: "Kit Serif" }
ul ul, ol ul { list-style-type: disc }
}
"""


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF, how many pages it has, and what went wrong while it was made."""

    pdf: bytes
    pages: int
    problems: tuple[Problem, ...] = ()


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What was made of a document that was laid out, its pages, and what went wrong."""

    result: T
    pages: int
    problems: tuple[Problem, ...] = ()


Writer = Callable[[Any, Finisher], T]
"""Makes something of a document that the engine has laid out, with the finisher for its PDF."""


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
        self._collector = Collector()
        self._fonts = ProcessFonts(faces())
        self._sheets: dict[tuple[str, str], tuple[Any, tuple[Problem, ...]]] = {}
        self._base, _ = self._sheet(_BASE_SHEET, "")

    def print(
        self,
        html: str,
        stylesheet: str,
        base: Path,
        told: frozenset[str] = frozenset(),
        *,
        fillable: bool = False,
    ) -> Printed:
        """Print one document, tagged for PDF/UA-1. Relative addresses start from the folder `base`.

        The same input gives the same bytes. What goes wrong in the document is in `problems`;
        nothing is raised for it. Characters in `told` are those that may be set in another face
        without a word. With `fillable`, form fields stand where there is something to write or to
        tick.
        """

        def write(document: Any, finish: Finisher) -> bytes:
            if fillable:
                from kit.press.fillable.fillable_press import with_fields  # noqa: PLC0415  pydyf

                finish = with_fields(document, finish)
            pdf: bytes = document.write_pdf(finisher=finish, pdf_variant=VARIANT)
            return pdf

        made = self.make(html, stylesheet, base, write, told)
        return Printed(made.result, made.pages, made.problems)

    def make(
        self,
        html: str,
        stylesheet: str,
        base: Path,
        write: Writer[T],
        told: frozenset[str] = frozenset(),
    ) -> Made[T]:
        """Lay out one document and let `write` make something of it.

        `write` gets the engine's document, and the finisher that it has to hand to `write_pdf`.
        """
        from kit.press.accessibility import mend  # noqa: PLC0415  loads pydyf
        from kit.press.accessibility_review import review  # noqa: PLC0415  loads pydyf
        from kit.press.preflight.checks import preflight  # noqa: PLC0415  loads pydyf
        from kit.press.preflight.embedding import unembedded  # noqa: PLC0415  loads pydyf
        from kit.press.preflight.proof import Proof  # noqa: PLC0415  with the others
        from kit.press.preflight.reading import read_sheets  # noqa: PLC0415  loads Pango
        from kit.press.weasyprint_import import HTML  # noqa: PLC0415  loads Pango

        folder = f"{base.resolve().as_uri()}/"
        sheet, problems = self._sheet(stylesheet, folder)
        fetcher = self._fetcher()
        images: dict[str, Any] = {}
        reviewed: list[Problem] = []
        absent: list[str] = []

        def finish(document: Any, pdf: Any) -> None:
            mend(document, pdf, folder)
            reviewed.extend(review(document, pdf))
            absent.extend(unembedded(pdf))

        with listening() as journal, self._collector.resting():
            page = HTML(string=html, base_url=folder, url_fetcher=fetcher)
            document = page.render(
                font_config=self._fonts,
                stylesheets=[self._base, sheet],
                pdf_variant=VARIANT,
                cache=images,
            )
            _name_by_content(images)
            result = write(document, finish)
            proof = Proof(read_sheets(document), document, tuple(absent), journal.boxed, told)
            looked_at = tuple(preflight(proof))
        self._collector.count(len(document.pages))
        found = (
            *problems,
            *fetcher.problems.values(),
            *journal.problems(frozenset(fetcher.problems)),
            *reviewed,
            *looked_at,
        )
        return Made(result, len(document.pages), tuple(dict.fromkeys(found)))

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


def _name_by_content(images: dict[str, Any]) -> None:
    # The engine names images by their address: bytes would differ from folder to folder.
    for image in images.values():
        if hasattr(image, "image_data") and hasattr(image, "id"):
            content = image.image_data.data
            image.id = blake2b(content, digest_size=16).hexdigest()
