"""`kit collect scan`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, counted, say
from kit.cli.guard import guarded
from kit.pipeline.report import FAILED, FULFILLED

if TYPE_CHECKING:
    from kit.collecting.scan.scan_report import ScanReport


@guarded
def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE|DIR …",
            help="PDF, JPEG, PNG, TIFF or HEIC, from a copier or a phone; or folders with them.",
            readable=False,  # told by file, with what else cannot be read; stops nothing else
        ),
    ],
    again: Annotated[
        bool,
        typer.Option(
            "--again", help="Count what looks like a sheet that is in already, too, without asking."
        ),
    ] = False,
) -> int:
    """Read filled-in forms from scans.

    Any order, upside down, several forms mixed, blank backs between. What is clear goes into the
    store; the kit flags what it cannot read, and every row without a mark: `kit review` shows
    these. Comments are kept as pictures and typed in there. What could not be read is said by file
    and page, and stops nothing else. The files of a folder are read in the order of their names.
    Scan in grey at 200 to 300 dpi.

    \b
    kit collect scan monday.pdf
    kit collect scan monday.pdf photos/
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError
    from kit.library import find_library
    from kit.press.extras import missing

    if lacking := missing("scan"):
        raise KitError([lacking])
    from kit.collecting.given_files import given_files
    from kit.collecting.scan.pages import ENDINGS
    from kit.collecting.scan.scan_files import take_scans

    library = find_library(Path.cwd())
    paths = [path.expanduser() for path in files]
    given = given_files((path for path in paths if path.exists()), ENDINGS)
    if not given.files and all(map(Path.exists, paths)):
        complain(given.problems)
        say("There is no scan there.")
        return FULFILLED
    absent = [path for path in paths if not path.exists()]  # told as what cannot be read is
    report = take_scans(library, [*given.files, *absent], again=again, on_page=_show)
    _clear()
    complain((*given.problems, *report.problems))
    for line in _lines(report):
        say(line)
    return FAILED if report.not_read else FULFILLED


def _lines(report: ScanReport) -> list[str]:
    read = f"Looked at: {counted(report.pages, 'page')}"
    backs = f", {counted(report.backs, 'blank back')} among them" if report.backs else ""
    lost = f", {report.not_read} not read" if report.not_read else ""
    lines = [f"{read}{backs}{lost}.", f"Taken in: {counted(report.sheets, 'sheet')}."]
    if report.again:
        lines.append(f"In already: {counted(report.again, 'sheet')}; nothing was added.")
    if report.aside:
        lines.append(
            f"Set aside: {counted(report.aside, 'sheet')} that may be in already; not counted "
            "until you decide."
        )
    if report.sheets:
        lines.append(
            f"Rows: {report.taken} taken, {report.to_review} to review. "
            f"Blanks to confirm: {report.blanks}. Comments to type in: {report.written}."
        )
    if report.sheets or report.aside:
        lines.append("Next: kit review")
    return lines


def _show(file: str, page: int) -> None:
    import sys

    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{file}, page {page} …")
        sys.stderr.flush()


def _clear() -> None:
    import sys

    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
