"""What a session's packets were made from, and how they lay there. Standard library only.

It is kept beside them, in a hidden file of their folder, and holds numbers and digests, no name:
whoever removes the folder has removed all of it.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from kit.pipeline.files import write_whole
from kit.pipeline.inputs import Digests, combined, sources_digest
from kit.pipeline.people.folder import EVERYONE, FOLDER, packets_in
from kit.pipeline.records.records_folder import RECORDS, SESSIONS, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.inputs import Inputs
    from kit.pipeline.manifest import UnitRecord

NAME: Final = ".made-from.json"
_FORMAT: Final = 4


@dataclass(frozen=True, slots=True)
class Stamp:
    """How many packets were made, at how many tables, with how many spares, from what.

    `made_from` is the digest of all that they depend on, `lay` that of the files' names, sizes and
    times of change, `pages` are those of the file for the copier, `direct` counts the packets that
    were printed one by one, `large` those of people in large print, and `warnings` what was told of
    them. `printed` are the files with names that were made besides, each with its pages (none for
    a text) and how often to print it, and `paper` is what all are for.
    """

    people: int
    tables: int
    spares: int
    pages: int
    direct: int = 0
    large: int = 0
    warnings: int = 0
    made_from: str = ""
    lay: str = ""
    printed: tuple[tuple[str, int, int], ...] = ()
    paper: str = "letter"

    @property
    def documents(self) -> tuple[str, ...]:
        """The names of the files that were made besides the packets."""
        return tuple(name for name, _, _ in self.printed)


def people_options(options: str) -> str:
    """Give, of what a request writes down, what packets depend on: its editions, large print."""
    return "|".join(options.split("|")[:2])


def made_from(session: str, sources: str, library: Library, options: str) -> str:
    """Take the digest of all that a session's packets depend on.

    `sources` is that of its documents; who sits where, and who came, is kept beside. `options` are
    what was asked for.
    """
    entries = [("sources", sources), ("options", options)]
    if library.project is not None:
        for kind in (TABLES, SESSIONS):
            path = library.project / RECORDS / kind / f"{session}.json"
            # Not among a build's digests: what is about people is in one place only.
            entries.append((kind, Digests({}).of(session, path)))
    return combined(entries)


def current_stamp(  # noqa: PLR0917 - each of them once
    folder: Path,
    unit: UnitRecord,
    library: Library,
    inputs: Inputs,
    digests: Digests,
    options: str,
) -> Stamp | None:
    """Give the stamp of a session's packets if all is as it was made, and as it would be made now.

    `folder` is that of the build.
    """
    stamp = lying_stamp(folder / unit.workshop / FOLDER)
    if stamp is None:
        return None
    sources = sources_digest(inputs, "", unit.sources, library, digests)
    now = made_from(unit.workshop, sources, library, options)
    return stamp if stamp.made_from == now else None


def lying_stamp(place: Path) -> Stamp | None:
    """Give the stamp of packets that lie in their folder `place` as they were made."""
    stamp = _load(place)
    return stamp if stamp and stamp.lay == _lay(place, stamp.documents) else None


def keep_stamp(place: Path, stamp: Stamp) -> Stamp:
    """Keep the stamp of packets that are complete, with how they lie in their folder `place` now.

    Raises:
        OSError: it cannot be written.
    """
    kept = replace(stamp, lay=_lay(place, stamp.documents))
    text = json.dumps({"format": _FORMAT, **asdict(kept)})
    write_whole(place / NAME, text.encode(), durable=False)
    return kept


def _load(place: Path) -> Stamp | None:
    try:
        data = json.loads((place / NAME).read_bytes())
        if data.pop("format") != _FORMAT:
            return None
        printed = tuple(
            (str(name), int(pages), int(copies)) for name, pages, copies in data["printed"]
        )
        return Stamp(**{**data, "printed": printed})
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _lay(place: Path, documents: Iterable[str]) -> str:
    """Take the digest of which files of ours are there, how large and from when."""
    entries = []
    try:
        for path in (*packets_in(place), place / EVERYONE, *(place / each for each in documents)):
            stat = path.stat()
            entries.append((path.name, f"{stat.st_size} {stat.st_mtime_ns}"))
    except OSError:
        return ""
    return combined(entries)
