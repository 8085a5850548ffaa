"""A second look at a PDF by PDF/UA-1: what `outloud` calls an error.

It has the rules of the standard, and others that guess at what a tag is meant for. Two of its
guesses are no mistakes here, and are told apart by what they say:

- TBL-010 takes a table with more header cells than others for one whose headings were cut up.
  Ours has a heading for each row and each column, and few of either.
- TAG-002 takes an artifact of eight words for text that was left out. It knows a running head or
  foot by its coming again: a document of one page has its foot once, one of two pages its head,
  which is the document's title.

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

_MORE_HEADS = re.compile(r"header cells look shredded: \d+ header cells against \d+ data cells$")
_FOOT = re.compile(r".* \w+ 1 \w+ 1$")


def errors_in(pdf: bytes) -> list[str]:
    """Say what the checker calls an error in a PDF, and what kept it from looking."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "document.pdf")
        file.write_bytes(pdf)
        result = outloud.check(str(file))
        title = _letters((PdfReader(file).metadata or {}).get("/Title") or "")
    found = [
        f"{each.rule}, page {each.page}: {each.message} {each.evidence or ''}".strip()
        for each in result.findings
        if each.severity == "error" and not _is_no_mistake(each, title)
    ]
    crashed = [f"{run.rule} could not look" for run in result.runs if run.status == "crashed"]
    return [*([result.error] if result.error else []), *crashed, *found]


def _is_no_mistake(found: Finding, title: str) -> bool:
    if found.rule == "TBL-010":
        return bool(_MORE_HEADS.match(found.message))
    said = found.evidence or ""
    is_head = bool(title) and _letters(said).startswith(title)
    return found.rule == "TAG-002" and (bool(_FOOT.match(said)) or is_head)


def _letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
