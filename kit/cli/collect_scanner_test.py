"""`kit collect scanner-test`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, say
from kit.cli.guard import guarded
from kit.pipeline.report import FAILED, FULFILLED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.collecting.scanner_test.verdict import Verdict


@guarded
def command(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILES", help="Scans of the page; without any, it is printed."),
    ] = None,
    paper: Annotated[str, typer.Option(metavar="NAME", help="letter or a4.")] = "letter",
    out: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where to; build/ when left out.")
    ] = None,
) -> int:
    """Find out whether your scanner is good enough for forms.

    Without files, it makes a page with marks from a black pen to a faint pencil. Print it, copy it
    as you would copy forms, scan it as you would scan them, and give it the scan: it says what was
    read, what would go to review, and what to set.

    \b
    kit collect scanner-test
    kit collect scanner-test scan.pdf
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.errors import KitError
    from kit.library import find_library
    from kit.pipeline.request import PAPERS, Options

    library = find_library(Path.cwd())
    if not files:
        from kit.collecting.scanner_test.page import print_test_page

        options = Options()
        chosen = options.one("--paper", paper, PAPERS)
        options.finish()
        made = print_test_page(library, "a4" if chosen == "a4" else "letter", out)
        say(made)
        say()
        say("Print it, copy and scan it as you would forms; then: kit collect scanner-test FILE")
        return FULFILLED
    from kit.press.extras import missing

    if lacking := missing("scan"):
        raise KitError([lacking])
    from kit.collecting.scanner_test.verdict import verdicts

    found, problems = verdicts(library, files)
    complain(problems)
    for each in found:
        for line in _lines(each):
            say(line)
    return FULFILLED if found and all(each.is_good for each in found) else FAILED


def _lines(verdict: Verdict) -> Iterator[str]:
    count = len(verdict.taken) + len(verdict.review) + len(verdict.wrong)
    yield (
        f"{verdict.where}: of {count} marks, {len(verdict.taken)} read, "
        f"{len(verdict.review)} to review, {len(verdict.wrong)} wrong."
    )
    if verdict.wrong:
        yield f"  Read wrong: {'; '.join(verdict.wrong)}."
    if verdict.review:
        yield f"  To review: {'; '.join(verdict.review)}."
    yield from (f"  {each}" for each in verdict.advice)
    if verdict.is_good:
        yield "  Good enough: forms can be scanned with these settings."
    else:
        yield "  Not good enough yet: change the settings, scan the page again, and look again."
