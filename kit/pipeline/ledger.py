"""What one build has made, left as it was, and could not make; keeps the manifest up with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kit.pipeline.inputs import source_name, sources_digest
from kit.pipeline.manifest import DocumentRecord, Manifest, UnitRecord
from kit.pipeline.obsolete import take_away
from kit.pipeline.unchanged import unit_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kit.errors import Problem
    from kit.library import Library
    from kit.pipeline.documents import Document
    from kit.pipeline.inputs import Digests, Inputs
    from kit.pipeline.job import Outcome
    from kit.pipeline.ready import Ready
    from kit.pipeline.report import Progress
    from kit.pipeline.request import Request


@dataclass(slots=True)
class _Unit:
    """A workshop being made: its record so far, and how many of its files are still to come.

    `whole`: everything that it has was made; `complete`: and nothing is to be told again.
    """

    made_from: str
    record: UnitRecord
    waiting: int = 0
    whole: bool = True
    complete: bool = True


@dataclass(slots=True)
class Ledger:
    """The books of one build."""

    request: Request
    library: Library
    manifest: Manifest
    inputs: Inputs
    digests: Digests
    progress: Progress
    made: list[DocumentRecord] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)
    broken: dict[str, list[Problem]] = field(default_factory=dict)
    mistaken: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    no_engine: Problem | None = None
    lacking: tuple[Problem, ...] = ()
    _expected: int = 0
    _units: dict[str, _Unit] = field(default_factory=dict)

    @property
    def is_complete(self) -> bool:
        """Say whether everything that was asked for is there."""
        return not (self.broken or self.failed or self.no_engine or self.lacking)

    def open_unit(self, ready: Ready) -> None:
        """Begin a workshop: note what its documents are made from."""
        names = tuple(source_name(path, self.library) for path in ready.sources)
        options = self.request.options()
        record = UnitRecord(
            workshop=ready.name,
            inputs=self._sources(options, names),
            sources=names,
            outputs=(),
            warnings=ready.warnings,
        )
        self._units[ready.name] = _Unit(self._sources("", names), record)

    def expect_files(self, more: int) -> None:
        """Change the number of files that are to come."""
        self._expected += more
        if more and self._expected:
            self.progress.expect(self._expected)

    def expect(self, document: Document, path: str, content: str) -> bool:
        """Begin a file: True where it has to be made, False where it is as it should be."""
        unit = self._units[document.workshop]
        unit.record = replace(unit.record, outputs=(*unit.record.outputs, (path, content)))
        old = self.manifest.documents.get(path)
        unchanged = (
            old is not None
            and self.manifest.is_fresh(path, content)
            and not (self.request.strict and old.problems)
        )
        if old is None or not unchanged:
            unit.waiting += 1
            return True
        self.manifest.documents[path] = self._record(document, path, content, old)
        self.problems += old.problems
        self.unchanged += 1
        self.progress.kept(path)
        return False

    def enter(self, document: Document, content: str, outcome: Outcome) -> None:
        """Enter a file that was made."""
        unit = self._units[document.workshop]
        record = self._record(document, outcome.path, content, outcome)
        self.problems += outcome.problems
        self.made.append(record)
        unit.waiting -= 1
        with suppress(OSError):  # a full disk: the document that does not fit says so
            self.manifest.record_document(record)
        self.progress.done(record.path, record.pages)

    def fail(self, workshop: str, path: str, problems: Sequence[Problem]) -> None:
        """Enter a file that could not be made although nothing is wrong with its workshop."""
        self.problems += problems
        self.failed.append(path)
        self._fall_short(workshop)

    def refuse(self, workshop: str, problems: Sequence[Problem]) -> None:
        """Enter mistakes for which a workshop, or a document of it, was not made.

        What stands in the command is no mistake of the workshop's: then there are no problems.
        """
        self.problems += problems
        self.broken.setdefault(workshop, []).extend(problems)
        if workshop in self._units:
            self._fall_short(workshop)

    def _fall_short(self, workshop: str) -> None:
        self._units[workshop].whole = self._units[workshop].complete = False

    def lack(self, workshops: Iterable[str], problems: Sequence[Problem]) -> None:
        """Enter documents that none of these workshops has, to be told again the next time."""
        self.problems += problems
        for name in workshops if problems else ():
            self._units[name].complete = False

    def close_units(self) -> None:
        """Record the workshops that are complete, and take away what is made of them no more."""
        for name, unit in self._units.items():
            key = unit_key(name, self.request.options())
            if unit.whole and not unit.waiting:
                self.removed += take_away(self.manifest, unit.record, key, unit.made_from)
            if unit.complete and not unit.waiting:
                self.manifest.record_unit(key, unit.record)

    def close_cohorts(self, names: Iterable[str]) -> None:
        """Take away what was made for sessions that are in no cohort's file any longer.

        `names` are those asked for. Where one of a cohort could not be made, its former ones stay,
        and so do cohorts without a file: what could not be made may be theirs under another name.
        """
        from kit.pipeline.former_sessions import (  # noqa: PLC0415 - only where cohorts are asked for
            take_away_former,
            take_away_nameless,
        )

        cohorts = dict.fromkeys(name.partition("/")[0] for name in names if "/" in name)
        short = {name.partition("/")[0] for name in (*self.broken, *self.failed)}
        whole = () if self.no_engine else (name for name in cohorts if name not in short)
        self.removed += take_away_former(self.manifest, self.library, whole)
        if not short and not self.no_engine and (cohorts or self.request.is_everything):
            self.removed += take_away_nameless(self.manifest, self.library)

    def save(self) -> None:
        """Write the manifest.

        Raises:
            OSError: it could not be written.
        """
        self.manifest.files = {**self.manifest.files, **self.digests.seen}
        self.manifest.save()

    def _sources(self, options: str, names: Iterable[str]) -> str:
        return sources_digest(self.inputs, options, names, self.library, self.digests)

    def _record(
        self, document: Document, path: str, content: str, file: DocumentRecord | Outcome
    ) -> DocumentRecord:
        return DocumentRecord(
            path=path,
            workshop=document.workshop,
            workshop_title=document.workshop_title,
            language=document.language,
            edition=document.edition,
            title=document.title,
            side=document.side,
            format=path.rpartition(".")[2],
            variant=document.variant,
            copies=document.copies,
            note=document.note,
            paper=document.paper,
            made_from=self._units[document.workshop].made_from,
            content=content,
            size=file.size,
            mtime_ns=file.mtime_ns,
            pages=file.pages,
            problems=file.problems,
        )
