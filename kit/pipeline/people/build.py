"""The packets of all sessions that a build is asked for: only where something has changed."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from kit.pipeline.files import remove_parts
from kit.pipeline.index_page import put_index
from kit.pipeline.inputs import Digests, note_definitions, read_inputs, source_name, sources_digest
from kit.pipeline.manifest import load_manifest
from kit.pipeline.out_folder import locked
from kit.pipeline.people.folder import FOLDER
from kit.pipeline.people.making import Making, PeopleMade
from kit.pipeline.people.stamp import current_stamp, people_options
from kit.pipeline.sessions import cohort_of, sessions_of
from kit.pipeline.sessions_asked import sessions_asked_for
from kit.pipeline.unchanged import has_true_index, unit_key
from kit.pipeline.workers import Workers, usual_workers
from kit.rendering.render import Renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kit.library import Library
    from kit.pipeline.inputs import Inputs
    from kit.pipeline.job import Outcome
    from kit.pipeline.manifest import Manifest
    from kit.pipeline.people.faces import FacesFound
    from kit.pipeline.people.share import ShareMade
    from kit.pipeline.people.stamp import Stamp
    from kit.pipeline.ready import Ready
    from kit.pipeline.report import Progress, Report
    from kit.pipeline.request import Request


def build_people(
    request: Request,
    library: Library,
    built: Report,
    follow: Callable[[], Progress],
    *,
    verified: int = 0,
) -> Iterator[PeopleMade]:
    """Make the packets of the people of the sessions asked for, behind a build that made the rest.

    `follow` gives a progress for each session. With `verified`, so many packets of each are made
    and compared with direct prints, even if nothing has changed.

    Raises:
        KitError: those of a session cannot be made or written; those of earlier ones are there.
        KeyboardInterrupt: it was stopped; the files that are there are whole.
    """
    with locked(built.folder):
        yield from _People(request, library, built, follow, verified).run()


class _People:
    def __init__(
        self,
        request: Request,
        library: Library,
        built: Report,
        follow: Callable[[], Progress],
        verified: int,
    ) -> None:
        self._request = request
        self._library = library
        self._built = built
        self._follow = follow
        self._verified = verified
        self._renderer = Renderer(library.folders("templates"))
        self._manifest: Manifest = load_manifest(built.folder)
        self._digests = Digests(self._manifest.files)
        # Before anything is read: a later change then shows.
        note_definitions(library, self._digests)
        self._inputs: Inputs = read_inputs(library, self._digests)

    def run(self) -> Iterator[PeopleMade]:
        names: list[str] = []
        for name in self._request.cohorts:
            for made in self._of_cohort(name):
                names.append(made.session)
                yield made
        if names and self._manifest.documents:
            self._list_them()
        if self._built.fulfilled and self._request.key:
            record = replace(self._built.fulfilled, people=tuple(names))
            self._manifest.record_request(self._request.key, record)
            with suppress(OSError):  # then the next run looks again
                self._manifest.save()

    def _list_them(self) -> None:
        """Write the index again where it does not yet list what was made for people."""
        books = self._manifest, self._library, self._inputs, self._digests
        if has_true_index(*books):
            return
        with suppress(OSError):  # then the next run looks again
            put_index(self._built.folder, *books, {})
            self._manifest.save()

    def _of_cohort(self, name: str) -> Iterator[PeopleMade]:
        cohort = cohort_of(name, self._library)
        asked = sessions_asked_for(name, cohort, self._request.workshops)
        current = {each.id: self._current(f"{cohort.name}/{each.id}") for each in asked}
        if all(current.values()):
            for session, stamp in current.items():
                if stamp:
                    yield self._as_it_was(f"{cohort.name}/{session}", stamp)
            return
        # They load the engine while the definitions are read.
        workers: Workers[ShareMade | Outcome | FacesFound] = Workers(
            self._request.jobs or usual_workers()
        )
        progress = self._follow()
        try:
            progress.working(f"reading {name}")
            for ready in sessions_of(name, self._request.workshops, self._library):
                if stamp := current[ready.name.partition("/")[2]]:
                    progress.end()
                    yield self._as_it_was(ready.name, stamp)
                    continue
                making = Making(
                    self._built.folder,
                    self._library,
                    self._renderer,
                    workers,
                    progress,
                    self._verified,
                    self._request.editions,
                    self._request.large,
                    people_options(self._request.options()),
                    afresh=self._request.seat_afresh,
                )
                made = making.make(ready, cohort, self._sources(ready))
                progress.end()
                yield made
                progress = self._follow()
        except BaseException:
            workers.stop()
            raise
        finally:
            # Now nobody begins another file.
            of_cohort = self._built.folder / cohort.name
            remove_parts({of_cohort / each.id / FOLDER for each in asked})
            progress.end()
        workers.close()

    def _sources(self, ready: Ready) -> str:
        names = [source_name(path, self._library) for path in ready.sources]
        return sources_digest(self._inputs, "", names, self._library, self._digests)

    def _current(self, session: str) -> Stamp | None:
        unit = self._manifest.units.get(unit_key(session, self._request.options()))
        if unit is None or self._verified or self._request.seat_afresh:
            return None
        return current_stamp(
            self._built.folder,
            unit,
            self._library,
            self._inputs,
            self._digests,
            people_options(self._request.options()),
        )

    def _as_it_was(self, session: str, stamp: Stamp) -> PeopleMade:
        place = self._built.folder / session / FOLDER
        return PeopleMade(session, place, stamp, unchanged=True)
