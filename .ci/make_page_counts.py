"""Renew tests/page_counts.csv: how many pages each bundled document has, on both papers.

Run it when a change of pages is meant, and look at the difference before you commit it:
`make page-counts`.
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

from kit.cli.progress import progress
from kit.editions.registry import EDITIONS
from kit.library import Library, find_library
from kit.pipeline.build import build
from kit.pipeline.manifest import load_manifest
from kit.pipeline.request import Request

REPOSITORY = Path(__file__).resolve().parents[1]
TABLE = REPOSITORY / "tests" / "page_counts.csv"


def main() -> None:
    """Make everything in a folder of its own, and write down what came out."""
    library = Library(None, find_library(REPOSITORY).bundled)
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for paper in ("letter", "a4"):
        for large in (False, True):
            for path, pages in _made(library, paper, large=large):
                workshop, _, name = path.split("/")
                document = name.removesuffix(".pdf").replace(".a4", "")
                counts.setdefault((workshop, document), {})[paper] = pages
    order = list(EDITIONS)
    rows = sorted(
        counts.items(),
        key=lambda row: (row[0][0], order.index(row[0][1].partition(".")[0]), row[0][1]),
    )
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("workshop", "document", "letter", "a4"))
        writer.writerows((*key, pages["letter"], pages["a4"]) for key, pages in rows)


def _made(library: Library, paper: str, *, large: bool) -> list[tuple[str, int]]:
    with tempfile.TemporaryDirectory() as folder:
        request = Request(
            workshops=tuple(library.workshop_names()),
            editions=tuple(EDITIONS),
            formats=("pdf",),
            paper="a4" if paper == "a4" else "letter",
            large=large,
            out=Path(folder) / "build",
        )
        report = build(request, library, progress())
        if report.exit_code:
            raise SystemExit("\n".join(str(problem) for problem in report.problems))
        documents = load_manifest(report.folder).documents
    return [(path, record.pages) for path, record in documents.items() if record.pages]


if __name__ == "__main__":
    main()
