"""The view of `index.html`, made from the manifest and what this build found."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kit.editions.index import IndexDocument, IndexView, IndexWorkshop, sheets_of
from kit.editions.registry import EDITIONS, Side
from kit.pipeline.inputs import sources_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kit.errors import Problem
    from kit.library import Library
    from kit.pipeline.inputs import Digests, Inputs
    from kit.pipeline.manifest import DocumentRecord, Manifest


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
    known = set(library.workshop_names())
    for path, record in manifest.documents.items():
        if record.workshop in known and manifest.is_fresh(path):
            records[record.workshop].append(record)
    now = _sources_now(manifest, library, inputs, digests)
    workshops = tuple(
        IndexWorkshop(
            name=name,
            title=records[name][-1].workshop_title if records[name] else name,
            documents=tuple(_documents(records[name], now.get(name))),
            problems=tuple(str(problem) for problem in problems.get(name, ())),
        )
        for name in sorted(known & (records.keys() | problems.keys()))
    )
    return IndexView(
        workshops=workshops,
        documents=sum(len(workshop.documents) for workshop in workshops),
        problems=sum(len(workshop.problems) for workshop in workshops),
    )


def _sources_now(
    manifest: Manifest, library: Library, inputs: Inputs, digests: Digests
) -> dict[str, str]:
    latest = {unit.workshop: unit.sources for unit in manifest.units.values()}
    return {
        name: sources_digest(inputs, "", sources, library, digests)
        for name, sources in latest.items()
    }


def _documents(records: Iterable[DocumentRecord], now: str | None) -> Iterable[IndexDocument]:
    """Join the files of one document, in the order of the registry, the default variant first."""
    joined: defaultdict[tuple[str, str], dict[str, DocumentRecord]] = defaultdict(dict)
    for record in records:
        joined[record.edition, record.variant][record.format] = record
    order = {name: position for position, name in enumerate(EDITIONS)}
    for (edition, variant), files in sorted(
        joined.items(), key=lambda each: (order.get(each[0][0], len(order)), each[0][1])
    ):
        html, pdf = files.get("html"), files.get("pdf")
        any_file = next(iter(files.values()))
        pages = pdf.pages if pdf else None
        yield IndexDocument(
            title=any_file.title if edition in EDITIONS else edition,
            side=Side(any_file.side),
            variant=variant,
            html=html.path if html else None,
            pdf=pdf.path if pdf else None,
            pages=pages,
            sheets=sheets_of(pages) if pages else None,
            copies=any_file.copies,
            note=any_file.note,
            outdated=any(record.made_from != now for record in files.values()),
        )
