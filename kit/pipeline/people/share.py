"""A part of the people, whose packets are made in one process: a picklable job for a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kit.errors import KitError, Place
from kit.pipeline.files import storage_problem, write_whole
from kit.pipeline.job import died, press_for
from kit.pipeline.people.folder import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kit.errors import Problem
    from kit.press.packets.packet_file import PacketFile
    from kit.press.packets.slots import PersonValues


@dataclass(frozen=True, slots=True)
class Share:
    """People with one body: it is laid out once, with all their signs in its fonts.

    Each packet becomes a file in `folder`, or, where there is none, a page of the copier's file
    alone. `shown` is the folder's name for the user, `told` are characters that may
    be set in another face without a word.
    """

    people: tuple[PersonValues, ...]
    folder: Path | None
    shown: str
    roots: tuple[Path, ...]
    told: frozenset[str] = frozenset()

    @property
    def weight(self) -> int:
        """How long it takes: laying out the body takes longer than all that follows."""
        return len(self.people[0].body.html)

    def run(self) -> ShareMade:
        """Make the packets and write the files. What cannot be made or written is in `stopped`."""
        from kit.press.packets.packet_press import PacketPress  # noqa: PLC0415 - for workers alone

        made: list[PacketFile] = []
        left: list[PersonValues] = []
        try:
            press = PacketPress(press_for(self.roots), self.told)
            for packet in press.packets(self.people, left):
                if self.folder:
                    write_whole(self.folder / f"{packet.key}.pdf", packet.pdf, durable=False)
                made.append(packet)
        except KitError as error:
            return ShareMade(tuple(made), stopped=error.problems)
        except OSError as error:
            return ShareMade(tuple(made), stopped=(storage_problem(error, self.shown),))
        rest = tuple(replace(self, people=(person,)) for person in left)
        return ShareMade(tuple(made), tuple(self._placed(press.problems)), rest=rest)

    def _placed(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Say in which packet a problem showed: the first of those that have the same body."""
        first = f"{self.people[0].key}.pdf" if self.folder else EVERYONE
        where = Place(f"{self.shown}/{first}")
        for problem in problems:
            yield problem if problem.where else replace(problem, where=where)

    def died(self) -> ShareMade:
        """Give what is made where the process was ended: nothing that could be trusted."""
        return ShareMade((), stopped=(died(self.shown),))


@dataclass(frozen=True, slots=True)
class ShareMade:
    """The packets that were made, what was found in them, and what has stopped it.

    `rest` is still to be made: people whose packets have to be laid out for them alone.
    """

    packets: tuple[PacketFile, ...]
    problems: tuple[Problem, ...] = ()
    stopped: tuple[Problem, ...] = ()
    rest: tuple[Share, ...] = ()
