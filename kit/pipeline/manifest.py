"""`manifest.json`: what a build folder holds and what it was made from. Standard library only."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any

from kit.errors import Place, Problem, Severity
from kit.pipeline.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from kit.pipeline.inputs import Known

NAME = "manifest.json"
_MARK = "workshop-kit"
_FORMAT = 4
_REQUESTS_KEPT = 40
_UNITS_KEPT = 400


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """One finished file: what it is, what it was made from, and how it looks on the disk.

    `made_from` is the digest of its workshop's sources, `content` that of what was written or,
    for a PDF, of what was printed.
    """

    path: str
    workshop: str
    workshop_title: str
    edition: str
    title: str
    side: str
    format: str
    variant: str
    copies: int
    note: str
    paper: str
    made_from: str
    content: str
    size: int
    mtime_ns: int
    pages: int | None = None
    language: str = "en-US"
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """One workshop in one variant, made completely: its sources, its files and their contents.

    A later request may write other contents to the same files: paths alone do not tell.
    """

    workshop: str
    inputs: str
    sources: tuple[str, ...]
    outputs: tuple[tuple[str, str], ...]
    warnings: int = 0


@dataclass(frozen=True, slots=True)
class RequestRecord:
    """A request that was fulfilled: its workshops and sessions, and their units.

    `everything` are all workshops of the project, and with `cohorts_too` all sessions. `people` are
    the sessions of which each person's packet was asked for, too.
    """

    everything: bool
    workshops: tuple[str, ...]
    options: str
    cohorts_too: bool = False
    people: tuple[str, ...] = ()


@dataclass(slots=True)
class Manifest:
    """The records of one build folder, written again after each finished document.

    `index_state` is the digest of what the index shows; empty where it shows problems, which are
    true for one run only.
    """

    path: Path
    found: bool = False
    files: Known = field(default_factory=dict)
    documents: dict[str, DocumentRecord] = field(default_factory=dict)
    units: dict[str, UnitRecord] = field(default_factory=dict)
    requests: dict[str, RequestRecord] = field(default_factory=dict)
    index: tuple[str, int, int] = ("", 0, 0)
    index_state: str = ""
    _saved_at: float = 0.0
    _save_took: float = 0.0

    def record_request(self, key: str, record: RequestRecord) -> None:
        """Remember a fulfilled request, the most recent last."""
        self.requests.pop(key, None)
        self.requests[key] = record
        for old in list(self.requests)[:-_REQUESTS_KEPT]:
            del self.requests[old]

    def record_unit(self, key: str, record: UnitRecord) -> None:
        """Remember a workshop that was made completely, the most recent last."""
        self.units.pop(key, None)
        self.units[key] = record
        for old in list(self.units)[:-_UNITS_KEPT]:
            del self.units[old]

    def record_document(self, record: DocumentRecord) -> None:
        """Remember a finished file and save, unless saving so often would take over the build."""
        self.documents[record.path] = record
        if time.monotonic() - self._saved_at >= 20 * self._save_took:
            self.save(durable=False)

    def save(self, *, durable: bool = True) -> None:
        """Write the manifest.

        Raises:
            OSError: it could not be written; the old one is untouched.
        """
        began = time.monotonic()
        data = {
            _MARK: "what this folder was made from; kit build reads it, nobody need",
            "format": _FORMAT,
            "index": self.index,
            "index_state": self.index_state,
            "documents": {name: asdict(record) for name, record in self.documents.items()},
            "units": {name: asdict(record) for name, record in self.units.items()},
            "requests": {name: asdict(record) for name, record in self.requests.items()},
            "files": self.files,
        }
        text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
        write_whole(self.path, text.encode(), durable=durable)
        self._saved_at = time.monotonic()
        self._save_took = self._saved_at - began

    def is_fresh(self, path: str, content: str | None = None) -> bool:
        """Say whether a recorded file lies there as it was written (and with this content)."""
        record = self.documents.get(path)
        return (
            record is not None
            and (content is None or content == record.content)
            and _lies_there(self.path.parent / path, record.size, record.mtime_ns)
        )

    def has_index(self, digest: str | None = None) -> bool:
        """Say whether the index lies there as it was written (and with this content)."""
        known, size, mtime_ns = self.index
        return (digest is None or digest == known) and _lies_there(
            self.path.parent / "index.html", size, mtime_ns
        )


def load_manifest(folder: Path) -> Manifest:
    """Read a folder's manifest; an empty one where there is none or none that can be read."""
    manifest = Manifest(folder / NAME)
    try:
        data = json.loads(manifest.path.read_bytes())
        if not isinstance(data, dict) or _MARK not in data:
            return manifest
        manifest.found = True
        if data["format"] == _FORMAT:
            _fill(manifest, data)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Manifest(folder / NAME, found=manifest.found)
    return manifest


def _fill(manifest: Manifest, data: dict[str, Any]) -> None:
    digest, size, mtime_ns = data["index"]
    manifest.index = (str(digest), int(size), int(mtime_ns))
    manifest.index_state = str(data["index_state"])
    manifest.files = {
        name: (int(size), int(mtime_ns), str(digest))
        for name, (size, mtime_ns, digest) in data["files"].items()
    }
    for name, record in data["documents"].items():
        problems = tuple(_problem(problem) for problem in record.pop("problems"))
        manifest.documents[name] = DocumentRecord(**record, problems=problems)
    for name, record in data["units"].items():
        manifest.units[name] = UnitRecord(**_with_tuples(UnitRecord, record))
    for name, record in data["requests"].items():
        manifest.requests[name] = RequestRecord(**_with_tuples(RequestRecord, record))


def _with_tuples(kind: type, record: dict[str, Any]) -> dict[str, Any]:
    names = {each.name for each in fields(kind)}
    if set(record) - names:
        raise KeyError(next(iter(set(record) - names)))
    return {name: _as_tuple(value) for name, value in record.items()}


def _as_tuple(value: Any) -> Any:
    return tuple(_as_tuple(each) for each in value) if isinstance(value, list) else value


def _problem(data: dict[str, Any]) -> Problem:
    where = data["where"]
    return Problem(
        code=data["code"],
        message=data["message"],
        where=Place(**where) if where else None,
        hint=data["hint"],
        severity=Severity(data["severity"]),
    )


def _lies_there(path: Path, size: int, mtime_ns: int) -> bool:
    try:
        stat = path.stat()
    except OSError:
        return False
    return stat.st_size == size and stat.st_mtime_ns == mtime_ns
