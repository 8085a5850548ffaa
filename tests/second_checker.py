"""A second look at a PDF by PDF/UA-1: what `outloud` calls an error.

It has the rules of the standard, and others that guess at what a tag is meant for. Two of its
guesses (0.2.1) are no mistakes here, and each is excused only where it is shown to be none:

- TBL-010 (`rules/tables.py`, `shredded_headers`) tells a table whose headings were cut up, and
  fires on a count alone: `len(th) > len(td)`. A table of `r` rows and `c` columns with a heading
  for each row and each column has `r + c - 1` header cells and `(r - 1) * (c - 1)` others, so that
  with two columns, or three rows and three columns, it always has more. A table of just these
  numbers is excused, and no other.
- TAG-002 (`rules/tagging.py`, `artifacted_prose`) tells text that nobody hears, and leaves out
  what it takes for running heads and feet. It does not look whether the artifact says what it is
  (`/Type /Pagination`: `content.py` keeps of a mark only that it is an artifact), but counts:
  the line has to come on three pages, of a document below six pages on every one, of a document of
  one page on two. A head that begins on page two of five never does, nor the foot of a single page.
  A line is excused that lies in the margin of its page, and is its foot with the page's number, or
  begins with the document's title.

Neither goes away by other tags: a heading that is told as a cell, or a title that is read out again
on the second page, would be worse for those who listen.
"""

from __future__ import annotations

import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import outloud
from pypdf import PdfReader

if TYPE_CHECKING:
    from outloud.findings import Finding

_MORE_HEADS = re.compile(
    r"header cells look shredded: (\d+) header cells against (\d+) data cells$"
)
_FOOT = re.compile(r".* \w+ 1 \w+ 1$")
_MARGIN = 25 / 25.4 * 72
"""In points: as deep as heads and feet reach into a page, those of forms to scan included."""


def errors_in(pdf: bytes) -> list[str]:
    """Say what the checker calls an error in a PDF, and what kept it from looking."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "document.pdf")
        file.write_bytes(pdf)
        result = outloud.check(str(file))
        reader = PdfReader(file)
        title = _letters((reader.metadata or {}).get("/Title") or "")
        heights = [float(page.mediabox.height) for page in reader.pages]
    found = [
        f"{each.rule}, page {each.page}: {each.message} {each.evidence or ''}".strip()
        for each in result.findings
        if each.severity == "error" and not _is_no_mistake(each, title, heights)
    ]
    crashed = [f"{run.rule} could not look" for run in result.runs if run.status == "crashed"]
    return [*([result.error] if result.error else []), *crashed, *found]


def _is_no_mistake(found: Finding, title: str, heights: list[float]) -> bool:
    if found.rule == "TBL-010":
        counted = _MORE_HEADS.match(found.message)
        return counted is not None and _heads_rows_and_columns(*map(int, counted.groups()))
    if found.rule != "TAG-002" or not _in_the_margin(found, heights):
        return False
    said = found.evidence or ""
    return bool(_FOOT.match(said)) or (bool(title) and _letters(said).startswith(title))


def _heads_rows_and_columns(heads: int, others: int) -> bool:
    """Say whether a table with one heading a row and one a column has so many cells of each."""
    cells = heads + others
    return any(
        cells % rows == 0 and rows + cells // rows - 1 == heads for rows in range(2, cells // 2 + 1)
    )


def _in_the_margin(found: Finding, heights: list[float]) -> bool:
    """Say whether all that was found lies where heads and feet stand."""
    return bool(found.boxes) and all(
        box["y1"] <= _MARGIN or box["y0"] >= heights[box["page"] - 1] - _MARGIN
        for box in found.boxes
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
