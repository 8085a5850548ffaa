# ruff: noqa: INP001
"""Take the pictures of pages that the README and the user guide show, from the packets in build/.

Run by `make pictures` after `make build`. Needs pdftoppm. Pictures are gray, as on paper from an
office printer, and small enough for a repository.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps
from pypdf import PdfReader

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "pictures"
BUILD = ROOT / "build"
GRAYS = 16


@dataclass(frozen=True)
class Picture:
    """One page of one document: the first that holds these words, or simply the first."""

    name: str
    document: str
    words: str = ""
    width: int = 900


FIRST = "mentee-driven-relationship"
SECOND = "challenging-scenarios"
THIRD = "managing-up"
FOURTH = "mentoring-mosaic"
PICTURES = (
    Picture("guide-at-a-glance", f"{FIRST}/instructor/instructor-guide.pdf", "also print or bring"),
    Picture("guide-activity", f"{SECOND}/instructor/instructor-guide.pdf", "13:10 ·"),
    Picture("run-of-show", f"{FIRST}/instructor/run-of-show.pdf"),
    Picture("worksheet-needs", f"{FIRST}/participants/worksheets.pdf", "rate each line twice"),
    Picture("worksheet-map", f"{FIRST}/participants/worksheets.pdf", "write initials only"),
    Picture("worksheet-plan", f"{THIRD}/participants/worksheets.pdf", "my goal, first version"),
    Picture("worksheet-mosaic", f"{FOURTH}/participants/worksheets.pdf", "my mosaic today"),
    Picture("scenario-cards", f"{SECOND}/participants/scenario-cards.pdf"),
    Picture("placard", f"{FOURTH}/participants/placards.long.pdf", "speaks for you"),
    Picture("agreement", f"{THIRD}/participants/worksheets.pdf", "ending without blame"),
    Picture("evaluation-form", f"{SECOND}/participants/evaluation-form.pdf"),
    Picture("follow-up-form", f"{THIRD}/participants/follow-up-form.pdf"),
)


def page_with(document: Path, words: str) -> int:
    """Find the first page with these words, whatever their case; count from 1."""
    for number, page in enumerate(PdfReader(document).pages, start=1):
        if words.lower() in " ".join(page.extract_text().split()).lower():
            return number
    sys.exit(f"No page of {document.relative_to(ROOT)} has the words: {words}")


def take(picture: Picture, folder: Path) -> Path:
    """Make one picture, with a hairline around the page so that white paper shows on white."""
    document = BUILD / picture.document
    if not document.exists():
        sys.exit(f"{document.relative_to(ROOT)} is missing: run `make build` first.")
    page = str(page_with(document, picture.words))
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
    """Take all pictures."""
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            target = take(picture, Path(folder))
            sys.stdout.write(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
