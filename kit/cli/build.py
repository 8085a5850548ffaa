"""`kit build`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kit.cli.console import complain, counted, note, say, table
from kit.cli.guard import guarded
from kit.cli.progress import progress

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kit.library import Library
    from kit.pipeline.manifest import DocumentRecord
    from kit.pipeline.people.making import PeopleMade
    from kit.pipeline.report import Report
    from kit.pipeline.request import Request


@guarded
def command(  # noqa: PLR0917 - Typer names every option
    ctx: typer.Context,
    workshops: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORKSHOP", help="Which ones; all of yours when left out."),
    ] = None,
    cohort: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="A cohort, or one session of it: pgy1-2027/needs. With WORKSHOP: only its "
            "sessions of that.",
        ),
    ] = None,
    people: Annotated[
        bool, typer.Option("--people", help="With --cohort: each person's own packet, too.")
    ] = False,
    seat_afresh: Annotated[
        bool,
        typer.Option("--seat-afresh", help="With --people: forget who sat where, seat everybody."),
    ] = False,
    verify: Annotated[
        int,
        typer.Option(min=0, metavar="NUMBER", help="With --people: compare so many, by pixels."),
    ] = 0,
    edition: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAMES", help="Only these documents: instructor-guide, worksheets ..."
        ),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format", metavar="NAMES", help="html, pdf (both when left out), docx, pptx."
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Every document: slides, cards, signs, e-mails ...")
    ] = False,
    length: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The agenda's length, such as short; see kit list."),
    ] = None,
    audience: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whose wording of the cases, such as intern.")
    ] = None,
    roles: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Which list of roles, where a workshop offers several."),
    ] = None,
    paper: Annotated[str, typer.Option(metavar="NAME", help="letter or a4.")] = "letter",
    large: Annotated[
        bool, typer.Option("--large", help="What participants get, in large print: PDFs alone.")
    ] = False,
    fillable: Annotated[
        bool,
        typer.Option(
            "--fillable", help="What participants write on, as PDFs to fill in on screen."
        ),
    ] = False,
    start: Annotated[
        str, typer.Option(metavar="TIME", help="When the session starts, 24 hours.")
    ] = "13:00",
    language: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="In another language, such as es; see kit list."),
    ] = None,
    form_address: Annotated[
        str | None,
        typer.Option(
            "--form-address",
            metavar="ADDRESS",
            help="Where the evaluation form is on the web: slides show it, with its QR code.",
        ),
    ] = None,
    out: Annotated[
        str | None, typer.Option(metavar="FOLDER", help="Where to; build/ when left out.")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            min=1, max=64, metavar="NUMBER", help="How many PDFs to print at the same time."
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Take warnings as mistakes.")] = False,
) -> int:
    """Make the packets: instructor guide, worksheets, evaluation form and the rest.

    The packet's core unless more is asked for. Only what has changed is made again.
    A workshop with mistakes does not stop the others.

    \b
    kit build
    kit build challenging-scenarios --length short --paper a4
    kit build --edition worksheets,evaluation-form --format pdf
    kit build managing-up --format html,pdf,docx
    kit build challenging-scenarios --audience junior-faculty --start 9:30 --out packets
    kit build managing-up --all
    kit build mentoring-mosaic --roles four-archetypes
    kit build mentee-driven-relationship --language es
    kit build --cohort junior-faculty-2027 --people
    kit build --cohort junior-faculty-2027 --people --seat-afresh
    kit build managing-up --large
    kit build --cohort junior-faculty-2027 --people --large
    kit build managing-up --fillable
    kit build managing-up --edition worksheets-booklet
    kit build managing-up --edition slides --form-address https://forms.example.org/workshop
    """  # noqa: D301 - \b keeps the lines below as they are
    from kit.editions.registry import EDITIONS
    from kit.library import find_library
    from kit.pipeline.build import build
    from kit.pipeline.nothing_to_make import editions_asked, refuse_on_screen
    from kit.pipeline.request import FORMATS, PAPERS, USUAL_FORMATS, Options, Request
    from kit.pipeline.unchanged import request_key

    library = find_library(Path.cwd())
    options = Options()
    wanted = options.several("--format", formats or (), FORMATS) or USUAL_FORMATS
    editions = editions_asked(options, edition or (), people=people)
    if everything and editions:
        options.refuse("--all", "it makes every document, those that `--edition` names too")
    if everything:
        editions = tuple(EDITIONS)
    refuse_on_screen(options, wanted, editions, large=large, fillable=fillable)
    if fillable and (people or verify):
        options.refuse("--fillable", "personal packets are for paper")
    chosen_paper = options.one("--paper", paper, PAPERS)
    clock = options.clock(start)
    request = Request(
        workshops=tuple(dict.fromkeys(workshops or ())),
        cohorts=tuple(dict.fromkeys(cohort or ())),
        editions=editions,
        formats=tuple(name for name in FORMATS if name in wanted),
        pdf_required=bool(formats) and not {"pdf", "docx"}.isdisjoint(wanted),
        length=length,
        audience=audience,
        roles=roles,
        paper="a4" if chosen_paper == "a4" else "letter",
        large=large,
        fillable=fillable,
        start=clock,
        language=language,
        form_address=options.address("--form-address", form_address),
        out=Path(out) if out else None,
        strict=strict,
        jobs=jobs,
        people=people,
        seat_afresh=seat_afresh,
        # Packets are compared and people seated each time: never known as fulfilled.
        key="" if verify or seat_afresh else request_key(ctx.obj[1:], library),
    )
    if request.cohorts and request.variant:
        options.refuse(request.variant, "the cohort’s file says what its sessions are like")
    if verify and not people:
        options.refuse("--verify", "it compares personal packets, so it needs --people")
    if seat_afresh and not people:
        options.refuse("--seat-afresh", "it is about personal packets, so it needs --people")
    if (people or verify) and not request.cohorts:
        options.refuse("--people", "name a cohort with --cohort")
    options.finish()
    report = build(request, library, progress())
    _tell(report)
    if people and not report.exit_code:
        return _people(request, library, report, verify)
    return report.exit_code


def _people(request: Request, library: Library, built: Report, verified: int) -> int:
    from kit.pipeline.people.build import build_people
    from kit.pipeline.report import FAILED, FULFILLED

    code = FULFILLED
    for made in build_people(request, library, built, progress, verified=verified):
        complain(made.problems)
        _tell_people(made)
        if made.verified:
            for each in made.verified.differences:
                note(f"{each.key}, page {each.page}: not as printed alone ({each.what}).")
                code = FAILED
            same = "" if made.verified.differences else ", all the same"
            say(f"Compared with direct prints: {len(made.verified.keys)}{same}.")
    return code


def _tell_people(made: PeopleMade) -> None:
    from kit.pipeline.people.folder import EVERYONE
    from kit.pipeline.unchanged import shown_path

    stamp = made.stamp
    packets = f"{counted(stamp.people, 'personal packet')} at {counted(stamp.tables, 'table')}" + (
        " up to date already" if made.unchanged else ""
    )
    alone = f" ({stamp.direct} printed one by one)" if stamp.direct else ""
    large = f", {_of_them(stamp.large, stamp.people)} in large print" if stamp.large else ""
    say(f"{packets}{large}: {shown_path(made.folder)}/{alone}")
    if made.unchanged:
        return
    say(
        f"For the copier: {shown_path(made.folder / EVERYONE)}, {counted(stamp.pages, 'page')}, "
        f"with {counted(stamp.spares, 'nameless spare')}."
    )
    say(f"With names, too: {', '.join(stamp.documents)}.")


def _of_them(some: int, people: int) -> str:
    return "all of them" if some == people else f"{some} of them"


def _tell(report: Report) -> None:
    from kit.pipeline.unchanged import shown_path

    complain(report.problems)
    if report.up_to_date:
        say(report.up_to_date)
        return
    if report.made:
        say()
        say(_made(report.made))
        say()
    if report.unchanged:
        say(f"{counted(report.unchanged, 'file')} up to date already.")
    for path in report.removed:
        say(f"Removed, as it is made no more: {shown_path(report.folder / path)}")
    complain(report.lacking)
    if report.no_engine:
        complain([report.no_engine])
        made = "Only the HTML was made. " if report.made or report.unchanged else ""
        note(f"{made}`kit doctor` looks again once it is installed.")
    for name in report.broken:
        file = name.partition("/")[0]
        alone = f" `kit check {file}` shows its problems alone." if name in report.mistaken else ""
        note(f"Not made, or not all of it: {name}.{alone}")
    if report.failed:
        note(f"Failed: {counted(len(report.failed), 'file')}. Run the same command to try again.")
    index = report.folder / "index.html"
    if (report.made or report.unchanged) and index.exists():
        say(f"Open {shown_path(index)}")


def _made(records: Iterable[DocumentRecord]) -> str:
    """Set what was made in a table: a line for each document, its formats joined."""
    from kit.editions.index import sheets_of

    documents: dict[tuple[str, str, str], list[DocumentRecord]] = {}
    for record in records:
        key = record.workshop, record.edition, record.variant
        documents.setdefault(key, []).append(record)
    rows = []
    for files in documents.values():
        first = files[0]
        pages = next((record.pages for record in files if record.pages), None)
        stem = first.path.rpartition(".")[0]
        endings = ",".join(sorted(record.format for record in files))
        rows.append(
            (
                f"{first.title}, {first.variant}" if first.variant else first.title,
                str(pages or ""),
                str(sheets_of(pages, first.edition)) if pages else "",
                str(first.copies or "") if first.format in {"html", "pdf"} else "",
                f"{stem}.{endings}" if len(files) == 1 else f"{stem}.{{{endings}}}",
            )
        )
    return table(("Document", "Pages", "Sheets", "Copies", "File"), rows, right=(1, 2, 3))
