"""One build, from the request to the report: only what changed, each file whole."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kit.errors import KitError, in_reading_order
from kit.pipeline.asked_for import names_asked_for
from kit.pipeline.files import is_hopeless, remove_parts, storage_problem, write_whole
from kit.pipeline.inputs import (
    Digests,
    note_definitions,
    read_inputs,
    text_digest,
)
from kit.pipeline.ledger import Ledger
from kit.pipeline.manifest import RequestRecord, load_manifest
from kit.pipeline.out_folder import locked, out_folder, refuse_strangers
from kit.pipeline.possible_formats import possible
from kit.pipeline.report import Progress, Report, in_order
from kit.pipeline.unchanged import current_unit, has_true_index, shown_path, standing_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from kit.library import Library
    from kit.pipeline.documents import Document
    from kit.pipeline.job import Job, Outcome
    from kit.pipeline.manifest import UnitRecord
    from kit.pipeline.ready import Ready
    from kit.pipeline.request import Request
    from kit.pipeline.workers import Workers


class _HopelessError(Exception):
    """No file can be written any more: what is missing waits for the next run."""


def build(request: Request, library: Library, progress: Progress) -> Report:
    """Make what a request asks for and what is not yet as it should be.

    A workshop with mistakes and a document that fails stop no other; the report names them.

    Raises:
        KitError: nothing can be made at all: no workshops, no folder to write to.
        KeyboardInterrupt: it was stopped; what was finished is recorded, nothing is half done.
    """
    names = names_asked_for(request, library)
    request, lacking = possible(request)
    folder = out_folder(request.out, library)
    with locked(folder):
        manifest = load_manifest(folder)
        digests = Digests(manifest.files)
        inputs = read_inputs(library, digests)
        ledger = Ledger(request, library, manifest, inputs, digests, progress, lacking=lacking)
        return _Build(request, library, folder, ledger).run(names)


@dataclass(slots=True)
class _Build:
    request: Request
    library: Library
    folder: Path
    ledger: Ledger
    whole: bool = True
    """Whether every workshop that was asked for is made, and none is up to date."""

    def run(self, names: Sequence[str]) -> Report:
        ledger = self.ledger
        current = {name: self._current(name) for name in names}
        stale = [name for name, unit in current.items() if unit is None]
        kept = [unit for unit in current.values() if unit is not None]
        ledger.unchanged = sum(len(unit.outputs) for unit in kept)
        fulfilled = None
        standing = standing_of(kept, (), ledger.manifest)
        ledger.problems += standing.problems
        had_index = has_true_index(ledger.manifest, self.library, ledger.inputs, ledger.digests)
        try:
            if stale:
                self.whole = not kept
                self._make(stale)
            if stale or self.request.is_everything:
                ledger.close_cohorts(names)
            if stale or ledger.removed or not had_index:
                from kit.pipeline.index_page import write_index  # noqa: PLC0415

                write_index(self.folder, ledger, self.library)
            if ledger.is_complete and self.request.key:
                fulfilled = self._fulfilled(names)
                if not self.request.people:  # else it is recorded when their packets are made
                    ledger.manifest.record_request(self.request.key, fulfilled)
            ledger.save()
        except BrokenPipeError:
            raise
        except OSError as error:
            ledger.problems.append(storage_problem(error, shown_path(self.folder)))
            ledger.failed.append(self.folder.name)
        except _HopelessError:
            with suppress(OSError):
                ledger.save()
        return Report(
            folder=self.folder,
            made=in_order(ledger.made, names),
            unchanged=ledger.unchanged,
            problems=in_reading_order(ledger.problems),
            broken=tuple(ledger.broken),
            mistaken=tuple(ledger.mistaken),
            failed=tuple(ledger.failed),
            removed=tuple(ledger.removed),
            no_engine=ledger.no_engine,
            lacking=ledger.lacking,
            pdf_required=self.request.pdf_required,
            up_to_date=standing.line if not stale and had_index else None,
            fulfilled=fulfilled,
        )

    def _fulfilled(self, names: Sequence[str]) -> RequestRecord:
        return RequestRecord(
            everything=not (self.request.workshops or self.request.cohorts),
            workshops=tuple(names),
            options=self.request.options(),
            cohorts_too=self.request.is_everything,
        )

    def _current(self, name: str) -> UnitRecord | None:
        ledger = self.ledger
        options = self.request.options()
        return current_unit(
            name,
            options,
            ledger.manifest,
            self.library,
            inputs=ledger.inputs,
            digests=ledger.digests,
        )

    def _make(self, names: Sequence[str]) -> None:
        printed = set(self.request.formats) - {"html"}
        workers = self._start_workers() if printed else None
        jobs: dict[str, tuple[Document, str]] = {}
        rendered = False
        try:
            ready = self._prepare(names)
            self._render_all(ready, workers, jobs)
            rendered = True
            if workers:
                for outcome in workers.outcomes():
                    self._settle(outcome, *jobs.pop(outcome.path))
                    if self.ledger.no_engine:
                        break
                workers.close()
        except BaseException as error:
            if workers:
                workers.stop()
            remove_parts({(self.folder / path).parent for path in jobs})
            if rendered:  # else nobody knows yet which documents each has
                self.ledger.close_units()
            if not isinstance(error, _HopelessError | OSError):
                with suppress(OSError):
                    self.ledger.save()
            raise
        finally:
            self.ledger.progress.end()
        self.ledger.close_units()

    def _start_workers(self) -> Workers[Outcome]:
        from kit.pipeline.workers import Workers, usual_workers  # noqa: PLC0415 - slow to load

        return Workers(self.request.jobs or usual_workers())

    def _prepare(self, names: Sequence[str]) -> Sequence[Ready]:
        """Read and check workshops, and make sure that what they become may be written."""
        from kit.pipeline import documents  # noqa: PLC0415 - loads YAML and the definitions

        self.ledger.progress.working("reading")  # thousands of people take a second or two
        note_definitions(self.library, self.ledger.digests)
        prepared = documents.prepare(names, self.request, self.library)
        ready = prepared.ready
        self.ledger.problems += prepared.found
        for name, problems in prepared.mistakes.items():
            self.ledger.refuse(name, problems)
            self.ledger.mistaken.append(name)
        for name in prepared.misfits:
            self.ledger.refuse(name, ())
        planned = documents.possible_paths(ready, self.request)
        self._claim(planned)
        for each in ready:
            self.ledger.open_unit(each)
        self.ledger.expect_files(len(planned))
        return ready

    def _render_all(
        self,
        ready: Sequence[Ready],
        workers: Workers[Outcome] | None,
        jobs: dict[str, tuple[Document, str]],
    ) -> None:
        """Render edition by edition; the first ones, the longest, keep the workers busy meanwhile.

        The others follow by their length, so that no long one is left for the end.
        """
        from kit.pipeline import documents  # noqa: PLC0415
        from kit.rendering.render import Renderer  # noqa: PLC0415

        renderer = Renderer(self.library.folders("templates"))
        waiting: list[Job] = []
        there: dict[str, set[str]] = {}
        for edition in documents.editions_of(self.request):
            for each in ready:
                try:
                    document = documents.render(edition, each, renderer, self.request)
                except KitError as error:
                    self.ledger.refuse(each.name, error.problems)
                    there.setdefault(edition.name, set()).add(each.name)
                    continue
                if document is None:
                    self.ledger.expect_files(-len(documents.formats_of(edition, self.request)))
                else:
                    there.setdefault(edition.name, set()).add(each.name)
                    waiting += self._take(document, each, jobs)
            if workers and workers.has_idle:
                workers.submit_longest_first(waiting)
                waiting.clear()
        if workers:
            workers.submit_longest_first(waiting)
        if self.whole:
            self._tell_of_nothing(there, [each.name for each in ready])

    def _tell_of_nothing(self, there: Mapping[str, set[str]], names: Sequence[str]) -> None:
        """Tell what was asked for by name and some lack; where all lack all, none is made."""
        from kit.pipeline.nothing_to_make import nothing_to_make  # noqa: PLC0415

        problems = tuple(nothing_to_make(self.request, there, names)) if names else ()
        self.ledger.lack(names, problems)
        if problems and not there:
            for name in names:
                self.ledger.refuse(name, ())

    def _claim(self, planned: set[str]) -> None:
        """Make sure that the folder is ours to write to, and clear up after a run that died."""
        refuse_strangers(self.folder, planned, made_here=self.ledger.manifest.found)
        remove_parts({(self.folder / path).parent for path in planned} | {self.folder})
        self.ledger.save()

    def _take(
        self, document: Document, ready: Ready, jobs: dict[str, tuple[Document, str]]
    ) -> list[Job]:
        """Write a document's texts and give the jobs for what is printed, where they changed."""
        from kit.pipeline.jobs import jobs_of  # noqa: PLC0415

        for path, text in document.texts():
            content = text_digest(text)
            if self.ledger.expect(document, path, content):
                self._write_text(document, path, text, content)
        needed = []
        engine = self.ledger.inputs.engine
        planned = jobs_of(
            document, ready, self.request, self.library, engine=engine, folder=self.folder
        )
        for job, content in planned:
            if self.ledger.expect(document, job.path, content):
                jobs[job.path] = document, content
                needed.append(job)
        return needed

    def _write_text(self, document: Document, path: str, text: str, content: str) -> None:
        from kit.pipeline.job import Outcome  # noqa: PLC0415

        out = self.folder / path
        try:
            stat = write_whole(out, text.encode())
        except OSError as error:
            problem = storage_problem(error, shown_path(out))
            self.ledger.fail(document.workshop, path, (problem,))
            if is_hopeless(error):
                raise _HopelessError from error
            return
        outcome = Outcome(path, size=stat.st_size, mtime_ns=stat.st_mtime_ns)
        self.ledger.enter(document, content, outcome)

    def _settle(self, outcome: Outcome, document: Document, content: str) -> None:
        from kit.pipeline.job import NO_ENGINE, NO_ROOM  # noqa: PLC0415

        if outcome.stopped == NO_ENGINE:
            self.ledger.no_engine = outcome.problems[0]
        elif outcome.fault:
            self.ledger.fail(document.workshop, outcome.path, outcome.problems)
            if outcome.stopped == NO_ROOM:
                raise _HopelessError
        elif not outcome.size:
            self.ledger.refuse(document.workshop, outcome.problems)
        else:
            self.ledger.enter(document, content, outcome)
