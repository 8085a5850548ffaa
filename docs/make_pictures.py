# ruff: noqa: INP001
"""Take the pictures of pages that the README and the user guide show, of the bundled workshops.

Run by `make pictures`. Needs pdftoppm. Pictures are gray, as on paper from an office printer, and
small enough for a repository. Beside them, `made-from.json` keeps of each picture the digest of
what it shows; a test compares them with the documents as they are, and says when to run this again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from pypdf import PdfReader

from kit.cli.report_names import cleaner_of
from kit.editions.registry import EDITIONS
from kit.editions.setting import Seats
from kit.library import Library
from kit.pipeline.documents import prepare, render
from kit.pipeline.inputs import text_digest
from kit.pipeline.request import Request
from kit.rendering.render import Renderer
from kit.reporting.comments.codebook import load_codebook
from kit.reporting.example import example_source
from kit.reporting.making import Wanted, computed, maker_of, rendered_report
from kit.reporting.scope import Scope

if TYPE_CHECKING:
    from kit.rendering.render import Rendered

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
MADE_FROM = TARGET / "made-from.json"
GRAYS = 16
FOR_SCRIPTS = re.compile(r" data-fill-in='[^']*'")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True)
class Picture:
    """One page of one document: the first that holds these words, or simply the first.

    `people` sit at the first table, in documents with names.
    """

    name: str
    workshop: str
    edition: str
    words: str = ""
    length: str | None = None
    people: tuple[str, ...] = ()
    width: int = 900


REPORT = "report"
"""The example report, of the made-up answers to a session; no edition of a packet."""
DAY = date(2027, 12, 1)
FIRST = "mentee-driven-relationship"
SECOND = "challenging-scenarios"
THIRD = "managing-up"
FOURTH = "mentoring-mosaic"
PICTURES = (
    Picture("guide-at-a-glance", FIRST, "instructor-guide", "also print or bring"),
    Picture("guide-activity", SECOND, "instructor-guide", "13:10 ·"),
    Picture("run-of-show", FIRST, "run-of-show"),
    Picture("worksheet-needs", FIRST, "worksheets", "rate each line twice"),
    Picture("worksheet-map", FIRST, "worksheets", "write initials only"),
    Picture("worksheet-plan", THIRD, "worksheets", "my goal, first version"),
    Picture("worksheet-mosaic", FOURTH, "worksheets", "my mosaic today"),
    Picture("scenario-cards", SECOND, "scenario-cards"),
    Picture("placard", FOURTH, "placards", "speaks for you", length="long"),
    Picture("sort-cards", FOURTH, "sort-cards"),
    Picture("slide", THIRD, "slides", "minutes"),
    Picture("flip-chart", FIRST, "flip-charts"),
    Picture("name-tent", FOURTH, "name-tents", people=("Amara Example",)),
    Picture("agreement", THIRD, "worksheets", "ending without blame"),
    Picture("evaluation-form", SECOND, "evaluation-form"),
    Picture("follow-up-form", THIRD, "follow-up-form"),
    Picture("report", "interns-2027/needs", REPORT),
    Picture("report-before-now", "interns-2027/needs", REPORT, "higher now"),
)


def digests() -> dict[str, str]:
    """Give of each picture the digest of its document, and of how it is taken."""
    return {
        picture.name: text_digest(repr(picture), *_shown(_document(picture)))
        for picture in PICTURES
    }


def take(picture: Picture, folder: Path) -> Path:
    """Make one picture, with a hairline around the page so that white paper shows on white."""
    document = folder / f"{picture.name}.pdf"
    document.write_bytes(_printed(_document(picture)))
    page = str(_page_with(document, picture.words))
    raw = folder / picture.name
    subprocess.run(
        ["pdftoppm", "-singlefile", "-gray", "-r", "160", "-f", page, document, raw],
        check=True,
    )
    with Image.open(raw.with_suffix(".pgm")) as image:
        height = round(image.height * picture.width / image.width)
        small = image.resize((picture.width, height), Image.Resampling.LANCZOS)
    framed = ImageOps.expand(small, border=1, fill=170)
    target = TARGET / f"{picture.name}.png"
    framed.quantize(GRAYS, dither=Image.Dither.NONE).save(target, optimize=True)
    return target


def main() -> None:
    """Take the pictures that are stale, all with `--all`, and keep what they were made from."""
    TARGET.mkdir(exist_ok=True)
    everything = "--all" in sys.argv or not MADE_FROM.exists()
    taken = {} if everything else json.loads(MADE_FROM.read_text(encoding="utf-8"))
    now = digests()
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            if taken.get(picture.name) == now[picture.name]:
                continue
            target = take(picture, Path(folder))
            sys.stdout.write(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB\n")
    MADE_FROM.write_text(f"{json.dumps(now, indent=2)}\n", encoding="utf-8")


def _document(picture: Picture) -> Rendered:
    if picture.edition == REPORT:
        return _reported(picture.workshop)
    return _rendered(picture.workshop, picture.edition, picture.length, picture.people)


@cache
def _rendered(workshop: str, edition: str, length: str | None, people: tuple[str, ...]) -> Rendered:
    library, request = Library(None, ROOT), Request(length=length)
    for ready in prepare([workshop], request, library).ready:
        seating = (Seats("1", people, pronouns=("she/her",)),) if people else ()
        seated = replace(ready, setting=replace(ready.setting, seating=seating))
        if made := render(EDITIONS[edition], seated, _renderer(), request):
            return made.rendered
    sys.exit(f"There is no edition {edition} of {workshop}: see `kit check {workshop}`.")


@cache
def _reported(session: str) -> Rendered:
    library = Library(None, ROOT)
    wanted = Wanted(scope=Scope("session", session))
    with example_source(library) as source:
        cleaner = cleaner_of(library, source, again=False, ask=False)
        found = computed(library, source, wanted, cleaner.clean, load_codebook(library))
        view = maker_of(library, found, wanted, DAY).view()
    return rendered_report(_renderer(), view, wanted.paper)


@cache
def _renderer() -> Renderer:
    return Renderer((ROOT / "templates",))


def _shown(document: Rendered) -> tuple[str, str]:
    """Give what a page's look depends on: not comments in styles, nor what a script is told."""
    return FOR_SCRIPTS.sub("", document.print_html), COMMENT.sub("", document.stylesheet)


def _parts(document: Rendered) -> tuple[str, str]:
    return document.print_html, document.stylesheet


@cache
def _printed(document: Rendered) -> bytes:
    from kit.pipeline.job import press_for  # noqa: PLC0415 - the digests need no layout engine

    return press_for((ROOT,)).print(*_parts(document), ROOT / "workshops").pdf


def _page_with(document: Path, words: str) -> int:
    """Find the first page with these words, whatever their case; count from 1."""
    for number, page in enumerate(PdfReader(document).pages, start=1):
        if words.lower() in " ".join(page.extract_text().split()).lower():
            return number
    sys.exit(f"No page of {document.stem} has the words: {words}")


if __name__ == "__main__":
    main()
