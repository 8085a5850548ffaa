"""Decides that there is nothing to do, before anything heavy is loaded. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kit.library import find_library
from kit.pipeline.inputs import Digests, combined, read_inputs, sources_digest
from kit.pipeline.manifest import load_manifest
from kit.pipeline.out_folder import default_out
from kit.pipeline.people.folder import FOLDER
from kit.pipeline.people.stamp import current_stamp, lying_stamp, people_options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kit.errors import Problem
    from kit.library import Library
    from kit.pipeline.inputs import Inputs
    from kit.pipeline.manifest import Manifest, RequestRecord, UnitRecord
    from kit.pipeline.people.stamp import Stamp


@dataclass(frozen=True, slots=True)
class Standing:
    """A build that has nothing to do: the line that says so, and what is known of its documents."""

    line: str
    problems: tuple[Problem, ...] = ()


def unchanged(arguments: Sequence[str]) -> Standing | None:
    """Say that a build with these arguments would change nothing, or give None where it might.

    `arguments` are those after `kit build`. Only a request that was fulfilled before is known, so
    that mistakes in the arguments never come this far.
    """
    try:
        library = find_library(Path.cwd())
        out = _out_in(arguments)
        folder = Path(out).expanduser().absolute() if out else default_out(library)
        manifest = load_manifest(folder)
        record = manifest.requests.get(request_key(arguments, library))
        if record is None:
            return None
        current = current_units(record, manifest, library)
    except Exception:  # noqa: BLE001 - the build itself meets it again, and says it in words
        return None
    return standing_of(*current, manifest) if current is not None else None


def request_key(arguments: Sequence[str], library: Library) -> str:
    """Name a request by its words and the place where they were said."""
    here = Path.cwd()
    place = here.relative_to(library.project) if library.project else here
    return "\0".join([place.as_posix(), *arguments])


def current_units(
    record: RequestRecord, manifest: Manifest, library: Library
) -> tuple[tuple[UnitRecord, ...], tuple[Stamp, ...]] | None:
    """Give a request's units and its people's packets if all are as they would be made now."""
    if record.everything and not _is_everything(record, library):
        return None
    digests = Digests(manifest.files)
    inputs = read_inputs(library, digests)
    units = []
    for name in record.workshops:
        unit = current_unit(name, record.options, manifest, library, inputs=inputs, digests=digests)
        if unit is None:
            return None
        units.append(unit)
    stamps = []
    for unit in units:
        if unit.workshop not in record.people:
            continue
        options = people_options(record.options)
        stamp = current_stamp(manifest.path.parent, unit, library, inputs, digests, options)
        if stamp is None:
            return None
        stamps.append(stamp)
    if not has_true_index(manifest, library, inputs, digests):
        return None
    return tuple(units), tuple(stamps)


def _is_everything(record: RequestRecord, library: Library) -> bool:
    """Say whether these are all workshops and cohorts that the project has by now.

    A session that a cohort's file gained shows in the file itself.
    """
    workshops = tuple(name for name in record.workshops if "/" not in name)
    cohorts = {name.partition("/")[0] for name in record.workshops if "/" in name}
    wanted = set(library.own_cohort_names()) if record.cohorts_too else set()
    return workshops == library.own_workshop_names() and cohorts == wanted


def current_unit(
    workshop: str,
    options: str,
    manifest: Manifest,
    library: Library,
    *,
    inputs: Inputs,
    digests: Digests,
) -> UnitRecord | None:
    """Give a workshop's unit if its sources and its files are as they were, else None."""
    unit = manifest.units.get(unit_key(workshop, options))
    if unit is None or not all(manifest.is_fresh(*output) for output in unit.outputs):
        return None
    if sources_digest(inputs, options, unit.sources, library, digests) != unit.inputs:
        return None
    made_from = sources_digest(inputs, "", unit.sources, library, digests)
    same = all(manifest.documents[path].made_from == made_from for path, _ in unit.outputs)
    return unit if same else None


def has_true_index(manifest: Manifest, library: Library, inputs: Inputs, digests: Digests) -> bool:
    """Say whether the index lies there and shows what there is, without problems of earlier."""
    return manifest.has_index() and (
        manifest.index_state == index_state(manifest, library, inputs, digests)
    )


def index_state(manifest: Manifest, library: Library, inputs: Inputs, digests: Digests) -> str:
    """Take the digest of all that the index shows besides problems."""
    now = sources_now(manifest, library, inputs, digests)
    documents = [
        (path, f"{record.content} {record.made_from}")
        for path, record in manifest.documents.items()
        if library.exists(record.workshop) and manifest.is_fresh(path)
    ]
    workshops = [
        (name, " ".join(sorted(digests_now)))
        for name, digests_now in now.items()
        if library.exists(name)
    ]
    return combined([("common", inputs.common), *documents, *workshops, *_people(manifest, now)])


def _people(manifest: Manifest, sessions: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in sessions:
        stamp = lying_stamp(manifest.path.parent / name / FOLDER) if "/" in name else None
        if stamp:
            yield f"people of {name}", stamp.lay


def sources_now(
    manifest: Manifest, library: Library, inputs: Inputs, digests: Digests
) -> dict[str, frozenset[str]]:
    """Take the digests of each recorded workshop's sources as they are now, one a language."""
    read: dict[str, set[tuple[str, ...]]] = {}
    for unit in manifest.units.values():
        read.setdefault(unit.workshop, set()).add(unit.sources)
    return {
        name: frozenset(
            sources_digest(inputs, "", sources, library, digests) for sources in several
        )
        for name, several in read.items()
    }


def unit_key(workshop: str, options: str) -> str:
    """Name a workshop in one variant."""
    return f"{workshop}|{options}"


def standing_of(
    units: Sequence[UnitRecord], stamps: Sequence[Stamp], manifest: Manifest
) -> Standing:
    """Say of units that there is nothing to do, and what was found when they were printed."""
    paths = [path for unit in units for path, _ in unit.outputs]
    files = "file" if len(paths) == 1 else "files"
    are = "is" if len(paths) == 1 and not stamps else "are"
    people = sum(stamp.people for stamp in stamps)
    packets = f" and {people} personal packet{'' if people == 1 else 's'}" if people else ""
    warnings = sum(unit.warnings for unit in units) + sum(stamp.warnings for stamp in stamps)
    noted = "" if not warnings else f" ({warnings} to look at: kit check)"
    index = shown_path(manifest.path.parent / "index.html")
    return Standing(
        f"Nothing to do: {len(paths)} {files}{packets} {are} up to date{noted}. See {index}",
        tuple(problem for path in paths for problem in manifest.documents[path].problems),
    )


def shown_path(path: Path) -> str:
    """Write a path from the current folder where it lies below it."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _out_in(arguments: Sequence[str]) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == "--out":
            return arguments[position + 1] if position + 1 < len(arguments) else None
        if argument.startswith("--out="):
            return argument.removeprefix("--out=")
    return None
