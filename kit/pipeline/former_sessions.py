"""Sessions that no cohort's file has any longer: what was made for them is taken away.

A session or a cohort that got another name would lie there twice, and somebody would print the old
one. What a user changed, or put there, stays.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from kit.library import COHORTS, WORKSHOPS
from kit.pipeline.people.folder import EVERYONE, FOLDER, packets_in
from kit.pipeline.people.stamp import NAME, lying_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.manifest import Manifest


def take_away_former(manifest: Manifest, library: Library, cohorts: Iterable[str]) -> Iterator[str]:
    """Remove what was made for sessions that these cohorts have no longer.

    Of a cohort whose file cannot be read, nobody knows which they are: all stay.

    Returns:
        The folders of sessions that are gone, or the files, where something of it stays.
    """
    from kit.reading.cohort import load_cohort  # noqa: PLC0415 - loads YAML

    for name in cohorts:
        cohort, _ = load_cohort(library, name)
        if cohort is not None:
            there = {record.workshop for record in manifest.documents.values()}
            now = {f"{name}/{session.id}" for session in cohort.cohort.sessions}
            for session in sorted(there - now):
                if session.startswith(f"{name}/"):
                    yield from _take_away(session, manifest)


def take_away_nameless(manifest: Manifest, library: Library) -> Iterator[str]:
    """Remove what was made for cohorts whose file is gone, or has another name.

    Only in a folder of the project itself: elsewhere, another project may have made it. A file that
    is there under another ending is one that a user is about to mend.

    Returns:
        As above.
    """
    folder = manifest.path.parent.resolve()
    if library.project is None or not folder.is_relative_to(library.project.resolve()):
        return
    there = {record.workshop for record in manifest.documents.values() if "/" in record.workshop}
    known = {*library.cohort_names(), *_stems(library)}
    for session in sorted(there):
        if session.partition("/")[0] not in known:
            yield from _take_away(session, manifest)
            _tidy((folder / session).parent)


def _stems(library: Library) -> Iterator[str]:
    for root in library.roots:
        with suppress(OSError):
            for path in (root / WORKSHOPS / COHORTS).iterdir():
                if path.suffix.lower() in {".yaml", ".yml"}:
                    yield path.stem


def _take_away(session: str, manifest: Manifest) -> Iterator[str]:
    folder = manifest.path.parent / session
    removed: list[str] = []
    for path in [p for p, record in manifest.documents.items() if record.workshop == session]:
        if manifest.is_fresh(path) and _removed(manifest.path.parent / path):
            removed.append(path)
        del manifest.documents[path]
    for key in [key for key, unit in manifest.units.items() if unit.workshop == session]:
        del manifest.units[key]
    if _people_removed(folder / FOLDER):
        removed.append(f"{session}/{FOLDER}")
    _tidy(folder)
    yield from removed if folder.exists() or not removed else [session]


def _people_removed(place: Path) -> bool:
    """Remove people's packets if all lie there as they were made; say whether they did.

    They are named by their folder alone: the names of the files are people's.
    """
    stamp = lying_stamp(place)
    if stamp is None:
        return False
    documents = [place / name for name in stamp.documents]
    # The stamp last: where something is in the way, the next build still knows whose all this is.
    for path in (*packets_in(place), place / EVERYONE, *documents, place / NAME):
        if not _removed(path):
            return False
    return True


def _removed(path: Path) -> bool:
    with suppress(OSError):
        path.unlink()
        return True
    return False


def _tidy(folder: Path) -> None:
    """Remove the folders that are empty now."""
    with suppress(OSError):
        for each in [*folder.iterdir(), folder]:
            with suppress(OSError):
                each.rmdir()
