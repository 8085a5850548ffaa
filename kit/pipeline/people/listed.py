"""What of a session's people's folder the index lists: the files whose names are nobody's."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kit.editions.edition import Finish, Side, Sides
from kit.editions.index import IndexDocument
from kit.editions.named import ALWAYS_NAMED, NAMED_ON_REQUEST
from kit.editions.registry import EDITIONS, note_of
from kit.pipeline.people.folder import EVERYONE, FOLDER
from kit.pipeline.people.stamp import lying_stamp

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kit.editions.edition import Edition
    from kit.reading.words import Words

_NAMED: Final[Mapping[str, Edition]] = MappingProxyType(
    {
        **{edition.name: edition for edition in ALWAYS_NAMED},
        **{name: EDITIONS[name] for name in NAMED_ON_REQUEST},
    }
)


def listed_people(build_folder: Path, session: str, words: Words) -> tuple[IndexDocument, ...]:
    """List the files for a session's people that lie there as they were made, with their sheets.

    Each packet for itself is left out: its file has somebody's name, and all are in one.
    """
    stamp = lying_stamp(build_folder / session / FOLDER)
    if stamp is None:
        return ()
    at = f"{session}/{FOLDER}"
    worksheets = EDITIONS["worksheets"]
    everyone = _row(
        words("index_packets"),
        f"{at}/{EVERYONE}",
        stamp.pages,
        1,
        stamp.paper,
        worksheets.sides,
        words("index_packets_note"),
    )
    documents = (everyone, *(_document(at, stamp.paper, words, *each) for each in stamp.printed))
    return tuple(replace(each, language=words.language) for each in documents)


def replaced_by(people: tuple[IndexDocument, ...]) -> dict[str, str]:
    """Give, by the edition that need not be printed besides, the title of the one with names."""
    names = {each.pdf.rpartition("/")[2]: each.title for each in people if each.pdf}
    replaced = {name: names[f"{name}.pdf"] for name in NAMED_ON_REQUEST if f"{name}.pdf" in names}
    if people:
        replaced |= {
            each.name: people[0].title for each in EDITIONS.values() if _is_worksheets(each)
        }
    return replaced


def _is_worksheets(edition: Edition) -> bool:
    return "worksheets" in {edition.name, edition.in_place_of}


def _document(  # noqa: PLR0917 - the columns of the stamp
    at: str, paper: str, words: Words, name: str, pages: int, copies: int
) -> IndexDocument:
    edition = _NAMED[name.rpartition(".")[0]]
    title = words.strings.get(edition.name.replace("-", "_"), edition.title)
    named = edition.name in NAMED_ON_REQUEST
    return _row(
        words("index_with_names", title=title) if named else title,
        f"{at}/{name}",
        pages,
        copies,
        paper,
        edition.sides,
        note_of(edition, words),
        edition.finish,
    )


def _row(  # noqa: PLR0917 - the columns of the table
    title: str,
    path: str,
    pages: int,
    copies: int,
    paper: str,
    sides: Sides,
    note: str,
    finish: Finish | None = Finish.STAPLE,
) -> IndexDocument:
    a_sheet = 1 if sides is Sides.ONE else 2
    return IndexDocument(
        title=title,
        side=Side.INSTRUCTOR,
        variant="",
        html=None,
        pdf=path if pages else None,
        docx=None,
        pptx=None,
        text=None if pages else path,
        pages=pages or None,
        sheets=-(-pages // a_sheet) * copies or None,
        copies=copies if pages else 0,
        paper=paper,
        sides=str(sides),
        finish=str(finish) if finish else None,
        note=note,
        outdated=False,
    )
