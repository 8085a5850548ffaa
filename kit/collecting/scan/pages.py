"""Files from a copier or a phone ▶ their pages, one at a time, whatever else the files hold.

Only one page is in memory at once. What would fill the machine is refused before it is unpacked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kit.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.collecting.scan.scanned_page import ScannedPage

ENDINGS: Final = (".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".heif")
"""Of the files that are read from a folder; what a file is, its content says."""
MOST_BYTES: Final = 2_000_000_000


def pages_of(path: Path, shown: str) -> Iterator[ScannedPage | Problem]:
    """Give the pages of a file in order; for what cannot be read, why."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        yield Problem(
            "not-read",
            f"The file could not be opened: {error.strerror or error}.",
            Place(shown),
            hint="See that it is there, and that you may read it.",
        )
        return
    if not size:
        yield Problem(
            "empty-scan", "The file is empty.", Place(shown), hint="Scan these sheets again."
        )
    elif size > MOST_BYTES:
        yield Problem(
            "scan-too-large",
            "The file is larger than 2 GB.",
            Place(shown),
            hint="Scan in smaller stacks, in grey at 200 to 300 dpi.",
        )
    elif b"%PDF-" in head:
        from kit.collecting.scan.pdf_pages import pages_of_pdf  # noqa: PLC0415 - loads a library

        yield from pages_of_pdf(path, shown)
    else:
        from kit.collecting.scan.image_pages import pages_of_image  # noqa: PLC0415 - as above

        yield from pages_of_image(path, shown)
