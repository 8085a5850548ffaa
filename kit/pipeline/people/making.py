"""One session's packets: seated, laid out by the workers, written, and put into one for all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kit.editions.named import CERTIFICATES
from kit.errors import KitError, Problem, Severity
from kit.pipeline.files import part_of, storage_problem, write_whole
from kit.pipeline.job import Outcome
from kit.pipeline.people.faces import Faces, FacesFound
from kit.pipeline.people.folder import EVERYONE, FOLDER, clear
from kit.pipeline.people.named_documents import NamedDocuments
from kit.pipeline.people.packets import in_large_print, personal_packets, spare_packets
from kit.pipeline.people.share import Share
from kit.pipeline.people.stamp import Stamp, keep_stamp, made_from
from kit.pipeline.printed_names import mentors_named, printed_names, with_mentors
from kit.pipeline.records.kept_places import keep_place
from kit.pipeline.records.presence import presence_of
from kit.pipeline.records.session_records import load_record
from kit.pipeline.seating_plan import plan_seats, roster_of
from kit.pipeline.unchanged import shown_path
from kit.press.packets.print_master import print_master
from kit.press.packets.slots import shares

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kit.definitions.roster import Participant
    from kit.library import Library
    from kit.pipeline.people.share import ShareMade
    from kit.pipeline.printed_names import PrintedNames
    from kit.pipeline.ready import Ready
    from kit.pipeline.report import Progress
    from kit.pipeline.workers import Task, Workers
    from kit.press.coverage import Coverage
    from kit.press.packets.packet_file import PacketFile
    from kit.press.packets.print_master import Master
    from kit.press.packets.slots import PersonValues
    from kit.press.packets.verification import Verification
    from kit.reading.cohort import LoadedCohort
    from kit.rendering.render import Renderer


@dataclass(frozen=True, slots=True)
class PeopleMade:
    """What was made for the people of one session: its folder, how much, and what was found."""

    session: str
    folder: Path
    stamp: Stamp
    unchanged: bool = False
    verified: Verification | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class Making:
    """Makes the packets of sessions, below `folder`, the build's.

    With `verified`, so many of them are compared with direct prints, pixel by pixel. `editions` are
    the documents that were asked for; those of them that can have names are made with names, too.
    `large` asks for all packets in large print; `options` is all that was asked for, as a text.
    `afresh` seats everybody as if nobody had been seated yet.
    """

    folder: Path
    library: Library
    renderer: Renderer
    workers: Workers[ShareMade | Outcome | FacesFound]
    progress: Progress
    verified: int = 0
    editions: tuple[str, ...] = ()
    large: bool = False
    options: str = ""
    afresh: bool = False
    _problems: list[Problem] = field(default_factory=list)
    _pages: dict[str, int] = field(default_factory=dict)

    def make(self, ready: Ready, cohort: LoadedCohort, sources: str) -> PeopleMade:
        """Make a session's packets, single files and one for the copier, and what is told of them.

        `sources` is the digest of what the session's documents are made from.

        Raises:
            KitError: there is no roster, it has errors, or the packets cannot be made or written.
                What was made is there, each file whole.
            KeyboardInterrupt: it was stopped; the files that are there are whole.
        """
        roster, problems = roster_of(cohort, self.library)
        # What is doubtful in the roster is told with the cohort.
        if roster is None:
            raise KitError(problems or [_no_roster(cohort)])
        place = self.folder / ready.name / FOLDER
        mentors = mentors_named(roster.people) if cohort.cohort.program else ()
        self.workers.submit(self._faces(ready, (*roster.people, *mentors)))
        self.progress.working(f"seating {len(roster.people)} people")
        plan = plan_seats(
            ready.name,
            ready.tailored,
            cohort,
            roster,
            self.library,
            printed=place,
            afresh=self.afresh,
        )
        origin = made_from(ready.name, sources, self.library, self.options)
        found = self._found()
        where = cohort.place("roster")
        names = printed_names(roster.people, found, where)
        names = with_mentors(names, printed_names(mentors, found, where, of_mentors=True))
        self._problems = [*plan.problems, *names.problems]
        keep_place(self.library, self.folder)
        people = personal_packets(ready, plan, names, self.renderer, large=self.large)
        spares = spare_packets(ready, self.renderer, len(people), large=self.large)
        self.progress.expect(len(people) + len(spares))
        try:
            clear(place, {f"{each.key}.pdf" for each in people})
            # Wherever the folder is, no version control takes up what is in it.
            write_whole(place / ".gitignore", b"*\n", durable=False)
            record = load_record(self.library, *ready.name.split("/", 1))
            presence = presence_of(record, roster.people)
            named = NamedDocuments(ready, plan, names, presence, place, self.editions)
            jobs = tuple(named.jobs(self.renderer, self.library))
            texts = named.write_texts(self.renderer)
            asked = CERTIFICATES.name in self.editions
            if asked and not any(job.out.stem == CERTIFICATES.name for job in jobs):
                self._problems.append(_nobody_present(ready.name))
            packets = self._packets(
                [*self._tasks(place, names=names, people=people, spares=spares), *jobs]
            )
            kept = [packets[each.key] for each in (*people, *spares)]
            self.progress.working(EVERYONE)
            master = _write_master(place / EVERYONE, kept, ready.tailored.workshop.title)
            stamp = Stamp(
                people=len(people),
                tables=len(plan.tables),
                spares=len(spares),
                large=in_large_print(plan, large=self.large),
                pages=master.pages,
                direct=sum(packet.direct for packet in kept[: len(people)]),
                warnings=len(self._problems),
                made_from=origin,
                printed=(
                    *((each.out.name, self._pages[each.path], named.copies(each)) for each in jobs),
                    *((name, 0, 0) for name in texts),
                ),
                paper=ready.setting.paper,
            )
            compared = self._compare(people, kept)
            # With a font installed, a name that none has yet comes out: then it is tried again.
            if not found.missing and not (compared and compared.differences):
                stamp = keep_stamp(place, stamp)
        except OSError as error:
            raise KitError([storage_problem(error, shown_path(place))]) from error
        return PeopleMade(
            ready.name, place, stamp, verified=compared, problems=tuple(self._problems)
        )

    def _tasks(
        self,
        place: Path,
        *,
        names: PrintedNames,
        people: Sequence[PersonValues],
        spares: Sequence[PersonValues],
    ) -> list[Task[ShareMade | Outcome | FacesFound]]:
        shown, roots = shown_path(place), self.library.roots
        return [
            *(Share(part, place, shown, roots, names.told) for part in shares(people)),
            *(Share(part, None, shown, roots) for part in shares(spares)),
        ]

    def _faces(self, ready: Ready, people: Sequence[Participant]) -> Faces:
        names = tuple(person.name for person in people)
        shown = shown_path(self.folder / ready.name / FOLDER)
        return Faces(names, ready.base, shown, self.library.roots)

    def _found(self) -> Coverage:
        (found,) = self.workers.outcomes()
        if isinstance(found, FacesFound) and found.coverage:
            return found.coverage
        raise KitError(found.stopped if isinstance(found, FacesFound) else found.problems)

    def _packets(
        self, tasks: list[Task[ShareMade | Outcome | FacesFound]]
    ) -> dict[str, PacketFile]:
        packets: dict[str, PacketFile] = {}
        self.workers.submit_longest_first(tasks)
        for made in self.workers.outcomes():
            if isinstance(made, FacesFound):
                continue
            if isinstance(made, Outcome):
                if made.pages is None:
                    raise KitError(made.problems)
                self._pages[made.path] = made.pages
            else:
                for packet in made.packets:
                    packets[packet.key] = packet
                    self.progress.kept(packet.key)
                if made.stopped:
                    raise KitError(made.stopped)
                self.workers.submit_longest_first(made.rest)
            # What all packets have, from one sheet of their table, is told once.
            told = {(each.code, each.message) for each in self._problems}
            self._problems += (
                each for each in made.problems if (each.code, each.message) not in told
            )
        return packets

    def _compare(
        self, people: Sequence[PersonValues], kept: Sequence[PacketFile]
    ) -> Verification | None:
        if not self.verified:
            return None
        from kit.pipeline.job import press_for  # noqa: PLC0415 - loads the engine in this process
        from kit.press.packets.verification import verify  # noqa: PLC0415

        self.progress.working(f"comparing {self.verified}")
        press = press_for(self.library.roots)
        return verify(press, people, kept[: len(people)], self.verified)


def _write_master(path: Path, packets: Sequence[PacketFile], title: str) -> Master:
    part = part_of(path)
    try:
        with part.open("wb") as out:
            master = print_master(packets, out, title)
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return master


def _nobody_present(session: str) -> Problem:
    return Problem(
        "nothing-to-make",
        f"There are no certificates of {session} yet: nobody is written down as present.",
        hint=f"Write down who came: `kit session record {session} --attendance FILE`.",
        severity=Severity.WARNING,
    )


def _no_roster(cohort: LoadedCohort) -> Problem:
    return Problem(
        "no-roster",
        f"The cohort `{cohort.name}` names no roster, so there is nobody to make packets for.",
        cohort.place(),
        "Write `roster: rosters/names.csv` with the file of your participants.",
    )
