"""The view of `index.html`, made from the manifest and what this build found."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from kit.editions.edition import Side, Sides
from kit.editions.index import IndexDocument, IndexView, IndexWorkshop, sheets_of
from kit.editions.registry import EDITIONS
from kit.errors import KitError
from kit.pipeline.files import write_whole
from kit.pipeline.index_groups import index_groups
from kit.pipeline.inputs import text_digest
from kit.pipeline.naming import is_large_print
from kit.pipeline.people.listed import listed_people, replaced_by
from kit.pipeline.unchanged import index_state, sources_now
from kit.reading.words import ENGLISH, Words
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from kit.editions.edition import Edition
    from kit.errors import Problem
    from kit.library import Library
    from kit.pipeline.inputs import Digests, Inputs
    from kit.pipeline.ledger import Ledger
    from kit.pipeline.manifest import DocumentRecord, Manifest


def write_index(folder: Path, ledger: Ledger, library: Library) -> None:
    """Write `index.html` where it would change, and note what it shows.

    Raises:
        OSError: it could not be written.
    """
    books = ledger.manifest, library, ledger.inputs, ledger.digests
    try:
        put_index(folder, *books, ledger.broken)
    except KitError as error:
        ledger.refuse("index.html", error.problems)


def put_index(  # noqa: PLR0917 - each of them once
    folder: Path,
    manifest: Manifest,
    library: Library,
    inputs: Inputs,
    digests: Digests,
    problems: Mapping[str, Sequence[Problem]],
) -> None:
    """Write `index.html` where it would change; the manifest then knows it.

    Raises:
        KitError: its template has mistakes.
        OSError: it could not be written.
    """
    books = manifest, library, inputs, digests
    view = index_view(*books, problems)
    html = Renderer(library.folders("templates")).render_index(view)
    digest = text_digest(html)
    if not manifest.has_index(digest):
        stat = write_whole(folder / "index.html", html.encode())
        manifest.index = (digest, stat.st_size, stat.st_mtime_ns)
    # Problems are true for one run only: an index that shows any is written again by the next.
    manifest.index_state = "" if view.problems else index_state(*books)


def index_view(
    manifest: Manifest,
    library: Library,
    inputs: Inputs,
    digests: Digests,
    problems: Mapping[str, Sequence[Problem]],
) -> IndexView:
    """List what lies in the build folder, for workshops that still exist.

    `problems` are those of the workshops that could not be made, by name.
    """
    records: defaultdict[str, list[DocumentRecord]] = defaultdict(list)
    for path, record in manifest.documents.items():
        if library.exists(record.workshop) and manifest.is_fresh(path):
            records[record.workshop].append(record)
    language = _language(records)
    folders = library.folders("templates")
    now = sources_now(manifest, library, inputs, digests)
    workshops = [
        IndexWorkshop(
            name=name,
            title=_title(records[name]) if records[name] else name,
            documents=_listed(
                manifest.path.parent, name, records, now.get(name, frozenset()), folders
            ),
            problems=tuple(str(problem) for problem in problems.get(name, ())),
        )
        for name in sorted({*records, *(name for name in problems if problems[name])})
        if library.exists(name)
    ]
    return IndexView(
        groups=index_groups(workshops, library, Words(language, folders)),
        documents=sum(len(workshop.documents) for workshop in workshops),
        problems=sum(len(workshop.problems) for workshop in workshops),
        language=language,
    )


def _language(records: Mapping[str, Sequence[DocumentRecord]]) -> str:
    """Choose the language of the index: that of most documents, or else English."""
    spoken = Counter(each.language for several in records.values() for each in several)
    most = max(spoken.values(), default=0)
    chosen = [language for language, count in spoken.items() if count == most]
    return chosen[0] if len(chosen) == 1 else ENGLISH.language


def _title(records: Iterable[DocumentRecord]) -> str:
    """Name a workshop as its plainest variant does, which is in its own language."""
    return min(records, key=lambda each: (len(each.variant), each.path)).workshop_title


def _listed(
    folder: Path,
    name: str,
    records: Mapping[str, Sequence[DocumentRecord]],
    now: frozenset[str],
    templates: tuple[Path, ...],
) -> tuple[IndexDocument, ...]:
    spoken = next((each.language for each in records[name]), ENGLISH.language)
    people = listed_people(folder, name, Words(spoken, templates)) if "/" in name else ()
    return (*_documents(records[name], now, replaced_by(people)), *people)


def _documents(
    records: Iterable[DocumentRecord], now: frozenset[str], replaced: Mapping[str, str]
) -> Iterable[IndexDocument]:
    """Join the files of one document, in the order of the registry, the default variant first."""
    joined: defaultdict[tuple[str, str], dict[str, DocumentRecord]] = defaultdict(dict)
    for record in records:
        joined[record.edition, record.variant][record.format] = record
    order = {name: position for position, name in enumerate(EDITIONS)}
    for (edition, variant), files in sorted(
        joined.items(), key=lambda each: (order.get(each[0][0], len(order)), each[0][1])
    ):
        html, pdf = files.get("html"), files.get("pdf")
        docx, pptx = files.get("docx"), files.get("pptx")
        kind = EDITIONS.get(edition)
        text = files.get(kind.text) if kind and kind.text else None
        any_file = next(iter(files.values()))
        pages = pdf.pages if pdf else None
        finish = kind.finished(large=is_large_print(any_file.path)) if kind else None
        yield IndexDocument(
            title=any_file.title if edition in EDITIONS else edition,
            side=Side(any_file.side),
            variant=variant,
            html=html.path if html else None,
            pdf=pdf.path if pdf else None,
            docx=docx.path if docx else None,
            pptx=pptx.path if pptx else None,
            pages=pages,
            text=text.path if text else None,
            sheets=sheets_of(pages, edition) * any_file.copies
            if pages and any_file.copies
            else None,
            copies=any_file.copies,
            paper=any_file.paper,
            sides=str(kind.sides if kind else Sides.LONG_EDGE),
            finish=str(finish) if finish else None,
            note=any_file.note,
            instead=_instead(kind, variant, joined),
            projected=bool(kind and kind.projected),
            replaced=replaced.get(edition, ""),
            language=any_file.language,
            outdated=any(record.made_from not in now for record in files.values()),
        )


def _instead(
    kind: Edition | None,
    variant: str,
    joined: Mapping[tuple[str, str], Mapping[str, DocumentRecord]],
) -> str:
    """Name the document that is not printed besides this one, where it is there to be printed."""
    other = joined.get((kind.in_place_of, variant), {}).get("pdf") if kind else None
    return other.title if other and other.copies else ""
