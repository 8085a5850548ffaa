"""The documents with names of one session: rendered here, printed by the workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.definitions.preparation import Per
from kit.editions.named import ALWAYS_NAMED, NAMED_ON_REQUEST
from kit.editions.registry import EDITIONS, copies_of
from kit.editions.setting import Attendee, Mentee, Seats
from kit.pipeline.files import write_whole
from kit.pipeline.job import Job
from kit.pipeline.people.folder import FOLDER
from kit.pipeline.records.presence import Presence, Recorded
from kit.pipeline.unchanged import shown_path

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kit.definitions.roster import Participant
    from kit.editions.edition import Edition
    from kit.editions.setting import Setting
    from kit.library import Library
    from kit.pipeline.printed_names import PrintedNames
    from kit.pipeline.ready import Ready
    from kit.pipeline.seating_plan import SeatingPlan
    from kit.rendering.render import Renderer


@dataclass(frozen=True, slots=True)
class NamedDocuments:
    """What there is to make for one session, in the folder `place`.

    `editions` are those that were asked for by name, or none for the usual ones.
    """

    ready: Ready
    plan: SeatingPlan
    names: PrintedNames
    presence: Presence
    place: Path
    editions: tuple[str, ...] = ()

    def write_texts(self, renderer: Renderer) -> tuple[str, ...]:
        """Write those that are plain text, and give their files' names.

        Raises:
            OSError: one of them cannot be written.
        """
        setting = self._setting()
        made = []
        for edition in self._editions():
            if edition.text and (view := edition.view(self.ready.tailored, setting)) is not None:
                name = f"{edition.name}.{edition.text}"
                text = renderer.render(edition, view, setting.paper).text or ""
                write_whole(self.place / name, text.encode())
                made.append(name)
        return tuple(made)

    def jobs(self, renderer: Renderer, library: Library) -> Iterator[Job]:
        """Give a job for each PDF that has something to say."""
        setting = self._setting()
        for edition in self._editions():
            view = None if edition.text else edition.view(self.ready.tailored, setting)
            if view is None:
                continue
            rendered = renderer.render(edition, view, setting.paper)
            path = self.place / f"{edition.name}.pdf"
            yield Job(
                path=f"{self.ready.name}/{FOLDER}/{path.name}",
                html=rendered.print_html,
                stylesheet=rendered.stylesheet,
                base=self.ready.base,
                out=path,
                shown=shown_path(path),
                roots=library.roots,
                lenient=True,
                told=self.names.told,
            )

    def copies(self, job: Job) -> int:
        """Say how often to print what a job makes; everybody's names are in one copy."""
        edition = next(each for each in self._editions() if job.out.stem == each.name)
        if edition.per is Per.PARTICIPANT:
            return 1
        return copies_of(edition, self.ready.tailored, self._setting())

    def _editions(self) -> tuple[Edition, ...]:
        wanted = tuple(EDITIONS[name] for name in NAMED_ON_REQUEST if name in self.editions)
        return (*ALWAYS_NAMED, *wanted)

    def _setting(self) -> Setting:
        seating = tuple(
            Seats(
                table.name,
                tuple(self.names.texts[person.name] for person in table.people),
                self.plan.cases.get(table.name, ()),
                tuple(person.pronouns for person in table.people),
                lines=tuple(person.row for person in table.people),
                roles=tuple(person.role for person in table.people),
            )
            for table in self.plan.tables
        )
        return replace(
            self.ready.setting,
            seating=seating,
            attendance=tuple(self._attendance()),
            mentees=tuple(self._mentees()),
        )

    def _attendance(self) -> Iterator[Attendee]:
        known = self.presence.recorded is Recorded.NAMES
        here = {person.row for person in self.presence.on_roster}
        at = {person.row: table.name for table in self.plan.tables for person in table.people}
        for person in sorted(self._people(), key=lambda each: each.row):
            yield Attendee(
                name=person.name,
                printed=self.names.texts[person.name],
                came=person.row in here if known else None,
                email=person.email,
                role=person.role,
                group=person.group,
                table=at[person.row],
            )
        for name in self.presence.walk_ins:
            yield Attendee(name=name, printed=name, came=True)

    def _mentees(self) -> Iterator[Mentee]:
        """Give everyone in the order of the roster, with their mentors of a program."""
        occasion = self.ready.setting.occasion
        if occasion is None or occasion.program is None:
            return
        for person in sorted(self._people(), key=lambda each: each.row):
            senior, peer = map(self._mentor, (person.senior_mentor, person.peer_mentor))
            yield Mentee(self.names.texts[person.name], person.row, senior, peer)

    def _mentor(self, name: str) -> str:
        """Give a mentor's name as the fonts have it, or else the line that names them first."""
        printed = self.names.texts[name] if name else ""
        if printed or not name:
            return printed
        line = min(each.row for each in self._people() if name in _mentors_of(each))
        return self.ready.setting.words("seating_nameless", n=line)

    def _people(self) -> Iterator[Participant]:
        for table in self.plan.tables:
            yield from table.people


def _mentors_of(person: Participant) -> tuple[str, str]:
    return person.senior_mentor, person.peer_mentor
