"""What follows from what a cohort leaves out, and is no mistake of its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kit.checking.cases_named import still_named
from kit.checking.citations import cited_in
from kit.reading.nodes import Entry, Mapping, Scalar, Sequence
from kit.tailoring.patching.tree import find

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kit.reading.words import Words
    from kit.tailoring.session import LoadedSession
    from kit.tailoring.tailor import TailoredWorkshop


def with_works_cited(session: LoadedSession) -> LoadedSession:
    """Take the works out of a session’s list that only what is left out or reworded cited."""
    loaded = session.loaded
    listed = loaded.workshop.references
    gone = set(listed) & cited_in(session.plain) - cited_in(loaded) - {*loaded.workshop.reading}
    tree, references = loaded.source.node, find(loaded.source.node, ("references",))
    if not gone or not isinstance(tree, Mapping) or not isinstance(references, Sequence):
        return session
    kept = [
        item
        for item in references.items
        if not (isinstance(item, Scalar) and item.text in gone and _is_theirs(session, item))
    ]
    names = {item.text for item in kept if isinstance(item, Scalar)}
    entry = tree.entries["references"]
    left = Sequence(references.line, references.column, kept)
    entries = {**tree.entries, "references": Entry(entry.line, entry.column, left)}
    source = loaded.source.patched(Mapping(tree.line, tree.column, entries), {})
    workshop = loaded.workshop.model_copy(
        update={"references": tuple(each for each in listed if each in names)}
    )
    return replace(session, loaded=replace(loaded, workshop=workshop, source=source))


def _is_theirs(session: LoadedSession, item: Scalar) -> bool:
    """Say whether the workshop lists a work, and not the cohort itself."""
    return id(item) not in session.loaded.source.foreign


def by_leaving_out(session: LoadedSession) -> bool:
    """Say whether cases are missing because something is left out, and not for others chosen."""
    changes = session.cohort.cohort.workshops.get(session.session.workshop)
    return changes is not None and changes.scenarios is None and bool(changes.leave_out)


def told_of_cases(
    session: LoadedSession, tailored: TailoredWorkshop, words: Words
) -> Iterator[str]:
    """Say in words which cases texts still name although they went with what is left out."""
    if not by_leaving_out(session):
        return
    for title in still_named(session.loaded, session.plain, tailored):
        yield words("differs_case_still_named", title=title)
